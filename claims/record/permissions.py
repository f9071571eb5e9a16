"""Who may: every predicate of the house, read by pages, admin and verbs alike.

Roles alone decide; being a superuser adds nothing to verdicts (product.md, principle: the administrator is no
super-reviewer).
"""

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _
from rules.predicates import Predicate
from rules.rulesets import add_rule, test_rule

from claims.models import Role, User
from claims.models.states import VERBS
from claims.record.refusals import NotPermitted

# Doors that are no verb on a claim: who may open them (product.md section 5, the authoritative table).
STAFF = frozenset(Role) - {Role.VIEWER}
DOORS: dict[str, frozenset[Role]] = {
    "see_desk": STAFF,  # articles, claims, sources as the desk sees them
    "add_article": frozenset(Role) - {Role.VIEWER},
    "triage": VERBS["accept"].roles,
    "review": VERBS["take"].roles,
    "adjudicate": VERBS["adjudicate"].roles,
    "publish": VERBS["publish"].roles,
    "manage_sources": frozenset({Role.TRIAGER, Role.EDITOR, Role.ADMINISTRATOR}),
    "edit_policy": frozenset({Role.EDITOR, Role.ADMINISTRATOR}),
    "manage_users": frozenset({Role.ADMINISTRATOR}),
    "export": frozenset({Role.EDITOR}),
    "redact": frozenset({Role.EDITOR}),  # to protect a source; the administrator cannot touch the record
    "compare": VERBS["accept"].roles | VERBS["take"].roles,  # say whether two claims are the same
    "comment": STAFF,
    "log_reply": frozenset({Role.REVIEWER, Role.ADJUDICATOR, Role.EDITOR}),
    "ask_for_correction": VERBS["publish"].roles,  # in the desk's name, to an outlet
    "end_leases": VERBS["adjudicate"].roles,  # put a claim on hold that only others hold
    "look_into": frozenset({Role.ADJUDICATOR, Role.EDITOR}),  # read an open round, and so give up its slots
    "see_admin": frozenset({Role.EDITOR, Role.ADMINISTRATOR}),
    "see_statistics": frozenset({Role.ADJUDICATOR, Role.EDITOR, Role.ADMINISTRATOR}),
}

Anyone = User | AnonymousUser


def opens(roles: frozenset[str], door: str) -> bool:
    """Whether one of these roles opens a door, for what is the same to all who hold them."""
    return not roles.isdisjoint(DOORS[door])


def _holds(allowed: frozenset[Role]) -> Predicate:
    def holds(user: Anyone | None) -> bool:
        return bool(allowed & getattr(user, "roles", frozenset()))

    return Predicate(holds)


for _door, _roles in DOORS.items():
    add_rule(_door, _holds(_roles))
for _name, _verb in VERBS.items():
    add_rule(f"verb:{_name}", _holds(_verb.roles))


def may(user: Anyone | None, door: str) -> bool:
    """Whether this person may open a door, or say a verb (``verb:accept``), at all."""
    return bool(test_rule(door, user))


def require(user: Anyone | None, door: str) -> None:
    """Raise NotPermitted unless *may*, naming the roles that open the door."""
    if not may(user, door):
        roles = VERBS[door.removeprefix("verb:")].roles if door.startswith("verb:") else DOORS[door]
        named = ", ".join(str(role.label) for role in Role if role in roles)
        raise NotPermitted(_("Not you: your roles do not allow that. It is for: %(roles)s.") % {"roles": named})
