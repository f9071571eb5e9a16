"""A newer reading of an article that was read before: what people touched stays, only untouched candidates give way."""

import datetime
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q

from claims.extraction.standalone.times.as_of import as_of
from claims.extraction.types import ClaimText, Span
from claims.extraction.version import VERSION
from claims.models import (
    Appearance,
    Article,
    Claim,
    Event,
    ExtractionRun,
    Slot,
    SlotState,
    Status,
    TextVersion,
    WorkState,
)
from claims.models.states import VERBS
from claims.record.moves import Change, move
from claims.record.refusals import IllegalMove

_NUMBERED = " #"  # behind the version of the pipeline stands which reading of a text by it this is, from the second on


@dataclass(frozen=True, slots=True)
class Plan:
    """What a new reading would change: claims that stay as they are, and such as come back, by their index in the reading; those that
    give way; and new ones."""

    kept: dict[int, Claim]
    back: dict[int, Claim]
    replaced: tuple[Claim, ...]
    new: tuple[int, ...]


def plan(version: TextVersion, read: Sequence[ClaimText]) -> Plan:
    """Compare a reading with the claims that the article has already, by wording and by place."""
    earlier = list(Claim.objects.filter(article=version.article_id).exclude(status=Status.MERGED).order_by("pk"))
    if not earlier:
        return Plan({}, {}, (), tuple(range(len(read))))
    aside = [claim for claim in earlier if set_aside(claim)]
    standing = [claim for claim in earlier if not set_aside(claim)]
    by_wording, aside_by_wording = _by_wording(standing), _by_wording(aside)
    by_place, by_words = _by_place(version, standing), _by_words(version, standing)
    found: dict[int, Claim] = {}
    for index, claim in enumerate(read):
        spans = tuple((span.start, span.end) for span in claim.appearances[0].spans) if claim.appearances else ()
        words = tuple(version.text[start:end] for start, end in spans)
        # a person's claim at the same place, or of the same words in an older text, stands for what is read there, however it is worded now
        known = by_wording.get(key_of(claim.text)) or by_place.get(spans) or by_words.get(words)
        # last: beside what stands, or was dismissed by a person, nothing comes back that an earlier reading set aside
        known = known or aside_by_wording.get(key_of(claim.text))
        if known is not None and known not in found.values():
            found[index] = known
    staying = {claim.pk for claim in found.values()}
    replaced = tuple(claim for claim in standing if claim.pk not in staying and gives_way(claim))
    return Plan(
        {index: claim for index, claim in found.items() if not set_aside(claim)},
        {index: claim for index, claim in found.items() if set_aside(claim)},
        replaced,
        tuple(index for index in range(len(read)) if index not in found),
    )


def _by_wording(claims: Sequence[Claim]) -> dict[str, Claim]:
    return {key_of(claim.wording): claim for claim in claims}


def _by_place(version: TextVersion, earlier: Sequence[Claim]) -> dict[tuple[tuple[int, int], ...], Claim]:
    """Touched claims by their first spans in this very text."""
    touched = {claim.pk: claim for claim in earlier if not gives_way(claim)}
    places = Appearance.objects.filter(claim__in=touched, text_version=version).prefetch_related("spans")
    return {
        tuple((span.start, span.end) for span in place.spans.all()): touched[place.claim_id]
        for place in places.order_by("-ordinal", "-pk")
    }


def _by_words(version: TextVersion, earlier: Sequence[Claim]) -> dict[tuple[str, ...], Claim]:
    """Touched claims by the words of their first spans in the newest of the other texts."""
    touched = {claim.pk: claim for claim in earlier if not gives_way(claim)}
    places = Appearance.objects.filter(claim__in=touched).exclude(text_version=version).select_related("text_version")
    return {
        tuple(place.text_version.text[span.start : span.end] for span in place.spans.all()): touched[place.claim_id]
        for place in places.prefetch_related("spans").order_by("text_version__number", "-ordinal", "-pk")
    }


def gives_way(claim: Claim) -> bool:
    """Nobody has taken, edited or commented on it (architecture 7.8)."""
    return (
        claim.origin == Claim.Origin.MACHINE
        and not claim.touched
        and claim.status in (Status.CANDIDATE, Status.QUEUED)
        and not claim.comments.exists()
    )


def set_aside(claim: Claim) -> bool:
    """An earlier reading dismissed it, for it did not find it; what a person dismissed has a reason code, or was touched."""
    return (
        claim.origin == Claim.Origin.MACHINE
        and not claim.touched
        and claim.status == Status.DISMISSED
        and not claim.dismiss_reason
    )


def bring_back(claims: Mapping[Claim, Mapping[str, Any]], *, run: ExtractionRun) -> None:
    """Make candidates again of claims that readings set aside and this one finds, each with its event and as they are read now.

    They are claims of this run from then on, so that the policy queues them as it does what is new.
    """
    for claim, read in claims.items():
        changes = [Change(claim, {"status": Status.CANDIDATE, "run": run} | dict(read), {"touched": False})]
        with suppress(IllegalMove):  # a person was faster
            move("find_again", claim, by=None, changes=changes, reason=f"found by reading {run.pipeline_version}")


def replace(claims: Sequence[Claim], *, pipeline_version: str) -> int:
    """Dismiss what a newer reading no longer finds, each with its event; what a person touched meanwhile stays. How many went."""
    gone = 0
    for claim in claims:
        slots = Slot.objects.filter(claim=claim, state=SlotState.OPEN)
        changes = [Change(claim, {"status": Status.DISMISSED}, {"touched": False})]
        changes += [Change(slot, {"state": SlotState.ENDED}) for slot in slots]
        with suppress(IllegalMove):
            move("replace", claim, by=None, changes=changes, reason=f"not found by reading {pipeline_version}")
            gone += 1
    return gone


def date(read: Mapping[Claim, Mapping[str, Any]], *, pipeline_version: str) -> None:
    """Put untouched claims that stay under the day that a newer reading gives them, or under none, each with its event."""
    for claim, told in read.items():
        if any(getattr(claim, name) != value for name, value in told.items()) and gives_way(claim):
            changes = [Change(claim, told, {"touched": False, "as_of": claim.as_of})]
            with suppress(IllegalMove):  # somebody touched it meanwhile
                move("set_as_of", claim, by=None, changes=changes, reason=f"read by {pipeline_version}")


def left_behind(article: Article, run: ExtractionRun) -> list[Claim]:
    """Claims whose words give another day now than the one they keep, for people worked on them; not where a person said the day."""
    if run.dateline is None:
        return []
    own = Claim.objects.filter(article=article, as_of_read__isnull=False, as_of=F("as_of_read"))
    now = [
        day.isoformat() for day in (run.dateline, article.day) if day
    ]  # a place line may count from another day than the article's
    # named are those that somebody can put right: nobody could end a notice of another one
    said = Event.objects.filter(verb="set_as_of", claim=OuterRef("pk"), actor__isnull=False)
    left = own.filter(~Exists(said), status__in=VERBS["set_as_of"].since).exclude(dates_read__dateline__in=now)
    places = left.order_by("pk").prefetch_related("appearances__spans", "appearances__text_version")
    return [claim for claim in places if _day_of(claim, run.dateline) != claim.as_of]


def _day_of(claim: Claim, dateline: datetime.date) -> datetime.date | None:
    """The day that the words of its first place give, counted from this one."""
    for place in claim.appearances.all():
        spans = [Span(span.start, span.end) for span in place.spans.all() if not span.proposed]
        read = as_of(place.text_version.text, spans, dateline)
        return read.day if read else None
    return dateline


def key_of(wording: str) -> str:
    """The wording without case, spaces and the full stop, for comparison only."""
    return " ".join(unicodedata.normalize("NFKC", wording).casefold().split()).rstrip(".!? ")


def is_late(run: ExtractionRun) -> bool:
    """Whether a later reading of the same text is stored already: what this one found would undo it."""
    later = ExtractionRun.objects.filter(text_version=run.text_version_id, pk__gt=run.pk, state=WorkState.DONE)
    return later.exists()


def one_more_reading(article: Article) -> list[ExtractionRun]:
    """One more reading of an article's newest text by the present pipeline, where it has been read: not stored yet."""
    text = article.texts.order_by("-number").first()
    read = 0 if text is None else text.runs.count()
    return [ExtractionRun(text_version=text, pipeline_version=f"{VERSION}{_NUMBERED}{read + 1}")] if read else []


def waiting() -> list[TextVersion]:
    """The newest text of every article that the present pipeline has not read yet, the oldest article first."""
    articles = Article.objects.filter(same_as__isnull=True, texts__isnull=False).distinct().order_by("pk")
    newest = (article.texts.order_by("-number").defer("text").first() for article in articles.iterator())
    present = Q(pipeline_version=VERSION) | Q(pipeline_version__startswith=VERSION + _NUMBERED)
    return [text for text in newest if text is not None and not text.runs.filter(present).exists()]
