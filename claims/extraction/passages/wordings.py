"""The wording of a passage as single words and pairs of words, with names and figures left out: what a judge learns by heart."""

import re
from itertools import pairwise

NAME, CAPITALS, FIGURE, START, END = "X", "XX", "0", "^", "$"
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d.,:]*|\S")
_OPENING = frozenset('.!?:“"')  # what stands behind one of these is capitalised anyway: a name there passes for a word
LONGEST = 1_500  # characters of a passage whose wording is looked at: appeals are shorter, and paragraphs need no more


def of(text: str) -> frozenset[str]:
    """The words and the pairs of neighbouring words of *text*; a run of names is one word."""
    words = [START, *_words(text[:LONGEST]), END]
    return frozenset(words[1:-1]) | frozenset(f"{one} {other}" for one, other in pairwise(words))


def _words(text: str) -> list[str]:
    words: list[str] = []
    opens = True
    for token in _TOKEN.findall(text.replace("’", "'")):
        word = token if token.islower() else _abstract(token, opens=opens)  # most words are as they stand
        if word != NAME or words[-1:] != [NAME]:
            words.append(word)
        opens = token in _OPENING
    return words


def _abstract(token: str, *, opens: bool) -> str:
    if token[0].isdigit():
        return FIGURE
    if token[0].isupper() and not opens:
        return CAPITALS if len(token) > 1 and token.isupper() else NAME
    return token.lower()
