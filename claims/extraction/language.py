"""Which language a text is in, told from samples so that a long text costs no more than a short one."""

import importlib
import re
from functools import cache
from typing import Any

SAMPLES = 5
SAMPLE_LENGTH = 1500  # characters; py3langid is right on a few hundred
ENOUGH = 40  # letters; below this the classifier guesses by single syllables
UNDETERMINED = "und"  # ISO 639-2 for text without words
# Function words that other languages of the same letters lack; one among five words is English.
_ENGLISH = frozenset(
    re.findall(
        r"\w+",
        """the of and to that is was were for with on by as at from has have had said says he she they it his her their
        this are be been will would not but after who which more than over into about an""",
    )
)
_LETTERS = re.compile(r"[^\W\d_]+")


def detect(text: str) -> str:
    """The ISO 639-1 code of the text's language, or "und" where it holds no words."""
    sample = _sample(text)
    words = _LETTERS.findall(sample)
    letters = sum(map(len, words))
    if not letters:
        return UNDETERMINED
    if _is_plainly_english(words) or (letters < ENOUGH and sample.isascii()):
        return "en"
    return str(_identifier().classify(sample)[0])


def _sample(text: str) -> str:
    """Stretches from all over the text: its furniture may be in another language than its body."""
    if len(text) <= SAMPLES * SAMPLE_LENGTH:
        return text
    step = (len(text) - SAMPLE_LENGTH) // (SAMPLES - 1)
    return "\n".join(text[place : place + SAMPLE_LENGTH] for place in range(0, len(text), step))


def _is_plainly_english(words: list[str]) -> bool:
    known = sum(word.lower() in _ENGLISH for word in words)
    return known >= 2 and known * 5 >= len(words)


@cache
def _identifier() -> Any:
    """The classifier, loaded when first needed: a plainly English text never waits for it."""
    module = importlib.import_module("py3langid.langid")
    return module.LanguageIdentifier.from_model_file(module.MODEL_FILE, norm_probs=True)
