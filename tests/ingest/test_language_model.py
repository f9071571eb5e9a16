"""A language model behind a real local server, which also misbehaves."""

import threading
import time

import pytest

from claims.extraction import pipeline
from claims.extraction.language_model import NoAnswer
from claims.ingest import language_model
from claims.ingest.articles import submit
from claims.ingest.claims import extract
from claims.models import ExtractionRun, Role
from tests.faults.world import HEAD, dripping
from tests.outside import Server


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


@pytest.mark.parametrize("opening", [b"", HEAD + b"\r\n"], ids=["in its head", "in its body"])
def test_a_model_that_drips_is_given_up_at_the_deadline(settings, monkeypatch, opening):
    monkeypatch.setattr(language_model, "ONE_QUESTION", language_model.timedelta(seconds=1))
    with Server(dripping(opening, b" ")) as drips:
        settings.LANGUAGE_MODEL = {"address": f"http://127.0.0.1:{drips.port}/", "name": "m", "key": "", "seconds": 5}
        began = time.monotonic()
        with pytest.raises(NoAnswer):
            language_model._ask("Find.", "A paragraph.")
        assert time.monotonic() - began < 10  # the server goes on for a minute
        assert len(drips.log) == 1


def test_an_article_is_read_by_the_built_in_pipeline_where_the_model_drips(settings, monkeypatch, cast):
    monkeypatch.setattr(language_model, "ONE_QUESTION", language_model.timedelta(seconds=1))
    with Server(dripping(HEAD + b"\r\n", b" ")) as drips:
        settings.LANGUAGE_MODEL = {"address": f"http://127.0.0.1:{drips.port}/", "name": "m", "key": "", "seconds": 1}
        text = "The mayor said on Monday that the bridge had cost 12 million euros."
        submit(text=text, by=cast[Role.CONTRIBUTOR])
        pipeline.load()
        began = time.monotonic()
        extract(ExtractionRun.objects.get().pk)
        assert time.monotonic() - began < 30  # the server goes on for a minute
    run = ExtractionRun.objects.get()
    assert (run.state, len(drips.log)) == ("done", 1)
    assert run.statements.exists()
    assert "1 answers could not be used" in run.notes[-1]
