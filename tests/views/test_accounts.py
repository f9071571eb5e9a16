"""The ways in: sign-ins that failed are told to the operator, and letters of a desk without mail to nobody."""

import logging

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.cache.backends.db import DatabaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.db import OperationalError
from django.urls import reverse

from factcheck.cache import LoudCache
from factcheck.mail import NoMail

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nobody_has_tried():
    cache.clear()
    yield
    cache.clear()


def sign_in(client, name):
    return client.post(reverse("account_login"), {"login": name, "password": "not the password"})


def test_a_failed_sign_in_is_told_by_a_digest_of_its_name(client, person, caplog):
    person("ann")
    for name in ("ann", " Ann", "bob"):
        sign_in(client, name)
    said = [record.getMessage() for record in caplog.records if record.name == "claims.views.accounts"]
    assert [line.rpartition(" ")[0] for line in said] == ["sign-in failed as"] * 3
    assert said[0] == said[1] != said[2]
    assert not any(name in line.removeprefix("sign-in failed as") for line in said for name in ("ann", "bob"))


def test_whoever_is_locked_out_is_told(each_cache, client, person, caplog):
    person("ann")
    for _ in range(6):
        sign_in(client, "ann")
    assert any("sign-in locked after too many tries" in record.getMessage() for record in caplog.records)
    assert all(record.levelno == logging.WARNING for record in caplog.records if "sign-in" in record.getMessage())


def test_a_cache_that_cannot_be_written_makes_nobody_one_too_many(client, person, monkeypatch):
    person("ann")

    def full(*_given, **_named):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(LocMemCache, "add", full)
    assert sign_in(client, "ann").status_code == 503


@pytest.fixture
def kept():
    """The cache of the running desk, on a table of its own."""
    call_command("createcachetable", "kept", verbosity=0)
    return LoudCache("kept", {})


def test_the_cache_adds_once_and_sets_again(kept):
    assert [kept.add("a", 1), kept.add("a", 2)] == [True, False]
    kept.set("a", 3)
    assert kept.get("a") == 3


def test_the_cache_says_when_it_cannot_be_written(kept, monkeypatch):
    monkeypatch.setattr(DatabaseCache, "_base_set", lambda *_given, **_named: False)
    for write in (kept.add, kept.set):
        with pytest.raises(OperationalError, match="cannot be written"):
            write("a", 1)


def test_without_mail_the_page_for_a_forgotten_password_says_whom_to_ask(client, person, settings):
    settings.MAIL_IS_SET_UP = False
    person("ann")
    address = reverse("account_reset_password")
    assert "no mail is set up" in client.get(address).content.decode()
    assert client.post(address, {"email": "ann@desk.example"}).status_code == 200
    assert mail.outbox == []


def test_with_mail_the_letter_goes_out(client, person):
    person("ann")
    assert client.post(reverse("account_reset_password"), {"email": "ann@desk.example"}).status_code == 302
    assert mail.outbox[0].to == ["ann@desk.example"]


def test_a_letter_that_cannot_be_sent_leaves_neither_its_words_nor_its_reader_in_the_log(caplog):
    letter = EmailMessage("Forgotten", "https://desk.example.org/KEY", to=["ann@desk.example"])
    assert NoMail().send_messages([letter]) == 0
    assert "a letter to a…@desk.example could not be sent: no mail is set up" in caplog.text
    assert "KEY" not in caplog.text


def test_a_client_that_asks_too_often_is_told(each_cache, client, caplog):
    answers = [sign_in(client, f"nobody{number}").status_code for number in range(31)]
    assert (answers[0], answers[-1]) == (200, 429)
    assert "too many requests for /accounts/login/" in caplog.text
