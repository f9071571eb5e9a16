"""Every (status, verb, role): what the table of verbs does not allow is refused, and nothing at all changes."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import Claim, Event, Rating, Role, Status
from claims.models.states import VERBS
from claims.publishing.publish import publish, reopen, withdraw
from claims.record import events
from claims.record.refusals import IllegalMove, NotPermitted, Refusal
from claims.review import decisions, reviews, slots, triage
from tests.factories import ClaimFactory, PersonFactory, SlotFactory, SourceFactory
from tests.review.test_main_job import LEDGER

pytestmark = pytest.mark.django_db
SPAN = [(71, 98)]


def slot_of(claim: Claim, **state: Any):
    """A slot of the claim's round, whatever the claim's status: the verb has to look at the claim."""
    slot = claim.slots.order_by("number").first()
    if slot is None:
        slot = SlotFactory(claim=claim, round=_round(claim))
    type(slot).objects.filter(pk=slot.pk).update(**state)
    return type(slot).objects.select_related("claim", "round").get(pk=slot.pk)


def _round(claim):
    from tests.factories import RoundFactory

    return claim.rounds.first() or RoundFactory(claim=claim, number=max(claim.round_number, 1))


def held_slot(claim, by):
    until = timezone.now() + timedelta(minutes=5)
    return slot_of(claim, state="held", holder=by, token="t" * 32, lease_until=until)


def review_of(claim, by):
    from tests.factories import ReviewFactory

    slot = slot_of(claim, state="filled", holder=by, lease_until=None)
    review = claim.reviews.filter(slot=slot).first() or ReviewFactory(slot=slot, reviewer=by)
    type(review).objects.filter(pk=review.pk).update(state="to_reaffirm", reviewer=by)
    return type(review).objects.select_related("claim").get(pk=review.pk)


def submit(claim, by):
    slot = held_slot(claim, by)
    return lambda: reviews.submit(
        slot,
        token=slot.token,
        wording_number=claim.wording_number,
        verdict="supported",
        rationale="r",
        evidence=[LEDGER],
        by=by,
    )


def change(claim, by):
    review = review_of(claim, by)
    return lambda: reviews.change(
        review, wording_number=claim.wording_number, verdict="refuted", rationale="r", evidence=[LEDGER], by=by
    )


def with_slot(call):
    def prepare(claim, by):
        slot = held_slot(claim, by)
        return lambda: call(slot, by)

    return prepare


def on(call):
    def prepare(claim, by):
        return lambda: call(claim, by)

    return prepare


def put_back(claim, by):
    """By the person who accepted it."""
    with transaction.atomic():
        events.append("accept", claim, by=by, payload={})
    return lambda: triage.put_back(claim, by=by)


def merge(claim, by):
    into = ClaimFactory()
    return lambda: triage.merge(claim, into=into, by=by)


def hold(claim, by):
    """By a role that decides, or by a reviewer who holds the claim (tests/review/test_decisions)."""
    if not by.roles & VERBS["adjudicate"].roles:
        held_slot(claim, by)
    return lambda: decisions.hold(claim, reason="r", until=TODAY(), by=by)


def assign(claim, by):
    to = PersonFactory()
    return lambda: slots.assign(claim, to=to, by=by)


def fix_source(claim, by):
    source, statement = SourceFactory(), claim.appearances.get().statement
    return lambda: triage.fix_source(claim, statement=statement, source=source, by=by)


def reviewing(call):
    def prepare(claim, by):
        review = review_of(claim, by)
        return lambda: call(review, by=by)

    return prepare


TODAY = timezone.localdate
SAY: dict[str, Callable[[Claim, Any], Callable[[], Any]]] = {
    "accept": on(lambda c, by: triage.accept(c, by=by)),
    "dismiss": on(lambda c, by: triage.dismiss(c, reason="opinion", by=by)),
    "merge": merge,
    "split": on(lambda c, by: triage.split(c, wordings=["One.", "Two."], by=by)),
    "put_back": put_back,
    "restore": on(lambda c, by: triage.restore(c, by=by)),
    "set_harm": on(lambda c, by: triage.set_harm(c, harm="high", by=by)),
    "fix_span": on(lambda c, by: triage.fix_span(c, spans=SPAN, by=by)),
    "fix_source": fix_source,
    "set_as_of": on(lambda c, by: triage.set_as_of(c, as_of=date(2022, 9, 24), by=by)),
    "add": on(lambda c, by: triage.add(c.article, wording="It has cracks.", spans=SPAN, by=by)),
    "suggest": on(lambda c, by: triage.suggest(c.article, wording="It has cracks.", spans=SPAN, by=by)),
    "ask": on(lambda c, by: triage.ask(c, by=by)),
    "take": on(lambda c, by: slots.take(c, by=by)),
    "assign": assign,
    "renew": with_slot(lambda s, by: slots.renew(s, token=s.token, by=by)),
    "decline": with_slot(lambda s, by: slots.decline(s, token=s.token, by=by)),
    "release": with_slot(lambda s, by: slots.release(s, reason="away", by=by)),
    "submit": submit,
    "reaffirm": reviewing(reviews.reaffirm),
    "change": change,
    "take_back": reviewing(reviews.take_back),
    "hold": hold,
    "resume": on(lambda c, by: decisions.resume(c, by=by)),
    "reword": on(lambda c, by: decisions.reword(c, wording="Another wording.", reason="r", by=by)),
    "adjudicate": on(lambda c, by: decisions.adjudicate(c, verdict="refuted", rationale="r", by=by)),
    "send_back": on(lambda c, by: decisions.send_back(c, comment="again", by=by)),
    "publish": on(
        lambda c, by: publish(
            c, rating=Rating.objects.get(key="true"), title="T", summary="S", override="for the test", by=by
        )
    ),
    "reopen": on(lambda c, by: reopen(c, note="n", by=by)),
    "withdraw": on(lambda c, by: withdraw(c, note="n", by=by)),
}
NEEDS_AN_OPEN_SLOT = {"take", "assign"}


def make(status: Status, verb: str) -> Claim:
    if status == Status.CANDIDATE:
        return ClaimFactory()
    required = 2 if verb in NEEDS_AN_OPEN_SLOT | {"submit", "reaffirm", "change", "take_back"} else 1
    if status == Status.ADJUDICATION:
        required = 2
    if verb == "withdraw" and status in VERBS["withdraw"].since and status != Status.PUBLISHED:
        claim = ClaimFactory(published=True)
        Claim.objects.filter(pk=claim.pk).update(status=status)
        claim.refresh_from_db()
        return claim
    return ClaimFactory(**{status.value: True}, rows__required=required)


def writes(captured: CaptureQueriesContext) -> list[str]:
    """What would have changed a row; a refusal that writes and rolls back is caught too."""
    return [q["sql"] for q in captured.captured_queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]


def test_every_verb_of_the_table_is_said_here():
    assert set(SAY) == set(VERBS)


def allowed(verb: str, status: Status, role: Role) -> bool:
    rule = VERBS[verb]
    return role in rule.roles and (not rule.since or status in rule.since)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("verb", sorted(VERBS))
def test_what_the_table_does_not_allow_is_refused_without_a_trace(verb, status):
    claim = make(status, verb)
    for role in Role:
        if allowed(verb, status, role):
            continue
        say = SAY[verb](claim, PersonFactory(roles=[role]))
        refusal = IllegalMove if role in VERBS[verb].roles else NotPermitted
        with CaptureQueriesContext(connection) as captured, pytest.raises(refusal):
            say()
        assert writes(captured) == []


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("verb", sorted(VERBS))
def test_what_the_table_allows_is_done_with_one_event_by_its_actor(verb, status):
    for role in Role:
        if not allowed(verb, status, role):
            continue
        person = PersonFactory(roles=[role])
        claim = make(status, verb)
        say = SAY[verb](claim, person)
        before = Event.objects.count()
        say()
        told = list(Event.objects.order_by("sequence").values_list("verb", "actor")[before:])
        assert [name for name, actor in told if actor == person.pk] == [verb]
        assert {name for name, actor in told if actor is None} <= {"agree"}
        if VERBS[verb].to and VERBS[verb].object in ("claim", "slot"):
            claim.refresh_from_db()
            assert claim.status == VERBS[verb].to


def test_a_refusal_is_of_a_kind_that_doors_know():
    assert issubclass(IllegalMove, Refusal)
    assert (IllegalMove.http_status, NotPermitted.http_status) == (409, 403)


@pytest.mark.parametrize("verb", ["add", "suggest", "split", "reword"])
def test_an_administrator_words_no_claim(verb):
    say = SAY[verb](ClaimFactory(), PersonFactory(roles=[Role.ADMINISTRATOR]))
    with pytest.raises(NotPermitted):
        say()
