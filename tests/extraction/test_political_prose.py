"""Who says what in the prose of political desks, whole pipeline: mistakes that were seen in texts of our own."""

import datetime

import pytest

from claims.extraction.attribution.drafts import whole_words
from claims.extraction.types import Span
from tests.extraction.prose import extracted, join
from tests.extraction.seeing import read, seen

DAY = datetime.date(2016, 9, 20)


def attributed(text: str) -> list[tuple[str, str, str]]:
    """Each attributed statement: source, cue and content, the pieces of each joined by a mark."""
    made = extracted(text, DAY).statements
    return [
        (join(text, one.source), join(text, one.cue), join(text, one.content)) for one in made if one.attributed
    ]  # fmt: skip


def test_what_he_says_inside_a_quotation_says_nothing() -> None:
    text = '"I never believe half of what he says," Mr. Orme said, grinning. "But I vote for him."'
    made = seen(text, ("Mr. Orme", "said", '"I never believe half of what he says'), ("he", "says", '," Mr. Orme'))
    assert [read(text, one)[1] for one in made] == [["said"], []]


def test_a_crowd_that_is_told_something_is_no_part_of_it() -> None:
    text = "Senator Alma Birch went to Ohio, telling a hall of about 1,300 miners at a union rally there that the builder was a fraud."
    assert ("Senator Alma Birch", "telling", "the builder was a fraud") in attributed(text)


def test_an_aside_between_a_cue_and_that_is_no_content() -> None:
    text = "She acknowledged, however, that her side has few means to force a vote."
    (made,) = seen(text, ("She", "acknowledged", "however, that her side has few means to force a vote"))
    assert read(text, made)[2] == ["her side has few means to force a vote"]


def test_who_is_accused_of_something_is_named_with_it() -> None:
    text = "A registrar accused of throwing away ballots testified Tuesday that she had kept to the rules."
    assert attributed(text) == [
        ("A registrar accused of throwing away ballots", "testified", "she had kept to the rules")
    ]


@pytest.mark.parametrize(
    ("text", "marked", "source"),
    [
        ("A former deputy, Ray Tolan, testified that Marsh had told him to lose the ballots.",
         ("A former deputy, Ray Tolan", "told", "him to lose the ballots"), "Marsh"),
        ("Mr. Orme, who has asked whether a judge of foreign parents could be fair, demanded an apology.",
         ("a judge of foreign parents", "demanded", "an apology"), "Mr. Orme, who has asked whether a judge of foreign parents could be fair"),
        ("Under questioning by her lawyer, Dana Roth, Wilma Pratt said she had locked the room.",
         ("Dana Roth, Wilma Pratt", "said", "she had locked the room"), "Wilma Pratt"),
        ("A survey released this week by the Lakeside Center suggested that half of them want hearings.",
         ("by the Lakeside Center", "suggested", "half of them want hearings"), "A survey released this week by the Lakeside Center"),
        ("He was told by Mr. Orme's brother-in-law, Ned Voss, that the list was dead.",
         ("Mr. Orme's brother-in-law", "told", "the list was dead"), "Mr. Orme's brother-in-law, Ned Voss"),
    ],
)  # fmt: skip
def test_a_verb_has_the_subject_of_its_own_clause(text: str, marked: tuple[str, str, str], source: str) -> None:
    assert [read(text, one)[0] for one in seen(text, marked) if marked[1] in read(text, one)[1]] == [[source]]


def test_a_pronoun_whose_reader_saw_somebody_else_goes_on_with_its_sentence() -> None:
    text = 'The director, Mike Tarn, rejects it. He noted that most of it went to ads and said his fees were "low."'
    made = seen(
        text,
        ("He", "noted", "most of it went to ads and said his fees were"),
        ("The director, Mike Tarn", "said", 'his fees were "low."'),
    )
    found = [read(text, one) for one in made]
    assert (["He"], ["said"], ['his fees were "low."']) in found
    assert (["He"], ["noted"], ["most of it went to ads"]) in found


def test_a_group_that_does_something_in_a_description_does_not_say_what_follows() -> None:
    text = "Max Stolz, head of a group that advises both campaigns, estimated that 1,100 posts are open."
    made = seen(
        text,
        ("Max Stolz, head of a group that advises both campaigns", "estimated", "1,100 posts are open"),
        (None, "advises", "estimated that 1,100 posts are open"),
    )
    assert [read(text, one)[1] for one in made] == [["estimated"]]


def test_a_short_title_breaks_off_no_content() -> None:
    text = "The team has vetted 80 people, he said, and has written orders for Mr. Orme's first day."
    made = seen(text, ("he", "said", "has written orders for Mr"))
    assert read(text, made[0])[2][-1] == "has written orders for Mr. Orme's first day"


def test_two_clauses_around_a_tag_are_both_said() -> None:
    text = (
        "Economists are wary. Jobs in mills have been lost for decades, they note, and no tariff will bring them back."
    )
    (made,) = seen(text, ("they", "note", "no tariff will bring them back"))
    assert read(text, made)[2][0] == "Jobs in mills have been lost for decades"


@pytest.mark.parametrize(
    "text", ["The mayor has said little in public since June.", "The prosecutors say otherwise."]
)  # fmt: skip
def test_little_and_otherwise_tell_nothing(text: str) -> None:
    assert attributed(text) == []


def test_what_is_told_of_a_claim_is_no_part_of_it() -> None:
    text = "He boasted that his crowds were the biggest ever, a claim that could not be checked."
    assert attributed(text) == [("He", "boasted", "his crowds were the biggest ever")]


def test_the_sentence_before_a_closing_tag_is_said_from_its_beginning() -> None:
    text = "He has confided to two former aides that he wished he had fought, one of them said."
    made = seen(text, ("one of", "said", "confided to two former aides that he wished he had fought"))
    assert read(text, made[0]) == (
        ["one of them"], ["said"], ["He has confided to two former aides that he wished he had fought"]
    )  # fmt: skip


def test_the_man_who_recalled_asking_stands_behind_his_question() -> None:
    text = '"Where is it?" the man, a well-known Texas donor, recalled asking.'
    made = seen(text, ("Texas donor", "recalled asking", 'Where is it?" the man, a well-known'))
    assert read(text, made[0])[0] == ["the man, a well-known Texas donor"]


def test_one_of_several_has_a_noun() -> None:
    text = 'One aide to a senator, who was not allowed to speak, described the week as "a slow wreck."'
    assert read(text, seen(text, ("One", "described", 'the week as "a slow wreck."'))[0])[0] == ["One aide"]


def test_a_sentence_of_the_article_before_a_quotation_is_not_said_by_its_speaker() -> None:
    text = 'His own fees were "low." The trouble was the man. "You cannot sell it," he said.'
    (made,) = seen(text, ("he", "said", '" The trouble was the man. "You cannot sell it,'))
    assert read(text, made)[2] == ['"You cannot sell it,"']


def test_a_possessor_is_not_parted_from_its_apostrophe() -> None:
    text = "The campaign has disputed the Ledger's method."
    assert whole_words(text, Span(text.index("'s"), len(text) - 1)).of(text) == "Ledger's method"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At the hall he renewed his vow to tear up the treaty.", ("his", "vow", "to tear up the treaty")),
        ("Cole brushed aside Democratic complaints that the delay is new.", ("Democratic", "complaints", "the delay is new")),
        ("The scholars cautioned against reading much into it.", ("The scholars", "cautioned against", "reading much into it")),
    ],
)  # fmt: skip
def test_a_noun_or_a_verb_with_its_preposition_carries_a_statement(text: str, found: tuple[str, str, str]) -> None:
    assert tuple(" ".join(part) for part in read(text, seen(text)[0])) == found


def test_who_relays_a_clause_is_its_own_subject() -> None:
    text = "One minister is expected to resign after the premier told the cabinet she would build it, the Courier understands."
    made = seen(text, ("One minister is expected to resign after the premier", "told", "she would build it"))
    assert ["the premier"] in [read(text, one)[0] for one in made]


def test_a_participle_without_a_source_has_the_subject_of_its_sentence() -> None:
    text = "A No 10 source played down the row, saying that ministers would have some freedom."
    (made,) = [one for one in seen(text, (None, "saying", "ministers would have some freedom")) if one.cue]
    assert read(text, made)[0] == ["A No 10 source"]


@pytest.mark.parametrize(
    ("text", "marked", "source"),
    [
        ("Of those who want it gone, a third told callers they did not care.",
         ("Of those who want it gone, a third", "told", "they did not care"), "a third"),
        ("Zelda Grant, a former mayoral candidate, has promised to force a vote.",
         ("Zelda Grant, a former mayoral", "promised", "to force a vote"), "Zelda Grant, a former mayoral candidate"),
        ("His foes — and they are more of them now — say that he wants to be liked.",
         ("His foes — and they", "say", "he wants to be liked"), "His foes"),
        ("The institute disagrees: it reckons they would add a billion.",
         ("The institute disagrees: it", "reckons", "they would add a billion"), "it"),
        ("John Marler, a Republican who has refused to endorse the nominee, says that it was a disgrace.",
         ("the nominee", "says", "it was a disgrace"), "John Marler, a Republican who has refused to endorse the nominee"),
    ],
)  # fmt: skip
def test_a_source_is_neither_more_nor_less_than_who_speaks(
    text: str, marked: tuple[str, str, str], source: str
) -> None:
    assert [source] in [read(text, one)[0] for one in seen(text, marked) if marked[1] in read(text, one)[1]]


def test_a_group_that_advises_campaigns_says_nothing() -> None:
    text = "Max Stolz runs a group that advises both campaigns."
    assert seen(text, ("a group", "advises", "both campaigns")) == ()


def test_who_was_told_something_says_nothing() -> None:
    text = "I was told that the voters would come home."
    assert seen(text, ("I", "was told", "the voters would come home")) == ()


def test_a_verb_whose_object_ends_its_sentence_does_not_say_the_next_quotation() -> None:
    text = 'Pike blames Lund. "Bob is a genius," he told me, "and if you doubt it, ask Bob."'
    made = [read(text, one) for one in seen(text, ("Pike", "blames", '"Bob is a genius'))]
    assert made == [
        (["Pike"], ["blames"], ["Lund"]),
        (["he"], ["told"], ['"Bob is a genius,"', '"and if you doubt it, ask Bob."']),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was, in the words of the inspector general, \"an error of haste.\"", ("the inspector general", "in the words of", '"an error of haste."')),
        ("The trouble, in her view, was the candidate.", ("her", "view", "The trouble … was the candidate")),
        ("Another wonders whether the leak came from within.", ("Another", "wonders", "whether the leak came from within")),
        ("Several people who ran it, most of whom would not be named, suspect that he lost heart.",
         ("Several people who ran it, most of whom would not be named", "suspect", "he lost heart")),
        ('The paper called it "serious," while the National Committee demanded a special prosecutor.', ("the National Committee", "demanded", "a special prosecutor")),
    ],
)  # fmt: skip
def test_phrases_pronouns_and_described_subjects_make_statements(text: str, found: tuple[str, str, str]) -> None:
    made = seen(text)
    assert found in [tuple(" … ".join(part) for part in read(text, one)) for one in made]


@pytest.mark.parametrize(
    ("text", "marked", "content"),
    [
        ("The woman recalled that in the last week he kept asking the driver to stop so that he could look around.",
         ("The woman", "recalled", "in the last week he kept asking the driver to stop so that he could look around"),
         ["in the last week he kept asking the driver to stop so that he could look around"]),
        ("As the report notes drily on page 40, the plumbers had reason to park.",
         ("the report", "notes", "drily on page 40, the plumbers had reason to park"), ["the plumbers had reason to park"]),
        ("Working-class voters, his strategist Bob Lund argued in a memo that made the rounds in May, were tired of being told.",
         ("Working-class voters, his strategist Bob Lund", "argued", "made the rounds in May, were tired of being told"),
         ["Working-class voters", "were tired of being told"]),
        ("Birch believes the law works but needs mending, her aides say.",
         ("her aides", "say", "law works but needs mending"), ["Birch believes the law works but needs mending"]),
    ],
)  # fmt: skip
def test_a_content_begins_where_it_begins(text: str, marked: tuple[str, str, str], content: list[str]) -> None:
    assert content in [read(text, one)[2] for one in seen(text, marked)]


def test_my_critics_have_been_saying_that_tells_nothing() -> None:
    text = "My critics have been saying that since June."
    assert seen(text, ("My critics", "saying", "that since June")) == ()


ORME = "Tom Orme spoke in Iowa. Mr. Orme was late. Mr. Orme had been in Ohio, and Tom Orme will be in Maine. Mr. Orme is 70. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (ORME + 'Brian Folt, her director, told reporters that Mr. Orme had waited too long. "There was a time," he said, "and it was June."', "Brian Folt"),
        (ORME + '"It is half a measure," complained a congressman from the North, who fears Mr. Orme. He said that colleagues had been texting Mr. Orme.', "a congressman from the North"),
        ("The airlines' trade group, which backs the bill of the Senate, says those concerns are old. It cites a newer paper.", "airlines' trade group"),
    ],
)  # fmt: skip
def test_he_right_behind_what_somebody_says_is_that_speaker(text: str, name: str) -> None:
    assert [one.source_name for one in extracted(text, DAY).statements if one.source][-1] == name


def test_the_same_words_are_the_same_speaker() -> None:
    text = (
        ORME
        + 'Representative Tim Roake said he wished Mr. Orme would talk less. "People back home want to know," he said, adding that he had told Mr. Orme.'
    )
    names = {
        one.source_name for one in extracted(text, DAY).statements if [span.of(text) for span in one.source] == ["he"]
    }
    assert names == {"Tim Roake"}


def test_a_capital_before_a_dash_without_spaces_is_no_part_of_a_name() -> None:
    text = "WASHINGTON—Rep. Maura Kerr, a Democrat, said Thursday she would support limits on the searches."
    assert attributed(text)[0][0] == "Rep. Maura Kerr, a Democrat"


@pytest.mark.parametrize(
    ("text", "marked", "found"),
    [
        ('"It could be millions," said Neema Sand, counsel at the Liberty Project, citing a court opinion.',
         ("Neema Sand, counsel at the Liberty Project", "citing", '"It could be millions,"'),
         ("Neema Sand, counsel at the Liberty Project", "citing", "a court opinion")),
        ("Privacy groups dispute that number.", ("Privacy groups", "dispute", "number"), ("Privacy groups", "dispute", "that number")),
        ("In one note, Malden boasted to his business partner that it had worked.",
         ("his business partner", "boasted to", "it had worked"), ("Malden", "boasted to", "it had worked")),
        ("It is said of Walter Beck that he has never shouted.", ("Walter Beck", "is said of", "he has never shouted"), ("", "is said of", "he has never shouted")),
        ("The head of the union that represents pilots on Monday condemned the plan.",
         ("The head of the union that represents pilots", "condemned", "the plan"),
         ("The head of the union that represents pilots", "condemned", "the plan")),
        ("The White House would sign the bill, say two lobbyists who have been briefed.",
         ("The White House", "say", "two lobbyists who have been briefed"),
         ("two lobbyists who have been briefed", "say", "The White House would sign the bill")),
        ("When I wavered, Mercer hinted more than once that I should go.",
         ("Mercer", "hinted", "more than once that I should go"), ("Mercer", "hinted", "I should go")),
        ("Mr. Carr told his staff on a separate call that it was over, according to a man who took notes.",
         ("a man who took notes", "according to", "on a separate call that it was"),
         ("a man who took notes", "according to", "Mr. Carr told his staff on a separate call that it was over")),
        ("Minority Leader Dan Hobart, who has argued that it works, was away.",
         (None, "argued", "it works"), ("Minority Leader Dan Hobart", "argued", "it works")),
        ("I told him it would be the end.", ("I", "told", "him it would be the end"), ("I", "told", "it would be the end")),
    ],
)  # fmt: skip
def test_who_and_what_are_put_right_by_the_words_around_them(
    text: str, marked: tuple[str | None, str, str], found: tuple[str, str, str]
) -> None:
    made = [tuple(" … ".join(part) for part in read(text, one)) for one in seen(text, marked)]
    assert found in made


def test_a_quoted_question_before_a_name_that_says_that_is_not_his() -> None:
    text = 'The room laughed. "Can nobody find him a new hobby?" Beckham says that he has one.'
    made = [read(text, one) for one in seen(text, ("Beckham", "says", "he has one"))]
    assert (["Beckham"], ["says"], ["he has one"]) in made


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The firm sent a statement in which he apologized for the tone of his notes.", ("he", "apologized for", "the tone of his notes")),
        ("The page was blank, Beckham informed him.", ("Beckham", "informed", "The page was blank")),
        ("Some in his party fret that he is enjoying it too much.", ("Some in his party", "fret", "he is enjoying it too much")),
        ("She contends it would cost a billion, a figure that the Orme campaign disputes but has not refuted.", ("the Orme campaign", "disputes", "She contends it would cost a billion")),
        ("Party strategists now expect to lose a dozen seats.", ("Party strategists", "expect", "to lose a dozen seats")),
        ("Mercer asked me in Boise whether I would vote for it.", ("Mercer", "asked", "whether I would vote for it")),
    ],
)  # fmt: skip
def test_more_frames(text: str, found: tuple[str, str, str]) -> None:
    assert found in [tuple(" … ".join(part) for part in read(text, one)) for one in seen(text)]


def test_who_is_explained_by_a_name_with_a_state_has_that_name() -> None:
    text = 'The remarks angered some members. Another, Trent Frale of Arizona, likened it to "a wreck on ice."'
    assert "Trent Frale" in {one.source_name for one in extracted(text, DAY).statements}


@pytest.mark.parametrize(
    ("text", "marked", "found"),
    [
        ("The institute has asked whether it adds up: its director, Paul Jonas, said it was hard to see.",
         ("The institute", "said", "it was hard to see"), ("its director, Paul Jonas", "said", "it was hard to see")),
        ("Tom Ballard, 20, left. A third, who declined to give his name, said he would believe it when he saw it.",
         ("Tom Ballard", "said", "he would believe it when he saw it"),
         ("A third, who declined to give his name", "said", "he would believe it when he saw it")),
        ("Hackers probed 21 states last year, a senior official told the panel on Wednesday, but there was no evidence of changes.",
         ("a senior official", "told", "there was no evidence of changes"),
         ("a senior official", "told", "Hackers probed 21 states last year … there was no evidence of changes")),
        ("She said Labour would end fees this autumn, in a move the party claims would save students a lot.",
         ("She", "said", "Labour would end fees this autumn, in a move the party claims would save students a lot"),
         ("She", "said", "Labour would end fees this autumn")),
        ("Whaley thinks she wants his job, a suggestion that makes her laugh.",
         ("Whaley", "thinks", "she wants his job, a suggestion that makes her laugh"), ("Whaley", "thinks", "she wants his job")),
        ("The candidate was said to be thinking of his daughter.",
         ("The candidate", "said", "to be thinking of his daughter"), ("", "was said", "The candidate … to be thinking of his daughter")),
    ],
)  # fmt: skip
def test_clauses_in_one_sentence_are_kept_apart(
    text: str, marked: tuple[str, str, str], found: tuple[str, str, str]
) -> None:
    assert found in [tuple(" … ".join(part) for part in read(text, one)) for one in seen(text, marked)]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Mr. Orme called several allies to ask whether it was late.", ("Mr. Orme", "called", "several allies to ask whether it was late")),
        ("The tape showed otherwise.", ("The tape", "showed", "otherwise")),
    ],
)  # fmt: skip
def test_a_telephone_and_otherwise_say_nothing(text: str, marked: tuple[str, str, str]) -> None:
    assert seen(text, marked) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tom Ballard, 20, wondered who would pay.", ("Tom Ballard, 20", "wondered", "who would pay")),
        ("Church leaders, who had feared that he would pick a moderate, rejoiced.", ("Church leaders", "feared", "he would pick a moderate")),
    ],
)  # fmt: skip
def test_frames_behind_who_and_before_who(text: str, found: tuple[str, str, str]) -> None:
    assert found in [tuple(" … ".join(part) for part in read(text, one)) for one in seen(text)]


def test_who_points_to_something_and_spoke_before_goes_on() -> None:
    text = "He said he feared the worst, and pointed to a study in Scotland."
    made = [read(text, one) for one in seen(text, ("He", "said", "he feared the worst"))]
    assert (["He"], ["pointed to"], ["a study in Scotland"]) in made


def test_she_is_the_mother_who_was_named_and_not_her_daughter() -> None:
    text = (
        "The motorist, Sandra Bell, died in July. Ms. Bell was 28, and Sandra Bell had no record. "
        'Ms. Bell\'s mother, Geneva Roke, wept as the verdict was read. "I have prayed for this day," she said.'
    )
    assert [one.source_name for one in extracted(text, DAY).statements if one.cue][-1] == "Geneva Roke"


def test_what_her_research_suggests_is_not_suggested_by_her() -> None:
    text = "Her research, she added, suggests that debates are forgotten."
    made = [read(text, one) for one in seen(text, ("she", "suggests", "debates are forgotten"))]
    assert (["Her research"], ["suggests"], ["debates are forgotten"]) in made


def test_a_second_verb_of_a_charge_has_no_lead_in_its_content() -> None:
    text = "He accused the media of lying and suggested, without offering evidence, that the host had been paid."
    made = [read(text, one) for one in seen(text, ("He", "accused", text[11:-1]))]
    assert (["He"], ["suggested"], ["the host had been paid"]) in made
