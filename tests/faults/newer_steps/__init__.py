"""The steps of a desk that is newer than this one by a step: all of ours, and one after which ours can store no claim."""

from claims import migrations

__path__ = [*migrations.__path__, *__path__]
