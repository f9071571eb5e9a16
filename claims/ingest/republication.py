"""Where a republished article first appeared, as its own page tells: "read more from …", "this article first appeared in …", a canonical
address on another site. The article keeps the link to that outlet; a person may put it right."""

import re
import unicodedata
from urllib.parse import urlsplit

from claims.extraction.types import Passage, PassageKind
from claims.models import Article, Outlet

MOST_NAME = 80  # characters of an outlet's name; what is longer is a sentence
_SHORT = 120  # an invitation to read on stands in a line of its own
_NAME = r"(?P<name>[^\n]{2,160})"
_THIS = (
    r"(?:an? |the |this )(?:[\w-]+ )?(?:article|story|post|piece|report|column|essay|review|version(?: of this \w+)?)"
)
_FIRST = re.compile(  # "the film first appeared in Cannes" is no such notice: it speaks of the article, or begins with the verb
    rf"(?i:(?:\b{_THIS} (?:(?:was|is|has been) )?|(?:^|[.!?(]\s*))"
    rf"(?:(?:originally|first) (?:published|appeared|ran|printed|posted|reported)|republished|reprinted|syndicated)"
    rf"(?: here)?(?: with permission)? (?:by|in|on|at|from|with|via) ){_NAME}"
)
_READ_ON = re.compile(
    rf"(?i:\bread (?:(?:the )?(?:rest|full (?:story|article|report)|original(?: (?:story|article))?)|more)(?: of this \w+)? "
    rf"(?:from|at|on|in) ){_NAME}"
)
_AFTER_NAME = re.compile(
    r"(?i)(?:\s+(?:on|in|at) (?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|\s+(?:under|with|and|as|where|which)\b"
    r"|[,;:!?|()\[\]…]|\.(?:\s|\.|$)|\s[-–—]\s).*$"
)
_HOST = re.compile(r"(?i)^(?:https?://)?(?:www\.)?(?P<host>[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24})(?:/\S*)?$")
_LOWER = re.compile(r"^[a-z][a-z0-9-]{4,40}$")  # "dailymail": the name of a site without its ending
_CALENDAR = re.compile(
    r"(?i)(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*$)"
)
_NO_OUTLET = frozenset("our the this here us more it its their his her page website site section author".split())


def told(text: str, passages: tuple[Passage, ...]) -> str:
    """The outlet in which the article says that it first appeared: a name or a host; empty where it says nothing."""
    short = [passage for passage in passages if passage.span.end - passage.span.start <= _SHORT]
    for pattern, where in ((_FIRST, passages), (_READ_ON, short)):
        for passage in where:
            found = pattern.search(passage.span.of(text))
            if found and (name := _name(found["name"], at_the_edge=passage.kind is not PassageKind.BODY)):
                return name
    return ""


def _name(words: str, *, at_the_edge: bool) -> str:
    first, *_rest = words.split()
    host = _HOST.match(first.rstrip(".,;:)"))
    if host:
        return host["host"].lower()
    name = _AFTER_NAME.sub("", words).strip(" .\"'“”‘’«»")
    plain = name.split(" ")
    if not name or len(name) > MOST_NAME or _CALENDAR.match(plain[0]) or {word.lower() for word in plain} <= _NO_OUTLET:
        return ""
    if at_the_edge and len(plain) == 1 and _LOWER.match(name) and name not in _NO_OUTLET:
        return name
    return name if plain[-1][0].isupper() else ""


def elsewhere(canonical: str | None, address: str) -> str:
    """The host that a page names as its article's own, where that is another site's."""
    ours, said = (_host(one) for one in (address, canonical or ""))
    return (
        said if said and ours and not (ours.endswith(f".{said}") or said.endswith(f".{ours}") or ours == said) else ""
    )


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:  # a page may name anything as its address
        return ""


def outlet_called(name: str) -> Outlet:
    """The outlet of this name or host; a new one, not stored yet, where the desk knows none."""
    name = " ".join(name.split())[:200]
    host = _HOST.match(name)
    known = Outlet.objects.filter(host=host["host"].lower()).first() if host else None
    known = known or Outlet.objects.filter(name__iexact=name).first()
    if known is None and not host:
        alike = Outlet.objects.filter(name__istartswith=_bare(name)[:1]) | Outlet.objects.filter(
            name__istartswith="the "
        )
        known = next((one for one in alike.order_by("pk")[:2_000] if _bare(one.name) == _bare(name)), None)
    return known or Outlet(name=name, host=host["host"].lower() if host else "")


def _bare(name: str) -> str:
    """ "dailymail", "Daily Mail" and "The Daily Mail" are one outlet."""
    folded = unicodedata.normalize("NFKC", name).casefold().removeprefix("the ")
    return "".join(letter for letter in folded if letter.isalnum())


def keep(article: Article, name: str) -> Outlet | None:
    """Link an article with the outlet in which it first appeared, unless that is known already or is its own."""
    if not name or article.republished_from_id is not None:
        return None
    outlet = outlet_called(name)
    if outlet == article.outlet:
        return None
    if outlet.pk is None:
        outlet.save()
    Article.objects.filter(pk=article.pk).update(republished_from=outlet)
    article.republished_from = outlet
    return outlet
