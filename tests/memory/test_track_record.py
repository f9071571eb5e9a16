"""A source's track record: what counts, for whom, and what is said apart."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.memory.track_record import track_record
from claims.models import AttributionVerdict, Claim, Decision, DismissReason, Role, Status, Verdict
from tests.factories import AppearanceFactory, ArticleFactory, ClaimFactory, SourceFactory, StatementFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(person):
    return person("edda", Role.EDITOR)


@pytest.fixture
def source(db):
    return SourceFactory(name="Ada Quill")


def said(source, *, verdict=Verdict.SUPPORTED, attribution=AttributionVerdict.CONFIRMED, dated=None, **how):
    """A claim that rests on the source alone; with its decision where it has one."""
    claim = ClaimFactory(article=ArticleFactory(dated=dated), appearance=False, **how)
    place = AppearanceFactory(claim=claim, statement=None)
    place.statement = StatementFactory(text_version=place.text_version, source=source)
    place.save()
    decision = Decision.objects.filter(claim=claim)
    if decision:
        Claim.objects.filter(pk=claim.pk).update(verdict=verdict)
        decision.update(verdict=verdict, attribution_verdicts={str(source.pk): attribution})
    return claim


def counts(pairs):
    return {key: found.count for key, found in pairs if found.count}


def test_verdicts_of_decided_and_published_claims_are_counted(source, editor):
    said(source, decided=True, verdict=Verdict.REFUTED)
    said(source, published=True, verdict=Verdict.SUPPORTED)
    said(SourceFactory(), decided=True)
    record = track_record(source, user=editor)
    assert (record.claims, record.decided) == (2, 2)
    assert counts(record.verdicts) == {Verdict.REFUTED: 1, Verdict.SUPPORTED: 1}


def test_a_claim_made_in_two_places_counts_once(source, editor):
    claim = said(source, decided=True)
    AppearanceFactory(claim=claim, statement__source=source)
    assert track_record(source, user=editor).decided == 1


def test_a_contributor_counts_only_what_is_published(source, person):
    said(source, decided=True)
    said(source, published=True)
    record = track_record(source, user=person("cora", Role.CONTRIBUTOR))
    assert (record.decided, record.attributed) == (1, 1)


def test_an_open_round_tells_nothing_of_an_earlier_verdict(source, editor):
    claim = said(source, decided=True, verdict=Verdict.REFUTED)
    Claim.objects.filter(pk=claim.pk).update(status=Status.IN_REVIEW, round_number=2)
    record = track_record(source, user=editor)
    assert (record.decided, record.attributed) == (0, 0)
    assert record.waiting == [(Status.IN_REVIEW.label, 1)]


def test_whether_it_was_said_is_counted_apart_from_whether_it_is_so(source, editor):
    said(source, decided=True, verdict=Verdict.SUPPORTED, attribution=AttributionVerdict.MISQUOTED)
    record = track_record(source, user=editor)
    assert counts(record.verdicts) == {Verdict.SUPPORTED: 1}
    assert counts(record.attributions) == {AttributionVerdict.MISQUOTED: 1}


def test_an_attribution_that_nobody_checked_is_no_answer(source, editor):
    said(source, decided=True, attribution=AttributionVerdict.UNCHECKED)
    record = track_record(source, user=editor)
    assert (record.attributed, record.unchecked) == (0, 1)


def test_what_was_said_under_a_merged_name_counts(source, editor):
    said(SourceFactory(name="Quill", merged_into=source), decided=True)
    record = track_record(source, user=editor)
    assert (record.decided, record.attributed) == (1, 1)


def test_what_was_not_checked_is_told_with_its_reason(source, editor):
    said(source, dismissed=True, dismiss_reason=DismissReason.OPINION)
    said(source, queued=True)
    said(source, merged=True)
    record = track_record(source, user=editor)
    assert record.dismissed == [(DismissReason.OPINION.label, 1)]
    assert record.waiting == [(Status.QUEUED.label, 1)]


def test_few_claims_have_no_interval_and_enough_have_one(source, editor):
    for _ in range(9):
        said(source, decided=True)
    assert track_record(source, user=editor).verdicts[0][1].told == "too few to say"
    said(source, decided=True)
    assert track_record(source, user=editor).verdicts[0][1].told == "78–100 %"


def test_claims_stand_in_the_month_of_their_article(source, editor):
    said(source, decided=True, dated=date(2026, 3, 30))
    said(source, decided=True, dated=date(2026, 3, 2), verdict=Verdict.REFUTED)
    said(source, queued=True, dated=date(2026, 4, 1))
    periods = track_record(source, user=editor).periods
    assert [(period.begins, dict(period.verdicts)) for period in periods] == [
        (date(2026, 3, 1), {"refuted": 1, "supported": 1}),
        (date(2026, 4, 1), {"": 1}),
    ]


def test_a_long_record_is_told_by_years(source, editor):
    for month in range(26):
        said(source, dated=date(2022 + month // 12, month % 12 + 1, 1))
    record = track_record(source, user=editor)
    assert [(period.begins.year, period.total) for period in record.periods] == [(2022, 12), (2023, 12), (2024, 2)]


@pytest.mark.parametrize("rows", [1, 12])
def test_it_asks_three_questions_however_much_was_said(source, editor, rows):
    for _ in range(rows):
        said(source, decided=True)
    _ = editor.roles
    with CaptureQueriesContext(connection) as captured:
        track_record(source, user=editor)
    assert len(captured) == 3
