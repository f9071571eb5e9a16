"""Who is who, on the desk: putting right, names, merging with a preview, and suggestions."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.ingest import identities, kinships
from claims.models import Alias, Event, Kinship, Role, Source
from tests.factories import ClaimFactory, SourceFactory, StatementFactory
from tests.views.test_articles import own_queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def tara(person):
    return person("tara", Role.TRIAGER)


@pytest.fixture
def triager(client, tara):
    client.force_login(tara)
    return client


@pytest.fixture
def pair(db):
    """A suggestion: the described name and the plain one."""
    described, plain = SourceFactory(name="OVD-Info group"), SourceFactory(name="OVD-Info")
    kinships.suggest([described])
    return Kinship.objects.get(source=described, other=plain)


EDITED = {"name": "Ada Quill", "kind": "person", "parent": "", "country": "", "wikidata_id": "", "home_page": ""}


def test_what_is_known_of_a_source_is_put_right_with_an_event(triager):
    source, body = SourceFactory(name="Quill"), SourceFactory(name="Port Town Council")
    said = EDITED | {"parent": "port town council", "country": "NO", "wikidata_id": "Q42", "home_page": "quill.example"}
    assert triager.post(reverse("source_edit", args=[source.pk]), said).status_code == 302
    source.refresh_from_db()
    assert (source.name, source.kind, source.parent, source.country) == ("Ada Quill", "person", body, "NO")
    assert (source.wikidata_id, source.home_page) == ("Q42", "https://quill.example")
    assert Event.objects.get().verb == "edit_source"


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("country", "Norway"),
        ("country", "no"),
        ("wikidata_id", "42"),
        ("home_page", "javascript:alert(1)"),
        ("name", " "),
        ("kind", "ghost"),
        ("parent", "Nobody at all"),
    ],
)
def test_what_makes_no_sense_is_told_and_kept_on_the_page(triager, field, typed):
    source = SourceFactory()
    answer = triager.post(reverse("source_edit", args=[source.pk]), EDITED | {field: typed})
    assert (answer.status_code, Event.objects.count()) == (422, 0)
    assert "invalid-feedback" in answer.content.decode()


def test_a_source_does_not_belong_to_itself(triager):
    source = SourceFactory(name="Port Town Council")
    answer = triager.post(reverse("source_edit", args=[source.pk]), EDITED | {"parent": f"#{source.pk}"})
    assert answer.status_code == 422


def test_a_name_is_added_and_removed(triager):
    source = SourceFactory(name="Ada Quill")
    triager.post(reverse("source_name", args=[source.pk]), {"name": "Mayor Quill"})
    alias = Alias.objects.get(name="Mayor Quill", source=source)
    triager.post(reverse("name_remove", args=[alias.pk]))
    assert not Alias.objects.filter(pk=alias.pk).exists()
    assert list(Event.objects.values_list("verb", flat=True)) == ["add_name", "remove_name"]


def test_a_merge_is_shown_before_it_is_made(triager):
    short, full = SourceFactory(name="Quill"), SourceFactory(name="Ada Quill")
    StatementFactory.create_batch(2, source=short)
    address = reverse("source_merge", args=[short.pk])
    preview = triager.get(address, {"into": "ada quill"})
    assert [side["statements"] for side in preview.context["sides"]] == [2, 0]
    assert Event.objects.count() == 0
    answer = triager.post(address, {"into": f"#{full.pk}"})
    assert answer.url == full.get_absolute_url()
    assert Source.objects.get(pk=short.pk).merged_into == full


def test_a_merge_with_nobody_is_not_shown(triager):
    source = SourceFactory(name="Ada Quill")
    address = reverse("source_merge", args=[source.pk])
    assert triager.get(address, {"into": "Nobody"}).status_code == 422
    assert triager.post(address, {"into": ""}).status_code == 422
    assert "is the same source" in triager.get(address, {"into": "Ada Quill"}).content.decode()


def test_a_merge_is_taken_back_from_either_page(triager, tara):
    short, full = SourceFactory(name="Quill"), SourceFactory(name="Ada Quill")
    identities.merge(short, into=full, by=tara)
    address = reverse("source_unmerge", args=[short.pk])
    for page in (short, full):
        assert address in triager.get(page.get_absolute_url()).content.decode()
    triager.post(address)
    assert Source.objects.get(pk=short.pk).merged_into is None


def test_a_suggestion_is_answered_in_one_step(triager, pair):
    page = triager.get(reverse("kinships"))
    assert "the same name with a description" in page.content.decode()
    triager.post(reverse("kinship_answer", args=[pair.pk, "accept"]))
    assert Source.objects.get(name="OVD-Info group").merged_into.name == "OVD-Info"
    assert "Nothing to ask" in triager.get(reverse("kinships")).content.decode()


def test_htmx_gets_the_answer_in_place_of_the_buttons(triager, pair):
    answer = triager.post(reverse("kinship_answer", args=[pair.pk, "refuse"]), headers={"hx-request": "true"})
    assert "not suggested again" in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_a_second_answer_is_refused(triager, pair):
    triager.post(reverse("kinship_answer", args=[pair.pk, "refuse"]))
    assert triager.post(reverse("kinship_answer", args=[pair.pk, "accept"])).status_code == 409
    assert triager.post(reverse("kinship_answer", args=[pair.pk, "perhaps"])).status_code == 404


def test_the_page_of_a_source_offers_changes_to_those_who_may(client, triager, pair, person):
    page = triager.get(pair.other.get_absolute_url()).content.decode()
    assert reverse("source_edit", args=[pair.other.pk]) in page
    assert "May be one" in page
    client.force_login(person("rhea", Role.REVIEWER))
    page = client.get(pair.other.get_absolute_url()).content.decode()
    assert reverse("source_edit", args=[pair.other.pk]) not in page
    assert "May be one" not in page


def test_names_are_offered_while_one_types(triager):
    SourceFactory(name="Port Town Council")
    offered = triager.get(reverse("source_names"), {"parent": "town"}).content.decode()
    assert 'value="Port Town Council"' in offered
    assert triager.get(reverse("source_names"), {"parent": "t"}).content.decode().strip() == ""


@pytest.mark.parametrize("number", [1, 20])
def test_the_suggestions_ask_few_questions(triager, number):
    for _ in range(number):
        Kinship.objects.create(source=SourceFactory(), other=SourceFactory(), tie="same", reason="spelling", score=0.9)
    with CaptureQueriesContext(connection) as captured:
        page = triager.get(reverse("kinships"))
    assert len(page.context["page"].object_list) == number
    assert len(own_queries(captured)) <= 6


@pytest.mark.parametrize("number", [1, 20])
def test_the_page_of_a_source_asks_no_more_however_much_was_said(triager, number):
    source = SourceFactory()
    for _ in range(number):
        ClaimFactory(decided=True).appearances.get().statement.__class__.objects.update(source=source)
    with CaptureQueriesContext(connection) as captured:
        page = triager.get(source.get_absolute_url())
    assert page.context["record"].claims == number
    assert len(own_queries(captured)) <= 16
