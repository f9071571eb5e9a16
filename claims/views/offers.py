"""What a claim's page offers one person, and where it does not, why: no button that can only be refused."""

from typing import TYPE_CHECKING, Any

from claims.models import Claim, Slot, SlotState, User
from claims.models.states import VERBS
from claims.publishing import publish
from claims.record.permissions import may
from claims.review import decisions, giving

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def of(claim: Claim, person: User) -> dict[str, Any]:
    """The steps that have pages of their own, each only where this person may take it now."""
    reasons = {
        "take": _not_taken(claim, person),
        "publish": publish.why_not(claim, person) if _stands(claim, person, "publish") else None,
        "adjudicate": decisions.why_not(claim, person) if _stands(claim, person, "adjudicate") else None,
    }
    offered = {f"may_{verb}": why == "" for verb, why in reasons.items()}
    return offered | {
        "may_assign": _stands(claim, person, "assign"),
        "may_fix_span": _stands(claim, person, "fix_span"),
        "why_not": [why for why in reasons.values() if why],
    }


def _stands(claim: Claim, person: User, verb: str) -> bool:
    """Whether the claim's status and the person's roles allow it."""
    return claim.status in VERBS[verb].since and may(person, f"verb:{verb}")


def _not_taken(claim: Claim, person: User) -> "StrOrPromise | None":
    """Why the claim is not taken; None where nobody asks: another status, another role, or it is in hand already."""
    if not _stands(claim, person, "take"):
        return None
    held = Slot.objects.filter(claim=claim, round__number=claim.round_number, holder=person, state=SlotState.HELD)
    return None if held.exists() else giving.why_not(claim, person)
