"""What people say to one another about a claim, and what the claimant was asked."""

import re
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Claim, Comment, Notification, ReplyRequest, User
from claims.record import permissions
from claims.record.moves import Change, move
from claims.record.refusals import IllegalMove, Incomplete, NotPermitted
from claims.record.visibility import may_read_words, round_for_words, visible_to

LONGEST = 5_000  # characters of a remark
_MENTION = re.compile(r"(?<![\w@])@([\w.+-]+)")


def say(claim: Claim, *, text: str, by: User, parent: Comment | None = None) -> Comment:
    """Remark on a claim; ``@name`` tells that person, by notification and e-mail.

    A remark that may tell what a review found is bound by the blind rule, and who may not read it yet is not told of it.
    """
    permissions.require(by, "comment")
    if not text.strip():
        raise Incomplete(_("The remark is empty."))
    if len(text) > LONGEST:
        raise Incomplete(_("The remark is too long: at most %(most)s characters.") % {"most": LONGEST})
    if parent is not None and not visible_to(Comment.objects.filter(claim=claim), by).filter(pk=parent.pk).exists():
        raise IllegalMove(_("The remark that you answer is not there."))
    with transaction.atomic():
        comment = Comment(claim=claim, round=round_for_words(claim.pk, by), parent=parent, author=by, text=text.strip())
        people = may_read_words(comment.round, mentioned(text, but=by))
        kind = Notification.Kind.MENTION
        told = [Notification(person=person, kind=kind, claim=claim) for person in people]
        names = [person.pk for person in people]
        move("comment", comment, by=by, claim=claim, create=[comment, *told], more={"mentions": names})
        comment.mentions.set(people)
    return comment


def mentioned(text: str, *, but: User | None = None) -> list[User]:
    """The people of the desk whom a text mentions by ``@username``: who reads only what is published is told of no claim."""
    names = _names(text)
    if not names:
        return []
    people = User.objects.filter(is_active=True, groups__name__in=permissions.DOORS["see_desk"])
    people = people.distinct().order_by("pk")
    return [person for person in people if person.username.casefold() in names and person != but]


def unknown(text: str) -> list[str]:
    """The names that a text mentions and nobody at the desk bears."""
    known = {person.username.casefold() for person in mentioned(text)}
    return sorted(_names(text) - known)


def not_told(comment: Comment) -> list[User]:
    """Whom a remark mentions though they may not read it yet, and so were not told of it."""
    told = set(comment.mentions.values_list("pk", flat=True))
    return [person for person in mentioned(comment.text, but=comment.author) if person.pk not in told]


def _names(text: str) -> set[str]:
    return {name.rstrip(".").casefold() for name in _MENTION.findall(text)}


def resolve(comment: Comment, *, by: User) -> Comment:
    """Mark a remark as dealt with: for its author, whom it mentions, and those who work on claims."""
    permissions.require(by, "comment")
    if not visible_to(Comment.objects.all(), by).filter(pk=comment.pk).exists():
        raise IllegalMove(_("That remark is not there."))
    if not may_resolve(comment, by):
        raise NotPermitted(
            _("Its author, whom it mentions, or somebody who works on claims says that it is dealt with.")
        )
    if comment.resolved_at is not None:
        raise IllegalMove(_("That remark is dealt with already."))
    values = {"resolved_by": by, "resolved_at": timezone.now()}
    change = Change(comment, values, {"resolved_at": None})
    move("resolve_comment", comment, by=by, claim=comment.claim, changes=[change])
    return comment


def may_resolve(comment: Comment, person: User) -> bool:
    """Whether this person has a say in a remark that they may read."""
    if comment.author_id == person.pk or any(permissions.may(person, door) for door in ("triage", "review")):
        return True
    return any(one.pk == person.pk for one in comment.mentions.all())


def read(*, by: User, notifications: Iterable[int] | None = None) -> int:
    """Note that a person has seen their notifications, all of them unless some are named; how many were new."""
    unread = Notification.objects.filter(person=by, read_at__isnull=True)
    if notifications is not None:
        unread = unread.filter(pk__in=list(notifications))
    return unread.update(read_at=timezone.now())


def ask_for_reply(
    claim: Claim,
    *,
    asked: str,
    channel: str,
    asked_at: datetime | None = None,
    answer_by: datetime | None = None,
    by: User,
) -> ReplyRequest:
    """Note whom the desk asked for a reply, when, through which channel and by when: the right of reply."""
    permissions.require(by, "log_reply")
    if not asked.strip() or not channel.strip():
        raise Incomplete(_("Say who was asked, and through which channel."))
    request = ReplyRequest(
        claim=claim,
        asked=asked.strip()[:200],
        asked_at=asked_at or timezone.now(),
        channel=channel.strip()[:100],
        answer_by=answer_by,
        by=by,
    )
    move("ask_for_reply", request, by=by, claim=claim, create=[request])
    return request


def log_reply(request: ReplyRequest, *, answer: str, answered_at: datetime | None = None, by: User) -> ReplyRequest:
    """Note what came; it is kept as it came, and a later answer is another request."""
    permissions.require(by, "log_reply")
    if not answer.strip():
        raise Incomplete(_("Say what came."))
    values = {"answer": answer.strip(), "answered_at": answered_at or timezone.now()}
    change = Change(request, values, {"answered_at": None})
    move("log_reply", request, by=by, claim=request.claim, changes=[change])
    return request
