"""What op-eds, features and plain news of real outlets were read wrongly in, and must be read right: own sentences of their shapes."""

import datetime

import pytest

from claims.extraction import pipeline
from claims.extraction.types import Extraction, SourceKind

WRITTEN = datetime.date(2026, 11, 20)


def extracted(text: str) -> Extraction:
    return pipeline.run(text, None, WRITTEN)


def claims(text: str) -> list[str]:
    return [claim.text for claim in extracted(text).claims]


def sources(text: str) -> list[tuple[str, str | None]]:
    """The sources as they stand in the text, with their names."""
    found = extracted(text).statements
    return [(" … ".join(span.of(text) for span in one.source), one.source_name) for one in found if one.attributed]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "As Senator Ada Holm pointed out during her testimony in Congress, it would cost the carriers $688 million a year to meet this demand.",
            "It would cost the carriers $688 million a year to meet this demand.",
        ),
        (
            "The council said in June that the plan would help. It still is not known exactly how many homes it covers.",
            "It still is not known exactly how many homes it covers.",
        ),
        (
            "Chart B shows that the vaccine lost its effect among children within 20 weeks after they were given the first dose.",
            "The vaccine lost its effect among children within 20 weeks after they were given the first dose.",
        ),
        (
            "Nearly half of teachers polled in March say they intend to quit.",
            "Nearly half of teachers polled in March intend to quit.",
        ),
        (
            "Teacher morale has fallen, with 90 percent polled in January saying they are suffering from burnout.",
            "90 percent polled in January are suffering from burnout.",
        ),
        (
            "In a 2021 survey, 14 percent of teachers reported being physically attacked by students.",
            "14 percent of teachers were physically attacked by students.",
        ),
        (
            "Safari was just one of the many providers who claimed to be feeding thousands of children.",
            "Many providers are feeding thousands of children.",
        ),
        (
            "The council adopted two resolutions: One called upon Congress to cut spending by a fifth.",
            "Congress should cut spending by a fifth.",
        ),
        (
            "The report said it is better to spend more money today in helping a child than it is to spend many times as much tomorrow.",
            "It is better to spend more money today in helping a child than it is to spend many times as much tomorrow.",
        ),
        (
            "Smaller crews are protected in this agreement, a critical safety issue that the carriers have been trying to attack.",
            "Smaller crews are protected in this agreement, a critical safety issue that the carriers have been trying to attack.",
        ),
        (
            "Data supplied by the Danish government, the Swiss government, and others, unfortunately, shows the same thing.",
            "Data supplied by the Danish government, the Swiss government, and others, unfortunately, shows the same thing.",
        ),
        (
            "Deaths may rise because many of us – the majority of Kordans – were ill, Dr Orla Venn said.",
            "Deaths may rise because many of us – the majority of Kordans – were ill.",
        ),
        (
            "Officials are warning of a “low barrier to resistance,” which poses a risk.",
            "There may be a low barrier to resistance.",
        ),
        (
            "Tensions have surrounded the event since the Kordan president, Aleksa Vunic, announced in October that the parade would be called off.",
            "Tensions have surrounded the event since the Kordan president, Aleksa Vunic, announced in October 2026 that the parade would be called off.",
        ),
        (
            "“Over 85% of Kordan citizens are against the promotion of drink and dance, that’s the issue here,” said Andrej Mittic, the party's secretary.",
            "Over 85% of Kordan citizens are against the promotion of drink and dance, that’s the issue here.",
        ),
        (
            "Mayor Otto Lind came. According to eyewitnesses, the dead child and his mother were among those who leapt from the hotel.",
            "The dead child and his mother were among those who leapt from the hotel.",
        ),
        (
            "On Monday, sixteen states sued over the emergency that President Ada Lind declared last Friday so she could fund a wall.",
            "On November 16, 2026, sixteen states sued over the emergency that President Ada Lind declared on November 13, 2026 so she could fund a wall.",
        ),
        ("Not only did they put out the fire but they continued to cool the tower.", "They put out the fire."),
        (
            "Otto Lind spoke to Greg Allen. Officials identified the suspect as Pat Cruse of Allen, Texas, near the city of Dallas.",
            "The suspect is Pat Cruse of Allen, Texas, near the city of Dallas.",
        ),
        (
            "Madrid Hospital treated 25 wounded people who came to the hospital, Radio Velm reported the governor said.",
            "Madrid Hospital treated 25 wounded people who came to the hospital.",
        ),
        (
            "Leon van Biljon was killed on Tuesday. Neighbors tried to save van Biljon, police said.",
            "Neighbors tried to save Leon van Biljon.",
        ),
        (
            "The office sent the ship from July 13 to 17 of last year, when the volcano was erupting.",
            "The office sent the ship from July 13 to 17, 2025, when the volcano was erupting.",
        ),
        (
            "This current brought them nearer to the surface, where phytoplankton, which need sunlight, tend to live.",
            "This current brought them nearer to the surface, where phytoplankton, which need sunlight, tend to live.",
        ),
        ("Mahala View Lion Lodge billed itself as home to three lions.", "Mahala View Lion Lodge is home to three lions."),
        ("The toilet is an artwork entitled America. It is big.", "The toilet is an artwork entitled America."),
        (
            "The mayor, Otto Lind, said he intends to leave the union by the end of January.",
            "Otto Lind intends to leave the union by the end of January 2027.",
        ),
        (
            "The president, Hassan Rouh, announced a new security plan for the gulf to be unveiled in May.",
            "A new security plan for the gulf will be unveiled in May 2027.",
        ),
        (
            "Election implications regarding the efforts to leave were described by Otto Lind as a “historic mandate”.",
            "Election implications regarding the efforts to leave are a “historic mandate”.",
        ),
        (
            "At least six of those currently detained are reported to have been beaten.",
            "At least six of those currently detained have been beaten.",
        ),
        (
            "Rights Now is calling on the government to release those who have been held for exercising their right to meet.",
            "The government should release those who have been held for exercising their right to meet.",
        ),
        (
            "Rights Now accused Velm police on Friday (Sep 20) of torture and other abuses.",
            "Velm police on September 20, 2026 committed torture and other abuses.",
        ),
        (
            "In a statement sent to Radio Orla, the group spoke. Three students have died, including a 19-year-old from Orla.",
            "Three students have died, including a 19-year-old from Orla.",
        ),
        ("The opposition demanded that Allen resign.", "Allen should resign."),
        (
            "Filip Kuznet was detained in Velm on Saturday and found guilty by a court on Monday of taking part in a protest.",
            "Filip Kuznet was found guilty by a court on November 16, 2026 of taking part in a protest.",
        ),
        (
            "Filip Kuznet was held. But it was only late on Wednesday that they were able to find a cell.",
            "It was only late on November 18, 2026 that they were able to find a cell.",
        ),
        (
            "Human Rights Watch has documented that rebels killed at least 67 of these 190 civilians even though they were unarmed.",
            "Rebels killed at least 67 of these 190 civilians even though they were unarmed.",
        ),
        (
            "Given that many residents are missing, and fighters buried many bodies, the total number of dead is likely higher.",
            "Given that many residents are missing, and fighters buried many bodies, the total number of dead is likely higher.",
        ),
        (
            "Mayor Ada Horr called Matt Franz out during the meeting as “a liar”.",
            "Matt Franz is “a liar”.",
        ),
        (
            "However, the letter urged the council to support the court and to share evidence with prosecutors.",
            "The council should support the court and share evidence with prosecutors.",
        ),
        (
            "The letter added that it would be “impossible” to prove the absence of interference.",
            "It would be “impossible” to prove the absence of interference.",
        ),
        ("The conflict led to a shutdown this past May.", "The conflict led to a shutdown in May 2026."),
        (
            "Officials reported 150 soldiers, 95 civilians, and hundreds of rebels killed.",
            "150 soldiers were killed.",
        ),
        ("In Velm 150 soldiers, 95 civilians and 20 rebels were killed on Monday.", "In Velm 20 rebels were killed on November 16, 2026."),
        (
            "Sharif Hotak, a council member, described witnessing 35 bodies in one hospital.",
            "Sharif Hotak witnessed 35 bodies in one hospital.",
        ),
        (
            "The Tarim was founded in 2001. The Tarim wants foreign forces to leave. The Tarim fights on.",
            "The Tarim wants foreign forces to leave.",
        ),
        (
            "As of Saturday the crash in Velm was being investigated by both state police and the National Safety Board, and as of Sunday no arrests were reported.",
            "As of November 15, 2026 no arrests were reported.",
        ),
    ],
)  # fmt: skip
def test_a_claim_says_what_the_sentence_says(text: str, claim: str) -> None:
    assert claim in claims(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (
            "Rep. Adam Schill wants Ukraine to win. Ukraine said so. Ukraine thanked him. He called on the nation's intelligence services to help Ukraine.",
            "Ukraine's intelligence",
        ),
        (
            "Otto Lind's administration has slammed the sanctions, The Daily Beast reported. In a letter obtained by The Daily Beast, an official said the administration “strongly opposes” them.",
            "Daily Beast “strongly",
        ),
        (
            "In the capital there were at least 409 detainees and in Saint Petersburg at least 444, according to the group.",
            "In the capital there were in Saint",
        ),
        (
            "Injuries included broken arms. But police maintain they have been restrained in their use of force.",
            "Injuries have been",
        ),
        (
            "Protesters have thrown bottles at police and central government offices, stormed the council, blocked roads and lit fires.",
            "Central government offices, stormed",
        ),
        (
            "Carrie Lamb, the chief executive of Hong Kong, spoke. “The government will fully withdraw the bill,” Lamb said. Chinese officials agreed. China was calm.",
            "Chinese government",
        ),
        ("“I thought it was a prank: Who's so stupid to steal a toilet?” wrote Mauro Catell.", "prank's so stupid"),
        (
            "The party is scheduled to continue its season on March 17, with primary elections in Velm and Orla.",
            "party had primary",
        ),
        ("“Of his work,” Dora Glahn said, “Feeding Our Future had 312 sites for the program.”", "Glahn's Future"),
        ("The Red Front wants the troops to leave and the Kordan government shut out of the talks.", "The Kordan government shut"),
        (
            "The blaze killed three, including a 92-year-old woman, and injured sixteen, including a baby.",
            "killed a 92-year-old woman, and injured sixteen",
        ),
    ],
)  # fmt: skip
def test_no_claim_is_put_together_of_two(text: str, part: str) -> None:
    assert not [claim for claim in claims(text) if part in claim]


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "As I waited for a rebuttal, the scheme’s greatest defenders responded with the surprising claim that it is the same thing as plain old trade.",
            "the scheme’s greatest defenders",
            "scheme’s greatest defenders",
        ),
        (
            "This notion stands in sharp contrast to shareholder capitalism, which calls for corporate executives to maximise returns.",
            "shareholder capitalism",
            "shareholder capitalism",
        ),
        (
            "Reports citing sources within the Democratic Party have indicated Hickel was encouraged to drop out.",
            "Reports",
            "Reports",
        ),
        (
            "According to the Velm mayor, Dee Margot, police looked for a manifesto. In the document, the writer supposes a “replacement”.",
            "the writer",
            "writer",
        ),
        (
            "On Thursday, the journal Science published a report by a team from the University of Velm, saying the eruption was followed by a rise.",
            "a report by a team from the University of Velm",
            "a report by a team from the University of Velm",
        ),
        ("The speaker of the parliament Ali Laran wrote that he mourned.", "The speaker of the parliament Ali Laran", "Ali Laran"),
        (
            "Rights Now accused Velm police on Friday, but the police say they have shown restraint.",
            "the police",
            "Velm police",
        ),
        (
            "Velm Police said it would not comment. In a statement released to Radio Orla, it said officers would give warning.",
            "it",
            "Velm Police",
        ),
        (
            "Rights Now accused the police of beating students. In a statement, the group said officers had fired.",
            "the group",
            "Rights Now",
        ),
        (
            "The Moscow Prosecutor’s Office warned that participation will be punished.",
            "The Moscow Prosecutor’s Office",
            "Moscow Prosecutor’s Office",
        ),
        (
            "Resident Roman Masl has filed a lawsuit against the station, reports Radio Velm, quoting the plaintiff.",
            "the plaintiff",
            "plaintiff",
        ),
        (
            "Human Rights Watch interviewed more than 20 people who escaped in recent weeks. They described the area being shelled.",
            "They",
            None,
        ),
        (
            "The letter was leaked. It also said that the bill’s provision for the president to confirm it was “designed for failure,” stating it would cost too much.",
            "It",
            "letter",
        ),
        ("In it I argued that the reason the law protects owners is to protect democracy.", "I", None),
        (
            "Émile Fabre, a Frenchman, in a book entitled The Dread of Duty, wrote that people like to surrender to the state.",
            "Émile Fabre, a Frenchman",
            "Émile Fabre",
        ),
        (
            "Years passed, and German firms including Alcon, Delta Telekom, Daim, and Lund have announced plans to pull out.",
            "German firms including Alcon, Delta Telekom, Daim, and Lund",
            "German firms",
        ),
    ],
)  # fmt: skip
def test_a_source_is_whole_and_has_no_more_than_its_words(text: str, source: str, name: str | None) -> None:
    assert (source, name) in sources(text)


@pytest.mark.parametrize(
    "text",
    [
        "The quarter became a store for cash from rich foreigners, whether they actually wanted to live there or not.",
        "Each view counts the same and is not weighed according to the number of dollars that stand behind it.",
        "Last year, poor health was cited when he stepped down from his position.",
        "Factors cited for the drop in the population include habitat loss and insecticides.",
    ],
)
def test_nobody_says_anything_there(text: str) -> None:
    assert sources(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chart B shows that the vaccine lost its effect.", SourceKind.DOCUMENT),
        ("Figure 3 suggests that wages fell by 4 percent.", SourceKind.DOCUMENT),
        ("The economy will grow by less than 3%, according to Goldman Sachs.", SourceKind.ORGANISATION),
        ("The Economist has called it “a fine deal”.", SourceKind.MEDIUM),
        ("19 percent of teachers said they were tired.", SourceKind.GROUP),
        ("A third said they were tired of the noise.", SourceKind.GROUP),
    ],
)
def test_the_kind_of_a_chart_a_share_or_a_firm_named_like_a_person(text: str, kind: SourceKind) -> None:
    assert [one.source_kind for one in extracted(text).statements if one.attributed] == [kind]


def test_who_was_said_to_have_done_it_is_not_who_spoke_last() -> None:
    text = "Karl Morr said twelve had died. Last week a bomb killed five, another attack ascribed to the Red Front."
    assert "Karl Morr" not in [name for _, name in sources(text)[1:]]


def test_an_obituary_goes_on_about_who_has_died() -> None:
    text = (
        "Nick Ivamo, former vice-president of Nambo, died on Sunday.\n\n"
        "The current president, Hage Gein, expressed his sadness. Gein tweeted, “The nation has lost a fighter.”\n\n"
        "He was awarded the Order of the Sun in 2014."
    )
    found = pipeline.run(text, "Nick Ivamo, former vice-president, dies aged 82", WRITTEN).claims
    assert "Nick Ivamo was awarded the Order of the Sun in 2014." in [claim.text for claim in found]


def test_what_somebody_opposes_is_not_told_to_be_there() -> None:
    assert not [
        claim for claim in claims("Conservatives are opposing recognition of such marriages.") if "There" in claim
    ]


def test_a_clause_about_who_speaks_ends_at_its_comma() -> None:
    text = "In Korda, which claims sovereignty over the island, such marriages are not illegal."
    found = [one for one in extracted(text).statements if one.attributed]
    assert [[span.of(text) for span in one.content] for one in found] == [["sovereignty over the island"]]


def test_a_dateline_with_a_dot_is_no_source() -> None:
    assert sources("HONG KONG • Rights Now yesterday accused the police of using excessive force.") == [
        ("Rights Now", "Rights Now")
    ]


def test_what_is_told_of_an_allegation_is_not_what_was_alleged() -> None:
    text = "Rights Now accused the police of using excessive force, allegations that were rejected by a commander."
    assert "were rejected" not in " ".join(
        span.of(text) for one in extracted(text).statements if one.attributed for span in one.content
    )


def test_she_is_whoever_was_she_before_and_not_one_who_has_said_nothing() -> None:
    text = (
        "“The president has support,” said Sen. Shelley Capes, a member of the committee.\n\n"
        "But she said the mood can turn. Lawmakers want deals after Trent suspended his levies.\n\n"
        "“I fully expect all that to change,” she added."
    )
    assert sources(text)[-1] == ("she", "Shelley Capes")
