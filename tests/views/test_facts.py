"""What is said of an article besides its text."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.extraction.version import VERSION
from claims.ingest import facts, rereading
from claims.ingest.articles import Unacceptable, submit
from claims.models import Event, ExtractionRun, Outlet, Role
from claims.record import events
from claims.record.refusals import Incomplete
from tests.factories import ArticleFactory, ExtractionRunFactory, OutletFactory

pytestmark = pytest.mark.django_db
SAID = {"title": "Two bridges", "outlet": "", "republished_from": "", "topic": "", "dated": ""}


@pytest.fixture
def triager(client, person):
    client.force_login(person("tara", Role.TRIAGER))
    return client


def edit(client, article, **said):
    return client.post(reverse("article_edit", args=[article.pk]), SAID | said)


def test_an_article_is_put_right_with_an_event_and_its_page_says_so(triager):
    post, article = OutletFactory(name="The Harbour Post"), ArticleFactory(outlet=None)
    assert (
        edit(triager, article, republished_from="harbour post", topic="Floods", dated="2026-05-03").status_code == 302
    )
    article.refresh_from_db()
    assert (article.republished_from, article.topic, article.dated) == (post, "Floods", date(2026, 5, 3))
    assert list(Event.objects.values_list("verb", flat=True)) == ["edit_article"]
    page = triager.get(article.get_absolute_url()).content.decode()
    assert "first appeared in <bdi>The Harbour Post</bdi>" in page


def test_an_outlet_that_the_desk_does_not_know_is_made_with_an_event(triager):
    article = ArticleFactory(outlet=None)
    edit(triager, article, outlet="Quay Review")
    assert Outlet.objects.get(name="Quay Review") == type(article).objects.get().outlet
    assert list(Event.objects.values_list("verb", flat=True)) == ["add_outlet", "edit_article"]
    assert events.verify().holds


def test_nothing_changed_is_no_event(triager):
    article = ArticleFactory(title="Two bridges", outlet=None)
    edit(triager, article)
    assert Event.objects.count() == 0


@pytest.mark.parametrize(
    "said",
    [{"outlet": "Quay Review", "republished_from": "quay review"}, {"dated": "yesterday"}, {"title": "x" * 501}],
)
def test_what_cannot_be_is_told_and_nothing_is_stored(triager, said):
    OutletFactory(name="Quay Review")
    article = ArticleFactory(outlet=None)
    assert edit(triager, article, **said).status_code == 422
    assert (Event.objects.count(), Outlet.objects.count()) == (0, 1)


def test_another_date_has_the_article_read_again(triager):
    article = ArticleFactory(outlet=None)
    first = ExtractionRunFactory(text_version__article=article, pipeline_version=VERSION, state="done")
    edit(triager, article, title=article.title, dated="2026-05-03")
    again = ExtractionRun.objects.exclude(pk=first.pk).get()
    assert (again.text_version, again.pipeline_version, again.state) == (first.text_version, f"{VERSION} #2", "queued")
    assert rereading.waiting() == []


def test_an_article_that_was_not_read_yet_is_read_once(triager):
    article = ArticleFactory(outlet=None)
    edit(triager, article, title=article.title, dated="2026-05-03")
    assert ExtractionRun.objects.count() == 0


IMPOSSIBLE = ["2999-01-01", "1799-12-31", "0001-01-01"]


@pytest.mark.parametrize("dated", IMPOSSIBLE)
def test_an_impossible_date_is_refused_beside_its_field_and_what_was_typed_stays(triager, dated):
    article = ArticleFactory(outlet=None)
    answer = edit(triager, article, title="Three bridges", dated=dated)
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {"dated"}
    assert "Three bridges" in answer.content.decode()
    assert Event.objects.count() == 0


def test_where_it_is_tomorrow_already_an_article_may_be_dated_so(triager):
    article, tomorrow = ArticleFactory(outlet=None), timezone.localdate() + timedelta(days=1)
    edit(triager, article, title=article.title, dated=tomorrow.isoformat())
    article.refresh_from_db()
    assert article.dated == tomorrow
    assert edit(triager, article, dated=(tomorrow + timedelta(days=1)).isoformat()).status_code == 422


def test_an_impossible_date_that_came_earlier_does_not_stand_in_the_way_of_a_title(triager):
    article = ArticleFactory(outlet=None, dated=date(2999, 1, 1))
    said = {"title": "Three bridges", "dated": "2999-01-01", "initial-dated": "2999-01-01"}
    assert edit(triager, article, **said).status_code == 302
    article.refresh_from_db()
    assert article.title == "Three bridges"


@pytest.mark.parametrize("dated", IMPOSSIBLE)
def test_no_verb_dates_an_article_so(person, dated):
    tara, article = person("tara", Role.TRIAGER), ArticleFactory()
    with pytest.raises(Incomplete):
        facts.edit(article, said={"dated": date.fromisoformat(dated)}, by=tara)
    with pytest.raises(Unacceptable):
        submit(by=tara, text="The bridge is closed.", dated=date.fromisoformat(dated))
