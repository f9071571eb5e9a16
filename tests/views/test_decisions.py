import re

import pytest
from django.urls import reverse

from claims.models import Notification, Publication, Review, Role, Status
from claims.publishing import ratings
from claims.review import rewording, talk
from tests.factories import ClaimFactory, NotificationFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, cast):
    client.force_login(cast[Role.EDITOR])
    client.person = cast[Role.EDITOR]
    return client


def to_publish(**more):
    false = ratings.in_use().get(key="true")
    return {
        "title": "The bridge",
        "rating": false.pk,
        "summary": "The ledger shows it.",
        "override": "It is urgent now.",
    } | more


def test_the_adjudicator_sees_both_reviews_side_by_side(client, cast):
    claim = ClaimFactory(adjudication=True)
    client.force_login(cast[Role.ADJUDICATOR])
    page = client.get(reverse("claim_adjudicate", args=[claim.pk])).content.decode()
    assert "Supported" in page
    assert "Refuted" in page
    assert claim.wording in client.get(reverse("adjudication")).content.decode()


def test_adjudicating_decides_and_says_why(client, cast):
    claim = ClaimFactory(adjudication=True)
    client.force_login(cast[Role.ADJUDICATOR])
    client.post(
        reverse("claim_adjudicate", args=[claim.pk]), {"verdict": "refuted", "rationale": "The second is right."}
    )
    claim.refresh_from_db()
    assert (claim.status, claim.verdict) == (Status.DECIDED, "refuted")


def test_a_reviewer_of_the_round_does_not_adjudicate_it(client):
    person = PersonFactory(roles=[Role.ADJUDICATOR])
    claim = ClaimFactory(adjudication=True, rows__reviewer=person)
    client.force_login(person)
    said = {"verdict": "refuted", "rationale": "Mine is right."}
    assert client.post(reverse("claim_adjudicate", args=[claim.pk]), said).status_code == 403
    claim.refresh_from_db()
    assert claim.status == Status.ADJUDICATION


def test_publishing_shows_the_gate_and_leads_to_the_public_page(editor):
    claim = ClaimFactory(decided=True)
    assert "asks for more" in editor.get(reverse("claim_publish", args=[claim.pk])).content.decode()
    answer = editor.post(reverse("claim_publish", args=[claim.pk]), to_publish(), follow=True)
    assert "The ledger shows it." in answer.content.decode()
    assert answer.request["PATH_INFO"] == f"/checks/{claim.public_id}/the-bridge/"


def test_the_gate_keeps_what_was_typed(editor):
    claim = ClaimFactory(decided=True)
    answer = editor.post(reverse("claim_publish", args=[claim.pk]), to_publish(override=""))
    assert answer.status_code == 409
    assert "The ledger shows it." in answer.content.decode()
    assert not Publication.objects.exists()


def test_the_only_reviewer_cannot_publish(client):
    person = PersonFactory(roles=[Role.EDITOR])
    claim = ClaimFactory(decided=True, rows__reviewer=person)
    client.force_login(person)
    assert client.post(reverse("claim_publish", args=[claim.pk]), to_publish()).status_code == 403
    assert not Publication.objects.exists()


def test_a_reworded_claim_is_reaffirmed_with_one_press(client, cast):
    claim = ClaimFactory(decided=True, rows__reviewer=cast[Role.REVIEWER])
    rewording.reword(claim, wording="The bridge cost twelve million.", reason="clearer", by=cast[Role.EDITOR])
    client.force_login(cast[Role.REVIEWER])
    assert "My review holds for it" in client.get(claim.get_absolute_url()).content.decode()
    review = Review.objects.get(state="to_reaffirm")
    client.post(reverse("review_answer", args=[review.pk, "reaffirm"]))
    claim.refresh_from_db()
    assert claim.status == Status.DECIDED


def test_a_remark_tells_whom_it_mentions(editor, cast):
    claim = ClaimFactory()
    editor.post(reverse("claim_remark", args=[claim.pk]), {"text": "Look at this, @reviewer"})
    assert Notification.objects.get().person == cast[Role.REVIEWER]
    assert "Look at this" in editor.get(claim.get_absolute_url()).content.decode()


def test_notifications_are_seen_and_then_old(client, cast):
    claim = ClaimFactory()
    talk.say(claim, text="@reviewer please", by=cast[Role.EDITOR])
    client.force_login(cast[Role.REVIEWER])
    assert "You were mentioned" in client.get(reverse("notifications")).content.decode()
    client.post(reverse("notifications"), shown_by(client))
    assert Notification.objects.filter(read_at__isnull=True).count() == 0


def shown_by(client, **query):
    """What the page of notifications sends when all on it were seen."""
    page = client.get(reverse("notifications"), query).content.decode()
    return {"shown": re.findall(r'name="shown" value="(\d+)"', page)}


def test_what_the_page_of_notifications_did_not_show_stays_new(client, cast):
    Notification.objects.bulk_create(
        Notification(person=cast[Role.REVIEWER], kind=Notification.Kind.MENTION, claim=claim)
        for claim in [ClaimFactory()] * 101
    )
    client.force_login(cast[Role.REVIEWER])
    sent = shown_by(client)
    NotificationFactory(person=cast[Role.REVIEWER])  # comes while the page is read
    other = NotificationFactory(person=cast["second"])
    client.post(reverse("notifications"), {"shown": [*sent["shown"], other.pk, "9" * 30, "x"]})
    unread = Notification.objects.filter(read_at__isnull=True)
    assert (unread.filter(person=cast[Role.REVIEWER]).count(), unread.filter(person=cast["second"]).count()) == (2, 1)
    assert len(shown_by(client, page=2)["shown"]) == 1  # the oldest can be reached


def test_a_remark_that_mentions_nobody_here_says_so(editor):
    claim = ClaimFactory()
    page = editor.post(reverse("claim_remark", args=[claim.pk]), {"text": "@reviewer and @nobody.at.all"}, follow=True)
    assert "called @nobody.at.all," in page.content.decode()
    assert "@reviewer," not in page.content.decode()


@pytest.mark.parametrize(
    ("door", "said", "kept"),
    [
        ("claim_remark", {"text": "word " * 1_001}, "word word"),
        ("claim_reply", {"asked": "Ada Quill", "channel": "", "answer_by": "soon"}, "Ada Quill"),
    ],
)
def test_a_note_that_cannot_be_kept_comes_back_with_what_was_typed(editor, door, said, kept):
    answer = editor.post(reverse(door, args=[ClaimFactory().pk]), said)
    assert answer.status_code == 422
    assert kept in answer.content.decode()


def test_an_empty_answer_is_asked_for_again(editor):
    claim = ClaimFactory()
    editor.post(reverse("claim_reply", args=[claim.pk]), {"asked": "Ada Quill", "channel": "e-mail", "answer_by": ""})
    assert editor.post(reverse("reply_log", args=[claim.reply_requests.get().pk]), {"answer": " "}).status_code == 422


def test_the_right_of_reply_is_logged_and_answered(editor):
    claim = ClaimFactory(decided=True)
    editor.post(reverse("claim_reply", args=[claim.pk]), {"asked": "Ada Quill", "channel": "e-mail", "answer_by": ""})
    asked = claim.reply_requests.get()
    editor.post(reverse("reply_log", args=[asked.pk]), {"answer": "It was 11 million."})
    assert "It was 11 million." in editor.get(claim.get_absolute_url()).content.decode()


def test_what_an_adjudicator_wrote_stays_when_a_source_is_left_open(client, cast):
    claim = ClaimFactory(adjudication=True)
    finding = claim.reviews.last().findings.get()
    type(finding).objects.filter(pk=finding.pk).update(verdict="misquoted")
    client.force_login(cast[Role.ADJUDICATOR])
    address = reverse("claim_adjudicate", args=[claim.pk])
    assert f"what {finding.source} said" in client.get(address).content.decode()
    answer = client.post(address, {"verdict": "refuted", "rationale": "The second is right."})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "found different things about a source" in page
    assert "The second is right." in page
    client.post(address, {"verdict": "refuted", "rationale": "So.", f"source-{finding.source_id}": "misquoted"})
    claim.refresh_from_db()
    assert (claim.status, claim.attribution_verdict) == (Status.DECIDED, "misquoted")


def test_who_adjudicates_sees_in_the_list_what_the_reviews_say(editor):
    ClaimFactory(adjudication=True)
    page = editor.get(reverse("adjudication")).content.decode().split("<main")[1]
    assert [verdict for verdict in ("Supported", "Refuted", "Conflicting evidence") if f">{verdict}<" in page] == [
        "Supported",
        "Refuted",
    ]


def test_a_verb_that_reaches_further_says_what_follows(editor):
    page = editor.get(reverse("claim_verb", args=[ClaimFactory(published=True).pk, "withdraw"])).content.decode()
    assert "The public page gives way to your note" in page
