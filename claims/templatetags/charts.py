"""Small drawings beside their numbers: a share with its interval, and a bar of verdicts. The numbers are always in words next to them.

Places are percentages, so that a drawing is as wide as its cell and no pattern is stretched; nothing here needs a style attribute.
"""

from collections.abc import Mapping
from typing import NamedTuple

from django import template
from django.utils.translation import gettext as _

from claims.memory.intervals import Share
from claims.models import Verdict

register = template.Library()

# "" stands for claims without a verdict; each kind has a pattern of its own besides its colour (charts.html)
ORDER = (*Verdict.values, "")


class Piece(NamedTuple):
    """A stretch of a bar, from where and how wide, in per cent."""

    key: str
    x: str
    width: str


@register.inclusion_tag("parts/share_bar.html")
def share_bar(share: Share) -> dict[str, str | None]:
    """The interval as a band on a line from 0 to 100, with a tick where the share itself lies; nothing where there are too few."""
    if share.low is None or share.high is None:
        return {"x": None}
    width = max(share.high - share.low, 0.01)
    return {"x": _percent(share.low), "width": _percent(width), "tick": _percent(share.count / share.of)}


@register.inclusion_tag("parts/verdict_bar.html")
def verdict_bar(verdicts: Mapping[str, int], most: int) -> dict[str, list[Piece]]:
    """Counts by verdict, side by side; a bar as long as *most* fills its cell."""
    pieces, at = [], 0
    for key in ORDER:
        if number := verdicts.get(key, 0):
            pieces.append(Piece(key or "none", _percent(at / most), _percent(number / most)))
            at += number
    return {"pieces": pieces}


@register.filter
def in_words(verdicts: Mapping[str, int]) -> str:
    """Counts by verdict as a list of words: "3 supported, 1 refuted, 2 without a verdict"."""
    labels = {verdict.value: str(verdict.label).lower() for verdict in Verdict} | {"": _("without a verdict")}
    return ", ".join(f"{verdicts[key]} {labels[key]}" for key in ORDER if verdicts.get(key))


def _percent(share: float) -> str:
    return f"{100 * share:.2f}%"
