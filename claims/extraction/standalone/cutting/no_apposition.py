"""What stands behind a noun with a comma and tells of another: "…, seven of them children", "…, the first to be born here"."""

from claims.extraction.standalone.cutting.cuts import Tokens

PARTS_OF = frozenset("them these those which whom".split())
# With no noun of their own these stand for the subject of the sentence, or for what it tells.
RANKS = frozenset("first last second third latest only youngest oldest biggest largest most".split())
PARTING = frozenset(("to", "since", "in", "for", "of"))
LISTING = frozenset(("among", "including"))
# They tell of what happened, and of no noun before them: "fell 11% in early trading, their steepest *drop* since March".
CHANGES = frozenset("drop fall rise decline increase gain jump slump loss surge plunge recovery".split())
ERECTED = frozenset("built opened founded designed renovated owned run erected completed".split())
SINGLED_OUT = frozenset("only first last largest biggest oldest smallest worst".split())
NOUNS = ("NN", "NNS", "NNP")


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


def is_of_noun_before(tokens: Tokens, begin: int, body: Tokens) -> bool:
    """Whether a thing of its kind is told of, and not the place where it is: "the hospital in Velm, *the only one* still open"."""
    placed = begin > 1 and tokens[begin - 1].lower in ("in", "at", "near", "of") and tokens[begin - 2].tag in NOUNS
    one = [t.lower for t in body[2:3]] == ["one"]
    if placed and body[0].lower in ERECTED and tokens[begin - 1].lower != "of":
        return True  # "the school in Velm, *built* in 1974"
    return placed and body[0].lower == "the" and len(body) > 1 and body[1].lower in SINGLED_OUT and one


def is_change(body: Tokens) -> bool:
    """Whether the words name how a figure changed."""
    noun = next((i for i, t in enumerate(body) if t.tag in ("IN", "WDT", "WP", ",")), len(body)) - 1
    return noun > 0 and body[0].tag in ("PRP$", "DT") and body[noun].lower in CHANGES
