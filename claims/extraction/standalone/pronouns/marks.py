"""Where words stand inside quotation marks, and where inside marks within those."""

import re
from collections.abc import Sequence

from claims.extraction.standalone.tagging import Token

NEAR = 30  # letters of a reporter's own words before the first mark
MARK = re.compile(r"[\"“”]")
OPENING = re.compile(r"\s[\"“]\w")


def opens_outside(text: str, tokens: Sequence[Token]) -> bool:
    """Whether words that quote somebody begin before the marks: "insists he has “had no calls”"."""
    start = next((t.start for t in tokens if t.start >= 0), None)
    if start is None:
        return False
    before = text[text.rfind("\n", 0, start) + 1 : start]
    last = text.find("\n", start)
    behind = text[start : min(start + NEAR, last if last >= 0 else len(text))]
    mark = MARK.search(behind)
    opening = mark is not None and OPENING.match(behind, max(0, mark.start() - 1)) is not None
    return opening and before.rfind("“") <= before.rfind("”") and before.count('"') % len("“”") == 0


def is_within_inner(text: str, token: Token) -> bool:
    """Whether a word stands in single marks within double ones: what somebody is quoted as having said by another."""
    before = text[text.rfind("\n", 0, token.start) + 1 : token.start]
    outer = before.rfind("“") if "“" in before else before.rfind('"')
    inner = before.rfind(" ‘") if " ‘" in before else before.rfind(" '")
    if outer < 0 or inner < outer or "”" in before[outer:]:
        return False
    closing = "’" if before[inner + 1] == "‘" else "'"
    return not any(
        before[at + 1 : at + 2] in (" ", ",") for at in range(inner + 2, len(before)) if before[at] == closing
    )
