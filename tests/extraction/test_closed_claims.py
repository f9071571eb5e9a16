"""Claims that pointed into their article and now name what they mean: the country, the firm, the town, the court, the year."""

import datetime

from claims.extraction import pipeline
from tests.extraction.prose import claims

DAY = datetime.date(2024, 3, 5)
KENYA = "Kenya raised its fuel tax on Monday, and traders in Kenya closed their shops.\n\n"
NORVIK = "The airline Norvik Air grounded 14 planes on Monday after an engine failed.\n\n"


def titled(title: str, text: str) -> list[str]:
    """What is proposed for an article with that title."""
    return [c.text for c in pipeline.load().run(text, title, DAY).claims if c.abstained is None]


def test_the_government_of_an_article_about_one_country_is_that_countrys() -> None:
    assert "The Kenyan government promised cheaper bread." not in claims(KENYA)
    found = claims(f"{KENYA}The army guarded the banks. The prime minister cancelled a trip to the coast.")
    assert "The Kenyan army guarded the banks." in found
    assert "The Kenyan prime minister cancelled a trip to the coast." in found


def test_who_is_found_for_it_has_its_country_too() -> None:
    assert "The Kenyan government would appeal." in claims(
        f"{KENYA}The government said it would appeal. Fuel costs more than bread."
    )


def test_the_country_of_a_dateline_counts_where_no_table_knows_it() -> None:
    found = claims(
        "MBARO, Kasara — Floods drove 3,000 people from their homes in Kasara on Sunday.\n\n"
        "The army sent six helicopters. The country lost 200 people to floods in 2019."
    )
    assert "Kasara's army sent six helicopters." in found
    assert "Kasara lost 200 people to floods in 2019." in found


def test_the_government_stays_open_where_an_article_is_about_two_countries() -> None:
    for other in ("Uganda and Ugandan traders watched.", "The neighbouring country closed its border."):
        assert "The army guarded the banks." in claims(f"{KENYA}{other}\n\nThe army guarded the banks.")


def test_the_president_of_a_union_is_no_countrys() -> None:
    found = claims(f"{KENYA}The president of the union marched.\n\nThe president cancelled a trip to the coast.")
    assert not any("Kenyan president" in claim for claim in found)


def test_a_town_is_known_by_its_mayor() -> None:
    found = claims(
        "The mayor of Brackwell, Tony Larkin, has been charged with fraud.\n\nThe town has 31,000 inhabitants."
    )
    assert "Brackwell has 31,000 inhabitants." in found


def test_the_town_stays_open_where_the_article_has_two() -> None:
    found = claims("The mayor of Brackwell met the mayor of Welby on Monday.\n\nThe town has 31,000 inhabitants.")
    assert "The town has 31,000 inhabitants." in found


def test_the_state_is_the_one_american_state_of_the_article() -> None:
    found = claims(
        "One in six schools in Ohio has lead in its water.\n\nThe state has spent 40 million dollars on new pipes."
    )
    assert "Ohio has spent 40 million dollars on new pipes." in found


def test_a_bank_is_told_by_the_end_of_its_name() -> None:
    assert "Fenbank lost the data of 80,000 customers in 2021." in claims(
        "Fenbank said on Monday that hackers had stolen names.\n\nThe bank lost the data of 80,000 customers in 2021."
    )


def test_the_firm_is_whoever_has_its_name_behind_the_noun() -> None:
    found = claims(
        "A blast hit a mine on Monday.\n\nThe company, Norcoal, closed the shaft.\n\nThe company paid a fine in 2021."
    )
    assert "Norcoal paid a fine in 2021." in found


def test_the_countrys_largest_maker_is_a_maker_and_no_country() -> None:
    found = claims(
        "Sollen Foods, the country's largest maker of frozen food, will cut 1,200 jobs.\n\n"
        "The country lost 200 people to floods in 2019. The firm was founded in 1961."
    )
    assert "Sollen Foods was founded in 1961." in found
    assert not any(claim.startswith("Sollen Foods lost") for claim in found)


def test_shares_are_of_the_one_firm_of_the_article() -> None:
    assert "Norvik Air's shares fell by 9 per cent." in claims(f"{NORVIK}Shares fell by 9 per cent.")


def test_shares_stay_open_where_the_article_has_two_firms() -> None:
    found = claims(f"{NORVIK}The maker, Trent Power, sent engineers. Shares fell by 9 per cent.")
    assert "Shares fell by 9 per cent." in found


def test_two_men_bear_the_names_that_stood_with_their_ages() -> None:
    assert "Peter Shaw and Liam Doyle had worked in the pit for five years." in claims(
        "The dead were named as Peter Shaw, 41, and Liam Doyle, 29. The two men had worked in the pit for five years."
    )


def test_what_was_brought_in_with_its_place_keeps_it() -> None:
    text = "A factory in Eastmoor has dismissed its doctor.\n\n"
    later = "The factory made shirts for two chains."
    assert "The factory in Eastmoor made shirts for two chains." in claims(text + later)
    assert later in claims(f"{text}Another factory is closed.\n\n{later}")


def test_a_ruling_is_of_the_one_court_that_ruled() -> None:
    found = claims(
        "An appeals court in Tarvo on Monday overturned the conviction of a builder.\n\nThe ruling was unanimous."
    )
    assert "The ruling of the appeals court in Tarvo was unanimous." in found


def test_a_charge_is_of_what_somebody_is_charged_with() -> None:
    assert "The charge of fraud is without merit." in claims(
        "A builder in Velm has been charged with fraud over a loan.\n\nThe charge is without merit, the builder said."
    )


def test_there_is_the_one_place_of_the_sentence_before() -> None:
    found = claims("Protesters marched to the square in Lesk on Monday. Twenty people were arrested there.")
    assert "Twenty people were arrested in Lesk." in found


def test_that_year_is_the_one_year_of_the_sentence_before() -> None:
    found = claims("Unions in Velm called a strike in 2013. Unions signed an agreement with the chains that year.")
    assert "Unions signed an agreement with the chains in 2013." in found


def test_a_government_is_in_no_town() -> None:
    found = titled(
        "Train derails near Aschau, killing four",
        "Four people were killed when a train derailed near Aschau on Friday. Aschau lies near the border.\n\n"
        "The government has cut the budget twice. The carriages rolled down a bank near Aschau.",
    )
    assert "The government has cut the budget twice." in found


def test_a_resignation_that_is_demanded_has_not_come() -> None:
    found = claims("Protesters in Velm on Monday demanded the resignation of the prime minister.")
    assert not any("has resigned" in claim for claim in found)


def test_an_hour_has_the_one_day_that_the_article_names() -> None:
    found = claims("A fire destroyed a mill in Velm on Monday.\n\nThe roof fell in at about 3 a.m. after a blast.")
    assert "The roof fell in at about 3 a.m. on March 4, 2024 after a blast." in found


def test_where_a_study_appeared_is_said_without_the_day() -> None:
    found = claims(
        "Sleep is good for the heart, according to a study published on Monday in the Journal of Occupational Health.\n\n"
        "The study covered 4,000 homes. The researchers asked 900 people."
    )
    assert "The study published in the Journal of Occupational Health covered 4,000 homes." in found
    assert "The researchers behind the study published in the Journal of Occupational Health asked 900 people." in found


def test_denied_wrongdoing_is_the_deniers_own() -> None:
    assert "Tony Larkin committed no wrongdoing." in claims("Tony Larkin, a builder, denied any wrongdoing on Monday.")


def test_no_council_sits_in_a_park() -> None:
    found = titled(
        "Council approves stadium in Redcar Park",
        "Councillors have approved a stadium in Redcar Park. Redcar Park was opened in 1923.\n\n"
        "The council rejected a lower bid. The report was not published.",
    )
    assert "The council rejected a lower bid." in found
    assert "The report was not published." in found


def test_a_scene_may_be_the_north_of_a_land() -> None:
    found = titled(
        "Floods displace 30,000 in northern Kasara",
        "Floods have driven 30,000 people from their homes in northern Kasara.\n\nHelp comes from southern Kasara and"
        " northern Kasara. The water swept away 14 bridges.",
    )
    assert "The water in northern Kasara swept away 14 bridges." in found


def test_the_party_of_somebody_elses_words_stays_open() -> None:
    found = claims(
        "The National Union won the election in Narvia on Sunday. The party lost 14 seats.\n\n"
        "The vote was rigged, Liberal leader Dana Iliev said. She said the party would go to court."
    )
    assert "The party would go to court." in found


def test_what_somebody_does_to_what_is_his_is_his() -> None:
    found = claims(
        "Officer Daniel Reyes shot Marcus Webb twice on January 6 after stopping a car in which the boy was a passenger."
        " The officer said he had seen a gun.\n\nNo weapon was found in the car. The video from the officer's camera was"
        " released in February. It shows the boy raising his hands."
    )
    assert not any("Reyes's hands" in claim for claim in found)


def test_the_defence_is_no_it() -> None:
    found = claims(
        "The recording is genuine, the court in Velm heard on Monday.\n\n"
        "The defence had argued that it was made without a warrant."
    )
    assert not any(claim.startswith("The defence was made") for claim in found)


def test_a_maker_with_its_name_behind_it_is_no_other_firm() -> None:
    assert "The maker, Trent Power, sent two engineers to the airport." in claims(
        f"{NORVIK}The maker, Trent Power, sent two engineers to the airport."
    )


def test_an_election_that_a_party_trails_ahead_of_is_to_come() -> None:
    found = claims("The National Union is trailing in the polls ahead of the election in May.")
    assert "The National Union is trailing in the polls ahead of the election in May 2024." in found


def test_whoever_took_over_last_year_did_so_in_it() -> None:
    assert "Neil Foster took over in 2023." in claims("Neil Foster took over last year.")


def test_a_ruling_party_keeps_its_article() -> None:
    found = claims("The ruling National Union won on Sunday. The party lost 14 seats to the Liberals.")
    assert "The National Union lost 14 seats to the Liberals." in found
