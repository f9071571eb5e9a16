"""What is wrong with a review form, all of it at once and each by the name of its field."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from claims.forms.review import EvidenceRows, ReviewForm
from claims.models import Verdict
from claims.record.refusals import Incomplete
from claims.review.content import NONE_BEFORE, EvidenceGiven, Findings, Pieces

_FILLED: dict[str, Any] = {
    "verdict": Verdict.SUPPORTED,
    "rationale": "-",
    "searched": "-",
}  # stands for what could not be read


def are_none(form: ReviewForm, rows: EvidenceRows) -> bool:
    """Whether everything could be read; both are looked at, so that all can be told."""
    return all([form.is_valid(), rows.is_valid()])


def add(form: ReviewForm, missing: Incomplete) -> None:
    for said in missing.messages:
        form.add_error(None, said)


def add_lacks(form: ReviewForm, rows: EvidenceRows, before: Pieces = NONE_BEFORE) -> None:
    """Say what is missing besides what could not be read; *before* are the pieces of an earlier review that these may keep."""
    said = form.cleaned_data | {name: filled for name, filled in _FILLED.items() if name in form.errors}
    found = Findings(
        verdict=said["verdict"],
        rationale=said["rationale"],
        evidence=_pieces(rows),
        searched=said["searched"],
        as_of=said.get("as_of"),
        look_again_by=said.get("look_again_by"),
    )
    for lack in found.lacks(before):
        form.add_error(None, lack)


def told(form: ReviewForm, rows: EvidenceRows) -> list[str]:
    """Each fault as a sentence that names its field, in the form's order."""
    return [
        *(str(said) for said in form.non_field_errors()),
        *_of(form, ""),
        *(str(said) for said in rows.non_form_errors()),
        *(said for number, row in enumerate(rows, 1) for said in _of(row, _("Evidence %(n)s, ") % {"n": number})),
    ]


def _of(form: Any, where: str) -> Iterable[str]:
    return (f"{where}{field.label}: {said}" for field in form for said in field.errors)


def _pieces(rows: EvidenceRows) -> list[EvidenceGiven]:
    written = (row for row in rows if row.has_changed())
    return [EvidenceGiven(description="-") if row.errors else row.given() for row in written]
