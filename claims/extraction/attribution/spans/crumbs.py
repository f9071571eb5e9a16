"""Pieces beside what is said that are none of it: a lone "he", a day, what was asked, what the article says before a colon."""

import re
from collections.abc import Sequence

from claims.extraction.attribution.drafts import Draft
from claims.extraction.lexicon import clauses
from claims.extraction.lexicon.clauses import AUXILIARIES
from claims.extraction.lexicon.pronouns import SUBJECTS
from claims.extraction.types import Span

# "She was blunter: *the plan was dead*, she said": what leads to the colon is the article's.
_COLON = re.compile(r"[^:\"“”.!?]{8,160}: ")
_ASIDE = re.compile(
    r"(?:Stressing|Noting|Adding|Insisting|Warning|Acknowledging|Recalling|Arguing|Saying|Claiming|Pointing out|Admitting|Conceding|Explaining|Emphasi[sz]ing|Reiterating|Observing) (?:that )?"
)
# "*In May*, an official said that": when it was said; "*the court has* heard": what the cue belongs to.
_BEFORE = re.compile(
    rf"{clauses.WHEN}|(?:in|since|by) (?:19|20)\d\d|(?:the|a|an) (?:[\w-]+ ){{1,3}}(?:has|have|had|was|were)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:When |Being )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Qq]uizzed)\b[^.\"“]{3,200}?, (?=[A-ZÀ-Þ]|he |she |they |the |an? )"
)
_LEADS = re.compile(r"(?:^|\s)(?:as|while|when|after|because|although)$")


def behind_colon(text: str, content: list[Span], draft: Draft, sentence: Span) -> list[Span]:
    """Without the article's own clause before the colon of what somebody said, where "he said" follows."""
    first = content[0] if content else None
    if first is None or not draft.source or draft.source[0].of(text).lower() not in SUBJECTS:
        return content
    led = _COLON.match(text, first.start, first.end) if first.end <= draft.source[0].start else None
    if led is None or first.start != sentence.start or not AUXILIARIES & set(led.group().split()):
        return content
    return [Span(led.end(), first.end), *content[1:]]


def without_crumbs(text: str, content: list[Span], source: Sequence[Span]) -> list[Span]:
    """Without a lone pronoun beside the rest ("…, he told reporters as *he* arrived"), a piece of the source, or only a day before it."""
    judged = any(span.of(text).startswith("as ") for span in content)  # "*He* was described as a loner"
    kept = [
        span
        for span in content
        if (judged or span.of(text).lower() not in SUBJECTS)
        and not any(one.contains(span) or is_led_to_by(text, span, one) for one in source)
        and not (source and span.end <= source[0].start and _BEFORE.fullmatch(text, span.start, span.end))
    ]
    return kept or content


def without_aside(text: str, content: list[Span], draft: Draft) -> list[Span]:
    """ "*Stressing that it was rare*, Lund said that …": two things that are told apart, of which the clause of the main verb is kept."""
    if len(content) < 2 or not draft.cue or not content[0].end <= draft.cue[0].start <= content[1].start:
        return content
    return content[1:] if _ASIDE.match(text, content[0].start, content[0].end) else content


def is_led_to_by(text: str, piece: Span, source: Span) -> bool:
    """Whether a piece before a source only leads to its clause: "shut it *this week as* | experts call for more"."""
    return piece.end <= source.start and _LEADS.search(text, piece.start, piece.end) is not None


def is_question(text: str, piece: Span, sentence: Span) -> bool:
    """Whether a piece is only what its speaker was asked: "*Asked if he would still testify*, Cohen said he would"."""
    asked = _ASKED.match(text, sentence.start, sentence.end)
    return asked is not None and piece.end <= asked.end()
