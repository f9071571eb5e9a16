"""Contents that their source tore from the noun of a relative clause: "the bridge, *which* | the mayor said | *was closed*"."""

from claims.extraction.lexicon.frames import HEARSAY
from claims.extraction.standalone.clauses import has_finite, main_verb, noun_phrase_before
from claims.extraction.standalone.cutting.cuts import Tokens, is_date
from claims.extraction.standalone.cutting.no_relative import is_of_clause
from claims.extraction.standalone.cutting.relative_heads import Heads, hangs_on_noun
from claims.extraction.standalone.frames.told import agrees
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE
from claims.extraction.types import Statement

TORN = 9  # words between "which" and its verb, where somebody is said to say it
AUXILIARIES = frozenset(("had", "has", "have", "was", "were"))
STRETCHES = frozenset("years months weeks days hours year period quarter".split())


def with_head(head: Tokens, tokens: Tokens) -> Tokens:
    """A clause that begins with "which", with what that stands for: before its verb, or behind it where somebody else did it."""
    verb = main_verb(tokens[1:])
    if not verb or tokens[1].tag not in ("PRP", "NNP", "DT", "PRP$", "NNS"):
        return [*head, *tokens[1:]]
    end = verb + 2 + (tokens[verb + 2 : verb + 3] != [] and tokens[verb + 2].tag == "VBN")
    return [*tokens[1:end], *head, *tokens[end:]]


def told_of(before: Tokens, tokens: Tokens) -> Tokens:
    """What a clause that begins with "which" or "who" tells of; none where that is not clear."""
    start = noun_phrase_before(before, len(before))
    head, body = before[start:], tokens[1:]
    if not head or tokens[0].lower == "who":
        return head
    if is_date(head):
        return []  # "the Act, *1994*, which"
    if is_of_clause(tokens, 0) or hangs_on_noun(before, start, head, body):
        return []
    return Heads(before, len(before), body).fitting(start) or []


def relative_before(whole: Tokens, at: int, statement: Statement) -> int | None:
    """Where the "which" stands whose verb is told of by somebody: "…, which | the mayor said | was closed"."""
    said = {span.start for span in statement.source} if statement.cue else set()
    for back in range(at - 1, max(0, at - TORN), -1):
        if whole[back].tag in ("WDT", "WP") and whole[back].lower in ("which", "who", "that"):
            if whole[back + 1].tag in FINITE and back + 1 < at:
                return None  # "Lind, a rancher who *runs* for office, | stood": the clause has its verb
            if whole[back + 1].lower in HEARSAY and back + 2 == at:
                return back  # "held a man who *allegedly* | threw it"
            between = [t for t in whole[back + 1 : at] if t.tag in FINITE]
            return back if len(between) == 1 or whole[back + 1].start in said else None
    return None


def behind_clause(tokens: Tokens, whole: Tokens, at: int) -> Tokens:
    """The words with the noun whose clause between commas ends right before a verb: "…, and *Orr*, who was said to be bored, | can get to work"."""
    if not at or tokens[0].tag not in FINITE or whole[at - 1].tag != ",":
        return []
    who = next((i for i in range(at - 2, 0, -1) if whole[i].lower in ("who", "which") or whole[i].tag == ","), 0)
    if whole[who].tag not in ("WP", "WDT") or whole[who - 1].tag != "," or not has_finite(whole[who + 1 : at - 1]):
        return []
    head = antecedent(whole, who, tokens[0])
    return [*head, *tokens] if head and all(t.tag == "NNP" for t in head) else []


def perfect_before(whole: Tokens, at: int) -> Tokens:
    """The noun and the auxiliary of a participle that its source tore from them: "the outbreak that had, by reports, | infected"."""
    for back in range(at - 1, max(0, at - TORN), -1):
        if whole[back].tag in ("WDT", "WP"):
            aux = whole[back + 1]
            torn = aux.lower in AUXILIARIES and back + 2 < at and not any(t.tag in FINITE for t in whole[back + 2 : at])
            head = antecedent(whole, back, aux) if torn else []
            return [*head, aux] if head else []
    return []


def antecedent(whole: Tokens, relative: int, verb: Token) -> Tokens:
    """The noun phrase that "which" goes back to; none where its number does not fit the verb, for then it is no noun at all."""
    end = relative - (whole[relative - 1].tag in (",", ":"))
    head = whole[noun_phrase_before(whole, end) : end]
    if not head or head[-1].tag not in ("NN", "NNS", "NNP") or head[-1].lower in STRETCHES:
        return []  # nor a stretch of time: "a rise over *three years*, which it says would cost"
    return head if agrees(head, verb) else []
