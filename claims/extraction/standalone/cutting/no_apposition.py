"""What stands behind a noun with a comma and tells of another: "…, seven of them children", "…, the first to be born here"."""

from claims.extraction.standalone.cutting.cuts import Tokens

PARTS_OF = frozenset("them these those which whom".split())
# With no noun of their own these stand for the subject of the sentence, or for what it tells.
RANKS = frozenset("first last second third latest only youngest oldest biggest largest most".split())
PARTING = frozenset(("to", "since", "in", "for", "of"))
LISTING = frozenset(("among", "including"))


def tells_of_another(tokens: Tokens, begin: int, body: Tokens, rest: Tokens) -> bool:
    """Whether *body* is no other name of the noun that begins at *begin* and stands before it."""
    return _counts(body) or _ranks_subject(tokens, begin, body) or _goes_on_listing(rest)


def _counts(body: Tokens) -> bool:
    """Whether some of those are counted who were named before: "twelve deaths in the flood, *seven of them* of children"."""
    return len(body) > 2 and body[0].tag == "CD" and body[1].lower == "of" and body[2].lower in PARTS_OF


def _ranks_subject(tokens: Tokens, begin: int, body: Tokens) -> bool:
    """Whether a rank without a noun stands behind a place: "Two cubs were seen in the wood, *the first to* be born there"."""
    ranked = len(body) > 2 and body[0].lower == "the" and body[1].lower in RANKS and body[2].lower in PARTING
    return ranked and begin > 0 and tokens[begin - 1].tag in ("IN", "TO")


def _goes_on_listing(rest: Tokens) -> bool:
    """Whether the description goes on with those whom it named: "a nurse with 40 pupils, *among them* a mayor, died"."""
    return len(rest) > 1 and rest[0].lower in LISTING and rest[1].lower in PARTS_OF
