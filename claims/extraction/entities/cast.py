"""The cast of an article: every person, body, place and thing that it names, and what any short form of them stands for."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from claims.extraction.entities import antecedents
from claims.extraction.entities.antecedents import NOBODY, Heard
from claims.extraction.entities.clusters import Cluster
from claims.extraction.entities.members import Entity, Name
from claims.extraction.entities.mentions import Form, Mention
from claims.extraction.entities.resolving import ROLE_BEHIND, SPEAKERS, Resolving
from claims.extraction.entities.sorts import Sort
from claims.extraction.lexicon import bodies, pronouns
from claims.extraction.types import Span

# A look for one is far cheaper than reading all words of a stretch, of which most have none.
# A pronoun that is a word of its own: not in "she-wolf".
_THIRD_PERSON = re.compile(
    rf"(?<![^\W_])(?<!\w[-–‑&'’])(?:{'|'.join(sorted(pronouns.THIRD_PERSON))})(?!\w|[-–‑&]\w)", re.IGNORECASE
)
LEAST = 0.45  # below this share of all candidates a pronoun's antecedent is a guess; chosen on the development set
# Of which sort the subject is that these possessives go back to.
_OWNERS = {"its": (Sort.BODY, Sort.PLACE), "his": (Sort.PERSON,), "her": (Sort.PERSON,)}
_OF_SENTENCE = 8  # mentions of a sentence before a possessive that are looked at
_SURE_GENERIC = 0.5
_CONTESTED = 0.3  # of several that "the company" may mean, the one named last
_SURE_IT = 0.6  # "it" goes back to so many things that only a clear lead counts
# "It is clear that", "it was reported that", "it would be wrong to": no antecedent at all.
_EMPTY_IT = re.compile(
    r"(?:['’]s| is| was| will be| would be| has been| had been| seems| appears| may be| might be| became)"
    r"(?: not| now| also| still| very| so| too| more| widely| never| always)*"
    r" (?:(?:a matter|a question|a case|only a matter|just a matter) of\b|(?:an?|no|his|her|my|our) (?:\w+ ){0,2}"
    r"(?:decision|honou?r|pleasure|privilege|shame|pity|mistake|tragedy|relief|joy|challenge|duty|surprise|disgrace|secret|coincidence|accident)"
    r" (?:to|that|for|if|when)\b|\w+ (?:that|to|for|if|whether|how|why|who)\b|certain|clear|unclear|likely|unlikely|possible|impossible|time|hoped|raining)"
)
_SURE = {
    Form.NAME: 0.95,
    Form.LIST: 0.95,
    Form.ROLE: 0.85,
    Form.NOUN: 0.75,
}  # how often a link of such a mention holds, by the same set


class Cast:
    """The entities of one text, in the order of their first mention."""

    def __init__(
        self, text: str, mentions: Sequence[Mention] = (), owners: Sequence[int] = (), clusters: Sequence[Cluster] = ()
    ) -> None:
        self._text = text
        self._mentions = mentions
        self._owners = owners
        self._clusters = clusters
        self._starts = [mention.whole.start for mention in mentions]
        self.entities = tuple(self._entity(cluster) for cluster in clusters)
        self._resolving = Resolving(text, mentions, owners, clusters, self.entities)

    def _entity(self, cluster: Cluster) -> Entity:
        return Entity(
            name=self._name(cluster),
            sort=cluster.sort,
            mentions=tuple(mention.span for mention in cluster.mentions if not mention.outside),
            gender=cluster.gender,
            roles=tuple(sorted(cluster.roles)),
            short=tuple(sorted(cluster.aliases)),
            named=cluster.form in (Form.NAME, Form.LIST),
            head=cluster.head,
            label=cluster.label,
            members=cluster.members,
        )

    def _name(self, cluster: Cluster) -> str:
        if not cluster.members:
            return " ".join(cluster.words)
        names = [" ".join(self._clusters[member].words) for member in cluster.members]
        return ", ".join(names[:-1]) + " and " + names[-1]

    def resolve(
        self, span: Span, heard: Heard = NOBODY, least: float = LEAST, avoid: Collection[int] = ()
    ) -> Name | None:
        """What the pronoun, surname, acronym, role or name at *span* stands for; None where no answer leads with *least*.

        *heard* is who has spoken before *span*, if the caller knows: a pronoun leans towards them. *avoid* is whom it cannot
        mean: a speaker does not call himself "he".
        """
        said = span.of(self._text).strip().lower()
        if said in pronouns.THIRD_PERSON:
            return self._resolving.antecedent(span, said, heard, least, avoid)
        place = self.mention_at(span)
        return None if place is None else self._name_of(place)

    def candidates(self, span: Span, pronoun: str, heard: Heard) -> list[antecedents.Candidate]:
        """Whom the pronoun at *span* may stand for, with the features by which they are weighed."""
        return self._resolving.candidates(span, pronoun, heard)

    def mention_at(self, span: Span) -> int | None:
        """The index of the mention that covers *span* best; None where none covers half of it."""
        best, share = None, 0.5
        for place in self.mentions_in(span):
            for piece in (self._mentions[place].span, self._mentions[place].whole):
                common = min(span.end, piece.end) - max(span.start, piece.start)
                covered = common / (max(span.end, piece.end) - min(span.start, piece.start))
                if covered > share:
                    best, share = place, covered
        return best

    def mentions_in(self, span: Span) -> range:
        """The indices of the mentions that begin inside *span*."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def subject_before(self, span: Span, wanted: Sequence[Sort | None] = ()) -> Name | None:
        """Who opens the sentence of the "its", "his" or "her" at *span*, where no other of their sort is named between.

        "Orland shut its border, *its* army said"; "the minister was not available, but *his* deputy said".
        """
        wanted = wanted or _OWNERS.get(span.of(self._text).lower(), ())
        end = bisect_left(self._starts, span.start)
        here, _leads = self._resolving.sentence_at(span, end)
        before = [self.mention(at) for at in range(max(0, end - _OF_SENTENCE), end)]
        before = [(mention, owner) for mention, owner in before if mention.sentence == here and mention.sort in wanted]
        if len({owner for _, owner in before}) != 1 or not before[0][0].leads:
            return None
        first = before[0][0]
        plain = first.form is Form.NAME or (first.sort is Sort.PERSON and first.definite)
        return Name(self.entities[before[0][1]].name, 1.0, before[0][1]) if plain else None

    def owner_before(self, span: Span) -> int | None:
        """The entity that is named right before *span*: whom "who" and "which" take up."""
        place = bisect_left(self._starts, span.start) - 1
        near = place >= 0 and self._text[self._mentions[place].whole.end : span.start].strip() in ("", ",")
        return self._owners[place] if near else None

    def mention(self, place: int) -> tuple[Mention, int]:
        """The mention of that index, and the index of its entity."""
        return self._mentions[place], self._owners[place]

    def owns(self, place: int) -> bool:
        """Whether the mention of that index only says whose something is: "*Flintshire's* chief executive"."""
        return self._text.startswith(("'s ", "’s ", "' ", "’ "), self._mentions[place].span.end)

    def stands_before_noun(self, place: int) -> bool:
        """Whether the mention of that index only tells of the person behind it: "*Osk* resident Ann Lind"."""
        after = ROLE_BEHIND.match(self._text, self._mentions[place].span.end)
        return after is not None and after.group(1) in SPEAKERS

    def short_forms(
        self, within: Span, heard: Heard = NOBODY, least: float = LEAST, avoid: Collection[int] = ()
    ) -> tuple[tuple[Span, Name], ...]:
        """Each pronoun and short form inside *within* that stands for a fuller name, with that name, in order.

        A possessive is found without its ending: the span of "his" is the whole word, that of "Johnson's" is "Johnson".
        """
        found = [*self._short_mentions(within), *self._pronouns(within, heard, least, avoid)]
        found.sort(key=lambda pair: (pair[0].start, -pair[0].end))
        kept: list[tuple[Span, Name]] = []
        for span, name in found:
            if not kept or span.start >= kept[-1][0].end:
                kept.append((span, name))
        return tuple(kept)

    def _short_mentions(self, within: Span) -> Iterator[tuple[Span, Name]]:
        for place in self.mentions_in(within):
            mention, owner = self.mention(place)
            entity = self.entities[owner]
            span = mention.span if mention.form is Form.NAME else mention.whole
            shorter = entity.named and len(mention.words) < len(entity.name.split())
            if shorter and within.contains(span) and not _speaks_for_itself(mention):
                yield span, self._name_of(place)

    def _pronouns(
        self, within: Span, heard: Heard, least: float, avoid: Collection[int]
    ) -> Iterator[tuple[Span, Name]]:
        for match in _THIRD_PERSON.finditer(self._text, within.start, within.end):
            word = match[0].lower()
            if match[0] == "IT" or word == "both" or self._is_half(match):
                continue
            if word == "it" and _EMPTY_IT.match(self._text, match.end()):
                continue
            span = Span(*match.span())
            sure = max(least, _SURE_IT) if word in pronouns.NEUTER else least
            name = self._resolving.antecedent(span, word, heard, sure, avoid)
            if name is not None and (
                self.entities[name.entity].named or (word in pronouns.NEUTER and self._is_full(name, heard))
            ):
                yield span, name

    def _is_full(self, name: Name, heard: Heard) -> bool:
        """Whether a description of the speaker says who it is: "Orland's defence ministry"."""
        return name.entity == heard.last and any(word[:1].isupper() for word in name.text.split())

    def _is_half(self, word: re.Match[str]) -> bool:
        """Whether a word is only half a pronoun: "his/her", "s/he", "[t]he"."""
        return (
            self._text[word.start() - 1 : word.start()] in ("/", "]") or self._text[word.end() : word.end() + 1] == "/"
        )

    def _name_of(self, place: int) -> Name:
        mention, owner = self.mention(place)
        entity = self.entities[owner]
        own_head = mention.head == entity.head or bool(set(mention.roles) & set(entity.roles))
        generic = mention.form is Form.NOUN and not own_head  # "the company", linked only by who was spoken of last
        if mention.contested:
            return Name(entity.name, _CONTESTED, owner)
        return Name(entity.name, _SURE_GENERIC if generic else _SURE[mention.form], owner)


def _speaks_for_itself(mention: Mention) -> bool:
    """Whether a reader needs no fuller name: "the EU", "Congress"."""
    generic = len(mention.words) == 1 and mention.head in bodies.GENERIC_BODIES and mention.form is Form.NAME
    return generic or mention.form is Form.LIST or mention.text in bodies.KNOWN_LETTERS
