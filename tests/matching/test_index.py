"""Does the desk already know this claim?"""

import pytest

from claims.matching.encoder import load
from claims.matching.index import Index
from claims.matching.types import Entry
from claims.matching.vectors import VectorStore

KNOWN = [
    Entry(
        "crocodile",
        "A photograph shows a crocodile in a flooded supermarket.",
        "Was a crocodile photographed in a shop?",
    ),
    Entry("budget", "The governor cut the education budget by 1.4 billion dollars."),
    Entry("budget-up", "The governor raised the education budget by 300 million dollars."),
    Entry("birds", "Wind turbines killed more than half a million birds last year."),
    Entry("mayor", "A dog was elected mayor of a village."),
    Entry("tanks", "The army has 13,000 tanks."),
]


class Counting:
    """The encoder, and how many texts it was given."""

    def __init__(self):
        self.texts = 0

    def __call__(self, texts):
        self.texts += len(texts)
        return load()(texts)


@pytest.fixture
def index():
    index = Index(load())
    index.add(KNOWN)
    return index


FOUND = [
    (
        "OMG a croc in the supermarket after the flood 😱 #floods pic.twitter.com/x — Kez (@kez) February 4, 2019",
        "crocodile",
    ),
    ("He took $1.4 billion out of our schools, the governor did.", "budget"),
    ("The windmills kill over 500,000 birds a year", "birds"),
    ("@friend thirteen thousand tanks, that's what their army has https://t.co/y", "tanks"),
]


@pytest.mark.parametrize(("post", "key"), FOUND)
def test_a_known_claim_is_recognised_in_other_words(index, post, key):
    best = index.search(post)[0]
    assert best.key == key
    assert best.score >= 0.5


@pytest.mark.parametrize(
    "text", ["The bridge will be closed until March.", "The governor opened a zoo.", "An army of ants crossed the road"]
)
def test_a_new_claim_is_not_said_to_be_known(index, text):
    assert index.search(text)[0].score < 0.5


def test_hits_come_best_first_and_no_more_than_asked_for(index):
    scores = [hit.score for hit in index.search("education budget", top=3)]
    assert len(scores) == 3
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("text", ["", "   ", "https://example.org", "the of and", "😱"])
def test_a_text_that_says_nothing_finds_nothing(index, text):
    assert index.search(text) == []


def test_an_empty_archive_finds_nothing():
    assert Index(load()).search("Taxes rose") == []


def test_a_headline_helps_to_find_its_claim():
    index = Index(load())
    index.add(
        [Entry("a", "The picture is real.", "Loch Tavo monster photographed?"), Entry("b", "The picture is old.")]
    )
    assert index.search("monster in Loch Tavo")[0].key == "a"


def test_adding_a_claim_encodes_that_claim_alone():
    encoder = Counting()
    index = Index(encoder)
    index.add(KNOWN)
    index.add([Entry("new", "Rents doubled in ten years.")])
    assert encoder.texts == len(KNOWN) + 1


def test_the_same_wording_is_encoded_once():
    encoder = Counting()
    Index(encoder).add([Entry("a", "Rents doubled."), Entry("b", "Rents doubled. https://example.org")])
    assert encoder.texts == 1


def test_a_restart_encodes_nothing_again(tmp_path):
    Index(load(), VectorStore(tmp_path / "vectors")).add(KNOWN)
    encoder = Counting()
    again = Index(encoder, VectorStore(tmp_path / "vectors"))
    again.add(KNOWN)
    assert encoder.texts == 0
    assert again.search("a dog became mayor")[0].key == "mayor"


def test_a_discarded_claim_is_found_no_more(index):
    index.discard("mayor")
    assert len(index) == len(KNOWN) - 1
    assert "mayor" not in [hit.key for hit in index.search("A dog was elected mayor of a village.")]


def test_discarding_what_is_not_there_changes_nothing(index):
    index.discard("unknown")
    assert len(index) == len(KNOWN)


def test_a_reworded_claim_replaces_its_older_wording(index):
    index.add([Entry("mayor", "A cat was elected mayor of a town.")])
    hits = index.search("A cat was elected mayor of a town.")
    assert [hit.key for hit in hits].count("mayor") == 1
    assert hits[0].cosine > 0.99


def test_the_order_of_the_archive_does_not_matter(index):
    turned = Index(load())
    turned.add(KNOWN[::-1])
    for post, _ in FOUND:
        assert [(hit.key, round(hit.score, 4)) for hit in turned.search(post)] == [
            (hit.key, round(hit.score, 4)) for hit in index.search(post)
        ]
