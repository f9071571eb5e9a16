"""Sentences of prose passages: full stops told from the stops of abbreviations, initials, figures and addresses."""

import re
from collections.abc import Iterator

from claims.extraction.lexicon import abbreviations as lexicon
from claims.extraction.types import Passage, PassageKind, Sentence, Span

# One match takes a whole run of marks and closers, so that a line of a million dots is read once.
_MARK = re.compile(r"""(?P<marks>[.!?…。！？]+)(?P<closers>["'”’»)\]}]*)(?:[ ]?\[\d{1,3}\])*""")
_SPACE = re.compile(r"\s*")
_OPENERS = "\"'“‘«([{„¿¡—–-"
_QUOTES = frozenset("\"'”’»")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_REACH = 40  # characters looked at around a mark: longer than any abbreviation, and it keeps the work linear
_LAST_TOKEN = re.compile(r"[^\s\"'“”‘’«»(\[{]+$")
_NICKNAME = re.compile(r"[\"“][A-ZÀ-Þ][a-zà-ÿ]+[\"”] [A-ZÀ-Þ]")  # 'H.E. "Bud" Lind'
_FIRST_WORDS = re.compile(r"[^\W\d_][\w'’.-]*(?: [\w'’.-]+){0,4}")


def split(text: str, passages: tuple[Passage, ...]) -> tuple[Sentence, ...]:
    """The sentences of every prose passage, in text order; together they cover all that is visible there."""
    return tuple(
        Sentence(span, index, cut_off=passage.kind is PassageKind.CUT_OFF and last)
        for index, passage in enumerate(passages)
        if passage.is_prose
        for span, last in _marked_last(_spans(text, passage.span))
    )


def _marked_last(spans: Iterator[Span]) -> Iterator[tuple[Span, bool]]:
    held = next(spans, None)
    for span in spans:
        if held:
            yield held, False
        held = span
    if held:
        yield held, True


def _spans(text: str, within: Span) -> Iterator[Span]:
    start = within.start
    has_words = False  # a piece without a word ("[...]") is no sentence of its own
    checked = start
    for match in _MARK.finditer(text, within.start, within.end):
        has_words = has_words or _WORD.search(text, checked, match.start()) is not None
        checked = match.start()
        if not has_words or not _ends(text, match, start, within.end):
            continue
        yield Span(start, match.end())
        start = _SPACE.match(text, match.end(), within.end).end()  # type: ignore[union-attr] # \s* always matches
        checked, has_words = start, False
    if start < within.end:
        yield Span(start, within.end)


def _ends(text: str, match: re.Match[str], start: int, stop: int) -> bool:
    """Whether a sentence ends with this run of marks."""
    after = match.end()
    if after >= stop:
        return True
    if not text[after].isspace():
        return _glued(text, match, stop)
    following = text[after : min(stop, after + _REACH)].strip()
    shown = following.lstrip(_OPENERS + " ")
    if not shown or shown[0].islower():
        return bool(shown) and _camel(shown)
    if match["marks"] == ".":
        return _full_stop(text[max(start, match.start() - _REACH) : match.start()], match["closers"], following, shown)
    return not _goes_on(text, match, shown, start)


def _camel(shown: str) -> bool:
    return len(shown) > 1 and shown[1].isupper()  # "iPhone", "eBay"


def _glued(text: str, match: re.Match[str], stop: int) -> bool:
    """A lost space ("… said officials.The army …"): lower case before the stop, a capitalised word after it."""
    before = text[max(0, match.start() - 3) : match.start()]
    after = text[match.end() : min(stop, match.end() + _REACH)]
    word = _WORD.match(after)
    return (
        match.group() == "."
        and before.isalpha()
        and before.islower()
        and word is not None
        and word.group()[:1].isupper()
        and (word.group().lower() in lexicon.STARTERS or len(word.group()) > 3)
        and after[word.end() : word.end() + 1] == " "
    )


def _full_stop(before: str, closers: str, following: str, shown: str) -> bool:
    """Whether a single stop after *before* is a full stop, given what follows."""
    if following[0] == "." and (not before or before[-1].isspace()):
        return False  # dots with spaces between them
    token = _LAST_TOKEN.search(before)
    if token is None or closers:
        return True
    last = token.group().lower().rstrip(".")
    if last.isdigit() and token.start() == 0 and len(before) < _REACH:
        return False  # the number of a list item
    if last in lexicon.BEFORE_NAME or last in lexicon.IN_PHRASE:
        return False
    if last in lexicon.BEFORE_FIGURE and not _is_initial(token.group()):  # "p. 12", but "signed P. Lind"
        return not (shown[0].isdigit() or (shown[0] in "€$£¥" and shown[1:].lstrip()[:1].isdigit()))
    if last in lexicon.WORDS_TOO and token.group()[0].islower():
        return True  # "fell ill. He", and no town in Ill.
    if last in lexicon.MAY_END or _is_initial(token.group()):
        return _begins(last, following, shown)
    return True


def _begins(last: str, following: str, shown: str) -> bool:
    """Whether what follows an abbreviation begins a sentence rather than goes on with the phrase."""
    word = _WORD.match(shown)
    first = word.group().lower() if word else ""
    if last in ("a.m", "p.m") and first in lexicon.AFTER_CLOCK:
        return False
    return first in lexicon.STARTERS or (following[0] in '"“' and _NICKNAME.match(following) is None)


def _is_initial(token: str) -> bool:
    """ "J", "J.F" or "J-P": capital letters that stand for names."""
    letters = re.split(r"[.-]", token)
    return all(len(letter) == 1 and letter.isupper() for letter in letters) and token not in ("I",)


def _goes_on(text: str, match: re.Match[str], shown: str, start: int) -> bool:
    """Whether the sentence goes on after a question mark, an exclamation mark or dots."""
    token = _LAST_TOKEN.search(text[max(start, match.start() - _REACH) : match.end()])
    if token and token.group().lower() in lexicon.MARKED_NAMES:
        return True
    if not _QUOTES.intersection(match["closers"]):
        return False
    words = _FIRST_WORDS.match(shown)
    return words is not None and not lexicon.ASKING.isdisjoint(_WORD.findall(words.group().lower())[1:])
