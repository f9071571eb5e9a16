"""A person's answer to “already checked?”; nothing merges by itself, and an answer may be changed."""

from claims.models import Suggestion, User
from claims.record import permissions
from claims.record.moves import Change, move


def confirm(suggestion: Suggestion, *, by: User) -> Suggestion:
    """The two say the same."""
    return _answer("confirm_same", suggestion, Suggestion.State.SAME, by=by)


def refuse(suggestion: Suggestion, *, by: User) -> Suggestion:
    """The two do not say the same; it is not proposed again."""
    return _answer("refuse_same", suggestion, Suggestion.State.DIFFERENT, by=by)


def _answer(verb: str, suggestion: Suggestion, state: Suggestion.State, *, by: User) -> Suggestion:
    permissions.require(by, "compare")
    if suggestion.state != state:
        more = {"other_claim": suggestion.other_claim_id, "fact_check": suggestion.fact_check_id}
        move(verb, suggestion, by=by, changes=[Change(suggestion, {"state": state, "by": by})], more=more)
    return suggestion
