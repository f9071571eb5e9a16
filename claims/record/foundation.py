"""What every desk stands on: roles, policy, the chain's head, a rating scale. Laid by ``manage.py run`` and by the tests."""

from django.contrib.auth.models import Group, Permission
from django.utils.translation import gettext as _

from claims.models import ChainHead, Policy, Rating, RatingScale, Role

# Reference data that the admin panel repairs; everything with a status is looked at there and changed by verbs.
_REPAIRED = ("article", "outlet", "source", "alias", "feed", "ratingscale", "rating", "policy", "conflictofinterest")
_MANAGED_BY_ADMINISTRATOR = (*_REPAIRED, "user")
_MANAGED_BY_EDITOR = ("policy", "ratingscale", "rating")

# An AP- and AAP-like scale of seven; ordinal 0 is no degree of truth and goes out without a number.
_SCALE = (
    ("true", _("True"), 5, _("The claim is accurate and nothing significant is left out."), "good", "check-circle"),
    ("mostly-true", _("Mostly true"), 4, _("Accurate, but needs clarification or more information."), "good", "check"),
    ("mixture", _("Mixture"), 3, _("Both accurate and inaccurate in significant parts."), "mixed", "scale"),
    ("mostly-false", _("Mostly false"), 2, _("Inaccurate, though some part of it is true."), "bad", "x-mark"),
    ("false", _("False"), 1, _("The claim is inaccurate."), "bad", "x-circle"),
    ("misleading", _("Misleading"), None, _("Accurate in part, but used so that it misleads."), "mixed", "eye"),
    ("unproven", _("Unproven"), None, _("There is not enough evidence to decide."), "open", "question-mark-circle"),
)


def lay() -> None:
    """Make sure that roles, their rights, the policy, the chain's head and a rating scale exist; twice is harmless."""
    for role in Role:
        Group.objects.get_or_create(name=role)
    _grant(Role.ADMINISTRATOR, _MANAGED_BY_ADMINISTRATOR, see_all=True)
    _grant(Role.EDITOR, _MANAGED_BY_EDITOR, see_all=True)
    Policy.objects.get_or_create(pk=1)
    ChainHead.objects.get_or_create(pk=1)
    _lay_scale()


def _grant(role: Role, managed: tuple[str, ...], *, see_all: bool) -> None:
    ours = Permission.objects.filter(content_type__app_label="claims")
    wanted = [f"{act}_{model}" for model in managed for act in ("add", "change")]
    rights = ours.filter(codename__in=wanted)
    if see_all:
        rights = rights | ours.filter(codename__startswith="view_")
    Group.objects.get(name=role).permissions.set(rights)


def _lay_scale() -> None:
    if RatingScale.objects.exists():
        return
    scale = RatingScale.objects.create(name=_("The desk's scale"))
    Rating.objects.bulk_create(
        Rating(scale=scale, key=key, label=label, ordinal=ordinal, definition=definition, colour=colour, icon=icon)
        for key, label, ordinal, definition, colour, icon in _SCALE
    )
