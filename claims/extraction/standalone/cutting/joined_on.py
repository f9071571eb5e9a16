"""Second verbs that are not the subject's: joined to a participle, to what somebody hopes to do, or to a noun."""

from itertools import pairwise

from claims.extraction.lexicon.participles import PAST_FORMS
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.tagging import Token

AUXILIARIES = frozenset(
    "is are was were be been being has have had will would 's 're 've could may might can should".split()
)


def goes_on_doing(tokens: Tokens, verb: int, at: int) -> bool:
    """Whether a participle is joined to another, and not to the verb: "was shared, drawing anger *and prompting* calls"."""
    second = next((t for t in tokens[at + 1 :] if t.tag != "RB"), tokens[-1])
    opened = any(one.tag == "," and two.tag == "VBG" for one, two in pairwise(tokens[verb:at]))
    first = (
        tokens[at - 1].lower.endswith("ing") and tokens[verb + 1].lower != tokens[at - 1].lower
    )  # "of *taking and* selling it"
    return second.tag == "VBG" and (opened or first)


def is_second_infinitive(tokens: Tokens, verb: int, at: int) -> bool:
    """Whether a verb for several may be joined to what they hope to do: "hope to revive the talks *and avoid* a strike"."""
    to = any(one.lower == "to" and two.tag == "VB" for one, two in pairwise(tokens[verb + 1 : at]))
    second = next((t for t in tokens[at + 1 :] if t.tag != "RB"), tokens[-1])
    past = (second.lower.endswith(("ed", "t")) and not second.lower.endswith("eed")) or second.lower in PAST_FORMS
    base = second.tag in ("VBP", "VB") or (second.tag == "VBD" and not past)
    several = tokens[verb].tag in ("VBP", "MD") or tokens[verb].lower == "did"
    return (
        to
        and (several or second.tag == "VBD")  # "wants to bring in clams *and crossbreed* them": no past form at all
        and base
        and second.lower not in AUXILIARIES | {"did"}
    )


def lacks_base(borrowed: Tokens | None, follows: Token | None) -> bool:
    """Whether a word in -ed would stand right behind "would": "would spend 4 million on security *and related* software"."""
    modal = bool(borrowed) and borrowed is not None and borrowed[-1].tag == "MD"
    return modal and follows is not None and follows.tag in ("VBN", "VBD") and follows.lower.endswith("ed")


def says_what_it_is(tokens: Tokens, verb: int) -> bool:
    """Whether the main verb only leads to a clause, whose verbs are joined to each other: "the point is *that* it began early *and has* gone on"."""
    return tokens[verb].lower in ("is", "was") and [t.lower for t in tokens[verb + 1 : verb + 2]] == ["that"]


def are_not_both(tokens: Tokens, verb: int, at: int) -> bool:
    """Whether two deeds are ruled out together, and neither alone: "*cannot* take rent *and then* lock the door"."""
    first = [t.lower for t in tokens[verb : verb + 3]]
    denied = tokens[verb].tag == "MD" and ("cannot" in first or "not" in first[1:] or "n't" in first or "n’t" in first)
    return denied and tokens[at + 1].lower in ("then", "still")


def is_another_infinitive(left: Tokens, right: Tokens) -> bool:
    """Whether a bare noun is a verb that goes on with "to": "tend to smoke *and drink* more"."""
    return (
        len(left) > 2
        and left[-2].lower == "to"
        and right[:1] != []
        and right[0].tag == "NN"
        and right[0].word.islower()
    )
