"""Reading the environment: small, typed, and loud about bad values. What is there and empty, as in an .env file, is not given."""

import contextlib
import hashlib
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

_YES = {"1", "true", "yes", "on"}
_NO = {"0", "false", "no", "off"}
SHORTEST_KEY = 50  # Django's own check --deploy asks for as much
LONGEST_SOCKET = 107  # bytes of a unix socket's path; with a longer one a Redis server starts without a usable socket
WEB = ("http", "https")
_HOST = re.compile(r"\.?[\w-]+(\.[\w-]+)*\.?|\[[0-9a-fA-F:.]+\]")
_COOKIE_WORD = re.compile(r"[A-Za-z0-9_-]+")


def load_settings() -> None:
    """Load them, or end with the one sentence that says what is wrong, without a traceback around it."""
    try:
        _ = settings.BASE_DIR
    except ImproperlyConfigured as error:
        sys.exit(str(error))


# --- one value ---------------------------------------------------------------------------------------------------------


def env_text(name: str, *, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def env_bool(name: str, *, default: bool = False) -> bool:
    value = env_text(name)
    if not value:
        return default
    if value.lower() not in _YES | _NO:
        raise ImproperlyConfigured(f"{name} is {value!r}; say 1 or 0.")
    return value.lower() in _YES


def env_int(name: str, *, default: int, least: int, most: int) -> int:
    value = env_text(name)
    if not value:
        return default
    if not re.fullmatch(r"[0-9]{1,9}", value) or not least <= int(value) <= most:
        raise ImproperlyConfigured(f"{name} is {value!r}; say a whole number from {least} to {most}.")
    return int(value)


def env_list(name: str, *, default: Sequence[str] = ()) -> list[str]:
    return [part.strip() for part in env_text(name).split(",") if part.strip()] or list(default)


def env_choice(name: str, *, default: str, among: Sequence[str]) -> str:
    value = env_text(name, default=default).upper()
    if value not in among:
        raise ImproperlyConfigured(f"{name} is {value!r}; say one of {', '.join(among)}.")
    return value


def env_address(name: str, *, schemes: Sequence[str], example: str) -> str:
    """An address with one of these schemes; a sentence about it never repeats it, because a password may stand in it."""
    value = env_text(name)
    if value and _parts(value, schemes) is None:
        raise ImproperlyConfigured(f"{name} is none that the desk can use; say an address as {example}.")
    return value


def _parts(address: str, schemes: Sequence[str]) -> SplitResult | None:
    """The parts of an address, unless its scheme is another, it names no place, or its port is none."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme not in schemes or re.search(r"\s", address):
        return None
    return parts if parts.hostname or parts.scheme not in WEB else None


# --- what single settings ask beyond that --------------------------------------------------------------------------------


def data_folder(default: Path) -> Path:
    place = Path(env_text("FACTCHECK_DATA", default=str(default))).resolve()
    if place.exists() and not place.is_dir():
        raise ImproperlyConfigured(f"The data folder {place} is a file; name a folder with --data or FACTCHECK_DATA.")
    return place


def secret_key(data: Path, *, production: bool) -> str:
    """The key from SECRET_KEY, or from the data folder, where one is made at the first start (mode 0600); never from there in production."""
    given = env_text("SECRET_KEY")
    if given:
        return long_enough("SECRET_KEY", given)
    kept = data / "secret-key"
    if production:
        raise ImproperlyConfigured(f"PRODUCTION=1 needs SECRET_KEY in the environment; {kept} is for trying the desk.")
    try:
        return _kept_key(kept)
    except OSError as error:
        raise ImproperlyConfigured(
            f"The data folder {data} cannot be used ({error.strerror}); make room or give rights, or name another with --data."
        ) from None


def _kept_key(kept: Path) -> str:
    if kept.is_file() and (key := kept.read_text().strip()):
        return key
    kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # written beside and linked, so that a full disk leaves no empty key and another process of the same first start no half one
    with tempfile.NamedTemporaryFile("w", dir=kept.parent, prefix=".secret-key-") as file:
        file.write(get_random_secret_key())
        file.flush()
        if kept.is_file() and not kept.stat().st_size:
            kept.unlink()
        with contextlib.suppress(FileExistsError):  # the other process was quicker
            os.link(file.name, kept)
    return kept.read_text().strip()


def secret_key_fallbacks() -> list[str]:
    return [long_enough("SECRET_KEY_FALLBACKS", key) for key in env_list("SECRET_KEY_FALLBACKS")]


def long_enough(name: str, key: str) -> str:
    if len(key) < SHORTEST_KEY:
        raise ImproperlyConfigured(f"{name} is shorter than {SHORTEST_KEY} characters.")
    return key


def allowed_hosts() -> list[str]:
    hosts = env_list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
    if "*" in hosts:
        raise ImproperlyConfigured("ALLOWED_HOSTS names the desk's own hosts; '*' would let anybody forge one.")
    for host in hosts:
        if not _HOST.fullmatch(host):
            raise ImproperlyConfigured(f"ALLOWED_HOSTS has {host!r}; say names alone, as desk.example.org.")
    return hosts


def trusted_origins() -> list[str]:
    origins = env_list("CSRF_TRUSTED_ORIGINS")
    for origin in origins:
        parts = _parts(origin, WEB)
        if parts is None or parts.path or parts.query or parts.fragment or "@" in parts.netloc:
            raise ImproperlyConfigured(f"CSRF_TRUSTED_ORIGINS has {origin!r}; say origins as https://desk.example.org.")
    return origins


def public_address(hosts: Sequence[str], *, production: bool) -> str:
    """Where the public reads this desk, which stands in every ClaimReview document, letter and export: as told, or the first host that it answers to."""
    given = env_text("PUBLIC_ADDRESS")
    if not given:
        named = next((host for host in hosts if not host.startswith(".")), "")
        return f"https://{named}" if production and named else "http://127.0.0.1:8000"
    parts = _parts(given, WEB)
    if parts is None or parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc:
        raise ImproperlyConfigured(f"PUBLIC_ADDRESS is {given!r}; say an address as https://desk.example.org.")
    return given


def database_address() -> str:
    return env_address(
        "DATABASE_URL",
        schemes=("postgres", "postgresql", "pgsql", "postgis", "sqlite"),
        example="postgres://user:password@host:5432/name, or nothing for SQLite",
    )


def time_zone() -> str:
    named = env_text("TIME_ZONE", default="UTC")
    try:
        ZoneInfo(named)
    except (ValueError, OSError, LookupError):  # a name that is none may be a path or a folder to it
        raise ImproperlyConfigured(f"TIME_ZONE is {named!r}; say a zone as Europe/Berlin.") from None
    return named


def mail_backend(default: str) -> str:
    """The class that carries letters; whether its module has it is asked by ``manage.py check``, when all is loaded."""
    named = env_text("EMAIL_BACKEND", default=default)
    module = named.rpartition(".")[0]
    try:
        found = bool(module) and find_spec(module) is not None
    except (ImportError, ValueError):
        found = False
    if not found:
        raise ImproperlyConfigured(f"EMAIL_BACKEND is {named!r}; say django.core.mail.backends.smtp.EmailBackend.")
    return named


def instance() -> str:
    """What tells two desks on one host apart; it becomes a part of the cookies' names."""
    named = env_text("FACTCHECK_INSTANCE")
    if named and not _COOKIE_WORD.fullmatch(named):
        raise ImproperlyConfigured(f"FACTCHECK_INSTANCE is {named!r}; say letters, digits, - and _ alone.")
    return named


def broker_socket(data: Path) -> Path:
    """Where the desk's own broker listens: in the data folder, or in a private temporary one if that path is too long."""
    place = data / "broker.sock"
    if len(os.fsencode(place)) <= LONGEST_SOCKET:
        return place
    named = hashlib.sha256(os.fsencode(data)).hexdigest()[:16]
    folder = Path(tempfile.gettempdir()) / f"factcheck-{os.getuid()}-{named}"
    folder.mkdir(mode=0o700, exist_ok=True)
    facts = folder.lstat()
    if facts.st_uid != os.getuid() or facts.st_mode & 0o777 != 0o700:
        raise ImproperlyConfigured(
            f"{folder} belongs to somebody else, or others may open it; choose a shorter --data."
        )
    return folder / place.name
