"""Words and their parts of speech: a small learnt tagger that looks at a window of words, a whole text at once."""

import re
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from claims.extraction.standalone import misread, retagged
from claims.extraction.standalone.retagged import OPENS_OBJECT, VERBS
from claims.extraction.standalone.share_verbs import with_dated_verbs, with_share_verbs
from claims.extraction.standalone.tag_features import Ids, context, looks, surface
from claims.extraction.weights import FOLDER

WEIGHTS = FOLDER / "tagger.npz"

# Clitics stand alone, because a verb may hide in them ("they've", "Iran's leader").
WORD = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Dr|Mr|Mrs|Ms|St|Jr|Sr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Prof|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec|[ap]\.m)\."
    r"|[A-Z]\.(?=\s[A-Z])|[ODL]['’][A-Z][^\W_]+|[A-Z][^\W\d_]+['’](?!(?:s|m|re|ve|ll|d|t)\b)[a-z]+\b|[^\W_]+(?=n['’]t\b)|n['’]t\b|['’](?:s|m|re|ve|ll|d|S)\b"
    r"|[^\W\d_][^\W_]*(?:[-.&][^\W_]+)*|\d[^\W_]*(?:[.,:/-][^\W_]+|[-–][$£€]\d[^\W_]*)*|\[?\.\.\.\]?|\S"
)
STRAIGHT = ("'", "’")
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

CLAUSE_ENDS = frozenset((",", ":", ".", "CCc", "CCv", "CCo"))
SUBJECT_ENDS = frozenset(("NN", "NNS", "NNP", "PRP"))
SENTENCE_ENDS = frozenset(".!?")
FEWEST_WORDS = 5  # of a sentence that must have a verb
FINITE = [TAGS.index(name) for name in ("VBD", "VBZ", "VBP")]
MAY_BE_VERBS = frozenset(("NN", "NNS", "JJ", "VB", "VBN", "IN"))
BEFORE_VERBS = frozenset(("NN", "NNS", "NNP", "CD", "PRP", "RB", "DT", ",", ":", "Q", "VBG"))
NEAR_ENOUGH = -4.6  # how far below the best tag a verb's may lie; chosen on newsdesk train
OPENERS = frozenset(("IN", "TO", "VBG", "WDT", "WP", "WRB"))  # behind one of these a participle may well be one

# Verbs with one form for the base, the past and the participle, which the window often takes for a noun.
ONE_FORM = frozenset("shut read put set cut hit cost let split beat spread cast quit hurt".split())
RISEN = frozenset("rose fell grew slid jumped climbed dropped slumped soared".split())
UNSUFFERED = frozenset(
    "waited arrived lived voted emigrated commuted applied remained stayed travelled traveled".split()
)
COUNTED = frozenset("confirmed suspected reported recorded registered known pledged declared".split())
OF_NET = frozenset(
    "income revenue revenues profit profits loss losses sales earnings debt interest assets cash new".split()
)
OF_COUNTED = frozenset(
    "case cases death deaths infection infections fatality fatalities patient patients delegate delegates".split()
)


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
        tags = with_verbs(
            _with_one_form(
                plain, _with_closed_marks(plain, _with_might(plain, _with_risen(plain, _with_counted(plain, read))))
            )
        )
        if len(part) >= FEWEST_WORDS and part[-1][0] in SENTENCE_ENDS and not VERBS.intersection(tags):
            _find_verb(tags, features[at : at + len(part)])
        tags = retagged.put_right(plain, misread.mended(plain, _with_net(plain, tags)))
        tags = with_dated_verbs(plain, with_share_verbs(plain, tags))
        tagged.append([Token(*word, tag) for word, tag in zip(part, tags, strict=True)])
        at += len(part) + PARAGRAPH_END
    return tagged


def with_verbs(tags: list[str]) -> list[str]:
    """The tags with a past form where a clause has a subject and a participle but no verb: "the council elected her"."""
    start = 0
    for end in range(len(tags) + 1):
        if end < len(tags) and tags[end] not in CLAUSE_ENDS:
            continue
        clause = tags[start:end]
        if "VBN" in clause and not any(tag in VERBS for tag in clause):
            at = clause.index("VBN")
            if at and clause[at - 1] in SUBJECT_ENDS and not any(tag in OPENERS for tag in clause[:at]):
                tags[start + at] = "VBD"
        start = end + 1
    return tags


def _with_counted(words: list[str], tags: list[str]) -> list[str]:
    """The tags with a participle in "37 *confirmed* cases": a figure confirms no cases."""
    for at in range(1, len(words) - 1):
        if tags[at - 1] == "CD" and tags[at] == "VBD" and words[at] in COUNTED and words[at + 1] in OF_COUNTED:
            tags[at] = "VBN"
    return tags


def _with_net(words: list[str], tags: list[str]) -> list[str]:
    """The tags without a verb "net" before what is earned or owed: "forecast *net revenue* of 4 million"."""
    for at in range(len(words) - 1):
        if words[at] == "net" and words[at + 1] in OF_NET:
            tags[at] = "JJ"
    return tags


def _with_risen(words: list[str], tags: list[str]) -> list[str]:
    """The tags with a past for "rose" and its like between a noun and a figure, and for what nobody has done to them: "120 people *waited*"."""
    for at in range(1, len(words) - 1):
        by = at + 2 < len(words) and words[at + 1] in ("by", "to", "from")  # "profits *rose* by 4%"
        risen = words[at] in RISEN and tags[at - 1] in SUBJECT_ENDS and tags[at + 1 + by] == "CD"
        if risen or (tags[at] == "VBN" and words[at] in UNSUFFERED and tags[at - 1] == "NNS"):
            tags[at] = "VBD"
    return tags


def _with_might(words: list[str], tags: list[str]) -> list[str]:
    """The tags with "might" as a verb behind a noun, where it is no power: "the effect *might fade*"."""
    for at in range(1, len(words) - 1):
        if words[at] == "might" and tags[at] == "NN" and tags[at - 1] in SUBJECT_ENDS:
            tags[at] = "MD"
            tags[at + 1] = "VB" if tags[at + 1] == "NN" else tags[at + 1]
    return tags


def _with_closed_marks(words: list[str], tags: list[str]) -> list[str]:
    """The tags with a closing mark where a possessive without its s was read behind an opening one: "Ben 'The Crane' Holt"."""
    opened = False
    if len(words) > 1 and words[0] in STRAIGHT and words[1][:1].isupper():
        tags[0] = "Q"  # "*'* Her sister told …" opens a quotation, and is no preposition
    curly = words[:1] == ["‘"]
    for at in range(1, len(words)):
        if words[at] == "‘" or (curly and words[at] == "’" and not _owns(words, tags, at)):
            tags[at], curly = "Q", words[at] == "‘"
            continue
        if words[at] not in STRAIGHT:
            continue
        if tags[at] == "POS" and not words[at - 1].lower().endswith(("s", "x", "z")):
            tags[at] = "Q"
        elif not opened and tags[at] == "Q" and _owns(words, tags, at):
            tags[at] = "POS"
        opened = not opened if tags[at] == "Q" else opened
    return tags


def _owns(words: list[str], tags: list[str], at: int) -> bool:
    """Whether a lone mark is the possessive of several: "“… part of the *authorities’* ploy …”"."""
    plural = tags[at - 1] in ("NNS", "NNP") and words[at - 1].endswith("s")
    return plural and words[at] == "’" and at + 1 < len(words) and tags[at + 1] in ("NN", "NNS", "JJ", "NNP")


def _with_one_form(words: list[str], tags: list[str]) -> list[str]:
    """The tags with a past for "shut" and its like, between a subject and an object of a sentence without another verb before: "Estonia *shut* its port"."""
    for at in range(1, len(words) - 1):
        if words[at] not in ONE_FORM or tags[at] not in ("NN", "VB", "VBN") or tags[at + 1] not in OPENS_OBJECT:
            continue
        before = tags[:at]
        closes = tags[at - 1] == "," and "WDT" in before and tags[at] == "VB"  # "Lind, whose firm failed, *read* it"
        named = tags[at - 1] in ("NNP", "PRP", "NNS") and not VERBS.intersection(before)
        if "TO" not in before and (closes or (named and not {"IN", ","}.intersection(before))):
            tags[at] = "VBD"
    return tags


def _find_verb(tags: list[str], features: Ids) -> None:
    """A verb for a whole sentence that was given none: the word that comes nearest to being one."""
    _, weights = _model()
    scores = _scores(weights, features)
    chances = scores[:, FINITE].max(axis=1) - scores.max(axis=1)
    fit = [at for at in range(1, len(tags)) if tags[at] in MAY_BE_VERBS and tags[at - 1] in BEFORE_VERBS]
    if not fit:
        return
    best = max(fit, key=lambda at: chances[at])
    if chances[best] >= NEAR_ENOUGH:
        tags[best] = TAGS[FINITE[int(scores[best, FINITE].argmax())]]


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
