"""What holds for every page of the desk."""

import logging
import uuid
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, ClassVar

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import LazyObject
from django.utils.translation import gettext as _
from django_structlog.middlewares import RequestMiddleware

from claims.record.errors import first_words
from claims.record.permissions import may
from claims.record.refusals import Refusal
from claims.views import errors
from claims.views.errors import AWAY, at_the_top, busy, not_a_page, of_another_version
from claims.views.health import healthz, readyz

logger = logging.getLogger(__name__)
_LINES = logging.getLogger("django_structlog.middlewares.request")
GetResponse = Callable[[HttpRequest], HttpResponse]


class ProbeMiddleware:
    """Answers what machines ask before anybody looks at host, scheme or session: they ask by number and without TLS, and hear no more than that."""

    answers: ClassVar[dict[str, GetResponse]] = {"/healthz": healthz, "/readyz": readyz}

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answers.get(request.path_info, self.get_response)(request)


class LogMiddleware(RequestMiddleware):
    """Gives each request its id, its person and its address, on every line that is logged meanwhile."""

    def prepare(self, request: HttpRequest) -> None:
        if _tells_of_each():
            super().prepare(request)
            return
        structlog.contextvars.bind_contextvars(request_id=str(uuid.uuid4()))
        self.bind_user_id(request)
        self.bind_ip(request)

    def handle_response(self, request: HttpRequest, response: HttpResponse) -> None:
        went_well = response.status_code < HTTPStatus.BAD_REQUEST
        if went_well and not response.streaming and not _tells_of_each():
            structlog.contextvars.clear_contextvars()
        else:
            super().handle_response(request, response)

    @staticmethod
    def bind_user_id(request: HttpRequest) -> None:
        """The person's number; and the person instead of what stands for them, which is looked through for each attribute."""
        person: Any = request.user
        structlog.contextvars.bind_contextvars(user_id=person.pk)
        if isinstance(person, LazyObject):
            request.user = person._wrapped  # type: ignore[attr-defined]  # the stubs leave it out

    @classmethod
    def bind_ip(cls, request: HttpRequest) -> None:
        """What a client says of itself counts only where a proxy of ours adds to it: the last address is the proxy's word."""
        told = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
        structlog.contextvars.bind_contextvars(ip=told.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR"))


def _tells_of_each() -> bool:
    """Whether begin and end of each request are logged: gathering what nobody reads took a twentieth of a review."""
    return _LINES.isEnabledFor(logging.INFO)


class DeskMiddleware:
    """Answers a refusal with its own status and words, and keeps what a person is shown out of shared caches."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and request.method == "GET":
            allowed = response.headers["Allow"]
            response = not_a_page(request, claim=_claim(request))
            response.headers["Allow"] = allowed
        if response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
            logger.warning("too many requests for %s", request.path)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if response.status_code == HTTPStatus.SERVICE_UNAVAILABLE or request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, AWAY):
            logger.warning("the database does not serve: %s", str(exception).partition("\n")[0])
            return busy(part=bool(getattr(request, "htmx", False)))
        if of_another_version(exception):
            logger.warning("the database is of another version than this process: %s", first_words(exception))
            return busy(part=bool(getattr(request, "htmx", False)), renewed=True)
        return refuse(request, exception) if isinstance(exception, Refusal) else None


def refuse(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Say no as a page, or as a notice at the top of the page where htmx asked for a part of one."""
    heading = _("Not permitted") if refusal.http_status == 403 else _("Not now")
    if not getattr(request, "htmx", False):
        context = {"refusal": refusal, "heading": heading, "back": _same_site(request), "claim": _claim(request)}
        if refusal.http_status == 403 and request.method == "POST":
            context |= _typed(request)
        return render(request, "refusal.html", context, status=refusal.http_status)
    return at_the_top(render(request, "refusal.html#said", {"refusal": refusal}, status=refusal.http_status))


LONG = 20  # characters of one word: an address; a word alone that is shorter was a choice
# What stands in a form unseen, or is a button: where nothing else was sent, there is nothing to carry.
_UNSEEN = frozenset({"next", "seen", "token", "writer", "wording_number"})


def _typed(request: HttpRequest) -> dict[str, Any]:
    """What was typed, to be sent once more when the role is back, and its words to be copied."""
    kept = errors.kept(request)
    words = [value for name, value in kept if name not in _UNSEEN and len(value.split()) + len(value) // LONG > 1]
    if not words:
        return {}
    return {"typed": kept, "words": words, "files": bool(request.FILES), "again": request.get_full_path()}


def _claim(request: HttpRequest) -> str:
    """The page of the claim that the refused step was about: it tells what happened meanwhile."""
    match = request.resolver_match
    if match is None or not (match.url_name or "").startswith("claim_") or not may(request.user, "see_desk"):
        return ""
    return reverse("claim", kwargs={"pk": match.kwargs["pk"]})


def _same_site(request: HttpRequest) -> str:
    """Where the person came from, if that was a page of ours."""
    ours = request.build_absolute_uri("/")
    came_from = request.headers.get("Referer", "")
    return came_from if came_from.startswith(ours) and came_from != request.build_absolute_uri() else ""
