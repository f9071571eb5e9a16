"""An article whose page could not be had: it is asked for once more, or its text is pasted into it."""

from django.db import transaction
from django.utils.translation import gettext as _

from claims.ingest.articles import clean, first_text
from claims.models import Article, Fetch, TextVersion, User, WorkState
from claims.record import permissions
from claims.record.moves import move
from claims.record.refusals import IllegalMove
from claims.record.work import wake


def failed(article: Article) -> Fetch | None:
    """The newest fetch, if it failed and no text came of any other: the article has nothing to read."""
    fetch = Fetch.objects.filter(article=article).order_by("-pk").first()
    if fetch is None or fetch.state != WorkState.FAILED or article.texts.exists():
        return None
    return fetch


def try_again(article: Article, *, by: User) -> Fetch:
    """Ask for the page once more, with as many attempts as the first time; what failed stays beside it."""
    permissions.require(by, "add_article")
    with transaction.atomic():
        before = _still_failed(article)
        fetch = Fetch(article=article, address=before.address)
        move("fetch_again", article, by=by, create=[fetch], more={"failed": before.pk, "because": before.reason})
        wake(fetch)
    return fetch


def paste(article: Article, *, text: str, by: User) -> TextVersion:
    """Give the article the text that its page would have had; raises Unacceptable with a sentence for a journalist."""
    permissions.require(by, "add_article")
    version, run = first_text(article, clean(text))
    with transaction.atomic():
        before = _still_failed(article)
        move("paste_text", article, by=by, create=[version, run], more={"failed": before.pk})
        wake(run)  # type: ignore[arg-type]  # the last row is the one with work in it
    return version  # type: ignore[return-value]  # the first is the text


def _still_failed(article: Article) -> Fetch:
    """Its failed fetch, while nobody else answers it: two clicks are one answer."""
    Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    fetch = failed(article)
    if fetch is None:
        raise IllegalMove(_("Not now: its page is being asked for again, or its text is here already."))
    return fetch
