"""Words and character n-grams of a claim, after what is only furniture of posts and transcripts has been taken out."""

import html
import re
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

BUCKETS = 1 << 16  # of the hashed n-grams: 100,000 claims fill it evenly, and 65,536 counters are 256 kB
GRAM_SIZES = (3, 4, 5)

# A post that was copied together with its signature: "— Jane Roe (@janeroe) May 4, 2021"
SIGNATURE = re.compile(r"\s*(?:—|–|--|&mdash;)\s*[^—\n]{0,80}\(\s*@\w+\s*\)[^\n]{0,40}\s*$")
ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/|bit\.ly/)\S*", re.IGNORECASE)
# Whom a post answers says nothing about what it claims.
REPLY = re.compile(r"^\s*(?:RT\s+)?(?:[.]?@\w+:?\s+)+", re.IGNORECASE)
HANDLE = re.compile(r"[@#](\w+)")
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=[A-Z])(?=[A-Z][a-z])|_")
NOISE = re.compile(r"[^\w\s.,;:!?'’\"“”()–—%$€£¥°/&+-]+")  # emoji, arrows, bullets
HESITATION = re.compile(r"\b(?:uh|um|er|erm)\b[\s,-]*", re.IGNORECASE)  # transcripts keep them
DASHES = re.compile(r"\s*-{2,}\s*")
SPACE = re.compile(r"\s+")
WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*(?:['’][^\W\d_]+)?")
GAP = re.compile(r"(?:[^\w]|_)+")
POSSESSIVE = re.compile(r"['’]s?$")

# Words that stand in any claim: they only make scores noisier.
STOP = frozenset(
    "a an the and or but if of at by for with about to from in on as is am are was were be been being has have had do does did "
    "will would can could should may might must shall i you he she it we they me him her us them my your his its our their "
    "this that these those there here who whom which what when where how why so than then too very just s t d ll re ve m "
    "i'm it's that's you're we're they're i've we've they've he's she's there's also into out up down over under".split()
)


def cleaned(text: str) -> str:
    """The claim without addresses, signature, reply handles, emoji and hesitations; a tag or handle is split into its words."""
    text = html.unescape(text)
    text = SIGNATURE.sub(" ", text)
    text = ADDRESS.sub(" ", text)
    text = REPLY.sub("", text)
    text = HANDLE.sub(lambda match: HUMP.sub(" ", match[1]), text)
    text = HESITATION.sub("", NOISE.sub(" ", text))
    return SPACE.sub(" ", DASHES.sub(" - ", text)).strip()


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The word without its commonest English endings, enough that "taxes", "taxed" and "tax" meet."""
    if not word.isalpha():
        return word
    for ending, least in (("ies", 5), ("ing", 6), ("ed", 5), ("es", 5), ("s", 4), ("ly", 6)):
        if word.endswith(ending) and len(word) >= least and not word.endswith("ss"):
            word = word[: -len(ending)] + ("y" if ending == "ies" else "")
            break
    if len(word) >= 4 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word[:-1] if len(word) >= 4 and word.endswith("e") else word


def words(text: str) -> list[str]:
    """The stems of a cleaned text in order, without the words that stand in any claim."""
    found = (POSSESSIVE.sub("", match[0].lower()).replace(",", "") for match in WORD.finditer(text))
    return [stem(word) for word in found if word not in STOP]


def grams(text: str) -> NDArray[np.uint16]:
    """The hashed character n-grams of a cleaned text, each once; none reaches across a space into the next word."""
    padded = GAP.sub(" ", f" {text.lower()} ")
    letters = np.frombuffer(padded.encode("utf-32-le"), dtype=np.uint32)
    blank = letters == ord(" ")
    code, open_ = letters, np.ones(len(letters), dtype=bool)
    found = []
    for size in range(2, GRAM_SIZES[-1] + 1):
        code = (code[:-1] * np.uint32(16_777_619)) ^ letters[size - 1 :]
        inner = ~blank[size - 2 : -1] if size > 2 else True  # the letter before the last one is inside from now on
        open_ = open_[:-1] & inner
        if size in GRAM_SIZES:
            found.append((code ^ (code >> np.uint32(15)))[open_])
    return np.unique(np.concatenate(found).astype(np.uint16)) if found else np.empty(0, dtype=np.uint16)
