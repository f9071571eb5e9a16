"""The rows against the record: what was changed behind its back is found and named, and a clean desk is not accused."""

import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from claims.ingest import archiving
from claims.ingest.claims import extract
from claims.migrations import _triggers
from claims.models import (
    Archive,
    AttributionFinding,
    Claim,
    ClaimVersion,
    Comment,
    CorrectionRequest,
    Decision,
    Event,
    EventPayload,
    Evidence,
    ExtractionRun,
    Publication,
    Rating,
    ReplyRequest,
    Review,
    Role,
    WorkState,
)
from claims.publishing.outlets import ask_for_correction, log_correction
from claims.publishing.publish import publish, reopen, withdraw
from claims.record import events, rows, work
from claims.record.told import MADE_BY, WATCHED, Told, name_of
from claims.review import decisions, reviews, rewording, slots, talk, triage
from tests.factories import ArticleFactory, SourceFactory, TextVersionFactory
from tests.review.test_main_job import LEDGER

pytestmark = pytest.mark.django_db
SPAN = [(71, 98)]
goes_around = pytest.mark.goes_around_the_record


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
    asked = ask_for_correction(claim, article=claim.article, asked="The editor", channel="e-mail", by=editor)
    log_correction(asked, outcome="corrected", words="We put it right.", by=editor)
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
    "the evidence that the public is shown": (Publication, {"shown": {}}, "shown"),
    "the file of a piece of evidence": (Evidence, {"file_sha256": "f" * 64}, "file sha256"),
    "the name of a file of evidence": (Evidence, {"file_name": "forged.pdf"}, "file name"),
    "the kept page of a piece of evidence": (Evidence, {"archived_sha256": "f" * 64}, "archived sha256"),
    "as of when a review is true": (Review, {"as_of": date(2001, 1, 1)}, "as of"),
    "when a review is looked at again": (Review, {"look_again_by": date(2999, 1, 1)}, "look again by"),
    "where a claim stands": (Claim, {"status": "withdrawn"}, "status"),
    "the day of a claim": (Claim, {"as_of": date(2001, 1, 1)}, "as of"),
}


@goes_around
@pytest.mark.parametrize("what", TAMPERINGS)
def test_a_row_changed_behind_the_records_back_is_named(published, cast, what):
    kind, forged, name = TAMPERINGS[what]
    other = Rating.objects.exclude(pk=published.rating_id).first()
    forged = {n: {"rating_id": other.pk, "reviewer_id": cast["second"].pk}.get(n, v) for n, v in forged.items()}
    kind.objects.update(**forged)
    with pytest.raises(CommandError, match=rf"{kind._meta.model_name} \d+: its {name} is not what event \d+ told"):
        call_command("verify_record")


def another(row, **values):
    """A row beside this one that nobody made by a verb."""
    kept = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key}
    type(row)._base_manager.bulk_create([type(row)(**kept | values)])


@pytest.fixture
def all_kinds(published, editor):
    """One of each kind that only verbs make."""
    claim = Claim.objects.get(pk=published.claim_id)
    talk.say(claim, text="Look at the ledger.", by=editor)
    talk.ask_for_reply(claim, asked="Ada", channel="e-mail", by=editor)
    ask_for_correction(claim, article=claim.article, asked="The editor", channel="e-mail", by=editor)
    return published


FORGERIES = {
    Publication: {"number": 2, "state": "superseded"},
    Review: {"number": 2, "state": "superseded"},
    Evidence: {"ordinal": 1},
    Comment: {},
    ReplyRequest: {},
    CorrectionRequest: {},
    ClaimVersion: {"number": 2},
}


@goes_around
@pytest.mark.parametrize("kind", FORGERIES)
def test_a_row_that_no_verb_made_is_named(all_kinds, kind):
    another(kind.objects.get(), **FORGERIES[kind])
    with pytest.raises(CommandError, match=rf"^{name_of(kind)} \d+: no event of the record tells of it$"):
        call_command("verify_record")


@goes_around
def test_a_live_publication_of_a_claim_that_nobody_published_is_named(published, editor):
    other = brought_in(editor, "Nobody ever published this.")
    another(published, claim_id=other.pk)
    forged = Publication.objects.get(claim=other)
    assert rows.compare().flaw == f"publication {forged.pk}: no event of the record tells of it"


@goes_around
def test_a_finding_and_a_decision_that_no_verb_made_are_named(published, editor):
    finding = AttributionFinding.objects.create(
        review=Review.objects.get(), source=SourceFactory(), verdict="misquoted"
    )
    assert rows.compare().flaw == f"attributionfinding {finding.pk}: no event of the record tells of it"
    finding.delete()
    other = triage.accept(brought_in(editor, "Nobody ever decided this."), by=editor)
    another(Decision.objects.get(), claim_id=other.pk, round_id=other.rounds.get().pk)
    assert "no event of the record tells of it" in rows.compare().flaw


def test_every_kind_that_only_verbs_make_is_forged_above():
    assert set(MADE_BY) <= {*FORGERIES, AttributionFinding, Decision}


def test_a_claim_of_a_reading_to_which_nothing_has_happened_is_as_the_reading_stored_it():
    run = ExtractionRun.objects.create(text_version=TextVersionFactory(), pipeline_version="now")
    extract(run.pk)
    read = Claim.objects.first()
    for forged in ({"status": "published"}, {"verdict": "supported"}, {"as_of": date(2001, 1, 1)}):
        [name] = forged
        was = {name: getattr(read, name)}
        Claim.objects.filter(pk=read.pk).update(**forged)
        assert f"claim {read.pk}: its {name.replace('_', ' ')} is not what event" in rows.compare().flaw
        Claim.objects.filter(pk=read.pk).update(**was)
    assert rows.compare().flaw is None


@goes_around
def test_an_earlier_wording_of_the_machine_is_told_by_its_reading(editor):
    run = ExtractionRun.objects.create(text_version=TextVersionFactory(), pipeline_version="now")
    extract(run.pk)
    read = Claim.objects.first()
    rewording.reword(triage.accept(read, by=editor), wording="A person's words.", reason="plain", by=editor)
    ClaimVersion.objects.filter(claim=read, number=1).update(text="Forged.")
    assert "its text is not what event 1 told" in rows.compare().flaw


@goes_around
@pytest.mark.parametrize(("alive", "sha256"), [("alive", "a" * 64), ("dead", "")])
def test_what_was_archived_is_compared_and_a_clean_archive_accused_of_nothing(published, alive, sha256):
    evidence = Evidence.objects.get()
    job = Archive.objects.create(evidence=evidence, state=WorkState.QUEUED)
    kept = {"archived_sha256": sha256} if sha256 else {}
    archiving._note(work.take(Archive, job.pk), evidence, alive, why="" if sha256 else "It is gone.", kept=kept)
    assert rows.compare().flaw is None
    last = Event.objects.count()
    Evidence.objects.update(alive="unknown")
    assert f"its alive is not what event {last} told" in rows.compare().flaw
    Evidence.objects.update(alive=alive, archived_sha256="f" * 64)
    assert "its archived sha256 is not what event" in rows.compare().flaw


def test_each_verb_that_made_a_row_is_known_to_make_its_kind(editor, cast, published):
    test_a_desk_at_work_is_not_accused(editor, cast, published)
    kinds = {name_of(kind): verbs for kind, verbs in MADE_BY.items()}
    made, known = set(), set()
    for verb, body in EventPayload.objects.order_by("event").values_list("event__verb", "body"):
        for row in json.loads(body)["after"]:
            if row["row"][0] in kinds and tuple(row["row"]) not in known:
                known.add(tuple(row["row"]))
                made.add((row["row"][0], verb))
    assert {kind for kind, _ in made} >= set(kinds) - {name_of(AttributionFinding)}
    assert [(kind, verb) for kind, verb in made if verb not in kinds[kind]] == []


@goes_around
def test_a_row_that_is_gone_is_named(published):
    Publication.objects.all().delete()
    with pytest.raises(CommandError, match=r"publication \d+: the record tells of it, and it is gone"):
        call_command("verify_record")


@goes_around
def test_a_wording_that_the_machine_read_is_told_too():
    run = ExtractionRun.objects.create(text_version=TextVersionFactory(), pipeline_version="now")
    extract(run.pk)
    assert rows.compare().flaw is None
    read = Claim.objects.first()
    ClaimVersion.objects.filter(claim=read).update(text="Forged.")
    assert "its text is not what event 1 told" in rows.compare().flaw
    Claim.objects.filter(pk=read.pk).update(wording="Forged.")
    assert f"claim {read.pk}: its wording is not what event" in rows.compare().flaw


def test_what_a_redaction_erased_is_held_against_nobody(editor, published):
    claim = brought_in(editor)
    rewording.reword(claim, wording="Somebody named said it.", reason="named", by=editor)
    events.redact(Event.objects.get(verb="reword"), by=editor, reason="to protect a source")
    assert rows.compare().flaw is None


@goes_around
def test_what_a_redaction_erased_hides_no_row_that_its_verb_does_not_make(editor, published):
    """Who may redact must not be able to forge a publication under cover of it."""
    claim = Claim.objects.get(pk=published.claim_id)
    talk.say(claim, text="Ada told us.", by=editor)
    events.redact(Event.objects.get(verb="comment"), by=editor, reason="to protect a source")
    assert rows.compare().flaw is None
    another(published, number=2, state="superseded")
    assert "no event of the record tells of it" in rows.compare().flaw


def test_a_row_whose_making_was_erased_is_held_against_nobody(editor, published):
    for verb in ("submit", "agree", "publish"):
        events.redact(Event.objects.get(verb=verb), by=editor, reason="to protect a source")
    assert rows.compare().flaw is None


def test_a_split_whose_taking_back_was_erased_accuses_its_parts_of_nothing(editor):
    whole = brought_in(editor, "It is new and long.")
    triage.split(whole, wordings=["It is new.", "It is long."], by=editor)
    triage.restore(whole, by=editor)
    events.redact(Event.objects.get(verb="restore"), by=editor, reason="to protect a source")
    assert rows.compare().flaw is None


@goes_around
def test_rows_of_a_record_that_told_less_are_not_accused(published, editor):
    """Before 0018 and 0020 an event told neither of files nor of what is shown, and a reading named its claims alone."""
    run = ExtractionRun.objects.create(text_version=TextVersionFactory(), pipeline_version="then")
    extract(run.pk)
    with _triggers.lifted(connection):
        for payload in EventPayload.objects.all():
            told = json.loads(payload.body)
            told.pop("wordings", None)
            told.pop("as_of", None)
            for row in told.get("after", []):
                for name in ("shown", "file_name", "file_sha256", "archived_sha256"):
                    row.pop(name, None)
            EventPayload.objects.filter(pk=payload.pk).update(body=events.canonical(told))
    Publication.objects.update(shown={"found": [], "replies": []})
    Evidence.objects.update(file_name="ledger.pdf", archived_sha256="a" * 64)
    assert rows.compare().flaw is None
    ClaimVersion.objects.filter(claim__run=run).update(text="Forged.")
    assert "its wording is not its version's" in rows.compare().flaw


@goes_around
def test_what_was_told_after_a_redaction_is_compared_again(editor):
    claim = brought_in(editor)
    rewording.reword(claim, wording="Somebody named said it.", reason="named", by=editor)
    events.redact(Event.objects.get(verb="reword"), by=editor, reason="to protect a source")
    rewording.reword(claim, wording="Somebody said it.", reason="unnamed", by=editor)
    Claim.objects.update(wording="Forged.")
    assert "its wording is not what event 4 told" in rows.compare().flaw


def test_what_happens_while_the_rows_are_read_accuses_nobody(editor, monkeypatch):
    claim = brought_in(editor)
    read, last = Told.read, Event.objects.count()

    def read_and_go_on(self, *event):
        read(self, *event)
        if event[0] == last:
            rewording.reword(claim, wording="Meanwhile it was reworded.", reason="r", by=editor)
            self.until = last  # as if this had come after the record was read

    with monkeypatch.context() as patch:
        patch.setattr(Told, "read", read_and_go_on)
        assert rows.compare().flaw is None


def test_a_verb_that_changes_another_claim_while_the_rows_are_read_accuses_nobody(editor, monkeypatch):
    """Its event names the claim that was split, and the rows of its parts."""
    whole = brought_in(editor, "It is new and long.")
    triage.split(whole, wordings=["It is new.", "It is long."], by=editor)
    read, last = Told.read, Event.objects.count()

    def read_and_go_on(self, *event):
        read(self, *event)
        if event[0] == last:
            triage.restore(whole, by=editor)
            self.until = last

    with monkeypatch.context() as patch:
        patch.setattr(Told, "read", read_and_go_on)
        assert rows.compare().flaw is None


def test_every_watched_name_is_a_column():
    for kind, names in WATCHED.items():
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
