"""Statements worded as claims that stand alone: one proposition each, names for pronouns, dates for "yesterday"."""

import datetime

from claims.extraction import entities
from claims.extraction.standalone import repeats
from claims.extraction.standalone.wording import Wording
from claims.extraction.types import ClaimText, Passage, Sentence, Statement


def wording_of(
    text: str,
    passages: tuple[Passage, ...],
    sentences: tuple[Sentence, ...],
    statements: tuple[Statement, ...],
    title: str | None,
    dateline: datetime.date | None,
) -> Wording:
    """What words the statements of one text."""
    return Wording(text, sentences, entities.find(text, passages, title), dateline, title, statements)


def claims(
    text: str,
    passages: tuple[Passage, ...],
    sentences: tuple[Sentence, ...],
    statements: tuple[Statement, ...],
    title: str | None,
    dateline: datetime.date | None,
) -> tuple[ClaimText, ...]:
    """The claims of all statements, each with every place where it is made."""
    worded = wording_of(text, passages, sentences, statements, title, dateline)
    found = [claim for index, statement in enumerate(statements) for claim in worded.claims(statement, index)]
    return repeats.merged(passages, found)
