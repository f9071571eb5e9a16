"""Which words of a content each of its gold claims keeps: how people cut a sentence into single claims.

A claim is aligned with the words of its content. A word that the claim lacks was dropped, but for two kinds of words, of
which the alignment says nothing: small words that any rewording moves, and words in whose place the claim has others.
"""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from claims.extraction.training.gold import WORD

# Any rewording moves these about: that a claim lacks one says nothing.
SMALL = frozenset(
    """a an the that this these those of in on at to for from by with as and or but is are was were be been being has have
    had do does did it its he she they him her them his their i we our my you your who which whom whose there s t will
    would also""".split()
)
STEM = 5  # letters by which inflected forms of one word are told
REPLACED = 5  # words of a stretch at most that others may stand for
NEAR = 2  # words between a match of small words and a match of others, for it not to be chance
FEWEST = 3  # small words in a row that match by no chance


class Fate(IntEnum):
    """What became of a word in one claim."""

    DROPPED = 0
    KEPT = 1
    UNKNOWN = -1


class Word(NamedTuple):
    lower: str
    start: int
    end: int

    @property
    def small(self) -> bool:
        return self.lower in SMALL


def words_of(text: str, spans: Sequence[Sequence[int]]) -> list[Word]:
    return [Word(m[0].lower(), m.start(), m.end()) for start, end in spans for m in WORD.finditer(text, start, end)]


def fates(content: Sequence[Word], claim: str) -> list[Fate]:
    """The fate of each word of *content* in *claim*."""
    mine = [_stem(word.lower) for word in content]
    theirs = [_stem(match[0].lower()) for match in WORD.finditer(claim)]
    found = [block for block in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks() if block.size]
    solid = [range(b.a, b.a + b.size) for b in found if _is_solid(content[b.a : b.a + b.size])]
    found = [b for b in found if len(found) == 1 or _is_near(range(b.a, b.a + b.size), solid)]
    places = {b.a + at: b.b + at for b in found for at in range(b.size)}
    fate = [Fate.KEPT if at in places else Fate.DROPPED for at in range(len(mine))]
    left = Counter(theirs) - Counter(theirs[at] for at in places.values())
    for at, word in enumerate(content):
        if fate[at] is Fate.DROPPED and not word.small and left[mine[at]] > 0:
            left[mine[at]] -= 1
            fate[at] = Fate.KEPT
    kept = [-1, *(at for at, one in enumerate(fate) if one is Fate.KEPT), len(mine)]
    places |= {-1: -1, len(mine): len(theirs)}
    for before, after in pairwise(kept):
        replaced = (
            before in places
            and after in places
            and places[after] - places[before] > 1
            and after - before - 1 <= REPLACED
        )
        for at in range(before + 1, after):
            if content[at].small or replaced:
                fate[at] = Fate.UNKNOWN
    return fate


def _stem(word: str) -> str:
    return word if word[0].isdigit() else word[:STEM]


def _is_solid(words: Sequence[Word]) -> bool:
    return len(words) >= FEWEST or not all(word.small for word in words)


def _is_near(block: range, solid: Sequence[range]) -> bool:
    return any(block.start <= other.stop + NEAR and other.start <= block.stop + NEAR for other in solid)


def stretches(content: Sequence[Word], fate: Sequence[Fate], which: Fate) -> list[list[int]]:
    """The stretches of the text whose words share a fate."""
    made: list[list[int]] = []
    last = None
    for at, (word, one) in enumerate(zip(content, fate, strict=True)):
        if one is which:
            if last == at - 1:
                made[-1][1] = word.end
            else:
                made.append([word.start, word.end])
            last = at
    return made
