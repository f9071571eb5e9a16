"""Over "of", "for" and "and" inside a name: how far a capitalised run goes on behind such a word."""

from collections.abc import Sequence

from claims.extraction.entities.words import Word, capital_at
from claims.extraction.lexicon import bodies, nations, people
from claims.extraction.lexicon.function_words import CALENDAR
from claims.extraction.lexicon.given_names import is_given_name
from claims.extraction.lexicon.heads import (
    ADDRESSES,
    BODY_HEADS,
    GIVEN_NAMES,
    NAME_HEADS,
    PORTFOLIOS,
    SHARED_MATTERS,
    TITLE_WORDS,
)

_OF_STATES = frozenset("community league commonwealth confederation conference".split())
_FULL_NAME = 2  # words
_OF_TRADES = frozenset("united american international national amalgamated canadian british federated".split())
_TRADES = frozenset("workers employees teachers nurses machinists engineers carpenters officers".split())
_CHAMBERS = frozenset("house senate commons lords assembly".split())
_ON_SOMETHING = frozenset("commission committee council conference panel subcommittee".split())
_OFFICES = frozenset("minister secretary commissioner director representative rapporteur coordinator envoy".split())
# Matters of committees, beside those that bodies share: "*Ways and Means* Chair Tom Berg".
_OF_COMMITTEES = frozenset(
    "ways oversight rules budget appropriations intelligence innovation levelling police".split()
)
_MATTERS = SHARED_MATTERS | PORTFOLIOS | _OF_COMMITTEES
_OF_OFFICES = SHARED_MATTERS | frozenset("foreign affairs defence defense services development and police".split())


def over_of(words: Sequence[Word], end: int) -> int:
    """Over "of", "for", "to", "on", where a body or a role stands before it: "Ministry of Foreign Affairs"."""
    if end >= len(words):
        return 0
    head, link = words[end - 1].lower, words[end].lower
    if link == "for" and (head in _OFFICES or (head == "state" and words[end - 3].lower in _OFFICES)):
        return _over_portfolio(words, end)
    states = (
        head in _OF_STATES | {"duchy"} and capital_at(words, end - 1) and link == "of" and capital_at(words, end + 1)
    )
    if states:
        return 2  # "Economic Community of West African States"
    if head not in BODY_HEADS and head not in TITLE_WORDS and head not in bodies.DOCUMENT_HEADS:
        return 0
    if link != "of" and (head in people.ROLES or (link == "on" and head not in _ON_SOMETHING)):
        return 0
    if end + 1 < len(words) and words[end + 1].lower in CALENDAR:
        return 0
    return 2 if capital_at(words, end + 1) else _over_the(words, end)


def _over_portfolio(words: Sequence[Word], end: int) -> int:
    """Over what an office is for, where somebody's name follows: "Minister *for Public Works* Ann Lind"."""
    closing = end + 1
    while capital_at(words, closing) or _joins(words, closing):
        closing += 1
    named = behind_portfolio(words, end + 1, closing)
    return named - end if named else 0


def _joins(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].lower == "and" and capital_at(words, at + 1)


def behind_portfolio(words: Sequence[Word], start: int, end: int) -> int:
    """Where a person's name begins behind what an office is for: at a first name, or behind a known matter; 0 where nowhere."""
    for at in range(start + 1, end - 1):
        if words[at].lower in ADDRESSES or is_given_name(words[at].text):
            return at
    at = start
    while at < end and words[at].lower in _OF_OFFICES:
        at += 1
    return at if at > start and end - at == _FULL_NAME and words[end - 1].lower not in NAME_HEADS else 0


def _over_the(words: Sequence[Word], end: int) -> int:
    return 3 if end + 1 < len(words) and words[end + 1].lower == "the" and capital_at(words, end + 2) else 0


def over_and(words: Sequence[Word], start: int, end: int) -> int:
    """Over "and" inside the name of a body: "Department of Health and Human Services"."""
    before = [word.lower for word in words[start:end]]
    if "of" in before and words[end - 1].text in nations.STATES:
        return _over_the(words, end)  # "Islamic State of Iraq and the Levant"
    if not capital_at(words, end + 1) or words[end + 1].lower in GIVEN_NAMES:
        return 0
    opened = next((at for at, word in enumerate(before) if at and word in ("of", "for")), 0)
    if opened:
        another = words[end + 1].lower in NAME_HEADS and not capital_at(words, end + 2)  # but "and *Aerospace Workers*"
        another = another or words[end + 1].text.isupper()
        return 2 if before[opened - 1] in NAME_HEADS and not another else 0
    return 2 if _one_body(words, before, end) or _one_office(words, before, end) else 0


def _one_office(words: Sequence[Word], before: list[str], end: int) -> bool:
    """Whether both sides of "and" are the matters of one office: "*Health and Social Care Secretary* Ann Lind"."""
    if before[-1] not in SHARED_MATTERS | _OF_COMMITTEES or not _MATTERS.issuperset(before):
        return False
    title = end + 2
    while capital_at(words, title) and words[title].lower not in TITLE_WORDS:
        title += 1
    within = (word.lower for word in words[end + 1 : title])
    return capital_at(words, title) and capital_at(words, title + 1) and GIVEN_NAMES.isdisjoint(within)


def _one_body(words: Sequence[Word], before: list[str], end: int) -> bool:
    """Whether both sides of "and" share a head: "Risk Reduction and Management Council"."""
    closing = end + 1
    while capital_at(words, closing + 1):
        closing += 1
    matters = before[1:] if before[0] in _CHAMBERS else before  # "*House* Oversight and Reform Committee"
    headless = not any(word in NAME_HEADS or word in TITLE_WORDS for word in matters)
    head = words[closing].lower
    trade = before[0] in _OF_TRADES and head in _TRADES  # "United Food and Commercial Workers"
    if (before == ["university"] and head == "union") or (headless and trade):
        return True  # "University and College Union"
    one = len(before) > 1 or (
        before[0] in SHARED_MATTERS and (not head.endswith("s") or head in ("services", "affairs"))
    )
    if closing == end + 1 or not one or not headless or before[0] in GIVEN_NAMES:
        return False
    return head in BODY_HEADS or (head == "executive" and words[closing - 1].lower == "safety")  # that of Britain
