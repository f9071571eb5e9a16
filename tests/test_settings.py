"""What the environment decides: every name stands in the table of docs/operations.md, and what is missing is said."""

import os
import re
import runpy
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from factcheck import checks
from factcheck.environment import public_address

READ = re.compile(r"""(?:os\.environ\.get\(|os\.environ\[|env_\w+\()\s*"([A-Z_]+)""")
KEY = "k" * 60
WIRING = "\n".join(path.read_text() for path in sorted((settings.BASE_DIR / "factcheck").rglob("*.py")))
NAMES = set(READ.findall(WIRING))


def test_the_table_of_settings_names_whatever_is_read_and_nothing_else():
    told = (settings.BASE_DIR / "docs/operations.md").read_text().partition("## Settings")[2].partition("\n## ")[0]
    first = [row.split("|")[1] for row in told.splitlines() if row.startswith("|")]
    named = [name for cell in first for name in re.findall(r"`([A-Z_]+)`", cell)]
    assert sorted(named) == sorted(NAMES)


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


@pytest.fixture
def read(monkeypatch, tmp_path):
    """The settings as an environment makes them, which has nothing but these values."""

    def given(**values):
        for name in NAMES:
            monkeypatch.delenv(name, raising=False)
        for name, value in ({"FACTCHECK_DATA": str(tmp_path / "data")} | values).items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(settings.BASE_DIR / "factcheck/settings.py"))

    return given


BAD = [
    ("HEARTBEAT_SECONDS", "0"), ("SWEEP_SECONDS", "-10"), ("SWEEP_SECONDS", "0"), ("TIME_ZONE", "Mars/Olympus"), ("TIME_ZONE", "../x"),
    ("WEB_AT_ONCE", "0"), ("FACTCHECK_INSTANCE", "a b;c"), ("CELERY_BROKER_URL", "nonsense"), ("CELERY_BROKER_URL", "redis://h:xx/0"),
    ("DATABASE_URL", "mysql://desk:secret@db/desk"), ("DATABASE_URL", "nonsense"), ("DATABASE_URL", "postgres://desk:secret@db:xx/desk"),
    ("PUBLIC_ADDRESS", "http://host:xx"), ("PUBLIC_ADDRESS", "https://host/path"), ("PUBLIC_ADDRESS", "https://host?q"),
    ("ALLOWED_HOSTS", "https://desk.example.org"), ("ALLOWED_HOSTS", "desk.example.org:8000"), ("ALLOWED_HOSTS", "*"),
    ("CSRF_TRUSTED_ORIGINS", "desk.example.org"), ("EMAIL_PORT", "-1"), ("EMAIL_PORT", "99999"), ("EMAIL_BACKEND", "nonsense"),
    ("EMAIL_BACKEND", "no.such.Backend"), ("LANGUAGE_MODEL_ADDRESS", "nonsense"), ("LANGUAGE_MODEL_ADDRESS", "ftp://model.example.org/"),
    ("LANGUAGE_MODEL_SECONDS", "0"), ("LANGUAGE_MODEL_SECONDS", "1000"), ("SECRET_KEY", "short"), ("SECRET_KEY_FALLBACKS", "short"),
    ("LOG_LEVEL", "loud"), ("SECURE_SSL_REDIRECT", "maybe"), ("PRODUCTION", "maybe"), ("FACTCHECK_DATA", __file__),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value"), BAD)
def test_a_bad_value_is_refused_in_a_sentence_that_tells_no_password(read, name, value):
    with pytest.raises(ImproperlyConfigured) as refused:
        read(**{name: value})
    said = str(refused.value)
    assert said.endswith((".", "characters."))
    assert "secret" not in said
    assert name in said or name == "FACTCHECK_DATA"


def test_an_empty_value_is_the_default(read):
    plain, empty = read(), read(**dict.fromkeys(NAMES - {"FACTCHECK_DATA"}, ""))
    for name, value in plain.items():
        if name.isupper() and name != "LOGGING":  # which holds objects of its own
            assert empty[name] == value, name
    assert empty["LOGGING"]["root"] == plain["LOGGING"]["root"]


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "pgsql", "postgis"])
def test_every_name_of_postgresql_leads_to_it(read, scheme):
    assert (
        read(DATABASE_URL=f"{scheme}://desk:word@db/desk")["DATABASES"]["default"]["ENGINE"] == "factcheck.postgresql"
    )


def test_a_level_of_the_log_may_be_small(read):
    assert read(LOG_LEVEL="warning")["LOGGING"]["root"]["level"] == "WARNING"


def test_the_key_that_a_demonstration_kept_is_none_for_production(read, tmp_path):
    kept = read()["SECRET_KEY"]
    assert (tmp_path / "data" / "secret-key").read_text() == kept
    assert (tmp_path / "data" / "secret-key").stat().st_mode & 0o777 == 0o600
    with pytest.raises(ImproperlyConfigured, match="PRODUCTION=1 needs SECRET_KEY"):
        read(PRODUCTION="1")


def test_a_folder_that_cannot_be_made_is_said(read, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ImproperlyConfigured, match="cannot be used"):
        read(FACTCHECK_DATA=str(tmp_path / "file" / "data"))


def test_letters_of_a_desk_in_production_go_by_smtp_or_nowhere(read):
    public = {"PRODUCTION": "1", "SECRET_KEY": KEY}
    assert read()["EMAIL_BACKEND"].endswith("console.EmailBackend")
    assert read(**public)["MAIL_IS_SET_UP"] is False
    assert read(**public, EMAIL_HOST="mail.example.org")["EMAIL_BACKEND"].endswith("smtp.EmailBackend")


def test_the_check_says_that_letters_go_nowhere_or_into_the_log(settings):
    settings.MAIL_IS_SET_UP = False
    assert [said.id for said in checks.letters_go_out()] == ["factcheck.W001"]
    settings.MAIL_IS_SET_UP, settings.EMAIL_BACKEND = True, checks.CONSOLE
    assert [said.id for said in checks.letters_go_out()] == ["factcheck.W002"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.Nothing"
    assert [said.id for said in checks.carries_letters()] == ["factcheck.E001"]


def test_the_sentence_stands_alone(tmp_path):
    told = os.environ | {"PRODUCTION": "maybe", "FACTCHECK_DATA": str(tmp_path)}
    words = [sys.executable, "manage.py", "check"]
    done = subprocess.run(words, env=told, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "PRODUCTION is 'maybe'; say 1 or 0.\n")
