"""“Already checked?” on a claim's page."""

import pytest
from django.db import connection
from django.urls import reverse

from claims.models import Match, Role, Suggestion
from claims.views import known
from claims.views.known import marked, same_quantity
from tests.factories import ClaimFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def triager(client, person):
    client.force_login(person("tara", Role.TRIAGER))
    return client


@pytest.fixture
def pair(db):
    claim = ClaimFactory(wording="Police did not arrest 50 people <b>.")
    other = ClaimFactory(wording="Police arrested 60 people.")
    return Suggestion.objects.create(claim=claim, other_claim=other, score=0.71)


def test_both_texts_are_shown_with_what_differs(triager, pair):
    page = triager.get(pair.claim.get_absolute_url()).content.decode()
    assert "<mark>50</mark>" in page
    assert "<mark>not</mark>" in page
    assert "they differ in: numbers, negation" in page
    assert "likeness 0.71" in page
    assert "<b>" not in page


def test_the_older_claim_shows_the_younger_one(triager, pair):
    page = triager.get(pair.other_claim.get_absolute_url()).content.decode()
    assert pair.claim.get_absolute_url() in page


@pytest.mark.parametrize(("answer", "state"), [("confirm", "same"), ("refuse", "different")])
def test_an_answer_leads_back_to_the_claim_it_was_given_on(triager, pair, answer, state):
    address = reverse("suggestion_answer", args=[pair.pk, answer])
    reply = triager.post(address, {"from": pair.other_claim_id})
    pair.refresh_from_db()
    assert pair.state == state
    assert reply.url == f"{pair.other_claim.get_absolute_url()}#known"


def test_an_unknown_answer_is_no_page(triager, pair):
    assert triager.post(reverse("suggestion_answer", args=[pair.pk, "marry"])).status_code == 404


def test_a_contributor_sees_no_buttons(client, person, pair):
    client.force_login(person("cora", Role.CONTRIBUTOR))
    assert "Not the same" not in client.get(pair.claim.get_absolute_url()).content.decode()


def test_claims_about_one_quantity_are_shown_from_either_side(triager):
    one, two = ClaimFactory(wording="2,000 were detained."), ClaimFactory(wording="798 were detained.")
    Match.objects.create(claim_version=one.wordings.get()).same_quantity.add(two)
    for here, there in ((one, two), (two, one)):
        page = triager.get(here.get_absolute_url()).content.decode()
        assert "One quantity, several wordings" in page
        assert f'<a href="{there.get_absolute_url()}"><bdi><mark>' in page


def test_each_wording_of_a_quantity_is_shown_once_and_dismissed_ones_not_at_all(db):
    one = ClaimFactory(wording="2,000 were detained.")
    others = [ClaimFactory(wording="798 were detained.") for _ in range(2)]
    near = ClaimFactory(wording="798 were detained.", article=one.article)
    gone = ClaimFactory(wording="50 were detained.", dismissed=True)
    Match.objects.create(claim_version=one.wordings.get()).same_quantity.add(*others, near, gone)
    assert same_quantity(one) == [near]


def steps_of(rows):
    """How the database would find these rows; of a small table PostgreSQL would read all, so that is made dear."""
    sql, params = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
        else:
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute(f"EXPLAIN {sql}", params)
        return [row[-1].strip(" ->") for row in cursor.fetchall()]


def test_claims_of_one_quantity_are_found_without_reading_every_claim():
    steps = steps_of(known._measured_beside.anew(claim=ClaimFactory().pk))
    assert steps
    assert [step for step in steps if step.startswith(("SCAN claims", "Seq Scan on claims"))] == []


@pytest.mark.parametrize(
    ("places", "shown"),
    [
        ([], "50 of 60"),
        ([(0, 2)], "<mark>50</mark> of 60"),
        ([(6, 8), (0, 2)], "<mark>50</mark> of <mark>60</mark>"),
        ([(0, 5), (3, 8)], "<mark>50 of</mark><mark> 60</mark>"),
        ([(0, 2), (0, 2)], "<mark>50</mark> of 60"),
    ],
)
def test_places_are_marked_once_however_they_lie(places, shown):
    assert marked("50 of 60", places) == shown


def test_a_quantity_is_shown_with_bound_scope_and_date_side_by_side(triager):
    one = ClaimFactory(wording="More than 2,000 people were arrested.")
    other = ClaimFactory(wording="798 people were detained in 33 towns on Saturday.")
    Match.objects.create(claim_version=one.wordings.get()).same_quantity.add(other)
    rows = triager.get(one.get_absolute_url()).context["measured"]
    assert [(row.number, str(row.bound), row.scope, row.dates, row.here) for row in rows] == [
        ("2,000", "more than", "", "", True),
        ("798", "as it stands", "in 33 towns", "Saturday", False),
    ]
    assert rows[1].source == other.appearances.get().statement.source


def test_a_wording_that_speaks_of_something_else_by_now_is_left_out(triager):
    one = ClaimFactory(wording="More than 2,000 people were arrested.")
    other = ClaimFactory(wording="12 tanks were sold.")
    Match.objects.create(claim_version=one.wordings.get()).same_quantity.add(other)
    assert triager.get(one.get_absolute_url()).context["measured"] == []


def test_the_same_is_merged_in_one_step_after_a_preview(triager):
    older, younger = ClaimFactory(wording="The bridge cost 12 million."), ClaimFactory(wording="12 million it cost.")
    suggestion = Suggestion.objects.create(claim=younger, other_claim=older, score=0.8)
    address = reverse("suggestion_merge", args=[suggestion.pk])
    assert (
        f'href="{address}?from={younger.pk}" data-key="="' in triager.get(younger.get_absolute_url()).content.decode()
    )
    preview = triager.get(address)
    assert (preview.context["goes"], preview.context["stands"]) == (younger, older)
    assert triager.post(address).url == older.get_absolute_url()
    younger.refresh_from_db()
    suggestion.refresh_from_db()
    assert (younger.status, younger.merged_into, suggestion.state) == ("merged", older, "same")


def test_a_claim_under_review_stands_and_the_other_one_goes(triager):
    older, younger = ClaimFactory(), ClaimFactory(in_review=True)
    suggestion = Suggestion.objects.create(claim=younger, other_claim=older, score=0.8)
    triager.post(reverse("suggestion_merge", args=[suggestion.pk]))
    older.refresh_from_db()
    assert older.merged_into == younger


def test_what_cannot_be_merged_says_so_and_stays(triager):
    suggestion = Suggestion.objects.create(
        claim=ClaimFactory(in_review=True), other_claim=ClaimFactory(decided=True), score=0.8
    )
    address = reverse("suggestion_merge", args=[suggestion.pk])
    assert "Neither of the two" in triager.get(address).content.decode()
    assert triager.post(address).status_code == 409
    suggestion.refresh_from_db()
    assert suggestion.state == "proposed"


def test_a_reviewer_says_the_same_and_merges_nothing(client, person):
    suggestion = Suggestion.objects.create(claim=ClaimFactory(), other_claim=ClaimFactory(), score=0.8)
    client.force_login(person("rhea", Role.REVIEWER))
    assert client.post(reverse("suggestion_merge", args=[suggestion.pk])).status_code == 403
    page = client.get(suggestion.claim.get_absolute_url()).content.decode()
    assert reverse("suggestion_answer", args=[suggestion.pk, "confirm"]) in page
    assert reverse("suggestion_merge", args=[suggestion.pk]) not in page
