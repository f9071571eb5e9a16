"""The noun that a figure borrows from the clause before it: "54 states have signed it, only 27 have ratified it"."""

from collections.abc import Sequence
from itertools import pairwise

from claims.extraction.standalone.clauses import YEAR
from claims.extraction.standalone.cutting.cuts import Tokens, literal
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE

BEFORE_FIGURE = frozenset(
    "only over about around nearly almost at least most more than fewer less up to another some just".split()
)
IN_COUNTED = frozenset(("JJ", "NN", "NNP", "NNS", "VBN", "CD"))
VERBS = FINITE | frozenset(("VBN", "VB"))
BEHIND_SUBJECT = FINITE | {"RB"}
PLACES = frozenset(("in", "at", "on", "near", "outside", "from", "worldwide"))
# Behind a figure these need no noun, or are none that could be lent.
MEASURES = frozenset(
    "percent cent % points point dollars pounds euros million billion thousand hundred years months weeks days hours minutes seconds"
    " miles kilometres kilometers metres meters feet times a.m. p.m.".split()
)
AGED = frozenset(("was", "is", "turned", "aged"))  # "Lind was 54" is an age
LONGEST_NOUN = 5  # words


def with_nouns(found: Sequence[Tokens]) -> list[Tokens]:
    """The propositions of one sentence, each figure that lost its noun with that of the one before."""
    made: list[Tokens] = []
    lent: dict[bool, Tokens] = {}
    large = False  # whether figures as large as a year were counted
    for tokens in found:
        at = _bare(tokens, large=large)
        as_subject = at is not None and at + 1 < len(tokens) and tokens[at + 1].tag in BEHIND_SUBJECT
        noun = lent.get(as_subject) if at is not None else None
        if at is not None and noun and tokens[at].lower not in ("one", "1"):
            words = " ".join(t.word for t in noun)
            tokens = [*tokens[: at + 1], literal(words, "NNS"), *tokens[at + 1 :]]
        made.append(tokens)
        if at is None:
            lent = _counted(tokens)
            large = any(_is_of_years(t) and b.tag == "NNS" for t, b in pairwise(tokens))
    return made


def _is_of_years(token: Token) -> bool:
    return token.tag == "CD" and YEAR.fullmatch(token.word) is not None


def _bare(tokens: Tokens, *, large: bool) -> int | None:
    """Where a figure stands without a noun, as the subject at the front or right behind a verb; a year only after *large* ones."""
    for at, token in enumerate(tokens):
        if token.tag != "CD" or token.start < 0 or not token.word[:1].isalnum() or (_is_of_years(token) and not large):
            continue
        start = at
        while start and tokens[start - 1].lower in BEFORE_FIGURE:
            start -= 1
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        if start == 0 and _is_subject(tokens, at):
            return at
        ends = behind is None or behind.tag in (".", ",") or behind.lower in PLACES
        before = tokens[start - 1] if start else None
        if before is not None and before.tag in VERBS and before.lower not in AGED and ends:
            return at
    return None


def _is_subject(tokens: Tokens, at: int) -> bool:
    """Whether the verb of the clause comes right behind the figure: "27 have", "11,000 were", "only 12 later left"."""
    behind = tokens[at + 1 : at + 3]
    adverb = len(behind) > 1 and behind[0].tag == "RB" and behind[1].tag in FINITE
    return bool(behind) and (behind[0].tag in FINITE or adverb)


def _counted(tokens: Tokens) -> dict[bool, Tokens]:
    """The nouns of the figures of a clause: that of its subject, and the first behind its verb."""
    verb = next((i for i, t in enumerate(tokens) if t.tag in FINITE), len(tokens))
    nouns: dict[bool, Tokens] = {}
    for at, token in enumerate(tokens):
        if token.tag != "CD":
            continue
        end = at + 1
        while end < len(tokens) and tokens[end].tag in IN_COUNTED and end - at <= LONGEST_NOUN:
            end += 1
            if tokens[end - 1].tag == "NNS" and (end == len(tokens) or tokens[end].tag != "NNS"):
                break
        noun = tokens[at + 1 : end]
        lends = bool(noun) and noun[-1].tag == "NNS" and not any(t.tag == "CD" or t.lower in MEASURES for t in noun)
        whole = all(b.start - a.end <= 1 for a, b in pairwise(noun))
        if lends and whole and all(t.word.islower() or t.tag == "NNP" for t in noun):
            nouns.setdefault(at < verb, noun)
    return nouns
