"""Whom no name may stand for: somebody of no name in the pronoun's own clause."""

from collections.abc import Sequence

from claims.extraction.lexicon.pronouns import HE_OR_SHE
from claims.extraction.standalone.clauses import main_verb
from claims.extraction.standalone.tagging import Token

ANYBODY = frozenset("someone somebody anyone anybody everyone everybody whoever".split())


def is_anybody(tokens: Sequence[Token], at: int) -> bool:
    """Whether "he" or "her" goes back to somebody of no name in its own clause: "if a robber flees, *he*", "a bride and *her* sisters"."""
    if tokens[at].lower not in HE_OR_SHE:
        return False
    if any(t.lower in ANYBODY for t in tokens[:at]):
        return True  # "if *somebody* thinks so, let *him* ask"
    joined = at > 1 and tokens[at].tag == "PRP$" and tokens[at - 1].lower == "and"
    before = tokens[:at]
    article = next((i for i in range(at - 1, -1, -1) if before[i].lower in ("a", "an")), None)
    if article is None or any(t.tag == "NNP" for t in before[article:]):
        return False
    if joined:
        return all(t.tag in ("DT", "JJ", "NN", "IN", "CD", "CCo", "CCc") for t in before[article:]) and not _has_owner(
            before
        )
    return article > 0 and before[article - 1].lower == "if" and tokens[at].tag == "PRP"


def _has_owner(before: Sequence[Token]) -> bool:
    """Whether a verb of somebody's stands before, whose things those are: "he sold a car and *his* house"."""
    verb = main_verb(before)
    return verb is not None and before[verb].lower not in ("was", "were", "is", "are")
