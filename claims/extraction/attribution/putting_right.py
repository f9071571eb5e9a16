"""What the reader saw, put right step by step by the words around it; each step builds on what those before it have settled."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claims.extraction.attribution.drafts import Draft
from claims.extraction.attribution.frames.divided import divided
from claims.extraction.attribution.places import Around
from claims.extraction.attribution.quoting import nearby
from claims.extraction.attribution.spans.addressees import without_hearer
from claims.extraction.attribution.spans.below import of_clause_below
from claims.extraction.attribution.spans.checked import checked
from claims.extraction.attribution.spans.closed import closed, of_clause_beside, with_role
from claims.extraction.attribution.spans.denied import with_what_was_said
from claims.extraction.attribution.spans.disputed import with_dispute
from claims.extraction.attribution.spans.edges import mended
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
from claims.extraction.attribution.spans.subject_alone import doer_alone
from claims.extraction.attribution.spans.thought_of import is_only_thought_of, is_only_told
from claims.extraction.attribution.spans.titled import of_report
from claims.extraction.types import Quotation, Sentence, Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where a draft stands: its sentence, and the quotations near by."""

    sentence: Span
    quotations: Sequence[Quotation]


Step = Callable[[str, Draft, Place], Draft | None]  # None where nobody says anything


def _alone(step: Callable[[str, Draft], Draft]) -> Step:
    return lambda text, draft, _: step(text, draft)


def _in_sentence(step: Callable[[str, Draft, Span], Draft | None]) -> Step:
    return lambda text, draft, place: step(text, draft, place.sentence)


def _beside_quotations(step: Callable[[str, Draft, Span, Sequence[Quotation]], Draft]) -> Step:
    return lambda text, draft, place: step(text, draft, place.sentence, place.quotations)


def _said(text: str, draft: Draft, _: Place) -> Draft | None:
    """None where what looks like a statement is none of its source: of things that suffer it, are told of, or are not meant by it."""
    untold = is_only_told(text, draft) or is_only_thought_of(text, draft)
    none = untold or is_done_to(text, draft) or is_only_told_of(text, draft) or vouches_for_tail(text, draft)
    return None if none else draft


STEPS: tuple[Step, ...] = (
    # Whose verb the cue is, before anything is asked of what it tells.
    _in_sentence(whole_source),
    _in_sentence(of_own_clause),
    _in_sentence(of_report),
    _alone(with_dispute),
    _in_sentence(settled),
    # Which clauses of the sentence are no part of it.
    _in_sentence(of_clause_beside),
    _alone(with_what_was_said),
    _in_sentence(with_player),
    # Where source and content begin and end.
    _beside_quotations(mended),
    _alone(behind_quotation),
    _in_sentence(closed),
    _beside_quotations(completed),
    _in_sentence(from_beginning),
    # Who of those in a whole source speaks.
    _alone(of_possessor),
    _alone(without_hearer),
    _in_sentence(of_main_speaker),
    _in_sentence(of_who_points),
    _alone(without_outer),
    _alone(with_role),
    _alone(doer_alone),
    _alone(without_judged),
    _alone(of_nobody),
    _in_sentence(of_clause_below),
    _in_sentence(of_nearest),
    _alone(without_credited),
    # Whether that is said at all, and how far it reaches.
    _said,
    _in_sentence(checked),
    _beside_quotations(kept_in),
    _in_sentence(with_second_half),
    _in_sentence(whole_source),
)


def put_right(
    text: str, sentences: Sequence[Sentence], quotations: Mapping[int, Sequence[Quotation]], found: Iterable[Draft]
) -> list[Draft]:
    """The drafts that are statements, each as its sentence has it; one whose cue holds two verbs is two."""
    around = Around(sentences)
    out: list[Draft] = []
    for one in found:
        place = Place(around.sentence(one.anchor), nearby(quotations.get(one.passage, ()), one.anchor))
        whole = _through(text, one, place)
        out += _parts(text, one, whole) if whole else ()
    return out


def _through(text: str, draft: Draft, place: Place) -> Draft | None:
    now: Draft | None = draft
    for step in STEPS:
        if now is None:
            return None
        now = step(text, now, place)
    return now


def _parts(text: str, seen: Draft, whole: Draft) -> Iterator[Draft]:
    for part in divided(text, whole):
        second = part.anchor != seen.anchor  # its content was not looked at before it was parted
        yield replace(part, content=without_lead(text, part)) if second else part
