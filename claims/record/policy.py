"""The desk policy changes by a verb too: every change of it is an event."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from claims.models import Policy, User
from claims.record import permissions
from claims.record.moves import Change, move
from claims.record.refusals import Incomplete

_EDITABLE = frozenset(field.name for field in Policy._meta.concrete_fields if field.editable)


def edit_policy(policy: Policy, *, changes: Mapping[str, Any], by: User, reason: str = "") -> Policy:
    """Change what the desk agreed on; raises Incomplete with what does not fit. Nothing different is no event."""
    permissions.require(by, "edit_policy")
    if set(changes) - _EDITABLE:
        raise Incomplete(_("There is no such thing in the desk policy."))
    different = {name: value for name, value in changes.items() if getattr(policy, name) != value}
    if not different:
        return policy
    try:
        agreed = Policy(**{name: getattr(policy, name) for name in _EDITABLE} | dict(different))
        agreed.clean_fields(exclude={"id"})
        agreed.clean()
    except ValidationError as error:
        raise Incomplete(" ".join(error.messages)) from error
    move("edit_policy", policy, by=by, changes=[Change(policy, different)], reason=reason)
    return policy
