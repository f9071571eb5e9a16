import json
import re
from datetime import date, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from claims.models import Claim, Evidence, Publication, Rating, ReplyRequest, Review, Role
from claims.publishing import publish, ratings
from claims.review import slots
from tests.factories import ClaimFactory, PersonFactory, ReviewFactory
from tests.review.test_main_job import give

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(cast):
    claim = ClaimFactory(decided=True, wording="The bridge cost </script><b>12 million</b>.")
    publish.publish(
        claim,
        rating=ratings.in_use().get(key="true"),
        title="The bridge",
        summary="So it is.",
        override="It is urgent now.",
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
    made = publish.publish(
        claim, rating=rating, title="T", summary="S", override="It is urgent now.", by=cast[Role.EDITOR]
    )
    assert DAY.isoformat() not in json.dumps(made.document)


def again(claim, cast, title="The bridge"):
    """Reopened, reviewed anew and published as the next version."""
    editor, reviewer = cast[Role.EDITOR], PersonFactory()
    publish.reopen(claim, note="A reader sent the ledger of 2024.", by=editor)
    give(slots.take(claim, by=reviewer), reviewer, verdict="refuted")
    claim.refresh_from_db()
    rating = ratings.in_use().get(key="false")
    return publish.publish(
        claim, rating=rating, title=title, summary="It is not.", override="It is urgent now.", by=editor
    )


def version(client, claim, number, slug="the-bridge"):
    return client.get(reverse("check_version", args=[claim.public_id, slug, number]))


def test_a_withdrawn_check_is_gone_with_all_its_versions(client, published, cast):
    again(published, cast)
    publish.withdraw(published, note="We were wrong.", by=cast[Role.EDITOR])
    for page in (version(client, published, 1), version(client, published, 2), client.get(address(published))):
        assert page.status_code == 410
        assert "We were wrong." in page.content.decode()
        assert "So it is." not in page.content.decode()


def test_another_slug_keeps_the_version(client, published):
    answer = version(client, published, 1, slug="another")
    assert (answer.status_code, answer.url) == (
        301,
        reverse("check_version", args=[published.public_id, "the-bridge", 1]),
    )


def test_a_check_shows_all_its_versions_and_why_it_was_looked_at_again(client, published, cast):
    assert "Versions" not in client.get(address(published)).content.decode()
    again(published, cast)
    page = client.get(address(published)).content.decode()
    assert reverse("check_version", args=[published.public_id, "the-bridge", 1]) in page
    assert "Looked at again because:" in page
    assert "A reader sent the ledger of 2024." in page
    assert "So it is." in version(client, published, 1).content.decode()


def asked(claim, days, **more):
    when = timezone.now() + timedelta(days=days)
    request = ReplyRequest(
        claim=claim, asked="River Board", asked_at=timezone.now(), channel="e-mail", answer_by=when, by=PersonFactory()
    )
    request.save()
    return request


def out(claim, cast):
    rating = ratings.in_use().get(key="true")
    publish.publish(
        claim, rating=rating, title="The bridge", summary="S", override="It is urgent now.", by=cast[Role.EDITOR]
    )
    return claim


def test_before_the_day_of_an_answer_the_check_says_that_it_was_asked_for_and_by_when(client, cast):
    claim = ClaimFactory(decided=True)
    asked(claim, 2)
    page = client.get(address(out(claim, cast))).content.decode()
    assert "We asked for an answer by" in page
    assert "No reply by" not in page


def test_after_the_day_of_an_answer_the_check_says_that_none_came(client, cast):
    claim = ClaimFactory(decided=True)
    asked(claim, -2)
    assert "No reply by" in client.get(address(out(claim, cast))).content.decode()


def test_what_went_out_stays_as_it_went_out(client, cast):
    claim = ClaimFactory(decided=True)
    request = asked(claim, 2)
    before = client.get(address(out(claim, cast))).content.decode()
    assert "The town&#x27;s ledger" in before
    ReplyRequest.objects.update(answer="It cost eleven.", answered_at=timezone.now())
    Evidence.objects.update(retrieved_at=timezone.now() + timedelta(days=9), quotation="Another.", alive="dead")
    Rating.objects.update(label="Correct", definition="Another word.")
    asked(claim, 5)
    after = client.get(address(claim)).content.decode()
    nonces = re.compile(r'nonce="[^"]+"|csrf[^>]+>')
    assert nonces.sub("", after) == nonces.sub("", before)
    assert request.asked in after


def test_what_went_out_before_this_is_kept_as_far_as_it_is_known(client, cast):
    claim = ClaimFactory(decided=True)
    asked(claim, 2)
    out(claim, cast)
    ReplyRequest.objects.update(answer="It cost eleven.", answered_at=timezone.now() + timedelta(days=3))
    Evidence.objects.update(retrieved_at=timezone.now() + timedelta(days=9), archived_sha256="a" * 64)
    Publication.objects.update(shown={})
    import_module("claims.migrations.0020_what_a_check_shows").keep(apps, None)
    page = client.get(address(claim)).content.decode()
    assert "We asked for an answer by" in page
    assert "The town&#x27;s ledger" in page
    assert not [word for word in ("eleven", "retrieved", "SHA-256") if word in page]
