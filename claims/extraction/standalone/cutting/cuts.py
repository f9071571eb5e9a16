"""What a cut of a sentence is, and the small tools that every kind of cut needs."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.extraction.lexicon.calendar import MONTHS, WEEKDAYS
from claims.extraction.lexicon.participles import IRREGULAR_PAST
from claims.extraction.standalone.clauses import YEAR, lead_end
from claims.extraction.standalone.tagging import Token

Tokens = list[Token]
GAP = 3  # letters between two words from which others stand between them
ANOTHER = frozenset("other others another next rest latter".split())
PAIRS = {"neither": "nor", "either": "or"}
NEAR_DAYS = ("yesterday", "today", "tomorrow")


@dataclass(frozen=True, slots=True)
class Split:
    """One way to cut: what kind of cut, at which word, and the two propositions that it leaves."""

    kind: str
    at: int
    left: Tokens
    right: Tokens


def literal(words: str, tag: str = "IN") -> Token:
    """Words that stand nowhere in the text."""
    return Token(words, -1, -1, tag)


def place_of(whole: Sequence[Token], start: int) -> int:
    """Which word of a sentence begins at that place of the text, or is the first behind it."""
    return bisect_left(whole, start, key=lambda token: token.start)


def trimmed(tokens: Sequence[Token]) -> Tokens:
    """Without joining words and marks at either end."""
    start, end = 0, len(tokens)
    while start < end and tokens[start].tag in (",", ":", ".", "CCc", "CCv", "CCo") and not opens_pair(tokens, start):
        start += 1
    while end > start and (tokens[end - 1].tag in (",", "CCc", "CCv", "CCo") or tokens[end - 1].word in ";—–:"):
        end -= 1
    return list(tokens[start:end])


def opens_pair(tokens: Sequence[Token], at: int) -> bool:
    """Whether "neither" or "either" stands there with its other half or its noun behind, and joins no clause."""
    other = PAIRS.get(tokens[at].lower)
    if other is None:
        return False
    noun = at + 1 < len(tokens) and (tokens[at + 1].tag in ("NN", "JJ") or tokens[at + 1].lower == "of")
    return noun or any(t.lower == other for t in tokens[at + 1 :])  # "*neither clerk* answered"


def inside_quotes(tokens: Sequence[Token]) -> list[bool]:
    """For each word whether it stands between quotation marks, the opening mark included."""
    inside, open_ = [], False
    for token in tokens:
        if token.tag == "Q":
            open_ = not open_
        inside.append(open_)
    return inside


def date_lead(tokens: Tokens, verb: int) -> Tokens:
    """A leading "On Friday," or "In 2016," that holds for the second clause too."""
    lead = tokens[: lead_end(tokens, verb)]
    dated = any(t.tag == "CD" or t.lower.endswith(("day", "year", "month")) for t in lead)
    return lead if lead and dated and lead[0].tag == "IN" and len(lead) <= 7 else []


def dates_itself(tokens: Sequence[Token]) -> bool:
    """Whether words name a day, a month or a year of their own, so that no other holds for them."""
    year = any(a.tag in ("IN", "NNP") and b.tag == "CD" and YEAR.fullmatch(b.word) for a, b in pairwise(tokens))
    return year or any(t.word in MONTHS or t.word in WEEKDAYS or t.lower in NEAR_DAYS for t in tokens)


def tells_of_another(phrase: Sequence[Token]) -> bool:
    """Whether a phrase brings in one more than what stands before it: "the other from Lima", "the next highest country"."""
    at = int(bool(phrase) and phrase[0].lower == "the")
    return len(phrase) > at and phrase[at].lower in ANOTHER


def is_date(phrase: Sequence[Token]) -> bool:
    """Whether a noun phrase is a day or a year, of which nothing more is told."""
    return all(
        t.tag in ("CD", "DT", ",") or t.word in MONTHS or t.word in WEEKDAYS or t.lower in NEAR_DAYS for t in phrase
    )


def in_the_past(participle: Token, owner: Tokens) -> Token:
    """A participle in -ing as the verb of a clause about *owner*."""
    if participle.lower == "being":
        return literal("were" if owner and owner[-1].tag == "NNS" else "was", "VBD")
    return literal(past_of(participle.lower), "VBD")


def past_of(participle: str) -> str:
    """The past form of a participle in -ing."""
    known = IRREGULAR_PAST.get(participle)
    if known:
        return known
    stem = participle.removesuffix("ing")
    if stem.endswith("ee"):
        return stem + "d"
    if stem.endswith("y") and stem[-2:-1] not in "aeiou":
        return stem[:-1] + "ied"
    return stem + "ed"


def all_in_the_past(tokens: Tokens, owner: Tokens) -> Tokens:
    """With the participles that are joined to the first: "hurting 25 and | damaging houses"."""
    made = list(tokens)
    for at in range(1, len(tokens)):
        joint = at - 1 - (tokens[at - 1].tag == "RB" and at > 1)  # "and *seriously* infringing upon them"
        if tokens[at].tag == "VBG" and tokens[joint].tag in ("CCv", "CCo") and tokens[joint].lower == "and":
            made[at] = in_the_past(tokens[at], owner) if has_own_words(tokens, at) else tokens[at]
    return made


def has_own_words(tokens: Tokens, at: int) -> bool:
    """Whether a participle has an object or a phrase of its own behind it, and describes no noun: "growing fears"."""
    at += at + 1 < len(tokens) and tokens[at + 1].tag == "Q"  # "killing ‘a number of men’"
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is not None and behind.tag.startswith("CC") and at + 2 < len(tokens) and tokens[at + 2].tag == "VBG":
        return has_own_words(tokens, at + 2)
    return behind is not None and behind.tag in ("RP", "DT", "NNP", "PRP", "PRP$", "IN", "CD", "TO", "NN", "NNS")


def is_torn(tokens: Tokens, at: int) -> bool:
    """Whether words of the article stand between this word and the one before."""
    return tokens[at].start - tokens[at - 1].end > GAP and tokens[at - 1].start >= 0
