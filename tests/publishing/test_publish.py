from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from claims.ingest import identities
from claims.models import (
    Event,
    Evidence,
    Notification,
    Policy,
    Publication,
    Rating,
    ReplyRequest,
    Role,
    SlotState,
    Status,
    Verdict,
)
from claims.publishing import gate, ratings
from claims.publishing.publish import address_of, publish, reopen, withdraw
from claims.record import events
from claims.record.policy import edit_policy
from claims.record.refusals import IllegalMove, Incomplete, NotPermitted
from claims.review import decisions, slots
from claims.review.content import sources_of
from tests.factories import (
    AppearanceFactory,
    ClaimFactory,
    ConflictOfInterestFactory,
    EvidenceFactory,
    PersonFactory,
    PublicationFactory,
    SourceFactory,
)
from tests.review.test_decisions import fresh
from tests.review.test_main_job import give

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(cast):
    return cast[Role.EDITOR]


@pytest.fixture
def decided(db):
    """A decided claim that passes the gate."""
    return ready(ClaimFactory(decided=True))


def ready(claim):
    ReplyRequest.objects.create(
        claim=claim, asked="River Board", asked_at=claim.created_at, channel="e-mail", by=PersonFactory()
    )
    return claim


def rating(key="true"):
    return Rating.objects.get(key=key)


def go(claim, by, **more):
    values = {"rating": rating(), "title": "The bridge cost 12 million", "summary": "The ledger shows it."} | more
    return publish(claim, by=by, **values)


def test_an_editor_publishes_and_the_document_is_kept(decided, editor):
    publication = go(decided, editor)
    assert fresh(decided).status == Status.PUBLISHED
    assert publication.document["url"] == address_of(publication)
    assert publication.document["claimReviewed"] == decided.wording
    assert publication.document["reviewRating"]["ratingValue"] == 5
    assert Event.objects.get().verb == "publish"


def test_the_only_reviewer_does_not_publish(editor):
    claim = ready(ClaimFactory(decided=True, rows__reviewer=editor))
    with pytest.raises(NotPermitted):
        go(claim, editor)
    assert (fresh(claim).status, Publication.objects.count(), Event.objects.count()) == (Status.DECIDED, 0, 0)


def test_a_desk_without_four_eyes_says_so_on_the_publication(editor):
    Policy.objects.update(four_eyes=False, version=7)
    publication = go(ready(ClaimFactory(decided=True, rows__reviewer=editor)), editor)
    assert (publication.sole_reviewer, publication.waived_by_policy) == (editor, 7)


def test_one_of_two_reviewers_may_publish(editor):
    claim = ready(ClaimFactory(decided=True, rows__reviewer=editor, rows__required=2))
    assert go(claim, editor).sole_reviewer is None


def test_who_adjudicated_does_not_publish(editor, cast):
    claim = ready(ClaimFactory(adjudication=True))
    decisions.adjudicate(claim, verdict=Verdict.SUPPORTED, rationale="The ledger is whole.", by=editor)
    with pytest.raises(NotPermitted):
        go(claim, editor)
    another = PersonFactory(roles=[Role.EDITOR])
    assert go(claim, another).sole_reviewer == editor
    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.update(publisher=editor)


def test_history_says_that_one_person_decided_and_published_and_who_switched_four_eyes_off(client, editor, cast):
    policy = Policy.objects.get(pk=1)
    edit_policy(policy, changes={"four_eyes": False}, by=cast[Role.ADMINISTRATOR])
    edit_policy(policy, changes={"lease_minutes": 40}, by=editor)
    claim = ready(ClaimFactory(decided=True, rows__reviewer=editor))
    go(claim, editor)
    edit_policy(policy, changes={"four_eyes": True}, by=editor)
    client.force_login(cast[Role.TRIAGER])
    page = client.get(reverse("claim_history", args=[claim.pk])).content.decode()
    assert (
        f"version {policy.version - 1} of the desk&#x27;s policy allowed: administrator had switched four eyes off"
        in page
    )


def test_history_tells_each_publications_rating_and_the_reason_of_an_override(client, decided, editor):
    Evidence.objects.update(primary=False)
    go(decided, editor, override="The board was closed.")
    client.force_login(editor)
    page = client.get(reverse("claim_history", args=[decided.pk])).content.decode()
    assert "published it although the gate asked for more" in page
    assert "rated “True”" in page
    assert "The board was closed." in page


@pytest.mark.parametrize("reason", ["x", "Because I", " x  y "])
def test_an_override_has_a_reason_of_a_few_words(decided, editor, reason):
    Evidence.objects.update(primary=False)
    with pytest.raises(Incomplete):
        go(decided, editor, override=reason)
    assert not Publication.objects.exists()


def test_no_reason_overrides_a_rating_that_contradicts_the_verdict(editor):
    claim = ready(ClaimFactory(decided=True))
    claim.decisions.update(verdict=Verdict.REFUTED)
    with pytest.raises(IllegalMove, match="contradicts"):
        go(claim, editor, override="I know that it is true.")


def test_the_gate_says_that_the_time_for_an_answer_has_not_come(decided):
    asked = ReplyRequest.objects.filter(claim=decided)
    asked.update(answer_by=timezone.now() + timedelta(days=2))
    assert [item.key for item in gate.missing(decided)] == ["deadline"]
    asked.update(answer="Yes.", answered_at=timezone.now())
    assert gate.missing(decided) == []


def test_the_database_refuses_a_publisher_who_is_the_only_reviewer(editor):
    publication = PublicationFactory(publisher=editor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.filter(pk=publication.pk).update(sole_reviewer=editor)


def test_the_database_refuses_a_second_live_publication(editor):
    publication = PublicationFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        PublicationFactory(decision=publication.decision)


def answer(claim, verdict):
    """Let the decision say this about each source of the claim."""
    claim.decisions.update(attribution_verdicts={str(source): verdict for source in sources_of(claim)})


@pytest.mark.parametrize(
    ("spoil", "key"),
    [
        (lambda claim: Evidence.objects.update(primary=False), "primary"),
        (lambda claim: Evidence.objects.update(named=""), "named"),
        (lambda claim: Evidence.objects.update(interest=""), "interest"),
        (lambda claim: ReplyRequest.objects.all().delete(), "reply"),
        (lambda claim: answer(claim, "unchecked"), "attribution"),
    ],
)
def test_the_gate_names_what_is_missing_and_an_override_is_kept_in_writing(decided, editor, spoil, key):
    assert gate.missing(decided, rating=rating()) == []
    spoil(decided)
    assert [item.key for item in gate.missing(decided, rating=rating())] == [key]
    with pytest.raises(IllegalMove, match="gate"):
        go(decided, editor)
    assert go(decided, editor, override="The board was closed.").gate_override == "The board was closed."


def test_the_gate_counts_the_pieces_that_do_not_say_who_is_named(decided):
    Evidence.objects.update(named="")
    assert "One piece of evidence does not say who is named." in [one.what for one in gate.missing(decided)]
    EvidenceFactory(review=decided.reviews.get(), named="")
    assert "2 pieces of evidence do not say who is named." in [one.what for one in gate.missing(decided)]


def test_the_gate_sees_a_rating_that_contradicts_the_verdict(decided):
    assert [item.key for item in gate.missing(decided, rating=rating("false"))] == ["rating"]


@pytest.mark.parametrize(
    ("key", "verdict", "contradicts"),
    [
        ("true", Verdict.SUPPORTED, False),
        ("mixture", Verdict.SUPPORTED, False),
        ("mostly-false", Verdict.SUPPORTED, True),
        ("false", Verdict.REFUTED, False),
        ("mostly-true", Verdict.REFUTED, True),
        ("mixture", Verdict.CONFLICTING, False),
        ("true", Verdict.CONFLICTING, True),
        ("mostly-false", Verdict.CONFLICTING, False),
        ("true", Verdict.NOT_ENOUGH_EVIDENCE, True),
        ("unproven", Verdict.NOT_ENOUGH_EVIDENCE, False),
        ("misleading", Verdict.SUPPORTED, False),
    ],
)
def test_which_ratings_contradict_which_verdicts(db, key, verdict, contradicts):
    assert ratings.contradicts(rating(key), verdict) is contradicts


def test_the_ratings_in_use_come_truest_first(db):
    assert [r.key for r in ratings.in_use()][:3] == ["true", "mostly-true", "mixture"]


@pytest.mark.parametrize("lacking", [{"title": " "}, {"summary": ""}, {"title": "x" * 201}])
def test_a_publication_has_a_title_and_a_summary(decided, editor, lacking):
    with pytest.raises(Incomplete):
        go(decided, editor, **lacking)


def test_reopen_says_so_in_public_and_publishing_again_supersedes(editor):
    claim = ready(ClaimFactory(published=True))
    reopen(claim, note="A reader sent the ledger of 2024.", by=editor)
    live = claim.publications.get()
    assert (live.looked_at_again, live.note, live.state) == (True, "A reader sent the ledger of 2024.", "live")
    reviewer = PersonFactory()
    slot = slots.take_next(by=reviewer)
    give(slot, reviewer)
    Evidence.objects.update(primary=True, named="Treasurer", interest="None")
    second = go(fresh(claim), editor, title="Another title")
    assert list(claim.publications.order_by("number").values_list("number", "state")) == [
        (1, "superseded"),
        (2, "live"),
    ]
    assert (second.slug, fresh(live).looked_at_again) == (live.slug, False)


def test_withdraw_takes_the_live_version_back_and_ends_the_work_on_it(editor):
    claim = ClaimFactory(published=True)
    reopen(claim, note="Again.", by=editor)
    reviewer = PersonFactory()
    slot = slots.take_next(by=reviewer)
    withdraw(fresh(claim), note="It was about another bridge.", by=editor)
    live = claim.publications.get()
    assert (live.state, live.note, fresh(claim).status) == ("withdrawn", "It was about another bridge.", "withdrawn")
    assert fresh(slot).state == SlotState.ENDED
    assert Notification.objects.get(person=reviewer).kind == "withdrawn"
    with pytest.raises(IllegalMove):
        give(slot, reviewer)


def test_there_must_be_something_public_to_withdraw(editor):
    claim = ClaimFactory(decided=True)
    with pytest.raises(IllegalMove):
        withdraw(claim, note="x", by=editor)


@pytest.mark.parametrize("verb", [reopen, withdraw])
def test_the_public_is_told_why(editor, verb):
    with pytest.raises(Incomplete):
        verb(ClaimFactory(published=True), note=" ", by=editor)


def test_a_withdrawn_claim_is_reopened_and_published_as_the_next_version(editor):
    claim = ClaimFactory(published=True)
    withdraw(claim, note="Wrong bridge.", by=editor)
    reopen(fresh(claim), note="The right one.", by=editor)
    reviewer = PersonFactory()
    give(slots.take_next(by=reviewer), reviewer)
    assert go(fresh(claim), editor, override="They are known people.").number == 2
    assert events.verify().holds


def test_nobody_goes_out_as_author_whom_no_review_was_asked_about(decided, editor):
    place = AppearanceFactory(claim=decided)
    [missing] = gate.missing(decided)
    assert (missing.key, str(place.statement.source) in missing.what) == ("unasked", True)
    with pytest.raises(IllegalMove, match="No review was asked about"):
        go(decided, editor)
    assert not Publication.objects.exists()


def test_a_source_that_was_merged_into_another_since_was_asked_about(decided, cast):
    identities.merge(decided.appearances.get().statement.source, into=SourceFactory(), by=cast[Role.TRIAGER])
    assert gate.missing(decided) == []


def tie(person, claim):
    ConflictOfInterestFactory(person=person, source=claim.appearances.get().statement.source)


def test_who_has_a_tie_to_a_claim_does_not_publish_it_and_is_told_which_refusal_that_is(client, decided, editor):
    tie(editor, decided)
    with pytest.raises(NotPermitted, match="You declared a tie to the outlet or to a source of this claim"):
        go(decided, editor)
    assert (fresh(decided).status, Publication.objects.count()) == (Status.DECIDED, 0)
    client.force_login(editor)
    page = client.get(decided.get_absolute_url()).content.decode()
    assert "You declared a tie" in page
    assert reverse("claim_publish", args=[decided.pk]) not in page
    go(decided, PersonFactory(roles=[Role.EDITOR]))


@pytest.mark.parametrize("verb", [reopen, withdraw])
def test_who_has_a_tie_to_a_claim_neither_takes_its_check_back_nor_doubts_it_in_public(client, editor, verb):
    claim = ClaimFactory(published=True)
    tie(editor, claim)
    with pytest.raises(NotPermitted, match="You declared a tie"):
        verb(claim, note="Not so.", by=editor)
    assert fresh(claim).status == Status.PUBLISHED
    client.force_login(editor)
    assert (
        reverse("claim_verb", args=[claim.pk, verb.__name__])
        not in client.get(claim.get_absolute_url()).content.decode()
    )
    verb(claim, note="Not so.", by=PersonFactory(roles=[Role.EDITOR]))


def test_who_has_a_tie_does_not_publish_the_next_version_either(editor, decided):
    go(decided, editor)
    reopen(fresh(decided), note="Once more.", by=editor)
    reviewer = PersonFactory()
    give(slots.take(fresh(decided), by=reviewer), reviewer)
    tie(editor, decided)
    with pytest.raises(NotPermitted, match="You declared a tie"):
        go(fresh(decided), editor)
    assert Publication.objects.count() == 1
