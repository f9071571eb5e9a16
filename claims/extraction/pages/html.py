"""Web pages to articles: the main text with its headline, byline and date, and nothing else of the page."""

import datetime
import importlib
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree

from claims.extraction.pages import boxes, limits
from claims.extraction.pages.decoding import decode
from claims.extraction.types import Unreadable

_HEAD = 4096  # bytes in which a page must name its charset
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w:.-]{1,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]{1,40})", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html\b[^>]{0,400}?\blang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
_FEED = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_TAG = re.compile(r"</?(?:html|head|body|div|p|article|main|section|span|a|h1|title|meta)\b", re.IGNORECASE)
_TEMPLATE = re.compile(r"<template\b", re.IGNORECASE)
_NEW_YEAR = re.compile(r"\d{4}-01-01|\bjan(?:uary|\.)? 0?1\b|\b0?1(?:st)? jan", re.IGNORECASE)
# An article has at least this many words in whole sentences; menus, teasers and notices have fewer.
_FEWEST_WORDS = 25
_SENTENCE = re.compile(r"[^\n]{40,}[.!?…][\"'”’)]*\s*$", re.MULTILINE)
# What a page says when it shows a notice instead of its article, and what to tell the journalist then.
_NOTICES = (
    (re.compile(r"javascript|enable cookies|browser", re.IGNORECASE), "it wants a browser with JavaScript"),
    (re.compile(r"\blog ?in\b|sign ?in|subscri|register", re.IGNORECASE), "it asks for a subscription or a sign-in"),
    (re.compile(r"cookies|consent|privacy", re.IGNORECASE), "it shows only its cookie notice"),
    (
        re.compile(r"\b404\b|not found|no longer available|page (?:can.t|could not)", re.IGNORECASE),
        "the page was not found",
    ),
    (
        re.compile(r"captcha|are you (?:a )?(?:human|robot)|access denied|forbidden|blocked", re.IGNORECASE),
        "it refused access",
    ),
)


@dataclass(frozen=True, slots=True)
class Page:
    """What a saved web page holds of an article."""

    text: str
    title: str | None = None
    byline: str | None = None
    date: datetime.date | None = None
    language: str | None = None
    canonical: str | None = None
    outlet: str | None = None


def read_html(raw: bytes, url: str | None = None) -> Page:
    """The article in a web page, its paragraphs separated by blank lines; a page without one is refused with the reason."""
    head = raw[:_HEAD]
    label = _META_CHARSET.search(head) or _XML_CHARSET.search(head)
    source = decode(raw, label[1].decode("ascii") if label else None)
    if _FEED.match(source):
        raise Unreadable("This is a feed, not a web page: add it under feeds.")
    if not _TAG.search(source):
        raise Unreadable("This is no web page: paste it as text.")
    limits.check(source)
    source = _without_templates(source)
    found = _extracted(source, url)
    text = _article(found, source)
    if len(text) > limits.MOST_TEXT:
        raise Unreadable(f"The text of this page has more than {limits.MOST_TEXT:,} characters.")
    spoken = _LANGUAGE.search(source)
    return Page(
        text=text,
        title=_line(found.title),
        byline=_line(found.author),
        date=_date(found.date, source),
        language=spoken[1].lower() if spoken else None,
        canonical=_address(found.url, url),
        outlet=_line(found.sitename),
    )


def _without_templates(source: str) -> str:
    """The page without what its templates hold: no browser shows it. A declared shadow root is shown, so it stays."""
    if not _TEMPLATE.search(source):
        return source
    tree = _trafilatura().load_html(source)
    if tree is None:
        return source
    for template in tree.xpath("//template[not(@shadowrootmode)]"):
        template.drop_tree()  # what stands behind it stays
    told: str = etree.tostring(tree, encoding="unicode", method="html")
    return told


def _extracted(source: str, url: str | None) -> Any:
    """What trafilatura makes of the page."""
    try:
        tree = _trafilatura().load_html(source)
        boxes.clear(tree)
        return _trafilatura().bare_extraction(
            tree,
            url=url,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"original_date": True, "extensive_search": True},
        )
    except Exception as mistake:
        raise Unreadable("This page is too damaged to be read: paste its text instead.") from mistake


def _article(found: Any, source: str) -> str:
    """The main text, by a simpler reading where the careful one finds too little; refused where both do."""
    text = _paragraphs((found and found.text) or "")
    if not _is_article(text):
        text = _paragraphs(_trafilatura().baseline(source)[1])
    if found is None or not _is_article(text):
        raise Unreadable(f"No article was found on this page{_reason(text or _trafilatura().html2txt(source))}.")
    return text


def _paragraphs(text: str) -> str:
    return "\n\n".join(line for line in text.split("\n") if line.strip())


def _is_article(text: str) -> bool:
    return sum(len(match.group().split()) for match in _SENTENCE.finditer(text)) >= _FEWEST_WORDS


def _reason(text: str) -> str:
    return next((f": {told}" for pattern, told in _NOTICES if pattern.search(text[:_HEAD])), "")


def _line(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None


def _date(value: str | None, source: str) -> datetime.date | None:
    """The date that was found; a first of January that the page does not name comes from the year of its copyright."""
    try:
        day = datetime.date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
    return day if (day.month, day.day) != (1, 1) or _NEW_YEAR.search(source) else None


def _address(found: str | None, url: str | None) -> str | None:
    address = urljoin(url or "", found or url or "")
    return address if urlsplit(address).scheme in ("http", "https") else None


def _trafilatura() -> Any:
    """The extractor, imported with the first page: it takes a second, which a text that is no page need not wait for."""
    return importlib.import_module("trafilatura")
