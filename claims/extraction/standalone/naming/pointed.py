""" "These stores" under the fuller words of the sentence before: "the stores in Lower Velm"; "this winter" is a time and stays."""

from collections.abc import Iterator, Sequence

from claims.extraction.lexicon import nations
from claims.extraction.lexicon.calendar import DATES
from claims.extraction.lexicon.pointing import OF_TIMES, OF_WHATEVER
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.naming.complements import TELLS_WHICH, is_no_head, letters, phrase_end
from claims.extraction.standalone.placed import Placed
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import NOMINAL, PLAIN_NOUNS

POINTS = frozenset(("this", "these", "those"))
BEFORE = frozenset(("JJ", "NN", "NNP", "CD", "POS"))  # between an article and its noun
MOST_BEFORE = 4
BACK = 2  # sentences: what was named longer ago may be another one
PLACES = frozenset("in at off along near beneath under from across around".split())
OF_WHOM = frozenset("of by on against between".split())
# What stands before the noun where the text speaks of none, of any, or of others than those named before.
NO_ONES = frozenset("no any each every other another their his her its our my your these those this such".split())
# Of more or less than a figure the figure alone tells a falsehood: "more than 300 stores".
NOT_EXACTLY = frozenset("than least most about around nearly almost over under to some roughly".split())
MANY = frozenset("many several few more most fewer some all both additional further".split())


class Pointed:
    """The noun phrases of one text's sentences."""

    def __init__(self, text: str, sentences: Sequence[Tokens]) -> None:
        self._text = text
        self._sentences = Placed(sentences)

    def changes(self, tokens: Sequence[Token], spelled: str, found: Sequence[Change]) -> Iterator[Change]:
        """The phrase that each of the tokens' "these" with its noun takes up; *spelled* are the letters already printed."""
        made = (self._change(tokens, at, spelled, found) for at, token in enumerate(tokens) if token.lower in POINTS)
        yield from (change for change in made if change)

    def _change(self, tokens: Sequence[Token], at: int, spelled: str, found: Sequence[Change]) -> Change | None:
        token, head = tokens[at], _head(tokens, at)
        if head is None or token.start < 0:
            return None
        end = tokens[head].end
        told = any(_goes_on(change, tokens[at + 1]) for change in found)
        if not told and any(change.start < end and token.start < change.end for change in found):
            return None
        if token.lower != "those" and (told or _says_which(tokens, head)):
            return Change(token.start, token.end, "the")
        words = None if told or _is_longer(tokens, head) else self._before(token, tokens[at + 1 : head + 1])
        return Change(token.start, end, words) if words and letters(words) not in spelled else None

    def _before(self, this: Token, own: Sequence[Token]) -> str | None:
        """What the nearest sentence that has the noun called it; None where it has it twice, or no fuller."""
        number = self._sentences.number(this.start)
        for back in range(min(BACK, number) + 1):
            told = self._sentences[number - back]
            if not back:
                told = [t for t in told if t.end <= this.start]
            places = [i for i, t in enumerate(told) if t.lower == own[-1].lower and t.tag in PLAIN_NOUNS]
            if places:
                return self._phrase(told, places[0], own) if len(places) == 1 else None
        return None

    def _phrase(self, told: Tokens, at: int, own: Sequence[Token]) -> str | None:
        """The noun with all that stands before it, and behind it with the place that it is in."""
        if is_no_head(told, at):
            return None
        start = at
        while start and told[start - 1].tag in BEFORE and at - start < MOST_BEFORE:
            start -= 1
        before = told[start - 1].lower if start else ""
        while start < at and (told[start].lower in MANY or (told[start].tag == "CD" and before in NOT_EXACTLY)):
            start += 1
        words = {t.lower for t in told[start:at]}
        if before in NO_ONES or words & NO_ONES or not {t.lower for t in own[:-1]} <= words:
            return None
        if words & OF_TIMES or any(t.word in DATES for t in told[start:at]):
            return None
        end = _place_end(told, at)
        if end - start <= len(own):
            return None
        phrase = self._text[told[start].start : told[end - 1].end]
        if start == 0 and told[0].tag != "NNP" and told[0].word not in nations.ADJECTIVE_OF:
            phrase = phrase[0].lower() + phrase[1:]
        owned = told[start].tag == "NNP" and any(t.tag == "POS" for t in told[start:at])
        return phrase if owned else f"the {phrase}"


def _goes_on(change: Change, noun: Token) -> bool:
    """Whether a change tells more of the noun behind it: "this *car near Velm*"."""
    return change.start == noun.start and change.words.startswith(f"{noun.word} ")


def _head(tokens: Sequence[Token], at: int) -> int | None:
    """The noun that "these" goes with, if that is no time and not any thing."""
    end = at + 1
    while (
        end < len(tokens)
        and tokens[end].tag in ("JJ", *PLAIN_NOUNS)
        and tokens[end].start >= 0
        and end - at <= MOST_BEFORE
    ):
        end += 1
    head = end - 1
    if head == at or tokens[head].tag not in PLAIN_NOUNS or tokens[head].lower in OF_TIMES | OF_WHATEVER:
        return None
    return head


def _is_longer(tokens: Sequence[Token], head: int) -> bool:
    """Whether the noun goes on behind its last word, or has behind it what tells which is meant."""
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    return after is not None and (after.tag in ("POS", "NNP", "CD") or after.lower in TELLS_WHICH | {"and", "or"})


def _says_which(tokens: Sequence[Token], head: int) -> bool:
    """Whether the claim itself tells which is meant, so that "the" does: "this decision *to close* two mines", "this attack *on Velm*"."""
    behind = tokens[head + 1 : head + 4]
    if len(behind) < 2:
        return False
    if behind[0].lower == "to":
        return behind[1].tag == "VB"
    named = behind[1].tag == "NNP" or (behind[1].tag == "DT" and behind[-1].tag == "NNP")
    return behind[0].lower in OF_WHOM and named


def _place_end(told: Tokens, at: int) -> int:
    """Where the words end that say of what or in which named place the thing is: "the shelves along the coast of Velm"."""
    behind = told[at + 1].lower if at + 1 < len(told) else ""
    if behind != "of" and behind not in PLACES:
        return at + 1
    end = phrase_end(told, at + 2)
    words = told[at + 2 : end]
    named = behind == "of" or any(t.tag == "NNP" for t in words)
    whole = bool(words) and words[-1].tag in NOMINAL and all(t.tag != "PRP" and t.word not in DATES for t in words)
    return end if named and whole else at + 1
