"""What stands in the tags of a table's cells."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def in_each_cell(column: Any) -> SafeString:
    """What the tag of each cell of a column holds, found out once for a page: no column of the desk marks one row unlike another."""
    known: SafeString | None = vars(column).get("in_each_cell")
    if known is None:
        known = column.in_each_cell = format_html('{} data-label="{}"', column.attrs["td"].as_html(), column.header)
    return known
