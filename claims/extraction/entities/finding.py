"""From a text to its cast."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from claims.extraction.entities import by_age, names, nouns, words
from claims.extraction.entities.cast import Cast
from claims.extraction.entities.gathering import Gathering
from claims.extraction.entities.mentions import Form, Lines, Mention
from claims.extraction.entities.sorts import Sort
from claims.extraction.lexicon.given_names import FEMININE_NAMES, MASCULINE_NAMES
from claims.extraction.types import Passage, PassageKind, Span

_BETWEEN = re.compile(r",? and (?:[\w-]+ ){0,3}|, ")  # what stands between the names of a list
_LONGEST = 12  # a list of more names is a table, and "they" means none such
_SMALL = re.compile(r"\b[a-z][\w-]*")
_CAPITAL = re.compile(r"(?<=[\w,;:)] )[^\W\d_a-z][\w-]*")  # a capital behind a word or a comma is no sentence's
_HEADLINE_CASE = 0.6  # from this share of capitals on, a title capitalises every word and shows no names


@lru_cache(maxsize=1)  # sources and claims ask for the same cast one after the other
def find(text: str, passages: tuple[Passage, ...], title: str | None = None) -> Cast:
    """The cast of *text*, read from its prose passages; headlines and *title* lend full names that the body leaves out."""
    prose = [passage for passage in passages if passage.is_prose]
    lines = _lines(text, prose)
    ages = by_age.told(text)
    gathering = Gathering()
    mentions: list[Mention] = []
    owners: list[int] = []
    sentence = 0
    for passage in prose:
        read = list(words.read(text, passage.span.start, passage.span.end, sentence))
        sentence = read[-1].sentence + 1 if read else sentence
        _gather(_in_order(read, lines, mentions, ages), text, gathering, mentions, owners)
    for headline in [*(p.span.of(text) for p in passages if p.kind is PassageKind.HEADLINE), title or ""]:
        for mention in _title_names(headline, lines):
            gathering.add(replace(mention, outside=True))
    return Cast(text, mentions, owners, gathering.clusters)


def _gather(
    found: Iterator[Mention], text: str, gathering: Gathering, mentions: list[Mention], owners: list[int]
) -> None:
    """Put every mention with its cluster, and before the names of a list the list itself."""
    listed: list[int] = []  # places of the names that may be one list
    for mention in found:
        owner = gathering.add(mention)
        if gathering.contested:
            mention = replace(mention, contested=True)
        if mention.form is Form.NAME:
            last = mentions[listed[-1]] if listed else None
            between = text[last.whole.end : mention.whole.start] if last else ""
            goes_on = last is not None and _alike(last, mention) and _BETWEEN.fullmatch(between) is not None
            listed = [*listed, len(mentions)] if goes_on and len(listed) < _LONGEST else [len(mentions)]
            mentions.append(mention)
            owners.append(owner)
            if goes_on and "and" in between:
                _unite(listed, gathering, mentions, owners)
                listed = []
        else:
            mentions.append(mention)
            owners.append(owner)


def _alike(last: Mention, mention: Mention) -> bool:
    """Whether two names can stand in one list: of one sort, as far as that is known."""
    return last.sort is mention.sort or (
        None in (last.sort, mention.sort) and Sort.PLACE not in (last.sort, mention.sort)
    )


def _unite(listed: list[int], gathering: Gathering, mentions: list[Mention], owners: list[int]) -> None:
    first, last = mentions[listed[0]], mentions[listed[-1]]
    whole = Span(first.whole.start, last.whole.end)
    several = replace(
        first, form=Form.LIST, span=whole, whole=whole, sort=Sort.PEOPLE, gender=None, roles=(), alias=None
    )
    members = tuple(dict.fromkeys(owners[place] for place in listed))
    if len(members) > 1:
        owner = gathering.unite(several, members)
        mentions.insert(listed[0], several)
        owners.insert(listed[0], owner)


def _lines(text: str, prose: Sequence[Passage]) -> Lines:
    small: set[str] = set()
    capital: set[str] = set()
    for passage in prose:
        small.update(_SMALL.findall(text, passage.span.start, passage.span.end))
        inside = _CAPITAL.findall(text, passage.span.start, passage.span.end)
        capital.update(word.lower() for word in inside if word[0].isupper())
    return Lines(frozenset(small), frozenset(capital))


def _in_order(
    read: Sequence[words.Word], lines: Lines, earlier: Sequence[Mention], ages: Mapping[str, str]
) -> Iterator[Mention]:
    named = list(names.find(read, lines))
    found = [*named, *nouns.find(read, named), *by_age.find(read, named, earlier, ages)]
    yield from sorted(found, key=lambda mention: (mention.whole.start, -mention.whole.end))


def _title_names(title: str, lines: Lines) -> Iterator[Mention]:
    read = list(words.read(title, 0, len(title)))
    capitals = sum(word.capital for word in read)
    shouted = capitals > _HEADLINE_CASE * len(read)
    for mention in names.find(read, lines):
        first, last = mention.words[0].lower(), mention.words[-1].lower()
        if not shouted or (
            first in MASCULINE_NAMES | FEMININE_NAMES and len(mention.words) == 2 and last in lines.capital
        ):
            yield mention
