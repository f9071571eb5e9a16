"""Words with their places, sentence by sentence: all that finding names needs to know of grammar."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.extraction.entities import possessives
from claims.extraction.lexicon.function_words import OPENERS
from claims.extraction.lexicon.people import ABBREVIATED_TITLES

# A word: dotted abbreviations ("U.S."), else letters and digits joined by a hyphen, ampersand, apostrophe or inner full stop
# ("el-Sisi", "PG&E", "O'Brien", "News.com.au"); a possessive ending stays outside.
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:-\w+)*|[^\W_](?:\w|[-–‑&](?=\w)|(?<=[A-Z])/(?=[A-Z])|['’](?=[^\W\d_]{2,})(?!(?:re|ve|ll)\b)|\.(?=[a-z]))*"
)
_SENTENCE_END = re.compile(r"[.!?][\"”’'»)\]]*\s|\n")
_BEFORE_FIGURES = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec no nos".split())
_LIKE_FUNCTION_WORDS = frozenset(("WHO", "US", "IT", "AS", "OR", "IS"))
_SPACES = frozenset((" ", "\u00a0", ". ", ".\u00a0", "  "))
_OPENING = frozenset("\"“'‘«([")
_NO_NAMES = OPENERS - frozenset("will may old see like down long half".split())  # "Ann B. Long" is somebody
_S = ("'s", "’s")
_OPENED = (" '", " ‘", ' "', " “")  # before a nickname
_CLOSED = ("' ", "’ ", '" ', "” ")


class Word(NamedTuple):
    """One word: *gap* is what stands between it and the word before, *first* whether it opens a sentence.

    ``lower`` is the word in lower case, but WHO is no "who", and US no "us". ``opens`` tells whether its capital may be due to
    its place alone: first in a sentence or in a quotation. ``adjoins`` tells whether nothing but space (or the full stop of
    an abbreviation) parts it from the word before.
    """

    text: str
    start: int
    end: int
    gap: str
    sentence: int
    first: bool
    lower: str
    capital: bool
    opens: bool
    adjoins: bool


def read(text: str, start: int, end: int, sentence: int = 0) -> Iterator[Word]:
    """The words of ``text[start:end]``, their sentences numbered from *sentence*."""
    own = possessives.names(text)
    last, last_end = "", start
    for match in _WORD.finditer(text, start, end):
        said, closes = match.group(), match.end()
        if said in own and text.startswith(_S, closes):
            closes += len("'s")
            said = text[match.start() : closes]  # "Macy's" is a name as it stands
        elif match.start() < last_end:
            continue
        gap = text[last_end : match.start()]
        if gap == " " and last[-1:] != ".":
            first = False  # as nearly all
        else:
            dated = said[0].isdigit() and gap.startswith(".") and last.lower() in _BEFORE_FIGURES  # "Jan. 6"
            first = (
                not last
                or (_breaks(gap, last) and not dated)
                or (_is_stopped(last, gap) and said.istitle() and said.lower() in _NO_NAMES)
            )
        if first and last:
            sentence += 1
        function_like = said in _LIKE_FUNCTION_WORDS
        lower = said if function_like else said.lower()
        capital = function_like or (said != lower and not said[0].isdigit())
        yield Word(
            said,
            match.start(),
            closes,
            gap,
            sentence,
            first,
            lower,
            capital,
            first or gap[-1:] in _OPENING,
            gap in _SPACES,
        )
        last, last_end = said, closes


def _is_stopped(last: str, gap: str) -> bool:
    """Whether a stop stands behind letters that may have one of their own: "the U.S. The", "known as Miss A. The"."""
    return last.endswith(".") or (len(last) == 1 and last.isupper() and gap.startswith(". "))


def _breaks(gap: str, before: str) -> bool:
    if gap == " " or not _SENTENCE_END.search(gap):
        return False
    if gap.startswith(".") and not gap.startswith(".\n"):
        initial = len(before) == 1 and before.isupper()
        return not (initial or before.lower() in ABBREVIATED_TITLES)
    return True


def _without_nickname(words: Sequence[Word]) -> Sequence[Word]:
    """Without what stands in quotation marks between first and last name."""
    first = next((at for at, word in enumerate(words) if at and word.gap in _OPENED), 0)
    last = next((at for at, word in enumerate(words) if at > first and word.gap in _CLOSED), 0)
    return [*words[:first], words[last]._replace(gap=" "), *words[last + 1 :]] if first and last else words


def joined(words: Sequence[Word]) -> tuple[str, ...]:
    """The words as they are written in a name: possessive endings rejoined, acronyms in brackets left out."""
    texts: list[str] = []
    for word in _without_nickname(words):
        if texts and word.text == "s" and word.gap in ("'", "’"):
            texts[-1] += word.gap + word.text
        elif word.gap == "' " and texts:
            texts[-1] += "'"
            texts.append(word.text)
        elif texts and word.gap.startswith(". "):
            texts[-1] += "." if len(texts[-1]) == 1 else ""
            texts.append(word.text)
        elif texts and word.gap == " & ":
            texts += ["&", word.text]
        elif texts and word.gap == ", ":
            texts[-1] += ","
            texts.append(word.text)
        elif not texts or word.gap not in (" (", "\u00a0("):
            texts.append(word.text)
    return tuple(texts)


def capital_at(words: Sequence[Word], place: int) -> bool:
    """Whether a capitalised word of the same sentence stands at *place*, with nothing between it and the one before."""
    return place < len(words) and words[place].adjoins and words[place].capital and not words[place].first
