"""What stands between commas behind a subject and before its verb, where no joint parts two clauses: "the son of Bo Orr, 61, from Velm, *has left*"."""

from typing import NamedTuple

from claims.extraction.standalone.clauses import noun_phrase_before
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.tags import FINITE, IN_NOUN_PHRASE, NOUNS

OPENERS = frozenset("when while after before because although though if that as but and whereas until once".split())
IRREGULAR = frozenset("known made held kept built led seen born found".split())  # participles that may be read as pasts
BEHIND_PARTICIPLE = frozenset(("IN", "TO", "RB"))
OLDEST = 120  # years
NEAR = 4  # words from the closing comma to the verb, adverbs and all
KINDS = frozenset(("comma", "clause", "clause unmarked", "verb comma", "verb"))
OF_VERBS = frozenset(("verb comma", "verb"))


class Aside(NamedTuple):
    """The commas around it, and whether its subject is another than that of the sentence."""

    opened: int
    closed: int
    below: bool

    def tears(self, at: int, kind: str) -> bool:
        """Whether a cut at *at* parts the subject from its verb, or gives the verb of a subject below to that of the sentence."""
        if kind not in KINDS or at < self.opened:
            return False
        return at <= self.closed or (self.below and kind in OF_VERBS)


def before_verb(tokens: Tokens) -> list[Aside]:
    """Every aside between a subject and its verb."""
    commas = [i for i, t in enumerate(tokens) if t.tag == ","]
    found = []
    for close in commas[1:]:
        verb = next((i for i in range(close + 1, min(close + NEAR, len(tokens))) if tokens[i].tag != "RB"), None)
        if verb is None or tokens[verb].tag not in FINITE:
            continue
        for opened in (i for i in commas if i < close):
            start = _subject_before(tokens, opened) if _tells_more(tokens, opened, close) else None
            if start is not None:
                found.append(Aside(opened, close, below=start > 0))
                break
    return found


def _subject_before(tokens: Tokens, comma: int) -> int | None:
    """Where a subject begins that ends at *comma* without a verb of its own: at the front of the sentence or behind "when"."""
    if tokens[comma - 1].tag not in NOUNS:
        return None
    start = noun_phrase_before(tokens, comma, ("of", "for", "from", "in"))
    while start > 1 and (_is_participle(tokens, start - 1) or _is_participle(tokens, start - 2)):
        start = noun_phrase_before(tokens, start - 1 - (tokens[start - 1].tag == "IN"))  # "a panel *headed by* Lind"
    opens = start == 0 or tokens[start - 1].lower in OPENERS
    return start if opens and start < comma and tokens[start].tag in IN_NOUN_PHRASE else None


def _tells_more(tokens: Tokens, opened: int, close: int) -> bool:
    """Whether an age, an origin, a participle or another name opens the words, without a verb of their own."""
    first, second = tokens[opened + 1 : opened + 3]
    if first.tag.startswith("CC") and second.tag == "VBG":
        first = second  # "a panel led by Lind, *and comprising* two judges, ruled"
    age = first.tag == "CD" and second.tag == "," and first.word.isdigit() and int(first.word) < OLDEST
    told = age or first.tag in ("VBG", "VBN", "DT") or first.lower == "from" or _is_participle(tokens, opened + 1)
    return told and not any(tokens[i].tag in FINITE and not _is_participle(tokens, i) for i in range(opened, close))


def _is_participle(tokens: Tokens, at: int) -> bool:
    """Whether a word that may be a past is rather what was done: "*headed* by", "*known* for", "*believed* to be"."""
    word = tokens[at]
    form = word.tag == "VBN" or (word.tag == "VBD" and (word.lower.endswith("ed") or word.lower in IRREGULAR))
    return form and at + 1 < len(tokens) and tokens[at + 1].tag in BEHIND_PARTICIPLE
