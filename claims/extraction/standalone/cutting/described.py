"""Whether words beside a noun say what it is: "a lawyer from Velm", "first elected in 2008", and no item of a list."""

from itertools import pairwise

from claims.extraction.lexicon.calendar import WEEKDAYS
from claims.extraction.standalone.clauses import has_finite
from claims.extraction.standalone.cutting.cuts import NEAR_DAYS, Tokens, tells_of_another
from claims.extraction.standalone.tags import FINITE

AGO = frozenset(
    "ahead after before earlier later ago".split()
)  # "seven days ahead of the vote" describes and counts nothing
QUANTIFYING = frozenset("all most some many none several half few both".split())
NO_DESCRIPTION = frozenset(
    "enough compared followed given based depending more less fewer up down ahead related due owing thanks attributable contrary as short double twice".split()
)  # say nothing of the noun beside them


def names_the_noun(body: Tokens) -> bool:
    """Whether the words may say something of the noun: not in "a charge in its health arm, *mainly related* to a purchase"."""
    first = next((t for t in body if t.tag != "RB"), None)
    return first is None or not (first.lower in NO_DESCRIPTION or first.word in WEEKDAYS or first.lower in NEAR_DAYS)


def is_participle(body: Tokens, after: Tokens) -> bool:
    """Whether the words before a verb say what was done: "first elected in 2008"."""
    first = next((t for t in body if t.tag != "RB"), None)
    if first is None or first.tag != "VBN" or len(body) < 3 or has_finite(body) or first.lower in NO_DESCRIPTION:
        return False
    behind = next((t for t in after if t.tag != "Q"), None)
    return behind is not None and behind.tag in FINITE


def is_origin(body: Tokens) -> bool:
    """Whether the words say where somebody is from: "from Velm, Peru"."""
    return len(body) > 1 and body[0].lower == "from" and all(t.tag in ("NNP", "POS", ",") for t in body[1:])


def is_description(body: Tokens) -> bool:
    """Whether the words name something anew: a name alone is a place within a place ("Shelby, North Carolina")."""
    of_which = any(a.lower == "of" and b.lower in ("which", "whom") for a, b in pairwise(body))
    if body and (of_which or body[0].lower in NO_DESCRIPTION or _counts_out(body)):
        return False
    if _tells_by_itself(body) or not any(t.tag in ("NN", "NNS") or t.lower in ("the", "a", "an") for t in body):
        return False
    name = body[: next((i for i, t in enumerate(body) if t.tag == "IN"), len(body))]
    listed = any(one.lower == "as" and two.lower == "well" for one, two in pairwise(body))
    if listed or any(one.tag in ("NN", "NNS") and two.lower in AGO for one, two in pairwise(body[:4])):
        return False  # "of Peru, the UK, Chile as well as a Dane", "seven days ahead of the deadline"
    if all(t.tag == "NNP" for t in name) or body[0].lower in ("including", "such", "last", "this", "next", "each"):
        return False
    if tells_of_another(body) or (len(body) > 2 and body[0].tag == body[2].tag == "CD"):
        return False  # "51 to 43 percent" is a score
    joints = {t.tag for t in body if t.tag.startswith("CC")}
    named = body[: next((i for i, t in enumerate(body) if t.tag == "TO"), len(body))]
    if joints and all(t.tag in ("NNP", "DT", "CCo") or t.lower == "of" for t in named):
        return False  # names of a list: "Spain, the United Arab Emirates and Kuwait", "the Gulf of Oman and the Strait of Hormuz"
    if joints and body[0].lower == "the" and len(name) > 2 and name[1].tag == name[2].tag == "NNP":
        return False  # "on housing, the New Deal and paying clerks"
    return not joints or (joints == {"CCo"} and body[0].tag in ("DT", "PRP$"))  # else the rest of a list


def _counts_out(body: Tokens) -> bool:
    """Whether the words tell how many of them, or of the deed: "all but two of them from the south", "potentially reducing the cost"."""
    if len(body) > 1 and body[0].tag == "RB" and body[1].tag == "VBG":
        return True
    if body[0].lower == "the" and [t.lower for t in body[1:2]] in (["majority"], ["bulk"], ["rest"], ["remainder"]):
        return True  # "in 22 provinces, *the majority* in the north": of what was counted before
    return body[0].lower in QUANTIFYING and any(t.lower in ("of", "but") for t in body[1:4])


def _tells_by_itself(body: Tokens) -> bool:
    """Whether the words have a verb of their own; a participle before "by" is none: "the disease caused by the virus"."""
    verbs = [i for i, t in enumerate(body) if t.tag in FINITE]
    described = len(verbs) == 1 and verbs[0] > 1 and body[verbs[0]].tag == "VBD" and body[0].tag == "DT"
    behind = body[verbs[0] + 1 : verbs[0] + 3] if described else []
    return bool(verbs) and not (len(behind) > 1 and behind[0].lower == "by" and behind[1].tag != "CD")
