"""Cues behind which nothing is said: "thinks for a while", "argues with two officers", "managers were told to prepare"."""

import re

from claims.extraction.attribution.drafts import FINITE, Draft
from claims.extraction.attribution.spans.no_speech import is_no_speech
from claims.extraction.lexicon.calendar import MONTH_NAMES
from claims.extraction.lexicon.clauses import AUXILIARIES, BE
from claims.extraction.lexicon.frames import CALLING

REACH = 60  # characters before a cue in which an auxiliary may stand
_LOST = re.compile(
    r"(?:defeat|victory|(?:the|his|her|their|its|an?) (?:own |two |three )?(?:seats?|race|election|contest|primary|goals?|penalty|presidency))\b"
)
_BOASTING = frozenset("boasted boasts boast joked jokes quipped shouted wept replied responded reacted".split())
_WITH = re.compile(r" with (?!(?:an?|the) (?:claim|quip|joke|word|statement|warning)\b)[a-z]+ ?")
_TELLING = frozenset("told asked ordered urged advised warned instructed reminded invited".split())
_THINKING = frozenset("think thinks thought wonder wonders wondered".split())
_LISTENING = frozenset("i he she they we you it".split())
_SAYING = frozenset("say says said saying".split())
_UNTOLD = frozenset("little nothing otherwise so goodbye hello".split())  # what is said in these words is not told
_POINTS = re.compile(
    rf" (?:that|this|it|those|these|them),? (?:and|but) (?:\w+ly |also |then )?(?:{'|'.join(sorted(FINITE))})\b"
    r"| (?:that|this|it|those|these|them), (?:saying|adding|insisting|arguing|calling|noting|claiming|stating|telling)\b"
)
_NOUNS_TOO = frozenset("reports claims estimates notes charges complaints rumours rumors warnings".split())
_HAVING = re.compile(r" (?:have|had|were|are) ")
_RELATIVE = frozenset("who whom which what".split())
_KNOWING = frozenset("know knew knows known understood".split())
_BECAUSE = re.compile(r" (?:that|this|it), because [^,]*[.!?]")
_RUNG = re.compile(
    r"(?:[\w.:'’-]+ ){1,5}to (?:ask|tell|say|discuss|complain|apologi[sz]e|warn|offer|inquire|check|find)\b"
)
_DATE = re.compile(
    rf"(?:(?:in|on|since|of) )?(?:(?:{MONTH_NAMES})\b ?)?(?:\d{{1,2}},? ?)?(?:(?:19|20)\d\d)?[.,]?"
)  # and nothing else
_TIMES = re.compile(
    r"(?:it|so|this|that|as much)(?: (?:(?:about|at least|more than|some|over) )?[\w,]+ times| once| twice| again| repeatedly| often)"
)
_WORK = frozenset(
    "tracked followed surveyed interviewed examined tested measured studied analysed analyzed sampled counted advises advised advise".split()
)
_NOT_ACCUSED = re.compile(r"(?:was|were|is|are|been) (?:not|never) (?:been )?(?:accused|suspected)(?: of)?")
_SENDING_AWAY = frozenset("dismiss dismisses dismissed dismissing fire fires fired firing".split())
_SENT = re.compile(r"(?:him|her|them)\b(?! as\b| out of hand)")
_IF = re.compile(r"(?:^|[.!?][\"”]? |\n)(?:If|Unless) (?:the |an? )?$")
_PRESENT = re.compile(r"[a-z]+s|say|find|confirm|show|agree|rule|reject")
_FEW = 5  # words
# A figure that another is held against: "down *from its prior forecast of* 340 million", "missing analysts' *estimates of*".
_FIGURES = frozenset("forecast forecasts estimate estimates prediction predictions projection projections".split())
_GOODS = re.compile(
    r"(?:(?:about|around|nearly|some|more than|over|almost|all|its|up to) )*(?:(?:\d[\d,.]*|[a-z]+)(?: million| thousand)? )?(?:of its )?(?:[\w-]+ ){0,3}?"
    r"(?:vehicles|cars|vans|trucks|buses|units|products|devices|toys|packs|packets|batches|phones|batteries|items|medicines|pumps|bikes|jars|tins)\b"
)
_AGAINST = re.compile(
    r"\b(?:from|than|to|with|against|versus|of|above|below|over|under|beat|beats|beating|missed|misses|missing|topped|topping|exceeded|exceeding)"
    r" (?:(?:an?|the|its|their|his|her|analysts['’]|economists['’]) )?(?:(?:average|prior|previous|earlier|original|initial|consensus|own|last|market|[\w’']*analyst\w*[’']?) )*$"
)
# Words with somebody that tell of no content: "argues with two officers".
_TALK = frozenset(
    "argue argues argued arguing speak speaks spoke speaking talk talks talked talking joke jokes joked chat chats chatted".split()
)


def says_nothing(text: str, draft: Draft) -> bool:
    """Whether nobody says anything by the draft's cue, or nothing that is told."""
    return (
        _tells_no_words(text, draft)
        or _is_work(text, draft)
        or _holds_nothing(text, draft)
        or _only_talks(text, draft)
        or _is_told(text, draft)
        or _is_noun(text, draft)
        or _is_deed(text, draft)
        or _is_supposed(text, draft)
        or is_no_speech(text, draft)
        or _is_held_against(text, draft)
        or _is_taken_back(text, draft)
    )


def _is_taken_back(text: str, draft: Draft) -> bool:
    """ "Norvik *recalled 9,000 vans* for the same fault": goods, and no memory."""
    if not draft.content or not draft.anchor.of(text).lower().startswith("recall"):
        return False
    return _GOODS.match(text, draft.content[0].start, draft.content[0].end) is not None


def _is_held_against(text: str, draft: Draft) -> bool:
    """ "Down from *its prior forecast of* 340 million": what only shows how far another figure is from it."""
    last = draft.cue[-1]
    if last.of(text).removesuffix(" of").split()[-1].lower() not in _FIGURES:
        return False
    of = text.startswith(" of ", last.end) or last.of(text).endswith(" of")
    return of and _AGAINST.search(text, max(0, last.start - REACH), last.start) is not None


def _is_noun(text: str, draft: Draft) -> bool:
    """ "The police *reports had* been drawn up": what looks like a verb has one behind it, and is the subject of that."""
    if draft.anchor.of(text).lower() not in _NOUNS_TOO or not _HAVING.match(text, draft.anchor.end):
        return False
    before = text[max(0, draft.anchor.start - REACH) : draft.anchor.start].lower().split()
    return _RELATIVE.isdisjoint(before)  # "men *who* the group claims had left"


def _is_deed(text: str, draft: Draft) -> bool:
    """ "Terran *dismissed her* a week later", "she *was not accused of* any offence": nobody says anything by it."""
    if not draft.content or draft.content[0].start < draft.cue[-1].end:
        return False
    cue, said = draft.cue[-1].of(text).lower(), draft.content[0].of(text).lower()
    if _NOT_ACCUSED.fullmatch(cue):
        return True
    return draft.anchor.of(text).lower() in _SENDING_AWAY and _SENT.match(said) is not None


def _is_supposed(text: str, draft: Draft) -> bool:
    """ "*If the court confirms* the result, she will be sworn in": it may never say so."""
    said = draft.source[0].start if draft.source else 0
    begins = _IF.search(text, max(0, said - REACH), said) is not None if said else False
    before = bool(draft.source) and draft.source[0].end <= draft.cue[0].start
    return begins and before and _PRESENT.fullmatch(draft.cue[0].of(text)) is not None


def _holds_nothing(text: str, draft: Draft) -> bool:
    """ "This one explains *itself badly*", "she thinks *for a while*": what looks like a content only goes with the verb."""
    if len(draft.content) != 1 or draft.content[0].start < draft.cue[-1].end:
        return False
    if _POINTS.match(text, draft.cue[-1].end) and draft.anchor.of(text).lower() in FINITE:
        return True  # "disputes *that and says* she was hit": what comes behind is said with the other verb
    if draft.anchor.of(text).lower() in _KNOWING and _BECAUSE.match(text, draft.cue[-1].end):
        return True  # "they knew *that, because* he had signed it"
    if any(pattern.fullmatch(draft.content[0].of(text)) for pattern in (_DATE, _TIMES)):
        return True  # "on Friday he said *it four times*"
    words = draft.content[0].of(text).lower().split()
    clause = (
        len(words) > 1 and words[0] in ("nothing", "little") and words[1] in AUXILIARIES | BE
    )  # "nothing has changed"
    if words == ["another"] or (words[0] in _UNTOLD and not clause and draft.anchor.of(text).lower() in _SAYING):
        return True  # "has said *little in public*"
    if len(words) > 1 and words[0] == "that" and words[1] in ("since", "for", "before", "again", "too", "all"):
        return True  # "have been saying *that since June*"
    if words[0].endswith(("self", "selves")):
        return len(words) <= _FEW
    return draft.anchor.of(text).lower() in _THINKING and words[0] in ("for", "hard", "about") and len(words) <= _FEW


def _tells_no_words(text: str, draft: Draft) -> bool:
    """ "The video *showed otherwise*", "he *called several allies to ask*": the words themselves are not told."""
    if not draft.content or draft.content[0].start < draft.cue[-1].end:
        return False
    said, verb = draft.content[0].of(text), draft.anchor.of(text).lower()
    if verb.startswith("conced") and _LOST.match(said):
        return True  # "conceded *defeat*", "conceded *his own seat*"
    if verb in _BOASTING and _WITH.match(text, draft.cue[-1].end):
        return True  # "boasted *with abandon*"
    return (said.lower().startswith("otherwise") and verb in FINITE) or (
        verb in CALLING and not text.startswith(" on ", draft.anchor.end) and bool(_RUNG.match(said))
    )


def _only_talks(text: str, draft: Draft) -> bool:
    last = draft.cue[-1]
    return (
        draft.anchor.of(text).lower() in _TALK
        and text.startswith((" with ", " to "), last.end)
        and not any(mark in text[last.end : last.end + REACH] for mark in '"“‘')
    )


def _is_told(text: str, draft: Draft) -> bool:
    """ "Managers were told to prepare": who told them is not said, and who was told says nothing."""
    words = draft.cue[0].of(text).lower().split()
    before = text[max(0, draft.cue[0].start - REACH) : draft.cue[0].start].lower().split()[-2:]
    passive = bool(BE & {*words[:-1], *before}) and words[-1] in _TELLING
    if not passive or not draft.source or draft.source[0].end > draft.cue[0].start:
        return False
    if draft.source[0].of(text).lower() in _LISTENING:
        return True  # "*I was told* that": by whom is not said
    return text.startswith(" to ", draft.content[0].start - 1) if draft.content else False


def _is_work(text: str, draft: Draft) -> bool:
    """ "They tracked 312 teenagers": what researchers do to a thing is no statement about it."""
    first = draft.content[0] if len(draft.content) == 1 else None
    if draft.anchor.of(text).lower() not in _WORK or first is None or first.start < draft.cue[-1].end:
        return False
    clause = bool((AUXILIARIES | BE | {"to", "against", "that"}) & set(first.of(text).lower().split(",")[0].split()))
    return not clause and not text[draft.cue[-1].end : first.start].strip()
