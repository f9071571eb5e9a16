"""From an address to a text: the page is fetched and read outside any transaction, and stored in one that ends the work."""

import hashlib
from datetime import timedelta
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import Max, Model
from django.utils.translation import gettext as _

from claims.extraction.pages import Page
from claims.extraction.pages.limits import MOST_TEXT
from claims.extraction.version import VERSION
from claims.ingest import days, documents, fetching, republication, robots
from claims.ingest.articles import Unacceptable, clean
from claims.ingest.fetching import Fetched, FetchError
from claims.ingest.time_left import TimeLeft
from claims.models import Article, ExtractionRun, Fetch, Outlet, TextVersion
from claims.record import leases, originals, work
from claims.record.moves import Change, move
from claims.record.refusals import IllegalMove

AGAIN_AFTER = timedelta(seconds=30)


def read(got: Fetched, time: TimeLeft) -> Page:
    """What a fetched page says, read in the time that its task has left; raises Unacceptable with a sentence."""
    return documents.read(
        got.body,
        content_type=got.content_type,
        charset=got.charset or "",
        address=got.address,
        patience=time.for_reading,
    )


def fetch(pk: int) -> None:
    """Do one fetch, if it is ours to do."""
    with leases.held(Fetch, pk) as job:
        if job is not None:
            _do(job)


def _do(job: Fetch) -> None:
    time = TimeLeft()
    try:
        work.beat(job, progress=0, total=3, stage="robots")
        robots.ask(job.address)
        work.beat(job, progress=1, stage="fetch")
        got = fetching.get(job.address, deadline=time.for_the_page)
        work.beat(job, progress=2, stage="read")
        page = read(got, time)
        store(job, got, page)
    except FetchError as error:
        if error.again:
            work.retry(job, str(error), after=error.after or AGAIN_AFTER * job.attempts)
        else:
            work.fail(job, str(error))
    except Unacceptable as reason:
        work.fail(job, str(reason))
    except IllegalMove:  # the same page came in elsewhere at this moment
        work.retry(job, _("The same page was just taken in; we look again."), after=timedelta())


def store(job: Fetch, got: Fetched, page: Page) -> None:
    """Store the page as the article's text, or as a new text of the article that stands for its canonical address."""
    text = clean(page.text, most=MOST_TEXT)
    name, digest = originals.keep(got.body)
    address = _canonical(page, got.address)
    with transaction.atomic():
        work.finish(job, answer_status=got.status)
        article = job.article
        named = Article.objects.filter(canonical_address=address).exclude(pk=article.pk).first()
        home = (named or article).standing  # whoever has the address may have become a text of another one since
        version = TextVersion(
            article=home,
            number=(home.texts.aggregate(Max("number"))["number__max"] or 0) + 1,
            text=text,
            text_sha256=hashlib.sha256(text.encode()).hexdigest(),
            original=name,
            original_sha256=digest,
            content_type=got.content_type,
        )
        known = home.texts.filter(text_sha256=version.text_sha256).exists() or _is_newest(home, text)
        create: list[Model] = [] if known else [version, ExtractionRun(text_version=version, pipeline_version=VERSION)]
        told: dict[str, object] = {"canonical_address": address} if named is None else {}
        told |= _facts(article, page, got) if home == article or named is None else {"same_as": home}
        move(
            "fetch",
            article,
            by=None,
            changes=[Change(article, told)],
            create=create,
            more={"address": got.address, "sha256": digest, "unchanged": known},
        )
        if create:
            work.wake(create[-1])  # type: ignore[arg-type]  # the last row is the one with work in it


def _is_newest(article: Article, text: str) -> bool:
    """Whether the newest text is this one as it was kept before the desk left out what it leaves out now."""
    newest = article.texts.order_by("-number").first()
    try:
        return newest is not None and clean(newest.text, most=MOST_TEXT) == text
    except Unacceptable:  # what was kept once may be too little today
        return False


def _facts(article: Article, page: Page, got: Fetched) -> dict[str, object]:
    """What the page says of itself, where nobody said it before."""
    host = (urlsplit(got.address).hostname or "").removeprefix("www.")
    outlet = (
        Outlet.objects.filter(host=host).first()
        or Outlet.objects.get_or_create(name=(page.outlet or host)[:200], defaults={"host": host})[0]
    )
    return {
        "title": article.title or (page.title or "")[:500],
        "byline": article.byline or (page.byline or "")[:300],
        "dated": article.dated or days.possible(page.date),
        "outlet": article.outlet or outlet,
        "republished_from": article.republished_from or _origin(page, got),
    }


def _origin(page: Page, got: Fetched) -> Outlet | None:
    """The outlet of another site which the page names as the article's own."""
    host = republication.elsewhere(page.canonical, got.address)
    outlet = republication.outlet_called(host) if host else None
    if outlet is not None and outlet.pk is None:
        outlet.save()
    return outlet


def _canonical(page: Page, address: str) -> str:
    """The address that the page gives itself, if it may have it."""
    said = page.canonical or ""
    try:
        return fetching.checked(said) if _same_site(said, address) else address
    except FetchError:
        return address


def _same_site(canonical: str, address: str) -> bool:
    """A page may name its own address on its own site, not claim another's."""
    ours, said = (urlsplit(a).hostname or "" for a in (address, canonical))
    return ours.removeprefix("www.") == said.removeprefix("www.") != ""
