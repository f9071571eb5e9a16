"""Forms that were overtaken: each says up to which event its page saw, is answered with what happened since, and goes in when it is sent again."""

import datetime
import threading

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from lxml import html

from claims.forms.verbs import ACTS
from claims.ingest import identities
from claims.models import Alias, ChangedPlace, Claim, Event, Kinship, Rating, Role, SlotState, Status, Suggestion
from claims.models.states import VERBS
from claims.record.moves import Change, move
from claims.record.refusals import IllegalMove
from claims.review import rewording, slots, triage
from tests.conftest import make_person
from tests.factories import ClaimFactory, SourceFactory, TextVersionFactory

pytestmark = pytest.mark.django_db

STATUS = {"restore": Status.DISMISSED, "resume": Status.ON_HOLD, "send_back": Status.DECIDED, "hold": Status.IN_REVIEW}
STATUS |= {"reopen": Status.PUBLISHED, "withdraw": Status.PUBLISHED}
SAID = {
    "dismiss": {"reason": "opinion", "note": "A matter of taste."},
    "set_harm": {"harm": "high"},
    "set_as_of": {"as_of": "2020-01-01"},
    "reword": {"wording": "The second of two wordings.", "reason": "It was unclear."},
    "split": {"wordings": ["The bridge is new.", "The bridge is long."]},
    "ask": {"why": "My neighbour wonders."},
    "hold": {"reason": "The ministry answers.", "until": "2100-01-01"},
    "send_back": {"comment": "Ask the treasurer."},
    "reopen": {"note": "The figure is doubted."},
    "withdraw": {"note": "The figure was wrong."},
}
TYPED = frozenset({"note", "wording", "reason", "wordings", "why", "comment"})
SELECTED = {"begins": "71", "ends": "98", "wording": "It has cracks."}


@pytest.fixture
def all_roles(db):
    return make_person("ada", *Role)


@pytest.fixture
def desk(client, all_roles):
    client.force_login(all_roles)
    return client


def seen_by(page, action=None):
    """What a form of the page says that it saw; of the first, or of the one that goes to this address."""
    forms = html.fromstring(page.content).xpath("//form[@method='post'][.//input[@name='seen']]")
    wanted = [form for form in forms if action is None or form.get("action") == action]
    return wanted[0].form_values() and dict(wanted[0].form_values())["seen"]


def a_colleague_says_something_of(*claims, verb="set_as_of"):
    for claim in claims:
        now = Claim.objects.get(pk=claim.pk)
        move(verb, now, by=None, changes=[Change(now, {"as_of": datetime.date(2019, 5, 4)})])


def a_colleague_rewords(claim):
    now = Claim.objects.get(pk=claim.pk)
    rewording.reword(now, wording="The first of two wordings.", reason="clearer", by=make_person("ed", Role.EDITOR))


def is_overtaken(answer, *typed):
    page = answer.content.decode()
    assert answer.status_code == 409, page
    assert "moved on since" in page
    for words in typed:
        assert words in page
    return page


@pytest.mark.parametrize("verb", sorted(ACTS))
def test_a_stale_form_of_a_verb_is_shown_both_and_goes_in_when_it_is_sent_again(desk, all_roles, verb):
    claim = ClaimFactory(**{STATUS[verb].value: True}) if verb in STATUS else ClaimFactory()
    if verb == "put_back":
        triage.accept(claim, by=all_roles)
    said = dict(SAID.get(verb, {}))
    if verb == "merge":
        said = {"into": ClaimFactory(article=claim.article).pk}
    if verb == "fix_source":
        said = {"source": SourceFactory().pk}
    address = reverse("claim_verb", args=[claim.pk, verb])
    stale = said | {"seen": seen_by(desk.get(address))}
    a_colleague_says_something_of(claim)
    before = Event.objects.count()
    answer = desk.post(address, stale)
    typed = [
        words
        for name, value in said.items()
        if name in TYPED
        for words in ([value] if isinstance(value, str) else value)
    ]
    assert "4 May 2019" in is_overtaken(answer, *typed) or "2019-05-04" in answer.content.decode()
    assert Event.objects.count() == before
    assert desk.post(address, said | {"seen": seen_by(answer)}).status_code == 302
    assert Event.objects.filter(claim=claim, verb=verb).exists()


@pytest.mark.parametrize("status", [Status.CANDIDATE, Status.QUEUED, Status.DECIDED, Status.ON_HOLD, Status.DISMISSED])
def test_every_form_of_a_claims_page_that_changes_it_says_what_it_saw(desk, status):
    claim = ClaimFactory() if status == Status.CANDIDATE else ClaimFactory(**{status.value: True})
    forms = html.fromstring(desk.get(claim.get_absolute_url()).content).xpath("//main//form[@method='post']")
    verbs = [form for form in forms if (form.get("action") or "").rstrip("/").rpartition("/")[2] in VERBS]
    assert [form.get("action") for form in verbs if not form.xpath(".//input[@name='seen']")] in (
        [],
        [f"/claims/{claim.pk}/take/"],
    )


def test_wishes_and_remarks_of_others_overtake_nobody(desk, all_roles):
    claim = ClaimFactory()
    address = reverse("claim_verb", args=[claim.pk, "accept"])
    seen = seen_by(desk.get(address))
    triage.ask(claim, by=make_person("carl", Role.CONTRIBUTOR))
    assert desk.post(address, {"seen": seen}).status_code == 302


def test_a_form_that_was_never_overtaken_goes_in_at_once(desk):
    claim, other = ClaimFactory(), ClaimFactory()
    address = reverse("claim_verb", args=[claim.pk, "accept"])
    seen = seen_by(desk.get(address))
    a_colleague_says_something_of(other)
    assert desk.post(address, {"seen": seen}).status_code == 302


def test_the_wording_that_was_seen_stands_beside_the_new_one(desk):
    claim = ClaimFactory(wording="The bridge cost 12 million euros.")
    address = reverse("claim_verb", args=[claim.pk, "accept"])
    seen = seen_by(desk.get(address))
    a_colleague_rewords(claim)
    page = is_overtaken(desk.post(address, {"seen": seen}))
    assert "The bridge cost 12 million euros." in page
    assert "<ins>" in page


def test_a_row_of_triage_that_was_overtaken_says_so_in_its_place(desk):
    claim = ClaimFactory()
    seen = seen_by(desk.get(reverse("triage")), reverse("claim_verb", args=[claim.pk, "dismiss"]))
    a_colleague_rewords(claim)
    address = reverse("claim_verb", args=[claim.pk, "dismiss"])
    answer = desk.post(address, {"reason": "opinion", "seen": seen}, headers={"HX-Request": "true"})
    page = is_overtaken(answer, 'name="reason" value="opinion"')
    assert "<html" not in page
    claim.refresh_from_db()
    assert claim.status == Status.CANDIDATE
    assert desk.post(address, {"reason": "opinion", "seen": seen_by(answer)}).status_code == 302


def test_what_one_does_oneself_in_a_row_does_not_overtake_its_undo(desk):
    claim = ClaimFactory()
    address = reverse("claim_verb", args=[claim.pk, "dismiss"])
    seen = seen_by(desk.get(reverse("triage")), address)
    done = desk.post(address, {"reason": "opinion", "seen": seen}, headers={"HX-Request": "true"})
    undo = reverse("claim_verb", args=[claim.pk, "restore"])
    assert desk.post(undo, {"seen": seen_by(done, undo)}, headers={"HX-Request": "true"}).status_code == 200


def test_of_several_candidates_those_that_moved_on_come_again_and_the_others_are_done(desk):
    same, moved = ClaimFactory(), ClaimFactory()
    ticked = {"claim": [same.pk, moved.pk], "act": "accept"}
    preview = desk.post(reverse("triage_bulk"), ticked)
    sure = ticked | {"sure": "1", "seen": seen_by(preview)}
    a_colleague_rewords(moved)
    page = is_overtaken(desk.post(reverse("triage_bulk"), sure), "The first of two wordings.")
    assert same.wording not in page
    assert [Claim.objects.get(pk=one.pk).status for one in (same, moved)] == [Status.QUEUED, Status.CANDIDATE]


@pytest.mark.parametrize("page", ["claim_adjudicate", "claim_publish", "claim_assign"])
def test_a_decision_a_publication_and_an_assignment_are_shown_what_came_before_them(desk, page):
    status = {"claim_adjudicate": "adjudication", "claim_publish": "decided", "claim_assign": "queued"}[page]
    claim, reviewer = ClaimFactory(**{status: True}), make_person("rea", Role.REVIEWER)
    said = {
        "claim_adjudicate": {"verdict": "refuted", "rationale": "The second review is right."},
        "claim_publish": {
            "title": "A title of mine", "summary": "A summary.", "rating": Rating.objects.get(key="true").pk, "override": "It goes out now.",
        },
        "claim_assign": {"to": reviewer.pk},
    }[page]  # fmt: skip
    address = reverse(page, args=[claim.pk])
    seen = seen_by(desk.get(address))
    a_colleague_says_something_of(claim)
    before = Event.objects.count()
    answer = desk.post(address, said | {"seen": seen})
    is_overtaken(answer, *(value for name, value in said.items() if name in ("rationale", "title")))
    assert Event.objects.count() == before
    assert desk.post(address, said | {"seen": seen_by(answer)}).status_code == 302


def test_a_hold_is_not_broken_that_is_anothers_by_now(desk):
    claim, first, second = (
        ClaimFactory(queued=True),
        make_person("rea", Role.REVIEWER),
        make_person("sam", Role.REVIEWER),
    )
    slot = slots.take(claim, by=first)
    address = reverse("slot_release", args=[slot.pk])
    seen = seen_by(desk.get(address))
    slots.decline(slot, token=slot.token, by=first)
    slots.take(Claim.objects.get(pk=claim.pk), by=second)
    answer = desk.post(address, {"reason": "You are away.", "seen": seen})
    is_overtaken(answer, "You are away.", "sam")
    assert claim.slots.get().holder == second


def test_an_open_round_is_not_read_on_the_word_of_an_older_page(desk):
    claim = ClaimFactory(queued=True, rows__required=2)
    slot = slots.take(claim, by=make_person("rea", Role.REVIEWER))
    type(slot).objects.filter(pk=slot.pk).update(state=SlotState.FILLED)
    claim.refresh_from_db()
    address = reverse("claim_look_into", args=[claim.pk])
    seen = seen_by(desk.get(address))
    a_colleague_says_something_of(claim)
    is_overtaken(desk.post(address, {"seen": seen}))
    assert not claim.rounds.get().bars.exists()


@pytest.fixture
def changed(db):
    claim = ClaimFactory(touched=True, wording="The bridge cost 12 million euros.")
    newer = TextVersionFactory(article=claim.article, number=2)
    was = claim.appearances.get().text_version
    return ChangedPlace.objects.create(
        claim=claim, was_in=was, was_start=0, was_end=9, text_version=newer, start=0, end=60, wording_number=1
    )


@pytest.mark.parametrize(("verb", "said"), [("keep", {}), ("reword", {"wording": "My own wording.", "reason": "r"})])
def test_an_answer_to_a_changed_article_is_shown_what_came_before_it(desk, changed, verb, said):
    address = reverse("change_answer", args=[changed.pk, verb])
    page = reverse("article_changes", args=[changed.claim.article_id]) if verb == "keep" else address
    seen = seen_by(desk.get(page))
    a_colleague_says_something_of(changed.claim)
    is_overtaken(desk.post(address, said | {"seen": seen}), *(["My own wording."] if said else []))
    assert Claim.objects.get(pk=changed.claim_id).wording_number == 1
    assert ChangedPlace.objects.get().kept_by is None


@pytest.mark.parametrize("verb", ["reaffirm", "take_back"])
def test_no_review_is_answered_for_a_wording_that_its_author_has_not_read(desk, all_roles, verb):
    claim = ClaimFactory(decided=True, rows__reviewer=all_roles)
    a_colleague_rewords(claim)
    review = claim.reviews.get()
    address = reverse("review_answer", args=[review.pk, verb])
    seen = seen_by(desk.get(reverse("review_again", args=[review.pk])), address)
    claim.refresh_from_db()
    rewording.reword(claim, wording="A third wording, unread.", reason="r", by=make_person("eda", Role.EDITOR))
    answer = desk.post(address, {"seen": seen})
    is_overtaken(answer, "unread")
    review.refresh_from_db()
    assert review.state == "to_reaffirm"
    assert desk.post(address, {"seen": seen_by(answer, address)}).status_code == 302


def test_words_counted_in_an_older_text_make_no_claim_of_the_newer_one(desk):
    article = ClaimFactory().article
    address = reverse("article_selected", args=[article.pk])
    sent = SELECTED | {"text": "1", "seen": seen_by(desk.get(address, SELECTED | {"text": "1"}))}
    TextVersionFactory(
        article=article, number=2, text="Quite another text, longer than the older one was, with other words in it."
    )
    answer = desk.post(address, sent)
    assert answer.status_code == 409
    assert "newer text" in answer.content.decode()
    assert "It has cracks." in answer.content.decode()
    assert Claim.objects.count() == 1


def test_a_span_is_not_put_over_that_of_a_colleague(desk):
    claim = ClaimFactory()
    address = reverse("article_selected", args=[claim.article_id])
    sent = SELECTED | {"claim": claim.pk, "seen": seen_by(desk.get(address, SELECTED))}
    triage.fix_span(claim, spans=[(11, 21)], by=make_person("tom", Role.TRIAGER))
    is_overtaken(desk.post(address, sent))
    assert list(claim.appearances.get().spans.filter(proposed=False).values_list("start", "end")) == [(11, 21)]


@pytest.mark.parametrize("way", ["suggestion_merge", "confirm", "refuse"])
def test_two_claims_are_not_called_the_same_by_an_older_wording(desk, way):
    one, other = ClaimFactory(), ClaimFactory()
    suggestion = Suggestion.objects.create(claim=one, other_claim=other, score=0.9)
    page = reverse("suggestion_merge", args=[suggestion.pk])
    address = page if way == "suggestion_merge" else reverse("suggestion_answer", args=[suggestion.pk, way])
    seen = seen_by(desk.get(page))
    a_colleague_rewords(other)
    answer = desk.post(address, {"seen": seen})
    is_overtaken(answer, "clearer")
    suggestion.refresh_from_db()
    assert suggestion.state == "proposed"
    assert desk.post(address, {"seen": seen_by(answer)}).status_code == 302


def all_of(page):
    """All that a browser would send of the page's form if nobody typed anything."""
    form = html.fromstring(page.content).xpath("//main//form[@method='post']")[0]
    return dict.fromkeys(form.xpath(".//input/@name"), "") | dict(form.form_values())  # a browser sends empty ones too


@pytest.mark.parametrize("what", ["source", "article"])
def test_two_who_change_one_field_are_shown_both_values_and_the_second_may_insist(desk, what):
    row = SourceFactory(name="River Board") if what == "source" else ClaimFactory().article
    address, field = reverse(f"{what}_edit", args=[row.pk]), {"source": "country", "article": "topic"}[what]
    first, second = all_of(desk.get(address)) | {field: "FR"}, all_of(desk.get(address)) | {field: "DE"}
    assert desk.post(address, first).status_code == 302
    answer = desk.post(address, second)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "“FR” now" in page
    assert 'value="DE"' in page
    row.refresh_from_db()
    assert getattr(row, field) == "FR"
    assert desk.post(address, all_of(answer)).status_code == 302
    row.refresh_from_db()
    assert getattr(row, field) == "DE"


def test_a_merge_of_sources_is_shown_what_became_of_them_since_the_preview(desk, all_roles):
    source, into = SourceFactory(), SourceFactory()
    address = reverse("source_merge", args=[source.pk])
    seen = seen_by(desk.get(address, {"into": f"#{into.pk}"}))
    identities.edit(into, changes={"name": "Quite another body"}, by=all_roles)
    is_overtaken(desk.post(address, {"into": f"#{into.pk}", "seen": seen}), "Quite another body")
    source.refresh_from_db()
    assert source.merged_into is None


def test_a_suggestion_of_who_is_who_is_not_answered_for_a_source_renamed_since(desk, all_roles):
    kin = Kinship.objects.create(source=SourceFactory(), other=SourceFactory(), tie="same", reason="short", score=0.9)
    address = reverse("kinship_answer", args=[kin.pk, "accept"])
    seen = seen_by(desk.get(reverse("kinships")), address)
    identities.edit(kin.other, changes={"name": "Quite another body"}, by=all_roles)
    is_overtaken(desk.post(address, {"seen": seen}), "Quite another body")
    kin.refresh_from_db()
    assert kin.state == "proposed"


def test_a_merge_taken_back_and_made_again_and_a_name_are_left_as_a_colleague_left_them(desk, all_roles):
    source, into, third = SourceFactory(), SourceFactory(), SourceFactory()
    identities.merge(source, into=into, by=all_roles)
    undo = reverse("source_unmerge", args=[source.pk])
    seen = seen_by(desk.get(into.get_absolute_url()), undo)
    identities.unmerge(source, by=all_roles)
    identities.merge(source, into=third, by=all_roles)
    is_overtaken(desk.post(undo, {"seen": seen}))
    source.refresh_from_db()
    assert source.merged_into == third
    name = Alias.objects.create(source=into, name="The Board", key="board of old")
    remove = reverse("name_remove", args=[name.pk])
    seen = seen_by(desk.get(into.get_absolute_url()), remove)
    identities.edit(into, changes={"country": "FR"}, by=all_roles)
    is_overtaken(desk.post(remove, {"seen": seen}))
    assert Alias.objects.filter(pk=name.pk).exists()


# --- at the very same moment ---------------------------------------------------------------------------------------


def at_once(*posts):
    """Each of these in a thread of its own, all let go together: the answers in their order."""
    gate, answers = threading.Barrier(len(posts)), [None] * len(posts)

    def run(number, client, address, said):
        try:
            gate.wait(30)
            answers[number] = client.post(address, said)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(number, *post)) for number, post in enumerate(posts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return answers


def browser(name):
    client = Client()
    client.force_login(make_person(name, *Role))
    return client


RACES = [
    ("reword", {"wording": "The first of two wordings.", "reason": "r"}, "reword", {"wording": "The second of two.", "reason": "r"}),
    ("dismiss", {"reason": "opinion", "note": "taste"}, "accept", {}),
    ("set_harm", {"harm": "high"}, "set_as_of", {"as_of": "2020-01-01"}),
]  # fmt: skip


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("first", "said_first", "second", "said_second"), RACES, ids=[race[0] for race in RACES])
def test_of_two_forms_sent_at_the_same_moment_one_goes_in_and_the_other_is_shown_it(
    first, said_first, second, said_second
):
    claim, one, other = ClaimFactory(), browser("one"), browser("other")
    addresses = [reverse("claim_verb", args=[claim.pk, verb]) for verb in (first, second)]
    seen = [{"seen": seen_by(client.get(address))} for client, address in zip((one, other), addresses, strict=True)]
    answers = at_once((one, addresses[0], said_first | seen[0]), (other, addresses[1], said_second | seen[1]))
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    late = next(number for number, answer in enumerate(answers) if answer.status_code == 409)
    typed = [value for name, value in (said_first, said_second)[late].items() if name in TYPED - {"reason"}]
    is_overtaken(answers[late], *typed)
    assert Event.objects.filter(claim=claim).count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_sources_put_right_at_the_same_moment_none_is_lost_in_silence():
    claim, one, other, sources = ClaimFactory(), browser("one"), browser("other"), [SourceFactory(), SourceFactory()]
    address = reverse("claim_verb", args=[claim.pk, "fix_source"])
    sent = [{"source": source.pk, "seen": seen_by(one.get(address))} for source in sources]
    answers = at_once((one, address, sent[0]), (other, address, sent[1]))
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    went_in = next(number for number, answer in enumerate(answers) if answer.status_code == 302)
    assert claim.appearances.get().statement.source == sources[went_in]


@pytest.mark.django_db(transaction=True)
def test_two_who_make_bodies_belong_to_each_other_at_the_same_moment_make_no_circle():
    bodies, by = [SourceFactory() for _ in range(3)], make_person("ada", *Role)
    gate, refused = threading.Barrier(3), []

    def belong(number):
        try:
            gate.wait(30)
            identities.edit(bodies[number], changes={"parent": bodies[(number + 1) % 3]}, by=by)
        except (IllegalMove, identities.Incomplete) as refusal:
            refused.append(refusal)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=belong, args=[number]) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    for body in bodies:
        body.refresh_from_db()
    assert refused
    assert [body for body in bodies if body.parent is None]
