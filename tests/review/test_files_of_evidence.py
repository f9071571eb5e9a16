"""Files that are handed in as evidence: kept as originals are, before the claim is held, with a digest of their own."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from claims.models import Event, Evidence, Review, Role
from claims.record import originals
from claims.record.refusals import Incomplete
from claims.review import reviews, rewording, slots
from claims.review.reviews import EvidenceGiven
from tests.factories import ClaimFactory
from tests.review.test_main_job import give
from tests.views.test_again import filled

pytestmark = pytest.mark.django_db
RAW = b"The ledger: 12 million"
DIGEST = hashlib.sha256(RAW).hexdigest()
ADDRESS = "https://ledger.example/"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def ledger(name="ledger.pdf", **more):
    return EvidenceGiven(stance="supports", file=SimpleUploadedFile(name, RAW), **more)


@pytest.fixture
def hand_in(cast):
    """Submit a review of a new claim with these pieces."""

    def submit(*pieces):
        slot = slots.take(ClaimFactory(queued=True), by=cast[Role.REVIEWER])
        return give(slot, cast[Role.REVIEWER], evidence=list(pieces))

    return submit


@pytest.fixture
def archived(hand_in, cast):
    """A review whose piece has a file and an address; its page was archived, and then the claim got another wording."""
    review = hand_in(ledger(address=ADDRESS))
    Evidence.objects.update(
        archived_sha256="a" * 64, archived_type="text/html", archived_original="aa/aa", alive="alive"
    )
    review.claim.refresh_from_db()
    rewording.reword(review.claim, wording="Otherwise.", reason="clearer", by=cast[Role.EDITOR])
    return Review.objects.get()


def said(piece, **more):
    told = {"verdict": "refuted", "rationale": "Now it is wrong.", "wording_number": 2}
    kept = {"kept": piece.pk, "keep_file": True, "address": ADDRESS, "stance": "undermines"} | more
    return told | {"evidence": [EvidenceGiven(**kept)]}


def test_a_file_is_kept_where_its_digest_says_and_its_name_beside_it(hand_in):
    piece = hand_in(ledger()).evidence.get()
    assert piece.file.name == f"{DIGEST[:2]}/{DIGEST}"
    assert (piece.file_name, piece.file_sha256) == ("ledger.pdf", DIGEST)
    with piece.file.open() as kept:
        assert kept.read() == RAW


def test_no_name_of_a_file_stands_in_the_way_of_an_original(hand_in):
    page = b"<p>A page</p>"
    hand_in(ledger(name=hashlib.sha256(page).hexdigest()[:2]))
    assert originals.keep(page).sha256


def test_what_is_only_a_file_was_handed_in_and_not_retrieved(hand_in):
    alone, beside = hand_in(ledger(), ledger(address=ADDRESS)).evidence.all()
    assert (bool(alone.file_at), alone.retrieved_at) == (True, None)
    assert beside.file_at
    assert beside.retrieved_at


def test_the_one_event_of_a_review_tells_the_digest_of_its_file(hand_in):
    hand_in(ledger())
    (event,) = Event.objects.filter(verb="submit")
    assert DIGEST in event.payload.body


def test_files_are_kept_before_the_claim_is_held(hand_in, cast, archived, monkeypatch):
    depth, seen = len(connection.savepoint_ids), []

    def keep(file, keep=originals.keep):
        seen.append(len(connection.savepoint_ids))
        return keep(file)

    monkeypatch.setattr(originals, "keep", keep)
    hand_in(ledger())
    file = SimpleUploadedFile("new.pdf", b"new")
    reviews.change(archived, by=cast[Role.REVIEWER], **said(archived.evidence.get(), file=file))
    assert seen == [depth, depth]


def test_who_may_not_answer_leaves_no_file_behind(archived, cast, folder):
    file = SimpleUploadedFile("new.pdf", b"new")
    with pytest.raises(reviews.NotPermitted):
        reviews.change(archived, by=cast[Role.TRIAGER], **said(archived.evidence.get(), file=file))
    assert not (folder / hashlib.sha256(b"new").hexdigest()[:2]).exists()


def of_both(piece):
    return piece.file_sha256, piece.file_name, piece.archived_sha256, piece.archived_type, piece.alive


def test_a_piece_that_is_re_affirmed_keeps_the_digests_of_its_file_and_of_its_page(archived, cast):
    piece = reviews.reaffirm(archived, by=cast[Role.REVIEWER]).evidence.get()
    assert of_both(piece) == (DIGEST, "ledger.pdf", "a" * 64, "text/html", "alive")


@pytest.mark.parametrize(
    ("more", "both"),
    [
        ({}, (DIGEST, "ledger.pdf", "a" * 64, "text/html", "alive")),
        ({"keep_file": False}, ("", "", "a" * 64, "text/html", "alive")),
        ({"address": "https://other.example/"}, (DIGEST, "ledger.pdf", "", "", "unknown")),
    ],
)
def test_a_changed_piece_keeps_what_still_belongs_to_it(archived, cast, more, both):
    review = reviews.change(archived, by=cast[Role.REVIEWER], **said(archived.evidence.get(), **more))
    assert of_both(review.evidence.get()) == both


def test_a_new_file_takes_the_place_of_the_one_before_and_the_page_stays(archived, cast):
    file = SimpleUploadedFile("new.pdf", b"new")
    piece = reviews.change(archived, by=cast[Role.REVIEWER], **said(archived.evidence.get(), file=file)).evidence.get()
    assert of_both(piece) == (hashlib.sha256(b"new").hexdigest(), "new.pdf", "a" * 64, "text/html", "alive")


@pytest.mark.parametrize("typed", [{}, {"description": "The ledger"}], ids=["empty", "described"])
def test_a_first_review_keeps_no_file_that_it_never_had(hand_in, typed):
    hand_in(ledger())
    kept = Evidence.objects.get().pk
    for number in (kept, 999):
        with pytest.raises(Incomplete, match="in no earlier review of yours"):
            hand_in(EvidenceGiven(stance="supports", kept=number, keep_file=True, **typed))
    assert Review.objects.count() == 1


@pytest.mark.parametrize("number", [999, None])
def test_another_answer_keeps_no_file_that_the_review_did_not_have(archived, cast, number):
    piece = archived.evidence.get()
    with pytest.raises(Incomplete, match="in no earlier review of yours"):
        reviews.change(archived, by=cast[Role.REVIEWER], **said(piece, kept=number, address=""))
    archived.refresh_from_db()
    assert archived.state == Review.State.TO_REAFFIRM
    reviews.change(archived, by=cast[Role.REVIEWER], **said(piece, address=""))
    assert Evidence.objects.latest("pk").file_sha256 == DIGEST


def test_what_else_is_wrong_with_another_answer_says_nothing_of_a_file_that_is_kept(archived, client, cast):
    client.force_login(cast[Role.REVIEWER])
    sent = filled(archived, **{"evidence-0-address": "", "evidence-0-description": "", "evidence-0-keep_file": "on"})
    page = client.post(reverse("review_again", args=[archived.pk]), sent | {"as_of": "no day"}).content.decode()
    assert "Enter a valid date" in page
    assert "needs an address" not in page
    assert "in no earlier review" not in page
