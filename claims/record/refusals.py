"""The ways in which the desk says no; the docstring is what a person reads unless the verb says more."""

import inspect


class Refusal(Exception):
    """The desk could not do that."""

    http_status = 409

    def __init__(self, message: str = "") -> None:
        super().__init__(message or inspect.getdoc(type(self)))

    @property
    def message(self) -> str:
        return str(self)


class IllegalMove(Refusal):
    """Not now: the claim has moved on since you last looked. Nothing was changed; what you wrote is kept."""

    http_status = 409


class NotPermitted(Refusal):
    """Not you: your roles, or your part in this round, do not allow that."""

    http_status = 403


class Incomplete(Refusal):
    """Something is missing in what you entered. Nothing was changed; what you wrote is kept."""

    http_status = 400

    def __init__(self, *messages: str) -> None:
        super().__init__(" ".join(messages))
        self.messages = messages or (self.message,)  # one for each thing that is missing
