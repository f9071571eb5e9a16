"""The same thing said twice, by two people, or from a page that is no longer true: one event for one change, and nothing undone in silence."""

import json

import pytest
from django.urls import reverse
from lxml import html

from claims.ingest import changes, identities
from claims.models import Alias, ChangedPlace, Claim, Event, EventPayload, Notification, Rating, RatingScale, Role, User
from claims.record.refusals import IllegalMove
from claims.review import summoning
from tests.factories import AppearanceFactory, ClaimFactory, SourceFactory, TextVersionFactory

pytestmark = pytest.mark.django_db


def test_two_sweepers_ask_the_adjudicators_once(cast, monkeypatch):
    claim = ClaimFactory(adjudication=True)
    stale = Claim.objects.get(pk=claim.pk)
    assert summoning.summon() == 1
    assert summoning._ask(stale) == 0
    assert Event.objects.filter(verb="summon").count() == 1
    assert Notification.objects.filter(kind="disputed", person=cast[Role.ADJUDICATOR]).count() == 1


def test_nobody_is_asked_to_decide_what_was_decided_in_the_meantime(cast):
    stale = Claim.objects.get(pk=ClaimFactory(adjudication=True).pk)
    Claim.objects.update(status="decided")
    assert summoning._ask(stale) == 0
    assert not Notification.objects.exists()


def test_a_name_that_is_gone_or_went_elsewhere_is_not_removed_once_more(cast):
    source, other = SourceFactory(), SourceFactory()
    first, again = (Alias.objects.select_related("source").get(source=source) for _ in range(2))
    identities.remove_name(first, by=cast[Role.TRIAGER])
    with pytest.raises(IllegalMove):
        identities.remove_name(again, by=cast[Role.TRIAGER])
    assert Event.objects.filter(verb="remove_name").count() == 1
    moved = Alias.objects.select_related("source").get(source=other)
    identities.merge(other, into=source, by=cast[Role.TRIAGER])
    with pytest.raises(IllegalMove):
        identities.remove_name(moved, by=cast[Role.TRIAGER])
    assert Alias.objects.filter(pk=moved.pk).exists()


@pytest.fixture
def place(cast):
    """A touched claim whose sentence changed, with two untouched candidates read from the new one."""
    claim = ClaimFactory(touched=True, wording="The bridge cost 12 million euros.")
    newer = TextVersionFactory(article=claim.article, number=2)
    for _ in range(2):
        AppearanceFactory(claim=ClaimFactory(article=claim.article, appearance=False), text_version=newer)
    was = claim.appearances.get().text_version
    return ChangedPlace.objects.create(
        claim=claim, was_in=was, was_start=0, was_end=9, text_version=newer, start=0, end=60, wording_number=1
    )


def test_a_change_that_a_colleague_answered_is_not_reworded_over(client, place, cast):
    changes.keep(ChangedPlace.objects.select_related("claim", "text_version").get(pk=place.pk), by=cast[Role.EDITOR])
    client.force_login(cast[Role.TRIAGER])
    said = {"wording": "The bridge cost 14 million euros.", "reason": "The article was changed."}
    assert client.post(reverse("change_answer", args=[place.pk, "reword"]), said).status_code == 409
    assert Claim.objects.get(pk=place.claim_id).wording_number == 1


def test_rewording_a_change_twice_takes_in_one_candidate(client, place, cast):
    client.force_login(cast[Role.TRIAGER])
    for wording in ("The bridge cost 14 million euros.", "The bridge cost 15 million euros."):
        said = {"wording": wording, "reason": "The article was changed."}
        client.post(reverse("change_answer", args=[place.pk, "reword"]), said)
    assert Claim.objects.filter(merged_into=place.claim_id).count() == 1
    assert Claim.objects.get(pk=place.claim_id).wording_number == 2


def test_what_a_colleague_wrote_meanwhile_about_a_source_stands(client, cast):
    source = SourceFactory(name="River Board")
    client.force_login(cast[Role.TRIAGER])
    page = client.get(reverse("source_edit", args=[source.pk]))
    sent = sent_by(page)
    identities.edit(source, changes={"country": "FR"}, by=cast[Role.EDITOR])
    client.post(reverse("source_edit", args=[source.pk]), sent | {"home_page": "https://river.example/"})
    source.refresh_from_db()
    assert (source.country, source.home_page) == ("FR", "https://river.example/")


def test_what_a_colleague_wrote_meanwhile_about_an_article_stands(client, cast):
    article = ClaimFactory().article
    client.force_login(cast[Role.TRIAGER])
    address = reverse("article_edit", args=[article.pk])
    sent = sent_by(client.get(address))
    client.post(address, sent | {"topic": "Bridges"})
    client.post(address, sent | {"title": "Another title"})
    article.refresh_from_db()
    assert (article.topic, article.title) == ("Bridges", "Another title")


def sent_by(page):
    """All that a browser would send of the page's form if nobody typed anything."""
    fields = html.fromstring(page.content).xpath("//main//form[@method='post']")[0].form_values()
    return dict(fields)


def test_a_rating_that_is_changed_in_the_panel_is_an_event(client, cast):
    User.objects.filter(pk=cast[Role.EDITOR].pk).update(is_staff=True)
    client.force_login(cast[Role.EDITOR])
    scale = RatingScale.objects.get()
    address = reverse("admin:claims_ratingscale_change", args=[scale.pk])
    formset = client.get(address).context["inline_admin_formsets"][0].formset
    sent = {f"{formset.prefix}-{name}": value for name, value in formset.management_form.initial.items()}
    for form in formset.initial_forms:
        sent |= {
            form.add_prefix(name): form.get_initial_for_field(field, name) or "" for name, field in form.fields.items()
        }
    first = formset.initial_forms[0]
    sent |= {
        first.add_prefix("label"): "As true as it gets",
        "name": scale.name,
        "version": scale.version,
        "current": "on",
    }
    assert client.post(address, {k: v for k, v in sent.items() if v is not None}).status_code == 302
    rating = Rating.objects.get(label="As true as it gets")
    told = json.loads(EventPayload.objects.get(event__verb="edit_rating", event__object_id=rating.pk).body)
    assert told["before"][0]["label"] == "True"
    assert Event.objects.count() == 1
