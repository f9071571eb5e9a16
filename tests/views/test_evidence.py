"""What was kept of a piece of evidence is there for whoever may see its review, and for nobody else."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from claims.models import Archive, Evidence, Publication, Role, WorkState
from claims.publishing import frozen
from claims.record import originals
from claims.review import slots
from tests.factories import ClaimFactory
from tests.review.test_main_job import give

pytestmark = pytest.mark.django_db


@pytest.fixture
def piece(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    ClaimFactory(decided=True)
    kept = Evidence.objects.get()
    kept.archived_text, kept.alive = "The bridge cost <b>12</b> million.", "dead"
    kept.file.save("ledger.svg", ContentFile(b"<svg onload='alert(1)'/>"))
    return kept


def test_the_kept_text_is_shown_and_never_run(client, cast, piece):
    client.force_login(cast[Role.TRIAGER])
    page = client.get(reverse("evidence", args=[piece.pk])).content.decode()
    assert "&lt;b&gt;12&lt;/b&gt; million" in page
    assert "its address is dead" in page


def test_a_file_comes_as_a_download_that_no_browser_opens(client, cast, piece):
    client.force_login(cast[Role.ADJUDICATOR])
    answer = client.get(reverse("evidence_bytes", args=[piece.pk, "file"]))
    assert b"".join(answer.streaming_content) == b"<svg onload='alert(1)'/>"
    assert answer["Content-Type"] == "application/octet-stream"
    assert "attachment" in answer["Content-Disposition"]
    assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.parametrize(("kind", "ending"), [("application/pdf", ".pdf"), ("text/html", ".html"), ("", "")])
def test_an_archived_original_is_called_what_it_is(client, cast, piece, kind, ending):
    Evidence.objects.update(archived_original=originals.keep(b"%PDF-1.7").name, archived_type=kind)
    client.force_login(cast[Role.EDITOR])
    answer = client.get(reverse("evidence_bytes", args=[piece.pk, "original"]))
    assert answer["Content-Disposition"] == f'attachment; filename="evidence-{piece.pk}{ending}"'
    answer.close()


def test_a_file_has_the_ending_of_its_own_name(client, cast, piece):
    Evidence.objects.update(file=originals.keep(b"%PDF-1.7").name, file_name="The ledger.pdf")
    client.force_login(cast[Role.EDITOR])
    answer = client.get(reverse("evidence_bytes", args=[piece.pk, "file"]))
    assert answer["Content-Disposition"] == f'attachment; filename="evidence-{piece.pk}.pdf"'
    answer.close()


def test_each_digest_stands_beside_what_it_belongs_to_on_the_desk_and_in_public(client, cast, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    claim = ClaimFactory(published=True)
    Evidence.objects.update(file="f1/f1", file_name="ledger.pdf", file_sha256="f1" * 32, archived_sha256="a9" * 32)
    Publication.objects.update(shown=frozen.freeze(claim.publications.get().decision))
    client.force_login(cast[Role.EDITOR])
    check = reverse("check", args=[claim.public_id, claim.publications.get().slug])
    for address in (claim.get_absolute_url(), check):
        page = client.get(address).content.decode()
        assert "SHA-256 of the file f1f1f1f1f1f1…" in page
        assert "SHA-256 of the page a9a9a9a9a9a9…" in page
    assert "ledger.pdf" not in page  # what a file is called may tell readers who sent it


@pytest.mark.parametrize("which", ["original", "nonsense"])
def test_what_is_not_kept_is_not_found(client, cast, piece, which):
    client.force_login(cast[Role.EDITOR])
    assert client.get(reverse("evidence_bytes", args=[piece.pk, which])).status_code == 404


def test_evidence_of_an_open_round_is_its_reviewers_alone(client, cast):
    claim = ClaimFactory(queued=True, rows__required=2)
    give(slots.take(claim, by=cast["second"]), cast["second"])
    piece = Evidence.objects.get()
    for person in (cast[Role.REVIEWER], cast[Role.EDITOR], cast[Role.ADMINISTRATOR]):
        client.force_login(person)
        assert client.get(reverse("evidence", args=[piece.pk])).status_code == 404
    client.force_login(cast["second"])
    assert client.get(reverse("evidence", args=[piece.pk])).status_code == 200


def test_the_public_page_of_a_check_leads_to_no_page_of_the_desk(client, cast, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    claim = ClaimFactory(published=True)
    Evidence.objects.get().file.save("ledger.txt", ContentFile(b"12 million"))
    check = claim.publications.get()
    address = reverse("check", args=[claim.public_id, check.slug])
    assert "/evidence/" not in client.get(address).content.decode()
    client.force_login(cast[Role.EDITOR])
    assert "/evidence/" in client.get(claim.get_absolute_url()).content.decode()


def test_a_page_that_could_not_be_fetched_was_not_retrieved_and_its_claims_pages_say_so(client, cast):
    claim = ClaimFactory(published=True)
    piece = claim.evidence.first()
    Evidence.objects.filter(pk=piece.pk).update(address="https://ledger.example/", retrieved_at=timezone.now())
    published = claim.publications.get()
    public = reverse("check", args=[claim.public_id, published.slug])

    def goes_out():
        Publication.objects.update(shown=frozen.freeze(published.decision))
        return client.get(public).content.decode()

    assert "retrieved" in goes_out()
    Archive.objects.create(evidence=piece, state=WorkState.FAILED, reason="There is no page at this address (404).")
    client.force_login(cast[Role.EDITOR])
    desk = client.get(claim.get_absolute_url()).content.decode()
    for page in (desk, goes_out()):
        assert "no copy: its page could not be fetched" in page
        assert "retrieved" not in page
    assert "There is no page at this address (404)." in desk
