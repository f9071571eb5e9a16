"""A stretch of text cut into its single propositions: candidates by grammar, the choice among them by a learnt judge."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from claims.extraction.standalone.cutting import (
    alike,
    appositions,
    asides,
    company,
    coordination,
    dated,
    figures,
    one_verb,
    participles,
    parts,
    relative_objects,
    relatives,
    subordination,
    verb_phrases,
    wholeness,
)
from claims.extraction.standalone.cutting.cuts import Split, Tokens

MOST_PROPOSITIONS = 8  # of one sentence: beyond that the text is a list, not prose
FEWEST_WORDS = 3  # no proposition has fewer
LONGEST = 120  # words of a sentence that is cut; a longer one is no prose, and cutting takes time by the square


@dataclass(frozen=True, slots=True)
class Piece:
    """One proposition, with the kinds of the cuts that left it, the first one first."""

    tokens: Tokens
    cuts: tuple[str, ...] = ()

    def left(self, tokens: Tokens, kind: str) -> "Piece":
        """What a cut of this piece leaves."""
        return Piece(tokens, (*self.cuts, kind))


Judge = Callable[[Tokens, Split], bool]
Finder = Callable[[Tokens], Iterator[Split]]

FINDERS: tuple[Finder, ...] = (
    coordination.pieces,
    alike.as_did,
    coordination.clauses,
    subordination.leading,
    subordination.hanging,
    relatives.relatives,
    relatives.times,
    verb_phrases.verb_phrases,
    appositions.appositions,
    participles.participles,
    company.absolutes,
    participles.of_subject,
    participles.becoming,
    subordination.gerunds,
    company.accompanied,
    parts.including,
    parts.of_which,
    alike.both,
    alike.persons,
    one_verb.complements,
    one_verb.objects,
    one_verb.prepositions,
    figures.figures,
    relative_objects.objects,
    relatives.bare,
)
# Words and tags of which a sentence must have one before a finder has anything to cut in it: one look at the set of its words and
# tags is far cheaper than to have every finder read it.
NEEDED: Mapping[Finder, frozenset[str]] = {
    alike.as_did: frozenset(("as",)),
    subordination.hanging: participles.HANGERS,
    relatives.relatives: frozenset(("who", "which", "whose", "where", "whom")),
    relatives.times: frozenset(("which",)),
    participles.participles: frozenset(("VBG",)),
    company.absolutes: frozenset(("VBG",)),
    participles.of_subject: frozenset(("VBG",)),
    participles.becoming: frozenset(("become",)),
    subordination.gerunds: frozenset(("VBG", "VBN")),
    company.accompanied: frozenset(("with",)),
    parts.including: frozenset(("including",)),
    parts.of_which: frozenset(("which", "whom")),
    alike.both: frozenset(("both",)),
    alike.persons: alike.ALONE,
    one_verb.complements: frozenset(("CCo",)),
    one_verb.objects: frozenset(("and", "well")),
    one_verb.prepositions: frozenset(("CCo",)),
    relative_objects.objects: frozenset(("which", "whom")),
    relatives.bare: frozenset(("who", "which")),
}


def propositions(tokens: Tokens, judge: Judge) -> list[Piece]:
    """The single propositions in one sentence, as the judge cuts it."""
    done: list[Piece] = []
    waiting = [Piece(tokens)]
    while waiting:
        part = waiting.pop(0)
        split = None
        if len(done) + len(waiting) < MOST_PROPOSITIONS:
            split = next((s for s in candidates(part.tokens) if judge(part.tokens, s)), None)
        if split is None:
            done.append(part)
        else:
            first, second = dated.with_place_and_day(split), dated.lent(part.tokens, split)
            waiting[:0] = [part.left(first, split.kind), part.left(second, f"{split.kind} behind")]
    return done


def candidates(tokens: Tokens) -> Iterator[Split]:
    """Every way to cut, those between whole clauses first."""
    if len(tokens) > LONGEST:
        return
    there = {token.lower for token in tokens}.union(token.tag for token in tokens)
    beside = asides.before_verb(tokens)
    for finder in FINDERS:
        if NEEDED.get(finder, there).isdisjoint(there):
            continue
        for split in finder(tokens):
            long_enough = _long_enough(split.left) and (split.kind == "that" or _long_enough(split.right))
            if any(aside.tears(split.at, split.kind) for aside in beside):
                continue
            if long_enough and wholeness.are_whole(split.left, split.right):
                yield split


def _long_enough(tokens: Tokens) -> bool:
    return sum(token.word[:1].isalnum() for token in tokens) >= FEWEST_WORDS
