"""Cuts between equals with a verb each: clauses and verb phrases that a sentence puts side by side."""

from collections.abc import Iterator
from itertools import pairwise

from claims.extraction.lexicon.function_words import PREPOSITIONS
from claims.extraction.standalone.clauses import (
    FINITE,
    OPENS_NOUN_PHRASE,
    SUBORDINATORS,
    YEAR,
    has_finite,
    main_verb,
    subject,
)
from claims.extraction.standalone.cutting import dated, joined_on, lent, shared, sides
from claims.extraction.standalone.cutting.cuts import Split, Tokens, date_lead, inside_quotes, trimmed
from claims.extraction.standalone.cutting.joined_on import AUXILIARIES
from claims.extraction.standalone.frames.told import agrees
from claims.extraction.standalone.tagging import Token

JOINS_CLAUSES = frozenset("and but while whereas although though so yet".split())
IN_SHORT_PHRASE = frozenset(("CD", "NN", "NNP", "DT", "JJ", ","))
LISTING = frozenset(("including", "such"))  # open a list of nouns
OPENS_CLAUSE = frozenset("because whether if although that".split())  # always with a verb of its own
OPENS_BEHIND_THAT = frozenset(("CD", "PRP", "NNS", "NNP", "DT", "EX"))  # "that" points at none of these
SOMEBODY = frozenset(
    "nobody nothing everybody everyone everything somebody someone something anybody anyone neither none".split()
)
NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve".split())
JOINTS_OF_VERBS = frozenset(("CCv", "CCc", "CCo", ","))
CALLED = frozenset("called known dubbed named nicknamed termed spelled".split())
VERBS = FINITE | frozenset(("VB", "VBN", "VBG"))
TURNING = frozenset("nowhere never nor neither only rarely seldom hardly".split())  # with the verb before its subject


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
            _stands_alone(tokens, verb, at, owner)
            or _share_an_object(tokens, at)
            or _share_a_doer(tokens, verb, at)
            or (follows and _is_another_form(tokens, verb, follows))
            or joined_on.goes_on_doing(tokens, verb, at)
            or joined_on.says_what_it_is(tokens, verb)
            or joined_on.is_second_infinitive(tokens, verb, at)
            or sides.echoes(right)
            or (follows and not agrees(owner, follows))
        ):
            continue
        lower = kind is not None and _is_of_lower_clause(tokens[verb + 1 : at], kind)
        lower = lower or joined_on.lacks_base(borrowed, follows)
        if kind and right and borrowed is not None and not lower:
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


def _has_own_subject(between: Tokens) -> bool:
    """Whether a noun behind "and" waits for the verb: "told them of it and the clerk, a man from Velm, gave …"."""
    joint = max((i for i, t in enumerate(between) if t.tag.startswith("CC") and t.lower == "and"), default=None)
    if joint is None or joint + 1 >= len(between) or has_finite(between[joint:]):
        return False
    return between[joint + 1].tag in OPENS_NOUN_PHRASE and any(t.tag == "," for t in between[joint:])


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


def _is_of_lower_clause(between: Tokens, kind: str) -> bool:
    """Whether a clause that hangs on the first verb still waits for its own: "after one of them, aged 17, escaped"."""
    if kind == "verb" and _goes_on_below(between):
        return True
    if kind == "verb comma" and lent.waits_behind_relative(between):
        return True
    openers = OPENS_CLAUSE | lent.OPENS_EITHER | {"as"} if kind == "verb comma" else OPENS_CLAUSE
    opened = [i for i, t in enumerate(between) if t.lower in openers or t.tag in ("WDT", "WP")]
    if not opened:
        return False
    clause = between[opened[-1] :]
    if kind == "verb" and clause[0].lower == "which" and clause[1].tag in ("NNP", "NNS", "DT", "PRP"):
        return True  # "the movement, which Norsk accuses of it and *has banned*"
    if (
        kind == "verb"
        and clause[0].lower in ("that", "who")
        and clause[0].tag in ("WDT", "WP")
        and not any(t.tag == "," for t in clause)
    ):
        return True  # "a trial that lasted two days and was closed": both verbs may be the trial's
    return not has_finite(clause) or _waits_for_another(clause)


def _goes_on_below(between: Tokens) -> bool:
    """Whether the second verb may be of the clause before it: "were sent home after a fire leapt the road *and began*"."""
    opened = max(
        (i for i, t in enumerate(between) if t.lower in lent.OPENS_EITHER | {"as"} and t.tag in ("IN", "WRB")),
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
        if behind is not None and behind > at + 1 and tokens[behind].tag in ("VBD", "VBZ", "VBP"):
            return tokens[behind]
    return tokens[at]


def _is_done(tokens: Tokens, at: int, follows: Token) -> bool:
    """Whether a form in -ed without an object tells what is done: "crimes, *often carried out* for ransom"."""
    behind = next((i for i in range(at, len(tokens) - 1) if tokens[i] is follows), at) + 1
    return follows.lower.endswith("ed") and tokens[behind].tag in ("IN", "RP", "TO")


def _verb_joint(tokens: Tokens, verb: int, at: int, follows: Token) -> str | None:
    """How a second verb phrase is joined on at *at*, if one is."""
    joint = tokens[at]
    if joint.tag in ("CCv", "CCc") or (joint.tag == "CCo" and follows.tag in FINITE):
        return "verb"
    another = tokens[at + 1].tag == "IN" or _has_own_subject(tokens[verb:at])
    if (
        joint.tag == ","
        and tokens[at + 1].lower
        in ("also", "sometimes", "often", "commonly", "usually", "mostly", "reportedly", "allegedly")
        and (follows.lower in CALLED or _is_done(tokens, at, follows))
    ):
        return None  # "a rise in phytoplankton, *also called* green algae"
    return "verb comma" if joint.tag == "," and follows.tag in ("VBD", "VBZ") and not another else None
