"""Media that cite others: "state television, quoting a security official, said that …" is said by both, each in his own statement."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.attribution.drafts import FINITE, Draft
from claims.extraction.attribution.places import Around
from claims.extraction.attribution.subjects import Words, can_speak, subject
from claims.extraction.types import Sentence, Span

_CITING = frozenset(("citing", "quoting"))
_REPORTING = frozenset("report reports reported reporting".split())
_CITES = re.compile(r", (?:citing|quoting) (?P<who>[^,;:\"“”]{3,100})$")
_CITED = re.compile(
    r", (?P<cue>citing|quoting) (?P<who>[^,;:\"“”]{3,100}), (?:(?:has|have|had|also) )?(?P<verb>[a-z]+)\b"
)
_OWNED = re.compile(r"['’]s? [a-z]")
_TOLD_BY = frozenset(("according to", "quoted by", "as quoted by", "cited by", "as cited by"))
_SAID_FIRST = re.compile(r"(?:said|says|wrote|added) ")
_WHO_TELLS = re.compile(r" (?P<who>[^,;:\"“”]{2,80}?)(?=,|\.?$|\. )")
_CITING_FIRST = re.compile(r"(?P<cue>Citing|Quoting) (?P<who>[^,;:\"“”]{3,100}), ")


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
        new += _cited_first(text, sentence.span, by_anchor, gone)
    left = {id(draft) for draft in gone}
    kept = [_until_cited(text, draft) for draft in found if id(draft) not in left]
    told = {
        draft.source[0].start: draft for draft in kept if draft.source and draft.content and not _cites(text, draft)
    }
    within = Around(sentences)
    return [
        said for draft in kept for said in _said_by(text, _told_them(text, draft, told), within.sentence(draft.anchor))
    ] + new


def _cited_first(text: str, sentence: Span, by_anchor: dict[Span, Draft], gone: list[Draft]) -> list[Draft]:
    """ "*Citing two officials*, the Courier said it leaked": whom a medium names first tells what it reports."""
    first = _CITING_FIRST.match(text, sentence.start, sentence.end)
    cue = by_anchor.get(Span(*first.span("cue"))) if first else None
    if first is None or cue is None:
        return []
    main = next(
        (one for one in by_anchor.values() if one is not cue and one.source and one.source[0].start == first.end()),
        None,
    )
    gone.append(cue)
    speaks = _OWNED.search(first["who"]) is None and can_speak(
        first["who"].split()
    )  # "citing *the firm's size*" tells why
    if not speaks:
        return []
    return [replace(cue, source=[Span(*first.span("who"))], content=main.content, kind=None)] if main else []


def _said_by(text: str, draft: Draft, sentence: Span) -> list[Draft]:
    """ "“…,” *said the firm*, according to *the Herald*": who says it, and by whom it is told."""
    told = bool(draft.cue) and draft.cue[0].of(text) in _TOLD_BY
    first = draft.source[0] if draft.source and told else None
    said = _SAID_FIRST.match(text, first.start, first.end) if first and first.end <= draft.cue[0].start else None
    who = _WHO_TELLS.match(text, draft.cue[0].end, sentence.end) if said else None
    if first is None or said is None or who is None:
        return [draft]
    cue = Span(first.start, said.end() - 1)
    return [
        replace(draft, source=[Span(*who.span("who"))], kind=None),
        replace(draft, anchor=cue, cue=[cue], source=[Span(said.end(), first.end)], kind=None),
    ]


def _cites(text: str, draft: Draft) -> bool:
    return bool(draft.cue) and draft.cue[0].of(text) in _CITING


def _until_cited(text: str, draft: Draft) -> Draft:
    """ "The Herald reported that *the mill would close*, citing two people": what a medium reports ends before whom it cites."""
    if not draft.content or draft.anchor.of(text) not in _REPORTING:
        return draft
    last = draft.content[-1]
    cited = _CITES.search(text, max(draft.anchor.end, last.start + 1), last.end)
    if cited is None or not can_speak(cited["who"].split()):
        return draft
    return replace(draft, content=[*draft.content[:-1], Span(last.start, cited.start())])


def _told_them(text: str, draft: Draft, told: dict[int, Draft]) -> Draft:
    """Whom a medium cites told it what it reports, and not that it reports."""
    main = told.get(draft.content[0].start) if draft.content and _cites(text, draft) else None
    whole = main is not None and bool(main.cue) and draft.content[0].contains(main.cue[0])
    return replace(draft, content=main.content) if main and whole else draft


def _relay(text: str, sentence: Span, main: Draft, end: int) -> Draft | None:
    """The statement of whoever relays: the main verb's, whose subject ends where "citing" begins."""
    words = Words.of(text, sentence)
    at = next((at for at, word in enumerate(words.spans) if word == main.anchor), None)
    whole = subject(words, at) if at else None
    content = [span for span in main.content if span.start >= main.anchor.end]
    if whole is None or not whole.start < end < whole.end or not content:
        return None
    return replace(main, source=[Span(whole.start, end)], content=content, kind=None)
