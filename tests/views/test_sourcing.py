"""Whose a claim is, put right on its page: the article's own voice, and the other claims that the same statement makes."""

import re

import pytest
from django.urls import reverse

from claims.models import Claim, Form, Role, Source, Status
from claims.views import chains
from tests.factories import ClaimFactory, SourceFactory
from tests.sceptic.test_moved_sources import shares
from tests.views.test_asking import keys, page_of, say

pytestmark = pytest.mark.django_db


@pytest.fixture
def triager(client, cast):
    client.force_login(cast[Role.TRIAGER])
    return client


def unresolved(claim):
    """A claim of somebody who is described in the article, and known to nobody."""
    statement = claim.appearances.get().statement
    statement.source, statement.form, statement.source_wording = None, Form.DIRECT, "A spokesperson"
    statement.save()
    return statement


def statement_of(claim):
    return claim.appearances.get().statement


@pytest.mark.parametrize("resolved", [True, False], ids=["of a source", "of nobody known"])
def test_the_article_itself_is_shown_wherever_it_was_chosen(triager, resolved):
    claim = ClaimFactory()
    if not resolved:
        unresolved(claim)
    answer = say(triager, claim, "fix_source", source="")
    assert answer.status_code == 302
    pages = [claim.get_absolute_url(), claim.article.get_absolute_url(), reverse("triage"), reverse("claims")]
    for address in pages:
        page = triager.get(address).content.decode()
        assert "The article itself" in page, address
        assert "not resolved</span>" not in page, address
    found = triager.get(reverse("claims"), {"said_by": "article"}).content.decode()
    assert claim.wording in found
    assert claim.wording not in triager.get(reverse("claims"), {"said_by": "unresolved"}).content.decode()


def test_whom_a_person_took_out_of_a_chain_is_no_link_of_it():
    medium, statement = unresolved(ClaimFactory()), statement_of(ClaimFactory())
    assert len(chains.chain(None, [medium], statement)) == 3
    medium.form = Form.NARRATED
    assert [link.name for link in chains.chain(None, [medium], statement)] == ["", statement.source.name]


def test_a_source_after_the_article_itself_is_no_longer_its_own_voice(triager):
    claim = ClaimFactory()
    claim.appearances.get().statement.__class__.objects.update(form=Form.NARRATED, source=None)
    say(triager, claim, "fix_source", source=SourceFactory().pk)
    assert statement_of(claim).form == Form.INDIRECT


def test_what_was_not_resolved_is_told_so_in_the_history(triager):
    claim = ClaimFactory()
    unresolved(claim)
    say(triager, claim, "fix_source", source="")
    page = triager.get(reverse("claim_history", args=[claim.pk])).content.decode()
    told = " ".join(re.sub("<[^>]+>", "", page).split())
    assert "(from a source that was not resolved) (to the article itself)" in told


def test_the_article_itself_twice_is_said_to_be_so_already(triager):
    claim = ClaimFactory()
    claim.appearances.update(statement=None)
    assert "as it is now" in page_of(triager, claim, "fix_source")
    answer = say(triager, claim, "fix_source", source="")
    assert "It is attributed so already." in answer.content.decode()


def test_the_list_does_not_take_a_source_that_is_not_resolved_for_the_article(triager):
    claim = ClaimFactory()
    unresolved(claim)
    row = triager.get(reverse("claims")).content.decode().partition("<tbody")[2]
    assert "The article itself" not in row
    assert "Not resolved" in row


def sent(page):
    """What the page's form sends along unseen."""
    reach = re.findall(r'name="reach" value="(\w+)"', page)
    return {"reach": reach[0] if reach else "", "named": re.findall(r'name="named" value="(\d+)"', page)}


def test_the_page_names_the_claims_that_follow_and_the_message_says_that_they_did(triager):
    claim, source = ClaimFactory(), SourceFactory()
    other = shares(claim, wording="The bridge has cracks.")
    page = page_of(triager, claim, "fix_source")
    assert "They are changed, too" not in page
    assert "It is changed, too" in page
    assert other.wording in page
    answer = say(triager, claim, "fix_source", source=source.pk, **sent(page))
    assert statement_of(other).source == source
    assert f"Also of no. {other.pk}" in triager.get(answer.url).content.decode()


def test_one_claim_alone_gets_a_statement_of_its_own_and_the_others_keep_theirs(triager):
    claim, source = ClaimFactory(), SourceFactory()
    other = shares(claim)
    was = statement_of(other)
    page = page_of(triager, claim, "fix_source", reach="alone")
    assert "Only this claim is changed" in page
    answer = say(triager, claim, "fix_source", source=source.pk, **sent(page))
    assert (statement_of(claim).source, statement_of(other)) == (source, was)
    assert statement_of(other).source == was.source
    assert not other.events.exists()
    assert "Of this claim alone" in triager.get(answer.url).content.decode()
    history = triager.get(reverse("claim_history", args=[claim.pk])).content.decode()
    told = " ".join(re.sub("<[^>]+>", "", history).split())
    assert f"(from “{was.source.name}”) (to “{source.name}”) (for this claim alone)" in told


def test_the_article_itself_for_one_claim_alone_is_told_so(triager):
    claim = ClaimFactory()
    other = shares(claim)
    say(triager, claim, "fix_source", source="", reach="alone")
    assert (statement_of(claim).source, statement_of(claim).form) == (None, Form.NARRATED)
    assert statement_of(other).source is not None
    assert "(to the article itself)" in triager.get(reverse("claim_history", args=[claim.pk])).content.decode()


def test_what_passed_a_statement_on_passes_on_the_one_of_its_own_too(triager):
    claim = ClaimFactory()
    shares(claim)
    statement = statement_of(claim)
    medium = statement_of(ClaimFactory(article=claim.article))
    statement.chain.create(relay=medium, position=0)
    say(triager, claim, "fix_source", source=SourceFactory().pk, reach="alone")
    assert statement_of(claim) != statement
    assert [link.relay for link in statement_of(claim).chain.all()] == [medium]
    assert statement.chain.count() == 1


@pytest.mark.parametrize("state", ["queued", "in_review", "decided"])
def test_a_claim_that_people_work_on_does_not_follow_unless_it_is_chosen(triager, state):
    claim = ClaimFactory()
    other = shares(claim, **{state: True})
    page = page_of(triager, claim, "fix_source")
    assert sent(page) == {"reach": "alone", "named": [str(other.pk)]}
    assert sent(page_of(triager, claim, "fix_source", reach="all"))["reach"] == "all"


def test_no_claim_follows_that_the_page_did_not_name(triager):
    claim, source = ClaimFactory(), SourceFactory()
    page = page_of(triager, claim, "fix_source")
    other = shares(claim, queued=True)
    answer = say(triager, claim, "fix_source", source=source.pk, **sent(page))
    assert answer.status_code == 422
    assert other.wording in answer.content.decode()
    assert not Source.objects.filter(pk=source.pk, statements__isnull=False).exists()


def test_beside_a_public_claim_one_is_still_put_right_alone(triager):
    claim, source = ClaimFactory(), SourceFactory()
    public = shares(claim, published=True)
    page = page_of(triager, claim, "fix_source", reach="all")
    assert sent(page)["reach"] == "alone"
    say(triager, claim, "fix_source", source=source.pk, **sent(page))
    assert (statement_of(claim).source, statement_of(public).source == source) == (source, False)


def test_the_choice_goes_along_when_a_source_is_looked_up_or_is_new(triager):
    claim = ClaimFactory()
    other = shares(claim)
    page = page_of(triager, claim, "fix_source", reach="alone", q="Rail")
    assert page.count('name="reach" value="alone"') == 2
    assert len(keys(page)) == len(set(keys(page)))
    asked = say(triager, claim, "fix_source", new="Rail Union", **sent(page)).content.decode()
    say(triager, claim, "fix_source", new="Rail Union", kind="organisation", **sent(asked))
    assert statement_of(claim).source.name == "Rail Union"
    assert statement_of(other).source.name != "Rail Union"


def test_a_claim_of_a_statement_of_its_own_can_be_reviewed_like_any_other(triager):
    claim = ClaimFactory()
    shares(claim)
    say(triager, claim, "fix_source", source=SourceFactory(name="Ada Quill").pk, reach="alone")
    say(triager, claim, "accept")
    assert Claim.objects.get(pk=claim.pk).status == Status.QUEUED
    assert "Ada Quill" in triager.get(claim.get_absolute_url()).content.decode()
