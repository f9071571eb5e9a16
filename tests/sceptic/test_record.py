"""What the record tells, and what it must not."""

import json
from datetime import date

import pytest
from django.urls import reverse

from claims.ingest import identities
from claims.models import Event, EventPayload, Role, Slot, Source, User
from claims.record import events
from claims.review import decisions, slots, triage
from tests.factories import ClaimFactory, SourceFactory
from tests.ingest.test_changes import NEW, OLD, people, read  # noqa: F401  # fixtures
from tests.review.test_main_job import give

pytestmark = pytest.mark.django_db


def told(verb):
    return json.loads(EventPayload.objects.filter(event__verb=verb).latest("event__sequence").body)


def test_no_token_of_a_slot_stands_in_the_record(cast):
    """Whoever knows the token of a lapsed slot may submit in it; the record is for ever, and read by the whole desk."""
    ClaimFactory(queued=True)
    slot = slots.take_next(by=cast[Role.REVIEWER])
    slots.renew(slot, token=slot.token, by=cast[Role.REVIEWER])
    token = Slot.objects.get().token
    slots.release(Slot.objects.select_related("claim", "holder").get(), reason="r", by=cast[Role.EDITOR])
    assert token
    assert not [body for body in EventPayload.objects.values_list("body", flat=True) if token in body]
    assert events.verify().holds


def test_a_taken_slot_is_told_with_its_holder_and_its_lease(cast):
    ClaimFactory(queued=True)
    slots.take_next(by=cast[Role.REVIEWER])
    after = next(row for row in told("take")["after"] if row["row"][0] == "slot")
    assert after["holder"] == cast[Role.REVIEWER].pk
    assert {"state", "lease_until"} <= set(after)


def test_the_day_of_a_verdict_that_was_sent_back_does_not_outlive_it(cast):
    claim = ClaimFactory(queued=True)
    give(slots.take_next(by=cast[Role.REVIEWER]), cast[Role.REVIEWER], look_again_by=date(2999, 1, 1))
    claim.refresh_from_db()
    assert claim.look_again_by
    decisions.send_back(claim, comment="Again", by=cast[Role.EDITOR])
    claim.refresh_from_db()
    assert claim.look_again_by is None


def test_a_changed_text_tells_the_record_which_claims_it_took_along_and_under_which_the_words_changed(read, cast):  # noqa: F811  # the fixture, taken over by name
    version = read(OLD, "The bridge cost 12 million euros.", "It was closed on Monday.")
    cost, closed = version.article.claims.order_by("ordinal")
    version.article.claims.update(touched=True)
    read(NEW, "It was closed on Monday.")
    assert (told("extract")["moved_along"], told("extract")["words_changed"]) == ([closed.pk], [cost.pk])


def test_putting_a_source_right_tells_which_other_claims_the_same_statement_makes(cast):
    claim = ClaimFactory()
    statement = claim.appearances.get().statement
    other = ClaimFactory(article=claim.article, decided=True)
    other.appearances.update(statement=statement)
    triage.fix_source(claim, statement=statement, source=SourceFactory(), by=cast[Role.TRIAGER])
    first, second = EventPayload.objects.filter(event__verb="fix_source").order_by("event__sequence")
    assert json.loads(first.body)["also"] == [other.pk]
    assert json.loads(second.body)["through"] == claim.pk


def test_a_merge_is_taken_back_in_the_panel_too(client, cast):
    User.objects.filter(pk=cast[Role.ADMINISTRATOR].pk).update(is_staff=True)
    client.force_login(cast[Role.ADMINISTRATOR])
    source = SourceFactory()
    identities.merge(source, into=SourceFactory(), by=cast[Role.TRIAGER])
    client.post(reverse("admin:claims_source_changelist"), {"action": "unmerge", "_selected_action": [source.pk]})
    assert Source.objects.get(pk=source.pk).merged_into is None
    assert Event.objects.filter(verb="unmerge_source", actor=cast[Role.ADMINISTRATOR]).exists()
