"""Lists as files: the rows that the list's filter leaves, as they may be read by whoever asks, sent while they are read."""

import logging
from typing import ClassVar

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from claims import exports
from claims.record.refusals import Refusal
from claims.views.claims import ClaimList
from claims.views.desk import DeskList
from claims.views.middleware import refuse
from claims.views.sources import SourceList

MOST_ROWS = 100_000  # in one file; a spreadsheet holds about a million lines, and who wants all makes several
MOST_AN_HOUR = 30  # files for one person
HOUR = 3600
logger = logging.getLogger(__name__)


class TooLong(Refusal):
    """That is more than one file takes."""

    http_status = 422


class TooOften(Refusal):
    """Not now: you took many files in the last hour."""

    http_status = 429


class Export(DeskList):
    """The list behind it as a file, with the list's own filter and a narrower door."""

    sheet: ClassVar[exports.Sheet]
    door = "export"  # the list's own door is open to more people
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, form: str) -> HttpResponseBase:
        if form not in exports.FORMS:
            raise Http404
        rows = self.get_filterset(self.get_filterset_class()).qs
        count = rows.count()
        if count > MOST_ROWS:
            told = _("The list has %(n)s rows; a file takes at most %(most)s. Narrow it by the filter.")
            raise TooLong(told % {"n": f"{count:,}", "most": f"{MOST_ROWS:,}"})
        if not self.may_have_another():
            answer = refuse(request, TooOften(_("Not now: you took %(n)s files this hour.") % {"n": MOST_AN_HOUR}))
            answer.headers["Retry-After"] = str(HOUR)
            return answer
        logger.info("export of %s as %s: %s rows for user %s", self.sheet.name, form, count, self.person.pk)
        return exports.answer(self.sheet, rows, form=form, viewer=self.person)

    def may_have_another(self) -> bool:
        """Count this file; whether it is still one of those that a person may take in an hour."""
        key = f"exports:{self.person.pk}:{int(timezone.now().timestamp()) // HOUR}"
        cache.add(key, 0, HOUR)
        return cache.incr(key) <= MOST_AN_HOUR


class ClaimExport(Export, ClaimList):
    """The list of claims; a verdict that is not published is left empty for who may not read it."""

    sheet = exports.CLAIMS


class SourceExport(Export, SourceList):
    """The list of sources."""

    sheet = exports.SOURCES
