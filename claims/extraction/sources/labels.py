"""The names of those who speak in a transcript, from the labels of their turns and from what the text calls them elsewhere."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.entities import Cast, Sort
from claims.extraction.lexicon import people
from claims.extraction.lexicon.heads import GIVEN_NAMES
from claims.extraction.sources import kinds
from claims.extraction.sources.called import UNKNOWN, Called
from claims.extraction.types import Passage, PassageKind, SourceKind, Span, Statement

_ANSWERS = frozenset(("a", "answer"))
_INITIALS = range(2, 4)  # letters
_ADDED = re.compile(r",? \(.*|, .*")
_FULL_NAME = re.compile(r"[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z]\.)? [^\W\d_a-z][\w'’-]+")
_CAPITALISED = r"(?:[^\W\d_a-z][\w.'’-]* ){1,3}"


class Labels:
    """Knows who is meant by each label of one text."""

    def __init__(self, text: str, passages: Sequence[Passage], cast: Cast) -> None:
        self.text = text
        self.cast = cast
        signs = {passage.led_by for passage in passages}
        labels = [(p.span, number in signs) for number, p in enumerate(passages) if p.kind is PassageKind.SPEAKER]
        self.spans = frozenset(span for span, signed in labels if not signed)
        self._signatures = tuple(span for span, signed in labels if signed)
        self._called: dict[str, Called] = {}
        self._read = "\n".join(
            p.span.of(text) for p in passages if self.spans and (p.is_prose or p.kind is PassageKind.HEADLINE)
        )

    def find(self, statement: Statement) -> Span | None:
        """The source of the statement that is a label, or the name in a line that signs what stands beside it."""
        for span in statement.source:
            if span in self.spans or any(signature.contains(span) for signature in self._signatures):
                return span
            if not statement.cue and span.of(self.text).isupper() and self.text.startswith(":", span.end):
                return span  # "ORME: “…”" of a fact-check
        return None

    def called(self, span: Span) -> Called:
        """Who speaks under the label at *span*."""
        label = _ADDED.sub("", span.of(self.text)).strip()
        if label not in self._called:
            signed = span not in self.spans
            self._called[label] = self._signer(label) if signed else self._who(label)
        return self._called[label]

    def _who(self, label: str) -> Called:
        if label.lower() in _ANSWERS:
            return self._who_answers()
        if label.lower() in people.SPEAKING_PARTS:
            return Called(people.SPEAKING_PARTS[label.lower()], SourceKind.ANONYMOUS)
        return self._person(label)

    def _signer(self, label: str) -> Called:
        """Who signs a post or a quotation: somebody, unless the words of the name tell another kind."""
        called = self._person(label)
        kind = kinds.of_name(label, label.split()[-1].lower())
        return replace(called, kind=kind) if kind and called.entity is None else called

    def _who_answers(self) -> Called:
        """Whoever else has a label, if that is one person alone; else whom the article names before the first label."""
        named = {_ADDED.sub("", span.of(self.text)) for span in self.spans}
        others = {
            self._person(label).name: label
            for label in named
            if label.lower() not in people.SPEAKING_PARTS.keys() | _ANSWERS
        }
        if others:
            return self._person(next(iter(others.values()))) if len(others) == 1 else UNKNOWN
        first = min(span.start for span in self.spans)
        for index, entity in enumerate(self.cast.entities):
            if entity.sort is Sort.PERSON and " " in entity.name and any(m.end <= first for m in entity.mentions):
                return Called(entity.name, SourceKind.PERSON, index)
        introduced = (name.group() for name in _FULL_NAME.finditer(self.text, 0, first))
        name = next((name for name in introduced if name.split()[0].lower() in GIVEN_NAMES), None)
        return Called(name, SourceKind.PERSON) if name else UNKNOWN

    def _person(self, label: str) -> Called:
        if label.lower().startswith("the "):
            return Called(label, SourceKind.PERSON)  # an office: "The Prime Minister"
        if label.isupper() and len(label) in _INITIALS:
            spelt = self._spelt(label)
            if spelt is None:
                return Called(label, SourceKind.PERSON)
            label = spelt
        own = [word for word in label.split() if word.strip(".").lower() not in people.TITLES] or label.split()
        last = own[-1].casefold()
        for index, entity in enumerate(self.cast.entities):
            whole_name = entity.named and not entity.members and " " in entity.name and len(own) == 1
            if whole_name and entity.name.casefold().split()[-1] == last:
                return Called(entity.name, SourceKind.PERSON, index)
        whole = self._in_full(own[-1]) if len(own) == 1 else None
        return Called(whole or " ".join(_cased(word) for word in own), SourceKind.PERSON)

    def _spelt(self, initials: str) -> str | None:
        """The one label, or else the one person, with these initials: "NG" is Natasha Gor once she has been introduced so."""
        labels = {_ADDED.sub("", span.of(self.text)) for span in self.spans}
        people_named = {entity.name for entity in self.cast.entities if entity.named and entity.sort is Sort.PERSON}
        for names in (labels, people_named):
            found = [one for one in names if "".join(word[0] for word in one.split()) == initials]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _in_full(self, surname: str) -> str | None:
        """The surname with the names before it, wherever the text or its headline has them."""
        found = re.search(rf"({_CAPITALISED})({re.escape(_cased(surname))})\b", self._read)
        if found is None:
            return None
        first = [word for word in found[1].split() if word.strip(".").lower() not in people.TITLES | people.ROLES]
        return " ".join([*first[-2:], found[2]]) if first else None


def _cased(word: str) -> str:
    """A word in capitals as names are written: "O'NEIL-HALE" → "O'Neil-Hale"."""
    return re.sub(r"[^\W_]+", lambda part: part[0].capitalize(), word) if word.isupper() and len(word) > 2 else word
