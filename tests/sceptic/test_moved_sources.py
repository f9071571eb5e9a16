"""A source that is put right or merged while people review: no answer of theirs is lost, and none is given for them."""

import json

import pytest
from django.urls import reverse

from claims.ingest import identities, sources
from claims.models import AttributionFinding, Draft, Event, EventPayload, Review, Role, SlotState, Source, Status
from claims.publishing import publish
from claims.record.refusals import IllegalMove, Incomplete
from claims.review import reaffirming, rewording, slots, triage
from tests.factories import ClaimFactory, ConflictOfInterestFactory, PersonFactory, SourceFactory, StatementFactory
from tests.review.test_main_job import give
from tests.views.test_again import filled as answered
from tests.views.test_review import filled

pytestmark = pytest.mark.django_db


def source_of(claim):
    return Source.objects.get(statements__appearances__claim=claim)


@pytest.fixture
def slot(client, cast):
    client.force_login(cast[Role.REVIEWER])
    claim = ClaimFactory(in_review=True, rows__reviewer=cast[Role.REVIEWER])
    return claim.slots.get(state=SlotState.HELD)


def test_an_answer_about_a_source_that_was_merged_meanwhile_is_not_turned_into_unchecked(client, slot, cast):
    sent = filled(slot)
    identities.merge(source_of(slot.claim), into=SourceFactory(), by=cast[Role.TRIAGER])
    answer = client.post(reverse("review", args=[slot.pk]), sent)
    assert answer.status_code == 409
    assert "sources of this claim have changed" in answer.content.decode()
    assert not Review.objects.exists()
    assert Draft.objects.get().data["rationale"] == ["The ledger shows it."]
    sent = filled(slot, **{f"source-{source_of(slot.claim).pk}": "confirmed"})
    assert client.post(reverse("review", args=[slot.pk]), sent).status_code == 302
    assert AttributionFinding.objects.get().verdict == "confirmed"


def test_an_answer_about_a_source_that_was_put_right_meanwhile_is_asked_again(client, slot, cast):
    sent = filled(slot)
    place = slot.claim.appearances.get()
    slot.claim.refresh_from_db()
    triage.fix_source(slot.claim, statement=place.statement, source=SourceFactory(), by=cast[Role.TRIAGER])
    assert client.post(reverse("review", args=[slot.pk]), sent).status_code == 409


@pytest.fixture
def again(client, cast):
    """A review that waits for its author's answer, of a source that was merged after it was given."""
    claim = ClaimFactory(decided=True, rows__reviewer=cast[Role.REVIEWER])
    identities.merge(source_of(claim), into=SourceFactory(), by=cast[Role.TRIAGER])
    rewording.reword(claim, wording="The bridge cost 13 million euros.", reason="r", by=cast[Role.EDITOR])
    client.force_login(cast[Role.REVIEWER])
    return claim.reviews.get()


def test_reaffirming_keeps_what_was_said_of_a_source_that_was_merged_since(again, cast):
    new = reaffirming.reaffirm(again, by=cast[Role.REVIEWER])
    assert [(one.source, one.verdict) for one in new.findings.all()] == [(source_of(again.claim), "confirmed")]


def test_the_form_of_a_change_begins_with_what_was_said_of_it(client, again):
    page = client.get(reverse("review_again", args=[again.pk])).content.decode()
    select = page.partition(f'name="source-{source_of(again.claim).pk}"')[2].partition("</select>")[0]
    assert '<option value="confirmed" selected>' in select


def test_a_change_that_answers_for_the_old_source_comes_back_with_the_new_one(client, again):
    answer = client.post(reverse("review_again", args=[again.pk]), answered(again))
    assert answer.url == reverse("review_again", args=[again.pk])
    assert Review.objects.count() == 1


def test_a_dispute_about_a_source_that_was_put_right_since_goes_back_to_those_who_had_it(client, cast):
    claim = ClaimFactory(queued=True, rows__required=2)
    old = source_of(claim)
    for role, found in ((Role.REVIEWER, "confirmed"), ("second", "misquoted")):
        give(slots.take_next(by=cast[role]), cast[role], findings={old.pk: found})
    claim.refresh_from_db()
    triage.fix_source(claim, statement=claim.appearances.get().statement, source=SourceFactory(), by=cast[Role.EDITOR])
    claim.refresh_from_db()
    assert claim.status == Status.IN_REVIEW
    for review in claim.reviews.filter(state="to_reaffirm"):
        new = reaffirming.reaffirm(review, by=review.reviewer)
        assert [(one.source, one.verdict) for one in new.findings.all()] == [(source_of(claim), "unchecked")]
    claim.refresh_from_db()
    assert (claim.status, claim.attribution_verdict) == (Status.DECIDED, "unchecked")


def shares(claim, **state):
    """Another claim that the same statement makes."""
    other = ClaimFactory(article=claim.article, **state)
    other.appearances.update(statement=claim.appearances.get().statement)
    return other


@pytest.mark.parametrize("shared", [True, False], ids=["through another", "itself"])
def test_a_decided_claims_source_does_not_change_in_silence_but_its_reviewers_are_asked_again(cast, shared):
    claim = ClaimFactory()
    decided = shares(claim, decided=True, rows__reviewer=cast[Role.REVIEWER])
    said = claim if shared else decided
    source = SourceFactory()
    triage.fix_source(said, statement=claim.appearances.get().statement, source=source, by=cast[Role.TRIAGER])
    decided.refresh_from_db()
    assert (decided.status, decided.verdict, decided.attribution_verdict) == (Status.IN_REVIEW, "", "")
    assert decided.reviews.get().state == Review.State.TO_REAFFIRM
    assert not decided.decisions.exists()
    event = decided.events.get(verb="fix_source")
    assert event.actor == cast[Role.TRIAGER]
    told = json.loads(event.payload.body)
    assert told.get("through") == (claim.pk if shared else None)
    assert cast[Role.REVIEWER].notifications.get().kind == "reaffirm"
    reaffirming.reaffirm(decided.reviews.get(), by=cast[Role.REVIEWER])
    decided.refresh_from_db()
    assert (decided.status, decided.attribution_verdict) == (Status.DECIDED, "unchecked")


@pytest.mark.parametrize("status", ["published", "withdrawn"])
def test_what_is_public_is_reopened_before_its_source_is_put_right_and_the_refusal_says_so(cast, status):
    claim = ClaimFactory()
    public = shares(claim, **{status: True})
    statement = claim.appearances.get().statement
    read, before = statement.source, Event.objects.count()
    with pytest.raises(IllegalMove, match=rf"no\. {public.pk}\..*reopens"):
        triage.fix_source(claim, statement=statement, source=SourceFactory(), by=cast[Role.EDITOR])
    statement.refresh_from_db()
    assert (statement.source, Event.objects.count()) == (read, before)
    public.refresh_from_db()
    publish.reopen(public, note="The source is doubted.", by=cast[Role.EDITOR])
    claim.refresh_from_db()
    triage.fix_source(claim, statement=statement, source=SourceFactory(), by=cast[Role.EDITOR])
    assert public.events.filter(verb="fix_source").exists()


def test_a_source_that_it_has_already_is_no_change(cast):
    claim = ClaimFactory()
    statement = claim.appearances.get().statement
    with pytest.raises(Incomplete):
        triage.fix_source(claim, statement=statement, source=statement.source, by=cast[Role.TRIAGER])
    assert not Event.objects.exists()


def test_two_who_put_one_statements_source_right_through_two_claims_lose_nothing_in_silence(cast):
    claim = ClaimFactory()
    other = shares(claim)
    stale = claim.appearances.get().statement
    first, second = SourceFactory(), SourceFactory()
    triage.fix_source(claim, statement=claim.appearances.get().statement, source=first, by=cast[Role.TRIAGER])
    other.refresh_from_db()
    with pytest.raises(IllegalMove):
        triage.fix_source(other, statement=stale, source=second, by=cast[Role.EDITOR])
    assert source_of(claim) == first


def circle(*bodies):
    """Sources of which each belongs to the one before it."""
    found = [SourceFactory(name=bodies[0])]
    for name in bodies[1:]:
        found.append(SourceFactory(name=name, parent=found[-1]))
    return found


def test_a_body_does_not_come_to_belong_to_a_member_of_its_members(cast):
    top, _, low = circle("Senate", "Committee", "Group")
    with pytest.raises(Incomplete):
        identities.edit(top, changes={"parent": low}, by=cast[Role.EDITOR])


def test_a_body_is_not_merged_into_what_belongs_to_its_member(cast):
    top, middle, low = circle("Senate", "Committee", "Group")
    with pytest.raises(IllegalMove, match="Group"):
        identities.merge(top, into=low, by=cast[Role.EDITOR])
    middle.refresh_from_db()
    assert middle.parent == top


def test_taking_a_merge_back_makes_no_circle(cast):
    body, member = circle("Senate of France", "Committee")
    above, other = SourceFactory(name="Republic"), SourceFactory(name="French Senate")
    body.parent = above
    body.save()
    identities.merge(body, into=other, by=cast[Role.EDITOR])
    identities.edit(above, changes={"parent": member}, by=cast[Role.EDITOR])
    with pytest.raises(IllegalMove, match="Senate of France"):
        identities.unmerge(body, by=cast[Role.EDITOR])
    member.refresh_from_db()
    assert member.parent == other


def test_a_reading_makes_no_circle_either():
    top, low = circle("Board", "Office")
    found = sources.find_or_make([sources.Named("Board", member_of="Office")])
    top.refresh_from_db()
    assert found.found[sources.Named("Board", member_of="Office")] == top
    assert (top.parent, low.parent) == (None, top)


def test_members_follow_a_merge_and_come_back_and_the_record_says_which(cast):
    body, other = SourceFactory(name="Senate of France"), SourceFactory(name="French Senate")
    member = SourceFactory(name="40 senators", parent=body)
    identities.merge(body, into=other, by=cast[Role.TRIAGER])
    member.refresh_from_db()
    assert member.parent == other
    identities.unmerge(body, by=cast[Role.TRIAGER])
    member.refresh_from_db()
    assert member.parent == body


def test_a_body_that_is_merged_into_its_own_member_belongs_to_nobody(cast):
    body = SourceFactory()
    member = SourceFactory(parent=body)
    identities.merge(body, into=member, by=cast[Role.TRIAGER])
    member.refresh_from_db()
    assert member.parent is None
    identities.unmerge(body, by=cast[Role.TRIAGER])
    member.refresh_from_db()
    assert member.parent == body


@pytest.mark.parametrize("tied_to", ["body", "other"])
def test_a_tie_binds_for_the_members_of_a_body_that_was_merged(cast, tied_to):
    person, claim = PersonFactory(), ClaimFactory(queued=True)
    named = {"body": SourceFactory(), "other": SourceFactory()}
    member = source_of(claim)
    member.parent = named["body"]
    member.save()
    ConflictOfInterestFactory(person=person, source=named[tied_to])
    identities.merge(named["body"], into=named["other"], by=cast[Role.TRIAGER])
    assert slots.take_next(by=person) is None


def test_unmerging_tells_the_record_all_that_returned(cast):
    from_body, into = SourceFactory(), SourceFactory()
    statement, name = StatementFactory(source=from_body), from_body.aliases.get()
    identities.merge(from_body, into=into, by=cast[Role.TRIAGER])
    identities.unmerge(from_body, by=cast[Role.TRIAGER])
    told = json.loads(EventPayload.objects.get(event__verb="unmerge_source").body)
    assert told["statements"] == [statement.pk]
    assert told["names"] == [name.pk]
