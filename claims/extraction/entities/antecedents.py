"""Whom a pronoun stands for: every candidate before it is weighed by a few features whose weights were learnt."""

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from claims.extraction.entities.clusters import Cluster
from claims.extraction.entities.mentions import Form, Mention, stands_beside
from claims.extraction.entities.sorts import Gender, Sort
from claims.extraction.lexicon import calendar, nations, pronouns

REACH = 6  # an antecedent stands at most so many sentences back; further back nobody would use a pronoun
MOST = 80  # and at most so many mentions back, which bounds the work on a text without sentences


@dataclass(frozen=True, slots=True)
class Heard:
    """Who has spoken so far, as indices of the cast: the *last* one, and *all* of them."""

    last: int | None = None
    all: Collection[int] = ()


NOBODY = Heard()
SCHOOLS = frozenset(
    "high elementary primary secondary grammar prep preparatory".split()
)  # "Osk District High" is no "he"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pronoun stands: its sentence, the clusters mentioned before it, and who spoke last."""

    pronoun: str
    sentence: int
    leads: bool
    heard: Heard = NOBODY


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a pronoun may stand for, and where they were mentioned last: *leads* tells whether before others of the sentence."""

    cluster: int
    features: tuple[float, ...]
    sentence: int
    start: int
    leads: bool
    named: bool
    sort: Sort | None


FEATURES = (
    "same sentence", "sentence before", "two before", "three or more before", "leads its sentence", "first of its sort there",
    "speaker", "gender agrees", "gender unknown", "named", "full name", "often named", "sort fits best", "newest of its sort",
    "both lead", "speaker and sentence before", "has spoken", "list",
)  # fmt: skip


def candidates(place: Place, before: Sequence[tuple[Mention, int]], clusters: Sequence[Cluster]) -> Iterator[Candidate]:
    """Every cluster mentioned shortly *before* (latest last) that the pronoun may stand for, with its features."""
    seen: set[int] = set()
    firsts = _firsts(before)
    newest: set[Sort | None] = set()
    for mention, index in reversed(before[-MOST:]):
        distance = place.sentence - mention.sentence
        if distance > REACH and seen:
            break
        if index in seen:
            continue
        seen.add(index)
        cluster = clusters[index]
        if not can_stand_for(place.pronoun, cluster):
            continue
        kind = cluster.sort
        yield Candidate(
            index,
            _features(place, mention, cluster, index, distance, firsts, new=kind not in newest),
            mention.sentence,
            mention.whole.start,
            mention.leads or (kind is Sort.PERSON and (mention.sentence, index) in firsts),
            cluster.form is Form.NAME,
            kind,
        )
        newest.add(kind)


def _firsts(before: Sequence[tuple[Mention, int]]) -> set[tuple[int, int]]:
    """The first person, and the first anything else, of each sentence: subjects mostly are."""
    firsts: dict[tuple[int, bool], int] = {}
    last: Mention | None = None
    for mention, index in before[-MOST:]:
        first = (mention.sentence, mention.sort is Sort.PERSON)
        if first in firsts and last is not None and last.leads and stands_beside(last, mention):
            firsts[first] = index
        firsts.setdefault(first, index)
        last = mention
    return {(sentence, index) for (sentence, _), index in firsts.items()}


def can_stand_for(pronoun: str, cluster: Cluster) -> bool:
    """Whether number, gender and sort allow it."""
    if cluster.doubtful:
        return False
    if pronoun in pronouns.MASCULINE:
        return _is_somebody(cluster) and cluster.gender is not Gender.FEMININE
    if pronoun in pronouns.FEMININE:
        return _is_somebody(cluster) and cluster.gender is not Gender.MASCULINE
    if pronoun in pronouns.NEUTER:
        return cluster.sort not in (Sort.PERSON, Sort.PEOPLE)
    if cluster.sort in (Sort.THING, Sort.PLACE):
        return False  # no planet, town or land is "they"; those who live or govern there would have been named
    return cluster.sort is not Sort.PERSON or cluster.form is Form.NOUN


def _is_somebody(cluster: Cluster) -> bool:
    """A person; a name of unknown sort only with a first name, or "he" would be a town, a virus or the word that opens a sentence."""
    if cluster.gender is None and len(cluster.words) == 1 and len(cluster.words[0]) > 1 and cluster.words[0].isupper():
        return False  # "identified by *DNA*, a doctor said"
    if cluster.sort is not None:
        return cluster.sort is Sort.PERSON
    several = len(cluster.words) > 1 and " ".join(cluster.words) not in nations.OF_SEVERAL_WORDS
    return (
        several and cluster.words[-1].lower() not in SCHOOLS and cluster.words[-1] not in calendar.WEEKDAYS
    )  # "Super Tuesday"


def _features(
    place: Place,
    mention: Mention,
    cluster: Cluster,
    index: int,
    distance: int,
    firsts: set[tuple[int, int]],
    *,
    new: bool,
) -> tuple[float, ...]:
    speaks = index == place.heard.last
    wanted = Gender.MASCULINE if place.pronoun in pronouns.MASCULINE else Gender.FEMININE
    gendered = place.pronoun in pronouns.GENDERED
    return tuple(
        float(value)
        for value in (
            distance == 0,
            distance == 1,
            distance == 2,
            min(max(distance - 2, 0), REACH) / REACH,
            mention.leads,
            (mention.sentence, index) in firsts,
            speaks,
            gendered and cluster.gender is wanted,
            gendered and cluster.gender is None,
            cluster.form is Form.NAME,
            len(cluster.words) > 1 and cluster.form is Form.NAME,
            math.log1p(len(cluster.mentions)),
            cluster.sort is _best_sort(place.pronoun),
            new,
            mention.leads and place.leads,
            speaks and distance <= 1,
            index in place.heard.all,
            cluster.form is Form.LIST,
        )
    )


def _best_sort(pronoun: str) -> Sort:
    if pronoun in pronouns.NEUTER:
        return Sort.BODY
    return Sort.PEOPLE if pronoun in pronouns.PLURAL else Sort.PERSON


def choose(options: Sequence[Candidate], weights: Sequence[float], least: float) -> tuple[int, float] | None:
    """The candidate that leads with probability *least* or more, and that probability; None where none does."""
    if not options:
        return None
    scores = [sum(w * f for w, f in zip(weights, option.features, strict=True)) for option in options]
    top = max(scores)
    total = sum(math.exp(score - top) for score in scores)
    certainty = 1 / total
    best = options[scores.index(top)].cluster
    return (best, certainty) if certainty >= least else None
