"""Bodies and offices that every country has: French and Russian police share no track record, unless a person says so."""

from importlib import import_module

import pytest
from django.apps import apps

from claims.extraction.types import SourceKind as Read
from claims.ingest import identities, kinships
from claims.ingest.common_names import names_nobody_in_particular
from claims.ingest.sources import Named, find_or_make
from claims.models import Alias, Kinship, Role, Source
from tests.factories import ArticleFactory, OutletFactory, SourceFactory, StatementFactory, TextVersionFactory

pytestmark = pytest.mark.django_db
COMMON = (
    "police|Police|the ministry|officials|Interior Ministry|the Foreign Ministry|local police|Parliament|Supreme Court|"
    "the central bank|army|Prime Minister|the government|Ministry of Defence|prosecutors"
).split("|")
NAMES = (
    "Russian police|Norport police|French Interior Ministry|Kremlin|FBI|River Board|Ada Quill|Red Cross|State Department|"
    "UN Security Council|Security Council|Labour Party|Bank of England|European Commission|The Guardian|Deutsche Bank|"
    "National Bank of Norport|OVD-Info|"
).split("|")


@pytest.mark.parametrize("name", COMMON)
def test_words_that_every_country_has_name_nobody_in_particular(name):
    assert names_nobody_in_particular(name)


@pytest.mark.parametrize("name", NAMES)
def test_names_are_names(name):
    assert not names_nobody_in_particular(name)


def found(name, kind=Read.GOVERNMENT, *, article=None, member_of=None):
    named = Named(name, kind, member_of)
    return find_or_make([named], article=article or ArticleFactory()).found[named]


@pytest.mark.parametrize("name", ["police", "Police", "ministry", "Interior Ministry", "officials", "army", "court"])
def test_they_are_another_source_in_each_article(name):
    article = ArticleFactory()
    one, again, other = found(name, article=article), found(name, article=article), found(name)
    assert one == again != other


@pytest.mark.parametrize("name", ["Russian police", "Kremlin", "State Department"])
def test_a_name_is_one_source_in_all_articles(name):
    assert found(name) == found(name)


def test_under_a_body_that_the_article_names_they_are_one_in_all_articles():
    russian, again = (found("police", member_of="Russia") for _ in range(2))
    french, nobodys = found("police", member_of="France"), found("police")
    assert russian == again
    assert russian.parent.name == "Russia"
    assert len({russian, french, nobodys}) == 3


def test_what_a_person_lets_lead_to_one_source_does(person):
    board = SourceFactory(name="Norport police")
    identities.add_name(board, name="police", by=person("tara", Role.TRIAGER))
    assert found("police") == found("Police") == board


def said_in(outlet, name="police"):
    version = TextVersionFactory(article=ArticleFactory(outlet=outlet))
    source = found(name, article=version.article)
    StatementFactory(text_version=version, source=source)
    return source


def test_the_same_outlets_are_suggested_and_not_merged():
    outlet = OutletFactory()
    one, other, elsewhere = said_in(outlet), said_in(outlet), said_in(OutletFactory())
    kinships.suggest([one, other, elsewhere])
    (kin,) = Kinship.objects.all()
    assert (kin.source, kin.other, kin.tie, kin.reason) == (other, one, "same", "outlet")
    assert Source.objects.filter(merged_into__isnull=False).count() == 0


def test_no_article_is_asked_about_for_common_words_that_another_outlet_uses():
    kinships.suggest([said_in(OutletFactory(), "Interior Ministry") for _ in range(3)])
    assert Kinship.objects.count() == 0


def test_merged_ones_stay_merged_when_the_article_is_read_again(person):
    article = ArticleFactory()
    one, other = found("police", article=article), found("police")
    identities.merge(one, into=other, by=person("tara", Role.TRIAGER))
    assert found("police", article=article) == other


def test_common_words_of_before_lead_to_no_desk_wide_source_any_longer(person):
    old, named, told = (
        SourceFactory(name="police"),
        SourceFactory(name="Kremlin"),
        SourceFactory(name="Board of police"),
    )
    identities.add_name(told, name="court", by=person("tara", Role.TRIAGER))
    import_module("claims.migrations.0013_common_names").lead_nowhere(apps, None)
    assert found("police") != old
    assert found("Kremlin") == named
    assert found("court") == told
    assert Alias.objects.filter(source=old).count() == 1
