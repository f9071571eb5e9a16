import pytest
from django.utils import timezone

from claims.forms.publication import RemarkForm
from claims.models import Comment, Event, Notification, Role
from claims.record.refusals import IllegalMove, Incomplete, NotPermitted
from claims.review import slots, talk
from tests.factories import ClaimFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def triager(cast):
    return cast[Role.TRIAGER]


def test_a_remark_tells_those_it_mentions(cast, triager):
    comment = talk.say(ClaimFactory(), text="Is this yours, @Editor? And @nobody.", by=triager)
    assert list(comment.mentions.all()) == [cast[Role.EDITOR]]
    assert Notification.objects.get().person == cast[Role.EDITOR]
    assert Event.objects.get().verb == "comment"


def test_one_does_not_tell_oneself(triager):
    talk.say(ClaimFactory(), text="I, @triager, look at it", by=triager)
    assert not Notification.objects.exists()


@pytest.mark.parametrize("text", ["  ", "x" * 10_001])
def test_a_remark_is_neither_empty_nor_a_book(triager, text):
    with pytest.raises(Incomplete):
        talk.say(ClaimFactory(), text=text, by=triager)


def test_a_viewer_does_not_remark():
    with pytest.raises(NotPermitted):
        talk.say(ClaimFactory(), text="x", by=PersonFactory(roles=[Role.VIEWER]))


def test_a_reviewers_remark_is_bound_to_the_open_round(cast):
    claim = slots.take(ClaimFactory(queued=True), by=cast[Role.REVIEWER]).claim
    hidden = talk.say(claim, text="I think it is false", by=cast[Role.REVIEWER])
    assert hidden.round == claim.rounds.get()
    with pytest.raises(IllegalMove):
        talk.say(claim, text="Why?", by=cast["second"], parent=hidden)
    with pytest.raises(IllegalMove):
        talk.resolve(hidden, by=cast["second"])


def test_a_remark_is_dealt_with_once(triager):
    comment = talk.say(ClaimFactory(), text="x", by=triager)
    talk.resolve(comment, by=triager)
    assert Comment.objects.get().resolved_by == triager
    with pytest.raises(IllegalMove):
        talk.resolve(comment, by=triager)


def test_notifications_are_read_by_their_owner(cast, triager):
    talk.say(ClaimFactory(), text="@editor @second", by=triager)
    assert talk.read(by=cast[Role.EDITOR]) == 1
    assert talk.read(by=cast[Role.EDITOR]) == 0
    assert Notification.objects.filter(read_at__isnull=True).get().person == cast["second"]


def test_the_right_of_reply_is_logged(cast):
    claim = ClaimFactory(in_review=True)
    request = talk.ask_for_reply(
        claim, asked="River Board", channel="e-mail", answer_by=timezone.now(), by=cast[Role.REVIEWER]
    )
    talk.log_reply(request, answer="The figure is right.", by=cast[Role.EDITOR])
    assert claim.reply_requests.get().answer == "The figure is right."
    with pytest.raises(IllegalMove):
        talk.log_reply(request, answer="Another", by=cast[Role.EDITOR])
    assert list(Event.objects.values_list("verb", flat=True)) == ["ask_for_reply", "log_reply"]


@pytest.mark.parametrize("lacking", [{"asked": " "}, {"channel": ""}])
def test_who_was_asked_and_how_is_said(cast, lacking):
    with pytest.raises(Incomplete):
        talk.ask_for_reply(ClaimFactory(), by=cast[Role.EDITOR], **{"asked": "Board", "channel": "phone"} | lacking)


def test_an_empty_reply_is_none(cast):
    request = talk.ask_for_reply(ClaimFactory(), asked="Board", channel="phone", by=cast[Role.EDITOR])
    with pytest.raises(Incomplete):
        talk.log_reply(request, answer=" ", by=cast[Role.EDITOR])


def test_a_contributor_deals_only_with_remarks_of_their_own_and_that_mention_them(cast, triager):
    contributor, claim = cast[Role.CONTRIBUTOR], ClaimFactory()
    with pytest.raises(NotPermitted):
        talk.resolve(talk.say(claim, text="Look at the date.", by=cast[Role.EDITOR]), by=contributor)
    for text, by in (("Mine.", contributor), ("@contributor, which page?", triager)):
        comment = talk.say(claim, text=text, by=by)
        talk.resolve(comment, by=contributor)
        assert Comment.objects.get(pk=comment.pk).resolved_by == contributor


def test_who_reads_only_what_is_published_is_told_of_no_claim(cast, triager):
    comment = talk.say(ClaimFactory(), text="@viewer and @contributor", by=triager)
    assert list(comment.mentions.all()) == [cast[Role.CONTRIBUTOR]]
    assert not Notification.objects.filter(person=cast[Role.VIEWER]).exists()
    assert talk.unknown("@viewer @contributor") == ["viewer"]


def test_the_form_takes_as_long_a_remark_as_the_verb(client, triager):
    form = RemarkForm({"text": "x" * talk.LONGEST})
    assert form.is_valid()
    assert talk.say(ClaimFactory(), text=form.cleaned_data["text"], by=triager)
    assert not RemarkForm({"text": "x" * (talk.LONGEST + 1)}).is_valid()
    with pytest.raises(Incomplete):
        talk.say(ClaimFactory(), text="x" * (talk.LONGEST + 1), by=triager)
    client.force_login(triager)
    assert f'maxlength="{talk.LONGEST}"' in client.get(ClaimFactory().get_absolute_url()).content.decode()
