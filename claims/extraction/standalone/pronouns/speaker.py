"""Quoted words in the third person: "I", "we" and their kin become the one who speaks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from claims.extraction.lexicon import nations, people
from claims.extraction.lexicon.pointing import OF_SPEAKER
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.frames.told import SEVERAL_BY_NAME, with_article
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE

SINGULAR = {"i", "me", "my", "mine", "myself"}
PLURAL = {"we", "us", "our", "ours", "ourselves"}
FIRST_PERSON = SINGULAR | PLURAL
POSSESSIVE = {"my", "our", "mine", "ours"}
OBJECT = {"me", "us"}
EVERYBODYS = {
    "planet",
    "world",
    "species",
    "universe",
    "globe",
    "climate",
    "understanding",
}  # "our planet" is nobody's alone
# What people and lands have, and no body: "our allies" are not those of the firm whose spokeswoman says so.
OF_PEOPLE = frozenset(
    "allies lives life children grandchildren kids generation generations economy society societies democracy ancestors forefathers ocean oceans"
    " freedom freedoms liberties borders soil streets lifetime lifetimes civilisation civilization humanity planet brains bodies hearts minds".split()
)
TELLING = frozenset(
    "tells told tell shows showed show teaches taught reminds reminded reminding telling showing".split()
)
COUNTED = {"all", "both", "most", "many", "some", "none", "each", "few"}  # parts that people have, and no body has
AGED = re.compile(r"\d+-year-old\b")  # a description that names nobody and wants its article
VERBS = {
    "am": "is",
    "are": "is",
    "have": "has",
    "do": "does",
    "'ll": " will",
    "’ll": " will",
    "'m": " is",
    "’m": " is",
    "'re": " is",
    "’re": " is",
    "'ve": " has",
    "’ve": " has",
    "were": "was",
}
PLURAL_VERBS = {
    "'ll": " will", "’ll": " will", "am": "are", "'m": " are", "’m": " are", "was": "were", "'re": " are", "’re": " are", "'ve": " have",
    "’ve": " have",
}  # fmt: skip
PARTISANS = frozenset(
    "Republicans Democrats Conservatives Liberals Tories Greens Americans Britons Europeans Socialists Australians Canadians Germans".split()
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: under what name, how "I" goes on after the name has been said once, and for whom "we" stands."""

    name: str
    pronoun: str | None = None  # "he", "she", "they"
    side: str | None = None  # the body that "we" means; None where nobody knows
    plural: bool = False
    entity: int | None = None  # its place in the cast
    quoted: bool = False  # in the speaker's own words throughout
    unsorted: bool = False  # one word that tells neither a person nor a body
    told: str | None = None  # "she", where who is told something is "her": then that is whom "she" means
    kin: bool = False  # known by whose wife or father they are: "Bo Lind's wife"
    led: frozenset[str] = frozenset()  # which of its names have "the" before them: "White House"

    def again(self, word: str) -> str:
        """How a further "I", "me" or "my" is printed."""
        forms = {
            "he": ("he", "him", "his", "himself"),
            "she": ("she", "her", "her", "herself"),
            "it": ("it", "it", "its", "itself"),
        }
        pronoun = "they" if self.pronoun == "it" and word in SINGULAR else self.pronoun or "they"  # no body says "I"
        i, me, my, self_ = forms.get(pronoun, ("they", "them", "their", "themselves"))
        if word.endswith(("self", "selves")):
            return self_
        return my if word in POSSESSIVE else me if word in OBJECT else i

    def surname(self) -> str | None:
        """The last name of somebody whose pronoun is not known: "they" would mean those around them."""
        words = self.name.split()
        named = len(words) > 1 and all(word[:1].isupper() for word in (words[0], words[-1]))
        return words[-1] if named and self.pronoun is None and not self.plural else None


def has_first_person(tokens: Sequence[Token]) -> bool:
    """Whether a word points at the speaker."""
    return any(_is_first_person(tokens, at) for at in range(len(tokens)))


def _is_first_person(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word points at the speaker; "US" is a country, a "mine" may be dug, and "[i]f" has no "I" in it."""
    token = tokens[at]
    if token.lower not in FIRST_PERSON:
        return False
    dug = token.lower == "mine" and (token.tag == "NN" or (at and tokens[at - 1].tag in ("DT", "JJ", "NN", "NNP")))
    if token.word == "US" or dug:
        return False
    if [t.word for t in tokens[at + 1 : at + 2]] == ["]"] and at and tokens[at - 1].word == "[":
        return False
    if token.word.istitle() and len(token.word) > 1 and 0 < at < len(tokens) - 1:
        beside = (tokens[at - 1], tokens[at + 1])
        if all(t.word[:1].isupper() and t.start >= 0 for t in beside):
            return False  # part of a name: "Feeding *Our* Future"
    return True


def third_person(tokens: Sequence[Token], speaker: Speaker) -> list[Change]:
    """The changes that put the tokens of one proposition into the third person."""
    changes: list[Change] = []
    named: set[str] = set()
    for at, token in enumerate(tokens):
        word = token.lower
        if token.start < 0 or not _is_first_person(tokens, at) or _is_of_writer(word, speaker):
            continue
        name = speaker.name if word in SINGULAR else speaker.side or speaker.name
        if common := _of_everybody(tokens, at, speaker):
            changes.append(common)
            continue
        if word in PLURAL and _is_of_more(tokens, at, speaker):
            continue  # nobody knows for whom it stands: "we have no storms here" is not said of the speaker alone
        led = name in nations.WITH_ARTICLE or name in speaker.led or are_people(name)
        name = f"the {name}" if led else with_article(name)
        first = name not in named
        named.add(name)
        repeated = word.endswith(("self", "selves")) or not first
        of_several = word in PLURAL and are_people(speaker.side or "")
        plural_verb = (repeated and speaker.pronoun is None) or speaker.plural or of_several
        if repeated and word == "i" and (anew := _named_anew(tokens[:at], speaker, name)):
            printed, plural_verb = anew, False
        elif repeated:
            own = word in SINGULAR or not speaker.side or speaker.plural
            printed = speaker.again(word) if own else Speaker(name, "it").again(word)
            plural_verb = word in SINGULAR and speaker.pronoun in (None, "it")
        else:
            inner = _within(name, at)
            printed = possessive(inner) if word in POSSESSIVE else inner
        changes.append(Change(token.start, token.end, printed))
        if word in ("i", "we") and not _is_joined(tokens, at):
            changes += agreement(tokens, at, PLURAL_VERBS if plural_verb else VERBS)
            changes += [] if plural_verb else _joined_verb(tokens, at)
    return changes


def _is_of_writer(word: str, speaker: Speaker) -> bool:
    """Whether "I" stands in a transcript or a letter, which does not say so of itself."""
    return word in SINGULAR and speaker.pronoun == "it" and speaker.side is None


def are_people(name: str) -> bool:
    """Whether a party is named by its members: "Progressive Conservatives", who are several and have an article."""
    return name[:1].isupper() and " " in name and name.split()[-1].lower() in SEVERAL_BY_NAME


def _of_everybody(tokens: Sequence[Token], at: int, speaker: Speaker) -> Change | None:
    """ "Our country" by its name, "our planet" as "the planet"."""
    word = tokens[at].lower
    if word in POSSESSIVE and speaker.side in nations.STATES and _is_land(tokens, at):
        return Change(tokens[at].start, tokens[at + 1].end, speaker.side or "")
    if word == "our" and at + 1 < len(tokens) and tokens[at + 1].lower in EVERYBODYS:
        return Change(tokens[at].start, tokens[at].end, "the")
    return None


def _is_of_more(tokens: Sequence[Token], at: int, speaker: Speaker) -> bool:
    """Whether "we" are others than the speaker or the body that the speaker stands for: "all of *us*" are people."""
    counted = at > 1 and tokens[at - 1].lower == "of" and tokens[at - 2].lower in COUNTED
    if tokens[at].lower == "we" and at and tokens[at - 1].lower == "as" and _know_all(tokens[at + 1 : at + 3]):
        return True  # "*as we* can see": as anybody can
    if speaker.side == speaker.name and any(t.lower in ("i", "me", "my") for t in tokens):
        return True  # no body says "I": "I thought it was good, and then *we* lost"
    if tokens[at].lower == "us" and at and tokens[at - 1].lower in TELLING:
        return True  # "the count *tells us* that stocks fell"
    if tokens[at].lower == "our" and speaker.side not in nations.STATES and _noun(tokens, at) in OF_PEOPLE:
        return True
    return (counted and tokens[at].lower == "us") or not (speaker.side or _is_of_speaker(tokens, at, speaker))


def _named_anew(before: Sequence[Token], speaker: Speaker, name: str) -> str | None:
    """The surname or the *name* of a speaker whom "they" would not tell: "*People* like me, and I know that"."""
    beside_others = speaker.pronoun is None and any(t.tag == "NNS" or t.lower == "people" for t in before)
    return speaker.surname() or (name if beside_others else None)


def _know_all(behind: Sequence[Token]) -> bool:
    """Whether what stands behind "as we" tells what everybody knows or sees."""
    return any(t.lower in ("know", "knew", "see", "saw", "seen", "knows") for t in behind)


def _is_of_speaker(tokens: Sequence[Token], at: int, speaker: Speaker) -> bool:
    """Whether "our" ties to a named person what they have whoever the others are: "our team" is the speaker's too."""
    if tokens[at].lower != "our" or speaker.plural or speaker.pronoun == "it" or not speaker.name[:1].isupper():
        return False
    if " of " in speaker.name or " from " in speaker.name:
        return False  # no name, and an ending would fall on its last word
    own = [t.lower for t in tokens[at + 1 : at + 2]] == ["own"]  # "our *own* analysis" is a body's
    return not own and _noun(tokens, at) in OF_SPEAKER


def _noun(tokens: Sequence[Token], at: int) -> str:
    """The noun that a possessive goes with."""
    nouns = list(takewhile(lambda t: t.tag in ("JJ", "NN", "NNS"), tokens[at + 1 :]))
    return nouns[-1].lower if nouns else ""


def _within(name: str, at: int) -> str:
    """A description with its article, in lower case where others go before: "the 26-year-old from Velm"."""
    inner = name[0].lower() + name[1:] if at and name.split()[0] in ("A", "An", "The", "One", "Some") else name
    return f"the {inner}" if AGED.match(inner) else inner


def _is_joined(tokens: Sequence[Token], at: int) -> bool:
    """Whether the speaker is one of several: "Ann and I are" stays plural, but not "I live in Spain and I am happy"."""
    if at < 2 or tokens[at - 1].lower != "and" or tokens[at - 2].tag not in ("NN", "NNS", "NNP", "PRP"):
        return False
    alone = any(t.lower in ("am", "'m", "’m") for t in tokens[at + 1 : at + 2])
    return not alone and not any(t.tag in FINITE for t in tokens[: at - 2])


def _is_land(tokens: Sequence[Token], at: int) -> bool:
    """Whether "my" or "our" is followed by the country itself."""
    return (
        at + 1 < len(tokens) and tokens[at + 1].lower in ("country", "nation", "homeland") and tokens[at + 1].start > 0
    )


def possessive(name: str) -> str:
    """A name with its ending: "Cummings's", "the researchers'"; that of "Macy's" has it already."""
    if name.endswith(("'s", "’s")):
        return name
    several = name.endswith("s") and (name[:1].islower() or (" " in name and name.split()[-1].islower()))
    several = (
        several or name.split()[-1] in PARTISANS or (name.endswith("s") and name.split()[-1].lower() in people.GROUPS)
    )
    return name + ("'" if several else "'s")  # "Opposition councillors'"


def agreement(tokens: Sequence[Token], at: int, verbs: dict[str, str]) -> list[Change]:
    """The verb that follows "I", "we" or "they", in the third person."""
    turned = tokens[at - 1] if at and tokens[at].word == "I" else None
    if turned is not None and turned.lower == "am" and turned.start >= 0:  # "they ask me *am* I happy"
        return [Change(turned.start, turned.end, verbs["am"])]
    for token in tokens[at + 1 : at + 3]:
        if token.start < 0 or token.tag == "RB":
            continue
        if token.lower in ("'d", "’d"):
            return [Change(token.start, token.end, _spelt_out(tokens, token))]
        if token.lower in verbs and (token.tag.startswith("VB") or token.word[0] in "'’" or token.lower == "am"):
            return [Change(token.start, token.end, verbs[token.lower])]
        if token.tag == "VBP" and verbs is VERBS:
            return [Change(token.start, token.end, third_form(token.word))]
        return []
    return []


def _joined_verb(tokens: Sequence[Token], at: int) -> list[Change]:
    """The second verb of "I" or "we" in the present: "we take the blame and *remain* here"."""
    for i in range(at + 2, len(tokens)):
        if tokens[i].tag in ("CCc", ",", ":", "PRP", "WDT", "WP", "TO", "MD") or tokens[at + 1].lower in ("do", "did"):
            return []  # "we want *to* stay and help"
        if tokens[at + 1].tag == "MD" and tokens[i].tag == "VB":
            return []  # "I *will* go and vote"
        joined = tokens[i - 1] if tokens[i - 1].tag != "RB" else tokens[i - 2]
        if joined.tag == "CCv" and tokens[i].tag in ("VBP", "VB") and tokens[i].start >= 0:
            form = VERBS.get(tokens[i].lower) or third_form(tokens[i].word)
            return [Change(tokens[i].start, tokens[i].end, form)]
    return []


def _spelt_out(tokens: Sequence[Token], short: Token) -> str:
    """ "I'd go" as "would", "I'd gone" as "had"."""
    behind = [t for t in tokens if t.start >= short.end and t.tag != "RB"]
    return " had" if behind and behind[0].tag in ("VBN", "VBD") else " would"


def third_form(verb: str) -> str:
    """A verb's third person singular: "wish" → "wishes"."""
    if re.search(r"(?:s|x|z|ch|sh|o)$", verb):
        return verb + "es"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    return verb + "s"
