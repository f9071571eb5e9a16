"""What tests of whole texts ask: who says what, and what is proposed."""

import datetime

from claims.extraction import pipeline
from claims.extraction.types import Extraction, Spans

DAY = datetime.date(2024, 3, 5)


def extracted(text: str, day: datetime.date = DAY) -> Extraction:
    """The text read whole, as an article of that day."""
    return pipeline.load().run(text, date=day)


def join(text: str, spans: Spans) -> str:
    """The words of the spans, the pieces joined by a mark."""
    return " … ".join(span.of(text) for span in spans)


def said_by(text: str) -> list[tuple[str | None, str]]:
    """Each attributed statement: who says it, and what, its pieces joined by a mark."""
    made = extracted(text).statements
    return [(one.source_name, join(text, one.content)) for one in made if one.attributed]


def claims(text: str) -> list[str]:
    """What is proposed, without what waits for a person."""
    return [claim.text for claim in extracted(text).claims if claim.abstained is None]
