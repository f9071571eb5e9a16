"""Verbs that the window reads as nouns or participles: "48% of voters *approve* of Lind", "the government on Tuesday *introduced* a bill"."""

import re

from claims.extraction.lexicon.calendar import WEEKDAYS

SHARE = frozenset(("%", "percent", "cent", "percentage", "half", "majority", "third", "thirds", "quarter", "quarters"))
# What those who are asked do, in a form that is a noun as well or that few texts hold.
OPINING = frozenset(
    "approve disapprove trust distrust mistrust support favor favour back oppose view rate want plan vote blame fear doubt worry feel rank prefer expect"
    " believe think say agree disagree identify credit mind care hope regard consider".split()
)
OBJECTS = frozenset("IN DT PRP PRP$ NNP NNS JJ TO WP WRB".split())
ASKED = re.compile(
    r"[a-z-]+s|people|adults|those|surveyed|polled|asked|questioned|interviewed|respondents|independents"
)
SUBJECTS = frozenset(("NN", "NNS", "NNP"))
OPENS_OBJECT = frozenset(("DT", "NN", "NNS", "NNP", "PRP$", "CD", "JJ"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
LONGEST = 4  # words of those who were asked: "of likely Republican voters"


def with_share_verbs(words: list[str], tags: list[str]) -> list[str]:
    """The tags with a present for such a word behind a share, or behind the people of whom it is one."""
    for at in range(1, len(words) - 1):
        if words[at] not in OPINING or tags[at] not in ("NN", "VB", "JJ") or tags[at + 1] not in OBJECTS:
            continue
        if _ends_share(words, tags, at):
            tags[at] = "VBP"
    return tags


def _ends_share(words: list[str], tags: list[str], end: int) -> bool:
    """Whether the words before that place are a share, alone or of somebody: "39%", "half of all women"."""
    if words[end - 1] in SHARE:
        return tags[end - 2 if end > 1 else 0] in ("CD", "DT", "NN")
    asked = ASKED.fullmatch(words[end - 1].lower()) is not None or tags[end - 1] in ("NNS", "NNP")
    linked = next((at for at in range(end - 1, max(0, end - 2 - LONGEST), -1) if words[at] in ("of", "in")), 0)
    return asked and linked > 0 and words[linked - 1] in SHARE


def with_dated_verbs(words: list[str], tags: list[str]) -> list[str]:
    """The tags with a past form behind a subject and its day: "the government on Tuesday *introduced* legislation"."""
    for at in range(3, len(words) - 1):
        if tags[at] != "VBN" or not words[at].endswith("ed") or words[at - 1] not in WEEKDAYS:
            continue
        subject = at - 2 - (words[at - 2] == "on")
        if tags[subject] in SUBJECTS and tags[at + 1] in OPENS_OBJECT and not FINITE.intersection(tags[:at]):
            tags[at] = "VBD"
    return tags
