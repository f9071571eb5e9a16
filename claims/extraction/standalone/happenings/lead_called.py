"""What a happening is called in full, by the words of lead or title for it: "bus crash", "drone strikes on oil facilities"."""

from dataclasses import dataclass

from claims.extraction.lexicon.calendar import DATES
from claims.extraction.lexicon.happenings import ACCIDENT, BEFALLS, HIT, TOLD_BY, VEHICLES
from claims.extraction.standalone.clauses import main_verb, noun_phrase_before, subject
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.tags import FINITE, PLAIN_NOUNS, RELATIVES

MOST_MODIFIERS = 3  # words before the noun that belong to its name: "apartment block fire"
WHEN = frozenset("when as after before while because that where".split())
CAUGHT = frozenset("caught catches catch catching".split())
ENDS = frozenset(("IN", "TO", "VBG", "VBN", ",", ":", "WDT", "CD", "Q"))  # behind the noun that a phrase is about


@dataclass(frozen=True, slots=True)
class Told:
    """One word of a lead or title that tells a happening, by its noun."""

    text: str
    tokens: Tokens
    at: int
    noun: str

    @property
    def by_verb(self) -> bool:
        return self.tokens[self.at].tag not in PLAIN_NOUNS


def called(told: Told) -> str:
    """The noun with what stands before it, what it befell or whom it was done to."""
    tokens, at = told.tokens, told.at
    if told.by_verb:
        done_to = tokens[at].tag == "VBN"
        name = _victim(told) if done_to else ""
        who = [] if done_to else befallen(told)
        return f"{told.noun} of {name}" if name else _joined(told.text, who, told.noun)
    if at and tokens[at - 1].lower in CAUGHT:
        who = subject_before(tokens, at - 1)
        named = any(t.tag == "NNP" for t in who)  # then that is where the fire was
        return told.noun if named else _joined(told.text, _short(who), told.noun)
    start = at
    while start and tokens[start - 1].tag == "NN" and tokens[start - 1].word.islower() and at - start < MOST_MODIFIERS:
        start -= 1
    words = " ".join([*(t.word for t in tokens[start:at]), told.noun])
    target = hit(told)
    return f"{words} on {_lowered(told.text[target[0].start : target[-1].end])}" if target else words


def vehicle(name: str, noun: str, *, by_verb: bool) -> str | None:
    """The vehicle that a happening of that name befell, with its verb: "bus that overturned"."""
    what = name.removesuffix(f" {noun}")
    if what == name or what.split()[-1] not in VEHICLES or (noun in ACCIDENT and not by_verb):
        return None
    return f"{what} that {TOLD_BY[noun][0]}" if noun in TOLD_BY else None


def subject_before(tokens: Tokens, verb: int) -> Tokens:
    """The subject of the verb: that of the sentence, or else the noun phrase right before it."""
    main = main_verb(tokens)
    between = tokens[main + 1 : verb] if main is not None else []
    if main is not None and main <= verb and not any(t.tag in FINITE | RELATIVES or t.lower in WHEN for t in between):
        told = subject(tokens, main)
        if told:
            return told
    return tokens[noun_phrase_before(tokens, verb) : verb]


def befallen(told: Told) -> Tokens:
    """What the verb tells the happening of, without what describes it: "cargo plane"."""
    if told.noun not in BEFALLS:
        return []
    return _short(subject_before(told.tokens, told.at))


def hit(told: Told) -> Tokens:
    """What was "hit by" the happening that the noun names."""
    tokens = told.tokens
    by = next((i for i in range(told.at - 1, 0, -1) if tokens[i].lower == "by"), None)
    if by is None or tokens[by - 1].lower not in HIT or any(t.tag in FINITE for t in tokens[by : told.at]):
        return []
    verb = by - 1
    while verb and tokens[verb - 1].tag in FINITE | {"VBN", "RB"}:
        verb -= 1
    core = _core(subject_before(tokens, verb))
    while core and core[0].tag in ("DT", "PRP$"):
        core = core[1:]
    return core if core and core[-1].tag in (*PLAIN_NOUNS, "NNP") else []


def _core(told: Tokens) -> Tokens:
    end = next((i for i, t in enumerate(told) if i and t.tag in ENDS), len(told))
    joined = any(t.tag.startswith("CC") for t in told[:end]) or (end < len(told) and told[end].lower == "of")
    return [] if joined else told[:end]


def _short(told: Tokens) -> Tokens:
    """The noun with the nouns that make it one thing: "cargo plane"; none where it is a name or several."""
    core = _core(told)
    start = len(core)
    while start and core[start - 1].tag == "NN" and core[start - 1].word[1:].islower() and len(core) - start < 2:
        start -= 1
    cut_off = start and core[start - 1].tag == "NNP" and len(core) - start > 1  # "World War II era plane"
    return core[-1:] if cut_off else core[start:]


def _victim(told: Told) -> str:
    """Whom something was done to, where a name of at least two words, or one behind a role, stands before the verb."""
    tokens = told.tokens
    end = told.at
    while end and tokens[end - 1].tag in FINITE | {"VBN", "RB"}:
        end -= 1
    start = end
    while start and tokens[start - 1].tag == "NNP" and tokens[start - 1].word not in DATES:
        start -= 1
    before = tokens[start - 1] if start else None
    whole = end - start > 1 or (end > start and before is not None and before.tag == "NN")
    fits = (
        before is None
        or before.word in DATES
        or before.tag in ("NN", "JJ", "IN", "VBD", "NNS", "WDT")
        or before.lower == "that"
    )
    if not whole or not fits or (before is not None and before.lower in ("of", "in", "at", "near", "from")):
        return ""
    return told.text[tokens[start].start : tokens[end - 1].end]


def _joined(text: str, who: Tokens, noun: str) -> str:
    return f"{_lowered(text[who[0].start : who[-1].end])} {noun}" if who else noun


def _lowered(words: str) -> str:
    """Without the capital of a sentence's first word."""
    return (
        words[0].lower() + words[1:]
        if words[1:2].islower() and words.count(" ") < len(words) and words[1:].islower()
        else words
    )
