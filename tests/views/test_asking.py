"""The pages on which a triager says what a verb needs to know: with one key wherever one is enough."""

import re
from datetime import date

import pytest
from django.urls import reverse

from claims.models import Appearance, Claim, Role, Source, Status, Suggestion
from tests.factories import ArticleFactory, ClaimFactory, SourceFactory, StatementFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def triager(client, cast):
    client.force_login(cast[Role.TRIAGER])
    return client


def page_of(client, claim, verb, **asked):
    return client.get(reverse("claim_verb", args=[claim.pk, verb]), asked).content.decode()


def say(client, claim, verb, **said):
    return client.post(reverse("claim_verb", args=[claim.pk, verb]), said)


def keys(page):
    return re.findall(r'data-key="([^"]+)"', page)


def test_harm_is_set_with_one_key(triager):
    claim = ClaimFactory()
    page = page_of(triager, claim, "set_harm")
    assert keys(page) == ["1", "2", "3", "Escape"]
    say(triager, claim, "set_harm", harm="high")
    claim.refresh_from_db()
    assert claim.harm == "high"


def test_no_key_of_a_page_means_two_things(client, cast):
    client.force_login(cast[Role.EDITOR])
    for status in Status:
        claim = ClaimFactory() if status == Status.CANDIDATE else ClaimFactory(**{status.value: True})
        found = keys(client.get(claim.get_absolute_url()).content.decode())
        assert len(found) == len(set(found)), status


def test_merging_offers_what_may_say_the_same_first_and_then_what_stands_near_by(triager):
    article = ArticleFactory()
    claim = ClaimFactory(article=article, wording="The bridge cost 12 million euros.")
    ClaimFactory(article=article, wording="Near by it says another thing.")
    alike = ClaimFactory(wording="The bridge cost twelve million euros.")
    Suggestion.objects.create(claim=claim, other_claim=alike, score=0.9)
    ClaimFactory(article=article, dismissed=True, wording="Dismissed words.")
    page = page_of(triager, claim, "merge")
    assert page.index("may say the same") < page.index("near by in the article")
    assert f'value="{alike.pk}" data-key="1"' in page
    assert "Dismissed words" not in page
    assert "<ins>" in page


def test_of_what_stands_near_by_comes_first_what_shares_the_words_that_few_have(triager):
    article = ArticleFactory()
    claim = ClaimFactory(article=article, wording="The engineers left for private reasons.")
    for words in ("roads", "schools", "tunnels", "harbours"):
        ClaimFactory(article=article, wording=f"The ministry had paid for the {words}.")
    same = ClaimFactory(article=article, wording="Two engineers had resigned in protest.")
    assert f'value="{same.pk}" data-key="1"' in page_of(triager, claim, "merge")


def test_what_was_said_to_be_different_is_not_offered(triager):
    claim, other = ClaimFactory(), ClaimFactory()
    Suggestion.objects.create(claim=claim, other_claim=other, score=0.9, state="different")
    assert "Nothing near by says the same" in page_of(triager, claim, "merge")


def test_another_claim_is_found_by_its_words_and_not_by_its_number(triager):
    claim, other = ClaimFactory(), ClaimFactory(wording="Wages fell by 2 per cent.")
    assert f'value="{other.pk}"' in page_of(triager, claim, "merge", q="per wages")
    assert "No claim that stands has these words" in page_of(triager, claim, "merge", q="nothing like it")


def test_a_merge_is_undone_with_one_key_on_the_page_that_it_came_from(triager):
    claim, other = ClaimFactory(), ClaimFactory()
    answer = say(triager, claim, "merge", into=other.pk, next="/triage/")
    assert answer.url == f"/triage/?undo={claim.pk}"
    assert Appearance.objects.filter(claim=other).count() == 2
    page = triager.get(answer.url).content.decode()
    assert re.search(r'<button[^>]*data-key="u"', page)
    say(triager, claim, "restore", next="/triage/")
    claim.refresh_from_db()
    assert (claim.status, Appearance.objects.filter(claim=other).count()) == (Status.CANDIDATE, 1)


def test_a_merge_with_nothing_is_asked_again(triager):
    assert say(triager, ClaimFactory(), "merge", into="99999").status_code == 422


def test_a_split_begins_with_a_sensible_cut(triager):
    claim = ClaimFactory(wording="The bridge cost 12 million euros and was opened in May.")
    page = page_of(triager, claim, "split")
    assert "The bridge cost 12 million euros.</textarea>" in page
    assert "The bridge was opened in May.</textarea>" in page


def test_a_split_shows_its_parts_before_it_is_made(triager):
    claim = ClaimFactory()
    parts = ["It cost 12 million.", "It has four cracks."]
    page = say(triager, claim, "split", wordings=parts, preview="1").content.decode()
    assert "What becomes of it" in page
    assert claim.appearances.get().statement.source.name in page
    assert Claim.objects.count() == 1
    say(triager, claim, "split", wordings=parts)
    assert sorted(claim.parts.values_list("wording", flat=True)) == parts


def test_a_split_takes_one_more_part(triager):
    page = say(triager, ClaimFactory(), "split", wordings=["One.", "Two."], another="1").content.decode()
    assert page.count("<textarea") == 3


@pytest.mark.parametrize("wordings", [[], ["Only one."], ["Twice.", "Twice."]])
def test_a_split_into_less_than_two_is_refused(triager, wordings):
    assert say(triager, ClaimFactory(), "split", wordings=wordings).status_code in (400, 422)
    assert not Claim.objects.filter(split_from__isnull=False).exists()


def test_a_split_into_more_parts_than_a_sentence_holds_is_refused_and_loses_nothing(triager):
    wordings = [f"It cost {n} million." for n in range(13)]
    for more in ({}, {"preview": "1"}):
        page = say(triager, ClaimFactory(), "split", wordings=wordings, **more).content.decode()
        assert "at most 12 parts, and these are 13" in page
        assert "It cost 12 million.</textarea>" in page
    assert not Claim.objects.filter(split_from__isnull=False).exists()
    assert say(triager, ClaimFactory(), "split", wordings=wordings[:12]).status_code == 302


def test_a_claim_that_was_split_says_into_which_and_they_say_from_which(triager):
    claim = ClaimFactory()
    say(triager, claim, "split", wordings=["It cost 12 million.", "It has four cracks."])
    page = triager.get(claim.get_absolute_url()).content.decode()
    assert "Merged" not in page
    assert "Take the split back" in page
    notice = page.partition("This claim was split into")[2].partition("</div>")[0]
    for part in claim.parts.all():
        assert f'href="{part.get_absolute_url()}">no. {part.pk}<' in notice
        assert f"Split from no. {claim.pk}" in triager.get(part.get_absolute_url()).content.decode()
    assert re.search(r"chip[^>]*>Split<", triager.get(reverse("claims")).content.decode())


def test_a_second_split_names_only_its_own_parts(triager):
    claim = ClaimFactory()
    say(triager, claim, "split", wordings=["It cost 12 million.", "It has four cracks."])
    first = set(claim.parts.values_list("pk", flat=True))
    say(triager, claim, "restore")
    say(triager, claim, "split", wordings=["It cost twelve million.", "It has cracks."])
    notice = (
        triager.get(claim.get_absolute_url()).content.decode().partition("was split into")[2].partition("</div>")[0]
    )
    named = {int(n) for n in re.findall(r"no\. (\d+)", notice)}
    assert named == set(claim.parts.values_list("pk", flat=True)) - first


def test_a_source_is_chosen_from_those_of_the_article_or_searched_for(triager):
    claim = ClaimFactory()
    version = claim.appearances.get().text_version
    mayor = StatementFactory(text_version=version, source=SourceFactory(name="Ada Quill")).source
    stranger = SourceFactory(name="Rail Union")
    page = page_of(triager, claim, "fix_source")
    assert "Ada Quill" in page
    assert "as it is now" in page
    assert "Rail Union" not in page
    assert "Rail Union" in page_of(triager, claim, "fix_source", q="rail")
    say(triager, claim, "fix_source", source=mayor.pk)
    assert claim.appearances.get().statement.source == mayor
    say(triager, claim, "fix_source", source=stranger.pk)
    assert claim.appearances.get().statement.source == stranger


def test_the_day_is_shown_with_how_it_was_read_and_put_right(triager):
    saturday = date(2022, 9, 24)
    told = {"dateline": "2022-09-25", "read": [{"words": "on Saturday", "means": "September 24, 2022"}]}
    claim = ClaimFactory(as_of=saturday, as_of_read=saturday, dates_read=told)
    page = triager.get(claim.get_absolute_url()).content.decode()
    assert "as of 24 September 2022" in page
    assert "read as September 24, 2022" in page
    say(triager, claim, "set_as_of", as_of="2022-09-20")
    page = page_of(triager, claim, "set_as_of")
    assert "set by a person; read as 24 September 2022" in page
    assert "As it was read" in page
    say(triager, claim, "set_as_of", as_of="")
    claim.refresh_from_db()
    assert claim.as_of is None


@pytest.mark.parametrize(
    ("verb", "said", "told"),
    [
        ("set_as_of", {"as_of": "2999-01-01"}, "has not come yet"),
        ("set_as_of", {"as_of": "0001-01-01"}, "typed in full"),
        ("reword", {"wording": "Bridge words.", "reason": "none"}, "same as before"),
        ("split", {"wordings": ["One.", "One."]}, "each another one"),
    ],
)
def test_what_is_refused_as_incomplete_is_said_on_the_page_that_asked(triager, verb, said, told):
    answer = say(triager, ClaimFactory(wording="Bridge words."), verb, **said)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert "<form" in answer.content.decode()


def test_a_source_that_the_desk_does_not_know_is_brought_in_with_two_keys_as_what_it_is(triager):
    claim = ClaimFactory()
    page = page_of(triager, claim, "fix_source", q="Ada Example")
    assert 'name="new" value="Ada Example" data-key="n"' in page
    asked = say(triager, claim, "fix_source", new="Ada Example").content.decode()
    assert 'name="kind" value="person" data-key="1"' in asked
    assert not Source.objects.filter(name="Ada Example").exists()
    say(triager, claim, "fix_source", new="Ada Example", kind="person")
    source = claim.appearances.get().statement.source
    assert (source.name, source.kind) == ("Ada Example", "person")


def test_a_name_that_somebody_has_brings_in_nobody(triager):
    SourceFactory(name="Ada Example")
    assert 'name="new"' not in page_of(triager, ClaimFactory(), "fix_source", q="ada example")


def test_who_is_called_just_so_is_offered_first(triager):
    for name in ("Board of the Port", "Ports and Harbours Union", "Port"):
        SourceFactory(name=name)
    page = page_of(triager, ClaimFactory(), "fix_source", q="port")
    assert page.index(">Port<") < page.index(">Ports and Harbours Union<") < page.index(">Board of the Port<")
