"""A language model behind a real local server, which also misbehaves."""

import threading

import pytest

from claims.extraction.language_model import NoAnswer
from claims.ingest import language_model


@pytest.fixture
def server(httpserver, settings):
    settings.LANGUAGE_MODEL = {
        "address": httpserver.url_for("/v1/chat/completions"),
        "name": "m",
        "key": "k",
        "seconds": 5,
    }
    return httpserver


def test_it_asks_as_such_servers_are_asked(server):
    reply = {"choices": [{"message": {"content": "{}"}}], "usage": {"total_tokens": 42}}
    server.expect_request(
        "/v1/chat/completions", method="POST", headers={"Authorization": "Bearer k"}
    ).respond_with_json(reply)
    answer = language_model._ask("Find.", "A paragraph.")
    assert (answer.text, answer.tokens) == ("{}", 42)
    assert server.log[0][0].json["messages"][1] == {"role": "user", "content": "A paragraph."}


@pytest.mark.parametrize(
    "body", ["no json", "[]", "{}", '{"choices": []}', '{"choices": [{"message": {"content": 7}}]}', "x" * 2_000_000]
)
def test_an_answer_of_another_shape_is_no_answer(server, body):
    server.expect_request("/v1/chat/completions").respond_with_data(body, content_type="application/json")
    with pytest.raises(NoAnswer):
        language_model._ask("Find.", "A paragraph.")


def test_an_error_or_a_redirect_is_no_answer(server):
    for status in (500, 302):
        server.clear()
        server.expect_request("/v1/chat/completions").respond_with_data(
            status=status, headers={"Location": "http://127.0.0.1:1/"}
        )
        with pytest.raises(NoAnswer):
            language_model._ask("Find.", "A paragraph.")


def test_silence_is_given_up_while_it_lasts(server, monkeypatch):
    monkeypatch.setattr(language_model, "ONE_QUESTION", language_model.timedelta(seconds=1))
    heard_enough, broken = threading.Event(), []
    server.expect_request("/v1/chat/completions").respond_with_handler(
        lambda request: broken.append(heard_enough.wait(120))
    )
    with pytest.raises(NoAnswer):
        language_model._ask("Find.", "A paragraph.")
    assert broken == []
    heard_enough.set()


def test_without_an_address_nobody_is_asked(settings):
    settings.LANGUAGE_MODEL = {"address": "", "name": "", "key": "", "seconds": 5}
    assert language_model.desk_pipeline()[1] is None
