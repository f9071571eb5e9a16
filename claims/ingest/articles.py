"""Every way an article comes in ends here: one transaction writes what was taken in, and a hint goes out on commit."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from claims.extraction.version import VERSION
from claims.ingest import days, fetching
from claims.models import Article, ExtractionRun, Fetch, TextVersion, User
from claims.record import permissions
from claims.record.moves import move
from claims.record.refusals import IllegalMove, Refusal
from claims.record.work import wake

MOST_PASTED = 1_000_000  # characters of a paste; more is refused, never cut (architecture 7.13)


_LINE_END = re.compile(r"\r\n|[\r\v\f]")
# colours of a terminal, then bells, backspaces and their like: no reader sees them, and a screen or a mail may obey them
_STEERING = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|[\x01-\x08\x0e-\x1f\x7f]")
_BLOCK_END = re.compile(r"(?i)</(?:p|div|h[1-6]|li|tr|article|section|body|html)\s*>")


class Unacceptable(Refusal):
    """That cannot be taken in."""

    http_status = 400


@dataclass(frozen=True, slots=True)
class Taken:
    """The article, and whether it was here already under the same idempotency key."""

    article: Article
    repeated: bool


def clean(text: str, *, most: int = MOST_PASTED) -> str:
    """The text as it will be kept for ever: line ends as LF, without what only steers a device; raises Unacceptable with a reason."""
    if "\x00" in text:
        raise Unacceptable(_("The text holds a NUL character. Copy it again from the page, or save it as plain text."))
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise Unacceptable(_("The text holds half of a character (a lone surrogate). Copy it again from the page."))
    text = _STEERING.sub("", _LINE_END.sub("\n", text))
    if len(text) > most:
        raise Unacceptable(
            _("The text has %(length)s characters; at most %(most)s can be taken in at once.")
            % {"length": f"{len(text):,}", "most": f"{most:,}"}
        )
    if len(list(islice(filter(str.isalpha, text), 2))) < 2:
        raise Unacceptable(_("There is no text in it. Paste the words of the article."))
    return text


def refuse_code(text: str) -> str:
    """The pasted text, unless it plainly is the code of a web page: its marks would be read as words of the article."""
    start = text[:200].lstrip().lower()
    whole = start.startswith(("<!doctype html", "<html"))
    if whole or (start.startswith("<") and len(list(islice(_BLOCK_END.finditer(text), 2))) == 2):
        told = _(
            "This is the code of a web page. Copy the words from the page itself, or hand the code in as an .html file."
        )
        raise Unacceptable(told)
    return text


def admit(address: str) -> str:
    """The address that an article is said to come from, if it is one of the web; raises Unacceptable with a reason."""
    try:
        return fetching.checked(address) if address else ""
    except fetching.FetchError as reason:
        raise Unacceptable(str(reason)) from reason


def submit(
    *,
    by: User,
    text: str = "",
    address: str = "",
    title: str = "",
    dated: date | None = None,
    key: str = "",
) -> Taken:
    """Take in one article, as text or by its address; the same *key* again gives the same article.

    Raises NotPermitted, or Unacceptable with a sentence for a journalist. Nothing is half stored.
    """
    permissions.require(by, "add_article")
    if key and (earlier := taken_before(by, key)):
        return Taken(earlier, repeated=True)
    if not text.strip() and not address:
        raise Unacceptable(_("There is no text in it. Paste the words of the article."))
    admit(address)
    if told := days.wrong(dated):
        raise Unacceptable(told)
    article = Article(
        title=title.strip()[:500], address=address, dated=dated, submitted_by=by, idempotency_key=key or None
    )
    if text.strip():
        return store(article, first_text(article, clean(text)), by=by)
    return store(article, [Fetch(article=article, address=address)], by=by)


def store(article: Article, rows: Sequence[Model], *, by: User, more: Mapping[str, Any] | None = None) -> Taken:
    """Store a new article with its first rows and the one event, and wake the last row's work."""
    try:
        with transaction.atomic():
            move("submit_article", article, by=by, create=[article, *rows], more=more)
            wake(rows[-1])  # type: ignore[arg-type]  # the last row is the one with work in it
    except IllegalMove:
        key = article.idempotency_key
        if key and (earlier := taken_before(by, key)):  # a double click: the other request was first
            return Taken(earlier, repeated=True)
        raise
    return Taken(article, repeated=False)


def taken_before(by: User, key: str) -> Article | None:
    """The article that this person took in under this key, if there is one."""
    return Article.objects.filter(submitted_by=by, idempotency_key=key).first()


def first_text(article: Article, text: str, **original: str) -> list[Model]:
    """An article's first text, with where its original lies, and the run that will read it."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    version = TextVersion(article=article, text=text, text_sha256=digest, **original)
    return [version, ExtractionRun(text_version=version, pipeline_version=VERSION)]
