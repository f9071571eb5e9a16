"""Statements that the reader passes over and that frames, speech tags and judgements of other statements find."""

import pytest

from claims.extraction import passages, quotations
from claims.extraction.attribution.drafts import Draft
from claims.extraction.attribution.quoting import adopt
from claims.extraction.attribution.subjects import Words, subject
from claims.extraction.types import Form, Span
from tests.extraction.seeing import read, seen, span


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Labour demanded an urgent statement.", "Labour", "demanded", "an urgent statement"),
        ("The opposition Green party has condemned the plan, but it will go ahead.", "The opposition Green party", "condemned", "the plan"),
        ("Government forces denied responsibility.", "Government forces", "denied", "responsibility"),
        ("She threatened to close the piers.", "She", "threatened", "to close the piers"),
        ("Ann Holt, a retired diver, welcomed the decision.", "Ann Holt, a retired diver", "welcomed", "the decision"),
        ("Last week residents also criticised the town for its silence.", None, "criticised", "the town for its silence"),
        ("Republican strategists worry that the speech could cost them votes.", "Republican strategists", "worry", "the speech could cost them votes"),
        ("He doubts either of them will come.", "He", "doubts", "either of them will come"),
        ("Holt's team is confident, however, that early votes have helped her.", "Holt's team", "is confident", "early votes have helped her"),
        ("Analysts expect turnout to fall.", "Analysts", "expect", "turnout to fall"),
        ("Ms. Koch painted her rival as an extremist.", "Ms. Koch", "painted", "her rival as an extremist"),
        ("The senator shrugged off the poll as noise.", "The senator", "shrugged off", "the poll as noise"),
        ("The 58-page report documents beatings in nine prisons.", "The 58-page report", "documents", "beatings in nine prisons"),
    ],
)  # fmt: skip
def test_a_frame_finds_what_the_reader_passes_over(text: str, source: str | None, cue: str, content: str) -> None:
    found = seen(text)
    if source is None:
        assert found == ()  # "last week residents": where the subject begins cannot be told
    else:
        assert [read(text, made) for made in found] == [([source], [cue], [content])]


@pytest.mark.parametrize(
    "text",
    [
        "The judge dismissed the lawsuit on Monday.",
        "The storm slammed into the coast.",
        "The demands of the union were met.",
        "A vote demanded by the union failed.",
        "His fears that it would rain were met with laughter.",
        "The union promised land.",
        "The workers painted the pier as the rain began.",
        "The director cast two students in the film.",
        "Holt and his fears of rain stayed at home.",
        'A sign said "Labour demanded an urgent statement" to all.',
        "The rain that fell on Monday threatened to flood the town.",
        "The town documents rainfall in nine books.",
    ],
)
def test_a_noun_an_act_and_a_thing_that_cannot_speak_are_no_frames(text: str) -> None:
    assert seen(text) == ()


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("It is understood that a hearing could be held in March.", "is understood", ["a hearing could be held in March"]),
        ("Producers are believed to be planning a crash.", "are believed", ["Producers", "to be planning a crash"]),
    ],
)  # fmt: skip
def test_what_is_understood_is_said_by_nobody_named(text: str, cue: str, content: list[str]) -> None:
    (made,) = seen(text)
    assert read(text, made) == ([], [cue], content)


def test_a_frame_is_not_asked_where_the_reader_has_seen_the_words() -> None:
    text = "Labour demanded an urgent statement."
    assert len(seen(text, ("Labour", "demanded", "an urgent statement"))) == 1


def test_a_second_act_of_one_speaker_is_a_second_statement() -> None:
    text = "The envoy condemned the strike and appealed for calm."
    first, second = seen(text, ("The envoy", "condemned", "the strike and appealed for calm"))
    assert read(text, first) == (["The envoy"], ["condemned"], ["the strike"])
    assert read(text, second) == (["The envoy"], ["appealed"], ["for calm"])


@pytest.mark.parametrize(
    "text",
    [
        "The envoy condemned the strike and its victims.",
        "The envoy denied that he had lied and claimed damages.",
    ],
)
def test_an_and_between_things_or_inside_a_clause_divides_nothing(text: str) -> None:
    whole = text.split(" ", 3)[3][:-1]
    assert len(seen(text, ("The envoy", text.split()[2], whole))) == 1


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ('"It blocks out the sun," fumed Stacey Pollard.', "Stacey Pollard", "fumed"),
        ('"It blocks out the sun," sobbed pensioner Edna Marsh, 81.', "pensioner Edna Marsh, 81", "sobbed"),
        ('"With respect, that is no answer," she shot back.', "she", "shot back"),
        ('"It blocks out the sun!" one neighbour stormed.', "one neighbour", "stormed"),
    ],
)
def test_whoever_stands_behind_a_quotation_with_a_comma_says_it(text: str, source: str, cue: str) -> None:
    (made,) = seen(text)
    assert read(text, made)[:2] == ([source], [cue])
    assert made.form is Form.DIRECT
    assert made.abstained is None


@pytest.mark.parametrize(
    "text",
    [
        '"It blocks out the sun," is the complaint.',
        '"It blocks out the sun." Stacey Pollard opened the window.',
        'The "king of the north sea," has sailed away.',
    ],
)
def test_a_sentence_that_goes_on_behind_a_quotation_is_no_speech_tag(text: str) -> None:
    assert [made for made in seen(text) if made.cue] == []


def test_the_quotation_before_a_speech_tag_is_its_content_and_what_follows_goes_on() -> None:
    text = '"Somebody turned a wheel," Simmons said. "I want to know who turned it."'
    first, second = seen(
        text, (None, "", '"Somebody turned a wheel,"'), ("Simmons", "said", '"I want to know who turned it."')
    )
    assert read(text, first) == (["Simmons"], ["said"], ['"Somebody turned a wheel,"'])
    assert read(text, second) == ([], [], ['"I want to know who turned it."'])


def test_of_the_words_behind_a_speech_tag_only_quoted_ones_are_said() -> None:
    text = '"They said I was done in the primary," Boone told a crowd of three hundred.'
    found = seen(text, ("They", "said", "I was done in the primary"), ("Boone", "told", "crowd of three hundred"))
    assert [read(text, made)[2] for made in found if read(text, made)[0] == ["Boone"]] == [
        ['"They said I was done in the primary,"']
    ]


def test_a_claim_that_somebody_disputes_is_what_stands_before() -> None:
    text = "The Courier reported that the firm had paid a fine, a claim the campaign disputes."
    first, second = seen(
        text, ("The Courier", "reported", "that the firm had paid a fine, a claim the campaign disputes")
    )
    assert read(text, first)[2] == ["the firm had paid a fine"]
    assert read(text, second) == (["the campaign"], ["disputes"], ["the firm had paid a fine"])
    assert second.negative


def test_a_move_that_somebody_condemns_is_the_articles_own_clause() -> None:
    text = "Parliament has closed the border, a move that the Council of Europe has condemned."
    made = next(made for made in seen(text) if made.cue)
    assert read(text, made) == (["the Council of Europe"], ["condemned"], ["Parliament has closed the border"])


def test_what_the_speaker_did_not_say_is_no_part_of_what_he_said() -> None:
    text = "Holt said money had been set aside, although he did not say when the work would begin."
    tagged = text[text.index("money") : -1]
    (made,) = seen(text, ("Holt", "said", tagged))
    assert read(text, made)[2] == ["money had been set aside"]


def test_a_description_between_according_to_and_the_content_belongs_to_the_source() -> None:
    text = "According to Frontex, the EU border agency, crossings fell by half."
    (made,) = seen(text, ("Frontex", "According to", "the EU border agency, crossings fell by half"))
    assert read(text, made) == (["Frontex, the EU border agency"], ["According to"], ["crossings fell by half"])


def test_the_object_of_a_preposition_is_not_the_whole_source() -> None:
    text = "Three sources familiar with the bank's plans said it would cut rates."
    (made,) = seen(text, ("the bank's plans", "said", "it would cut rates"))
    assert read(text, made)[0] == ["Three sources familiar with the bank's plans"]


@pytest.mark.parametrize(
    ("text", "verb", "found"),
    [
        ("In a letter, Labour demanded an answer.", "demanded", "Labour"),
        ("It rained, but the mayor of Elm demanded an answer.", "demanded", "the mayor of Elm"),
        ("Protesters' demanded an answer.", "demanded", None),
        ("The critics fears an answer.", "fears", None),
        ("People who left demanded an answer.", "demanded", None),
    ],
)
def test_a_subject_is_told_only_where_it_is_plain(text: str, verb: str, found: str | None) -> None:
    words = Words.of(text, Span(0, len(text)))
    at = words.spans.index(span(text, verb))
    made = subject(words, at)
    assert (made.of(text) if made else None) == found


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Asked about it, Mr Dunn, who is 61, snapped that he had answered.", "Mr Dunn, who is 61", "snapped", "he had answered"),
        ("Mr Khan, 52, from Luton, had told the court he feared for his life.", "Mr Khan, 52, from Luton", "told", "he feared for his life"),
        ("The mayor told residents that the piers were old.", "The mayor", "told", "the piers were old"),
        ("They've insisted that it was late.", "They", "insisted", "it was late"),
    ],
)  # fmt: skip
def test_a_known_verb_with_a_clause_is_a_statement_even_where_the_reader_sees_none(
    text: str, source: str, cue: str, content: str
) -> None:
    assert [read(text, made) for made in seen(text)] == [([source], [cue], [content])]


def test_in_what_somebody_says_only_those_report_whom_he_names() -> None:
    text = 'Tillis represents the companies. "But calling it a cover-up is insulting."'
    found = seen(text, ("the companies", "calling", "it a cover-up is insulting"))
    assert [made for made in found if made.source] == []


def test_a_report_within_a_quotation_is_kept() -> None:
    text = 'Holt said: "The engineer told me that the piers were old."'
    found = seen(
        text,
        ("Holt", "said", '"The engineer told me that the piers were old."'),
        ("The engineer", "told", "the piers were old"),
    )
    assert [read(text, made)[0] for made in found] == [["Holt"], ["The engineer"]]


def test_what_is_added_is_added_by_whoever_spoke_before_in_the_sentence() -> None:
    text = "A source close to the duchess said she was tired, adding that the couple had left."
    first, second = seen(text, ("A source", "said", "she was tired"), ("the duchess", "adding", "the couple had left"))
    assert read(text, first)[0] == read(text, second)[0] == ["A source close to the duchess"]


def test_who_relays_and_who_is_cited_both_say_it() -> None:
    text = "State television, citing a security official, said that ten men had been held."
    found = seen(text, ("a security official", "said", "ten men had been held"))
    assert sorted(read(text, made) for made in found) == [
        (["State television"], ["said"], ["ten men had been held"]),
        (["a security official"], ["citing"], ["ten men had been held"]),
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ('MP Sarah Holt thundered: "Enough is enough by now."', "MP Sarah Holt", "thundered"),
        ('The union, which has 300 members, hit back: "Enough is enough by now."', "The union, which has 300 members", "hit back"),
    ],
)  # fmt: skip
def test_whoever_stands_before_a_colon_and_a_quotation_says_it(text: str, source: str, cue: str) -> None:
    (made,) = seen(text)
    assert read(text, made) == ([source], [cue], ['"Enough is enough by now."'])


def test_a_quotation_behind_a_colon_that_no_speaker_leads_in_is_left_to_a_person() -> None:
    (made,) = seen('For Ann Holt, nobody was honest: "I just want it to be over."')
    assert made.abstained


def test_what_somebody_is_begged_to_do_is_a_statement() -> None:
    text = "Families have begged the firm to shut the pit for good."
    (made,) = seen(text)
    assert read(text, made) == (["Families"], ["begged"], ["the firm to shut the pit for good"])


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The company apologised for the error.", "The company", "apologised for", "the error"),
        ("They point to a collapse in 2018.", "They", "point to", "a collapse in 2018"),
        ("The president hit out at his critics.", "The president", "hit out at", "his critics"),
        ("The 58-page report refers to a daily quota.", "The 58-page report", "refers to", "a daily quota"),
        ("The charge was denied by Irma Bell, his lawyer.", "Irma Bell, his lawyer", "was denied", "The charge"),
    ],
)  # fmt: skip
def test_of_what_a_preposition_leads_to_and_of_what_a_passive_says(
    text: str, source: str, cue: str, content: str
) -> None:
    (made,) = seen(text)
    assert read(text, made) == ([source], [cue], [content])


@pytest.mark.parametrize(
    "text",
    [
        "The White House refers to an office.",
        "The home side led by 45 points to 24.",
        "The Court of Appeals for the town sat.",
        "The land was denied by law.",
    ],
)
def test_names_scores_and_definitions_point_to_nothing(text: str) -> None:
    assert seen(text) == ()


def test_a_speech_tag_takes_its_quotation_from_the_sentence_before() -> None:
    text = (
        'The mayor is calling for an inquiry. "Somebody turned a wheel," Simmons said. "I want to know who turned it."'
    )
    found = seen(
        text,
        ("The mayor", "calling for", 'an inquiry. "Somebody turned a wheel,"'),
        ("Simmons", "said", '"I want to know who turned it."'),
    )
    assert [read(text, made)[1:] for made in found] == [
        (["calling for"], ["an inquiry"]),
        (["said"], ['"Somebody turned a wheel,"']),
        ([], ['"I want to know who turned it."']),
    ]


def test_a_quotation_before_a_participle_stays_with_the_verb_before_it() -> None:
    text = 'Holt said they faced "murder and terrorism charges", adding that they would be found.'
    first, second = seen(
        text,
        ("Holt", "said", 'they faced "murder and terrorism charges"'),
        ("Holt", "adding", "they would be found"),
    )
    assert read(text, first)[2] == ['they faced "murder and terrorism charges"']
    assert read(text, second)[2] == ["they would be found"]


def test_a_second_verb_without_a_source_has_that_of_the_first() -> None:
    text = "A state audit recommended mergers, and found the town was spending more."
    first, second = seen(
        text, ("A state audit", "recommended", "mergers"), (None, "found", "the town was spending more")
    )
    assert read(text, first)[0] == read(text, second)[0] == ["A state audit"]


def test_a_cue_that_begins_with_its_subject_is_parted_from_it() -> None:
    text = "Another described being chained to a pipe."
    (made,) = seen(text, (None, "Another described", "being chained to a pipe"))
    assert read(text, made) == (["Another"], ["described"], ["being chained to a pipe"])


def test_a_think_tank_thinks_nothing() -> None:
    text = "Holt spoke at a think tank called the Forum."
    assert seen(text, ("Holt", "think", "tank called the Forum")) == ()


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The vote went on despite the president's claim that it was rigged.", "the president", "claim", "it was rigged"),
        ("Nobody believed Holt's repeated assertion that the piers were old.", "Holt", "assertion", "the piers were old"),
        ("The town shares his insistence that the piers were old.", "his", "insistence", "the piers were old"),
        ("It went ahead despite warnings from the county attorney that the move invites a lawsuit.", "the county attorney", "warnings", "the move invites a lawsuit"),
    ],
)  # fmt: skip
def test_a_noun_of_reporting_with_its_holder_is_a_statement(text: str, source: str, cue: str, content: str) -> None:
    found = [made for made in seen(text) if made.cue]
    assert [read(text, made) for made in found] == [([source], [cue], [content])]


@pytest.mark.parametrize(
    "text",
    [
        "There were claims that the piers were old.",
        "The claim that he made in May failed.",
        "Her view that day was blocked.",
    ],
)
def test_a_noun_of_reporting_without_a_holder_or_a_clause_is_none(text: str) -> None:
    assert [made for made in seen(text) if made.cue and made.source] == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The tribunal must rule within a month, the constitution states.", "the constitution", "states", "The tribunal must rule within a month"),
        ("Some Democrats question whether a governor can win.", "Some Democrats", "question", "whether a governor can win"),
        ("Voters wonder if she has the patience for it.", "Voters", "wonder", "if she has the patience for it"),
    ],
)  # fmt: skip
def test_a_tag_at_the_end_of_a_sentence_and_a_question_are_statements(
    text: str, source: str, cue: str, content: str
) -> None:
    (made,) = seen(text)
    assert read(text, made) == ([source], [cue], [content])


def test_a_quotation_that_a_speech_tag_follows_is_nobody_elses_and_needs_no_addressee() -> None:
    text = '"All parties signed the results," its spokeswoman told reporters in the capital.'
    (made,) = seen(
        text,
        (None, "", '"All parties signed the results,"'),
        ("its spokeswoman", "told", '"All parties signed the results,"'),
        ("its spokeswoman", "told", "reporters in the capital"),
    )[:1]
    assert read(text, made) == (["its spokeswoman"], ["told"], ['"All parties signed the results,"'])


def test_what_goes_on_in_the_next_sentence_keeps_its_words_before_the_quotation() -> None:
    text = '"It fits no value of ours," a group said. Turning them away would be "a mistake by all of us."'
    quoted, rest = (
        span(text, '"It fits no value of ours,"'),
        span(text, 'Turning them away would be "a mistake by all of us."'),
    )
    draft = Draft(
        0, 0, span(text, "said"), bare=False, score=1.0, kind=None,
        source=[span(text, "a group")], cue=[span(text, "said")], content=[quoted, rest],
    )  # fmt: skip
    found = quotations.find(text, passages.find(text))
    (made,) = adopt(text, [draft], {0: list(found)})
    assert made.content == [quoted, rest]


def test_a_quotation_with_a_speech_tag_does_not_go_on_from_the_sentence_before_as_well() -> None:
    text = 'Many were missing, the agency added. "The chances are very small," Anaya told us.'
    found = seen(
        text,
        ("the agency", "added", "Many were missing"),
        ("Anaya", "told", '"The chances are very small,"'),
    )
    both = [
        Draft(
            0, 0, span(text, cue), bare=False, score=1.0, kind=None,
            source=[span(text, source)], cue=[span(text, cue)], content=[span(text, words) for words in contents],
        )
        for source, cue, contents in (
            ("the agency", "added", ("Many were missing", '"The chances are very small')),
            ("Anaya", "told", ('"The chances are very small,"',)),
        )
    ]  # fmt: skip
    marks = quotations.find(text, passages.find(text))
    assert [[piece.of(text) for piece in made.content] for made in adopt(text, both, {0: list(marks)})] == [
        ["Many were missing"],
        ['"The chances are very small,"'],
    ]
    assert len(found) == 2
