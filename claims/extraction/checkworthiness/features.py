"""What in a claim makes it worth a check: figures, causes, harm, stakes, who says it, how, and where in the article."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import log1p

from claims.extraction.lexicon import worth
from claims.extraction.lexicon.calendar import MONTHS, WEEKDAYS
from claims.extraction.types import Statement

WORD = re.compile(r"[^\W_]+(?:[.,:'’-][^\W_]+)*|[%$€£?!]")
DATES = re.compile(
    rf"\b(?:(?:{'|'.join(MONTHS)})(?:\s+\d{{1,2}})?(?:,?\s+\d{{4}})?|\d{{1,2}}(?::\d\d)?\s*[ap]\.?m\.?|(?:19|20)\d\d|(?:{'|'.join(WEEKDAYS)}))\b"
)
NUMBER = re.compile(
    r"\b\d[\d.,]*\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?)\b",
    re.I,
)
LEXICONS: Mapping[str, frozenset[str]] = {
    "quantity": worth.QUANTITIES,
    "comparison": worth.COMPARISONS,
    "cause": worth.CAUSES,
    "harm": worth.HARM,
    "stakes": worth.STAKES,
    "opinion": worth.OPINION,
    "demand": worth.DEMANDS,
    "prediction": worth.PREDICTIONS,
    "routine": worth.ROUTINE,
}
JUDGEMENTS = ("factual", "high", "checkable", "checkworthy")
NEGATIONS = frozenset(
    "not no never none nobody nothing without cannot n't didn't wasn't isn't doesn't aren't won't".split()
)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a claim stands: how far into the article, what the reader thinks of its sentences."""

    depth: float  # 0 at the beginning of the article, 1 at its end
    factual: float = 0.5
    high: float = 0.5
    checkable: float = 0.5
    checkworthy: float = 0.5


def words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def figures(text: str) -> list[str]:
    """The numbers that are no dates and no times."""
    return NUMBER.findall(DATES.sub(" ", text))


def of_text(text: str) -> dict[str, float]:
    """The features of the wording alone."""
    found = words(text)
    bag = set(found)
    plain, dates = DATES.subn(" ", text)
    numbers = NUMBER.findall(plain)
    made = {
        "length": log1p(len(found)) - 2.7,
        "short": float(len(found) < 7),
        "long": float(len(found) > 25),
        "figure": float(bool(numbers)),
        "figures": min(3, len(numbers)) / 3,
        "large figure": float(any(len(re.sub(r"\D", "", n)) >= 4 or n.lower() in worth.QUANTITIES for n in numbers)),
        "share": float("%" in bag or "percent" in bag),
        "money": float(bool({"$", "€", "£", "dollars", "euros", "pounds"} & bag)),
        "date": float(dates > 0),
        "only dates": float(dates > 0 and not numbers),
        "quoted": float('"' in text or "“" in text),
        "question": float("?" in text),
        "exclamation": float("!" in text),
        "negation": float(bool(NEGATIONS & bag) or "n't" in text or "n’t" in text),
        "superlative": float(any(w.endswith("est") and len(w) > 5 for w in found)),
        "names": min(4, sum(w[:1].isupper() for w in text.split()[1:])) / 4,
        "is a": float(re.search(r"\b(?:is|was|are|were) (?:an?|the) ", text) is not None),
        "passive": float(re.search(r"\b(?:was|were|been|being) \w+ed\b", text) is not None),
        "past": float(re.search(r"\b(?:was|were|had|did)\b|\b\w{3,}ed\b", text) is not None),
    }
    for name, lexicon in LEXICONS.items():
        hits = len(lexicon & bag)
        made[name] = float(bool(hits))
        made[name + " more"] = float(hits > 1)
    return made


def of_claim(text: str, statement: Statement | None, cue: str, setting: Setting) -> dict[str, float]:
    """All features of one claim."""
    made = of_text(text)
    attributed = statement is not None and statement.attributed
    made |= {
        "attributed": float(attributed),
        "depth": setting.depth,
        "first": float(setting.depth < 0.12),
        **judged(setting),
        "attributed figure": attributed * made["figure"],
        "attributed opinion": attributed * made["opinion"],
        "attributed prediction": attributed * made["prediction"],
        "attributed demand": attributed * made["demand"],
        "narrated date": (not attributed) * made["only dates"],
    }
    if statement is not None and attributed:
        made[f"form {statement.form}"] = 1.0
        made[f"kind {statement.source_kind or 'unknown'}"] = 1.0
        made["negative"] = float(statement.negative)
        said = set(cue.lower().split())
        for name, cues in worth.CUES.items():
            made[f"cue {name}"] = float(bool(cues & said))
    return made


def judged(setting: Setting) -> dict[str, float]:
    """What the reader thinks of the claim's sentence, as log odds."""
    return {f"reader {name}": logit(getattr(setting, name)) for name in JUDGEMENTS}


def logit(chance: float) -> float:
    """A chance as log odds, kept within ±4."""
    bounded = min(max(chance, 0.018), 0.982)
    return float(log1p(bounded - 1) - log1p(-bounded))
