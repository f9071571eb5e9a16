"""The order in which views become statements."""

from collections.abc import Collection, Sequence

from claims.extraction.attribution.carried import carried
from claims.extraction.attribution.choosing import chosen, continued
from claims.extraction.attribution.doubts import Doubts, waiting
from claims.extraction.attribution.drafts import Draft, drafts
from claims.extraction.attribution.frames.framed import framed
from claims.extraction.attribution.frames.judged import judged
from claims.extraction.attribution.frames.nested import nested
from claims.extraction.attribution.frames.nominal import nominal
from claims.extraction.attribution.frames.relayed import relayed
from claims.extraction.attribution.frames.tags import tagged
from claims.extraction.attribution.introduced import introduced
from claims.extraction.attribution.narrated import narrated
from claims.extraction.attribution.negation import is_negative
from claims.extraction.attribution.places import Around
from claims.extraction.attribution.putting_right import put_right
from claims.extraction.attribution.quoting import adopt, continuations, fit, form_of, is_spoken, near, nearby, parted
from claims.extraction.attribution.silence import is_silence
from claims.extraction.attribution.spans.ends import with_figure
from claims.extraction.attribution.spans.subject_alone import alone
from claims.extraction.attribution.spans.unasserted import is_unasserted
from claims.extraction.attribution.stretches import Stretches
from claims.extraction.attribution.turns import labels_over, spoken
from claims.extraction.reader import Reading
from claims.extraction.types import Passage, Quotation, Sentence, Statement


def attribute(
    text: str,
    passages: tuple[Passage, ...],
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    reading: Reading,
) -> tuple[Statement, ...]:
    """Who says what, with exact spans: every attributed statement, and the article's own factual sentences."""
    by_passage = near(passages, quotations)
    doubts = Doubts(passages, sentences, by_passage)
    turns = labels_over(passages)
    found = []
    for draft in chosen(text, _seen(text, sentences, by_passage, reading, turns)):
        marks = nearby(by_passage.get(draft.passage, ()), draft.anchor)
        for part in parted(text, fit(text, draft, marks), marks):
            found.append(_statement(text, part, marks, doubts.about(part.passage, part.content)))
    found += continuations(text, quotations, found)
    found = list(carried(text, found, quotations))
    found = list(introduced(text, passages, sentences, found))
    found = list(spoken(text, passages, turns, found))
    told = spoken(text, passages, turns, narrated(text, sentences, reading, found, turns))
    return tuple(
        sorted(
            waiting(text, [*found, *told], sentences, passages),
            key=lambda statement: (statement.content[0], statement.cue),
        )
    )


def _seen(
    text: str,
    sentences: Sequence[Sentence],
    quotations: dict[int, list[Quotation]],
    reading: Reading,
    turns: Collection[int],
) -> list[Draft]:
    """What the reader sees, put right by the words around it, and what frames and speech tags add to it.

    Within a transcript's turn nobody's words are not those of whoever spoke before: the label says whose they are.
    """
    stretches = Stretches(reading)
    views = [
        one
        for one in drafts(text, reading)
        if (one.cue or one.source or one.passage not in turns)
        and not is_silence(text, one)
        and not is_spoken(text, one, nearby(quotations.get(one.passage, ()), one.anchor))
    ]
    found = put_right(text, sentences, quotations, alone(text, sentences, views))
    by_frames = tuple(framed(text, sentences, quotations, found, stretches))
    filled = {draft.anchor for draft in by_frames}
    found = [draft for draft in found if draft.content or draft.anchor not in filled]
    found += put_right(text, sentences, quotations, alone(text, sentences, by_frames))
    found += put_right(text, sentences, quotations, nested(text, quotations, found, stretches))
    found += nominal(text, sentences, quotations, found, stretches)
    found += put_right(text, sentences, quotations, tagged(text, sentences, found, quotations, stretches))
    found = relayed(text, sentences, judged(text, sentences, found, stretches))
    found = list(continued(text, [one for one in found if not is_unasserted(text, one)], Around(sentences)))
    return adopt(text, found, quotations)


def _statement(text: str, draft: Draft, quotations: Sequence[Quotation], abstained: str | None) -> Statement:
    return Statement(
        content=tuple(with_figure(text, span) for span in draft.content),
        source=tuple(draft.source),
        cue=tuple(draft.cue),
        form=form_of(text, draft.content, quotations),
        negative=is_negative(text, draft.cue),
        source_kind=draft.kind,
        score=draft.score,
        abstained=abstained,
    )
