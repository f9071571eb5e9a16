"""What every template may count on."""

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext_lazy as _

from claims.models import Role
from claims.record.permissions import opens

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One entry of the navigation; *here* is true on its page and below it. A process keeps each, so it is only itself."""

    label: "StrOrPromise"
    address: str
    here: bool


# Where one can go, in the order of a claim's way through the desk: route, label, door that must be open.
NAVIGATION = (
    ("dashboard", _("Desk"), None),
    ("articles", _("Articles"), "see_desk"),
    ("triage", _("Triage"), "triage"),
    ("queue", _("Queue"), "review"),
    ("adjudication", _("Adjudication"), "adjudicate"),
    ("claims", _("Claims"), "see_desk"),
    ("sources", _("Sources"), "see_desk"),
    ("checks", _("Checks"), None),
    ("feeds", _("Feeds"), "edit_policy"),
    ("imports", _("Imports"), "edit_policy"),
    ("admin:index", _("Administration"), "see_admin"),
)


def desk(request: HttpRequest) -> dict[str, Any]:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"roles": frozenset(), "instance": settings.INSTANCE}
    return {
        "roles": user.roles,
        "role_labels": _labels(user.roles),
        # called by the template: a part of a page that htmx asks for has no navigation and pays for none
        "nav": partial(navigation, request.path, user.roles),
        "instance": settings.INSTANCE,
    }


@cache
def _labels(roles: frozenset[str]) -> "tuple[StrOrPromise, ...]":
    return tuple(role.label for role in Role if role.value in roles)


def navigation(path: str, roles: frozenset[str]) -> tuple[Item, ...]:
    """Where these roles lead from a page; the same tuple for all who hold them, on all pages of one entry."""
    prefix = get_script_prefix()
    where = _addresses(prefix)
    here = next((route for route, address in where.items() if _is_here(path, address, where["queue"])), "")
    return _items(prefix, roles, here)


@cache
def _items(prefix: str, roles: frozenset[str], here: str) -> tuple[Item, ...]:
    where = _addresses(prefix)
    return tuple(
        Item(label, where[route], route == here)
        for route, label, door in NAVIGATION
        if door is None or opens(roles, door)
    )


@cache
def _addresses(_prefix: str) -> dict[str, str]:
    """Where each entry leads: the same for everybody and on every page, below the prefix that the desk is served at."""
    return {route: reverse(route) for route, _label, _door in NAVIGATION}


def _is_here(path: str, address: str, queue: str) -> bool:
    if address == queue and path.startswith("/reviews/"):
        return True  # the bench is the queue's
    return path == address if address == "/" else path.startswith(address)
