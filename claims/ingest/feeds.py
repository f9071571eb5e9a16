"""Feeds: polled by the beat of the house, with manners; each new entry goes through ``submit`` like everything else."""

import hashlib
import logging
import re
import unicodedata
from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

import feedparser
from django.db import transaction
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.ingest import fetching
from claims.ingest.fetching import Fetched, FetchError
from claims.models import Article, Feed, FeedEntry, FeedPoll, Fetch, WorkState
from claims.record import leases, work
from claims.record.moves import move

logger = logging.getLogger(__name__)
MOST_ENTRIES = 200  # of one answer: a feed of 100,000 items is a mistake or an attack
_ENTRY = re.compile(rb"<(?:item|entry)\b")
_NUMBERED = re.compile(rb"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
_STEERING = frozenset(
    {"Cc", "Cs"}
)  # control characters and halves of characters: no title needs them, no database keeps them all
EARLIEST, LATEST = 1990, timedelta(days=2)
KEPT_POLLS = 20
LONGEST_PAUSE = timedelta(days=1)  # as Feed.pause and the form of a feed have it


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed as it was read."""

    key: str
    address: str
    title: str
    dated: date | None


def begin_due() -> int:
    """Make a poll for every feed whose time has come; how many. Two who begin at once make one poll between them."""
    _note_lost()
    begun = 0
    for feed in _due().order_by("pk")[:50]:
        with transaction.atomic():
            # the feed's next time is set by who begins: whoever looks at the same moment finds that it has not come
            if _due().filter(pk=feed.pk).update(next_poll_at=Now() + feed.pause):
                begun += 1
                work.wake(FeedPoll.objects.create(feed=feed))
    return begun


def _due() -> QuerySet[Feed]:
    come = Q(next_poll_at__isnull=True) | Q(next_poll_at__lte=Now())
    # further ahead than any pause: the clock has gone back since
    due = Feed.objects.filter(come | Q(next_poll_at__gt=Now() + LONGEST_PAUSE), active=True)
    return due.exclude(polls__state__in=(WorkState.QUEUED, WorkState.RUNNING))


def _note_lost() -> None:
    """A poll whose worker died each time was ended by the sweeper, which knows of no feed: that is trouble like any other."""
    newest = FeedPoll.objects.filter(feed=OuterRef("pk")).order_by("-pk").values("pk")[:1]
    unnoted = Q(feed__polled_at__isnull=True) | Q(finished_at__gt=F("feed__polled_at"))
    lost = FeedPoll.objects.filter(unnoted, pk__in=Feed.objects.values(last=Subquery(newest)), state=WorkState.FAILED)
    for job in lost.select_related("feed").order_by("pk"):
        with transaction.atomic():
            _slow_down(job.feed, job.reason, None)
            # by the poll's own clock: by this moment's it would be told again where the clock has gone back
            Feed.objects.filter(pk=job.feed_id).update(polled_at=job.finished_at)


def poll(pk: int) -> None:
    """Do one poll, if it is ours to do."""
    with leases.held(FeedPoll, pk) as job:
        if job is not None:
            _do(job)


def _do(job: FeedPoll) -> None:
    feed = job.feed
    try:
        got = fetching.get(feed.address, allowed=fetching.FEEDS, headers=_conditions(feed))
        entries = [] if got.status == 304 else list(read(got.body))
        store(job, feed, got, entries)
    except work.LostLease:
        raise
    except FetchError as error:
        _note_trouble(job, feed, str(error), error.after)
    except (
        Exception
    ) as error:  # whatever a strange feed provokes: unless it is noted, the next round asks again at once
        logger.exception("poll %s of feed %s failed", job.pk, feed.pk)
        told = _("The feed could not be taken in, by an error of the program (%(error)s).")
        _note_trouble(job, feed, told % {"error": type(error).__name__}, None)


def read(raw: bytes) -> Iterator[Entry]:
    """The entries of a feed's bytes, each once, at most MOST_ENTRIES; raises FetchError where it is no feed."""
    if b"<!ENTITY" in raw.replace(b"\0", b""):  # in UTF-16 every other byte is none
        raise FetchError(_("The feed declares entities, which feeds do not need; it is not read."))
    parsed = feedparser.parse(_NUMBERED.sub(_character, _beginning(raw)))
    if not parsed.entries and not parsed.get("version"):
        raise FetchError(_("There is no feed at this address."))
    seen: set[str] = set()
    for item in parsed.entries[:MOST_ENTRIES]:
        entry = _entry(item)
        if entry is not None and entry.key not in seen:
            seen.add(entry.key)
            yield entry


def _beginning(raw: bytes) -> bytes:
    """The feed without what comes after its first entries: reading 100,000 of them takes a minute of nobody's use."""
    beyond = next(islice(_ENTRY.finditer(raw), MOST_ENTRIES, None), None)
    return raw[: beyond.start()] + (b"</feed>" if beyond[0] == b"<entry" else b"</channel></rss>") if beyond else raw


def _character(reference: re.Match[bytes]) -> bytes:
    """A numbered character as it stands; what is none, or only half of one, brings the parser down and is called unknown."""
    sixteen, ten = reference.groups()
    digits, base = (sixteen.lstrip(b"0"), 16) if sixteen is not None else (ten.lstrip(b"0"), 10)
    number = int(digits, base) if 0 < len(digits) <= 7 else 0
    known = 0 < number < 0xD800 or 0xDFFF < number <= 0x10FFFF
    return reference[0] if known else b"&#65533;"


def _entry(item: Any) -> Entry | None:
    address = str(item.get("link") or "").strip()
    try:
        fetching.checked(address)
    except FetchError:
        return None
    key = hashlib.sha256(str(item.get("id") or address).encode("utf-8", "replace")).hexdigest()
    return Entry(key, address, _title(str(item.get("title") or "")), _day(item))


def _title(said: str) -> str:
    """A title in one line, without what steers a device or is half of a character."""
    kept = "".join(one for one in " ".join(said.split()) if unicodedata.category(one) not in _STEERING)
    return kept[:500]


def _day(item: Any) -> date | None:
    """The day an item names, if it is one: feeds say 9999 and 0000 too."""
    # "in" first: asking for updated_parsed where only published_parsed stands is deprecated
    told = next(
        (item[name] for name in ("published_parsed", "updated_parsed") if name in dict(item) and item[name]), None
    )
    try:
        moment = datetime.fromtimestamp(timegm(told), tz=UTC) if told else None
    except (ValueError, TypeError, OverflowError, OSError):
        return None
    if moment is None or not datetime(EARLIEST, 1, 1, tzinfo=UTC) < moment < timezone.now() + LATEST:
        return None
    return moment.date()


def store(job: FeedPoll, feed: Feed, got: Fetched, entries: list[Entry]) -> None:
    """Take in the entries not seen before, note the feed's health and end the poll, all or nothing."""
    with transaction.atomic():
        known = set(feed.entries.filter(key__in=[e.key for e in entries]).values_list("key", flat=True))
        new = [entry for entry in entries if entry.key not in known]
        work.finish(job, new_entries=len(new))
        for entry in new:
            _take_in(feed, entry)
        Feed.objects.filter(pk=feed.pk).update(
            etag=got.etag or feed.etag,
            last_modified=got.last_modified or feed.last_modified,
            polled_at=Now(),
            answered_at=Now(),
            failures=0,
            trouble="",
            next_poll_at=Now() + timedelta(minutes=feed.poll_minutes),
        )
        _trim(feed)


def _take_in(feed: Feed, entry: Entry) -> None:
    article = Article(title=entry.title, address=entry.address, dated=entry.dated, outlet=feed.outlet, topic=feed.topic)
    fetch = Fetch(article=article, address=entry.address)
    row = FeedEntry(feed=feed, key=entry.key, title=entry.title, address=entry.address, article=article)
    move("submit_article", article, by=None, create=[article, fetch, row], more={"feed": feed.pk})
    work.wake(fetch)


def _conditions(feed: Feed) -> dict[str, str]:
    said = {"If-None-Match": feed.etag, "If-Modified-Since": feed.last_modified}
    return {name: value for name, value in said.items() if value}


def _note_trouble(job: FeedPoll, feed: Feed, reason: str, after: timedelta | None) -> None:
    with transaction.atomic():
        work.fail(job, reason)
        _slow_down(feed, reason, after)


def _slow_down(feed: Feed, reason: str, after: timedelta | None) -> None:
    """Say of the feed what went wrong, and ask it later than the last time."""
    feed.failures += 1
    pause = max(feed.pause, after or timedelta())
    Feed.objects.filter(pk=feed.pk).update(
        failures=feed.failures, trouble=reason[:300], polled_at=Now(), next_poll_at=Now() + pause
    )
    _trim(feed)


def _trim(feed: Feed) -> None:
    """Forget all but the last polls."""
    old = list(feed.polls.order_by("-pk").values_list("pk", flat=True)[KEPT_POLLS:])
    if old:
        feed.polls.filter(pk__in=old).delete()
