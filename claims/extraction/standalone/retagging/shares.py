"""What shares of those who were asked do, which the window reads as nouns: "48% of voters *approve* of Lind"."""

import re
from collections.abc import Sequence

SHARE = frozenset(("%", "percent", "cent", "percentage", "half", "majority", "third", "thirds", "quarter", "quarters"))
# What those who are asked do, in a form that is a noun as well or that few texts hold.
OPINING = frozenset(
    "approve disapprove trust distrust mistrust support favor favour back oppose view rate want plan vote blame fear doubt worry feel rank prefer expect"
    " believe think say agree disagree identify credit mind care hope regard consider".split()
)
OBJECTS = frozenset("IN DT PRP PRP$ NNP NNS JJ TO WP WRB VBG".split())
ASKED = re.compile(
    r"[a-z-]+s|people|adults|those|surveyed|polled|asked|questioned|interviewed|respondents|independents"
)
NO_VERBS = frozenset(("NN", "VB", "JJ", "NNS", "VBD", "RB"))
LONGEST = 4  # words of those who were asked: "of likely Republican voters"
# What shares of the people asked do: no nouns, so any noun for several before them is their subject.
_OPINIONS = frozenset("approve disapprove agree disagree believe oppose distrust prefer".split())
# These are nouns too, and verbs only right behind a share and before what it is about.
_OR_NOUNS = frozenset("support trust back favor favour want think view see like say intend identify".split())
_SHARES = frozenset(("%", "percent", "majority", "minority", "plurality", "half", "third", "quarter", "most"))
_REACH = 6  # words between a share and the verb: "54% of registered voters in Velm"
_IN_SUBJECT = frozenset(("NNS", "NNP", "NN", "PRP", "CD", "JJ", "DT", "RB", "VBN", "IN"))
_PEOPLE = frozenset(("NNS", "NNP", "PRP", "NN", "CD"))
_OBJECTS = frozenset(("DT", "PRP", "PRP$", "NNP", "IN", "TO"))


def with_share_verbs(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with a present for such a word behind a share, or behind the people of whom it is one."""
    for at in range(1, len(words) - 1):
        opines = words[at] in OPINING and tags[at] in ("NN", "VB", "JJ") and tags[at + 1] in OBJECTS
        if (opines and _ends_share(words, tags, at)) or (tags[at] in NO_VERBS and _is_opinion(words, tags, at)):
            tags[at] = "VBP"
    return tags


def _ends_share(words: Sequence[str], tags: list[str], end: int) -> bool:
    """Whether the words before that place are a share, alone or of somebody: "39%", "half of all women"."""
    if words[end - 1] in SHARE:
        return tags[end - 2 if end > 1 else 0] in ("CD", "DT", "NN")
    asked = ASKED.fullmatch(words[end - 1].lower()) is not None or tags[end - 1] in ("NNS", "NNP")
    linked = next((at for at in range(end - 1, max(0, end - 2 - LONGEST), -1) if words[at] in ("of", "in")), 0)
    return asked and linked > 0 and words[linked - 1] in SHARE


def _is_opinion(words: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether people who were asked do it: "54% of voters *disapprove* of it", "39% *trust* her"."""
    plain = words[at] in _OPINIONS
    if not (plain or words[at] in _OR_NOUNS) or tags[at - 1] not in _PEOPLE or tags[at + 1] not in _OBJECTS:
        return False
    start = at
    while start and tags[start - 1] in _IN_SUBJECT and at - start < _REACH:
        start -= 1
    shared = any(word.lower() in _SHARES for word in words[start:at])
    shared = shared and (
        words[at - 1].lower() in _SHARES or tags[at - 1] in ("NNS", "NNP", "PRP")
    )  # "a 95% *support rate*"
    return shared or (plain and tags[at - 1] in ("NNS", "PRP"))
