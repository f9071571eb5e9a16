"""The way back from what triage has just done: which claims can be undone from a page, and by which verb."""

from collections.abc import Iterable

from django.http import HttpRequest

from claims.models import Claim, Status, User
from claims.models.states import VERBS
from claims.record.permissions import may
from claims.review import triage

# what can be undone, and how
WAY_BACK = {"accept": "put_back", "dismiss": "restore", "merge": "restore", "split": "restore"}
MOST = 100


def verb_back(claim: Claim) -> str:
    """The verb that makes a candidate again of a claim in its present status."""
    return "put_back" if claim.status == Status.QUEUED else "restore"


def may_be_undone(claims: Iterable[Claim], person: User) -> list[Claim]:
    """Those of the claims that this person can make candidates again."""
    found = [claim for claim in claims if claim.status in VERBS[verb_back(claim)].since]
    found = [claim for claim in found if may(person, f"verb:{verb_back(claim)}")]
    accepted = triage.accepted_by(person, (claim for claim in found if claim.status == Status.QUEUED))
    return [claim for claim in found if claim.status != Status.QUEUED or claim.pk in accepted]


def undoable(request: HttpRequest, person: User) -> list[Claim]:
    """The claims that can be undone from this page, as its address says."""
    numbers = [n for n in request.GET.get("undo", "").split(",") if n.isascii() and n.isdigit() and len(n) <= 18]
    if not numbers:
        return []
    return may_be_undone(Claim.objects.filter(pk__in=numbers[:MOST]).order_by("pk"), person)


def with_undo(address: str, claims: Iterable[Claim]) -> str:
    """A page of triage, told what it may undo with one key."""
    numbers = ",".join(str(claim.pk) for claim in claims)
    page, hash_, place = address.partition("#")
    return f"{page}{'&' if '?' in page else '?'}undo={numbers}{hash_}{place}" if numbers else address
