"""Claims whose "the report", "the vote" or "the form" the article itself says more of, in one way only."""

from claims.extraction.lexicon.happenings import KINDS
from claims.extraction.lexicon.subjects_of import SAYS_OF_WHAT
from tests.extraction.prose import claims

AUDIT = "The ministry ordered an audit of rural clinics last year."
PLAN = "The council in Velm approved a plan to close two libraries on Monday."
FORM = "Arden Bank's consent form was sent to 4,000 customers."


def test_what_an_audit_is_of_is_said_wherever_it_is_meant() -> None:
    assert "The audit of rural clinics was finished in May 2024." in claims(
        f"{AUDIT}\n\nThe audit was finished in May 2024. Forty clinics had no doctor."
    )


def test_what_a_plan_is_to_do_is_said_wherever_it_is_meant() -> None:
    found = claims(f"{PLAN}\n\nThe plan was opposed by readers. It was drawn up in 2023.")
    assert "The plan to close two libraries was opposed by readers." in found
    assert "The plan to close two libraries was drawn up in 2023." in found


def test_what_a_vote_is_on_is_said_wherever_it_is_meant() -> None:
    assert "The vote on the pension bill was delayed by a power cut." in claims(
        "Members of parliament in Velm were to hold a vote on the pension bill on Tuesday.\n\n"
        "The vote was delayed by a power cut."
    )


def test_who_published_a_survey_is_said_wherever_it_is_meant() -> None:
    assert "The survey published by the Velm Institute covered 4,000 homes." in claims(
        "Most flats are damp, according to a survey published by the Velm Institute last week.\n\n"
        "The survey covered 4,000 homes."
    )


def test_what_a_law_does_is_said_wherever_it_is_meant() -> None:
    assert "The law banning phones in schools takes effect in May 2024." in claims(
        "Parliament has passed a law banning phones in schools, the speaker said.\n\nThe law takes effect in May 2024."
    )
    assert "The bill that would raise rents has been withdrawn." in claims(
        "Tenants marched on Monday against a bill that would raise rents.\n\nThe bill has been withdrawn."
    )


def test_one_of_several_audits_stays_as_it_is() -> None:
    later = "\n\nThe audit was finished in May 2024."
    for other in (
        "An audit of town clinics is due.",
        "Both audits cost too much.",
        "The county's audit was never read.",
    ):
        assert "The audit was finished in May 2024." in claims(f"{AUDIT} {other}{later}")


def test_what_a_claim_names_is_not_said_twice() -> None:
    assert "Lumen Health learned of the breach in July 2023." in claims(
        "Hackers stole the records of a million patients in a breach at Lumen Health, the firm said.\n\n"
        "The company learned of the breach in July 2023."
    )


def test_a_number_of_years_is_nothing_that_a_plan_is_for() -> None:
    assert "The plan was scrapped in May 2023." in claims(
        "The mayor of Velm fought the plan for nine years.\n\nThe plan was scrapped in May 2023."
    )


def test_what_somebody_only_compares_with_is_no_description() -> None:
    assert "The report will be published in 2025." in claims(
        "“It is a report by the minister's nephew,” said Per Holm, a member of parliament.\n\n"
        "The report will be published in 2025."
    )


def test_whose_form_it_is_is_said_wherever_it_is_meant() -> None:
    assert "Arden Bank's form ran to nine pages." in claims(f"{FORM}\n\nThe form ran to nine pages.")


def test_whose_resignation_it_is_is_said_with_the_full_name() -> None:
    assert "Ann Lind's resignation takes effect in June 2024." in claims(
        "The mayor of Velm, Ann Lind, stepped down on Monday.\n\n"
        "Ms Lind's resignation surprised many. The resignation takes effect in June 2024."
    )


def test_a_form_of_which_two_have_one_stays_as_it_is() -> None:
    other = "Velm Bank's form was shorter."
    assert "The form ran to nine pages." in claims(f"{FORM} {other}\n\nThe form ran to nine pages.")


def test_a_day_is_no_owner() -> None:
    assert "The speech lasted an hour." in claims("Monday's speech drew a crowd in Velm.\n\nThe speech lasted an hour.")


def test_happenings_are_left_to_those_who_name_them() -> None:
    assert not {noun for kind in KINDS for noun in kind} & set(SAYS_OF_WHAT)
