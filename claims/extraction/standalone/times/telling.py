"""When a sentence tells of: of what is over or of what is still to come, as far as words around a date show it."""

import re
from itertools import pairwise

from claims.extraction.lexicon.calendar import AHEAD
from claims.extraction.lexicon.clauses import BE

# A date that is the subject of its sentence takes no preposition: "This week saw a referendum", "Today marks ten years".
OPENS_SENTENCE = re.compile(r"(?:^|[.!?]\s+|\n|[“\"])$")
DOES = re.compile(
    r"\s+(?:also\s+)?(?:saw|sees|marks|marked|brings|brought|was|is|will\s+be|has|had|began|ended|became)\b"
)
PAST = re.compile(
    r"\b(?!\w+eed\b)(?:\w{2,}ed|was|were|had|took|saw|won|came|went|said|left|fell|rose|hit|met|broke|led|lost)\b"
)
WILL = re.compile(r"(?:(?!\.\s)[^\s]+\s+){1,9}?(?:will|shall)\b")
# Of these the present tells of what is still to come, where a day is named: "the market opens on Thursday".
SCHEDULED = frozenset(
    "opens closes begins starts ends meets expires resumes reopens continues reconvenes returns votes retires".split()
)
MAY_BE_NOUNS = frozenset(("forecast", "forecasts", "plan", "plans", "hope", "hopes"))
OWNING = frozenset("its his her their the a an s".split())  # "s" of "Peru's plan"
# "It forecast in June" and "set a car on fire" are over, "is forecast for June" and "is now set to" are not.
OF_WHAT_IS_TO_BE = frozenset(("forecast", "set"))
LATER = frozenset("now all still also".split())
_TO_COME = BE | LATER  # before them
# What was expected "had" not come: "had been expected to sign it on Tuesday, but walked out".
FOILED = re.compile(r"\bhad\s+(?:not\s+)?been\s+(?:expected|due|scheduled|set|slated|planned)\b")
# A clause of its own that tells of what was, with no comma behind its verb: "should free the man *who was held* on Sunday".
OVER_BELOW = re.compile(
    r"\b(?:who|which|that|when|where|after|because|whose)\s(?:[\w’'-]+\s){0,4}?(?:was|were|had|\w{2,}ed)\b[^,;:]*$"
    r"|\bwhose\s(?:arrest|detention|killing|death|murder|abduction|conviction|capture|resignation|dismissal|release)\s(?:on\s)?$"
)
# What is put on a day is still to come, and so is what somebody was told to do "from" one.
PUT_ON = re.compile(
    r"\bplanned\s[^.,;]*\bfor\s+$|,\sto\s(?:begin|start|open|take\splace|be\sheld|last|end)\s(?:on|at|in)?\s*$"
)
TOLD_TO = re.compile(r"\b(?:told|instructed|ordered|asked|obliged|required|allowed)\s+to\s+[a-z]+\b[^.,;]*\bfrom\s+$")
# "Talks could stretch into January": what may come; what somebody could see or could not do may be over.
POSSIBLE = re.compile(
    r"\b(?:could|might|may) (?!have\b|not\b|see\b|hear\b|feel\b|only\b|barely\b|hardly\b|no\b|well have\b)[a-z]+\b"
)
# "Leaders, who had said they would not, *reversed course* Monday".
JUST_DONE = re.compile(r"(?P<before>[\w’']+),? (?P<verb>[a-z]{3,}ed)(?: (?!to\b|for\b|by\b)[a-z]+){0,2} (?:on )?$")
NOT_DONE = frozenset(
    "expected scheduled planned supposed slated forecast delayed postponed needed asked urged vowed promised agreed threatened ordered moved set"
    " told invited required allowed proposed intended hoped wanted pledged predicted projected named based tied related due".split()
)
HAVING = frozenset("to get got not".split())
# "Urging leaders to act before Republicans *take* control on Jan. 3".
BEFORE = re.compile(
    r"\bbefore (?:the |a |an |its |his |her |their )?[\w’'-]+(?: [\w’'-]+){0,2}? (?:takes?|leaves?|returns?|ends?|expires?|begins?|votes?|goes|go|meets?|opens?|closes?|comes?)\b(?![^.;]*\b(?:was|were|had)\b)"
)
# "Fell by more *than expected* in September": nobody looks ahead.
HELD_AGAINST = re.compile(
    r"\b(?:than|as) (?:had been |was |were |previously |widely )?(?:expected|anticipated|predicted|forecast|planned|scheduled|hoped|feared)\b"
)
NEAR = 90  # letters before a day in which it is said what is put on it
LOOK_BACK = 300  # letters: no sentence of news is longer, and looking must not cost more in a longer text


def sentence_start(text: str, at: int) -> int:
    """Where the sentence around *at* begins, or as far back as is worth looking."""
    least = max(0, at - LOOK_BACK)
    return max(text.rfind(". ", least, at), text.rfind("\n", least, at), least)


def word_before(text: str, at: int) -> str:
    match = re.search(r"([A-Za-z]+)\s+$", text[max(0, at - 20) : at])
    return match[1].lower() if match else ""


def is_subject(match: re.Match[str], text: str) -> bool:
    opens = OPENS_SENTENCE.search(text, max(0, match.start() - 3), match.start()) is not None
    return opens and DOES.match(text, match.end()) is not None


def looks_ahead(text: str, at: int, words: int = 12) -> bool:
    """Whether the sentence up to *at* speaks of what is still to come, in the last so many words."""
    start = sentence_start(text, at)
    if FOILED.search(text, start, at):
        return False
    if (
        (done := JUST_DONE.search(text, start, at))
        and done["verb"] not in NOT_DONE
        and done["before"] not in BE | HAVING
    ):
        return False
    told = HELD_AGAINST.sub("", text[start:at].lower().replace("must have", ""))
    before = re.findall(r"'ll|[a-z]+", told)[-words:]
    if is_over_below(text, start, at):
        return False
    before = [b for a, b in pairwise(["", *before]) if b not in OF_WHAT_IS_TO_BE or a in _TO_COME]
    to_come = any(a in ("is", "are") and b == "to" for a, b in pairwise(before))
    announced = any(word in AHEAD and not _is_noun(before, i) for i, word in enumerate(before))
    scheduled = bool(SCHEDULED.intersection(before)) and PAST.search(text, start, at) is None
    ahead = (
        "ahead" in before and before[-1:] != ["ahead"] and PAST.search(text, start, at) is None
    )  # "trails ahead of the vote in May"
    announced = announced or BEFORE.search(text, max(start, at - NEAR), at) is not None
    announced = announced or POSSIBLE.search(text, max(start, at - NEAR), at) is not None
    return to_come or announced or scheduled or ahead or (len(before) < 2 and _goes_on_ahead(text, at))


def is_over_below(text: str, start: int, at: int) -> bool:
    """Whether the clause right before *at*, and no more than that, tells of what was: "should free Lind, who was held on Sunday"."""
    below = OVER_BELOW.search(text, start, at)
    return below is not None and not AHEAD.intersection(re.findall(r"[a-z]+", below.group().lower()))


def is_put_on(text: str, at: int) -> bool:
    """Whether something is planned for the day at *at*, or was told to begin on it."""
    before = max(sentence_start(text, at), at - NEAR), at
    return PUT_ON.search(text, *before) is not None or TOLD_TO.search(text, *before) is not None


def _is_noun(words: list[str], at: int) -> bool:
    """Whether a word is what somebody has and no verb: "cut its profit *forecast* on Tuesday"."""
    return words[at] in MAY_BE_NOUNS and bool(OWNING.intersection(words[max(0, at - 2) : at]))


def _goes_on_ahead(text: str, at: int) -> bool:
    """Whether a sentence that begins with the date then says what will be, and nothing that was: "In May it will open"."""
    will = WILL.match(text, at, at + LOOK_BACK)
    return will is not None and PAST.search(will.group()) is None


def is_told_of(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence tells of the past: "This Sunday, she crossed the Channel"."""
    end = text.find(". ", match.end())
    sentence = text[
        sentence_start(text, match.start()) : match.end() + LOOK_BACK if end < 0 else min(end, match.end() + LOOK_BACK)
    ]
    return PAST.search(sentence) is not None and not AHEAD.intersection(sentence.lower().split())
