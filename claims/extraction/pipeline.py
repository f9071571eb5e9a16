"""The whole of extraction on one screen: text in, who said what and what of it can be checked out."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from claims.extraction import (
    attribution,
    checkworthiness,
    language,
    passages,
    quotations,
    reader,
    sentences,
    sources,
    standalone,
)
from claims.extraction.reader import Reading
from claims.extraction.types import TOO_LONG, ClaimText, Extraction, Passage, Quotation, Sentence, Statement
from claims.extraction.version import VERSION

STAGES = ("passages", "statements", "sources", "claims")

# Characters of one paragraph: no article has a longer one; what has is a dump, and is left to people in bounded time.
LONGEST_PARAGRAPH = 60_000

Passages = tuple[Passage, ...]
Sentences = tuple[Sentence, ...]
Quotations = tuple[Quotation, ...]
Statements = tuple[Statement, ...]
Claims = tuple[ClaimText, ...]


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The stages in their order; swap one with ``dataclasses.replace``."""

    detect_language: Callable[[str], str] = language.detect
    find_passages: Callable[[str, str | None], Passages] = passages.find
    find_dateline: Callable[[str, Passages], datetime.date | None] = passages.dateline
    split_sentences: Callable[[str, Passages], Sentences] = sentences.split
    find_quotations: Callable[[str, Passages], Quotations] = quotations.find
    read: Callable[[str, Passages, Sentences], Reading] = reader.read
    look_again: Callable[[str, Passages, Sentences, Reading], tuple[Passages, Sentences, Reading]] = passages.look_again
    attribute: Callable[[str, Passages, Sentences, Quotations, Reading], Statements] = attribution.attribute
    resolve_sources: Callable[[str, Passages, Statements, str | None], Statements] = sources.resolve
    word_claims: Callable[[str, Passages, Sentences, Statements, str | None, datetime.date | None], Claims] = (
        standalone.claims
    )
    score_claims: Callable[[str, Passages, Statements, Claims, Reading], Claims] = checkworthiness.score
    version: str = VERSION

    def run(
        self,
        text: str,
        title: str | None = None,
        date: datetime.date | None = None,
        tell: Callable[[str], None] = lambda _: None,
    ) -> Extraction:
        """Read *text* into statements and claims; the same text always gives the same answer.

        *tell* is called with the name of each stage of STAGES as it begins, so that a host can show where the work stands.
        """
        tell("passages")
        found = self.find_passages(text, title)
        text = passages.hushed(text)
        spoken = self.detect_language(text)
        dateline = date or self.find_dateline(text, found)
        dateline = passages.filed(text, found, dateline) if dateline else None
        if spoken != "en":
            return self._left_to_people(found, title, dateline, spoken)
        whole, found = found, tuple(p for p in found if p.span.end - p.span.start <= LONGEST_PARAGRAPH)
        split = self.split_sentences(text, found)
        tell("statements")
        found, split, reading = self.look_again(text, found, split, self.read(text, found, split))
        statements = self.attribute(text, found, split, self.find_quotations(text, found), reading)
        reading = reading.judgements()
        tell("sources")
        statements = self.resolve_sources(text, found, statements, title)
        tell("claims")
        claims = self.word_claims(text, found, split, statements, title, dateline)
        seen = {passage.span: passage for passage in found}
        return Extraction(
            version=self.version,
            passages=tuple(seen.get(passage.span, passage) for passage in whole),
            statements=statements,
            claims=self.score_claims(text, found, statements, claims, reading),
            title=title,
            date=dateline.isoformat() if dateline else None,
            notes=() if len(whole) == len(found) else (TOO_LONG,),
        )

    def _left_to_people(
        self, found: Passages, title: str | None, dateline: datetime.date | None, spoken: str
    ) -> Extraction:
        return Extraction(
            version=self.version,
            passages=found,
            title=title,
            date=dateline.isoformat() if dateline else None,
            language=spoken,
            notes=(f"The text seems to be in another language than English ({spoken}): mark its claims by hand.",),
        )


def load() -> Pipeline:
    """The default pipeline with its weights in memory; call it once before the first article that must be fast."""
    reader.load()
    return Pipeline()


def run(text: str, title: str | None = None, date: datetime.date | None = None) -> Extraction:
    """Read one text with the default pipeline."""
    return Pipeline().run(text, title, date)
