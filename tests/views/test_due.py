"""Claims that are due for another look, and which notifications come by e-mail."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.models import Claim, Event, Role
from claims.review import slots
from tests.factories import ClaimFactory
from tests.review.test_main_job import give
from tests.views.test_articles import own_queries

pytestmark = pytest.mark.django_db


def due_in(days, **more):
    claim = ClaimFactory(**({"decided": True} | more))
    Claim.objects.filter(pk=claim.pk).update(look_again_by=timezone.localdate() + timedelta(days=days))
    return claim


def test_what_is_due_is_listed_and_narrowed_by_its_day(client, cast):
    late, soon = due_in(-2, published=True, decided=False), due_in(20)
    client.force_login(cast[Role.REVIEWER])
    page = client.get(reverse("due")).content.decode()
    assert page.index(late.wording) < page.index(soon.wording)
    assert page.count(">due<") == 1
    narrowed = client.get(reverse("due"), {"within": "7"}).content.decode()
    assert soon.wording not in narrowed


@pytest.mark.parametrize("many", [1, 12])
def test_the_list_asks_few_questions_whatever_its_length(client, cast, many):
    for _ in range(many):
        due_in(-1)
    client.force_login(cast[Role.EDITOR])
    with CaptureQueriesContext(connection) as captured:
        client.get(reverse("due"))
    assert len(own_queries(captured)) <= 6


def test_a_verdict_says_as_of_when_it_is_true_and_until_when_it_is_good_enough(client, cast):
    claim = due_in(-1, as_of=timezone.localdate())
    client.force_login(cast[Role.EDITOR])
    page = client.get(claim.get_absolute_url()).content.decode()
    assert "true as of" in page
    assert "look again by" in page


def test_a_person_chooses_what_comes_by_e_mail(client, cast):
    client.force_login(cast[Role.REVIEWER])
    client.post(reverse("mail_choice"), {"kind": ["mention", "assigned"]})
    person = type(cast[Role.REVIEWER]).objects.get(username="reviewer")
    assert "published" in person.mail_off
    assert "mention" not in person.mail_off
    page = client.get(reverse("mail_choice")).content.decode()
    assert page.count(" checked") == 2


def test_looking_into_an_open_round_says_its_price_and_is_an_event(client, cast):
    claim = ClaimFactory(queued=True, rows__required=2)
    give(slots.take(claim, by=cast["second"]), cast["second"], rationale="A secret thought")
    client.force_login(cast[Role.EDITOR])
    assert "A secret thought" not in client.get(claim.get_absolute_url()).content.decode()
    address = reverse("claim_look_into", args=[claim.pk])
    assert address in client.get(claim.get_absolute_url()).content.decode()
    assert "you cannot take a slot of this round" in client.get(address).content.decode()
    assert "A secret thought" in client.post(address, follow=True).content.decode()
    assert Event.objects.filter(verb="look_into", actor=cast[Role.EDITOR]).count() == 1
    assert (
        "read the reviews of the open round" in client.get(reverse("claim_history", args=[claim.pk])).content.decode()
    )
    client.force_login(cast[Role.ADMINISTRATOR])
    assert client.get(address).status_code == 403
