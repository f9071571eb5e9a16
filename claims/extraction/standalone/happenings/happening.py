"""What happened, where and when, for claims that only point at it ("the crash") or tell a part of it ("the driver")."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.lexicon.calendar import MONTHS, WEEKDAYS
from claims.extraction.lexicon.happenings import HARMFUL, NAMELESS
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.cutting.cuts import Tokens, inside_quotes
from claims.extraction.standalone.happenings import happening_parts, lead
from claims.extraction.standalone.happenings.happening_parts import LONGER, NARROWING
from claims.extraction.standalone.happenings.lead import Lead
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import PLAIN_NOUNS

DATED = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b|\b(?:19|20)\d\d\b|day\b")
ELSEWHEN = re.compile(
    rf"\b(?:{'|'.join((*MONTHS, *WEEKDAYS))}|(?:19|20)\d\d|ago|previous|earlier|since|every|annual)\b"
)
POINTS = frozenset(("the", "this"))
LONGEST = 16  # words of a claim that the happening can be put behind without going astray


@dataclass(frozen=True, slots=True)
class Happening:
    """What an article is about, for the claims that point at it or tell a part of it."""

    lead: Lead
    scene: str | None  # "in Karaj"

    def changes(self, tokens: Sequence[Token], changes: Sequence[Change]) -> list[Change]:
        """What it was, where and when, put where the claim means it; none where the claim says so or means another."""
        said = _said(tokens, changes)
        for at, quoted in enumerate(inside_quotes(tokens)):
            if not quoted and self._means_it(tokens, at):
                return self._spelled(tokens, at, said)
        if not self.lead.titled or not self._is_harmful() or self._is_told_or_outside(tokens):
            return []
        called, where = self._called(said), self._where(said)
        if not where and called == self.lead.noun:
            return []  # "the shooter in the shooting" says no more than "the shooter"
        part = happening_parts.change(tokens, self.lead, called, where)
        if part is None and not _is_of_somebody(tokens) and not ELSEWHEN.search(said):
            part = happening_parts.harm(tokens, called + where)
        return [part] if part else []

    def _spelled(self, tokens: Sequence[Token], at: int, said: str) -> list[Change]:
        token, before = tokens[at], tokens[at - 1]
        words = self._where(said) + self._when(said)
        found = [Change(token.end, token.end, words)] if words else []
        called = self._called(said)
        shorter = token.lower in (self.lead.noun, *NAMELESS) or " of " in called or " on " in called
        known = token.lower == called or f"the {called}" in said.lower()
        if self.lead.titled and before.lower in POINTS and shorter and not known:
            this = before.lower == "this" and before.start >= 0
            found.append(Change(before.start if this else token.start, token.end, "the " * this + called))
        return found

    def _called(self, said: str) -> str:
        """What it is called; without whom it befell, where the claim names them anyway."""
        name, of, victim = self.lead.called.partition(" of ")
        return name if of and victim.split()[-1] in said else self.lead.called

    def _where(self, said: str) -> str:
        place, words = self._place(), said.split()
        if place is None or place in said or any(word[:1].isupper() and word in words for word in place.split()):
            return ""
        return f" {place}"

    def _place(self) -> str | None:
        """Where it was: by the lead's or title's words for it, or by a place that both name."""
        if self.lead.place and self._is_harmful():
            return self.lead.place
        name = self.scene.split(" ", 1)[1] if self.scene else ""
        at_scene = not self.lead.before or (name in self.lead.behind and name not in self.lead.before)
        return self.scene if name and at_scene else None

    def _when(self, said: str) -> str:
        return f" on {self.lead.day}" if self.lead.day and not DATED.search(said) else ""

    def _means_it(self, tokens: Sequence[Token], at: int) -> bool:
        token = tokens[at]
        if not self.lead.begins <= token.start < self.lead.ends or token.tag not in PLAIN_NOUNS:
            return False
        nameless = self.lead.titled and token.lower in NAMELESS and self._is_harmful()
        if token.lower not in self.lead.nouns and not nameless:
            return False
        start = at
        while start and tokens[start - 1].tag == "NN":
            start -= 1
        if not start or tokens[start - 1].lower not in POINTS or self._is_other(tokens[start:at]):
            return False
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        return after is None or not (after.tag in LONGER or after.lower in NARROWING)

    def _is_other(self, modifiers: Sequence[Token]) -> bool:
        """Whether a noun is called so that another is meant: "the air strikes" in an article about drone strikes."""
        fuller = re.split(r" (?:of|on) ", self.lead.called)[0].split()
        return len(fuller) > 1 and any(t.lower not in fuller for t in modifiers)

    def _is_harmful(self) -> bool:
        return bool(HARMFUL & lead.kind_of(self.lead.noun))

    def _is_told_or_outside(self, tokens: Sequence[Token]) -> bool:
        """Whether a claim says what happened itself, or stands before or behind what the article tells of it."""
        first = next((t.start for t in tokens if t.start >= 0), 0)
        stems = {noun.removesuffix("s") for noun in self.lead.nouns}
        told = any(t.lower.removesuffix("s") in stems for t in tokens)
        return told or len(tokens) > LONGEST or not self.lead.begins <= first < self.lead.ends


def of_article(
    text: str, sentences: Sequence[Tokens], title: str | None, dateline: datetime.date | None, scene: str | None
) -> Happening | None:
    """What an article is about, where its title and lead tell one happening."""
    told = lead.of_article(text, sentences, title, dateline)
    return Happening(told, scene) if told else None


def _is_of_somebody(tokens: Sequence[Token]) -> bool:
    """Whether a claim has a name or a pronoun, so that it may be about something else."""
    return any(t.tag in ("NNP", "Q", "PRP", "PRP$") for t in tokens)


def _said(tokens: Sequence[Token], changes: Sequence[Change]) -> str:
    return " ".join([*(t.word for t in tokens), *(change.words for change in changes)])
