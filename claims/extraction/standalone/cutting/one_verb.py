"""Cuts of what one verb has two of: two phrases under one preposition, two objects, two complements."""

from collections.abc import Iterator

from claims.extraction.standalone.clauses import main_verb, subject
from claims.extraction.standalone.cutting.cuts import Split, Tokens, trimmed
from claims.extraction.standalone.cutting.joined_on import AUXILIARIES
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE, RELATIVES

OPENS_OBJECT = frozenset(("DT", "CD", "NNS", "NNP"))
BEING = frozenset("be been is are was were being become became remain remained".split())
PASTS = frozenset(("won", "lost", "beat", "drew"))  # "was 13 points behind and very nearly *won*"
OF_ALL = frozenset(("both", "all", "each", "neither", "none", "most", "some"))
PAIRING = frozenset(("both", "between", "either"))  # wait for the noun behind "and"


def prepositions(tokens: Tokens) -> Iterator[Split]:
    """One verb with two phrases under the same preposition: "to A on Monday, and to B on Friday"."""
    verb = main_verb(tokens)
    if verb is None:
        return
    for at in range(verb + 2, len(tokens) - 2):
        if tokens[at].tag != "CCo" or tokens[at].lower == "or" or _tells_of_both(tokens[at:]):
            continue
        second = at + 1 + (tokens[at + 1].tag == "RB")
        if tokens[second].tag not in ("IN", "TO") or tokens[at + 1].lower == "not":
            continue  # "by Congress and *not* by judges"
        first = next((i for i in range(at - 1, verb, -1) if tokens[i].lower == tokens[second].lower), None)
        if first is not None:
            end = at - 2 if [t.lower for t in tokens[at - 2 : at]] == ["as", "well"] else at
            yield Split("prepositions", at, trimmed(tokens[:end]), trimmed([*tokens[:first], *tokens[second:]]))


def objects(tokens: Tokens) -> Iterator[Split]:
    """One verb with two objects that the sentence sets apart: "took a degree in Lima, as well as a prize"."""
    verb = main_verb(tokens)
    owner = subject(tokens, verb) if verb is not None else []
    start = verb + 1 if verb is not None else 0
    if verb is None or not owner:
        return
    while start < len(tokens) and (tokens[start].tag in ("VBN", "VB", "RB") or tokens[start].lower in AUXILIARIES):
        start += 1
    if start >= len(tokens) or tokens[start].tag not in OPENS_OBJECT or tokens[start - 1].lower in BEING:
        return
    for at in range(start + 2, len(tokens) - 2):
        second = _second_object(tokens, start, at)
        if second is None or any(t.tag in RELATIVES or t.tag in FINITE for t in tokens[start:]):
            continue
        if tokens[second].tag in OPENS_OBJECT and not any(t.lower in PAIRING for t in tokens[start:at]):
            yield Split("objects", at, trimmed(tokens[:at]), [*tokens[:start], *tokens[second:]])


def _tells_of_both(behind: Tokens) -> bool:
    """Whether what follows is said of both together: "in Velm and in Orla, *both of which* flooded", "… respectively"."""
    low = [t.lower for t in behind]
    return any(
        a in OF_ALL and b == "of" and c in ("which", "whom") for a, b, c in zip(low, low[1:], low[2:], strict=False)
    ) or ("respectively" in low)


def _second_object(tokens: Tokens, start: int, at: int) -> int | None:
    """Where a second object begins whose joint stands at *at*: "as well as", ", and the"."""
    if [t.lower for t in tokens[at : at + 3]] == ["as", "well", "as"] and at + 3 < len(tokens):
        apart = tokens[at - 1].tag == ","
        return at + 3 if apart or not _is_ambiguous(tokens[start:at]) else None
    joined = tokens[at].tag == "," and tokens[at + 1].lower == "and" and tokens[at + 2].tag == "DT"
    earlier = any(t.tag == "," for t in tokens[:at])
    return at + 2 if joined and not earlier and not _is_ambiguous(tokens[start:at]) else None


def _is_ambiguous(first: Tokens) -> bool:
    """Whether the second noun may stand beside one inside the first object: "talks with a mayor as well as a clerk"."""
    return any(t.tag == "TO" or (t.tag == "IN" and t.lower not in ("of", "from")) for t in first)


def complements(tokens: Tokens) -> Iterator[Split]:
    """One "is" with two complements: "is 20 years old and from Bergen"."""
    verb = main_verb(tokens)
    if verb is None or tokens[verb].lower not in ("is", "are", "was", "were"):
        return
    owner = subject(tokens, verb)
    if any(t.tag == "EX" for t in tokens[:verb]):
        return  # "there were 409 here and in Velm 444": another place has others, and not what there were
    begin = next((i for i in range(verb + 1, len(tokens)) if tokens[i].tag != "RB"), verb)
    if not owner or tokens[begin].tag in ("VBN", "VBG", *FINITE):
        return
    for at in range(verb + 2, len(tokens) - 2):
        if (
            tokens[at].tag == "CCo"
            and tokens[at].lower in ("and", "but")
            and (tokens[at + 1].tag in ("IN", "DT", "VBN", "RB") or tokens[at - 1].tag == tokens[at + 1].tag == "Q")
            and not main_verb(tokens, at + 1)
            and _may_be_another(tokens[verb : at + 2], tokens[begin])
            and not _are_adverbs(tokens, at)
            and not _tells_of_both(tokens[at:])
            and not _is_of_noun_beside(tokens[begin : at + 2])
            and PASTS.isdisjoint(t.lower for t in tokens[at + 1 : at + 4] if t.tag in ("NN", "RB"))
        ):
            second = [*_owner_of_both(tokens[begin:at], tokens[at + 1]), *trimmed(tokens[at + 1 :])]
            yield Split("complements", at, trimmed(tokens[:at]), [*owner, tokens[verb], *second])


def _are_adverbs(tokens: Tokens, at: int) -> bool:
    """Whether a joint stands between two adverbs of one verb: "is knowingly *and* repeatedly breaking the rule"."""
    return tokens[at - 1].lower.endswith("ly") and tokens[at + 1].lower.endswith("ly") and tokens[at + 2].tag == "VBG"


def _is_of_noun_beside(between: Tokens) -> bool:
    """Whether the second phrase is another of a noun set off by a comma: "were ill in May, a rise *of* 40 on April and *of* 9% on the year"."""
    comma = max((i for i, t in enumerate(between[:-2]) if t.tag == ","), default=None)
    return (
        comma is not None and between[-1].tag == "IN" and any(t.lower == between[-1].lower for t in between[comma:-2])
    )


def _owner_of_both(first: Tokens, second: Token) -> Tokens:
    """Whose the second is, where it is the most of its kind: "is *Africa's* biggest economy and most populous country"."""
    at = next((i for i, t in enumerate(first) if t.tag == "POS"), None)
    superlative = second.lower in ("most", "least") or (second.tag == "JJ" and second.lower.endswith("est"))
    return first[: at + 1] if at is not None and superlative else []


def _may_be_another(between: Tokens, begins: Token) -> bool:
    """Whether what stands behind "and" is said of the subject, and not the second noun of what stands before it."""
    verb, second = between[0], between[-1]
    if any(t.lower in PAIRING or t.tag in ("VBG", "WDT", "WP") for t in between):
        return False
    if second.tag == "DT" and (begins.tag in ("IN", "RB", "JJ") or second.lower == "the" != begins.lower):
        return False  # "were in two guests and the cook", "is able to get a pass and a car", "is a threat to birds and the forest"
    return not (verb.lower in ("are", "were") and second.lower in ("a", "an"))  # "they were two Poles and a Dane"
