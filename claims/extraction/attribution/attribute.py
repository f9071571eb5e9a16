"""The order in which views become statements."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from claims.extraction.attribution.carried import carried
from claims.extraction.attribution.choosing import chosen, continued
from claims.extraction.attribution.doubts import Doubts, waiting
from claims.extraction.attribution.drafts import Draft, drafts
from claims.extraction.attribution.frames.divided import divided
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
from claims.extraction.attribution.quoting import adopt, continuations, fit, form_of, is_spoken, near, nearby, parted
from claims.extraction.attribution.silence import is_silence
from claims.extraction.attribution.spans.addressees import without_hearer
from claims.extraction.attribution.spans.below import of_clause_below
from claims.extraction.attribution.spans.checked import checked
from claims.extraction.attribution.spans.closed import closed, of_clause_beside, with_role
from claims.extraction.attribution.spans.denied import with_what_was_said
from claims.extraction.attribution.spans.disputed import with_dispute
from claims.extraction.attribution.spans.edges import mended
from claims.extraction.attribution.spans.ends import with_figure
from claims.extraction.attribution.spans.goes_on import of_main_speaker
from claims.extraction.attribution.spans.interrupted import completed
from claims.extraction.attribution.spans.judged_of import without_judged
from claims.extraction.attribution.spans.leads import without_lead
from claims.extraction.attribution.spans.nearest import of_nearest
from claims.extraction.attribution.spans.only_told_of import is_only_told_of, without_credited
from claims.extraction.attribution.spans.own_clause import (
    behind_quotation,
    from_beginning,
    of_own_clause,
    of_who_points,
)
from claims.extraction.attribution.spans.participles import is_done_to
from claims.extraction.attribution.spans.played_down import with_player
from claims.extraction.attribution.spans.raised import of_nobody, of_possessor
from claims.extraction.attribution.spans.scope import vouches_for_tail, without_outer
from claims.extraction.attribution.spans.scraps import whole_source
from claims.extraction.attribution.spans.second_half import with_second_half
from claims.extraction.attribution.spans.settled import kept_in, settled
from claims.extraction.attribution.spans.subject_alone import alone, doer_alone
from claims.extraction.attribution.spans.thought_of import is_only_thought_of, is_only_told
from claims.extraction.attribution.spans.titled import of_report
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
    found = _put_right(text, sentences, quotations, alone(text, sentences, views))
    by_frames = tuple(framed(text, sentences, quotations, found, stretches))
    filled = {draft.anchor for draft in by_frames}
    found = [draft for draft in found if draft.content or draft.anchor not in filled]
    found += _put_right(text, sentences, quotations, alone(text, sentences, by_frames))
    found += _put_right(text, sentences, quotations, nested(text, quotations, found, stretches))
    found += nominal(text, sentences, quotations, found, stretches)
    found += _put_right(text, sentences, quotations, tagged(text, sentences, found, quotations, stretches))
    found = relayed(text, sentences, judged(text, sentences, found, stretches))
    found = list(continued(text, [one for one in found if not is_unasserted(text, one)], Around(sentences)))
    return adopt(text, found, quotations)


def _put_right(
    text: str, sentences: Sequence[Sentence], quotations: dict[int, list[Quotation]], found: Iterable[Draft]
) -> list[Draft]:
    around = Around(sentences)
    out: list[Draft] = []
    for one in found:
        sentence, marks = around.sentence(one.anchor), nearby(quotations.get(one.passage, ()), one.anchor)
        draft = whole_source(text, one, sentence)
        if said := settled(
            text, with_dispute(text, of_report(text, of_own_clause(text, draft, sentence), sentence)), sentence
        ):
            said = with_player(text, with_what_was_said(text, of_clause_beside(text, said, sentence)), sentence)
            whole = behind_quotation(text, mended(text, said, sentence, marks))
            whole = from_beginning(text, completed(text, closed(text, whole, sentence), sentence, marks), sentence)
            whole = of_main_speaker(text, without_hearer(text, of_possessor(text, whole)), sentence)
            whole = without_outer(text, of_who_points(text, whole, sentence))
            whole = of_nobody(text, without_judged(text, doer_alone(text, with_role(text, whole))))
            whole = without_credited(text, of_nearest(text, of_clause_below(text, whole, sentence), sentence))
            if _is_none(text, whole) or (unfound := checked(text, whole, sentence)) is None:
                continue
            kept = with_second_half(text, kept_in(text, unfound, sentence, marks), sentence)
            for part in divided(text, whole_source(text, kept, sentence)):
                second = part.anchor != draft.anchor  # its content was not looked at before it was parted
                out.append(replace(part, content=without_lead(text, part)) if second else part)
    return out


def _is_none(text: str, draft: Draft) -> bool:
    """Whether what looks like a statement is none of its source: of things that suffer it, are told of, or are not meant by it."""
    untold = is_only_told(text, draft) or is_only_thought_of(text, draft)
    return untold or is_done_to(text, draft) or is_only_told_of(text, draft) or vouches_for_tail(text, draft)


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
