#!/usr/bin/env python
"""Django's command line for the desk."""

import argparse
import os
import sys

from django.core.management import execute_from_command_line


def main(words: list[str]) -> None:
    """Run a command; ``--data DIR`` is taken out first, because the settings already ask for the data folder."""
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    early.add_argument("--data")
    known, rest = early.parse_known_args(words)
    if known.data:
        os.environ["FACTCHECK_DATA"] = known.data
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    execute_from_command_line(rest)


if __name__ == "__main__":
    main(sys.argv)
