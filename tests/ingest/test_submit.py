from datetime import date

import pytest

from claims.ingest.articles import MOST_PASTED, Unacceptable, submit
from claims.models import Article, Event, ExtractionRun, Fetch, Role, TextVersion
from claims.record import work
from claims.record.refusals import NotPermitted

pytestmark = pytest.mark.django_db

TEXT = "Officials said the bridge was closed on Monday.\n\nNobody was hurt."


@pytest.fixture
def sent(monkeypatch):
    calls = []
    monkeypatch.setattr(work, "_send", lambda task, pk: calls.append((task, pk)))
    return calls


@pytest.fixture
def contributor(person):
    return person("cora", Role.CONTRIBUTOR)


def test_it_stores_the_text_as_it_came(contributor):
    article = submit(by=contributor, text="  Köln\u202e (dpa)\t– A\u200b b.\n").article
    assert article.texts.get().text == "  Köln\u202e (dpa)\t– A\u200b b.\n"


def test_it_turns_line_ends_into_lf(contributor):
    article = submit(by=contributor, text="One line.\r\nTwo lines.\rThree.").article
    assert article.texts.get().text == "One line.\nTwo lines.\nThree."


def test_it_wakes_the_extraction_once_it_is_committed(contributor, sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        submit(by=contributor, text=TEXT)
        assert sent == []
    assert sent == [("claims.extract", ExtractionRun.objects.get().pk)]


def test_a_dead_broker_does_not_lose_it(contributor, monkeypatch, django_capture_on_commit_callbacks):
    def refuse(*args, **kwargs):
        raise ConnectionError("no broker")

    monkeypatch.setattr(work.current_app, "send_task", refuse)
    with django_capture_on_commit_callbacks(execute=True):
        submit(by=contributor, text=TEXT)
    assert ExtractionRun.objects.get().state == "queued"


def test_it_writes_one_event_without_the_text_in_it(contributor):
    article = submit(by=contributor, text=TEXT, title="The bridge", dated=date(2026, 1, 5)).article
    event = Event.objects.get()
    assert (event.verb, event.object_id, event.actor, event.article) == (
        "submit_article",
        article.pk,
        contributor,
        article,
    )
    assert TEXT.split("\n", maxsplit=1)[0] not in event.payload.body
    assert TextVersion.objects.get().text_sha256 in event.payload.body


def test_the_same_key_again_gives_the_same_article(contributor):
    first = submit(by=contributor, text=TEXT, key="k1")
    second = submit(by=contributor, text=TEXT, key="k1")
    assert (second.article, second.repeated) == (first.article, True)
    assert Article.objects.count() == 1


def test_an_address_becomes_a_fetch(contributor):
    submit(by=contributor, address="https://news.example/a")
    assert Fetch.objects.get().address == "https://news.example/a"
    assert not TextVersion.objects.exists()


def test_a_viewer_may_not(person):
    with pytest.raises(NotPermitted):
        submit(by=person("vera", Role.VIEWER), text=TEXT)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no text"),
        (" \n\t\u3000 ", "no text"),
        ("x", "no text"),
        ("123 456", "no text"),
        ("a\x00b", "NUL"),
        ("a\ud800b", "surrogate"),
        ("a" * (MOST_PASTED + 1), "1,000,001 characters"),
    ],
)
def test_bad_text_is_refused_with_a_reason_and_nothing_is_stored(contributor, text, reason):
    with pytest.raises(Unacceptable, match=reason):
        submit(by=contributor, text=text)
    assert (Article.objects.count(), Event.objects.count()) == (0, 0)


def test_a_text_that_begins_with_ten_thousand_digits_is_still_read_to_its_end(contributor):
    assert submit(by=contributor, text="7" * 20_000 + " people came.").article.pk


def test_it_leaves_out_what_only_steers_a_device(contributor):
    text = "Officials\x07 said\x08 so.\x1b[31m\x7f\fNext page.\tTabs\u200b stay.\x85"
    article = submit(by=contributor, text=text).article
    assert article.texts.get().text == "Officials said so.\nNext page.\tTabs\u200b stay.\x85"
