"""What holds "currently": as of the day of writing, because a claim is read on other days."""

import datetime
from collections.abc import Sequence

from claims.extraction.lexicon.calendar import MONTHS
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.cutting.cuts import inside_quotes
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.times.days import written

# Words for the day of writing; "now" is left out, because it tells more often what comes after what than when.
NOW = tuple(
    tuple(words.split())
    for words in (
        "currently", "presently", "at present", "at the moment", "to date", "so far", "as of now", "right now", "at this time",
    )
)  # fmt: skip
# The same in what an article says of itself, whatever the tense of its verb.
WRITING = tuple(
    tuple(words.split())
    for words in (
        "as of this writing", "as of writing", "at the time of writing", "at time of writing", "as of press time", "at press time",
        "by press time", "at the time of publication", "as of publication", "at the time of this writing",
    )
)  # fmt: skip
PRESENT = frozenset(("VBZ", "VBP", "MD"))
TRAILING = frozenset(("however", "though", ";", ",", ":", "."))


def changes(text: str, tokens: Sequence[Token], found: Sequence[Change], day: datetime.date | None) -> list[Change]:
    """The changes that put the day in place of the word, in front or at the end; none where the claim names a time itself."""
    if day is None:
        return []
    meant = (*WRITING, *NOW) if any(t.tag in PRESENT for t in tokens) else WRITING
    said = " ".join([*(t.word for t in tokens), *(change.words for change in found)])
    if any(month in said for month in MONTHS) or any(
        word.isdigit() and len(word) == len("2000") for word in said.split()
    ):
        return []
    quoted = inside_quotes(tokens)
    low = tuple(t.lower for t in tokens)
    for at, first in enumerate(low):
        words = next((w for w in meant if w[0] == first and low[at : at + len(w)] == w), None)
        if words is None or quoted[at] or tokens[at].start < 0:
            continue
        return _dated(text, tokens, at, at + len(words), written(day))
    return []


def _dated(text: str, tokens: Sequence[Token], at: int, end: int, day: str) -> list[Change]:
    first, last = tokens[at], tokens[end - 1]
    if at == 0:
        return [Change(first.start, last.end, f"As of {day}")]
    final = next((t for t in reversed(tokens) if t.lower not in TRAILING), last)
    if final.start <= last.start:
        return [Change(first.start, last.end, f"as of {day}")] if final is last else []
    if text[last.end : last.end + 1] != " " or _describes(tokens, at, end):
        return []
    return [Change(first.start, last.end + 1, ""), Change(final.end, final.end, f" as of {day}")]


def _describes(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the word only qualifies a noun: "fires currently burning", "its currently small chain", "what is currently Poland"."""
    before, after = tokens[at - 1], tokens[end]
    if any(t.tag in ("CCv", "CCc") for t in tokens[end:]):
        return True  # "employs 40 people and will close": the day is not that of both
    if tokens[at].lower == "so" and (after.tag in ("RB", "JJ") or after.lower in ("from", "as", "that")):
        return True  # "so far away"
    participle = after.tag in ("VBN", "VBG") and before.tag in ("NN", "NNS", "NNP", ",")
    return participle or before.tag in ("DT", "PRP$", "POS", ",", "WP", "IN", "JJ") or tokens[0].lower == "what"
