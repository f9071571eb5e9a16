"""From raw bytes to an article's text: the one decoder, and the reader of web pages."""

from claims.extraction.pages.decoding import admit, decode
from claims.extraction.pages.html import Page, read_html

__all__ = ["Page", "admit", "decode", "read_html"]
