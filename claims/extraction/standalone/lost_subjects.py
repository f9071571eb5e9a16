"""Contents whose subject stands before them in their sentence: ", | killing two", ", in which | two died"."""

from claims.extraction.lexicon.frames import CLAUSAL
from claims.extraction.standalone.clauses import has_finite, main_verb, noun_phrase_before, subject
from claims.extraction.standalone.cutting.cuts import Tokens, inside_quotes, literal
from claims.extraction.standalone.cutting.participles import PREPOSITIONS, as_told
from claims.extraction.standalone.tags import FINITE, NOUNS
from claims.extraction.types import Statement

FEWEST_WORDS = 2  # behind "which"
OBJECTS = frozenset("him her them it".split())
DECIDING = frozenset("ruled ordered decided voted found held".split())
IN_RULINGS = frozenset(
    "rejecting siding dismissing overturning upholding reversing overruling denying granting affirming throwing striking setting quashing".split()
)


def of_participle(tokens: Tokens, whole: Tokens, at: int) -> Tokens | None:
    """ "The storm crossed the coast, | killing at least 20": whoever the clause before is about did it."""
    deed = int(tokens[0].tag == "RB" and len(tokens) > 1)
    if tokens[deed].tag != "VBG" or tokens[deed].lower in PREPOSITIONS or deed + 1 >= len(tokens):
        return None
    if not at or whole[at - 1].tag != "," or tokens[deed + 1].lower in OBJECTS:
        return None
    before = whole[: at - 1]
    if ruled := _of_ruling(tokens, before):
        return ruled
    if has_finite(tokens):
        return None
    verb = main_verb(before)
    owner = subject(before, verb) if verb is not None else []
    if verb is None or not owner or owner[0].tag == "EX" or any(inside_quotes(whole)[:at]):
        return None
    if any(t.tag in FINITE and i != verb for i, t in enumerate(before)) or before[verb].lower in CLAUSAL:
        return None  # somebody is said to have said it, or another clause stands between
    told = as_told(before, verb, 0, owner, tokens[deed:])
    return [*owner, *tokens[:deed], *told] if told else None


def _of_ruling(tokens: Tokens, before: Tokens) -> Tokens:
    """ "A judge *ruled* that the state must pay, | *rejecting* a plea": who decides so has done that as well."""
    verb = main_verb(before)
    if verb is None or before[verb].lower not in DECIDING or tokens[0].lower not in IN_RULINGS:
        return []
    owner = subject(before, verb)
    return [*owner, *as_told(before, verb, 0, owner, tokens)] if owner else []


def of_phrase(tokens: Tokens, whole: Tokens, at: int) -> Tokens | None:
    """ "The scandal, | in which 50 people lost their posts": they lost them in the scandal."""
    if not at or tokens[0].tag not in ("IN", "TO") or len(tokens) <= FEWEST_WORDS:
        return None
    body = tokens[2:]
    if tokens[1].lower != "which" or main_verb(body) is None or tokens[-1].word == "?":
        return None
    end = at - (whole[at - 1].tag in (",", ":"))
    head = whole[noun_phrase_before(whole, end) : end]
    if not head or head[-1].tag not in NOUNS:
        return None
    close = len(body) - (body[-1].tag == ".")
    return [*body[:close], tokens[0], *head]


def of_accused(tokens: Tokens, whole: Tokens, at: int, statement: Statement) -> Tokens | None:
    """ "Khol, whom the union accuses | of hiding it": whom somebody accuses in a clause about them."""
    if not at or not statement.cue or tokens[0].lower != "of" or not tokens[1:2]:
        return None
    said = min((span.start for span in statement.source), default=-1)
    whom = next((i for i in range(at - 1, 0, -1) if whole[i].lower == "whom" and whole[i + 1].start == said), 0)
    end = whom - (whole[whom - 1].tag == ",")
    head = whole[noun_phrase_before(whole, end) : end] if whom else []
    return [*head, *tokens] if head and head[-1].tag in NOUNS else None


def of_what(tokens: Tokens, whole: Tokens, at: int, statement: Statement) -> Tokens | None:
    """ "Marching against what they say | *is a wave of killings*": that there is one."""
    said = min((span.start for span in statement.source), default=-1)
    source = next((i for i in range(1, at) if whole[i].start == said), None) if statement.cue else None
    if source is None or whole[source - 1].lower != "what" or tokens[0].lower not in ("is", "are", "was", "were"):
        return None
    told = len(tokens) > FEWEST_WORDS and (tokens[1].lower in ("a", "an") or tokens[1].tag in ("NNS", "CD"))
    return [literal("there", "EX"), *tokens] if told else None
