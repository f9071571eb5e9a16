"""What pages of the desk have in common: a door, and for lists a table with a filter."""

from typing import Any, ClassVar, cast

from django.http import HttpRequest, HttpResponseBase
from django.views.generic.base import View
from django_filters.views import FilterView
from django_tables2 import SingleTableMixin

from claims.models import User
from claims.record import permissions


def plain(typed: str) -> str:
    """What was typed outside of a form's field, without the one character that a database refuses."""
    return typed.replace("\x00", "")


class DoorMixin(View):
    """Opens a page to those who may pass its door; everybody else is refused before it does anything."""

    door: ClassVar[str]

    @property
    def person(self) -> User:
        """Whoever asks: nobody without an account comes this far."""
        return cast(User, self.request.user)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        permissions.require(request.user, self.door)
        return super().dispatch(request, *args, **kwargs)


class DeskList(DoorMixin, SingleTableMixin, FilterView):  # type: ignore[misc]  # neither package has types
    """A list: a table over a filter, one page of rows, and a clear word where there is none."""

    paginate_by = 25
    strict = False  # a mistyped filter shows the whole list rather than an empty one
    template_name = "desk_list.html"
    empty_template = "parts/empty.html"
    heading: ClassVar[Any]
    lead: ClassVar[Any] = ""
    export_route: ClassVar[str] = ""  # where the list is had as a file

    def get_template_names(self) -> list[str]:
        return [f"{self.template_name}#rows"] if getattr(self.request, "htmx", False) else [self.template_name]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        said = {"heading": self.heading, "lead": self.lead, "empty_template": self.empty_template}
        said["export_route"] = self.export_route if permissions.may(self.person, "export") else ""
        context: dict[str, Any] = super().get_context_data(**said, **kwargs)
        return context
