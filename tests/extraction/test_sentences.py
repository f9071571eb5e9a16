"""Where sentences end: full stops told from abbreviations, initials, figures, addresses and quoted marks."""

import pytest

from claims.extraction import sentences
from claims.extraction.types import Passage, PassageKind, Sentence, Span


def split(text: str, kind: PassageKind = PassageKind.BODY) -> list[str]:
    found = sentences.split(text, (Passage(Span(0, len(text)), kind),))
    return [sentence.span.of(text) for sentence in found]


CASES = {
    "plain": "The bridge is shut. The ferry runs.|The bridge is shut.|The ferry runs.",
    "title": "Dr. Okafor met Mr. Lind and Sen. Ruiz. They left.|Dr. Okafor met Mr. Lind and Sen. Ruiz.|They left.",
    "initials": "J. K. Marsh and John F. Leary wrote it. It is long.|J. K. Marsh and John F. Leary wrote it.|It is long.",
    "initial at the end": "He chose Plan B. The council agreed.|He chose Plan B.|The council agreed.",
    "country inside a name": "The U.S. Air Force denied it.|The U.S. Air Force denied it.",
    "country at the end": "He flew to the U.S. The visit lasted a day.|He flew to the U.S.|The visit lasted a day.",
    "clock and weekday": "It opens at 8 a.m. Monday.|It opens at 8 a.m. Monday.",
    "clock at the end": "It ended at 4 p.m. Nobody stayed.|It ended at 4 p.m.|Nobody stayed.",
    "time zone": "It crashed at 9:54 a.m. ET on Monday.|It crashed at 9:54 a.m. ET on Monday.",
    "decimals and money": "It rose 3.5 per cent to £1.2m. That is a record.|It rose 3.5 per cent to £1.2m.|That is a record.",
    "short month": "He left on Jan. 6 and came back. She did not.|He left on Jan. 6 and came back.|She did not.",
    "number sign": "Ship No. 10 sank.|Ship No. 10 sank.",
    "no as an answer": "The answer was no. Then he left.|The answer was no.|Then he left.",
    "company": "Norda Inc. shares fell. Others rose.|Norda Inc. shares fell.|Others rose.",
    "company before a name": "Norda Co. Director Paul Renner resigned.|Norda Co. Director Paul Renner resigned.",
    "versus": "The case Marsh vs. Leary ended.|The case Marsh vs. Leary ended.",
    "stop inside a quotation": '"We won." The crowd cheered.|"We won."|The crowd cheered.',
    "comma inside a quotation": '"We won," he said. "We are glad."|"We won," he said.|"We are glad."',
    "shout inside a sentence": "They chanted 'No to war!' in the square.|They chanted 'No to war!' in the square.",
    "question with its speaker": '"Who pays?" Brandt asked.|"Who pays?" Brandt asked.',
    "question without a speaker": '"Who pays?" The room was silent.|"Who pays?"|The room was silent.',
    "single marks at the end": "It was 'a mistake by Europe.' They left.|It was 'a mistake by Europe.'|They left.",
    "curly marks at the end": "It was “a mistake.” They left.|It was “a mistake.”|They left.",
    "stop after brackets": "He left (in May.) She stayed.|He left (in May.)|She stayed.",
    "dots inside": "The queue was long... around 2,300 cars.|The queue was long... around 2,300 cars.",
    "dots at the end": "Nobody knew... The queue grew.|Nobody knew...|The queue grew.",
    "dots with spaces": "He said . . . nothing at all.|He said . . . nothing at all.",
    "left out in brackets": "It is void [...] and without effect. It ends.|It is void [...] and without effect.|It ends.",
    "footnote number": "It was void.[3] It ended. [4] He left.|It was void.[3]|It ended. [4]|He left.",
    "web address": "See example.com for more. It is free.|See example.com for more.|It is free.",
    "name with a mark": "Yahoo! News reported it.|Yahoo! News reported it.",
    "lost space": "So said officials.The army denied it.|So said officials.|The army denied it.",
    "no-break space": "It ended.\u00a0 It began.|It ended.|It began.",
    "list number": "1. The first point is made.|1. The first point is made.",
    "without a stop": "The text breaks off in the|The text breaks off in the",
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_sentence_ends_where_a_reader_ends_it(case: str) -> None:
    text, *expected = case.split("|")
    assert split(text) == expected


def test_only_prose_is_split() -> None:
    assert split("Home. World. Politics.", PassageKind.NAVIGATION) == []


def test_a_sentence_never_crosses_from_one_passage_to_the_next() -> None:
    text = "The first breaks off\nthe second goes on."
    passages = (Passage(Span(0, 20), PassageKind.BODY), Passage(Span(21, len(text)), PassageKind.BODY))
    found = sentences.split(text, passages)
    assert [(s.span.of(text), s.passage) for s in found] == [("The first breaks off", 0), ("the second goes on.", 1)]


def test_the_last_sentence_of_a_cut_off_passage_is_marked() -> None:
    text = "It is whole. They include Lith"
    found = sentences.split(text, (Passage(Span(0, len(text)), PassageKind.CUT_OFF),))
    assert [s.cut_off for s in found] == [False, True]


@pytest.mark.parametrize("unit", ["a", "1", ".", '"', "'", " ", "A. ", "x.", "?!", '" ', ". . "])
def test_a_line_of_fifty_thousand_signs_is_covered_without_gap_or_overlap(unit: str) -> None:
    text = (unit * 50_000)[:50_000].strip() or "-"
    found: tuple[Sentence, ...] = sentences.split(text, (Passage(Span(0, len(text)), PassageKind.BODY),))
    place = 0
    for sentence in found:
        assert not text[place : sentence.span.start].strip()
        place = sentence.span.end
    assert place == len(text)
