"""The child process in which files and pages of strangers are read: ``python -m claims.ingest.parser KIND < bytes``.

It knows no Django and no database. Its parent limits its memory and time; whatever goes wrong here is a refusal
there, never a lost worker. Writes one JSON object: the fields of a page, or ``refused`` with a sentence.
"""

import dataclasses
import io
import json
import re
import resource
import sys
import zipfile
from collections.abc import Callable

from claims.extraction.pages import Page, decode, read_html
from claims.extraction.pages.limits import MOST_TEXT
from claims.extraction.types import Unreadable

MEMORY = 512 * 1024 * 1024  # RLIMIT_AS (architecture 7.9)
CPU_SECONDS = 20
MOST_MEMBERS = 1_000
MOST_INFLATED = 50 * 1024 * 1024
MOST_RATIO = 100
MOST_PAGES = 1_000
_CHUNK = 64 * 1024
# Lines of a key, of a list, set in, or empty: a text that begins with a rule, and has another one below, is no front matter.
_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n(?:(?:[\w-]{1,100}:(?:[ \t][^\n]*)?|-[ \t][^\n]*|[ \t][^\n]*|)\n){0,100}?---[ \t]*\n"
)
# In this order, each with what stays of it. All lengths are bounded: a file may be made to take long.
_MARKS = [
    (re.compile(mark, re.MULTILINE), words)
    for mark, words in (
        (r"^ {0,3}(?:`{3,}|~{3,})[^\n]*$", ""),  # the fences of a block of code
        (r"^ {0,3}\[[^\]\n]{1,200}\]:[ \t]+\S[^\n]*$", ""),  # where a link of that name leads
        (r"^ {0,3}(?:=+|-{2,}|(?:[-*_][ \t]?){3,})[ \t]*$", ""),  # rules, and lines under a heading
        (r"^ {0,3}#{1,6}[ \t]+([^\n]*?)[ \t]*#*[ \t]*$", r"\n\1\n"),
        (r"^ {0,3}(?:>[ \t]?)+", ""),
        (r"^[ \t]*[-*+][ \t]+", ""),
        (r"!?\[([^\[\]\n]{0,500})\]\([^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,500})?\)", r"\1"),
        (r"\[([^\[\]\n]{1,500})\]\[[^\[\]\n]{0,200}\]", r"\1"),
        (r"<((?:https?://|mailto:)[^<>\s]{1,2000})>", r"\1"),
        (r"(?<!\\)(\*\*|__|~~)(?=\S)([^\n]{1,500}?)(?<=[^\s\\])\1", r"\2"),
        (r"(?<![\\\w*])\*(?=[^\s*])([^\n*]{1,500}?)(?<=[^\s\\])\*(?![\w*])", r"\1"),
        (r"(?<![\\\w])_(?=[^\s_])([^\n_]{1,500}?)(?<=[^\s\\])_(?!\w)", r"\1"),
        (r"(?<!\\)`([^`\n]{1,500})`", r"\1"),
        (r"\\([\\`*_{}\[\]()#+\-.!>~|])", r"\1"),
    )
]


def read_text(raw: bytes, charset: str | None, _address: str | None) -> Page:
    return Page(text=decode(raw, charset))


def read_markdown(raw: bytes, charset: str | None, _address: str | None) -> Page:
    """The words of a Markdown file without its marks."""
    text = _FRONT_MATTER.sub("", decode(raw, charset))
    for mark, words in _MARKS:
        text = mark.sub(words, text)
    return Page(text=re.sub(r"\n{3,}", "\n\n", text).strip())


def read_page(raw: bytes, charset: str | None, address: str | None) -> Page:
    return read_html(raw, address)


def read_docx(raw: bytes, _charset: str | None, _address: str | None) -> Page:
    """A Word file by way of HTML; zip bombs, strange members and DTDs are refused before anything reads them."""
    import mammoth  # noqa: PLC0415  # each child reads one kind of file: the other kinds' libraries stay on the shelf

    _inspect(raw)
    html = mammoth.convert_to_html(io.BytesIO(raw)).value
    text = re.sub(r"</(p|h[1-6]|li|tr)>", "\n\n", html)
    text = re.sub(r"<br\s*/?>", "\n", text)
    text = re.sub(r"<[^>]*>", "", text)
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&")):
        text = text.replace(entity, character)
    text = re.sub(r"\n{3,}", "\n\n", text).strip()
    if not text:
        raise Unreadable("This Word file holds no text.")
    return Page(text=text)


def _inspect(raw: bytes) -> None:
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except zipfile.BadZipFile:
        raise Unreadable("This is not a Word file, or it is damaged.") from None
    members = archive.infolist()
    names = [member.filename for member in members]
    if "word/document.xml" not in names:
        raise Unreadable("This is not a Word file (docx).")
    if len(members) > MOST_MEMBERS:
        raise Unreadable(f"This file holds more than {MOST_MEMBERS:,} parts.")
    if any(name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or ":" in name for name in names):
        raise Unreadable("This file holds parts with strange names.")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Unreadable("This file holds macros. Save it without them (as docx), or paste its text.")
    total = 0
    for member in members:
        total += _inflated(archive, member, MOST_INFLATED - total)
    if total > MOST_RATIO * max(len(raw), 10_000):
        raise Unreadable("This file unpacks to far more than it should.")


def _inflated(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> int:
    """How many bytes a part really unpacks to: headers may lie."""
    size, before = 0, b""
    try:
        with archive.open(member) as part:
            while chunk := part.read(_CHUNK):
                size += len(chunk)
                if size > left:
                    raise Unreadable("This file unpacks to more than 50 MB.")
                told = (before + chunk).replace(b"\0", b"")  # in UTF-16 every other byte is none
                if b"<!DOCTYPE" in told or b"<!ENTITY" in told:
                    raise Unreadable("This file declares a document type, which Word files do not.")
                before = chunk[-32:]
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError):
        raise Unreadable("This Word file is damaged or encrypted.") from None
    return size


def read_pdf(raw: bytes, _charset: str | None, _address: str | None) -> Page:
    """The text of a PDF; a scanned one says so."""
    import pypdfium2  # noqa: PLC0415  # as above

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        words = "is protected by a password" if "password" in str(error).lower() else "is damaged or is not a PDF"
        raise Unreadable(f"This file {words}.") from None
    if len(document) > MOST_PAGES:
        raise Unreadable(f"This PDF has more than {MOST_PAGES:,} pages.")
    parts, length = [], 0
    for page in document:
        part = page.get_textpage().get_text_range()
        length += len(part)
        if length > MOST_TEXT:
            raise Unreadable(f"The text of this PDF has more than {MOST_TEXT:,} characters.")
        parts.append(_paragraphs(part))
    text = "\n\n".join(part for part in parts if part)
    if not text:
        raise Unreadable(
            "This PDF holds no text: it seems to be scanned. Paste its words, or run it through OCR first."
        )
    return Page(text=text)


def _paragraphs(page: str) -> str:
    """Lines of a page joined into paragraphs: a line that ends a sentence and is short ends a paragraph."""
    lines = [line.strip() for line in page.replace("\r\n", "\n").replace("\x00", "").replace("\ufffe", "-").split("\n")]
    longest = max((len(line) for line in lines), default=0)
    joined: list[str] = [""]
    for line in lines:
        if not line:
            joined.append("")
        elif joined[-1].endswith("-") and line[0].islower():
            joined[-1] = joined[-1][:-1] + line
        else:
            joined[-1] = f"{joined[-1]} {line}".strip()
            if line[-1] in ".!?:\"'”’" and len(line) < 0.8 * longest:
                joined.append("")
    return "\n\n".join(part for part in joined if part)


READERS: dict[str, Callable[[bytes, str | None, str | None], Page]] = {
    "text": read_text,
    "markdown": read_markdown,
    "html": read_page,
    "docx": read_docx,
    "pdf": read_pdf,
}


def _limit() -> None:
    """Bound this process before it sees a stranger's byte; it may write no file at all."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def main(kind: str, charset: str = "", address: str = "") -> None:
    _limit()
    raw = sys.stdin.buffer.read()
    try:
        page = READERS[kind](raw, charset or None, address or None)
        answer = dataclasses.asdict(page)
    except Unreadable as reason:
        answer = {"refused": str(reason)}
    sys.stdout.write(json.dumps(answer, default=str))


if __name__ == "__main__":
    main(*sys.argv[1:])
