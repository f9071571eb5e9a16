"""Nouns under the fuller description that the article gave them before: "the administration" as "the Trump administration"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.extraction.lexicon.calendar import MONTHS, WEEKDAYS
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.tagging import Token

# Nouns of which an article has many, so that the one described before need not be the one meant.
COMMON = frozenset(
    "police government city town country state day morning afternoon evening night week month year time people man woman"
    " men women officials law disease military airport war deal plan report statement news law group".split()
)
# Of a substance there is no one that is meant: "sea water" may be spoken of, and then the water of a lake.
COMMON |= frozenset(
    "water air oxygen hydrogen carbon soil sand snow ice blood milk meat wood steel iron salt sugar".split()
)
MODIFIERS = ("NN", "NNP")
POINTS = frozenset(("the", "this", "that", "these", "those"))
BEHIND = frozenset(("NN", "NNS", "NNP", "POS", "CD", "WDT", "WP"))  # what makes a noun part of a longer phrase
QUALIFY = frozenset("of that at from".split())  # "the workers *at* the mill" are told which without more
MOST_MODIFIERS = 3


class Descriptions:
    """The nouns of one text that were described once, and in one way only."""

    def __init__(self, sentences: Sequence[Tokens]) -> None:
        self._described: dict[str, list[tuple[int, str]]] = {}
        for tokens in sentences:
            for at, token in enumerate(tokens):
                if token.tag in ("NN", "NNS") and at and tokens[at - 1].tag in MODIFIERS:
                    self._describe(tokens, at)

    def _describe(self, tokens: Tokens, at: int) -> None:
        """Note what stands before the noun at that place."""
        if at + 1 < len(tokens) and tokens[at + 1].tag in ("NN", "NNS", "NNP"):
            return
        start = at
        while start > 0 and tokens[start - 1].tag in MODIFIERS:
            start -= 1
        if start > 1 and tokens[start - 1].tag.startswith("CC") and tokens[start - 2].tag == tokens[start].tag == "NNP":
            return  # "the Seald and *Hurne* streams"
        if start and tokens[start - 1].tag == "JJ" and tokens[start - 1].word[:1].isupper() and start > 1:
            start -= 1  # "a *Conservative* party estimate"
        words = tokens[start:at]
        if len(words) > MOST_MODIFIERS or (start and tokens[start - 1].tag in ("POS", "CD", "JJ") and len(words) > 1):
            return
        if any(t.word in MONTHS or t.word in WEEKDAYS or "-" in t.word for t in words):
            return
        if start == 0 and words[0].lower.endswith(("ing", "ed")):
            words = [replace(words[0], word=words[0].lower), *words[1:]]  # "*Striking* workers" opened a sentence
        found = self._described.setdefault(tokens[at].lower, [])
        found.append((tokens[at].start, " ".join(t.word for t in words)))

    def changes(self, tokens: Sequence[Token], spelled: str) -> Iterator[Change]:
        """The fuller descriptions for the bare nouns among the tokens; *spelled* are the letters already printed."""
        for the, noun, after in zip(tokens, tokens[1:], [*tokens[2:], None], strict=False):
            if the.lower not in POINTS or noun.tag not in ("NN", "NNS") or min(the.start, noun.start) < 0:
                continue
            if noun.lower in COMMON or (after is not None and (after.tag in BEHIND or after.lower in QUALIFY)):
                continue
            words = self._before(noun)
            if words and words.replace(" ", "").lower() not in spelled:
                pointed = the.lower in ("this", "these") and noun.start == the.end + 1
                start, article = (the.start, "the ") if pointed else (noun.start, "")
                yield Change(start, noun.end, f"{article}{words} {noun.word}")

    def _before(self, noun: Token) -> str | None:
        """What the noun was called in full before this place; None where it was called several things, or nothing."""
        found = self._described.get(noun.lower, [])
        earlier = found[: bisect_left(found, noun.start, key=lambda mention: mention[0])]
        names = {words for _, words in found}
        return earlier[0][1] if earlier and len(names) == 1 else None
