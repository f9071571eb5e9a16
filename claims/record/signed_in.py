"""Who was signed in: sessions that have ended are forgotten, which Django leaves to a command that nobody runs."""

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.db.models.functions import Now

MOST_AT_ONCE = 1000
KEPT = timedelta(hours=1)  # behind its end, so that rounds without anything to do write nothing


def forget_ended() -> int:
    """Delete sessions that are over, the oldest first and so many at once; at most about once an hour, unless many wait. How many."""
    ended = Session.objects.filter(expire_date__lt=Now())
    if not ended.filter(expire_date__lt=Now() - KEPT).exists():
        return 0
    keys = list(ended.order_by("expire_date").values_list("pk", flat=True)[:MOST_AT_ONCE])
    return Session.objects.filter(pk__in=keys, expire_date__lt=Now()).delete()[0]
