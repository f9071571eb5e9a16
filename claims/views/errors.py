"""Plain answers to what went wrong, in words that say what to do next."""

import sys
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.views import defaults

from claims.record import versions

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

WORDS: dict[int, tuple["StrOrPromise", "StrOrPromise"]] = {
    400: (_("That could not be read"), _("Your browser sent something that the desk does not understand.")),
    403: (_("Not permitted"), _("Your roles do not open this page. An administrator can give you another role.")),
    404: (_("Not here"), _("There is no page at this address. It may have been mistyped, or the item was merged.")),
    405: (
        _("Nothing to see here"),
        _(
            "This address only takes what one of the desk's forms sends. Nothing was changed. Go back and press its button again."
        ),
    ),
    413: (
        _("Too much at once"),
        format_lazy(
            _(
                "The desk takes at most 8 MB of text in one piece, 1,000,000 characters of it pasted, and {files} files. "
                "Nothing was stored. Go back and take in a shorter piece, or fewer files."
            ),
            files=settings.MOST_FILES,
        ),
    ),
    503: (_("Not ready yet"), _("The desk is starting or being repaired. Try again in a moment.")),
}
MOST_DRAINED = 32 * 1024 * 1024  # what is read and thrown away, so that the browser hears the answer at all
AWAY = (
    OperationalError,
    InterfaceError,
)  # a database that does not answer, is locked or full, or whose connection is lost
TOO_BIG = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, TOO_BIG):
        _drain(request)
        return _page(request, 413)
    return _page(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """What a view did not answer; a database may go away before the view is asked, or when the session is stored after it."""
    error = sys.exc_info()[1]
    part = request.headers.get("HX-Request") == "true"
    if isinstance(error, AWAY) or of_another_version(error):
        response = busy(part=part, renewed=not isinstance(error, AWAY))
        response.headers["Cache-Control"] = "no-store"
        return response
    return defaults.server_error(request)


def not_a_page(request: HttpRequest, *, claim: str = "") -> HttpResponse:
    """The address of a form was opened by hand, or by logging in on the way: the claim's page, if there is one, leads on."""
    return _page(request, 405, claim=claim)


def of_another_version(error: BaseException | None) -> bool:
    """Whether a database refused because it is of another version than this process, as while a desk is brought up to a newer one."""
    try:
        return isinstance(error, DatabaseError) and versions.apart()
    except DatabaseError:
        return False


def busy(*, part: bool = False, renewed: bool = False) -> HttpResponse:
    """The database does not answer, is locked, or is being *renewed*: nothing was changed, and the same request may be sent again in a moment.

    Rendered without the request, since who asks stands in the database too. A *part* is a notice at the top of the page that asked.
    """
    said = render_to_string("busy.html#said" if part else "busy.html", {"renewed": renewed})
    response = HttpResponse(said, status=503)
    if part:
        at_the_top(response)
    response.headers["Retry-After"] = "5"
    return response


def kept(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed, for a page that sends it once more; never a password."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name != "csrfmiddlewaretoken" and "password" not in name
    ]


def at_the_top(response: HttpResponse) -> HttpResponse:
    """Have htmx put the answer among the page's notices, wherever it was asked for."""
    response.headers["HX-Retarget"] = "#notices"
    response.headers["HX-Reselect"] = "unset"
    response.headers["HX-Reswap"] = "innerHTML show:top"
    return response


def _page(request: HttpRequest, status: int, **more: str) -> HttpResponse:
    heading, said = WORDS[status]
    return render(request, "error.html", {"code": status, "heading": heading, "said": said} | more, status=status)


def _drain(request: HttpRequest) -> None:
    """Read the rest of a refused body: a server that closes early cuts the connection before its answer is read."""
    left = MOST_DRAINED
    while left > 0 and (piece := request.read(64 * 1024)):
        left -= len(piece)
