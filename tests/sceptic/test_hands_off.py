"""What a person with a role, and with the numbers of things that are not theirs, must not do by a form."""

import pytest
from django.test import Client
from django.urls import reverse

from claims.ingest import identities
from claims.models import Claim, Event, Review, Role, Slot, Source, Status, User
from claims.record.refusals import NotPermitted
from claims.review import rewording
from tests.factories import ClaimFactory, PersonFactory, SourceFactory, TextVersionFactory
from tests.test_access import ROUTES, routes

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, cast):
    def come(role):
        client.force_login(cast[role])
        return client

    return come


def test_no_form_is_taken_without_its_token(cast):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast[Role.EDITOR])
    claim = ClaimFactory()
    for name, (_roles, methods) in ROUTES.items():
        if "post" in methods:
            given = {"pk": claim.pk, "verb": "accept", "slug": "x", "public_id": "x", "number": 1, "which": "file"}
            address = reverse(name, kwargs={key: given[key] for key in routes()[name].pattern.converters})
            assert browser.post(address).status_code == 403, name
    assert not Event.objects.exists()


@pytest.mark.parametrize("role", [Role.TRIAGER, Role.CONTRIBUTOR, Role.VIEWER, Role.ADMINISTRATOR])
def test_a_claim_is_given_to_nobody_who_does_not_review(signed_in, cast, role):
    claim = ClaimFactory(queued=True)
    answer = signed_in(Role.EDITOR).post(reverse("claim_assign", args=[claim.pk]), {"to": cast[role].pk})
    assert answer.status_code == 409
    assert not Slot.objects.exclude(holder=None).exists()


def test_a_claim_is_given_to_no_closed_account(signed_in):
    person, claim = PersonFactory(is_active=False), ClaimFactory(queued=True)
    assert signed_in(Role.EDITOR).post(reverse("claim_assign", args=[claim.pk]), {"to": person.pk}).status_code == 422


def test_giving_to_oneself_what_one_has_read_is_refused(signed_in, cast):
    claim = ClaimFactory(queued=True, rows__required=2)
    client = signed_in(Role.EDITOR)
    client.post(reverse("claim_look_into", args=[claim.pk]))
    assert client.post(reverse("claim_assign", args=[claim.pk]), {"to": cast[Role.EDITOR].pk}).status_code == 403


def test_a_place_of_another_article_is_not_put_right_here(signed_in):
    claim, other = ClaimFactory(), ClaimFactory()
    said = {"begins": "0", "ends": "5", "wording": "", "claim": other.pk}
    answer = signed_in(Role.TRIAGER).post(reverse("article_selected", args=[claim.article_id]), said)
    assert answer.status_code == 422
    assert not Event.objects.exists()


def test_no_field_beside_those_of_the_form_is_written(signed_in, cast):
    source, other = SourceFactory(), SourceFactory()
    client = signed_in(Role.TRIAGER)
    sent = {"name": source.name, "kind": "person", "merged_into": other.pk, "id": other.pk, "created_at": "2000-01-01"}
    client.post(reverse("source_edit", args=[source.pk]), sent)
    source.refresh_from_db()
    assert (source.kind, source.merged_into) == ("person", None)
    article = ClaimFactory().article
    sent = {
        "title": "T",
        "submitted_by": cast[Role.TRIAGER].pk,
        "same_as": article.pk,
        "canonical_address": "https://x.example/",
    }
    client.post(reverse("article_edit", args=[article.pk]), sent)
    article.refresh_from_db()
    assert (article.title, article.submitted_by, article.same_as, article.canonical_address) == ("T", None, None, None)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "file:///etc/passwd"])
def test_a_home_page_is_an_address_of_the_web(signed_in, address):
    source = SourceFactory()
    sent = {"name": source.name, "kind": source.kind, "home_page": address}
    answer = signed_in(Role.TRIAGER).post(reverse("source_edit", args=[source.pk]), sent)
    source.refresh_from_db()
    assert not source.home_page or source.home_page.startswith("https://")
    assert answer.status_code in (302, 422)


def test_another_persons_review_is_not_answered_for(signed_in, cast):
    claim = ClaimFactory(decided=True, rows__reviewer=cast["second"])
    rewording.reword(claim, wording="Another.", reason="r", by=cast[Role.EDITOR])
    number, client = Review.objects.get().pk, signed_in(Role.REVIEWER)
    for name, rest in (
        ("review_answer", ["take_back"]),
        ("review_answer", ["reaffirm"]),
        ("review_again", []),
        ("review_again_draft", []),
    ):
        assert client.post(reverse(name, args=[number, *rest])).status_code == 404


def test_names_with_markup_and_turned_letters_are_shown_as_letters(signed_in):
    bad = "<img src=x onerror=alert(1)>\u202egnp"
    source = SourceFactory(name=bad)
    SourceFactory(name="Other", parent=source)
    claim = ClaimFactory(wording=f"{bad} cost 12 million.")
    Source.objects.filter(statements__appearances__claim=claim).update(name=bad)
    User.objects.update(display_name=bad[:100])
    TextVersionFactory(article=claim.article, number=2)
    client = signed_in(Role.EDITOR)
    pages = [
        reverse(name)
        for name in (
            "sources",
            "holds",
            "due",
            "corrections",
            "kinships",
            "ledger",
            "triage",
            "queue",
            "claims",
            "adjudication",
        )
    ]
    pages += [
        reverse("source", args=[source.pk]),
        reverse("source_edit", args=[source.pk]),
        f"{reverse('ledger')}?by=source",
    ]
    pages += [reverse(name, args=[claim.pk]) for name in ("claim", "claim_history", "claim_assign")]
    pages += [reverse("claim_verb", args=[claim.pk, verb]) for verb in ("merge", "split", "fix_source", "set_harm")]
    pages += [reverse(name, args=[claim.article_id]) for name in ("article", "article_changes", "article_edit")]
    for page in pages:
        assert "<img src=x" not in client.get(page).content.decode(), page


def test_merging_and_unmerging_is_for_those_who_manage_sources():
    source, into = SourceFactory(), SourceFactory()
    for role in set(Role) - {Role.TRIAGER, Role.EDITOR, Role.ADMINISTRATOR}:
        with pytest.raises(NotPermitted):
            identities.merge(source, into=into, by=PersonFactory(roles=[role]))
    assert not Event.objects.exists()


def test_a_verb_said_twice_is_one_event(signed_in):
    client, claim, other = signed_in(Role.EDITOR), ClaimFactory(), ClaimFactory()
    for verb, said in (
        ("set_harm", {"harm": "high"}),
        ("merge", {"into": other.pk}),
        ("restore", {}),
        ("dismiss", {"reason": "opinion"}),
    ):
        before = Event.objects.count()
        first, second = (client.post(reverse("claim_verb", args=[claim.pk, verb]), said) for _ in range(2))
        assert first.status_code == 302
        assert verb == "set_harm" or (second.status_code == 409 and Event.objects.count() == before + 1)
    assert Claim.objects.get(pk=claim.pk).status == Status.DISMISSED
