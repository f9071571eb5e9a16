"""Where a wording that holds two claims may be cut: a proposal for the person who splits it, never a decision."""

import re

_CAPITAL = re.compile(r"^(\W*)(\w)")
# In this order: the surest cut first. Each joins two propositions; what follows it begins one of its own.
_JOINTS = tuple(
    re.compile(pattern)
    for pattern in (
        r";\s+(?:and\s+|but\s+)?",
        r",\s+(?:and|but|while|whereas)\s+",
        r"\s+(?:and that|but|while|whereas)\s+",
        r"\s+and\s+",
    )
)
# A part that begins with one of these lacks its subject: it takes that of the first part.
_VERBS = (
    "is|are|was|were|be|has|have|had|does|do|did|will|would|shall|should|can|could|may|might|must|cost|costs|said|says|"
    "made|took|left|fell|rose|grew|lost|won|met|paid|sold|told|got|went|came|held|kept|led|ran|set|put|cut|hit"
)
_VERB = re.compile(rf"\b(?:{_VERBS}|\w+ed)\b", re.IGNORECASE)
_SHORTEST = 2  # words of a part that may be a proposition


def cut(wording: str) -> list[str]:
    """Two wordings that together say the same, each able to stand alone; the wording twice where no joint is found."""
    text = wording.strip()
    for joint in _JOINTS:
        places = [match for match in joint.finditer(text) if _stands(text[: match.start()], text[match.end() :])]
        if places:
            middle = min(places, key=lambda match: abs(match.start() + match.end() - len(text)))
            return [_sentence(text[: middle.start()]), _sentence(_whole(text[: middle.start()], text[middle.end() :]))]
    return [text, text]


def _stands(first: str, second: str) -> bool:
    return all(len(part.split()) >= _SHORTEST and _VERB.search(part) for part in (first, second))


def _whole(first: str, second: str) -> str:
    """The second part with the first one's subject, if it begins with its verb."""
    verb, begins = _VERB.search(first), _VERB.match(second)
    subject = first[: verb.start()].strip() if verb else ""
    return f"{subject} {second}" if begins and subject else second


def _sentence(part: str) -> str:
    text = part.strip().rstrip(",;")
    text = text if text.endswith((".", "!", "?", "”", '"')) else f"{text}."
    return _CAPITAL.sub(lambda match: match[1] + match[2].upper(), text)
