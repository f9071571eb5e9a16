"""E-mail about notifications: after the commit, as the person chose, and never what the blind rule hides."""

from smtplib import SMTPServerDisconnected

import pytest
from django.contrib.auth.models import Group

from claims.models import Event, Notification, Role, WorkState
from claims.record import work
from claims.review import letters, slots, talk
from tests.factories import ClaimFactory, NotificationFactory

pytestmark = pytest.mark.django_db
SECRET = "I think it is false, @editor"


@pytest.fixture
def sent(monkeypatch):
    calls = []
    monkeypatch.setattr(work, "_send", lambda task, pk: calls.append((task, pk)))
    return calls


@pytest.fixture
def letter(cast):
    return NotificationFactory(person=cast[Role.REVIEWER], kind="assigned")


def test_a_notification_is_mailed_only_once_its_verb_is_committed(
    cast, sent, mailoutbox, django_capture_on_commit_callbacks
):
    claim = ClaimFactory(queued=True)
    with django_capture_on_commit_callbacks(execute=True):
        slots.assign(claim, to=cast[Role.REVIEWER], by=cast[Role.EDITOR])
        assert sent == []
    assert sent == [("claims.mail", Notification.objects.get().pk)]
    letters.mail(sent[0][1])
    assert [mail.to for mail in mailoutbox] == [["reviewer@desk.example"]]
    assert claim.wording in mailoutbox[0].body
    assert claim.get_absolute_url() in mailoutbox[0].body


def test_a_letter_tells_nothing_of_a_remark_that_the_blind_rule_hides(cast, mailoutbox):
    claim = slots.take(ClaimFactory(queued=True), by=cast[Role.REVIEWER]).claim
    talk.say(claim, text=SECRET, by=cast[Role.REVIEWER])
    assert not Notification.objects.exists()
    talk.say(claim, text=SECRET, by=cast[Role.TRIAGER])
    letters.mail(Notification.objects.get().pk)
    assert len(mailoutbox) == 1
    assert "false" not in mailoutbox[0].subject + mailoutbox[0].body
    assert not Event.objects.filter(verb="mail").exists()


def test_who_reads_the_first_letter_of_a_claim_has_the_others_written_too(letter, cast, mailoutbox):
    NotificationFactory(person=cast["second"], claim=letter.claim)
    NotificationFactory(person=cast["second"])
    letters.mail(letter.pk)
    assert sorted(mail.to[0] for mail in mailoutbox) == ["reviewer@desk.example", "second@desk.example"]


def test_a_letter_is_written_once_however_often_its_hint_comes(letter, mailoutbox):
    letters.mail(letter.pk)
    letters.mail(letter.pk)
    assert len(mailoutbox) == 1


def test_what_a_person_switched_off_stays_on_their_list_alone(letter, mailoutbox):
    letters.choose(letter.person, wanted={"mention"})
    letters.mail(letter.pk)
    letter.refresh_from_db()
    assert (mailoutbox, letter.state) == ([], WorkState.DONE)
    assert not letters.wants(letter.person, "assigned")
    assert letters.wants(letter.person, "mention")


@pytest.mark.parametrize("lack", [{"email": ""}, {"is_active": False}])
def test_nobody_writes_to_who_has_no_address_or_no_account(letter, mailoutbox, lack):
    type(letter.person).objects.update(**lack)
    letters.mail(letter.pk)
    assert mailoutbox == []


def test_a_mail_server_that_is_away_is_tried_again(letter, monkeypatch):
    def away(*args, **kwargs):
        raise SMTPServerDisconnected("gone")

    monkeypatch.setattr(letters, "send_mail", away)
    letters.mail(letter.pk)
    letter.refresh_from_db()
    assert letter.state == WorkState.QUEUED
    assert letter.next_attempt_at is not None
    assert "gone" in letter.reason


def test_the_record_tells_whom_of_what_and_not_how_the_letter_fared(cast):
    slots.assign(ClaimFactory(queued=True), to=cast[Role.REVIEWER], by=cast[Role.EDITOR])
    told = Event.objects.get().payload.body
    assert '"kind":"assigned"' in told
    assert "lease_until" in told
    assert "next_attempt_at" not in told


def test_nobody_writes_to_who_left_the_desk_since(letter, mailoutbox):
    letter.person.groups.set(Group.objects.filter(name=Role.VIEWER))
    letters.mail(letter.pk)
    assert mailoutbox == []
