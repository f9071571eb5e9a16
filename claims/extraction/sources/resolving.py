"""All statements of an article in their order, each with the name, kind and standing of its source."""

from collections.abc import Sequence
from dataclasses import replace

from claims.extraction import entities
from claims.extraction.sources import chains
from claims.extraction.sources.called import UNKNOWN, Called, Memory
from claims.extraction.sources.edges import mend
from claims.extraction.sources.inquiries import put_out
from claims.extraction.sources.labels import Labels
from claims.extraction.sources.missing import beside
from claims.extraction.sources.naming import name_source
from claims.extraction.types import Passage, SourceKind, Spans, Statement

_UNNAMED = (  # what a cue without any source hints at, by how its last word begins
    (("accus", "alleg", "charg", "suspect"), "unnamed accusers"),
    (("forecast", "predict", "expect", "project"), "unnamed forecasters"),
    (("said", "intimated", "credited", "advised", "told", "called", "believed", "thought"), "unnamed sources"),
)
_PASSIVE = frozenset("is are was were be been being widely".split())
_ASCRIBED = frozenset(("ascribed", "attributed"))  # "another attack ascribed to them": by whom is not told
_HEARSAY = ("reported", "reports", "alleg", "rumo", "purport", "supposed", "claims", "complaints", "accus")


def resolve(
    text: str, passages: tuple[Passage, ...], statements: Sequence[Statement], title: str | None = None
) -> tuple[Statement, ...]:
    """The statements with the name and kind of each source, resolved across the whole article, and who relays whom.

    ``source_name`` stays None where the words could mean several; nameless sources keep their words.
    """
    cast = entities.find(text, tuple(passages), title)
    labels = Labels(text, passages, cast)
    memory = Memory()
    relayed = chains.find(text, statements)
    speaks = chains.own_speakers(statements, relayed)
    done: dict[int, Statement] = {}
    by_place: dict[Spans, Called] = {}
    for index in sorted(range(len(statements)), key=lambda index: _position(statements[index])):
        statement = statements[index]
        if not statement.attributed:
            continue
        memory.move_to(text, _position(statement)[0], statement.content)
        turn = labels.find(statement)
        own = tuple(span for span in statement.source if span != turn)  # "I" beside the label of the turn
        source = (own or (turn,)) if turn else mend(text, statement, cast) or _missing(text, statement, cast)
        called = labels.called(turn) if turn else by_place.get(source)
        called = called or _called(text, source, _cue(text, statement), cast, memory)
        if source:
            by_place[source] = called  # "he said X, adding Y": the same words are the same speaker
        done[index] = replace(
            statement,
            source=source,
            source_name=called.name,
            source_kind=called.kind,
            stated_size=called.size,
            member_of=called.member_of,
            chain=relayed[index],
        )
        memory.note(called)
        if report := put_out(text, statement, source, called):
            memory.by_noun[report.noun] = report
        if speaks[index] and not _in_passing(text, source):
            memory.tell(called, max(span.end for span in (*statement.content, *statement.source, *statement.cue)))
    return tuple(done.get(index, statement) for index, statement in enumerate(statements))


def _in_passing(text: str, source: Spans) -> bool:
    """Whether somebody is only quoted for a word in what another tells: "her son, who died of what *the autopsy* called heart failure"."""
    return (
        bool(source)
        and text.endswith(" what ", 0, source[0].start)
        and source[0].of(text)[:1].islower()
        and " " in source[0].of(text)
    )


def _position(statement: Statement) -> tuple[int, int]:
    first = min(span.start for span in (*statement.content, *statement.source, *statement.cue))
    return first, statement.content[0].start


def _cue(text: str, statement: Statement) -> str:
    return " ".join(span.of(text) for span in statement.cue).lower()


def _missing(text: str, statement: Statement, cast: entities.Cast) -> Spans:
    """The source that the statement came without, unless its cue says that nobody in particular speaks."""
    return () if _is_hearsay(_cue(text, statement)) else beside(text, statement, cast)


def _called(text: str, source: Spans, cue: str, cast: entities.Cast, memory: Memory) -> Called:
    if not source and not cue and memory.teller is not UNKNOWN:
        return memory.teller  # a quotation goes on from who speaks himself, and not from whom he tells of
    if not source:
        return _unnamed(cue) if _is_hearsay(cue) or (cue and memory.last is UNKNOWN) else memory.last
    parts = [name_source(text, span, cast, memory, cue) for span in source]
    named = [part for part in dict.fromkeys(parts) if part.name]
    if len(named) < 2:
        return named[0] if named else UNKNOWN
    joint = SourceKind.GROUP if all(part.kind is SourceKind.PERSON for part in named) else named[0].kind
    return Called(" and ".join(part.name or "" for part in named), joint)


def _is_hearsay(cue: str) -> bool:
    """Whether a cue without a source means that nobody in particular says it; otherwise the last speaker goes on."""
    words = cue.split()
    return bool((_PASSIVE | _ASCRIBED | {"claim"}) & set(words)) or any(word.startswith(_HEARSAY) for word in words)


def _unnamed(cue: str) -> Called:
    for beginnings, name in _UNNAMED:
        if any(word.startswith(beginnings) for word in cue.split()):
            return Called(name, SourceKind.ANONYMOUS)
    return Called("unnamed reports", SourceKind.ANONYMOUS)
