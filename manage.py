#!/usr/bin/env python
"""Django's command line for the desk."""

import argparse
import os
import sys
from pathlib import Path

from django.core.management import execute_from_command_line

from factcheck.environment import load_settings

# They begin a desk, or need none.
_WITHOUT_A_DESK = {
    "run",
    "lay",
    "put_back",
    "migrate",
    "collectstatic",
    "check",
    "makemigrations",
    "help",
    "version",
    "--version",
}


def refuse_to_make_one() -> None:
    """Say so where there is no desk: the settings would make its folder, and SQLite an empty file."""
    data = Path(os.environ.get("FACTCHECK_DATA") or Path(__file__).resolve().parent / "data").resolve()
    if not os.environ.get("DATABASE_URL") and not (data / "desk.sqlite3").is_file():
        sys.exit(f"There is no desk in {data}. Name its data folder with --data, or its database in DATABASE_URL.")


def main(words: list[str]) -> None:
    """Run a command; ``--data DIR`` is taken out first, because the settings already ask for the data folder."""
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    early.add_argument("--data")
    known, rest = early.parse_known_args(words)
    if known.data:
        os.environ["FACTCHECK_DATA"] = known.data
    if rest[1:] and rest[1] not in _WITHOUT_A_DESK and not {"-h", "--help"} & set(rest):
        refuse_to_make_one()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    load_settings()
    execute_from_command_line(rest)


if __name__ == "__main__":
    main(sys.argv)
