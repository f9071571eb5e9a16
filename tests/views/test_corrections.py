"""The list of corrections that the desk asked outlets for, across all claims."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.models import Claim, CorrectionRequest, Role
from claims.publishing import outlets
from tests.factories import ArticleFactory, ClaimFactory, OutletFactory
from tests.views.test_articles import own_queries

pytestmark = pytest.mark.django_db


def asked(by, *, days_ago=0, outlet=None, outcome="", **more):
    """A public claim about which an outlet was asked, and what the outlet did."""
    named = {"name": outlet} if outlet else {}
    article = ArticleFactory(outlet=OutletFactory(**named))
    claim: Claim = ClaimFactory(published=True, article=article)
    day = timezone.localdate() - timedelta(days=days_ago)
    said = {"article": article, "asked": "The editor on duty", "channel": "e-mail", "asked_on": day} | more
    request = outlets.ask_for_correction(claim, by=by, **said)
    return outlets.log_correction(request, outcome=outcome, by=by) if outcome else request


def listed(client, **query):
    """The requests on the page, in its order."""
    return [row.record for row in client.get(reverse("corrections"), query).context["table"].rows]


def test_what_waits_longest_comes_first_and_what_is_over_comes_last(client, cast):
    editor = cast[Role.EDITOR]
    over = asked(editor, days_ago=9, outcome="corrected")
    newer, older = asked(editor, days_ago=1), asked(editor, days_ago=5, outcome="acknowledged")
    client.force_login(editor)
    assert listed(client) == [older, newer, over]


def test_the_list_is_narrowed_by_what_came(client, cast):
    editor = cast[Role.EDITOR]
    open_one, refused = asked(editor), asked(editor, outcome="refused")
    client.force_login(editor)
    assert listed(client, outcome="none") == [open_one]
    assert listed(client, outcome="refused") == [refused]


@pytest.mark.parametrize("words", ["Harbour", "on duty"])
def test_the_list_is_searched_by_outlet_and_by_person(client, cast, words):
    editor = cast[Role.EDITOR]
    wanted = asked(editor, outlet="The Harbour Post")
    asked(editor, outlet="Valley Radio", asked="A news desk")
    client.force_login(editor)
    assert listed(client, q=words) == [wanted]


def test_a_row_leads_to_the_requests_of_its_claim(client, cast):
    request = asked(cast[Role.EDITOR])
    client.force_login(cast[Role.REVIEWER])
    page = client.get(reverse("corrections")).content.decode()
    assert f'href="{request.claim.get_absolute_url()}#corrections"' in page


def test_a_desk_that_asked_for_nothing_says_how_to(client, cast):
    client.force_login(cast[Role.EDITOR])
    assert "No outlet was asked yet" in client.get(reverse("corrections")).content.decode()


@pytest.mark.parametrize("many", [1, 12])
def test_the_list_asks_few_questions_whatever_its_length(client, cast, many):
    for _ in range(many):
        asked(cast[Role.EDITOR])
    client.force_login(cast[Role.EDITOR])
    with CaptureQueriesContext(connection) as captured:
        client.get(reverse("corrections"))
    assert len(own_queries(captured)) <= 6


def test_the_desk_page_counts_what_no_outlet_answered(client, cast):
    editor = cast[Role.EDITOR]
    asked(editor)
    asked(editor, outcome="acknowledged")
    asked(editor, outcome="corrected")
    client.force_login(editor)
    tile = next(
        tile for tile in client.get(reverse("dashboard")).context["tiles"] if tile.address == "/correction-requests/"
    )
    assert tile.number == 2
    assert CorrectionRequest.objects.open().count() == 2


def test_the_tile_is_shown_to_those_who_can_ask(client, cast):
    asked(cast[Role.EDITOR])
    client.force_login(cast[Role.REVIEWER])
    assert "/correction-requests/" not in {tile.address for tile in client.get(reverse("dashboard")).context["tiles"]}
