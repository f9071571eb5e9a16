"""Mentions: the names in a passage, split into titles and the name proper, and the noun phrases that stand for people or bodies."""

from dataclasses import dataclass
from enum import StrEnum

from claims.extraction.entities.sorts import Gender, Sort
from claims.extraction.types import Span


class Form(StrEnum):
    NAME = "name"  # "Mike Pompeo", "the Federal Aviation Administration"
    ROLE = "role"  # "the Prime Minister": capitalised, yet no name
    LIST = "list"  # "Mugabe and Tsvangirai": whom "they" and "both" take up
    NOUN = "noun"  # "the ministry", "an international team of scientists"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where something is named; *span* leaves out articles and titles, *whole* takes them in."""

    form: Form
    span: Span
    whole: Span
    words: tuple[str, ...]
    head: str  # the head noun in lower case: "ministry", "administration", or a person's last name
    sentence: int
    leads: bool  # first in its sentence, where subjects stand
    sort: Sort | None = None
    gender: Gender | None = None
    roles: tuple[str, ...] = ()
    definite: bool = False
    alias: str | None = None  # the acronym given in brackets behind it
    label: str = (
        ""  # what the text calls it: "news agency" of "the news agency Fars", "cybersecurity firm" of an apposition
    )
    doubtful: bool = False  # one word that opens a sentence and is capitalised nowhere else: maybe no name at all
    contested: bool = False  # "the company" where the text has named several that may be called so
    outside: bool = False  # in the title, whose positions are not the text's
    qualifiers: frozenset[str] = frozenset()  # the other words of a title or phrase: "interior" of "interior minister"

    @property
    def text(self) -> str:
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Lines:
    """What the whole text says about its words: which occur in lower case, and which are capitalised inside a sentence."""

    small: frozenset[str]
    capital: frozenset[str]


def stands_beside(role: Mention, name: Mention) -> bool:
    """Whether a name is told right behind a role, and both are one person: "Its leader, Jan Berg"; of "his brother, Jan" he is who it is about."""
    if role.qualifiers & {"his", "her"} or role.sentence != name.sentence:
        return False
    apart = name.whole.start - role.whole.end
    return role.form is Form.NOUN and bool(role.roles) and name.form is Form.NAME and apart == len(", ")
