"""Noun phrases without a name that stand for somebody: "the ministry", "an international team of scientists"."""

from collections.abc import Iterator, Sequence

from claims.extraction.entities.mentions import Form, Mention
from claims.extraction.entities.names import gender_of_nouns
from claims.extraction.entities.offices import seconded
from claims.extraction.entities.sorts import Sort
from claims.extraction.entities.titles import bare
from claims.extraction.entities.words import Word, joined
from claims.extraction.lexicon import bodies, heads, people, pronouns
from claims.extraction.lexicon.clauses import PASTS
from claims.extraction.lexicon.cues import VERB_OF
from claims.extraction.lexicon.function_words import CALENDAR, CLAUSE_WORDS, PARTICIPLES, PREPOSITIONS
from claims.extraction.types import Span

THING_NOUNS = bodies.DOCUMENT_HEADS | bodies.MEDIA_ITEM_HEADS
BODY_NOUNS = bodies.GENERIC_BODIES | bodies.GOVERNMENT_HEADS | frozenset(("media", "press", "outlets", "agencies"))
NOUNS = heads.PEOPLE_NOUNS | THING_NOUNS | BODY_NOUNS | people.ROLES | people.NAMELESS
_HOLDING = people.ROLES | bodies.GENERIC_BODIES
_BEFORE = 6  # a noun phrase has at most so many words in front of its head
_BEHIND = 12  # and is followed for so many words behind it
_VERBS = frozenset(
    "reports states estimates notes posts orders rules plans lists records forces figures claims tweets".split()
)
_CHARGING = frozenset(
    "accuse accuses accused accusing suspect suspects suspected convicted accuses guilty capable".split()
)
# Behind these begins what is said: "fond of *saying* conservatives are slow".
_DESCRIBING = frozenset(
    "working leading visiting sitting serving ruling striking opposing competing participating remaining existing neighbouring neighboring".split()
)
_SAYING = frozenset(
    "saying claiming arguing telling alleging insisting noting adding believing thinking stating suggesting".split()
)
_QUESTIONS = frozenset("how what why whether who whom which where when".split())
# What is done to people: "fired tear gas to *disperse protesters*".
_DONE_TO = frozenset(
    "disperse arrest detain stop protect help support attack kill free release hold question tell ask urge beat expel deport rescue scatter"
    " silence intimidate persecute prosecute punish target".split()
)
_TIMES = frozenset("year month week yesterday today earlier later".split()) | CALENDAR
_DID = PASTS | {"left"}  # "Orr Lind *left* office"
_LINKS = frozenset("of from at in by for with on".split())
_NOBODY = frozenset("my your each every".split())  # "each person" is nobody of whom a text goes on to tell
_SMALL = frozenset("the a an and s of".split())  # what may stand between the names behind a link


def find(words: Sequence[Word], names: Sequence[Mention]) -> Iterator[Mention]:
    """The noun phrases among *words* whose head stands for people, bodies or documents and lies in no name."""
    named = {word for name in names for word in range(name.whole.start, name.whole.end)}
    for place, word in enumerate(words):
        if noun_of(word) not in NOUNS or word.start in named or _goes_on(words, place, named) or _is_verb(words, place):
            continue
        start = _phrase_start(words, place)
        if start is not None and words[start].lower in _NOBODY:
            continue  # "your prime minister" is whoever somebody means
        if start is not None and not _names_holder(words, place, names):
            yield _read(words, start, place, _phrase_end(words, place))


def noun_of(word: Word) -> str:
    """The noun without what is prefixed to it: an "ex-president" is a president."""
    return bare(word.lower) if "-" in word.text else word.lower


def _goes_on(words: Sequence[Word], place: int, named: set[int]) -> bool:
    """ "government reports": the head is the noun behind."""
    after = words[place + 1] if place + 1 < len(words) else None
    if after is None or not after.adjoins or after.first or after.start in named:
        return False
    return after.lower in NOUNS and not _is_verb(words, place + 1)


def _is_verb(words: Sequence[Word], place: int) -> bool:
    """Whether a word that may be a plural is a verb: "the study reports", unlike "government reports"."""
    if words[place].lower not in _VERBS or not place or words[place - 1].lower not in NOUNS:
        return False
    return any(word.lower in pronouns.DETERMINERS for word in words[max(0, place - 4) : place - 1])


def _names_holder(words: Sequence[Word], place: int, names: Sequence[Mention]) -> bool:
    """ "prime minister Boris Johnson", "the charity Safe Shore": the name right behind says it all."""
    if words[place].lower not in _HOLDING or place + 1 >= len(words) or not words[place + 1].adjoins:
        return False
    return words[place + 1].capital and not words[place + 1].first


def _phrase_start(words: Sequence[Word], head: int) -> int | None:
    """The first word of the phrase: its determiner, or what qualifies the head; None where the noun is a verb ("to report")."""
    start = head
    while start > max(0, head - _BEFORE):
        word, before = words[start], words[start - 1]
        if word.first or not (word.adjoins or word.gap in ("'", "’", "' ", "’ ", ", ")) or word.gap.startswith("."):
            break
        if before.lower in pronouns.DETERMINERS:
            return start - 1
        ends = (
            before.lower in CLAUSE_WORDS or before.lower in PREPOSITIONS or before.lower in _SAYING or word.gap == ", "
        )
        if ends or _is_deed(words, start - 1) or (before.lower in _CHARGING and _is_name(words, start - 2)):
            break
        if _reports(words, start - 1) or (before.lower in _DID and _is_name(words, start - 2)):
            break
        start -= 1
    if (
        start == head
        and head
        and words[head - 1].lower in ("to", "will", "not", "they", "we", "who")
        and words[head].adjoins
    ):
        return None
    return _without_verbs(words, start, head)


def _is_deed(words: Sequence[Word], at: int) -> bool:
    """Whether a verb in -ing stands there behind what governs it: "accused of *beating* students" beats some who are called so by nobody."""
    governed = at > 0 and words[at].adjoins and words[at - 1].lower in ("of", "for", "by", "without")
    return governed and words[at].lower.endswith("ing") and words[at].lower not in _DESCRIBING


def _reports(words: Sequence[Word], at: int) -> bool:
    """Whether a paper or a body says something there: "the *study* last month *reported* astronomers had"."""
    before = words[at - 1].lower if at else ""
    return words[at].lower in VERB_OF and words[at].adjoins and (before in NOUNS or before in _TIMES)


def _is_name(words: Sequence[Word], at: int) -> bool:
    """Whether a name stands there, so that the word behind it is its verb: "Amnesty International *accused* police"."""
    return at >= 0 and words[at].capital


def _without_verbs(words: Sequence[Word], start: int, head: int) -> int:
    """With no determiner in sight only the words next to the head are sure: adjectives of place, and capitals."""
    if start == head or words[start].first or words[start].capital:
        return start
    if start and words[start - 1].lower == "to" and words[start].lower in _DONE_TO:
        return head
    return head if head - start > 2 else start


def _phrase_end(words: Sequence[Word], head: int) -> int:
    """The end of the phrase with what is linked to it: "team of scientists from the University of Montreal"."""
    end = head + 1
    while end - head < _BEHIND:
        further = _linked_end(words, end)
        if further == end:
            break
        end = further
    return end


def _linked_end(words: Sequence[Word], link: int) -> int:
    """The end of what "of", "from" or "at" at *link* binds to the phrase; *link* itself where it binds nothing."""
    first = link
    if link + 1 < len(words) and words[link].lower in PARTICIPLES and words[link].adjoins:
        first = link + 1  # "a study published in The Lancet"
    if first >= len(words) or words[first].lower not in _LINKS or not words[first].adjoins:
        return link
    if first + 1 < len(words) and words[first + 1].lower in _QUESTIONS:
        return link  # "a model of | how salt dissolves"
    if (
        words[first].lower == "of"
        and words[min(first + 1, len(words) - 1)].lower.endswith("ing")
        and _is_charged(words, link)
    ):
        return link  # "accused the army | of staging it"
    end, named = first + 1, False
    while end < len(words) and end - link < _BEHIND and _continues(words, end):
        named = named or words[end].capital
        end += 1
    while end > first + 1 and (words[end - 1].lower in _SMALL or words[end - 1].lower in pronouns.POSSESSIVE):
        end -= 1
    return end if end > first + 1 and (named or words[first].lower == "of") else link


def _is_charged(words: Sequence[Word], end: int) -> bool:
    """Whether somebody is accused or suspected right before the phrase that ends there."""
    return any(word.lower in _CHARGING for word in words[max(0, end - _BEFORE) : end])


def _continues(words: Sequence[Word], place: int) -> bool:
    word, before = words[place], words[place - 1]
    near = word.adjoins or word.gap in ("'", "’", "' ", " (", ") ")
    if word.first or not near or word.gap.startswith("."):
        return False
    if word.lower in CALENDAR:
        return False
    if word.capital or word.lower in _SMALL:
        return True
    linked = before.lower in _LINKS or (before.lower in _SMALL and before.lower != "and")
    return (linked and word.lower not in CLAUSE_WORDS) or word.lower in NOUNS


def _read(words: Sequence[Word], start: int, head: int, end: int) -> Mention:
    determiner = words[start].lower if words[start].lower in pronouns.DETERMINERS else ""
    inner = start + 1 if determiner and start < head else start
    noun = noun_of(words[head])
    leads = words[start].opens or words[start].gap[-2:] in ('" ', "” ")
    return Mention(
        form=Form.NOUN,
        span=Span(words[inner].start, words[head].end),
        whole=Span(words[start].start, words[end - 1].end),
        words=joined(words[inner:end]),
        head=noun,
        sentence=words[start].sentence,
        leads=leads,
        sort=sort_of(noun),
        gender=gender_of_nouns((noun,)),
        roles=(seconded(words, head, noun),) if noun in people.ROLES else (),
        definite=determiner in pronouns.DEFINITE,
        qualifiers=frozenset(word.lower for word in words[inner:end] if word is not words[head]),
    )


def sort_of(noun: str) -> Sort:
    """What a common noun stands for."""
    if noun in heads.PEOPLE_NOUNS or (noun in people.NAMELESS and noun.endswith("s")):
        return Sort.PEOPLE
    if noun in people.ROLES or noun in people.NAMELESS:
        return Sort.PERSON
    return Sort.THING if noun in THING_NOUNS and noun not in bodies.GENERIC_BODIES else Sort.BODY
