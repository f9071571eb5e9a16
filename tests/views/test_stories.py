"""A claim's history reads like a story: it names whatever else took part, and tells of this claim only what happened to it."""

import re
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from claims.models import Rating, Role
from claims.publishing.publish import publish
from claims.review import decisions, rewording, talk, triage
from tests.factories import ClaimFactory, SourceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, cast):
    client.force_login(cast[Role.EDITOR])
    return cast[Role.EDITOR]


@pytest.fixture
def story(client, editor):
    """The history of a claim in plain words, as it is read; its links stay."""

    def read(claim, *, by=None):
        client.force_login(by or editor)
        page = client.get(reverse("claim_history", args=[claim.pk])).content.decode()
        chapters = re.search(r'<ol class="sheet rows story">(.*?)</ol>', page, re.DOTALL)[1]
        links = re.findall(r'<a href="([^"]+)"', chapters)
        return " ".join(strip_tags(chapters).split()), links

    return read


def test_a_merge_names_the_other_claim_on_both_sides_and_so_does_its_undoing(editor, story):
    into, claim = ClaimFactory(wording="The bridge is new."), ClaimFactory(wording="The new bridge is new.")
    triage.merge(claim, into=into, by=editor)
    told, links = story(claim)
    assert f"merged it into another claim (no. {into.pk} “The bridge is new.”)" in told
    assert into.get_absolute_url() in links
    told, links = story(into)
    assert f"merged another claim into it (no. {claim.pk} “The new bridge is new.”)" in told
    assert claim.get_absolute_url() in links
    assert "status" not in told
    claim.refresh_from_db()
    triage.restore(claim, by=editor)
    assert f"restored it (its places came back from no. {into.pk} “The bridge is new.”)" in story(claim)[0]
    assert f"took back the merge of another claim into it (no. {claim.pk}" in story(into)[0]


def test_a_claim_merged_elsewhere_is_told_in_no_other_story(editor, story):
    claims = ClaimFactory.create_batch(13)
    triage.merge(claims[1], into=claims[12], by=editor)
    assert "merged" not in story(claims[0])[0]


def test_a_split_names_its_parts_and_each_part_where_it_came_from(editor, story):
    claim = ClaimFactory(wording="It is new and long.")
    first, second = triage.split(claim, wordings=["It is new.", "It is long."], by=editor)
    told, links = story(claim)
    assert f"split it into other claims (no. {first.pk} “It is new.”) (no. {second.pk} “It is long.”)" in told
    assert {first.get_absolute_url(), second.get_absolute_url()} <= set(links)
    assert f"split it out of another claim (no. {claim.pk} “It is new and long.”)" in story(first)[0]


def test_undoing_a_split_tells_of_each_claim_what_happened_to_that_one(editor, story):
    claim = ClaimFactory()
    first, _second = triage.split(claim, wordings=["It is new.", "It is long."], by=editor)
    triage.restore(claim, by=editor)
    told = story(claim)[0]
    assert "Candidate → Dismissed" not in told
    assert "Merged → Candidate" in told
    assert f"(dismissed what the split had made, no. {first.pk} “It is new.”)" in told
    told = story(first)[0]
    assert f"took back the split that it came from (no. {claim.pk}" in told
    assert told.count("Candidate → Dismissed") == 1
    assert "Merged → Candidate" not in told


def test_a_corrected_place_is_told_with_the_words_it_had_and_has(editor, story):
    claim = ClaimFactory()
    text = claim.appearances.get().text_version.text
    was = claim.appearances.get().spans.get()
    triage.fix_span(claim, spans=[(71, 98)], by=editor)
    assert f"(from “{text[was.start : was.end]}”) (to “{text[71:98]}”)" in story(claim)[0].replace("&#x27;", "'")
    triage.fix_span(claim, spans=[(0, 14)], by=editor)
    assert f"(from “{text[71:98]}”) (to “{text[:14]}”)" in story(claim)[0]


def test_a_corrected_source_is_told_with_who_it_was_and_is(editor, story):
    claim = ClaimFactory()
    statement, source = claim.appearances.get().statement, SourceFactory(name="Ada Quill")
    was = statement.source
    triage.fix_source(claim, statement=statement, source=source, by=editor)
    told, links = story(claim)
    assert f"corrected its source (from “{was.name}”) (to “Ada Quill”)" in told
    assert source.get_absolute_url() in links
    statement.refresh_from_db()
    claim.refresh_from_db()
    triage.fix_source(claim, statement=statement, source=None, by=editor)
    assert "(to the article itself)" in story(claim)[0]


def test_a_new_wording_is_told_word_by_word(editor, story):
    claim = ClaimFactory(wording="The bridge cost 12 million.")
    rewording.reword(claim, wording="The bridge cost 13 million.", reason="the figure", by=editor)
    assert "wording: The bridge cost [gone: 12][new: 13] million." in story(claim)[0].replace(" ]", "]")


def test_days_are_told_as_the_pages_write_them(editor, story):
    claim = triage.set_as_of(ClaimFactory(), as_of=date(2022, 9, 24), by=editor)
    assert "24 Sep 2022" in story(claim)[0]
    held = ClaimFactory(in_review=True)
    decisions.hold(held, reason="the ministry", until=date(2100, 1, 2), by=editor)
    assert "put it on hold (until 2 Jan 2100): the ministry" in story(held)[0]


def test_a_publication_is_told_with_its_version_rating_and_title(editor, story, cast):
    claim = ClaimFactory(decided=True)
    rating = Rating.objects.get(key="true")
    how = {"rating": rating, "title": "A bridge", "summary": "S", "override": "for the test"}
    public = publish(claim, by=editor, **how)
    told, links = story(claim)
    assert f"(version 1, rated “{rating.label}”: “A bridge”)" in told
    assert reverse("check_version", args=[claim.public_id, public.slug, 1]) in links


def test_a_reply_is_told_with_whom_it_was_asked_of_and_what_came(editor, story):
    claim = ClaimFactory(in_review=True)
    by = datetime(2026, 5, 3, 12, tzinfo=UTC)
    asked = talk.ask_for_reply(claim, asked="Ada Quill", channel="e-mail", answer_by=by, by=editor)
    told = story(claim)[0]
    assert "asked for a reply (of “Ada Quill”) (through “e-mail”) (answer by 3 May 2026)" in told
    talk.log_reply(asked, answer="We have no comment.", by=editor)
    assert "noted what came as a reply (from “Ada Quill”): We have no comment." in story(claim)[0]


def test_a_remark_is_told_to_those_who_may_read_it(story, cast):
    claim = ClaimFactory(in_review=True, rows__required=2)
    talk.say(claim, text="Look at the ledger.", by=cast["second"])
    assert "left a remark: Look at the ledger." in story(claim, by=cast["second"])[0]
    assert "Look at the ledger" not in story(claim, by=cast[Role.REVIEWER])[0]
    talk.say(claim, text="Who knows the mayor?", by=cast[Role.TRIAGER])
    assert "left a remark: Who knows the mayor?" in story(claim, by=cast[Role.REVIEWER])[0]


def test_why_somebody_asked_for_a_check_is_told(editor, story, cast):
    claim = triage.ask(ClaimFactory(), why="My neighbour wonders.", by=cast[Role.CONTRIBUTOR])
    assert "asked for it to be checked: My neighbour wonders." in story(claim)[0]


def test_one_review_is_no_agreement_of_several(client, editor):
    one, two = ClaimFactory(decided=True), ClaimFactory(decided=True, rows__required=2)
    assert "by its one review" in client.get(one.get_absolute_url()).content.decode()
    assert "the reviews agree" in client.get(two.get_absolute_url()).content.decode()


def test_markup_in_somebodys_words_is_told_as_words(client, editor):
    claim, into = ClaimFactory(), ClaimFactory(wording="<b>bold</b> words")
    triage.merge(claim, into=into, by=editor)
    page = client.get(reverse("claim_history", args=[claim.pk])).content.decode()
    assert "&lt;b&gt;bold" in page
    assert "<b>bold" not in page


def test_what_was_split_is_called_so_wherever_it_is_named_and_so_is_what_takes_it_back(client, editor):
    claim = ClaimFactory()
    source = claim.appearances.get().statement.source
    triage.split(claim, wordings=["It is new.", "It is long."], by=editor)
    page = client.get(source.get_absolute_url()).content.decode()
    assert ("Split</span>" in page, "Merged</span>" in page) == (True, False)
    verb = reverse("claim_verb", args=[claim.pk, "restore"])
    assert "Take the split back: done." in client.post(verb, follow=True).content.decode()
