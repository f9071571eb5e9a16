"""Fragments and wrong joints that a strict reader found in claims; sentences, names and places are our own."""

from dataclasses import replace

import pytest

from claims.extraction.standalone import gaps, phrase, tagging, torn_ends
from claims.extraction.standalone.cutting import splitting
from claims.extraction.standalone.frames import completing
from claims.extraction.standalone.frames.told import Told
from tests.extraction.test_real_biz2 import certain

# What somebody is told to have said beside


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The ministry said the dam was safe, that the gates had been tested and that nobody had been told to leave.",
            ["The dam was safe.", "The gates had been tested.", "Nobody had been told to leave."],
        ),
        (
            "Lund argued the law is unfair and that without change rents will rise by a third.",
            ["The law is unfair.", "Without change rents will rise by a third."],
        ),
        (
            "The court said that the rule was void and that hydrogen may play a part.",
            ["The rule was void.", "Hydrogen may play a part."],
        ),
        (
            "The report found that foreign demand was weak and that fewer than half of firms were hiring.",
            ["Foreign demand was weak.", "Fewer than half of firms were hiring."],
        ),
        (
            "Police said a man was hurt in a crash that closed the road and that drivers should stay away.",
            ["A man was hurt in a crash that closed the road.", "Drivers should stay away."],
        ),
        (
            "A miner said that men who posed as clerks read out an order, and that no one was given a copy.",
            ["Men who posed as clerks read out an order.", "No one was given a copy."],
        ),
    ],
)
def test_and_that_opens_another_claim(text: str, said: list[str]) -> None:
    assert certain(text) == said


def test_an_answer_without_its_question_is_no_claim() -> None:
    text = "The doctor said that it could, but that swelling of the brain was likelier."
    assert certain(text) == ["Swelling of the brain was likelier."]


def test_who_denies_two_things_denies_both() -> None:
    text = "Officials denied that the bridge had cracked and that two workers had been hurt."
    assert certain(text) == ["The bridge had not cracked.", "Two workers had not been hurt."]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the plan was bold and that plan had failed.",
        "Lund said the mill was shut and that for many is enough.",
    ],
)
def test_what_points_back_opens_none(text: str) -> None:
    assert all(not claim.endswith(("bold.", "shut.")) for claim in certain(text))


# What is demanded, seen and called so


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The mayor urged residents to stay at home and not to drink the water.",
            "Residents should stay at home and not drink the water.",
        ),
        ("Orne appealed to parents not to drive to the school.", "Parents should not drive to the school."),
        ("Members of the union demanded on Monday that the council convene.", "The council should convene."),
        (
            "Police asked anybody who was in the park at noon to send their pictures.",
            "Anybody who was in the park at noon should send their pictures.",
        ),
        ("The harbour office warned of waves of up to 3m that night.", "There may be waves of up to 3m that night."),
        (
            "Survivors described a scene of chaos as the lights failed and children screamed.",
            "The lights failed and children screamed.",
        ),
        (
            "Holt described the two as “thieves with the keys of the town in their hands”.",
            "The two are “thieves with the keys of the town in their hands”.",
        ),
        ("A poll of 900 voters found 52% oppose closing the pier.", "52% oppose closing the pier."),
    ],
)
def test_what_is_told_is_made_a_sentence(text: str, said: str) -> None:
    assert said in certain(text)


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        ("Three men, members of a gang known as the Rooks, fled in May, a report found.", "known are"),
        ("Lund analysed maps and five letters shared directly with the town.", "Five letters shared"),
        ('"We know full well what the vote is for," said Ann Lund.', "Full well"),
    ],
)
def test_no_half_is_torn_off(text: str, torn: str) -> None:
    assert all(torn not in claim for claim in certain(text))


def test_what_is_called_so_by_as_is_still_named() -> None:
    assert "The law is the worst of its kind." in certain("Lund described the law as the worst of its kind.")


def test_what_was_done_in_a_year_of_the_past_was_done_then() -> None:
    text = "The fund, approved in 2021 after years of debate, gives each family up to 4,000 pounds."
    assert "The fund was approved in 2021 after years of debate." in certain(text)


def test_what_goes_on_behind_a_relative_clause_is_its_verb() -> None:
    text = "Food inflation, which the bank watches closely as a sign of things to come, climbed to 5.1% from 4.4%."
    assert all("is climbed" not in claim for claim in certain(text))


def test_verbs_behind_will_keep_their_form_in_the_third_person() -> None:
    text = 'Ann Lund runs a bakery. "I will go and vote when my sister is back," Lund said.'
    assert "Ann Lund will go and vote when her sister is back." in certain(text)


def test_a_question_turned_round_keeps_its_person() -> None:
    text = 'Ann Lund sold the farm. "People keep asking me am I happy," Lund said.'
    assert all(" am " not in claim for claim in certain(text))


def test_what_ends_otherwise_is_no_participle_in_ing() -> None:
    sentence = "Orne told relatives that interrogators hung him from a hook."
    tagged = tagging.tag(sentence, [(0, len(sentence))])[0]
    assert [token.tag for token in tagged if token.word == "hung"] == ["VBD"]


# What the words of the attribution part


def closed(sentence: str, between: str) -> str:
    """What is said in a sentence with the words *between* its parts left out, as it would be printed."""
    whole = tagging.tag(sentence, [(0, len(sentence))])[0]
    start = sentence.index(between)
    said = [t for t in whole if t.end <= start or t.start >= start + len(between)]
    return phrase.printed(sentence, gaps.closed(said, whole), [])


@pytest.mark.parametrize(
    ("sentence", "between", "said"),
    [
        (
            "There was no damage to the bridge, the ministry said, and trains were running.",
            ", the ministry said, and ",
            "There was no damage to the bridge and trains were running",
        ),
        (
            "Thieves took 40 paintings from a museum in Velm, police said on Monday, the third raid this year.",
            ", police said on Monday, ",
            "Thieves took 40 paintings from a museum in Velm, the third raid this year",
        ),
        (
            "The blast started a fire at a depot, the mayor said, without naming it.",
            ", the mayor said, without ",
            "The blast started a fire at a depot",
        ),
        ("The nearest shop, she said, is across the river.", ", she said, ", "The nearest shop is across the river"),
        (
            "The town will close the school, she said, in the autumn.",
            ", she said, ",
            "The town will close the school in the autumn",
        ),
    ],
)
def test_what_joins_the_parts_is_taken_back(sentence: str, between: str, said: str) -> None:
    assert closed(sentence, between).rstrip(".") == said


def test_a_second_verb_behind_who_says_it_keeps_its_joint() -> None:
    text = "Guards stood by the gate, several workers said, and at one point shared their tea."
    assert all(not claim.startswith("At one point") for claim in certain(text))


# Fragments are left to a person, or made whole


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Orland claims the strait, and separately disputes two islets in the bay.",
            "Orland separately disputes two islets in the bay.",
        ),
        (
            "A bill to do so has 40 backers in the house but has never had a vote.",
            "A bill to do so has never had a vote.",
        ),
        (
            "The banners went up at night, and by noon somebody had already torn half of them down.",
            "By noon somebody had already torn half of them down.",
        ),
        (
            "A video posted by a docker showed the van speeding through the gate as people ran.",
            "The van sped through the gate as people ran.",
        ),
        ("The mayor said the ferry was late and that the crew could not swim.", "The crew could not swim."),
    ],
)
def test_a_sentence_keeps_its_subject_and_its_verb(text: str, said: str) -> None:
    assert said in certain(text)


@pytest.mark.parametrize(
    "text",
    [
        'Ann Lund keeps a shop. "Three weeks with no water in there?" Lund said.',
        "Pressed twice on whether rents would rise, Lund said the plan “stands”.",
        "Officers have released pictures of a man they want to speak to in connection with the fire.",
        "Asked whether the rules could be dropped, Lund said they could, adding that nobody planned to do so.",
        "Orland said it had taken the town, a claim quickly rejected by the rebels it has fought since April 2023.",
        "Coal use fell by 3% in May, as a surge in wind power and a mild spring curbed demand.",
    ],
)
def test_a_fragment_is_no_claim(text: str) -> None:
    for claim in certain(text):
        assert not claim.endswith(("in there?", "they could.", "a surge in wind power."))
        assert not claim.startswith(("Pressed", "Officers want to speak to in", "A claim quickly"))


def test_what_somebody_hides_and_denies_is_told_as_untrue() -> None:
    tokens = tagging.tag("Orbex hides losses", [(0, len("Orbex hides losses"))])[0]
    tagged = [replace(token, tag=tag) for token, tag in zip(tokens, ("NNP", "NNS", "NNS"), strict=True)]
    made = completing.completed(tagged, Told("denies", "Orbex", denied=True))
    assert " ".join(token.word for token in made) == "it is not true that Orbex hides losses"


def test_an_office_is_no_adverb() -> None:
    sentence = "While visiting a clinic in Velm, the vice premier asked about the beds."
    assert {t.word: t.tag for t in tagging.tag(sentence, [(0, len(sentence))])[0]}["premier"] == "NN"


def test_nothing_is_far_from_certain_but_what_is_told_behind_it() -> None:
    text = "The return to work began at noon. But it is far from certain the truce will hold."
    assert all("work is far" not in claim for claim in certain(text))


# Ends that were torn off


def kept(sentence: str, words: str) -> str:
    """What is kept of the *words* of a sentence when their ends have been looked at."""
    whole = tagging.tag(sentence, [(0, len(sentence))])[0]
    start = sentence.index(words)
    said = [t for t in whole if start <= t.start and t.end <= start + len(words)]
    return phrase.printed(sentence, torn_ends.mended(said, whole), [])


@pytest.mark.parametrize(
    ("sentence", "words", "whole"),
    [
        (
            "Halden reported a loss and lowered its full-year forecast, saying prices were high.",
            "Halden reported a loss and lowered its full-year",
            "Halden reported a loss and lowered its full-year forecast",
        ),
        (
            'The house passed a "foreign agents" law that critics say is harsh.',
            'The house passed a "foreign agents"',
            'The house passed a "foreign agents" law',
        ),
        (
            "The plan helps poorer families, many of whom rent.",
            "The plan helps poorer families, many",
            "The plan helps poorer families",
        ),
        (
            "Two votes were put off in May, each time for what Lund called money reasons.",
            "Two votes were put off in May, each time",
            "Two votes were put off in May",
        ),
        (
            "Police blamed the new coach firm, which denied it.",
            "Police blamed the new coach firm",
            "Police blamed the new coach firm",
        ),
        (
            "It sold bread, cheese and some of the wine.",
            "It sold bread, cheese and some of the wine.",
            "It sold bread, cheese and some of the wine.",
        ),
    ],
)
def test_an_end_is_made_whole_or_taken_away(sentence: str, words: str, whole: str) -> None:
    assert kept(sentence, words) == whole


def test_a_clause_that_opens_at_the_end_is_told_to_its_end() -> None:
    text = "The nearest school, Lund said, is across the road, where a guard was struck in May."
    assert all(not claim.endswith("a guard.") for claim in certain(text))


@pytest.mark.parametrize(
    ("sentence", "word", "tag"),
    [
        ("After a week in which two workers died, most mills in the valley reopened on Monday.", "reopened", "VBD"),
        ("The core, which holds dark layers, records at least four dry spells.", "records", "VBZ"),
        ("The firm, which keeps dark wool, records and letters, has moved.", "records", "NNS"),
        ("After a week in which two workers died, Lund attended a rally organised on Monday.", "organised", "VBN"),
    ],
)
def test_main_clauses_keep_their_verb(sentence: str, word: str, tag: str) -> None:
    assert {t.word: t.tag for t in tagging.tag(sentence, [(0, len(sentence))])[0]}[word] == tag


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Ridge Clinics is based in Velm. New Ridge Clinics opened in 2019. New Ridge received 4 million crowns.",
            "New New",
        ),
        ("Ann Lund, 41, lives in Velm. The 41-year-old mother of five sold bread.", "Lund of five"),
        ("Ann Lund visits homes in Velm. People tell her they had measles themselves.", "Lund people"),
    ],
)
def test_nothing_is_put_in_twice_or_beside_what_it_stands_for(text: str, said: str) -> None:
    assert all(said not in claim for claim in certain(text))


def test_who_reported_what_was_earned_is_named_with_it() -> None:
    text = "Halden Foods on Thursday reported quarterly revenue that fell short of forecasts and lowered its outlook."
    assert any(claim.startswith("Halden Foods reported quarterly revenue") for claim in certain(text))


# "It" and "they" behind a cut


def below(sentence: str) -> list[str]:
    tokens = tagging.tag(sentence, [(0, len(sentence))])[0]
    return [phrase.printed(sentence, s.right, []) for s in splitting.candidates(tokens) if s.kind.startswith("below")]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("The Orla was carrying 40 passengers when it struck the pier.", "The Orla struck the pier."),
        ("The rangers were counting deer when they found the wreck.", "The rangers found the wreck."),
        ("The Orla had passed the tug when it struck the pier.", "it struck the pier."),
        ("The rangers warned the hikers before they left the hut.", "they left the hut."),
    ],
)
def test_a_pronoun_has_the_subject_that_was_cut_away_where_nothing_else_may_be_meant(sentence: str, said: str) -> None:
    assert below(sentence) == [said]


@pytest.mark.parametrize(
    ("sentence", "words", "whole"),
    [
        (
            "It was a win for farm and survey companies that had sued.",
            "It was a win for farm",
            "It was a win for farm and survey companies",
        ),
        (
            "Terms grew harsher after the fire, then drifted back.",
            "Terms grew harsher after the fire, then drifted",
            "Terms grew harsher after the fire, then drifted back",
        ),
        (
            "Sales fell, with rent and fuel cited as the chief reasons.",
            "Sales fell, with rent and fuel cited as the chief",
            "Sales fell, with rent and fuel cited as the chief reasons",
        ),
        ("Lund said sales fell to the army officials said.", "sales fell to the army", "sales fell to the army"),
    ],
)
def test_an_end_keeps_the_noun_and_the_particle_that_belong_to_it(sentence: str, words: str, whole: str) -> None:
    assert kept(sentence, words) == whole


def test_what_is_called_so_behind_a_quoted_word_keeps_it() -> None:
    text = "Lund called jail for such “crimes” a form of torture."
    assert "Jail for such “crimes” is a form of torture." in certain(text)


def test_a_noun_with_a_relative_clause_is_no_clause_of_its_own() -> None:
    sentence = "After a week in which two men died and ten shops shut their doors, most mills reopened on Monday."
    tokens = tagging.tag(sentence, [(0, len(sentence))])[0]
    assert all(not split.kind.startswith("lead") for split in splitting.candidates(tokens))


def test_whom_somebody_told_and_where_is_no_claim_but_what_is_told_of_the_place_is() -> None:
    seated = (
        "“We lost it all,” Ann Lund told Radio Velm, sitting on a crate outside a school that now shelters 340 people."
    )
    assert all(not claim.startswith("Radio Velm") for claim in certain(seated))
    dug = (
        "“We still hope,” Ann Lund told reporters at the site, where soldiers were using one digger to move the trees."
    )
    assert any(claim.startswith("Soldiers were using one digger") for claim in certain(dug))
