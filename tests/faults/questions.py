"""What the clerk can be asked. Each question opens the database anew: it may have been away in between."""

import hashlib
import time
from collections import Counter, defaultdict
from datetime import timedelta
from functools import wraps

from celery import current_app
from django.apps import apps
from django.core.files.storage import default_storage
from django.db import connection, connections, transaction
from django.db.models import Count, DateTimeField, F
from django.utils import timezone

from claims.ingest import articles
from claims.models import (
    Accept,
    Article,
    ChainHead,
    Claim,
    Event,
    Evidence,
    ExtractionRun,
    FactCheck,
    Feed,
    Fetch,
    Heartbeat,
    Import,
    Outlet,
    Slot,
    TextVersion,
    User,
)  # fmt: skip
from claims.record import events, work
from claims.review import slots

OVER = ("done", "failed")


def question(function):
    @wraps(function)
    def wrapper(**values):
        try:
            return function(**values)
        finally:
            connections.close_all()

    return wrapper


def _author():
    return User.objects.get(username="contributor")


@question
def submit(text="", address="", key="", broken_sender=False):
    """Hand in an article; its number, and how long the call took."""
    sender = current_app.send_task
    if broken_sender:
        current_app.send_task = _raise
    began = time.monotonic()
    try:
        article = articles.submit(by=_author(), text=text, address=address, key=key).article
    finally:
        current_app.send_task = sender
    return {"article": article.pk, "seconds": time.monotonic() - began}


@question
def submit_all(addresses):
    """Hand in these addresses; for each the article's number, or the refusal."""
    return {name: _submitted(address) for name, address in addresses.items()}


def _submitted(address):
    try:
        return articles.submit(by=_author(), address=address).article.pk
    except articles.Unacceptable as refusal:
        return refusal.message


@question
def outcomes(numbers):
    return {name: outcome.__wrapped__(number) for name, number in numbers.items()}


def _raise(*_, **__):
    raise OSError("the broker is on fire")


@question
def waiting(numbers):
    """Which of these articles are not through: a fetch, a run or an acceptance of theirs is not over, or is missing."""
    fetches, runs = defaultdict(list), defaultdict(list)
    for number, state in Fetch.objects.filter(article__in=numbers).values_list("article", "state"):
        fetches[number].append(state)
    read = ExtractionRun.objects.filter(text_version__article__in=numbers)
    for number, state in read.values_list("text_version__article", "state"):
        runs[number].append(state)
    accepts = Accept.objects.filter(run__text_version__article__in=numbers, state__in=OVER)
    accepted = Counter(accepts.values_list("run__text_version__article", flat=True))
    elsewhere = set(Article.objects.filter(pk__in=numbers, same_as__isnull=False).values_list("pk", flat=True))

    def through(number):
        if not all(state in OVER for state in fetches[number] + runs[number]):
            return False
        if fetches[number] == ["done"] and number in elsewhere:
            return True  # the page was here already: its text went to the older article
        return bool(runs[number] or "failed" in fetches[number]) and accepted[number] == runs[number].count("done")

    return [number for number in numbers if not through(number)]


@question
def outcome(number):
    """How an article's newest work ended."""
    run = ExtractionRun.objects.filter(text_version__article=number).order_by("-pk").first()
    fetch = Fetch.objects.filter(article=number).order_by("-pk").first()
    last = run or fetch
    seconds = (last.finished_at - last.started_at).total_seconds() if last.finished_at and last.started_at else None
    return {
        "run": last.pk,
        "state": last.state,
        "reason": last.reason,
        "attempts": last.attempts,
        "fetches": fetch.attempts if fetch else 0,
        "claims": Claim.objects.filter(article=number).count(),
        "seconds": seconds,
    }


@question
def twice():
    """Every effect that happened twice, anywhere: an empty list is the only good answer (I2)."""
    told = Event.objects.filter(verb__in=("submit_article", "extract", "fetch")).values("verb", "article")
    counted = told.annotate(n=Count("pk")).filter(n__gt=1)
    claims = Claim.objects.filter(run__isnull=False).values("run", "ordinal").annotate(n=Count("pk")).filter(n__gt=1)
    queued = Event.objects.filter(verb="auto_accept").values("claim").annotate(n=Count("pk")).filter(n__gt=1)
    unfinished = Claim.objects.filter(run__isnull=False).exclude(run__state="done").values("run")
    counted = [row for row in counted if row["verb"] != "extract" or row["n"] > _texts(row["article"])]
    return [*counted, *claims, *queued, *unfinished]


def _texts(number):
    """How often an article may be read: once for each of its texts."""
    return ExtractionRun.objects.filter(text_version__article=number).count()


@question
def lost():
    """Every article that came in and neither ended nor says why (I1)."""
    silent = list(ExtractionRun.objects.filter(state="failed", reason="").values_list("pk", flat=True))
    return silent + waiting.__wrapped__(list(Article.objects.values_list("pk", flat=True)))


@question
def flaw():
    """What is wrong with the record, or None (I5)."""
    proof = events.verify()
    return None if proof.holds else str(proof.flaw)


@question
def rows():
    """How much is stored, to compare before and after a refusal (I3)."""
    return {kind.__name__: kind.objects.count() for kind in (Article, ExtractionRun, Fetch, Claim, Event)}


@question
def send(task, number, times):
    """Send the same hint so many times."""
    for _ in range(times):
        current_app.send_task(task, args=[number], ignore_result=True)


@question
def long_ago(minutes):
    """Move the clock of all that waits, and of all signs of life, back by so many minutes."""
    by = timedelta(minutes=minutes)
    Heartbeat.objects.update(at=F("at") - by)
    return ExtractionRun.objects.filter(state="queued").update(created_at=timezone.now() - by)


@question
def back(hours):
    """The clock of the desk's host goes back: to the database that is as if all that it noted lay so much further ahead.

    The longest leases at that very moment.
    """
    by = timedelta(hours=hours)
    with transaction.atomic():
        for kind, names in TIMES.items():
            kind.objects.update(**{name: F(name) + by for name in names})
        return longest_leases.__wrapped__()


TIMES = dict.fromkeys(work.kinds(), ("created_at", "lease_until", "next_attempt_at", "started_at", "finished_at"))
TIMES |= {Slot: ("lease_until", "taken_at"), Heartbeat: ("at",), Feed: ("next_poll_at", "polled_at", "answered_at")}


@question
def longest_leases():
    """How many seconds the lease that ends last lies ahead of the database's clock: of all work, and of all slots."""
    now = slots.now()
    works = [
        (until - now).total_seconds()
        for kind in work.kinds()
        for until in kind.objects.filter(state="running").values_list("lease_until", flat=True)
    ]
    held = Slot.objects.filter(state="held").values_list("lease_until", flat=True)
    return {"work": max(works, default=0), "slots": max(((until - now).total_seconds() for until in held), default=0)}


@question
def end_leases():
    """Let every lease on a Work run out now, as it does by itself when nobody renews it; how many there were."""
    return sum(
        kind.objects.filter(state="running").update(lease_until=timezone.now() - timedelta(seconds=1))
        for kind in work.kinds()
    )


@question
def strayed(number, minutes):
    """What was noted of this article at a time that is not the database's, by more than so many minutes."""
    now, most = slots.now(), timedelta(minutes=minutes)
    rows = [
        Article.objects.filter(pk=number),
        TextVersion.objects.filter(article=number),
        ExtractionRun.objects.filter(text_version__article=number),
        Accept.objects.filter(run__text_version__article=number),
        Claim.objects.filter(article=number),
        Slot.objects.filter(claim__article=number),
        Event.objects.filter(article=number),
    ]
    return [
        (kind.model.__name__, field.name, row.pk)
        for kind in rows
        for field in kind.model._meta.concrete_fields
        if isinstance(field, DateTimeField)
        for row in kind
        if getattr(row, field.name) and abs(getattr(row, field.name) - now) > most
    ]


@question
def silent(names):
    """Which parts of the house have not been heard of."""
    return work.silent(names)


@question
def text_of(number):
    return TextVersion.objects.filter(article=number).latest("number").text


@question
def original_of(number):
    with TextVersion.objects.filter(article=number).latest("number").original.open() as file:
        return file.read().hex()


@question
def runs_of(number):
    runs = ExtractionRun.objects.filter(text_version__article=number).order_by("text_version__number")
    return [{"run": run.pk, "state": run.state} for run in runs]


@question
def imports():
    return list(Import.objects.values("name", "state", "reason", "refused"))


@question
def fact_checks():
    return FactCheck.objects.count()


@question
def add_feed(address):
    """A feed of a new outlet; the sweeper polls it."""
    return Feed.objects.create(outlet=Outlet.objects.create(name=address), address=address, poll_minutes=1440).pk


@question
def feed(number):
    """What became of a feed's poll and of its items."""
    known = Feed.objects.get(pk=number)
    poll = known.polls.order_by("pk").first()
    articles_of = Article.objects.filter(feed_entries__feed=number)
    return {
        "over": poll is not None and poll.is_over,
        "state": poll.state if poll else "",
        "trouble": known.trouble,
        "entries": known.entries.count(),
        "dated": list(articles_of.exclude(dated=None).values_list("dated", flat=True)),
    }


@question
def fetches_that_wait():
    return Fetch.objects.exclude(state__in=OVER).count()


# --- a copy and the place where it was put -------------------------------------------------------------------------------

KEPT_FILES = ((TextVersion, "original"), (Evidence, "file"), (Evidence, "archived_original"), (Import, "file"))
LEFT_OUT = {"Session", "Heartbeat", "Event", "EventPayload", "ChainHead"}  # a copy's or its return's own business


@question
def kept():
    """What a copy has to bring back: every row of every kind, every account with its password and roles, every file, the head."""
    return {
        "rows": {
            kind._meta.label: hashlib.sha256(
                str(sorted(map(str, kind._base_manager.values_list("pk", flat=True)))).encode()
            ).hexdigest()
            for kind in apps.get_models()
            if kind.__name__ not in LEFT_OUT and not kind._meta.proxy
        },
        "texts": [
            hashlib.sha256(text.encode()).hexdigest()
            for text in TextVersion.objects.order_by("pk").values_list("text", flat=True)
        ],
        "accounts": [
            [person.username, person.password, person.is_active, sorted(person.roles)]
            for person in User.objects.order_by("pk")
        ],
        "files": files_of.__wrapped__(),
        "head": list(ChainHead.objects.values_list("sequence", "digest").get()),
    }


@question
def files_of():
    """Of each file that a row names the digest, or None where it is gone."""
    names = {
        name
        for kind, field in KEPT_FILES
        for name in kind._base_manager.exclude(**{field: ""}).values_list(field, flat=True)
    }
    return {name: _digest(name) for name in sorted(names)}


def _digest(name):
    if not default_storage.exists(name):
        return None
    with default_storage.open(name) as file:
        return hashlib.sha256(file.read()).hexdigest()


@question
def goes_through(head):
    """Whether the record stands and goes through this event."""
    return events.verify(head=tuple(head)).holds


@question
def torn():
    """What one transaction wrote and only a part of it is there: ties that lead nowhere, texts that nobody is to read."""
    connection.check_constraints()
    unread = TextVersion.objects.filter(runs=None).values_list("pk", flat=True)
    untold = Article.objects.exclude(pk__in=Event.objects.exclude(article=None).values("article"))
    return [*unread, *untold.values_list("pk", flat=True)]


@question
def how_far(numbers):
    """State and attempts of each article's newest reading."""
    runs = ExtractionRun.objects.filter(text_version__article__in=numbers).order_by("pk")
    return {run.text_version.article_id: [run.state, run.attempts] for run in runs.select_related("text_version")}
