"""What was learnt, beside the cards that say from what; each file is read once, by the module that uses it."""

from pathlib import Path

FOLDER = Path(__file__).parent
