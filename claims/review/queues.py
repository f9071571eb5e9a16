"""The review queue: an ordered list of claims for people, and which of them a person may take."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    Case,
    Count,
    DateField,
    Exists,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
    Window,
)
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from claims.models import (
    Bar,
    Claim,
    ConflictOfInterest,
    CorrectionRequest,
    Notification,
    Review,
    Round,
    Slot,
    SlotState,
    Status,
    User,
)
from claims.models.claims import UnderReview

# How many claims at the head of the queue are looked at for one: more than colleagues who take at the same moment.
NEAR_THE_HEAD = 32
Person = Any  # a User, or an OuterRef to each of a query over people, which the types of Django know nothing of
ORDER = ("-harm_rank", "band", "-askers", "created_at", "pk")  # as Claim.in_queue_order says it


class _OfTheClaim(Func):
    """A person's number that no index is looked up by: the claim's rows are few, and what one person did grows for years.

    Left to itself a database may gather all that they ever reviewed, for each take, and compare it with the queue's head.
    """

    template = "(%(expressions)s + 0)"
    output_field = IntegerField()


def _is(column: str, person: Person) -> "Exact[Any]":
    return Exact(_OfTheClaim(column), person.pk if isinstance(person, User) else person)


def part_in(person: Person, claim: str = "pk", number: str = "round_number") -> Exists:
    """The person holds, or has filled, a slot of the claim's round."""
    slots = Slot.objects.filter(claim=OuterRef(claim), round__number=OuterRef(number))
    return Exists(slots.filter(_is("holder", person)))


def barred(person: Person, claim: str = "pk", number: str = "round_number") -> Exists:
    """The person declined the round, or has read a review of it."""
    bars = Bar.objects.filter(round__claim=OuterRef(claim), round__number=OuterRef(number))
    return Exists(bars.filter(_is("person", person)))


def own_wording(person: Person, claim: str = "pk", number: str = "round_number") -> Exists:
    """One review decides, and the wording to be reviewed is the person's own."""
    rounds = Round.objects.filter(
        _is("claim__wordings__author", person),
        claim=OuterRef(claim),
        number=OuterRef(number),
        required=1,
        claim__wordings__number=F("claim__wording_number"),
    )
    return Exists(rounds)


def conflicted(person: Person, claim: str = "pk") -> Exists:
    """The person declared a tie to the claim's outlet, or to a source of it or the body that source belongs to."""
    ties = ConflictOfInterest.objects.filter(person=person)
    return Exists(
        ties.filter(
            Q(outlet__articles__claims=OuterRef(claim))
            | Q(source__statements__appearances__claim=OuterRef(claim))
            | Q(source__merged_into__statements__appearances__claim=OuterRef(claim))
            | Q(source__members__statements__appearances__claim=OuterRef(claim))
            | Q(source__merged_into__members__statements__appearances__claim=OuterRef(claim))
        )
    )


def takeable(person: User, *, has_ties: bool = True) -> QuerySet[Claim]:
    """Claims of which this person may take an open slot; without ties, nothing is asked about them."""
    claims = Claim.objects.filter(
        UnderReview("status"),
        Exists(Slot.objects.filter(claim=OuterRef("pk"), state=SlotState.OPEN)),
        ~part_in(person),
        ~barred(person),
        ~own_wording(person),
    )
    return claims.filter(~conflicted(person)) if has_ties else claims


def next_slots(person: User, *, has_ties: bool = True, near: int = NEAR_THE_HEAD) -> QuerySet[Slot]:
    """Open slots of the claims nearest to the queue's head that this person may take, first one first.

    The claims are read from the index in the queue's order, a handful of them: the size of the queue does not matter.
    """
    head = takeable(person, has_ties=has_ties).order_by(*ORDER).values("pk")[:near]
    order = (f"-claim__{name[1:]}" if name.startswith("-") else f"claim__{name}" for name in ORDER)
    slots = Slot.objects.filter(claim__in=head, state=SlotState.OPEN)
    return slots.order_by(*order, "number").select_related("claim", "round")


def review_queue() -> QuerySet[Claim]:
    """Claims with an open slot, in the order in which they are given out."""
    return (
        Claim.objects.filter(
            UnderReview("status"), Exists(Slot.objects.filter(claim=OuterRef("pk"), state=SlotState.OPEN))
        )
        .order_by(*ORDER)
        .select_related("article")
    )


def offered_to(person: User) -> QuerySet[Claim]:
    """The claims of the queue that this person may take, in the same order."""
    return takeable(person).order_by(*ORDER).select_related("article")


def held_by(person: User) -> QuerySet[Slot]:
    """What this person holds now, the lease that ends first at the top."""
    return (
        Slot.objects.filter(holder=person, state=SlotState.HELD)
        .select_related("claim__article", "round")
        .order_by("lease_until", "pk")
    )


def held() -> QuerySet[Slot]:
    """What anybody holds now: visible to all, with who and until when."""
    return (
        Slot.objects.filter(state=SlotState.HELD)
        .select_related("claim__article", "round", "holder")
        .order_by("lease_until", "pk")
    )


def to_adjudicate(person: User) -> QuerySet[Claim]:
    """Claims whose reviewers disagree, without those that this person reviewed or has a tie to."""
    return (
        Claim.objects.filter(~part_in(person), ~conflicted(person), status=Status.ADJUDICATION)
        .order_by(*ORDER)
        .select_related("article")
    )


def due(*, by: date | None = None) -> QuerySet[Claim]:
    """What is to be looked at again, the most urgent first: verdicts whose day has come, and claims that waited long enough.

    Without *by*, whatever has such a day at all.
    """
    waits = Q(status=Status.ON_HOLD, held_until__isnull=False)
    decided = Q(status__in=(Status.DECIDED, Status.PUBLISHED), look_again_by__isnull=False)
    day = Case(When(status=Status.ON_HOLD, then="held_until"), default="look_again_by", output_field=DateField())
    if by is not None:
        waits, decided = waits & Q(held_until__lte=by), decided & Q(look_again_by__lte=by)
    return Claim.objects.filter(waits | decided).annotate(due_on=day).order_by("due_on", "pk").select_related("article")


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for one person besides the queues: how many claims of each kind, and the first review to re-affirm."""

    reaffirm: int
    reaffirm_first: int | None
    adjudicate: int
    due: int
    unread: int
    unanswered: int  # requests for a correction that no outlet acted on yet


def waiting_for(person: User, *, today: date) -> Waiting:
    """All of it in one statement."""
    again = Review.objects.filter(reviewer=person, state=Review.State.TO_REAFFIRM).order_by("pk")
    row = (
        User.objects.filter(pk=person.pk)
        .annotate(
            again=_number_of(again),
            again_first=Subquery(again.values("pk")[:1]),
            disputed=_number_of(to_adjudicate(person)),
            look=_number_of(due(by=today)),
            unread=_number_of(Notification.objects.filter(person=person, read_at__isnull=True)),
            unanswered=_number_of(CorrectionRequest.objects.open()),
        )
        .values_list("again", "again_first", "disputed", "look", "unread", "unanswered")
    )
    return Waiting(*row.get())


def _number_of(rows: QuerySet[Any]) -> Coalesce:
    counted = rows.order_by().annotate(how_many=Window(Count("pk"))).values("how_many")[:1]
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def counts() -> dict[str, int]:
    """How many claims stand where: one small statement per status would be many, so the index is read once."""
    rows = Claim.objects.order_by().values_list("status").annotate(n=Count("pk"))
    return dict.fromkeys(Status.values, 0) | dict(rows)
