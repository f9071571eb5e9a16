"""Files become articles: read in a child process, the original kept beside the text, all or nothing."""

import hashlib
from datetime import date
from urllib.parse import urlsplit

from claims.extraction.pages import Page
from claims.extraction.pages.limits import MOST_TEXT
from claims.ingest import articles, days, documents, fetching
from claims.ingest.articles import Taken, Unacceptable, clean
from claims.ingest.fetching import FetchError
from claims.models import Article, Outlet, User
from claims.record import originals, permissions

TYPES = {
    "text": "text/plain",
    "markdown": "text/markdown",
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def submit_file(
    raw: bytes, *, name: str, by: User, key: str = "", title: str = "", dated: date | None = None, address: str = ""
) -> Taken:
    """Take in one file; the same bytes under the same *key* give the same article, so one key serves several files.

    Raises NotPermitted, or Unacceptable with a sentence for a journalist. Nothing is half stored.
    """
    permissions.require(by, "add_article")
    key = hashlib.sha256(key.encode("utf-8", "replace") + hashlib.sha256(raw).digest()).hexdigest() if key else ""
    if key and (earlier := articles.taken_before(by, key)):
        return Taken(earlier, repeated=True)
    articles.admit(address)
    if told := days.wrong(dated):
        raise Unacceptable(told)
    page = documents.read(raw, name=name)
    text = clean(page.text, most=MOST_TEXT)
    original, digest = originals.keep(raw)
    article = Article(
        title=title.strip()[:500] or (page.title or "")[:500],
        byline=(page.byline or "")[:300],
        dated=dated or days.possible(page.date),
        address=address or _named(page),
        outlet=_outlet(address or _named(page)),
        submitted_by=by,
        idempotency_key=key or None,
    )
    kind = TYPES[documents.kind_of(raw, name=name)]
    rows = articles.first_text(article, text, original=original, original_sha256=digest, content_type=kind)
    more = {"file": name.encode("utf-8", "replace").decode()[:200], "sha256": digest}
    return articles.store(article, rows, by=by, more=more)


def _named(page: Page) -> str:
    """The address that a saved page gives itself; a file's word, so never the canonical address of the article."""
    address = page.canonical or ""
    try:
        return fetching.checked(address) if address else ""
    except FetchError:
        return ""


def _outlet(address: str) -> Outlet | None:
    """An outlet that the desk knows already: a file does not make one."""
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return Outlet.objects.filter(host=host).first() if host else None
