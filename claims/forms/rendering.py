"""Widgets written by plain functions: the page of a review has fifty of them, and a template for each is half of its time.

What is written is, character by character, what Django's own templates write; a widget that is not known here goes there.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.utils.html import conditional_escape

Widget = Mapping[str, Any]
_BUILT_IN = "django/forms/widgets/{}.html"


class DeskRenderer(DjangoTemplates):
    """Django's renderer with a shorter way for the widgets that forms are made of."""

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        write = _WRITERS.get(template_name)
        widget = context.get("widget")
        if write is None or widget is None or widget.get("is_initial"):
            return super().render(template_name, context, request)
        return write(widget)


def _attributes(attributes: Mapping[str, Any]) -> str:
    """Each with a space before it; True is an attribute without a value, and False is none."""
    told = ((name, value) for name, value in attributes.items() if value is not False)
    return "".join(
        f" {conditional_escape(name)}" if value is True else f' {conditional_escape(name)}="{_text(value)}"'
        for name, value in told
    )


def _input(widget: Widget) -> str:
    value = "" if widget["value"] is None else f' value="{_text(widget["value"])}"'
    begin = f'<input type="{conditional_escape(widget["type"])}" name="{conditional_escape(widget["name"])}"'
    return f"{begin}{value}{_attributes(widget['attrs'])}>"


def _file(widget: Widget) -> str:
    return _input({**widget, "value": None})


def _choice(widget: Widget) -> str:
    """A radio button or a box to tick, inside its label where it brings one."""
    if not widget.get("wrap_label"):
        return _input(widget)
    number = widget["attrs"].get("id")
    of = f' for="{conditional_escape(number)}"' if number else ""
    return f"<label{of}>{_input(widget)}\n {conditional_escape(widget['label'])}</label>"


def _textarea(widget: Widget) -> str:
    text = conditional_escape(widget["value"]) if widget["value"] else ""
    return f'<textarea name="{conditional_escape(widget["name"])}"{_attributes(widget["attrs"])}>\n{text}</textarea>'


def _select(widget: Widget) -> str:
    groups = "".join(_group(name, options) for name, options, _index in widget["optgroups"])
    return f'<select name="{conditional_escape(widget["name"])}"{_attributes(widget["attrs"])}>{groups}\n</select>'


def _group(name: Any, options: list[Widget]) -> str:
    written = "".join(f"\n  {_option(option)}\n" for option in options)
    return f'\n  <optgroup label="{conditional_escape(name)}">{written}\n  </optgroup>' if name else written


def _option(option: Widget) -> str:
    value, attributes = _text(option["value"]), _attributes(option["attrs"])
    return f'<option value="{value}"{attributes}>{conditional_escape(option["label"])}</option>'


def _text(value: Any) -> str:
    return conditional_escape(value if isinstance(value, str) else str(value))


_INPUTS = ("input", "text", "number", "email", "url", "password", "hidden", "date", "datetime", "time", "checkbox")
_WRITERS: dict[str, Callable[[Widget], str]] = {
    **{_BUILT_IN.format(name): _input for name in _INPUTS},
    **{_BUILT_IN.format(name): _file for name in ("file", "clearable_file_input")},
    **{_BUILT_IN.format(name): _choice for name in ("radio_option", "checkbox_option")},
    _BUILT_IN.format("textarea"): _textarea,
    _BUILT_IN.format("select"): _select,
}
