"""Cuts between figures under one verb: "10 million cases and 140 thousand deaths" are two claims."""

from collections.abc import Iterator

from claims.extraction.lexicon.calendar import MONTHS
from claims.extraction.standalone.clauses import FINITE, has_finite, main_verb, subject
from claims.extraction.standalone.cuts import Split, Tokens, literal, trimmed

STOPS = (",", ":", ".", "CCo", "CCc", "CCv")
ABOUT = frozenset("at about around over than more nearly almost".split())
SINGULAR = {"have": "has", "are": "is", "were": "was"}
CLOCK = frozenset(("a.m.", "p.m.", "a.m", "p.m", "am", "pm"))
FAR = 8  # words back that a figure may begin


def figures(tokens: Tokens) -> Iterator[Split]:
    """Several figures under one verb: "10 million cases, 140 thousand deaths and …"."""
    if main_verb(tokens) is None:
        return
    for at in range(1, len(tokens) - 2):
        if tokens[at].tag not in ("CCo", ",") or (tokens[at].tag == "," and tokens[at + 1].tag.startswith("CC")):
            continue
        if _is_inside_date(tokens, at):
            continue
        second = _figure_at(tokens, at + 1)
        start = _figure_start(tokens, at - (tokens[at - 1].tag == ","))
        if second is None or start is None or (start == 0 and not has_finite(tokens[at:])):
            continue
        end = _figures_end(tokens, second)
        bare = tokens[at - 1].tag == "CD" and tokens[at].tag == "CCo" and tokens[second - 1] is tokens[at]
        kept = tokens[second + 1 :] if bare else tokens[end:]  # "the 2008 and 2012 campaigns" are campaigns both
        left = trimmed([*tokens[:at], *kept])
        yield Split("figures", at, _agreeing(left), _agreeing(trimmed([*tokens[:start], *tokens[at + 1 :]])))


def _agreeing(tokens: Tokens) -> Tokens:
    """With a verb for one, where of several only one is left before it: "one person has died"."""
    verb = main_verb(tokens)
    if verb is None or tokens[verb].lower not in SINGULAR or tokens[verb].start < 0:
        return tokens
    told = subject(tokens, verb)
    one = bool(told) and told[0].lower in ("one", "a", "an") and not any(t.tag.startswith("CC") for t in told)
    return [*tokens[:verb], literal(SINGULAR[tokens[verb].lower], "VBZ"), *tokens[verb + 1 :]] if one else tokens


def _is_inside_date(tokens: Tokens, at: int) -> bool:
    """Whether a comma stands between a day and its year: "May 26, 1953"."""
    return at > 1 and tokens[at - 2].word in MONTHS and tokens[at - 1].tag == tokens[at + 1].tag == "CD"


def _figure_at(tokens: Tokens, at: int) -> int | None:
    """The place of the number of the figure that begins at *at*, if one with a noun does."""
    number = next((i for i in range(at, min(at + 3, len(tokens))) if tokens[i].tag == "CD"), None)
    if number is None or any(t.tag in FINITE or t.tag in (",", "VBG") for t in tokens[at:number]):
        return None  # "66 seats, totaling 365" is a deed with a figure, and no second figure
    end = _figure_end(tokens, number)
    noun = any(t.tag in ("NN", "NNS", "NNP") for t in tokens[number:end])
    return number if noun and tokens[at - 2 if at > 1 else 0].word not in MONTHS else None


def _figure_end(tokens: Tokens, number: int) -> int:
    return next(
        (i for i in range(number + 1, len(tokens)) if tokens[i].tag in STOPS or tokens[i].tag in FINITE), len(tokens)
    )


def _figures_end(tokens: Tokens, number: int) -> int:
    """Where the list of figures ends that goes on at *number*."""
    end = _figure_end(tokens, number)
    while end < len(tokens) - 1 and tokens[end].tag in (",", "CCo"):
        after = end + 1 + tokens[end + 1].tag.startswith("CC")
        following = _figure_at(tokens, after)
        if following is None:
            break
        end = _figure_end(tokens, following)
    return end


def _figure_start(tokens: Tokens, at: int) -> int | None:
    """Where the figure before *at* begins, with "about" or "at least" before it."""
    for i in range(at - 1, max(-1, at - 1 - FAR), -1):
        if tokens[i].tag in FINITE or tokens[i].tag in (",", ":"):
            return None
        if tokens[i].tag == "CD" and tokens[i + 1].lower in CLOCK:
            return None
        if tokens[i].tag == "CD":
            while i > 0 and (tokens[i - 1].tag in ("RB", "CD", "JJ") or tokens[i - 1].lower in ABOUT):
                i -= 1
            return i
    return None
