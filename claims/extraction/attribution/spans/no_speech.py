"""Cues that look like speech and by which nobody says anything: references, offences, measures, factors, those who are only named."""

import re

from claims.extraction.attribution.drafts import Draft
from claims.extraction.attribution.spans.turned_down import is_noun_of_calls, is_turned_down
from claims.extraction.lexicon import nations
from claims.extraction.types import Span

REACH = 60  # characters before a cue in which an auxiliary may stand
CLOSE = 2  # characters between a document and the "according to which" that cites it

# What a caller is asked to name: "quoting crime reference 12/345", "quoting Operation Heron".
_REFERENCE = re.compile(
    r" (?:the )?(?:(?:crime|incident|case|police|job|CAD|log|occurrence) )*(?:ref|refs|reference|log|number|incident|case|crime|CAD|job|Operation|occurrence)\b"
    r"| (?:[A-Z]+[-/ ])?\d[\w/-]*",
    re.IGNORECASE,
)
_WAS = re.compile(r"\b(?:was|were|been|being|is|are) (?:\w+ly )?(?:also )?$")
_MADE = re.compile(
    r"(?:(?:has|have|had) )?(?:made|makes|making) (?:the|his|her|its|their|these|those) (?:comments?|remarks?)"
)
_WHEN_MADE = re.compile(r"(?:as|after|before|during|in|at|on|when|while|ahead of) ")
# "The sea, which Velm *claims almost entirely*": a land is claimed, and nothing is said.
_LAID_CLAIM = re.compile(
    r" (?:(?:almost|nearly|virtually|largely) )?(?:entirely|wholly|in full|in part|in its entirety|as (?:its|their|part)\b|despite\b)"
)
_SHOUTED = frozenset("shout shouts shouted shouting yell yells yelled yelling".split())
_SLOGANS = re.compile(
    r"(?:anti-[\w-]+ )?(?:slogans|insults|abuse|obscenities|threats|greetings)\b[^\"“]*$"
)  # without their words nothing is said
_STIRRED = frozenset("hopes fears concerns suspicions expectations doubts speculation".split())
_STIRS = re.compile(
    r"\b(?:raised|raises|raising|dashed|dashes|fuelled|fueled|boosted|lifted|sparked|stoked|stirred|revived|eased|heightened)(?: the)? $"
)
_SETTING = re.compile(r"(?:Despite|Amid|In spite of|Even after|After) (?![^.]*[\"“])")
_VERBAL = re.compile(r"(?:be|been|being) \w")  # a verb and no noun phrase: "be freed"
_FACTORS = frozenset("factors reasons causes issues examples concerns problems grounds explanations motives".split())
_WAS_CITED = re.compile(r"(?:was|were|is|are|been) (?:widely |also |often )?cited")
_EVIDENCE = re.compile(r"(?:interviews|evidence|accounts|testimony|reports|statements|documents)\b")
_SAID = frozenset(
    "allegations allegation claims claim accusations accusation charges reports suggestions assertions complaints rumours rumors".split()
)
_VERB_FIRST = re.compile(r"(?:was|were|is|are|has|have|had|could|would|will|may|might) ")
_NAMED_FOR = frozenset("cited given named mentioned suggested blamed identified raised".split())
_IDIOMS = (" into question", " into doubt", " attention to", " to mind", " a halt", " time on", " it quits")
_US_STATES = (*sorted(nations.US_STATES), "Washington", "New York")
_COUNTED = frozenset(
    "fires cases deaths casualties incidents injuries infections attacks crimes losses outbreaks violations arrests fatalities".split()
)
_HE = ("he", "she", "it", "they")
_BELOW = re.compile(r"\b(?:after|when|because|as|that|once) (?:he|she|it|they) (?:was |were )?$")
_SURNAME = re.compile(r"(?<=[\s“\"])[A-Z][\w'’-]+ Said$")  # "said Lina *Said*": a name of people
_SEEN = re.compile(r"\b(?:saw|seen|sees|seeing|watched|helped|let) $")
_TERM = re.compile(
    r"(?:an?|the|his|her|their|its) (?:[\w-]+ ){0,3}?(?:term|title|seat|medal|victory|win|crown|place|spot)\b"
)
_MADE_KNOWN = frozenset(
    "confirmed announced reported revealed disclosed unveiled released published identified declared".split()
)
_INSERTED = re.compile(
    r" (?:(?:this|last|earlier|late|on|in|at|yesterday|today|since|just)\b)[^,.;\"“]{0,40}, (?:\w+ed|was|were|is|are|has|have|had|will|would|could|came|brings?|brought|shows?|makes?|made|means?)\b"
)
_FIGURE = re.compile(
    r" (?:(?:about|around|nearly|almost|another|as much as|more than|up to) )?[$£€]?\d[\d.,]*(?:p|c)?\b(?: (?:per cent|percent|points?|pence|cents|basis points)|%|,| to\b)"
)
_MOVING = frozenset(
    "tempering tempered dampening dampened dashing easing eased stoking stoked fuelling fueling calming calmed reviving revived boosting boosted raising".split()
)
_MOOD = re.compile(
    rf" (?:(?:the|some|investors['’]|any) )?(?:{'|'.join(sorted(_STIRRED))}|worries|optimism|pessimism)\b"
)
_DOING = re.compile(r"(?:claiming|saying|alleging|suggesting|asserting|stating|warning|arguing) ")
_FIRST_TIME = re.compile(r"\bthe (?:first|second|third|fourth|only|last) time (?:that |in \w+ years (?:that )?)?$")
_ANSWERING = re.compile(
    r"(?:Responding|Reacting|Reacted|Commenting|Speaking) (?:to|on|after|about) (?:the )?(?:[a-z]+ )?(?:news|reports?|announcement|revelations?|claims?|ruling|decision|fact) that $"
)
# "*Adds 22 companies to* a list", "*adding £78 to* a bill": what is added to a sum.
_TO_SUM = re.compile(
    r" (?:(?:about|around|nearly|almost|another|more than|up to) )?[$£€]?\d[\d.,]*(?: (?:million|billion|thousand))?(?: (?!to )[\w-]+){0,4}?(?:, [^,.;]{3,50},)? (?:a year )?to (?:an?|the|its|their|his|her)\b"
)
_IN_ITS = re.compile(r"\b[Ii]n (?:its|the|their|his|her|an?) (?:[\w-]+ ){0,3}$")
_NOUNS_TOO = frozenset("forecast forecasts estimate estimates".split())
_MOVES_ITS = re.compile(
    r" (?:has |have |had |also |later )*(?:cut|cuts|raised|raises|lowered|lowers|trimmed|slashed|upgraded|downgraded|lifted|lifts|reaffirmed|maintained|kept|revised"
    r"|increased|reduced|scrapped|withdrew|pulled|issued|missed|beat) (?:[\w-]+ ){0,2}?(?:its|the|their|an?|his|her|this) (?:[\w'’-]+ ){0,5}$"
)
_A_WORD = re.compile(
    r"(?:an?|one|another|the last|a single|hardly a|not a) words?|nothing|as much|so much|very little|little"
)
# By these things go, and do not speak.
_MEASURE = re.compile(
    r"(?:(?:the|an?|their|his|her|its) )?(?:[a-z-]+ ){0,2}?(?:number|amount|size|status|age|degree|extent|severity|rank|ability|merit|type|gender|sex|race"
    r"|income|wealth|weight|height|length|plan|schedule)(?: of\b|$)"
)


def is_no_speech(text: str, draft: Draft) -> bool:
    """Whether nobody says anything by the draft's cue."""
    return (
        _SURNAME.search(text, max(0, draft.anchor.start - REACH), draft.anchor.end) is not None
        or _is_of_events(text, draft)
        or _is_measure(text, draft)
        or is_noun_of_calls(text, draft)
        or _is_of_noun(text, draft)
        or _is_factor(text, draft)
        or _is_only_named(text, draft)
        or _is_relative(text, draft)
        or _is_won(text, draft)
        or is_turned_down(text, draft)
        or _is_inserted(text, draft)
        or _is_of_market(text, draft)
        or _is_half_a_verb(text, draft)
        or _is_answered(text, draft)
        or _is_forecast(text, draft)
        or _says_a_word(text, draft)
    )


def _is_forecast(text: str, draft: Draft) -> bool:
    """ "Lund *cut its profit forecast* to 3%": what is cut or raised is a noun."""
    if draft.anchor.of(text).lower() not in _NOUNS_TOO or not draft.source:
        return False
    between = text[draft.source[-1].end : draft.anchor.start]
    return draft.source[-1].end < draft.anchor.start and _MOVES_ITS.match(between) is not None


def _says_a_word(text: str, draft: Draft) -> bool:
    """ "Before anybody *said a word*": nothing is told by it."""
    return len(draft.content) == 1 and _A_WORD.fullmatch(draft.content[0].of(text)) is not None


def _is_answered(text: str, draft: Draft) -> bool:
    """ "*Responding to news that* two had been fined, Lind said:": what she speaks to is no part of what she says."""
    first = draft.content[0] if len(draft.content) == 1 and draft.source else None
    if first is None or first.end > draft.source[0].start or not text.startswith(":", draft.cue[-1].end):
        return False
    return _ANSWERING.search(text, max(0, first.start - REACH), first.start) is not None


def _is_of_things(text: str, draft: Draft, verb: str) -> bool:
    """ "One in Washington *state*", "most of the fires *reported* today", "a series *of blazes called* the Orm Fires": words that name, and say nothing."""
    source = draft.source[0] if draft.source else None
    words = source.of(text).split() if source else []
    hearsay = verb in ("reported", "said", "alleged") and (not source or words[0] in _HE) and bool(draft.content)
    if (
        hearsay
        and draft.content[0].of(text).startswith("to ")
        and _BELOW.search(text, max(0, draft.cue[0].start - REACH), draft.cue[0].start)
    ):
        return True  # "held him *after he was reported to have* come back"
    if verb == "state" and draft.anchor.start:
        return text[max(0, draft.anchor.start - REACH) : draft.anchor.start].rstrip().endswith(_US_STATES)
    if verb == "reported":
        return bool(words) and words[-1].lower() in _COUNTED
    return verb in ("called", "dubbed", "named") and bool(words) and words[0] in ("of", "in", "at", "from")


def _is_won(text: str, draft: Draft) -> bool:
    """ "A vote that saw Lind *claim a third term*": a deed, and nothing that is said."""
    verb, said = draft.anchor.of(text).lower(), draft.content[-1].of(text) if draft.content else ""
    behind = text[draft.anchor.end : draft.anchor.end + len(" to have ")]
    if (
        verb == "said"
        and behind == " to have "
        and not _WAS.search(text, max(0, draft.anchor.start - REACH), draft.anchor.start)
    ):
        return True  # "photos *said to have* been from the hospital showed"
    if _is_of_things(text, draft, verb):
        return True
    if verb.startswith("call") and text.startswith(_IDIOMS, draft.anchor.end):
        return True  # "the case *calls into question* whether"
    if (
        verb == "called"
        and said.startswith("as ")
        and _WAS.search(text, max(0, draft.anchor.start - REACH), draft.anchor.start)
    ):
        return True  # "was called *as back-up*"
    seen = (
        verb == "claim"
        and bool(draft.source)
        and _SEEN.search(text, max(0, draft.source[0].start - REACH), draft.source[0].start) is not None
    )
    return seen and _TERM.match(said) is not None


def _is_of_events(text: str, draft: Draft) -> bool:
    """Whether the cue tells what happened, and nothing that was said: a caller's reference, an offence, a row that goes on, hopes that a storm raised."""
    cue, verb = draft.cue[-1], draft.anchor.of(text).lower()
    source = draft.source[0] if draft.source else None
    if source and _VERBAL.match(text, source.start, source.end):
        return True
    if verb in ("claims", "claimed", "claim"):
        return _LAID_CLAIM.match(text, cue.end) is not None and text.endswith(
            "which ", 0, source.start if source else 0
        )
    if verb in _SHOUTED:
        return bool(draft.content) and _SLOGANS.match(text, draft.content[0].start, draft.content[0].end) is not None
    if verb == "quoting":
        return _REFERENCE.match(text, cue.end) is not None
    if verb == "cited":
        return _is_offence(text, cue, draft.anchor.start)
    if verb in _STIRRED:
        return source is not None and _STIRS.search(text, source.start, cue.start) is not None
    return bool(draft.content) and _tells_when(text, draft.content[0], cue, verb)


def _is_offence(text: str, cue: Span, verb: int) -> bool:
    """ "He was *cited for* speeding": a charge, and no words of anybody."""
    behind = cue.end - (len(" for") if cue.of(text).endswith(" for") else 0)
    return text.startswith(" for ", behind) and _WAS.search(text, max(0, verb - REACH), verb) is not None


def _tells_when(text: str, content: Span, cue: Span, verb: str) -> bool:
    """ "*Made the comments* as the council met", "Despite claims of a truce, the row *continues*": what stands there tells when."""
    if _MADE.fullmatch(text, cue.start, cue.end):
        return _WHEN_MADE.match(text, content.start) is not None
    return verb == "continues" and content.start < cue.start and _SETTING.match(text, content.start) is not None


def _is_inserted(text: str, draft: Draft) -> bool:
    """ "Two more cases, *confirmed this week*, involved children": a participle tells of what is counted, and nobody speaks."""
    cue = draft.cue[-1]
    beside = draft.source and any(draft.source[0].end + 1 == span.start < cue.start for span in draft.content)
    if beside and draft.anchor.of(text).lower() in _MADE_KNOWN:
        return True  # "some of *the major* job cuts *announced*": the source is only half of what was announced
    told = draft.anchor.of(text).lower() in _MADE_KNOWN and text.endswith(", ", 0, cue.start)
    return told and _INSERTED.match(text, cue.end) is not None


def _is_half_a_verb(text: str, draft: Draft) -> bool:
    """ "Posts *are baselessly* | claiming that": the verb comes behind; and who "uses the death of" somebody says nothing by it."""
    cue, said = draft.cue[-1].of(text).lower(), draft.content[0].of(text) if draft.content else ""
    if cue.split()[-1] in ("uses", "used", "using", "use"):
        return True
    if draft.source and _FIRST_TIME.search(text, max(0, draft.source[0].start - REACH), draft.source[0].start):
        return True  # "the drop marks *the first time* the firm has reported a loss"
    return cue.split()[0] in ("is", "are", "was", "were") and cue.endswith("ly") and _DOING.match(said) is not None


def _is_of_market(text: str, draft: Draft) -> bool:
    """ "The shares *added 2.6 per cent*", "*tempering* hopes of a rise", "In *its April forecast*, the bank had": figures and moods that move."""
    verb, behind = draft.anchor.of(text).lower(), text[draft.cue[-1].end : draft.cue[-1].end + REACH]
    if verb in ("added", "adds", "adding", "gained"):
        return _FIGURE.match(behind) is not None or _TO_SUM.match(behind) is not None
    if verb in _MOVING:
        return _MOOD.match(behind) is not None
    return (
        verb in ("forecast", "estimate", "projection", "outlook")
        and _IN_ITS.search(text, max(0, draft.anchor.start - REACH), draft.anchor.start) is not None
        and behind.startswith(", ")
    )


def _is_relative(text: str, draft: Draft) -> bool:
    """ "*Allegations* | that were rejected", "and *corroborating* | interviews": the words tell of the noun, and are nothing that is said."""
    verb, said = draft.anchor.of(text).lower(), draft.content[0].of(text) if draft.content else ""
    if verb == "corroborating":
        return _EVIDENCE.match(said) is not None
    return (
        verb in _SAID
        and text.startswith(" that ", draft.anchor.end)
        and _VERB_FIRST.match(said.removeprefix("that ")) is not None
    )


def _is_only_named(text: str, draft: Draft) -> bool:
    """ "Reports *citing sources | have indicated*": they are named, and the reports say it."""
    behind = bool(draft.content) and text.startswith(("have ", "has "), draft.content[0].start)
    return behind and draft.anchor.of(text).lower() in ("citing", "quoting")


def _is_factor(text: str, draft: Draft) -> bool:
    """ "*Factors cited for* the drop include drought": what is cited has said nothing."""
    by = bool(draft.source) and text.endswith("by ", 0, draft.source[0].start)
    if _WAS_CITED.fullmatch(draft.cue[-1].of(text)) and not by:
        return True  # "poor health *was cited* when he left"
    noun = draft.source[0].of(text).split()[-1].lower() if draft.source else ""
    return noun in _FACTORS and draft.cue[0].of(text).lower() in _NAMED_FOR


def _is_of_noun(text: str, draft: Draft) -> bool:
    """ "Was fined for a leak *that the firm reported* in May": it reported the leak, and not what stands before it."""
    before = [span for span in draft.content if span.end <= draft.cue[0].start]
    behind = any(span.end > draft.cue[-1].end and text.startswith(" as ", draft.cue[-1].end) for span in draft.content)
    if not draft.source or not before or behind or draft.source[0].start < before[-1].end:
        return False  # "a practice *that he described as* theft"
    return text[before[-1].end : draft.source[0].start] in (" that ", " which ")


def _is_measure(text: str, draft: Draft) -> bool:
    """ "Weighed *according to the number of* dollars", "signed a deal in May, *according to which* …": by what a thing goes has said nothing."""
    cited = bool(draft.source) and draft.cue[0].of(text).lower().startswith("according to")
    if cited and text.startswith(" which ", draft.cue[0].end):
        return not 0 <= draft.cue[0].start - draft.source[0].end <= CLOSE
    return cited and _MEASURE.match(text, draft.source[0].start, draft.source[0].end) is not None
