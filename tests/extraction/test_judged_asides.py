"""What hangs on a noun — "who …", "which …", "the largest of its kind" — told of the right one and cut at the right place; sentences are our own."""

from dataclasses import replace

import pytest

from claims.extraction.standalone import phrase, tagging
from claims.extraction.standalone.cutting import appositions, coordination, splitting
from tests.extraction.test_real_biz import claims


def offered(sentence: str) -> list[str]:
    """Both halves of every cut that may be made in a sentence."""
    tokens = tagging.tag(sentence, [(0, len(sentence))])[0]
    cuts = splitting.candidates(tokens)
    return [phrase.printed(sentence, half, []) for cut in cuts for half in (cut.left, cut.right)]


# Where a relative clause ends


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The clerk, Bo Orr, 61, from Velm, who opened a school in January, has left the town.",
            [
                "The clerk, Bo Orr, from Velm, has left the town.",
                "Bo Orr was 61 years old.",
                "Bo Orr opened a school in January 2026.",
            ],
        ),
        (
            "Ann Lind, of Osk, who keeps bees, won the prize on Friday.",
            ["Ann Lind, of Osk, won the prize on November 20, 2026.", "Ann Lind keeps bees."],
        ),
        (
            "Dockers, who have stopped work ten times since March last year, stay in dispute.",
            ["Dockers stay in dispute.", "Dockers have stopped work ten times since March 2025."],
        ),
        (
            "The Safe Wells Act, which took effect in 2021, limits most drilling near towns.",
            ["The Safe Wells Act limits most drilling near towns.", "The Safe Wells Act took effect in 2021."],
        ),
        (
            "The Otters, who had lost nine in a row, climb to fifth.",
            ["The Otters climb to fifth.", "The Otters had lost nine in a row."],
        ),
        (
            "The deal covers the Orla mine, which closed in 2022, and $4 million in pay for its miners.",
            [
                "The deal covers the Orla mine and $4 million in pay for its miners.",
                "The Orla mine closed in 2022.",
            ],
        ),
    ],
)
def test_a_clause_ends_where_its_sentence_goes_on(text: str, expected: list[str]) -> None:
    assert claims(text) == expected


def test_a_quoted_word_behind_the_clause_is_no_part_of_it() -> None:
    text = 'Ann Holt vowed to put the harbour plan, which aimed to move 40 firms by 2031, "on ice" until May.'
    assert "The harbour plan aimed to move 40 firms by 2031." in claims(text)


def test_what_stands_behind_a_clause_is_no_sentence_of_its_own() -> None:
    text = "It covers the farm, which burned in May, and two boats with their crews, but leaves out the mill."
    tokens = tagging.tag(text, [(0, len(text))])[0]
    commas = [i for i, t in enumerate(tokens) if t.word == ","]
    without = [*tokens[: commas[0]], *tokens[commas[1] + 1 :]]
    assert not list(coordination.pieces(without))


def test_the_comma_behind_a_name_between_commas_stays() -> None:
    text = "The skipper, Bo Lind, who was the last to leave, swam ashore."
    assert "The skipper, Bo Lind, swam ashore." in claims(text)
    led = "In Velm, Bo Lind, who is a clerk, lost the vote."
    assert "In Velm, Bo Lind lost the vote." in claims(led)


# What "which" and "who" go back to


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The board wants to keep the faith of its members, which is why it has cut fees.", "members is why"),
        ("Norvik agreed to end the dispute, which spared it a fine of $3 million.", "The dispute spared"),
        ("There were 41 collisions in Velm last winter, which left nine people dead.", "Velm last winter left"),
        ("The mayor spoke of burglaries in Halden, which nearly tripled in a decade.", "Halden nearly tripled"),
        ("Most of the loss came from a drop in demand for steel, which was due to cheap imports.", "Steel was due"),
        (
            "A clip on Murmur, which has been watched two million times, was made in a studio.",
            "Murmur has been watched",
        ),
        ("Nothing came of the meeting between Lind and Orr, which lasted all night.", "Orr lasted"),
        (
            "The vote is a win for editors hired by the new owner, among them chief editor Bo Orr, who have fought the sale.",
            "Bo Orr have",
        ),
        ("Nationwide, the toll rate — which includes tunnels and ferries — was $9 in 2020.", "Nationwide includes"),
    ],
)
def test_nothing_is_told_of_the_wrong_noun(text: str, wrong: str) -> None:
    assert not any(wrong in half for half in (*offered(text), *claims(text)))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "The closing of the Bureau for Sea Trade and Harbour Works, which had 90 clerks, has angered skippers.",
            "The Bureau for Sea Trade and Harbour Works had 90 clerks.",
        ),
        (
            "The lock was built by the Canal and Bridge Authority, whose inspectors passed it in 2019.",
            "The Canal and Bridge Authority's inspectors passed it in 2019.",
        ),
        (
            "The judges threw out the Quiet Streets (Night Trade) Act, 1994, which bans sales after dark.",
            "The Quiet Streets Act bans sales after dark.",
        ),
        (
            "The mayor named three clerks, sacking among others Ann Holt, who had run the port since 2019.",
            "Ann Holt had run the port since 2019.",
        ),
        ("Critics praise Bo Orr, who runs a mill in Velm.", "Bo Orr runs a mill in Velm."),
        ("The town lost Halden Mill, which employed 300 people.", "Halden Mill employed 300 people."),
        ("The fair is held in Velm, which has 40,000 people.", "Velm has 40,000 people."),
    ],
)
def test_a_clause_is_told_of_its_noun(text: str, right: str) -> None:
    assert right in claims(text)


# What stands beside a noun


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "In Orla, 90 litres of rain per square metre fell in two hours, almost as much as in a usual spring.",
            "two hours were",
        ),
        ("Some 900 clerks still work on monthly terms, contrary to a pledge made by the mayor.", "terms are contrary"),
        ("He grew up in Orla, Halden County, the fifth of nine children.", "Halden County was"),
        (
            "A court in Velm jailed Ann Holt for six years on a charge of spying on the Norland navy, a verdict which was kept secret until May.",
            "navy was a",
        ),
        (
            "A jury fined Ann Holt, an editor with Radio Orla/Radio Velm's northern desk, for her story.",
            "Radio Orla was",
        ),
        ("Holt met President Ann Lind, her envoy Bo Orr and two guests.", "Ann Lind was her envoy"),
    ],
)
def test_what_only_stands_behind_a_noun_is_no_name_of_it(text: str, wrong: str) -> None:
    assert not any(wrong in half for half in offered(text))


def test_a_verb_behind_an_aside_is_no_description_even_if_read_as_a_participle() -> None:
    text = "The paint, supplied by Lund of Velm, contained up to 900 parts of lead."
    tokens = tagging.tag(text, [(0, len(text))])[0]
    misread = [replace(t, tag="VBN") if t.word == "contained" else t for t in tokens]
    assert not any(cut.right[-3].word == "parts" for cut in appositions.appositions(misread))


def test_the_body_is_described_and_not_its_board() -> None:
    text = "A plan to dig a tunnel has reached the council of NORA, the northern physics laboratory near Velm."
    assert "NORA is the northern physics laboratory near Velm." in claims(text)


def test_what_was_the_most_of_its_kind_in_a_place_is_over() -> None:
    text = "A long frost, the hardest in the region for a century, killed 40 vines."
    assert "A long frost was the hardest in the region for a century" in offered(text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Velm, a town of 9,000 people, lost its mill.", "Velm is a town of 9,000 people"),
        ("Ann Holt, a nurse from Velm, won the seat.", "Ann Holt was a nurse from Velm"),
    ],
)
def test_descriptions_stay(text: str, right: str) -> None:
    assert right in offered(text)


# What goes with a clause


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The study shows that the army razed 40 farms, with the clear aim of driving people out.", "had the clear"),
        ("The agency counted 190 raids on clinics in May, with at least 60 deaths.", "agency had at least"),
        ("All but one of the mills have closed, with the last, near Velm, due to shut in 2027.", "had the last"),
        (
            "Towns can ask the state for half of the cost, with the balance to be found in their own funds.",
            "had the balance",
        ),
    ],
)
def test_what_goes_with_a_clause_is_not_had_by_its_subject(text: str, wrong: str) -> None:
    assert not any(wrong in half for half in offered(text))


# What stands between a subject and its verb


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        (
            "It comes after 40 guards were injured when angry fans, believed to be supporters of Orla, threw stones and set fire to a hut.",
            "It threw stones and set fire to a hut",
        ),
        (
            "A board headed by Judge Ann Holt, and comprising Justices Bo Orr and Eva Lund, also told courts to wait.",
            "comprising Justices Bo Orr and Eva Lund, also told courts to wait",
        ),
        (
            "Imports of beans and lentils treated with lundol, a poison banned in the union, would be halted.",
            "a poison banned in the union, would be halted",
        ),
        (
            "Velm Bakes, the bakery chain known for its buns and, more recently, a dear coffee offer, filed for bankruptcy in Orla.",
            "Velm Bakes, the bakery chain known for its buns and, more recently, a dear coffee offer",
        ),
    ],
)
def test_no_joint_parts_a_subject_from_its_verb(text: str, torn: str) -> None:
    assert torn not in [half.rstrip(".") for half in offered(text)]


def test_no_joint_parts_whoever_has_an_age_and_an_origin_from_the_verb() -> None:
    text = "Formal naming is still to come but the family of Bo Orr, 51, from Velm, have been told."
    assert not any(claim.startswith("51") or claim.endswith("Orr.") for claim in claims(text))


def test_a_second_verb_behind_an_aside_is_still_told() -> None:
    told = claims("The firm, founded by Bo Orr, lost 40 clerks in 2021 and closed its mill in 2022.")
    assert any("closed its mill in 2022" in claim and "lost 40" not in claim for claim in told)


def test_the_ages_of_several_leave_their_commas() -> None:
    told = claims("Crews pulled Ann Holt, 73, her daughter Eva, 45, and grandson Bo, 16, from the river.")
    assert "Crews pulled Ann Holt, her daughter Eva and grandson Bo, 16, from the river." in told
    assert "Ann Holt's daughter Eva was 45 years old." in told


# What a participle tells


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "A judge in Velm ruled on Monday that the town must pay the fee, rejecting a plea to void 400 votes that he says are false.",
            "A judge in Velm rejected a plea to void 400 votes that he says are false.",
        ),
        (
            "In Orla, the jobless rate fell to 9 percent, staying below 10 for a year.",
            "In Orla, the jobless rate stayed below 10 for a year.",
        ),
    ],
)
def test_a_participle_keeps_who_did_it_and_where(text: str, right: str) -> None:
    assert right in claims(text)


def test_what_came_of_a_relative_clause_stays_in_it() -> None:
    halves = offered("The clip was made in Orla, where a dam failed a day before, leaving 40 families without a home.")
    assert "a dam failed a day before, leaving 40 families without a home in Orla" in halves
    assert not any("clip was made in Orla leaving" in half for half in halves)


def test_no_law_was_letting_anybody_do_something() -> None:
    assert "A law allowed shops to open on Sundays" in offered("A law allowing shops to open on Sundays passed in May.")
    assert "A van was carrying 40 sheep" in offered("A van carrying 40 sheep overturned in May.")
