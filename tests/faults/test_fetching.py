"""Addresses that lead into the house and servers that misbehave, through the whole desk (F67–F84).

They are handed in all at once and met by the worker's own fetcher; each test then reads what became of its part.
"""

import re

import pytest

from tests.faults.world import BUSY_FOR, CASES, address_of
from tests.ingest.hostile import ODD, SCHEMES

pytestmark = pytest.mark.faults
KEPT = {}  # by desk: what was handed in and what became of it


@pytest.fixture
def fetched(desk):
    if desk not in KEPT:
        desk.arm(overdue=60)  # of so many rows each would be sent again every second
        numbers = desk.ask("submit_all", addresses={name: address_of(name) for name in CASES})
        taken = {name: number for name, number in numbers.items() if isinstance(number, int)}
        desk.through(*taken.values(), seconds=120)
        KEPT[desk] = desk.ask("outcomes", numbers=taken)
        desk.holds()
    return KEPT[desk]


def became(fetched, outside, fault):
    """Every case of this fault ended as it must, said so in words, and nobody was where nobody may be (I1, I3, I6)."""
    wrong = {}
    for name, case in CASES.items():
        if case.fault != fault:
            continue
        end = fetched[name]
        good = end["state"] == ("failed" if case.says else "done") and end["fetches"] == case.attempts
        if not (good and re.search(case.says, end["reason"]) and (end["claims"] == 0) == bool(case.says)):
            wrong[name] = end
    assert wrong == {}
    assert outside.canary.heard == []


@pytest.mark.fault("F67")
def test_a_redirect_into_the_house(fetched, outside):
    became(fetched, outside, "F67")


@pytest.mark.fault("F68")
def test_the_addresses_of_a_clouds_metadata(fetched, outside):
    became(fetched, outside, "F68")


@pytest.mark.fault("F69")
def test_redirects_in_a_circle_and_thirty_of_them(fetched, outside):
    became(fetched, outside, "F69")


@pytest.mark.fault("F70")
def test_a_name_that_is_public_first_and_private_next(fetched, outside):
    became(fetched, outside, "F70")


@pytest.mark.fault("F71")
def test_addresses_of_the_old_protocol_inside_the_new(fetched, outside):
    became(fetched, outside, "F71")


@pytest.mark.fault("F72")
def test_hosts_as_numbers_in_every_notation(fetched, outside):
    became(fetched, outside, "F72")


@pytest.mark.fault("F73")
def test_schemes_that_are_not_of_the_web(desk, outside):
    refused(desk, outside, [address for address in SCHEMES if not address.startswith(("http:", "https:"))])


@pytest.mark.fault("F74")
def test_user_names_backslashes_and_line_ends_in_an_address(desk, outside):
    refused(desk, outside, [address for address in ODD if re.search(r"[@\\\s\x00]", address)])


@pytest.mark.fault("F75")
def test_ports_that_are_no_web_servers(desk, outside):
    refused(
        desk, outside, [f"http://world.example:{port}/" for port in (22, 25, 5432, 6379, 0, 8080, 65535, 65536, -1)]
    )


def refused(desk, outside, addresses):
    """Refused at the door with a sentence, and nothing is stored (I3); or, where only the host is bad, by the fetcher (I6)."""
    before = desk.ask("rows")["Article"]
    answers = desk.ask("submit_all", addresses={str(n): address for n, address in enumerate(addresses)})
    taken = [one for one in answers.values() if isinstance(one, int)]
    assert all(one.endswith(".") for one in answers.values() if one not in taken)
    assert desk.ask("rows")["Article"] == before + len(taken)
    assert [end for end in desk.through(*taken) if end["state"] != "failed" or not end["reason"]] == []
    assert outside.canary.heard == []


@pytest.mark.fault("F76")
def test_a_byte_now_and_then(fetched, outside):
    became(fetched, outside, "F76")


@pytest.mark.fault("F77")
def test_a_body_without_end(fetched, outside):
    became(fetched, outside, "F77")


@pytest.mark.fault("F78")
def test_a_length_that_lies(fetched, outside):
    became(fetched, outside, "F78")


@pytest.mark.fault("F79")
def test_a_body_that_inflates(fetched, outside):
    became(fetched, outside, "F79")


@pytest.mark.fault("F80")
def test_certificates_out_of_date_of_its_own_making_and_of_another(fetched, outside):
    became(fetched, outside, "F80")


@pytest.mark.fault("F81")
def test_a_connection_reset_in_the_middle(fetched, outside):
    became(fetched, outside, "F81")


@pytest.mark.fault("F82")
def test_a_name_that_is_unknown_and_a_resolver_that_is_silent(fetched, outside):
    became(fetched, outside, "F82")


@pytest.mark.fault("F83")
def test_answers_that_are_no_page_are_named_and_a_wish_to_wait_is_kept(fetched, outside):
    became(fetched, outside, "F83")
    first, second = CASES["busy"].answer.asked[-2:]
    assert second - first >= BUSY_FOR


@pytest.mark.fault("F84")
def test_proxies_and_passwords_of_this_machine_are_not_used(fetched, outside):
    became(fetched, outside, "F84")
    said = [set(request.headers) for request in (*outside.server.log, *outside.secure.log)]
    assert len(said) > 40
    assert not any({"authorization", "proxy-authorization", "cookie"} & headers for headers in said)
