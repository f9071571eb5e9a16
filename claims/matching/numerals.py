"""Numerals and number words read as values: "2.2 bn", "seventy-five", "two and a half million", "one in five"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

ONES = dict(
    zip(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(),
        range(20),
        strict=True,
    )
)
TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "dozen": 12.0, "score": 20.0,
}  # fmt: skip
LETTER_SCALES = frozenset({"k", "m", "b", "mn", "mln", "bn", "tn"})  # only glued to digits: "5 m" may be metres
FRACTIONS = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "seventh": 1 / 7, "eighth": 1 / 8, "tenth": 1 / 10,
}  # fmt: skip
ORDINALS = dict(
    zip("fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split(), range(4, 14), strict=True)
)  # "first" to "third" are too often not ranks ("first of all", "a third")

TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+|[^\W\d_]+(?:['’][^\W\d_]+)?|[$€£¥₽₹%+/–—-]")


class Token(NamedTuple):
    start: int
    end: int
    form: str

    @property
    def is_numeral(self) -> bool:
        return self.form[0].isdigit() or (self.form[0] == "." and len(self.form) > 1)


class Reading(NamedTuple):
    """A value, the index after its last token, and whether it is a share of a whole ("one in five", "two-thirds")."""

    value: float
    after: int
    is_share: bool = False


def tokens(text: str) -> list[Token]:
    """Numerals, lower-case words and the signs that matter to numbers, with their places."""
    return [Token(match.start(), match.end(), match[0].lower()) for match in TOKEN.finditer(text)]


def form(found: Sequence[Token], index: int) -> str:
    """The token at an index, or nothing beyond the ends."""
    return found[index].form if 0 <= index < len(found) else ""


def read(found: Sequence[Token], index: int) -> Reading | None:
    """The number that begins at a token, if one does."""
    if form(found, index) in ("half", "quarter"):
        return _part(found, index)
    base = _base(found, index)
    if base is None:
        return None
    share = _share(found, index, base)
    if share:
        return share
    if found[index].form == "one" and base.after == index + 1:
        return None  # "one of them", "no one": not a number that claims differ in
    return base


def _base(found: Sequence[Token], index: int) -> Reading | None:
    word = form(found, index)
    if index >= len(found):
        return None
    if found[index].is_numeral:
        return _scaled(found, float(word.replace(",", "")), index + 1)
    if word in ("a", "an") and form(found, index + 1) in SCALES.keys() - LETTER_SCALES - {"score"}:
        return _scaled(found, 1.0, index + 1)
    if word in ONES or word in TENS:
        return _spelled(found, index)
    return None


def _spelled(found: Sequence[Token], index: int) -> Reading:
    total = current = 0.0
    while True:
        word = form(found, index)
        if word in TENS or word in ONES:
            current += TENS.get(word, ONES.get(word, 0))
        elif word == "hundred":
            current *= 100
        elif word in ("thousand", "million", "billion", "trillion") and current:
            total, current = total + current * SCALES[word], 0.0
        else:
            break
        index += 1
        index += _joins(found, index)
    return _scaled(found, total + current, index)


def _joins(found: Sequence[Token], index: int) -> bool:
    """Whether "-" or "and" continues one number: "twenty-five", "three hundred and ten", but not "two and three"."""
    before, sign, after = (form(found, index + step) for step in (-1, 0, 1))
    continues = before in TENS if sign == "-" else sign == "and" and before in SCALES
    return continues and (after in TENS or after in ONES)


def _scaled(found: Sequence[Token], value: float, index: int) -> Reading:
    if [form(found, index + step) for step in range(3)] == ["and", "a", "half"]:
        value, index = value + 0.5, index + 3
    word = form(found, index)
    if word == "-" and form(found, index + 1) in ("million", "billion", "trillion"):
        index, word = index + 1, form(found, index + 1)
    while word in SCALES and (word not in LETTER_SCALES or found[index].start == found[index - 1].end):
        value *= SCALES[word]
        index += 1
        word = form(found, index)
    return Reading(value, index)


def _part(found: Sequence[Token], index: int) -> Reading | None:
    """ "half a million", "a quarter of a million", "half-a-trillion"; "half of them" is a share."""
    part, step = FRACTIONS[found[index].form], index + 1
    while form(found, step) in ("-", "of", "a"):
        step += 1
    if form(found, step) in ("million", "billion", "trillion", "dozen"):
        return Reading(part * SCALES[form(found, step)], step + 1)
    if form(found, index + 1) == "of":
        return Reading(100 * part, index + 1, is_share=True)
    return None


def _share(found: Sequence[Token], index: int, base: Reading) -> Reading | None:
    after = base.after
    if base.value > 1000:
        return None
    if form(found, after) == "in" or [form(found, after), form(found, after + 1)] == ["out", "of"]:
        step = after + (1 if form(found, after) == "in" else 2)
        step += form(found, step) == "every"
        whole = _base(found, step)
        if whole and whole.after == step + 1 and base.value < whole.value <= 100:
            return Reading(100 * base.value / whole.value, whole.after, is_share=True)
    step = after + (form(found, after) == "-")
    part = form(found, step).removesuffix("s") if form(found, step) != "halves" else "half"
    if part in FRACTIONS and base.value < 10 and found[index].end <= found[step].start:
        return Reading(100 * base.value * FRACTIONS[part], step + 1, is_share=True)
    return None
