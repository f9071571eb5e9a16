"""What is said of an article besides its text: title, outlet, where it first appeared, topic, date, byline, language. Each change is an event.

With another date "on Saturday" is another day: the article is read again, and claims that nobody touched are dated by it.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from claims.ingest import days, rereading
from claims.ingest.republication import outlet_called
from claims.models import Article, Outlet, User
from claims.record import permissions
from claims.record.moves import Change, move
from claims.record.refusals import Incomplete
from claims.record.work import wake

_OUTLETS = frozenset({"outlet", "republished_from"})
_EDITABLE = _OUTLETS | {"title", "topic", "dated", "byline", "language"}


def edit(article: Article, *, said: Mapping[str, str | date | Outlet | None], by: User) -> Article:
    """Put right what is said of an article; an outlet that is given by its name or host is made where the desk does not know it."""
    permissions.require(by, "triage")
    if set(said) - _EDITABLE:
        raise Incomplete(_("That cannot be said of an article."))
    if told := days.wrong(_day(said)):
        raise Incomplete(told)
    with transaction.atomic():
        meant: dict[str, Any] = {
            name: _outlet(value, by) if name in _OUTLETS else value for name, value in said.items()
        }
        to = {name: value for name, value in meant.items() if getattr(article, name) != value}
        origin = to.get("republished_from", article.republished_from)
        if told := out_of_itself(to.get("outlet", article.outlet), origin):
            raise Incomplete(told)
        if to:
            before = {name: getattr(article, name) for name in to}
            runs = rereading.one_more_reading(article) if "dated" in to else []
            move("edit_article", article, by=by, changes=[Change(article, to, before)], create=runs)
            for run in runs:
                wake(run)
    return article


def out_of_itself(outlet: Outlet | None, origin: Outlet | None) -> str:
    """Why the two cannot be an article's outlet and the one in which it first appeared; empty where they can."""
    if origin is not None and origin == outlet:
        return _("An article does not first appear in the outlet that republishes it.")
    return ""


def _day(said: Mapping[str, Any]) -> date | None:
    day = said.get("dated")
    return day if isinstance(day, date) else None


def _outlet(named: Any, by: User) -> Outlet | None:
    if named is None or isinstance(named, Outlet):
        return named
    if not str(named).strip():
        return None
    outlet = outlet_called(str(named))
    if outlet.pk is None:
        move("add_outlet", outlet, by=by, create=[outlet])
    return outlet
