"""Words put back into a printed sentence: the text's own spacing where words stood together, new spacing where not."""

import re
from collections.abc import Iterable, Sequence

from claims.extraction.lexicon.cues import VERB_OF
from claims.extraction.standalone.change import Change, Changes, apply
from claims.extraction.standalone.tagging import Token

NO_SPACE_BEFORE = re.compile(r"\s+([,.;:!?%)\]”]|['’]s\b|n['’]t\b)")
NO_SPACE_AFTER = re.compile(r"([(\[“])\s+")
ASIDE = re.compile(
    r",\s*(?:however|meanwhile|moreover|therefore|for example|for instance),\s*|[,;]\s*however(?=[.]?$)", re.I
)
# "Also" points at another claim, and an acronym in brackets at later sentences: neither is of use in a claim that stands alone.
ALSO = re.compile(r"(?<!but )(?<!, )\balso\s+(?!known|called|named|as\b)")
ACRONYM = re.compile(r"\s*\((?=[^)]*[A-Z][^)]*[A-Z])[A-Za-z&.]{2,10}\)")
BRACKETED_LETTER = re.compile(r"\[([A-Za-z])\](?=[a-z])")  # "[i]f": a capital that the quoting changed
DASH = re.compile(r"\s[—–]\s")
LONE_DASH = re.compile(
    r"\s[—–]\s(?=(?:is|are|was|were|has|had|have|will|would|died|said)\b)"
)  # left by what stood in dashes
BETWEEN = ' \t\n"“”'  # what may lie between two words that stand together
LAST_MARK = re.compile(r"\s\"$")  # put back behind a comma that was left out
TAG = re.compile(r",[^,.;:\"“”]{3,80} (?P<cue>[a-z]+)(?: (?:on )?\w+day)?, ")
ACCORDING = re.compile(r", according to [^,;]{3,80}, ")
COMPARING = frozenset(("twice", "half", "double", "up", "down", "compared"))  # what may follow a figure behind a comma
MARKS_AT_ENDS = " \t\n,;:—–-"


def spans(text: str, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The stretches of the text that the tokens take up, words that stand together in one stretch."""
    found: list[tuple[int, int]] = []
    first = last = -1
    for token in tokens:
        if token.start < 0:
            continue
        if first < 0 or last > token.start or text[last : token.start].strip(BETWEEN):
            found += [(first, last)] if first >= 0 else []
            first = token.start
        last = token.end
    return [*found, (first, last)] if first >= 0 else found


def printed(text: str, tokens: Sequence[Token], changes: Iterable[Change]) -> str:
    """The tokens as words on paper, with the changes that fall on them."""
    kept = Changes(changes)
    pieces: list[str] = []
    run: list[Token] = []
    for token in [*tokens, None]:
        together = (
            token is not None
            and token.start >= 0
            and run
            and not text[run[-1].end : token.start].strip()
            and run[-1].end <= token.start
        )
        if run and not together:
            opens = token is not None and (token.tag in ("DT", "CD") or token.lower in COMPARING)
            goes_on = token is not None and opens and _is_parted(text, run[-1].end, token.start)
            pieces.append(apply(text, run[0].start, run[-1].end, kept) + ("," if goes_on else ""))
            run = []
        if token is not None:
            if token.start < 0:
                pieces.append(token.word)
            else:
                run.append(token)
    return tidy(" ".join(pieces))


def _is_parted(text: str, end: int, start: int) -> bool:
    """Whether a speech tag between commas was left out: "62 per cent, *the office said*, the lowest yet"."""
    tag = TAG.fullmatch(text, end, start) if start > end else None
    return (tag is not None and tag["cue"] in VERB_OF) or ACCORDING.fullmatch(text, end, start) is not None


def tidy(words: str) -> str:
    """Words with single spaces, no doubled marks, and quotation marks that pair or are gone."""
    words = re.sub(r"\s+", " ", words)
    words = NO_SPACE_AFTER.sub(r"\1", NO_SPACE_BEFORE.sub(r"\1", words))
    words = ASIDE.sub(" ", words)
    words = ACRONYM.sub("", ALSO.sub("", words))
    words = BRACKETED_LETTER.sub(r"\1", re.sub(r"\[\W*\]", "", words))
    words = LONE_DASH.sub(" ", words) if len(DASH.findall(words)) == 1 else words
    words = re.sub(r"(?:,\s*){2,}", ", ", words)
    words = re.sub(r",\s*([.;])", r"\1", words)
    return LAST_MARK.sub('"', _paired(words).strip(MARKS_AT_ENDS))


def _paired(words: str) -> str:
    if words.count('"') % 2:
        words = _without_lone_mark(words)
    if words.count("“") != words.count("”"):
        words = words.replace("“", "").replace("”", "")
    for open_, close in (("(", ")"), ("[", "]")):
        if words.count(open_) != words.count(close):
            words = words.replace(open_, "").replace(close, "")
    return words


def _without_lone_mark(words: str) -> str:
    """An odd straight mark is taken away where it stands at an end; else all go, for none can be trusted."""
    if words.startswith('"'):
        return words[1:]
    if words.rstrip(".").endswith('"'):
        at = words.rindex('"')
        return words[:at] + words[at + 1 :]
    return words.replace('"', "")


def as_sentence(words: str) -> str:
    """The words with a capital at the front and a full stop at the end."""
    words = words.strip(MARKS_AT_ENDS)
    if not words:
        return ""
    first = next((i for i, letter in enumerate(words) if letter.isalnum()), 0)
    words = words[:first] + words[first].upper() + words[first + 1 :]
    if words[-1] in ".?!":
        return words
    if words[-1] in "\"”’'" and len(words) > 1 and words[-2] in ".?!,":
        return words[:-2].rstrip() + words[-1] + "." if words[-2] in ".," else words
    return words + "."
