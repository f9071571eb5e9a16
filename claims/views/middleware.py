"""What holds for every page of the desk."""

from collections.abc import Callable
from http import HTTPStatus

import structlog
from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django_structlog.middlewares import RequestMiddleware

from claims.record.permissions import may
from claims.record.refusals import Refusal
from claims.views.errors import busy, not_a_page

GetResponse = Callable[[HttpRequest], HttpResponse]


class LogMiddleware(RequestMiddleware):
    """Gives each request its id, its person and its address, on every line that is logged meanwhile."""

    @classmethod
    def bind_ip(cls, request: HttpRequest) -> None:
        """What a client says of itself counts only where a proxy of ours adds to it: the last address is the proxy's word."""
        told = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
        structlog.contextvars.bind_contextvars(ip=told.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR"))


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
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if response.status_code == HTTPStatus.SERVICE_UNAVAILABLE or request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, OperationalError):
            return busy()
        return refuse(request, exception) if isinstance(exception, Refusal) else None


def refuse(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Say no as a page, or as a notice at the top of the page where htmx asked for a part of one."""
    heading = _("Not permitted") if refusal.http_status == 403 else _("Not now")
    if not getattr(request, "htmx", False):
        context = {"refusal": refusal, "heading": heading, "back": _same_site(request), "claim": _claim(request)}
        return render(request, "refusal.html", context, status=refusal.http_status)
    response = render(request, "refusal.html#said", {"refusal": refusal}, status=refusal.http_status)
    response.headers["HX-Retarget"] = "#notices"
    response.headers["HX-Reswap"] = "innerHTML show:top"
    return response


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
