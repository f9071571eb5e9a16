"""Bytes to text, once: the charset found, line ends made LF, nothing else touched."""

import codecs
import re

from charset_normalizer import from_bytes

from claims.extraction.types import Unreadable

LARGEST = 10_000_000  # bytes; architecture section 7.13
_BOMS = (  # the longer ones first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What a person may have chosen by mistake, told by its first bytes.
_OTHER_FILES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a Word document or another packed file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
# Browsers read these labels as Windows-1252, which has curly quotes where Latin-1 has control characters.
_WINDOWS = frozenset({"ascii", "iso8859-1", "latin-1"})
_REFUSED_CODECS = frozenset({"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})
_SAMPLE = 100_000  # bytes that the detector looks at
_WESTERN = 0.1  # share of bytes above ASCII below which Windows-1252 needs no detector
_MENDED = 10  # whole characters above ASCII for each broken one: it is UTF-8 with a damaged spot
_PLAIN = 0.98  # share of a text's bytes that are no control characters; UTF-16 of Cyrillic letters has half of them
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r"))
_SURROGATE = re.compile("[\ud800-\udfff]")


def decode(raw: bytes, declared: str | None = None) -> str:
    """The text of *raw*, by its byte order mark, its declared charset or the detected one; CRLF and CR become LF."""
    if len(raw) > LARGEST:
        raise Unreadable(f"The file is larger than {LARGEST // 1_000_000} MB.")
    for signature, what in _OTHER_FILES:
        if raw.startswith(signature):
            raise Unreadable(f"This is {what}, not plain text or a web page.")
    return admit(_decoded(raw, declared))


def admit(text: str) -> str:
    """The text with its line ends made LF; characters that no database keeps are refused with their place."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    place = text.find("\0")
    if place >= 0:
        raise Unreadable(
            f"The text holds a NUL character ({_where(text, place)}): it is damaged, or not a text at all."
        )
    if broken := _SURROGATE.search(text):
        raise Unreadable(
            f"The text holds half a character ({_where(text, broken.start())}): it was cut or copied badly."
        )
    return text


def _where(text: str, place: int) -> str:
    return f"line {text.count(chr(10), 0, place) + 1}, character {place - text.rfind(chr(10), 0, place)}"


def _decoded(raw: bytes, declared: str | None) -> str:
    for mark, codec in _BOMS:
        if raw.startswith(mark):
            return raw.decode(codec, errors="replace")
    if bare := _bare_utf16(raw):
        return raw.decode(bare, errors="replace")
    # Other charsets are hardly ever valid UTF-8, so that it outweighs a wrong label.
    for charset in ("utf-8", _known(declared)):
        if charset and (text := _strictly(raw, charset)) is not None:
            return text
    mended = raw.decode("utf-8", errors="replace")
    broken = mended.count("\ufffd")
    whole = sum(character > "\x7f" for character in mended) - broken
    return mended if broken * _MENDED < whole else _detected(raw)


def _strictly(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        return None


def _known(declared: str | None) -> str | None:
    try:
        codec = codecs.lookup((declared or "").strip().strip("\"'")).name
        b"".decode(codec)
    except (LookupError, ValueError):
        return None
    if codec in _REFUSED_CODECS:
        return None
    return "cp1252" if codec in _WINDOWS else codec


def _bare_utf16(raw: bytes) -> str | None:
    """UTF-16 without its mark: NUL bytes, all of them in the same half of the pairs."""
    sample = raw[: _SAMPLE // 2 * 2]
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    if len(raw) % 2 or high + low < len(sample) // 64 or not high + low:
        return None
    if high + low < len(sample) // 8 and _is_plain(sample.replace(b"\0", b"")):
        return None
    if not high:
        return "utf-16-le" if _strictly(raw, "utf-16-le") is not None else None
    if not low:
        return "utf-16-be" if _strictly(raw, "utf-16-be") is not None else None
    return None


def _is_plain(rest: bytes) -> bool:
    """Whether what stands between the NULs is a text by itself, so that they are damage and not halves of characters."""
    letters = rest.translate(None, _CONTROLS)
    return len(letters) > len(rest) * _PLAIN and _strictly(letters, "utf-8") is not None


def _detected(raw: bytes) -> str:
    high = sum(byte > 127 for byte in raw[:_SAMPLE])
    if high < len(raw[:_SAMPLE]) * _WESTERN and (text := _strictly(raw, "cp1252")) is not None:
        return text  # curly quotes and a few accents among plain letters: an English text from a Windows program
    first = next((place for place, byte in enumerate(raw) if byte > 127), 0)
    start = max(0, first - _SAMPLE // 4)
    best = from_bytes(raw[start : start + _SAMPLE]).best()
    if best is None:
        raise Unreadable("The characters of this text cannot be told: save it as UTF-8 and try again.")
    return raw.decode(best.encoding, errors="replace")
