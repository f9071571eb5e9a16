"""The second factor: set up, asked at login, demanded by the policy before any other page, and taken away when it is lost."""

import json
import time
from html import unescape

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.models import Event, Policy, Role, User
from claims.record import second_factor
from claims.record.policy import edit_policy
from claims.record.refusals import IllegalMove, NotPermitted
from tests.factories import ClaimFactory

pytestmark = pytest.mark.django_db

SET_UP = "/accounts/second-factor/totp/activate/"
CODE = "/accounts/second-factor/authenticate/"


@pytest.fixture
def asked(cast):
    edit_policy(Policy.objects.get(pk=1), changes={"mfa_required": True}, by=cast[Role.ADMINISTRATOR])


def code_of(secret, later=0):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later))


def give_factor(person):
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    RecoveryCodes.activate(person)
    return secret


def log_in(client, person):
    said = {"login": person.username, "password": "a long enough password"}
    return client.post(reverse("account_login"), said)


@pytest.mark.parametrize("role", sorted(second_factor.ASKED_OF))
def test_where_the_policy_asks_for_it_every_page_leads_to_the_set_up(client, cast, asked, role):
    User.objects.filter(pk=cast[role].pk).update(is_staff=True)
    client.force_login(cast[role])
    pages = ["dashboard", "queue", "articles", "admin:index", "account_change_password", "notifications"]
    assert [client.get(reverse(page)).url for page in pages] == [SET_UP] * len(pages)


@pytest.mark.parametrize("role", sorted(set(Role) - second_factor.ASKED_OF))
def test_it_is_asked_of_reviewers_and_above_alone(client, cast, asked, role):
    client.force_login(cast[role])
    assert client.get(reverse("dashboard")).status_code == 200


def test_whoever_has_one_is_led_nowhere(client, cast, asked):
    give_factor(cast[Role.REVIEWER])
    client.force_login(cast[Role.REVIEWER])
    assert client.get(reverse("queue")).status_code == 200


def test_recovery_codes_alone_are_no_second_factor(client, cast, asked):
    RecoveryCodes.activate(cast[Role.REVIEWER])
    client.force_login(cast[Role.REVIEWER])
    assert client.get(reverse("queue")).url == SET_UP


def test_the_public_pages_and_the_way_out_stay_open(client, cast, asked):
    client.force_login(cast[Role.REVIEWER])
    assert client.get(reverse("checks")).status_code == 200
    assert client.post(reverse("account_logout")).url == "/"
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_part_of_a_page_answers_with_a_notice_at_its_top(client, cast, asked, method):
    client.force_login(cast[Role.REVIEWER])
    claim = ClaimFactory(queued=True)
    answer = getattr(client, method)(reverse("claim_take", args=[claim.pk]), headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Retarget"]) == (403, "#notices")
    assert "this desk now asks you for a second factor" in answer.content.decode()
    claim.refresh_from_db()
    assert claim.status == "queued"


def test_what_was_typed_is_kept_and_can_be_sent_once_more(client, cast, asked):
    editor, claim = cast[Role.EDITOR], ClaimFactory()
    client.force_login(editor)
    address = reverse("claim_verb", args=[claim.pk, "dismiss"])
    typed = {"reason": "opinion", "note": 'It is "only" an opinion.', "new_password": "never shown"}
    page = client.post(address, typed)
    assert page.status_code == 403
    words = unescape(page.content.decode())
    assert f'name="note" value="{typed["note"]}"' in words
    assert 'name="reason" value="opinion"' in words
    assert f'action="{address}"' in words
    assert "never shown" not in words
    assert not Event.objects.filter(claim=claim).exists()
    give_factor(editor)
    client.post(address, typed)
    claim.refresh_from_db()
    assert claim.status == "dismissed"


def test_setting_it_up_opens_every_page(client, cast, asked, django_capture_on_commit_callbacks):
    reviewer = cast[Role.REVIEWER]
    log_in(client, reviewer)
    page = client.get(reverse("queue"), follow=True)
    if b"Your password, once more" in page.content:
        assert b"This desk asks reviewers and above" in page.content
        said = {"password": "a long enough password", "next": SET_UP}
        page = client.post(reverse("account_reauthenticate"), said, follow=True)
    words = page.content.decode()
    assert "This desk asks reviewers and above for a second factor" in words
    assert '<img class="qr" src="data:image/svg+xml' in words
    with django_capture_on_commit_callbacks(execute=True):
        codes = client.post(SET_UP, {"code": code_of(page.context["form"].secret)}, follow=True)
    unused = Authenticator.objects.get(user=reviewer, type="recovery_codes").wrap().get_unused_codes()
    assert all(code in codes.content.decode() for code in unused)
    assert client.get(reverse("queue")).status_code == 200
    told = Event.objects.filter(verb="add_second_factor", actor=reviewer)
    assert sorted(json.loads(event.payload.body)["kinds"][0] for event in told) == ["recovery_codes", "totp"]
    for name in ("mfa_index", "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes"):
        assert client.get(reverse(name)).status_code == 200


def test_a_wrong_code_sets_nothing_up(client, cast, asked):
    client.force_login(cast[Role.REVIEWER])
    client.post(reverse("account_reauthenticate"), {"password": "a long enough password"})
    secret = client.get(SET_UP).context["form"].secret
    assert client.post(SET_UP, {"code": str((int(code_of(secret)) + 1) % 1_000_000).zfill(6)}).status_code == 200
    assert not Authenticator.objects.exists()


def test_at_login_the_second_factor_is_asked(client, cast):
    secret = give_factor(cast[Role.TRIAGER])
    assert log_in(client, cast[Role.TRIAGER]).url == CODE
    assert client.get(reverse("dashboard")).status_code == 302
    assert b"Enter the code that your authenticator app shows" in client.get(CODE).content
    client.post(CODE, {"code": "000000"})
    assert "_auth_user_id" not in client.session
    client.post(CODE, {"code": code_of(secret)})
    assert client.get(reverse("dashboard")).status_code == 200


def test_a_recovery_code_lets_in_once(client, cast):
    reviewer = cast[Role.REVIEWER]
    give_factor(reviewer)
    code = Authenticator.objects.get(user=reviewer, type="recovery_codes").wrap().get_unused_codes()[0]
    for comes_in in (True, False):
        log_in(client, reviewer)
        client.post(CODE, {"code": code})
        assert ("_auth_user_id" in client.session) == comes_in
        client.logout()


def test_the_account_menu_leads_to_it(client, cast):
    client.force_login(cast[Role.VIEWER])
    assert f'href="{reverse("mfa_index")}"' in client.get(reverse("dashboard")).content.decode()
    assert b"protected by its password alone" in client.get(reverse("mfa_index")).content


def test_an_administrator_removes_one_whose_device_is_lost(client, cast):
    administrator, reviewer = cast[Role.ADMINISTRATOR], cast[Role.REVIEWER]
    User.objects.filter(pk=administrator.pk).update(is_staff=True)
    give_factor(reviewer)
    client.force_login(administrator)
    chosen = {"action": "remove_second_factor", "_selected_action": [reviewer.pk, cast["second"].pk]}
    page = client.post(reverse("admin:claims_user_changelist"), chosen, follow=True).content.decode()
    assert "Second: This account has no second factor." in page
    assert "1 done." in page
    assert not Authenticator.objects.exists()
    event = Event.objects.get()
    assert (event.verb, event.actor, event.object_id) == ("remove_second_factor", administrator, reviewer.pk)
    assert json.loads(event.payload.body)["kinds"] == ["recovery_codes", "totp"]
    client.logout()
    log_in(client, reviewer)
    assert "_auth_user_id" in client.session


def test_nobody_else_removes_one(cast):
    give_factor(cast[Role.REVIEWER])
    with pytest.raises(NotPermitted):
        second_factor.remove(cast[Role.REVIEWER], by=cast[Role.EDITOR])
    assert Authenticator.objects.count() == 2


def test_whoever_has_the_machine_has_a_way_back(cast, capsys):
    give_factor(cast[Role.ADMINISTRATOR])
    call_command("remove_second_factor", "administrator")
    assert "comes in with the password alone" in capsys.readouterr().out
    assert (Event.objects.get().verb, Event.objects.get().actor) == ("remove_second_factor", None)
    with pytest.raises(CommandError, match="no second factor"):
        call_command("remove_second_factor", "administrator")
    with pytest.raises(CommandError, match="no account 'nobody'"):
        call_command("remove_second_factor", "nobody")
    with pytest.raises(IllegalMove):
        second_factor.remove(cast[Role.ADMINISTRATOR], by=None)


def test_who_asks_and_what_they_owe_is_one_statement(client, cast, asked):
    give_factor(cast[Role.REVIEWER])
    client.force_login(cast[Role.REVIEWER])
    client.get(reverse("checks"))
    with CaptureQueriesContext(connection) as captured:
        client.get(reverse("queue"))
    assert sum("mfa_authenticator" in query["sql"] for query in captured) == 1
    assert all("claims_user" in query["sql"] for query in captured if "mfa_authenticator" in query["sql"])


def test_whose_factor_is_removed_while_they_wait_for_its_code_begins_again(client, cast):
    reviewer = cast[Role.REVIEWER]
    give_factor(reviewer)
    assert log_in(client, reviewer).url == CODE
    second_factor.remove(reviewer, by=cast[Role.ADMINISTRATOR])
    page = client.get(CODE, follow=True)
    assert page.redirect_chain == [(reverse("account_login"), 302)]
    assert "log in once more" in page.content.decode()
    assert log_in(client, reviewer).url == reverse("dashboard")
