"""How anything changes: a named verb, a guarded update, one event row, one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from types import NoneType
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, Model
from django.utils.translation import gettext as _

from claims.models import Claim, Event, Notification, RatingScale, Status, User
from claims.models.states import VERBS
from claims.record import events, prepared, work
from claims.record.refusals import IllegalMove, NotPermitted

# One for all: Django finds out anew of each expression what it is, and the SQL of an update is kept by that.
_ONE_UP = F("version") + 1
_AS_IT_IS = (str, int, float, bool, list, dict, NoneType)  # values that JSON knows
_NOT_NULL = "23502"


@dataclass(frozen=True, slots=True)
class Change:
    """New values for one row, and the values it must still have for the change to be made.

    A row with a ``status`` or ``state`` is always checked against the one it had when it was read;
    a row with a ``version`` against that too, and its version goes up by one unless it is a part of the row's name.
    """

    row: Model
    to: Mapping[str, Any]
    expecting: Mapping[str, Any] = field(default_factory=dict)

    def guard(self) -> dict[str, Any]:
        watched = [name for name in ("status", "state", "version") if hasattr(self.row, name)]
        return {name: getattr(self.row, name) for name in watched} | dict(self.expecting)

    def write(self) -> dict[str, Any]:
        values = dict(self.to)
        if _is_counted(self.row):
            values["version"] = _ONE_UP
        return values


def _is_counted(row: Model) -> bool:
    """Whether each change makes its version one higher; a rating scale's is a part of its name, by which checks went out."""
    return hasattr(row, "version") and not isinstance(row, RatingScale)


def held(claim: Claim) -> Claim:
    """The claim as it stands now, nobody else's to change until the transaction ends; claims are locked before their rows."""
    # no_key: an event of another verb may still refer to the claim, or the two would wait for each other
    return Claim.objects.select_for_update(no_key=True).get(pk=claim.pk)


def check(verb: str, claim: Claim, *, by: User | None) -> None:
    """Refuse what the table of verbs does not allow: first *not you*, then *not now*."""
    rule = VERBS[verb]
    if by is not None and not by.roles & {role.value for role in rule.roles}:
        raise NotPermitted(_("Your roles do not include the right to: %(verb)s.") % {"verb": rule.label})
    if rule.since and claim.status not in rule.since:
        raise IllegalMove(
            _("Not now: “%(verb)s” is not possible while the claim is “%(status)s”.")
            % {"verb": rule.label, "status": Status(claim.status).label}
        )


@dataclass(frozen=True, slots=True)
class Move:
    """One verb's whole change set, and what its event tells.

    Rows in *create* are inserted in order, those in *delete* removed, and notifications are mailed once it is committed;
    *more* is told in the event beside before and after.
    """

    verb: str
    on: Model
    by: User | None
    changes: Sequence[Change] = ()
    create: Sequence[Model] = ()
    delete: Sequence[Model] = ()
    reason: str = ""
    more: Mapping[str, Any] | None = None
    claim: Claim | None = None


def move(
    verb: str,
    on: Model,
    *,
    by: User | None,
    changes: Iterable[Change] = (),
    create: Sequence[Model] = (),
    delete: Sequence[Model] = (),
    reason: str = "",
    more: Mapping[str, Any] | None = None,
    claim: Claim | None = None,
    savepoint: bool = True,
) -> Event:
    """Make a verb's whole change set and write its one event, or change nothing and raise IllegalMove.

    Instances get their new values only once the database has taken them.
    """
    return move_all([Move(verb, on, by, list(changes), create, delete, reason, more, claim)], savepoint=savepoint)[0]


def move_all(moves: Sequence[Move], *, savepoint: bool = True) -> list[Event]:
    """What one call sets off, verb after verb, each with its own event: all of it, or nothing. No row is changed twice.

    A caller whose own transaction ends with the refusal needs no savepoint in it, which is two trips to the database.
    """
    try:
        with transaction.atomic(savepoint=savepoint):
            written = events.append_all([events.Entry(m.verb, m.on, m.by, _made(m), m.claim) for m in moves])
            letter = next((row for m in moves for row in m.create if isinstance(row, Notification)), None)
            if letter is not None:
                work.wake(letter)  # whoever mails the first mails those that wait beside it
    except IntegrityError as error:
        if _lacks_a_value(error):  # nobody was first: the database wants more than this process knows of
            raise
        # a constraint spoke: somebody else was first
        raise IllegalMove from error
    for change in (change for m in moves for change in m.changes):
        for name, value in change.to.items():
            setattr(change.row, name, value)
        if _is_counted(change.row):
            change.row.version += 1  # type: ignore[attr-defined]  # asked just before whether it has one
    return written


def _lacks_a_value(error: IntegrityError) -> bool:
    """PostgreSQL tells by a number, whatever its language, and SQLite in words."""
    return getattr(error.__cause__, "sqlstate", "") == _NOT_NULL or str(error).startswith("NOT NULL")


def _made(one: Move) -> dict[str, Any]:
    """Bring one verb's rows into the database; what its event tells of them."""
    for change in one.changes:
        _update(change)
    _insert(one.create)
    payload = _told(one.changes, one.create, one.delete, one.reason, one.more)
    for row in one.delete:
        row.delete()
    return payload


def _update(change: Change) -> None:
    if prepared.update(type(change.row), {"pk": change.row.pk} | change.guard(), change.write()) != 1:
        raise IllegalMove


def _insert(rows: Sequence[Model]) -> None:
    """In order; neighbours of one kind together, unless the kind has a say in its own saving."""
    kind: type[Model]
    for kind, group in groupby(rows, key=type):
        if kind.save is Model.save:
            prepared.insert(list(group))
        else:
            for row in group:
                row.save(force_insert=True)


def _told(
    changes: Sequence[Change],
    create: Sequence[Model],
    delete: Sequence[Model],
    reason: str,
    more: Mapping[str, Any] | None,
) -> dict[str, Any]:
    told = [(c, c.to.keys() - set(getattr(c.row, "not_told", ()))) for c in changes]
    return {
        "before": [_named(c.row) | {name: _was(c.row, name) for name in c.to if name in names} for c, names in told]
        + [_named(row) | _values(row) for row in delete],
        "after": [
            _named(c.row) | {name: _plain(value) for name, value in c.to.items() if name in names} for c, names in told
        ]
        + [_named(row) | _values(row) for row in create],
        "reason": reason,
        **(more or {}),
    }


def _named(row: Model) -> dict[str, Any]:
    return {"row": [row._meta.model_name, row.pk]}


def _values(row: Model) -> dict[str, Any]:
    left_out = getattr(row, "not_told", ())  # long texts, of which the record holds the hash; and secrets
    fields = (f for f in row._meta.concrete_fields if not f.primary_key and f.attname not in left_out)
    return {f.attname: _plain(getattr(row, f.attname)) for f in fields}


def _was(row: Model, name: str) -> Any:
    """What a field held; of another row its number, without asking the database for that row."""
    field = row._meta.get_field(name)
    return _plain(getattr(row, getattr(field, "attname", name)))


def _plain(value: Any) -> Any:
    """A value as the record tells it: rows by their number, database expressions by their words."""
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, _AS_IT_IS):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
