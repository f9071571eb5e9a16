"""Claims that are due for another look: verdicts whose day has come, and claims that waited long enough."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from claims.filters import DueFilter
from claims.models import Claim
from claims.review import queues
from claims.tables import DueTable
from claims.views.desk import DeskList


class DueList(DeskList):
    """The most urgent first; what was published says so to its readers once an editor reopens it."""

    door = "see_desk"
    table_class = DueTable
    filterset_class = DueFilter
    empty_template = "claims/none_due.html"
    heading = _("Due for another look")
    lead = _("Verdicts that were given until a day, and claims on hold until one.")

    def get_queryset(self) -> QuerySet[Claim]:
        return queues.due()
