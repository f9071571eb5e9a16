"""Cuts between clauses that a sentence puts side by side."""

from collections.abc import Iterator
from itertools import pairwise

from claims.extraction.lexicon.function_words import NUMBERS
from claims.extraction.standalone.clauses import SOMEBODY, YEAR, has_finite, is_joined_on, main_verb, subject
from claims.extraction.standalone.cutting import conditions, dated, joined_on, lent, listed, sides
from claims.extraction.standalone.cutting.cuts import Split, Tokens, date_lead, trimmed
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE, OPENS_NOUN_PHRASE

LONGEST_OF_THREE = 4  # words of a subject in a list of clauses
OPENS_SHORT = frozenset(("PRP", "EX", "NNP", "DT", "PRP$"))
LEADS_IN = frozenset("while whereas although though since as because having".split())
ENDING_LIST = ("clause", "clause unmarked")
JOINS_CLAUSES = frozenset("and but while whereas although though so yet".split())
OPENS_BEHIND_THAT = frozenset(("CD", "PRP", "NNS", "NNP", "DT", "EX"))  # "that" points at none of these
SEVERAL = frozenset("several many most some all both few other others much every each".split())  # nor at one of these
# What has no article needs none, and "that" before it joins a clause: "and *that staff* had been told", but "and that company".
UNCOUNTED = frozenset(
    "staff inflation growth unemployment employment turnout attendance traffic congestion crime poverty pollution housing productivity"
    " consumption morale security safety police parliament congress management labour labor".split()
)


def clauses(tokens: Tokens) -> Iterator[Split]:
    """Two whole clauses side by side; a semicolon parts more than any word."""
    offered: list[int] = []
    for at in sorted(range(1, len(tokens) - 2), key=lambda at: tokens[at].word != ";"):
        kind = _joint(tokens, at)
        if kind is None or listed.ends_clauses(tokens, offered, at):
            continue
        left, right = _halves(tokens, at, kind)
        verb, first = main_verb(right), main_verb(left)
        if not verb or first is None or _hang_together(tokens, at, kind, left, right):
            continue
        if not sides.right_stands(kind, right, verb) or not sides.left_stands(kind, left, first, right):
            continue
        right = lent.with_thing(left, first, right, verb) if kind == "that" else right
        apart = (
            kind in ("semicolon", "dash") or right[0].tag in ("IN", "RB") or dated.is_of_other_time(left[first], right)
        )
        lead = [] if apart else date_lead(left, first) or dated.leading(left)
        offered += [at] if kind == "comma" else []
        yield Split(kind, at, left, [*lead, *lent.with_auxiliary(left, first, right, verb)])


def _halves(tokens: Tokens, at: int, kind: str) -> tuple[Tokens, Tokens]:
    """What stands on both sides of a joint, without the "that" that only joins: "… and *that* three officers had been hurt"."""
    left, right = trimmed(tokens[:at]), trimmed(tokens[at + 1 :])
    if tokens[at].word == ":":
        right = right[1:-1]  # a quotation that stands alone needs no marks
    joined = kind == "that" or tokens[at].tag.startswith("CC")
    if joined and right and right[0].lower == "that" and not _points(right):
        right = trimmed(right[1:])
    return left, right


def _hang_together(tokens: Tokens, at: int, kind: str, left: Tokens, right: Tokens) -> bool:
    """Whether neither half holds without the other, or no clause begins behind the joint."""
    if conditions.are_on_one(left, right, _joined(tokens, at)):
        return True
    if kind == "comma":
        return not _may_part(tokens, at)
    return kind == "clause unmarked" and (joined_on.is_another_infinitive(left, right) or lent.share_by(left, right))


def _may_part(tokens: Tokens, at: int) -> bool:
    """Whether a bare comma may stand between clauses: behind one that leads in, or the first of three: "A left, B stayed and C wept"."""
    if tokens[0].lower in LEADS_IN:
        return not any(t.tag == "," and u.tag == "PRP" for t, u in pairwise(tokens[:at]))
    verb = main_verb(tokens[at + 1 :])
    near = verb is not None and verb <= LONGEST_OF_THREE and tokens[at + 1].tag in OPENS_SHORT
    listed = near and all(t.tag != "," for t in tokens[:at])
    return listed and any(_joint(tokens, i) in ENDING_LIST for i in range(at + 2, len(tokens) - 2))


def _joined(tokens: Tokens, at: int) -> str:
    """How close two clauses stand: with "and" alone, with a comma before it, with a comma alone."""
    if tokens[at].tag == ",":
        return "comma"
    return "apart" if tokens[at - 1].tag == "," or tokens[at].word in ";:—–" else "close"


def _points(right: Tokens) -> bool:
    """Whether "that" stands before its noun: "but that team stays"."""
    counted = len(right) > 2 and (right[1].word[0].isdigit() or (right[1].lower in NUMBERS and right[2].tag == "NNS"))
    if right[1].tag in OPENS_BEHIND_THAT or right[1].lower in SOMEBODY | SEVERAL | UNCOUNTED or counted:
        return False
    if right[1].lower == "demand" and right[2:3] != [] and right[2].lower not in ("is", "was"):
        return False
    bare = len(right) > 2 and right[1].tag == "NN" and (right[2].tag in FINITE or right[2].tag == "RB")
    return (right[0].tag == "DT" and right[1].tag != ",") or bare


def _joint(tokens: Tokens, at: int) -> str | None:
    """How the words on both sides of *at* may be joined, if a clause may begin behind it."""
    token, after = tokens[at], tokens[at + 1]
    if token.lower == "or":
        return None  # of two of which one is so nobody knows which
    if token.word in ";—–":
        return _mark(tokens, at)
    if token.word == ":" and _is_quoted_whole(tokens[at + 1 :]) and has_finite(tokens[:at]):
        return "semicolon"  # "could strengthen the case: “The key is …”"
    if (
        token.tag.startswith("CC")
        and after.lower == "that"
        and (after.tag == "IN" or tokens[at + 2].tag in OPENS_BEHIND_THAT or not _points(tokens[at + 1 :]))
    ):
        return "that"
    if token.tag == "CCc" or (token.lower in JOINS_CLAUSES and tokens[at - 1].tag == ","):
        return "clause"
    if after.tag not in OPENS_NOUN_PHRASE:
        return None
    if token.tag == ",":
        return None if _is_of_date(tokens, at) else "comma"
    return "clause unmarked" if token.lower in ("and", "but") and after.tag != "VBG" else None


def _mark(tokens: Tokens, at: int) -> str | None:
    """How a semicolon or a dash joins two clauses, if it does: in "Saffir–Simpson" none does."""
    token, after = tokens[at], tokens[at + 1]
    if token.word in "—–" and after.tag.startswith("CC") and tokens[at + 2].lower == "that":
        return "that"  # "has cost them trust—and that members paid for it"
    if token.start == tokens[at - 1].end and token.end == after.start:
        return None
    return "semicolon" if token.word == ";" else "dash"


def _is_of_date(tokens: Tokens, at: int) -> bool:
    """Whether a comma stands before the year of a date, or behind that of one that tells of a noun: "the Jan. 6, 2021, attack"."""
    if tokens[at - 1].tag == "CD" and YEAR.fullmatch(tokens[at + 1].word):
        return True
    dated = at > 4 and YEAR.fullmatch(tokens[at - 1].word) is not None and tokens[at - 2].tag == ","
    return dated and tokens[at - 5].tag == "DT"


def _is_quoted_whole(words: Tokens) -> bool:
    """Whether the words are one quotation and nothing beside it."""
    marks = [i for i, t in enumerate(words) if t.tag == "Q"]
    return len(marks) == len(("opening", "closing")) and marks[0] == 0 and marks[1] == len(words) - 1


def pieces(tokens: Tokens) -> Iterator[Split]:
    """Two clauses between which the article put words of its own: "… || …"."""
    for at in range(1, len(tokens)):
        if tokens[at - 1].start >= 0 and tokens[at].start - tokens[at - 1].end > 3:
            left, right = trimmed(tokens[:at]), trimmed(tokens[at:])
            verb, first = main_verb(right), main_verb(left)
            told = subject(right, verb) if verb and not _goes_on(tokens[at], right, verb) else []
            if first is not None and told and right[0].tag != "TO" and not sides.is_in_phrase(told):
                yield Split("piece", at, left, right)


def _goes_on(opens: Token, right: Tokens, verb: int) -> bool:
    """Whether the words behind the gap go on with what stands before it: "asked Orr, who | …, | *to drop* it", "a farm | …, | *and a boat, but sold* it"."""
    return opens.tag == "TO" or is_joined_on(right, verb)
