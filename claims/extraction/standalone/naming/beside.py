"""Where the words beside a short form tell that it needs no name, or that another is meant."""

from collections.abc import Sequence

from claims.extraction.lexicon import people
from claims.extraction.standalone.tagging import Token
from claims.extraction.types import Span

COUNTED = frozenset("one two none all some most many few several each any half both either neither".split())


def is_named(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a role has its name behind a comma, and needs none of the article's: "the president, *Ann Lind*,"."""
    end = next((i for i, t in enumerate(tokens) if t.start >= span.end), 0)
    role = tokens[end - 1].lower if end else ""
    return role in people.ROLES and [t.tag for t in tokens[end : end + 2]] == [",", "NNP"]


def are_several(tokens: Sequence[Token], at: int) -> bool:
    """Whether "them" is counted, and so is no single person: "only *one of them* came home"."""
    counted = (
        at > 1 and tokens[at - 1].lower == "of" and (tokens[at - 2].tag == "CD" or tokens[at - 2].lower in COUNTED)
    )
    return counted and tokens[at].lower == "them"
