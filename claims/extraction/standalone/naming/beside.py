"""Where the words beside a short form tell that it needs no name, or that another is meant."""

from collections.abc import Sequence

from claims.extraction.lexicon import bodies, people
from claims.extraction.standalone.naming.by_noun import COMPANIES
from claims.extraction.standalone.tagging import Token
from claims.extraction.types import Span

NAMED_BESIDE = people.ROLES | COMPANIES | bodies.GENERIC_BODIES
SOMEBODY = frozenset("man woman boy girl child teenager suspect passenger driver victim".split())
COUNTED = frozenset("one two none all some most many few several each any half both either neither".split())


def is_named(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a role or a firm has its name behind a comma, and needs none of the article's: "the president, *Ann Lind*,"."""
    end = next((i for i, t in enumerate(tokens) if t.start >= span.end), 0)
    role = tokens[end - 1].lower if end else ""
    return role in NAMED_BESIDE and [t.tag for t in tokens[end : end + 2]] == [
        ",",
        "NNP",
    ]


def are_several(tokens: Sequence[Token], at: int) -> bool:
    """Whether "them" is counted, and so is no single person: "only *one of them* came home"."""
    counted = (
        at > 1 and tokens[at - 1].lower == "of" and (tokens[at - 2].tag == "CD" or tokens[at - 2].lower in COUNTED)
    )
    return counted and tokens[at].lower == "them"


def is_of_doer(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody without a name stands right before, doing something to what is his: "the boy raising *his* hands"."""
    doer = tokens[at - 2] if at > 1 and tokens[at - 1].tag == "VBG" else None
    return doer is not None and tokens[at].lower in ("his", "her") and doer.lower in people.ROLES | SOMEBODY
