"""From a reading of a text to rows: statements, claims and their sources, stored in one transaction that ends the run."""

import hashlib
import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from textwrap import shorten
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _t

from claims.extraction.pipeline import STAGES
from claims.extraction.standalone.times.as_of import as_of
from claims.extraction.types import Extraction, PassageKind, Span, Unreadable
from claims.extraction.types import Statement as ReadStatement
from claims.ingest import changes, copies, days, kinships, republication, rereading, sources
from claims.ingest.language_model import desk_pipeline
from claims.models import (
    Accept,
    Appearance,
    AppearanceSpan,
    Article,
    ChangedPlace,
    Claim,
    ClaimVersion,
    ExtractionRun,
    Passage,
    Relay,
    Statement,
    StatementSpan,
    TextVersion,
    band_of,
)
from claims.models.articles import OPENING
from claims.record import events, leases, work

logger = logging.getLogger(__name__)
RETRY_AFTER = timedelta(seconds=10)  # an error may pass: memory was short, a file was being replaced


def extract(pk: int, *, out_of_time: type[Exception] = TimeoutError) -> None:
    """Do one extraction run, if it is ours to do: read outside any transaction, store inside one.

    *out_of_time* is what the caller raises in us when a run takes too long; that ends the run with a reason, at once.
    """
    with leases.held(ExtractionRun, pk) as run:
        if run is not None:
            _do(run, out_of_time)


def _do(run: ExtractionRun, out_of_time: type[Exception]) -> None:
    version = TextVersion.objects.select_related("article").get(pk=run.text_version_id)
    try:
        copies.remember(version)  # before the reading, which takes longer: who opens the page is told at once
        store(run, version, _read(run, version))
    except work.LostLease:
        raise
    except Unreadable as reason:
        work.fail(run, str(reason))
    except out_of_time:
        work.fail(run, _t("Reading this text took too long and was stopped. Shorten it, or paste it in parts."))
    except Exception as error:
        logger.exception("extraction run %s failed", run.pk)
        told = _t("The reading of this text stopped with an error of the program (%(error)s).")
        work.retry(run, told % {"error": type(error).__name__}, after=RETRY_AFTER)


def _read(run: ExtractionRun, version: TextVersion) -> Extraction:
    reader, account = desk_pipeline()
    extraction = reader.run(
        version.text,
        title=version.article.title or None,
        date=version.article.dated,
        tell=lambda stage: work.beat(run, progress=STAGES.index(stage), total=len(STAGES), stage=stage),
    )
    return replace(extraction, notes=(*extraction.notes, account.told())) if account else extraction


def store(run: ExtractionRun, version: TextVersion, extraction: Extraction) -> None:
    """Store what was read and end the run, all or nothing; raises LostLease for a late writer, and leaves what a later reading stored."""
    with transaction.atomic():
        work.finish(run, language=extraction.language, notes=list(extraction.notes), dateline=_dateline(extraction))
        if rereading.is_late(run):
            return
        _store_passages(version, extraction)
        _name(version, extraction)
        found = _date(version, extraction)
        origin = republication.keep(version.article, republication.told(version.text, extraction.passages))
        statements = _store_statements(run, version, extraction)
        claims = _store_claims(run, version, extraction, statements)
        acceptance = Accept.objects.create(run=run)
        events.append(
            "extract",
            version.article,
            by=None,
            payload={
                "run": run.pk,
                "pipeline": run.pipeline_version,
                "text_sha256": version.text_sha256,
                "statements": len(statements),
                "claims": [claim.pk for claim in claims],
                "wordings": [hashlib.sha256(claim.wording.encode()).hexdigest() for claim in claims],
                "as_of": [claim.as_of and claim.as_of.isoformat() for claim in claims],
            }
            | ({"republished_from": origin.pk} if origin else {})
            | ({"dated_read": found.isoformat()} if found else {})
            | (_changed(version, claims) if version.number > 1 else {}),
        )
        work.wake(acceptance)


def _changed(version: TextVersion, new: Sequence[Claim]) -> dict[str, list[int]]:
    """What a newer text did to claims that the desk had: which have a place in it, and under which the words changed."""
    moved = Claim.objects.filter(appearances__text_version=version).exclude(pk__in=[claim.pk for claim in new])
    changed = ChangedPlace.objects.filter(text_version=version).order_by("claim_id")
    return {
        "moved_along": list(moved.order_by("pk").values_list("pk", flat=True).distinct()),
        "words_changed": list(changed.values_list("claim_id", flat=True)),
    }


def _store_passages(version: TextVersion, extraction: Extraction) -> None:
    if version.passages.exists():  # an earlier pipeline's layout of the same text gives way
        version.passages.all().delete()
    Passage.objects.bulk_create(
        Passage(text_version=version, start=p.span.start, end=p.span.end, kind=p.kind.value)
        for p in extraction.passages
    )


def _name(version: TextVersion, extraction: Extraction) -> None:
    """Give an article that came without a title its own headline, or keep how it begins, so that lists can name it."""
    headline, body = (
        next((p.span.of(version.text) for p in extraction.passages if p.kind is kind), "")
        for kind in (PassageKind.HEADLINE, PassageKind.BODY)
    )
    named = (
        {"title": " ".join(headline.split())[:500]}
        if headline
        else {"opening": shorten(body, OPENING, placeholder=" …")}
    )
    Article.objects.filter(pk=version.article_id, title="").update(**named)


def _date(version: TextVersion, extraction: Extraction) -> date | None:
    """Keep the date that was found in the newest text of an article to which nobody gave one; the reading had to look for it."""
    if version.article.dated:
        return None
    found = _dateline(extraction)
    article = Article.objects.filter(pk=version.article_id)
    article.exclude(texts__number__gt=version.number).update(dated_read=found)
    return found


def _dateline(extraction: Extraction) -> date | None:
    """The day from which the reading counted, where an article can be of that day: a claim, too, can be as of none that is to come."""
    return days.possible(date.fromisoformat(extraction.date)) if extraction.date else None


def _store_statements(run: ExtractionRun, version: TextVersion, extraction: Extraction) -> list[Statement]:
    read_as = [sources.Named(s.source_name or "", s.source_kind, s.member_of) for s in extraction.statements]
    named = sources.find_or_make(read_as, article=version.article)
    # afterwards: looking through all names takes longer than a write lock should be held, and is no part of the reading
    transaction.on_commit(partial(kinships.suggest, named.made), robust=True)
    statements = [
        Statement(
            run=run,
            text_version=version,
            ordinal=number,
            form=read.form.value,
            negative=read.negative,
            source=named.found.get(read_as[number]),
            proposed_source=named.found.get(read_as[number]),
            source_wording=" … ".join(span.of(version.text) for span in read.source)[:500],
            stated_size=read.stated_size or "",
            member_of=read.member_of or "",
            abstained=read.abstained or "",
        )
        for number, read in enumerate(extraction.statements)
    ]
    Statement.objects.bulk_create(statements)
    StatementSpan.objects.bulk_create(
        StatementSpan(statement=row, part=part, start=span.start, end=span.end)
        for row, read in zip(statements, extraction.statements, strict=True)
        for part, spans in _parts(read)
        for span in spans
    )
    Relay.objects.bulk_create(
        Relay(statement=row, relay=statements[index], position=position)
        for row, read in zip(statements, extraction.statements, strict=True)
        for position, index in enumerate(read.chain)
    )
    return statements


def _parts(read: ReadStatement) -> Sequence[tuple[str, Sequence[Span]]]:
    return (
        (StatementSpan.Part.SOURCE, read.source),
        (StatementSpan.Part.CUE, read.cue),
        (StatementSpan.Part.CONTENT, read.content),
    )


def _store_claims(
    run: ExtractionRun, version: TextVersion, extraction: Extraction, statements: list[Statement]
) -> list[Claim]:
    """The claims that are new; those that the desk has already stay as people know them, and untouched ones may give way."""
    found = rereading.plan(version, extraction.claims)
    claims = {
        number: Claim(
            article_id=version.article_id,
            run=run,
            wording=extraction.claims[number].text,
            **_read_as(version, extraction, number),
        )
        for number in found.new
    }
    Claim.objects.bulk_create(claims.values())
    ClaimVersion.objects.bulk_create(
        ClaimVersion(claim=claim, number=1, text=claim.wording) for claim in claims.values()
    )
    elsewhere = {
        number: claim
        for number, claim in (found.kept | found.back).items()
        if not claim.appearances.filter(text_version=version).exists()
    }  # a claim of an older text that stands in this one too moves along
    _store_appearances(version, extraction, statements, claims | elsewhere)
    rereading.bring_back(
        {claim: _read_as(version, extraction, number) for number, claim in found.back.items()}, run=run
    )
    rereading.date(
        {claim: _time(version, extraction, number) for number, claim in found.kept.items()},
        pipeline_version=run.pipeline_version,
    )
    rereading.replace(found.replaced, pipeline_version=run.pipeline_version)
    if version.number > 1:
        changes.carry(version)
    return list(claims.values())


def _read_as(version: TextVersion, extraction: Extraction, number: int) -> dict[str, Any]:
    """What a reading says of a claim besides its wording."""
    read = extraction.claims[number]
    return {
        "ordinal": number,
        "check_worthiness": read.check_worthiness,
        "band": band_of(read.check_worthiness),
        "reasons": list(read.reasons),
        "abstained": (read.abstained or "")[:300],
        "caution": (read.caution or "")[:300],
    } | _time(version, extraction, number)


def _time(version: TextVersion, extraction: Extraction, number: int) -> dict[str, Any]:
    """As of which day the claim is meant, and how that was read: in the words of its first place."""
    places = extraction.claims[number].appearances
    read = as_of(version.text, places[0].spans, _dateline(extraction)) if places else None
    day = read.day if read else None
    return {"as_of": day, "as_of_read": day, "dates_read": read.told() if read else {}}


def _store_appearances(
    version: TextVersion, extraction: Extraction, statements: list[Statement], claims: Mapping[int, Claim]
) -> None:
    places = [
        (
            Appearance(
                claim=claim,
                text_version=version,
                statement=None if place.statement is None else statements[place.statement],
                ordinal=number,
            ),
            place.spans,
        )
        for index, claim in claims.items()
        for number, place in enumerate(extraction.claims[index].appearances)
    ]
    Appearance.objects.bulk_create(row for row, _ in places)
    AppearanceSpan.objects.bulk_create(
        AppearanceSpan(appearance=row, start=span.start, end=span.end) for row, spans in places for span in spans
    )
