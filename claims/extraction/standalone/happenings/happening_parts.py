"""Who and what belongs to a happening, and what harm it did: "the driver" "of the bus that overturned in Velm"."""

from collections.abc import Sequence

from claims.extraction.lexicon.happenings import ABOARD, AIRCRAFT, CARED_FOR, HARMED, IN_IT, OF_IT, TOLD_BY
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.clauses import main_verb
from claims.extraction.standalone.happenings.lead import Lead
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import RELATIVES

# Behind the noun these tell which one is meant, or make the noun part of another.
NARROWING = frozenset("of in at on near off outside that which between against from by where to".split())
LONGER = frozenset(("NN", "NNS", "NNP", "POS", "CD", "VBN", "VBG", "WDT", ":"))
COUNTING = frozenset("of at least as many more than over about around".split())
LATER = frozenset(("later", "subsequently"))


def change(tokens: Sequence[Token], lead: Lead, called: str, where: str) -> Change | None:
    """The happening under that name and with that place, put behind what belongs to it."""
    verb = main_verb(tokens)
    if verb is None or any(t.tag in RELATIVES for t in tokens):
        return None
    for at, token in enumerate(tokens):
        if token.tag in ("NNP", "PRP", "PRP$", "Q"):
            return None  # what stands behind it may be somebody's own
        if token.start >= 0 and _is_bare(tokens, at):
            found = _vehicle(tokens, token, lead, where) or _part(token, lead, called, where, leads=at < verb)
            if found:
                return found
    last = tokens[-1] if tokens[-1].tag != "." else tokens[-2]
    aboard = lead.vehicle and last.start >= 0 and last.lower == "aboard"
    return Change(last.end, last.end, f" the {lead.vehicle}{where}") if aboard else None


def _part(token: Token, lead: Lead, called: str, where: str, *, leads: bool) -> Change | None:
    """Behind a person or a thing of it; persons only where the claim is about them."""
    words = None
    if token.lower in OF_IT:
        words = f" of the {called}{where}"
    elif token.lower in ABOARD and lead.vehicle and leads:
        words = f" of the {lead.vehicle}{where}"
    elif token.lower in IN_IT and leads:
        words = f" {'of' if token.lower.startswith('victim') else 'in'} the {called}{where}"
    return Change(token.end, token.end, words) if words else None


def _vehicle(tokens: Sequence[Token], token: Token, lead: Lead, where: str) -> Change | None:
    """In place of "the plane": the bomber, and where it crashed."""
    name, _, _ = (lead.vehicle or "").partition(" that ")
    head = name.split()[-1] if name else ""
    told = any(t.lower in TOLD_BY.get(lead.noun, ()) for t in tokens)
    if lead.vehicle is None or told or not (token.lower == head or {token.lower, head} <= AIRCRAFT):
        return None
    return Change(token.start, token.end, f"{lead.vehicle}{where}" if where else name)


def _is_bare(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun has "the" before it and nothing behind it that tells which one is meant."""
    start = at
    while start and tokens[start - 1].tag in ("JJ", "CD"):
        start -= 1
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    narrowed = after is not None and (after.tag in LONGER or after.lower in NARROWING)
    return bool(start) and tokens[start - 1].lower == "the" and not narrowed


def harm(tokens: Sequence[Token], it: str) -> Change | None:
    """The happening behind a claim that tells what harm it did, and of nothing else."""
    verb = main_verb(tokens)
    last = tokens[-1] if tokens[-1].tag != "." else tokens[-2]
    if verb is None or tokens[verb].tag not in ("VBD", "VBZ", "VBP") or last.start < 0:
        return None
    among = any(t.lower == "including" for t in tokens[:verb])  # "seven, including four children, died"
    if any(t.tag in RELATIVES or not _is_plain(t, among=among) for t in tokens):
        return None
    told = {t.lower for t in tokens[verb:]}
    if told & CARED_FOR or (told & HARMED and told & LATER):
        return Change(last.end, last.end, f" after the {it}")
    return Change(last.end, last.end, f" in the {it}") if told & HARMED else None


def _is_plain(token: Token, *, among: bool) -> bool:
    """Whether a word brings in no second clause and no place."""
    if token.lower in COUNTING or (among and token.tag == ","):
        return True
    return not (token.tag in (",", ":", "IN") or token.tag.startswith("CCc"))
