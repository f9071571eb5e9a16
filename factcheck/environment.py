"""Reading the environment: small, typed, and loud about bad values."""

import hashlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

_YES = {"1", "true", "yes", "on"}
_NO = {"", "0", "false", "no", "off"}
SHORTEST_KEY = 50  # Django's own check --deploy asks for as much
LONGEST_SOCKET = 107  # bytes of a unix socket's path; with a longer one a Redis server starts without a usable socket


def env_bool(name: str, *, default: bool = False) -> bool:
    value = os.environ.get(name)
    if value is None:
        return default
    if value.strip().lower() in _YES:
        return True
    if value.strip().lower() in _NO:
        return False
    raise ImproperlyConfigured(f"{name} is {value!r}; say 1 or 0.")


def env_int(name: str, *, default: int) -> int:
    value = os.environ.get(name, "").strip()
    if not value:
        return default
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} is {value!r}; say a whole number.") from None


def env_list(name: str, *, default: list[str]) -> list[str]:
    value = os.environ.get(name)
    return default if value is None else [part.strip() for part in value.split(",") if part.strip()]


def secret_key(data: Path, *, production: bool) -> str:
    """The key from SECRET_KEY, or from the data folder, where one is made at the first start (mode 0600)."""
    given = os.environ.get("SECRET_KEY")
    if given is not None:
        if len(given) < SHORTEST_KEY:
            raise ImproperlyConfigured(f"SECRET_KEY is shorter than {SHORTEST_KEY} characters.")
        return given
    kept = data / "secret-key"
    if kept.is_file():
        return kept.read_text().strip()
    if production:
        raise ImproperlyConfigured("PRODUCTION=1 needs SECRET_KEY in the environment.")
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        descriptor = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # another process of the same first start was quicker
        return kept.read_text().strip()
    with os.fdopen(descriptor, "w") as file:
        file.write(key := get_random_secret_key())
    return key


def public_address(hosts: Sequence[str], *, production: bool) -> str:
    """Where the public reads this desk, which stands in every ClaimReview document, letter and export: as told, or the first host that it answers to."""
    given = os.environ.get("PUBLIC_ADDRESS", "").strip()
    if not given:
        named = next((host for host in hosts if not host.startswith(".")), "")
        return f"https://{named}" if production and named else "http://127.0.0.1:8000"
    parts = urlsplit(given)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ImproperlyConfigured(f"PUBLIC_ADDRESS is {given!r}; say an address as https://desk.example.org.")
    return given


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
