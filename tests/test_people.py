"""Accounts: somebody can always give roles, nobody is taken over unseen, and no two look like one."""

import json
import re
from importlib import import_module

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.contrib.auth.models import Group
from django.core import mail
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.urls import reverse

from claims.models import Event, Role, User
from claims.models.names import has_unseen, is_mixed, likeness
from claims.record import accounts, chain, events
from claims.record.refusals import IllegalMove
from tests.factories import ClaimFactory, PersonFactory

pytestmark = pytest.mark.django_db

OLD, NEW = "a long enough password", "another-long-enough-9"


def address_of(person):
    return reverse("admin:claims_user_change", args=[person.pk])


def form_of(client, person, **more):
    """What a browser would send back of the account's page, with what is typed into it."""
    form = client.get(address_of(person)).context["adminform"].form
    sent = {name: form[name].value() for name in form.fields if name != "password"}
    sent["groups"] = [getattr(group, "pk", group) for group in sent["groups"]]
    sent |= more
    return {
        name: "on" if value is True else value
        for name, value in sent.items()
        if value is not None and value is not False
    }


def told(verb):
    return json.loads(Event.objects.filter(verb=verb).latest("sequence").payload.body)


def errors_of(page):
    return page.context["adminform"].form.errors


# --- the last administrator --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("field", "typed"), [("groups", []), ("is_active", False)], ids=["role", "switched off"])
def test_the_last_administrator_stays_one(administrator, cast, field, typed):
    person = cast[Role.ADMINISTRATOR]
    sent = form_of(administrator, person, **{field: typed, "display_name": "Ada Lind"})
    page = administrator.post(address_of(person), sent)
    assert "Make somebody else an administrator first" in str(errors_of(page)[field])
    assert page.context["adminform"].form["display_name"].value() == "Ada Lind"
    person.refresh_from_db()
    assert (person.is_active, person.groups.filter(name=Role.ADMINISTRATOR).exists()) == (True, True)


def test_one_of_two_administrators_may_go(administrator, cast):
    PersonFactory(roles=[Role.ADMINISTRATOR])
    person = cast[Role.ADMINISTRATOR]
    administrator.post(address_of(person), form_of(administrator, person, groups=[]))
    assert not person.groups.exists()


def test_an_administrator_who_is_switched_off_is_none(administrator, cast):
    PersonFactory(roles=[Role.ADMINISTRATOR], is_active=False)
    person = cast[Role.ADMINISTRATOR]
    assert errors_of(administrator.post(address_of(person), form_of(administrator, person, groups=[])))["groups"]


def test_whom_createsuperuser_makes_does_not_shut_themselves_out(client):
    person = User.objects.create_superuser("root", "root@desk.example", OLD)
    client.force_login(person)
    page = client.post(address_of(person), form_of(client, person, display_name="Ada"))
    assert errors_of(page)["groups"]
    role = Group.objects.get(name=Role.ADMINISTRATOR).pk
    client.post(address_of(person), form_of(client, person, groups=[role]))
    person.refresh_from_db()
    assert (person.is_staff, person.is_superuser, accounts.is_one(person)) == (True, False, True)


def test_two_administrators_who_switch_each_other_off_do_not_both_succeed(administrator, cast, monkeypatch):
    """The second's form was right when it was read: the other one's change comes in before its event."""
    other = PersonFactory(roles=[Role.ADMINISTRATOR])
    sent = form_of(administrator, other, is_active=False)
    lock = chain.locked_head

    def meanwhile():
        cast[Role.ADMINISTRATOR].groups.clear()
        return lock()

    monkeypatch.setattr(chain, "locked_head", meanwhile)
    assert administrator.post(address_of(other), sent).status_code == IllegalMove.http_status
    other.refresh_from_db()
    assert other.is_active


def test_whoever_has_the_machine_makes_an_administrator(cast, capsys):
    person = cast[Role.REVIEWER]
    User.objects.filter(pk=person.pk).update(is_active=False)
    call_command("make_administrator", person.username)
    assert "is an administrator" in capsys.readouterr().out
    person.refresh_from_db()
    assert (person.is_active, person.is_staff, accounts.is_one(person)) == (True, True, True)
    event = Event.objects.get()
    assert (event.verb, event.actor, event.object_id) == ("make_administrator", None, person.pk)
    assert told("make_administrator")["after"] == ["administrator", "reviewer"]
    with pytest.raises(CommandError, match="no account 'nobody'"):
        call_command("make_administrator", "nobody")


def test_whoever_has_the_machine_makes_an_account_for_an_administrator(cast, monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", OLD)
    call_command("createsuperuser", "--noinput", username="root", email="root@desk.example", verbosity=0)
    person = User.objects.get(username="root")
    assert person.groups.get().name == Role.ADMINISTRATOR
    event = Event.objects.get()
    assert (event.verb, event.actor, event.object_id) == ("make_administrator", None, person.pk)
    PersonFactory()  # an account that comes later is none of the command's
    assert Event.objects.count() == 1


# --- what is told of an account ----------------------------------------------------------------------------------------


def test_a_new_address_is_told_with_the_old_one_which_gets_a_letter(
    administrator, cast, django_capture_on_commit_callbacks
):
    person = cast[Role.REVIEWER]
    EmailAddress.objects.create(user=person, email=person.email, primary=True)
    sent = form_of(administrator, person, email="e@elsewhere.example")
    with django_capture_on_commit_callbacks(execute=True):
        administrator.post(address_of(person), sent)
    assert told("edit_person")["was"] == {"email": "reviewer@desk.example"}
    assert told("edit_person")["is"] == {"email": "e@elsewhere.example"}
    assert [letter.to for letter in mail.outbox] == [["reviewer@desk.example"]]
    assert not EmailAddress.objects.filter(email="reviewer@desk.example").exists()


def test_a_change_of_nothing_that_is_an_address_sends_no_letter(
    administrator, cast, django_capture_on_commit_callbacks
):
    person = cast[Role.REVIEWER]
    with django_capture_on_commit_callbacks(execute=True):
        administrator.post(address_of(person), form_of(administrator, person, display_name="Rhea"))
    assert mail.outbox == []


def one_password_event(person, by):
    event = Event.objects.get(verb="set_password")
    assert (event.actor, event.object_id) == (by, person.pk)
    person.refresh_from_db()
    assert person.check_password(NEW)
    assert ("Your password was changed", [person.email]) in [(letter.subject, letter.to) for letter in mail.outbox]


def test_a_password_that_somebody_changes_is_told(client, cast, django_capture_on_commit_callbacks):
    person = cast[Role.REVIEWER]
    client.login(username=person.username, password=OLD)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            reverse("account_change_password"), {"oldpassword": OLD, "password1": NEW, "password2": NEW}, follow=True
        )
    one_password_event(person, by=person)


def test_a_password_that_is_set_through_a_letter_is_told(client, cast, django_capture_on_commit_callbacks):
    person = cast[Role.REVIEWER]
    client.post(reverse("account_reset_password"), {"email": person.email})
    link = re.search(r"/accounts/password/reset/key/\S+", mail.outbox[0].body).group()
    page = client.get(link, follow=True)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(page.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})
    one_password_event(person, by=None)


def test_a_password_that_an_administrator_sets_is_written_to_its_owner(
    administrator, cast, django_capture_on_commit_callbacks
):
    person = cast[Role.REVIEWER]
    said = {"password1": NEW, "password2": NEW, "usable_password": "true"}
    with django_capture_on_commit_callbacks(execute=True):
        administrator.post(reverse("admin:auth_user_password_change", args=[person.pk]), said)
    one_password_event(person, by=cast[Role.ADMINISTRATOR])


@pytest.mark.parametrize("written", ["+5007", "_2B5007", "%205007", "5_007"])
def test_however_the_number_of_an_account_is_written_its_password_is_never_set_unseen(
    administrator, cast, written, django_capture_on_commit_callbacks
):
    """Django's page reads ``_2B`` as +, and leaves the rest to ``int``."""
    person = PersonFactory(pk=5007, email="seven@desk.example")
    said = {"password1": NEW, "password2": NEW, "usable_password": "true"}
    with django_capture_on_commit_callbacks(execute=True):
        administrator.post(f"/admin/claims/user/{written}/password/", said)
    one_password_event(person, by=cast[Role.ADMINISTRATOR])


def answers(monkeypatch, *typed):
    given = iter(typed)
    monkeypatch.setattr("getpass.getpass", lambda prompt="": next(given))


def test_a_password_that_is_set_from_the_machine_is_told(cast, monkeypatch, django_capture_on_commit_callbacks):
    person = cast[Role.REVIEWER]
    answers(monkeypatch, NEW, "something else", NEW, NEW)
    with django_capture_on_commit_callbacks(execute=True):
        call_command("changepassword", person.username)
    one_password_event(person, by=None)


def test_from_the_machine_a_password_follows_the_rules_and_belongs_to_somebody(cast, monkeypatch, capsys):
    answers(monkeypatch, *["short"] * 6)
    with pytest.raises(CommandError, match="nothing was changed after 3 tries"):
        call_command("changepassword", "reviewer")
    assert "too short" in capsys.readouterr().err
    with pytest.raises(CommandError, match="no account 'nobody'"):
        call_command("changepassword", "nobody")
    assert User.objects.get(username="reviewer").check_password(OLD)
    assert not Event.objects.exists()


def test_a_mail_server_that_is_away_keeps_no_password_from_being_changed(
    client, cast, monkeypatch, django_capture_on_commit_callbacks
):
    def away(*_, **__):
        raise OSError("connection refused")

    monkeypatch.setattr(accounts, "send_mail", away)
    client.login(username="reviewer", password=OLD)
    said = {"oldpassword": OLD, "password1": NEW, "password2": NEW}
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(reverse("account_change_password"), said).status_code == 302
    assert User.objects.get(username="reviewer").check_password(NEW)


def test_the_history_of_an_account_tells_roles_and_each_field(administrator, cast):
    person = cast[Role.REVIEWER]
    roles = list(Group.objects.filter(name__in=["reviewer", "triager"]).values_list("pk", flat=True))
    administrator.post(
        address_of(person), form_of(administrator, person, groups=roles, email="r@desk.example", display_name="Rhea")
    )
    page = administrator.get(reverse("admin:claims_user_history", args=[person.pk])).content.decode()
    assert "roles: <del>reviewer</del> → <ins>reviewer, triager</ins>" in page
    assert "<del>reviewer@desk.example</del> → <ins>r@desk.example</ins>" in page
    assert "<ins>Rhea</ins>" in page


def test_the_history_of_an_account_from_before_tells_which_fields(administrator, cast):
    from_before = {"before": ["reviewer"], "after": ["reviewer"], "fields": ["email", "password1"]}
    events.append("edit_person", cast[Role.REVIEWER], by=None, payload=from_before)
    address = reverse("admin:claims_user_history", args=[cast[Role.REVIEWER].pk])
    assert "email address: <del>…</del> → <ins>…</ins>" in administrator.get(address).content.decode()


@pytest.mark.parametrize(
    "said",
    [
        {"action_add": "", "email": "e@elsewhere.example"},
        {"action_primary": "", "email": "old@elsewhere.example"},
        {"action_remove": "", "email": "reviewer@desk.example"},
    ],
    ids=["a new one", "one from before", "none"],
)
def test_nobody_gives_themselves_another_address_without_an_event(client, cast, said):
    person = cast[Role.REVIEWER]
    EmailAddress.objects.create(user=person, email="old@elsewhere.example", verified=True)
    EmailAddress.objects.create(user=person, email=person.email)
    client.login(username=person.username, password=OLD)
    assert "an administrator gives an account its address" in client.get(reverse("account_email")).content.decode()
    page = client.post(reverse("account_email"), said)
    assert "an administrator gives an account its address" in page.content.decode()
    person.refresh_from_db()
    assert person.email == "reviewer@desk.example"
    assert mail.outbox == []
    assert person.emailaddress_set.count() == 2


def test_addresses_from_before_the_upgrade_get_no_letters(client, cast):
    person, lind = cast[Role.REVIEWER], PersonFactory(email="\u00c9va@desk.example")
    EmailAddress.objects.create(user=person, email="old@elsewhere.example")
    same = [
        EmailAddress.objects.create(user=person, email="reviewer@desk.example"),
        EmailAddress.objects.create(user=lind, email="\u00e9va@desk.example"),
    ]
    import_module("claims.migrations.0026_one_address").forget_others(apps, None)
    assert list(EmailAddress.objects.order_by("pk")) == same
    client.post(reverse("account_reset_password"), {"email": "old@elsewhere.example"})
    assert ["No account there has this address" in letter.body for letter in mail.outbox] == [True]


def test_the_history_of_who_was_made_administrator_tells_what_changed_and_no_more(administrator, cast):
    person = cast[Role.REVIEWER]
    accounts.make_administrator(person)
    address = reverse("admin:claims_user_history", args=[person.pk])
    page = administrator.get(address).content.decode()
    assert "roles: <del>reviewer</del> → <ins>administrator, reviewer</ins>" in page
    assert "active:" not in page
    User.objects.filter(pk=person.pk).update(is_active=False)
    accounts.make_administrator(User.objects.get(pk=person.pk))
    assert "active: <del>False</del> → <ins>True</ins>" in administrator.get(address).content.decode()


# --- a stale page ------------------------------------------------------------------------------------------------------


def test_a_page_from_before_does_not_switch_an_account_on_again(administrator, cast):
    person = cast[Role.REVIEWER]
    stale = form_of(administrator, person, display_name="Rhea")
    administrator.post(address_of(person), form_of(administrator, person, is_active=False, groups=[]))
    page = administrator.post(address_of(person), stale)
    assert "changed this on" in str(errors_of(page)["__all__"])
    person.refresh_from_db()
    assert (person.is_active, person.groups.count()) == (False, 0)


# --- names and addresses -----------------------------------------------------------------------------------------------


def added(client, **said):
    new = {"username": "newcomer", "email": "n@desk.example", "display_name": "", "password1": NEW, "password2": NEW,
           "usable_password": "true", "groups": []}  # fmt: skip
    return client.post(reverse("admin:claims_user_add"), new | said)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("username", "editor"),
        ("username", "Editor"),
        ("username", "editor@desk.example"),
        ("email", "EDITOR@desk.example"),
        ("email", "anna@lind"),
        ("display_name", "Anna Lind"),
        ("display_name", "anna  lind"),
        ("display_name", "\u0410nna Lind"),  # Cyrillic
        ("display_name", "Anna Lind\u3164"),
        ("display_name", "Anna Lind \u2800"),
        ("display_name", "administrator"),
        ("display_name", "\u0430\u0441\u0435"),  # all Cyrillic, and reads as "ace"
    ],
)
def test_what_is_anothers_or_looks_like_it_is_refused_beside_its_field(administrator, cast, field, typed):
    PersonFactory(username="anna@lind", display_name="Anna Lind")
    PersonFactory(username="ace")
    page = added(administrator, **{field: typed})
    assert page.status_code == 200
    assert errors_of(page)[field]
    assert not User.objects.filter(username="newcomer").exists()


def test_renaming_to_a_name_that_differs_in_its_capitals_is_refused(administrator, cast):
    person = cast[Role.REVIEWER]
    page = administrator.post(address_of(person), form_of(administrator, person, username="Editor"))
    assert errors_of(page)["username"]


def test_an_account_from_before_these_rules_can_be_switched_off(administrator, cast):
    person = cast[Role.REVIEWER]
    User.objects.filter(pk=person.pk).update(email="EDITOR@desk.example", display_name="\u0410nna\u3164")
    administrator.post(address_of(person), form_of(administrator, person, is_active=False))
    person.refresh_from_db()
    assert not person.is_active


def test_a_person_may_change_the_capitals_of_their_own_name(administrator, cast):
    person = cast[Role.REVIEWER]
    administrator.post(address_of(person), form_of(administrator, person, username="Reviewer", display_name="Reviewer"))
    person.refresh_from_db()
    assert (person.username, person.display_name) == ("Reviewer", "Reviewer")


@pytest.mark.parametrize(
    "name",
    [
        "Zoë O’Neil",
        "Ольга Lind",
        "Мар\u02bcяна",
        "高橋 さくら",
        "みき子",
        "Jean-Luc",
        "김 민지",
        "می\u200cنا",
        "ක්\u200dරිස්",
        "I \u2764\ufe0f Radio",
        "辻\U000e0101 健",
    ],
)
def test_names_as_people_have_them_are_taken(name):
    assert not is_mixed(name)
    assert not has_unseen(name)


@pytest.mark.parametrize(
    "name", ["\u200cAnna", "Anna\u200d", "Anna \u200cLind", "An\u200c\u200dna", "Anna\u3164", "Anna\ufe0f"]
)
def test_a_joiner_that_joins_nothing_and_what_shows_nothing_are_unseen(name):
    assert has_unseen(name)


def test_a_joiner_makes_no_other_name():
    assert likeness("An\u200cna") == likeness("Anna")


def test_two_names_that_can_be_told_apart_are_not_alike():
    assert likeness("Anna Lind") != likeness("Anna Lund")


def test_who_looks_like_another_is_shown_with_the_user_name_where_a_reviewer_is_chosen(client, cast):
    cast[Role.REVIEWER].display_name, cast["second"].display_name = "Anna", "\u0410nna"
    User.objects.bulk_update([cast[Role.REVIEWER], cast["second"]], ["display_name"])
    client.force_login(cast[Role.EDITOR])
    page = client.get(reverse("claim_assign", args=[ClaimFactory(queued=True).pk])).content.decode()
    assert '<span class="small-print"><bdi>reviewer</bdi></span>' in page
    assert '<span class="small-print"><bdi>second</bdi></span>' in page
    assert '<span class="small-print"><bdi>adjudicator</bdi></span>' not in page


# --- passwords and those who guess -------------------------------------------------------------------------------------


def test_the_panel_leads_to_the_page_that_limits_wrong_old_passwords(administrator):
    answer = administrator.get(reverse("admin:password_change"))
    assert (answer.status_code, answer.url) == (302, reverse("account_change_password"))


@pytest.fixture
def counted():
    cache.clear()
    yield
    cache.clear()


def signs_in(client, password, address, name="administrator", **more):
    client.logout()
    client.post(reverse("account_login"), {"login": name, "password": password}, REMOTE_ADDR=address, **more)
    return "_auth_user_id" in client.session


def test_a_stranger_who_guesses_locks_out_nobody_who_comes_from_elsewhere(client, cast, counted):
    for _ in range(6):
        assert not signs_in(client, "wrong", "203.0.113.7")
    assert signs_in(client, OLD, "198.51.100.2")
    assert not signs_in(client, OLD, "203.0.113.7")


def test_whoever_guesses_has_no_more_tries_by_asking_for_another_host(client, cast, counted, settings):
    settings.ALLOWED_HOSTS = ["*"]
    for number in range(6):
        assert not signs_in(client, "wrong", "203.0.113.7", HTTP_HOST=f"Desk.example:{8000 + number}")
    assert not signs_in(client, OLD, "203.0.113.7")


def test_wrong_passwords_count_for_the_account_by_whichever_name(client, cast, counted):
    names = [
        "administrator",
        "Administrator",
        "ADMINISTRATOR",
        "administrator@desk.example",
        "Administrator@DESK.example",
    ]
    for name in names:
        assert not signs_in(client, "wrong", "203.0.113.7", name)
    assert not signs_in(client, OLD, "203.0.113.7", "administrator@desk.example")
    assert not signs_in(client, OLD, "203.0.113.7")
    assert signs_in(client, OLD, "203.0.113.7", "reviewer") is True


# --- who only looks ----------------------------------------------------------------------------------------------------


def test_an_editor_is_offered_nothing_that_they_may_not_do(client, cast):
    User.objects.filter(pk=cast[Role.EDITOR].pk).update(is_staff=True)
    client.force_login(cast[Role.EDITOR])
    assert "second factor (" not in client.get(reverse("admin:claims_user_changelist")).content.decode()
    page = client.get(address_of(cast[Role.REVIEWER])).content.decode()
    assert "reviewer@desk.example" in page
    assert "password/" not in page.replace("password/change/", "")


def test_the_list_is_narrowed_by_role_as_its_column_is_called(administrator):
    page = administrator.get(reverse("admin:claims_user_changelist")).content.decode()
    assert "By role" in page
    assert "By groups" not in page


def test_a_very_long_name_leaves_room_for_the_other_columns(administrator):
    PersonFactory(username="w" * 150, display_name="v" * 120, email=f"{'u' * 200}@desk.example")
    page = administrator.get(reverse("admin:claims_user_changelist")).content.decode()
    assert not re.search(r">[^<>\s]{40,}<", page)


# --- what was typed ----------------------------------------------------------------------------------------------------


def test_who_lost_the_role_while_writing_gets_back_what_they_typed(client, cast):
    client.force_login(cast[Role.REVIEWER])
    claim = ClaimFactory(queued=True)
    client.post(reverse("queue"))
    cast[Role.REVIEWER].groups.clear()
    typed = {"token": "x", "rationale": "The ledger <shows> it.", "csrfmiddlewaretoken": "secret"}
    page = client.post(reverse("review", args=[claim.slots.get().pk]), typed)
    assert page.status_code == 403
    assert 'name="rationale" value="The ledger &lt;shows&gt; it."' in page.content.decode()
    assert "secret" not in page.content.decode()


def test_who_typed_nothing_is_offered_nothing_to_send_once_more(client, cast):
    client.force_login(cast[Role.REVIEWER])
    cast[Role.REVIEWER].groups.clear()
    page = client.post(reverse("queue"))
    assert page.status_code == 403
    assert "Send it once more" not in page.content.decode()
