"""Quotation marks and possessives that the window takes for each other."""

from collections.abc import Sequence

STRAIGHT = ("'", "’")


def with_closed_marks(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with a closing mark where a possessive without its s was read behind an opening one: "Ben 'The Crane' Holt"."""
    opened = False
    if len(words) > 1 and words[0] in STRAIGHT and words[1][:1].isupper():
        tags[0] = "Q"  # "*'* Her sister told …" opens a quotation, and is no preposition
    curly = words[:1] == ["‘"]
    for at in range(1, len(words)):
        if words[at] == "‘" or (curly and words[at] == "’" and not _owns(words, tags, at)):
            tags[at], curly = "Q", words[at] == "‘"
            continue
        if words[at] not in STRAIGHT:
            continue
        if tags[at] == "POS" and not words[at - 1].lower().endswith(("s", "x", "z")):
            tags[at] = "Q"
        elif not opened and tags[at] == "Q" and _owns(words, tags, at):
            tags[at] = "POS"
        opened = not opened if tags[at] == "Q" else opened
    return tags


def _owns(words: Sequence[str], tags: list[str], at: int) -> bool:
    """Whether a lone mark is the possessive of several: "“… part of the *authorities’* ploy …”"."""
    plural = tags[at - 1] in ("NNS", "NNP") and words[at - 1].endswith("s")
    return plural and words[at] == "’" and at + 1 < len(words) and tags[at + 1] in ("NN", "NNS", "JJ", "NNP")
