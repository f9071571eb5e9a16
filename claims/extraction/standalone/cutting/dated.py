"""The day or the year that a sentence tells once, lent to the half of a cut that lost it: "In 1992 she ran, seeking the seat"."""

from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.lexicon.calendar import MONTHS, WEEKDAYS
from claims.extraction.standalone.clauses import YEAR, main_verb
from claims.extraction.standalone.cutting.cuts import NEAR_DAYS, Split, Tokens, dates_itself, literal
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE

# What is told by these kinds of cut happened together with the main clause, or by it.
TOGETHER = frozenset(("participle", "become", "with deed", "absolute", "complements", "verb", "below when", "below as"))
# Of these the end of the first half may name the day too: what came of a deed came when it was done.
AT_ONE_TIME = frozenset(("participle", "become", "below when", "below as", "lead when"))
RESULTS = frozenset(
    "killing injuring wounding hurting destroying damaging forcing beating defeating winning losing becoming ending joining"
    " receiving leaving breaking setting taking putting throwing sending bringing accusing blaming citing calling".split()
)
# What befalls people in one event, whose place and day stand behind the last of them.
KILLED = frozenset(("killed", "died", "dead"))
HURT = frozenset("injured wounded hurt hospitalised hospitalized".split())
SHARED = frozenset(("in", "on", "at", "near", "during", "by"))
BREAKS_OFF = frozenset((",", ".", ":", "WRB", "WDT", "WP", "CCo", "CCv", "CCc", "Q", "TO"))
HANGERS = frozenset("when after before as while because since until if including".split())
OWN_WORDS = frozenset(("PRP", "PRP$", "VBD", "VBZ", "VBP", "MD", "VBG"))
# A deed that goes on has no day, though its sentence tells one.
GOING_ON = frozenset(
    "serving living working remaining staying holding leading running teaching studying owning being having using including covering lasting"
    " spanning representing".split()
)
# They tell that the second half is of another time, which begins where the first ends.
SHIFTING = frozenset(
    "later eventually afterwards subsequently since then next still now currently already yet again ago went had".split()
)
# Where no word joins the halves, these do too.
OF_OTHER_TIME = SHIFTING | frozenset(
    "until till before after earlier previously ever never once finally soon today meanwhile goes during following".split()
)
MEASURES = frozenset(
    "second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries".split()
)
RANKS = frozenset("most fewest record highest lowest best worst largest biggest smallest first".split())
SPANS = frozenset(("week", "month", "year", "weekend", "spring", "summer", "autumn", "decade"))
IN_DATE = frozenset("the of early late mid last this next morning afternoon evening night noon".split())
OPENS_DATE = frozenset(("on", "in"))
BESIDE_YEAR = frozenset(("NN", "NNS", "JJ", "NNP", "POS"))  # "in 2016 polls", "on Friday's show"
LONGEST_DATE = 10  # words


def lent(tokens: Tokens, split: Split) -> Tokens:
    """The second half of a cut, with the day of the whole where it is told of that day and names none."""
    right = split.right
    if split.kind == "apposition last" and _is_rank_of_figure(tokens, split):
        return [*lead, *right] if (lead := leading(tokens)) and lead[-1].tag == "," else right
    if split.kind not in TOGETHER | AT_ONE_TIME or not right or _tells_other_time(tokens, split):
        return right
    lead = leading(tokens) if split.kind in TOGETHER else []
    if lead and lead[-1].end < tokens[split.at].start and right[0].start != lead[0].start:
        return [*lead, *right] if lead[-1].tag == "," else [*lead, literal(",", ","), *right]
    closing = _closing(tokens, split) if split.kind in AT_ONE_TIME and _is_plain(right) else []
    return [*right[: len(right) - (right[-1].tag == ".")], *closing] if closing else right


def _is_rank_of_figure(tokens: Tokens, split: Split) -> bool:
    """Whether a figure is called the most of its kind, which it was then: "In 2016 she took 2,091 votes, *a record*"."""
    verb = next((i for i, t in enumerate(split.right) if t.start < 0 and t.tag == "VBZ"), 0)
    counted = any(t.tag == "CD" for t in split.right[:verb]) and split.right[0].start > tokens[0].start
    body = split.right[verb + 1 : verb + 4]
    return counted and any(t.lower in RANKS for t in body) and not any(t.tag == "NNP" for t in split.right[:verb])


def leading(tokens: Sequence[Token]) -> Tokens:
    """The day or the year at the front, with its comma: "On March 3, 2012,", "In 1998,", "Yesterday,", "Last week,"."""
    if tokens and tokens[0].lower in NEAR_DAYS and len(tokens) > 1 and tokens[1].tag == ",":
        return list(tokens[:2])
    if len(tokens) > 2 and tokens[0].lower in ("last", "this") and tokens[1].lower in SPANS and tokens[2].tag == ",":
        return list(tokens[:3])
    if not tokens or tokens[0].lower not in OPENS_DATE or tokens[0].tag != "IN":
        return []
    end = _date_end(tokens, 1)
    if end == 1 or not _names_time(tokens[1:end]) or end >= len(tokens) or tokens[end].tag in BESIDE_YEAR:
        return []
    return list(tokens[: end + (tokens[end].tag == ",")])


def _date_end(tokens: Sequence[Token], at: int) -> int:
    """Where the words of a date end that begins at *at*; a comma is one of them only before a year."""
    start = at
    while at < len(tokens) and at - start < LONGEST_DATE:
        within = tokens[at].tag == "," and at > start and at + 1 < len(tokens) and YEAR.fullmatch(tokens[at + 1].word)
        if not (within or _is_of_date(tokens[at])):
            break
        at += 1
    return at


def _is_of_date(token: Token) -> bool:
    named = token.word in MONTHS or token.word in WEEKDAYS or token.lower in NEAR_DAYS
    number = token.word.isdigit() and len(token.word) <= len("2012")
    return named or number or token.lower in IN_DATE or token.lower in SPANS


def _names_time(words: Sequence[Token]) -> bool:
    """Whether a day, a month or a year is named, or one counted from the day of writing: "last week"."""
    counted = any(t.lower in ("last", "this", "next") for t in words) and words[-1].lower in SPANS
    return counted or any(t.word in MONTHS or t.word in WEEKDAYS or YEAR.fullmatch(t.word) for t in words)


def _closing(tokens: Tokens, split: Split) -> Tokens:
    """The date with which the first half ends: "A truck hit a bus *on Monday*, killing three"."""
    end = split.at - (tokens[split.at].tag != "," and tokens[split.at - 1].tag == ",")
    if split.kind == "participle" and tokens[split.at + 1].lower not in RESULTS:
        return []
    if tokens[end - 1].lower in NEAR_DAYS:
        return [replace(tokens[end - 1], tag="RB")]  # no noun that the one before it could describe
    for start in range(end - 2, max(0, end - 1 - LONGEST_DATE), -1):
        if tokens[start].lower in OPENS_DATE and tokens[start].tag == "IN":
            whole = _date_end(tokens, start + 1) == end and _names_time(tokens[start + 1 : end])
            return list(tokens[start:end]) if whole else []
    return []


def with_place_and_day(split: Split) -> Tokens:
    """The first half, where both tell what befell people in one event: "two were killed and ten injured *in Velm on Monday*"."""
    left, right = split.left, split.right
    deed = max((i for i, t in enumerate(right) if t.lower in HURT and t.tag in ("VBN", "VBD")), default=None)
    killed = left[-1].lower in KILLED and not dates_itself(left)
    if split.kind not in ("clause unmarked", "clause", "comma") or not killed or deed is None:
        return left
    end = next(
        (i for i in range(deed + 1, len(right)) if right[i].tag in BREAKS_OFF or right[i].lower in HANGERS), len(right)
    )
    tail = right[deed + 1 : end]
    if len(tail) < len(("in", "Velm")) or tail[0].lower not in SHARED or any(t.tag in OWN_WORDS for t in tail):
        return left
    return [*left, *tail]


def _is_plain(right: Tokens) -> bool:
    """Whether the words have one verb only, so that a date behind them is of no other."""
    verb = main_verb(right)
    return verb is not None and not any(
        t.tag in FINITE or t.tag in ("WDT", "WP", "WRB", "TO", "VBG") for t in right[verb + 1 :]
    )


def _tells_other_time(tokens: Tokens, split: Split) -> bool:
    """Whether the second half is of another time than the first, or of a stretch of it."""
    new = [t for t in split.right if t.start < 0 or t.start > tokens[split.at].start]
    if split.kind == "participle" and tokens[split.at + 1].lower in GOING_ON:
        return True
    if split.kind == "participle" and tokens[split.at + 1].lower in RESULTS and leading(tokens):
        new = [t for t in new if t.lower not in MEASURES]  # "in 1975 … leaving it shut for nine days"
    verb = main_verb(tokens)
    apart = any(t.lower in OF_OTHER_TIME or t.lower in MEASURES for t in new)
    return apart or verb is None or is_of_other_time(tokens[verb], new)


def is_of_other_time(verb: Token, words: Sequence[Token]) -> bool:
    """Whether words joined to a clause with that *verb* name a time of their own: a day, "later", "has grown"."""
    if dates_itself(words) or any(t.lower in SHIFTING for t in words):
        return True
    second = next((t for t in words if t.tag in FINITE), None)
    return verb.tag == "VBD" and second is not None and second.tag in ("VBZ", "VBP", "MD")
