"""Who sees what of a review: the blind rule, held once for every door (architecture 7.6).

A round is open while its reviews come in. Whoever holds, may take, or has given a review of an open round sees their own
alone; so does everybody else, unless they may decide and gave up their slot to look in (``look_into``, recorded). A
complete round is open to those who decide and to its own reviewers; to all the desk once the claim is decided. While a
later round is open, whoever holds a slot of that one reads of no earlier one. Remarks made once a claim had been reviewed
may tell what was found: they open like the reviews, and to who has given their own review since.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from claims.models import (
    AttributionFinding,
    Bar,
    Claim,
    Comment,
    Decision,
    Draft,
    Event,
    EventPayload,
    Evidence,
    Notification,
    Review,
    Role,
    Round,
    Slot,
    SlotState,
    Status,
    User,
)
from claims.record import permissions
from claims.record.moves import Change, held, move
from claims.record.refusals import IllegalMove, NotPermitted

M = TypeVar("M", bound=Model)
Viewer = User | AnonymousUser

_DECIDERS = frozenset({Role.ADJUDICATOR, Role.EDITOR})
# Reviewers and triagers read, auditors' and administrators' reading: of what is decided.
_READERS = frozenset(Role) - {Role.VIEWER, Role.CONTRIBUTOR}
_DECIDED = (Status.DECIDED, Status.PUBLISHED, Status.WITHDRAWN)
_UNDER_REVIEW = (Status.QUEUED, Status.IN_REVIEW, Status.ON_HOLD)
# Events that tell what a reviewer found or noted.
_TELLING = ("submit", "reaffirm", "change", "take_back", "comment", "decline", "archive")
# Events that tell what an earlier round came to.
_CONCLUDING = ("agree", "summon", "announce", "adjudicate", "reword", "fix_source", "ask_anew")
# Verbs that open a round, whatever the clock said when they did.
_OPENING = ("accept", "auto_accept", "send_back", "reopen")


def is_open(prefix: str = "") -> Q:
    """The round is the claim's present one, and not all of its reviews have come in yet."""
    return Q(
        **{
            f"{prefix}complete_at__isnull": True,
            f"{prefix}number": F(f"{prefix}claim__round_number"),
            f"{prefix}claim__status__in": _UNDER_REVIEW,
        }
    )


def visible_to(queryset: QuerySet[M], user: Viewer) -> QuerySet[M]:
    """The rows of this queryset that the person may see; every door asks here, and an unknown kind shows nothing."""
    rule = _RULES.get(queryset.model)
    if rule is None or not isinstance(user, User) or not user.roles:
        return queryset.none()
    return queryset.filter(rule(user))


def rounds_readable_by(user: User) -> Q:
    """Rounds of which the person may read the reviews of others."""
    readable = Q(pk__in=[])
    if _holds(user, _DECIDERS):
        looked_in = Bar.objects.filter(round=OuterRef("pk"), person=user, reason=Bar.Reason.HAS_READ)
        readable |= ~is_open() & ~Q(Exists(_at_work_on_later(user))) | Q(Exists(looked_in))
    if _holds(user, _READERS):
        took_part = Slot.objects.filter(round=OuterRef("pk"), holder=user, state=SlotState.FILLED)
        took_part = took_part.exclude(Exists(_at_work_on_later(user, claim="claim", number="round__number")))
        readable |= ~is_open() & (Q(claim__status__in=_DECIDED) | Q(Exists(took_part)))
    return readable


def words_readable_by(user: User) -> Q:
    """Rounds of which the person may read the remarks that are bound to them: with the reviews, or with one's own given since."""
    later = Round.objects.filter(is_open(), claim=OuterRef("claim"), number__gt=OuterRef("number"))
    given = Slot.objects.filter(round=OuterRef("pk"), holder=user, state=SlotState.FILLED)
    read = Bar.objects.filter(round=OuterRef("pk"), person=user, reason=Bar.Reason.HAS_READ)
    closed = ~is_open() & ~Q(Exists(later)) & Q(claim__status__in=_telling(user))
    since = Q(Exists(later.filter(Exists(given) | Exists(read))))
    reviews = rounds_readable_by(user)
    return closed | since | (reviews if _holds(user, _DECIDERS) else reviews & ~Q(Exists(later)))


def _at_work_on_later(user: User, claim: str = "claim", number: str = "number") -> QuerySet[Slot]:
    """Slots of a later, open round of the claim that the person holds."""
    held = Slot.objects.filter(holder=user, state=SlotState.HELD)
    return held.filter(is_open("round__"), claim=OuterRef(claim), round__number__gt=OuterRef(number))


def verdicts_readable_by(user: Viewer) -> Q:
    """Claims whose verdict the person may read and count: what is published, and for the desk's readers what is decided.

    A claim that is being looked at again counts for nobody: its next round is open.
    """
    return Q(status__in=_telling(user)) & ~Q(verdict="")


def hides_verdict(claim: Claim, user: Viewer) -> bool:
    """Whether the claim has a verdict that is not for this person: the same rule, for a row that is at hand.

    A verdict that was withdrawn counts nowhere; the desk's readers still read what it was.
    """
    reads_withdrawn = claim.status == Status.WITHDRAWN and isinstance(user, User) and _holds(user, _READERS)
    return bool(claim.verdict) and not reads_withdrawn and claim.status not in _telling(user)


def _telling(user: Viewer) -> tuple[Status, ...]:
    """The statuses in which a claim's verdict is for this person."""
    reads = isinstance(user, User) and _holds(user, _READERS)
    return (Status.DECIDED, Status.PUBLISHED) if reads else (Status.PUBLISHED,)


def _holds(user: User, roles: frozenset[Role]) -> bool:
    return bool(user.roles & roles)


def _by_round(prefix: str, own: str) -> Callable[[User], Q]:
    """One's own, and those of rounds that one may read."""

    def rule(user: User) -> Q:
        readable = Round.objects.filter(rounds_readable_by(user), pk=OuterRef(f"{prefix}round"))
        return Q(**{own: user}) | Q(Exists(readable))

    return rule


def _decisions(user: User) -> Q:
    """What a round came to; while a later one is open, for those alone who decide, as the events that tell of it."""
    readable = _by_round("", "adjudicator")(user)
    later = Round.objects.filter(is_open(), claim=OuterRef("claim"), number__gt=OuterRef("round__number"))
    return readable if _holds(user, _DECIDERS) else readable & (Q(adjudicator=user) | ~Q(Exists(later)))


def _comments(user: User) -> Q:
    return Q(round__isnull=True) | Q(author=user) | Q(Exists(_rounds_of_words(user)))


def _rounds_of_words(user: User) -> QuerySet[Round]:
    return Round.objects.filter(words_readable_by(user), pk=OuterRef("round"))


def _events(user: User) -> Q:
    """What happened, except what an open round's reviewers found or noted; contributors read their own."""
    if not _holds(user, _READERS):
        return Q(actor=user)
    readable, words = rounds_readable_by(user), words_readable_by(user)

    def of(kind: type[Model], name: str, round_: str = "round", readable: Q = readable) -> Q:
        hidden = kind._default_manager.filter(Q((f"{round_}__isnull", False)), pk=OuterRef("object_id")).exclude(
            Exists(Round.objects.filter(readable, pk=OuterRef(round_)))
        )
        return Q(object_type=name) & Q(Exists(hidden))

    remarks = of(Comment, "comment", readable=words)
    hidden = of(Slot, "slot") | of(Review, "review") | remarks | of(Evidence, "evidence", "review__round")
    seen = Q(actor=user) | ~Q(verb__in=_TELLING) | ~hidden
    closed = _conclusions()
    if _holds(user, _DECIDERS):  # bound only as long as they review themselves
        closed &= Q(
            Exists(Slot.objects.filter(is_open("round__"), claim=OuterRef("claim"), holder=user, state=SlotState.HELD))
        )
    return seen & (Q(actor=user) | ~closed)


def _conclusions() -> Q:
    """What tells how an earlier round ended, while a later one is open: closed, like its reviews, to who may take that one."""
    later = Round.objects.filter(is_open(), claim=OuterRef("claim"))
    opened = Event.objects.filter(claim=OuterRef("claim"), verb__in=_OPENING, sequence__gt=OuterRef("sequence"))
    before = Exists(later.filter(opened_at__gt=OuterRef("time"))) | (Exists(later) & Exists(opened))
    return Q(verb__in=_CONCLUDING) & Q(before) | Q(verb="send_back") & Q(Exists(later))


def _payloads(user: User) -> Q:
    return Q(event__in=Event.objects.filter(_events(user)))


_RULES: dict[type[Model], Callable[[User], Q]] = {
    Review: _by_round("", "reviewer"),
    Evidence: _by_round("review__", "review__reviewer"),
    AttributionFinding: _by_round("review__", "review__reviewer"),
    Decision: _decisions,
    Comment: _comments,
    Event: _events,
    EventPayload: _payloads,
    Draft: lambda user: Q(person=user),
    Notification: lambda user: Q(person=user),
}


def look_into(round_: Round, *, by: User) -> Bar:
    """Read the reviews of an open round, and never review it: for those who decide, and hold or filled no slot of it."""
    permissions.require(by, "look_into")
    with transaction.atomic():
        # this person's other windows wait here: a statement that waits for the claim alone would not see the bar afterwards
        User.objects.select_for_update(no_key=True).only("pk").get(pk=by.pk)
        claim = held(round_.claim)  # nobody takes a slot of it meanwhile
        if not Round.objects.filter(is_open(), pk=round_.pk).exists():
            raise IllegalMove(_("This round is not open: its reviews can be read without further ado, or not at all."))
        if Slot.objects.filter(round=round_, holder=by).exists():
            raise NotPermitted(_("You are one of its reviewers: finish your review first."))
        bar = Bar.objects.filter(round=round_, person=by, reason=Bar.Reason.HAS_READ).first()
        if bar is None:
            bar = Bar(round=round_, person=by, reason=Bar.Reason.HAS_READ)
            # a new version of the claim's row: who is taking a slot of it at this moment in another window, is refused
            move("look_into", round_, by=by, claim=claim, changes=[Change(claim, {"touched": True})], create=[bar])
    return bar


def round_for_words(claim_pk: int, author: User) -> Round | None:
    """The round that binds a remark: the open one, of which a reviewer may tell, else the last that was reviewed; None if none was."""
    if permissions.may(author, "review") and (now := Round.objects.filter(is_open(), claim=claim_pk).first()):
        return now
    reviewed = Round.objects.filter(Exists(Review.objects.filter(round=OuterRef("pk"))), ~is_open(), claim=claim_pk)
    return reviewed.order_by("-number").first()


def may_read_words(round_: Round | None, people: Iterable[User]) -> list[User]:
    """Those of these people who may read at once a remark that is bound to this round."""
    if round_ is None:
        return list(people)
    return [one for one in people if Round.objects.filter(words_readable_by(one), pk=round_.pk).exists()]


def readers(round_: Round) -> QuerySet[Any]:
    """Who has looked into the round while it was open."""
    return User.objects.filter(pk__in=Bar.objects.filter(round=round_, reason=Bar.Reason.HAS_READ).values("person"))
