"""Cuts between clauses that a sentence puts side by side."""

from collections.abc import Iterator

from claims.extraction.standalone.clauses import FINITE, OPENS_NOUN_PHRASE, YEAR, has_finite, main_verb, subject
from claims.extraction.standalone.cutting import dated, joined_on, lent, sides
from claims.extraction.standalone.cutting.cuts import Split, Tokens, date_lead, trimmed

JOINS_CLAUSES = frozenset("and but while whereas although though so yet".split())
OPENS_BEHIND_THAT = frozenset(("CD", "PRP", "NNS", "NNP", "DT", "EX"))  # "that" points at none of these
SOMEBODY = frozenset(
    "nobody nothing everybody everyone everything somebody someone something anybody anyone neither none".split()
)
NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve".split())


def clauses(tokens: Tokens) -> Iterator[Split]:
    """Two whole clauses side by side; a semicolon parts more than any word."""
    for at in sorted(range(1, len(tokens) - 2), key=lambda at: tokens[at].word != ";"):
        kind = _joint(tokens, at)
        if kind is None:
            continue
        left, right = trimmed(tokens[:at]), trimmed(tokens[at + 1 :])
        if tokens[at].word == ":":
            right = right[1:-1]  # a quotation that stands alone needs no marks
        unequal = _are_on_one_condition(left, right) or (
            kind == "clause unmarked" and joined_on.is_another_infinitive(left, right)
        )
        if unequal or (kind == "clause unmarked" and lent.share_by(left, right)):
            continue
        if right and right[0].lower == "that" and tokens[at].tag.startswith("CC") and not _points(right):
            right = trimmed(right[1:])  # "… and that three officers had been hurt"
        verb, first = main_verb(right), main_verb(left)
        if not verb or first is None or not sides.right_stands(kind, right, verb):
            continue
        if not sides.left_stands(kind, left, first, right):
            continue
        apart = (
            kind in ("semicolon", "dash") or right[0].tag in ("IN", "RB") or dated.is_of_other_time(left[first], right)
        )
        lead = [] if apart else date_lead(left, first) or dated.leading(left)
        yield Split(kind, at, left, [*lead, *lent.with_auxiliary(left, first, right, verb)])


def _are_on_one_condition(left: Tokens, right: Tokens) -> bool:
    """Whether what stands behind the joint would only be so on the condition before it: "would close if …, and 300 would go"."""
    supposed = any(t.lower in ("if", "unless") for t in left)
    verb = main_verb(right)
    return supposed and verb is not None and right[verb].lower in ("would", "could", "might", "may")


def _points(right: Tokens) -> bool:
    """Whether "that" stands before its noun: "but that team stays"."""
    counted = len(right) > 2 and (right[1].word[0].isdigit() or (right[1].lower in NUMBERS and right[2].tag == "NNS"))
    if right[1].tag in OPENS_BEHIND_THAT or right[1].lower in SOMEBODY or counted:
        return False
    bare = len(right) > 2 and right[1].tag == "NN" and (right[2].tag in FINITE or right[2].tag == "RB")
    return (right[0].tag == "DT" and right[1].tag != ",") or bare


def _joint(tokens: Tokens, at: int) -> str | None:
    """How the words on both sides of *at* may be joined, if a clause may begin behind it."""
    token, after = tokens[at], tokens[at + 1]
    if token.word in ";—–":
        if token.start == tokens[at - 1].end and token.end == after.start:
            return None  # "Saffir–Simpson"
        return "semicolon" if token.word == ";" else "dash"
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
            told = subject(right, verb) if verb else []
            if first is not None and told and not sides.is_in_phrase(told):
                yield Split("piece", at, left, right)
