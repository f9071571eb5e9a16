"""What a page's own markup says is none of its article: boxes by the names of their classes, hidden parts, asides.

Outlets name things for their own people: a class "newsletter-inset" holds no news, whoever wrote it. An element that could hold the
article is never taken out: it has the headline in it, or much of the page's text.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from lxml.html import HtmlElement

_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# Beginnings of words in the names of boxes; those after the bar count only as whole words.
_BOX = re.compile(
    r"(?:newsletter|footnote|donat|related|recommend|promo|signup|cookie|consent|subscri|paywall|contribut|appeal|membership|comment(?!ar)|respond|pingback"
    r"|sponsor|advert|taboola|outbrain|readmore|mostread|popular|trending|breadcrumb|quiz|survey|feedback|upsell|disclaimer|republish|reprint|sharing|sharedaddy"
    r"|interrupt|toolbar|widget|screenreader|signin|login|register|upgrade|fundrais)"
    r"|(?:ad|ads|cta|bio|share|social|tags|poll|nav|menu|toc|support|supporter|gift|sidebar|follow|optin|opt|permalink|sr|nudge|join|discussion)$"
)
_PAIRS = frozenset(
    """sign up|read more|read next|read also|most read|see also|up next|more from|more in|visually hidden|editors picks|author card|author box|about author
    |author info|call action|reader revenue|live chat|tag list|topic list|topics list|print edition|key events""".replace(
        "\n", ""
    )
    .replace("    ", "")
    .split("|")
)
_CLASSES = ("class", "data-component", "data-testid", "data-type", "data-block", "data-module")
_NAMES = ("id", "aria-label")  # of few words only: longer ones are made of a heading's text
_ROLES = frozenset(("navigation", "complementary", "dialog", "alertdialog", "search", "form"))
_FEW = 4  # words
_TOPICS = ("tag-", "category-")  # WordPress tells the topics of an article so
_TAGS = frozenset(
    "div section aside ul ol dl form p figure table details dialog nav footer blockquote button h3 h4 h5 h6".split()
)
_INLINE = frozenset(("a", "span", "small", "strong", "em"))
_PROSE = frozenset("p li blockquote td h1 h2".split())  # what holds words of prose beside an inline element
_LONGEST = 3000  # characters of a box
_SHARE = 0.3  # of the text of a page's paragraphs; what has more may be the article
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden", re.IGNORECASE)
_BLOCKS = "p|h2|h3|h4|h5|h6|div|header|blockquote|figure"


def clear(tree: HtmlElement) -> None:
    """Take the boxes out of *tree*, and make blocks of lists whose items hold paragraphs."""
    paragraphs = sum(len(p.text_content()) for p in tree.iter("p"))
    longest = min(_LONGEST, _SHARE * max(paragraphs, 1))
    for element in list(tree.iter("*")):
        if _is_box(element) and _may_go(element, longest):
            element.drop_tree()
    for listing in list(tree.iter("ul", "ol")):
        if any(True for item in listing.iterchildren("li") for _ in item.iter(*_BLOCKS.split("|"))):
            listing.tag = "div"
            for item in listing.iterchildren("li"):
                item.tag = "div"


def _is_box(element: HtmlElement) -> bool:
    tag = element.tag
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return True
    if tag == "aside" or tag.startswith("amp-") or element.get("role") in _ROLES:
        return True
    if tag in _INLINE and (parent := element.getparent()) is not None and parent.tag in _PROSE | _INLINE:
        return False
    return tag in _TAGS | _INLINE and any(_names_box(words, element) for words in _names(element))


def _names(element: HtmlElement) -> Iterator[list[str]]:
    for attribute in _CLASSES:
        for name in (element.get(attribute) or "").split():
            if not name.startswith(_TOPICS):
                yield _words(name)
    for attribute in _NAMES:
        words = _words(element.get(attribute) or "")
        if len(words) <= _FEW:
            yield words


def _words(name: str) -> list[str]:
    return [word.lower() for word in _TOKEN.findall(name)]


def _names_box(words: list[str], element: HtmlElement) -> bool:
    if any(_BOX.match(word) for word in words):
        return True
    # The lead of an article is called its teaser as well; a teaser of another one links to it.
    if any(word.startswith("teaser") for word in words) and next(element.iter("a"), None) is not None:
        return True
    return any(f"{one} {other}" in _PAIRS for one, other in pairwise(words))


def _may_go(element: HtmlElement, longest: float) -> bool:
    if element.getparent() is None or element.tag in ("html", "body", "main", "article"):
        return False
    if next(element.iter("h1", "main", "article"), None) is not None:
        return False
    return len(" ".join(element.text_content().split())) < longest
