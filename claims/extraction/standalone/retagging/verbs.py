"""Verbs that the window reads as nouns or participles: "police *beat* detainees", "talks *remain* stalled"."""

from collections.abc import Sequence

from claims.extraction.lexicon.calendar import WEEKDAYS
from claims.extraction.standalone.tags import BEGINS_OBJECT, CLAUSE_ENDS, FINITE, NOUNS, SUBJECT_ENDS

OPENS_OBJECT = frozenset(("DT", "PRP$", "PRP", "CD", "NNP"))
# Verbs that tell what something led to, where they end in -ing; the window takes some of them for nouns.
LEADING_TO = frozenset(
    "prompting sparking drawing fuelling fueling triggering raising forcing causing leaving racking garnering".split()
)
_SUFFERED_BY_NOBODY = frozenset(
    "appeared seemed happened occurred disappeared died emerged existed tended declined climbed slumped plunged soared surged tumbled".split()
)
_BURSTING = frozenset(
    "pipe pipes main mains dam river rivers levee dyke tyre tire tank bank banks boiler balloon bubble canal lake reservoir".split()
)
_STAYING = frozenset("remain stay seem appear become".split())
ONE = frozenset(("he", "she", "it", "who"))
OPENERS = frozenset(("IN", "TO", "VBG", "WDT", "WP", "WRB"))  # behind one of these a participle may well be one
# Verbs with one form for the base, the past and the participle, which the window often takes for a noun.
ONE_FORM = frozenset("shut read put set cut hit cost let split beat spread cast quit hurt".split())
RISEN = frozenset("rose fell grew slid jumped climbed dropped slumped soared".split())
MOVED = frozenset("improved increased decreased declined widened narrowed strengthened weakened worsened".split())
UNSUFFERED = frozenset(
    "waited arrived lived voted emigrated commuted applied remained stayed travelled traveled protested resigned".split()
)


def with_ing(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with a past form for what was read as a participle in -ing without that ending: "guards *hung* him from a hook"."""
    for at, tag in enumerate(tags):
        if tag == "VBG" and not words[at].lower().endswith(("ing", "in")):
            tags[at] = "VBD"
    return tags


def with_beaten(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with a verb for "police *beat* detainees", where the clause has no other."""
    for at in range(1, len(words) - 1):
        several = words[at - 1].lower() == "police" or tags[at - 1] == "NNS"
        if words[at] != "beat" or not several or tags[at] == "VBD" or tags[at + 1] not in (*OPENS_OBJECT, "NNS", "VBZ"):
            continue
        begin = max((i for i in range(at) if tags[i] in ("IN", ",", "CCc")), default=0)
        if not FINITE.intersection((*tags[begin:at], *tags[at + 2 : at + 4])):
            tags[at] = "VBD"
            tags[at + 1] = "NNS" if tags[at + 1] == "VBZ" else tags[at + 1]
    return tags


def with_described(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with a past for "residents *described fleeing*": before what somebody did it tells of nobody else."""
    for at in range(1, len(words) - 1):
        if (
            words[at] in ("described", "recalled", "recounted")
            and tags[at] == "VBN"
            and tags[at + 1] in ("VBG", "PRP$", "WRB")
        ):
            tags[at] = "VBD" if tags[at - 1] in ("NNS", "NN", "NNP") else tags[at]
    return tags


def with_owned_verbs(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with a verb where no noun can stand: "she *plans* to file it", "the trees that *line* the river"."""
    for at in range(1, len(words) - 1):
        before = words[at - 1].lower()
        if tags[at] == "NNS" and before in ONE and tags[at + 1] in ("TO", "DT", "IN", "PRP$", "WRB", *FINITE):
            tags[at] = "VBZ"
        elif tags[at - 1 : at + 2] == ["WDT", "NNS", "DT"] and at > 1 and tags[at - 2] == "NN":
            tags[at] = "VBZ"  # "a pill that *mimics* a hormone"
        elif tags[at - 1 : at + 2] == ["WDT", "NN", "DT"] and at > 1 and tags[at - 2] == "NNS":
            tags[at] = "VBP"
    return tags


def with_unseen(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with the verbs that were read as none, or as another form."""
    for at in range(1, len(words) - 1):
        tags[at] = _as_verb(words, tags, at) or tags[at]
    return tags


def _as_verb(words: Sequence[str], tags: Sequence[str], at: int) -> str | None:
    """What verb a word is that was read as none, or as another form."""
    if tags[at] == "VBN" and words[at] in _SUFFERED_BY_NOBODY and tags[at - 1] in ("NN", "NNS", "NNP", "PRP"):
        return "VBD"  # "coffee drinking *appeared* to double it"
    if words[at] == "struck" and tags[at] == "NN" and tags[at - 1] in NOUNS:
        return "VBD"  # "a quake *struck* 17 miles from Lund"
    if words[at] == "burst" and words[at - 1] in _BURSTING and tags[at] not in FINITE:
        return "VBD"  # "the pipe *burst* on Monday"
    stays = words[at] in _STAYING and tags[at] in ("NN", "VB", "NNS") and _is_plural(words, tags, at - 1)
    if stays and tags[at + 1] in ("JJ", "VBN", "IN", "RB", "DT"):
        return "VBP"  # "Talks *remain* stalled"
    return "VBG" if words[at] in LEADING_TO and tags[at] in ("NN", "VBG") and _goes_on(tags, at) else None


def _is_plural(words: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether several stand there, at the front of a sentence with a capital: "*Talks* remain stalled"."""
    return tags[at] == "NNS" or (at == 0 and tags[at] == "NNP" and words[at].endswith("s") and words[at][1:].islower())


def _goes_on(tags: Sequence[str], at: int) -> bool:
    """Whether it stands beside another participle, before what it led to: ", drawing anger *and prompting* calls"."""
    joined = tags[at - 1].startswith("CC") and "VBG" in tags[max(0, at - 10) : at - 1]
    return (joined or tags[at - 1] == ",") and tags[at + 1] in ("NNS", "NN", "DT", "JJ", "CD", "NNP")


def with_dated_verbs(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with a past form behind a subject and its day: "the government on Tuesday *introduced* legislation"."""
    for at in range(3, len(words) - 1):
        if tags[at] != "VBN" or not words[at].endswith("ed") or words[at - 1] not in WEEKDAYS:
            continue
        subject = at - 2 - (words[at - 2] == "on")
        if tags[subject] in NOUNS and tags[at + 1] in BEGINS_OBJECT and not FINITE.intersection(tags[:at]):
            tags[at] = "VBD"
    return tags


def with_reopened(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with a past form where the main clause behind a leading phrase has none: "After a week in which two *died*, most mills reopened on Monday"."""
    if tags[:1] != ["IN"] or "VBN" not in tags or "," not in tags:
        return tags
    comma = tags.index(",")
    end = tags.index(",", comma + 1) if "," in tags[comma + 1 :] else len(tags)
    said = end == len(tags) or words[-2:-1] in (["said"], ["say"], ["says"])  # ", police said." closes it
    if not said or FINITE.intersection(tags[comma:end]) or tags[comma + 1 : comma + 2] in ([], ["VBN"]):
        return tags
    at = next((i for i in range(comma + 2, end - 2) if tags[i] == "VBN"), 0)
    dated = at > 0 and words[at].endswith("ed") and words[at + 1] == "on" and words[at + 2] in WEEKDAYS
    if dated and tags[comma + 1] in BEGINS_OBJECT and tags[at - 1] in (*NOUNS, "RB"):
        tags[at] = "VBD"
    return tags


def with_closed(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with a verb behind the comma that closes a relative clause: "The core, which holds dark layers, *records* four dry spells"."""
    if "WDT" not in tags:
        return tags
    for at in range(4, len(words) - 2):
        if tags[at] != "NNS" or tags[at - 1] != "," or not FINITE.intersection(tags[: at - 1]):
            continue
        opens = max((i for i in range(1, at) if tags[i] == "WDT"), default=0)
        relative = opens and tags[opens - 1] == "," and FINITE.intersection(tags[opens : at - 1])
        only = not FINITE.intersection(tags[:opens]) and "," not in tags[opens : at - 1]
        counted = words[at + 1] == "at" and words[at + 2] in ("least", "most")
        if relative and only and (tags[at + 1] in ("DT", "PRP$") or counted):
            tags[at] = "VBZ"
    return tags


def with_verbs(tags: list[str]) -> list[str]:
    """The tags with a past form where a clause has a subject and a participle but no verb: "the council elected her"."""
    start = 0
    for end in range(len(tags) + 1):
        if end < len(tags) and tags[end] not in CLAUSE_ENDS:
            continue
        clause = tags[start:end]
        if "VBN" in clause and not any(tag in FINITE for tag in clause):
            at = clause.index("VBN")
            if at and clause[at - 1] in SUBJECT_ENDS and not any(tag in OPENERS for tag in clause[:at]):
                tags[start + at] = "VBD"
        start = end + 1
    return tags


def with_risen(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with a past for "rose" and its like between a noun and a figure, and for what nobody has done to them: "120 people *waited*"."""
    for at in range(1, len(words) - 1):
        by = at + 2 < len(words) and words[at + 1] in ("by", "to", "from")  # "profits *rose* by 4%"
        closed = tags[at - 1] == "," and "WDT" in tags[:at]  # "food, which the bank watches, *climbed* to 5%"
        several = tags[at - 1] == "NNS" and tags[at + 1] in ("IN", "RB", ",")  # "bonds *rose* after the news"
        moved = words[at] in MOVED and words[at + 1] == "by" and tags[at] == "VBN"  # "air quality *improved* by 9%"
        behind_subject = tags[at - 1] in SUBJECT_ENDS or closed
        risen = (moved or words[at] in RISEN) and behind_subject and tags[at + 1 + by] == "CD"
        risen = (
            risen
            or (words[at] in RISEN and several)
            or (words[at] == "cost" and behind_subject and tags[at + 1] == "CD")
        )
        if risen or (tags[at] == "VBN" and words[at] in UNSUFFERED and tags[at - 1] == "NNS"):
            tags[at] = "VBD"
    return tags


def with_might(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with "might" as a verb behind a noun, where it is no power: "the effect *might fade*"."""
    for at in range(1, len(words) - 1):
        if words[at] == "might" and tags[at] == "NN" and tags[at - 1] in SUBJECT_ENDS:
            tags[at] = "MD"
            tags[at + 1] = "VB" if tags[at + 1] == "NN" else tags[at + 1]
    return tags


def with_one_form(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with a past for "shut" and its like, between a subject and an object of a sentence without another verb before: "Estonia *shut* its port"."""
    for at in range(1, len(words) - 1):
        if words[at] not in ONE_FORM or tags[at] not in ("NN", "VB", "VBN") or tags[at + 1] not in OPENS_OBJECT:
            continue
        before = tags[:at]
        closes = tags[at - 1] == "," and "WDT" in before and tags[at] == "VB"  # "Lind, whose firm failed, *read* it"
        named = tags[at - 1] in ("NNP", "PRP", "NNS") and not FINITE.intersection(before)
        if "TO" not in before and (closes or (named and not {"IN", ","}.intersection(before))):
            tags[at] = "VBD"
    return tags
