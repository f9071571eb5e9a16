"""Every address × every role × every method, walked from the live URLconf; a route that is not listed here fails.

A cell is open when the answer is neither a login page nor "not you"; what a verb says to an open cell is tested elsewhere.
"""

import pytest
from allauth.account import urls as account_urls
from allauth.mfa import urls as mfa_urls
from django.contrib import admin
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver

from claims.models import Role, SlotState, User
from claims.models.states import VERBS
from claims.record import permissions
from tests.factories import ClaimFactory

pytestmark = pytest.mark.django_db

METHODS = ("get", "head", "options", "post", "put", "patch", "delete")
READ = frozenset({"get", "head", "options"})
WRITE = READ | {"post"}
POST = frozenset({"post", "options"})
ANYBODY = frozenset({None, *Role})
PEOPLE = frozenset(Role)


def door(name):
    return frozenset(permissions.DOORS[name])


def verb(name):
    return frozenset(VERBS[name].roles)


# route: who may open it, by which methods. Anybody means the public too.
ROUTES = {
    "dashboard": (PEOPLE, READ),
    "healthz": (ANYBODY, READ),
    "readyz": (ANYBODY, READ),
    "account_email": (PEOPLE, WRITE),
    "account_reset_password": (ANYBODY, WRITE),
    "single_keys": (PEOPLE, POST),
    "mail_choice": (PEOPLE, WRITE),
    "articles": (door("see_desk"), READ),
    "article_new": (door("add_article"), WRITE),
    "article": (door("see_desk"), READ),
    "article_selected": (door("add_article"), WRITE),
    "article_words": (door("add_article"), READ),
    "article_edit": (door("triage"), WRITE),
    "article_again": (door("add_article"), POST),
    "article_paste": (door("add_article"), WRITE),
    "article_changes": (door("see_desk"), READ),
    "likeness_answer": (door("triage"), WRITE),
    "change_answer": (door("triage"), WRITE),
    "article_progress": (door("see_desk"), READ),
    "article_original": (door("see_desk"), READ),
    "triage": (door("triage"), READ),
    "triage_bulk": (door("triage"), POST),
    "queue": (door("review"), WRITE),
    "holds": (door("see_desk"), READ),
    "slot_release": (verb("release"), WRITE),
    "due": (door("see_desk"), READ),
    "corrections": (door("see_desk"), READ),
    "review": (door("review"), WRITE),
    "review_draft": (door("review"), POST),
    "draft": (door("review"), WRITE),
    "review_decline": (door("review"), POST),
    "review_answer": (verb("reaffirm"), POST),
    "review_again": (verb("change"), WRITE),
    "review_again_draft": (verb("change"), POST),
    "claims": (door("see_desk"), READ),
    "claims_export": (door("export"), READ),
    "claim": (door("see_desk"), READ),
    "claim_history": (door("see_desk"), READ),
    "claim_take": (door("review"), POST),
    "event_redact": (door("redact"), WRITE),
    "evidence": (door("see_desk"), READ),
    "evidence_bytes": (door("see_desk"), READ),
    "claim_verb": (verb("accept"), WRITE),
    "claim_assign": (verb("assign"), WRITE),
    "claim_look_into": (door("look_into"), WRITE),
    "claim_publish": (door("publish"), WRITE),
    "claim_adjudicate": (door("adjudicate"), WRITE),
    "claim_remark": (door("comment"), POST),
    "claim_reply": (door("log_reply"), POST),
    "claim_correction": (door("ask_for_correction"), POST),
    "correction_log": (door("ask_for_correction"), POST),
    "remark_resolve": (door("comment"), POST),
    "reply_log": (door("log_reply"), POST),
    "notifications": (door("see_desk"), WRITE),
    "agreement": (door("see_statistics"), READ),
    "adjudication": (door("adjudicate"), READ),
    "feeds": (door("edit_policy"), READ),
    "imports": (door("edit_policy"), WRITE),
    "import_report": (door("edit_policy"), READ),
    "suggestion_merge": (verb("merge"), WRITE),
    "suggestion_answer": (door("compare"), POST),
    "ledger": (door("see_desk"), READ),
    "sources": (door("see_desk"), READ),
    "sources_export": (door("export"), READ),
    "source": (door("see_desk"), READ),
    "source_names": (door("see_desk"), READ),
    "source_edit": (door("manage_sources"), WRITE),
    "source_name": (door("manage_sources"), POST),
    "source_merge": (door("manage_sources"), WRITE),
    "source_unmerge": (door("manage_sources"), POST),
    "name_remove": (door("manage_sources"), POST),
    "kinships": (door("manage_sources"), READ),
    "kinship_answer": (door("manage_sources"), POST),
    "checks": (ANYBODY, READ),
    "check": (ANYBODY, READ),
    "check_version": (ANYBODY, READ),
}


def routes():
    found = {}

    def walk(patterns, outside):
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                walk(
                    pattern.url_patterns,
                    outside or pattern.urlconf_module in (account_urls, mfa_urls) or pattern.app_name == "admin",
                )
            elif isinstance(pattern, URLPattern) and not outside:
                found[pattern.name] = pattern

    walk(get_resolver().url_patterns, outside=False)
    return found


def test_every_route_of_the_desk_is_listed():
    assert set(routes()) == set(ROUTES)


@pytest.fixture
def world(cast):
    """One object of each kind; every one a candidate or held by the reviewer, so that the address exists."""
    claim = ClaimFactory(in_review=True, rows__reviewer=cast[Role.REVIEWER])
    slot = claim.slots.get(state=SlotState.HELD)
    statement = claim.appearances.get().statement
    numbers = {
        "article": claim.article_id,
        "article_selected": claim.article_id,
        "article_words": claim.article_id,
        "article_progress": claim.article_id,
        "article_edit": claim.article_id,
        "article_again": claim.article_id,
        "article_paste": claim.article_id,
        "article_changes": claim.article_id,
        "source": statement.source_id,
    }
    numbers |= dict.fromkeys(("review", "review_draft", "review_decline", "slot_release"), slot.pk)

    def address(name):
        wanted = routes()[name].pattern.converters
        given = {
            "pk": numbers.get(name, claim.pk),
            "verb": "reaffirm" if name == "review_answer" else "accept",
            "public_id": claim.public_id,
            "slug": "x",
            "which": "file",
            "form": "csv",
            "number": 1,
        }
        return reverse(name, kwargs={key: given[key] for key in wanted})

    return address


@pytest.mark.parametrize("name", sorted(ROUTES))
def test_each_role_gets_what_the_table_says(name, world, cast, client):
    address, wrong = world(name), []
    for role in (None, *Role):
        client.logout()
        if role is not None:
            client.force_login(cast[role])
        for method in METHODS:
            status, to_login = answer(client, method, address)
            if not fits(name, role, method, status, closed=status == 403 or to_login):
                wrong.append((role, method, status))
    assert wrong == []


def fits(name, role, method, status, closed):
    """Whether this answer is what the table says of this cell."""
    roles, methods = ROUTES[name]
    if status >= 500 and status != 503:
        return False
    if role not in roles:
        return closed or (status == 405 and role is not None)
    if method not in methods:
        return status == 405
    return not closed or theirs_alone(name, role)


def answer(client, method, address):
    response = getattr(client, method)(address)
    return response.status_code, "/accounts/login/" in response.get("Location", "")


def theirs_alone(name, role):
    """A slot is its holder's alone: the same roles in other hands are refused."""
    return name.startswith("review") and role != Role.REVIEWER


@pytest.mark.parametrize("model", list(admin.site._registry), ids=lambda m: m._meta.label_lower)
def test_the_panel_is_closed_to_everybody_but_its_roles(model, cast, client):
    User.objects.filter(pk__in=[cast[Role.EDITOR].pk, cast[Role.ADMINISTRATOR].pk]).update(is_staff=True)
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    seen = set()
    for role in (None, *Role):
        client.logout()
        if role is not None:
            client.force_login(cast[role])
        if client.get(address).status_code == 200:
            seen.add(role)
    assert seen <= {Role.EDITOR, Role.ADMINISTRATOR}
