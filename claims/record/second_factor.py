"""The second factor of a login: of whom the desk policy asks one, and how it is taken from somebody who lost the device."""

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from claims.models import Policy, Role, User
from claims.record import events, permissions
from claims.record.refusals import IllegalMove

ASKED_OF = frozenset({Role.REVIEWER, Role.ADJUDICATOR, Role.EDITOR, Role.ADMINISTRATOR})


def with_factor(people: QuerySet[User]) -> QuerySet[User]:
    """These people, each with whether they have a second factor (``has_factor``)."""
    theirs = Authenticator.objects.filter(user=OuterRef("pk")).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return people.annotate(has_factor=Exists(theirs))


def with_duty(people: QuerySet[User]) -> QuerySet[User]:
    """As ``with_factor``, each also with whether the policy asks reviewers and above for one (``factor_asked``)."""
    return with_factor(people).annotate(factor_asked=Exists(Policy.objects.filter(pk=1, mfa_required=True)))


def remove(person: User, *, by: User | None) -> None:
    """Take the second factor from somebody who lost it; *by* is None where whoever has the machine does it."""
    if by is not None:
        permissions.require(by, "manage_users")
    with transaction.atomic():
        theirs = Authenticator.objects.filter(user=person)
        kinds = sorted(theirs.values_list("type", flat=True))
        if not theirs.delete()[0]:
            raise IllegalMove(_("This account has no second factor."))
        events.append("remove_second_factor", person, by=by, payload={"kinds": kinds})


def note(verb: str, person: User, kind: str) -> None:
    """Tell the record what somebody did to their own second factor; never its secret."""
    with transaction.atomic():
        events.append(verb, person, by=person, payload={"kinds": [kind]})
