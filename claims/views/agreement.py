"""How well the desk's reviewers agree: over all, per verdict, per pair and over time."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.generic import View

from claims.models import Verdict
from claims.review import agreement
from claims.views.desk import DoorMixin

MONTHS = 6


class AgreementPage(DoorMixin, View):
    """Figures with their intervals and a reading in plain words; too few are said to be too few."""

    door = "see_statistics"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        data = agreement.answers()
        pairs = agreement.by_pair(data)
        people = agreement.names(pairs)
        context = {
            "overall": agreement.overall(data),
            "verdicts": [(Verdict(name).label, found) for name, found in agreement.by_verdict(data).items()],
            "pairs": [(people[first], people[second], found) for (first, second), found in pairs.items()],
            "months": agreement.over_time(_last_months(timezone.localdate())),
            "needed": agreement.TOO_FEW,
        }
        return render(request, "agreement.html", context)


def _last_months(today: date) -> list[tuple[date, date]]:
    """The first and the last day of each of the last months, the oldest first."""
    first, months = today.replace(day=1), [(today.replace(day=1), today)]
    for _ in range(MONTHS - 1):
        last = first - timedelta(days=1)
        first = last.replace(day=1)
        months.append((first, last))
    return months[::-1]
