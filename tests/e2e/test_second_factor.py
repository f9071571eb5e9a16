"""Setting up the second factor that the policy asks for, in a real browser, wide and narrow."""

import pytest
from django.urls import reverse

from claims.models import Policy
from tests.factories import ClaimFactory
from tests.views.test_second_factor import code_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (390, "dark")])
def test_the_set_up_is_walked_from_any_page_to_the_recovery_codes(visit, width, theme):
    Policy.objects.filter(pk=1).update(mfa_required=True)
    window = visit(width=width, theme=theme)
    page, looked_at = window.open(reverse("queue")), []

    def look():
        looked_at.append(page.locator("h1").inner_text())
        assert (window.violations(), window.overflow()) == ([], 0)

    look()
    page.get_by_label("Password").fill("a long enough password")
    page.get_by_role("button", name="Go on").click()
    look()
    page.get_by_label("Authenticator code").fill(code_of(page.locator("code.key").inner_text()))
    page.get_by_role("button", name="Set it up").click()
    look()
    page.get_by_role("link", name="To the desk").click()
    assert page.url == window.address + "/"
    for name in ("mfa_index", "mfa_deactivate_totp", "mfa_generate_recovery_codes"):
        window.open(reverse(name))
        look()
    assert looked_at[:3] == ["Is it you?", "Set up a second factor", "Recovery codes"]
    assert window.complaints == []


def test_a_form_that_was_sent_meanwhile_keeps_what_was_typed(visit):
    claim = ClaimFactory()
    window = visit(width=390)
    page = window.open(reverse("claim_verb", args=[claim.pk, "dismiss"]))
    Policy.objects.filter(pk=1).update(mfa_required=True)
    page.locator("main form button[name=reason]").first.click()
    assert page.locator("h1").inner_text() == "First a second factor"
    assert (window.violations(), window.overflow()) == ([], 0)
    Policy.objects.filter(pk=1).update(mfa_required=False)  # in place of setting one up in the other tab
    page.get_by_role("button", name="Send it once more").click()
    page.wait_for_load_state()
    claim.refresh_from_db()
    assert claim.status == "dismissed"
