"""What a page says to everybody alike is written once in a process: ``{% alike %}…{% endalike %}``.

Half of a page's time went into words that are the same for whoever asks. What stands between the two tags is told nothing
but what the first of them names, ``{% alike roles=role_labels %}``: no person, no request, no token and no count can come into
what the next one reads. What is named is part of the key, so it has to be of few kinds and stay as it is: a tuple, a string,
one of the objects that a process keeps.
"""

from collections.abc import Hashable
from typing import Any, cast

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token, token_kwargs
from django.template.loader_tags import BlockNode
from django.urls import get_script_prefix
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

MOST = (
    200  # kept of one place in a template; whatever is named there was of too many kinds, and is written anew each time
)


class AlikeNode(template.Node):
    """A part of a template with what it came to, by what it was told; kept as long as its template is."""

    def __init__(self, nodelist: NodeList, told: dict[str, FilterExpression]) -> None:
        self.nodelist, self.told = nodelist, told
        self.written: dict[tuple[Hashable, ...], SafeString] = {}

    def render(self, context: template.Context) -> SafeString:
        told = {name: value.resolve(context) for name, value in self.told.items()}
        # links begin with the prefix that the desk is served at
        key = (get_language(), get_script_prefix(), *told.values())
        written = self.written.get(key)
        if written is None:
            written = self._write(told, context)
            if len(self.written) < MOST:
                self.written[key] = written
        return written

    def _write(self, told: dict[str, Any], context: template.Context) -> SafeString:
        alone = template.Context(told, autoescape=context.autoescape)
        with alone.bind_template(cast(template.Template, context.template)):  # it has one while it is rendered
            return self.nodelist.render(alone)


@register.tag
def alike(parser: Parser, token: Token) -> AlikeNode:
    """Write what is between the tags once for each language and for what is named in the first."""
    words = token.split_contents()[1:]
    told = token_kwargs(words, parser)
    if words:
        raise template.TemplateSyntaxError(f"alike is told things by name: {words[0]} has none")
    nodelist = parser.parse(("endalike",))
    parser.delete_first_token()
    if nodelist.get_nodes_by_type(BlockNode):
        raise template.TemplateSyntaxError("a block inside alike could be filled with what is not alike")
    return AlikeNode(nodelist, told)
