"""A prepared statement does what Django would do without it, however often and with whatever values it is said."""

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import F, Model
from django.db.models.signals import post_init, pre_init
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.models import Bar, Claim, Draft, Event, EventPayload, Harm, Role, Slot, Status
from claims.record import prepared
from claims.record.prepared import Given, Prepared
from claims.review import queues, slots
from tests.factories import ClaimFactory, ConflictOfInterestFactory, PersonFactory

pytestmark = pytest.mark.django_db


def plain(row):
    """A row with all that was read for it: its fields, its annotations but the clock's, and the rows beside it."""
    if not hasattr(row, "_state"):
        return row
    values = {name: value for name, value in vars(row).items() if name not in ("_state", "now", "the_time")}
    return values | {name: plain(other) for name, other in row._state.fields_cache.items()}


@pytest.fixture
def compared(monkeypatch):
    """Every prepared question is asked anew beside it; the answers, by question."""
    asked = Prepared.__call__
    questions = []

    def both(question, **given):
        found = asked(question, **given)
        assert list(map(plain, found)) == list(map(plain, question.anew(**given)))
        questions.append(question)
        return found

    monkeypatch.setattr(Prepared, "__call__", both)
    return questions


def hand_in(client, slot):
    evidence = {
        "evidence-TOTAL_FORMS": "1",
        "evidence-INITIAL_FORMS": "0",
        "evidence-0-address": "https://ledger.example/",
    }
    said = {"token": slot.token, "wording_number": "1", "verdict": "supported", "rationale": "The ledger shows it."}
    return client.post(f"/reviews/{slot.pk}/", evidence | said | {"evidence-0-stance": "supports"})


def test_every_question_of_a_review_answers_like_the_same_asked_anew(compared, client):
    ties = ConflictOfInterestFactory(person=PersonFactory(roles=[Role.REVIEWER]))
    ClaimFactory.create_batch(3, queued=True, rows__required=2)
    for person in (
        PersonFactory(roles=[Role.REVIEWER, Role.TRIAGER]),
        ties.person,
        PersonFactory(roles=[Role.REVIEWER]),
    ):
        client.force_login(person)
        assert client.post("/queue/").status_code == 302
        slot = Slot.objects.get(holder=person)
        client.post(f"/reviews/{slot.pk}/draft/", {"token": slot.token, "rationale": "So far"})
        assert client.get(f"/reviews/{slot.pk}/").status_code == 200
        assert hand_in(client, slot).status_code == 302
    assert len(compared) > 30
    assert len(set(map(id, compared))) > 10


def test_a_question_is_built_once_and_asked_with_other_values():
    built = []

    @Prepared
    def of_harm(harm):
        """Claims."""
        built.append(harm)
        return Claim.objects.filter(harm=harm).order_by("pk")

    high, none = ClaimFactory(harm=Harm.HIGH), ClaimFactory()
    assert (of_harm(harm=Harm.HIGH), of_harm(harm=none.harm), of_harm(harm="?")) == ([high], [none], [])
    assert [type(given) for given in built] == [Given]


def test_the_first_of_nothing_is_none():
    assert Prepared(lambda pk: Claim.objects.filter(pk=pk)).first(pk=0) is None


def test_asking_again_costs_one_statement():
    ask = slots._near_the_head(1, has_ties=True)
    person = PersonFactory()
    claim = ClaimFactory(queued=True)
    ask(person=person.pk)
    with CaptureQueriesContext(connection) as captured:
        [slot] = ask(person=person.pk)
        assert (slot.claim, slot.round.number) == (claim, 1)
    assert len(captured) == 1


def test_the_queue_is_the_same_for_a_person_and_for_a_gap():
    person = PersonFactory()
    ClaimFactory.create_batch(3, queued=True)
    ask = Prepared(lambda person: queues.next_slots(person)[:2])
    assert ask(person=person.pk) == list(queues.next_slots(person)[:2])


def test_a_row_is_updated_if_it_has_the_values_and_left_alone_otherwise():
    claim = ClaimFactory(queued=True)
    to = {"status": Status.IN_REVIEW, "version": F("version") + 1}
    where = {"pk": claim.pk, "status": Status.QUEUED, "version": claim.version, "decided_at": None}
    assert prepared.update(Claim, where, to) == 1
    assert prepared.update(Claim, where, to) == 0
    again = Claim.objects.get()
    assert (again.status, again.version) == (Status.IN_REVIEW, claim.version + 1)


def test_another_row_and_nothing_are_values_too():
    slot = ClaimFactory(queued=True).slots.get()
    person = PersonFactory()
    assert prepared.update(Slot, {"pk": slot.pk, "holder": None}, {"holder": person}) == 1
    assert prepared.update(Slot, {"holder": person}, {"holder": None}) == 1
    slot.refresh_from_db()
    assert slot.holder is None


def test_a_text_of_json_is_written_as_json():
    draft = Draft.objects.create(round=ClaimFactory(queued=True).rounds.get(), person=PersonFactory())
    prepared.update(Draft, {"pk": draft.pk}, {"data": {"rationale": ["“So”"]}})
    draft.refresh_from_db()
    assert draft.data == {"rationale": ["“So”"]}


def test_new_rows_have_their_numbers_and_what_their_fields_fill_in():
    rounds = [ClaimFactory(queued=True).rounds.get() for _ in range(2)]
    bars = [Bar(round=one, person=PersonFactory(), reason=Bar.Reason.DECLINED) for one in rounds]
    prepared.insert(bars)
    assert [bar.pk for bar in bars] == list(Bar.objects.order_by("pk").values_list("pk", flat=True))
    assert [plain(bar) for bar in Bar.objects.order_by("pk")] == [
        {name: value for name, value in plain(bar).items() if name not in ("round", "person")} for bar in bars
    ]
    assert not bars[0]._state.adding


def test_a_row_may_have_been_made_before_the_one_that_it_belongs_to():
    event = Event(sequence=1, time="2026-01-01T00:00:00Z", verb="take", object_type="claim", object_id=1)
    payload = EventPayload(event=event, body="{}", salt="")
    prepared.insert([event])
    prepared.insert([payload])
    assert EventPayload.objects.get().pk == event.pk


def test_rows_with_these_values_are_taken_out_and_no_others():
    round_ = ClaimFactory(queued=True).rounds.get()
    kept, gone = PersonFactory(), PersonFactory()
    for person in (kept, gone):
        Draft.objects.create(round=round_, person=person)
    assert prepared.delete(Draft, {"round": round_, "person": gone}) == 1
    assert Draft.objects.get().person == kept


def test_a_session_that_ended_opens_nothing():
    client, person = Client(), PersonFactory(roles=[Role.REVIEWER])
    client.force_login(person)
    assert client.get("/queue/").status_code == 200
    client.session.model.objects.update(expire_date="2020-01-01T00:00:00Z")
    assert client.get("/queue/").status_code == 302


def test_who_comes_with_a_session_has_their_roles_and_no_others(client, django_assert_num_queries):
    person = PersonFactory(roles=[Role.REVIEWER, Role.EDITOR])
    client.force_login(person)
    asked = client.get("/queue/").wsgi_request.user
    with django_assert_num_queries(0):
        assert asked.roles == {Role.REVIEWER, Role.EDITOR}
    person.is_active = False
    person.save()
    assert client.get("/queue/").status_code == 302


def test_no_model_of_the_desk_has_a_say_in_how_its_instances_are_made():
    for model in apps.get_app_config("claims").get_models():
        assert model.__init__ is Model.__init__, model
        assert model.from_db.__func__ is Model.from_db.__func__, model
        assert not pre_init.has_listeners(model), model
        assert not post_init.has_listeners(model), model
        assert not model._meta.get_parent_list(), model


def test_what_was_left_out_of_a_question_is_asked_for_when_it_is_wanted():
    claim = ClaimFactory()
    [found] = Prepared(lambda pk: Claim.objects.filter(pk=pk).defer("wording"))(pk=claim.pk)
    assert found.get_deferred_fields() == {"wording"}
    assert found.wording == claim.wording
    found.harm = Harm.HIGH
    found.save()
    assert Claim.objects.get(pk=claim.pk).harm == Harm.HIGH
