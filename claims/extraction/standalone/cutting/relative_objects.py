"""Cuts of relative clauses that tell what somebody else did to a noun: "the union, *which it joined in 1973*"."""

from collections.abc import Iterator

from claims.extraction.standalone.clauses import main_verb, noun_phrase_before
from claims.extraction.standalone.cutting.cuts import Split, Tokens, inside_quotes, is_date, trimmed
from claims.extraction.standalone.cutting.no_relative import is_denied
from claims.extraction.standalone.tags import FINITE, NOUNS
from claims.extraction.standalone.whole_names import whole_name_at

OPENS_SUBJECT = frozenset(("PRP", "NNP", "DT", "NNS", "PRP$"))
IN_VERB = FINITE | frozenset(("VB", "VBN", "VBG", "RB", "RP", "TO"))
FEWEST_OF_CLAUSE = 3  # words


def objects(tokens: Tokens) -> Iterator[Split]:
    """What somebody else did to a noun: "the union, which it joined in 1973"."""
    inside = inside_quotes(tokens)
    for at in range(3, len(tokens) - FEWEST_OF_CLAUSE):
        if (
            tokens[at].lower not in ("which", "whom")
            or tokens[at - 1].tag != ","
            or tokens[at + 1].tag not in OPENS_SUBJECT
        ):
            continue
        head_at = whole_name_at(tokens, noun_phrase_before(tokens, at - 1, ()), at - 1)
        head, body = tokens[head_at : at - 1], tokens[at + 1 :]
        verb = main_verb(body)
        if tokens[at + 1].lower.endswith(("self", "selves")):
            continue  # "a firm which itself was sold" did nothing to itself
        if not head or verb is None or is_date(head) or inside[at] != inside[head_at] or is_denied(tokens[:at]):
            continue
        end = verb
        while end < len(body) and body[end].tag in IN_VERB:
            end += 1
        if _is_told_of_another(tokens, head_at, head):
            continue
        second = next(
            (i for i in range(end, len(body) - 1) if body[i].tag.startswith("CC") and body[i + 1].tag in FINITE), None
        )
        body = body[:second]  # "which Norsk accuses of it *and has banned*": the second verb lacks what it is done to
        gap = end < len(body) and body[end].tag in ("IN", "CD", ".", ",", "NNP")
        if gap and not any(t.tag == "," for t in body) and main_verb(tokens[:at]) is not None:
            yield Split("object " + tokens[at].lower, at, trimmed(tokens[: at - 1]), [*body[:end], *head, *body[end:]])


def _is_told_of_another(tokens: Tokens, head_at: int, head: Tokens) -> bool:
    """Whether "which" may be the object of what stands before its noun: "plans for his firm, which he will present"."""
    before = tokens[max(0, head_at - 3) : head_at]
    if len(before) > 2 and before[2].lower == "by" and before[1].tag == "VBN" and before[0].tag in NOUNS:
        return True  # "a deal brokered by Peru, which Chile left" is the deal
    bare = all(t.word.islower() for t in head)
    return bare and len(before) > 1 and before[-1].tag == "IN" and before[-2].tag in ("NN", "NNS")
