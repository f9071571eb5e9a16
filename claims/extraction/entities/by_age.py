"""Persons under their age: "Peter Holt, 41, …" is "the 41-year-old" later on, and so is whoever the sentence before names alone."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from claims.extraction.entities.mentions import Form, Mention
from claims.extraction.entities.sorts import Sort
from claims.extraction.entities.words import Word
from claims.extraction.types import Span

_AGED = re.compile(r"(\d{1,3})-year-old")
_LAST = r"(?<![\w’'-])[A-Z][\w’'-]+"
_TOLD = re.compile(
    rf"(?P<before>{_LAST}), (?P<age>\d{{1,3}})[,.]|"
    rf"(?<!\d)(?P<old>\d{{1,3}})-year-old (?:[a-z]{{1,20}} ){{0,3}}(?:[A-Z][\w’'-]{{1,20}} ){{1,3}}(?P<behind>{_LAST})"
)


def told(text: str) -> Mapping[str, str]:
    """The surname for every age that the text gives to one person only."""
    found: dict[str, set[str]] = {}
    for match in _TOLD.finditer(text):
        found.setdefault(match["age"] or match["old"], set()).add(match["before"] or match["behind"])
    return {age: names.pop() for age, names in found.items() if len(names) == 1}


def find(
    words: Sequence[Word], named: Sequence[Mention], earlier: Sequence[Mention], ages: Mapping[str, str]
) -> Iterator[Mention]:
    """Those who are called by their age among *words*, under the surname that *named* or *earlier* mentions gave them."""
    for the, word in pairwise(words):
        aged = _AGED.fullmatch(word.lower) if the.lower == "the" and word.adjoins else None
        if aged is None:
            continue
        persons = [one for one in (*earlier, *named) if one.whole.end <= the.start and one.form is Form.NAME]
        surname = ages.get(aged[1]) or (_only_one(persons, word.sentence - 1, ages) if the.opens else None)
        if surname is not None and any(one.words[-1] == surname for one in persons):
            yield Mention(
                form=Form.NAME,
                span=Span(word.start, word.end),
                whole=Span(the.start, word.end),
                words=(surname,),
                head=surname.lower(),
                sentence=word.sentence,
                leads=the.opens,
                sort=Sort.PERSON,
                definite=True,
            )


def _only_one(persons: Sequence[Mention], sentence: int, ages: Mapping[str, str]) -> str | None:
    """The surname of the one person named in a sentence, if no other age is told of them."""
    names = {one.words[-1] for one in persons if one.sentence == sentence and one.sort is Sort.PERSON}
    return names.pop() if len(names) == 1 and not names & set(ages.values()) else None
