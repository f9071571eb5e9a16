"""What a reviewer might learn of another's review by the side doors: the record, the archive's work, a moment's race."""

import threading
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.ingest import archiving
from claims.models import Archive, Comment, Event, EventPayload, Evidence, Notification, Role, Slot, SlotState
from claims.record import visibility
from claims.record.refusals import IllegalMove, NotPermitted
from claims.record.visibility import look_into, visible_to
from claims.review import decisions, reaffirming, rewording, slots, talk
from tests.conftest import make_person
from tests.factories import ClaimFactory, CommentFactory
from tests.review.test_main_job import give, sql_of

VERDICTS = ("refuted", "Refuted", "supported", "Supported")


def told(client, claim, person):
    """What history and claim page tell a person, and the payloads that any door may show."""
    client.force_login(person)
    pages = [client.get(reverse(name, args=[claim.pk])).content.decode() for name in ("claim_history", "claim")]
    bodies = visible_to(EventPayload.objects.filter(event__claim=claim), person).values_list("body", flat=True)
    return "\n".join([*pages, *bodies])


@pytest.fixture
def decided(cast):
    claim = ClaimFactory(queued=True)
    give(slots.take_next(by=cast[Role.REVIEWER]), cast[Role.REVIEWER], "refuted", rationale="A forged invoice.")
    claim.refresh_from_db()
    return claim


@pytest.mark.django_db
def test_after_sending_back_the_record_does_not_tell_a_new_reviewer_what_the_old_round_found(client, decided, cast):
    decisions.send_back(decided, comment="Ask the treasurer.", by=cast[Role.EDITOR])
    page = told(client, decided, cast["second"])
    assert "sent it back" not in page
    assert not [word for word in (*VERDICTS, "forged") if word in page]


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["second", Role.TRIAGER, Role.CONTRIBUTOR])
def test_why_a_claim_was_sent_back_is_told_to_nobody_who_may_not_read_its_reviews(client, decided, cast, who):
    decisions.send_back(decided, comment="Your Refuted is wrong.", by=cast[Role.EDITOR])
    page = told(client, decided, cast[who])
    assert "Refuted" not in page
    assert "No remarks yet." not in page


@pytest.mark.django_db
def test_why_a_claim_was_sent_back_is_told_to_who_has_reviewed_it_since(client, cast):
    claim = ClaimFactory(adjudication=True)
    decisions.send_back(claim, comment="One Refuted is wrong.", by=cast[Role.EDITOR])
    Slot.objects.create(round=claim.rounds.get(number=2), claim=claim, number=9)  # the round stays open
    for person in (cast["second"], cast[Role.REVIEWER]):
        give(slots.take(claim, by=person), person)
        assert "One Refuted is wrong." in told(client, claim, person)


@pytest.mark.django_db
def test_a_remark_on_a_decided_claim_is_closed_to_who_may_take_its_next_round(client, decided, cast):
    talk.say(decided, text="I found it refuted.", by=cast[Role.REVIEWER])
    talk.say(decided, text="So it is refuted.", by=cast[Role.TRIAGER])
    assert "I found it refuted." in told(client, decided, cast["second"])
    decisions.send_back(decided, comment="Again.", by=cast[Role.EDITOR])
    for who in ("second", Role.TRIAGER, Role.CONTRIBUTOR):
        assert "I found it refuted." not in told(client, decided, cast[who])
    slot = slots.take_next(by=cast["second"])
    assert "refuted" not in told(client, decided, cast["second"])
    give(slot, cast["second"])
    assert "I found it refuted." in told(client, decided, cast["second"])


@pytest.mark.django_db
def test_a_remark_on_a_decided_claim_is_for_contributors_once_it_is_public(client, decided, cast):
    talk.say(decided, text="I found it refuted.", by=cast[Role.REVIEWER])
    assert "refuted" not in told(client, decided, cast[Role.CONTRIBUTOR])
    type(decided).objects.update(status="published")
    assert "I found it refuted." in told(client, decided, cast[Role.CONTRIBUTOR])


@pytest.mark.django_db
def test_an_editor_who_reviews_anew_reads_nothing_of_the_round_before(client, decided, cast):
    talk.say(decided, text="I found it refuted.", by=cast[Role.REVIEWER])
    decisions.send_back(decided, comment="The verdict refuted is wrong.", by=cast[Role.ADJUDICATOR])
    assert "refuted" in told(client, decided, cast[Role.EDITOR])
    slots.take(decided, by=cast[Role.EDITOR])
    assert not [word for word in (*VERDICTS, "forged") if word in told(client, decided, cast[Role.EDITOR])]


@pytest.mark.django_db
def test_nobody_is_told_of_a_remark_that_they_may_not_read(client, decided, cast):
    decisions.send_back(decided, comment="Again.", by=cast[Role.EDITOR])
    Notification.objects.all().delete()
    client.force_login(cast[Role.ADJUDICATOR])
    address = reverse("claim_remark", args=[decided.pk])
    answer = client.post(address, {"text": "Refuted, @second, as I said to @editor and @nobdy."}, follow=True)
    assert not Notification.objects.exists()
    page = answer.content.decode()
    assert "@editor, @second may not read it yet" in page
    assert "Nobody here is called @nobdy" in page


@pytest.mark.django_db
def test_remarks_made_before_the_rule_are_bound_by_when_they_were_made(decided, cast):
    early = CommentFactory(claim=ClaimFactory(queued=True))
    late = CommentFactory(claim=decided)
    import_module("claims.migrations.0019_remarks_by_round").bind(apps, None)
    assert [Comment.objects.get(pk=one.pk).round for one in (early, late)] == [None, decided.rounds.get()]


@pytest.mark.django_db
def test_after_adjudicating_and_sending_back_the_adjudicators_reason_is_not_told_either(client, cast):
    claim = ClaimFactory(adjudication=True)
    decisions.adjudicate(claim, verdict="refuted", rationale="A forged invoice.", by=cast[Role.ADJUDICATOR])
    decisions.send_back(claim, comment="Ask the treasurer.", by=cast[Role.EDITOR])
    assert not [word for word in (*VERDICTS, "forged") if word in told(client, claim, cast["second"])]


@pytest.mark.django_db
def test_a_round_that_begins_because_a_review_was_taken_back_does_not_tell_the_old_verdict(client, decided, cast):
    rewording.reword(decided, wording="The bridge cost 13 million.", reason="the figure", by=cast[Role.EDITOR])
    reaffirming.take_back(decided.reviews.get(), by=cast[Role.REVIEWER])
    assert not [word for word in (*VERDICTS, "forged") if word in told(client, decided, cast["second"])]


@pytest.mark.django_db
def test_the_old_rounds_end_is_told_again_once_the_new_one_is_decided(client, decided, cast):
    decisions.send_back(decided, comment="Ask the treasurer.", by=cast[Role.EDITOR])
    give(slots.take_next(by=cast["second"]), cast["second"], "supported")
    events = visible_to(Event.objects.filter(claim=decided), cast[Role.TRIAGER])
    assert events.filter(verb="agree").count() == 2
    assert events.filter(verb="send_back").exists()


@pytest.mark.django_db
def test_those_who_decide_and_who_did_it_read_the_record_as_it_was(decided, cast):
    decisions.send_back(decided, comment="Ask the treasurer.", by=cast[Role.EDITOR])
    for role in (Role.EDITOR, Role.ADJUDICATOR):
        assert visible_to(Event.objects.filter(claim=decided, verb="agree"), cast[role]).exists()


@pytest.mark.django_db
def test_an_adjudicators_reason_is_read_by_those_who_may_read_the_reviews(client, cast):
    claim = ClaimFactory(adjudication=True)
    decisions.adjudicate(claim, verdict="refuted", rationale="A forged invoice.", by=cast[Role.ADJUDICATOR])
    assert "A forged invoice." not in told(client, claim, cast[Role.CONTRIBUTOR])
    assert "A forged invoice." in told(client, claim, cast[Role.TRIAGER])


@pytest.mark.django_db
def test_the_archive_does_not_tell_of_anothers_evidence_in_an_open_round(client, cast):
    claim = ClaimFactory(queued=True, rows__required=2)
    give(slots.take_next(by=cast[Role.REVIEWER]), cast[Role.REVIEWER])
    job = Archive.objects.create(evidence=Evidence.objects.get(), state="running", token="t")
    archiving._note(job, job.evidence, "dead", why="ledger.example does not answer.")
    assert "ledger" not in told(client, claim, cast["second"])
    give(slots.take_next(by=cast["second"]), cast["second"])
    assert "ledger.example does not answer." in told(client, claim, cast["second"])


def racing(first, then):
    """Say *first* and hold its transaction open until *then*, in a thread of its own, waits for it; what *then* came to."""
    came = []

    def run():
        try:
            came.append(then())
        except (IllegalMove, NotPermitted) as refusal:
            came.append(refusal)
        finally:
            connection.close()

    with transaction.atomic():
        first()
        other = threading.Thread(target=run)
        other.start()
        while other.is_alive() and not somebody_waits():
            other.join(0.05)
        assert other.is_alive(), "it did not wait"
    other.join()
    return came[0]


def somebody_waits():
    """Whether a transaction of this database waits for the lock of another."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid)"
            " WHERE NOT granted AND datname = current_database())"
        )
        return cursor.fetchone()[0]


needs_row_locks = pytest.mark.skipif(
    connection.vendor != "postgresql",
    reason="SQLite has one writer at a time: nothing waits between reading and writing",
)


@needs_row_locks
@pytest.mark.django_db(transaction=True)
def test_who_looks_in_takes_no_slot_in_another_window_at_the_same_moment():
    adjudicator = make_person("ada", Role.ADJUDICATOR)
    claim = ClaimFactory(queued=True, rows__required=2)
    other = make_person("rea", Role.REVIEWER)
    give(slots.take_next(by=other), other)
    came = racing(lambda: look_into(claim.rounds.get(), by=adjudicator), lambda: slots.take(claim, by=adjudicator))
    assert isinstance(came, IllegalMove | NotPermitted)
    assert not claim.slots.filter(holder=adjudicator).exists()


@needs_row_locks
@pytest.mark.django_db(transaction=True)
def test_who_looks_in_submits_no_lapsed_review_at_the_same_moment():
    adjudicator, other = make_person("ada", Role.ADJUDICATOR), make_person("rea", Role.REVIEWER)
    claim = ClaimFactory(queued=True, rows__required=2)
    slot = slots.take(claim, by=adjudicator)
    mine = slots.take(claim, by=other)
    give(mine, other)
    claim.slots.filter(pk=slot.pk).update(state=SlotState.OPEN, holder=None, lease_until=None)
    came = racing(lambda: look_into(claim.rounds.get(), by=adjudicator), lambda: give(slot, adjudicator))
    assert isinstance(came, IllegalMove | NotPermitted)
    assert visibility.readers(claim.rounds.get()).get() == adjudicator
    assert claim.reviews.count() == 1


@pytest.mark.django_db
def test_a_late_submit_costs_no_more_than_another(cast):
    claim = ClaimFactory(queued=True)
    slot, findings = slots.take_next(by=cast[Role.REVIEWER]), {claim.appearances.get().statement.source_id: "confirmed"}
    Slot.objects.update(state=SlotState.OPEN, holder=None, lease_until=None)
    with CaptureQueriesContext(connection) as captured:
        give(slot, cast[Role.REVIEWER], findings=findings)
    assert len(sql_of(captured)) <= 14


def adjudicated(client, claim, person):
    client.force_login(person)
    return client.get(reverse("claim_adjudicate", args=[claim.pk]))


@pytest.mark.django_db
def test_the_page_of_an_adjudicator_tells_nothing_of_a_round_that_is_open(client, cast):
    claim = ClaimFactory(queued=True, rows__required=3)
    source = claim.appearances.get().statement.source
    slots.take(claim, by=cast[Role.ADJUDICATOR])
    for person, found in ((cast[Role.REVIEWER], "confirmed"), (cast["second"], "not_found")):
        give(slots.take(claim, by=person), person, findings={source.pk: found})
    answer = adjudicated(client, claim, cast[Role.ADJUDICATOR])
    assert (answer.status_code, answer.headers["Location"]) == (302, claim.get_absolute_url())
    sent = client.post(reverse("claim_adjudicate", args=[claim.pk]), {"verdict": "refuted", "rationale": "So."})
    assert sent.status_code == 409
    assert "the reviewers differ" not in sent.content.decode()
    assert f"source-{source.pk}" not in sent.content.decode()


@pytest.mark.django_db
def test_the_page_of_an_adjudicator_shows_what_the_reviews_differ_in_once_they_are_in(client, cast):
    claim = ClaimFactory(queued=True, rows__required=2)
    source = claim.appearances.get().statement.source
    for person, found in ((cast[Role.REVIEWER], "confirmed"), (cast["second"], "not_found")):
        give(slots.take(claim, by=person), person, findings={source.pk: found})
    page = adjudicated(client, claim, cast[Role.ADJUDICATOR]).content.decode()
    assert "the reviewers differ" in page
    assert f"source-{source.pk}" in page
