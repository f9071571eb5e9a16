"""PostgreSQL as Django speaks to it, with a look instead of a question before each request.

Django asks a connection that it kept "SELECT 1" before it uses it again, a trip with every request. A server that went away, or
that ended the session, has said so or has closed its end: then there is something to be read, and only then it is asked.
"""

import select

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """Takes a kept connection for good as long as nothing has come from the other end since it was last used."""

    def is_usable(self) -> bool:
        return self._is_quiet() or bool(super().is_usable())

    def _is_quiet(self) -> bool:
        if self.connection is None or self.connection.closed:
            return False
        look = select.poll()
        look.register(self.connection.fileno(), select.POLLIN)
        return not look.poll(0)
