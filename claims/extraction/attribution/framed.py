"""Statements in frames that the reader passes over: "Labour demanded …", "her team is confident that …", "it is understood that …".

Each frame asks for a verb of a table, for a subject right before it that can speak, and for a content right behind it. Where one of
them is in doubt nothing is made of it.
"""

import re
from collections.abc import Iterator, Sequence

from claims.extraction.attribution.drafts import FINITE, Draft, trimmed
from claims.extraction.attribution.places import Places
from claims.extraction.attribution.quoting import nearby
from claims.extraction.attribution.stretches import Stretches
from claims.extraction.attribution.subjects import Words, before_verb, can_speak, subject
from claims.extraction.entities.nouns import THING_NOUNS
from claims.extraction.lexicon.clauses import AUXILIARIES, BE, DETERMINERS, PASTS, RULED
from claims.extraction.lexicon.cues import (
    ACTS,
    AIMED,
    AS_ANOTHER,
    ASK,
    BEG,
    HEARERS,
    MANNER,
    OFF_AS_ANOTHER,
    RECORD,
    REPORTING,
    THINK,
    THOUGHT,
    UNDERSTOOD,
    forms,
)
from claims.extraction.lexicon.function_words import PREPOSITIONS
from claims.extraction.types import Quotation, Sentence, Span

CERTAIN = 0.6  # how sure a frame is: enough to be proposed, less than the reader where it sees something
LONGEST = 2000  # characters of a sentence that somebody wrote
LEAST = 2  # words of a clause that is a content
ADDRESSED = 7  # words of those to whom something is told, and one
SOON = 10  # words within which a clause has its verb

_ENDS = re.compile(
    r"[;–—]|:(?! [\"“‘'])"
    r"|,? (?:and|but|while|although|though|as|after|before|because) (?:the |an? )?[\w'’-]+ (?:was|were|is|are|has|had|have|said|will|would)\b"
    r"|, (?:but|while|although|though|which|who|after|saying|adding|calling|accusing|citing|with)\b"
)
_GAP = re.compile(r" ?(?:, (?:however|though|meanwhile|too|nevertheless), ?)?[\"“‘']?")
_BY_WHOM = re.compile(
    r"[^,;:\"“”]{2,80}?(?=, | as | for | on | in | at | after | when | who | which | over | during |$)"
)
_ACT_FORMS = {form: verb for verb in sorted(ACTS) for form in forms(verb) if not form.endswith("ing")}
_CHARGE_FORMS = frozenset(
    form
    for verb in ("accuse", "blame", "urge", "acknowledge", "admit")
    for form in forms(verb)
    if not form.endswith("ing")
)
_RECORD_FORMS = frozenset(form for verb in RECORD for form in forms(verb) if not form.endswith("ing"))
_THINK_FORMS = frozenset(form for verb in THINK for form in forms(verb) if not form.endswith("ing"))
_ASK_FORMS = frozenset(form for verb in ASK for form in forms(verb) if not form.endswith("ing"))
_SAY_FORMS = _ASK_FORMS | frozenset(
    form for verb in REPORTING | MANNER for form in forms(verb) if not form.endswith("ing")
)
_BEG_FORMS = frozenset(form for verb in BEG for form in forms(verb) if not form.endswith("ing"))
_AIMED_FORMS = {form: verb for verb in AIMED for form in forms(verb) if not form.endswith("ing")}
_AS_FORMS = frozenset(form for verb in AS_ANOTHER for form in forms(verb) if not form.endswith("ing"))
_OFF_FORMS = frozenset(form for verb in OFF_AS_ANOTHER for form in forms(verb) if not form.endswith("ing"))
_AS = re.compile(r"[^,;:]{3,80}? as [\"“‘']?[\w$-]")
_ESTIMATE = re.compile(
    r" ((?:the|its|their|this|that|total|annual|his|her) (?:[\w'’-]+ ){0,6}?(?:figure|cost|number|toll|price|total|bill|damage|losses|share|rate|value|turnout|odds|count|size|crowd|loss|probability|chances?)"
    r"(?: of [^,.;:\"“]{2,60}?)? at [^,;:\"“]*?(?:[$£€]?\d[\d.,]*\w*|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion)(?: (?:per ?cent|percent|million|billion|trillion))?)\b"
)
_SHOWN = frozenset(("show", "suggest", "indicate", "confirm", "reveal"))
_BODY = 5  # words of "the Old Bailey jury"
_PUT = frozenset(("put", "puts"))
_PLAIN = _SHOWN | _PUT | {"heard"}
_PARTICLES = frozenset(("back", "out", "in"))
_SEEMING = frozenset("appear appears appeared seem seems seemed".split())
_TRIGGERS = (
    _AIMED_FORMS.keys()
    | _BEG_FORMS
    | _ACT_FORMS.keys()
    | _SAY_FORMS
    | _RECORD_FORMS
    | _THINK_FORMS
    | _AS_FORMS
    | _OFF_FORMS
    | THOUGHT
    | UNDERSTOOD
)
_TRIGGERS |= {
    "shot",
    "hit",
    "chimed",
    "fired",
    "pointed",
    "lashed",
    "snapped",
    "bit",
}  # with "back", "out" or "in" behind
_TRIGGERS |= _SHOWN | {"heard", "put", "puts"}
_TRIGGERS |= {word + "," for word in THOUGHT}  # "is confident, however, that"
_INFINITIVE = frozenset("threaten vow pledge promise".split())  # of these only "to" and "that" begin a content
_RULING = frozenset("dismiss deny reject".split())
_NO_THOUGHT = PREPOSITIONS | frozenset("to so not as about otherwise twice again".split())

Found = tuple[Span | None, Span, list[Span]]  # source, cue and content


def framed(
    text: str,
    sentences: Sequence[Sentence],
    quotations: dict[int, list[Quotation]],
    seen: Sequence[Draft],
    stretches: Stretches,
) -> Iterator[Draft]:
    """The drafts that frames find where no other draft has their words."""
    taken = Places(
        span for draft in seen for span in (*draft.cue, *draft.source, *(draft.content if draft.cue else ()))
    )
    spoken = Places(draft.anchor for draft in seen if draft.source)
    for sentence in sentences:
        if sentence.span.end - sentence.span.start > LONGEST or _TRIGGERS.isdisjoint(sentence.span.of(text).split()):
            continue  # a table or a dump; or, as most sentences, without the verb of a frame
        words = Words.of(text, sentence.span)
        quoted: Places | None = None
        for at in range(len(words.spans)):
            found = _frame(words, at)
            if found is None or taken.overlapping(found[1]):
                continue
            goes_on = found[0] is None and words.spans[at].of(text) in _ACT_FORMS and words.lower(at - 1) not in BE
            if goes_on and not spoken.overlapping(Span(sentence.span.start, found[1].start)):
                continue  # "and *denied the* charge" goes on with somebody who has spoken
            quoted = quoted or Places(
                one.span for one in nearby(quotations.get(sentence.passage, ()), sentence.span) if not one.scare
            )
            stretch = stretches.at(found[1])
            if stretch is not None and not quoted.overlapping(found[1]):
                source, cue, content = found
                yield Draft(
                    stretch, sentence.passage, words.spans[at], bare=False, score=CERTAIN,
                    source=[source] if source else [], cue=[cue], content=content, kind=None,
                )  # fmt: skip


def divided(text: str, draft: Draft) -> Iterator[Draft]:
    """ "Condemned the strike and appealed for calm": behind an act that takes an object, a second verb of the same speaker begins another statement."""
    verb = draft.anchor.of(text).lower()
    content = draft.content[-1] if draft.content else None
    if (
        content is None
        or draft.bare
        or verb not in _ACT_FORMS.keys() | _CHARGE_FORMS
        or not draft.source
        or content.start < draft.anchor.end
    ):
        yield draft
        return
    words = Words.of(text, content)
    for at in range(1, len(words.spans)):
        joint = before_verb(words, at)
        if joint < 1 or words.lower(at) not in FINITE or words.lower(joint) not in ("and", "but"):
            continue
        helped = any(words.lower(between) in ("has", "have", "had") for between in range(joint + 1, at))
        certain = words.lower(joint) == "but" and words.lower(at + 1) in DETERMINERS  # "but *disputes the* number"
        if not (helped or certain) and words.lower(at).endswith("ed") != verb.endswith("ed"):
            continue  # "denied wrongdoing and *claims* for damages"
        first = trimmed(text, Span(content.start, words.spans[joint].start))
        rest = trimmed(text, Span(words.spans[at].end, content.end))
        if first and rest and not any(word in AUXILIARIES for word in first.of(text).lower().split()):
            yield Draft(
                draft.stretch, draft.passage, draft.anchor, draft.bare, draft.score,
                draft.source, draft.cue, [*draft.content[:-1], first], draft.kind,
            )  # fmt: skip
            yield Draft(
                draft.stretch, draft.passage, words.spans[at], draft.bare, draft.score,
                draft.source, [words.spans[at]], [rest], draft.kind,
            )  # fmt: skip
            return
    yield draft


def _frame(words: Words, at: int) -> Found | None:
    """What the word at a place frames, if it is the verb of a frame."""
    word = words.spans[at].of(words.text)
    if words.lower(at - 1) in BE:
        return _passive(words, at, word)
    behind = words.lower(at + 1)
    if word in _PLAIN or (behind in _PARTICLES and words.lower(at + 2) == "that"):
        return _plain(words, at, word)
    if word in _SAY_FORMS and (said := _said(words, at)):
        return said
    if word in _AIMED_FORMS and behind in AIMED[_AIMED_FORMS[word]]:
        return _aimed(words, at, _AIMED_FORMS[word])
    if word in _BEG_FORMS:
        to = any(words.lower(near) == "to" for near in range(at + 2, at + SOON))
        return _act(words, at, word) if to else None
    if word in _ACT_FORMS:
        return _act(words, at, _ACT_FORMS[word])
    if word in _RECORD_FORMS:
        return _recorded(words, _act(words, at, word))
    return _thought(words, at, at) if word in _THINK_FORMS else _as_another(words, at)


def _plain(words: Words, at: int, word: str) -> Found | None:
    """The frames that need one word more: "to show", "puts … at", "heard", "shot back that"."""
    if word in _SHOWN:
        return (
            _seems(words, at) if words.lower(at - 1) == "to" and words.lower(at - 2) in _SEEMING else _said(words, at)
        )
    if word in _PUT:
        return _put(words, at)
    if word == "heard":
        return _heard(words, at)
    source, content = subject(words, at) if _has_verb(words, at + 4) else None, _rest(words, at + 3)
    return (source, Span(words.spans[at].start, words.spans[at + 1].end), content) if source and content else None


def _passive(words: Words, at: int, word: str) -> Found | None:
    """The frames whose verb stands behind a form of "be"."""
    if word in _ACT_FORMS and words.lower(at + 1) == "by":
        return _suffered(words, at)
    if word in UNDERSTOOD:
        return _understood(words, at)
    return _thought(words, at, at - 1) if word in THOUGHT else None


def _recorded(words: Words, found: Found | None) -> Found | None:
    """What a frame finds, if its source is a report, a letter or the like: "the 58-page report on prisons"."""
    source = found[0].of(words.text) if found and found[0] else ""
    return found if any(word.lower() in THING_NOUNS for word in re.split(r"[ ,]+", source)[:8]) else None


def _act(words: Words, at: int, verb: str) -> Found | None:
    """ "Labour demanded an urgent statement"."""
    behind = words.lower(at + 1)
    if verb in _INFINITIVE and behind not in ("to", "that", "never", "not"):
        return None
    if (behind in PREPOSITIONS and verb not in _INFINITIVE) or not _adjoins(words, at):
        return None
    content = _rest(words, at + 1, least=1)
    if not content or (verb in _RULING and RULED & set(content[0].of(words.text).lower().split()[:4])):
        return None  # a court or a parliament dismisses a case, and says nothing
    source = subject(words, at)
    joined = words.lower(before_verb(words, at)) in ("and", "but") and behind in DETERMINERS
    return (source, words.spans[at], content) if source or joined else None


def _put(words: Words, at: int) -> Found | None:
    """ "The audit board puts the figure at forty": an estimate."""
    found = _ESTIMATE.match(words.text, words.spans[at].end, words.sentence.end)
    source = subject(words, at) if found else None
    return (source, words.spans[at], [Span(*found.span(1))]) if found and source else None


def _seems(words: Words, at: int) -> Found | None:
    """ "A video shared by passengers appears to show the driver laughing"."""
    source = subject(words, at - 2, speaks=False)
    content = _rest(words, at + 1 + int(words.lower(at + 1) == "that"))
    if not source or not content or not can_speak(source.of(words.text).split(",")[0].split()):
        return None
    return source, Span(words.spans[at - 2].start, words.spans[at].end), content


def _heard(words: Words, at: int) -> Found | None:
    """ "The court heard that he had been drinking", "…, a jury heard yesterday": what is said to a court is not seen by the reader each time."""
    comma = words.text.rfind(", ", words.sentence.start, words.spans[at].start)
    phrase = words.text[max(comma + 2, words.sentence.start) : words.spans[at].start].split()
    if not phrase or phrase[-1].lower() not in HEARERS or len(phrase) > _BODY:
        return None
    source = Span(words.spans[at - len(phrase)].start, words.spans[at - 1].end)
    before = trimmed(words.text, Span(words.sentence.start, comma)) if comma > words.sentence.start else None
    if before:
        clause = before.of(words.text).lower().split()
        told = any(word in AUXILIARIES or word.endswith(("ed", "s")) for word in clause[1:])
        plain = told and clause[0] not in PREPOSITIONS and not set('"“”') & set(before.of(words.text))
        return (source, words.spans[at], [before]) if plain else None
    start = at + 1 + int(words.lower(at + 1) == "that")
    content = _rest(words, start) if words.lower(start) not in PREPOSITIONS and _has_verb(words, start + 1) else []
    return (source, words.spans[at], content) if content else None


def _aimed(words: Words, at: int, verb: str) -> Found | None:
    """ "The company apologised for the error", "they point to a collapse": the preposition belongs to the cue."""
    last = at + 1
    if words.lower(last) == "out" and words.lower(last + 1) in ("at", "against"):
        last += 1
    source, content = subject(words, at), _rest(words, last + 1, least=1)
    found = (source, Span(words.spans[at].start, words.spans[last].end), content) if source and content else None
    return _recorded(words, found) if verb == "refer" else found  # "The White House refers to an office" defines a word


def _as_another(words: Words, at: int) -> Found | None:
    """ "Ms. Koch painted her rival as an extremist", "brushed off the report as noise"."""
    word, last = words.lower(at), at + int(words.lower(at + 1) == "off")
    if word not in (_AS_FORMS if last == at else _OFF_FORMS):
        return None
    content = _rest(words, last + 1, least=3)
    thing = _AS.match(content[0].of(words.text)) if content else None
    if not thing or words.lower(last + 1) in PREPOSITIONS:
        return None
    other = re.split(r" (?:that|who|which) ", content[0].of(words.text)[thing.end() - 1 :].lower())[0].split()
    if any(word in AUXILIARIES or word in PASTS for word in other):
        return None  # "painted the pier as the rain began"
    source = subject(words, at)
    return (source, Span(words.spans[at].start, words.spans[last].end), content) if source else None


def _suffered(words: Words, at: int) -> Found | None:
    """ "The charge was denied by his lawyer"."""
    of, by = subject(words, at - 1, speaks=False), _rest(words, at + 2, least=1)
    source = _BY_WHOM.match(by[0].of(words.text)) if by else None
    who = source.group().split(",")[0].split() if source else []
    if not of or not source or not can_speak(who) or who[-1].lower() in THING_NOUNS:
        return None  # "denied by law"
    return Span(by[0].start, by[0].start + source.end()), Span(words.spans[at - 1].start, words.spans[at].end), [of]


def _said(words: Words, at: int) -> Found | None:
    """ "Dunleavy snapped that he had answered it", "Khan told the court he feared for his life"."""
    told = words.lower(at) in ("told", "tells")
    for start in range(at + 1, at + (ADDRESSED if told else 2)):
        word = words.lower(start)
        if word == "that" or (told and start > at + 1 and word in ("he", "she", "they", "it")):
            source = subject(words, at) if _has_verb(words, start + 1) else None
            content = _rest(words, start + int(word == "that"))
            return (source, words.spans[at], content) if source and content else None
        if word in ("whether", "if") and words.lower(at) in _ASK_FORMS:
            source, content = subject(words, at), _rest(words, start)
            return (source, words.spans[at], content) if source and content else None
        if word in AUXILIARIES or word == "to":
            break
    return _postponed(words, at) if at + 1 == len(words.spans) else None


def _postponed(words: Words, at: int) -> Found | None:
    """ "The tribunal must rule within 180 days, the constitution states."."""
    comma = words.text.rfind(", ", words.sentence.start, words.spans[at].start)
    content = trimmed(words.text, Span(words.sentence.start, comma)) if comma > words.sentence.start else None
    who = words.text[comma + 2 : words.spans[at].start].split()
    clause = content.of(words.text).lower().split() if content else []
    if (
        content is None
        or not who
        or not AUXILIARIES & set(clause)
        or any(mark in words.text[content.start : content.end] for mark in '"“”')
    ):
        return None
    tail = Words(
        words.text, Span(comma + 2, words.sentence.end), tuple(one for one in words.spans if one.start > comma)
    )
    source = subject(tail, len(tail.spans) - 1)
    return (source, words.spans[at], [content]) if source else None


def _thought(words: Words, at: int, verb: int) -> Found | None:
    """ "Strategists worry that it could cost them", "her team is confident that it will win"."""
    that = words.lower(at + 1) == "that" or words.lower(at + 2) == "that"
    start = at + 1 + (2 if words.lower(at + 2) == "that" else int(words.lower(at + 1) == "that"))
    if not that and (verb != at or words.lower(start) in _NO_THOUGHT):
        return None
    if not _adjoins(words, at) or not _has_verb(words, start + 1):
        return None
    source, content = subject(words, verb), _rest(words, start)
    return (source, Span(words.spans[verb].start, words.spans[at].end), content) if source and content else None


def _understood(words: Words, at: int) -> Found | None:
    """ "It is understood that a hearing could be held", "producers are believed to be planning it": who says so is not said."""
    cue = Span(words.spans[at - 1].start, words.spans[at].end)
    if words.lower(at - 2) == "it" and words.lower(at + 1) == "that":
        content = _rest(words, at + 2)
        return (None, cue, content) if content else None
    if words.lower(at + 1) == "to" and words.lower(at + 2) in ("be", "have"):
        of, rest = subject(words, at - 1, speaks=False), _rest(words, at + 1)
        return (None, cue, [of, *rest]) if of and rest else None
    return None


def _adjoins(words: Words, at: int) -> bool:
    """Whether nothing but a space, a mark or "however" stands between a word and the next."""
    if at + 1 >= len(words.spans):
        return False
    following = (
        at + 2 if words.lower(at + 1) in ("however", "though", "meanwhile") and at + 2 < len(words.spans) else at + 1
    )
    return bool(_GAP.fullmatch(words.text, words.spans[at].end, words.spans[following].start))


def _has_verb(words: Words, start: int) -> bool:
    """Whether a finite verb follows soon: a clause, and no mere object."""
    near = [words.lower(at) for at in range(start, min(start + SOON, len(words.spans)))]
    return any(word in AUXILIARIES or word.endswith(("ed", "s")) for word in near)


def _rest(words: Words, first: int, least: int = LEAST) -> list[Span]:
    """The content from a word to the end of its clause."""
    if first >= len(words.spans):
        return []
    start = words.spans[first].start
    while start > words.sentence.start and words.text[start - 1] in "\"“‘'":
        start -= 1
    ends = _ENDS.search(words.text, start, words.sentence.end)
    kept = trimmed(words.text, Span(start, ends.start() if ends else words.sentence.end))
    return [kept] if kept and len(kept.of(words.text).split()) >= least else []
