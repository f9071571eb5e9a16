"""Cuts between a clause and what goes with it: ", with the harbour closed", "with 48% of the vote"."""

from collections.abc import Iterator

from claims.extraction.standalone.clauses import has_finite, main_verb, subject
from claims.extraction.standalone.cutting.cuts import (
    Split,
    Tokens,
    all_in_the_past,
    has_own_words,
    inside_quotes,
    literal,
    tells_of_another,
    trimmed,
)
from claims.extraction.standalone.cutting.participles import PREPOSITIONS
from claims.extraction.standalone.frames.told import base_of, did, is_plural
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE, NOUNS_AND_FIGURES

# What somebody has in the end; a means ("two stones") or a charge ("two counts") is none.
RESULTS = frozenset(
    "vote votes seats delegates points goals cases infections deaths turnover revenue sales loss losses profit profits".split()
)
RANKS = frozenset(("first", "second", "third", "fourth", "ahead"))  # "came *second* with 20% of the vote"
HARM = frozenset(("deaths", "injuries", "casualties", "victims"))
LEAVING = frozenset("left leaves leave leaving".split())  # whom it leaves has what stands behind "with"
NEAR = 5  # words behind "with"
PLANNED = frozenset("scheduled due set expected planned slated".split())
IN_PHRASES = frozenset("exception aim help hope goal support intention intent purpose assistance view idea".split())
TO_COME = frozenset("will would".split())
IN_NOUN_PHRASE_ONLY = frozenset(("NN", "NNS", "NNP", "PRP$", "DT", "JJ", "CD", "POS"))


def accompanied(tokens: Tokens) -> Iterator[Split]:
    """What goes with a clause: ", with the harbour closed", ", with 48% of the vote"."""
    verb = main_verb(tokens)
    owner = subject(tokens, verb) if verb is not None else []
    if verb is None or not owner or owner[0].tag in ("EX", "IN") or _is_to_come(tokens, verb):
        return
    for at in range(verb + 2, len(tokens) - 3):
        if tokens[at].lower != "with" or inside_quotes(tokens)[at]:
            continue
        passive = tokens[verb].lower in ("was", "were") and tokens[verb + 1].tag == "VBN"
        of_object = tokens[verb].lower in LEAVING and tokens[verb + 1].tag in ("PRP", "NNP", "DT")
        if tokens[at - 1].tag != "," and (passive or of_object or not _tells_result(tokens, at)):
            continue  # "was beaten with 54% of the vote": whose votes they were is not said; "left *them* with nine points"
        left, body = trimmed(tokens[:at]), trimmed(tokens[at + 1 :])
        if tokens[at - 1].tag == "," and tokens[at - 2].tag == "NNP" and _is_named(body):
            continue  # "joined Jan Moe, *with the Department of* Radiology": where he works
        told = _as_deed(body, tokens[verb]) or (_as_due(body, tokens[verb]) if tokens[at - 1].tag == "," else [])
        if told:
            yield Split("with deed", at, left, told)
        elif _is_had(tokens, verb, at, body):
            has = "had" if tokens[verb].tag == "VBD" else "have" if is_plural(owner) else "has"
            had = literal("had" if tokens[at - 1].tag == "," else has, "VBD")
            yield Split("with" if tokens[at - 1].tag == "," else "with figure", at, left, [*owner, had, *body])


def _as_deed(body: Tokens, verb: Token) -> Tokens:
    """What somebody else did or suffered meanwhile, as a clause: "with *the harbour closed*"; or will, beside "will"."""
    deed = next((i for i, t in enumerate(body) if t.tag in ("VBN", "VBG") and _is_told(body, i)), None)
    if deed is None or has_finite(body[:deed]):
        return []
    if verb.lower in TO_COME:
        return _to_come(body, deed, verb)
    began = did(body[:deed], body[deed]) if body[deed].tag == "VBG" else _was(body[:deed])
    after = _told_of_others(body[deed + (body[deed].tag == "VBG") :])
    after = all_in_the_past(after, body[:deed]) if body[deed].tag == "VBG" else after
    return [*body[:deed], began, *after]


def _to_come(body: Tokens, deed: int, verb: Token) -> Tokens:
    """What else will be then, if it is one deed: "will be built by May, with *trains running* in June"."""
    if any(t.tag.startswith("CC") for t in body[deed:]):
        return []
    does = base_of(body[deed].lower) if body[deed].tag == "VBG" else f"be {body[deed].lower}"
    return [*body[:deed], literal(f"{verb.lower} {does}", "MD"), *body[deed + 1 :]]


def _as_due(body: Tokens, verb: Token) -> Tokens:
    """What is yet to be done with something else, as a clause: "with *the rest to be paid* in May"."""
    at = next((i for i, t in enumerate(body) if t.tag not in IN_NOUN_PHRASE_ONLY), 0)
    told = at > 0 and body[at - 1].tag in NOUNS_AND_FIGURES and [t.lower for t in body[at : at + 2]] == ["to", "be"]
    if not told or [t.tag for t in body[at + 2 : at + 3]] != ["VBN"]:
        return []
    one, several = ("was", "were") if verb.tag == "VBD" else ("is", "are")
    return [*body[:at], literal(several if is_plural(body[:at]) else one, "VBZ"), *body[at:]]


def _is_had(tokens: Tokens, verb: int, at: int, body: Tokens) -> bool:
    """Whether the subject of the main clause has what stands behind "with"."""
    if has_finite(body) or tells_of_another(body) or _is_of_purpose(body):
        return False
    return tokens[at - 1].tag != "," or _is_figure_of_subject(tokens, verb, at)


def _is_figure_of_subject(tokens: Tokens, verb: int, at: int) -> bool:
    """Whether the subject has a figure: "came first, with *60*", not "listed 285 raids, with 90 deaths", and no aim: "with the firm intent to"."""
    counted = any(t.tag == "CD" for t in tokens[verb:at]) and any(t.tag == "NNS" for t in tokens[verb:at])
    harmed = any(t.lower in HARM for t in tokens[at : at + NEAR])
    return any(t.tag == "CD" for t in tokens[at + 1 : at + NEAR]) and not (counted and harmed)


def absolutes(tokens: Tokens) -> Iterator[Split]:
    """What another did meanwhile: "…, the truck catching fire"."""
    verb = main_verb(tokens)
    if verb is None or tokens[verb].tag != "VBD":
        return
    for at in range(verb + 1, len(tokens) - 3):
        if tokens[at].tag != "," or tokens[at + 1].lower not in ("the", "his", "her", "its", "their", "both"):
            continue
        deed = next((i for i in range(at + 2, len(tokens) - 1) if tokens[i].tag not in IN_NOUN_PHRASE_ONLY), None)
        if (
            deed is None
            or tokens[deed].tag != "VBG"
            or tokens[deed - 1].tag not in NOUNS_AND_FIGURES
            or not has_own_words(tokens, deed)
        ):
            continue
        owner = tokens[at + 1 : deed]
        if tokens[deed].lower not in PREPOSITIONS and not has_finite(tokens[at:]):
            yield Split("absolute", at, trimmed(tokens[:at]), [*owner, did(owner, tokens[deed]), *tokens[deed + 1 :]])


def _counts_some(body: Tokens) -> bool:
    """Whether a bare figure counts some of those told of: "with *over a million still in* the country"."""
    number = next((i for i, t in enumerate(body[:5]) if t.tag == "CD"), None)
    behind = body[number + 1 : number + 2] if number is not None else []
    return bool(behind) and (behind[0].tag == "IN" or behind[0].lower in ("still", "now")) and behind[0].lower != "of"


def _is_to_come(tokens: Tokens, verb: int) -> bool:
    """Whether the clause tells what is planned: "is *scheduled to* go on in May, with votes in two states" has held none."""
    planned = [t.lower for t in tokens[verb + 1 : verb + 4]]
    return "to" in planned and not PLANNED.isdisjoint(planned)


def _is_named(body: Tokens) -> bool:
    """Whether a name opens what somebody is with: "with *the Department* of Radiology"."""
    return [t.tag for t in body if t.lower != "the"][:1] == ["NNP"] and not any(t.tag in ("VBN", "VBG") for t in body)


def _tells_result(tokens: Tokens, at: int) -> bool:
    """Whether a figure closes the sentence that the subject has: "won the seat with 54% of the vote", not "hit it with two stones"."""
    body = tokens[at + 1 :]
    number = next((i for i, t in enumerate(body[:4]) if t.tag == "CD"), None)
    if number is None or any(t.tag in FINITE for t in body):
        return False
    if body[number + 1 : number + 2] and body[number + 1].tag == "VBN" and _is_told(body, number + 1):
        return True  # "with 198 recorded in a day"
    end = number + 1
    while end < len(body) and (body[end].tag in ("NN", "NNS", "VBN", "CD", "JJ") or body[end].word == "%"):
        end += 1
    counted, told = body[end - 1].lower, tokens[at - 1].tag in NOUNS_AND_FIGURES or tokens[at - 1].lower in RANKS
    scored = end < len(body) and body[end].lower in ("to", "for")  # "with a 22 points to 10 win"
    return told and not scored and (counted in RESULTS or counted in ("%", "percent"))


def _is_of_purpose(body: Tokens) -> bool:
    """Whether "with" only opens a phrase: "with the exception of", "with the aim of", or counts some: "*with 20,000 in* Norsk"."""
    return _counts_some(body) or (len(body) > 1 and body[0].lower in ("the", "an") and body[1].lower in IN_PHRASES)


def _is_told(body: Tokens, at: int) -> bool:
    """Whether a participle tells of the noun before it, and does not describe the one behind: "198 recorded", not "198 recorded cases"."""
    describes = body[at].tag == "VBN" and at + 1 < len(body) and body[at + 1].tag in ("NN", "NNS", "JJ")
    before = at - 1 - (at > 1 and body[at - 1].tag == "RB")  # "with two think tanks *already flagging* it"
    return at > 0 and body[before].tag in NOUNS_AND_FIGURES and not describes


def _told_of_others(tokens: Tokens) -> Tokens:
    """ "…, and 194 Republicans opposing it": what others did meanwhile, as a clause."""
    joint = next((i for i in range(len(tokens) - 3) if tokens[i].tag.startswith("CC")), None)
    if joint is None:
        return tokens
    deed = next((i for i in range(joint + 2, len(tokens) - 1) if tokens[i].tag not in IN_NOUN_PHRASE_ONLY), len(tokens))
    if deed == len(tokens) or tokens[deed].tag != "VBG" or tokens[deed - 1].tag not in NOUNS_AND_FIGURES:
        return tokens
    owner = tokens[joint + 1 : deed]
    if all(t.tag == "NN" for t in owner):
        return tokens  # "introduced to fill a gap and *fund rising* costs": no such lone noun does anything
    joined = literal(tokens[joint].word, "CCc")
    return [*tokens[:joint], joined, *owner, did(owner, tokens[deed]), *tokens[deed + 1 :]]


def _was(owner: Tokens) -> Token:
    counted = len(owner) <= 2 and owner[-1].tag == "CD" and owner[-1].lower not in ("one", "1")
    return literal("were" if counted or is_plural(owner) else "was", "VBD")
