"""A feed that is switched to triage keeps its claims there, whatever the policy says."""

import pytest

from claims.models import Feed, FeedEntry, Status
from claims.review import triage
from tests.factories import AcceptFactory, ClaimFactory, ExtractionRunFactory, OutletFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("switched_on", "status"), [(True, Status.QUEUED), (False, Status.CANDIDATE)])
def test_the_switch_of_a_feed_decides_whether_its_claims_are_queued(switched_on, status):
    acceptance = AcceptFactory(run=ExtractionRunFactory())
    claim = ClaimFactory(article=acceptance.run.text_version.article, run=acceptance.run, check_worthiness=0.99)
    feed = Feed.objects.create(outlet=OutletFactory(), address="https://news.example/rss", auto_accept=switched_on)
    FeedEntry.objects.create(feed=feed, key="k", address="https://news.example/1", article=claim.article)
    triage.auto_accept(acceptance.pk)
    claim.refresh_from_db()
    assert claim.status == status
