"""Cuts between two who are said to have done the same: "both A and B", "…, as did B"."""

from collections.abc import Iterator

from claims.extraction.standalone.clauses import has_finite, main_verb, subject
from claims.extraction.standalone.cutting.cuts import Split, Tokens, inside_quotes, literal, trimmed
from claims.extraction.standalone.frames.told import is_plural
from claims.extraction.standalone.tags import FINITE, IN_NOUN_PHRASE, NOUNS_AND_FIGURES

ONE = {"are": "is", "were": "was", "have": "has", "do": "does"}
MANY = {one: many for many, one in ONE.items()}
BEING = frozenset("is are was were".split())
PAST = frozenset(("did", "had", "was", "were"))
# What two do only with one another is done by neither alone.
TOGETHER = frozenset(
    "together other another same agree agreed met meet married divorced separated split merged collided clashed disagree differ parallel alike"
    " respectively jointly".split()
)
AUXILIARIES = BEING | frozenset("has have had been".split())
# What people go through each for themselves.
ALONE = frozenset("tested died resigned retired pleaded drowned survived recovered".split())
IN_BOTH = IN_NOUN_PHRASE | {"IN", "Q", "RB"}


def both(tokens: Tokens) -> Iterator[Split]:
    """What is said of both is said of each: "won both the vote and the seat", "Lind and Berg are both ill"."""
    if any(t.lower in TOGETHER for t in tokens):
        return
    at = next((i for i, t in enumerate(tokens) if t.lower == "both"), None)
    verb = main_verb(tokens)
    if at is None or verb is None or inside_quotes(tokens)[at]:
        return
    joint = next((i for i in range(at + 1, len(tokens)) if tokens[i].tag.startswith("CC")), None)
    if joint is not None and joint - at <= len(IN_BOTH) and _is_noun(tokens[at + 1 : joint]):
        yield from _each(tokens, at, joint, verb)
    elif at in (verb - 1, verb + 1):
        yield from _subjects(tokens, at, verb)


def _is_noun(words: Tokens) -> bool:
    """Whether a noun of its own stands there: "both Kurdish and Sunni members" are of one."""
    return bool(words) and all(t.tag in IN_BOTH for t in words) and words[-1].tag in NOUNS_AND_FIGURES


def _each(tokens: Tokens, at: int, joint: int, verb: int) -> Iterator[Split]:
    """ "Both" before the first of two nouns."""
    if tokens[joint].lower != "and":
        return
    end = joint + 1
    while end < len(tokens) and (tokens[end].tag in IN_NOUN_PHRASE or tokens[end].lower == "of"):
        end += 1
    first, second = tokens[at + 1 : joint], tokens[joint + 1 : end]
    if not _is_noun(second) or (end < len(tokens) and tokens[end].tag.startswith("CC")):
        return
    if first[0].tag == "DT" and second[0].tag not in ("DT", "PRP$", "NNP", "CD"):
        return  # "both the prime and foreign ministers"
    rest = tokens[end:]
    below = at > verb and end < len(tokens) and tokens[end].tag in FINITE  # "it seems both the bus and the van *were*"
    if at < verb or below:
        rest = _of_one(rest, 0) if end == verb or below else []
        if not rest:
            return
    yield Split("both", joint, [*tokens[:at], *first, *rest], [*tokens[:at], *second, *rest])


def _subjects(tokens: Tokens, at: int, verb: int) -> Iterator[Split]:
    """Two names before a verb that "both" stands beside: "Lind and Berg are both ill"."""
    owner = subject(tokens, verb)
    joints = [i for i, t in enumerate(owner) if t.tag.startswith("CC")]
    if not joints or any(t.tag in (",", "IN") for t in owner) or tokens[0] is not owner[0]:
        return
    parts = [p for p in _parted(owner, joints) if p]
    rest = _of_one([t for i, t in enumerate(tokens[verb:], start=verb) if i != at], 0)
    if len(parts) == len(("Lind", "Berg")) and rest:
        yield Split("both", at, [*parts[0], *rest], [*parts[1], *rest])


def _parted(owner: Tokens, joints: list[int]) -> list[Tokens]:
    """The two who are named; an "and" between two offices is inside one: "Lind and former mayor and clerk Berg"."""
    joint = joints[0]
    first, second = owner[:joint], owner[joint + 1 :]
    named = first[-1].tag == second[-1].tag == "NNP"
    return [first, second] if named else []


def _of_one(rest: Tokens, verb: int) -> Tokens:
    """A verb of several as that of one; none where it says what several are: "are both members"."""
    if not rest or rest[verb].tag not in FINITE:
        return []
    told = next((t for t in rest[verb + 1 :] if t.tag not in ("JJ", "RB")), None)
    if rest[verb].lower in BEING and told is not None and told.tag == "NNS":
        return []
    if rest[verb].tag == "VBP" and rest[verb].lower not in ONE:
        return []
    one = ONE.get(rest[verb].lower)
    return [literal(one, rest[verb].tag), *rest[verb + 1 :]] if one else rest


def persons(tokens: Tokens) -> Iterator[Split]:
    """What two people go through, each for themselves: "Lind and his wife tested positive"."""
    verb = main_verb(tokens)
    owner = subject(tokens, verb) if verb is not None else []
    joints = [i for i, t in enumerate(owner) if t.tag.startswith("CC")]
    if verb is None or len(joints) != 1 or tokens[0] is not owner[0] or owner[-1] is not tokens[verb - 1]:
        return
    first, second = owner[: joints[0]], owner[joints[0] + 1 :]
    deed = next((t for t in tokens[verb:] if t.tag != "RB" and t.lower not in AUXILIARIES), tokens[verb])
    named = bool(second) and first[-1].tag == second[-1].tag == "NNP" and not any(t.lower in TOGETHER for t in tokens)
    rest = _of_one(tokens[verb:], 0) if named and deed.lower in ALONE else []
    if rest:
        yield Split("persons", joints[0], [*first, *rest], [*second, *rest])


def as_did(tokens: Tokens) -> Iterator[Split]:
    """What another did too: "was closed, as were two shops", "tested negative as did his son"."""
    verb = main_verb(tokens)
    if verb is None or not subject(tokens, verb):
        return
    for at in range(verb + 1, len(tokens) - 2):
        if tokens[at].lower != "as" or tokens[at + 1].tag not in FINITE:
            continue
        echo = tokens[at + 1].lower
        other = trimmed(tokens[at + 2 : len(tokens) - (tokens[-1].tag == ".")])
        deed = trimmed(tokens[verb:at])
        if (
            not other
            or other[-1].tag == "PRP"
            or has_finite(other)
            or any(t.tag in ("VB", "VBN", "VBG") for t in other)
        ):
            return
        if echo == "did" and tokens[verb].tag == "VBD":
            yield Split("as did", at, trimmed(tokens[:at]), [*other, *deed])
        elif echo in ONE.keys() | MANY.keys() and deed[0].lower in (echo, ONE.get(echo), MANY.get(echo)):
            forms = MANY if is_plural(other) or _counts_several(other) else ONE
            yield Split("as did", at, trimmed(tokens[:at]), [*other, literal(forms.get(echo, echo), "VBD"), *deed[1:]])
        return


def _counts_several(other: Tokens) -> bool:
    """Whether a figure without a noun stands there: "seventeen from the army"."""
    return other[0].tag == "CD" and other[0].lower not in ("one", "1")
