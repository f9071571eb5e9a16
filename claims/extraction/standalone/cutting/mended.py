"""Clauses that their sentence left without a main verb, made whole where their own words have one: "Lind, who ran it, …"."""

from claims.extraction.lexicon.participles import IRREGULAR_PAST
from claims.extraction.lexicon.people import GROUPS
from claims.extraction.standalone.clauses import has_finite, main_verb
from claims.extraction.standalone.cutting.cuts import Tokens, literal, past_of
from claims.extraction.standalone.cutting.relative_ends import takes_up_hidden_verb
from claims.extraction.standalone.frames.told import agrees, base_of, is_plural
from claims.extraction.standalone.tags import FINITE, IN_NOUN_PHRASE

LONGEST_NOUN = 14  # words before the clause that tells of them
IN_NAME = IN_NOUN_PHRASE | {"Q", "CCo", ",", ":"}


def mended(tokens: Tokens) -> Tokens:
    """The words as a clause: a noun with what "who", "which" or "where" tells of it, or with what it is; "Not only" left out."""
    tokens = _turned_back(tokens)
    if len(tokens) < LONGEST_NOUN // 3 or not has_finite(tokens) or main_verb(tokens) is not None:
        return tokens
    at = next(
        (i for i, t in enumerate(tokens) if t.tag in ("WP", "WDT", "WRB") and i and tokens[i - 1].tag == ","), None
    )
    if at is not None:
        return _relative(tokens, at) or tokens
    return _description(tokens) or tokens


def _turned_back(tokens: Tokens) -> Tokens:
    """ "Not only did they put it out" as "they put it out", "Not only has it failed" as "it has failed"."""
    if [t.lower for t in tokens[:2]] != ["not", "only"] or len(tokens) < LONGEST_NOUN // 3:
        return tokens
    helper, behind = tokens[2], tokens[3:]
    at = next((i for i, t in enumerate(behind) if i and t.tag in ("VB", "VBN", "VBG")), None)
    if at is None or helper.lower not in ("did", "has", "have", "had", "is", "are", "was", "were", "will"):
        return tokens
    if helper.lower == "did":
        return [*behind[:at], literal(_past(behind[at].lower), "VBD"), *behind[at + 1 :]]
    return [*behind[:at], helper, *behind[at:]]


def _past(base: str) -> str:
    """The past form of a verb: "put" → "put", "continue" → "continued"."""
    irregular = next((past for participle, past in IRREGULAR_PAST.items() if base_of(participle) == base), None)
    return irregular or (f"{base}d" if base.endswith("e") else past_of(base))


def _relative(tokens: Tokens, at: int) -> Tokens | None:
    """ "The firm, which sold it" as "the firm sold it"; "in Norway, where it snows" as "it snows in Norway"."""
    before, body = tokens[: at - 1], tokens[at + 1 :]
    place = before[0].tag == "IN"
    head = before[place:]
    if not head or len(head) > LONGEST_NOUN or any(t.tag not in IN_NAME and t.lower != "of" for t in head):
        return _description(tokens)
    word = tokens[at].lower
    end = len(body) - (body[-1].tag == ".")
    if word == "where" and place and main_verb(body) is not None:
        return [*body[:end], literal(before[0].lower), *head]
    verb = next((t for t in body if t.tag != "RB"), None)
    if any(t.tag == "," and takes_up_hidden_verb(tokens, at, i) for i, t in enumerate(tokens) if i > at):
        return None  # "clerks, who have left twice, remain in dispute": it is whole
    if word not in ("who", "which") or verb is None or verb.tag not in FINITE:
        return None
    if not agrees(head, verb) and head[-1].lower not in GROUPS:
        return None
    return [*head, *body]


def _description(tokens: Tokens) -> Tokens | None:
    """ "Lind, a clerk who left early" as "Lind was a clerk who left early"."""
    comma = next((i for i, t in enumerate(tokens) if t.tag == ","), None)
    if not comma or any(t.tag != "NNP" for t in tokens[:comma]) or comma + 2 >= len(tokens):
        return None
    name, said = tokens[:comma], tokens[comma + 1 :]
    if said[0].lower not in ("a", "an", "the") or any(t.tag == "," for t in said) or is_plural(name):
        return None
    return [*name, literal("was", "VBD"), *said]
