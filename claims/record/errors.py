"""What may be told of an error: the first line of its words, and nothing that it was about."""

import re

LONGEST = 200  # characters of an error's own words
_PASSWORD = re.compile(r"://[^/@\s]*@")


def first_words(error: BaseException) -> str:
    """A database tells whole rows in the lines that follow, and values where it refuses data: of that nothing is told."""
    if any(
        kind.__name__ == "DataError" for kind in type(error).__mro__
    ):  # Django's, and the driver's with all its kinds
        return ""
    return _PASSWORD.sub("://…@", str(error).partition("\n")[0])[:LONGEST]
