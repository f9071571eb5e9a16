"""The rows against the record: what people found, worded and published is still what the last event of it told.

The chain proves that nobody rewrote the record; this proves that nobody went around it. What a redaction erased is held
against nobody, and neither is a row that the erased event alone can have told of.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, OuterRef, Q, Subquery

from claims.models import AttributionFinding, Claim, ClaimVersion, Event
from claims.record.events import canonical
from claims.record.told import MADE_BY, WATCHED, Key, Told, Values, digest_of, name_of

AT_ONCE = 5000
UNTOLD = "no event of the record tells of it"
GONE = "the record tells of it, and it is gone"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many rows the record tells of as they stand, and the first that it does not."""

    rows: int
    flaw: str | None


def compare() -> Comparison:
    """Read the whole record, then the rows; the desk may go on writing meanwhile."""
    told = Told()
    told.read_all(at_once=AT_ONCE)
    count = 0
    for kind in WATCHED:
        for key, claim, flaw in _flaws_of(kind, told):
            if flaw is None:
                count += 1
            elif not _moved_on(key, claim, told.until):
                return Comparison(count, f"{key[0]} {key[1]}: {flaw}")
    unversioned = _not_worded_as_its_version()
    return Comparison(count, f"claim {unversioned}: its wording is not its version's" if unversioned else None)


def _flaws_of(kind: type[Model], told: Told) -> Iterator[tuple[Key, int | None, str | None]]:
    """Each row of a kind that the record tells of, or had to, with its claim and what is wrong with it; last those that are gone."""
    name, watched = name_of(kind), WATCHED[kind]
    claim = "pk" if kind is Claim else "review__claim" if kind is AttributionFinding else "claim"
    also = (
        "split_from" if kind is Claim else claim
    )  # whose verbs change a row too: a split that is taken back, its parts
    rows = kind._default_manager.order_by("pk").values_list("pk", claim, also, *watched)
    for number, of, also_of, *values in rows.iterator(chunk_size=AT_ONCE):
        row = dict(zip(watched, values, strict=True))
        known = told.values.pop((name, number), None)
        if known is None:
            flaw = _untold(kind, number, of, row, told)
            if flaw:
                yield (name, number), of, flaw
        else:
            flaw = _flaw(known, row)
            if flaw is None or also_of == of or also_of not in told.erased:
                yield (name, number), of, flaw
    for key in sorted(key for key in told.values if key[0] == name):
        yield key, None, GONE


def _flaw(known: Values, row: dict[str, Any]) -> str | None:
    for name, (digest, sequence) in known.items():
        if digest_of(row[name]) != digest:
            return f"its {name.removesuffix('_id').replace('_', ' ')} is not what event {sequence} told"
    return None


def _untold(kind: type[Model], number: int, claim: int, row: dict[str, Any], told: Told) -> str | None:
    """What is wrong with a row of whose values the record tells nothing."""
    if (name_of(kind), number) in told.named:
        return None  # what was told was erased
    erased = told.erased.get(claim, set())
    if kind is ClaimVersion:
        if row["number"] == 1:  # a reading stores it with its claim, and tells of the claim
            return None if claim in told.erased else _not_as_read(claim, row["text"], told)
        return None if "reword" in erased else UNTOLD
    return UNTOLD if kind in MADE_BY and not MADE_BY[kind] & erased else None


def _not_as_read(claim: int, text: str, told: Told) -> str | None:
    first = told.first_wordings.get(claim)
    return _flaw({"text": first}, {"text": text}) if first else None


def _moved_on(key: Key, claim: int | None, until: int) -> bool:
    """Whether a verb was said of the row or of its claim since the record was read."""
    told = Q(payload__body__contains=f'"row":{canonical(list(key))}')
    return Event.objects.filter(told | Q(claim=claim) if claim else told, sequence__gt=until).exists()


def _not_worded_as_its_version() -> int | None:
    """A claim whose wording is none of the wordings that are kept of it: the machine's are told by no event of their own."""
    version = ClaimVersion.objects.filter(claim=OuterRef("pk"), number=OuterRef("wording_number"))
    worded = Claim.objects.annotate(kept=Subquery(version.values("text")[:1])).filter(kept__isnull=False)
    pairs = worded.order_by("pk").values_list("pk", "wording", "kept")
    return next((pk for pk, wording, kept in pairs.iterator(chunk_size=AT_ONCE) if wording != kept), None)
