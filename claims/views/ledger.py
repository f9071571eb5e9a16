"""The ledger of selection: what the desk proposed, dismissed and checked, by outlet, source, kind of source and topic."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from claims.filters import LedgerFilter
from claims.memory import ledger
from claims.memory.intervals import ENOUGH
from claims.models import Claim
from claims.tables import LedgerTable
from claims.views.desk import DeskList


class Ledger(DeskList):
    """“Are we checking one side more?”, with intervals, so that nobody reads a pattern into three claims."""

    door = "see_desk"
    table_class = LedgerTable
    filterset_class = LedgerFilter
    template_name = "ledger/list.html"
    empty_template = "claims/empty.html"
    heading = _("Ledger")
    lead = _("Are we checking one side more? What was proposed, dismissed and checked, and what came of it.")

    @property
    def by(self) -> str:
        """What the claims are grouped by."""
        asked = self.request.GET.get("by", "")
        return asked if asked in dict(ledger.GROUPS) else ledger.OUTLET

    def get_queryset(self) -> QuerySet[Claim]:
        return ledger.claims_by(self.by)

    def get_table_data(self) -> QuerySet[Any, dict[str, Any]]:
        return ledger.grouped(self.object_list, self.by, self.person)

    def get_table(self, **kwargs: Any) -> LedgerTable:
        table: LedgerTable = super().get_table(**kwargs)
        said = self.filterset.form.cleaned_data if self.filterset.is_valid() else {}
        self.overall = ledger.over_all(self.person, said.get("dated_from"), said.get("dated_to"))
        for row in table.page.object_list if table.page else []:
            row.record["line"] = ledger.line(row.record, self.overall)
        table.columns["group"].column.verbose_name = dict(ledger.GROUPS)[self.by]
        return table

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"overall": self.overall, "enough": ENOUGH}
