"""Words and tones that pages give to states; never colour alone, the word is always there."""

from typing import TYPE_CHECKING, Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from claims.matching.word_diff import Piece, word_diff
from claims.models import Claim, SourceKind, Status, Verdict
from claims.record import visibility
from claims.templatetags import marked

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

register = template.Library()

TONES: dict[str, str] = {
    Status.CANDIDATE: "open",
    Status.QUEUED: "act",
    Status.IN_REVIEW: "act",
    Status.ON_HOLD: "warn",
    Status.ADJUDICATION: "warn",
    Status.DECIDED: "good",
    Status.PUBLISHED: "good",
    Status.WITHDRAWN: "bad",
    Status.DISMISSED: "calm",
    Status.MERGED: "calm",
    Verdict.SUPPORTED: "good",
    Verdict.REFUTED: "bad",
    Verdict.CONFLICTING: "warn",
    Verdict.NOT_ENOUGH_EVIDENCE: "calm",
    Verdict.NOT_CHECKABLE: "calm",
}
BANDS: tuple["StrOrPromise", ...] = (
    pgettext_lazy("check-worthiness", "High"),
    pgettext_lazy("check-worthiness", "Middle"),
    pgettext_lazy("check-worthiness", "Low"),
)
# What stands beside a line that is no plain paragraph of the article.
LAYOUT: dict[str, "StrOrPromise"] = {
    "headline": _("Headline"),
    "dateline": _("Dateline"),
    "byline": _("Byline"),
    "speaker": _("Speaker"),
    "caption": _("Caption"),
    "credit": _("Credit"),
    "repeat": _("Repeat"),
    "navigation": _("Not the article"),
    "cut_off": _("Cut off"),
}
STAGES: dict[str, "StrOrPromise"] = {
    "robots": _("Asking whether the page may be fetched"),
    "fetch": _("Fetching the page"),
    "read": _("Finding the text in the page"),
    "passages": _("Telling the article from the page around it"),
    "statements": _("Finding who says what"),
    "sources": _("Finding out who the sources are"),
    "claims": _("Wording each claim so that it stands alone"),
}


@register.filter
def tone(state: str) -> str:
    """The tone of a status or verification status: open, act, good, warn, bad or calm."""
    return TONES.get(state, "calm")


@register.filter
def hides_verdict_from(claim: Claim, person: visibility.Viewer) -> bool:
    """Whether the claim has a verdict that is not for this person to read; asks the database nothing."""
    return visibility.hides_verdict(claim, person)


@register.filter
def band(number: int) -> "StrOrPromise":
    """The word for a band of check-worthiness."""
    return BANDS[number]


@register.filter
def layout(kind: str) -> "StrOrPromise":
    """The word for a passage's layout kind; nothing for a plain paragraph."""
    return LAYOUT.get(kind, "")


@register.filter
def stage(name: str) -> "StrOrPromise":
    """What is being done, in words; a stage that has no words here is shown by its name."""
    return STAGES.get(name, name)


@register.filter
def shown(text: str) -> SafeString:
    """User text with its unseen characters made visible."""
    return marked.shown(text)


@register.filter
def source_kind(kind: str) -> "StrOrPromise":
    """The word for a kind of source."""
    return SourceKind(kind).label


@register.simple_tag(takes_context=True)
def seen(context: template.Context) -> SafeString:
    """Up to which event of the record the page of this form looked (``views.seen``)."""
    return format_html('<input type="hidden" name="seen" value="{}">', context["request"].seen)


@register.filter
def untouched(form: Any) -> Any:
    """What looks just like this form as long as nobody has filled it in, one for all pages; None once somebody has."""
    return form.untouched


@register.filter
def blank(rows: Any) -> Any:
    """One more row, for the page's script to number; one for all pages."""
    return rows.blank


@register.inclusion_tag("parts/word_diff.html", name="word_diff")
def show_word_diff(old: str, new: str) -> dict[str, list[Piece]]:
    """Two wordings as one text: what went is struck out, what came is underlined, and both are said in words too."""
    return {"pieces": word_diff(old, new)}
