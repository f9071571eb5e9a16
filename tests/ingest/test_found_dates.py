"""The date that a reading finds in a text: shown as the article's where nobody gave one, and never taken for a person's."""

from datetime import date

import pytest
from django.urls import reverse

from claims.ingest import claims as ingest_claims
from claims.ingest import facts, rereading
from claims.ingest.articles import submit
from claims.models import Article, Claim, Event, ExtractionRun, Role
from claims.review import triage

pytestmark = pytest.mark.django_db
FOUND, GIVEN = date(2026, 11, 17), date(2026, 11, 24)
TEXT = """Harbour bridge closed

Tuesday 17 November 2026

The harbour bridge was closed after a crack was found in its northern span.

The city council said the repair would cost 12 million euros, and that 400 lorries used the bridge each day last year."""


@pytest.fixture
def tara(person):
    return person("tara", Role.TRIAGER)


def read():
    for run in ExtractionRun.objects.filter(state="queued"):
        ingest_claims.extract(run.pk)


@pytest.fixture
def article(tara):
    taken = submit(by=tara, text=TEXT).article
    read()
    return Article.objects.get(pk=taken.pk)


def list_of(client, **asked):
    return client.get(reverse("articles"), asked).content.decode()


def test_it_is_kept_apart_from_a_date_that_somebody_gave_and_told_in_the_record(article):
    assert (article.dated, article.dated_read, article.day) == (None, FOUND, FOUND)
    assert '"dated_read":"2026-11-17"' in Event.objects.get(verb="extract").payload.body


def test_the_list_shows_finds_and_sorts_by_it(article, client, tara):
    other = submit(by=tara, text="The ferry sails at noon, the council said.", dated=GIVEN, title="Ferry").article
    client.force_login(tara)
    assert "17 Nov 2026" in list_of(client)
    assert "found in the text" in list_of(client, dated_to="2026-11-18")
    assert "Harbour bridge closed" not in list_of(client, dated_from="2026-11-18")
    for order, first, second in (("dated", article, other), ("-dated", other, article)):
        page = list_of(client, sort=order)
        assert page.index(f'"{first.get_absolute_url()}"') < page.index(f'"{second.get_absolute_url()}"')
    assert "17 November 2026 (found in the text)" in client.get(article.get_absolute_url()).content.decode()


def test_a_date_that_a_person_gives_wins_and_the_next_reading_counts_from_it(article, tara):
    facts.edit(article, said={"dated": GIVEN}, by=tara)
    read()
    article.refresh_from_db()
    assert (article.day, article.dated_read) == (GIVEN, FOUND)
    assert ExtractionRun.objects.latest("pk").dateline == GIVEN
    assert set(Claim.objects.filter(status="candidate").values_list("dates_read__dateline", flat=True)) == {
        "2026-11-24"
    }


def test_a_found_date_is_looked_for_anew_by_the_next_reading(article, monkeypatch):
    asked = []
    reader, _account = ingest_claims.desk_pipeline()
    monkeypatch.setattr(ingest_claims, "desk_pipeline", lambda: (Asked(reader, asked), None))
    for run in rereading.one_more_reading(article):
        run.save()
    read()
    assert asked == [None]


class Asked:
    def __init__(self, reader, asked):
        self.reader, self.asked = reader, asked

    def run(self, text, title=None, date=None, tell=lambda _: None):
        self.asked.append(date)
        return self.reader.run(text, title=title, date=date, tell=tell)


def test_an_impossible_date_in_the_text_is_not_the_articles(tara):
    submit(by=tara, text=TEXT.replace("2026", "2998"))
    read()
    assert Article.objects.get().day is None


def test_claims_that_a_person_worked_on_are_named_when_the_date_is_put_right(article, client, tara):
    worked_on = Claim.objects.get(wording__contains="12 million")
    triage.set_harm(worked_on, harm="some", by=tara)
    client.force_login(tara)
    assert "another date of the article" not in client.get(article.get_absolute_url()).content.decode()
    facts.edit(article, said={"dated": GIVEN}, by=tara)
    read()
    assert rereading.left_behind(article, ExtractionRun.objects.latest("pk")) == [worked_on]
    page = client.get(article.get_absolute_url()).content.decode()
    assert f'<a href="{worked_on.get_absolute_url()}">no. {worked_on.pk}</a>' in page
    own = client.get(worked_on.get_absolute_url()).content.decode()
    assert "the article’s date: its words" not in own
    assert "the article is dated 24 November 2026" in own


def test_a_claim_of_which_a_person_says_the_day_is_named_no_more(article, tara):
    worked_on = Claim.objects.get(wording__contains="12 million")
    triage.set_harm(worked_on, harm="some", by=tara)
    facts.edit(article, said={"dated": GIVEN}, by=tara)
    read()
    worked_on.refresh_from_db()
    triage.set_as_of(worked_on, as_of=GIVEN, by=tara)
    assert rereading.left_behind(article, ExtractionRun.objects.latest("pk")) == []


def test_no_claim_speaks_of_a_day_because_the_text_names_one_that_is_to_come(tara):
    submit(by=tara, text=TEXT.replace("2026", "2998").replace("last year", "since Saturday"))
    read()
    assert set(Claim.objects.values_list("as_of", flat=True)) == {None}
    assert ExtractionRun.objects.get().dateline is None
    assert not any("299" in wording for wording in Claim.objects.values_list("wording", flat=True))


def put_right(article, tara, **said):
    worked_on = Claim.objects.get(wording__contains="12 million")
    triage.set_harm(worked_on, harm="some", by=tara)
    Claim.objects.filter(pk=worked_on.pk).update(**said)
    facts.edit(article, said={"dated": GIVEN}, by=tara)
    read()
    return rereading.left_behind(article, ExtractionRun.objects.latest("pk"))


def test_a_claim_whose_words_give_the_same_day_again_is_not_named(article, tara):
    assert put_right(article, tara, as_of=GIVEN, as_of_read=GIVEN) == []


def test_a_claim_of_which_nobody_can_say_the_day_any_more_is_not_named(article, tara):
    assert put_right(article, tara, status="decided", verdict="supported") == []


def test_a_claim_of_which_a_person_said_that_the_day_is_right_is_not_named(article, tara):
    (worked_on,) = put_right(article, tara)
    triage.set_as_of(worked_on, as_of=worked_on.as_of, by=tara)
    assert rereading.left_behind(article, ExtractionRun.objects.latest("pk")) == []
