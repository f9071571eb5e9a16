"""What the environment decides: every name stands in the table of docs/operations.md, and what is missing is said."""

import os
import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from factcheck.environment import public_address

READ = re.compile(r"""(?:os\.environ\.get\(|os\.environ\[|env_(?:bool|int|list)\()\s*"([A-Z_]+)""")
KEY = "k" * 60


def test_the_table_of_settings_names_whatever_is_read_and_nothing_else():
    wiring = "\n".join(path.read_text() for path in sorted((settings.BASE_DIR / "factcheck").rglob("*.py")))
    told = (settings.BASE_DIR / "docs/operations.md").read_text().partition("## Settings")[2].partition("\n## ")[0]
    first = [row.split("|")[1] for row in told.splitlines() if row.startswith("|")]
    named = [name for cell in first for name in re.findall(r"`([A-Z_]+)`", cell)]
    assert sorted(named) == sorted(set(READ.findall(wiring)))


def test_the_public_address_is_what_is_told_or_the_first_host_that_the_desk_answers_to(monkeypatch):
    monkeypatch.delenv("PUBLIC_ADDRESS", raising=False)
    hosts = [".example.org", "desk.example.org", "www.example.org"]
    assert public_address(hosts, production=False) == "http://127.0.0.1:8000"
    assert public_address(hosts, production=True) == "https://desk.example.org"
    monkeypatch.setenv("PUBLIC_ADDRESS", "https://checks.example.org")
    assert public_address(hosts, production=True) == "https://checks.example.org"


@pytest.mark.parametrize("bad", ["desk.example.org", "ftp://desk.example.org", "https://", "/checks"])
def test_a_public_address_is_one_of_the_web(monkeypatch, bad):
    monkeypatch.setenv("PUBLIC_ADDRESS", bad)
    with pytest.raises(ImproperlyConfigured, match="say an address as https"):
        public_address([], production=False)


def test_a_desk_in_production_publishes_under_the_host_that_it_answers_to(tmp_path):
    kept = {name: value for name, value in os.environ.items() if name not in ("PUBLIC_ADDRESS", "DATABASE_URL")}
    told = kept | {"PRODUCTION": "1", "SECRET_KEY": KEY, "ALLOWED_HOSTS": "desk.example.org"}
    words = [sys.executable, "-c", "import factcheck.settings as s; print(s.PUBLIC_ADDRESS)"]
    done = subprocess.run(
        words,
        env=told | {"FACTCHECK_DATA": str(tmp_path)},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "https://desk.example.org"
