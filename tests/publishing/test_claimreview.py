import json
from datetime import date

import pytest

from claims.publishing.claimreview import Appeared, Claimant, Degree, Reviewed, claimed_by, document, problems, script

ADDRESS = "https://desk.example/checks/abc/the-bridge/"


def told(**more):
    values = {
        "address": ADDRESS,
        "claim": "The bridge cost 12 million euros.",
        "degree": Degree("Mostly true", 4, 5, 1),
        "publisher": "The desk",
        "publisher_address": "https://desk.example",
        "published": date(2026, 3, 1),
    }
    return Reviewed(**values | more)


def test_it_tells_the_claim_its_rating_and_who_says_so():
    found = document(told())
    assert found["claimReviewed"] == "The bridge cost 12 million euros."
    assert found["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "Mostly true",
        "ratingValue": 4,
        "bestRating": 5,
        "worstRating": 1,
    }
    assert found["author"]["name"] == "The desk"
    assert problems(found, address=ADDRESS) == []


def test_a_rating_that_is_no_degree_of_truth_has_no_number():
    rating = document(told(degree=Degree("Unproven")))["reviewRating"]
    assert rating == {"@type": "Rating", "alternateName": "Unproven"}


def test_claimants_are_persons_or_organisations():
    claimants = [Claimant("Ada Quill", "person"), Claimant("River Board", "organisation", "https://river.example")]
    assert document(told(claimants=claimants))["itemReviewed"]["author"] == [
        {"@type": "Person", "name": "Ada Quill"},
        {"@type": "Organization", "name": "River Board", "sameAs": "https://river.example"},
    ]


def test_a_post_or_a_document_is_a_work_in_which_it_appeared_and_nobodys_organisation():
    claimants = [Claimant("a post on Telegram", "media-item"), Claimant("Ada Quill", "person")]
    found = document(told(claimants=claimants))
    assert found["itemReviewed"]["author"] == [{"@type": "Person", "name": "Ada Quill"}]
    assert {"@type": "CreativeWork", "name": "a post on Telegram"} in found["itemReviewed"]["appearance"]
    assert claimed_by(found) == ["Ada Quill", "a post on Telegram"]


def test_without_a_claimant_the_claim_has_no_author():
    assert "author" not in document(told())["itemReviewed"]


def test_it_names_where_the_claim_appeared():
    place = Appeared("https://daily.example/1", "The bridge", "The Daily", date(2026, 2, 1))
    assert document(told(appearances=[place]))["itemReviewed"]["appearance"] == [
        {
            "@type": "CreativeWork",
            "url": "https://daily.example/1",
            "headline": "The bridge",
            "publisher": {"@type": "Organization", "name": "The Daily"},
            "datePublished": "2026-02-01",
        }
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"claim": ""}, "claimReviewed is empty"),
        ({"degree": Degree("")}, "reviewRating has no word"),
        ({"publisher": ""}, "author has no name"),
        ({"degree": Degree("True", 6, 5, 1)}, "ratingValue does not lie between worstRating and bestRating"),
        ({"degree": Degree("True", 1, 5, 0)}, "ratingValue does not lie between worstRating and bestRating"),
    ],
)
def test_it_names_what_a_reader_would_stumble_over(change, said):
    assert problems(document(told(**change)), address=ADDRESS) == [said]


def test_the_address_is_the_page_of_the_claim():
    assert problems(document(told()), address="https://desk.example/other/") == ["url is not the page of this claim"]


def test_in_a_script_element_it_is_inert_and_still_the_same_document():
    found = document(told(claim="</script><script>alert(1)</script> & \u2028 more"))
    text = script(found)
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == found
