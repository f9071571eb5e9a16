"""Texts that are too long, poisonous, endless or no text at all (F43–F46, F57–F59, F61)."""

import json

import pytest
import requests

from tests.faults.desk import busy
from tests.faults.visitor import TIMEOUT, Visitor

pytestmark = pytest.mark.faults
ONE_LINE = 1_000_000


@pytest.fixture
def visitor(desk):
    with Visitor(desk) as visitor:
        yield visitor


def refused(desk, visitor, text, *, statuses=(422,), words="", **more):
    """It is refused with words for a person, what was typed is still there, and nothing is stored (I3)."""
    before = desk.ask("rows")
    answer = visitor.submit(text, **more)
    assert answer.status in statuses, answer.status
    assert words in answer.text
    assert desk.ask("rows") == before
    return answer


@pytest.mark.fault("F43")
def test_an_article_of_ten_megabytes(desk, visitor):
    refused(desk, visitor, "All work and no play. " * 476_000, statuses=(413,), words="8 MB")


@pytest.mark.fault("F43")
def test_a_paste_above_the_most_is_refused_and_kept_in_the_form(desk, visitor):
    answer = refused(desk, visitor, "Some said so. " * 80_000, words="1,000,000")
    assert "Some said so." in answer.text


@pytest.mark.fault("F44")
@pytest.mark.parametrize("unit", ["a", "7", ".", "“", "word ", 'He said "so". '], ids=lambda unit: repr(unit.strip()))
def test_one_line_of_a_million_characters(desk, unit):
    desk.arm(real=True)
    text = (f"It began on Monday. {unit * ONE_LINE}")[:ONE_LINE]
    number = desk.submit(text)
    (outcome,) = desk.through(number)
    assert outcome["state"] == "done" or "error" not in outcome["reason"], outcome
    assert outcome["seconds"] <= 10 * busy(), outcome
    desk.holds()


@pytest.mark.fault("F45")
def test_a_poison_article_fails_after_three_tries_and_the_queue_moves_on(desk):
    desk.arm("reading", "crash", times=3)
    poison = desk.submit()
    assert desk.fired(times=3)
    (outcome,) = desk.through(poison)
    assert (outcome["state"], outcome["attempts"]) == ("failed", 3)
    assert "error of the program" in outcome["reason"]
    desk.done(desk.submit())


@pytest.mark.fault("F45")
def test_a_poison_article_that_kills_its_worker_fails_after_three_tries(desk):
    desk.arm("reading", "kill child", times=3)
    poison = desk.submit()
    for times in (1, 2, 3):
        assert desk.fired(times=times)
        desk.ask("end_leases")
    (outcome,) = desk.through(poison)
    assert (outcome["state"], outcome["attempts"]) == ("failed", 3)
    assert "3 times" in outcome["reason"]
    desk.done(desk.submit())


@pytest.mark.fault("F46")
def test_a_reading_that_never_ends_is_stopped_with_a_reason(desk):
    desk.arm("reading", "loop", limit=min(20, round(6 * busy())))
    desk.restart_worker()
    endless = desk.submit()
    assert desk.fired()
    beside = desk.submit()
    desk.through(beside)  # the other child goes on meanwhile
    assert desk.ask("waiting", numbers=[endless]) == [endless]
    (outcome,) = desk.through(endless)
    desk.arm()
    desk.restart_worker()
    assert outcome["state"] == "failed", outcome
    assert "took too long" in outcome["reason"]
    desk.holds()


@pytest.mark.fault("F57")
def test_a_nul_in_form_query_path_and_header(desk, visitor):
    refused(desk, visitor, "Officials said\x00 so.", statuses=(422,), words="NUL")
    refused(desk, visitor, "Officials said so.", title="A\x00title", statuses=(400, 422))
    for path in ("/articles/?q=%00", "/articles/?title=%00", "/claims/?q=a%00b&status=%00", "/articles/%00/", "/%00"):
        assert visitor.get(path).status < 500, path
    assert visitor.get("/articles/", headers={"X-Title": "a%00b", "Accept-Language": "\x01"}).status < 500


@pytest.mark.fault("F58")
def test_half_a_character_in_form_and_json(desk, visitor):
    before = desk.ask("rows")
    token = visitor.session.cookies.get_dict()
    for body, kind in (
        ('{"text": "\\ud800"}', "application/json"),
        ("text=%ED%A0%80+officials+said", "application/x-www-form-urlencoded"),
    ):
        answer = visitor.session.post(
            f"{visitor.root}/articles/new/",
            data=body,
            headers={"Content-Type": kind, "X-CSRFToken": next(v for k, v in token.items() if "csrf" in k)},
            timeout=TIMEOUT,
        )
        assert answer.status_code < 500, (kind, answer.status_code)
    with pytest.raises(AssertionError, match="Unacceptable"):
        desk.ask("submit", text=json.loads('"Officials said \\ud800"'))
    after = desk.ask("rows")
    assert after["Claim"] == before["Claim"]


@pytest.mark.fault("F61")
@pytest.mark.parametrize("text", ["", " \n\t ", "a"], ids=["empty", "blank", "one character"])
def test_no_text_at_all(desk, visitor, text):
    refused(desk, visitor, text, statuses=(422,))


def test_a_visitor_without_an_account_is_sent_to_the_door(desk):
    answer = requests.get(f"http://127.0.0.1:{desk.port}/articles/", timeout=TIMEOUT, allow_redirects=False)
    assert answer.status_code == 302


@pytest.mark.fault("F59")
def test_marks_that_turn_or_hide_words_and_names_that_look_like_others(desk, visitor):
    answer = visitor.submit("The mayor said that 12\u202e43 people died. The p\u200balace said that it was s\u0430fe.")
    desk.done(answer.article, claims=1)
    page = visitor.get(f"/articles/{answer.article}/").text
    assert 'class="unseen"' in page
    with Visitor(desk, "administrator") as administrator:
        before = desk.ask("rows")
        for name in ("\u0435ditor", "edit\u202eor", "edit\u200bor"):
            added = administrator.post(
                "/admin/claims/user/add/", username=name, password1="long-enough-words-9", password2="long-enough-words-9",
                usable_password="true",
            )  # fmt: skip
            assert added.status == 200
            assert "errorlist" in added.text
        assert desk.ask("rows") == before
    desk.holds()
