"""Where a happening was, by the words behind it in the lead, or behind it in the title."""

import re
from collections.abc import Iterator

from claims.extraction.lexicon.calendar import MONTHS, WEEKDAYS
from claims.extraction.lexicon.happenings import AFTERMATH, BUILDINGS, SCENES, STRUCK
from claims.extraction.standalone.clauses import lead_end, main_verb
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.happenings.lead_called import CAUGHT, Told, subject_before
from claims.extraction.standalone.tags import FINITE, PLAIN_NOUNS

PREPOSITIONS = frozenset("in at near on off outside".split())
COMPASS = frozenset("northern southern eastern western central north south east west".split())
MOST_WORDS = 3  # of the noun in "a parking house at Velm Airport"
NAME = r"[A-Z][\w’'.-]*(?: (?:of |de |del |la |al-)?[A-Z][\w’'.-]*)*"
TITLE_PLACE = re.compile(
    rf"\b(?P<place>(?P<prep>in|at|near|off|outside) (?:the )?(?:(?:{'|'.join(sorted(COMPASS))}) )?(?P<name>{NAME}))(?=[,;:]|$| (?:after|as|and|near|in|during|when|on|en)\b)"
)


def place(told: Told, title: str | None, *, itself: bool) -> str | None:
    """The place with its preposition, "near Velm"; *itself* says whether the sentence tells the happening and not what came of it."""
    tokens, at = told.tokens, told.at
    verbs = [i for i in range(at + 1, len(tokens)) if tokens[i].tag in FINITE] + [len(tokens)] * 2
    behind = tokens[at + 1 : verbs[1 if itself and not told.by_verb else 0]]
    close = itself or told.by_verb or (behind and behind[0].lower in PREPOSITIONS)
    found = (next(_places(told.text, behind), None) if close else None) or _burning(told)
    if not found:
        found = _nameless(told.text, behind)
    if not found and itself:
        found = _struck(told, verbs[0])
    if not found:
        found = _in_title(told, title)
    if not found and itself:
        verb = main_verb(tokens)
        led_in = tokens[: lead_end(tokens, verb)] if verb is not None else []
        found = next(reversed([*_places(told.text, led_in)]), None)
    return found


def _places(text: str, words: Tokens) -> Iterator[str]:
    """The names of places among the words, each with its preposition."""
    for at, token in enumerate(words):
        if token.lower not in PREPOSITIONS:
            continue
        start = at + 1
        while start < len(words) and words[start].lower in COMPASS | {"the"}:
            start += 1
        end = _name_end(words, start)
        if start < end and not _goes_on(words, end, led=start > at + 1 and words[at + 1].lower == "the"):
            first = _wider(words, at)
            if first == at or words[at - 1].lower in SCENES:  # not "in a speech in Velm"
                yield text[words[first].start : words[end - 1].end]


def _nameless(text: str, behind: Tokens) -> str | None:
    """A place without a name right behind the noun or verb: "at a wedding"."""
    if (
        len(behind) < len(("at", "a", "wedding"))
        or behind[0].lower not in PREPOSITIONS
        or behind[1].lower not in ("a", "an")
    ):
        return None
    end = 2
    while end < len(behind) and behind[end].tag in ("JJ", "NN"):
        end += 1
    return text[behind[0].start : behind[end - 1].end] if behind[end - 1].lower in SCENES else None


def _wider(words: Tokens, at: int) -> int:
    """Where the place begins that the name only tells more of: "in a mill in Velm"."""
    start = at
    while start and words[start - 1].tag in ("NN", "JJ") and at - start < MOST_WORDS:
        start -= 1
    led = start < at and start > 1 and words[start - 1].lower in ("a", "an") and words[start - 2].lower in PREPOSITIONS
    return start - 2 if led else at


def _name_end(words: Tokens, start: int) -> int:
    end = start
    while end < len(words) and words[end].tag == "NNP":
        end += 1
    return start if any(t.word in MONTHS or t.word in WEEKDAYS for t in words[start:end]) else end


def _goes_on(words: Tokens, end: int, *, led: bool) -> bool:
    """Whether a name is only the beginning of a longer one: "the Velm, North Shore fire station"."""
    after = words[end] if end < len(words) else None
    return after is not None and (after.tag in (*PLAIN_NOUNS, "POS", "CD", "JJ") or (led and after.tag == ","))


def _struck(told: Told, verb: int) -> str | None:
    """What the happening struck, where that is a place: "at the Velm Cathedral"."""
    tokens = told.tokens
    if verb >= len(tokens) or tokens[verb].lower not in STRUCK:
        return None
    start = verb + 1
    while start < len(tokens) and tokens[start].lower in COMPASS | {"the"}:
        start += 1
    end = _name_end(tokens, start)
    if start == end or _goes_on(tokens, end, led=False):
        return None
    words = told.text[tokens[verb + 1].start : tokens[end - 1].end]
    return f"{'at' if tokens[end - 1].lower in BUILDINGS else 'in'} {words}"


def _burning(told: Told) -> str | None:
    """The building of that name that "caught fire"."""
    if not told.at or told.tokens[told.at - 1].lower not in CAUGHT:
        return None
    who = subject_before(told.tokens, told.at - 1)
    start = next((i for i, t in enumerate(who) if t.tag == "NNP"), len(who))
    end = _name_end(who, start)
    end += end < len(who) and who[end].lower in BUILDINGS
    if not any(t.lower in BUILDINGS for t in who[start:end]):
        return None
    return f"at {told.text[who[start].start : who[end - 1].end]}"


def _in_title(told: Told, title: str | None) -> str | None:
    """The place that the title names behind the happening, if the article names it too and the title tells nothing that came of it."""
    words = (title or "").lower().replace(",", " ").split()
    if not title or AFTERMATH.intersection(words):
        return None
    match = TITLE_PLACE.search(title)
    if match is None or match["name"] not in told.text:
        return None
    return match["place"]
