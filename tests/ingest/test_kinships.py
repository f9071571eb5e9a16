"""Who is who: suggested when a source is new, answered by a person, never asked twice; and the names in articles end to end."""

import pytest

from claims.extraction.types import SourceKind as ReadKind
from claims.ingest import claims as ingest_claims
from claims.ingest import identities, kinships
from claims.ingest.articles import submit
from claims.ingest.sources import Named, find_or_make
from claims.models import Event, Kinship, Role, Source, Statement
from claims.record import events
from claims.record.refusals import IllegalMove, NotPermitted
from tests.factories import ArticleFactory, PersonFactory, SourceFactory, StatementFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def triager(db):
    return PersonFactory(roles=[Role.TRIAGER])


def told():
    return [(k.source.name, k.tie, k.other.name, k.reason) for k in kinships.waiting()]


def new(name, kind="organisation", **how):
    source = SourceFactory(name=name, kind=kind, **how)
    kinships.suggest([source])
    return source


def test_a_new_source_is_held_against_those_that_the_desk_has():
    new("OVD-Info")
    new("OVD-Info group")
    new("Harbour Watch")
    assert told() == [("OVD-Info group", "same", "OVD-Info", "described")]


def test_the_fuller_name_of_a_person_stands_whichever_came_first():
    new("Vladimir Putin", "person")
    new("Putin", "person")
    assert told() == [("Putin", "same", "Vladimir Putin", "short")]


def test_a_family_name_that_several_bear_is_told_to_be_unsure():
    new("Ada Quill", "person")
    new("Bert Quill", "person")
    new("Quill", "person")
    assert {(reason, source) for source, _, _, reason in told()} == {("several", "Quill")}
    assert {k.score for k in kinships.waiting()} == {kinships.LEAST}


def test_an_abbreviation_finds_its_words_and_words_their_abbreviation():
    new("World Health Organization")
    new("WHO")
    new("WTO")
    new("World Trade Organization")
    assert {(source, other) for source, _, other, _ in told()} == {
        ("WHO", "World Health Organization"),
        ("WTO", "World Trade Organization"),
    }


def test_members_are_suggested_to_belong_to_their_body():
    new("French senators", "group")
    new("French Senate", "government")
    assert told() == [("French senators", "member", "French Senate", "body")]


def test_accepting_merges_with_all_statements_and_the_record_holds(triager):
    group, stands = new("OVD-Info group"), new("OVD-Info")
    said = StatementFactory(source=group)
    kinships.accept(Kinship.objects.get(), by=triager)
    said.refresh_from_db()
    assert (said.source, told()) == (stands, [])
    assert list(Event.objects.values_list("verb", flat=True)) == ["accept_kinship", "merge_source"]
    assert events.verify().holds


def test_accepting_that_a_group_belongs_to_a_body_sets_its_parent(triager):
    senators, senate = new("French senators", "group"), new("French Senate", "government")
    kinships.accept(Kinship.objects.get(), by=triager)
    senators.refresh_from_db()
    assert (senators.parent, Event.objects.last().verb) == (senate, "edit_source")


def test_what_was_refused_does_not_come_back_under_any_name(triager):
    short, full = new("Quill", "person"), new("Ada Quill", "person")
    kinships.refuse(Kinship.objects.get(), by=triager)
    kinships.suggest([short, full])
    assert told() == []
    mayor = SourceFactory(name="Mayor Quill", kind="person")
    identities.merge(short, into=mayor, by=triager)
    kinships.suggest([mayor])
    assert told() == []


def test_an_answer_is_given_once_and_by_those_who_may(triager):
    new("OVD-Info group")
    new("OVD-Info")
    kin = Kinship.objects.get()
    with pytest.raises(NotPermitted):
        kinships.refuse(kin, by=PersonFactory(roles=[Role.REVIEWER]))
    kinships.refuse(kin, by=triager)
    with pytest.raises(IllegalMove):
        kinships.accept(kin, by=triager)


def test_a_name_that_was_added_is_compared_too(triager):
    board, _river = new("The Board of Quays"), new("River Commission")
    assert told() == []
    identities.add_name(board, name="the River-Commission", by=triager)
    kinships.suggest([board])
    assert [(source, other) for source, _, other, _ in told()] == [("River Commission", "The Board of Quays")]


def test_strangers_without_a_name_are_another_source_in_each_article():
    first, second = ArticleFactory.create_batch(2)
    official, crowd = (
        Named("One official", ReadKind.ANONYMOUS, "Russian authorities"),
        Named("residents", ReadKind.GROUP),
    )
    one, two = (find_or_make([official, crowd], article=article).found for article in (first, second))
    assert one[official] != two[official]
    assert one[crowd] != two[crowd]
    assert one[official].parent == two[official].parent
    assert find_or_make([official], article=first).found[official] == one[official]


ARTICLE = """Hundreds held as marches go on

OVD-Info group said that 798 people were detained in 33 towns on Saturday.

The independent monitoring group OVD-Info said that officers had used stun guns.

OVD-Info said that it had counted 12 broken arms.

Russian authorities acknowledged that the convoy had left, with one official saying it had left at noon.

A group of more than 40 French senators said that the sanctions had cost 12 million euros.

Putin said that the army had 300,000 reservists. Vladimir Putin added that 12 bridges were closed.
"""


def test_who_is_new_in_an_article_is_suggested_once_the_reading_is_stored(person, django_capture_on_commit_callbacks):
    SourceFactory(name="Monitoring project OVD-Info")
    version = submit(by=person("cora", Role.CONTRIBUTOR), text=ARTICLE).article.texts.get()
    with django_capture_on_commit_callbacks() as waiting:
        ingest_claims.extract(version.runs.get().pk)
    assert told() == []
    for call in waiting:
        call()
    assert ("Monitoring project OVD-Info", "same", "OVD-Info", "described") in told()


def test_the_examples_of_an_article_become_the_sources_that_a_reader_would_name(person):
    version = submit(by=person("cora", Role.CONTRIBUTOR), text=ARTICLE).article.texts.get()
    ingest_claims.extract(version.runs.get().pk)
    said = {statement.source_wording: statement for statement in Statement.objects.exclude(source=None)}
    senators, official = said["A group of more than 40 French senators"], said["one official"]
    assert {s.source.name for w, s in said.items() if "OVD" in w} == {"OVD-Info"}
    assert {s.source.name for w, s in said.items() if "Putin" in w} == {"Vladimir Putin"}
    assert (official.source.kind, official.source.parent.name) == ("anonymous", "Russian authorities")
    assert official.source.parent.kind == "government"
    assert (senators.stated_size, senators.source.name) == ("more than 40", "A group of more than 40 French senators")
    assert (senators.source.kind, senators.source.parent.name) == ("group", "French Senate")
    assert Source.objects.get(name="French Senate").kind == "government"
