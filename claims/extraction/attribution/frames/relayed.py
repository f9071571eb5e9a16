"""Media that cite others: "state television, quoting a security official, said that …" is said by both, each in his own statement."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.attribution.drafts import FINITE, Draft
from claims.extraction.attribution.subjects import Words, subject
from claims.extraction.types import Sentence, Span

_CITED = re.compile(
    r", (?P<cue>citing|quoting) (?P<who>[^,;:\"“”]{3,100}), (?:(?:has|have|had|also) )?(?P<verb>[a-z]+)\b"
)


def relayed(text: str, sentences: Sequence[Sentence], found: Sequence[Draft]) -> list[Draft]:
    """The drafts with who relays as the source of the main verb, and who is cited as the source of "citing"."""
    by_anchor = {draft.anchor: draft for draft in found if draft.content}
    gone: list[Draft] = []
    new: list[Draft] = []
    for sentence in sentences:
        cited = _CITED.search(text, sentence.span.start, sentence.span.end)
        main = by_anchor.get(Span(*cited.span("verb"))) if cited and cited["verb"] in FINITE else None
        relay = _relay(text, sentence.span, main, cited.start()) if cited and main else None
        if cited and main and relay:
            who, cue = Span(*cited.span("who")), Span(*cited.span("cue"))
            gone += [main, *filter(None, [by_anchor.get(cue)])]
            new += [relay, replace(relay, anchor=cue, source=[who], cue=[cue])]
    left = {id(draft) for draft in gone}
    return [draft for draft in found if id(draft) not in left] + new


def _relay(text: str, sentence: Span, main: Draft, end: int) -> Draft | None:
    """The statement of whoever relays: the main verb's, whose subject ends where "citing" begins."""
    words = Words.of(text, sentence)
    at = next((at for at, word in enumerate(words.spans) if word == main.anchor), None)
    whole = subject(words, at) if at else None
    content = [span for span in main.content if span.start >= main.anchor.end]
    if whole is None or not whole.start < end < whole.end or not content:
        return None
    return replace(main, source=[Span(whole.start, end)], content=content, kind=None)
