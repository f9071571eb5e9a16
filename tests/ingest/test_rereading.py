"""A newer pipeline reads an old article: people's work stays, untouched candidates give way."""

import dataclasses
import datetime

import pytest
from django.core.management import call_command

from claims.extraction.types import Appearance, ClaimText, Extraction, Form, Passage, PassageKind, Span, Statement
from claims.ingest import claims as ingest_claims
from claims.ingest import facts, rereading
from claims.ingest.articles import submit
from claims.management.commands import reread
from claims.models import Accept, Claim, Event, ExtractionRun, Role, Status, TextVersion
from claims.record import events
from claims.review import corrections, rewording, slots, triage
from tests.factories import SourceFactory
from tests.ingest.test_extract import Stub

pytestmark = pytest.mark.django_db

TEXT = "The bridge cost 12 million. It was closed on Monday."


def claim(text, start=0, end=26):
    return ClaimText(text, (Appearance((Span(start, end),), 0),), 0.4)


def reading(*claims):
    return Extraction(
        version="t",
        passages=(Passage(Span(0, len(TEXT)), PassageKind.BODY),),
        statements=(Statement(content=(Span(0, 26),), form=Form.NARRATED),),
        claims=claims,
    )


@pytest.fixture
def read(person, monkeypatch):
    """Read the article by a pipeline version that answers with these claims."""
    version = submit(by=person("cora", Role.CONTRIBUTOR), text=TEXT).article.texts.get()
    ExtractionRun.objects.all().delete()

    def run(number, *claims):
        monkeypatch.setattr(ingest_claims, "desk_pipeline", lambda: (Stub(reading(*claims)), None))
        job = ExtractionRun.objects.create(text_version=version, pipeline_version=number)
        ingest_claims.extract(job.pk)
        job.refresh_from_db()
        assert job.state == "done"
        return {c.wording: c.status for c in Claim.objects.all()}

    return run


COST = claim("The bridge cost 12 million.")
CLOSED = claim("The bridge was closed on Monday.", 27, 52)


def test_an_untouched_candidate_that_is_no_longer_found_gives_way_with_an_event(read):
    read("1", COST, CLOSED)
    assert read("2", COST) == {COST.text: Status.CANDIDATE, CLOSED.text: Status.DISMISSED}
    assert Event.objects.filter(verb="replace").count() == 1


def test_the_same_claim_is_not_doubled(read):
    read("1", COST)
    read("2", dataclasses.replace(COST, text="the bridge  cost 12 million"))
    assert Claim.objects.count() == 1


def test_what_a_person_dismissed_is_not_proposed_again(read, cast):
    read("1", COST)
    triage.dismiss(Claim.objects.get(), reason="opinion", by=cast[Role.TRIAGER])
    assert read("2", COST) == {COST.text: Status.DISMISSED}


def test_a_reworded_claim_stands_for_what_is_read_at_its_place(read, cast):
    read("1", COST)
    rewording.reword(
        Claim.objects.get(), wording="The River Bridge cost 12 million euros.", reason="x", by=cast[Role.EDITOR]
    )
    assert read("2", claim("The bridge has cost 12 million.")) == {
        "The River Bridge cost 12 million euros.": Status.CANDIDATE
    }


def test_a_claim_under_review_stays_even_if_it_is_no_longer_found(read, cast):
    read("1", COST)
    accepted = triage.accept(Claim.objects.get(), by=cast[Role.TRIAGER])
    slots.take(accepted, by=cast[Role.REVIEWER])
    assert read("2", CLOSED)[COST.text] == Status.IN_REVIEW


def test_a_new_text_of_the_article_takes_its_claims_along(read):
    read("1", COST)
    old = TextVersion.objects.get()
    new = TextVersion.objects.create(article=old.article, number=2, text=TEXT + " More.", text_sha256="x")
    job = ExtractionRun.objects.create(text_version=new, pipeline_version="1")
    ingest_claims.extract(job.pk)
    assert list(Claim.objects.get().appearances.values_list("text_version__number", flat=True)) == [1, 2]


def test_the_preview_shows_what_would_change_and_changes_nothing(read, monkeypatch, capsys):
    read("1", COST, CLOSED)
    monkeypatch.setattr(reread.pipeline, "load", lambda: Stub(reading(COST)))
    call_command("reread", "--preview")
    out = capsys.readouterr().out
    assert "1 stay, 0 new, 1 give way" in out
    assert f"- {CLOSED.text}" in out
    assert set(Claim.objects.values_list("status", flat=True)) == {Status.CANDIDATE}


def test_it_goes_on_where_it_was_stopped(read, person):
    submit(by=person("carl", Role.CONTRIBUTOR), text="Another article about the harbour.")
    ExtractionRun.objects.all().delete()
    call_command("reread", "--limit", "1")
    assert len(rereading.waiting()) == 1
    call_command("reread")
    assert rereading.waiting() == []
    assert ExtractionRun.objects.count() == 2


UNDATED = """The harbour bridge was closed on Saturday after a crack was found in its northern span.

The city council said the repair would cost 12 million euros, and that 400 lorries used the bridge each day last year."""


def test_claims_are_dated_anew_when_the_article_gets_its_date(person):
    article = submit(by=person("tara", Role.TRIAGER), text=UNDATED).article
    ingest_claims.extract(ExtractionRun.objects.get().pk)
    assert set(Claim.objects.values_list("as_of", flat=True)) == {None}
    facts.edit(article, said={"dated": datetime.date(2026, 11, 24)}, by=article.submitted_by)
    ingest_claims.extract(ExtractionRun.objects.get(pipeline_version__endswith="#2").pk)
    standing = Claim.objects.filter(status=Status.CANDIDATE)
    closed = standing.get(wording__startswith="The harbour bridge was closed")
    assert "November 21, 2026" in closed.wording
    assert closed.as_of == datetime.date(2026, 11, 21)
    assert None not in standing.values_list("as_of", flat=True)
    assert events.verify().holds


def test_a_day_that_a_person_set_stays_when_the_article_gets_its_date(person):
    article = submit(by=person("tara", Role.TRIAGER), text=UNDATED).article
    ingest_claims.extract(ExtractionRun.objects.get().pk)
    repair = Claim.objects.get(wording__contains="12 million")
    corrections.set_as_of(repair, as_of=datetime.date(2025, 1, 1), by=article.submitted_by)
    facts.edit(article, said={"dated": datetime.date(2026, 11, 24)}, by=article.submitted_by)
    ingest_claims.extract(ExtractionRun.objects.get(pipeline_version__endswith="#2").pk)
    repair.refresh_from_db()
    assert (repair.as_of, repair.status) == (datetime.date(2025, 1, 1), Status.CANDIDATE)


def test_what_a_reading_set_aside_comes_back_when_another_finds_it_again(read):
    read("1", COST, CLOSED)
    read("2", COST)
    assert read("3", COST, CLOSED) == {COST.text: Status.CANDIDATE, CLOSED.text: Status.CANDIDATE}
    told = Event.objects.filter(claim=Claim.objects.get(wording=CLOSED.text)).order_by("sequence")
    assert list(told.values_list("verb", flat=True)) == ["replace", "find_again"]
    events_before = Event.objects.exclude(verb="extract").count()
    read("4", COST, CLOSED)
    assert Event.objects.exclude(verb="extract").count() == events_before
    assert events.verify().holds


def test_what_comes_back_is_queued_as_the_policy_says(read):
    sure = dataclasses.replace(CLOSED, check_worthiness=0.9)
    read("1", COST, sure)
    triage.auto_accept(Accept.objects.latest("pk").pk)
    read("2", COST)
    read("3", COST, sure)
    triage.auto_accept(Accept.objects.latest("pk").pk)
    claim = Claim.objects.get(wording=CLOSED.text)
    assert (claim.status, claim.slots.filter(state="open").count()) == (Status.QUEUED, 1)


def test_what_was_set_aside_does_not_stand_for_other_words_at_its_place(read):
    read("1", COST)
    other = claim("The bridge cost 12 million euros.")
    read("2", other)
    assert read("3", claim("The bridge cost 12 million pounds."))["The bridge cost 12 million pounds."] == "candidate"


def test_a_claim_that_a_person_dismissed_after_it_came_back_stays_dismissed(read, cast):
    read("1", COST)
    read("2", CLOSED)
    read("3", COST)
    triage.dismiss(Claim.objects.get(wording=COST.text), reason="opinion", by=cast[Role.TRIAGER])
    assert read("4", COST)[COST.text] == Status.DISMISSED


def test_an_article_whose_date_is_put_right_again_has_its_claims_again(person):
    article = submit(by=person("tara", Role.TRIAGER), text=UNDATED, dated=datetime.date(2026, 11, 24)).article
    ingest_claims.extract(ExtractionRun.objects.get().pk)
    first = set(Claim.objects.filter(status=Status.CANDIDATE).values_list("pk", "wording", "as_of"))
    for number, year in ((2, 2025), (3, 2026)):
        facts.edit(article, said={"dated": datetime.date(year, 11, 24)}, by=article.submitted_by)
        ingest_claims.extract(ExtractionRun.objects.get(pipeline_version__endswith=f"#{number}").pk)
    assert set(Claim.objects.filter(status=Status.CANDIDATE).values_list("pk", "wording", "as_of")) == first


def test_without_a_date_of_the_article_untouched_claims_are_bound_to_no_day(person):
    article = submit(by=person("tara", Role.TRIAGER), text=UNDATED, dated=datetime.date(2026, 11, 24)).article
    ingest_claims.extract(ExtractionRun.objects.get().pk)
    facts.edit(article, said={"dated": None}, by=article.submitted_by)
    ingest_claims.extract(ExtractionRun.objects.get(pipeline_version__endswith="#2").pk)
    assert set(Claim.objects.filter(status=Status.CANDIDATE).values_list("as_of", flat=True)) == {None}


def test_what_was_set_aside_does_not_come_back_beside_the_claim_that_a_person_made_stand_for_it(read, cast):
    read("1", COST)
    other = claim("The bridge cost 12 million euros.")
    read("2", other)
    standing = Claim.objects.get(status=Status.CANDIDATE)
    rewording.reword(standing, wording="The River Bridge cost 12 million euros.", reason="x", by=cast[Role.EDITOR])
    assert read("3", COST) == {
        COST.text: Status.DISMISSED,
        "The River Bridge cost 12 million euros.": Status.CANDIDATE,
    }


def test_what_was_set_aside_can_come_back_after_its_statement_got_another_source(read, cast):
    read("1", COST, CLOSED)
    read("2", COST)
    kept, aside = Claim.objects.get(wording=COST.text), Claim.objects.get(wording=CLOSED.text)
    statement = kept.appearances.get().statement
    aside.appearances.update(statement=statement)
    corrections.fix_source(kept, statement=statement, source=SourceFactory(), by=cast[Role.TRIAGER])
    aside.refresh_from_db()
    assert not aside.touched
    assert read("3", COST, CLOSED)[CLOSED.text] == Status.CANDIDATE


def test_an_older_reading_that_ends_late_undoes_nothing_of_a_later_one(read, monkeypatch):
    read("1", COST)
    late = ExtractionRun.objects.create(text_version=TextVersion.objects.get(), pipeline_version="late")
    read("2", COST, CLOSED)
    monkeypatch.setattr(ingest_claims, "desk_pipeline", lambda: (Stub(reading(COST)), None))
    ingest_claims.extract(late.pk)
    late.refresh_from_db()
    assert late.state == "done"
    assert set(Claim.objects.values_list("status", flat=True)) == {Status.CANDIDATE}
