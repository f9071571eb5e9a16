"""What the log says of an error: all of where it was, in one line, and nothing of what it was about."""

import logging
import logging.config
from io import StringIO

import pytest
import structlog
from django.conf import settings
from django.db import DataError, IntegrityError


@pytest.fixture
def log():
    """A logger that writes lines as the desk does, and what it wrote."""
    written = StringIO()
    formatter = settings.LOGGING["formatters"]["lines"]
    handler = logging.StreamHandler(written)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=formatter["processors"], foreign_pre_chain=formatter["foreign_pre_chain"]
        )
    )
    logger = logging.Logger("a test")
    logger.addHandler(handler)
    return logger, written


def fail_for_a_reason(error):
    try:
        raise KeyError("first")
    except KeyError as first:
        raise error from first


def line(log, error):
    logger, written = log
    try:
        fail_for_a_reason(error)
    except type(error):
        logger.exception("it failed")
    return written.getvalue()


def test_an_error_is_one_line_with_the_places_that_it_went_through(log):
    told = line(log, ZeroDivisionError("by nothing"))
    assert told.count("\n") == 1
    assert "object at 0x" not in told
    assert "in fail_for_a_reason" in told
    assert told.index("KeyError: 'first'") < told.index("ZeroDivisionError: by nothing")


class OfTheDriver(DataError):
    """As psycopg raises them: a class of its own for each kind."""


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (IntegrityError('violates "one_live"\nDETAIL:  Key (wording)=(SECRET) already exists.'), "one_live"),
        (DataError('invalid input syntax for type integer: "SECRET"'), "DataError"),
        (OfTheDriver('invalid input syntax for type integer: "SECRET"'), "OfTheDriver"),
        (ValueError("cannot read " + "x" * 300 + "SECRET"), "cannot read"),
        (OSError("cannot reach redis://:SECRET@queue:6379/0"), "queue:6379"),
    ],
)
def test_no_row_no_value_and_no_password_is_told(log, error, said):
    told = line(log, error)
    assert said in told
    assert "SECRET" not in told


def test_the_words_of_a_failed_task_are_not_told_beside_its_traceback(log):
    logger, written = log
    native = structlog.wrap_logger(
        logger,
        processors=[structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    error = IntegrityError("refused\nDETAIL: SECRET")
    native.exception("task_failed", error=str(error), exception=error, exc_info=True)
    assert "IntegrityError: refused" in written.getvalue()
    assert "SECRET" not in written.getvalue()
