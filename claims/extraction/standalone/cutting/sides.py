"""Whether what stands on either side of a joint is a clause of its own, and no rest of a list, of a phrase or of a name."""

from itertools import pairwise

from claims.extraction.lexicon.participles import DESCRIBING
from claims.extraction.standalone.clauses import (
    ABOUT,
    SOMEBODY,
    SUBORDINATORS,
    YEAR,
    has_finite,
    is_joined_on,
    lead_end,
    subject,
)
from claims.extraction.standalone.cutting import waiting
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.frames.told import agrees, is_plural
from claims.extraction.standalone.tags import FINITE, IN_NOUN_PHRASE, NOUNS, RELATIVES

LONGEST_SUBJECT = 8  # words before the verb of a clause that no joining word announces
LONGEST_ITEM = 5  # words of a noun phrase that may be one of a list
ECHOES = frozenset(("so", "neither", "nor"))  # "… and so did 68 others" says nothing without what stands before it
ECHOED = frozenset("is are was were has have had will would do does did can could".split())
THERE_IS = frozenset(
    "is are was were be been has had seem seems seemed remain remains remained exist exists existed".split()
)
COMPARING = frozenset("more less fewer".split())
# They tell what is the case, and their verb comes behind all its subjects.
TOLD = frozenset(
    "said says say saying warned warns warn warning cautioned cautions cautioning claimed claims claim claiming believes believe believed believing"
    " thinks think thought fears fear feared fearing argued argues argue arguing insisted insists insisting hopes hoped knows knew suggests suggested".split()
)
MOST = frozenset("most least best worst first last only".split())
ANEW = ("PRP", "EX", "DT")  # a subject begins behind a phrase that no comma closes
LIKE_ADJECTIVES = ("ing", "ive", "ous", "ful", "ary")


def right_stands(kind: str, right: Tokens, verb: int) -> bool:
    """Whether the words behind the joint, whose main verb is at *verb*, are a clause of their own."""
    first, before = right[0], right[verb - 1]
    told = subject(right, verb)
    if not told or first.tag in RELATIVES or first.lower == "including" or is_in_phrase(told):
        return False
    if echoes(right) or is_joined_on(right, verb) or _is_rest_of_list(right, verb) or _ends_list(right, verb):
        return False
    if (told[0].tag == "EX" and not _is_there(right, verb)) or _goes_on_with_base(right):
        return False
    lacking = _lacks_opening_comma(right, verb) or _has_another_subject(told, right, verb)
    if lacking or _is_participle(right, verb) or _is_the_most(right):
        return False
    if (first.tag == "IN" and right[1].tag in RELATIVES) or (kind == "clause unmarked" and _only_hangs(right)):
        return False
    if first.tag == "IN" and first.lower in SUBORDINATORS and has_finite(right[: lead_end(right, verb) or verb]):
        return False
    if kind == "dash":
        return not (first.lower in ("a", "an") and before.tag in ("NNP", "PRP"))  # "— a mission Hurley piloted"
    return kind not in ("comma", "clause unmarked") or _is_short_clause(right, verb)


def _goes_on_with_base(right: Tokens) -> bool:
    """Whether the words go on with what should be done: "should halt them, and | *immediately and unconditionally release* those it holds"."""
    at = next((i for i, t in enumerate(right) if t.tag not in ("RB", "CCo", "CCv", "CCc")), 0)
    return at > 0 and right[at].tag == "VB"


def _has_another_subject(told: Tokens, right: Tokens, verb: int) -> bool:
    """Whether the verb is not of the noun that opens the words: "… | and *others*, alas, *shows*", "of drink and | *dance*, *that is* the point"."""
    if told[0].tag == "VBG" and told[0] is right[0] and any(t.tag == "," for t in right[:verb]):
        return True  # "A bench headed by Lind, and | *comprising* two clerks, ruled"
    if told[0] is right[0] and len(told) == 1 and told[0].tag == "NN" and not agrees(told, right[verb]):
        return True  # "those charged with arson and | *spying are* set to learn"
    if told[-1].tag == "NNS" and is_plural(told) and not agrees(told, right[verb]):
        return True
    return right[verb - 1].lower in ("that", "this", "it") and told[-1] is not right[verb - 1]


def _only_hangs(right: Tokens) -> bool:
    """Whether a name is only the last of those before the joint, and the verb is of a clause below: "in Velm and | Orla as the toll rose"."""
    end = next((i for i, t in enumerate(right) if t.tag != "NNP"), 0)
    below = end > 0 and right[end].lower in ("as", "when", "after", "before", "while", "because", "since", "until")
    return below and sum(t.tag in FINITE for t in right[end:]) == 1


def _is_short_clause(right: Tokens, verb: int) -> bool:
    """Whether a clause that no joining word announces has its verb near its front, and a subject of its own."""
    before = right[verb - 1]
    return verb <= LONGEST_SUBJECT and before.tag not in ("WDT", "WP") and not _is_noun_with_clause(right, verb)


def left_stands(kind: str, left: Tokens, verb: int, right: Tokens) -> bool:
    """Whether the words before the joint, whose main verb is at *verb*, are whole without those behind it."""
    told = subject(left, verb)
    if kind in ("comma", "clause unmarked") and (not told or is_in_phrase(told)):
        return False  # "In a poll with three of them included, …"
    if YEAR.fullmatch(left[-1].word) and YEAR.fullmatch(right[0].word):
        return False  # "and in 2003 | and 2004 served"
    if _parts_adjectives(left, right):
        return False
    stop = next((i for i in range(len(left) - 1, 0, -1) if left[i].word in ";:"), None)
    if stop is not None and not has_finite(left[stop:]):
        return False  # "against the trend: Norway | and Chad had …"
    within = left[-1].tag == right[0].tag == "NNP" and (left[-2].tag == "DT" or right[1].tag in (",", ":"))
    if kind == "comma" and within:
        return False  # "at a Frederick, Maryland assisted living home"
    if kind == "clause unmarked" and right[0].tag == left[-1].tag == "NNS" and _follows_a_verb(left):
        return False  # "has meant women | and doctors live in fear"
    several = kind in ("comma", "clause unmarked") and _is_first_of_several(left, right)
    if several or (kind in ("comma", "clause", "clause unmarked") and _is_participle(left, verb)):
        return False  # "a party headed by Housing | and Planning Minister Lund would win"
    given = [t.lower for t in left[:2]] in (
        ["given", "that"],
        ["provided", "that"],
        ["assuming", "that"],
    )  # hang on what follows
    waits = waiting.for_more(left) or _counts_on(left, verb, right)
    return not given and not waits and not _ends_with_item(kind, left, verb)


def _counts_on(left: Tokens, verb: int, right: Tokens) -> bool:
    """Whether a figure behind the joint is another of those before it: "were dismissed and 1,300 clubs | and 180 papers have been shut"."""
    joint = max((i for i, t in enumerate(left) if i > verb and t.tag == "CCo"), default=0)
    counted = right[0].tag == "CD" and any(t.tag == "CD" for t in left[joint:])
    return joint > 0 and counted and not has_finite(left[joint:])


def _is_first_of_several(left: Tokens, right: Tokens) -> bool:
    """Whether a noun before the joint waits for the verb behind it: ", as cities | and towns go under", "warned the heat | and floods would come"."""
    if right[0].tag not in ("NN", "NNS", "NNP", "JJ", "CD"):
        return False
    at = next((i for i in range(len(left) - 1, 0, -1) if left[i].lower == "as" or left[i].lower in TOLD), None)
    behind = left[at + 1 :] if at else []
    if not behind or any(t.tag not in IN_NOUN_PHRASE and t.lower != "of" for t in behind):
        return False
    return behind[-1].tag in ("NNS", "NNP") if left[at or 0].lower == "as" else behind[-1].tag in NOUNS


def _parts_adjectives(left: Tokens, right: Tokens) -> bool:
    """Whether the joint stands between what describes one noun: "as dry, | hot winds fed it", "supplies safe, | secure and affordable power"."""
    described = right[0].tag == "JJ" and left[-1].lower.endswith(LIKE_ADJECTIVES)
    if left[-2].tag in ("DT", "PRP$") and (left[-1].tag == "JJ" or described):
        return True  # "the Free | and Fair Elections Fund", "its outstanding | and courageous work"
    if left[-1].tag not in ("JJ", "NN") or right[0].tag not in ("JJ", "NN"):
        return False
    opened = right[0].tag == "JJ" and left[-2].lower in waiting.FOR_VERB | {"as", "after", "before"}
    listed = (
        left[-1].tag == "JJ" and right[1].tag.startswith("CC") and right[2].tag == "JJ" if len(right) > 2 else False
    )
    third = (
        len(left) > 2 and right[0].tag == left[-3].tag == "JJ" and left[-2].tag == ","
    )  # "safe, secure | and affordable power"
    return opened or listed or third


def is_in_phrase(told: Tokens) -> bool:
    """Whether what was read as a subject only stands in a phrase: "between Crete and Cyprus", not "in Oslo it", "at least six"."""
    counts = told[0].lower in ABOUT and any(t.tag == "CD" for t in told[1:3])
    counts = counts and (
        told[0].lower != "at" or told[1].lower in ("least", "most")
    )  # "*at one point* shared their tea"
    if told[0].tag != "IN" or counts:
        return False
    return not any(
        (t.tag in ANEW or t.lower in SOMEBODY) and told[i].tag in (*NOUNS, "CD", "DT") for i, t in enumerate(told[1:])
    )


def echoes(right: Tokens) -> bool:
    """Whether the words only say the same of another: "and so did 68 others"."""
    return len(right) > 1 and right[0].lower in ECHOES and right[1].lower in ECHOED


def _is_rest_of_list(right: Tokens, verb: int) -> bool:
    """Whether the words begin in the middle of a list of subjects: "Kansas, and Arizona made …"."""
    told = len(subject(right, verb))
    return told + 1 < verb and right[told].tag == "," and right[told + 1].tag.startswith("CC")


def _ends_list(right: Tokens, verb: int) -> bool:
    """Whether the words begin with the last noun of a list: "food and | accommodations and the town has"."""
    bare = right[0].tag in ("NN", "NNS") and right[1].tag.startswith("CC")
    return bare and verb > 2 and right[2].tag in ("DT", "PRP", "PRP$", "EX")


def _lacks_opening_comma(right: Tokens, verb: int) -> bool:
    """Whether a comma before the verb closes what was opened before the joint: "the editor, and | former clerk, said"."""
    start = lead_end(right, verb)
    commas = [i for i in range(start, verb) if right[i].tag == ","]
    goes_on = any(
        b.tag in FINITE and a.tag == "," for a, b in pairwise(right[verb + 1 :])
    )  # "a bill, vetoed twice, was …"
    deed = right[verb + 1 : verb + 2] != [] and right[verb + 1].tag in (
        "DT",
        "NNP",
        "PRP$",
    )  # ", *stormed the* council, blocked roads"
    return len(commas) == 1 and commas[0] == verb - 1 and (deed or not goes_on)


def _is_noun_with_clause(right: Tokens, verb: int) -> bool:
    """Whether a noun stands there with what somebody did to it, and no clause: "an unarmed motorist he shot"."""
    opens = right[0].lower in ("a", "an", "the") and verb > 2
    return opens and right[verb - 1].tag == "PRP" and right[verb - 2].tag in NOUNS and lead_end(right, verb) == 0


def _is_there(right: Tokens, verb: int) -> bool:
    """Whether something is said to be there, and "there" is no place: "but once there may not vote"."""
    deed = next((t for t in right[verb:] if t.tag not in ("MD", "RB") and t.lower != "have"), right[verb])
    return deed.lower in THERE_IS or deed.lower in ("'s", "’s")


def _is_participle(right: Tokens, verb: int) -> bool:
    """Whether what looks like the verb only describes its noun: "a medal conferred by the king", "youths aged 16"."""
    at = next(
        (i for i in range(verb + 1, len(right)) if right[i].tag != "RB"), len(right)
    )  # "a town *hit hard* by the fire"
    behind = right[at] if at < len(right) else None
    if right[verb].tag != "VBD" or behind is None or right[verb].start < 0:
        return False
    if behind.lower == "by":
        return all(t.tag != "CD" for t in right[at + 1 : at + 3])  # "rose by five percent" is a deed
    aged = right[verb].lower == "aged" and behind.tag == "CD"
    return aged or behind.lower in DESCRIBING.get(right[verb].lower, ())


def _is_the_most(right: Tokens) -> bool:
    """Whether a noun phrase with its own clause stands there: "the most a challenger has ever received"."""
    if len(right) < len(("more", "than", "it")):
        return False
    if right[0].lower in COMPARING and right[1].lower == "than" and right[2].tag in ("PRP", "DT", "NNP", "JJ"):
        return True  # "…, more than it gets in a year"
    return right[0].lower == "the" and right[1].lower in MOST and right[2].tag == "DT"


def _follows_a_verb(left: Tokens) -> bool:
    return len(left) > 1 and left[-2].tag in FINITE | {"VBN", "VB"}


def _ends_with_item(kind: str, left: Tokens, verb: int) -> bool:
    """Whether the words before ", and" end with a list of nouns, of which what follows is the last: "harm, violence, and unrest felt …"."""
    comma = next((i for i in range(len(left) - 1, verb, -1) if left[i].tag == ","), None)
    if kind != "clause" or comma is None or not 0 < len(left) - 1 - comma <= LONGEST_ITEM:
        return False
    item = left[comma + 1 :]
    return (
        left[comma - 1].tag in NOUNS
        and all(t.tag in ("NN", "NNS", "JJ") for t in item)
        and item[-1].tag in NOUNS
        and len(item) <= LONGEST_ITEM
    )
