"""Files and pages become text, in a child process that cannot take the worker with it."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from claims.extraction.pages import Page
from claims.extraction.pages.limits import MOST_TEXT
from claims.ingest.articles import Unacceptable, clean

MOST_BYTES = 10 * 1024 * 1024
PATIENCE = 10  # seconds: somebody waits for the answer

# The name's ending must agree with the bytes' own signature.
ENDINGS = {".txt": "text", ".md": "markdown", ".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf"}
TYPES = {"text/plain": "text", "text/html": "html", "application/xhtml+xml": "html", "application/pdf": "pdf"}
SIGNATURES = ((b"%PDF-", "pdf"), (b"PK\x03\x04", "docx"), (b"MZ", ""), (b"\x7fELF", ""), (b"\xd0\xcf\x11\xe0", ""))
_HTML = (b"<!doctype html", b"<html", b"<?xml")
ROOT = Path(__file__).resolve().parent.parent.parent


def kind_of(raw: bytes, *, name: str = "", content_type: str = "") -> str:
    """text, markdown, html, docx or pdf: what name or type say, held against the bytes; raises Unacceptable where they disagree."""
    said = ENDINGS.get(Path(name).suffix.lower(), "") if name else TYPES.get(content_type, "")
    if not said:
        raise Unacceptable(_("Only txt, html, docx and pdf files can be taken in."))
    start = raw[:1024].lstrip()
    seen = next((kind for signature, kind in SIGNATURES if start.startswith(signature)), None)
    if seen is None:
        seen = "html" if start[:64].lower().startswith(_HTML) else "text"
    fits = seen == said or (said in ("html", "markdown") and seen == "text")
    if not fits:
        raise Unacceptable(_("The file's content is not what its name says it is."))
    return said


def measured(size: int) -> None:
    """Refuse a file by its size, before anybody holds its bytes."""
    if not size:
        raise Unacceptable(_("The file is empty."))
    if size > MOST_BYTES:
        raise Unacceptable(_("The file is larger than %(n)s MB.") % {"n": MOST_BYTES // 1024 // 1024})


def read(
    raw: bytes,
    *,
    name: str = "",
    content_type: str = "",
    charset: str = "",
    address: str = "",
    patience: int = PATIENCE,
) -> Page:
    """The text of one file or page and what it says of itself; raises Unacceptable with a sentence for a journalist."""
    measured(len(raw))
    answer = _child(kind_of(raw, name=name, content_type=content_type), raw, (charset, address), patience)
    if "refused" in answer:
        raise Unacceptable(answer["refused"])
    day = answer.pop("date", None)
    page = Page(**answer, date=date.fromisoformat(day) if day else None)
    clean(page.text, most=MOST_TEXT)
    return page


def _child(kind: str, raw: bytes, known: tuple[str, str], patience: int) -> dict[str, str]:
    try:
        done = subprocess.run(  # noqa: S603  # our own module; strangers' data goes in by standard input
            [sys.executable, "-m", "claims.ingest.parser", kind, *known],
            input=raw,
            capture_output=True,
            timeout=patience,
            cwd=ROOT,
            env={"PYTHONDONTWRITEBYTECODE": "1", "OPENBLAS_NUM_THREADS": "1"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Unacceptable(_("The file could not be read within %(n)s seconds.") % {"n": patience}) from None
    if done.returncode != 0:
        raise Unacceptable(_("The file could not be read: it is damaged, or made to break its reader."))
    answer: dict[str, str] = json.loads(done.stdout)
    return answer
