"""What somebody demands: that there should be such a thing, or that it should be done."""

from itertools import pairwise

from claims.extraction.standalone.cutting.cuts import Tokens, literal
from claims.extraction.standalone.tagging import Token

DEMANDED_DEEDS = frozenset("probe inquire intervene apologise apologize resign investigate reconsider".split())


def demanded(tokens: Tokens, *, clause: bool = True) -> Tokens:
    """What there should be, or what should be done: "demanded a vote", "that it be waived"."""
    bare = (
        i
        for i, t in enumerate(tokens)
        if i and tokens[i - 1].tag not in ("VB", "Q") and _is_demanded_deed(tokens[i - 1], t)
    )
    deed = next(bare, None)
    if deed is not None and not clause and tokens[deed - 1].tag in ("NN", "CD") and tokens[0].lower in ("a", "an"):
        deed = None  # "demanded a 7% *pay* rise"
    if deed is None and tokens[0].tag == "PRP$":
        return tokens  # "called for *their* safe passage": whose it is tells too little
    if deed is None:
        return [literal("there should be", "MD"), *tokens]
    if tokens[deed - 1].tag.startswith("CC") and any(
        a.tag == "TO" and b.tag == "VB" for a, b in pairwise(tokens[:deed])
    ):
        return [literal("there should be", "MD"), *tokens]  # "efforts to prevent it and *ensure* justice"
    if tokens[deed - 1].tag.startswith("CC"):
        deed = first_of_two(tokens, deed)
    deed -= tokens[deed - 1].lower == "not"
    return [*tokens[:deed], literal("should", "MD"), *tokens[deed:]]


def deed_of_agency(tokens: Tokens) -> int | None:
    """Where a verb stands behind a second name of its subject, which the window took for a noun: "that the agency, the CBI, *probe* a cover-up"."""
    found = (i for i, t in enumerate(tokens) if i > 1 and tokens[i - 1].tag == "," and t.lower in DEMANDED_DEEDS)
    at = next(found, None)
    return (
        at if at is not None and tokens[at + 1 : at + 2] != [] and tokens[at + 1].tag in ("DT", "PRP$", "IN") else None
    )


def _is_demanded_deed(before: Token, token: Token) -> bool:
    """Whether a verb stands there as it does behind "demanded that": "that a judge *inquire* into it"."""
    if token.tag == "VB":
        return before.tag not in ("TO", "MD")
    return token.lower in DEMANDED_DEEDS and before.tag in ("NN", ",") and token.tag in ("NN", "VBP")


def first_of_two(tokens: Tokens, second: int) -> int:
    """Where the deed stands that was taken for a noun before another: "asked that the town *pay* for it and tell them"."""
    nouns = (
        i
        for i in range(2, second - 1)
        if tokens[i].tag == "NN"
        and tokens[i - 1].tag in ("NN", "NNS", "NNP")
        and tokens[i + 1].tag in ("IN", "DT", "TO", "PRP$")
    )
    return next(nouns, second)
