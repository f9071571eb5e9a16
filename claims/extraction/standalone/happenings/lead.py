"""What an article's title and lead say happened: the noun for it, what it is called in full, where and when it was."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.extraction.lexicon.calendar import MONTHS
from claims.extraction.lexicon.happenings import (
    ACCIDENT,
    AIRCRAFT,
    ANY_ACCIDENT,
    BEFALLS,
    BY_WHAT,
    DONE_TO,
    HAPPENED,
    HELD,
    KINDS,
    NO_FIRE,
    RUNS,
    TOLD_BY,
)
from claims.extraction.standalone import tagging
from claims.extraction.standalone.clauses import TIMES, lead_end, main_verb, subject
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.happenings import lead_called, lead_place
from claims.extraction.standalone.happenings.lead_called import Told
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import BEGINS_OBJECT, FINITE, PLAIN_NOUNS
from claims.extraction.standalone.times import dates

LEAD = 2  # sentences in which an article says what happened
FEWEST = 5  # words of a sentence that can say so
DAY = re.compile(rf"\b(?:{'|'.join(MONTHS)}) \d{{1,2}}, \d{{4}}\b")
TITLE_WORD = re.compile(r"[^\W\d_][\w-]*")
AFTER_NOUN = RUNS | TIMES  # they may stand behind what happened
# Before the noun these bring another one into the article.
OTHERS = frozenset("a an another second earlier previous other similar third two three past recent every any".split())


@dataclass(frozen=True, slots=True)
class Lead:
    """What title and lead tell of the one happening that an article is about."""

    noun: str
    called: str  # "bus crash", "stabbing of Ann Lind"
    vehicle: str | None  # what befell it: "bus that overturned"
    nouns: frozenset[str]  # that may take it up
    titled: bool  # whether the title tells it too
    day: str | None  # "January 14, 2019"
    place: str | None  # "at Velm Airport"
    before: str  # the lead up to the noun or verb for it; empty where the lead tells the happening itself
    behind: str  # the lead behind it, up to the next verb
    begins: int  # where the article has told it
    ends: int  # where the article may begin to tell of another of its kind


def of_article(
    text: str, sentences: Sequence[Tokens], title: str | None, dateline: datetime.date | None
) -> Lead | None:
    """What an article is about: what its title tells and its first sentences tell again, or the only kind that these tell."""
    lead = [tokens for tokens in sentences[: LEAD + 1] if len(tokens) >= FEWEST][:LEAD]
    words = TITLE_WORD.findall((title or "").lower())
    headline = {kind_of(noun): noun for word in words for noun in _of_title_word(word)}
    for tokens in lead:
        found = [Told(text, tokens, at, noun) for at in range(len(tokens)) for noun in _nouns_of(tokens, at)]
        fit = [told for told in found if kind_of(told.noun) in headline]
        if fit:
            return _told(sentences, fit[0], title, dateline)
        if len({kind_of(told.noun) for told in found}) > 1:
            return None
        if found and not headline:
            return _told(sentences, found[0], None, dateline)
    return None


def _told(
    sentences: Sequence[Tokens],
    told: Told,
    title: str | None,
    dateline: datetime.date | None,
) -> Lead:
    tokens, at = told.tokens, told.at
    itself = _tells(tokens, at) or bool(lead_called.hit(told))
    next_verb = next((i for i in range(at + 1, len(tokens)) if tokens[i].tag in FINITE), len(tokens))
    nouns = _taken_up(told.noun)
    name = _fuller(told, title) if title else lead_called.called(told)
    vehicle = lead_called.vehicle(name, told.noun, by_verb=told.by_verb)
    same_kind = frozenset(vehicle.split(" that ")[0].split()[-1:]) if vehicle else frozenset()
    same_kind |= AIRCRAFT if same_kind & AIRCRAFT else frozenset()
    if vehicle and _ends(sentences, tokens, same_kind, len(told.text)) < len(told.text):
        vehicle = None  # another vehicle of the kind comes in
    return Lead(
        noun=told.noun,
        called=name,
        vehicle=vehicle,
        nouns=nouns,
        titled=title is not None,
        day=_day(told.text, tokens, dateline) if itself and dateline else None,
        place=lead_place.place(told, title, itself=itself),
        before="" if itself else told.text[tokens[0].start : tokens[at].start] or " ",
        behind=told.text[tokens[at].end : tokens[next_verb - 1].end],
        begins=tokens[-1].end,
        ends=_ends(sentences, tokens, nouns, len(told.text)),
    )


def _fuller(told: Told, title: str) -> str:
    """What the lead calls it; what the title does, where the lead has only a bare noun, and the title's words elsewhere."""
    name = lead_called.called(told)
    if name != told.noun:
        return name
    tokens = tagging.tag(title, [(0, len(title))])[0]
    known = {t.lower for t in told.tokens if t.tag == "NN"}
    for at, token in enumerate(tokens):
        if token.lower == told.noun or token.lower in TOLD_BY.get(told.noun, ()):
            fuller = lead_called.called(Told(title, tokens, at, told.noun))
            if set(fuller.split()) - {told.noun} <= known:
                return fuller
    return name


def _of_title_word(word: str) -> Iterator[str]:
    """The nouns for a happening that a title's word is or tells."""
    if any(word.removesuffix("s") in kind for kind in KINDS):
        yield word
    elif word in BY_WHAT:
        yield BY_WHAT[word]
    yield from (noun for noun, forms in (*TOLD_BY.items(), *DONE_TO.items()) if word in forms)


def _nouns_of(tokens: Tokens, at: int) -> Iterator[str]:
    """The nouns for a happening that a word is or tells; a verb of what befalls something has no object."""
    token = tokens[at]
    before, after = tokens[at - 1] if at else None, tokens[at + 1] if at + 1 < len(tokens) else None
    if token.tag in PLAIN_NOUNS or (after is not None and after.lower in RUNS and token.lower.endswith("ing")):
        yield from _by_noun(token.lower, before, after)
    elif token.tag in ("VBD", "VBZ", "VBN"):
        intransitive = after is None or after.tag not in BEGINS_OBJECT
        yield from (n for n, forms in TOLD_BY.items() if token.lower in forms and (intransitive or n not in BEFALLS))
        if before is not None and before.lower in ("was", "were", "been") and intransitive:
            yield from (noun for noun, forms in DONE_TO.items() if token.lower in forms)


def _by_noun(noun: str, before: Token | None, after: Token | None) -> Iterator[str]:
    if after is not None and after.tag in PLAIN_NOUNS and after.lower not in AFTER_NOUN:
        return  # "a fire officer"
    if noun == "fire" and before is not None and before.lower in NO_FIRE:
        yield "shooting"
    elif any(noun.removesuffix("s") in kind for kind in KINDS):
        yield noun


def kind_of(noun: str) -> frozenset[str]:
    """The nouns for the same sort of happening."""
    return next((kind for kind in KINDS if noun.removesuffix("s") in kind or noun in kind), ANY_ACCIDENT)


def _taken_up(noun: str) -> frozenset[str]:
    """The nouns that may take a happening up again, in its own number."""
    plural = noun.endswith("s") and noun not in kind_of(noun)
    nouns = kind_of(noun) | (ACCIDENT if noun.removesuffix("s") in ANY_ACCIDENT else frozenset())
    return frozenset(f"{each}s" for each in nouns) if plural else nouns


def _tells(tokens: Tokens, at: int) -> bool:
    """Whether the sentence tells the happening itself and not what came of it: as its verb, or the noun as its subject or object."""
    verb = main_verb(tokens)
    if verb is None:
        return False
    told = subject(tokens, verb)
    core = told[: next((i for i, t in enumerate(told) if i and t.tag in ("IN", "TO")), len(told))]
    is_subject = (_opens_clause(tokens, at, verb) or any(t is tokens[at] for t in core)) and tokens[
        verb
    ].lower in HAPPENED
    return is_subject or at == verb or (tokens[verb].lower in HELD and at > verb)


def _opens_clause(tokens: Tokens, at: int, verb: int) -> bool:
    """Whether the noun is a subject behind a lead without a comma: "At noon on Monday a fire was reported"."""
    start = at
    while start and tokens[start - 1].tag in ("NN", "JJ", "DT"):
        start -= 1
    return at == verb - 1 and (not start or tokens[start - 1].tag not in ("IN", "TO", "VBG"))


def _day(text: str, tokens: Tokens, dateline: datetime.date) -> str | None:
    """The one day that the sentence names, or that of its verb where it names several."""
    verb = main_verb(tokens)
    days = _days(text, tokens, dateline)
    if len(days) != 1 and verb is not None:
        days = _days(text, tokens[: lead_end(tokens, verb)], dateline)  # "On Monday, …"
    return days.pop() if len(days) == 1 else None


def _days(text: str, tokens: Tokens, dateline: datetime.date) -> set[str]:
    """The days that the words name."""
    if not tokens:
        return set()
    start, end = tokens[0].start, tokens[-1].end
    said = [text[start:end], *(change.words for change in dates.absolute(text, start, end, dateline))]
    return {day for words in said for day in DAY.findall(words)}


def _ends(sentences: Sequence[Tokens], lead: Tokens, nouns: frozenset[str], end: int) -> int:
    """The place where another happening of the kind comes in: "a second crash", "attacks in 2015"."""
    stems = {noun.removesuffix("s") for noun in nouns}
    for tokens in sentences:
        if not tokens or tokens[0].start <= lead[0].start:
            continue
        for before, token, after in zip(tokens, tokens[1:], [*tokens[2:], None], strict=False):
            alone = after is None or after.tag not in PLAIN_NOUNS  # not "a fire officer"
            if alone and before.lower in OTHERS and token.lower.removesuffix("s") in stems:
                return token.start
    return end
