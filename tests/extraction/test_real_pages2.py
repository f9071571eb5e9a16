"""What real pages of many outlets have around and in their articles, in own sentences: furniture stays out, and the prose is read rightly."""

import datetime

import pytest

from claims.extraction import pages, passages, pipeline
from claims.extraction.types import Extraction, PassageKind

DAY = datetime.date(2026, 11, 20)


def read(text: str) -> Extraction:
    return pipeline.run(text, "", DAY)


def claims(text: str) -> list[str]:
    return [claim.text for claim in read(text).claims]


def sources(text: str) -> list[str | None]:
    return [statement.source_name for statement in read(text).statements if statement.attributed]


def prose(text: str) -> list[str]:
    return [passage.span.of(text) for passage in passages.find(text) if passage.is_prose]


@pytest.mark.parametrize(
    "filed",
    [
        "OAKHAM, N.J. — (BUSINESS WIRE) —",
        "OAKHAM — (GLOBE NEWSWIRE) —",
        "Orla, Velm | THE HERALD VELM |",
        "Orla, Velm | Ann Lind |",
    ],
)
def test_where_a_report_was_filed_is_no_part_of_its_first_sentence(filed: str) -> None:
    told = "Police have found the ferry that was lost in May with 40 people on board."
    text = f"{filed} {told}\n\nThe harbour office said that it lay 90 metres deep."
    assert prose(text)[0] == told


def test_the_end_of_a_list_that_breaks_off_is_not_put_away() -> None:
    told = (
        "Thousands of people are trying to leave Orla, as the army plans to shell it from the hills. The council says"
    )
    text = (
        "Summary\n\n• Soldiers have landed in Velm, the largest port of the land, according to its navy.\n\n"
        f"• Four people have been killed after a rocket hit a house, the mayor said on Monday.\n\n• {told}"
    )
    kinds = {p.kind for p in passages.find(text) if "trying to leave" in p.span.of(text)}
    assert kinds == {PassageKind.BODY}


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "Saturday night's order to leave covers most of the valley, Sheriff Mark Lund said.",
            "The November 14, 2026, order to leave covers most of the valley.",
        ),
        (
            "Crews who were sent to the scene of last night's fatal crash in Orla will be offered help.",
            "Crews who were sent to the scene of the November 19, 2026, fatal crash in Orla will be offered help.",
        ),
        (
            "The police are looking into a crash that killed two men in the early hours of this morning.",
            "The police are looking into a crash that killed two men in the early hours of the morning of November 20, 2026.",
        ),
        (
            "Two men were hurt in a crash in Orla this afternoon, Wednesday September 7 2022.",
            "Two men were hurt in a crash in Orla this afternoon, Wednesday September 7 2022.",
        ),
    ],
)
def test_a_part_of_a_day_keeps_its_grammar_where_it_is_dated(sentence: str, claim: str) -> None:
    assert claims(sentence) == [claim]


def test_whoever_is_in_his_forties_is_the_one_told_of() -> None:
    text = "Carl Venn said the village was in shock.\nIn Orla, a cyclist in his 40s died on Monday when he was hit by a lorry."
    assert not any("Venn's 40s" in claim for claim in claims(text))


@pytest.mark.parametrize(
    "whole",
    [
        "Homes were cleared as dry, hot winds fed a fire in the north of Velm on Monday.",
        "The plant supplies safe, secure and affordable power to 4,000 homes in Velm.",
        "The outage was affecting about 9,000 homes and shops in six towns for two days or longer.",
        "The town was spared the worst of a cut that darkened most of the bay, the hills to the north and the islands.",
        "Police are asking for witnesses after a fatal crash in County Lorne, today Wednesday 7th September 2022.",
    ],
)
def test_what_belongs_together_is_not_cut(whole: str) -> None:
    assert len(claims(whole)) == 1


def test_a_person_with_two_offices_is_still_told_what_he_is() -> None:
    text = "The plan was drawn up by Carl Venn, the mayor of Orla and the head of its harbour board."
    assert claims(text)[1:] == ["Carl Venn was the mayor of Orla.", "Carl Venn was the head of its harbour board."]


def test_a_town_hit_hard_is_told_of_by_no_sentence_without_its_verb() -> None:
    told = claims("They will meet in Orla, a town hit hard by the deadliest fires in the history of Velm.")
    assert not any(claim.startswith("A town hit hard") for claim in told)


def test_a_second_verb_that_does_not_fit_the_clause_is_of_the_main_subject() -> None:
    text = "The government seems unable to bear criticism after its supporters beat students with pipes and is keen to silence them."
    assert not any(" is keen" in claim and not claim.startswith("The government seems") for claim in claims(text))


def test_what_is_published_somewhere_is_the_subject_behind_the_comma() -> None:
    told = claims(
        "Published in Earth and Sea, a new study, led by two chemists at the University of Orla, reconstructed how salt moved between lakes."
    )
    assert not any("Sea was a new study" in claim for claim in told)


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Speaking during a visit to a school in Oakham, the education secretary said the plan would cost £3m.", "education secretary"),
        ("On a tour of the yards in Velm, the minister also said that 40 ships would be built.", "minister"),
        ("Anna Holt, the mayor of Orla, said that 40 ships would be built.", "Anna Holt"),
    ],
)  # fmt: skip
def test_a_place_before_whoever_speaks_is_not_the_speaker(sentence: str, source: str) -> None:
    assert sources(sentence) == [source]


def test_a_given_name_behind_the_comma_belongs_to_the_speaker() -> None:
    text = "Four people were killed after a rocket that was aimed at the base hit a house, Dorin Olescu, an adviser to the minister, said on Telegram."
    assert sources(text) == ["Dorin Olescu"]
    assert not any(claim.rstrip(".").endswith("Dorin") for claim in claims(text))


def test_who_shouts_slogans_has_said_nothing_that_is_told() -> None:
    assert sources("Students shout slogans as they march against two fatal crashes in Orla.") == []


def test_what_somebody_advised_against_is_no_claim_as_it_stands() -> None:
    text = "In a statement, police chief Carl Venn advised against gathering outside the court."
    assert all(claim.abstained for claim in read(text).claims)


ARTICLE = (
    "Fire on Harbour Street: man arrested",
    "By Ruth Calloway",
    "November 16, 2026",
    "Police in Oakham have arrested a 34-year-old man over a fire that destroyed 12 homes last week, the sheriff said on Monday.",
    "Sheriff Mark Lund said the man had been seen near the boat yard about an hour before the fire began.",
    "“We have video that puts him there,” Lund told reporters. “He has not said why he was there.”",
    "The fire killed two people and left 60 without a home, according to the Red Cross.",
    "The suspect, Dale Varga, worked at the yard until August, when he was dismissed, its owner said.",
    "Varga’s lawyer, Anna Prior, said her client denied any part in the fire.",
)


def around(line: str, place: int) -> str:
    return "\n\n".join((*ARTICLE[:place], line, *ARTICLE[place:]))


@pytest.mark.parametrize("place", [6, 9])
@pytest.mark.parametrize(
    "line",
    [
        "This article was amended on 17 November 2026. An earlier version said that the fire had destroyed 14 homes.",
        "Correction, Nov. 17, 2026: This story gave a wrong number of homes. It was 12, not 14.",
        "This story originally said that the fire had destroyed 14 homes.",
        "Anyone with information about the fire is asked to call the sheriff on 1-555-010-2233.",
        "If you have any information, call the sheriff on 555-010-2233 and quote log 44.",
        "For confidential support call the Listeners on 555 123 or visit a branch.",
        "We apologise, but this video has failed to load.",
        "This material was originally published in Danish.",
    ],
)
def test_what_the_house_takes_back_or_asks_makes_no_claim(line: str, place: int) -> None:
    text = around(line, place)
    start = text.index(line)
    told = [p for p in passages.find(text) if p.span.start < start + len(line) and start < p.span.end]
    assert not any(passage.is_prose for passage in told)
    assert [paragraph for paragraph in prose(text) if paragraph in ARTICLE] == list(ARTICLE[3:])


def test_a_button_called_comments_in_the_midst_ends_no_article() -> None:
    assert [paragraph for paragraph in prose(around("Comments", 6)) if paragraph in ARTICLE] == list(ARTICLE[3:])


def test_readers_below_the_heading_of_comments_stay_away() -> None:
    thread = (
        "Comments",
        "Everyone on the street knew who it was by Friday.",
        "They should have locked the gate years ago.",
    )
    assert prose("\n\n".join((*ARTICLE, *thread))) == list(ARTICLE[3:])


@pytest.mark.parametrize("end", ["ENDS", "- ENDS -", "Notes to Editors", "###"])
def test_nothing_of_a_release_stands_below_its_end(end: str) -> None:
    below = ("About the Ministry", "The Ministry of Harbours was formed in 1955 and has eleven offices on the coast.")
    assert prose("\n\n".join((*ARTICLE, end, *below))) == list(ARTICLE[3:])


def test_what_a_minister_is_quoted_with_below_the_end_of_a_release_is_kept() -> None:
    said = "Harbour master Tom Berg said: “We lost three boats in the storm of last year, and this is overdue.”"
    assert said in prose("\n\n".join((*ARTICLE, "ENDS", said)))


@pytest.mark.parametrize("label", ["Why it matters:", "Zoom in:", "Yes, but:", "By the numbers:", "In brief:"])
def test_a_label_before_a_paragraph_is_no_part_of_its_claim(label: str) -> None:
    told = "Varga was dismissed from the yard in August after a row over his pay."
    assert told in prose(around(f"{label} {told}", 7))
    assert not any(claim.startswith(label.rstrip(":")) for claim in claims(around(f"{label} {told}", 7)))


@pytest.mark.parametrize(
    "line",
    [
        "The Gazette has contacted the owner of the yard for comment.",
        "The Ministry of Harbours has been approached for comment.",
        "We have asked the sheriff’s office for a response.",
        "A view of the boat yard after the fire.",
    ],
)
def test_what_the_paper_did_for_an_answer_is_no_claim(line: str) -> None:
    found = read(around(line, 9))
    assert not any(claim.abstained is None and claim.text[:12] == line[:12] for claim in found.claims)


def test_a_majority_may_want_something() -> None:
    assert "A majority of the public want the yard closed." in claims("A majority of the public want the yard closed.")


def test_the_paragraph_below_a_captions_label_and_its_caption_is_the_article() -> None:
    told = "Local traders said they had lost up to half of their trade."
    lines = (
        "Image source, Google",
        "Image caption,",
        "Buses go along Corporation Street",
        told,
        "Listen to highlights on our app.",
    )
    assert told in prose("\n\n".join((*ARTICLE, *lines)))


def test_a_zone_behind_the_hour_is_part_of_the_date() -> None:
    text = "\n\n".join((ARTICLE[0], "Published", "19 November 2026, 10:32 GMT", *ARTICLE[3:]))
    assert {p.kind for p in passages.find(text) if "10:32" in p.span.of(text)} == {PassageKind.DATELINE}
    assert not any(p.span.of(text) in ("GMT", "T") for p in passages.find(text))


def test_an_office_of_two_matters_has_one_name() -> None:
    text = "The Food and Drug Office said on Thursday that it would want new labels.\nThe office found that 40 people were ill."
    assert sources(text) == ["Food and Drug Office", "Food and Drug Office"]


def test_a_day_without_what_it_is_counted_from_is_no_claim() -> None:
    text = "The strike came a day after President Carl Venn told Parliament that the worst was over."
    assert not any(claim.abstained is None and claim.text.endswith("came a day.") for claim in read(text).claims)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Carl Venn has accused Ruth Holt of not having a plan.", "Ruth Holt did not have a plan."),
        ("The union accused the firm of not paying its drivers.", "The firm did not pay its drivers."),
        ("Carl Venn accused the firm of deliberately hiding the leak.", "The firm deliberately hid the leak."),
        (
            "Carl Venn implores the army to recognise its dead as fallen soldiers.",
            "The army should recognise its dead as fallen soldiers.",
        ),
    ],
)
def test_what_is_charged_or_begged_for_keeps_its_sense(sentence: str, claim: str) -> None:
    assert claims(sentence) == [claim]


@pytest.mark.parametrize(
    "whole",
    [
        "According to the poll, a party headed by Housing and Coastal Planning Minister Carl Venn would win eight seats.",
        "Velm is in the grip of a second flood, as cities and towns across the land go under.",
        "The bank braced for losses as 3,600 homes and 1,250 shops were expected to flood.",
        "The mayor warned heat and floods would come more often.",
    ],
)
def test_nouns_that_share_a_verb_are_not_parted(whole: str) -> None:
    told = claims(whole)
    assert not any(claim.rstrip(".").endswith(("Housing", "as cities", "3,600 homes", "heat")) for claim in told)


def test_a_clause_without_its_subject_is_not_given_to_whoever_speaks() -> None:
    text = "Speaking on the radio, Carl Venn says the family asked for a grave, but were turned down on Monday."
    assert not any(claim.startswith("Carl Venn were") for claim in claims(text))


def test_three_of_them_are_no_three_of_a_body() -> None:
    text = "The Coast Guard has said that it believes the three of them fled the ship."
    assert not any("three of the Coast Guard" in claim or "three of Coast Guard" in claim for claim in claims(text))


@pytest.mark.parametrize(
    "text",
    [
        "The man was killed after being shot by the police when he reportedly drew a knife.",
        "Weather warnings for Friday include:\n\n• a warning for rain in the north of the state, where dams are full.",
    ],
)
def test_what_breaks_off_at_a_subject_or_before_its_list_waits_for_a_person(text: str) -> None:
    broken = [c for c in read(text).claims if c.text.rstrip(".").endswith((" when he", " include"))]
    assert all(claim.abstained for claim in broken)


def test_as_well_is_not_left_at_the_end() -> None:
    text = "Alarms were sounding in Orla, Velm, and Lorne, as well as in the city of Oakham, at the time of the raid."
    assert not any(claim.endswith("as well.") for claim in claims(text))


def test_what_leads_in_and_what_is_said_are_not_run_together() -> None:
    text = "Stressing that the flood was not as bad as that of 2011, premier Carl Venn told residents in Orla that now was the time to leave."
    assert not any("2011 now was" in claim for claim in claims(text))


def test_the_hours_of_a_live_page_are_no_part_of_its_entries() -> None:
    entries = (
        "9:42pm: A storm warning has been issued by the council of Velm.",
        "Some low streets may be flooded on Saturday, the council said.",
        "9:00pm: The army has sent 40 boats to Orla.",
        "8.12pm: “We need more of them,” mayor Ruth Holt said.",
    )
    text = "\n\n".join(
        ("Floods hit Velm", ARTICLE[1], "Look back at how the day unfolded. All times are in GMT.", *entries)
    )
    told = prose(text)
    assert {entries[1], *(entry.partition(": ")[2] for entry in (entries[0], entries[2], entries[3]))} <= set(told)


def test_the_file_of_a_picture_is_no_part_of_the_paragraph() -> None:
    told = "A woman and her grandson were hurt by a relative in Orla on Saturday night, the police said."
    assert told in prose(f"crime-scene.jpg{told}\n\nThe man was shot by the police when he drew a knife.")


def test_the_place_and_the_day_before_a_colon_are_a_dateline() -> None:
    told = "Young nurses in the three public wards of the city went on strike on Friday."
    assert prose(f"ORLA, Jan 4: {told}\n\nThey want the release of a colleague who was held in May.")[0] == told


@pytest.mark.parametrize(
    "whole",
    [
        "It’s been 128 days since Ruth Holt became the mayor of Velm.",
        "It has been two years since the dam broke.",
        "Lawmakers wait for reporters in Orla, Tuesday, Dec. 19, 2017.",
        "Reflecting the mood in Orla, Senator Carl Venn voted for the bill.",
    ],
)
def test_a_stretch_of_time_a_full_date_and_a_sign_are_told_as_they_stand(whole: str) -> None:
    assert claims(whole) == [whole]


def test_a_claimed_sea_is_no_claim_that_it_is_not_owned() -> None:
    text = "The ships met in the Sea of Orla, which Velm claims almost entirely despite a ruling that its claim has no basis in law."
    assert sources(text) == []


def test_what_somebody_did_not_confirm_is_not_proposed() -> None:
    text = "Carl Venn did not confirm whether a ship had sunk off Velm."
    assert all(claim.abstained or "whether" in claim.text for claim in read(text).claims)


def test_a_sea_has_no_ministry() -> None:
    text = "Velm on Friday told of a collision in the South Orla Sea, with its defence ministry strongly condemning the coast guard for “madness”."
    assert not any((name or "").startswith("South Orla Sea") for name in sources(text))


def test_a_letter_is_not_from_whom_it_goes_to() -> None:
    text = "Thirty charities have signed a letter to Prime Minister Carl Venn, raising concerns that the state is not on track to meet its target."
    assert sources(text) == ["Thirty charities"]
    other = "The mayor was criticised by Carl Venn, claiming that the state had lost its way."
    assert set(sources(other)) == {"Carl Venn"}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Ruth Holt, a spokeswoman, confirmed that a fight had broken out without mentioning the crash.",
            "A fight had broken out.",
        ),
        (
            "Carl Venn accused the state of “seriously undermining peace in the region”.",
            "The state was “seriously undermining peace in the region”.",
        ),
    ],
)
def test_how_something_was_said_is_no_part_of_it(text: str, claim: str) -> None:
    assert claims(text) == [claim]


def test_to_what_end_is_no_promise() -> None:
    text = "Ruth Holt says: “We are seeing more people on the streets. To protect these homes we need the state to pay £2bn a year.”"
    assert not any("will protect" in claim for claim in claims(text))


def test_what_they_insist_of_a_bill_is_not_whole_without_the_bill() -> None:
    text = "The party has passed the law, an unpopular bill they insist voters will learn to love."
    assert all(claim.abstained for claim in read(text).claims if "learn to love" in claim.text)


@pytest.mark.parametrize("place", [6, 9])
@pytest.mark.parametrize(
    "line",
    [
        "On today’s episode of Oakham Daily, host Ruth Calloway talks to Sheriff Lund about the case.",
        "Gift subscriptions start at $39 a year.",
        "A donor has offered to match every gift made before midnight on Friday.",
        "The Lund Trust had no role in the selection of this story’s focus.",
        "The comment section is closed.",
        "Fourteen people are reading this now.",
        "Calloway reported from Oakham and Berg from Velm.",
    ],
)
def test_what_the_house_tells_of_itself_makes_no_claim(line: str, place: int) -> None:
    text = around(line, place)
    start = text.index(line)
    told = [p for p in passages.find(text) if p.span.start < start + len(line) and start < p.span.end]
    assert not any(passage.is_prose for passage in told)


def test_an_article_that_goes_on_below_the_word_ends_is_no_release() -> None:
    assert [paragraph for paragraph in prose(around("Ends", 6)) if paragraph in ARTICLE] == list(ARTICLE[3:])


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "The board will meet after this week’s vote.",
            "The board will meet after the week of November 16, 2026, vote.",
        ),
        ("The yard reopened after last weekend’s storm.", "The yard reopened after the November 14–15, 2026, storm."),
        ("Orders fell after last month’s strike.", "Orders fell after the October 2026 strike."),
    ],
)
def test_a_week_that_owns_something_stands_before_it(sentence: str, claim: str) -> None:
    assert claims(sentence) == [claim]


def test_a_paragraph_whose_last_marks_stand_apart_is_whole() -> None:
    told = 'Of the call, former prosecutor Carl Venn said on the radio: "If I saw this in a case, I’d think, ‘They speak openly.’\xa0"'
    assert told in prose(around(told, 7))


def test_the_entries_of_a_live_page_are_all_of_it() -> None:
    entries = "".join(
        f"<li><article><h3>What we know</h3><span>published at 10:{n}0</span><p>{one}</p><p>{two}</p><div>Share</div></article></li>"
        for n, (one, two) in enumerate(zip(ARTICLE[3::2], ARTICLE[4::2], strict=True))
    )
    page = f"<html lang='en'><head><title>{ARTICLE[0]}</title></head><body><main><h1>{ARTICLE[0]}</h1><ol>{entries}</ol></main></body></html>"
    text = pages.read_html(page.encode()).text
    assert all(paragraph in text for paragraph in ARTICLE[3:])


def test_of_two_whole_articles_with_their_own_titles_the_first_is_read() -> None:
    def whole(title: str, *told: str) -> str:
        return f"<article><h1>{title}</h1>{''.join(f'<p>{one}</p>' for one in told)}</article>"

    other = "The ferry that sank off Velm last week had failed two inspections since March, the harbour office said on Sunday."
    page = f"<html lang='en'><head><title>{ARTICLE[0]}</title></head><body>{whole(ARTICLE[0], *ARTICLE[3:])}{whole('Ferry failed tests', other, other)}</body></html>"
    assert other not in pages.read_html(page.encode()).text


@pytest.mark.parametrize("bracket", ["(NASDAQ: LUND)", "(NYSE: LND)", "(LUND)"])
def test_the_sign_of_a_share_is_no_speaker(bracket: str) -> None:
    text = f"Lund Marine Inc. {bracket}, a maker of workboats, today announced that it has opened a yard in Oakham."
    assert claims(text) == ["Lund Marine Inc has opened a yard in Oakham."]
