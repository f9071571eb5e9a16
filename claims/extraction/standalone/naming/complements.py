""" "The inquiry" under what the article said that it is about: "the inquiry *into hospital deaths*"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.extraction.lexicon.calendar import DATES
from claims.extraction.lexicon.subjects_of import MADE, SAYS_OF_WHAT
from claims.extraction.standalone.change import Change, touched
from claims.extraction.standalone.cutting.cuts import Tokens, inside_quotes
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE, NOMINAL

BRINGS_IN = frozenset(("a", "an", "the"))
POINTS = frozenset(("the", "this", "that"))
BEFORE = frozenset(("JJ", "NN", "NNP", "CD", "VBN", "VBG", "POS"))  # between an article and its noun
MOST_BEFORE = 4
INSIDE = frozenset(("DT", "JJ", "NN", "NNS", "NNP", "CD", "POS"))  # in what it is about
LONGEST = 8  # words of what it is about: a longer claim is no plainer
# Behind a noun phrase these narrow it down, so that it is not whole without them.
NARROWING = frozenset(("WDT", "WP", "VBN", "VBG", "WRB", "POS", "JJ", "RB", "CD", "NN", "NNS", "NNP", "DT", "CCo"))
NARROWING_WORDS = frozenset(("that", "who", "whose", "than", "or", "and"))
ENDS_DEED = frozenset((",", ".", ":", "Q", "CCc", "CCv", "CCo", "WDT", "WP", "WRB", *FINITE))
# These tell when or under what the thing came about, which is nothing of what it is about.
ASIDE = frozenset("despite after before because as while when by amid following if during until since without".split())
SHIFTING = frozenset(  # a day or a thing that is another one in the claim than beside its own sentence
    "last next this that these those today yesterday tomorrow tonight ago year years week weeks month months day days hours minutes"
    " decades such same other".split()
)
# Participles of somebody who speaks or of what belongs to it, and none of what the thing does.
SPEAKS_ON = frozenset(
    "saying adding citing noting claiming arguing including following according using having being calling".split()
)
# Those who made a study and what came out of it, with the word that ties them to it.
OF_STUDY = dict.fromkeys(("researchers", "authors", "scientists"), "behind") | dict.fromkeys(
    ("findings", "results"), "of"
)
PRONOUNS = frozenset(("PRP", "PRP$"))
LONGER = frozenset(("NN", "NNS", "NNP", "POS", "CD"))  # behind the noun: then it is no head
# Behind a noun these tell which is meant.
TELLS_WHICH = frozenset("of that which where whose who".split())


@dataclass(frozen=True, slots=True)
class About:
    """What one thing is about, as the text put it in one place."""

    at: int  # where that is said to the end
    words: str  # "into hospital deaths"


class Complements:
    """The things of one text of which it has said once what they are about, and of which it has only one."""

    def __init__(self, text: str, sentences: Sequence[Tokens]) -> None:
        self._about: dict[str, list[About]] = {}
        self._several: set[str] = set()
        for tokens in sentences:
            if tokens and (tokens[-1].tag in (".", "Q") or len(tokens) > LONGEST * 2):  # no headline
                for at, quoted in enumerate(inside_quotes(tokens)):
                    self._note(text, tokens, at, quoted=quoted)

    def _note(self, text: str, tokens: Tokens, at: int, *, quoted: bool) -> None:
        """Note what the sentence says of the thing at a place, or that it is one of several."""
        token = tokens[at]
        if token.tag == "NNS" and singular(token.lower) in SAYS_OF_WHAT:
            self._several.add(singular(token.lower))
        if token.tag not in ("NN", "NNP") or token.lower not in SAYS_OF_WHAT or is_no_head(tokens, at):
            return
        start = at
        while start and tokens[start - 1].tag in BEFORE and at - start < MOST_BEFORE:
            start -= 1
        first = tokens[start - 1].lower if start else ""
        about = _about(text, tokens, at) if first in BRINGS_IN and not quoted else None
        if about is not None and first == "the" and _may_go_with_verb(about.words):
            return
        known = self._about.get(token.lower, [])
        if about is not None and (not known or known[0].words == about.words):
            self._about.setdefault(token.lower, []).append(about)
        elif first not in POINTS or start < at or _says_more(tokens, at):
            self._several.add(token.lower)

    def changes(self, tokens: Sequence[Token], spelled: str, found: Sequence[Change]) -> Iterator[Change]:
        """What they are about, behind the bare nouns among the tokens; *spelled* are the letters already printed."""
        for at, (the, noun) in enumerate(pairwise(tokens), start=1):
            if the.lower not in ("the", "this") or min(the.start, noun.start) < 0:
                continue
            if at == 1 and noun.lower in OF_STUDY and (behind := self._of_study(tokens, spelled, found)):
                yield behind
            if noun.tag != "NN":
                continue
            if is_no_head(tokens, at) or _says_more(tokens, at) or _is_share(tokens, at):
                continue
            words = self.before(noun.lower, noun.start)
            taken = any(change.start < noun.end and noun.start <= change.end for change in found)
            if words and not taken and not _is_said(words, spelled, found):
                yield Change(noun.start, noun.end, f"{noun.word} {words}")

    def _of_study(self, tokens: Sequence[Token], spelled: str, found: Sequence[Change]) -> Change | None:
        """The one study of a text behind those who made it, or what it found: "the researchers *behind the study …*"."""
        noun, after = tokens[1], tokens[2] if len(tokens) > 2 else None
        if is_no_head(tokens, 1) or (after is not None and (after.lower in TELLS_WHICH or after.tag == "IN")):
            return None
        words = self.before("study", noun.start)
        if words is None or _is_said(words, spelled, found):
            return None
        taken = touched(found, noun.start, noun.end)
        return None if taken else Change(noun.end, noun.end, f" {OF_STUDY[noun.lower]} the study {words}")

    def fuller(self, change: Change) -> Change:
        """A bare noun that was found for "it", with what the thing is about: "the plan *to close two libraries*"."""
        words = self.before(change.words.removeprefix("the "), change.start)
        return Change(change.start, change.end, f"{change.words} {words}") if words else change

    def before(self, noun: str, start: int) -> str | None:
        """What the thing is about by what stands before a place; None where the text has several such things."""
        about = self._about.get(noun, [])
        return about[0].words if about and about[0].at < start and noun not in self._several else None


def _about(text: str, tokens: Tokens, at: int) -> About | None:
    """What stands right behind the noun and says what the thing is about, if that is whole and holds anywhere in the text."""
    journal = _published_in(text, tokens, at)
    if journal is not None:
        return journal
    end = _end(tokens, at)
    if end is None:
        return None
    words = tokens[at + 1 : end]
    if not 1 < len(words) <= LONGEST or words[-1].tag not in NOMINAL:
        return None
    if any(t.tag in PRONOUNS or _is_dated(t) for t in words[1:]):
        return None
    return About(words[-1].end, text[words[0].start : words[-1].end])


def _published_in(text: str, tokens: Tokens, at: int) -> About | None:
    """Where a study appeared, without the day: "published on Monday *in the Lancet*"."""
    behind = [t.lower for t in tokens[at + 1 : at + 6]]
    where = behind.index("in") + at + 1 if "in" in behind and behind[0] == "published" else None
    if where is None or any(not _is_dated(t) and t.lower not in ("on", "earlier") for t in tokens[at + 2 : where]):
        return None
    end = where + 1
    while end < len(tokens) and tokens[end].tag in ("DT", "JJ", "NN"):
        end += 1  # "in the journal Nature"
    while end < len(tokens) and (tokens[end].tag == "NNP" or tokens[end].lower in ("of", "and")):
        end += 1
    words = tokens[where:end]
    if len(words) < 2 or words[-1].tag != "NNP" or any(_is_dated(t) or t.word.isdigit() for t in words):
        return None
    return About(words[-1].end, f"published {text[words[0].start : words[-1].end]}")


def _end(tokens: Tokens, at: int) -> int | None:
    """Where that ends what says behind the noun what the thing is about; None where nothing does."""
    behind, then = [*tokens[at + 1 : at + 3], None, None][:2]
    if behind is None or then is None:
        return None
    made = _made_by(tokens, at)
    if made:
        return phrase_end(tokens, at + made)
    does = behind.tag == "VBG" and behind.lower not in SPEAKS_ON
    if does or (behind.lower == "that" and then.tag in FINITE):
        return _deed_end(tokens, at + (1 if does else 2))
    if behind.lower not in SAYS_OF_WHAT[tokens[at].lower]:
        return None
    if behind.lower == "to":
        return _deed_end(tokens, at + 2) if then.tag == "VB" else None
    return phrase_end(tokens, at + 2)


def _made_by(tokens: Tokens, at: int) -> int:
    """How far behind the noun they stand who made the thing, "a report *published by* the ministry"; 0 where nobody is named so."""
    behind = [t.lower for t in tokens[at + 1 : at + 4]]
    by = behind.index("by") if "by" in behind else 0
    return by + 2 if by and " ".join(behind[:by]) in MADE else 0


def phrase_end(tokens: Tokens, start: int) -> int:
    """Where the noun phrase ends, with what "of" adds to it; the start itself where it is not whole there."""
    end = start
    while (
        end < len(tokens)
        and not _is_dated(tokens[end])
        and (tokens[end].tag in INSIDE or (end > start and tokens[end].lower == "of"))
    ):
        end += 1
    after = tokens[end] if end < len(tokens) else None
    narrowed = after is not None and not _is_dated(after) and (after.tag in NARROWING or after.lower in NARROWING_WORDS)
    return start if narrowed else end


def _deed_end(tokens: Tokens, start: int) -> int:
    """Where "to close two libraries" ends, by its verb; the start where it is not whole there."""
    end = start + 1
    while end < len(tokens) and tokens[end].tag not in ENDS_DEED and tokens[end].lower not in ASIDE:
        if tokens[end].tag == "IN" and any(_is_dated(t) for t in tokens[end + 1 : end + 3]):
            break
        end += 1
    after = tokens[end] if end < len(tokens) else None
    return start if after is not None and after.tag in ("WDT", "WP", "CCo") else end


def is_no_head(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun only stands before another: "the report's authors", "plan members"."""
    return at + 1 < len(tokens) and tokens[at + 1].tag in LONGER


def _says_more(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words behind a noun tell already which one is meant."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return after in TELLS_WHICH or (after != "by" and after in SAYS_OF_WHAT.get(tokens[at].lower, ()))


def _is_dated(token: Token) -> bool:
    return token.word in DATES or token.lower in SHIFTING


def _may_go_with_verb(words: str) -> bool:
    """Whether words behind a thing known before may tell of whoever dealt with it: "fought the plan *for* a town", "left the vote *claiming* fraud"."""
    first = words.split()[0]
    return first in ("for", "with", "by") or first.endswith("ing")


def _is_share(tokens: Sequence[Token], at: int) -> bool:
    """Whether "the vote" is what somebody won a part of: "40% of the vote"."""
    return tokens[at].lower == "vote" and at > 1 and tokens[at - 2].lower in ("of", "won", "split")


def _is_said(words: str, spelled: str, found: Sequence[Change]) -> bool:
    """Whether a claim names all that the words would add."""
    return is_spelled(words.partition(" ")[2], spelled, found)


def is_spelled(words: str, spelled: str, found: Sequence[Change]) -> bool:
    """Whether the words stand, letter by letter, in a claim as it is printed or in what was found for it."""
    wanted = letters(words)
    return wanted in spelled or any(wanted in letters(change.words) for change in found)


def singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.lower()))
