"""A changed article: claims that people worked on move along where their sentence stands, and are shown to a person where it does not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from claims.extraction import sentences
from claims.extraction.types import Passage, PassageKind, Span
from claims.ingest.rereading import gives_way
from claims.matching import alignment
from claims.models import (
    Appearance,
    AppearanceSpan,
    ChangedPlace,
    Claim,
    Statement,
    StatementSpan,
    Status,
    TextVersion,
    User,
)
from claims.record import permissions
from claims.record.moves import Change, move
from claims.record.refusals import IllegalMove

ALIKE = 0.5  # share of words from which a sentence of the new text is called the old one, changed
MOST_COMPARED = 3_000  # sentences: the longest report has fewer
_GONE = (Status.DISMISSED, Status.MERGED)


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its sentences."""

    version: TextVersion
    sentences: tuple[Span, ...]

    @classmethod
    def of(cls, version: TextVersion) -> "Text":
        passages = tuple(Passage(Span(p.start, p.end), PassageKind(p.kind)) for p in version.passages.order_by("start"))
        return cls(version, tuple(s.span for s in sentences.split(version.text, passages))[:MOST_COMPARED])

    def around(self, spans: Sequence[Span]) -> Span:
        """The sentences that these spans lie in, as one span."""
        first, last = spans[0].start, spans[-1].end
        inside = [s for s in self.sentences if s.start < last and s.end > first]
        return Span(min([first, *(s.start for s in inside)]), max([last, *(s.end for s in inside)]))


def carry(version: TextVersion) -> list[ChangedPlace]:
    """Give every touched claim of older texts its place in this one, or say that its words changed; the places that changed."""
    claims = Claim.objects.filter(pk__in=_older(version)).exclude(pk__in=_here(version)).exclude(status__in=_GONE)
    asked = claims.exclude(changed_places__text_version=version)  # by an earlier reading of the same text
    touched = [claim for claim in asked.order_by("pk") if not gives_way(claim)]
    if not touched:
        return []
    new = Text.of(version)
    old: dict[int, Text] = {}
    changed: list[ChangedPlace] = []
    for claim in touched:
        last = _last(claim, version)
        if last is None:
            continue
        was, spans = last
        if was.pk not in old:
            old[was.pk] = Text.of(was)
        before = old[was.pk]
        sentence = before.around(spans)
        at = _nearest(version.text, sentence.of(was.text), sentence.start)
        if at >= 0:
            moved = [Span(span.start + at - sentence.start, span.end + at - sentence.start) for span in spans]
            _place(claim, version, moved)
        else:
            changed.append(_changed(claim, was, sentence, new))
    return ChangedPlace.objects.bulk_create(changed)


def _last(claim: Claim, version: TextVersion) -> tuple[TextVersion, list[Span]] | None:
    """Where the claim stood last before this text."""
    places = claim.appearances.filter(text_version__article=version.article_id, text_version__number__lt=version.number)
    place = places.select_related("text_version").order_by("-text_version__number", "ordinal", "pk").first()
    spans = [Span(s.start, s.end) for s in place.spans.filter(proposed=False).order_by("start")] if place else []
    return (place.text_version, spans) if place and spans else None


def _nearest(text: str, words: str, start: int) -> int:
    """Where these words stand in a text, the place nearest to where they stood; below 0 where they do not."""
    after, before = text.find(words, start), text.rfind(words, 0, start + len(words))
    found = [at for at in (after, before) if at >= 0]
    return min(found, key=lambda at: abs(at - start), default=-1)


def _changed(claim: Claim, was: TextVersion, sentence: Span, new: Text) -> ChangedPlace:
    now = _counterpart(sentence.of(was.text), new)
    return ChangedPlace(
        claim=claim,
        was_in=was,
        was_start=sentence.start,
        was_end=sentence.end,
        text_version=new.version,
        start=now.start if now else None,
        end=now.end if now else None,
        wording_number=claim.wording_number,
    )


def _counterpart(old: str, new: Text) -> Span | None:
    """The sentence of the new text that holds most of the old one's words, if it holds enough."""
    matcher: SequenceMatcher[str] = SequenceMatcher(autojunk=False)
    words = old.split()
    matcher.set_seq2(words)
    best, found = ALIKE, None
    for span in new.sentences:
        here = span.of(new.version.text).split()
        matcher.set_seq1(here)  # for its two upper bounds, which cost little; the score itself is taken in bounded time
        if matcher.real_quick_ratio() >= best and matcher.quick_ratio() >= best:
            score = alignment.likeness(here, words)
            if score >= best:
                best, found = score, span
    return found


def _place(claim: Claim, version: TextVersion, spans: Iterable[Span]) -> Appearance:
    appearance, rows = _appearance(claim, version, list(spans))
    appearance.save()
    AppearanceSpan.objects.bulk_create(rows)
    return appearance


def _appearance(claim: Claim, version: TextVersion, spans: Sequence[Span]) -> tuple[Appearance, list[AppearanceSpan]]:
    """A place of the claim in this text, made by the statement that speaks there."""
    inside = StatementSpan.objects.filter(
        statement__text_version=version,
        part=StatementSpan.Part.CONTENT,
        start__lt=spans[-1].end,
        end__gt=spans[0].start,
    )
    said = Statement.objects.filter(pk__in=inside.values("statement")).order_by("-run_id", "ordinal", "pk").first()
    place = Appearance(claim=claim, text_version=version, statement=said, ordinal=claim.appearances.count())
    return place, [AppearanceSpan(appearance=place, start=span.start, end=span.end) for span in spans]


def keep(place: ChangedPlace, *, by: User) -> ChangedPlace:
    """The claim stands though its sentence changed: it gets its place in the new text, if there is one."""
    permissions.require(by, "triage")
    with transaction.atomic():
        refuse_if_answered(place)
        spans = [Span(place.start, place.end)] if place.start is not None and place.end is not None else []
        create = []
        if spans and not place.claim.appearances.filter(text_version=place.text_version).exists():
            appearance, rows = _appearance(place.claim, place.text_version, spans)
            create = [appearance, *rows]
        changes = [Change(place, {"kept_by": by}, {"kept_by": None}), Change(place.claim, {"touched": True})]
        move("keep_claim", place, by=by, claim=place.claim, changes=changes, create=create)
    return place


def refuse_if_answered(place: ChangedPlace) -> None:
    """Raise IllegalMove where the claim was kept, reworded or dismissed since."""
    if not ChangedPlace.objects.waiting().filter(pk=place.pk).exists():
        raise IllegalMove(_("Somebody has said what becomes of it already."))


def rival(place: ChangedPlace) -> Claim | None:
    """The candidate that was read from the changed sentence, which says anew what the touched claim said."""
    if place.start is None:
        return None
    inside = AppearanceSpan.objects.filter(
        appearance__text_version=place.text_version, start__lt=place.end, end__gt=place.start, proposed=False
    )
    waiting = Claim.objects.filter(
        pk__in=inside.values("appearance__claim"), status__in=(Status.CANDIDATE, Status.QUEUED)
    )
    return waiting.exclude(pk=place.claim_id).filter(touched=False).order_by("ordinal", "pk").first()


def gave_way(version: TextVersion) -> list[Claim]:
    """Candidates of older texts that nobody had touched and that this text no longer holds."""
    gone = Claim.objects.filter(pk__in=_older(version), status=Status.DISMISSED, dismiss_reason="", touched=False)
    return list(gone.exclude(pk__in=_here(version)).order_by("pk"))


def new_in(version: TextVersion) -> list[Claim]:
    """Claims that stand in this text and in no older one of its article."""
    new = Claim.objects.filter(pk__in=_here(version)).exclude(pk__in=_older(version))
    return list(new.exclude(status__in=_GONE).order_by("ordinal", "pk"))


def moved_along(version: TextVersion) -> int:
    """How many claims of older texts stand in this one too."""
    both = Claim.objects.filter(pk__in=_older(version)).filter(pk__in=_here(version))
    return both.exclude(status__in=_GONE).count()


def _here(version: TextVersion) -> QuerySet[Claim]:
    return Claim.objects.filter(appearances__text_version=version)


def _older(version: TextVersion) -> QuerySet[Claim]:
    texts = version.article.texts.filter(number__lt=version.number)
    return Claim.objects.filter(appearances__text_version__in=texts)
