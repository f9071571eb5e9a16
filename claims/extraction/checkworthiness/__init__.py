"""How much each claim is worth a check: a calibrated score that ranks within the article, and its reasons."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.checkworthiness import features, model, reasons
from claims.extraction.checkworthiness.debates import score_sentences
from claims.extraction.checkworthiness.features import Setting
from claims.extraction.reader import Reading
from claims.extraction.types import ClaimText, Passage, Statement

__all__ = ["score", "score_sentences", "settings"]


def score(
    text: str,
    passages: tuple[Passage, ...],
    statements: tuple[Statement, ...],
    claims: tuple[ClaimText, ...],
    reading: Reading,
) -> tuple[ClaimText, ...]:
    """The claims with their check-worthiness and its reasons."""
    scorer = model.load("worth")
    scored = []
    for claim, setting in zip(claims, settings(text, claims, reading), strict=True):
        index = claim.appearances[0].statement
        statement = None if index is None else statements[index]
        cue = " ".join(span.of(text) for span in statement.cue) if statement else ""
        found = features.of_claim(claim.text, statement, cue, setting)
        chance = scorer.chance(scorer.sum(found, features.words(claim.text)))
        scored.append(replace(claim, check_worthiness=chance, reasons=reasons.of(claim.text, found, statement, chance)))
    return tuple(scored)


def settings(text: str, claims: Sequence[ClaimText], reading: Reading) -> list[Setting]:
    """Where each claim stands in its article."""
    starts = reading.starts.tolist()
    judgements = [getattr(reading, name) for name in features.JUDGEMENTS]
    made = []
    for claim in claims:
        start = claim.appearances[0].spans[0].start
        at = bisect_right(starts, start) - 1
        seen = [float(chances[at]) for chances in judgements] if at >= 0 else []
        made.append(Setting(start / max(1, len(text)), *seen))
    return made
