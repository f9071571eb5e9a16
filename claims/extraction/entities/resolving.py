"""Whom a pronoun of a text stands for: the likeliest of those named before it, unless the text tells of another."""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence

from claims.extraction.entities import antecedents, centring, words
from claims.extraction.entities.antecedents import Heard
from claims.extraction.entities.clusters import Cluster
from claims.extraction.entities.members import Entity, Name
from claims.extraction.entities.mentions import Form, Mention
from claims.extraction.entities.protagonist import fits, protagonist
from claims.extraction.entities.sorts import Sort
from claims.extraction.entities.weights import WEIGHTS
from claims.extraction.lexicon import people, pronouns
from claims.extraction.types import Span

ROLE_BEHIND = re.compile(r" ([a-z]+)\b")
SPEAKERS = people.ROLES | people.NAMELESS | people.OFFICIAL_GROUPS
_SUBJECT = re.compile(
    r"(?:['’](?:s|d|ll)|(?: \w+ly)? (?:\w+ed|[hw]as|had|will|would|could|can|did|does|must|may|might|should|\w+s))\b"
)
# Who only asked for an answer: "It didn't respond to *Velm's request* for comment".
_ASKING = re.compile(
    r"(?:[Tt]he )?[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3}(?:(?<=[sS])['’]|['’]s) (?:[a-z]+ )?(?:requests?|questions|inquir(?:y|ies)|calls|emails) (?:for|about|on|to|seeking)\b"
)
# By these somebody else comes in: "he met *Berg*", "he was jailed with *Berg*".
_BESIDE = re.compile(
    r" (?:to|with|from|against|for|met|told|asked|joined|accused|praised|thanked|succeeded|replaced|beat|defeated|married|backed|endorsed|sued|called) $"
)
LATELY = 2  # sentences back: the one before, and what is quoted
_SURE_OF_CENTRE = 0.6  # where the text itself tells whom it goes on about


class Resolving:
    """Finds the antecedents of one text's pronouns."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        owners: Sequence[int],
        clusters: Sequence[Cluster],
        entities: Sequence[Entity],
    ) -> None:
        self._text = text
        self._mentions = mentions
        self._owners = owners
        self._clusters = clusters
        self._starts = [mention.whole.start for mention in mentions]
        self._protagonist = protagonist(clusters)
        self.entities = entities

    def antecedent(self, span: Span, pronoun: str, heard: Heard, least: float, avoid: Collection[int]) -> Name | None:
        first = centring.chained(self._text, span.start, pronoun)
        span = Span(first, first + len(pronoun))
        others = self._named_behind(span)
        options = [one for one in self.candidates(span, pronoun, heard) if one.cluster not in others | set(avoid)]
        if pronoun in pronouns.NEUTER:
            options = [option for option in options if not _ASKING.match(self._text, option.start)]
        weights = WEIGHTS[family(pronoun)]
        chosen = antecedents.choose(options, weights, least)
        if chosen is not None and pronoun in pronouns.NEUTER and self._is_overtaken(chosen[0], options, span, heard):
            return None
        if chosen is not None and pronoun in pronouns.NEUTER and self._yields_to_speaker(chosen[0], options, heard):
            if not _SUBJECT.match(self._text, span.end):
                return None  # "the embassy dismissed *it* as fiction"
            return Name(self.entities[heard.last or 0].name, chosen[1], heard.last or 0)
        if (
            chosen is not None
            and pronoun in pronouns.PLURAL
            and self._yields_to_several(chosen[0], options, span, heard)
        ):
            return Name(self.entities[heard.last or 0].name, chosen[1], heard.last or 0)
        gendered = pronoun in pronouns.GENDERED
        if gendered and self._means_protagonist(chosen, options, span, heard, avoid):
            chosen = (self._protagonist or 0, max(least, _SURE_OF_CENTRE))
        elif chosen is not None and gendered:
            chosen = self._nearer(chosen, options, span, heard, least)
        return None if chosen is None else Name(self.entities[chosen[0]].name, chosen[1], chosen[0])

    def _named_behind(self, span: Span) -> set[int]:
        """Who is named behind the subject of a sentence, and is not meant by it: "*He* got the medal from Berg", "… given by the president"."""
        if span.of(self._text) not in ("He", "She"):
            return set()
        first = bisect_left(self._starts, span.end)
        here, _leads = self.sentence_at(span, first)
        found = set()
        for mention, owner in zip(self._mentions[first:], self._owners[first:], strict=False):
            if mention.sentence != here or mention.outside:
                break
            start = mention.whole.start
            beside = mention.form is Form.NAME and _BESIDE.search(self._text, span.end, start) is not None
            if beside or self._text.endswith("by ", 0, start):
                found.add(owner)
        return found

    def _is_overtaken(self, chosen: int, options: Sequence[antecedents.Candidate], span: Span, heard: Heard) -> bool:
        """Whether another body is named since the speaker: "the court ruled that the government erred when *it* held them"."""
        here, _leads = self.sentence_at(span, bisect_left(self._starts, span.start))
        last = next((one for one in options if one.cluster == chosen), None)
        if last is None or chosen != heard.last:
            return False
        since = [one for one in options if one.sentence == here and one.start > last.start]
        return any(self.entities[one.cluster].sort is Sort.BODY for one in since)

    def _yields_to_speaker(self, chosen: int, options: Sequence[antecedents.Candidate], heard: Heard) -> bool:
        """Whether a body that speaks is "it" rather than a town, or one named for its people only: "a Home Office source"."""
        if heard.last is None or heard.last == chosen or self.entities[heard.last].sort not in (Sort.BODY, None):
            return False
        speaks = any(one.cluster == heard.last for one in options)
        last = next((one for one in options if one.cluster == chosen), None)
        if not speaks or last is None:
            return False
        return (
            self.entities[chosen].sort is Sort.PLACE
            or self._qualifies_people(chosen)
            or self._is_own_paper(chosen, last.start)
        )

    def _is_own_paper(self, entity: int, start: int) -> bool:
        """Whether a paper was told of as the place where somebody said something: "the agency said *in its weekly report*, but *it* warned"."""
        return self.entities[entity].sort is Sort.THING and self._text.endswith((" in ", " on "), 0, start)

    def _yields_to_several(
        self, chosen: int, options: Sequence[antecedents.Candidate], span: Span, heard: Heard
    ) -> bool:
        """Whether several people who have just spoken are "they" rather than a body that they spoke about: "the two said the Church …. *They* wrote"."""
        if heard.last is None or heard.last == chosen or self.entities[heard.last].sort is not Sort.PEOPLE:
            return False
        here, _leads = self.sentence_at(span, bisect_left(self._starts, span.start))
        last = next((one for one in options if one.cluster == heard.last), None)
        other = next((one for one in options if one.cluster == chosen), None)
        if last is None or other is None or other.sort not in (Sort.BODY, None):
            return False
        return last.sentence >= here - LATELY and not other.leads

    def _qualifies_people(self, entity: int) -> bool:
        """Whether the only mention of a name stands before somebody's role."""
        mentions = self.entities[entity].mentions
        after = ROLE_BEHIND.match(self._text, mentions[0].end) if len(mentions) == 1 else None
        return after is not None and after.group(1) in SPEAKERS

    def _nearer(
        self,
        chosen: tuple[int, float],
        options: Sequence[antecedents.Candidate],
        span: Span,
        heard: Heard,
        least: float,
    ) -> tuple[int, float] | None:
        """The choice, unless the text has gone on to somebody else: then that one if they are its subject, or nobody."""
        here, _leads = self.sentence_at(span, bisect_left(self._starts, span.start))
        if (led := centring.before_colon(self._text, options, here, span.start)) is not None:
            return led, 1.0
        if (owned := centring.apposed(self._text, options, here)) is not None:
            return owned, 1.0
        unsure = chosen[0] != heard.last and centring.is_below(self._text, options, here, chosen[0], span.start)
        unsure = unsure or centring.stands_since(self._text, options, here, chosen[0])
        unsure = unsure or centring.is_of_kin(self._text, options, here, chosen[0], span.start)
        if unsure or centring.goes_on_unnamed(self._text, options, here, chosen[0]):
            return None
        if (other := centring.gone_on_to(self._text, options, here, chosen[0], span.start)) is not None:
            return other, max(least, _SURE_OF_CENTRE)
        near = centring.centre(self._text, options, here, heard.last)
        if any(one.cluster == chosen[0] for one in near):
            return chosen
        nearer = antecedents.choose(near, WEIGHTS["person"], least)
        told = nearer and next(one for one in near if one.cluster == nearer[0])
        return nearer if told and told.sort is Sort.PERSON and centring.is_subject(self._text, told) else None

    def _means_protagonist(
        self,
        chosen: tuple[int, float] | None,
        options: Sequence[antecedents.Candidate],
        span: Span,
        heard: Heard,
        avoid: Collection[int],
    ) -> bool:
        """Whether "he" or "she" at *span* is the one person whom the title names, though another stands nearer."""
        at = self._protagonist
        if at is None or at in avoid or not fits(self._clusters[at], span, self._text):
            return False
        if centring.is_of_the_dead(self._text, span.start, span.end):
            return True
        if chosen is not None and chosen[0] == heard.last:
            return False
        last = next((one for one in options if chosen is not None and one.cluster == chosen[0] != at), None)
        return centring.is_of_protagonist(self._text, last)

    def candidates(self, span: Span, pronoun: str, heard: Heard) -> list[antecedents.Candidate]:
        """Whom the pronoun at *span* may stand for, with the features by which they are weighed."""
        end = bisect_left(self._starts, span.start)
        begin = max(0, end - antecedents.MOST)
        before = [(self._mentions[at], self._owners[at]) for at in range(begin, end)]
        place = antecedents.Place(pronoun, *self.sentence_at(span, end), heard)
        return list(antecedents.candidates(place, before, self._clusters))

    def sentence_at(self, span: Span, end: int) -> tuple[int, bool]:
        """The number of the sentence at *span*, counted on from the mention before it, and whether *span* opens it."""
        if not end:
            return 0, True
        last = self._mentions[end - 1]
        sentence, leads = last.sentence, False
        for word in words.read(self._text, last.whole.start, span.end, last.sentence):
            sentence, leads = word.sentence, word.opens
        return sentence, leads


def family(pronoun: str) -> str:
    """Which weights a pronoun goes by."""
    if pronoun in pronouns.NEUTER:
        return "it"
    return "they" if pronoun in pronouns.PLURAL else "person"
