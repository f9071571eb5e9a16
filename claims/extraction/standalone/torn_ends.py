"""What a content leaves hanging at its ends: half a figure, a subject or an auxiliary whose verb stands outside, a clause that was only opened."""

from claims.extraction.standalone.clauses import has_finite
from claims.extraction.standalone.cutting.cuts import Tokens, place_of
from claims.extraction.standalone.tags import FINITE, IN_NOUN_PHRASE, RELATIVES

FEWEST = 3  # words that are left of a content whose end is taken away
LONGEST = 4  # words of a subject that stands at the end without its verb
MULTIPLES = frozenset("million billion trillion thousand percent per cent % m bn".split())
CURRENCIES = frozenset("$£€¥")
OPENS = frozenset("after before when while as because until since although".split())
CLOSING = frozenset("\"”'’")
SOME = frozenset("some many most all both each several few half none one two three".split())
AUXILIARIES = frozenset("has had have is are was were will would".split())


def mended(tokens: Tokens, whole: Tokens) -> Tokens:
    """The words of a content, of the *whole* sentence, with whole figures and nothing that waits for a verb outside."""
    tokens = _with_noun(_with_figures(tokens, whole), whole)
    for shorten in (_without_comparison, _without_opened_clause, _without_auxiliary):
        tokens = shorten(tokens)
    for shorten_by in (
        _without_relative,
        _without_participle,
        _without_subject,
        _without_clause_of_another,
        _without_torn_noun,
        _without_some,
    ):
        tokens = shorten_by(tokens, whole)
    return tokens


def _with_figures(tokens: Tokens, whole: Tokens) -> Tokens:
    """With the sign before a sum, and the "million" behind one: "appealed for $ | 5 million"."""
    begin, end = place_of(whole, tokens[0].start), place_of(whole, tokens[-1].end)
    if begin and tokens[0].tag == "CD" and whole[begin - 1].word in CURRENCIES:
        tokens = [whole[begin - 1], *tokens]
    if end < len(whole) and tokens[-1].tag == "CD" and whole[end].lower in MULTIPLES:
        tokens = [*tokens, whole[end]]
    return tokens


def _with_noun(tokens: Tokens, whole: Tokens) -> Tokens:
    """With the noun that the last words describe: "lowered its full-year | *forecast*, saying", "a “foreign agents” | *law*"."""
    end = place_of(whole, tokens[-1].end)
    if end >= len(whole) - 1 or len(tokens) <= FEWEST or whole[end].tag not in ("NN", "NNS", "CCo", "RP"):
        return tokens
    if whole[end].tag == "RP" and tokens[-1].tag in ("VBD", "VBN"):
        return [*tokens, whole[end]]  # "then drifted | *back*"
    if tokens[-1].tag == "NN" and tokens[-2].tag in ("IN", "TO") and _goes_on(whole[end : end + 3]):
        return [*tokens, *whole[end : end + 3]]  # "a victory for farm | *and survey companies* that had sued"
    described = tokens[-1].tag == "JJ" and tokens[-2].tag in ("DT", "PRP$", "JJ")
    named = tokens[-1].word in CLOSING and sum(t.tag == "Q" for t in tokens) % 2 == 0 and _has_article(tokens)
    behind = whole[end + 1]
    alone = behind.tag in (",", ".", "IN", "WDT") and behind.lower not in ("who", "from", "of")
    last = whole[end].tag == "NNS" and behind.tag == "." and [t.tag for t in tokens[-2:]] == ["DT", "NN"]
    described = described or last  # "named as the chief | *reasons*."
    noun = whole[end].tag in ("NN", "NNS")
    return [*tokens, whole[end]] if noun and (described or named) and alone else tokens


def _goes_on(behind: Tokens) -> bool:
    """Whether another word and the noun that both describe follow: "farm *and survey companies*"."""
    return [t.tag for t in behind] == ["CCo", "NN", "NNS"] and behind[0].lower == "and"


def _has_article(tokens: Tokens) -> bool:
    """Whether an article stands before the quotation with which the words end."""
    opens = max((i for i, t in enumerate(tokens[:-1]) if t.tag == "Q"), default=0)
    return opens > 0 and tokens[opens - 1].lower in ("a", "an")


def _without_some(tokens: Tokens, whole: Tokens) -> Tokens:
    """Without ", many" or ", each time" at the end, of which the rest stands outside: "helps the poor, *many* | of whom rent"."""
    end = place_of(whole, tokens[-1].end)
    comma = next((i for i in range(len(tokens) - 1, len(tokens) - 4, -1) if i > FEWEST and tokens[i].tag == ","), None)
    if comma is None or end >= len(whole) - 1 or comma + 1 >= len(tokens):
        return tokens
    torn = whole[end].tag == "IN" and tokens[comma + 1].lower in SOME and has_finite(tokens[:comma])
    return tokens[:comma] if torn else tokens


def _without_comparison(tokens: Tokens) -> Tokens:
    """Without a "compared" at the end whose "with 26%" stands outside, or an aside whose "than" lost its clause: ", a deeper split *than* | many had assumed"."""
    if len(tokens) > FEWEST and tokens[-1].lower == "than":
        comma = max((i for i, t in enumerate(tokens) if t.tag == ","), default=0)
        return tokens[:comma] if comma > FEWEST and has_finite(tokens[:comma]) else tokens
    torn = len(tokens) > FEWEST and tokens[-1].lower == "compared" and tokens[-2].tag == ","
    return tokens[:-2] if torn else tokens


def _without_relative(tokens: Tokens, whole: Tokens) -> Tokens:
    """Without a "who has called" at the end, whose rest is another's: "fears losing Lind, *who has called* | for a deal"."""
    end = place_of(whole, tokens[-1].end)
    if len(tokens) <= FEWEST + 3 or end >= len(whole) - 1 or tokens[-1].tag not in ("VBN", "VBD"):
        return tokens
    at = len(tokens) - 2 - (tokens[-2].lower in AUXILIARIES)
    torn = tokens[at].lower in ("who", "which") and tokens[at - 1].tag == "," and whole[end].tag == "IN"
    return tokens[: at - 1] if torn else tokens


def _without_participle(tokens: Tokens, whole: Tokens) -> Tokens:
    """Without a participle at the end whose object somebody else said: "raised taxes, *prompting* | accusations of breach"."""
    end = place_of(whole, tokens[-1].end)
    torn = len(tokens) > FEWEST and tokens[-1].tag == "VBG" and tokens[-2].tag == "," and end < len(whole) - 1
    return tokens[:-2] if torn else tokens


def _without_opened_clause(tokens: Tokens) -> Tokens:
    """Without a "where" at the end whose clause is told by somebody: "were taken to Velm, *where* | doctors said"."""
    opened = len(tokens) > FEWEST and tokens[-1].tag in RELATIVES and tokens[-2].tag == ","
    return tokens[:-2] if opened else tokens


def _without_auxiliary(tokens: Tokens) -> Tokens:
    """Without an auxiliary behind a comma whose verb is the cue: "who was away, *has always* | said"."""
    end = len(tokens)
    while end > 1 and tokens[end - 1].tag == "RB":
        end -= 1
    waits = end > FEWEST + 1 and tokens[end - 1].lower in AUXILIARIES and tokens[end - 2].tag == ","
    return tokens[: end - 2] if waits else tokens


def _without_subject(tokens: Tokens, whole: Tokens) -> Tokens:
    """Without a subject at the end whose verb stands outside: "to build it, *but the work* | has not begun"."""
    end = place_of(whole, tokens[-1].end)
    joint = next((i for i in range(len(tokens) - 1, 1, -1) if tokens[i].tag == "CCc"), None)
    if joint is None or end + 1 >= len(whole) or tokens[joint - 1].tag != ",":
        return tokens
    described = whole[end].tag == "," and whole[end + 1].tag in RELATIVES  # "…, *and Orr*, | who was said to be bored"
    if whole[end].tag not in FINITE and not described:
        return tokens
    torn = tokens[joint + 1 :]
    bare = bool(torn) and all(t.tag in IN_NOUN_PHRASE for t in torn) and len(torn) <= LONGEST
    return tokens[: joint - 1] if bare and joint > LONGEST else tokens


def _without_clause_of_another(tokens: Tokens, whole: Tokens) -> Tokens:
    """Without "after an expert", where a name stands beside the noun outside and says something: "after an expert | , Ann Lind, admitted that"."""
    end = place_of(whole, tokens[-1].end)
    opens = next((i for i in range(len(tokens) - 1, FEWEST, -1) if tokens[i].lower in OPENS), None)
    if opens is None or end + 2 >= len(whole) or whole[end].tag != ",":
        return tokens
    bare = all(t.tag in IN_NOUN_PHRASE for t in tokens[opens + 1 :]) and opens + 1 < len(tokens)
    close = next((i for i in range(end + 1, len(whole) - 1) if whole[i].tag == ","), None)
    named = close is not None and all(t.tag == "NNP" for t in whole[end + 1 : close]) and close > end + 1
    if (
        close is None
        or not bare
        or not named
        or whole[close + 1].tag not in FINITE | {"VBN"}
        or not has_finite(tokens[:opens])
    ):
        return tokens
    return tokens[:opens]


def _without_torn_noun(tokens: Tokens, whole: Tokens) -> Tokens:
    """Without "after the army" at the end, where the rest of its noun speaks: "left after the army | chief, Ann Lind, told a radio"."""
    end = place_of(whole, tokens[-1].end)
    opens = next((i for i in range(len(tokens) - 1, FEWEST, -1) if tokens[i].lower in OPENS), None)
    if opens is None or end >= len(whole) or opens + 1 >= len(tokens):
        return tokens
    torn = whole[end].tag in ("NN", "NNS", "NNP") and whole[end].start - tokens[-1].end <= 1
    bare = all(t.tag in IN_NOUN_PHRASE for t in tokens[opens + 1 :])
    if not torn or not bare or not has_finite(tokens[:opens]):
        return tokens
    return tokens[: opens - (tokens[opens - 1].tag == ",")]
