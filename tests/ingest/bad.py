"""Bad files and strings, made by code: what a hostile or unlucky person sends through every door of intake.

BAD must be refused with a sentence; ODD may be taken in or refused, but never breaks anything.
"""

import gzip
import io
import json
import random
import struct
import zipfile
import zlib
from functools import cache

from tests.ingest.test_documents import DOCUMENT, RELATIONS, TYPES, docx, pdf

WORDS = "Officials closed the bridge on Monday after inspectors found cracks in it. "
GOOD_DOCX, GOOD_PDF = docx(), pdf("Officials closed the bridge.", "Nobody was hurt.")
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
PARAGRAPH = f"<p>{WORDS * 2}</p>".encode()
GOOD_HTML = b"<html><head><title>Bridge</title></head><body><article>" + PARAGRAPH * 4 + b"</article></body></html>"


def cuts(raw, times):
    return [raw[: len(raw) * n // (times + 1)] for n in range(1, times + 1)]


def flips(raw, times):
    """The same with a few bytes changed, each time others."""
    made = []
    for seed in range(times):
        dice, spoilt = random.Random(seed), bytearray(raw)
        for _ in range(8):
            spoilt[dice.randrange(len(raw))] = dice.randrange(256)
        made.append(bytes(spoilt))
    return made


# --- Word ----------------------------------------------------------------------------------------------------------


def packed(members, *, compress=True, base=True):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED) as archive:
        if base:
            for name, text in (
                ("[Content_Types].xml", TYPES),
                ("_rels/.rels", RELATIONS),
                ("word/document.xml", DOCUMENT),
            ):
                archive.writestr(name, text)
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def zeros(megabytes):
    return b"\0" * (megabytes * 1024 * 1024)


def lying_header():
    """A bomb whose directory says that it unpacks to 100 bytes."""
    raw = bytearray(packed([("word/media/big", zeros(60))]))
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = raw.find(
            mark, raw.rfind(b"word/media/big") - 60 if mark == b"PK\x01\x02" else raw.find(b"word/media/big") - 40
        )
        raw[place + at : place + at + 4] = struct.pack("<I", 100)
    return bytes(raw)


def encrypted_zip():
    raw = bytearray(GOOD_DOCX)
    place = 0
    while (place := raw.find(b"PK\x01\x02", place)) >= 0:
        raw[place + 8] |= 1
        place += 4
    return bytes(raw)


def symlink():
    link = zipfile.ZipInfo("../word/link")
    link.external_attr = 0o120777 << 16
    return packed([(link, "/etc/passwd")])


def of_document(text):
    return docx(text)


ENTITIES = {
    "laughs": '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>',
    "external": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    "network": '<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1/">]>',
    "parameter": '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1/"> %a;]>',
    "outside": '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">',
    "public": '<!DOCTYPE x PUBLIC "-//x//y" "http://127.0.0.1/x.dtd">',
    "quadratic": f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]>',
}
BODY = DOCUMENT.partition("?>")[2].replace("Nobody was hurt.", "&a;")
OTHERS = {
    "sheet": "xl/workbook.xml",
    "slides": "ppt/presentation.xml",
    "odt": "content.xml",
    "jar": "META-INF/MANIFEST.MF",
    "epub": "mimetype",
    "apk": "classes.dex",
}


def word_files():
    made = {
        "bomb": lambda: packed([("word/media/big", zeros(200))]),
        "bomb-in-document": lambda: of_document(DOCUMENT.replace("Nobody was hurt.", "a" * 60_000_000)),
        "bomb-of-many": lambda: packed([(f"word/media/{n}", zeros(6)) for n in range(10)]),
        "bomb-that-lies": lying_header,
        "bomb-by-ratio": lambda: packed([("word/media/big", zeros(20))]),
        "bomb-in-bomb": lambda: packed([("word/inner.zip", packed([("big", zeros(60))], base=False)), ("word/big", zeros(60))]),
        "thousand-parts": lambda: packed([(f"w/{n}", "") for n in range(1_001)]),
        "many-parts": lambda: packed([(f"w/{n}", "") for n in range(30_000)]),
        "encrypted": encrypted_zip,
        "symlink": symlink,
        "empty-zip": lambda: b"PK\x05\x06" + b"\0" * 18,
        "no-document": lambda: packed([("other.xml", "x")], base=False),
        "no-text": lambda: of_document(DOCUMENT.replace("Officials closed the bridge &amp; the road.", "").replace("Nobody was hurt.", "")),
        "broken-xml": lambda: of_document(DOCUMENT[:-30]),
        "no-xml": lambda: of_document("words alone"),
        "empty-document": lambda: of_document(""),
        "binary-document": lambda: of_document(bytes(range(256)) * 10),
        "deep": lambda: of_document(DOCUMENT.replace("<w:p>", "<w:p>" + "<w:sdt>" * 20_000, 1).replace("</w:p>", "</w:sdt>" * 20_000 + "</w:p>", 1)),
        "macros": lambda: packed([("word/vbaProject.bin", b"x" * 100)]),
        "macros-elsewhere": lambda: packed([("word/VBAPROJECT.BIN", b"x" * 100)]),
        "page": lambda: GOOD_HTML,
        "words": lambda: WORDS.encode(),
        "old-word": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        "program": lambda: b"MZ" + b"\0" * 600,
        "gzip": lambda: gzip.compress(GOOD_DOCX),
        "only-head": lambda: b"PK\x03\x04",
        "nothing": lambda: b"",
        "too-large": lambda: b"PK\x03\x04" + b"x" * (10 * 1024 * 1024),
    }  # fmt: skip
    for name in (
        "../../x",
        "..\\..\\x",
        "/etc/x",
        "\\x",
        "C:\\x",
        "C:x",
        "word/../../x",
        "word\\..\\..\\x",
        "//host/x",
        "x:y",
        "file:///x",
    ):
        made[f"name {name}".replace("/", "|")] = lambda name=name: packed([(name, "y")])
    for name, declared in ENTITIES.items():
        made[f"entity-{name}"] = lambda d=declared: of_document('<?xml version="1.0"?>' + d + BODY)
        made[f"entity-{name}-wide"] = lambda d=declared: of_document(
            ('<?xml version="1.0" encoding="UTF-16"?>' + d + BODY).encode("utf-16")
        )
        made[f"entity-{name}-relations"] = lambda d=declared: packed([("word/_rels/document.xml.rels", d + "<x/>")])
    for name, member in OTHERS.items():
        made[name] = lambda member=member: packed([(member, "x")], base=False)
    for number, raw in enumerate(cuts(GOOD_DOCX, 14)):
        made[f"cut-{number}"] = lambda raw=raw: raw
    return {f"{name}.docx": make for name, make in made.items()}


# --- PDF -----------------------------------------------------------------------------------------------------------


def pdf_of(*objects, root=1, extra=""):
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        body = body.encode() if isinstance(body, str) else body
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return (
        out
        + (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root {root} 0 R {extra} >>\n"
            f"startxref\n{len(out)}\n%%EOF"
        ).encode()
    )


def stream(data, filters=""):
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), filters.encode(), data)


CATALOG, TREE = "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
LEAF = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << >> >>"


def flate_bomb(times):
    data = b"\0" * 50_000_000
    for _ in range(times):
        data = zlib.compress(data, 9)
    return pdf_of(CATALOG, TREE, LEAF, stream(data, "/Filter [" + " /FlateDecode" * times + "]"))


LOCKED = (
    "<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <" + "28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A"
    + "> /U <" + "00" * 32 + "> >>"
)  # fmt: skip


def pdf_files():
    made = {
        "flate-bomb": lambda: flate_bomb(1),
        "flate-bomb-twice": lambda: flate_bomb(2),
        "flate-bomb-four-times": lambda: flate_bomb(4),
        "filter-without-end": lambda: pdf_of(CATALOG, TREE, LEAF, stream(b"x", "/Filter [" + " /FlateDecode" * 5_000 + "]")),
        "tree-loop": lambda: pdf_of(CATALOG, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 >>"),
        "tree-circle": lambda: pdf_of(CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count 9 >>", "<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 9 >>"),
        "root-is-itself": lambda: pdf_of("1 0 R"),
        "no-pages": lambda: pdf_of(CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>"),
        "count-lies": lambda: pdf_of(CATALOG, "<< /Type /Pages /Kids [] /Count 2147483647 >>"),
        "count-below-nothing": lambda: pdf_of(CATALOG, "<< /Type /Pages /Kids [] /Count -5 >>"),
        "encrypted": lambda: pdf_of(CATALOG, TREE, LEAF, stream(b"x"), LOCKED, extra="/Encrypt 5 0 R /ID [<00><00>]"),
        "scanned": lambda: pdf("x", text=False),
        "scanned-many": lambda: pdf(*["x"] * 40, text=False),
        "too-many-pages": lambda: pdf(*["x"] * 1_001),
        "script-only": lambda: pdf_of("<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>", TREE, LEAF, stream(b"")),
        "launch-only": lambda: pdf_of("<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (cmd.exe) >> >>", TREE, LEAF, stream(b"")),
        "deep-arrays": lambda: pdf_of("[" * 100_000 + "]" * 100_000),
        "deep-names": lambda: pdf_of("<</A" * 50_000 + ">>" * 50_000),
        "huge-number": lambda: pdf_of(CATALOG, TREE, LEAF.replace("612 792", "9" * 400 + " 1e308"), stream(b"")),
        "stream-length-lies": lambda: pdf_of(CATALOG, TREE, LEAF, b"<< /Length 999999999 >>\nstream\nx\nendstream"),
        "form-in-itself": lambda: pdf_of(CATALOG, TREE, LEAF.replace("<< >>", "<< /XObject << /X 4 0 R >> >>"), stream(b"/X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >>")),
        "only-head": lambda: b"%PDF-1.7\n",
        "only-head-and-end": lambda: b"%PDF-1.7\n%%EOF",
        "noise": lambda: b"%PDF-1.7\n" + random.Random(7).randbytes(50_000),
        "nothing": lambda: b"",
        "words": lambda: WORDS.encode(),
        "page": lambda: GOOD_HTML,
        "word-file": lambda: GOOD_DOCX,
        "program": lambda: b"MZ" + b"\0" * 600,
        "postscript": lambda: b"%!PS-Adobe-3.0\n" + WORDS.encode(),
        "too-large": lambda: GOOD_PDF + b"\n" * (10 * 1024 * 1024),
    }  # fmt: skip
    for number, raw in enumerate(cuts(GOOD_PDF, 6)[:3]):
        made[f"cut-{number}"] = lambda raw=raw: raw
    return {f"{name}.pdf": make for name, make in made.items()}


# --- pages ---------------------------------------------------------------------------------------------------------


def page(body, head="<title>Bridge</title>"):
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


def html_files():
    made = {
        "deep": lambda: page("<div>" * 100_000 + WORDS * 9 + "</div>" * 100_000),
        "deep-tables": lambda: page("<table><tr><td>" * 300 + WORDS * 9),
        "deep-spans": lambda: page("<span>" * 30_000 + WORDS * 9),
        "million-attributes": lambda: page("<p " + "a=b " * 1_000_000 + f">{WORDS * 9}</p>"),
        "thousands-of-attributes": lambda: page("<p " + " ".join(f"a{n}=b" for n in range(2_000)) + f">{WORDS * 9}</p>"),
        "million-elements": lambda: page("<b>x</b>" * 100_000),
        "long-text": lambda: page("<p>" + WORDS * 28_000 + "</p>"),
        "no-article": lambda: page("<nav><a href=/>Home</a><a href=/news>News</a></nav>"),
        "script-alone": lambda: page("<script>document.write('" + WORDS * 9 + "')</script>Please enable JavaScript to view this page."),
        "wall": lambda: page("<p>Subscribe to read on. Sign in if you have an account.</p>"),
        "notice": lambda: page("<p>We value your privacy. Accept cookies to go on.</p>"),
        "not-found": lambda: page("<h1>404</h1><p>The page was not found.</p>"),
        "captcha": lambda: page("<p>Are you a human? Solve the captcha.</p>"),
        "frames": lambda: page("", "<frameset cols=50%,50%><frame src=a><frame src=b></frameset>"),
        "refresh-alone": lambda: page("", "<meta http-equiv=refresh content='0;url=http://127.0.0.1/'>"),
        "comment-alone": lambda: f"<html><!-- {WORDS * 9}".encode(),
        "comment-closed": lambda: f"<html><!-- {WORDS * 9} --></html>".encode(),
        "style-alone": lambda: page(f"<style>{WORDS * 9}"),
        "hidden-svg": lambda: page(SVG.decode()),
        "picture-alone": lambda: page("<img src='data:image/png;base64," + "A" * 1_000_000 + "'>"),
        "feed": lambda: b"<?xml version='1.0'?><rss version='2.0'><channel><title>x</title></channel></rss>",
        "nul": lambda: GOOD_HTML.replace(b"Monday", b"Mon\0day"),
        "words-alone": lambda: WORDS.encode() * 9,
        "nothing": lambda: b"",
        "blank": lambda: b" \n\t " * 100,
        "doctype-alone": lambda: b"<!doctype html>",
        "tags-alone": lambda: b"<" * 100_000,
        "open-tag": lambda: b"<html><body><p " + b"a" * 1_000_000,
        "pdf": lambda: GOOD_PDF,
        "word-file": lambda: GOOD_DOCX,
        "program": lambda: b"MZ" + b"\0" * 600,
        "picture": lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 600,
        "too-large": lambda: GOOD_HTML + b" " * (10 * 1024 * 1024),
        "noise": lambda: random.Random(9).randbytes(20_000),
    }  # fmt: skip
    for name, declared in ENTITIES.items():
        made[f"entity-{name}"] = lambda d=declared: (
            '<?xml version="1.0"?>' + d + "<html><body><p>&a;&b;&c;</p></body></html>"
        ).encode()
    return {f"{name}.html": make for name, make in made.items()}


# --- texts, names and pastes ---------------------------------------------------------------------------------------

BLANKS = [
    "",
    " ",
    "\n",
    "\t \r\n",
    "\u00a0",
    "\u2003\u2003",
    "\u200b\u200b",
    "\u2060",
    "\ufeff",
    "\u3000",
    "\x0b\x0c",
    "\u2028\u2029",
]
WORDLESS = [
    "a",
    "7",
    "12345 67890",
    "…",
    "!!! ??? ...",
    "“”",
    "— – -",
    "\u0301" * 10_000,
    "\u202e\u202d",
    "🙂" * 500,
    "👩‍👩‍👧‍👦" * 200,
    "\x01\x02\x03",
    "=1+1",
    "1,2;3|4",
    "²³¹",
    "½ ¼",
]


def strings():
    """What is pasted; each must be refused with a sentence."""
    made = {f"blank {n}": text for n, text in enumerate(BLANKS)} | {
        f"wordless {n}": text for n, text in enumerate(WORDLESS)
    }
    for n, place in enumerate((0, 1, 40, len(WORDS) - 1)):
        made[f"nul {n}"] = WORDS[:place] + "\0" + WORDS[place:]
    made["nul alone"] = "\0"
    made["nul many"] = "\0" * 1_000
    made["too long"] = "Words. " * 142_900
    made["too long, wide"] = "語" * 1_000_001
    made["too long, marks"] = "a" + "\u0301" * 1_000_001
    return made


def text_files():
    made = {
        f"{name}.txt": (lambda text=text: text.encode())
        for name, text in strings().items()
        if not name.startswith("too long")
    }
    made |= {
        "surrogate.txt": lambda: WORDS.encode("utf-16-le") + b"\x00\xd8\0\0",
        "too-long.txt": lambda: b"Words. " * 290_000,
        "too-large.txt": lambda: b"x" * (10 * 1024 * 1024 + 1),
        "program.txt": lambda: b"MZ\x90\0" + b"x" * 100,
        "elf.txt": lambda: b"\x7fELF" + b"x" * 100,
        "pdf.txt": lambda: GOOD_PDF,
        "word-file.txt": lambda: GOOD_DOCX,
        "old-word.txt": lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600,
        "rich.txt": lambda: b"{\\rtf1 " + WORDS.encode() + b"}",
        "png.txt": lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 600,
        "jpeg.txt": lambda: b"\xff\xd8\xff\xe0" + b"\0" * 600,
        "gif.txt": lambda: b"GIF89a" + b"\0" * 600,
        "gzip.txt": lambda: gzip.compress(WORDS.encode()),
        "page.txt": lambda: GOOD_HTML,
        "zeros.txt": lambda: b"\0" * 1_000,
    }
    for name in (
        "x",
        "x.",
        "x.exe",
        "x.docm",
        "x.dotx",
        "x.zip",
        "x.mp4",
        "x.svg",
        "x.rtf",
        "x.odt",
        "x.txt.exe",
        "x.pdf ",
        "x.html\u202e",
        "x.txt~",
        "txt",
        "con",
    ):
        made[name] = lambda: WORDS.encode()  # a good text under an ending that is none of ours
    return made


def files():
    """Every bad file: name → maker."""
    return {**word_files(), **pdf_files(), **html_files(), **text_files()}


def odd_files():
    """May be taken in or refused: never more than that."""
    good = {"a.docx": GOOD_DOCX, "a.pdf": GOOD_PDF, "a.html": GOOD_HTML}
    made = {f"flip-{n}-{name}": raw for name, whole in good.items() for n, raw in enumerate(flips(whole, 8))}
    text = "Köln – “so” said the mayor of Łódź. " * 4
    for codec in (
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "utf-7",
        "cp1252",
        "iso8859-2",
        "koi8-r",
        "shift_jis",
        "big5",
        "cp037",
    ):
        made[f"{codec}.txt"] = text.encode(codec, "replace")
        made[f"{codec}.html"] = (
            page(f"<p>{text * 3}</p>", "<meta charset=iso-8859-1>").decode().encode(codec, "replace")
        )
    made["broken-utf8.txt"] = text.encode() + b"\xff\xfe\x80" + text.encode()
    made["marks.txt"] = ("Officials" + "\u0301" * 10_000 + " said so.").encode()
    made["families.txt"] = ("Officials said: " + "👩‍👩‍👧‍👦" * 14_000).encode()
    made["references.html"] = page(
        f"<p>{WORDS * 5} &#0; &#xD800; &#x110000; &#xFFFE; &bogus;</p>", "<title>&#xD800;&#0;x</title>"
    )
    made["pdf-in-page.html"] = GOOD_HTML + GOOD_PDF
    made["page-in-pdf.pdf"] = GOOD_PDF + GOOD_HTML
    made["previous-table-loop.pdf"] = GOOD_PDF.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9")
    made["template.html"] = page(f"<template><p>{WORDS * 9}</p></template>")
    made["zip-in-pdf.pdf"] = GOOD_PDF + GOOD_DOCX
    return made


# --- feeds, imports, what an address fills in ----------------------------------------------------------------------


def rss(inner, declared=""):
    return f'<?xml version="1.0"?>{declared}<rss version="2.0"><channel><title>News</title>{inner}</channel></rss>'


def feeds():
    """Answers that are no honest feed: refused with a reason, and no article comes of them."""
    made = {
        f"entity {name}": rss("<item><title>&a;</title><link>http://a.example/</link></item>", d).encode()
        for name, d in ENTITIES.items()
        if "ENTITY" in d
    }
    wide = {f"{name}, wide": text.decode().encode("utf-16") for name, text in made.items()}
    late = {f"{name}, late": text.replace(b"?>", b"?><!--" + b"x" * 9_000 + b"-->", 1) for name, text in made.items()}
    made |= wide | late
    made |= {
        "page": GOOD_HTML, "words": WORDS.encode(), "pdf": GOOD_PDF, "word file": GOOD_DOCX, "zeros": b"\0" * 5_000,
        "noise": random.Random(3).randbytes(20_000), "picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 600, "open tags": b"<" * 50_000,
        "json": b'{"version": "https://jsonfeed.org/version/1", "items": 7}', "gzip": gzip.compress(rss("").encode()),
    }  # fmt: skip
    return made


LINKS = [
    "",
    "x",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "http://u:p@a.example/",
    "http://a.example:22/",
    "//a.example/",
    "http://\\a",
    "data:text/html,x",
    "http://" + "a" * 3_000,
    "http://a.example/\x7f",
    "ftp://a.example/",
    "mailto:a@b.example",
    "http://",
    "http://[::1",
]


def items():
    """Items of feeds that are left out."""
    return {
        f"item {n}": rss(f"<item><title>One</title><link>{link}</link></item>").encode() for n, link in enumerate(LINKS)
    }


def imports():
    """Files of fact-checks as a whole or in every row bad: (format, bytes); refused with a reason, and no row is stored."""
    deep = "[" * 100_000
    made = {
        "no json": ("claim_review", b"no json"), "half a json": ("claim_review", b'{"claimReviewed": "x'), "deep": ("claim_review", deep.encode()),
        "deep and closed": ("claim_review", (deep + "]" * 100_000).encode()), "deep objects": ("claim_review", b'{"a":' * 50_000 + b"1" + b"}" * 50_000),
        "long number": ("claim_review", b'{"claimReviewed": ' + b"9" * 5_000 + b"}"), "nan": ("claim_review", b'{"claimReviewed": NaN}'),
        "infinite": ("claim_review", b'{"claimReviewed": 1e999}'), "null": ("claim_review", b"null"), "true": ("claim_review", b"true"),
        "number": ("claim_review", b"7"), "word": ("claim_review", b'"claimReviewed"'), "numbers": ("claim_review", b"[1, 2, 3]"),
        "lists": ("claim_review", b"[[[[[]]]]]"), "empty object": ("claim_review", b"{}"), "list for a claim": ("claim_review", b'{"claimReviewed": ["x"]}'),
        "object for a claim": ("claim_review", b'{"claimReviewed": {"x": 1}}'), "no words": ("claim_review", b'{"claimReviewed": "  "}'),
        "half a character": ("claim_review", b'{"claimReviewed": "\\ud800"}'), "nul": ("claim_review", b'{"claimReviewed": "\\u0000"}'),
        "too long": ("claim_review", json.dumps({"claimReviewed": "x" * 2_001}).encode()),
        "twice said": ("claim_review", b'{"claimReviewed": "The bridge.", "claimReviewed": ""}'),
        "not utf-8": ("claim_review", b'{"claimReviewed": "\xff"}'), "utf-16": ("claim_review", json.dumps({"claimReviewed": "x"}).encode("utf-16")),
        "graph of nothing": ("claim_review", b'{"@graph": [null, 1, "x", [], {}]}'), "feed of nothing": ("data_feed", b'{"dataFeedElement": [{"item": 7}, 8]}'),
        "feed no json": ("data_feed", b"\0\0\0"), "feed in circles": ("data_feed", b'{"dataFeedElement": {"dataFeedElement": {"dataFeedElement": [0]}}}'),
        "search no list": ("search", b'{"claims": {"text": "x"}}'), "search nothing": ("search", b"{}"), "search list": ("search", b"[]"),
        "search of numbers": ("search", b'{"claims": [1, null, "x", []]}'), "search no reviews": ("search", b'{"claims": [{"text": "x"}]}'),
        "search reviews of numbers": ("search", b'{"claims": [{"text": 5, "claimReview": [1, null, "x"]}]}'),
        "csv no column": ("csv", b"a,b\n1,2\n"), "csv empty head": ("csv", b"\n\n\n"), "csv nul": ("csv", b"claim\na\0b\n"[:6] + b"\0\n"),
        "csv huge cell": ("csv", b"claim\n" + b"x" * 200_000 + b"\n"), "csv open quote": ("csv", b'claim\n"' + b"x\n" * 80_000),
        "csv many columns": ("csv", ("claim" + ",x" * 50_000 + "\n" + "," * 50_000 + "\n").encode()), "csv blank cells": ("csv", b"claim,url\n ,\n\t,\n"),
        "csv bad addresses": ("csv", b"claim,url\nx y,javascript:alert(1)\nx y,file:///etc/passwd\n"), "csv utf-16": ("csv", "claim\nx\n".encode("utf-16")),
        "csv latin": ("csv", "claim\nKöln sagt\n".encode("latin-1")), "csv picture": ("csv", b"\x89PNG\r\n\x1a\n\0\0"), "csv word file": ("csv", GOOD_DOCX),
        "csv pdf": ("csv", b"\xff" + GOOD_PDF), "csv head alone, wrong": ("csv", b"x"), "nothing": ("csv", b""), "no format": ("excel", b"claim\nx\n"),
    }  # fmt: skip
    return made


FILLED = [
    "", "\0", "x\0y", "\x1b[31m", "'\"><script>alert(1)</script>", "javascript:alert(1)", "{{ 7*7 }}", "%s%n%x", "../../etc/passwd", "a" * 60_000,
    "\u202e\u202d", "\r\nSet-Cookie: a=b", "=1+1", "' OR 1=1 --", "${jndi:ldap://x}", "\u2028", "👩‍👩‍👧‍👦" * 500, "\ufffd", "http://[::1", "-1",
]  # fmt: skip


@cache
def count():
    return len(files()) + len(strings()) + len(feeds()) + len(items()) + len(imports()) + 3 * len(FILLED)
