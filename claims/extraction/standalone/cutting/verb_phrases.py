"""Cuts between two verb phrases of one subject: "was stopped *and held*"."""

from collections.abc import Iterator
from itertools import pairwise

from claims.extraction.lexicon.function_words import PREPOSITIONS
from claims.extraction.standalone.clauses import SOMEBODY, SUBORDINATORS, has_finite, main_verb, subject
from claims.extraction.standalone.cutting import dated, joined_on, lent, listed, shared, sides
from claims.extraction.standalone.cutting.cuts import Split, Tokens, date_lead, inside_quotes, trimmed
from claims.extraction.standalone.cutting.joined_on import AUXILIARIES
from claims.extraction.standalone.frames.told import agrees
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE, OPENS_NOUN_PHRASE, VERBS

IN_SHORT_PHRASE = frozenset(("CD", "NN", "NNP", "DT", "JJ", ","))
OPENS_BELOW = lent.OPENS_EITHER | {"as"}
LISTING = frozenset(("including", "such"))  # open a list of nouns
OPENS_CLAUSE = frozenset("because whether if although that".split())  # always with a verb of its own
JOINTS_OF_VERBS = frozenset(("CCv", "CCc", "CCo", ","))
TURNING = frozenset("nowhere never nor neither only rarely seldom hardly".split())  # with the verb before its subject


def verb_phrases(tokens: Tokens) -> Iterator[Split]:
    """One subject with two verb phrases."""
    verb = main_verb(tokens)
    if verb is None:
        return
    owner = subject(tokens, verb)
    if not owner or owner[-1].tag == "EX" or shared.is_place(owner):
        return  # "there is a receipt, made out to Lind": "there" makes nothing out
    owner = [*owner, *_name_beside(tokens, owner, verb)]
    lead = date_lead(tokens, verb) or dated.leading(tokens)
    quoted = inside_quotes(tokens)
    for at in (at for at in range(verb + 1, len(tokens) - 2) if tokens[at].tag in JOINTS_OF_VERBS):
        if tokens[at].tag == "," and any(t.lower in LISTING for t in tokens[verb:at]):
            continue  # "rights including a pension, paid leave and …"
        if any(t.word in ";:" for t in tokens[verb:at]) or (quoted[at] and _is_in_quoted_phrase(tokens, quoted, at)):
            continue  # what stands behind a colon has a subject of its own, and a quoted phrase is one
        follows = _after_adverbs(tokens, at + 1)
        kind = _verb_joint(tokens, verb, at, follows) if follows else None
        follows = shared.in_passive(tokens, verb, at, follows) if kind and follows else follows
        borrowed = shared.of_second(tokens, verb, at, follows) if kind and follows else None
        right = trimmed(tokens[at + 1 :])
        if (
            kind is None
            or listed.comma_of_verbs(tokens, verb, at) is not None
            or _stands_alone(tokens, verb, at, owner)
            or _share_an_object(tokens, at)
            or _share_a_doer(tokens, verb, at)
            or (follows and _is_another_form(tokens, verb, follows))
            or (follows and shared.lacks_object(tokens, follows))
            or joined_on.goes_on_doing(tokens, verb, at)
            or joined_on.says_what_it_is(tokens, verb)
            or joined_on.are_not_both(tokens, verb, at)
            or joined_on.is_second_infinitive(tokens, verb, at)
            or sides.echoes(right)
            or (follows and not agrees(owner, follows))
        ):
            continue
        lower = _is_of_lower_clause(tokens[verb + 1 : at])
        lower = lower or joined_on.lacks_base(borrowed, follows)
        if right and borrowed is not None and not lower:
            apart = dated.is_of_other_time(tokens[verb], [*borrowed, *right])
            yield Split(kind, at, trimmed(tokens[:at]), [*([] if apart else lead), *owner, *borrowed, *right])


def _is_in_quoted_phrase(tokens: Tokens, quoted: list[bool], at: int) -> bool:
    """Whether a joint stands in a quotation without a verb before it: "convicted of “doing acts intending *and* intended to hurt”"."""
    opened = next(i for i in range(at, -1, -1) if not i or not quoted[i - 1])
    return opened > 0 and tokens[at + 1].tag in ("VBN", "VBG") and not has_finite(tokens[opened:at])


def _stands_alone(tokens: Tokens, verb: int, at: int, owner: Tokens) -> bool:
    """Whether what stands behind the joint, or the verb before it, has another subject than the *owner*."""
    return _is_turned_round(trimmed(tokens[at + 1 :])) or _is_beside_subject(tokens, verb, owner)


def _is_turned_round(right: Tokens) -> bool:
    """Whether a subject of its own stands behind the verb: "and nowhere *did the swing* exceed it"."""
    denied = len(right) > 3 and right[0].lower in TURNING and right[1].lower in AUXILIARIES | {"did", "does", "do"}
    return denied and right[2].tag in OPENS_NOUN_PHRASE


def _is_beside_subject(tokens: Tokens, verb: int, owner: Tokens) -> bool:
    """Whether the verb read as the main one is a participle between commas: "the old village, *drowned* in 1936, has come back"."""
    comma = tokens[verb - 1].tag == "," and tokens[verb].tag == "VBD" and verb > 1 and tokens[verb - 2] is owner[-1]
    if lent.is_in_apposition(tokens, verb, owner):
        return True
    told = (
        tokens[verb - 1].tag == "PRP" and tokens[verb - 1] is not owner[-1]
    )  # "Melin, the port he *was* elected to run, has been"
    return told or (comma and any(t.tag == "," for t in tokens[verb + 1 :]))


def _name_beside(tokens: Tokens, owner: Tokens, verb: int) -> Tokens:
    """The name that stands between commas behind a description: "Its leader, *Ann Lind*, was stopped and held"."""
    at = next((i for i, t in enumerate(tokens) if t is owner[-1]), verb) + 1
    name = tokens[at + 1 : verb - 1]
    closed = at < verb and tokens[at].tag == tokens[verb - 1].tag == ","
    named = closed and len(name) > 0 and all(t.tag == "NNP" for t in name) and owner[-1].tag in ("NN", "NNS")
    return tokens[at:verb] if named else []


def _share_an_object(tokens: Tokens, at: int) -> bool:
    """Whether two verbs stand side by side before what both are done to: "have beaten and robbed hundreds of migrants"."""
    first, second, behind = tokens[at - 1 - (tokens[at - 1].tag == ",")], tokens[at + 1], tokens[at + 2]
    if first.tag == "VBN" and second.tag in ("VBN", "VBD") and tokens[at - 2].tag == "NNS" and behind.tag == "IN":
        return True  # "with six people *arrested and accused* of arson": both tell of them
    if first.lower in ("to", "by", "with") and tokens[at - 2].tag in ("VBN", "JJ"):
        return True  # "were not connected *to* or impacted by the fire"
    if first.tag == second.tag == "VBN" and behind.lower == "by":
        return True  # "is owned and run by a firm"
    return first.tag in VERBS and second.tag in VERBS and behind.tag in OPENS_NOUN_PHRASE


def _share_a_doer(tokens: Tokens, verb: int, at: int) -> bool:
    """Whether two participles behind one "are" have one doer: "are mapped, funded *and* carried out *by* guilds"."""
    done = tokens[at - 1].tag in ("VBN", "VBD") and tokens[at + 1].tag in ("VBN", "VBD")
    return done and tokens[verb].lower in AUXILIARIES and any(t.lower == "by" for t in tokens[at + 2 : at + 4])


def _is_another_form(tokens: Tokens, verb: int, follows: Token) -> bool:
    """Whether a participle in -ing cannot go on with an "is" that has none: "is hard after a lost title *and having* to play"."""
    being = tokens[verb].lower in ("is", "are", "was", "were", "'s", "’s", "'re", "’re")
    return being and follows.tag == "VBG" and all(t.tag != "VBG" for t in tokens[verb + 1 : verb + 4])


def _is_of_lower_clause(between: Tokens) -> bool:
    """Whether a clause that hangs on the first verb still waits for its own: "after one of them, aged 17, escaped"."""
    if _goes_on_below(between):
        return True
    opened = [i for i, t in enumerate(between) if t.lower in OPENS_CLAUSE or t.tag in ("WDT", "WP")]
    if not opened:
        return False
    clause = between[opened[-1] :]
    if clause[0].lower == "which" and clause[1].tag in ("NNP", "NNS", "DT", "PRP"):
        return True  # "the movement, which Norsk accuses of it and *has banned*"
    if clause[0].lower in ("that", "who") and clause[0].tag in ("WDT", "WP") and not any(t.tag == "," for t in clause):
        return True  # "a trial that lasted two days and was closed": both verbs may be the trial's
    return not has_finite(clause) or _waits_for_another(clause)


def _goes_on_below(between: Tokens) -> bool:
    """Whether the second verb may be of the clause before it: "were sent home after a fire leapt the road *and began*"."""
    opened = max(
        (i for i, t in enumerate(between) if t.lower in OPENS_BELOW and t.tag in ("IN", "WRB")),
        default=None,
    )
    if opened is None or between[-1].tag == ",":
        return False
    clause = between[opened:]
    told = has_finite(clause) or any(
        t.tag in ("VBN", "NN") and u.tag == "DT" for t, u in pairwise(clause)
    )  # "leapt the road"
    return told and not any(t.tag == "," for t in clause)


def _waits_for_another(clause: Tokens) -> bool:
    """Whether a clause with "that had infected" may go on with another participle: "and killed"."""
    perfect = len(clause) > 2 and clause[1].lower in ("had", "has", "have", "was", "were")
    return perfect and clause[0].tag in ("WDT", "WP")


def _after_adverbs(tokens: Tokens, at: int) -> Token | None:
    """The word behind adverbs, or behind a short phrase that stands before a verb: "and in 2015 sold"."""
    while at < len(tokens) and tokens[at].tag == "RB":
        at += 1
    if at >= len(tokens):
        return None
    if tokens[at].lower in PREPOSITIONS and tokens[at].tag == "IN" and tokens[at].lower not in SUBORDINATORS:
        behind = next(
            (i for i in range(at + 1, min(at + 5, len(tokens))) if tokens[i].tag not in IN_SHORT_PHRASE), None
        )
        own = behind is not None and tokens[behind - 1].lower in SOMEBODY  # "and by noon *somebody* had torn it down"
        if behind is not None and behind > at + 1 and tokens[behind].tag in ("VBD", "VBZ", "VBP") and not own:
            return tokens[behind]
    return tokens[at]


def _verb_joint(tokens: Tokens, verb: int, at: int, follows: Token) -> str | None:
    """How a second verb phrase is joined on at *at*, if one is; of two of which one is so ("or") nobody knows which."""
    joint = tokens[at]
    if joint.tag == ",":
        return "verb" if listed.opens_verbs(tokens, verb, at, follows) else None
    joined = joint.tag in ("CCv", "CCc") or (joint.tag == "CCo" and follows.tag in FINITE)
    return "verb" if joined and joint.lower != "or" else None
