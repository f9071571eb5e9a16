"""Sample articles in which every source stands in double brackets with what is expected of it: ``[[words|name|kind]]``."""

import re
from dataclasses import dataclass

from claims.extraction import sources
from claims.extraction.types import Form, Passage, PassageKind, Span, Statement

_MARK = re.compile(r"\[\[(.*?)\|(.*?)\|(.*?)\]\]")
_CUE = re.compile(r"[\s,]*(\w+)")


@dataclass(frozen=True)
class Expected:
    words: str
    name: str
    kind: str


def unmark(marked: str) -> tuple[str, list[tuple[Span, Expected]]]:
    """The plain text, and each source's span with what is expected of it."""
    plain, at, found = "", 0, []
    for mark in _MARK.finditer(marked):
        plain += marked[at : mark.start()]
        span = Span(len(plain), len(plain) + len(mark.group(1)))
        found.append((span, Expected(*mark.groups())))
        plain += mark.group(1)
        at = mark.end()
    return plain + marked[at:], found


def statement(text: str, source: Span) -> Statement:
    """A statement of *source* whose cue is the next word, and whose content is the rest of the sentence."""
    cue = _CUE.match(text, source.end)
    assert cue is not None
    end = text.find(". ", cue.end())
    content = Span(cue.end(), end if end > cue.end() else max(len(text), cue.end() + 1))
    return Statement(content=(content,), source=(source,), cue=(Span(*cue.span(1)),), form=Form.INDIRECT)


def body(text: str) -> tuple[Passage, ...]:
    return (Passage(Span(0, len(text)), PassageKind.BODY),)


def resolved(marked: str, title: str | None = None) -> list[tuple[Expected, Statement]]:
    """Each marked source with the statement that the stage makes of it."""
    text, found = unmark(marked)
    given = tuple(statement(text, span) for span, _ in found)
    got = sources.resolve(text, body(text), given, title)
    return [(expected, said) for (_, expected), said in zip(found, got, strict=True)]
