"""Letters about accounts: from the desk by its name, and without an offer that it does not make."""

import pytest
from django.urls import reverse

from claims.models import Role, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client, cast, settings, mailoutbox):
    settings.DESK_NAME = "The Example's desk"
    User.objects.filter(pk=cast[Role.REVIEWER].pk).update(email="reviewer@desk.example")

    def ask_for(address):
        client.post(reverse("account_reset_password"), {"email": address})
        [letter] = mailoutbox
        assert letter.subject.startswith("[The Example's desk] ")
        assert "Hello from" not in letter.body
        return letter.body

    return ask_for


def test_a_forgotten_password_is_asked_for_in_the_desks_name(ask):
    told = ask("reviewer@desk.example")
    assert "your account at The Example's desk" in told
    assert "/accounts/password/reset/key/" in told


def test_the_way_into_an_account_leads_to_the_desk_whatever_host_was_asked_for(client, cast, settings, mailoutbox):
    settings.ALLOWED_HOSTS, settings.PUBLIC_ADDRESS = ["*"], "https://desk.example.org/"
    said = {"email": cast[Role.REVIEWER].email}
    client.post(reverse("account_reset_password"), said, HTTP_HOST="elsewhere.example")
    assert "https://desk.example.org/accounts/password/reset/key/" in mailoutbox[0].body
    assert "elsewhere.example" not in mailoutbox[0].body


def test_an_unknown_address_is_offered_no_account(ask):
    told = ask("stranger@elsewhere.example")
    assert "No account there has this address" in told
    assert "sign up" not in told
    assert "/signup" not in told
