"""Files of every kind, whole and hostile; each is read in a real child process."""

import io
import zipfile

import pytest

from claims.ingest.articles import Unacceptable
from claims.ingest.documents import kind_of, read

DOCUMENT = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>Officials closed the bridge &amp; the road.</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>Nobody was hurt.</w:t></w:r></w:p></w:body></w:document>"
)
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def docx(document=DOCUMENT, **more):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", document)
        for name, content in more.items():
            archive.writestr(name, content)
    return out.getvalue()


def pdf(*pages, text=True):
    """A PDF of our own making, one line a page."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{3 + 2 * i} 0 R' for i in range(len(pages)))}] /Count {len(pages)} >>",
    ]
    font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    for i, line in enumerate(pages):
        stream = f"BT /F1 12 Tf 72 700 Td ({line}) Tj ET" if text else "0 0 10 10 re f"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {4 + 2 * i} 0 R /Resources {font} >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return out.encode()


def test_a_text_file_keeps_its_characters():
    assert read("Köln – “so”.".encode(), name="a.txt").text == "Köln – “so”."


MARKED = """---
author: x
---
# The bridge #

**Mayor** Ada _Quill_ said [five](http://x.example/a_(b)) people
* came, and ~~not~~ `six`.

> She paid 3 * 4 * 5 euros for snake_case_names \\*here\\*.

Heading
-------
![The bridge](b.png) See <https://a.example/>, or [the board][1].

[1]: https://board.example/
"""


def test_a_markdown_file_gives_its_words_without_its_marks():
    assert read(MARKED.encode(), name="a.md").text == (
        "The bridge\n\nMayor Ada Quill said five people\ncame, and not six.\n\n"
        "She paid 3 * 4 * 5 euros for snake_case_names *here*.\n\n"
        "Heading\n\nThe bridge See https://a.example/, or the board."
    )


@pytest.mark.parametrize("mark", ["*", "**a", "[", "[a](", "_a", "`", "#", "> ", "<https://", "\\\\", "- ", "---\n"])
def test_a_markdown_file_that_is_made_to_take_long_does_not(mark):
    page = f"Words of it. {mark * (200_000 // len(mark))}"
    assert read(page.encode(), name="a.md").text.startswith("Words of it.")


def test_a_word_file_gives_its_paragraphs():
    assert read(docx(), name="a.docx").text == "Officials closed the bridge & the road.\n\nNobody was hurt."


def test_a_pdf_gives_the_text_of_all_its_pages():
    text = read(pdf("Officials closed the bridge.", "Nobody was hurt."), name="a.pdf").text
    assert text == "Officials closed the bridge.\n\nNobody was hurt."


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", DOCUMENT)
        archive.writestr("word/media/big", b"\0" * (200 * 1024 * 1024))
    return out.getvalue()


HOSTILE = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n ", "no text"),
    "nul.txt": (b"a\x00b c", "NUL|character"),
    "big.txt": (b"a" * (10 * 1024 * 1024 + 1), "larger than 10 MB"),
    "program.pdf": (b"MZ\x90\x00" + b"x" * 100, "not what its name says"),
    "page.docx": (b"<html><body>hi there</body></html>", "not what its name says"),
    "pdf.txt": (pdf("x"), "not what its name says"),
    "zip.docx": (b"PK\x03\x04garbage", "damaged"),
    "cut.docx": (docx()[:200], "damaged"),
    "no-document.docx": (None, "not a Word file"),
    "traversal.docx": (docx(**{"../../x": "y"}), "strange names"),
    "absolute.docx": (docx(**{"/etc/x": "y"}), "strange names"),
    "entities.docx": (docx('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>'), "document type"),
    "many.docx": (docx(**{f"word/p{i}.xml": "x" for i in range(1001)}), "more than 1,000 parts"),
    "cut.pdf": (pdf("Officials closed the bridge.")[:60], "damaged"),
    "scanned.pdf": (pdf("x", text=False), "scanned"),
    "movie.mp4": (b"\x00\x00", "Only txt"),
    "noname": (b"text here", "Only txt"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_a_sentence(name):
    raw, reason = HOSTILE[name]
    if raw is None:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("other.xml", "x")
        raw = out.getvalue()
    with pytest.raises(Unacceptable, match=reason):
        read(raw, name=name)


def test_a_zip_bomb_is_refused_while_it_inflates():
    with pytest.raises(Unacceptable, match="50 MB"):
        read(bomb(), name="bomb.docx")


def test_a_reader_that_needs_too_much_memory_is_a_refusal(monkeypatch):
    deep = b"<html><body>" + b"<div>" * 100_000 + b"words here" + b"</div>" * 100_000
    with pytest.raises(Unacceptable, match=r"\w+ \w+"):
        read(deep, name="deep.html")


@pytest.mark.parametrize(
    ("raw", "content_type", "kind"),
    [
        (b"<!doctype html><p>x", "text/html", "html"),
        (b"plain words", "text/html", "html"),
        (pdf("x"), "application/pdf", "pdf"),
    ],
)
def test_the_kind_is_told_by_type_and_signature(raw, content_type, kind):
    assert kind_of(raw, content_type=content_type) == kind


def test_words_between_two_rules_are_no_front_matter():
    page = "---\nThe bridge was closed on Monday.\n\n---\n\nNobody was hurt."
    assert read(page.encode(), name="a.md").text == "The bridge was closed on Monday.\n\nNobody was hurt."


def test_lists_and_lines_that_are_set_in_are_front_matter_too():
    page = "---\ntags:\n- bridge\n  - port\n\nurl: x\n---\nNobody was hurt."
    assert read(page.encode(), name="a.md").text == "Nobody was hurt."
