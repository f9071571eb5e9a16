"""What a page's own markup says is none of its article: boxes by the names of their classes, hidden parts, asides.

Outlets name things for their own people: a class "newsletter-inset" holds no news, whoever wrote it. An element that could hold the
article is never taken out: it has the headline in it, or much of the page's text.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from lxml.html import HtmlElement

_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# Beginnings of words in the names of boxes; those after the bar count only as whole words.
_BOX = re.compile(
    r"(?:newsletter|footnote|donat|related|relcontent|recommend|recirc|promo|signup|cookie|consent|contribut|appeal|comment(?!ar)|respond|pingback"
    r"|sponsor|advert|taboola|outbrain|readmore|mostread|popular|trending|breadcrumb|quiz|survey|feedback|disclaimer|republish|reprint|sharing|sharedaddy"
    r"|interrupt|interstitial|toolbar|widget|screenreader|upgrade|fundrais|inread|teads|pullquote|authorbio|authorprofile|figcaption)"
    r"|(?:ad|ads|cta|bio|share|social|tags|poll|nav|menu|toc|support|supporter|gift|sidebar|follow|optin|opt|permalink|sr|nudge|join|discussion"
    r"|correction|corrections|tagline|ticker|scoreboard)$"
)
# Names of who may read, on appeals to subscribe and on the article that only subscribers see.
_OF_READERS = frozenset(("comment", "comments"))  # of these there may be more than of the article
_ACCESS = re.compile(r"(?:subscri|paywall|membership|upsell|signin|login|register)")
# Names of what may hold a paragraph of the article as well, so that only short elements go.
_PLAYED = re.compile(
    r"(?:video|audio|player|playlist|podcast|caption|credit|email|mailing|mailchimp|tooltip|carousel)$"
)
_PAIRS = frozenset(
    """sign up|read more|read next|read also|most read|see also|up next|more from|more in|more on|visually hidden|editors picks|author card|author box|about author
    |author info|author profile|pull quote|call action|reader revenue|live chat|tag list|topic list|topics list|print edition|key events""".replace(
        "\n", ""
    )
    .replace("    ", "")
    .split("|")
)
# Attributes in which outlets name the parts of their pages, beside the class: data-testid, data-qa, data-inset_type …
_NAMING = re.compile(r"data-(?:[\w-]*[-_])?(?:component|testid|test|qa|type|block|module|name|area|region|slot)$")
_NAME = re.compile(r"[\w-]{3,60}")
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
_SHORT = 500  # characters of one that its name alone does not tell
_TEASER = 15  # words of a paragraph; a teaser has no two of them
# Names for which the extractor leaves an element out, with and without reason.
_MISREAD = re.compile(
    r"teaser|expand|blur|obfuscat|viewport|slide|rating|options|overlay|attachment|embed|bar|meta|hid(?:e|den)|widget|elated",
    re.IGNORECASE,
)
_APART = re.compile(r"footer|author|byline|nav|sidebar|comment", re.IGNORECASE)
_SHARE = 0.3  # of the text of a page's paragraphs; what has more may be the article
_HIDDEN = re.compile(
    r"display:\s*none|visibility:\s*hidden|clip:\s*rect\(\s*[01]|clip-path:\s*inset\(50%", re.IGNORECASE
)
_HEARD = re.compile(
    r"(?:sr|screen[-_]?reader|visually[-_]?hidden|visuallyhidden|screenreader)(?:[-_](?:only|text))?", re.IGNORECASE
)
_OPENS = re.compile(r"\W*opens (?:in )?(?:a )?new (?:tab|window)\W*", re.IGNORECASE)
_BLOCKS = "p|h2|h3|h4|h5|h6|div|header|blockquote|figure"


def clear(tree: HtmlElement) -> None:
    """Take the boxes out of *tree*, and make blocks of lists whose items hold paragraphs."""
    _join_entries(tree)
    paragraphs = sum(len(p.text_content()) for p in tree.iter("p"))
    share = _SHARE * max(paragraphs, 1)
    of_article = _of_article(tree, share)
    for element in list(tree.iter("*")):
        longest = _longest(element, of_article)
        if longest and _may_go(element, min(longest, share)):
            element.drop_tree()
    for field in list(tree.iter("input")):
        _drop_form(field, min(_SHORT, share))
    _rename(tree, share)
    for listing in list(tree.iter("ul", "ol")):
        if any(True for item in listing.iterchildren("li") for _ in item.iter(*_BLOCKS.split("|"))):
            listing.tag = "div"
            for item in listing.iterchildren("li"):
                item.tag = "div"


def _join_entries(tree: HtmlElement) -> None:
    """Make plain blocks of the entries of a live page, each an article element without a title of the page in it: the extractor keeps one article only."""
    entries = list(tree.iter("article"))
    titled = any(next(entry.iter("h1"), None) is not None for entry in entries)
    if not titled and sum(map(_is_report, entries)) > 1:
        for entry in entries:
            entry.tag = "div"


def _of_article(tree: HtmlElement, share: float) -> frozenset[str]:
    """Words in the names of so many paragraphs that they say who may read the article ("subscriber-only"), and name no box."""
    letters: Counter[str] = Counter()
    for element in tree.iter("p", "div", "section"):
        if element.tag == "p" or element.find("p") is not None:
            named = _words(" ".join(element.get("class", "").split()))
            counted = {word for word in named if _ACCESS.match(word) or (element.tag == "p" and _BOX.match(word))}
            for word in counted - _OF_READERS:
                letters[word] += len(element.text_content())
    return frozenset(word for word, count in letters.items() if count >= share)


def _rename(tree: HtmlElement, share: float) -> None:
    """Take the names away for which the extractor would leave out a part of the article."""
    for element in tree.iter("div", "section"):
        name = element.get("class", "")
        if _MISREAD.search(name) and not _APART.search(name) and _holds_article(element, share):
            element.set("class", "")


def _holds_article(element: HtmlElement, share: float) -> bool:
    """Whether so much of the page's prose stands in the element itself that its name, a "teaser" or "expandable", is no reason to leave it out."""
    own = [p.text_content() for p in element.iterchildren("p", "div") if p.tag == "p" or p.find("p") is not None]
    full = [text for text in own if len(text.split()) >= _TEASER]
    return len(full) > 1 and sum(map(len, full)) >= share / 2


def _drop_form(field: HtmlElement, longest: float) -> None:
    """Drop what asks for an address together with the words around it."""
    asks = "email" in (field.get("type"), field.get("name"), field.get("autocomplete"))
    box = None
    for above in field.iterancestors() if asks else ():
        if above.tag == "p" or not _may_go(above, longest):
            break
        box = above
    if box is not None and box.getparent() is not None:
        box.drop_tree()


def _longest(element: HtmlElement, of_article: frozenset[str]) -> int:
    """How many characters the element may have to be a box by its markup; none where it is no box."""
    tag = element.tag
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return _LONGEST
    if tag in ("aside", "figcaption") or tag.startswith("amp-") or element.get("role") in _ROLES:
        return _LONGEST
    if tag in _INLINE and (parent := element.getparent()) is not None and parent.tag in _PROSE | _INLINE:
        heard = _OPENS.fullmatch(element.text_content()) or any(map(_HEARD.fullmatch, element.get("class", "").split()))
        return _SHORT if heard else 0  # what only screen readers say stands in the middle of sentences
    if tag not in _TAGS | _INLINE:
        return 0
    longest = 0
    for words in _names(element, of_article):
        if _names_box(words, element):
            return _LONGEST
        if any(_PLAYED.match(word) for word in words):
            longest = _SHORT
    return longest


def _names(element: HtmlElement, of_article: frozenset[str]) -> Iterator[list[str]]:
    for attribute, value in element.items():
        if attribute == "class":
            for name in value.split():
                if not name.startswith(_TOPICS):
                    yield [word for word in _words(name) if word not in of_article]
        elif attribute in _NAMES:
            words = _words(value)
            if len(words) <= _FEW:
                yield words
        elif _NAMING.match(attribute) and _NAME.fullmatch(value):
            yield _words(value)


def _words(name: str) -> list[str]:
    return [word.lower() for word in _TOKEN.findall(name)]


def _names_box(words: list[str], element: HtmlElement) -> bool:
    if any(_BOX.match(word) or _ACCESS.match(word) for word in words):
        return True
    # The lead of an article is called its teaser as well; a teaser of another one links to it.
    if any(word.startswith("teaser") for word in words) and next(element.iter("a"), None) is not None:
        return sum(len(p.text_content().split()) >= _TEASER for p in element.iter("p")) < 2
    return any(f"{one} {other}" in _PAIRS for one, other in pairwise(words))


def _is_report(article: HtmlElement) -> bool:
    """Whether an article element holds paragraphs; cards of other articles are marked up so too, and hold a headline and a teaser."""
    return sum(len(p.text_content().split()) >= _TEASER for p in article.iter("p")) > 1


def _may_go(element: HtmlElement, longest: float) -> bool:
    if element.getparent() is None or element.tag in ("html", "body", "main", "article"):
        return False
    if next(element.iter("h1", "main"), None) is not None or any(map(_is_report, element.iter("article"))):
        return False
    return len(" ".join(element.text_content().split())) < longest
