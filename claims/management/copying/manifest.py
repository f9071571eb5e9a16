"""What a copy says of itself: when it was made, of which version, how much is in it; and the digest of each of its files."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from django.core.management.base import CommandError

FILE = "manifest.json"
LIST = "SHA256SUMS"  # in the form that ``sha256sum --check`` reads, so that a copy can be looked after without a desk


@dataclass(frozen=True, slots=True)
class Manifest:
    """One copy: its moment, its database, its place in the record, and how many rows each table has."""

    made: str
    database: str
    steps: list[str]
    head: str
    rows: dict[str, int]
    files: int
    size: int
    wrong: list[str]

    @property
    def event(self) -> tuple[int, str]:
        """The head of the record at that moment, as ``verify_record`` is given it."""
        sequence, _, digest = self.head.partition(":")
        return int(sequence), digest


def write(manifest: Manifest, folder: Path, digests: Mapping[str, str]) -> None:
    """Write both into the copy: the manifest, and the list with the digests of all its files."""
    text = json.dumps(asdict(manifest), indent=1, sort_keys=True)
    (folder / FILE).write_text(f"{text}\n", encoding="utf-8")
    listed = {**digests, FILE: digest_of(folder / FILE)}
    lines = (f"{digest}  {name}\n" for name, digest in sorted(listed.items()))
    (folder / LIST).write_text("".join(lines), encoding="utf-8")


def read(folder: Path) -> Manifest:
    """What a copy says of itself; CommandError where the folder holds none, or one that a later desk wrote otherwise."""
    try:
        return Manifest(**json.loads((folder / FILE).read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise CommandError(f"There is no copy in {folder}: it has no {FILE}.") from None
    except (ValueError, TypeError):
        raise CommandError(
            f"{folder / FILE} cannot be read: it is damaged, or a later version of the desk wrote it."
        ) from None


def checked(folder: Path) -> list[str]:
    """The names in a copy's list, each of whose files is there and has its digest; CommandError names the first that has not."""
    names = []
    for line in _lines(folder):
        digest, _, name = line.partition("  ")
        if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
            raise CommandError(f"The copy lists {name}, which lies outside of it.")
        if not (folder / name).is_file():
            raise CommandError(f"The copy is not whole: {name} is gone.")
        if digest_of(folder / name) != digest:
            raise CommandError(f"The copy is damaged: {name} is not what was copied.")
        names.append(name)
    return names


def _lines(folder: Path) -> list[str]:
    try:
        return (folder / LIST).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise CommandError(f"The copy is not whole: {LIST} is gone.") from None


def digest_of(place: Path) -> str:
    with place.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
