"""Figures in words, and the people and the ground they are taken on."""

import secrets
import statistics
from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db import OperationalError, connection

from claims.models import Policy, User
from claims.record import foundation
from claims.review.reviews import EvidenceGiven
from tests.factories import PersonFactory

PIECE = EvidenceGiven(address="https://ledger.example/", stance="supports")
MUCH = 50  # new rows: autovacuum_analyze_threshold


def tell(what: str, figure: str) -> None:
    print(f"  {what:<52} {figure}", flush=True)


def quantiles(seconds: list[float]) -> str:
    cuts = statistics.quantiles(seconds, n=100, method="inclusive")
    return f"p50 {cuts[49] * 1000:.1f} ms, p95 {cuts[94] * 1000:.1f} ms, p99 {cuts[98] * 1000:.1f} ms"


def people(number: int) -> list[User]:
    """Reviewers who may hold any number of claims."""
    foundation.lay()
    Policy.objects.update(max_leases=10_000)
    return [PersonFactory(username=f"bench-{secrets.token_hex(4)}") for _ in range(number)]


def analyse() -> None:
    """What autovacuum does within a minute on a desk that lives: count the tables of which much is new, and no others.

    PostgreSQL reads a table that was counted while it was empty from its beginning, for each foreign key to it and until
    it is counted again: each new event then cost as much as there were events, while the chain's head was held.
    """
    with connection.cursor() as cursor:
        for model in apps.get_models():
            if model._base_manager.count() > MUCH:
                cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")


def until_not_busy(call: Callable[[], Any], *, told: Callable[[], None] = lambda: None) -> Any:
    """A person who is told that the database is busy tries again; how often they are may be counted."""
    while True:
        try:
            return call()
        except OperationalError:
            told()
