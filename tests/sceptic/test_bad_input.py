"""What no browser sends and an attacker does: zero characters, numbers of five thousand digits, words for numbers. Never a 5xx."""

import json

import pytest
from django.urls import reverse

from claims.memory import imports
from claims.models import ClaimVersion, Draft, Import, ImportRefusal, Role, SlotState
from claims.review import rewording
from tests.factories import ClaimFactory, SourceFactory
from tests.views.test_again import filled as answered
from tests.views.test_review import filled

pytestmark = pytest.mark.django_db
NUL, LONG = "a\x00b", "9" * 5000


@pytest.fixture
def editor(client, cast):
    client.force_login(cast[Role.EDITOR])
    return client


@pytest.mark.parametrize(
    "asked", ["claim_verb merge", "claim_verb fix_source", "source_names", "triage", "kinships", "ledger", "holds"]
)
@pytest.mark.parametrize("words", [NUL, LONG[:4000], "\u202e", "-1", "' OR 1=1"], ids=len)
def test_no_words_in_an_address_break_a_page(editor, asked, words):
    claim = ClaimFactory()
    name, *verb = asked.split()
    address = reverse(name, args=[claim.pk, *verb] if verb else [])
    said = dict.fromkeys(("q", "into", "parent", "page", "sort", "by", "undo", "part", "next", "from", "show"), words)
    assert editor.get(address, said).status_code < 500


@pytest.mark.parametrize("number", [LONG, str(10**30), NUL, "٣", ""], ids=len)
def test_no_number_in_a_form_breaks_it(editor, number):
    claim, source = ClaimFactory(), SourceFactory()
    sent = [
        (reverse("triage_bulk"), {"claim": [number], "act": "accept", "sure": "1"}),
        (reverse("claim_verb", args=[claim.pk, "merge"]), {"into": number}),
        (reverse("claim_verb", args=[claim.pk, "fix_source"]), {"source": number}),
        (reverse("claim_assign", args=[claim.pk]), {"to": number}),
        (reverse("source_merge", args=[source.pk]), {"into": number}),
        (reverse("source_edit", args=[source.pk]), {"name": "River Board", "kind": "other", "parent": number}),
        (reverse("mail_choice"), {"kind": number}),
        (reverse("article_selected", args=[claim.article_id]), {"begins": number, "ends": number, "claim": number}),
    ]
    assert [address for address, said in sent if editor.post(address, said).status_code >= 500] == []


@pytest.mark.parametrize("number", [10**30, 10**18])
def test_no_number_in_an_address_breaks_a_page(editor, number):
    names = ["claim", "claim_history", "claim_assign", "slot_release", "source", "source_merge", "article_changes"]
    names += ["article_edit", "article_original", "suggestion_merge", "claim_look_into", "import_report", "review"]
    assert [name for name in names if editor.get(reverse(name, args=[number])).status_code != 404] == []
    posts = ["name_remove", "source_unmerge", "source_name", "remark_resolve", "claim_take", "reply_log"]
    posts += ["claim_correction", "correction_log"]
    assert [name for name in posts if editor.post(reverse(name, args=[number])).status_code >= 500] == []


def test_a_split_takes_neither_zero_characters_nor_endless_wordings(editor):
    claim = ClaimFactory()
    address = reverse("claim_verb", args=[claim.pk, "split"])
    for wordings in ([NUL, "Another."], ["a" * 5000, "Another."]):
        assert 400 <= editor.post(address, {"wordings": wordings}).status_code < 500
    assert ClaimVersion.objects.filter(claim__article=claim.article).count() == 1


@pytest.fixture
def slot(client, cast):
    client.force_login(cast[Role.REVIEWER])
    claim = ClaimFactory(in_review=True, rows__reviewer=cast[Role.REVIEWER])
    return claim.slots.get(state=SlotState.HELD)


def test_a_draft_with_a_zero_character_is_kept_without_it(client, slot):
    sent = filled(slot, rationale=NUL)
    assert client.post(reverse("review_draft", args=[slot.pk]), sent).status_code == 200
    assert Draft.objects.get().data["rationale"] == ["ab"]


def test_a_conflict_with_a_zero_character_keeps_the_draft(client, slot):
    assert client.post(reverse("review", args=[slot.pk]), filled(slot, rationale=NUL, token="z")).status_code < 500


def test_declining_with_a_zero_character_in_the_note_is_no_error(client, slot):
    said = {"token": slot.token, "note": NUL}
    assert client.post(reverse("review_decline", args=[slot.pk]), said).status_code == 302


def test_a_token_with_a_zero_character_is_nobodys(client, slot):
    assert client.post(reverse("review_decline", args=[slot.pk]), {"token": NUL}).status_code == 409
    assert client.post(reverse("review_draft", args=[slot.pk]), {"token": NUL}).status_code == 409


@pytest.fixture
def again(client, cast):
    claim = ClaimFactory(decided=True, rows__reviewer=cast[Role.REVIEWER])
    rewording.reword(claim, wording="The bridge cost 13 million euros.", reason="r", by=cast[Role.EDITOR])
    client.force_login(cast[Role.REVIEWER])
    return claim.reviews.get()


@pytest.mark.parametrize("kept", ["abc", LONG, "-1", str(10**30)], ids=len)
def test_a_piece_of_evidence_that_is_no_number_breaks_no_answer(client, again, kept):
    sent = answered(again, **{"evidence-0-kept": kept, "verdict": "nonsense"})
    assert client.post(reverse("review_again", args=[again.pk]), sent).status_code == 422
    client.post(reverse("review_again_draft", args=[again.pk]), sent)
    assert client.get(reverse("review_again", args=[again.pk])).status_code == 200


def test_an_answer_that_is_none_is_no_taking_back(client, again):
    assert client.post(reverse("review_answer", args=[again.pk, "whatever"])).status_code == 404
    again.refresh_from_db()
    assert again.state == "to_reaffirm"


@pytest.mark.parametrize(
    ("raw", "form"),
    [
        (json.dumps(["a\x00b", "\ud800"]).encode(), "claim_review"),
        (b'{"claimReviewed": "x"}\na\x00b\n', "claim_review"),
        (json.dumps({"claims": ["\ud800\x00"]}).encode(), "search"),
        (b"claim,url\n" + b'"' + b"a" * 200_000 + b'",x\n', "csv"),
        (b'"' + b"a" * 200_000 + b'",x\n', "csv"),
    ],
    ids=[
        "zero and half a character",
        "a line that is no JSON",
        "an answer of words",
        "an endless cell",
        "an endless head",
    ],
)
def test_an_import_ends_with_a_reason_whatever_its_rows_hold(cast, raw, form, django_capture_on_commit_callbacks):
    job = imports.begin(raw, name="f", form=form, by=cast[Role.EDITOR])
    imports.run(job.pk)
    job = Import.objects.get(pk=job.pk)
    assert job.is_over
    assert job.reason or ImportRefusal.objects.filter(imported=job).exists()
