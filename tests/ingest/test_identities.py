import pytest

from claims.ingest import identities
from claims.ingest.sources import Named, find_or_make
from claims.models import Alias, Event, Role
from claims.record import events
from claims.record.refusals import IllegalMove, Incomplete, NotPermitted
from tests.factories import PersonFactory, SourceFactory, StatementFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def triager(db):
    return PersonFactory(roles=[Role.TRIAGER])


def fresh(row):
    return type(row)._base_manager.get(pk=row.pk)


def test_a_merge_takes_statements_and_names_along_and_can_be_undone(triager):
    board, river = SourceFactory(name="The Board"), SourceFactory(name="River Board")
    said = StatementFactory(source=board)
    identities.merge(board, into=river, by=triager)
    assert (fresh(said).source, river.aliases.count(), fresh(board).merged_into) == (river, 2, river)
    identities.unmerge(fresh(board), by=triager)
    assert (fresh(said).source, river.aliases.count(), board.aliases.count()) == (board, 1, 1)
    assert list(Event.objects.values_list("verb", flat=True)) == ["merge_source", "unmerge_source"]
    assert events.verify().holds


def test_a_merged_name_leads_to_the_source_that_stands(triager):
    board, river = SourceFactory(name="Board X"), SourceFactory(name="River Board X")
    identities.merge(board, into=river, by=triager)
    assert find_or_make([Named("Board X")]).found[Named("Board X")] == river


def test_sources_merged_earlier_follow_and_return(triager):
    first, second, third = SourceFactory.create_batch(3)
    identities.merge(first, into=second, by=triager)
    identities.merge(second, into=third, by=triager)
    assert fresh(first).merged_into == third
    identities.unmerge(fresh(second), by=triager)
    assert fresh(first).merged_into == second


def test_what_was_given_to_somebody_else_since_does_not_return(triager):
    board, river, other = SourceFactory.create_batch(3)
    said = StatementFactory(source=board)
    identities.merge(board, into=river, by=triager)
    type(said).objects.filter(pk=said.pk).update(source=other)
    identities.unmerge(fresh(board), by=triager)
    assert fresh(said).source == other


def test_the_reading_tells_whose_it_was_where_the_record_was_erased(triager):
    board, river = SourceFactory.create_batch(2)
    said = StatementFactory(source=board)
    identities.merge(board, into=river, by=triager)
    events.redact(Event.objects.get(), by=PersonFactory(roles=[Role.EDITOR]), reason="To protect the source")
    identities.unmerge(fresh(board), by=triager)
    assert fresh(said).source == board
    assert (events.verify().holds, events.verify().erased) == (True, 1)


def test_what_makes_no_sense_is_refused(triager):
    one, two = SourceFactory.create_batch(2)
    with pytest.raises(Incomplete):
        identities.merge(one, into=one, by=triager)
    with pytest.raises(IllegalMove):
        identities.unmerge(one, by=triager)
    identities.merge(one, into=two, by=triager)
    with pytest.raises(IllegalMove):
        identities.merge(two, into=one, by=triager)


@pytest.mark.parametrize("role", [Role.VIEWER, Role.CONTRIBUTOR, Role.REVIEWER, Role.ADJUDICATOR])
def test_sources_are_managed_by_those_who_may(role):
    one, two = SourceFactory.create_batch(2)
    with pytest.raises(NotPermitted):
        identities.merge(one, into=two, by=PersonFactory(roles=[role]))


def test_a_source_is_put_right(triager):
    source = SourceFactory()
    identities.edit(source, changes={"kind": "government", "country": "RU"}, by=triager)
    assert (fresh(source).kind, fresh(source).country) == ("government", "RU")
    identities.edit(source, changes={"country": "RU"}, by=triager)
    assert Event.objects.count() == 1


@pytest.mark.parametrize("changes", [{"kind": "ghost"}, {"merged_into": None}, {"name": " "}])
def test_a_source_is_not_put_wrong(triager, changes):
    with pytest.raises(Incomplete):
        identities.edit(SourceFactory(), changes=changes, by=triager)


def test_a_name_leads_to_one_source(triager):
    one, two = SourceFactory.create_batch(2)
    alias = identities.add_name(one, name="The  Quill", by=triager)
    assert alias.name == "The Quill"
    with pytest.raises(IllegalMove):
        identities.add_name(two, name="quill", by=triager)
    identities.remove_name(alias, by=triager)
    assert not Alias.objects.filter(name="The Quill").exists()


def test_a_new_name_leads_to_the_source_and_one_of_another_is_refused(triager):
    one, two = SourceFactory(name="The Quay"), SourceFactory(name="Harbour Board")
    identities.edit(one, changes={"name": "Quay Authority"}, by=triager)
    assert set(one.aliases.values_list("name", flat=True)) == {"The Quay", "Quay Authority"}
    with pytest.raises(IllegalMove):
        identities.edit(fresh(one), changes={"name": two.name}, by=triager)
    assert fresh(one).name == "Quay Authority"


def test_bodies_do_not_belong_to_each_other(triager):
    state = SourceFactory()
    ministry = SourceFactory(parent=state)
    office = SourceFactory(parent=ministry)
    with pytest.raises(Incomplete):
        identities.edit(state, changes={"parent": office}, by=triager)
