"""The desk's own pipeline: the built-in one, or with a language model in its attribution where the operator set one."""

import dataclasses
from datetime import date, timedelta
from typing import Any

from django.conf import settings

from claims.extraction import attribution, language_model, passages, pipeline
from claims.extraction.language_model import Account, Answer, NoAnswer
from claims.extraction.pipeline import Pipeline
from claims.extraction.types import Passage
from claims.ingest import days, fetching

ONE_QUESTION = timedelta(seconds=15)


def desk_pipeline() -> tuple[Pipeline, Account | None]:
    """The pipeline that the desk reads with, and the account of what asking a model came to, if one is asked."""
    built_in = dataclasses.replace(pipeline.load(), find_dateline=_dateline)
    chosen: dict[str, Any] = settings.LANGUAGE_MODEL
    if not chosen["address"]:
        return built_in, None
    account = Account()
    stage = language_model.attributor(
        _ask, otherwise=attribution.attribute, account=account, patience=chosen["seconds"]
    )
    return dataclasses.replace(built_in, attribute=stage), account


def _dateline(text: str, found: tuple[Passage, ...]) -> date | None:
    """The date of the text, if it can be one: words are not counted from a day that is to come."""
    return days.possible(passages.dateline(text, found))


def _ask(instructions: str, paragraph: str) -> Answer:
    chosen: dict[str, Any] = settings.LANGUAGE_MODEL
    question = {
        "model": chosen["name"],
        "temperature": 0,
        "messages": [{"role": "system", "content": instructions}, {"role": "user", "content": paragraph}],
    }
    try:
        said: dict[str, Any] = fetching.ask(chosen["address"], question, key=chosen["key"], deadline=ONE_QUESTION)
        text = said["choices"][0]["message"]["content"]
        tokens = int((said.get("usage") or {}).get("total_tokens") or 0)
    except (fetching.FetchError, KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        raise NoAnswer from error
    if not isinstance(text, str):
        raise NoAnswer
    return Answer(text, tokens)
