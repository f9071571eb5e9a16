"""The attribution chain on the claim's page and on its card."""

import re

import pytest

from claims.models import Relay, Role
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    ClaimFactory,
    ExtractionRunFactory,
    OutletFactory,
    SourceFactory,
    StatementFactory,
    TextVersionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def relayed(db):
    """A claim of a video, shown by Russian media, in an outlet."""
    article = ArticleFactory(outlet=OutletFactory(name="The Harbour Post"))
    version = TextVersionFactory(article=article)
    run = ExtractionRunFactory(text_version=version, state="done")
    claim = ClaimFactory(article=article, run=run, appearance=False)
    media, video = (
        StatementFactory(text_version=version, run=run, ordinal=n, source=SourceFactory(name=name, kind=kind))
        for n, (name, kind) in enumerate([("Russian media", "medium"), ("a video", "media-item")])
    )
    Relay.objects.create(statement=video, relay=media, position=0)
    AppearanceFactory(claim=claim, text_version=version, statement=video)
    return claim


def chains(page):
    lists = re.findall(r'<ol class="chain".*?</ol>', page.content.decode(), re.DOTALL)
    return [re.findall(r"<bdi>(.*?)</bdi>", found) for found in lists]


@pytest.mark.parametrize("page", ["claim", "article"])
def test_the_chain_is_drawn_from_the_outlet_to_whoever_said_it(client, person, relayed, page):
    client.force_login(person("rhea", Role.REVIEWER))
    address = (relayed if page == "claim" else relayed.article).get_absolute_url()
    assert chains(client.get(address)) == [["The Harbour Post", "Russian media", "a video"]]


def test_words_without_a_source_stand_in_the_chain_as_they_are(client, person, relayed):
    statement = relayed.appearances.get().statement
    statement.source, statement.source_wording = None, "videos"
    statement.save()
    client.force_login(person("rhea", Role.REVIEWER))
    assert chains(client.get(relayed.get_absolute_url())) == [["The Harbour Post", "Russian media", "videos"]]


def test_what_the_article_says_itself_has_no_chain(client, person, relayed):
    relayed.appearances.get().statement.__class__.objects.update(form="narrated")
    client.force_login(person("rhea", Role.REVIEWER))
    assert chains(client.get(relayed.get_absolute_url())) == []


def test_a_video_came_through_those_who_shared_it(client, person, relayed):
    statement = relayed.appearances.get().statement
    Relay.objects.all().delete()
    statement.source.parent = SourceFactory(name="State television", kind="medium")
    statement.source.save()
    client.force_login(person("rhea", Role.REVIEWER))
    drawn = [["The Harbour Post", "State television", "a video"]]
    assert chains(client.get(relayed.get_absolute_url())) == drawn
    assert chains(client.get(relayed.article.get_absolute_url())) == drawn
