"""Why a person should decide on a claim: it is no whole sentence, or nobody can tell who is meant."""

import re
from itertools import pairwise

from claims.extraction.lexicon.frames import ASKING, BLAMING, CLAUSAL
from claims.extraction.lexicon.pronouns import SECOND_PERSON
from claims.extraction.standalone import unclear, unsaid
from claims.extraction.standalone.clauses import has_finite
from claims.extraction.standalone.contents import Part
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.frames.existence import QUESTIONS
from claims.extraction.standalone.no_sentence import AWAY, MEASURES, first_word, is_no_sentence
from claims.extraction.standalone.pronouns import speaker
from claims.extraction.standalone.pronouns.marks import is_within_inner
from claims.extraction.standalone.pronouns.speaker import Speaker
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE, IN_NOUN_PHRASE, RELATIVES
from claims.extraction.types import SPEAKER_UNKNOWN, Form, Statement

LONGEST = 250  # words of a claim: longer ones are lists or lines without full stops, which a person must take apart
UNNAMED = frozenset(("he", "she", "his", "her"))  # a claim that begins so is about nobody known
LOOSE = frozenset(("IN", "TO", "VBN", "VBG", "CCo", "CCv", "CCc"))  # words that open no proposition
IF = re.compile(r"\b(?:if|unless|whether)\s$", re.IGNORECASE)
# "Asked whether", "wondered if": nobody says so.
ASKED_WHETHER = re.compile(r"\b(?:asked|asks|wondered|wonders|questioned|questions) (?:whether|if)\s?$", re.IGNORECASE)
FALSE_CLAIM = re.compile(
    r"\b(?:false|baseless|unfounded|debunked|discredited|bogus|misleading) (?:claim|allegation|rumou?r|assertion|suggestion)s?$"
)
UNTIL = re.compile(r"\b(?:until|once)\s(?:the\s)?$", re.IGNORECASE)
PRESENT = re.compile(r"^(?:[a-z]+(?:s|re)|say|show|find|confirm|rule)$")  # "declares", "declare": not done yet
LONGEST_IF = 12  # letters
ORDERS = frozenset(("let", "imagine", "please"))  # what opens so is no statement
# Who does one of these to a thing has not said what is the case.
TREATING = frozenset(
    "criticised criticized criticises criticizes cited citing cites questioned questions emphasised emphasized stressed lauded"
    " praised commended commends applauded disagreed condemned discussed defended defends defending rejected rejects rejecting dismissed dismisses"
    " expressed expresses expressing voiced slammed blasted attacked thanked mocked insulted ridiculed chided lambasted"
    " rebuked blamed blames blaming".split()
)
WHICH_BEFORE = re.compile(r", (?:which|whom) $")
TITLE_OF = re.compile(
    r"\b(?:report|book|film|study|song|album|paper|documentary|article|novel|play|series|exhibition|column), [\"“‘]?$"
)
FORBIDDING = re.compile(r"[\"“”'‘]?(?:Do not|Don['’]t|Never) (?!you\b)[a-z]+ ")
# "… for a robbery that | he says": a noun with its article, and the joint that stands for it.
OBJECT_BEFORE = re.compile(r"\b(?:an?|the|his|her|its|their) (?:[a-z-]+ ){1,3}(?:that|which) $")
MEASURED = MEASURES | frozenset("second minute hour day week month year moment".split())
# "A bill they | insist": what is told has its object before whoever tells it.
CONTACT = re.compile(
    r"(?<!\b[Ii]n )(?<!\b[OoAa][nt] )(?<!\b[Bb]y )\b(?:an?|its|his|her|their) (?:[a-z-]+ ){0,3}(?!(?:day|time|moment|night|week|month|year|way|reason|minute|second|hour) )[a-z-]+ (?:they|he|she|it|we) $"
)
_WHETHER = re.compile(r"\b(?:whether|if)\b\s*$")
REACH = 40  # letters before a source in which such a noun stands
VERBS_AT_END = ("VB", "VBD", "VBN", "VBZ", "VBP")
FEWEST_OF_HIDDEN = 9  # words of a clause whose verb the tagger may have missed
SHORT = 3  # letters of a word that a title writes small
OBJECT_BEHIND = re.compile(r" (?:an?|the|his|her|its|their) [a-z]")
REDUCED_BEFORE = re.compile(
    r"(?:[–—,]| -) (?:money|cash|funding|something|work|jobs|power|information|help|protection|support|people|an? (?:sum|cost|change|move|risk|burden|tax|price|loss|step|law|rise|cut)) $"
)
OBJECTS_BEFORE = re.compile(
    r"\b(?:about|of|for|with|against|over|many|some|several|and|these|those) (?:[a-z-]+ ){0,4}(?!(?:facts|claims|reports|allegations|signs|fears|hopes|concerns|rumours|ways|times|days)\b)[a-z]{3,}s (?:that|which) $"
)
THAN_WHAT = re.compile(r"\b(?:than|with|as|to) what $")
HARDLY = re.compile(
    r"(?:[Ff]ew|[Ff]ewer|[Nn]obody|[Nn]o one|[Nn]one|[Hh]ardly any(?:body|one)?|[Vv]ery few|[Nn]either)\b(?! than)"
)
NOUN_BEHIND = re.compile(
    r" (?!(?:and|or|but|in|on|of|at|by|for|to|from|with|as|who|that|was|were|is|are|next|last|this|later|after|before|when|until|where|because|if|over|into)\b)[a-z]"
)
# Nouns, whatever their end: "walked out of the briefing".
IN_ING = frozenset(
    "briefing building evening funding hearing housing killing meeting morning ruling shooting spring training warning thing".split()
)
FEWEST_WORDS = 6  # of what somebody said, where it has no verb: fewer name a thing and say nothing of it


def doubt(words: str, tokens: Tokens, part: Part, statement: Statement, who: Speaker | None, text: str) -> str | None:
    """Why a person should decide on this claim, if anything speaks against proposing it."""
    if statement.abstained not in (None, SPEAKER_UNKNOWN):
        return statement.abstained
    if len(tokens) > LONGEST:
        return "The sentence is too long to be one claim."
    if (tokens[0].lower in ORDERS and tokens[0].start >= 0) or _forbids(statement, text):
        return "It asks for something and tells nothing."
    without = not has_finite(tokens) and _names_only(tokens, statement, text)
    if without or is_no_sentence(words, tokens) or _treats_of(tokens, statement, text):
        return "It is no whole sentence."
    if (
        _is_torn_from(tokens, statement, text)
        or _lacks_object(tokens, statement, text)
        or _lost_measured(tokens, text)
        or unsaid.says_nothing(words, tokens)
    ):
        return "It is no whole sentence."
    if part.sentence.cut_off:
        return "The sentence is cut off."
    vague = _not_vouched_for(statement, text) or unclear.of_statement(words, tokens, statement)
    return vague or _nobody_known(words, tokens, who, text) or _we_of_another(tokens, statement, who)


def _not_vouched_for(statement: Statement, text: str) -> str | None:
    """Why nobody stands for what is told, if nobody does."""
    if _is_supposed(statement, text):
        return "It is only supposed, and not said to be so."
    if (
        not statement.source
        and statement.cue
        and FALSE_CLAIM.search(text, max(0, statement.cue[0].start - REACH), statement.cue[0].end)
    ):
        return "The article calls it false, and does not tell who says it."
    return "Hardly anybody is said to say so." if _hardly(statement, text) else None


def _hardly(statement: Statement, text: str) -> bool:
    """Whether those who speak are few or nobody: of "*few* indicate they have given it up" nobody may think that they have."""
    return bool(statement.source) and HARDLY.match(text, statement.source[0].start) is not None


def _is_torn_from(tokens: Tokens, statement: Statement, text: str) -> bool:
    """Whether the words are only a title, a clause without its object, or what stood beside a noun."""
    if _is_title(statement, text) or _ends_before_object(tokens, text):
        return True
    return _is_torn_apposition(tokens, statement, text)


def _is_title(statement: Statement, text: str) -> bool:
    """Whether the quoted words are what a report or a film is called: "The report, “They Fired Without a Word,” documents"."""
    first = statement.content[0]
    if not statement.attributed or not TITLE_OF.search(text, max(0, first.start - REACH), first.start):
        return False
    words = [word.strip("\"“”‘’',.?!:") for word in first.of(text).split()]
    return all(word[:1].isupper() for word in words if len(word) > SHORT)


def _ends_before_object(tokens: Tokens, text: str) -> bool:
    """Whether the last verb's object was left to others: "two days after it *published* | a report that alleged …"."""
    last = next((t for t in reversed(tokens) if t.word[:1].isalnum()), tokens[-1])
    liked = last.lower == "like" and any(
        two is last and one.tag == "PRP" for one, two in pairwise(tokens)
    )  # "as you like"
    if (
        last.lower in ("including", "such", "like", "and", "or", "the", "an", "its", "their")
        and last.start >= 0
        and not liked
    ):
        return True  # "by 70 scientists, *including* | experts from the university"
    if (
        (last.tag in ("JJ", "VBG") or (last.lower.endswith("ing") and last.lower not in IN_ING))
        and last.start >= 0
        and tokens[-2:-1]
        and tokens[-2].tag == "DT"
        and NOUN_BEHIND.match(text, last.end)
    ):
        return True  # "when we checked *a misleading* | claim from the minister"
    return last.tag == "VBD" and last.start >= 0 and OBJECT_BEHIND.match(text, last.end) is not None


def _is_torn_apposition(tokens: Tokens, statement: Statement, text: str) -> bool:
    """Whether a noun that stood beside others is all there is: "…, | a reference to the ruling by which the court barred him"."""
    first = tokens[0]
    if statement.attributed or first.start < 2 or first.word not in ("a", "an") or text[first.start - 2] != ",":
        return False
    verb = next((i for i, t in enumerate(tokens) if t.tag in FINITE), None)
    return verb is None or any(t.tag in RELATIVES for t in tokens[:verb])


def _forbids(statement: Statement, text: str) -> bool:
    """Whether somebody is told what not to do: "My neighbour told me, ‘*Don't go* back’"."""
    return statement.attributed and FORBIDDING.match(text, statement.content[0].start) is not None


def _lost_measured(tokens: Tokens, text: str) -> bool:
    """Whether a stretch of time closes the words whose "after" was left to others: "the call came *minutes* | after police said"."""
    last = next((t for t in reversed(tokens) if t.word[:1].isalnum()), tokens[-1])
    behind = text[last.end : last.end + len(" before ")].split()
    return last.start >= 0 and last.lower in MEASURED and bool(behind) and behind[0] in ("after", "before")


def _quotes_another(tokens: Tokens, text: str) -> bool:
    """Whether "I" stands in what the speaker quotes of somebody: “He said ‘that’s *me* done’ and sat down”."""
    own = {*speaker.SINGULAR, *speaker.PLURAL}
    return any(t.lower in own and t.start >= 0 and is_within_inner(text, t) for t in tokens)


def _nobody_known(words: str, tokens: Tokens, who: Speaker | None, text: str) -> str | None:
    """What is not clear about the people of a claim, if anything."""
    if words.split(maxsplit=1)[0].lower() in UNNAMED or any(t.lower in SECOND_PERSON for t in tokens):
        return "It is not clear who is meant."
    if who is not None and who.quoted and _quotes_another(tokens, text):
        return "It is not clear who speaks."
    nobody = who is None or who.plural  # no group says "I"
    if nobody and any(t.lower in speaker.SINGULAR and t.tag != "NN" and not _is_pit(t) for t in tokens):
        return "It is not clear who speaks."
    return None


def _we_of_another(tokens: Tokens, statement: Statement, who: Speaker | None) -> str | None:
    """Whether "we" stands in what a speaker tells of others: “The council said *we* would be paid”, she said."""
    told = who is None and bool(statement.chain) and statement.form is Form.DIRECT
    we = any(t.lower in speaker.PLURAL and not t.word.isupper() for t in tokens)
    return "It is not clear who speaks." if told and we else None


def _is_pit(token: Token) -> bool:
    """Whether "Mine" is part of a name: "the Upper Velm Mine"."""
    return token.word == "Mine" and token.tag == "NNP"


def _lacks_object(tokens: Tokens, statement: Statement, text: str) -> bool:
    """Whether what was done is named before the source: "a robbery that *he says* he did not commit"."""
    said = min(statement.source).start if statement.source else 0
    said = said if statement.content[0].start > said else 0  # what stands before is whole
    if OBJECTS_BEFORE.search(text, max(0, said - REACH), said) and tokens[0].tag in ("DT", "PRP", "NNP", "PRP$"):
        return True  # "scandals and troubled firms that *campaigners say* | the regulator should have tackled"
    if THAN_WHAT.search(text, max(0, said - REACH), said) and tokens[0].tag == "PRP":
        return True  # "compared with what *they say* | they did before"
    if REDUCED_BEFORE.search(text, max(0, said - REACH), said) and tokens[0].tag in ("PRP", "NNP", "DT", "PRP$", "NNS"):
        return True  # "– money *critics say* | the council cannot afford"
    last = next((t for t in reversed(tokens) if t.word[:1].isalnum()), tokens[-1])
    if statement.source and last.tag in (*VERBS_AT_END, "IN", "RP"):
        start = min(statement.source).start
        if WHICH_BEFORE.search(text, max(0, start - REACH), start):
            return True  # "the closure, which she said | she had argued against"
    if statement.cue and CONTACT.search(text, max(0, statement.cue[0].start - REACH), statement.cue[0].start):
        return tokens[0].start == statement.content[0].start
    if not statement.source or tokens[-1].tag not in VERBS_AT_END or tokens[0].tag not in ("PRP", "NNP", "DT"):
        return False
    first = min(statement.source)
    return OBJECT_BEFORE.search(text, max(0, first.start - REACH), first.start) is not None


def _is_supposed(statement: Statement, text: str) -> bool:
    """Whether "if" stands before who says it: "if records showed that they had left", or "until inspectors declare it safe"."""
    if (
        statement.negative
        and statement.cue
        and _WHETHER.search(text, statement.cue[0].start, statement.content[0].start)
    ):
        return True  # "did not confirm whether | a ship had sunk"
    if statement.cue and ASKED_WHETHER.search(text, statement.cue[0].start, _up_to_content(statement)):
        return True
    said = [span.start for span in (*statement.source, *statement.cue)]
    start = min(said, default=0)
    before = max(0, start - LONGEST_IF), start
    if not statement.cue or IF.search(text, *before):
        return bool(statement.cue)
    return UNTIL.search(text, *before) is not None and PRESENT.search(statement.cue[0].of(text)) is not None


def _up_to_content(statement: Statement) -> int:
    """Where what stands between cue and content ends: "asked *whether* | farmers had paid"."""
    return max(statement.cue[-1].end, statement.content[0].start)


def _names_only(tokens: Tokens, statement: Statement, text: str) -> bool:
    """Whether words without a verb name a thing and say nothing of it; what is long and was *said* hides one that the tagger did not see."""
    if tokens[0].start < 0 and tokens[0].tag == "IN":
        return False  # "it is not true that": the frame has a verb, and what follows is a clause
    if tokens[0].lower == "not" and tokens[1].tag in ("DT", "NNP", "PRP$"):
        return True  # "Not the police, not the minister"
    cue = {word.lower() for span in statement.cue for word in span.of(text).split()}
    told = _follows_that(statement, text)
    hidden = len(tokens) >= FEWEST_WORDS if told else len(tokens) >= FEWEST_OF_HIDDEN and bool(cue & CLAUSAL)
    clause = hidden and not statement.negative
    return not statement.attributed or _says_nothing(tokens) or not clause


def _follows_that(statement: Statement, text: str) -> bool:
    """Whether "that" stands between cue and content, as it does before clauses alone."""
    return bool(statement.cue) and text[statement.cue[-1].end : statement.content[0].start] == " that "


def _treats_of(tokens: Tokens, statement: Statement, text: str) -> bool:
    """Whether somebody is slammed for or seen as something: "slammed Lind for a story alleging she left"."""
    cue = {word.lower() for span in statement.cue for word in span.of(text).split()}
    verb = next((i for i, t in enumerate(tokens) if t.tag in FINITE), 0)
    named = next((i for i, t in enumerate(tokens[:verb]) if t.tag != "NNP"), 0)
    if BLAMING & cue and not any(t.word.endswith("to blame") or t.word.endswith("to blame for") for t in tokens):
        return _names_what_is_told_of(tokens)  # "blamed tiredness and the closure of clinics, which she opposed"
    if bool(cue & TREATING) and any(a.lower == "for" and b.tag == "VBG" for a, b in pairwise(tokens)):
        return True  # "criticised the trust at the centre of it *for failing* to tell"
    asked = _is_asked(tokens, cue)
    led = next((i for i, t in enumerate(tokens) if t.tag not in ("DT", "JJ", "NN", "NNS", "NNP", "PRP$", "POS")), 0)
    named = led if named == 0 and 0 < led < verb else named
    return asked or (bool(cue & TREATING) and named > 0 and tokens[named].lower in ("for", "over", "as"))


def _is_asked(tokens: Tokens, cue: set[str]) -> bool:
    """Whether somebody is only asked a question: "asked *Lind whether* she left", "asked *the minister how* it works"."""
    at = next((i for i, t in enumerate(tokens) if t.tag not in IN_NOUN_PHRASE), 0)
    if not at or tokens[at].lower not in QUESTIONS:
        return False
    return bool(cue & ASKING) or (tokens[at].lower in ("if", "whether") and all(t.tag == "NNP" for t in tokens[:at]))


def _names_what_is_told_of(tokens: Tokens) -> bool:
    """Whether every verb stands behind a relative."""
    verb = next((i for i, t in enumerate(tokens) if t.tag in FINITE), None)
    return verb is not None and any(t.tag in RELATIVES for t in tokens[:verb])


def _says_nothing(tokens: Tokens) -> bool:
    """Whether what somebody said has neither a verb nor a noun phrase long enough to say something."""
    torn = any(b.tag in ("IN", "TO") and b.start - a.end > AWAY and a.start >= 0 for a, b in pairwise(tokens))
    return len(tokens) < FEWEST_WORDS or first_word(tokens).tag in LOOSE or torn
