"""Forms around a decision: adjudicating, publishing, remarks, and the right of reply."""

from collections.abc import Container, Iterable
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from claims.forms.verbs import VerbForm
from claims.models import Article, AttributionVerdict, Claim, CorrectionRequest, Rating, Source, Verdict
from claims.review import talk


class AdjudicationForm(VerbForm):
    """What the adjudicator finds, and why."""

    verdict = forms.ChoiceField(label=_("Verification status"), choices=Verdict.choices, widget=forms.RadioSelect)
    rationale = forms.CharField(
        label=_("Why"),
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Which review is right in what, and why. At most 20,000 characters."),
    )

    def __init__(
        self, *args: Any, sources: Iterable[Source] = (), disputed: Container[str] = (), **kwargs: Any
    ) -> None:
        """*disputed* are the sources, by number, about which the reviewers found different things: one has to be chosen."""
        super().__init__(*args, **kwargs)
        self.fields["verdict"].widget.attrs["class"] = "form-check-input"
        self.sources = list(sources)
        for source in self.sources:
            open_ = str(source.pk) in disputed
            unchosen = _("Choose: the reviewers differ") if open_ else _("As the reviewers found")
            self.fields[f"source-{source.pk}"] = forms.ChoiceField(
                label=_("Did %(source)s say it?") % {"source": source.name},
                choices=[("", unchosen), *AttributionVerdict.choices],
                required=open_,
                error_messages={"required": _("The reviewers found different things about a source: choose one.")},
                widget=forms.Select(attrs={"class": "form-select"}),
            )

    @property
    def besides(self) -> list[forms.BoundField]:
        """What is asked besides the verification status."""
        return [field for field in self if field.name != "verdict"]

    def said(self) -> dict[str, Any]:
        """The verb's arguments."""
        given = dict(self.cleaned_data)
        answers = {s.pk: given.pop(f"source-{s.pk}") for s in self.sources}
        return given | {"findings": {pk: verdict for pk, verdict in answers.items() if verdict}}


class PublishForm(VerbForm):
    """What readers see above the evidence."""

    title = forms.CharField(label=_("Title"), max_length=200)
    rating = forms.ModelChoiceField(label=_("Rating"), queryset=Rating.objects.none(), empty_label="—")
    summary = forms.CharField(label=_("Summary"), widget=forms.Textarea(attrs={"rows": 6}))
    override = forms.CharField(
        label=_("It goes out although the gate asks for more, because"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, claim: Claim, summary: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("title", claim.wording[:200])
        self.initial.setdefault("summary", summary)


class RemarkForm(VerbForm):
    """A remark to colleagues; @name tells that person."""

    text = forms.CharField(label=_("Remark"), widget=forms.Textarea(attrs={"rows": 3}), max_length=talk.LONGEST)


class WallTime(forms.DateTimeField):
    """A time as the clock on the wall shows it.

    An hour that a change of clocks leaves out, or has twice, is counted as if they had not been changed yet, instead of refused.
    """

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except ValidationError:
            typed = _written(value)
            if typed is None:
                raise
            return timezone.make_aware(typed).astimezone(UTC)


def _written(value: Any) -> datetime | None:
    """What a browser's field for a time sends, if it is that."""
    try:
        typed = parse_datetime(str(value).strip())
    except ValueError:
        return None
    return typed if typed is not None and timezone.is_naive(typed) else None


class ReplyForm(VerbForm):
    """Right of reply: who was asked, how, and by when an answer is hoped for."""

    asked = forms.CharField(label=_("Who was asked"), max_length=200)
    channel = forms.CharField(label=_("Through which channel"), max_length=100)
    answer_by = WallTime(
        label=_("Answer by"), required=False, widget=forms.DateTimeInput(attrs={"type": "datetime-local"})
    )


class AnswerForm(VerbForm):
    """What came."""

    answer = forms.CharField(label=_("What came"), widget=forms.Textarea(attrs={"rows": 4}))


class CorrectionForm(VerbForm):
    """Which article an outlet was asked to put right, who was asked there, how and when."""

    article = forms.ModelChoiceField(label=_("Article to be corrected"), queryset=Article.objects.none())
    asked = forms.CharField(label=_("Who was asked"), max_length=200)
    channel = forms.CharField(label=_("Through which channel"), max_length=100)
    asked_on = forms.DateField(
        label=_("Asked on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Empty: today."),
    )

    @classmethod
    def about(cls, claim: Claim, data: Any = None) -> "CorrectionForm":
        """The form with the articles that make this claim."""
        form = cls(data, auto_id="correction_%s")
        places: Any = form.fields["article"]
        places.queryset = (
            Article.objects.filter(texts__appearances__claim=claim).select_related("outlet").distinct().order_by("pk")
        )
        places.label_from_instance = lambda article: f"{article.outlet} · {article}" if article.outlet else str(article)
        if data is None:
            places.initial = claim.article_id
        return form


class OutcomeForm(VerbForm):
    """What the outlet did, when, and where it says so."""

    outcome = forms.ChoiceField(label=_("What the outlet did"), choices=CorrectionRequest.Outcome.choices)
    on = forms.DateField(
        label=_("On"), required=False, widget=forms.DateInput(attrs={"type": "date"}), help_text=_("Empty: today.")
    )
    link = forms.URLField(label=_("Where it says so"), required=False, max_length=2000, assume_scheme="https")
    words = forms.CharField(label=_("What came"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
