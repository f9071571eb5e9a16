"""One quantity, several wordings: claims that put different numbers, bounds, scopes or dates on the same thing.

Two numbers measure one thing when all of this holds: one kind and unit, what is said of it shares its words ("detained" and
"arrested" are one word here, "killed" and "wounded" are two), nothing sets the claims apart (other places, other years, other
people), and their vectors are not far from each other. Numbers that only stand in similar sentences are not enough.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claims.matching.encoder import Vectors
from claims.matching.profile import Profile, profile
from claims.matching.scope import apart, clause, scope
from claims.matching.types import Kind, Quantity
from claims.matching.words import STOP, stem, words

NEAR = 0.35  # sentences of two lengths about one event lie this far apart; what they share is asked for besides
SHARED = 0.5  # of the words of the claim that says less, where people are counted: one event is told in many ways
SHARED_OF_THINGS = (
    0.8  # where not: any two things may cost something, and "women among officers" are not "women among the enlisted"
)

# Counted people go by many nouns within one event.
PEOPLE = frozenset(
    stem(word)
    for word in "people persons person men women protesters demonstrators civilians residents marchers victims patients "
    "migrants refugees voters students pupils workers soldiers troops children others citizens passengers participants".split()
)
# Words for one and the same happening or measure; of two lines that both name people, only one can be meant.
HAPPENINGS = (
    "detained detain arrested arrest arrests detention detentions detainees held custody jailed",
    "killed kill dead died die deaths death fatalities fatality killing",
    "injured injure wounded wound hurt injuries injury casualties hospitalised hospitalized",
    "displaced fled flee evacuated evacuees homeless",
    "missing unaccounted",
    "cost costs price priced spent spend spending paid budget",
    "earned earns income salary salaries wage wages pay",
    "infected cases infections contracted diagnosed",
    "destroyed destroy demolished razed",
    "attended turnout gathered marched rallied rally protested protest protests demonstration demonstrations crowd",
)
_HAPPENING = {stem(word): line.split()[0] for line in HAPPENINGS for word in line.split()}
_OF_PEOPLE = frozenset(line.split()[0] for line in HAPPENINGS) - {"cost", "earned", "destroyed"}
# What stands beside a number in any sentence and tells nothing of what is counted.
GENERIC = frozenset(
    stem(word)
    for word in "said say says told reported report reports according official officials figure figures number numbers total totals count "
    "counted estimated estimate reached reach rose rise risen fell fall fallen increased increase decreased decrease climbed dropped grew "
    "hit stood stands including include includes more less least most nearly almost about around approximately up down per percent cent "
    "hundred thousand million billion trillion dozens hundreds thousands millions new other last year month week day days first so far now "
    "nationwide police group groups monitoring monitors monitor evening morning night noon recent weekend against".split()
)
# A number behind one of these is a name, not an amount; so is one behind a capital ("Area 51").
LABELS = frozenset(
    "phase category flight round stage grade level number no page chapter article section version episode season series class type model highway "
    "route channel group part per age aged".split()
)
_LABELLED = re.compile(r"(?:^|[\s(])(?P<word>[\w.&'’-]+)[\s-]+$")
_YEAR = re.compile(r"^(?:1[5-9]|20)\d\d$")
_TIME = re.compile(r":\d")  # 2:45 a.m., 20:00
_DOES = re.compile(r"^\W{0,2}\s*(?:have|has|had|were|was|are|is|be|been|being|more|others?)\b")
_CHANGES = frozenset("by another further additional".split())


@dataclass(frozen=True, slots=True)
class Measured:
    """One claim's number for a quantity that others measure too; *claim* is the claim's index."""

    claim: int
    quantity: Quantity


class _Amount(NamedTuple):
    """A number of a claim with what the claim says of it, found once and held against every number of another claim."""

    text: str
    number: Quantity
    said: frozenset[str]


def same_quantity(a: str, b: str, cosine: float) -> tuple[Quantity, Quantity] | None:
    """The two numbers that both claims put on one thing, equal or not; nothing where they count different things."""
    return _pair(profile(a, clean=False), profile(b, clean=False), cosine)


def groups(texts: Sequence[str], vectors: Vectors) -> list[list[Measured]]:
    """Claims that measure one quantity, each group in the order of the texts; a claim alone makes no group."""
    profiles = [profile(text, clean=False) for text in texts]
    cosines = vectors @ vectors.T
    leader = {
        (index, number): (index, number) for index, one in enumerate(profiles) for number in range(len(one.numbers))
    }

    def first(member: tuple[int, int]) -> tuple[int, int]:
        while leader[member] != member:
            member = leader[member]
        return member

    for right, later in enumerate(profiles):
        for left, earlier in enumerate(profiles[:right]):
            pair = _pair(earlier, later, float(cosines[left, right]))
            if pair:
                leader[first((right, later.numbers.index(pair[1])))] = first((left, earlier.numbers.index(pair[0])))
    members: dict[tuple[int, int], list[Measured]] = {}
    for index, number in sorted(leader):
        members.setdefault(first((index, number)), []).append(Measured(index, profiles[index].numbers[number]))
    return [group for group in members.values() if len({_amount(member.quantity) for member in group}) > 1]


def otherwise(pair: tuple[Quantity, Quantity]) -> bool:
    """Whether two numbers on one thing differ in value or bound; who repeats a number says nothing new about it."""
    return _amount(pair[0]) != _amount(pair[1])


def _amount(quantity: Quantity) -> tuple[float, float, str]:
    return quantity.low, quantity.high, quantity.bound


def _pair(a: Profile, b: Profile, cosine: float) -> tuple[Quantity, Quantity] | None:
    if cosine < NEAR or not (a.numbers and b.numbers) or apart(a.text, b.text):
        return None
    ours, theirs = (_amounts(claim) for claim in (a, b))
    pairs = [(left.number, right.number) for left in ours for right in theirs if _one_thing(left, right)]
    return min(pairs, key=lambda pair: _distance(*pair), default=None)


def _one_thing(a: _Amount, b: _Amount) -> bool:
    left, right = a.number, b.number
    if left.kind is not right.kind or left.kind in (Kind.DATE, Kind.ORDINAL):
        return False
    if _is_change(a.text, left) is not _is_change(b.text, right):
        return False
    of_people = _counts_people(left, right)
    return _one_unit(a, b) and _overlap(a.said, b.said, of_people=of_people)


def _amounts(claim: Profile) -> list[_Amount]:
    """The numbers of a claim that measure something: no years, no ranks, no "Area 51", "flight 1344" or "per 100,000"."""
    measuring = [number for number in claim.numbers if not _is_label(claim.text, number)]
    masked = _masked(claim) if measuring else ""
    return [_Amount(claim.text, number, _said_of(masked, number, claim.numbers)) for number in measuring]


def _is_label(text: str, quantity: Quantity) -> bool:
    before, words_of = text[: quantity.start], text[quantity.start : quantity.end]
    if quantity.kind is Kind.COUNT and (before.endswith(("/", ":")) or _TIME.match(text, quantity.end)):
        return True
    if quantity.kind is Kind.COUNT and _YEAR.match(words_of) and not _unit(quantity) & PEOPLE:
        return True
    labelled = _LABELLED.search(before)
    word = labelled["word"] if labelled else ""
    opens = (
        labelled is not None and not before[: labelled.start("word")].strip()
    )  # a sentence's first word says nothing by its capital
    return word.lower() in LABELS or (quantity.kind is Kind.COUNT and word[:1].isupper() and not opens)


def _one_unit(a: _Amount, b: _Amount) -> bool:
    """The same noun or currency, or people on both sides; without a noun ("2,000 had been detained") what happened to them tells."""
    left, right = a.number, b.number
    if left.kind is not Kind.COUNT:
        return not left.unit or not right.unit or left.unit == right.unit
    if set(left.unit.split()) & set(right.unit.split()) & _HAPPENING.keys():
        return True
    heads = _head(left), _head(right)
    if all(heads):
        return heads[0] == heads[1] or _counts_people(left, right)
    bare = [one for one in (a, b) if not _head(one.number)]
    happened = bool(a.said & b.said & _OF_PEOPLE)
    return happened and _counts_people(left, right) and all(_stands_for_people(one.text, one.number) for one in bare)


def _unit(quantity: Quantity) -> set[str]:
    """The counted noun; "2,000 detained" and "50 arrests" count people by what happened to them."""
    unit = set(quantity.unit.split())
    return unit if quantity.kind is not Kind.COUNT else unit - _HAPPENING.keys()


def _head(quantity: Quantity) -> str:
    """The noun that a count is of: the last of its words, "skins" in "126 jackal skins"."""
    nouns = [word for word in quantity.unit.split() if word not in _HAPPENING]
    return nouns[-1] if nouns else ""


def _stands_for_people(text: str, quantity: Quantity) -> bool:
    """Whether a number without a noun does or suffers what the claim says: "798 were detained", "killed 12", not "died at 55"."""
    before, after = text[: quantity.start].split()[-1:], text[quantity.end :].split()[:1]
    beside = {stem(word.strip(".,;").lower()) for word in (*before, *after)}
    return bool(_DOES.match(text[quantity.end :])) or bool((beside | set(quantity.unit.split())) & _HAPPENING.keys())


def _counts_people(left: Quantity, right: Quantity) -> bool:
    return left.kind is Kind.COUNT and all(not unit or unit & PEOPLE for unit in (_unit(left), _unit(right)))


def _said_of(text: str, quantity: Quantity, numbers: Sequence[Quantity]) -> frozenset[str]:
    """What a claim says of one of its numbers, in words that do not hang on the wording; of all its words where its own tell nothing."""
    others = [number for number in numbers if number is not quantity]
    return _content(clause(text, quantity, others), quantity) or _content(text, quantity)


def _masked(claim: Profile) -> str:
    """The claim with blanks where its names, places and dates stand: they are compared by themselves."""
    text, found = claim.text, scope(claim.text)
    for start, end in (*((name.start, name.end) for name in claim.names), *found.places, *found.dates):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _content(text: str, quantity: Quantity) -> frozenset[str]:
    unit = _unit(quantity)
    kept = (_HAPPENING.get(word, word) for word in words(text) if _tells(word))
    return frozenset(word for word in kept if word not in unit)


def _tells(word: str) -> bool:
    return word.isalpha() and len(word) > 2 and word not in GENERIC and word not in STOP and word not in PEOPLE


def _overlap(ours: frozenset[str], theirs: frozenset[str], *, of_people: bool) -> bool:
    """Enough shared words; and what happened to people must have happened to both: the killed are not the wounded."""
    happens, other = ours & _OF_PEOPLE, theirs & _OF_PEOPLE
    if of_people and (happens or other) and not happens & other:
        return False
    shared, less = len(ours & theirs), min(len(ours), len(theirs))
    return shared >= max(1, (SHARED if of_people else SHARED_OF_THINGS) * less)


def _is_change(text: str, quantity: Quantity) -> bool:
    """ "Rose by 3 percent" is a change, "rose to 9 percent" a level."""
    before = text[: quantity.start].split()
    return bool(before) and before[-1].lower() in _CHANGES


def _distance(a: Quantity, b: Quantity) -> tuple[bool, float]:
    """Two named units that are equal come first, then the nearer values."""
    return a.unit != b.unit or not a.unit, abs(a.value - b.value) / max(abs(a.value), abs(b.value), 1e-9)
