"""What every desk stands on: roles, policy, the chain's head, a rating scale. Laid by ``manage.py lay`` and ``run``, and by the tests.

No migration lays it: which rights a role has changes with the code, and a step is taken once.
"""

from django.contrib.auth.models import Group, Permission
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from claims.models import ChainHead, Policy, Rating, RatingScale, Role

# Reference data that the admin panel repairs; everything with a status is looked at there and changed by verbs.
_REPAIRED = ("article", "outlet", "source", "alias", "feed", "ratingscale", "rating", "policy", "conflictofinterest")
_MANAGED = {Role.ADMINISTRATOR: (*_REPAIRED, "user"), Role.EDITOR: ("policy", "ratingscale", "rating")}

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
    for role, managed in _MANAGED.items():
        Group.objects.get(name=role).permissions.set(_rights(managed))
    Policy.objects.get_or_create(pk=1)
    ChainHead.objects.get_or_create(pk=1)
    _lay_scale()


def wanting() -> list[str]:
    """What of it this database lacks, in words; nothing where all of it is laid."""
    there = set(Group.objects.values_list("name", flat=True))
    missing = [f"the role {role.value}" for role in Role if role.value not in there]
    for role, managed in _MANAGED.items():
        held = Permission.objects.filter(group__name=role)
        if _rights(managed).exclude(pk__in=held).exists():
            missing.append(f"rights of the role {role.value}")
    rows = {"the policy": Policy, "the head of the record's chain": ChainHead, "a rating scale": RatingScale}
    return missing + [name for name, model in rows.items() if not model._default_manager.exists()]


def _rights(managed: tuple[str, ...]) -> QuerySet[Permission]:
    """To see everything, and to change what is managed."""
    ours = Permission.objects.filter(content_type__app_label="claims")
    wanted = [f"{act}_{model}" for model in managed for act in ("add", "change")]
    return ours.filter(codename__in=wanted) | ours.filter(codename__startswith="view_")


def _lay_scale() -> None:
    if RatingScale.objects.exists():
        return
    scale = RatingScale.objects.create(name=_("The desk's scale"))
    Rating.objects.bulk_create(
        Rating(scale=scale, key=key, label=label, ordinal=ordinal, definition=definition, colour=colour, icon=icon)
        for key, label, ordinal, definition, colour, icon in _SCALE
    )
