"""A newer text of an article that is pasted: a person says what it is, and claims move along as where both were fetched."""

from datetime import date

import pytest
from django.urls import reverse

from claims.extraction.types import Appearance as ReadAppearance
from claims.extraction.types import ClaimText, Extraction, Form, Passage, PassageKind, Span, Statement
from claims.ingest import changes, newer
from claims.ingest import claims as ingest_claims
from claims.ingest.articles import submit
from claims.models import (
    Accept,
    Article,
    ChangedPlace,
    Claim,
    Event,
    ExtractionRun,
    Likeness,
    Policy,
    Role,
    TextVersion,
)
from claims.record import events
from claims.record.refusals import IllegalMove, NotPermitted
from claims.review import triage
from tests.ingest.test_changes import CLOSED, COST, FERRY, HURT, MAYOR, NEW, NEW_COST, OLD

pytestmark = pytest.mark.django_db
PAGE = "https://port.example/bridge"
SENTENCES = (COST, NEW_COST, CLOSED, HURT, MAYOR, FERRY)


class Reader:
    """Words each of the sentences above that stands in a text as a claim."""

    def run(self, text, title=None, date=None, tell=lambda _: None):
        spans = [Span(text.index(one), text.index(one) + len(one)) for one in SENTENCES if one in text]
        lines = [Span(text.index(line), text.index(line) + len(line)) for line in text.split("\n")]
        return Extraction(
            version="t",
            passages=tuple(Passage(line, PassageKind.BODY) for line in lines),
            statements=(Statement(content=(Span(0, len(text)),), form=Form.NARRATED),),
            claims=tuple(ClaimText(span.of(text), (ReadAppearance((span,), 0),), 0.4) for span in spans),
        )


@pytest.fixture
def tara(person, monkeypatch):
    monkeypatch.setattr(ingest_claims, "desk_pipeline", lambda: (Reader(), None))
    return person("tara", Role.TRIAGER)


def read():
    for run in ExtractionRun.objects.filter(state="queued"):
        ingest_claims.extract(run.pk)


def paste(by, text, address=PAGE):
    article = submit(by=by, text=text, address=address).article
    read()
    return article


@pytest.fixture
def pasted(tara):
    """The article, worked on, and its newer text pasted beside it."""
    older = paste(tara, OLD)
    for wording in (COST, HURT):
        triage.set_harm(Claim.objects.get(wording=wording), harm="some", by=tara)
    article = paste(tara, NEW)
    return older, article, Likeness.objects.get(article=article, other=older)


def test_it_becomes_the_next_text_and_is_read_again(pasted, tara):
    older, article, likeness = pasted
    assert newer.make_newer(likeness, by=tara) == older
    read()
    article.refresh_from_db()
    assert article.same_as == older
    assert [text.text for text in older.texts.order_by("number")] == [OLD, NEW]
    assert list(Article.objects.on_the_desk()) == [older]


def test_claims_move_along_and_what_changed_under_a_touched_one_waits_for_a_person(pasted, tara):
    older, _article, likeness = pasted
    newer.make_newer(likeness, by=tara)
    read()
    version = older.texts.get(number=2)
    here = {claim.wording for claim in Claim.objects.filter(appearances__text_version=version, article=older)}
    assert here >= {HURT, CLOSED, FERRY}
    assert [claim.wording for claim in changes.gave_way(version)] == [MAYOR]
    place = ChangedPlace.objects.get()
    assert (place.claim.wording, NEW[place.start : place.end]) == (COST, NEW_COST)


def test_the_claims_that_the_paste_brought_give_way_and_none_is_on_the_desk_twice(pasted, tara):
    _older, article, likeness = pasted
    newer.make_newer(likeness, by=tara)
    read()
    own = Claim.objects.filter(article=article)
    assert {(claim.status, claim.dismiss_reason) for claim in own} == {("dismissed", "duplicate")}
    assert Event.objects.filter(verb="replace", claim__in=own).count() == own.count()
    standing = Claim.objects.exclude(status="dismissed").values_list("wording", flat=True)
    assert len(standing) == len(set(standing))


def test_it_is_one_event_that_names_both(pasted, tara):
    older, article, likeness = pasted
    newer.make_newer(likeness, by=tara)
    event = Event.objects.get(verb="newer_text")
    assert (event.object_id, event.actor) == (article.pk, tara)
    assert f'"older":{older.pk}' in event.payload.body


def test_the_same_words_are_no_new_text(tara):
    older, article = paste(tara, OLD), paste(tara, OLD)
    newer.make_newer(Likeness.objects.get(article=article), by=tara)
    assert older.texts.count() == 1
    assert list(Article.objects.on_the_desk()) == [older]


def test_work_on_the_pasted_text_is_not_lost(pasted, tara):
    _older, article, likeness = pasted
    triage.set_harm(Claim.objects.get(article=article, wording=FERRY), harm="high", by=tara)
    before = Event.objects.count(), TextVersion.objects.count()
    with pytest.raises(IllegalMove, match="Merge or dismiss those first"):
        newer.make_newer(likeness, by=tara)
    assert (Event.objects.count(), TextVersion.objects.count()) == before


def test_a_text_that_is_still_being_read_waits(tara):
    paste(tara, OLD)
    article = submit(by=tara, text=NEW, address=PAGE).article
    likeness = Likeness.objects.create(
        article=article, other=Article.objects.earliest("pk"), kind="same_page", similarity=0
    )
    with pytest.raises(IllegalMove, match="still being read"):
        newer.make_newer(likeness, by=tara)


def test_two_articles_stay_two_and_are_not_asked_about_again(pasted, tara, client):
    _older, article, likeness = pasted
    client.force_login(tara)
    client.post(reverse("likeness_answer", args=[likeness.pk, "another"]))
    likeness.refresh_from_db()
    assert likeness.kept_apart_by == tara
    assert reverse("likeness_answer", args=[likeness.pk, "newer"]) not in page_of(client, article)
    with pytest.raises(IllegalMove):
        newer.make_newer(likeness, by=tara)


def page_of(client, article):
    return client.get(article.get_absolute_url()).content.decode()


def test_the_page_offers_it_shows_what_differs_and_does_it(pasted, tara, client):
    older, article, likeness = pasted
    client.force_login(tara)
    ask = reverse("likeness_answer", args=[likeness.pk, "newer"])
    assert ask in page_of(client, article)
    assert "ferry" in client.get(ask).content.decode()
    assert client.post(ask).url == older.get_absolute_url()
    assert client.get(article.get_absolute_url()).url == older.get_absolute_url()
    assert client.post(ask).status_code == 409


def test_who_hands_in_does_not_decide(pasted, person, client):
    _older, article, likeness = pasted
    cora = person("cora", Role.CONTRIBUTOR)
    client.force_login(cora)
    assert reverse("likeness_answer", args=[likeness.pk, "newer"]) not in page_of(client, article)
    with pytest.raises(NotPermitted):
        newer.make_newer(likeness, by=cora)
    with pytest.raises(NotPermitted):
        newer.keep_apart(likeness, by=cora)


def test_what_became_a_text_of_another_article_is_no_article_to_be_like(pasted, tara):
    older, _article, likeness = pasted
    newer.make_newer(likeness, by=tara)
    third = paste(tara, NEW)
    assert {like.other for like in third.likenesses.all()} == {older}


def pasted_three_times(tara):
    """The last of three pastes of one text, after the policy has looked at the claims of all of them."""
    Policy.objects.filter(pk=1).update(auto_accept=True, auto_accept_score=0.1)
    article = [paste(tara, OLD, address="") for _ in range(3)][-1]
    look_by_policy()
    return article


def look_by_policy():
    for acceptance in Accept.objects.filter(state="queued"):
        triage.auto_accept(acceptance.pk)


def test_the_policy_queues_no_claim_of_a_copy_that_nobody_was_asked_about(tara):
    article = pasted_three_times(tara)
    assert set(Claim.objects.filter(article=article).values_list("status", flat=True)) == {"candidate"}
    queued = Claim.objects.filter(status="queued").values_list("wording", flat=True)
    assert sorted(queued) == sorted({claim.wording for claim in Claim.objects.all()})


def test_once_it_is_another_article_the_policy_looks_at_its_claims(tara):
    article = pasted_three_times(tara)
    newer.keep_apart(article.likenesses.earliest("pk"), by=tara)
    look_by_policy()
    assert set(Claim.objects.filter(article=article).values_list("status", flat=True)) == {"queued"}
    assert Event.objects.filter(verb="keep_apart").count() == 1
    assert not Likeness.objects.asked().filter(article=article).exists()


def test_one_notice_tells_of_all_copies(tara, client):
    article = pasted_three_times(tara)
    client.force_login(tara)
    page = page_of(client, article)
    assert "its claims wait in triage" in page
    assert page.count("This text is here already:") == 1
    assert all(one.other.get_absolute_url() in page for one in article.likenesses.all())


EARLIER, LATER = date(2026, 3, 5), date(2026, 3, 9)


def dated(first, second, **days):
    for one, name in ((first, "older"), (second, "article")):
        Article.objects.filter(pk=one.pk).update(dated=days.get(name))


def test_an_article_without_a_date_takes_that_of_its_newer_text_with_an_event(pasted, tara):
    older, article, likeness = pasted
    dated(older, article, article=LATER)
    newer.make_newer(likeness, by=tara)
    older.refresh_from_db()
    assert older.dated == LATER
    event = Event.objects.get(verb="edit_article")
    assert (event.object_id, event.actor) == (older.pk, tara)
    read()
    assert ExtractionRun.objects.filter(text_version__article=older).count() == 2
    assert events.verify().holds


def test_the_same_words_with_a_date_have_the_article_read_again(tara):
    older, article = paste(tara, OLD), paste(tara, OLD)
    dated(older, article, article=LATER)
    newer.make_newer(Likeness.objects.get(article=article), by=tara)
    assert ExtractionRun.objects.get(state="queued").text_version == older.texts.get()


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ({"older": EARLIER, "article": LATER}, "stays dated 5 March 2026; its newest text came with 9 March 2026"),
        ({"article": LATER}, "takes that of its newest text: 9 March 2026"),
    ],
)
def test_what_becomes_of_the_date_is_said(pasted, tara, client, days, told):
    older, article, likeness = pasted
    dated(older, article, **days)
    client.force_login(tara)
    page = client.post(reverse("likeness_answer", args=[likeness.pk, "newer"]), follow=True).content.decode()
    assert told in page
    older.refresh_from_db()
    assert older.dated == days.get("older", LATER)


def asks(client, likeness):
    return reverse("likeness_answer", args=[likeness.pk, "newer"]) in page_of(client, likeness.article)


def alike(article, *others):
    """What is asked of the article: of each of the others, by the kind that is named with it."""
    article.likenesses.all().delete()
    return [Likeness.objects.create(article=article, other=one, kind=kind, similarity=0.9) for one, kind in others]


def test_each_older_article_can_be_answered_from_the_page(tara, client):
    article = pasted_three_times(tara)
    client.force_login(tara)
    assert [asks(client, one) for one in article.likenesses.all()] == [True, True]


def test_another_article_closes_no_question_of_other_words(tara, client):
    first, second, third, article = (paste(tara, OLD, address="") for _ in range(4))
    near, copy, same = alike(article, (first, "near_copy"), (second, "near_copy"), (third, "same_text"))
    client.force_login(tara)
    newer.keep_apart(same, by=tara)
    newer.keep_apart(near, by=tara)
    assert list(Likeness.objects.asked().filter(article=article)) == [copy]
    assert asks(client, copy)
    assert newer.make_newer(copy, by=tara) == second


def test_that_of_one_address_are_two_articles_sets_off_no_policy(pasted, tara):
    _older, article, likeness = pasted
    Likeness.objects.filter(pk=likeness.pk).update(kind="same_page")
    likeness.refresh_from_db()
    Accept.objects.update(state="done")
    newer.keep_apart(likeness, by=tara)
    assert not Accept.objects.filter(state="queued", run__text_version__article=article).exists()


def test_what_was_asked_of_a_copy_is_asked_of_the_article_whose_text_it_is_now(tara):
    older, copy, article = (paste(tara, OLD, address="") for _ in range(3))
    (likeness,) = alike(article, (copy, "same_text"))
    newer.make_newer(Likeness.objects.get(article=copy, other=older), by=tara)
    likeness.refresh_from_db()
    assert (likeness.other, likeness.is_asked) == (older, True)
    assert events.verify().holds


def test_claims_of_which_nothing_is_asked_any_more_go_to_the_policy(tara):
    older, copy, article = (paste(tara, OLD, address="") for _ in range(3))
    apart, _asked = alike(article, (older, "near_copy"), (copy, "same_text"))
    newer.keep_apart(apart, by=tara)
    Policy.objects.filter(pk=1).update(auto_accept=True, auto_accept_score=0.1)
    look_by_policy()
    assert not Claim.objects.filter(article=article, status="queued").exists()
    newer.make_newer(Likeness.objects.get(article=copy, other=older), by=tara)
    look_by_policy()
    assert set(Claim.objects.filter(article=article).values_list("status", flat=True)) == {"queued"}


def test_an_article_that_was_worked_on_is_not_held_up_when_a_later_reading_finds_a_copy(tara, client):
    Policy.objects.filter(pk=1).update(auto_accept=True, auto_accept_score=0.1)
    article = paste(tara, OLD, address="")
    first, *_others = Claim.objects.filter(article=article)
    triage.accept(first, by=tara)
    alike(article, (paste(tara, NEW, address=""), "near_copy"))
    client.force_login(tara)
    assert "its claims wait in triage" not in page_of(client, article)
    look_by_policy()
    assert set(Claim.objects.filter(article=article).values_list("status", flat=True)) == {"queued"}
