from datetime import timedelta

import pytest
from django.utils import timezone

from claims.ingest import feeds, fetching
from claims.ingest.fetching import Fetched, FetchError
from claims.models import Article, Event, Feed, FeedEntry, FeedPoll, Fetch, Outlet
from claims.record import work

pytestmark = pytest.mark.django_db


def rss(*items):
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>' + "".join(items) + "</channel></rss>"
    ).encode()


def item(number, guid=True, date="Thu, 01 Oct 2026 10:00:00 GMT", link=None):
    link = link or f"https://news.example/{number}"
    return (
        f"<item><title>Item {number}</title><link>{link}</link>"
        + (f"<guid>g{number}</guid>" if guid else "")
        + f"<pubDate>{date}</pubDate></item>"
    )


@pytest.fixture
def feed(db):
    outlet = Outlet.objects.create(name="Example News", host="news.example")
    return Feed.objects.create(outlet=outlet, address="https://news.example/rss")


@pytest.fixture
def poll(feed, monkeypatch):
    def run(body, **more):
        def get(address, **asked):
            run.asked = asked
            if isinstance(body, Exception):
                raise body
            return Fetched(
                address,
                more.get("status", 200),
                "application/rss+xml",
                None,
                body,
                timezone.now(),
                more.get("etag", ""),
            )

        monkeypatch.setattr(fetching, "get", get)
        job = FeedPoll.objects.create(feed=feed)
        feeds.poll(job.pk)
        feed.refresh_from_db()
        job.refresh_from_db()
        return job

    return run


def test_each_new_entry_becomes_an_article_with_a_fetch_and_an_event(feed, poll):
    job = poll(rss(item(1), item(2)))
    assert (job.state, job.new_entries) == ("done", 2)
    assert list(Fetch.objects.order_by("pk").values_list("address", flat=True)) == [
        "https://news.example/1",
        "https://news.example/2",
    ]
    assert Event.objects.filter(verb="submit_article", actor=None).count() == 2
    assert Article.objects.filter(outlet=feed.outlet).count() == 2


def test_an_entry_is_seen_once_over_polls(feed, poll):
    poll(rss(item(1)))
    job = poll(rss(item(1), item(2)))
    assert job.new_entries == 1


@pytest.mark.parametrize("guid", [True, False])
def test_an_entry_doubled_in_one_answer_is_seen_once(feed, poll, guid):
    poll(rss(item(1, guid=guid), item(1, guid=guid)))
    assert FeedEntry.objects.count() == 1


def test_a_hundred_thousand_items_are_capped(feed, poll):
    poll(rss(*(item(n) for n in range(5_000))))
    assert FeedEntry.objects.count() == feeds.MOST_ENTRIES


@pytest.mark.parametrize("date", ["Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 0000 00:00:00 GMT", "soon", ""])
def test_an_impossible_date_is_left_out(feed, poll, date):
    poll(rss(item(1, date=date)))
    assert Article.objects.get().dated is None


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "http://u:p@x.example/", "http://x.example:22/"]
)
def test_an_entry_with_a_strange_address_is_left_out(feed, poll, link):
    poll(rss(item(1, link=link), item(2)))
    assert list(FeedEntry.objects.values_list("title", flat=True)) == ["Item 2"]


def test_the_etag_is_sent_with_the_next_poll(feed, poll):
    poll(rss(item(1)), etag='"v1"')
    poll(b"", status=304)
    assert poll.asked["headers"] == {"If-None-Match": '"v1"'}
    assert FeedEntry.objects.count() == 1


def test_trouble_is_noted_and_backs_off(feed, poll):
    for _ in range(3):
        poll(FetchError("The server could not be reached, or it broke off.", again=True))
    assert (feed.failures, feed.trouble) == (3, "The server could not be reached, or it broke off.")
    wait = feed.next_poll_at - timezone.now()
    assert timedelta(minutes=235) < wait < timedelta(minutes=245)


def test_a_good_answer_ends_the_trouble(feed, poll):
    poll(FetchError("down", again=True))
    poll(rss(item(1)))
    assert (feed.failures, feed.trouble) == (0, "")


@pytest.mark.parametrize(
    "bomb",
    [
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>',
        b"<html><body>no feed here</body></html>",
        b"\x00\x01\x02",
    ],
)
def test_what_is_no_honest_feed_is_refused_with_a_reason(feed, poll, bomb):
    job = poll(bomb)
    assert job.state == "failed"
    assert feed.trouble


def test_only_due_and_active_feeds_are_polled_and_not_twice_at_once(feed):
    Feed.objects.create(outlet=feed.outlet, address="https://news.example/off", active=False)
    Feed.objects.create(
        outlet=feed.outlet, address="https://news.example/later", next_poll_at=timezone.now() + timedelta(hours=1)
    )
    assert feeds.begin_due() == 1
    assert feeds.begin_due() == 0


def test_two_sweepers_at_the_same_moment_begin_one_poll_between_them(feed, monkeypatch):
    atomic, second = feeds.transaction.atomic, []

    def meanwhile(*args, **more):  # the first has found the feed due, and has made nothing yet
        monkeypatch.setattr(feeds.transaction, "atomic", atomic)
        second.append(feeds.begin_due())
        return atomic(*args, **more)

    monkeypatch.setattr(feeds.transaction, "atomic", meanwhile)
    assert feeds.begin_due() + second[0] == 1
    assert FeedPoll.objects.count() == 1


@pytest.mark.parametrize("odd", ["&#55296;", "&#xD83D;", "&#0;", "&#x110000;", "&#99999999999;", "\0"])
def test_a_title_with_half_a_character_or_none_is_taken_in_without_it(feed, poll, odd):
    job = poll(rss(item(1).replace("Item", f"Item{odd}"), item(2)))
    assert (job.state, job.new_entries, feed.failures) == ("done", 2, 0)
    titles = Article.objects.order_by("pk").values_list("title", flat=True)
    assert [title.replace("\ufffd", "") for title in titles] == ["Item 1", "Item 2"]


def test_numbered_characters_that_are_some_stay(feed, poll):
    poll(rss(item(1).replace("Item", "Caf&#233; &#x1F600;")))
    assert Article.objects.get().title == "Café \U0001f600 1"


def test_an_error_of_the_program_is_the_feeds_trouble_and_doubles_its_pause(feed, poll, monkeypatch):
    monkeypatch.setattr(feeds, "read", lambda raw: 1 / 0)
    for _ in range(2):
        job = poll(rss(item(1)))
    assert (job.state, feed.failures) == ("failed", 2)
    assert "ZeroDivisionError" in feed.trouble
    assert timedelta(minutes=115) < feed.next_poll_at - timezone.now() < timedelta(minutes=125)
    assert feeds.begin_due() == 0


def test_a_poll_whose_worker_died_each_time_slows_its_feed_down_once(feed):
    feeds.begin_due()
    Feed.objects.update(next_poll_at=None)
    FeedPoll.objects.update(
        state="running", attempts=FeedPoll.max_attempts, lease_until=timezone.now() - timedelta(minutes=5)
    )
    work.sweep()
    assert [feeds.begin_due(), feeds.begin_due()] == [0, 0]
    feed.refresh_from_db()
    assert (feed.failures, feed.next_poll_at > timezone.now() + timedelta(minutes=55)) == (1, True)
    assert "without an answer" in feed.trouble


def test_polls_that_fail_are_forgotten_as_those_that_succeed_are(feed, poll):
    for _ in range(feeds.KEPT_POLLS + 2):
        poll(FetchError("down", again=True))
    assert FeedPoll.objects.count() == feeds.KEPT_POLLS
