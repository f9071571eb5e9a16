"""One desk per database for the whole suite: starting one is what takes long."""

import os
import socket
import subprocess
import sys
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.faults.desk import ROOT, Desk
from tests.faults.world import Outside

SERVER = os.environ.get("FACTCHECK_POSTGRES", "postgres://postgres@127.0.0.1:5432")


def postgres_answers():
    place = urlsplit(SERVER)
    try:
        socket.create_connection((place.hostname, place.port or 5432), timeout=2).close()
    except OSError:
        return False
    return True


def _need_postgres():
    if not postgres_answers():
        if os.environ.get("CI") == "true":
            pytest.fail(f"no PostgreSQL server answers at {SERVER}")
        pytest.skip(f"no PostgreSQL server answers at {SERVER}")


@pytest.fixture(scope="session")
def new_database():
    """Make new, empty databases on the PostgreSQL server, gone afterwards: their addresses."""
    _need_postgres()
    made = []

    def make():
        name = f"desk_faults_{os.getpid()}_{len(made)}"
        with psycopg.connect(f"{SERVER}/postgres", autocommit=True) as server:
            server.execute(f"CREATE DATABASE {name}")
        made.append(name)
        return f"{SERVER}/{name}"

    yield make
    with psycopg.connect(f"{SERVER}/postgres", autocommit=True) as server:
        for name in made:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def laid(tmp_path_factory):
    """A data folder with everything in it that a first start makes: copying it is quicker than making it."""
    folder = tmp_path_factory.mktemp("laid") / "data"
    own = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "CELERY_BROKER_URL")}
    subprocess.run(
        [sys.executable, "-m", "tests.faults.lay"],
        cwd=ROOT, env=own | {"FACTCHECK_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "factcheck.settings"}, check=True,
    )  # fmt: skip
    return folder


@pytest.fixture(scope="session")
def outside(tmp_path_factory):
    """The world in which the desks of this suite stand."""
    world = Outside(tmp_path_factory.mktemp("world"))
    yield world
    world.close()


@pytest.fixture(scope="session")
def sqlite_desk(tmp_path_factory, laid, outside):
    with Desk(tmp_path_factory.mktemp("sqlite") / "desk", laid, **outside.environment) as desk:
        yield desk


@pytest.fixture(scope="session")
def postgresql_desk(tmp_path_factory, new_database, outside):
    folder = tmp_path_factory.mktemp("postgresql") / "desk"
    with Desk(folder, database=new_database(), **outside.environment) as desk:
        yield desk


@pytest.fixture(params=["sqlite", "postgresql"])
def desk(request):
    """The desk on this database, with no fault armed and every part alive."""
    desk = request.getfixturevalue(f"{request.param}_desk")
    desk.arm()
    for part in ("broker", "web", "worker", "beat"):
        assert desk.until(lambda part=part: desk.pid(part)), f"{part} did not come back"
    yield desk
    desk.arm()
    assert desk.rests(), desk.ask("lost")


def pytest_addoption(parser):
    soak = parser.getgroup("soak")
    soak.addoption("--articles", type=int, default=10_000, help="how many articles the soak hands in")
    soak.addoption("--reviews", type=int, default=2_000, help="how many reviews sixteen people give in the soak")
    soak.addoption("--kills", type=int, default=200, help="how many processes the soak kills meanwhile")
