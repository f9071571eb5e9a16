"""Views made into drafts of statements: spans of source, cue and content for every anchor that is likely enough."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from claims.extraction.lexicon.clauses import AUXILIARIES, STOP_OF_TITLE
from claims.extraction.lexicon.cues import (
    ACTS,
    BEG,
    DENIALS,
    HEARSAY,
    JUDGING,
    MANNER,
    RECORD,
    REPORTING,
    REPORTS,
    SLOGANS,
    THINK,
    THOUGHT,
    forms,
)
from claims.extraction.lexicon.function_words import PREPOSITIONS
from claims.extraction.reader import KINDS, Floats, Part, Reading, Stretch, View
from claims.extraction.types import SourceKind, Span

# What an anchor's chance must be. Chances are near 0 or 1 after training; 0.9 costs little recall on newsdesk's dev articles and spares GUM's, whose
# guideline counts fewer things, a tenth of the surplus.
CUE_THRESHOLD = 0.8
KNOWN_THRESHOLD = 0.5  # of a verb that dictionaries know to report or to judge, if source and content are whole
UNKNOWN_THRESHOLD = (
    0.95  # of a word that no dictionary of speech holds, before a thing: "keep a tally", "reserves some words"
)
BARE_THRESHOLD = 0.7
SWITCH_COST = 1.0  # nats for each change of part from token to token: spans are few and long
AT_ONCE = 64  # views smoothed together
FAINT_SOURCE = 0.1  # a chance below which even the likeliest place is no source: "reportedly", "it was announced"
APART = 2  # words that may be missing inside a source: "a March [14, 2019] press release"
KIND_THRESHOLD = 0.5  # below it the kind is left to the stage that knows names

# A cue never begins with one of these, but a source may be no more than that.
SUBJECTS = frozenset("another others some both many several one he she they".split())
# Words that a cut-off source may be left with; alone they name nobody.
NO_SOURCE = frozenset(
    {"and", "or", "by", "of", "to", "for", "in", "on", "at", "from", "with", "the", "a", "an", "as", "that"}
) | {"named", "identified"}  # "a donor who asked not to be *named*"

WHOLE = 4  # words between the parts of such a statement: "has also", "that"
EXPLAINED = 90  # characters of an apposition between a source and its cue
# What begins no content: "news *reports said*", "pleaded *with* him". "Refers *to* a risk", "called *for* calm" do.
NO_CONTENT = (PREPOSITIONS - {"to", "of", "for", "on"}) | AUXILIARIES | {"said", "say", "says"}
# No participle: "asking" and "speaking" belong to another verb's subject.
FINITE = frozenset(form for verb in REPORTING | ACTS | THINK for form in forms(verb) if not form.endswith("ing"))

_KNOWN = frozenset(
    form
    for verb in REPORTING | ACTS | THINK | DENIALS | BEG | MANNER | JUDGING | REPORTS | THOUGHT | RECORD
    for form in forms(verb)
)
_THING_BEGINS = re.compile(r"(?:an?|the|some|his|her|its|their|similar) \w")
_ARTICLE = re.compile(r" (?:the|a|an|that|his|her|its|their)$")
_SAID_OF = re.compile(r"(?:is|was) (?:often )?said of$")  # "it *is said of* Beecham that": he is spoken of
_THING = re.compile(r"think[ -]tank")  # what looks like a cue and is a thing
_PASSIVE = re.compile(r"(?:is|are|was|were|has been|have been|had been|is being|was being)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(rf"(?!{STOP_OF_TITLE})[.!?][\"”’']?\s+(?=[\"“‘'A-Z])")
_GOES_ON = re.compile(r"\w|-\w|(?<=\d),\d{3}\b")  # the rest of a word, over hyphens: "19-year-old"
_HOUR = re.compile(r"\d ?[ap]\.m$")
HOUR = 6  # characters
_EDGE_BEFORE = re.compile(r"[\s,;:.–—-]*")


@dataclass(slots=True)
class Draft:
    """A statement in the making; spans are in text order."""

    stretch: int
    passage: int
    anchor: Span
    bare: bool
    score: float
    source: list[Span]
    cue: list[Span]
    content: list[Span]
    kind: SourceKind | None


def drafts(text: str, reading: Reading, threshold: float = CUE_THRESHOLD, bare: float = BARE_THRESHOLD) -> list[Draft]:
    """The drafts of all views that are likely enough, in text order of their anchors; some may lack a content."""
    likely = [view for view in reading.views if view.score >= (bare if view.bare else min(threshold, KNOWN_THRESHOLD))]
    found = []
    for view, parts in zip(likely, _together(likely), strict=True):
        anchor = whole_words(text, reading.anchor_span(view))
        word = anchor.of(text).lower()
        if (
            word in SLOGANS
            or _THING.match(text, anchor.start)
            or (not view.bare and view.score < threshold and word not in FINITE)
        ):
            continue
        draft = _draft(text, reading.stretches[view.stretch], view, parts, anchor)
        if not view.bare and view.score < UNKNOWN_THRESHOLD and word not in _KNOWN and _is_of_thing(text, draft):
            continue
        if view.bare or view.score >= threshold or _is_whole(text, draft):
            found.append(draft)
    return found


def _is_of_thing(text: str, draft: Draft) -> bool:
    """Whether a source, a cue and a thing follow one another: "managers keep *a tally*"."""
    if not (draft.source and draft.cue and draft.content):
        return False
    source, cue, content = draft.source[0], draft.cue[0], draft.content[0]
    if not source.end <= cue.start < cue.end <= content.start or not _THING_BEGINS.match(text, content.start):
        return False
    return text[cue.end : content.start] == " " and not any(mark in content.of(text) for mark in '"“')


def _together(views: Sequence[View]) -> Iterator[list[int]]:
    """The parts of each view's tokens; many views are smoothed at once, which is what makes it fast."""
    for first in range(0, len(views), AT_ONCE):
        some = views[first : first + AT_ONCE]
        lengths = [len(view.parts) for view in some]
        # Where a view has no more tokens, chances of 1 change nothing: staying is free.
        chances = np.ones((len(some), max(lengths), len(Part)), dtype=np.float32)
        for row, view in zip(chances, some, strict=True):
            row[: len(view.parts)] = view.parts
        for parts, length in zip(smoothed(chances), lengths, strict=True):
            yield parts[:length]


def _is_whole(text: str, draft: Draft) -> bool:
    """Whether source, cue and content follow one another in one clause, as they do in most statements."""
    if len(draft.source) != 1 or len(draft.cue) != 1 or len(draft.content) != 1:
        return False
    source, cue, content = draft.source[0], draft.cue[0], draft.content[0]
    if not source.end <= cue.start < cue.end <= content.start:
        return False
    before = text[source.end : cue.start]
    explained = before.startswith(", ") and before.endswith(", ") and len(before) <= EXPLAINED
    between = text[cue.end : content.start] + ("" if explained else before)
    first = _WORD.match(text, content.start)
    governed = first is not None and first.group().lower() in NO_CONTENT
    return not governed and len(_WORD.findall(between)) <= WHOLE and not any(mark in between for mark in ",;:")


def smoothed(chances: Floats) -> list[list[int]]:
    """The likeliest part of each token, views × tokens, if every change of part costs something."""
    logs = np.log(np.maximum(chances, 1e-6))
    views, length, parts = logs.shape
    change = SWITCH_COST * (1 - np.eye(parts, dtype=np.float32))
    best = logs[:, 0]
    came = np.zeros((length, views, parts), dtype=np.int8)
    for token in range(1, length):
        paths = best[:, :, None] - change
        came[token] = paths.argmax(1)
        best = paths.max(1) + logs[:, token]
    out = np.zeros((views, length), dtype=np.int64)
    out[:, -1] = best.argmax(1)
    for token in range(length - 1, 0, -1):
        out[:, token - 1] = came[token, np.arange(views), out[:, token]]
    made: list[list[int]] = out.tolist()
    return made


def _draft(text: str, stretch: Stretch, view: View, parts: Sequence[int], anchor: Span) -> Draft:
    spans: dict[int, list[Span]] = {part: [] for part in Part}
    for part, first, last in _runs(parts):
        if part != Part.OUTSIDE:
            span = Span(int(stretch.tokens[first][0]), int(stretch.tokens[last][1]))
            spans[part].append(whole_words(text, span))
    source = [span for span in spans[Part.SOURCE] if _names_something(text, span)]
    if not source and not view.bare and anchor.of(text).lower() not in HEARSAY:
        faint = [whole_words(text, span) for span in _faint_source(stretch, view, parts)]
        source = [span for span in faint if _names_something(text, span)]
    cue = [span for span in spans[Part.CUE] if has_words(text, span)]
    source, cue = _parted(text, source, [_without_article(text, span) for span in cue])
    source = (
        []
        if _nobody(text, source, cue) or (cue and _SAID_OF.match(cue[-1].of(text)))
        else _one_name(text, _in_one_sentence(text, source, anchor), cue)
    )
    content = bridged(text, spans[Part.CONTENT], [*source, *cue])
    best = int(view.kinds.argmax())
    return Draft(
        stretch=view.stretch,
        passage=stretch.passage,
        anchor=anchor,
        bare=view.bare,
        score=view.score,
        source=source,
        cue=cue,
        content=[kept for piece in content if (kept := trimmed(text, piece))],
        kind=KINDS[best] if source and view.kinds[best] >= KIND_THRESHOLD else None,
    )


def bridged(text: str, content: Sequence[Span], own: Sequence[Span]) -> list[Span]:
    """The pieces of a content joined over gaps in which nothing of the statement's own stands: it is split by its cue alone."""
    out: list[Span] = []
    for span in content:
        gap = (out[-1].end, span.start) if out else None
        if gap and not any(o.start < gap[1] and gap[0] < o.end for o in own) and not sentence_ends(text, *gap):
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return out


def sentence_ends(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two places; the letter at *end* may be the first of the next."""
    return bool(_SENTENCE_END.search(text, start, max(start, end + 1)))


def _without_article(text: str, cue: Span) -> Span:
    """ "rejected the accusation": an article belongs to the content."""
    article = _ARTICLE.search(text, cue.start, cue.end)
    return Span(cue.start, article.start()) if article and article.start() > cue.start else cue


def _parted(text: str, source: list[Span], cue: list[Span]) -> tuple[list[Span], list[Span]]:
    """ "Another described": where the cue begins with its own subject, that is the source."""
    words = cue[0].of(text).split() if cue and not source else []
    if len(words) < 2 or words[0].lower() not in SUBJECTS:
        return source, cue
    end = cue[0].start + len(words[0])
    return [Span(cue[0].start, end)], [Span(end + 1, cue[0].end), *cue[1:]]


def _names_something(text: str, span: Span) -> bool:
    return bool(set(_WORD.findall(span.of(text).lower())) - NO_SOURCE)


def _nobody(text: str, source: Sequence[Span], cue: Sequence[Span]) -> bool:
    """Whether the source is the "it" of "it was reported", which stands for nobody."""
    passive = bool(cue) and bool(_PASSIVE.match(cue[0].of(text)))
    return passive and all(span.of(text).lower() == "it" for span in source)


def _one_name(text: str, source: Sequence[Span], cue: Sequence[Span]) -> list[Span]:
    """The source in one piece: pieces a few words apart joined, and of those far apart the fullest, which names most."""
    joined: list[Span] = []
    for span in source:
        whole = Span(joined[-1].start, span.end) if joined else span
        gap = _WORD.findall(text, joined[-1].end, span.start) if joined else []
        if joined and len(gap) <= APART and not any(own.overlaps(whole) for own in cue):
            joined[-1] = whole
        else:
            joined.append(span)
    return sorted(joined, key=lambda span: -len(_WORD.findall(text, span.start, span.end)))[:1]


def _in_one_sentence(text: str, source: list[Span], anchor: Span) -> list[Span]:
    """The pieces of a source that stand in the anchor's own sentence; the nearest piece where none does."""
    gaps = [(min(span.end, anchor.end), max(span.start, anchor.start)) for span in source]
    kept = [s for s, (a, b) in zip(source, gaps, strict=True) if not sentence_ends(text, a, b)]
    nearest = sorted(source, key=lambda span: max(span.start - anchor.end, anchor.start - span.end))[:1]
    return kept or nearest


def _faint_source(stretch: Stretch, view: View, parts: Sequence[int]) -> Iterator[Span]:
    """The likeliest place of a source where none is likely: nearly every cue has one, if far off or before an "and"."""
    chances = view.parts[:, Part.SOURCE].copy()
    chances[[part == Part.CUE for part in parts]] = 0
    peak = int(chances.argmax())
    if chances[peak] < FAINT_SOURCE:
        return
    first = last = peak
    while first > 0 and chances[first - 1] >= chances[peak] / 2:
        first -= 1
    while last + 1 < len(chances) and chances[last + 1] >= chances[peak] / 2:
        last += 1
    yield Span(int(stretch.tokens[first][0]), int(stretch.tokens[last][1]))


def _runs(parts: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    first = 0
    for index in range(1, len(parts) + 1):
        if index == len(parts) or parts[index] != parts[first]:
            yield parts[first], first, index - 1
            first = index


def whole_words(text: str, span: Span) -> Span:
    """The span, stretched to the ends of the words that it cuts."""
    start, end = span.start, span.end
    if start > 0 and text[start : start + 3] in ("'s ", "’s "):
        start += 1
    if start > 1 and text[start : start + 2] == "s " and text[start - 1] in "'’":
        start -= 2  # "King's College" cut behind its apostrophe
    if start > 1 and text[start : start + 2] == "t " and text[start - 2 : start] in ("n'", "n’"):
        start -= 2  # "don't" cut so
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    last = end - 1 if text[end - 1 : end] == "-" else end
    while text[last - 1 : last].isalnum() and (rest := _GOES_ON.match(text, last)):
        last = end = rest.end()
    return Span(start, end)


def has_words(text: str, span: Span) -> bool:
    return any(character.isalnum() for character in span.of(text))


def trimmed(text: str, span: Span) -> Span | None:
    """A content without the marks at its edges that belong to the sentence around it."""
    if not has_words(text, span):
        return None
    edge = _EDGE_BEFORE.match(text, span.start, span.end)
    start = edge.end() if edge else span.start
    end = span.end
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.–—-"):
        end -= 1
    if _HOUR.search(text, max(start, end - HOUR), end) and text[end : end + 1] == ".":
        end += 1  # "at 11 p.m."
    return Span(start, end) if start < end and has_words(text, Span(start, end)) else None


def cut_out(text: str, span: Span, hole: Span) -> list[Span]:
    """What is left of the span when the hole is taken out of it."""
    if not span.overlaps(hole):
        return [span]
    ends = ((span.start, min(span.end, hole.start)), (max(span.start, hole.end), span.end))
    return [kept for start, end in ends if start < end and (kept := trimmed(text, Span(start, end)))]
