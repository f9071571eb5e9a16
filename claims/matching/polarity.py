"""What turns a claim into its opposite: a negation, or a word of the other direction ("rose", "fell")."""

import re

from claims.matching.types import Mark
from claims.matching.words import WORD, stem

NEGATION = re.compile(
    r"\b(?:not|cannot|no|never|none|nobody|nothing|nowhere|neither|nor|without|hardly|\w+n['’]t"
    r"|den(?:y|ies|ied)|fail(?:s|ed)?\s+to|refus(?:e|es|ed)\s+to|stopped|false(?:ly)?|untrue)\b",
    re.IGNORECASE,
)
# These look like negations and negate nothing.
HARMLESS = re.compile(
    r"\b(?:not\s+only|no\s+(?:less|fewer|more|later)\s+than|not\s+(?:less|more)\s+than|no\s+matter|no\s+doubt|no\.\s*\d|non?-stop)",
    re.IGNORECASE,
)

# Two ends of one scale each. A claim and its opposite use words of the two ends; a paraphrase stays at one.
SCALES: dict[str, tuple[str, str]] = {
    "amount": (
        "increase increased increasing rise rises rose risen rising grow grew grown growth raise raised gain gained gains expand expanded climb climbed soar "
        "soared surge surged double doubled more higher highest most add added create created strengthened largest biggest bigger up",
        "decrease decreased decline declined fall falls fell fallen drop drops dropped cut cuts reduce reduced reduction shrink shrank lose lost loses less fewer "
        "lower lowest least halved slashed weakened smallest smaller eliminated down",
    ),
    "stance": (
        "support supports supported supporting favor favors favored back backs backed approve approved approves endorse endorsed accept accepted signed sign for",
        "oppose opposes opposed opposing against reject rejected rejects veto vetoed block blocked blocks condemn condemned fought",
    ),
    "permission": (
        "allow allowed allows legal legalised legalized permit permitted open opened",
        "ban banned bans illegal outlawed prohibit prohibited forbidden close closed",
    ),
    "outcome": ("win won wins victory succeed succeeded alive survived", "defeat defeated failed dead died killed"),
    "trade": (
        "import imports imported importing buy bought",
        "export exports exported exporting sell sold produce produces",
    ),
    "balance": ("surplus surpluses asset", "deficit deficits debt"),
    "class": ("rich richest wealthy wealthiest", "poor poorest"),
    "guilt": ("guilty convicted", "innocent acquitted cleared exonerated"),
    "truth": ("true real genuine authentic", "false fake hoax doctored fabricated"),
}
POLE = {
    stem(word): (scale, end) for scale, ends in SCALES.items() for end, row in enumerate(ends) for word in row.split()
}


def negations(text: str) -> list[Mark]:
    """The negations of a text; two in one sentence are two, since what they bind is not resolved."""
    harmless = [match.span() for match in HARMLESS.finditer(text)]
    return [
        Mark(match.start(), match.end(), match[0].lower())
        for match in NEGATION.finditer(text)
        if not any(start <= match.start() < end for start, end in harmless)
    ]


def directions(text: str) -> list[Mark]:
    """The words of a text that stand at one end of a scale; the form names scale and end ("amount 0")."""
    found = ((match, POLE.get(stem(match[0].lower()))) for match in WORD.finditer(text))
    return [Mark(match.start(), match.end(), f"{pole[0]} {pole[1]}") for match, pole in found if pole]


def opposed(a: list[Mark], b: list[Mark]) -> list[tuple[Mark, Mark]]:
    """Pairs of words at the two ends of a scale of which each text uses one end only."""
    ends_a, ends_b = {mark.form for mark in a}, {mark.form for mark in b}
    return [
        (left, right)
        for left in a
        for right in b
        if left.form[:-1] == right.form[:-1]
        and left.form != right.form
        and left.form not in ends_b
        and right.form not in ends_a
    ]
