"""What "it" and "they" go back to where no name is meant: the subject of the clause or sentence before."""

from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.lexicon import people
from claims.extraction.standalone.clauses import ABOUT, main_verb, subject
from claims.extraction.standalone.cutting.cuts import Tokens, is_date
from claims.extraction.standalone.frames.told import is_plural
from claims.extraction.standalone.placed import Placed
from claims.extraction.standalone.tags import FINITE

REACH = 3  # sentences back that a pronoun may go
LONGEST = 9  # words of a subject that may stand in for a pronoun; a longer one says too much at once
# Verbs that are no nouns: a phrase that ends with one was read wrongly.
SAYING = frozenset(
    "insists says argues believes thinks adds warns denies admits maintains alleges suggests tells contends asserts confirms".split()
)
PERSONS = people.ROLES | people.NAMELESS
ONE = frozenset(("is", "was", "has", "does"))  # before these no plural stands
COUNTING = frozenset("one another each neither".split())
MANY = frozenset("majority minority number handful half third quarter total crowd couple".split())  # who are they
HEARERS = frozenset("court jury inquest hearing tribunal inquiry trial committee".split())
UNFIT = frozenset(
    ("PRP", "PRP$", "EX", "WP", "WDT", "POS")
)  # what goes back to something itself, or belongs to another


class Subjects:
    """The subjects of one text's sentences."""

    def __init__(self, sentences: Sequence[Tokens]) -> None:
        self._sentences = Placed(sentences)

    def before(self, at: int, pronoun: str) -> Tokens:
        """The words that the pronoun at that place of the text goes back to; none where that is not clear."""
        number = self._sentences.number(at)
        if number < 0:
            return []
        here = _last_part([t for t in self._sentences[number] if t.start < at])
        for back in range(REACH):
            clause = here if not back else self._sentences[number - back] if number >= back else []
            found = _subject_of(clause)
            if not found:
                if back:
                    return []
                continue
            if len(found) == 1 and found[0].lower == pronoun:
                continue
            if _agrees(found, pronoun):
                return [] if back and pronoun == "it" and (_names_doer(clause) or _hears(found, clause)) else found
            if back or (pronoun == "it" and _may_be_it(found)):
                return []
        return []


def _may_be_it(found: Tokens) -> bool:
    """Whether "it" goes no further back than here: "*Doctors' pay* has risen, but the union says *it* …"."""
    return found[-1].tag == "NN" and (found[-1].lower in MANY or any(t.tag == "POS" for t in found))


def _last_part(tokens: Tokens) -> Tokens:
    """The words behind the last semicolon: what stands before it has a subject of its own."""
    joint = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].word == ";"), None)
    behind = tokens if joint is None else tokens[joint + 1 :]
    return behind if main_verb(behind) is not None else tokens


def _names_doer(clause: Tokens) -> bool:
    """Whether somebody did what the subject suffered, and may be meant as well: "The study was funded *by the Tea Council*. It had no say"."""
    doer = next((i for i, t in enumerate(clause) if t.lower == "by" and i and clause[i - 1].tag == "VBN"), None)
    return doer is not None and any(t.tag == "NNP" for t in clause[doer + 1 : doer + 4])


def _hears(found: Tokens, clause: Tokens) -> bool:
    """Whether a court was told of somebody else: "The court heard how the firm had failed. *It* had no plan"."""
    return found[-1].lower in HEARERS and any(t.lower in ("heard", "told") for t in clause)


def _subject_of(tokens: Tokens) -> Tokens:
    """The subject of a clause; a lone plural that opens a sentence is no name: "*Wages* grew"."""
    verb = main_verb(tokens)
    found = _with_about(tokens, subject(tokens, verb)) if verb else []
    lone = len(found) == 1 and found[0] is tokens[0] and found[0].tag == "NNP"
    if (
        lone
        and found[0].word[1:].islower()
        and found[0].lower.endswith("s")
        and not found[0].lower.endswith(("ss", "us", "is"))
    ):
        return [replace(found[0], tag="NNS")] if tokens[verb or 0].lower not in ONE else found
    return found


def _with_about(tokens: Tokens, found: Tokens) -> Tokens:
    """A figure with what makes it less exact: "*nearly* half of teachers"."""
    at = next((i for i, t in enumerate(tokens) if found and t is found[0]), 0)
    figure = bool(at) and (found[0].tag == "CD" or found[0].lower == "half")
    return [tokens[at - 1], *found] if figure and tokens[at - 1].lower in ABOUT | {"roughly"} else found


def _agrees(found: Tokens, pronoun: str) -> bool:
    """Whether a noun phrase may be taken up by the pronoun, and says more than it."""
    if len(found) > LONGEST or is_date(found) or any(t.tag in UNFIT or t.tag in FINITE for t in found):
        return False
    end = next((i for i, t in enumerate(found) if i and t.tag in ("IN", "TO", ",")), len(found))
    head = found[end - 1]
    if found[0].tag == "CD" and any(t.word == "%" for t in found):
        return False  # a share of people, whom nothing takes up
    if pronoun == "it" and (found[0].lower in COUNTING or not MANY.isdisjoint(t.lower for t in found[:end])):
        return False  # "One frontbencher": one of several people mostly
    if head.tag not in ("NN", "NNS", "NNP") or head.lower in PERSONS | SAYING:
        return False
    plural = is_plural(found)
    return plural if pronoun == "they" else not plural and head.tag != "NNS"
