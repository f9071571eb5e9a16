"""After a new wording: the reviewer sees what changed and answers with one key, changes the review, or takes it back."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from claims.models import Draft, Evidence, Review, Role, Status
from claims.review import rewording
from tests.factories import ClaimFactory, ConflictOfInterestFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def review(client, cast):
    """A decided claim's only review, after an editor gave the claim a new wording."""
    claim = ClaimFactory(decided=True, rows__reviewer=cast[Role.REVIEWER], wording="The bridge cost 12 million euros.")
    Evidence.objects.update(archived_text="The ledger.", alive="alive", archived_sha256="a" * 64)
    rewording.reword(claim, wording="The bridge cost 13 million euros.", reason="the figure", by=cast[Role.EDITOR])
    client.force_login(cast[Role.REVIEWER])
    return Review.objects.get()


def page_of(client, review):
    return client.get(reverse("review_again", args=[review.pk])).content.decode()


def filled(review, **more):
    piece = review.evidence.get()
    source = review.findings.get().source_id
    return {
        "token": "-",
        "wording_number": "2",
        "verdict": "refuted",
        "rationale": "Now it is wrong.",
        "searched": "",
        "as_of": "",
        "look_again_by": "",
        f"source-{source}": "confirmed",
        "evidence-TOTAL_FORMS": "1",
        "evidence-INITIAL_FORMS": "1",
        "evidence-0-kept": str(piece.pk),
        "evidence-0-address": piece.address,
        "evidence-0-stance": "undermines",
        "evidence-0-description": piece.description,
    } | more


def test_a_new_wording_leads_back_into_review(review):
    assert (review.state, review.claim.status) == (Review.State.TO_REAFFIRM, Status.IN_REVIEW)


def test_what_changed_is_marked_word_by_word_and_said_in_words(client, review):
    page = page_of(client, review)
    assert "<del>" in page
    assert "[gone:" in page
    assert "[new:" in page
    assert "the figure" in page


def test_the_form_begins_with_the_earlier_review(client, review):
    page = page_of(client, review)
    assert "The ledger shows it." in page
    assert "https://ledger.example/2024" in page
    assert 'value="supported"' in page
    assert page.count("data-evidence>") == 2  # its piece, and the blank one for more


def test_one_key_re_affirms_and_the_claim_is_decided_again(client, review):
    assert 'data-key="r"' in page_of(client, review)
    client.post(reverse("review_answer", args=[review.pk, "reaffirm"]))
    review.claim.refresh_from_db()
    assert review.claim.status == Status.DECIDED


def test_after_one_answer_the_next_review_that_waits_comes(client, review, cast):
    other = ClaimFactory(decided=True, rows__reviewer=cast[Role.REVIEWER])
    rewording.reword(other, wording="Otherwise.", reason="clearer", by=cast[Role.EDITOR])
    waiting = Review.objects.get(claim=other)
    answer = client.post(reverse("review_answer", args=[review.pk, "reaffirm"]))
    assert answer.url == reverse("review_again", args=[waiting.pk])


def test_a_change_is_a_new_review_and_keeps_the_copies_of_its_evidence(client, review):
    client.post(reverse("review_again", args=[review.pk]), filled(review))
    review.claim.refresh_from_db()
    changed = Review.objects.get(state="submitted")
    assert (review.claim.status, review.claim.verdict) == (Status.DECIDED, "refuted")
    assert (changed.number, changed.claim_version.number) == (2, 2)
    piece = changed.evidence.get()
    assert (piece.stance, piece.archived_text, piece.alive) == ("undermines", "The ledger.", "alive")


def test_another_address_is_another_page_whose_copy_is_not_there_yet(client, review):
    said = filled(review, **{"evidence-0-address": "https://other.example/"})
    client.post(reverse("review_again", args=[review.pk]), said)
    piece = Review.objects.get(state="submitted").evidence.get()
    assert (piece.archived_text, piece.alive, piece.archived_sha256) == ("", "unknown", "")


@pytest.mark.parametrize(("keep", "status"), [({"evidence-0-keep_file": "on"}, 302), ({}, 422)])
def test_a_file_stays_with_its_piece_if_it_is_to(client, review, keep, status, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    piece = review.evidence.get()
    piece.file.save("ledger.txt", ContentFile(b"12 million"))
    assert "Keep its file" in page_of(client, review)
    said = filled(review, **{"evidence-0-address": "", "evidence-0-description": ""} | keep)
    assert client.post(reverse("review_again", args=[review.pk]), said).status_code == status
    names = [one.file.name for one in Evidence.objects.filter(review__state="submitted")]
    assert names == ([piece.file.name] if keep else [])


def test_what_is_missing_is_said_and_what_was_typed_stays(client, review):
    answer = client.post(reverse("review_again", args=[review.pk]), filled(review, rationale=" "))
    assert answer.status_code == 422
    assert "rationale is empty" in answer.content.decode()


def test_what_is_typed_is_kept_until_the_answer(client, review, cast):
    client.post(reverse("review_again_draft", args=[review.pk]), filled(review, rationale="Half a thought"))
    assert "Half a thought" in page_of(client, review)
    client.post(reverse("review_again", args=[review.pk]), filled(review))
    assert not Draft.objects.exists()


def test_a_review_is_its_authors_alone(client, review, cast):
    client.force_login(cast["second"])
    assert client.get(reverse("review_again", args=[review.pk])).status_code == 404
    assert client.post(reverse("review_again", args=[review.pk]), filled(review)).status_code == 404


def test_a_review_that_waits_for_nothing_leads_to_its_claim(client, review):
    client.post(reverse("review_answer", args=[review.pk, "reaffirm"]))
    assert client.get(reverse("review_again", args=[review.pk])).url == review.claim.get_absolute_url()


def test_an_answer_to_a_wording_that_changed_once_more_comes_back_with_what_was_typed(client, review, cast):
    said = filled(review)
    review.claim.refresh_from_db()
    rewording.reword(review.claim, wording="A third wording.", reason="again", by=cast[Role.EDITOR])
    page = client.post(reverse("review_again", args=[review.pk]), said, follow=True).content.decode()
    assert not Review.objects.filter(state="submitted").exists()
    assert "The wording changed while you were at work" in page
    assert "A third wording." not in said.values()
    assert "Now it is wrong." in page
    assert 'name="wording_number" value="3"' in page


def test_a_tie_that_was_declared_meanwhile_leaves_taking_back_alone(client, review):
    ConflictOfInterestFactory(person=review.reviewer, source=None, outlet=review.claim.article.outlet)
    answer = client.post(reverse("review_answer", args=[review.pk, "reaffirm"]))
    assert answer.status_code == 409
    assert "Take it back for somebody else" in answer.content.decode()
    changed = client.post(reverse("review_again", args=[review.pk]), filled(review), follow=True)
    assert "Take it back for somebody else" in changed.content.decode()
    assert "Now it is wrong." in changed.content.decode()
    review.refresh_from_db()
    assert (review.state, Review.objects.count()) == (Review.State.TO_REAFFIRM, 1)
    client.post(reverse("review_answer", args=[review.pk, "take_back"]))
    review.refresh_from_db()
    assert review.state == Review.State.TAKEN_BACK
