"""The disease that an article is about, named in claims that only count its cases: "five new measles cases"."""

import re
from collections.abc import Sequence

from claims.extraction.standalone.change import Change
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import NOUNS

# Diseases, and what causes them, of which news counts cases, as headlines name them.
DISEASES = re.compile(
    r"\b(?:COVID(?:-19)?|SARS-CoV-2|coronavirus|measles|Ebola|cholera|Zika|polio|dengue|malaria|mpox|monkeypox|tuberculosis|"
    r"diphtheria|mumps|rubella|plague|SARS|MERS|norovirus|swine flu|bird flu|influenza|yellow fever|typhoid)\b",
    re.IGNORECASE,
)
COUNTED = frozenset("cases case infections infection outbreak vaccination".split())
# What stands before cases of a disease; "court cases", "criminal cases" and "in some cases" are of none.
OF_CASES = frozenset(
    "confirmed new suspected active recorded reported known severe mild imported local fresh total first second third more"
    " additional further of the daily infected positive recovered".split()
)


def of_title(title: str | None) -> str | None:
    """The one disease that a headline names."""
    found = {match[0] for match in DISEASES.finditer(title or "")}
    return found.pop() if len(found) == 1 else None


def change(text: str, tokens: Sequence[Token], name: str) -> Change | None:
    """The disease put beside the first word that means it, in a claim that names none."""
    if DISEASES.search(" ".join(token.word for token in tokens)):
        return None
    padded = [None, *tokens, None]
    for before, token, after in zip(padded, tokens, padded[2:], strict=False):
        if token.start < 0:
            continue
        if _is_taken_up(before, token, after, name):
            the = "the " if name.lower() == "coronavirus" else ""
            return Change(before.start if before else token.start, token.end, the + _said(token, name))
        if token.lower == "positive" and _is(before, "tested") and not _is(after, "for"):
            return Change(token.start, token.end, f"{text[token.start : token.end]} for {name}")
        if _is_counted(before, token, after):
            return Change(token.start, token.end, f"{_before_noun(name)} {token.lower}")
    return None


def _is(token: Token | None, word: str) -> bool:
    return token is not None and token.lower == word


def _is_taken_up(before: Token | None, token: Token, after: Token | None, name: str) -> bool:
    """Whether "the disease" or "this virus" means the disease itself."""
    if before is None or before.start < 0 or before.lower not in ("the", "this") or _is(after, "that"):
        return False
    virus = "cov" in name.lower() or "coronavirus" in name.lower()
    return token.lower == "disease" or (token.lower == "virus" and virus)


def _said(token: Token, name: str) -> str:
    """The virus and the disease that it causes bear two names."""
    return "COVID-19" if token.lower == "disease" and name.lower() == "sars-cov-2" else name


def _before_noun(name: str) -> str:
    return "coronavirus" if name.lower() == "sars-cov-2" else name


def _is_counted(before: Token | None, token: Token, after: Token | None) -> bool:
    """Whether a noun counts cases without a word for the disease."""
    if token.lower not in COUNTED or token.tag not in NOUNS or _is(after, "of"):
        return False
    if token.lower in ("case", "cases") and (before is None or not (before.tag == "CD" or before.lower in OF_CASES)):
        return False
    return token.word.islower() and (token.lower != "vaccination" or after is None or after.tag not in NOUNS)
