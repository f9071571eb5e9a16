"""When two names look like one: letters of other alphabets, characters that nobody sees, upper and lower case."""

import unicodedata

# What Unicode calls letters, marks or symbols, and a screen shows as nothing at all.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})

# They part letters, or join them, as Persian and Hindi are written.
_JOINERS = frozenset("\u200c\u200d")

# One Japanese name may be written in three of them.
_TOGETHER = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "KATAKANA-HIRAGANA": "CJK", "IDEOGRAPHIC": "CJK"}

# Letters of which a whole name can be made that reads as a Latin one: Cyrillic and Greek, small ones after folding.
_LOOKS_LIKE = str.maketrans(
    "\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0455\u0456\u0458\u04bb\u0501\u051b\u051d"
    "\u03b1\u03b2\u03b5\u03b6\u03b7\u03b9\u03ba\u03bc\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7",
    "abekmhopctyxsijhdqwabezhikmnoptyx",
)


def alphabets(name: str) -> set[str]:
    """The alphabets that the letters of a name are from, as Unicode calls them: LATIN, CYRILLIC, GREEK."""
    words = (unicodedata.name(letter, "UNKNOWN").split()[0] for letter in name if letter.isalpha())
    return {_TOGETHER.get(word, word) for word in words} - {"MODIFIER"}  # apostrophes and the like, of any alphabet


def is_mixed(name: str) -> bool:
    """Whether one word of a name has letters of two alphabets; a first name and a family name may have one each."""
    return any(len(alphabets(word)) > 1 for word in name.replace("-", " ").split())


def has_unseen(name: str) -> bool:
    """Whether there is something in a name that nobody sees; between two letters a joiner is seen by what it does to them."""
    return any(_is_unseen(c) and not _joins(name, place) and not _shapes(name, place) for place, c in enumerate(name))


def _is_unseen(character: str) -> bool:
    return (
        character in _BLANK
        or unicodedata.category(character) in _UNSEEN
        or "VARIATION SELECTOR" in unicodedata.name(character, "")
    )


def _joins(name: str, place: int) -> bool:
    beside = name[max(place - 1, 0) : place] + name[place + 1 : place + 2]
    return name[place] in _JOINERS and len(beside) == 2 and all(unicodedata.category(one)[0] in "LM" for one in beside)


def _shapes(name: str, place: int) -> bool:
    """Whether it chooses the shape of what stands before it: of a sign ("❤️"), or of a Chinese character."""
    before = unicodedata.category(name[place - 1]) if place else ""
    return (name[place] in "\ufe0e\ufe0f" and before.startswith("S")) or (
        "\U000e0100" <= name[place] <= "\U000e01ef" and before == "Lo"
    )


def likeness(name: str) -> str:
    """The same for two names that cannot be told apart at a glance."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    seen = "".join(character for character in folded if not _is_unseen(character))
    return " ".join(seen.translate(_LOOKS_LIKE).split())
