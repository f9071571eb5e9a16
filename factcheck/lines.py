"""What a line of the log says of an error: where it happened and what it said first, and no text that it was about."""

import sys
import traceback
from collections.abc import MutableMapping
from typing import Any

from claims.record.errors import first_words


def tell_errors(_logger: Any, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Write the error of a line out in words, instead of the objects that it came as."""
    error = _error(line.pop("exc_info", None), line.pop("exception", None))
    if error is not None:
        line.pop("error", None)  # its whole words again, on the line of a task
        line["exception"] = traced(error)
    return line


def _error(info: Any, given: Any) -> BaseException | None:
    if isinstance(given, BaseException):
        return given
    if isinstance(info, BaseException):
        return info
    if isinstance(info, tuple):
        return info[1] if isinstance(info[1], BaseException) else None
    return sys.exc_info()[1] if info else None


def traced(error: BaseException) -> str:
    """The error and those that led to it, the first one first, each with the places that it went through."""
    told: list[str] = []
    seen: set[int] = set()
    step: BaseException | None = error
    while step is not None and id(step) not in seen:
        seen.add(id(step))
        places = "".join(traceback.format_tb(step.__traceback__))
        told.append(f"Traceback:\n{places}{said(step)}")
        step = step.__cause__ or (None if step.__suppress_context__ else step.__context__)
    return "\n".join(reversed(told))


def said(error: BaseException) -> str:
    """Its class and the first line of its words."""
    kind, first = type(error).__name__, first_words(error)
    return f"{kind}: {first}" if first else kind
