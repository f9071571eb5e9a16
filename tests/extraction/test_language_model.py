"""The optional language model: what stands in the text is taken, whatever else it says costs only its own proposals."""

import json

import pytest

from claims.extraction.language_model import Account, Answer, NoAnswer, attributor
from claims.extraction.types import Form, Passage, PassageKind, Span, Statement

TEXT = 'The mayor said the bridge was safe. "It was not," said an engineer, who asked not to be named.'
PASSAGES = (Passage(Span(0, len(TEXT)), PassageKind.BODY),)
BUILT_IN = (
    Statement(content=(Span(0, 10),), form=Form.NARRATED),
    Statement(content=(Span(15, 34),), source=(Span(0, 9),), cue=(Span(10, 14),), form=Form.INDIRECT),
)
GOOD = {"source": "an engineer, who asked not to be named", "cue": "said", "content": '"It was not,"'}


def attribute(answer, account=None, **more):
    def ask(instructions, paragraph):
        if isinstance(answer, Exception):
            raise answer
        return Answer(answer if isinstance(answer, str) else json.dumps(answer), 100)

    stage = attributor(ask, otherwise=lambda *_: BUILT_IN, account=account or Account(), **more)
    return stage(TEXT, PASSAGES, (), (), None)


def spoken(statements):
    return [
        tuple(span.of(TEXT) for part in (s.source, s.cue, s.content) for span in part)
        for s in statements
        if s.attributed
    ]


def test_what_stands_in_the_text_is_taken_with_exact_spans():
    found = attribute({"statements": [GOOD]})
    assert spoken(found) == [(GOOD["source"], "said", '"It was not,"')]
    assert found[-1].form is Form.DIRECT


def test_the_cue_nearest_to_the_content_is_meant():
    cue = attribute({"statements": [GOOD]})[-1].cue[0]
    assert cue.start > TEXT.index('"It')


@pytest.mark.parametrize(
    "item",
    [
        GOOD | {"content": "It was never safe"},
        GOOD | {"source": "the minister"},
        GOOD | {"cue": "shouted"},
        GOOD | {"content": ""},
        GOOD | {"content": 7},
        GOOD | {"content": "said"},
        {"content": "the bridge was safe", "source": "the bridge", "cue": "said"},
    ],
    ids=[
        "invented quotation",
        "invented source",
        "invented cue",
        "nothing",
        "a number",
        "not unique",
        "source inside content",
    ],
)
def test_an_invention_is_refused_and_counted(item):
    account = Account()
    assert spoken(attribute({"statements": [item]}, account)) == []
    assert account.refused == 1


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "I cannot help with that.",
        "{",
        "[]",
        '{"statements": "none"}',
        '{"statements": [' + "{}," * 60 + "{}]}",
        "{" * 100_000,
        NoAnswer(),
    ],
    ids=["silence", "prose", "half", "a list", "a word", "too many", "deep", "no answer"],
)
def test_an_unusable_answer_leaves_the_built_in_one(answer):
    account = Account()
    assert attribute(answer, account) == BUILT_IN
    assert account.unusable == 1


def test_instructions_hidden_in_the_article_can_only_take_proposals_away():
    assert spoken(attribute({"statements": []})) == []
    assert [s for s in attribute({"statements": []}) if not s.attributed] == [BUILT_IN[0]]


def test_nobody_is_asked_once_patience_is_over():
    times = iter([0.0, 61.0])
    account = Account()
    assert attribute({"statements": [GOOD]}, account, patience=60, clock=lambda: next(times)) == BUILT_IN
    assert account.asked == 0


def test_the_cost_is_told():
    account = Account()
    attribute({"statements": [GOOD]}, account)
    assert "asked 1 times (100 tokens)" in account.told()
