"""Whose verb a cue is where clauses lie inside one another: "Doyle, *who has called him biased*, demanded", "testified *that Pell had told him*"."""

import re
from dataclasses import replace

from claims.extraction.attribution.drafts import FINITE, Draft, trimmed
from claims.extraction.attribution.spans.below import of_while_clause
from claims.extraction.attribution.spans.relative_clauses import (
    SAY,
    behind_description,
    has_verb,
    of_relative,
    of_second_verb,
    of_whom,
    told_below,
)
from claims.extraction.attribution.spans.speech_tag import behind_tag
from claims.extraction.attribution.subjects import LONGEST, Words, can_speak, subject
from claims.extraction.lexicon.clauses import AUXILIARIES, ONES
from claims.extraction.lexicon.cues import BEFORE_CLAUSE, forms
from claims.extraction.lexicon.function_words import CALENDAR
from claims.extraction.lexicon.participles import PAST_FORMS
from claims.extraction.lexicon.pronouns import DETERMINERS, THIRD_PERSON
from claims.extraction.types import Span

_RELATIVE = re.compile(r"\b(?:who|which|whose|whom|where)\b[^,]*")
_BEHIND_MARK = re.compile(r"[,?!—][\"”] (?P<who>[^\"“”.;:]{1,80})$")
_WHEN = re.compile(r"[\w,] (?:after|before|by|while|when|despite|without) $")  # "was jailed *after* admitting"
_COUNTED_BEHIND = re.compile(r"[^,]{3,80}, (?=(?:two|three|four|five|six|several|some|many|dozens of|\d+) [a-z-]+)")
_OF_THOSE = re.compile(r"(?:Of|Among) [^,]+, (?=(?:an?|one|two|three|\d|some|many|most|about|nearly|more|fewer)\b)")
_LAST = re.compile(
    r" ((?P<who>(?:[\w'’-]+ ){0,5}?[\w'’-]+)(?: (?:who|whose|familiar|close|briefed|with|from|of|in|at) [^,;:\"“”]*)?)\.?\s*$"
)
_TAG = re.compile(r"(?P<who>[^,;:\"“”]{2,60}), (?P<by>(?:[Tt]he )?[\w.'’-]+(?: [\w.'’-]+){0,3}) [a-z]+, ")
_END = re.compile(
    r"(?: (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| (?:the )?[A-Z][\w'’]*(?: [A-Z][\w'’]*){0,2})?(?: in (?:an? )?(?:\w+ )?(?:statement|interview|e-?mail|tweet|memo|letter|message))?[.!?](?:\s|$)"
)
_REST = re.compile(r"(?P<word>(?: [\w'’-]+){1,3})?, ")
_APART = re.compile(r"[\"“”‘;:—–()]|, (?:and|but|while|although|though|whereas) ")
_IN = re.compile(r" in (?:an? )?")
_TAIL = re.compile(r", (?P<who>(?:(?:the|its|his|her|their|an?) [^,;:\"“”]{2,60}, )?[^,;:\"“”]{2,60})$")
_FIGURE = re.compile(r"\d (?=$)")
_OPENER = re.compile(r"(?:But|And|Yet|So) |(?:Still|However|Meanwhile|Instead), ")
ADVERBS = 24  # characters of adverbs and auxiliaries between a source and its cue
_JOINED = re.compile(r", (?:whereas|though|but|and) (?=\S)")  # behind what another said or did
PLAIN = 3  # words of a subject without an article
FEW = 12  # words that a content lost at its beginning
MORE = 4  # and no comma parts them from the rest
_CONJUNCTIONS = "that|because|whether|after|before|when|while|although|if|since|until"
_JOINT = re.compile(
    rf"\b(?:{_CONJUNCTIONS}|{'|'.join(sorted(form for verb in BEFORE_CLAUSE for form in forms(verb)))}) (?!tank)(?=\S)"
)
_JOINT_WITHIN = re.compile(rf"\b(?:{_CONJUNCTIONS}) (?=\S)")


_DOER = re.compile(
    r"\b(?:criticised|criticized|attacked|condemned|accused|sued|praised|mocked|denounced|blamed) by (?P<who>[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,3}), $"
)
# A letter goes to somebody who does not say what it says.
_TO_WHOM = re.compile(
    r"\b(?:wrote|written|letter|letters|email|petition|message|complaint|appeal|complained|appealed) (?:[\w’'-]+ ){0,4}?to (?:the )?(?:[\w-]+ ){0,2}$"
)
_POINTS = re.compile(r"(?:also )?(?:point|refer|allud)[a-z]+ to")
_POINTED = re.compile(r"(?:pointed|pointing|referred|referring) to (?=\w)")
_OPENS = re.compile(
    r"(?P<who>He|She|They|(?:[A-ZÀ-Þ][\w.’'-]* ){0,3}[A-ZÀ-Þ][\w’'-]*) (?:has |have |had )?[a-z]+(?:ed|id|old)\b"
)


_TIMES = ("after ", "before ", "since ", "until ")


def of_own_clause(text: str, draft: Draft, sentence: Span) -> Draft:
    """The draft with the subject of its own clause for source, where the reader took that of another."""
    if not draft.cue or draft.bare:
        return draft
    draft = behind_tag(text, draft)
    if draft.anchor.of(text).lower() not in FINITE or draft.cue[0].of(text).split()[0].endswith("ing"):
        return _of_main_clause(text, draft, sentence)
    first = draft.source[0] if draft.source else None
    if named := _in_writing(text, draft, first):
        return named
    if first is None:
        return of_relative(text, draft, sentence)
    if first.end > draft.cue[0].start or not sentence.contains(draft.cue[0]):
        return draft
    own = (
        of_while_clause(text, draft, sentence)
        or of_whom(text, draft, first, sentence)
        or of_second_verb(text, draft, first, sentence)
        or _before_tag(text, draft, first, sentence)
        or told_below(text, draft, first, sentence)
        or behind_description(text, draft, first, sentence)
        or _behind_joint(text, draft, first, sentence)
    )
    if inverted := _inverted(text, draft, sentence):
        return inverted
    own = (
        own
        or _of_several(text, first)
        or _behind_example(text, first)
        or _behind_colon(text, first)
        or _of_last_clause(text, draft, first, sentence)
    )
    return draft if own is None else replace(draft, source=[own], kind=None)


def behind_quotation(text: str, draft: Draft) -> Draft:
    """ "“Where did it go?” *the man, a prominent Houston* donor, recalled asking": what stands between a quotation and its speaker is the speaker's."""
    if not (draft.cue and draft.source and draft.content) or draft.source[0].end > draft.cue[0].start:
        return draft
    first, source = draft.content[0], draft.source[0]
    tail = _BEHIND_MARK.search(text, first.start, first.end)
    if tail is None or not 0 <= source.start - first.end <= 2 or draft.bare:
        return draft
    said = trimmed(text, Span(first.start, tail.start("who") - 1))
    source = Span(tail.start("who"), source.end)
    return replace(draft, source=[source], content=[*([said] if said else []), *draft.content[1:]], kind=None)


def from_beginning(text: str, draft: Draft, sentence: Span) -> Draft:
    """ "*He has* confided to two aides that he was tired, one of them said": the whole sentence before such a tag is said."""
    first = draft.content[0] if draft.content else None
    if first is None or not draft.source or not draft.cue or len(draft.content) > 1 or draft.bare:
        return draft
    tag = sorted((draft.source[0], draft.cue[0]))
    figure = _FIGURE.search(text, sentence.start, first.start)
    if figure and first.end <= tag[0].start and not _APART.search(text, sentence.start, first.start):
        return replace(draft, content=[Span(sentence.start, first.end)])  # "People are 12 | percent less likely"
    before = text[sentence.start : first.start]
    rest = _REST.fullmatch(text, first.end, tag[0].start)
    if not _END.match(text, tag[1].end) or rest is None or first.end > tag[0].start:
        return draft
    first = Span(first.start, rest.end("word")) if rest["word"] else first  # "on a separate *call*, according to"
    few = FEW if before.rstrip().endswith(",") else FEW + MORE
    if not before.strip() or not sentence.start < first.start or len(before.split()) > few or _APART.search(before):
        return replace(draft, content=[first])
    opener = _OPENER.match(text, sentence.start, first.start)
    return replace(draft, content=[Span(opener.end() if opener else sentence.start, first.end)])


def _before_tag(text: str, draft: Draft, first: Span, sentence: Span) -> Span | None:
    """ "*Her research*, she added, *suggests* that": who is put in between says it, and does not suggest it."""
    tag = _TAG.fullmatch(text, sentence.start, draft.cue[0].start)
    if tag is None or first != Span(*tag.span("by")) or not can_speak(tag["who"].split()):
        return None
    return Span(*tag.span("who"))


def _behind_joint(text: str, draft: Draft, first: Span, sentence: Span) -> Span | None:
    """ "Dunn testified that *Pell* had *told* him": the subject right before the verb, in the clause that "that" or another verb begins."""
    within = first.end >= draft.cue[0].start - ADVERBS  # "at least one minister *after* the premier told"
    begin = max(first.start if within else first.end, sentence.start)
    joints = list((_JOINT_WITHIN if within else _JOINT).finditer(text, begin, draft.cue[0].start))
    joined = [] if within else list(_JOINED.finditer(text, begin, draft.cue[0].start))
    if joined and FINITE & set(text[begin : joined[-1].start()].split()):
        joints = [*joints, joined[-1]]
    start = max((joint.end() for joint in joints), default=0)
    if text[: draft.cue[0].start].endswith(", "):
        return None  # a comma closes what was put in, and the verb goes on from before it
    if not joints or len(text[start : draft.anchor.start].split()) > LONGEST:
        return None
    words = Words.of(text, Span(start, sentence.end))
    verb = next((at for at, word in enumerate(words.spans) if word == draft.anchor), None)
    own = subject(words, verb) if verb else None
    if own is None or own.start != start or not _is_subject(own.of(text)):
        return None
    # "Slipped out *before the winter recess* conceded": such a word leads to an occasion as well as to a clause.
    who = [word for word in own.of(text).split() if word.lower() not in CALENDAR]
    occasion = text.endswith(_TIMES, 0, start) and bool(who) and who[-1].islower() and not can_speak(who)
    return None if occasion else own


def _is_subject(words: str) -> bool:
    """Whether a clause can begin with these words: "*local reports* said", and not "that *represents pilots* condemned"."""
    named = words.split()
    if words.lower() in CALENDAR:
        return False  # "envoy *until December*"
    if named[0][0].isupper() or named[0].lower() in DETERMINERS | THIRD_PERSON:
        return True
    return len(named) <= PLAIN and named[-1].endswith("s") and (len(named) == 1 or not named[0].endswith("s"))


def _in_writing(text: str, draft: Draft, source: Span | None) -> Draft | None:
    """ "The roof fell, *the mine's operator, Velm Coal*, said in a statement": whoever stands before the verb speaks, and not the paper or nobody."""
    cue, last = draft.cue[0], draft.content[-1] if draft.content else None
    paper = source is None or _IN.fullmatch(text, cue.end, source.start) is not None
    if last is None or not paper or last.end > cue.start or text[last.end : cue.start] != ", ":
        return None
    tail = _TAIL.search(text, last.start, last.end)
    who = tail["who"].split() if tail else []
    if tail is None or has_verb(who) or not can_speak(who) or not has_verb(text[last.start : tail.start()].split()):
        return None
    said = trimmed(text, Span(last.start, tail.start()))
    by = Span(*tail.span("who"))
    return replace(draft, source=[by], content=[*draft.content[:-1], said], kind=None) if said else None


def _of_several(text: str, source: Span) -> Span | None:
    """ "*Of those who want it gone, a third* told": they are told of, and a third of them speaks."""
    several = _OF_THOSE.match(text, source.start, source.end)
    return Span(several.end(), source.end) if several else None


def _behind_example(text: str, source: Span) -> Span | None:
    """ "Police spoke of five, including *a chief, three residents* told": whom the clause before names as one of them is none of the speakers."""
    counted = _COUNTED_BEHIND.match(text, source.start, source.end)
    return Span(counted.end(), source.end) if counted and text.endswith("including ", 0, source.start) else None


def _behind_colon(text: str, source: Span) -> Span | None:
    """ "*The institute disagrees: it* reckons": behind a colon another clause begins."""
    colon = text.rfind(": ", source.start, source.end)
    return Span(colon + 2, source.end) if colon > source.start else None


def _of_main_clause(text: str, draft: Draft, sentence: Span) -> Draft:
    """ "*A No 10 source* played it down, *saying* that": a participle without a source has the subject of its sentence.

    Behind "after" it has it too, where the reader took a piece of it: "*A clerk of the Velm Bank* was jailed after *admitting* that".
    """
    participle = draft.anchor.of(text).endswith("ing") and sentence.contains(draft.cue[0])
    hangs = participle and _WHEN.search(text, sentence.start, draft.cue[0].start) is not None
    leads = draft.cue[0].of(text).split()[0].endswith("ing") and sentence.contains(draft.cue[0])
    anchored = leads and text[: draft.cue[0].start].endswith(", ")
    if anchored and (doer := _DOER.search(text, sentence.start, draft.cue[0].start)):
        return replace(draft, source=[Span(*doer.span("who"))], kind=None)
    addressed = anchored and bool(draft.source) and _is_object(text, draft, sentence)
    if not hangs and (not anchored or (draft.source and not addressed)):
        return draft
    part = draft.source[0] if draft.source and not addressed else None
    words = Words.of(text, Span(sentence.start, draft.cue[0].start))
    for at in range(1, len(words.spans)):
        word = words.lower(at)
        if word in AUXILIARIES or word in PAST_FORMS or word.endswith("ed"):
            own = subject(words, at)
            whole = own is not None and own.start == sentence.start and (part is None or own.contains(part))
            return replace(draft, source=[own], kind=None) if own and whole and own != part else draft
    return draft


def _is_object(text: str, draft: Draft, sentence: Span) -> bool:
    """Whether the source stands right before the participle, as one to whom something was done: "wrote to *minister Lund*, raising concerns"."""
    source = draft.source[0]
    beside = source.end == draft.cue[0].start - len(", ")
    return beside and _TO_WHOM.search(text, sentence.start, source.start) is not None


def _inverted(text: str, draft: Draft, sentence: Span) -> Draft | None:
    """ "The house would sign it, *say two lobbyists* who were briefed": who stands between such a verb and the full stop speaks."""
    cue = draft.cue[0]
    behind = _LAST.match(text, cue.end, sentence.end)
    start = cue.start - 2
    if (
        draft.anchor.of(text) not in SAY
        or behind is None
        or not sentence.start < start
        or text[start : cue.start] != ", "
    ):
        return None
    who, before = behind["who"].split(), text[sentence.start : start]
    if who[0].lower() not in (DETERMINERS | ONES) - {"that", "this"} or not can_speak(who) or _APART.search(before):
        return None
    if has_verb(who) or not has_verb(_RELATIVE.sub("", before).split()):
        return None  # "The judge, Arne Moen, who came late, said *the defendant had shown* no remorse"
    said = trimmed(text, Span(sentence.start, start))
    by = trimmed(text, Span(*behind.span(1)))
    end = by.end - int(text[by.end - 1] == ".") if by else 0
    return replace(draft, source=[Span(by.start, end)], content=[said], kind=None) if said and by else None


def _of_last_clause(text: str, draft: Draft, first: Span, sentence: Span) -> Span | None:
    """ "The institute asked whether it adds up: *its director, Paul Jonas, said* it did not": the subject behind the colon."""
    colon = text.rfind(": ", first.end, draft.cue[0].start)
    words = Words.of(text, Span(colon + 2, sentence.end)) if colon >= 0 else None
    verb = next((at for at, word in enumerate(words.spans) if word == draft.anchor), None) if words else None
    own = subject(words, verb) if words and verb else None
    return own if own is not None and own.start == colon + 2 else None


def of_who_points(text: str, draft: Draft, sentence: Span) -> Draft:
    """The draft with the subject of its sentence for source, where that of what is pointed to was taken: "She said so, and pointed to *Velm Bank* figures"."""
    if len(draft.source) != 1 or not draft.cue or not draft.content or not sentence.contains(draft.source[0]):
        return draft
    source, cue, first = draft.source[0], draft.cue[-1], draft.content[0]
    if (pointed := _POINTED.match(text, source.start, source.end)) and source.end < cue.start:
        return replace(draft, source=[Span(pointed.end(), source.end)], kind=None)
    if _POINTS.fullmatch(cue.of(text)) is None or source.start != cue.end + 1 or first.start != source.end + 1:
        return draft
    who = _OPENS.match(text, sentence.start, cue.start)
    content = [Span(source.start, first.end), *draft.content[1:]]
    return replace(draft, source=[Span(*who.span("who"))] if who else [], content=content, kind=None)
