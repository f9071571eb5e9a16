"""Cuts between figures under one verb: "10 million cases and 140 thousand deaths" are two claims."""

from collections.abc import Iterator
from itertools import pairwise

from claims.extraction.lexicon.calendar import MONTHS
from claims.extraction.standalone.clauses import has_finite, lead_end, main_verb, subject
from claims.extraction.standalone.cutting.cuts import Split, Tokens, literal, trimmed
from claims.extraction.standalone.cutting.described import AGO
from claims.extraction.standalone.tags import CLAUSE_ENDS, FINITE, NOUNS

ABOUT = frozenset("at about around over than more nearly almost".split())
SINGULAR = {"have": "has", "are": "is", "were": "was"}
CLOCK = frozenset(("a.m.", "p.m.", "a.m", "p.m", "am", "pm"))
COMPARING = frozenset("up down compared against versus".split())
OWNING = ("DT", "PRP$")  # what may stand before the figures of a list: "his 2014 and 2016 runs", "his three runs"
PAIRING = frozenset(("between", "both", "either"))  # "between five and 17 months" is one span
# "Two hours and 40 minutes" are one stretch of time, "six feet and two inches" one height.
MEASURES = frozenset(
    "hour hours minute minutes second seconds day days week weeks month months year years foot feet inch inches pound pounds"
    " ounce ounces stone mile miles yard yards metre metres meter meters centimetre centimetres dollar dollars cent cents".split()
)
ROUND = frozenset("dozens hundreds thousands scores".split())
ROUND_ONE = frozenset("dozen hundred thousand million billion".split())
NUMBERED = frozenset(
    "sections articles paragraphs chapters rules pages highways routes interstates rooms flights".split()
)
REST = frozenset("remaining rest remainder balance".split())
UNITS = frozenset("percent per % points degrees".split())
FAR = 8  # words back that a figure may begin


def figures(tokens: Tokens) -> Iterator[Split]:
    """Several figures under one verb: "10 million cases, 140 thousand deaths and …"."""
    if main_verb(tokens) is None or any(t.lower == "respectively" for t in tokens):
        return  # "got 15 and 20 days, *respectively*": neither got both
    for at in range(1, len(tokens) - 2):
        if not _may_part(tokens, at):
            continue
        second = _figure_at(tokens, at + 1)
        start = _figure_start(tokens, at - (tokens[at - 1].tag == ","))
        if second is None or start is None or not _are_alike(tokens, start, at, second) or _is_in_title(tokens, at):
            continue
        if (tokens[at].tag == "," and _leads_in(tokens, start, at)) or _is_share(tokens, at + 1):
            continue
        end = _figures_end(tokens, second)
        if has_finite(tokens[:start]) and end < len(tokens) and tokens[end].tag in FINITE:
            continue  # "12 deaths so the total is": the second figure runs into a clause
        if tokens[start - 1].tag in OWNING and tokens[at + 1].tag in OWNING:
            start -= 1
        left = trimmed([*trimmed(tokens[:at]), *_shared_end(tokens, start, at, second, end)])
        yield Split("figures", at, _agreeing(left), _agreeing(trimmed([*tokens[:start], *tokens[at + 1 :]])))


def _may_part(tokens: Tokens, at: int) -> bool:
    """Whether a joint of a list stands here: a comma or "and"; of "three or four" nobody knows which."""
    joint = tokens[at]
    if joint.tag not in ("CCo", ",") or joint.lower == "or":
        return False
    if joint.tag == "," and [t.lower for t in tokens[at + 1 : at + 3]] == ["one", "of"]:
        return False  # "in 1996 by Ann Lind, *one of* the founders"
    if tokens[at - 1].tag in ("VBN", "VBD") and tokens[at - 2].tag == "CD":
        return False  # "12 *confirmed* and 9 probable cases": the first has its noun with the second
    # "from March 15 to 17, as one …", "May 26, 1953"
    return joint.tag != "," or not (tokens[at + 1].tag.startswith("CC") or tokens[at - 1].tag == "CD")


def _is_in_title(tokens: Tokens, at: int) -> bool:
    """Whether a joint stands in a quotation that is no sentence: "the “one town, two laws” rule"."""
    marks = [i for i, t in enumerate(tokens) if t.tag == "Q"]
    before, behind = [i for i in marks if i < at], [i for i in marks if i > at]
    return len(before) % 2 == 1 and bool(behind) and not has_finite(tokens[before[-1] : behind[0]])


def _is_share(tokens: Tokens, at: int) -> bool:
    """Whether a figure is a part of another: "nine of 100 voters and *15 of 100* mayors" have no end in common."""
    return [t.lower for t in tokens[at + 1 : at + 2]] == ["of"] and [t.tag for t in tokens[at + 2 : at + 3]] == ["CD"]


def _leads_in(tokens: Tokens, start: int, at: int) -> bool:
    """Whether the first figure is of what only leads in: "In one week, three bombs went off", but "In Velm 15 men, three women and …"."""
    return tokens[0].tag == "IN" and not has_finite(tokens[:at]) and tokens[start - 1].tag in ("IN", "DT", "CD")


def _are_alike(tokens: Tokens, start: int, at: int, second: int) -> bool:
    """Whether both are figures of things, and none a date, a time of day, a score or the object of a deed."""
    if (start == 0 and not has_finite(tokens[at:])) or tokens[start - 1].tag.startswith("CC"):
        return False
    verb = main_verb(tokens)
    if verb is not None and start < verb and any(t.tag == "," for t in tokens[lead_end(tokens, verb) : start]):
        return False  # "Lind, a 2012 and 2016 candidate, said": figures in what is told beside
    one = _is_one_measure(tokens, at, second) or _differ_in_unit(tokens, start, at, second) or _is_rest(tokens[at:])
    if tokens[start - 1].lower in PAIRING or _is_made_of(tokens, start) or one:
        return False
    if tokens[start - 1].lower == "aged" or tokens[start - 1].lower in NUMBERED:
        return False  # "a couple aged 99 and 100": one of them is neither; "sections 107 and 151"
    if any(t.word == ":" for t in tokens[second:]):
        return False  # "four seats, 640,000 pupils and much money: the contest is …": a list before the clause
    if any(t.tag in ("TO", "VB", "VBG") for t in tokens[start:at]):
        return False  # "voted 66 to 27 to allow it, seven days …"
    if tokens[at + 1].tag == "IN" and tokens[at + 1].lower not in ABOUT:
        return False  # "on 8 May, in two people"
    behind = tokens[second + 1 : second + 3]
    return not any(t.lower in AGO or t.lower in CLOCK for t in behind)


def _is_rest(behind: Tokens) -> bool:
    """Whether the list closes with what is left of the whole: "six in Velm, five in Orla and *the remaining* in Lund"."""
    return any(a.lower == "the" and b.lower in REST for a, b in pairwise(behind))


def _differ_in_unit(tokens: Tokens, start: int, at: int, second: int) -> bool:
    """Whether the first figure only measures what another is told of: "rose 9 percent in *11 months* and *12 percent* over a year"."""
    unit = tokens[second + 1].lower if second + 1 < len(tokens) else ""
    return (
        unit in UNITS
        and all(t.lower != unit for t in tokens[start:at])
        and any(t.lower == unit for t in tokens[:start])
    )


def _is_one_measure(tokens: Tokens, at: int, second: int) -> bool:
    """Whether both figures together measure one thing: "for two hours and 40 minutes"."""
    first, other = tokens[at - 1].lower, tokens[second + 1].lower if second + 1 < len(tokens) else ""
    return tokens[at].lower == "and" and first in MEASURES and other in MEASURES and first != other


def _is_made_of(tokens: Tokens, start: int) -> bool:
    """Whether the figures only together make what stands before them: "a jury of seven men and five women"."""
    counted = tokens[start - 2].lower in ("total", "number")
    return start > 1 and tokens[start - 1].lower == "of" and tokens[start - 2].tag == "NN" and not counted


def _shared_end(tokens: Tokens, start: int, at: int, second: int, end: int) -> Tokens:
    """What stands behind the list and holds for the first figure too."""
    if tokens[at - 1].tag == "CD" and tokens[at].tag == "CCo" and tokens[second - 1] is tokens[at]:
        return tokens[second + 1 :]  # "the 2008 and 2012 campaigns" are campaigns both
    if tokens[at - 2].tag == "CD" and tokens[at - 1].tag in ("JJ", "NNP"):
        noun = next((i for i in range(second, end) if tokens[i].tag in ("NN", "NNS")), end)
        return tokens[noun:]  # "2,000 large and 74 small stores" are stores both
    if end + 1 < len(tokens) and tokens[end].tag == "," and tokens[end + 1].tag == "NNP":
        return []  # "two sons and four daughters, Ann, …": the daughters' names
    return tokens[end:]


def _agreeing(tokens: Tokens) -> Tokens:
    """With a verb for one, where of several only one is left before it: "one person has died"."""
    verb = main_verb(tokens)
    if verb is None or tokens[verb].lower not in SINGULAR or tokens[verb].start < 0:
        return tokens
    told = subject(tokens, verb)
    if told and told[0].tag == "EX":
        told = tokens[verb + 1 : verb + 2]  # "there was one"
    one = bool(told) and told[0].lower in ("one", "a", "an") and not any(t.tag.startswith("CC") for t in told)
    return [*tokens[:verb], literal(SINGULAR[tokens[verb].lower], "VBZ"), *tokens[verb + 1 :]] if one else tokens


def _figure_at(tokens: Tokens, at: int) -> int | None:
    """The place of the number of the figure that begins at *at*, if one with a noun does."""
    number = next((i for i in range(at, min(at + 3, len(tokens))) if tokens[i].tag == "CD"), None)
    if tokens[at].lower in COMPARING:
        return None  # "slipped to 29%, *down* four points" measures the first figure
    if number is None or any(t.tag in FINITE or t.tag in (",", "VBG") for t in tokens[at:number]):
        return None  # "66 seats, totaling 365" is a deed with a figure, and no second figure
    if [t.lower for t in tokens[number + 1 : number + 3]] in (["of", "them"], ["of", "these"], ["of", "those"]):
        return None  # "31 offences, *nine of them* for speeding": some of the first, and no second figure
    behind = [t.lower for t in tokens[number + 1 : number + 3]]
    if behind[:1] == ["times"] or behind in (["more", "than"], ["fewer", "than"], ["less", "than"]):
        return None  # "almost four times as many as", "40 more than in May" measure the first figure
    if any(t.tag == "NNP" and t.word.islower() for t in tokens[at:number]):
        return None  # a verb read as a name: "founded by two doctors, *employs* 4,800"
    if tokens[at].tag in NOUNS and tokens[at + 1].tag == "IN":
        return None  # "940,000 homes *and shops in 36 counties*": the first figure counts both
    if any(t.tag == "VBN" for t in tokens[at:number]):
        return None  # "since 1884 and once employed one in three" is a second deed
    end = _figure_end(tokens, number)
    noun = any(t.tag in ("NN", "NNS", "NNP") for t in tokens[number:end])
    return number if noun and tokens[at - 2 if at > 1 else 0].word not in MONTHS else None


def _figure_end(tokens: Tokens, number: int) -> int:
    open_ = 0
    for i in range(number + 1, len(tokens)):
        open_ += (tokens[i].word == "(") - (tokens[i].word == ")")
        if tokens[i].tag in FINITE and tokens[i - 1].tag in ("WP", "WDT"):
            continue  # "33 cases who *were* staying home"
        if open_ == 0 and tokens[i].word != ")" and (tokens[i].tag in CLAUSE_ENDS or tokens[i].tag in FINITE):
            return i
    return len(tokens)


def _figures_end(tokens: Tokens, number: int) -> int:
    """Where the list of figures ends that goes on at *number*."""
    end = _figure_end(tokens, number)
    while end < len(tokens) - 1 and tokens[end].tag in (",", "CCo"):
        after = end + 1 + tokens[end + 1].tag.startswith("CC")
        following = _figure_at(tokens, after)
        last = tokens[after - 1].tag == "CCo" and after < len(tokens)
        if following is None and last and (tokens[after].tag in ("DT", "NNP") or tokens[after].lower in ROUND):
            following = after  # "two from the navy and the police", "95 civilians, and hundreds of rebels"
        if following is None:
            break
        end = _figure_end(tokens, following)
    return end


def _figure_start(tokens: Tokens, at: int) -> int | None:
    """Where the figure before *at* begins, with "about" or "at least" before it."""
    for i in range(at - 1, max(-1, at - 1 - FAR), -1):
        if tokens[i].tag in FINITE or tokens[i].tag in (",", ":"):
            return None
        if tokens[i].tag == "CD" and (tokens[i + 1].lower in CLOCK or tokens[i - 1].tag in (":", "TO")):
            return None  # a time of day, a span of days, a score
        if tokens[i].tag == "CD" and tokens[i - 1].word in MONTHS:
            return None
        if tokens[i].tag == "CD":
            i -= int(tokens[i - 1].lower == "a" and tokens[i].lower in ROUND_ONE)  # "over *a million*"
            while i > 0 and (tokens[i - 1].tag in ("RB", "CD", "JJ") or tokens[i - 1].lower in ABOUT):
                i -= 1
            return i
    return None
