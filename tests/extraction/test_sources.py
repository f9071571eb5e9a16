"""Sources: names as a reader of the whole article would give them, kinds, sizes, belonging and chains."""

import pytest

from claims.extraction import sources
from claims.extraction.types import Form, Passage, PassageKind, SourceKind, Span, Statement
from tests.extraction.marked import body, resolved, statement, unmark

SURNAMES_AND_ROLES = [
    "Sen. Maria Cantrell introduced a bill on Tuesday. [[Cantrell|Maria Cantrell|person]] said workers had waited. "
    "[[She|Maria Cantrell|person]] added that millions would benefit.",
    "Her opponent, Republican Rep. Tom Hadley, called it a job killer. [[The congressman|Tom Hadley|person]] said it cost jobs.",
    "California Gov. Gavin Nolan called it reckless. [[Nolan|Gavin Nolan|person]] said his state would not follow. "
    "[[The governor|Gavin Nolan|person]] said the air was clean.",
    "[[The Home Secretary, Peter Lang,|Peter Lang|person]] said he would stay. [[The minister|Peter Lang|person]] said it worked.",
    "[[Attorney General Pam Reyes|Pam Reyes|person]] said she would comply. [[The attorney general|Pam Reyes|person]] said so.",
    "[[US Secretary of State Antony Brandt|Antony Brandt|person]] said a truce was close. [[Brandt|Antony Brandt|person]] said so.",
    "[[Princeton University neuroscience professor Sam Weng|Sam Weng|person]] said he knew him.",
    "[[Tim Mannering, formerly a deputy administrator at FEMA|Tim Mannering|person]] said it was late.",
    "[[The mayor of Paris, Anne Hidal|Anne Hidal|person]] wrote that the city mourned.",
    "[[Former US Ambassador to the United Nations Nikki Hale|Nikki Hale|person]] wrote that it was a mistake.",
    "Houthi spokesperson Yahya Sarea spoke for the movement. [[Saree|Yahya Sarea|person]] said more would come.",
]
BODIES = [
    "The Environmental Protection Agency (EPA) will act. [[The EPA|Environmental Protection Agency|government]] said so. "
    "[[The agency|Environmental Protection Agency|government]] said emissions fell.",
    "[[The Syrian Democratic Forces (SDF)|Syrian Democratic Forces|organisation]] said so. "
    "[[The SDF|Syrian Democratic Forces|organisation]] said it again.",
    "[[The Justice Department|Justice Department|government]] said it was reviewing. "
    "[[The department|Justice Department|government]] said millions were affected.",
    "[[The King's Fund|King's Fund|organisation]] said staff were tired. [[The think tank|King's Fund|organisation]] said so.",
    "[[West Yorkshire Police|West Yorkshire Police|government]] said six were held. "
    "[[The force|West Yorkshire Police|government]] said more would follow.",
    "[[The Department of Health and Human Services|Department of Health and Human Services|government]] declared an emergency.",
    "[[The Associated Press news agency|Associated Press|medium]] reported the result.",
    "[[UpGuard, a cybersecurity firm|UpGuard|organisation]] said the records were open.",
    "[[OVD-Info group, an independent Russian human rights monitor|OVD-Info|organisation]] said it was concerned.",
    "[[Roscosmos, the Russian space agency|Roscosmos|government]] announced his death.",
]
NAMELESS = [
    "[[A Home Office spokesperson|A Home Office spokesperson|anonymous]] said it did not recognise the figures.",
    "[[Two people familiar with the matter|Two people familiar with the matter|anonymous]] said the board was split.",
    "[[Officials|Officials|government]] said the fire was out.",
    "[[Protesters|Protesters|group]] said they would return.",
    "[[Researchers at the University of Oslo|Researchers at the University of Oslo|group]] followed them. "
    "[[The researchers|Researchers at the University of Oslo|group]] said it was small.",
    "[[A video shared on Telegram|A video shared on Telegram|media-item]] showed a fire.",
    "[[An autopsy|An autopsy|document]] found the cause.",
    "[[Local media|Local media|medium]] reported a blast.",
]
STATES = [
    "[[Germany|Germany|government]] said it would help.",
    "[[The Kremlin|Kremlin|government]] denied it.",
    "[[Downing Street|Downing Street|government]] said he had confidence.",
    "[[German officials|German officials|government]] said they would help.",
    "[[Russian authorities|Russian authorities|government]] acknowledged it.",
]
TAKEN_UP = [
    "[[Kelly Marsden, 34,|Kelly Marsden|person]] said she was fuming. [[The care assistant|Kelly Marsden|person]] said no. "
    "[[The 34-year-old|Kelly Marsden|person]] said never.",
    "Former president Jair Bolzan was charged. [[The ex-president|Jair Bolzan|person]] denied it.",
    "[[The union|union|organisation]] met. Then Ann Lorne spoke. [[The father|father|person]] said no.",
    "James Corey, the F.B.I. director, left. [[The bureau|F.B.I.|government]] said no more.",
    "[[Greenpeace UK|Greenpeace UK|organisation]] called for action.",
    "[[More than 2,400 law professors|More than 2,400 law professors|group]] said so.",
    "[[“It is dead,” Nora Pell|Nora Pell|person]] said.",
    "Doug Miller met Tristan Smith. [[Miller and Smith both|Doug Miller and Tristan Smith|group]] acknowledged it.",
]
NOT_MIXED_UP = [
    "[[The Trumble campaign|Trumble campaign|organisation]] said no. [[The Bidwell campaign|Bidwell campaign|organisation]] said yes.",
    "[[A study by Oslo University|A study by Oslo University|document]] found it. [[The Lund study|Lund study|document]] did not.",
    "On Monday [[newspaper The Hill|Hill|medium]] reported it.",
    "[[Bidwell campaign officials|Bidwell campaign officials|group]] said no.",
]
PAIRS = [
    "[[Robert Mugane and Morgan Tsvan|Robert Mugane and Morgan Tsvan|group]] claimed victory. "
    "[[They|Robert Mugane and Morgan Tsvan|group]] said so again.",
    "Emmanuel Durand met Olga Schulz. [[Durand|Emmanuel Durand|person]] said Europe must act. "
    "[[Schulz|Olga Schulz|person]] agreed. [[Both leaders|Emmanuel Durand and Olga Schulz|group]] said so.",
    "[[China, Iran, and Russia|China, Iran and Russia|government]] pledged aid.",
]
DERIVED = [
    "Boris Jonson spoke. [[Jonson's critics|Boris Jonson's critics|group]] said it was late.",
    "Kyle Ritter was held. [[His lawyers|Kyle Ritter's lawyers|group]] claimed self-defence.",
    "[[President Donald Trumble|Donald Trumble|person]] spoke at noon. [[The statement|statement by Donald Trumble|document]] said so.",
]


@pytest.mark.parametrize(
    "marked", [*SURNAMES_AND_ROLES, *BODIES, *NAMELESS, *STATES, *PAIRS, *DERIVED, *TAKEN_UP, *NOT_MIXED_UP]
)
def test_each_source_is_named_and_sorted_as_a_reader_of_the_whole_article_would(marked: str) -> None:
    for expected, said in resolved(marked):
        assert (said.source_name, said.source_kind) == (expected.name, expected.kind), expected.words


def test_the_title_lends_a_full_name_that_the_body_leaves_out() -> None:
    [(_, said)] = resolved("[[Sandrin|x|x]] called for unity.", title="Bernie Sandrin ends his bid")
    assert said.source_name == "Bernie Sandrin"


def test_a_pronoun_without_anybody_before_it_stays_unnamed_and_is_not_abstained() -> None:
    [(_, said)] = resolved("[[She|x|x]] said it was over.")
    assert (said.source_name, said.source_kind, said.abstained) == (None, None, None)


INTERVIEW = "Naomi Martin spoke to us.\n\nNaomi Martin: We saw it. [[I|Naomi Martin|person]] think so.\n\nReporter: Did [[you|None|None]] say so?"


def test_in_an_interview_the_label_of_the_paragraph_tells_who_says_i_and_nothing_tells_who_is_you() -> None:
    first, second = [said.source_name for _, said in resolved(INTERVIEW)]
    assert (first, second) == ("Naomi Martin", None)


def test_an_unmarked_continuation_inherits_the_speaker_before() -> None:
    text = '"It is over," said Ann Lorne. "We lost the vote."'
    first = Statement(content=(Span(0, 13),), cue=(Span(14, 18),), source=(Span(19, 28),), form=Form.DIRECT)
    second = Statement(content=(Span(30, len(text)),), form=Form.DIRECT)
    got = sources.resolve(text, body(text), (first, second))
    assert [said.source_name for said in got] == ["Ann Lorne", "Ann Lorne"]


@pytest.mark.parametrize(
    ("cue", "name"),
    [
        ("reportedly", "unnamed reports"),
        ("allegedly", "unnamed accusers"),
        ("is accused of", "unnamed accusers"),
        ("was forecast", "unnamed forecasters"),
        ("was said", "unnamed sources"),
    ],
)
def test_a_cue_without_any_source_is_hearsay(cue: str, name: str) -> None:
    text = f"The plant {cue} leaking for years."
    said = Statement(content=(Span(0, 9),), cue=(Span(10, 10 + len(cue)),), form=Form.INDIRECT)
    [got] = sources.resolve(text, body(text), (said,))
    assert (got.source_name, got.source_kind) == (name, SourceKind.ANONYMOUS)


@pytest.mark.parametrize(
    ("source", "size"),
    [
        ("a group of more than 40 French senators", "more than 40"),
        ("At least 200 scientists", "At least 200"),
        ("dozens of residents", "dozens"),
        ("More than 95% of the participants", "More than 95%"),
        ("Residents", None),
        ("a spokesperson for 10 Downing Street", None),
    ],
)
def test_a_collective_tells_the_size_that_it_states(source: str, size: str | None) -> None:
    [(_, said)] = resolved(f"Then [[{source}|x|x]] said no.")
    assert said.stated_size == size


@pytest.mark.parametrize(
    ("marked", "owner"),
    [
        (
            "[[Russian authorities|x|x]] acknowledged an influx, with [[one official|x|x]] saying 2,300 cars.",
            "Russian authorities",
        ),
        ("[[a Woolmart spokesperson|x|x]] said no.", "Woolmart"),
        ("[[a spokeswoman for the German government|x|x]] said no.", "German government"),
        ("[[sources within the Department of Defense|x|x]] said no.", "Department of Defense"),
        ("[[a police spokesman|x|x]] said no.", "police"),
        ("[[videos shared by Russian media|x|x]] showed it.", "Russian media"),
    ],
)
def test_a_nameless_source_tells_to_whom_it_belongs(marked: str, owner: str) -> None:
    assert resolved(marked)[-1][1].member_of == owner


def test_a_statement_inside_anothers_content_is_relayed_by_it() -> None:
    text = "Russian media said police reported 50 arrests."
    outer = Statement(content=(Span(19, 45),), source=(Span(0, 13),), cue=(Span(14, 18),), form=Form.INDIRECT)
    inner = Statement(content=(Span(35, 45),), source=(Span(19, 25),), cue=(Span(26, 34),), form=Form.INDIRECT)
    got = sources.resolve(text, body(text), (outer, inner))
    assert [said.chain for said in got] == [(), (0,)]


def test_a_cited_source_is_relayed_by_the_one_who_cites_it() -> None:
    text = "Reuters, citing two diplomats, reported a deal."
    outer = Statement(content=(Span(40, 46),), source=(Span(0, 7),), cue=(Span(31, 39),), form=Form.INDIRECT)
    inner = Statement(content=(Span(40, 46),), source=(Span(16, 29),), cue=(Span(9, 15),), form=Form.INDIRECT)
    got = sources.resolve(text, body(text), (outer, inner))
    assert [said.chain for said in got] == [(), (0,)]


def _said(text: str, source: list[str], cue: str, content: str) -> Statement:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Statement(
        content=(at(content),), cue=(at(cue),), source=tuple(at(words) for words in source), form=Form.INDIRECT
    )


MENDED = [
    ("Mr Tom Hadley said it was late.", [], "said", "it was late", ["Mr Tom Hadley"]),
    ('"It is late," said Tom Hadley of Ohio.', [], "said", '"It is late,"', ["Tom Hadley"]),
    ("It was late, she said.", [], "said", "It was late", ["she"]),
    ("The ministry in Munich said it was late.", [], "said", "it was late", ["The ministry in Munich"]),
    ("A strike in Munich said it all.", [], "said", "it all", []),
    ("The plant reportedly leaked.", [], "reportedly", "leaked", []),
    ("The Al Jazeera channel said it was late.", ["Jazeera channel"], "said", "it was late", ["Al Jazeera channel"]),
    ("According to PG&E's schedule, it was late.", ["PG&E's"], "According to", "it was late", ["PG&E's schedule"]),
    ("CNN said it was late. The agency had left.", ["CNN", "The agency"], "said", "it was late", ["CNN"]),
    ("CNN and NBC News called it late.", ["CNN", "NBC News"], "called", "it late", ["CNN", "NBC News"]),
]


@pytest.mark.parametrize(("text", "source", "cue", "content", "mended"), MENDED)
def test_the_words_of_a_source_are_whole_of_one_piece_and_found_beside_the_cue(
    text: str, source: list[str], cue: str, content: str, mended: list[str]
) -> None:
    [got] = sources.resolve(text, body(text), (_said(text, source, cue, content),))
    assert [span.of(text) for span in got.source] == mended


def test_statements_of_the_articles_own_voice_are_handed_on_untouched() -> None:
    text = "The plant closed in May."
    own = Statement(content=(Span(0, 23),))
    assert sources.resolve(text, body(text), (own,)) == (own,)


def test_the_order_in_which_statements_are_given_changes_no_name() -> None:
    text, found = unmark(
        "[[Ann Lorne|x|x]] said no. [[She|x|x]] said never. [[Tom Hadley|x|x]] said yes. [[He|x|x]] said now."
    )
    given = tuple(statement(text, span) for span, _ in found)
    forward = sources.resolve(text, body(text), given)
    backward = sources.resolve(text, body(text), given[::-1])
    assert [said.source_name for said in forward] == [said.source_name for said in backward[::-1]]
    assert [said.source_name for said in forward] == ["Ann Lorne", "Ann Lorne", "Tom Hadley", "Tom Hadley"]


def test_a_name_behind_a_group_of_any_sort_is_the_source():
    """ "monitoring" describes the group; "using" in "a protester using the name Katya" governs the name."""
    text = "More were held, according to independent monitoring group OVD-Info."
    source = Span(text.index("independent"), text.index("OVD-Info") + 8)
    statement = Statement(content=(Span(0, 14),), source=(source,), cue=(Span(16, 28),), form=Form.INDIRECT)
    passages = (Passage(Span(0, len(text)), PassageKind.BODY),)
    assert sources.resolve(text, passages, (statement,))[0].source_name == "OVD-Info"


@pytest.mark.parametrize(
    "marked",
    [
        "It rained. [[One House Republican, Mark Lind|Mark Lind|person]], said no.",
        "It rained. [[A Senate Democrat, Joan Pell|Joan Pell|person]], said no.",
        "It rained. [[Tom Hadley, a Senate Democrat|Tom Hadley|person]], said no.",
    ],
)
def test_a_name_behind_a_party_is_who_speaks(marked: str) -> None:
    for expected, said in resolved(marked):
        assert (said.source_name, said.source_kind) == (expected.name, expected.kind), expected.words
