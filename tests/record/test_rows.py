"""The rows against the record: what was changed behind its back is found and named, and a clean desk is not accused."""

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from claims.ingest.claims import extract
from claims.models import (
    Claim,
    ClaimVersion,
    Decision,
    Event,
    Evidence,
    ExtractionRun,
    Publication,
    Rating,
    Review,
    Role,
)
from claims.publishing.publish import publish, reopen, withdraw
from claims.record import events, rows
from claims.review import decisions, reviews, rewording, slots, talk, triage
from tests.factories import ArticleFactory, SourceFactory, TextVersionFactory
from tests.review.test_main_job import LEDGER

pytestmark = pytest.mark.django_db
SPAN = [(71, 98)]


@pytest.fixture
def editor(cast):
    return cast[Role.EDITOR]


def brought_in(editor, wording="The bridge has four cracks."):
    article = ArticleFactory()
    TextVersionFactory(article=article)
    return triage.add(article, wording=wording, spans=SPAN, source=SourceFactory(), by=editor)


def review(claim, by, verdict="refuted"):
    slot = slots.take(Claim.objects.get(pk=claim.pk), by=by)
    return reviews.submit(
        slot,
        token=slot.token,
        wording_number=slot.claim.wording_number,
        verdict=verdict,
        rationale="The ledger says otherwise.",
        evidence=[LEDGER],
        by=by,
    )


def put_out(claim, editor):
    how = {"rating": Rating.objects.get(key="false"), "title": "A bridge", "summary": "S", "override": "for the test"}
    return publish(Claim.objects.get(pk=claim.pk), by=editor, **how)


@pytest.fixture
def published(editor, cast):
    claim = triage.accept(brought_in(editor), by=editor)
    review(claim, cast[Role.REVIEWER])
    return put_out(claim, editor)


def test_a_desk_at_work_is_not_accused(editor, cast, published):
    """Merges, splits and their undoing, rewording, disputes, republishing, withdrawing."""
    first, second = brought_in(editor, "One is new."), brought_in(editor, "Two is new.")
    triage.restore(triage.merge(first, into=second, by=editor), by=editor)
    whole = brought_in(editor, "It is new and long.")
    triage.split(whole, wordings=["It is new.", "It is long."], by=editor)
    triage.restore(whole, by=editor)
    second.refresh_from_db()
    triage.set_harm(second, harm="high", by=editor)
    triage.put_back(triage.accept(first, by=editor), by=editor)
    triage.accept(second, by=editor)
    review(second, cast[Role.REVIEWER])
    review(second, cast["second"], "supported")
    second.refresh_from_db()
    decisions.adjudicate(second, verdict="refuted", rationale="The ledger.", by=cast[Role.ADJUDICATOR])
    second.refresh_from_db()
    rewording.reword(second, wording="Two are new.", reason="plural", by=editor)
    reviews.reaffirm(Review.objects.get(claim=second, reviewer=cast["second"], state="to_reaffirm"), by=cast["second"])
    talk.say(second, text="Look at the ledger.", by=editor)
    talk.log_reply(talk.ask_for_reply(second, asked="Ada", channel="e-mail", by=editor), answer="No.", by=editor)
    claim = Claim.objects.get(pk=published.claim_id)
    reopen(claim, note="doubted", by=editor)
    review(claim, cast["second"])
    put_out(claim, editor)
    withdraw(Claim.objects.get(pk=claim.pk), note="wrong", by=editor)
    compared = rows.compare()
    assert compared.flaw is None
    assert compared.rows > 20


TAMPERINGS = {
    "a claim's wording": (Claim, {"wording": "Forged."}, "wording"),
    "a claim's verdict": (Claim, {"verdict": "supported"}, "verdict"),
    "an earlier wording": (ClaimVersion, {"text": "Forged."}, "text"),
    "a review's verdict": (Review, {"verdict": "supported"}, "verdict"),
    "a review's rationale": (Review, {"rationale": "Forged."}, "rationale"),
    "who reviewed": (Review, {"reviewer_id": 1}, "reviewer"),
    "a piece of evidence": (Evidence, {"quotation": "Forged."}, "quotation"),
    "a decision": (Decision, {"verdict": "supported"}, "verdict"),
    "a rating": (Publication, {"rating_id": None}, "rating"),
    "a public document": (Publication, {"document": {"claimReviewed": "Forged."}}, "document"),
    "a public summary": (Publication, {"summary": "Forged."}, "summary"),
}


@pytest.mark.parametrize("what", TAMPERINGS)
def test_a_row_changed_behind_the_records_back_is_named(published, cast, what):
    kind, forged, name = TAMPERINGS[what]
    other = Rating.objects.exclude(pk=published.rating_id).first()
    forged = {n: {"rating_id": other.pk, "reviewer_id": cast["second"].pk}.get(n, v) for n, v in forged.items()}
    kind.objects.update(**forged)
    with pytest.raises(CommandError, match=rf"{kind._meta.model_name} \d+: its {name} is not what event \d+ told"):
        call_command("verify_record")


def test_a_row_that_is_gone_is_named(published):
    Publication.objects.all().delete()
    with pytest.raises(CommandError, match=r"publication \d+: the record tells of it, and it is gone"):
        call_command("verify_record")


def test_a_wording_that_the_machine_read_is_told_too():
    run = ExtractionRun.objects.create(text_version=TextVersionFactory(), pipeline_version="now")
    extract(run.pk)
    assert rows.compare().flaw is None
    read = Claim.objects.first()
    ClaimVersion.objects.filter(claim=read).update(text="Forged.")
    assert "its wording is not its version's" in rows.compare().flaw
    Claim.objects.filter(pk=read.pk).update(wording="Forged.")
    assert f"claim {read.pk}: its wording is not what event" in rows.compare().flaw


def test_what_a_redaction_erased_is_held_against_nobody(editor, published):
    claim = brought_in(editor)
    rewording.reword(claim, wording="Somebody named said it.", reason="named", by=editor)
    events.redact(Event.objects.get(verb="reword"), by=editor, reason="to protect a source")
    assert rows.compare().flaw is None


def test_what_was_told_after_a_redaction_is_compared_again(editor):
    claim = brought_in(editor)
    rewording.reword(claim, wording="Somebody named said it.", reason="named", by=editor)
    events.redact(Event.objects.get(verb="reword"), by=editor, reason="to protect a source")
    rewording.reword(claim, wording="Somebody said it.", reason="unnamed", by=editor)
    Claim.objects.update(wording="Forged.")
    assert "its wording is not what event 4 told" in rows.compare().flaw


def test_what_happens_while_the_rows_are_read_accuses_nobody(editor, monkeypatch):
    claim = brought_in(editor)
    read, last = rows._Told.read, Event.objects.count()

    def read_and_go_on(self, *event):
        read(self, *event)
        if event[0] == last:
            rewording.reword(claim, wording="Meanwhile it was reworded.", reason="r", by=editor)
            self.until = last  # as if this had come after the record was read

    monkeypatch.setattr(rows._Told, "read", read_and_go_on)
    assert rows.compare().flaw is None


def test_every_watched_name_is_a_column():
    for kind, names in rows.WATCHED.items():
        assert set(names) <= {field.attname for field in kind._meta.concrete_fields}, kind


def test_the_command_counts_the_rows_that_stand(published, capsys):
    call_command("verify_record")
    assert "rows stand as the record tells them" in capsys.readouterr().out


def test_a_database_without_a_desk_is_said_in_a_sentence(db, monkeypatch):
    def missing(**_options):
        raise OperationalError("no such table: claims_event")

    monkeypatch.setattr(events, "verify", missing)
    with pytest.raises(CommandError, match="no desk can be read here: no such table"):
        call_command("verify_record")
