"""Icons by heroicons' own tags, each drawn once in a process: every page has a handful of the same ones."""

from functools import cache
from typing import Any

from django import template
from heroicons.templatetags import heroicons

register = template.Library()


@register.simple_tag
@cache
def heroicon_outline(name: str, **attributes: Any) -> str:
    """The icon of 24 pixels, in outline."""
    return heroicons.heroicon_outline(name, **attributes)


@register.simple_tag
@cache
def heroicon_mini(name: str, **attributes: Any) -> str:
    """The icon of 20 pixels, filled, for buttons and lines of text."""
    return heroicons.heroicon_mini(name, **attributes)
