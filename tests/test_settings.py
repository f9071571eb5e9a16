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


def test_in_production_the_public_address_is_not_guessed(monkeypatch):
    monkeypatch.delenv("PUBLIC_ADDRESS", raising=False)
    assert public_address(production=False) == "http://127.0.0.1:8000"
    with pytest.raises(ImproperlyConfigured, match="PRODUCTION=1 needs PUBLIC_ADDRESS"):
        public_address(production=True)
    monkeypatch.setenv("PUBLIC_ADDRESS", " ")
    with pytest.raises(ImproperlyConfigured, match="PRODUCTION=1 needs PUBLIC_ADDRESS"):
        public_address(production=True)


@pytest.mark.parametrize("bad", ["desk.example.org", "ftp://desk.example.org", "https://", "/checks"])
def test_a_public_address_is_one_of_the_web(monkeypatch, bad):
    monkeypatch.setenv("PUBLIC_ADDRESS", bad)
    with pytest.raises(ImproperlyConfigured, match="say an address as https"):
        public_address(production=False)


@pytest.mark.parametrize(("given", "starts"), [({}, False), ({"PUBLIC_ADDRESS": "https://desk.example.org"}, True)])
def test_a_desk_in_production_does_not_start_without_its_address(tmp_path, given, starts):
    kept = {name: value for name, value in os.environ.items() if name not in ("PUBLIC_ADDRESS", "DATABASE_URL")}
    told = kept | {"PRODUCTION": "1", "SECRET_KEY": KEY, "FACTCHECK_DATA": str(tmp_path)} | given
    words = [sys.executable, "-c", "import factcheck.settings as s; print(s.PUBLIC_ADDRESS)"]
    done = subprocess.run(words, env=told, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)
    assert (done.returncode == 0) == starts
    assert ("PRODUCTION=1 needs PUBLIC_ADDRESS" in done.stderr) != starts
