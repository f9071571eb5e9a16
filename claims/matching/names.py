"""The names in a claim: runs of capitalised words, compared without titles and under their commonest short forms."""

import re

from claims.matching.types import Mark
from claims.matching.words import POSSESSIVE, STOP

WORD = r"[^\W\d_a-z][\w'’]*(?:-\w+)*"
NAME = re.compile(rf"(?:[A-Z]\.){{2,}}|{WORD}(?:(?:\s+(?:of|de|la|le|van|von|bin|al|the)){{0,2}}[\s-]+{WORD})*")
SENTENCE_START = re.compile(r"(?:^|[.!?:;]['\"”’)]*\s+|[\"“‘(]\s*|\s[-–—]\s+|\n)$")

# Titles belong to a person today and to another tomorrow: they never tell two claims apart.
TITLES = frozenset(
    "mr mrs ms dr sir lady lord president vice senator sen governor gov congressman congresswoman representative rep secretary minister prime "
    "chancellor mayor general gen colonel captain judge justice professor prof king queen prince princess pope bishop former the".split()
)
# One name under several forms; the first stands for all. Only forms that no other name shares.
SAME = (
    ("united states", "us", "u.s", "usa", "u.s.a", "america", "united states of america"),
    ("united kingdom", "uk", "u.k", "britain", "great britain"),
    ("european union", "eu", "e.u"),
    ("united nations", "un", "u.n"),
    ("world health organization", "who", "world health organisation"),
)
CANONICAL = {form: forms[0] for forms in SAME for form in forms}
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december".split()
)


def names(text: str) -> list[Mark]:
    """The names of a text in order; a lone capitalised word that only opens a sentence is not taken for one."""
    if text.isupper():
        return []  # capitals carry no meaning where everything has them
    found = []
    for match in NAME.finditer(text):
        words = [POSSESSIVE.sub("", word).lower().strip(".,") for word in match[0].split()]
        kept = [word for word in words if word not in TITLES]
        opens = SENTENCE_START.search(text[: match.start()]) is not None
        if opens and kept and kept[0] in STOP:
            kept, words = kept[1:], words[1:]
        shouted = len(match[0]) > 1 and match[0].isupper()
        if not kept or kept == ["i"] or set(kept) <= CALENDAR or (opens and len(words) < 2 and not shouted):
            continue
        form = " ".join(kept)
        if form in STOP and not shouted:
            continue
        found.append(Mark(match.start(), match.end(), CANONICAL.get(form, form)))
    return found


def same_name(a: str, b: str) -> bool:
    """Whether two forms may be one name: equal, or one holds all words of the other ("Putin", "Vladimir Putin")."""
    left, right = set(a.split()), set(b.split())
    return left <= right or right <= left or _initials(a) == b or _initials(b) == a


def _initials(form: str) -> str:
    parts = [part for part in form.split() if part not in ("of", "the", "and")]
    return "".join(part[0] for part in parts) if len(parts) > 1 else ""
