"""What the words around a name tell of it: articles, labels, brackets, places, and where in the sentence it stands."""

from collections.abc import Sequence

from claims.extraction.entities.words import Word
from claims.extraction.lexicon import people, pronouns
from claims.extraction.lexicon.bodies import EXCHANGES, MAKERS, WATCHING
from claims.extraction.lexicon.clauses import RELATIVES
from claims.extraction.lexicon.function_words import PREPOSITIONS
from claims.extraction.lexicon.heads import COMMON_NOUNS, LABELS, NAME_HEADS

_AGE = 3  # digits
_POSSIBLE_ALIAS = 2  # an acronym in brackets, and the name before it, have at least so many letters or words
_MARKS = ("'", "’")  # of a possessive, before its "s"
_BEHIND = 8  # an apposition says within so many words what a body is
_SETTLEMENTS = frozenset("port town city village hamlet suburb island municipality".split())
_LANDS = frozenset("state city county country nation".split())  # whose a body is: "the *state* Supreme Court"
_CALLED = LABELS - _LANDS
_IDENTIFIED = frozenset("identified named".split())  # by these words somebody gets a name that hides another
_BEHIND_AGE = frozenset("who of from and is was has had told said says".split())  # "Koch, 41, …", not "…, 24 places"


def lies_in(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether something happens "in" it, or "near" it, or in a town of it: then it is a place."""
    if start and words[start].gap == ", " and _closes(words, end):
        start = _town_before(words, start)  # "at its plant in Lund, *Norland*, where"
    if not start or not words[start].adjoins or words[start - 1].text not in ("in", "near", "In", "Near"):
        return False
    if end >= len(words):
        return True
    possesses = words[end].gap[:1] in ("'", "’")
    return not possesses and not (words[end].adjoins and words[end].lower in COMMON_NOUNS)


def _closes(words: Sequence[Word], end: int) -> bool:
    return end >= len(words) or words[end].first or words[end].gap.startswith(",")


def _town_before(words: Sequence[Word], start: int) -> int:
    """Where the name before the comma begins, if a small "in" or "near" leads to it; 0 where none does."""
    town = start - 1
    while town and words[town].capital and words[town].adjoins and words[town - 1].capital:
        town -= 1
    led = town and words[town].capital and words[town].adjoins and words[town - 1].text in ("in", "near")
    return town if led else 0


def is_told_of_as_place(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a place stands before somebody's name set off from it: "at a home *in Kassen*, her daughter, Ruth Lind, said"; or "the port of *Ano*"."""
    if start > 1 and words[start].adjoins and words[start - 1].lower == "of" and words[start - 2].lower in _SETTLEMENTS:
        return True
    owned = end < len(words) and words[end].gap == ", " and words[end].lower in ("his", "her", "their", "its")
    return owned and words[start - 1].lower == "in" and lies_in(words, start, end)


def of_person(words: Sequence[Word], end: int) -> bool:
    """Whether what follows is said of people only: "who", or an age between commas."""
    if end >= len(words):
        return False
    aged = words[end].gap == ", " and words[end].text.isdigit() and len(words[end].text) <= _AGE
    alone = end + 1 >= len(words) or words[end + 1].gap != " " or words[end + 1].lower in _BEHIND_AGE
    return (aged and alone) or words[end].lower == "who"


def is_thing(words: Sequence[Word], end: int) -> bool:
    """Whether ", which" follows, "party", or the exchange on which its shares are sold, as they follow nobody."""
    if end >= len(words):
        return False
    if words[end].adjoins and words[end].lower == "party":
        return True
    return (words[end].gap == ", " and words[end].lower == "which") or (
        words[end].gap in (" (", ". (") and words[end].lower in EXCHANGES
    )


def identified_before(words: Sequence[Word], start: int) -> bool:
    """Whether somebody is given this name to hide another: "identified only as K.D."."""
    if start < 2 or words[start - 1].lower != "as":
        return False
    return any(word.lower in _IDENTIFIED for word in words[max(0, start - 3) : start - 1])


def indefinite_before(words: Sequence[Word], start: int) -> bool:
    """Whether the phrase is introduced as new: "a", "one", "another"."""
    return start > 0 and words[start].adjoins and words[start - 1].lower in pronouns.INDEFINITE


def named_with_article(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether "the" belongs to the name ("the Houthis"), and not to a noun behind ("the Trump administration")."""
    if not start or not words[start].adjoins or words[start - 1].lower != "the":
        return False
    if end >= len(words) or not words[end].adjoins or words[end].first:
        return True
    return words[end].lower not in NAME_HEADS and words[end].lower not in COMMON_NOUNS


def label(words: Sequence[Word], start: int, end: int) -> str:
    """What sort of body the text says it is: "newspaper" before the name, "a cybersecurity firm" behind it."""
    if start > 1 and words[start].adjoins and words[start - 1].text == "The" and not words[start - 1].first:
        start -= 1  # "newspaper The Hill"
    if end - start > 1 and words[start].lower in MAKERS:
        return words[start].lower  # "Steelmaker Tarvo"
    if start and words[start].adjoins and not words[start].first and words[start - 1].lower in _CALLED:
        qualified = start > 1 and words[start - 1].adjoins and not words[start - 2].capital
        return " ".join(word.lower for word in words[start - 2 if qualified else start - 1 : start])
    if (
        start > 1
        and words[start].gap == ", "
        and words[start - 1].lower in WATCHING
        and words[start - 2].lower == "the"
    ):
        return words[start - 1].lower  # "told by the *regulator*, Ofwet, that"
    if end >= len(words) or words[end].gap != ", " or words[end].lower not in ("a", "an", "the"):
        return ""
    apposed = _apposed(words[end + 1 : end + _BEHIND])
    names = words[end + len(apposed)].capital if apposed else True  # "Ann Lind, the *University* of Velm physicist"
    return " ".join(apposed) if apposed and apposed[-1] in LABELS and not names else ""


def _apposed(words: Sequence[Word]) -> list[str]:
    """The noun phrase that the words begin with, without whose it is."""
    apposed: list[str] = []
    for word in words:
        if word.lower == "s" and word.gap in _MARKS:
            apposed.clear()  # "the country's largest maker" is no country
            continue
        if not word.adjoins or word.lower in PREPOSITIONS or word.lower in RELATIVES or word.first:
            break
        if apposed and apposed[-1] in LABELS and word.lower.endswith("ed"):
            break  # "a firm owned by his driver"
        apposed.append(word.lower)
    return apposed


def leads(words: Sequence[Word], start: int) -> bool:
    """Whether the phrase opens its sentence, but for an article, or follows a mark that closes a quotation."""
    if words[start].opens or words[start].gap[-2:] in ('" ', "” ", "' ", "’ "):
        return True
    before = words[start - 1]
    return before.opens and before.lower in ("the", "a", "an", "his", "her", "its", "their")


def of_analysts(words: Sequence[Word], start: int) -> bool:
    """Whether the name says for whom an onlooker of markets works, who is never "the company": "analysts at *Halden Bank*"."""
    before = [word.lower for word in words[max(0, start - 2) : start]]
    return len(before) > 1 and before[1] in ("at", "with", "for", "of", "from") and before[0] in people.ONLOOKERS


def alias(words: Sequence[Word], end: int, length: int) -> str | None:
    """The short form in brackets right behind a name of *length* words: "Syrian Democratic Forces (SDF)"."""
    if end >= len(words) or words[end].gap not in (" (", "\u00a0("):
        return None
    short = words[end].text
    closes = end + 1 >= len(words) or words[end + 1].gap.startswith(")")
    enough = len(short) >= _POSSIBLE_ALIAS and length >= _POSSIBLE_ALIAS
    return short if closes and enough and words[end].capital else None
