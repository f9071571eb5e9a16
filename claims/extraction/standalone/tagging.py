"""Words and their parts of speech: a small learnt tagger that looks at a window of words, a whole text at once."""

import re
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from claims.extraction.standalone import retagging
from claims.extraction.standalone.retagging.verbs import with_verbs
from claims.extraction.standalone.tag_features import Ids, context, looks, surface
from claims.extraction.standalone.tags import FINITE, RELATIVES
from claims.extraction.weights import FOLDER

WEIGHTS = FOLDER / "tagger.npz"

# Clitics stand alone, because a verb may hide in them ("they've", "Iran's leader").
WORD = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Dr|Mr|Mrs|Ms|St|Jr|Sr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Prof|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec|[ap]\.m)\."
    r"|[A-Z]\.(?=\s[A-Z])|[ODLdl]['’][A-Z][^\W_]+|[A-Z][^\W\d_]+['’](?!(?:s|m|re|ve|ll|d|t)\b)[a-z]+\b|[^\W_]+(?=n['’]t\b)|n['’]t\b|['’](?:s|m|re|ve|ll|d|S)\b"
    r"|[^\W\d_][^\W_]*(?:[-.&][^\W_]+)*|\d[^\W_]*(?:[.,:/-][^\W_]+|[-–][$£€]\d[^\W_]*)*|\[?\.\.\.\]?|\S"
)
AT_ONCE = 256  # ranges that are tagged together
MARGIN = 7  # ranges beside them that are tagged with them, for the window sees tags beyond a range's end
PARAGRAPH_END = 3  # words of nothing between paragraphs, so that no window looks over the edge

# Tags of the Penn treebank, coarsened.
TAGS = (
    "NN NNS NNP PRP PRP$ DT JJ RB VB VBD VBG VBN VBP VBZ MD TO IN CCc CCv CCo CD WDT WP WRB EX RP POS UH , . : Q"
).split()

# These have one reading only, so the window has no say.
PAST_ALONE = (
    "arose awoke began became blew bore broke chose came drank drove fled flew forbade forgave froze gave went grew hid knew oversaw overthrew overtook"
    " outsold rode sang sank shook shrank sprang swam swore threw took tore underwent undertook withdrew wore wrote rewrote foresaw overcame"
).split()  # past forms that are no noun, no participle and nothing else
PRESENT_ALONE = (
    "employs owns operates contains comprises consists belongs occurs exists provides produces receives requires pays sells earns carries denies accuses"
    " alleges believes insists argues refuses publishes enjoys suffers governs oversees manages administers allows prevents"
    " becomes seems owes buys loses knows thinks grows goes takes gives keeps brings sends builds writes spends teaches"
).split()  # presents that are no plural noun, or hardly ever
CERTAIN = (
    {
        ".": ".",
        "!": ".",
        "?": ".",
        ",": ",",
        ";": ":",
        ":": ":",
        "—": ":",
        "–": ":",
        "(": ":",
        ")": ":",
        "cannot": "MD",
    }
    | dict.fromkeys('"“”‘', "Q")
    | dict.fromkeys(PAST_ALONE, "VBD")
    | dict.fromkeys(PRESENT_ALONE, "VBZ")
)

SENTENCE_ENDS = frozenset(".!?")
FEWEST_WORDS = 5  # of a sentence that must have a verb
LIKE_VERBS = [TAGS.index(name) for name in ("VBD", "VBZ", "VBP")]
OPENS_CLAUSE = frozenset("because although though while whereas if unless that whether when".split())
WITH_VERB = frozenset("that whether because which who although".split())  # no clause behind one does without
MAY_BE_VERBS = frozenset(("NN", "NNS", "JJ", "VB", "VBN", "IN"))
BEFORE_VERBS = frozenset(("NN", "NNS", "NNP", "CD", "PRP", "RB", "DT", ",", ":", "Q", "VBG"))
NEAR_ENOUGH = -4.6  # how far below the best tag a verb's may lie; chosen on newsdesk train


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its place in the text and its part of speech.

    Tags are those of the Penn treebank, coarsened; "and" and its kin tell by their tag what they join: clauses (CCc),
    verb phrases (CCv), or anything smaller (CCo).
    """

    word: str
    start: int
    end: int
    tag: str
    lower: str = field(init=False, repr=False, compare=False)  # kept, for the rules ask a word for it twenty times

    def __post_init__(self) -> None:
        low = self.word.lower()
        object.__setattr__(
            self, "lower", self.word if low == self.word else low
        )  # one string: a long text has many words


def words(text: str, start: int = 0, end: int | None = None) -> list[tuple[str, int, int]]:
    """The words of ``text[start:end]`` with their places in *text*."""
    return [(m.group(), m.start(), m.end()) for m in WORD.finditer(text, start, len(text) if end is None else end)]


def tag(text: str, ranges: list[tuple[int, int]]) -> list[list[Token]]:
    """The tagged words of each range of *text*; so many at a time that a long text needs no more memory."""
    tagged: list[list[Token]] = []
    for start in range(0, len(ranges), AT_ONCE):
        margin = min(start, MARGIN)
        tagged += _tagged(text, ranges[start - margin : start + AT_ONCE + MARGIN])[margin : margin + AT_ONCE]
    return tagged


def _tagged(text: str, ranges: list[tuple[int, int]]) -> list[list[Token]]:
    found = [words(text, start, end) for start, end in ranges]
    flat: list[str] = []
    for part in found:
        flat += [word for word, _, _ in part]
        flat += [""] * PARAGRAPH_END
    names, features = _names(flat)
    tagged: list[list[Token]] = []
    at = 0
    for part in found:
        read = [CERTAIN.get(word) or TAGS[names[at + i]] for i, (word, _, _) in enumerate(part)]
        plain = [word for word, _, _ in part]
        tags = with_verbs(retagging.put_right(retagging.FIRST, plain, read))
        if len(part) >= FEWEST_WORDS and part[-1][0] in SENTENCE_ENDS and (lacking := _without_verb(plain, tags)):
            _find_verb(tags, features[at : at + len(part)], lacking)
        tags = retagging.put_right(retagging.LAST, plain, tags)
        tagged.append([Token(*word, tag) for word, tag in zip(part, tags, strict=True)])
        at += len(part) + PARAGRAPH_END
    return tagged


def _without_verb(words: list[str], tags: list[str]) -> range | None:
    """The stretch in which a verb is wanting when each clause below has had its own: "The chief *regrets* any harm that *was* done"."""
    waiting: list[int] = []
    main = False
    for at, (word, tag) in enumerate(zip(words, tags, strict=True)):
        if tag in RELATIVES or (tag == "IN" and (word.lower() in OPENS_CLAUSE or _compares(word, tags, at))):
            waiting.append(at)
        elif tag in FINITE:
            main = main or not waiting
            waiting = waiting[:-1]
        elif tag == ",":
            waiting = []
    if not main:
        return range(1, len(tags))
    last = waiting[-1] if waiting else 0
    asked = "be" in words[last:] and tags[words.index("be", last) - 1] not in (
        "TO",
        "MD",
    )  # "that the trial *be* moved"
    return range(last + 2, len(tags)) if last and words[last].lower() in WITH_VERB and not asked else None


def _compares(word: str, tags: list[str], at: int) -> bool:
    """Whether "than" opens a clause: "a deeper split *than* markets *had* assumed", and not "more than half of them did"."""
    behind = tags[at + 1 : at + 4]
    behind = behind[behind[:1] == ["DT"] :]
    return word == "than" and len(behind) > 1 and behind[0] in ("NN", "NNS", "NNP", "PRP") and behind[1] in FINITE


def _find_verb(tags: list[str], features: Ids, where: range) -> None:
    """A verb for a whole sentence that was given none: the word that comes nearest to being one."""
    _, weights = _model()
    scores = _scores(weights, features)
    chances = scores[:, LIKE_VERBS].max(axis=1) - scores.max(axis=1)
    fit = [at for at in where if tags[at] in MAY_BE_VERBS and tags[at - 1] in BEFORE_VERBS]
    if not fit:
        return
    best = max(fit, key=lambda at: chances[at])
    if chances[best] >= NEAR_ENOUGH:
        tags[best] = TAGS[LIKE_VERBS[int(scores[best, LIKE_VERBS].argmax())]]


def _names(flat: list[str]) -> tuple[NDArray[np.int64], Ids]:
    """The number of the best tag of each word, and the features by which it was found."""
    first, second = _model()
    if not flat:
        return np.zeros(0, dtype=np.int64), np.zeros((0, 1), dtype=np.uint32)
    look = looks(flat)
    guess = _best(first, surface(look))
    features = np.concatenate([surface(look), context(look, guess)], axis=1)
    return _best(second, features), features


def _best(weights: NDArray[np.float32], features: Ids) -> NDArray[np.int64]:
    """The best tag for each row of feature numbers; in blocks, so that a long text needs no more memory."""
    best = [_scores(weights, features[at : at + 4096]).argmax(axis=1) for at in range(0, len(features), 4096)]
    return np.concatenate(best)


def _scores(weights: NDArray[np.float32], features: Ids) -> NDArray[np.float32]:
    """The sum of each row's weights for every tag; feature by feature, which is half the time of all at once."""
    first, *others = (features % len(weights)).astype(np.intp).T
    scores: NDArray[np.float32] = weights[first]
    for rows in others:
        scores += weights[rows]
    return scores


@cache
def _model() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    with np.load(WEIGHTS) as stored:
        return (
            stored["first"].astype(np.float32) * stored["first_scale"],
            stored["second"].astype(np.float32) * stored["second_scale"],
        )
