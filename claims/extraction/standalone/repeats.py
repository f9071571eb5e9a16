"""What an article says twice is one claim with two appearances: in headline, caption and body, or said again."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.types import ClaimText, Passage, PassageKind, Span

WORD = re.compile(r"[^\W_]+(?:[.,:]\d+)*")
SAME = 0.82  # word F1 of two wordings from which they are one claim; lower, and different figures of one event merge
RARE_WORDS = 4  # a wording is compared with those that share one of its rarest words, to stay linear
NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion first second third".split()
)
NEGATIONS = frozenset("not no never none neither nor without denied".split())
EMPTY = frozenset("a an the that".split())


def merged(passages: Sequence[Passage], claims: Sequence[ClaimText]) -> tuple[ClaimText, ...]:
    """The claims with repeats joined, in order; the first appearance of each stands in the body where there is one."""
    bodies = [passage.span for passage in passages if passage.kind is PassageKind.BODY]
    kept: list[ClaimText] = []
    bags: list[Counter[str]] = []
    shelves: dict[str, list[int]] = defaultdict(list)
    read = [Counter(_words(claim.text)) for claim in claims]
    common = Counter(word for bag in read for word in bag)
    for claim, bag in zip(claims, read, strict=True):
        rare = sorted(bag, key=lambda word: (common[word], word))[:RARE_WORDS]
        near = sorted({index for word in rare for index in shelves[word][-50:]})
        twin = next(
            (index for index in near if _same(bag, bags[index]) and not _abstains_alone(claim, kept[index])), None
        )
        if twin is None:
            for word in rare:
                shelves[word].append(len(kept))
            kept.append(claim)
            bags.append(bag)
        else:
            kept[twin] = _joined(kept[twin], claim, bodies)
    return tuple(kept)


def _words(wording: str) -> list[str]:
    return [word for word in WORD.findall(wording.lower()) if word not in EMPTY]


def _same(one: Counter[str], other: Counter[str]) -> bool:
    shared = sum((one & other).values())
    if 2 * shared < SAME * (sum(one.values()) + sum(other.values())):
        return False
    return _guarded(one) == _guarded(other)


def _guarded(bag: Counter[str]) -> frozenset[str]:
    """The words that make two likenesses different claims: figures and negations."""
    return frozenset(
        word for word in bag if word in NUMBERS or word in NEGATIONS or word[0].isdigit() or word.endswith("n't")
    )


def _abstains_alone(one: ClaimText, other: ClaimText) -> bool:
    return (one.abstained is None) != (other.abstained is None)


def _joined(kept: ClaimText, again: ClaimText, bodies: Sequence[Span]) -> ClaimText:
    if _in_body(again, bodies) and not _in_body(kept, bodies):
        return replace(again, appearances=(*again.appearances, *kept.appearances))
    return replace(kept, appearances=(*kept.appearances, *again.appearances))


def _in_body(claim: ClaimText, bodies: Sequence[Span]) -> bool:
    span = claim.appearances[0].spans[0]
    at = bisect_right(bodies, span.start, key=lambda body: body.start) - 1
    return at >= 0 and bodies[at].overlaps(span)
