"""A text that was pasted beside the article it is a newer text of: a person says so, and it becomes the next text of that article.

The same happens by itself where both were fetched from one address (``fetches.store``). Claims of the older article that still stand in
the text move along once it is read; those that the pasted text had brought give way, unless a person worked on one of them. A date that
was given with it becomes the article's where nobody gave that one.
"""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max, Model
from django.utils.translation import gettext as _

from claims.extraction.version import VERSION
from claims.ingest.rereading import gives_way, one_more_reading
from claims.models import (
    Accept,
    Article,
    Claim,
    DismissReason,
    ExtractionRun,
    Likeness,
    Slot,
    SlotState,
    Status,
    TextVersion,
    User,
    WorkState,
)
from claims.record import permissions, work
from claims.record.moves import Change, Move, move, move_all
from claims.record.refusals import IllegalMove

_GONE = (Status.DISMISSED, Status.MERGED)


def newest(article: Article) -> TextVersion:
    """The text that an article has now; IllegalMove where it has none."""
    text = article.texts.order_by("-number").first()
    if text is None:
        raise IllegalMove(_("One of the two has no text yet."))
    return text


def worked_on(article: Article) -> list[Claim]:
    """The claims of an article that people worked on: they stand in the way of its becoming a text of another one."""
    return [claim for claim in _standing(article) if not gives_way(claim)]


def make_newer(likeness: Likeness, *, by: User) -> Article:
    """The article is the next text of the one that it is like; that one, for which it is read again."""
    permissions.require(by, "triage")
    with transaction.atomic():
        rows = Article.objects.filter(pk__in=(likeness.article_id, likeness.other_id)).order_by("pk")
        older, article = rows.select_for_update(no_key=True)
        _refuse(likeness, article, older)
        text = newest(article)
        create: list[Model] = []
        if not older.texts.filter(text_sha256=text.text_sha256).exists():
            last = older.texts.aggregate(last=Max("number"))["last"] or 0
            version = _again(text, older, last + 1)
            create = [version, ExtractionRun(text_version=version, pipeline_version=VERSION)]
        copies, freed = _copies(article, older)
        changes = [Change(article, {"same_as": older}, {"same_as": None}), *copies]
        told = {"older": older.pk, "text_sha256": text.text_sha256, "unchanged": not create}
        first = Move("newer_text", article, by, changes, create, more=told)
        dated = _dated(older, article, by, read_anyway=bool(create))
        made = [*create, *(row for one in dated for row in one.create)]
        move_all([first, *dated, *(_given_way(claim, by) for claim in _standing(article))])
        if freed:
            work.again(Accept.objects.filter(run__text_version__article__in=freed))
        for run in made[-1:]:
            work.wake(run)  # type: ignore[arg-type]  # the last row is the one with work in it
    return older


def keep_apart(likeness: Likeness, *, by: User) -> Likeness:
    """They are two articles, however alike: it is not asked again, of no other copy of the same words; each near copy is asked of for itself.

    Once nothing is asked any more of the article, the policy looks at its claims.
    """
    permissions.require(by, "triage")
    asked = Likeness.objects.asked().filter(article=likeness.article_id)
    was_asked = asked.filter(pk=likeness.pk).exists()
    same = Likeness.Kind.SAME_TEXT
    others = asked.filter(kind=same).exclude(pk=likeness.pk) if likeness.kind == same and was_asked else ()
    changes = [Change(one, {"kept_apart_by": by}, {"kept_apart_by": None}) for one in (likeness, *others)]
    with transaction.atomic():
        move("keep_apart", likeness, by=by, changes=changes)
        if was_asked and not asked.exists():
            work.again(Accept.objects.filter(run__text_version__article=likeness.article_id))
    return likeness


def _copies(article: Article, older: Article) -> tuple[list[Change], list[int]]:
    """What was asked of copies of the article is asked of the older one, whose text it is now; and of which articles nothing is asked then."""
    asked = list(Likeness.objects.asked().filter(other=article).order_by("pk"))
    waiting = [one.article_id for one in asked]
    linked = set(Likeness.objects.filter(other=older, article__in=waiting).values_list("article_id", flat=True))
    changes = [Change(one, {"other": older}, {"other": article.pk}) for one in asked if one.article_id not in linked]
    still = Likeness.objects.asked().filter(article__in=linked).exclude(other=article)
    return changes, sorted(linked - set(still.values_list("article_id", flat=True)))


def _refuse(likeness: Likeness, article: Article, older: Article) -> None:
    """Raise IllegalMove where it was answered, where the text is still being read, or where people have worked on its claims."""
    if (
        article.same_as_id
        or older.same_as_id
        or Likeness.objects.filter(pk=likeness.pk, kept_apart_by=None).count() == 0
    ):
        raise IllegalMove(_("Somebody has answered this already."))
    over = (WorkState.DONE, WorkState.FAILED)
    if ExtractionRun.objects.filter(text_version__article=article).exclude(state__in=over).exists():
        raise IllegalMove(_("Not now: the text is still being read. Answer once it is done."))
    if worked := worked_on(article):
        told = _("People have worked on claims of this text already (no. %(numbers)s). Merge or dismiss those first.")
        raise IllegalMove(told % {"numbers": ", ".join(str(claim.pk) for claim in worked[:5])})


def _standing(article: Article) -> Sequence[Claim]:
    return list(Claim.objects.filter(article=article).exclude(status__in=_GONE).order_by("pk"))


def _again(text: TextVersion, article: Article, number: int) -> TextVersion:
    """The same text as the next one of another article, with the same original beside it."""
    return TextVersion(
        article=article,
        number=number,
        text=text.text,
        text_sha256=text.text_sha256,
        original=text.original,
        original_sha256=text.original_sha256,
        content_type=text.content_type,
    )


def _dated(older: Article, article: Article, by: User, *, read_anyway: bool) -> list[Move]:
    """The older article takes the date of the newer text, if it has none; another date has its text read again."""
    if older.dated or not article.dated:
        return []
    changes = [Change(older, {"dated": article.dated}, {"dated": None})]
    runs = [] if read_anyway else one_more_reading(older)
    return [Move("edit_article", older, by, changes, runs, reason=_("the date of its newer text"))]


def _given_way(claim: Claim, by: User) -> Move:
    """The older article is read with this text, and brings the claim again."""
    changes = [
        Change(claim, {"status": Status.DISMISSED, "dismiss_reason": DismissReason.DUPLICATE}, {"touched": False})
    ]
    changes += [
        Change(slot, {"state": SlotState.ENDED}) for slot in Slot.objects.filter(claim=claim, state=SlotState.OPEN)
    ]
    return Move("replace", claim, by, changes, reason=_("its text became a newer text of another article"))
