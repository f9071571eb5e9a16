import json
import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from claims.models import Claim, Publication, Review, Role
from claims.publishing import publish, ratings
from tests.factories import ClaimFactory, ReviewFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(cast):
    claim = ClaimFactory(decided=True, wording="The bridge cost </script><b>12 million</b>.")
    publish.publish(
        claim,
        rating=ratings.in_use().get(key="true"),
        title="The bridge",
        summary="So it is.",
        override="urgent",
        by=cast[Role.EDITOR],
    )
    claim.refresh_from_db()
    return claim


def address(claim):
    return reverse("check", args=[claim.public_id, "the-bridge"])


def test_anybody_reads_a_check_without_logging_in(client, published):
    page = client.get(address(published))
    assert page.status_code == 200
    assert "So it is." in page.content.decode()
    assert "The bridge" in client.get(reverse("checks")).content.decode()


def test_from_a_check_the_desk_finds_its_claim_and_nobody_else_sees_the_way(client, published, cast):
    way = f'href="{published.get_absolute_url()}"'
    assert way not in client.get(address(published)).content.decode()
    for role, seen in ((Role.VIEWER, False), (Role.EDITOR, True)):
        client.force_login(cast[role])
        assert (way in client.get(address(published)).content.decode()) is seen


def test_its_claimreview_is_whole_and_inert(client, published):
    page = client.get(address(published)).content.decode()
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[1]
    document = json.loads(block)
    assert document["@type"] == "ClaimReview"
    assert document["claimReviewed"] == "The bridge cost </script><b>12 million</b>."
    assert "<b>12 million" not in page


def test_another_slug_leads_to_the_canonical_address(client, published):
    answer = client.get(reverse("check", args=[published.public_id, "another"]))
    assert (answer.status_code, answer.url) == (301, address(published))


def test_reopening_leaves_the_check_up_and_says_so(client, published, cast):
    publish.reopen(published, note="A reader sent a ledger.", by=cast[Role.EDITOR])
    page = client.get(address(published)).content.decode()
    assert "being looked at again" in page
    assert "So it is." in page


def test_a_withdrawn_check_leaves_a_tombstone(client, published, cast):
    publish.withdraw(published, note="We were wrong.", by=cast[Role.EDITOR])
    page = client.get(address(published))
    assert page.status_code == 410
    assert "We were wrong." in page.content.decode()
    assert "So it is." not in page.content.decode()
    assert "ld+json" not in page.content.decode()


def test_nothing_unpublished_is_public(client):
    claim = ClaimFactory(decided=True)
    assert client.get(reverse("check", args=[claim.public_id, "x"])).status_code == 404
    assert claim.wording not in client.get(reverse("checks")).content.decode()


def test_a_version_has_its_own_address(client, published):
    number = Publication.objects.get().number
    assert client.get(reverse("check_version", args=[published.public_id, "the-bridge", number])).status_code == 200


DAY = date(2026, 5, 3)


def test_a_check_says_as_of_which_day_it_is_true_and_goes_by_the_earliest(client, published):
    Review.objects.update(as_of=DAY)
    ReviewFactory(slot__round=Publication.objects.get().decision.round, slot__number=2, as_of=DAY + timedelta(days=9))
    assert "This check is true as of 3 May 2026." in client.get(address(published)).content.decode()
    assert "true as of 3 May 2026" in client.get(reverse("checks")).content.decode()


def test_a_check_whose_reviews_name_no_day_tells_none(client, published):
    Claim.objects.update(as_of=DAY, as_of_read=DAY)  # what the machine read, and nobody said
    assert "true as of" not in client.get(address(published)).content.decode()
    assert "true as of" not in client.get(reverse("checks")).content.decode()


def test_a_check_keeps_its_day_while_the_claim_is_looked_at_again(client, published, cast):
    Review.objects.update(as_of=DAY)
    publish.reopen(published, note="A reader sent a ledger.", by=cast[Role.EDITOR])
    Claim.objects.update(as_of=DAY + timedelta(days=30))
    assert "true as of 3 May 2026" in client.get(address(published)).content.decode()


def test_a_withdrawn_check_is_true_as_of_no_day(client, published, cast):
    Review.objects.update(as_of=DAY)
    publish.withdraw(published, note="We were wrong.", by=cast[Role.EDITOR])
    assert "true as of" not in client.get(address(published)).content.decode()


def test_the_claimreview_tells_no_day_for_which_it_has_no_word(cast):
    claim = ClaimFactory(decided=True)
    Review.objects.update(as_of=DAY)
    rating = ratings.in_use().get(key="true")
    made = publish.publish(claim, rating=rating, title="T", summary="S", override="urgent", by=cast[Role.EDITOR])
    assert DAY.isoformat() not in json.dumps(made.document)
