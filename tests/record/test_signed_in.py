"""Sessions that are over are forgotten by the sweeper: seldom, and so many at once."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from claims import tasks
from claims.record import signed_in

pytestmark = pytest.mark.django_db


def ended(**ago):
    return Session.objects.create(
        session_key=f"{len(Session.objects.all()):032}", session_data="", expire_date=timezone.now() - timedelta(**ago)
    )


def test_the_sweeper_forgets_what_is_over_and_keeps_who_is_signed_in():
    ended(days=2)
    here = ended(hours=-1)
    assert tasks.sweep().failed == ()
    assert list(Session.objects.all()) == [here]


def test_what_ended_just_now_waits_for_the_others_so_that_few_rounds_write():
    just_now = ended(minutes=5)
    assert signed_in.forget_ended() == 0
    assert list(Session.objects.all()) == [just_now]
    ended(hours=2)
    assert signed_in.forget_ended() == 2


def test_so_many_go_at_once_the_oldest_first(monkeypatch):
    monkeypatch.setattr(signed_in, "MOST_AT_ONCE", 2)
    newest, *_ = [ended(days=days) for days in (1, 3, 2)]
    assert signed_in.forget_ended() == 2
    assert list(Session.objects.all()) == [newest]
