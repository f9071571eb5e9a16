"""A pronoun at the front that no name was found for, under the noun phrase that it goes back to."""

import re
from collections.abc import Iterator, Sequence

from claims.extraction.entities import Cast, Name, Sort
from claims.extraction.lexicon import bodies
from claims.extraction.lexicon.calendar import DATES
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.clauses import main_verb
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.pronouns.neuter import BODIES, is_plain_thing, is_put_off, is_ranked, is_treatment
from claims.extraction.standalone.pronouns.speaker import possessive
from claims.extraction.standalone.pronouns.subjects import Subjects
from claims.extraction.standalone.tagging import Token
from claims.extraction.types import Span

ACTING = frozenset(
    "seek seeks sought ask asks asked apply applied argue argues argued deny denies denied decide decided refuse refuses refused hope hopes hoped"
    " want wants wanted intend intends intended urge urges urged appeal appealed".split()
)
COSTING = frozenset(("add", "cost", "mean"))
TIMES = frozenset(
    "year years month months week weeks day days decade decades quarter past time spring summer autumn winter morning night".split()
)
OPENS_PHRASE = frozenset("the some several these those this that many most both all two three four five".split())
# "It took hours", "it is clear that": this "it" stands for nobody.
_HOW = r"(?:\w+ly\s+|not\s+|also\s+|an?\s+|just\s+|very\s+|so\s+|quite\s+|pretty\s+|too\s+|still\s+|always\s+|more\s+)"
_THAT = r"[\"“]?(?:that|to|for|if|whether|when|how|who|why|what|where)\b"
# "It was the third accident at the mine": what happened, and nothing that was named.
_HAPPENINGS = "accident attack incident crash explosion strike blast shooting fire disaster death killing protest outbreak time".split()
EMPTY_IT = re.compile(
    r"it\s+(?:would|will|could|may|might)\s+(?:not\s+)?be\s+(?:the|an?)\s+[\"“‘]?(?:[\w-]+\s){0,2}[\w-]+[\"”’]?\s+(?:to|that|if)\b|"
    r"it\s+(?:is|was|remains|remained)\s+(?:still\s+)?(?:far from|anything but)\s+(?:certain|clear|obvious|sure|known|assured|guaranteed)\b|"
    r"it\s+(?:comes|came)\s+(?:amid|as|after|just)\b|"
    rf"it\s+(?:was|is)(?:n['’]t)?\s+(?:not\s+)?(?:the|an?|another)\s+(?:[\w-]+\s+){{0,3}}(?:{'|'.join(_HAPPENINGS)})\b|"
    r"it\s+(?:was|is)\s+(?:not\s+)?[^.;:!?\n]{2,60}\s(?:who|that\s(?:\w+ed|did|had|has|was|is|were))\b|"
    r"it(?:['’]s|\s+(?:has|had|is|was))\s+(?:now\s+|already\s+)?(?:been\s+)?(?:[\w-]+\s+){0,3}(?:hours?|days?|weeks?|months?|years?|decades?|ages|time)\s+since\b|"
    r"it\s+(?:was|is)\s+only\b[^.;:!?\n]{2,60}\sthat\b|"
    r"it\s+(?:was|is)(?:\s+not|n['’]t)\s+until\b|"
    r"it\s+(?:\w+\s+)?(?:costs?|costed)\s+[^.;:!?\n]{2,50}\sto\s[a-z]+\b|"
    r"it(?:\s+|['’]s\s+)(?:(?:also|now|still|then|just|only)\s+)?(?:(?:would|will|could|may|might|has|had)\s+(?:have\s+)?)?"
    r"(?:(?:is|was)\s+with\b|takes?|took|taken|rains?|rained|seems?|seemed|appears?|appeared|turns? out|turned out|happened|emerged|transpired|came to light|"
    r"(?:is|was)\s+(?:not\s+|still\s+|yet\s+)*(?:\w+ly\s+)?(?:known|reported|discovered|agreed|announced|revealed|believed|hoped|said|estimated|unclear|clear)\b|"
    r"(?:is|was|be|been|became|isn't|wasn't|remains|remained)\s+"
    + _HOW
    + r"*[\"“]?\w+[\"”]?\s+"
    + _THAT
    + r")|it['’]s\s+"
    + _HOW
    + r"*[\"“]?\w+[\"”]?\s+"
    + _THAT,
    re.I,
)


class Leading:
    """Knows what the pronouns at the front of one text's claims go back to."""

    def __init__(self, text: str, cast: Cast, sentences: Sequence[Tokens]) -> None:
        self.text = text
        self.cast = cast
        self.subjects = Subjects(sentences)

    def changes(self, tokens: Sequence[Token], found: Sequence[Change], *, reported: bool) -> Iterator[Change]:
        """The noun phrase for "it", "they", "its" or "their", where no name was found for it."""
        yield from self._pronoun(tokens, found, reported=reported)
        yield from self._owner(tokens, found, reported=reported)

    def is_overtaken(self, token: Token, name: Name) -> bool:
        """Whether "it" opens a sentence behind one about another thing: "Velmex treats gout. *The disease* is old. *It* …"."""
        if token.word != "It":
            return False
        words = self.subjects.before(token.start, "it")
        if not words or words[-1].tag != "NN" or words[-1].lower in bodies.GENERIC_BODIES:
            return False
        since = (m for m in self.cast.entities[name.entity].mentions if words[0].start <= m.start < token.start)
        return next(since, None) is None

    def _pronoun(self, tokens: Sequence[Token], found: Sequence[Change], *, reported: bool) -> Iterator[Change]:
        """ "It" or "they" as the subject, where no name was found for it: the noun phrase that it goes back to."""
        verb = main_verb(tokens)
        at = None if verb is None else next((i for i in range(verb) if tokens[i].lower in ("it", "they")), None)
        if verb is None or at is None or tokens[at].start < 0 or any(t.tag != "RB" for t in tokens[at + 1 : verb]):
            return
        token = tokens[at]
        named = any(change.start == token.start for change in found)
        if named or not _only_times(tokens[:at]) or EMPTY_IT.match(self.text, token.start):
            return
        # Where the verb was put in, the pronoun was an object: "the embassy dismissed *it* as fiction" is not about the embassy.
        words = self.subjects.before(token.start, token.lower)
        if tokens[verb].start < 0 and (token.lower == "it" or (words and self._is_in_sentence(words, token))):
            words = []
        if (
            token.lower == "it"
            and words
            and (is_ranked(tokens, at) or _acts(tokens, verb))
            and _is_no_doer(words, tokens, verb)
        ):
            return
        body = token.lower == "it" and bool(words) and words[-1].lower in bodies.GENERIC_BODIES
        if body and (_costs(tokens, verb) or is_plain_thing(tokens, at)):
            return
        doubtful = reported or self._is_person(words)  # in reported words a name is mostly who speaks
        doubtful = doubtful or is_put_off(tokens, at) or is_treatment(tokens, at) or is_plain_thing(tokens, at)
        name = bool(words) and (words[-1].tag == "NNP" or words[-1].word.isupper())  # "NICE"
        if words and not (name and token.lower == "it" and doubtful):
            phrase = _definite(self.text[words[0].start : words[-1].end])
            inside = at > 0 and words[0].tag in ("NNS", "DT")  # "over the past year *wages* have risen"
            yield Change(token.start, token.end, phrase[0].lower() + phrase[1:] if inside else phrase)

    def _owner(self, tokens: Sequence[Token], found: Sequence[Change], *, reported: bool) -> Iterator[Change]:
        """ "Its" or "their" at the front, where no name was found for it: whose it is by the clause or sentence before."""
        token = tokens[0]
        if (
            token.lower not in ("its", "their")
            or token.start < 0
            or any(change.start == token.start for change in found)
        ):
            return
        words = self.subjects.before(token.start, "it" if token.lower == "its" else "they")
        if any(t.tag in ("IN", "TO", ",") for t in words):
            return  # "the mill in Velm's owners" is no English
        doubtful = reported or self._is_person(words)
        if words and not (words[-1].tag == "NNP" and token.lower == "its" and doubtful):
            owner = _definite(self.text[words[0].start : words[-1].end])
            yield Change(token.start, token.end, f"{owner}'" if words[-1].tag == "NNS" else possessive(owner))

    def _is_in_sentence(self, words: Tokens, token: Token) -> bool:
        """Whether a noun phrase and a pronoun are of one clause, and so two: "officials promote *them* as a way out"."""
        return "." not in self.text[words[-1].end : token.start]

    def _is_person(self, words: Tokens) -> bool:
        """Whether a noun phrase names somebody, whom "it" never means."""
        place = self.cast.mention_at(Span(words[0].start, words[-1].end)) if words else None
        return place is not None and self.cast.entities[self.cast.mention(place)[1]].sort in (Sort.PERSON, None)


def _only_times(before: Sequence[Token]) -> bool:
    """Whether no noun stands before the pronoun but a time: "*Over the past year* they have risen", "*In June* it fell"."""
    return all(t.word in DATES or t.lower in TIMES for t in before if t.tag in ("NN", "NNS", "NNP"))


def _costs(tokens: Sequence[Token], verb: int) -> bool:
    """Whether what was decided will cost somebody: "The regulator has allowed the rise. It would *add* £90 to the bill"."""
    return tokens[verb].tag == "MD" and any(t.lower in COSTING for t in tokens[verb + 1 : verb + 3])


def _acts(tokens: Sequence[Token], verb: int) -> bool:
    """Whether "it" does what only somebody does: "the plea costs jobs, although it could *seek* waivers"."""
    words = [t.lower for t in tokens[verb : verb + 4] if t.tag not in ("MD", "RB")]
    return bool(words) and words[0] in ACTING


def _is_no_doer(words: Tokens, tokens: Sequence[Token], verb: int) -> bool:
    """Whether a thing is the noun phrase, which does nothing, or a body, which is no event: "It was *the 14th case*"."""
    body = words[-1].tag == "NNP" or words[-1].lower in BODIES
    return body != _acts(tokens, verb)


def _definite(phrase: str) -> str:
    """A noun phrase as one that was mentioned before."""
    first, _, rest = phrase.partition(" ")
    if first.lower() in ("a", "an"):
        return f"the {rest}"
    return f"{first.lower()} {rest}" if first.lower() in OPENS_PHRASE else phrase
