"""What a round of several came to is told by the desk itself: to those who may decide, or to its reviewers; once a round."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Now

from claims.models import Claim, Event, Notification, Round, Status, User
from claims.models.states import VERBS
from claims.record.moves import Change, move
from claims.record.refusals import IllegalMove
from claims.review import queues
from claims.review.rounds import standing

MOST_AT_ONCE = 50
LATELY = timedelta(days=1)  # what a sweeper that stood still for longer left untold, nobody waits for any more
# After one of these a claim that waits for an adjudicator waits anew; the record's order tells, whatever a clock said.
_ANEW = ("agree", "send_back", "reopen")


def summon() -> int:
    """Tell the adjudicators of every claim that waits for one and of which nobody was told yet; how many claims there were."""
    of_claim = Event.objects.filter(claim=OuterRef("pk")).order_by("-sequence")
    since = Subquery(of_claim.filter(verb__in=_ANEW).values("sequence")[:1])
    asked = of_claim.filter(verb="summon", sequence__gt=OuterRef("since"))
    waiting = Claim.objects.filter(status=Status.ADJUDICATION).annotate(since=Coalesce(since, 0))
    return sum(_ask(claim) for claim in waiting.filter(~Exists(asked)).order_by("pk")[:MOST_AT_ONCE])


def _ask(claim: Claim) -> int:
    kind = Notification.Kind.DISPUTED
    told = [Notification(person=person, kind=kind, claim=claim) for person in adjudicators_of(claim)]
    if not told:
        return 0
    try:
        # a new version of the claim's row: another sweeper, or whoever decides in this moment, was first or comes second
        move("summon", claim, by=None, changes=[Change(claim, {"touched": True})], create=told)
    except IllegalMove:
        return 0
    return 1


def announce() -> int:
    """Tell the reviewers of each claim on which they lately agreed that it is decided; how many claims there were.

    It is no part of the submit that decides, which costs no more than another; an adjudicator tells them by deciding.
    """
    of_claim = Event.objects.filter(claim=OuterRef("pk")).order_by("-sequence")
    since = Subquery(of_claim.filter(verb="agree").values("sequence")[:1])
    told = of_claim.filter(verb__in=("announce", "adjudicate"), sequence__gt=OuterRef("since"))
    several = Round.objects.filter(claim=OuterRef("pk"), number=OuterRef("round_number"), required__gte=2)
    decided = Claim.objects.filter(Exists(several), status=Status.DECIDED, decided_at__gte=Now() - LATELY)
    agreed = decided.annotate(since=Coalesce(since, 0)).filter(since__gt=0)
    return sum(_tell(claim) for claim in agreed.filter(~Exists(told)).order_by("pk")[:MOST_AT_ONCE])


def _tell(claim: Claim) -> int:
    kind = Notification.Kind.DECIDED
    told = [Notification(person_id=review.reviewer_id, kind=kind, claim=claim) for review in standing(claim)]
    try:
        move("announce", claim, by=None, changes=[Change(claim, {"touched": True})], create=told)
    except IllegalMove:
        return 0
    return 1


def adjudicators_of(claim: Claim) -> QuerySet[User]:
    """Who may decide between its reviewers: none of them, and nobody with a tie to it."""
    me = OuterRef("pk")
    people = User.objects.filter(is_active=True, groups__name__in=VERBS["adjudicate"].roles)
    annotated = people.annotate(the_claim=Value(claim.pk), the_round=Value(claim.round_number))
    free = annotated.filter(~queues.part_in(me, "the_claim", "the_round"), ~queues.conflicted(me, "the_claim"))
    return free.distinct().order_by("pk")
