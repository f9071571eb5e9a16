"""Days that a desk counts by: its own, wherever it stands, on a leap day, and when the clocks are changed (F95)."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from claims.extraction.standalone.times.as_of import as_of
from claims.extraction.types import Span
from claims.forms.publication import ReplyForm
from claims.models import Claim, Role
from claims.record.refusals import Incomplete
from claims.review import decisions, queues, rounds, triage
from tests.factories import ClaimFactory

pytestmark = [pytest.mark.django_db, pytest.mark.fault("F95")]

# At the end of the desk's day, at its beginning; where the day has 23 hours, 25, and where it is 14 hours ahead, or 11 behind.
MOMENTS = [
    ("Pacific/Kiritimati", "2026-03-31T10:30Z", "2026-04-01"),
    ("Pacific/Kiritimati", "2026-03-31T09:30Z", "2026-03-31"),
    ("Pacific/Pago_Pago", "2026-04-01T10:30Z", "2026-03-31"),
    ("Europe/Berlin", "2026-03-28T23:30Z", "2026-03-29"),
    ("Europe/Berlin", "2026-03-29T21:30Z", "2026-03-29"),
    ("Europe/Berlin", "2026-03-29T22:30Z", "2026-03-30"),
    ("Europe/Berlin", "2026-10-25T22:30Z", "2026-10-25"),
    ("Europe/Berlin", "2026-10-25T23:30Z", "2026-10-26"),
    ("UTC", "2028-02-29T12:00Z", "2028-02-29"),
]


@pytest.fixture
def at(settings):
    """Let it be this moment, at a desk in this zone."""
    travels = []

    def go(zone, moment):
        settings.TIME_ZONE = zone
        settings.SESSION_COOKIE_AGE = (
            20 * 365 * 24 * 3600
        )  # whoever signs in at that moment still is by the database's clock
        travel = time_machine.travel(datetime.datetime.fromisoformat(moment), tick=False)
        travel.start()
        travels.append(travel)

    yield go
    for travel in travels:
        travel.stop()


def due_on(day):
    claim = ClaimFactory(decided=True)
    Claim.objects.filter(pk=claim.pk).update(look_again_by=day)
    return claim.pk


@pytest.mark.parametrize(("zone", "moment", "today"), MOMENTS)
def test_a_verdict_is_due_from_its_day_on_by_the_desks_own_calendar(client, cast, at, zone, moment, today):
    today = datetime.date.fromisoformat(today)
    days = {n: due_on(today + datetime.timedelta(n)) for n in (-1, 0, 1, 7, 8)}
    at(zone, moment)
    client.force_login(cast[Role.REVIEWER])

    def listed(within):
        return {row.record.pk for row in client.get(reverse("due"), {"within": within}).context["table"].rows}

    assert listed("0") == {days[-1], days[0]}
    assert listed("7") == {days[-1], days[0], days[1], days[7]}
    assert queues.waiting_for(cast[Role.REVIEWER], today=timezone.localdate()).due == 2


@pytest.mark.parametrize(("zone", "moment", "today"), MOMENTS)
def test_a_claim_waits_and_speaks_of_days_of_the_desks_own_calendar(cast, at, zone, moment, today):
    today = datetime.date.fromisoformat(today)
    yesterday, tomorrow = today - datetime.timedelta(1), today + datetime.timedelta(1)
    claim, candidate = ClaimFactory(in_review=True), ClaimFactory()
    at(zone, moment)
    with pytest.raises(Incomplete):
        decisions.hold(claim, reason="r", until=yesterday, by=cast[Role.EDITOR])
    with pytest.raises(Incomplete):
        triage.set_as_of(candidate, as_of=tomorrow, by=cast[Role.TRIAGER])
    assert decisions.hold(claim, reason="r", until=today, by=cast[Role.EDITOR]).held_until == today
    assert triage.set_as_of(candidate, as_of=today, by=cast[Role.TRIAGER]).as_of == today


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Europe/Berlin"])
def test_a_lease_is_counted_where_no_clock_is_ever_changed(settings, zone):
    settings.TIME_ZONE = zone
    now = rounds.desk().now
    assert now.utcoffset() == datetime.timedelta(0)


@pytest.mark.parametrize(("day", "status"), [("2028-02-29", 302), ("2027-02-29", 422)])
def test_a_claim_waits_for_a_leap_day_if_the_year_has_one(client, cast, at, day, status):
    claim = ClaimFactory(in_review=True)
    at("UTC", "2027-02-01T12:00Z")
    client.force_login(cast[Role.EDITOR])
    sent = client.post(
        reverse("claim_verb", args=[claim.pk, "hold"]), {"reason": "The ministry answers.", "until": day}
    )
    claim.refresh_from_db()
    assert sent.status_code == status
    assert str(claim.held_until) == (day if status == 302 else "None")
    assert status == 302 or "The ministry answers." in sent.content.decode()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-03-29T02:30", "2026-03-29T01:30+00:00"),  # an hour that was left out
        ("2026-10-25T02:30", "2026-10-25T00:30+00:00"),  # an hour that there was twice: the first
        ("2026-10-25T03:30", "2026-10-25T02:30+00:00"),
    ],
)
def test_an_answer_is_awaited_by_an_hour_that_the_clocks_skip_or_repeat(settings, typed, meant):
    settings.TIME_ZONE = "Europe/Berlin"
    form = ReplyForm({"asked": "Ada Quill", "channel": "e-mail", "answer_by": typed})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["answer_by"] == datetime.datetime.fromisoformat(meant)


def test_what_is_no_time_is_still_refused():
    assert not ReplyForm({"asked": "Ada Quill", "channel": "e-mail", "answer_by": "2026-02-30T12:00"}).is_valid()


def test_the_day_before_the_first_of_march_is_a_leap_day_in_a_leap_year():
    text = "It closed yesterday."
    found = [as_of(text, [Span(0, len(text))], datetime.date(year, 3, 1)).day for year in (2027, 2028)]
    assert found == [datetime.date(2027, 2, 28), datetime.date(2028, 2, 29)]
