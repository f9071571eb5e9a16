"""The review form: verification status, rationale, evidence, and what each source said."""

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from claims.forms.copies import quickly_copied
from claims.forms.verbs import VerbForm
from claims.ingest import documents
from claims.ingest.articles import Unacceptable
from claims.models import AttributionVerdict, Evidence, Review, Source, Verdict
from claims.review.content import EvidenceGiven
from claims.review.pictures import by_source

if TYPE_CHECKING:
    BaseRows = forms.BaseFormSet["EvidenceForm"]
else:
    BaseRows = forms.BaseFormSet  # Django's generic classes are not subscriptable at run time

MOST_EVIDENCE = 20
WRITER = "writer"  # the person for whom the page was made
_DATE = {"type": "date"}
_TICKED = {"class": "form-check-input"}
ALIKE = frozenset(
    {"verdict", "rationale", "searched"}
)  # fields that a page writes once for everybody while they are empty
_NUL = {"null_characters_not_allowed": _("It holds a character that cannot be kept (U+0000): take it out.")}
_OF_A_SOURCE = re.compile(r"source-([0-9]{1,18})")


@quickly_copied
class ReviewForm(VerbForm):
    """What the reviewer found; completeness is the verb's to judge, so a draft may lack anything."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=32)
    wording_number = forms.IntegerField(widget=forms.HiddenInput)
    verdict = forms.ChoiceField(
        label=_("Verification status"), choices=Verdict.choices, required=False, widget=forms.RadioSelect(attrs=_TICKED)
    )
    rationale = forms.CharField(
        label=_("Rationale"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_(
            "How the evidence leads to this status, so that a reader can follow it. At most 20,000 characters."
        ),
        error_messages=_NUL,
    )
    searched = forms.CharField(
        label=_("Searched, none found"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Without evidence, say what you searched: archives, registers, people asked."),
        error_messages=_NUL,
    )
    as_of = forms.DateField(label=_("True as of"), required=False, widget=forms.DateInput(attrs=_DATE))
    look_again_by = forms.DateField(label=_("Look again by"), required=False, widget=forms.DateInput(attrs=_DATE))

    def __init__(self, *args: Any, sources: Iterable[Source] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sources = sorted(sources, key=lambda source: (source.name, source.pk))  # wherever they were found
        for source in self.sources:
            self.fields[f"source-{source.pk}"] = forms.ChoiceField(
                label=source.name,
                choices=AttributionVerdict.choices,
                required=False,
                initial=AttributionVerdict.UNCHECKED,
                widget=forms.Select(attrs={"class": "form-select"}),
            )

    @property
    def untouched(self) -> "ReviewForm | None":
        """A form that shows ``ALIKE`` as this one does, the same for everybody; None where somebody has filled in any of it."""
        return None if self.is_bound or self.initial.keys() & ALIKE else _untouched(type(self))

    @property
    def source_fields(self) -> list[Any]:
        return [self[f"source-{source.pk}"] for source in self.sources]

    def said(self) -> dict[str, Any]:
        """The verb's arguments."""
        given = dict(self.cleaned_data)
        findings = {s.pk: given.pop(f"source-{s.pk}") or AttributionVerdict.UNCHECKED for s in self.sources}
        return given | {"findings": self._of_others() | findings}

    def _of_others(self) -> dict[int, str]:
        """What was answered about a source that the claim had when the page was opened; the verb refuses it, nothing is lost."""
        answers = set(AttributionVerdict.values) - {AttributionVerdict.UNCHECKED}
        typed = (_OF_A_SOURCE.fullmatch(name) for name in self.data)
        return {int(name[1]): self.data[name[0]] for name in typed if name and self.data[name[0]] in answers}


_NO_EVIDENCE = ("stance", "primary", "kept")


@quickly_copied
class EvidenceForm(VerbForm):
    """One piece of evidence; a row left empty is no evidence."""

    address = forms.URLField(
        label=_("Address"), required=False, max_length=2000, assume_scheme="https", widget=forms.URLInput()
    )
    description = forms.CharField(label=_("What it is"), required=False, max_length=500)
    quotation = forms.CharField(
        label=_("Quotation"), required=False, widget=forms.Textarea(attrs={"rows": 2}), max_length=20_000
    )
    stance = forms.ChoiceField(label=_("Stance"), required=False, choices=[("", "—"), *Evidence.Stance.choices])
    primary = forms.BooleanField(label=_("Primary source"), required=False, widget=forms.CheckboxInput(attrs=_TICKED))
    named = forms.CharField(label=_("Who is named"), required=False, max_length=300)
    interest = forms.CharField(label=_("Interest it has"), required=False, max_length=300)
    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=format_lazy(
            _("At most {mb} MB; one review takes {files} files."),
            mb=documents.MOST_BYTES // 1024 // 1024,
            files=settings.MOST_FILES,
        ),
    )
    # of a piece that stood in one's earlier review: its number, and whether its file goes with it
    kept = forms.IntegerField(required=False, widget=forms.HiddenInput)
    keep_file = forms.BooleanField(label=_("Keep its file"), required=False, widget=forms.CheckboxInput(attrs=_TICKED))

    def clean_file(self) -> UploadedFile | None:
        file: UploadedFile | None = self.cleaned_data["file"]
        if file:
            try:
                documents.measured(file.size or 0)
            except Unacceptable as refusal:
                raise ValidationError(refusal.message) from refusal
        return file

    def has_changed(self) -> bool:
        """A stance alone is no evidence; a file kept from an earlier review is."""
        return any(name in self.changed_data for name in self.fields if name not in _NO_EVIDENCE)

    def given(self) -> EvidenceGiven:
        said = self.cleaned_data
        return EvidenceGiven(**{name: said[name] for name in EvidenceForm.base_fields})


class EvidenceRows(BaseRows):
    """The rows of a form, each a piece of evidence."""

    def clean(self) -> None:
        """Count the files: a request with many more of them is not read at all."""
        given = sum(bool(row.cleaned_data.get("file")) for row in self.forms)
        if given > settings.MOST_FILES:
            told = gettext(
                "One review takes at most %(n)s files; these are %(given)s. What you typed is still there: choose fewer files."
            )
            raise ValidationError(told % {"n": settings.MOST_FILES, "given": given})

    @property
    def untouched(self) -> "EvidenceRows | None":
        """Rows that look like these, the same for everybody; None where somebody has filled in any."""
        return None if self.is_bound or self.initial else _untouched(type(self), prefix=self.prefix)

    @property
    def blank(self) -> Any:
        """A row without a number, the same for everybody."""
        return _blank(type(self), self.prefix)


EvidenceFormSet: type[EvidenceRows] = forms.formset_factory(  # type: ignore[assignment]  # the stubs forget whose it is
    EvidenceForm, formset=EvidenceRows, extra=1, max_num=MOST_EVIDENCE, validate_max=True, absolute_max=MOST_EVIDENCE
)


EvidenceAgain: type[EvidenceRows] = forms.formset_factory(  # type: ignore[assignment]  # as above
    EvidenceForm, formset=EvidenceRows, extra=0, max_num=MOST_EVIDENCE, validate_max=True, absolute_max=MOST_EVIDENCE
)


@cache
def _untouched(kind: Any, **how: Any) -> Any:
    """As it comes: nothing is put into it, so one can be shown on every page."""
    return kind(**how)


@cache
def _blank(kind: type[EvidenceRows], prefix: str) -> Any:
    return kind(prefix=prefix).empty_form


def as_it_was(review: Review) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """An earlier review as its author's form begins: its fields, and a row for each piece of evidence."""
    found = by_source((one.source_id, one.source.merged_into_id, one.verdict) for one in review.findings.all())
    answers = {f"source-{source}": verdict for source, verdict in found.items()}
    fields = ("verdict", "rationale", "searched", "as_of", "look_again_by")
    named = ("address", "description", "quotation", "stance", "primary", "named", "interest")
    rows = [
        {name: getattr(piece, name) for name in named} | {"kept": piece.pk, "keep_file": bool(piece.file)}
        for piece in review.evidence.all()
    ]
    return answers | {name: getattr(review, name) for name in fields}, rows


def to_draft(post: QueryDict) -> dict[str, Any]:
    """What was typed, as JSON keeps it: without the one character that a database refuses in it."""
    return {
        name: [value.replace("\x00", "") for value in values]
        for name, values in post.lists()
        if name not in ("csrfmiddlewaretoken", WRITER) and "\x00" not in name
    }


def from_draft(kept: dict[str, Any]) -> QueryDict:
    """What was typed, as a form reads it."""
    data = QueryDict(mutable=True)
    for name, values in kept.items():
        data.setlist(name, values)
    return data
