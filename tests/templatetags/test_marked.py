"""Marked text: what is shown is what came, and the cost grows with the text and not faster."""

import re
from html import unescape

import pytest

from claims.templatetags.marked import Block, Mark, Pin, code_points, lines, parts, shown, utf16_units
from tests.growth import calls

TAGS = re.compile(r"<a class=\"ref\".*?</a>|<[^>]+>")


def plain(made):
    return [unescape(TAGS.sub("", line.html)) for line in made]


def test_the_text_is_shown_exactly_as_it_came():
    text = "  Two  spaces & <b>tags</b>\n\n'Quotes' “stay”\tand tabs\n"
    assert plain(lines(text, marks=[Mark(2, 9, "source", 1)])) == [
        "  Two  spaces & <b>tags</b>",
        "'Quotes' “stay”\tand tabs",
    ]


def test_markup_in_the_text_is_never_markup_on_the_page():
    made = lines("<script>alert(1)</script>", marks=[Mark(0, 8, "claim", 1)])
    assert "<script" not in made[0].html


def test_overlapping_marks_are_cut_where_the_set_changes():
    html = lines("abcdef", marks=[Mark(0, 4, "content", 1), Mark(2, 6, "claim", 7)])[0].html
    assert html == (
        '<span class="m-content">ab</span>'
        '<span class="m-claim m-content" data-claims="7">cd</span>'
        '<span class="m-claim" data-claims="7">ef</span>'
    )


def test_a_piece_names_every_claim_that_it_belongs_to():
    html = lines("abc", marks=[Mark(0, 3, "claim", 9), Mark(0, 3, "claim", 4)])[0].html
    assert 'data-claims="4 9"' in html


def test_a_mark_goes_on_in_the_next_line():
    made = lines("one\ntwo", marks=[Mark(1, 6, "content", 1)])
    assert [line.html for line in made] == ['o<span class="m-content">ne</span>', '<span class="m-content">tw</span>o']


def test_a_mark_that_begins_with_a_line_opens_there():
    made = lines("one\ntwo", marks=[Mark(4, 7, "claim", 1)])
    assert made[0].html == "one"


def test_a_number_stands_behind_the_last_word_of_its_claim():
    html = lines("abc def", marks=[Mark(0, 3, "claim", 5)], pins=[Pin(3, "claim-5", 1)])[0].html
    assert html.startswith('<span class="m-claim" data-claims="5">abc</span><a class="ref" href="#claim-5"')


def test_a_place_can_be_jumped_to():
    assert '<span class="place" id="place-3"></span>' in lines("abc def", pins=[Pin(4, "place-3")])[0].html


def test_a_line_has_the_kind_of_its_only_passage():
    made = lines("Head\nBody", blocks=[Block(0, 4, "headline"), Block(5, 9, "body")])
    assert [line.kind for line in made] == ["headline", "body"]


def test_a_line_of_several_passages_marks_each_and_has_the_kind_of_the_longest():
    made = lines("Sunday Russians flee", blocks=[Block(0, 6, "dateline"), Block(7, 20, "headline")])
    assert made[0].kind == "headline"
    assert made[0].html == '<span class="m-dateline">Sunday</span> <span class="m-headline">Russians flee</span>'


def test_a_line_says_where_it_begins_in_utf_16():
    made = lines("😀 one\n😀 two\nthree")
    assert [line.units for line in made] == [0, 7, 14]


def test_a_part_counts_from_the_beginning_of_the_text():
    text = "😀 one\ntwo\nthree"
    (line,) = lines(text, start=6, end=9)
    assert (line.start, line.units, line.html) == (6, 7, "two")


@pytest.mark.parametrize(
    ("character", "short"),
    [("\u202e", "RLO"), ("\u200b", "ZWSP"), ("\ufeff", "BOM"), ("\u2069", "PDI"), ("\x07", "U+0007")],
)
def test_an_unseen_character_is_kept_and_shown(character, short):
    html = lines(f"a{character}b")[0].html
    assert f'data-code="{short}"' in html
    assert f">{character}</span>b" in html


def test_a_joiner_is_left_alone_where_its_script_needs_it():
    assert "unseen" not in lines("می\u200cخواهم 👩\u200d👩\u200d👧")[0].html


def test_a_joiner_between_latin_letters_is_shown():
    assert 'data-code="ZWJ"' in shown("pay\u200dpal")


@pytest.mark.parametrize(
    ("text", "units", "place"),
    [("abc", 2, 2), ("é", 1, 1), ("😀b", 2, 1), ("😀b", 1, 0), ("a😀b", 4, 3), ("", 0, 0), ("a\u0301", 2, 2)],
)
def test_a_browser_offset_is_turned_into_code_points(text, units, place):
    assert code_points(text, units) == place


@pytest.mark.parametrize("units", [-1, 4])
def test_a_browser_offset_outside_the_text_is_refused(units):
    with pytest.raises(ValueError, match="no place"):
        code_points("😀b", units)


@pytest.mark.parametrize("offset", range(6))
def test_there_and_back_is_the_same_place(offset):
    text = "a😀é👩z"
    assert code_points(text, utf16_units(text, offset)) == min(offset, len(text))


def test_parts_follow_one_another_and_leave_nothing_out():
    text = "A line of words.\n" * 1000
    cut = parts(text, 500)
    assert "".join(text[a:b] for a, b in cut) == text
    assert max(b - a for a, b in cut) <= 500
    assert all(text[b - 1] == "\n" for _, b in cut)


def test_one_endless_word_is_cut_all_the_same():
    assert [b - a for a, b in parts("x" * 1050, 500)] == [500, 500, 50]


SENTENCE = "Officials said that prices rose by five per cent in May. "


def crowded(times):
    """One line of so many sentences, two marks in each: what the page makes of it."""
    text = SENTENCE * times
    places = range(0, len(text) - len(SENTENCE), len(SENTENCE))
    marks = [Mark(at, at + 9, "source", at) for at in places] + [Mark(at + 15, at + 56, "claim", at) for at in places]
    return lines(text, marks=marks)


def test_a_million_characters_are_marked_and_none_is_lost():
    made = crowded(17_544)  # four tenths of a second; a quadratic pass would outlast the limit of every test
    assert len(plain(made)[0]) == 17_544 * len(SENTENCE)


def test_marking_costs_calls_in_proportion_to_the_marks():
    assert calls(lambda: crowded(2000)) <= 4.2 * calls(lambda: crowded(500))
