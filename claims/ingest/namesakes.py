"""May two names be of one source? A score and the reason, from the names and kinds alone; a person decides.

Which of the two stands for both is told as well: the name without its description, the fuller name of a person, the words behind
an abbreviation.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.lexicon import nations, people
from claims.ingest.common_names import names_nobody_in_particular
from claims.models import Kinship, SourceKind

Reason = Kinship.Reason
_WORD = re.compile(r"[\w'’.&-]+")
_SMALL = frozenset("of the and for in at from near to with by de la le du des von van der den di da al el bin".split())
_CALLED = frozenset(  # what a body may be called behind its name without becoming another
    "group organisation organization agency company firm project monitor website site newspaper magazine channel broadcaster station "
    "network outlet service movement charity".split()
)
_SOME = frozenset(
    "one two three some several many most other another someone somebody his her its their our my".split()
)
_INITIAL = re.compile(r"(?:[^\W\d_]\.?-?)+\.|[^\W\d_]")
_LETTERS = re.compile(r"[A-Z](?:[A-Z]|\.)+s?")
# What is nobody's name; "media item" and "anonymous" are kept apart on purpose.
_APART = frozenset({SourceKind.ANONYMOUS, SourceKind.MEDIA_ITEM})
MOST_LETTERS = 8


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart: its words from the first to the last capital, without titles in front."""

    whole: str
    core: tuple[str, ...]
    bare: tuple[str, ...]

    @property
    def tail(self) -> str:
        """The name behind a description whose first word only begins a sentence: "Independent group OVD-Info"."""
        small = [place for place, word in enumerate(self.core) if word.islower() and word not in _SMALL]
        return _folded(self.core[small[-1] + 1 :]) if small else ""

    @property
    def initials(self) -> str:
        return "".join(word[0] for word in self.bare if word.lower() not in _SMALL).lower()


@dataclass(frozen=True, slots=True)
class Likeness:
    """How sure it is that two names are one source, why, and whether the first of the two would be merged into the second."""

    score: float
    reason: Reason
    first_goes: bool


def take_apart(name: str) -> Name:
    """ "independent monitoring group OVD-Info" is "OVD-Info" with a description, "President Vladimir Putin" has a title."""
    words = _WORD.findall(name)
    words = words[1:] if len(words) > 1 and words[0].lower() in ("the", "a", "an") else words
    core = _core(words)
    bare = core
    while len(bare) > 1 and bare[0].lower().rstrip(".") in people.TITLES | people.ROLES:
        bare = bare[1:]
    return Name(_folded(words), core, bare)


def _core(words: Sequence[str]) -> tuple[str, ...]:
    """The name proper: what describes it in small letters is left out, what makes another name of it is not.

    "OVD-Info group" is OVD-Info; "Norport police" is not Norport, "police in Norport" neither, and "Russian media" is nobody's name.
    """
    if names_nobody_in_particular(" ".join(words)):
        return ()
    capital = [place for place, word in enumerate(words) if any(map(str.isupper, word))]
    if not capital or words[0].lower() in _SOME or all(words[place] in nations.ADJECTIVE_OF for place in capital):
        return ()
    first, last = capital[0], capital[-1] + 1
    if any(word in _SMALL for word in words[:first]):
        first = 0
    if any(word.lower() not in _CALLED for word in words[last:]):
        last = len(words)
    return tuple(words[first:last])


def likeness(a: str, kind_a: str, b: str, kind_b: str) -> Likeness | None:
    """What speaks for two names being of one source; None where nothing does, or their kinds forbid it."""
    if not _may_be_one(kind_a, kind_b):
        return None
    left, right = take_apart(a), take_apart(b)
    if not left.core or not right.core:
        return None
    if left.whole == right.whole:
        return Likeness(0.97, Reason.SPELLING, first_goes=False)
    if _folded(left.core) == _folded(right.core):
        return Likeness(0.93, Reason.DESCRIBED, first_goes=len(a) > len(b))
    if _folded(left.bare) == _folded(right.bare):
        return Likeness(0.9, Reason.TITLE, first_goes=len(a) > len(b))
    if _folded(left.core) == right.tail or left.tail == _folded(right.core):
        return Likeness(0.75, Reason.DESCRIBED, first_goes=len(a) > len(b))
    if SourceKind.PERSON in (kind_a, kind_b):
        return _of_people(left, right)
    return _abbreviated(left, right) or _shortened(left, right)


def _may_be_one(kind_a: str, kind_b: str) -> bool:
    if {kind_a, kind_b} & _APART:
        return False
    return kind_a == kind_b or SourceKind.OTHER in (kind_a, kind_b) or SourceKind.PERSON not in (kind_a, kind_b)


def _of_people(left: Name, right: Name) -> Likeness | None:
    """Family names must agree; what stands before them in the shorter name must begin as it does in the longer one."""
    shorter, longer = sorted((left.bare, right.bare), key=lambda bare: (len(bare), sum(map(len, bare))))
    if _folded(shorter[-1:]) != _folded(longer[-1:]):
        return None
    given, whole = shorter[:-1], longer[:-1]
    goes = shorter is left.bare
    if not given:
        return Likeness(0.8, Reason.SHORT, goes)
    if all(_INITIAL.fullmatch(word) for word in given):
        fits = bool(whole) and _letters(given)[0] == _letters(whole)[0]
        return Likeness(0.85, Reason.INITIALS, goes) if fits else None
    return Likeness(0.85, Reason.SHORT, goes) if set(map(str.lower, given)) <= set(map(str.lower, whole)) else None


def _letters(words: tuple[str, ...]) -> str:
    return "".join(word[0].lower() for word in words)


def _abbreviated(left: Name, right: Name) -> Likeness | None:
    for short, long, goes in ((left, right, True), (right, left, False)):
        alone = short.bare[0] if len(short.bare) == 1 else ""
        letters = alone.replace(".", "").lower()
        if not _LETTERS.fullmatch(alone) or len(letters) > MOST_LETTERS or len(long.bare) < 2:
            continue
        if nations.ALIKE.get(alone) in (" ".join(long.bare), " ".join(long.core)) or letters == long.initials:
            return Likeness(0.85, Reason.ABBREVIATION, goes)
    return None


def _shortened(left: Name, right: Name) -> Likeness | None:
    """Two or more words of a body's name at its beginning or end, the others of which are names too: no "and", no "report of".

    A state's name inside another name is no short form of it.
    """
    shorter, longer = sorted((left.bare, right.bare), key=len)
    if len(shorter) < 2 or len(longer) == len(shorter) or " ".join(shorter) in nations.STATES:
        return None
    for own, rest in (
        (longer[: len(shorter)], longer[len(shorter) :]),
        (longer[-len(shorter) :], longer[: -len(shorter)]),
    ):
        if _folded(own) == _folded(shorter) and all(any(map(str.isupper, word)) for word in rest):
            return Likeness(0.6, Reason.SHORT, shorter is left.bare)
    return None


def _folded(words: tuple[str, ...] | list[str]) -> str:
    """Letters and digits alone, without case, accents and hyphens: "OVD-Info" and "OVD Info" meet."""
    spread = unicodedata.normalize("NFKD", " ".join(words)).casefold()
    return "".join(letter for letter in spread if letter.isalnum())
