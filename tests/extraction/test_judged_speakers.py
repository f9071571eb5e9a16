"""Who speaks, and who is only told of: shapes that strict readers of real news found misread; sentences, names and places are our own."""

import pytest

from tests.extraction.test_real_biz import claims, told
from tests.extraction.test_real_biz2 import certain, sources


def speakers(text: str) -> list[str]:
    return [by for by, _ in told(text)]


# What is only asked or left unsaid


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        (
            "Council leader Petra Lunde said she was sure the budget would pass,"
            " though she declined to say whether any member had vowed to vote against it.",
            "any member",
        ),
        (
            "Nora Vang, the party's deputy leader, said the plan was “a mistake”,"
            " although she stopped short of saying her party would leave the coalition.",
            "she",
        ),
        ("Whether parents will agree that schools need fewer teachers is another matter.", "parents"),
        ("He stopped short of calling for the coach to resign.", "He"),
    ],
)
def test_nobody_says_what_is_only_asked_or_left_unsaid(text: str, nobody: str) -> None:
    assert nobody not in speakers(text)


def test_who_does_say_so_is_still_told() -> None:
    text = "Petra Lunde said two members had vowed to vote against the budget."
    assert "Petra Lunde" in speakers(text)


# Nouns that are only told of


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("The frost, which many had blamed, did little harm: it cut the harvest by 2%, the institute found.", "many"),
        ("The charity runs the Polio Fund, which is credited with saving 2 million lives.", "The charity"),
        ("Of the lorries checked, the oldest lorry reported was from 1971.", "the oldest lorry"),
        (
            "NORBY, N.L.—Petra Lunde was still living in a Red Cross tent when she learned that another gas plant was coming to Norby Parish."
            " It would be the third within 20 miles of her home.",
            "she",
        ),
    ],
)
def test_what_is_only_told_of_does_not_speak(text: str, nobody: str) -> None:
    assert nobody not in speakers(text)


# Who stands nearest speaks


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "The row puts the mayor at odds with district party chiefs, who insist that the tram is the only way to keep the centre alive.",
            "district party chiefs",
        ),
        (
            "Two economists at Orm College put the cost at 2% in a new paper, which assumed that wages would stay flat.",
            "a new paper",
        ),
        (
            "A photo was passed around hundreds of times in Facebook groups that wrongly claimed it showed a flooded clinic in Norby.",
            "Facebook groups",
        ),
        (
            "Velmar Toys, the maker of wooden trains and, of late, a much-mocked talking bear, filed for bankruptcy on Monday in Lund,"
            " saying it plans to sell its brands to a rival.",
            "Velmar Toys",
        ),
        (
            "Ida Brandt, 44, who worked in the town's treasury, told the court that her boss, deputy clerk Olaf Renn,"
            " put a bag of cash on her desk in May and said the money “did not exist”.",
            "her boss, deputy clerk Olaf Renn",
        ),
        (
            "A trader whose two daughters were taken said that one fighter told him the market was being searched because it “hid weapons”.",
            "one fighter",
        ),
    ],
)
def test_who_stands_nearest_before_the_verb_speaks(text: str, by: str) -> None:
    assert by in speakers(text)


def test_what_a_firm_does_before_it_speaks_is_told_with_its_name() -> None:
    text = "Velmar Toys, the maker of wooden trains, filed for bankruptcy on Monday in Lund, saying it plans to sell its brands to a rival."
    assert "Velmar Toys, the maker of wooden trains, filed for bankruptcy on November 16, 2026 in Lund." in certain(
        text
    )


def test_no_claim_ends_where_the_groups_that_claim_begin() -> None:
    text = "A photo was passed around hundreds of times in Facebook groups that wrongly claimed it showed a flooded clinic in Norby."
    assert not any(one.endswith(" in.") for one in claims(text))


def test_who_goes_on_with_and_said_keeps_the_word() -> None:
    text = "Petra Lunde told the court that the boat had sunk in May and said the crew had fled."
    assert speakers(text) == ["Petra Lunde", "Petra Lunde"]


def test_a_report_that_is_called_by_its_title_documents_what_it_holds() -> None:
    text = (
        "The 90-page report, “‘Nobody Came’: Hunger and Cold in Norland, 2024,” documents that the River Guard, an armed force,"
        " and its allies burned 40 villages along the coast from April to June."
    )
    assert speakers(text) == ["The 90-page report"]
    assert [name for name, _ in sources(text)] == ["90-page report"]


# The article's own comment


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The institute had predicted in 2020 that the ice would last until 2050, meaning that it is melting twenty years sooner than expected.",
            "the ice would last until 2050",
        ),
        (
            "Otto Berg is weighing a levy on second homes, the Herald understands, in a move that builders claim would cost them £20m.",
            "Otto Berg is weighing a levy on second homes",
        ),
    ],
)
def test_what_the_article_adds_is_no_part_of_what_was_said(text: str, said: str) -> None:
    assert said in [content for _, content in told(text)]


@pytest.mark.parametrize(
    ("text", "comment"),
    [
        (
            "A court has ruled that Orm Rail hid faults from its passengers for years, in a stunning victory for campaigners"
            " that could change how trains are checked.",
            "victory",
        ),
        (
            "He told the officers his cousin had been at the wheel – a story he stuck to until a camera showed otherwise.",
            "story he stuck to",
        ),
        ("Lind has said the firm is in talks with nine buyers, though none has been named.", "named"),
    ],
)
def test_a_comment_is_no_claim(text: str, comment: str) -> None:
    assert not any(comment in one for one in claims(text))


def test_what_a_speaker_means_is_kept() -> None:
    text = "The institute says the ice is thinner, meaning that ships can pass in May."
    assert told(text) == [("The institute", "the ice is thinner, meaning that ships can pass in May")]


# Where what is said begins


def test_the_first_of_two_clauses_that_somebody_is_told_is_kept() -> None:
    text = (
        "In June, an adviser at the finance ministry told a meeting in Velm that the tunnel was too dear as planned,"
        " and that Norland, which pays a fifth of the costs, would not add to its share."
    )
    assert "The tunnel was too dear as planned." in certain(text)


# How much is vouched for


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (
            "Halden Foods said it expects about $3.5 billion in sales this year, versus $3.1 billion expected by analysts, according to FactCount.",
            "FactCount",
        ),
        (
            "When we asked Vang's office, spokesperson Jon Rask said the candidate meant burglaries in Norby,"
            " which rose from 40 in 2019 to 90 in 2021, according to the town's police board.",
            "the town's police board",
        ),
    ],
)
def test_who_is_cited_for_the_tail_does_not_vouch_for_what_another_says(text: str, cited: str) -> None:
    assert cited not in speakers(text)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("The bank said it would close 40 branches, according to the Courier.", "the Courier"),
        ("Rents rose by 4%, compared with 2% last year, according to Norby Homes.", "Norby Homes"),
    ],
)
def test_who_is_cited_for_a_whole_sentence_still_vouches_for_it(text: str, cited: str) -> None:
    assert cited in speakers(text)


# Whom a tag means


def test_whom_a_tag_interrupts_is_not_who_speaks() -> None:
    text = "The actor Ida Vang grew up in Norby. Petra Lunde, she says, taught her how to read a map."
    assert sources(text) == [("Ida Vang", sources(text)[0][1])]


# Who passes on the words of another


def test_who_tells_of_a_source_is_no_part_of_what_that_shows() -> None:
    text = "The Norby Institute of Geology reported that aerial photographs showed cracks in the dam that its engineers believe to be new."
    found = told(text)
    assert [said for by, said in found if by == "aerial photographs"] == [
        "cracks in the dam that its engineers believe to be new"
    ]
    assert "The Norby Institute of Geology" in [by for by, _ in found]


def test_a_quotation_goes_on_from_whoever_said_it_and_not_from_the_transcript() -> None:
    text = (
        "“I am not ashamed, my hands are clean,” Vang told the judge in her closing words, according to a transcript published by Norby News."
        " “Because a poem is never a crime.”"
    )
    assert sources(text)[-1][0] == "Vang"


def test_a_quotation_goes_on_from_whoever_quotes_another() -> None:
    text = (
        "“He kept saying, ‘That is not my bag,’ and they did not listen,” Ida Vang said. “He was held for two hours.”"
    )
    assert sources(text)[-1][0] == "Ida Vang"


def test_what_followed_is_told_by_whoever_told_of_the_rest() -> None:
    text = (
        "Officers speaking on condition of anonymity told the Herald that the crew had received leave to board the vessel with a drone,"
        " but fired two rounds instead, followed minutes later by two more, which hit medics and reporters who had rushed to a gangway."
    )
    assert [said.endswith("who had rushed to a gangway") for _, said in told(text)] == [True]


# Fact-checks


@pytest.mark.parametrize("heading", ["What was claimed", "The claim", "CLAIM:"])
def test_the_claim_that_is_checked_is_not_told_by_the_article(heading: str) -> None:
    text = (
        f"{heading}\n\nThe council is spending £40 million a year on parties, enough to pay for 2,000 carers."
        "\n\nOur verdict\n\nIncorrect. The council spent £2 million on events in 2025."
    )
    assert not any("parties" in one for one in certain(text))
    assert any("events" in one for one in certain(text))
