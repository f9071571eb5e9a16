"""Sessions in the database, as Django keeps them; the question for one comes with every request, so it is prepared."""

from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.db.models.functions import Now

from claims.record.prepared import Prepared


class SessionStore(db.SessionStore):
    """Django's own store, with a shorter way to what a session holds."""

    def load(self) -> dict[str, Any]:
        kept = _kept.first(key=self.session_key)
        if kept is None:
            self._session_key = None
            return {}
        return self.decode(kept)


@Prepared
def _kept(key: Any) -> QuerySet[Session, str]:
    return Session.objects.filter(session_key=key, expire_date__gt=Now()).values_list("session_data", flat=True)
