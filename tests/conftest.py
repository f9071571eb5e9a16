"""What the tests stand on: a database that forgets quickly, the foundation in it at all times, a cast of people."""

import pytest
from django.conf import settings as of_the_desk
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.management import call_command
from django.db import connections, transaction
from django.test import TransactionTestCase

from claims.migrations import _triggers
from claims.models import Role, User
from claims.record import foundation

# Written by post_migrate and by migrations alone, the same for every test.
NEVER_EMPTIED = {"django_migrations", "django_content_type", "auth_permission"}
# A test waits for a lock as long as a machine with many other things to do may need. No crash is survived by a test
# database, so it need not wait for the disk either.
PATIENT = "-c lock_timeout=120000 -c statement_timeout=240000 -c synchronous_commit=off"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    options = connections.settings["default"]["OPTIONS"]
    if connections["default"].vendor == "sqlite":
        options["timeout"] = 120
        options["init_command"] += "PRAGMA synchronous=OFF;"
    else:
        options["options"] += f" {PATIENT}"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The database as its first start leaves it; each test puts back what it changed, also of the foundation."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        foundation.lay()
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda self: _empty(connections["default"]))
        yield
        _hang_up_others(connections["default"])


def _hang_up_others(connection):
    """End what else holds the database open: a browser's last request may still run when the tests are over."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def _empty(connection):
    """Delete every row, which is much quicker than truncating so many small tables, and lay the foundation anew."""
    tables = set(connection.introspection.django_table_names(only_existing=True)) - NEVER_EMPTIED
    with transaction.atomic(), _triggers.lifted(connection), connection.cursor() as cursor:
        for table in sorted(tables):
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")
        foundation.lay()


def make_person(name, *roles):
    person = User.objects.create_user(name, email=f"{name}@desk.example", password="a long enough password")
    person.groups.set(Group.objects.filter(name__in=roles))
    return person


@pytest.fixture
def person(db):
    """Make a person with roles: ``person("rhea", Role.REVIEWER)``."""
    return make_person


@pytest.fixture
def cast(db):
    """One person per role, named by it, and a second reviewer."""
    return {role: make_person(role.value, role) for role in Role} | {"second": make_person("second", Role.REVIEWER)}


@pytest.fixture
def administrator(client, cast):
    """A client that is signed in at the panel."""
    User.objects.filter(pk=cast[Role.ADMINISTRATOR].pk).update(is_staff=True)
    client.force_login(cast[Role.ADMINISTRATOR])
    return client


@pytest.fixture(params=["memory", "database"])
def each_cache(request, db, settings):
    """Once with the cache of the tests, and once with that of the running desk, empty."""
    if request.param == "database":
        settings.CACHES = {"default": of_the_desk.SHARED_CACHE}
        call_command("createcachetable", verbosity=0)
    cache.clear()
    yield request.param
    cache.clear()
