"""What the words around a cue settle: whose verb it is, and what is no content."""

import pytest

from tests.extraction.seeing import read, seen


def test_a_name_belongs_to_the_description_behind_it() -> None:
    text = "Full Fact, a fact-checking charity, said the figure was wrong."
    (made,) = seen(text, ("a fact-checking charity", "said", "figure was wrong"))
    assert read(text, made) == (["Full Fact, a fact-checking charity"], ["said"], ["the figure was wrong"])


def test_a_pronoun_right_before_the_cue_is_its_subject() -> None:
    text = "Opposition leader Mara Holt was heckled when she called the deal a surrender."
    (made,) = seen(text, ("Opposition leader Mara Holt", "called", "the deal a surrender"))
    assert read(text, made)[0] == ["she"]


def test_what_stands_before_an_inserted_pronoun_is_said() -> None:
    text = "Mr. Mercer's numbers, she told a lunch of bankers, do not add up."
    (made,) = seen(text, ("Mr. Mercer's numbers, she", "told", "do not add up"))
    assert read(text, made) == (["she"], ["told"], ["Mr. Mercer's numbers", "do not add up"])


def test_who_was_asked_is_no_part_of_the_answer() -> None:
    text = "Asked whether the bridge was safe, he said he did not know."
    (made,) = seen(text, ("he", "said", "he did not know"))
    assert read(text, made)[2] == ["he did not know"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("A woman argues with two officers on a street.", ("A woman", "argues", "with two officers on a street")),
        ("This plan explains itself badly to the town.", ("This plan", "explains", "itself badly")),
        ("Lind thinks for a while and pours the tea.", ("Lind", "thinks", "for a while")),
        ("Managers were told to prepare for a shutdown.", ("Managers", "were told", "to prepare for a shutdown")),
    ],
)
def test_a_verb_without_a_content_makes_no_statement(text: str, marked: tuple[str, str, str]) -> None:
    assert not [made for made in seen(text, marked) if made.attributed]


def test_a_content_ends_where_somebody_else_contradicts() -> None:
    text = "State media reported that convoys were moving freely, but aid workers said none had passed."
    first, second = seen(
        text,
        ("State media", "reported", "convoys were moving freely, but aid workers said none had passed"),
        ("aid workers", "said", "none had passed"),
    )
    assert read(text, first)[2] == ["convoys were moving freely"]
    assert read(text, second)[2] == ["none had passed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A video shared by passengers appears to show the driver laughing.",
            (["A video shared by passengers"], ["appears to show"], ["the driver laughing"]),
        ),
        (
            "The National Audit Board puts the figure at forty years.",
            (["The National Audit Board"], ["puts"], ["the figure at forty"]),
        ),
        (
            "A surgeon branded three patients, a court heard yesterday.",
            (["a court"], ["heard"], ["A surgeon branded three patients"]),
        ),
        (
            "The union shot back that the minister had never met it.",
            (["The union"], ["shot back"], ["the minister had never met it"]),
        ),
    ],
)
def test_frames_with_one_word_more(text: str, expected: tuple[list[str], list[str], list[str]]) -> None:
    (made,) = [one for one in seen(text) if one.attributed]
    assert read(text, made) == expected


def test_the_second_verb_of_one_speaker_is_another_statement() -> None:
    text = "The SNP's Ewan Rae accused the government of delay and demanded the minister's resignation."
    marked = ("The SNP's Ewan Rae", "accused", "the government of delay and demanded the minister's resignation")
    first, second = seen(text, marked)
    assert read(text, first)[2] == ["the government of delay"]
    assert read(text, second) == (["The SNP's Ewan Rae"], ["demanded"], ["the minister's resignation"])
