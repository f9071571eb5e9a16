"""The quantities of a claim: value, bound ("at least", "up to"), kind and unit, so that numbers are compared and not digits."""

from collections.abc import Sequence

from claims.matching.dates import agree, dates
from claims.matching.numerals import ORDINALS, Reading, Token, form, read, tokens
from claims.matching.types import Bound, Kind, Quantity
from claims.matching.words import STOP, stem

# What stands before a number and says how to take it; the longest cue is tried first.
CUES = {
    "at least": Bound.AT_LEAST, "no less than": Bound.AT_LEAST, "no fewer than": Bound.AT_LEAST, "not less than": Bound.AT_LEAST,
    "a minimum of": Bound.AT_LEAST, "upwards of": Bound.AT_LEAST, "more than": Bound.MORE_THAN, "over": Bound.MORE_THAN, "above": Bound.MORE_THAN,
    "greater than": Bound.MORE_THAN, "in excess of": Bound.MORE_THAN, "well over": Bound.MORE_THAN, "exceeding": Bound.MORE_THAN,
    "at most": Bound.AT_MOST, "up to": Bound.AT_MOST, "no more than": Bound.AT_MOST, "not more than": Bound.AT_MOST, "as many as": Bound.AT_MOST,
    "as much as": Bound.AT_MOST, "a maximum of": Bound.AT_MOST, "less than": Bound.LESS_THAN, "fewer than": Bound.LESS_THAN,
    "under": Bound.LESS_THAN, "below": Bound.LESS_THAN, "nearly": Bound.ABOUT, "almost": Bound.ABOUT, "about": Bound.ABOUT, "around": Bound.ABOUT,
    "roughly": Bound.ABOUT, "approximately": Bound.ABOUT, "some": Bound.ABOUT, "an estimated": Bound.ABOUT, "close to": Bound.ABOUT, "circa": Bound.ABOUT,
}  # fmt: skip
LONGEST_CUE = max(len(cue.split()) for cue in CUES)
AFTER = {
    ("or", "more"): Bound.AT_LEAST,
    ("or", "less"): Bound.AT_MOST,
    ("or", "so"): Bound.ABOUT,
    ("+",): Bound.AT_LEAST,
    ("plus",): Bound.AT_LEAST,
}
CURRENCIES = {
    "$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₽": "rouble", "₹": "rupee", "dollars": "dollar", "dollar": "dollar", "euros": "euro",
    "euro": "euro", "pounds": "pound", "yen": "yen", "roubles": "rouble", "rubles": "rouble", "rupees": "rupee", "yuan": "yuan", "cents": "cent",
}  # fmt: skip
SIGNS = frozenset(sign for sign in CURRENCIES if not sign.isalpha())
PERCENT = frozenset({"%", "percent", "pct"})
BEFORE_UNIT = frozenset({"of", "-", "new", "more", "the", "additional", "other"})  # between a number and its noun
NO_UNIT = frozenset({"per", "since", "than", "between", "after", "before", "during"})  # what no counted noun follows
RANKS = frozenset({"st", "nd", "rd", "th"})
# The least that the plural says.
VAGUE = {"dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6, "billions": 2e9, "trillions": 2e12}  # fmt: skip
MIXED = frozenset({Kind.COUNT, Kind.MONEY})  # "spending rose by 2 billion" leaves the dollars out
NEAR = 0.03  # "about 21" and "21.5" are one number for a reader; 260 and 263 too


def quantities(text: str) -> list[Quantity]:
    """The quantities and dates of a text, in order."""
    when = dates(text)
    found = tokens(text)
    result = list(when)
    index = 0
    while index < len(found):
        token = found[index]
        taken = next((date for date in when if date.start <= token.start < date.end), None)
        quantity, after = (None, index + 1) if taken else _quantity(found, index)
        if quantity:
            result.append(quantity)
        index = after
    return sorted(result, key=lambda quantity: quantity.start)


def _quantity(found: Sequence[Token], index: int) -> tuple[Quantity | None, int]:
    word = found[index].form
    if word in VAGUE and form(found, index + 1) == "of":
        token, least = found[index], VAGUE[word]
        return Quantity(
            token.start, token.end, least, least, Kind.COUNT, Bound.AT_LEAST, _unit(found, index + 1)
        ), index + 1
    if word in ORDINALS and form(found, index - 1) not in ("a", "one"):
        return Quantity(found[index].start, found[index].end, ORDINALS[word], ORDINALS[word], Kind.ORDINAL), index + 1
    first = read(found, index)
    if first is None or _is_part_of_a_name(found, index):
        return None, index + 1
    second, after = _range(found, first)
    kind, unit, after = _kind(found, index, after, is_share=first.is_share)
    low, high = first.value, second.value if second else first.value
    if second and low < 1000 <= high and high / low >= 1000:  # "15 to 20 billion": the scale belongs to both
        low *= 10 ** (3 * (len(str(int(high))) // 3))
    start = index - (form(found, index - 1) in SIGNS)
    bound, start, end = (Bound.RANGE, start, after) if second else _bound(found, start, after)
    return Quantity(found[start].start, found[end - 1].end, low, high, kind, bound, unit), after


def _is_part_of_a_name(found: Sequence[Token], index: int) -> bool:
    """COVID-19, F-16, G7: digits that count nothing."""
    before, token = index - 1, found[index]
    if not token.is_numeral or before < 0 or found[before].end != token.start:
        return False
    glued = (
        form(found, before) == "-"
        and before > 0
        and found[before - 1].end == found[before].start
        and form(found, before - 1).isalpha()
    )
    return found[before].form.isalpha() or (glued and form(found, before - 1) not in ("mid", "sub", "pre"))


def _range(found: Sequence[Token], first: Reading) -> tuple[Reading | None, int]:
    after = first.after
    step = after + (form(found, after) == "%")
    if form(found, step) in ("to", "-", "–", "and", "or") and not first.is_share:
        start = step + 1 + (form(found, step + 1) in CURRENCIES)
        if form(found, step) == "and" and "between" not in [form(found, before) for before in range(after - 4, after)]:
            return None, after
        second = read(found, start)
        if second and second.value > first.value and not second.is_share:
            return second, second.after
    return None, after


def _kind(found: Sequence[Token], index: int, after: int, *, is_share: bool) -> tuple[Kind, str, int]:
    """What is measured, in which unit, and the index after the words that say so."""
    word, before = form(found, after), form(found, index - 1)
    if word == "-" and form(found, after + 1) in PERCENT:
        after, word = after + 1, form(found, after + 1)
    if is_share or word in PERCENT:
        return Kind.PERCENT, "", after + (word in PERCENT)
    if word == "per" and form(found, after + 1) == "cent":
        return Kind.PERCENT, "", after + 2
    if word in RANKS and found[after].start == found[after - 1].end:
        return Kind.ORDINAL, "", after + 1
    if before in SIGNS:
        return Kind.MONEY, CURRENCIES[before], after
    if word in CURRENCIES:
        return Kind.MONEY, CURRENCIES[word], after + 1
    return Kind.COUNT, _unit(found, after), after


def _unit(found: Sequence[Token], index: int) -> str:
    """The stems of up to two words after a number, where the counted noun stands; none across a verb-like or linking word."""
    units: list[str] = []
    while len(units) < 2 and index < len(found):
        word = found[index].form
        if word in BEFORE_UNIT:
            index += 1
            continue
        if not word.isalpha() or word in STOP or word in NO_UNIT:
            break
        units.append(stem(word))
        index += 1
    return " ".join(units)


def _bound(found: Sequence[Token], start: int, after: int) -> tuple[Bound, int, int]:
    """How the number is to be taken, and where it starts and ends with the words that say so."""
    for cue, bound in AFTER.items():
        if tuple(form(found, after + step) for step in range(len(cue))) == cue:
            return bound, start, after + len(cue)
    for length in range(min(LONGEST_CUE, start), 0, -1):
        cue_words = " ".join(form(found, start - length + step) for step in range(length))
        if cue_words in CUES:
            return CUES[cue_words], start - length, after
    return Bound.EXACT, start, after


def same_value(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities state one number, bounds aside: 2,000 and "more than 2,000", but not 2,000 and 798."""
    if Kind.DATE in (a.kind, b.kind):
        return a.kind is b.kind and agree(a, b)
    if a.kind is not b.kind and not {a.kind, b.kind} <= MIXED:
        return False
    return a.low * (1 - NEAR) <= b.high and b.low * (1 - NEAR) <= a.high


def number_terms(found: Sequence[Quantity]) -> list[str]:
    """One index term per quantity, so that "75 %" finds "seventy-five percent"."""
    return [f"={quantity.value:.3g}" for quantity in found]
