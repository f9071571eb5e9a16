"""Who may be who, by the names alone."""

import pytest

from claims.ingest.belonging import body_of
from claims.ingest.namesakes import likeness

PERSON, BODY, STATE, OTHER = "person", "organisation", "government", "other"


@pytest.mark.parametrize(
    ("a", "kind_a", "b", "kind_b", "reason", "first_goes"),
    [
        ("OVD-Info group", BODY, "OVD-Info", BODY, "described", True),
        ("independent monitoring group OVD-Info", "group", "OVD-Info", BODY, "described", True),
        ("OVD-Info", BODY, "the independent monitoring group OVD-Info", "group", "described", False),
        ("Independent monitoring group OVD-Info", "group", "OVD-Info", BODY, "described", True),
        ("OVD Info", BODY, "OVD-Info", BODY, "spelling", False),
        ("José Núñez", PERSON, "Jose Nunez", PERSON, "spelling", False),
        ("Putin", PERSON, "Vladimir Putin", PERSON, "short", True),
        ("President Putin", PERSON, "Putin", PERSON, "title", True),
        ("V. Putin", PERSON, "Vladimir Putin", PERSON, "initials", True),
        ("Vladimir Vladimirovich Putin", PERSON, "Vladimir Putin", PERSON, "short", False),
        ("WHO", BODY, "World Health Organization", BODY, "abbreviation", True),
        ("U.N.", BODY, "the United Nations", BODY, "abbreviation", True),
        ("Port River Board", BODY, "River Board", OTHER, "short", False),
    ],
)
def test_names_of_one_source_are_found_with_their_reason(a, kind_a, b, kind_b, reason, first_goes):
    found = likeness(a, kind_a, b, kind_b)
    assert found is not None
    assert (found.reason, found.first_goes) == (reason, first_goes)


@pytest.mark.parametrize(
    ("a", "kind_a", "b", "kind_b"),
    [
        ("Anna Putin", PERSON, "Vladimir Putin", PERSON),
        ("A. Putin", PERSON, "Vladimir Putin", PERSON),
        ("Washington", PERSON, "Washington", STATE),
        ("France", STATE, "Bank of France", BODY),
        ("Russian authorities", STATE, "Russian media", BODY),
        ("German officials", STATE, "German", BODY),
        ("one MP", OTHER, "Mara Pell", OTHER),
        ("Ada Quill", OTHER, "Ada Quill and Bert Lund", OTHER),
        ("River Board", BODY, "River Board report", OTHER),
        ("Norport police", STATE, "Norport", STATE),
        ("police in Norport", STATE, "Norport", STATE),
        ("United Kingdom", STATE, "United Kingdom Health Board", BODY),
        ("one official", "anonymous", "one official", "anonymous"),
        ("residents", "group", "the residents", "group"),
        ("River Board", BODY, "Harbour Board", BODY),
        ("WHO", BODY, "World Trade Organization", BODY),
    ],
)
def test_other_sources_are_left_alone(a, kind_a, b, kind_b):
    assert likeness(a, kind_a, b, kind_b) is None


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("A group of more than 40 French senators", "French Senate"),
        ("two British MPs", "British Parliament"),
        ("a dozen MEPs", "European Parliament"),
        ("several senators", None),
        ("Angry senators", None),
        ("the Senate", None),
    ],
)
def test_members_belong_to_the_body_that_their_title_names(name, body):
    assert body_of(name) == body
