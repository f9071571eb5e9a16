"""The names that a source is about: its own, those of a list, and none that only qualify what it says of itself."""

import re

from claims.extraction.entities import Sort
from claims.extraction.entities.mentions import Form, Mention
from claims.extraction.entities.nouns import NOUNS
from claims.extraction.entities.words import Word
from claims.extraction.lexicon import bodies, heads, people
from claims.extraction.lexicon.function_words import PREPOSITIONS
from claims.extraction.sources.phrases import RELATIVE, Named, Phrase, lists_places

# A name before one of these is explained by it, and is called by the name alone: "OVD-Info group", "the AP news agency".
_LABELS = bodies.PUBLICATIONS | frozenset(
    "group agency movement organisation organization company firm website site app".split()
)
_BETWEEN = re.compile(
    r",? (?:and|(?:along|together) with) (?:[\w-]+ ){0,3}|, (?:the )?"
)  # what stands between the names of a list
_BODIES = bodies.ORGANISATION_HEADS | bodies.MEDIUM_HEADS | bodies.GOVERNMENT_HEADS | bodies.GENERIC_BODIES
_ROLE_NOUNS = heads.TITLE_WORDS | people.NAMELESS

_NUMBERS = frozenset("two three four five six seven eight nine ten several some many most few".split())
_UNIONS = frozenset("U.N. UN EU E.U. U.S. US UK U.K.".split())  # "the U.N. refugee agency" is one of theirs
_ROLE_BETWEEN = re.compile(r"(?:['’]s)? (?:[a-z][\w-]* ){1,4}")
_OF_PLACE = re.compile(r"^ of [A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,2}(?=,? and )")


def names_of(phrase: Phrase) -> list[Named]:
    """The names that the phrase is about, several where they are listed; empty where it only describes."""
    named = [pair for pair in phrase.mentions if pair[0].form is Form.NAME]
    if phrase.words[0].lower in _NUMBERS and named and named[0][0].words[-1].lower() in people.GROUPS:
        return []  # "Two moderate *Democrats*" are not all of them
    tops = [pair for pair in named if _is_top(phrase, pair[0])]
    apposed = [pair for pair in named if pair[0].sort in (Sort.PERSON, None) and _is_apposed(phrase, pair[0])]
    if not tops:  # "another co-author, chemistry professor Ada Marlow"
        return apposed[-1:] or [pair for pair in named[-1:] if _is_of_body_before(phrase, pair[0])]
    titled = [pair for pair in tops if pair[0].sort is Sort.PERSON and _titled(phrase, pair[0])]
    if tops[0][0].sort is not Sort.PERSON:  # "one House Republican, Mark Lind"
        titled += apposed
    listed = _list_from(phrase, tops[0], named)
    return listed if len(listed) > 1 else titled[:1] or tops[:1]


def _list_from(phrase: Phrase, first: Named, named: list[Named]) -> list[Named]:
    listed = [first]
    between = ""
    for pair in named:
        if pair[0].whole.start <= listed[-1][0].whole.start:
            continue
        gap = re.sub(r"^ ?\([^)]*\)", "", phrase.text[listed[-1][0].whole.end : pair[0].whole.start])
        if gap == " of " and pair[0].sort is Sort.PLACE:
            continue  # "Sens. Ann Lind *of Ohio* and Tom Berg of Iowa"
        if first[0].sort is Sort.PERSON and pair[0].sort is not Sort.PERSON and _is_of_next(phrase, pair[0]):
            continue  # "CEO Ann Lind and *Lund Journal* editor Tom Berg"
        gap = _OF_PLACE.sub("", gap)
        if not _BETWEEN.fullmatch(gap):
            break
        listed.append(pair)
        between = gap
    return listed if " and " in between or " with " in between else [first]


def _is_of_next(phrase: Phrase, mention: Mention) -> bool:
    """Whether a name only tells where the person works who is named right behind it with a role."""
    person = next((m for m, _ in phrase.mentions if m.whole.start > mention.whole.end), None)
    between = phrase.text[mention.whole.end : person.whole.start] if person else ""
    return person is not None and person.sort is Sort.PERSON and _ROLE_BETWEEN.fullmatch(between) is not None


def _titled(phrase: Phrase, mention: Mention) -> bool:
    """Whether a role stands right before the name ("neuroscience professor Sam Wang"), or in apposition to it."""
    before = _before(phrase, mention)
    common = (
        bool(before)
        and not before[-1].capital
        and before[-1].lower not in PREPOSITIONS | {"the", "a", "an", "and", "both"}
    )
    return common or any(word.gap.startswith(",") for word in before)


def _is_of_body_before(phrase: Phrase, mention: Mention) -> bool:
    """Whether a person stands behind a role with its body: "speaker of the parliament *Ali Laran*"."""
    before = _before(phrase, mention)
    of_body = (
        len(before) > 2 and before[-1].lower in bodies.GENERIC_BODIES and before[0].lower in people.ROLES | {"the"}
    )
    return of_body and mention.sort is Sort.PERSON and mention.whole.end == phrase.words[-1].end


def _is_apposed(phrase: Phrase, mention: Mention) -> bool:
    """Whether somebody's full name ends the phrase behind a comma, with nothing but what they are between."""
    behind = next((word for word in phrase.words if word.start >= mention.whole.end), None)
    listed = any(word.lower == "and" for word in phrase.words if word.start >= mention.whole.end)
    goes_on = behind is not None and behind.lower in RELATIVE and behind.gap == ", "  # "the other, Jan Lind, whom …"
    goes_on = goes_on or behind is None or behind.lower in ("of", "from")
    if not goes_on or listed or len(mention.words) == 1:
        return False
    before = _before(phrase, mention)
    comma = _last_comma(phrase, mention, before)
    between = [word.lower for word in before[comma:]]
    return comma > 0 and not (PREPOSITIONS | RELATIVE) & set(between) and between[:1] != ["and"]


def _before(phrase: Phrase, mention: Mention) -> list[Word]:
    return [word for word in phrase.words if word.end <= mention.whole.start]


def _is_top(phrase: Phrase, mention: Mention) -> bool:
    if _only_qualifies(phrase, mention):
        return False
    before = _before(phrase, mention)
    comma = _last_comma(phrase, mention, before)
    tail = before[comma:]
    if any(word.gap == ", " and word.lower == "from" for word in before):
        return False  # "the survivors, from Mali, Senegal and Velm"
    if comma:
        if lists_places(phrase.words, comma):
            return False
        described = any(word.lower in NOUNS or word.lower in people.TITLES for word in before[:comma])
        located = mention.sort is Sort.PLACE and any(word.lower in PREPOSITIONS for word in before[:comma])
        if located or not described or _named_before(phrase, mention):
            return False
    elif mention.sort is Sort.PERSON and before and _ends_title(before):
        return True
    return not any(
        word.lower in PREPOSITIONS or word.lower in RELATIVE or _governs(word, tail[at:])
        for at, word in enumerate(tail, 1)
    )


def _governs(word: Word, following: list[Word]) -> bool:
    """Whether the name is only an object, "a protester using the name Katya"; not in "the monitoring group OVD-Info"."""
    participle = word.lower.endswith("ing") and not word.capital and word.lower not in NOUNS
    return participle and not any(other.lower in _BODIES for other in following)


def _ends_title(before: list[Word]) -> bool:
    """Whether a title ends right before a name: "professor", "Ambassador to the United Nations"."""
    if before[-1].lower in _ROLE_NOUNS:
        return True
    return before[-1].capital and any(word.lower in _ROLE_NOUNS for word in before)


def _last_comma(phrase: Phrase, mention: Mention, before: list[Word]) -> int:
    """How many of the words *before* stand in front of the last comma."""
    if before and "," in phrase.text[before[-1].end : mention.whole.start]:
        return len(before)
    return max((place for place, word in enumerate(before) if place and word.gap.startswith(",")), default=0)


def _only_qualifies(phrase: Phrase, mention: Mention) -> bool:
    """Whether the name only says whose or which: "Trump's statement", "a Woolworths spokesperson"."""
    after = [word for word in phrase.words if word.start >= mention.whole.end]
    if not after or (mention.alias and after[0].text == mention.alias):
        after = after[1:]
    if not after:
        return False
    if after[0].gap[:1] in ("'", "’", "/"):
        return True
    if after[0].lower == "and" and after[0].adjoins:
        return _coordinate_qualifies(phrase, after)
    plain = after[0].adjoins and after[0].lower not in PREPOSITIONS | RELATIVE
    return plain and (mention.text in _UNIONS or not _labelled(after))


def _coordinate_qualifies(phrase: Phrase, after: list[Word]) -> bool:
    """ "New Orleans and Jefferson Parish officials": the second name only qualifies, and so the first does too."""
    second = (
        next((m for m, _ in phrase.mentions if m.form is Form.NAME and m.whole.start >= after[1:][0].start), None)
        if after[1:]
        else None
    )
    if second is None:
        return bool(after[1:]) and after[-1].lower in people.OFFICIAL_GROUPS and len(after) > 1 and after[-1].adjoins
    return second.sort is not Sort.PERSON and _only_qualifies(phrase, second) and not _is_of_next(phrase, second)


def _labelled(after: list[Word]) -> bool:
    label = next((place for place, word in enumerate(after[:3]) if word.lower in _LABELS), None)
    return label is not None and (label + 1 == len(after) or not after[label + 1].adjoins)


def _named_before(phrase: Phrase, mention: Mention) -> bool:
    """Whether a name stands before this one that is the source itself: "Jack Brown, of Texas"."""
    return any(
        other.form is Form.NAME and other.whole.end < mention.whole.start and not _only_qualifies(phrase, other)
        and not any(word.lower in PREPOSITIONS for word in _before(phrase, other))
        for other, _ in phrase.mentions
    )  # fmt: skip
