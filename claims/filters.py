"""Filters of the desk's lists."""

from datetime import timedelta
from typing import Any, ClassVar

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from claims.memory import ledger
from claims.models import (
    Appearance,
    Article,
    Claim,
    CorrectionRequest,
    Feed,
    Form,
    Harm,
    Review,
    Slot,
    Source,
    SourceKind,
    Status,
    Verdict,
    WorkState,
)
from claims.record import visibility

ANY = _("Any")


class DeskFilter(django_filters.FilterSet):  # type: ignore[misc]  # django-filter has no types
    """A filter whose fields look like the desk's."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.form.fields.values():
            kind = "form-select" if isinstance(field.widget, forms.Select) else "form-control"
            field.widget.attrs.setdefault("class", kind)

    @property
    def is_in_use(self) -> bool:
        """Whether any field narrows the list."""
        return self.is_bound and any(self.form.data.get(name) for name in self.form.fields)


class ArticleFilter(DeskFilter):
    q = django_filters.CharFilter(label=_("Heading or address contains"), method="with_words")
    state = django_filters.ChoiceFilter(
        label=_("Reading"), empty_label=ANY, choices=WorkState.choices, field_name="work_state"
    )
    dated_from = django_filters.DateFilter(
        label=_("Dated from"), field_name="on_day", lookup_expr="gte", widget=forms.DateInput(attrs={"type": "date"})
    )
    dated_to = django_filters.DateFilter(
        label=_("Dated to"), field_name="on_day", lookup_expr="lte", widget=forms.DateInput(attrs={"type": "date"})
    )

    class Meta:
        model = Article
        fields: ClassVar[list[str]] = []

    def with_words(self, articles: QuerySet[Article], name: str, words: str) -> QuerySet[Article]:
        """In all that a heading is made of: a text without a title is listed by how it begins."""
        named = Q(title__icontains=words) | Q(opening__icontains=words)
        return articles.filter(named | Q(address__icontains=words))


class SourceFilter(DeskFilter):
    q = django_filters.CharFilter(label=_("Name or alias contains"), method="with_words")
    kind = django_filters.ChoiceFilter(label=_("Kind"), empty_label=ANY, choices=SourceKind.choices)

    class Meta:
        model = Source
        fields: ClassVar[list[str]] = []

    def with_words(self, sources: QuerySet[Source], name: str, words: str) -> QuerySet[Source]:
        return sources.filter(Q(name__icontains=words) | Q(pk__in=_named(words)))


def _named(words: str) -> QuerySet[Any]:
    return Source.objects.filter(aliases__name__icontains=words).values("pk")


class ClaimFilter(DeskFilter):
    q = django_filters.CharFilter(label=_("Wording contains"), field_name="wording", lookup_expr="icontains")
    source = django_filters.CharFilter(label=_("Source contains"), method="of_source")
    status = django_filters.ChoiceFilter(label=_("Status"), empty_label=ANY, choices=Status.choices)
    verdict = django_filters.ChoiceFilter(
        label=_("Verification status"), empty_label=ANY, choices=Verdict.choices, method="with_verdict"
    )
    harm = django_filters.ChoiceFilter(label=_("Harm"), empty_label=ANY, choices=Harm.choices)
    band = django_filters.ChoiceFilter(
        label=_("Check-worthiness"), empty_label=ANY, choices=[(0, _("High")), (1, _("Middle")), (2, _("Low"))]
    )
    said_by = django_filters.ChoiceFilter(
        label=_("Attribution"),
        empty_label=ANY,
        choices=[
            ("named", _("A source says it")),
            ("unresolved", _("Source not resolved")),
            ("article", _("The article itself")),
        ],
        method="with_attribution",
    )
    reviewer = django_filters.CharFilter(label=_("Reviewed by"), method="reviewed_by")
    mine = django_filters.ChoiceFilter(
        label=_("Mine"),
        empty_label=_("Everybody’s"),
        choices=[("reviewed", _("Reviewed by me")), ("reaffirm", _("To re-affirm"))],
        method="of_mine",
    )

    class Meta:
        model = Claim
        fields: ClassVar[list[str]] = []

    def with_verdict(self, claims: QuerySet[Claim], _name: str, verdict: str) -> QuerySet[Claim]:
        return claims.filter(visibility.verdicts_readable_by(self.request.user), verdict=verdict)

    def of_source(self, claims: QuerySet[Claim], _name: str, words: str) -> QuerySet[Claim]:
        sources = Source.objects.filter(Q(name__icontains=words) | Q(pk__in=_named(words)))
        return claims.filter(_made(statement__source__in=sources))

    def with_attribution(self, claims: QuerySet[Claim], _name: str, which: str) -> QuerySet[Claim]:
        by_somebody = ~Q(statement=None) & (~Q(statement__form=Form.NARRATED) | ~Q(statement__source=None))
        if which == "article":
            return claims.exclude(_made(by_somebody))
        if which == "unresolved":
            return claims.filter(_made(by_somebody, statement__source=None))
        return claims.filter(_made(statement__source__isnull=False))

    def reviewed_by(self, claims: QuerySet[Claim], _name: str, words: str) -> QuerySet[Claim]:
        """Only by reviews that the person asking may read: in an open round nobody learns who is in it."""
        person = Q(reviewer__display_name__icontains=words) | Q(reviewer__username__icontains=words)
        readable = visibility.visible_to(Review.objects.filter(person), self.request.user)
        return claims.filter(pk__in=readable.values("claim"))

    def of_mine(self, claims: QuerySet[Claim], name: str, which: str) -> QuerySet[Claim]:
        mine = Review.objects.filter(reviewer=self.request.user)
        if which == "reaffirm":
            mine = mine.filter(state=Review.State.TO_REAFFIRM)
        return claims.filter(pk__in=mine.values("claim"))


def _made(*conditions: Q, **also: Any) -> Exists:
    """That the claim is made at a place like this."""
    return Exists(Appearance.objects.filter(*conditions, claim=OuterRef("pk"), **also))


class HoldFilter(DeskFilter):
    q = django_filters.CharFilter(label=_("Claim or person contains"), method="with_words")

    class Meta:
        model = Slot
        fields: ClassVar[list[str]] = []

    def with_words(self, slots: QuerySet[Slot], _name: str, words: str) -> QuerySet[Slot]:
        person = Q(holder__display_name__icontains=words) | Q(holder__username__icontains=words)
        return slots.filter(Q(claim__wording__icontains=words) | person)


class DueFilter(DeskFilter):
    within = django_filters.ChoiceFilter(
        label=_("Due"),
        empty_label=_("At any time"),
        choices=[("0", _("Today or before")), ("7", _("Within a week")), ("30", _("Within a month"))],
        method="due_within",
    )
    q = django_filters.CharFilter(label=_("Wording contains"), field_name="wording", lookup_expr="icontains")

    class Meta:
        model = Claim
        fields: ClassVar[list[str]] = []

    def due_within(self, claims: QuerySet[Claim], _name: str, days: str) -> QuerySet[Claim]:
        return claims.filter(Q(("due_on__lte", timezone.localdate() + timedelta(days=int(days)))))


class CorrectionFilter(DeskFilter):
    outcome = django_filters.ChoiceFilter(
        label=_("What came"),
        empty_label=ANY,
        choices=[("none", _("Nothing yet")), *CorrectionRequest.Outcome.choices],
        method="with_outcome",
    )
    q = django_filters.CharFilter(label=_("Claim, outlet or person contains"), method="with_words")

    class Meta:
        model = CorrectionRequest
        fields: ClassVar[list[str]] = []

    def with_outcome(
        self, requests: QuerySet[CorrectionRequest], _name: str, outcome: str
    ) -> QuerySet[CorrectionRequest]:
        return requests.filter(outcome="" if outcome == "none" else outcome)

    def with_words(self, requests: QuerySet[CorrectionRequest], _name: str, words: str) -> QuerySet[CorrectionRequest]:
        return requests.filter(
            Q(claim__wording__icontains=words) | Q(article__outlet__name__icontains=words) | Q(asked__icontains=words)
        )


class FeedFilter(DeskFilter):
    q = django_filters.CharFilter(label=_("Feed or outlet contains"), method="with_words")
    troubled = django_filters.ChoiceFilter(
        label=_("Health"), empty_label=ANY, choices=[("yes", _("In trouble"))], method="with_trouble"
    )

    class Meta:
        model = Feed
        fields: ClassVar[list[str]] = []

    def with_words(self, queryset: QuerySet[Feed], _name: str, words: str) -> QuerySet[Feed]:
        return queryset.filter(
            Q(title__icontains=words) | Q(address__icontains=words) | Q(outlet__name__icontains=words)
        )

    def with_trouble(self, queryset: QuerySet[Feed], _name: str, _value: str) -> QuerySet[Feed]:
        return queryset.filter(failures__gt=0)


class LedgerFilter(DeskFilter):
    by = django_filters.ChoiceFilter(
        label=_("By"), empty_label=None, choices=ledger.GROUPS, method="as_grouped", initial=ledger.OUTLET
    )
    q = django_filters.CharFilter(label=_("Name contains"), field_name="group", lookup_expr="icontains")
    dated_from = django_filters.DateFilter(
        label=_("Made from"), field_name="made", lookup_expr="gte", widget=forms.DateInput(attrs={"type": "date"})
    )
    dated_to = django_filters.DateFilter(
        label=_("Made to"), field_name="made", lookup_expr="lte", widget=forms.DateInput(attrs={"type": "date"})
    )

    class Meta:
        model = Claim
        fields: ClassVar[list[str]] = []

    def as_grouped(self, claims: QuerySet[Claim], name: str, value: str) -> QuerySet[Claim]:
        return claims  # the page grouped them already
