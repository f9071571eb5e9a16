"""Claims that a sentence holds beside its first one: parts of a whole, two who did the same, results, and what a noun tells."""

import pytest

from claims.extraction.standalone import bare_figures, phrase, tagging
from claims.extraction.standalone.cutting import splitting
from claims.extraction.types import Span
from tests.extraction.prose import claims
from tests.extraction.test_standalone import said, texts, worded

CUTS = [
    ("including", "The fire killed four people, including a child.", ["The fire killed four people", "The fire killed a child."]),
    ("including", "There were 900 cases, including 70 cases in Velm.", ["There were 900 cases", "There were 70 cases in Velm."]),
    ("including", "Police held 30 people, including 12 in Velm.", ["Police held 30 people", "Police held 12 people in Velm."]),
    ("of which", "The army sent 36 soldiers, of whom two have died.", ["The army sent 36 soldiers", "two of the soldiers have died."]),
    ("of which", "There are 142 cases in Peru, of which three patients have died.", ["There are 142 cases in Peru", "three patients have died."]),
    ("both", "Lind has won both the vote and the seat.", ["Lind has won the vote.", "Lind has won the seat."]),
    ("both", "Ann Lind and Tom Berg are both ill.", ["Ann Lind is ill.", "Tom Berg is ill."]),
    ("both", "Both Lind and Berg have resigned.", ["Lind has resigned.", "Berg has resigned."]),
    ("persons", "Tom Lind and his wife Eva Holt tested positive for the virus.", ["Tom Lind tested positive for the virus.", "his wife Eva Holt tested positive for the virus."]),
    ("as did", "The mill was closed, as were two shops.", ["The mill was closed", "two shops were closed"]),
    ("as did", "His son tested negative as did the cook Eva Lind.", ["His son tested negative", "the cook Eva Lind tested negative"]),
    ("of subject", "Two men carrying knives stood in the yard.", ["Two men stood in the yard.", "Two men were carrying knives"]),
    ("of subject", "A search involving three boats had found nothing.", ["A search had found nothing.", "A search involved three boats"]),
    ("which time", "The herd was stable until 2015, at which point the numbers fell.", ["The herd was stable until 2015", "the numbers fell."]),
    ("with figure", "Lind won the seat with 54% of the vote.", ["Lind won the seat", "Lind had 54% of the vote."]),
    ("with deed", "Some 900 cases have been found with 19 recorded in Velm.", ["Some 900 cases have been found", "19 were recorded in Velm."]),
    ("complements", "Peru is Asia's largest buyer and most loyal friend.", ["Peru is Asia's largest buyer", "Peru is Asia's most loyal friend."]),
    ("complements", 'The order is a "grave abuse" and "against the law".', ['The order is a "grave abuse"', 'The order is "against the law".']),
    ("apposition last", "In 2016 she took 2,091 votes, a record for the party.", ["In 2016 she took 2,091 votes.", "2,091 votes were a record for the party"]),
    ("figures", "The count includes 14 new cases and 33 cases who were staying home.", ["The count includes 14 new cases.", "The count includes 33 cases who were staying home."]),
    ("figures", "There have been 27 confirmed cases, and 37 confirmed cases in Peru.", ["There have been 27 confirmed cases.", "There have been 37 confirmed cases in Peru."]),
]  # fmt: skip

UNCUT = [
    ("including", "The firm has no mills, including two in Velm."),  # what it has not it has none of
    ("including", "Lind was one of four people, including a nurse."),
    ("both", "The vote was left by both Greek and Turkish members."),
    ("both", "Lind and Berg are both members."),
    ("both", "Both Lind and Berg met each other in May."),
    ("persons", "Tom Lind and Eva Holt married in May."),
    ("of subject", "The man carrying knives stood in the yard."),
    ("with figure", "Lind was charged with two counts of theft."),
    ("with", "The rule bars all flights, with the exception of flights to Velm."),
    ("prepositions", "It should be decided by the council and not by judges."),
    ("verb", "Her notes were not linked to or shaped by the case."),
    ("verb", "No firm shall construct, install, establish, or operate a radio station."),
    ("apposition", "There had been 46 severe cases in Chile, 37 mild cases in other countries."),
    ("apposition last", "The firm has built new rockets, potentially reducing the cost."),
    ("including", "The fire killed three people, including a child, and injured ten."),
    ("including", "Lind and Eva Holt had three children, including the poet Tom Holt."),
    ("including", "Lind had been found guilty of several crimes, including false statements."),
    ("with figure", "In a May poll with all three named, Lind led Berg with 5 percent for Holt."),
    ("of subject", "A theory suggesting the host was involved in it had spread in May."),
    ("with figure", "Lind was beaten in Velm with 54% of the vote."),
    ("with figure", "Lind won the match with a 22 points to 10 lead."),
    ("with figure", "Lind lost the seat with a 149 vote margin."),
    ("verb", "The line was owned and operated by a firm."),
    ("apposition last", "Lind granted Tom Berg, formerly the clerk of the court, a full pardon."),
    ("participle", "Small children had the highest toll, corresponding with the rate."),
]  # fmt: skip


def tagged(sentence: str) -> list[tagging.Token]:
    return tagging.tag(sentence, [(0, len(sentence))])[0]


def cut(kind: str, sentence: str) -> list[list[str]]:
    """Both halves of each cut of this kind."""
    found = [s for s in splitting.candidates(tagged(sentence)) if s.kind == kind]
    return [[phrase.printed(sentence, half, []) for half in (s.left, s.right)] for s in found]


@pytest.mark.parametrize(("kind", "sentence", "expected"), CUTS)
def test_a_sentence_is_parted_into_what_it_says_of_each(kind: str, sentence: str, expected: list[str]) -> None:
    assert expected in cut(kind, sentence)


@pytest.mark.parametrize(("kind", "sentence"), UNCUT)
def test_what_would_be_untrue_of_a_part_is_left_whole(kind: str, sentence: str) -> None:
    assert cut(kind, sentence) == []


BORROWED = [
    (["54 states have signed it", "only 27 have ratified it"], "only 27 states have ratified it"),
    (["There were 21 injured people in Velm", "There were 36 in Lima"], "There were 36 injured people in Lima"),
    (["Lind has won 1,217 pledged delegates", "Berg has won 914"], "Berg has won 914 pledged delegates"),
]


@pytest.mark.parametrize(("clauses", "expected"), BORROWED)
def test_a_bare_figure_borrows_the_noun_of_the_clause_before(clauses: list[str], expected: str) -> None:
    found = bare_figures.with_nouns([tagged(clause) for clause in clauses])
    assert " ".join(token.word for token in found[-1]) == expected


def test_a_figure_as_large_as_a_year_borrows_a_noun_behind_another() -> None:
    text = "In the outbreak 1846 persons were taken to hospital, and 1720 have already been sent home."
    assert "1720 persons have already been sent home." in texts(text, text)


LEFT_BARE = [
    ["90 soldiers were hurt", "Lind was 54"],
    ["54 states signed it in May", "2020 was a quiet year"],
    ["It lost 3 million dollars", "It sold 40"],
]


@pytest.mark.parametrize("clauses", LEFT_BARE)
def test_an_age_a_year_and_a_sum_borrow_no_noun(clauses: list[str]) -> None:
    found = bare_figures.with_nouns([tagged(clause) for clause in clauses])
    assert " ".join(token.word for token in found[-1]) == clauses[-1]


def test_a_figure_that_lost_its_noun_is_proposed_with_it() -> None:
    text = "Over 500 ballots were returned, and over 110 were not yet sent out."
    assert "Over 110 ballots were not yet sent out." in texts(text, text)


FRAMES = [
    ("Lind maintains his innocence.", "his innocence", "maintains", "Tom Lind is innocent."),
    ("The army attributed the bombing to rebels.", "the bombing to rebels", "attributed", "Rebels were responsible for the bombing."),
    ("Lind cited her refusal to leave the flat.", "her refusal to leave the flat", "cited", "She refused to leave the flat."),
    ("Lind announced his decision to sell the mill.", "his decision to sell the mill", "announced", "Tom Lind decided to sell the mill."),
    ("Lind announced their agreement over selling the mill.", "their agreement over selling the mill", "announced", "Tom Lind agreed on selling the mill."),
    ("Papers reported the plane as belonging to the army.", "the plane as belonging to the army", "reported", "The plane belonged to the army."),
    ("The council raised the death toll to six.", "the death toll to six", "raised", "The death toll was raised to six."),
    ("The paper reported the cause of death as a stroke.", "the cause of death as a stroke", "reported", "The cause of death was a stroke."),
    ("Lind announced leaving the board.", "leaving the board", "announced", "Tom Lind is leaving the board."),
    ("Lind spoke of being beaten at school.", "being beaten at school", "spoke of", "Tom Lind was beaten at school."),
    ("The team reported the invention of a new coating.", "the invention of a new coating", "reported", "A new coating was invented."),
    ("The police reported the discovery of two graves.", "the discovery of two graves", "reported", "Two graves were discovered."),
]  # fmt: skip


def told(text: str, content: str, cue: str, source: str = "Tom Lind") -> list[str]:
    start = text.index(cue)
    return texts(text, content, **said(source), cue=(Span(start, start + len(cue)),))


@pytest.mark.parametrize(("text", "content", "cue", "expected"), FRAMES)
def test_a_noun_that_tells_a_deed_becomes_a_sentence(text: str, content: str, cue: str, expected: str) -> None:
    assert told(text, content, cue) == [expected]


def test_several_who_claim_responsibility_were_responsible() -> None:
    text = "Two groups claimed responsibility for the raid."
    expected = ["Two groups were responsible for the raid."]
    assert told(text, "responsibility for the raid", "claimed", "Two groups") == expected


LOST_SUBJECTS = [
    ("The storm crossed the coast, killing at least 20.", "killing at least 20", "The storm killed at least 20."),
    ("The strike hit the port, in which two ships sank.", "in which two ships sank", "Two ships sank in the port."),
]


@pytest.mark.parametrize(("text", "content", "expected"), LOST_SUBJECTS)
def test_a_content_that_lost_its_subject_gets_that_of_the_clause_before(text: str, content: str, expected: str) -> None:
    assert texts(text, content, **said("Ann Holt")) == [expected]


def test_about_a_quarter_is_a_figure_and_no_topic() -> None:
    text = "About a quarter of the staff is not at work."
    assert [claim.abstained for claim in worded(text, text)] == [None]


def test_a_mine_in_a_name_speaks_of_nobody() -> None:
    text = "The Upper Velm Mine disaster resulted in the deaths of 29 workers."
    assert [claim.abstained for claim in worded(text, text)] == [None]


def test_broke_is_a_verb_behind_a_noun_that_may_be_an_adjective() -> None:
    assert "VBD" in [t.tag for t in tagged("On Monday, a water main broke in the town") if t.word == "broke"]


def test_a_report_citing_somebody_keeps_what_stands_behind_its_lead() -> None:
    text = (
        "As a result of the storm, according to a report citing the council, twenty people were moved, and two roads were closed."
        " The mayor thanked them."
    )
    assert "two roads were closed" in " ".join(claims(text)).lower()


def test_a_possessive_of_several_has_no_second_s() -> None:
    (halves,) = cut("relative whose", "The zoo took in the otters, whose pond had dried up.")
    assert halves[1] == "the otters' pond had dried up"


def test_if_without_a_verb_of_its_own_hides_no_main_verb() -> None:
    text = "Though fines can be waived if paid early, the lowest fine even if paid is now 25 euros."
    assert ["fines can be waived if paid early", "the lowest fine even if paid is now 25 euros."] in cut(
        "lead though", text
    )
