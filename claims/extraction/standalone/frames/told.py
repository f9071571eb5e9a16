"""How a content is told, and the small grammar that completing it needs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from claims.extraction.lexicon import frames as cues
from claims.extraction.lexicon import heads, people, pronouns
from claims.extraction.lexicon.cues import DENIALS, NEGATIONS, PLAYED_DOWN, VERB_OF
from claims.extraction.lexicon.function_words import NUMBERS
from claims.extraction.standalone.cutting.cuts import Tokens, literal, past_of
from claims.extraction.standalone.tagging import Token

# Verbs in -ing that the tagger takes for nouns; a "hearing" is one too, but nobody "reported hearing" one.
GERUNDS = frozenset("being having hearing seeing feeling".split())
AUXILIARIES = frozenset("is are was were has have had will would can could should may might must does do did".split())
OPENS_OBJECT = frozenset(("DT", "PRP$", "CD", "PRP"))
ONESELF = frozenset("himself herself itself themselves".split())
SUBJECT_FORMS = {
    "him": "he",
    "them": "they",
    "itself": "it",
    "himself": "he",
    "themselves": "they",
    "me": "I",
    "us": "we",
}
UNNAMED = re.compile(
    r"\b(?:unnamed|unspecified|anonymous)\b|\b(?:reports|sources|accusers)$", re.IGNORECASE
)  # nobody who could do it
_PLAYS_DOWN = re.compile(rf"(?:\w+ ){{0,2}}(?:{PLAYED_DOWN})(?: |$)", re.IGNORECASE)
PREPOSITION = re.compile(r"\s(?:of|from|in|at|for|with|to|by|on)\s")
ARTICLES = frozenset("a an the one another some his her its their".split())
MANY = frozenset("all most many some several both few half".split())  # "all *of them* are", "most *of it* is"
SEVERAL = frozenset("police people men women children media staff".split())  # no "s", and still many
TAKES_SEVERAL = {
    "was": False,
    "is": False,
    "has": False,
    "were": True,
    "are": True,
    "have": True,
}  # verbs that take a plural
ENDS = frozenset(("IN", "TO", ",", "WDT", "WP"))  # what ends the core of a noun phrase
SILENT_E = (
    *("at", "it", "ut", "iv", "av", "ov", "ir", "ar", "c", "g", "s", "v", "u", "z", "ak", "os", "ol"),
    *("ik", "ok", "id", "ad", "ud", "um", "am", "ap", "op", "ur", "in", "com"),
)
NO_SILENT_E = (
    *("ss", "ng", "ear", "air", "eat", "oat", "eak", "oak"),
    *("ook", "aid", "oid", "ead", "oad", "oud", "eam", "eap", "elop", "our", "ain", "oin", "urn", "ruin"),
    *("visit", "limit", "edit", "audit", "hibit", "profit", "ploit", "recruit", "benefit", "bait", "wait"),
)
# Several, though their word is a pronoun or a name.
SEVERAL_BY_NAME = frozenset("they them themselves people police".split()) | people.PARTY_PEOPLE
SAME_FORM = frozenset("fish sheep deer aircraft staff cattle species".split())


def denies_denial(cue: str) -> bool:
    """Whether a cue turns round twice, and so not at all: "*did not deny* that she made the remarks"."""
    words = [word.replace("’", "'") for word in cue.lower().split()]
    negated = any(word in NEGATIONS or word.endswith("n't") for word in words)
    return negated and any(VERB_OF.get(word) in DENIALS for word in words)


@dataclass(frozen=True, slots=True)
class Told:
    """By what cue and by whom a content is told, and whether the cue denies it."""

    cue: str
    source: str | None
    denied: bool = False
    auxiliary: str = ""  # what turns the cue round before it: "*do not* believe"
    clause: bool = False  # whether "that" stands before the content: what follows is a clause, and nobody is urged "to"
    leads: bool = False  # whether the content stands before its cue, so that no word of the cue can open it
    words: list[str] = field(init=False, repr=False, compare=False)  # of the cue, for each frame asks for them

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", self.cue.lower().split())

    def by(self, *families: frozenset[str]) -> bool:
        """Whether the cue is a word of one of these families."""
        return any(not family.isdisjoint(self.words) for family in families)

    @property
    def passive(self) -> bool:
        """Whether the cue tells what was said to the one who is named as its source: "were urged"."""
        return self.words[:1] in (["was"], ["were"], ["is"], ["are"])

    @property
    def demands(self) -> bool:
        """Whether the cue asks for something: "called for X" does, "called X" does not."""
        return self.by(cues.DEMANDING_ALONE) or ("for" in self.words and self.by(cues.CALLING))

    @property
    def calls_on(self) -> bool:
        """Whether the cue asks somebody to do something by "called on" or "upon", which names nobody anything."""
        return len(self.words) > 1 and self.words[-2] in cues.CALLING and self.words[-1] in ("on", "upon")

    @property
    def plays_down(self) -> bool:
        """Whether the cue waves away what others claim: "brushed off suggestions that"."""
        return _PLAYS_DOWN.match(self.cue) is not None

    @property
    def who(self) -> Tokens:
        nobody = not self.source or UNNAMED.search(self.source) is not None
        if nobody or not self.source:
            return []
        return [literal(with_article(self.source), "NNS" if are_several(self.source) else "NNP")]

    @property
    def several(self) -> bool:
        """Whether the source is several people by the noun of its name: "Researchers at Velm University"."""
        head = PREPOSITION.split(self.source or "")[0].split()[-1:]
        return is_plural(self.who) or (bool(head) and head[0].lower() in people.GROUPS and head[0].endswith("s"))

    @property
    def agreeing(self) -> str:
        """The cue as it is with the name of its source: "the team *wants*", and "Researchers at Velm *want*"."""
        return self.cue[:-1] if self.several and self.cue.endswith("s") and " " not in self.cue else self.cue


def are_several(source: str) -> bool:
    """Whether a source without a name is more than one: "many providers", "14 percent of teachers", "a third"."""
    if people.SHARE.match(source):
        return True
    core = PREPOSITION.split(source)[0]
    if " " not in core and core.endswith("s") and core.lower() in heads.PEOPLE_NOUNS:
        return True  # "Rebels", at the front of a sentence
    first, last = core.split()[0], core.split()[-1]
    one = first.lower() in ARTICLES or (first[0].isupper() and first.lower() not in MANY)
    return (
        not one
        and last.islower()
        and (last in SEVERAL or (last.endswith("s") and not last.endswith(("ss", "us", "is"))))
    )


def with_article(source: str) -> str:
    """A source with "the", where it is one and has no name: "34-year-old man from Velm", "health ministry"."""
    core = PREPOSITION.split(source)[0]
    bare = (
        not source[0].isupper()
        and source.split()[0] not in ("he", "she", "they", "it")
        and core.split()[0] not in ARTICLES | pronouns.PARTIAL  # "two of the aides"
        and not people.SHARE.match(source)
    )
    return source if not bare or core.endswith("s") or core.split()[-1] in SEVERAL else f"the {source}"


def unquoted(tokens: Sequence[Token]) -> Tokens:
    return [t for t in tokens if t.tag != "Q"]


def _is_deed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle tells what the noun before it does: "issues staffing the hotel"."""
    return tokens[at].tag in ("VBG", "VBN") and tokens[at - 1].tag in ("NN", "NNS", "NNP")


def is_plural(tokens: Sequence[Token]) -> bool:
    """Whether a noun phrase takes a plural verb."""
    end = next((i for i, t in enumerate(tokens) if i and (t.tag in ENDS or _is_deed(tokens, i))), len(tokens))
    core = tokens[:end]
    head = next((t for t in reversed(core) if t.tag in ("NN", "NNS", "NNP", "PRP", "CD")), None)
    if core and core[0].tag == "CD" and core[0].lower not in ("one", "1") and head is not None and head.tag == "NN":
        head = next((t for t in core if t.tag == "NNS"), head)  # "two craters 40 metres apart from the market"
    if len(tokens) > 3 and tokens[0].tag == "CD" and (counted := _parts_of(tokens)):
        return is_plural(counted)
    if any(t.lower == "those" for t in tokens[:5]) and any(
        t.tag == "CD" and t.lower not in ("one", "1") for t in tokens[:4]
    ):
        return True  # "at least six of those detained"
    if (
        head is not None
        and head.lower in SAME_FORM
        and any(t.tag == "CD" and t.lower not in ("one", "1") for t in core[:3])
    ):
        return True  # "almost 1,400 dead fish"
    if len(core) == len(("the", "three")) and core[0].tag == "DT" and core[1].lower in NUMBERS:
        return True
    several = any(t.tag == "CCo" and t.lower == "and" for t in core)
    if len(tokens) > 2 and tokens[0].lower in MANY and tokens[1].lower == "of":
        return tokens[2].lower == "them" or is_plural(tokens[2:])
    return several or (head is not None and (head.tag == "NNS" or head.lower in SEVERAL_BY_NAME))


def _parts_of(tokens: Sequence[Token]) -> Sequence[Token]:
    """What a share is taken of: "97 percent of *the votes* were counted"."""
    words = [t.lower for t in tokens[:4]]
    share = next((i for i in (1, 2) if words[i] in ("percent", "cent", "%") and words[i + 1] == "of"), None)
    return [] if share is None else tokens[share + 2 :]


def agrees(owner: Sequence[Token], verb: Token) -> bool:
    """Whether a verb may have this subject: "comments … | is marketed", "others | shows" have another."""
    by_form = {"VBP": True, "VBZ": False}.get(verb.tag)
    several = TAKES_SEVERAL.get(verb.lower, by_form)
    return several is None or several == is_plural(owner)


def as_subject(tokens: Tokens) -> Tokens:
    """A noun phrase as the subject of a clause: "him" becomes "he"."""
    if tokens and tokens[0].lower in SUBJECT_FORMS and all(t.tag in ENDS for t in tokens[1:2]):
        return [replace(tokens[0], word=SUBJECT_FORMS[tokens[0].lower], tag="PRP"), *tokens[1:]]
    return tokens


def did(owner: Sequence[Token], deed: Token) -> Token:
    """A participle in -ing as what *owner* did."""
    if deed.lower == "being":
        return literal("were" if is_plural(owner) else "was", "VBD")
    return literal(past_of(deed.lower), "VBD")


def does(participle: str, *, plural: bool) -> str:
    """A participle in -ing as a verb of the present: "advocating" → "advocates"."""
    if participle == "being":
        return "are" if plural else "is"
    return present(base_of(participle), plural=plural)


def present(base: str, *, plural: bool) -> str:
    """The present form of a verb: "carry" → "carries"."""
    if plural:
        return base
    if base == "have":
        return "has"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def base_of(participle: str) -> str:
    """The base form of a participle in -ing, near enough: "inciting" → "incite"."""
    stem = participle.removesuffix("ing")
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    return stem + "e" if stem.endswith(SILENT_E) and not stem.endswith(NO_SILENT_E) else stem


def is_gerund(token: Token) -> bool:
    """Whether a word is a verb in -ing; the tagger takes "being" and "hearing" for nouns."""
    return token.tag == "VBG" or token.lower in GERUNDS
