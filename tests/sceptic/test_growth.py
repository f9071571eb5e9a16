"""No page that the desk works in all day asks more questions the longer it gets."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.models import ChangedPlace, Kinship, Match, Role, Suggestion
from tests.factories import (
    AppearanceFactory,
    ClaimFactory,
    CommentFactory,
    PersonFactory,
    SourceFactory,
    StatementFactory,
    TextVersionFactory,
)
from tests.views.test_articles import own_queries

pytestmark = pytest.mark.django_db


def grown(many):
    """A claim under review with so many of everything beside it; the addresses of the pages that show them."""
    claim = ClaimFactory(in_review=True)
    source = claim.appearances.get().statement.source
    newer = TextVersionFactory(article=claim.article, number=2)
    slot, match = claim.slots.get(), Match.objects.create(claim_version=claim.wordings.get())
    for number in range(many):
        AppearanceFactory(claim=claim, ordinal=number + 1)
        other = ClaimFactory(
            article=claim.article, wording=f"The bridge cost {number + 20} million euros in 2020.", touched=True
        )
        match.same_quantity.add(other)
        Suggestion.objects.create(claim=claim, other_claim=other, score=0.9)
        SourceFactory(parent=source)
        merged = SourceFactory(merged_into=source)
        StatementFactory(source=merged)
        Kinship.objects.create(source=SourceFactory(), other=source, tie="same", reason="short", score=0.5)
        CommentFactory(claim=claim)
        PersonFactory()
        place = other.appearances.get()
        ChangedPlace.objects.create(
            claim=other,
            was_in=place.text_version,
            was_start=0,
            was_end=9,
            text_version=newer,
            start=0,
            end=9,
            wording_number=1,
        )
    return claim, source, slot


PAGES = {
    "source": (lambda claim, source, slot: reverse("source", args=[source.pk])),
    "source_merge": (
        lambda claim, source, slot: reverse("source_merge", args=[source.pk]) + f"?into=%23{SourceFactory().pk}"
    ),
    "merge": (
        lambda claim, source, slot: reverse("claim_verb", args=[ClaimFactory(article=claim.article).pk, "merge"])
    ),
    "assign": (lambda claim, source, slot: reverse("claim_assign", args=[claim.pk])),
    "claim": (lambda claim, source, slot: reverse("claim", args=[claim.pk])),
    "history": (lambda claim, source, slot: reverse("claim_history", args=[claim.pk])),
    "changes": (lambda claim, source, slot: reverse("article_changes", args=[claim.article_id])),
    "edit": (lambda claim, source, slot: reverse("article_edit", args=[claim.article_id])),
    "article": (lambda claim, source, slot: reverse("article", args=[claim.article_id])),
    "ledger": (lambda claim, source, slot: reverse("ledger") + "?by=source"),
    "kinships": (lambda claim, source, slot: reverse("kinships")),
    "review": (lambda claim, source, slot: reverse("review", args=[slot.pk])),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_no_more_when_there_is_more(client, cast, name):
    asked = []
    for many in (2, 9):
        claim, source, slot = grown(many)
        address = PAGES[name](claim, source, slot)
        client.force_login(slot.holder if name == "review" else cast[Role.EDITOR])
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        asked.append(own_queries(captured))
    assert len(asked[1]) <= len(asked[0]), "\n".join(str(query)[:200] for query in asked[1])
