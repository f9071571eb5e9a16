"""The article's own factual sentences as statements of its own voice."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np

from claims.extraction.attribution.drafts import trimmed
from claims.extraction.attribution.places import Places
from claims.extraction.attribution.quoting import words_in
from claims.extraction.attribution.silence import UNSAID, tells_of_silence
from claims.extraction.attribution.spans.below import lies_below
from claims.extraction.attribution.spans.comments import COMMENT
from claims.extraction.lexicon.clauses import AUXILIARIES, PASTS, TAKEN_UP
from claims.extraction.lexicon.function_words import PREPOSITIONS
from claims.extraction.reader import Reading
from claims.extraction.types import Sentence, Span, Statement

FACTUAL_THRESHOLD = 0.1  # of a sentence that nobody else is said to vouch for
TURN_THRESHOLD = (
    0.05  # of a sentence in somebody's turn of a transcript, where "that is simply not true" is a statement as well
)
TURN_WORDS = 4  # fewer are an answer ("We do.") that says nothing without its question
CLAUSE_THRESHOLD = 0.1  # mean over the tokens of what is left of a sentence beside an attributed content
_CUT = frozenset("cut set hit put".split())  # pasts that look like a present
_TAIL = re.compile(
    rf"(?:, an? (?:[\w-]+ )?(?:{'|'.join(sorted(TAKEN_UP))})|(?:,| (?=who$)) ?(?:who|which)(?: (?:has|have|had|also|still|now))*)$"
)  # "…, *a verdict* her lawyers said they would appeal"
# "A year of hearings *in which* | parents argued", "apologised *for what* | he called": what only leads to what another says.
_LEADS = re.compile(
    r",? (?:(?:in|at|on|of|from|during|to|under|by|through) (?:which|whom)|(?:for|over|after|in|at|amid|with|despite) (?:which|what)|where"
    r"|(?:following|amid|amidst)|after (?:receiving|getting)"  # "were called | *following* reports that"
    r"|(?:and|but|who|which) (?:under questioning|when (?:asked|pressed|questioned)))$"
)
_SETTING = re.compile(r", (?:in|at|on|for|since|with|under|from|by|of) ")
_BEFORE_VERB = re.compile(
    r"(?:(?:in [A-ZÀ-Þ][\w.-]*(?: [A-ZÀ-Þ][\w.-]*)*|on (?:\w+day|\d+ \w+)|yesterday|today|later|also|then|\w+ly) )+"
)
_RELATIVE = re.compile(r"(?:(?: [A-ZÀ-Þ][\w'’-]*){0,3}, (?:who|which)| who) (?:(?:has|have|had|also|still|now) )*")
_DOES_FIRST = re.compile(
    r", (?:an?|the|which|who|whose) [^;:\"“”]{12,}, [a-z]+ing"
)  # what it is and does before it speaks
_GOES_ON = re.compile(r",? (?:who|which) ")
_SECOND = re.compile(
    r", (?:and|but|while) (?:its|his|her|their|the|an?) [a-z][^,;:.\"“”]{2,60}, [A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,4}$"
)
_GOES_ON_HEARING = re.compile(r",? (?:but|and) (?:has|have|had|was|were|is|are|did|does|could|would|will|[a-z]+ed)\b")
_RESUMES = re.compile(  # "*Lind*, who missed a penalty, *apologised* to the fans and said"
    rf"[a-z], (?:(?:also|later|then|has|have|had|\w+ly) )*(?:[a-z]+ed|{'|'.join(sorted(PASTS))})\b(?! by\b)"  # but ", *hosted by* Lind, wrote"
)
_MAIN_VERB = re.compile(rf"[^;:\"“]{{0,60}}?, (?=(?:also |now |later |then )?(?:{'|'.join(sorted(AUXILIARIES))})\b)")
_DAYS = frozenset(
    ("today", "yesterday", "earlier", "later")
)  # "… said | *today, based on images*": when and how it was said
_JOINTS = frozenset("and but now then also after before while when".split())
_INTO = frozenset(("in", "via"))
ADDRESSED = 8  # words of somebody who is told something
CLAUSE_WORDS = 5  # fewer are a remainder ("in the interview"), not a clause
_TOLD = re.compile(r",(?P<quoted>[\"”’'])? [^,]* (?:told|tells) ?$")  # behind what was said
_TELLS_OF = re.compile(
    r"[^;]*, (?:where|who|which|whose) "
)  # "“…,” he told reporters at the site, *where* soldiers were digging"
# "Condemns the suit that two | *officials have* brought": what was said breaks off, and the rest is no sentence.
_TORN = re.compile(
    r" (?:officials|members|leaders|authorities|troops|forces|soldiers|people|men|women) (?:have|had|has|are|were|is|was|will)\b"
)
REACH = 80  # characters before a remainder in which the tag stands


def narrated(
    text: str,
    sentences: Sequence[Sentence],
    reading: Reading,
    attributed: Sequence[Statement],
    turns: Container[int] = (),
) -> Iterator[Statement]:
    """A statement for each sentence that the article itself vouches for, or whoever's turn it is in the passages *turns*.

    What is attributed to others is left out.
    """
    attributed = [made for made in attributed if not lies_below(text, made)]
    taken = Places(span for made in attributed for span in (*made.content, *_apart(text, made), *made.cue))
    tags = _Tags(text, attributed)
    chances = _Chances(reading)
    for index, sentence in enumerate(sentences):
        others = taken.overlapping(sentence.span)
        if not others:
            content = trimmed(text, sentence.span)
            if (
                content
                and not tells_of_silence(text, content)
                and reading.factual[index] >= _least(text, content, in_turn=sentence.passage in turns)
            ):
                yield Statement(content=(content,), score=float(reading.factual[index]))
            continue
        for rest in _between(sentence.span, others):
            left = _resumed(text, rest, tags.relatives.get(rest.start)) or _left(text, rest, sentence, tags)
            chance = chances.of(left[-1]) if left else 0.0
            if left and chance >= CLAUSE_THRESHOLD:
                yield Statement(content=left, score=chance)


def _left(text: str, rest: Span, sentence: Sentence, tags: "_Tags") -> tuple[Span, ...]:
    """The remainder as a clause; nothing where it only goes with the words of the attribution."""
    clause = trimmed(text, rest)
    if UNSAID.match(text, rest.start) or COMMENT.match(text, rest.start, rest.end):
        return ()  # "…, Lind said, *but did not say how many*": he is who did not; "…, *in a blow to the mill*": no clause
    beside = (rest.start, rest.end) in tags.described and _SETTING.match(text, rest.start)
    told = _TOLD.search(text, max(sentence.span.start, rest.start - REACH), rest.start)
    told = None if told and told["quoted"] and _TELLS_OF.match(text, rest.start, rest.end) else told
    torn = rest.start in tags.said and _TORN.match(text, rest.start, rest.end) is not None
    if beside or told or torn or (rest.start in tags.heard and _GOES_ON_HEARING.match(text, rest.start, rest.end)):
        # "Orbano, *in power since 2010, has* promised", "she told *staff in a memo seen by Harbour News*",
        # "the court heard he left *but has declined to say why*"
        return ()
    whole = clause and _is_clause(text, clause) and not tells_of_silence(text, clause)
    return (_with_subject(text, clause, tags.subjects),) if clause and whole else ()


class _Tags:
    """Where the words of the attributed statements stand, for what is left beside them."""

    def __init__(self, text: str, attributed: Sequence[Statement]) -> None:
        self.subjects = {span.end + 1: span.start for made in attributed for span in made.source}
        self.described = {(one.source[-1].end, one.cue[0].start) for one in attributed if one.source and one.cue}
        self.heard = {
            made.content[-1].end for made in attributed if made.cue and made.cue[0].of(text).endswith("heard")
        }
        self.said = {
            made.content[-1].end for made in attributed if made.cue and made.cue[-1].end < made.content[-1].start
        }
        relative = (made for made in attributed if made.source and not _apart(text, made))
        self.relatives = {made.content[-1].end: made.source[0] for made in relative}


def _resumed(text: str, rest: Span, owner: Span | None) -> tuple[Span, ...]:
    """ "*Velmex*, which announced the theft in May, *has not told* its guests": whoever the relative clause told of goes on behind it."""
    begins = _MAIN_VERB.match(text, rest.start, rest.end) if owner else None
    told = trimmed(text, Span(begins.end(), rest.end)) if begins else None
    return (owner, told) if owner and told and _is_clause(text, told) else ()


def _least(text: str, content: Span, *, in_turn: bool) -> float:
    """From which chance to be factual a sentence is a statement."""
    return TURN_THRESHOLD if in_turn and len(words_in(text, content)) >= TURN_WORDS else FACTUAL_THRESHOLD


def _is_clause(text: str, rest: Span) -> bool:
    """Whether a remainder is more than a few words, or an occasion: "at a rally in Tampa on Monday"."""
    words = [text[start:end].lower() for start, end in words_in(text, rest)]
    verbs = (
        w for w, after in pairwise([*words, ""]) if w in AUXILIARIES or (w.endswith("ed") and after not in ("by", "on"))
    )
    occasion = words[:1] and (words[0] in PREPOSITIONS or words[0] in _DAYS) and not any(verbs)
    addressed = (
        words[-1:] == ["that"] and len(words) <= ADDRESSED
    )  # "told | *this House in March that* | lists had fallen"
    return len(words) >= CLAUSE_WORDS and not occasion and not addressed


def _apart(text: str, made: Statement) -> Sequence[Span]:
    """The source, unless it stays in the sentence that names it: a relative clause makes it speak, "indicted Veis, *who says*", or it does something first.

    "*Velmex*, a maker of toys, *filed* for bankruptcy, saying it was sorry."
    """
    if len(made.source) != 1 or not made.cue or made.source[0].end >= made.cue[0].start:
        return made.source
    if _DOES_FIRST.fullmatch(text, made.source[0].end, made.cue[0].end):
        return ()
    return () if _RELATIVE.fullmatch(text, made.source[0].end, made.cue[0].start) else made.source


def _with_subject(text: str, clause: Span, subjects: Mapping[int, int]) -> Span:
    """ "*The union* does not rule out a strike, saying …": a remainder that begins with its verb has the source for its subject."""
    led = _BEFORE_VERB.match(text, clause.start, clause.end)  # "*on Friday temporarily* blocked it"
    words = text[led.end() if led else clause.start : clause.end].split() or clause.of(text).split()
    told = subjects.get(clause.start - 1) if words[0].lower() in ("who", "which", "whose") else None
    if told is not None and _RESUMES.search(text, clause.start, clause.end):
        clause = Span(told, clause.end)
        subjects = {}
    begins = words[0].lower() in AUXILIARIES | PASTS | _CUT or (words[0].islower() and words[0].endswith("ed"))
    tail = _TAIL.search(text, clause.start, clause.end) or _LEADS.search(text, clause.start, clause.end)
    end = tail.start() if tail else clause.end
    if _GOES_ON.match(text, end) and (last := _SECOND.search(text, clause.start, end)):
        end = last.start()  # "was fined, *and its chief, Otto Lind*, who called it a farce, resigned"
    loose = _JOINTS | _INTO if text.startswith(" ", end) else _JOINTS
    while (
        words and words[-1].lower() in loose
    ):  # "cut its forecast *and now*" expects, "was shared *in*" posts that claim
        end -= len(words.pop()) + 1
    if end < clause.end and text[end - 1] == ",":
        end -= 1  # "nobody answered*,* but Asher said"
    return Span(subjects.get(clause.start, clause.start) if begins else clause.start, max(end, clause.start + 1))


def _between(whole: Span, taken: Sequence[Span]) -> Iterator[Span]:
    """What is left of *whole* beside the taken spans, which are in order."""
    start = whole.start
    for span in taken:
        if start < min(span.start, whole.end):
            yield Span(start, min(span.start, whole.end))
        start = max(start, span.end)
    if start < whole.end:
        yield Span(start, whole.end)


class _Chances:
    """The chance of each token to be narrated, looked up by place."""

    def __init__(self, reading: Reading) -> None:
        kept = sorted(reading.stretches, key=lambda stretch: int(stretch.tokens[0][0]))
        empty = np.zeros((0, 2), dtype=np.int32)
        self._tokens = np.concatenate([empty, *(stretch.tokens for stretch in kept)])
        self._chances = np.concatenate([np.zeros(0, dtype=np.float32), *(stretch.narrated for stretch in kept)])

    def of(self, span: Span) -> float:
        """The mean over the tokens of the span."""
        first = int(np.searchsorted(self._tokens[:, 1], span.start, side="right"))
        last = int(np.searchsorted(self._tokens[:, 0], span.end, side="left"))
        return float(self._chances[first:last].mean()) if first < last else 0.0
