"""Capitalised runs: where a name begins, and how far it goes on, over particles and marks as well."""

import re
from collections.abc import Iterator, Sequence

from claims.extraction.entities.joints import over_and, over_of
from claims.extraction.entities.mentions import Lines
from claims.extraction.entities.words import Word, capital_at
from claims.extraction.lexicon import bodies, nations, people
from claims.extraction.lexicon.function_words import CALENDAR, CLOCKS, NAMES_LIKE_ADVERBS, OPENERS, PARTICLES, SEASONS
from claims.extraction.lexicon.heads import (
    BODY_HEADS,
    COMMON_NOUNS,
    GIVEN_NAMES,
    NAME_HEADS,
    PARTY_WORDS,
    TITLE_WORDS,
)

_NUMBER_WORD = re.compile(
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?|eleven|twelve|\w+teen"
)
_POSSESSED = frozenset(
    "people children women men sheriff bishops king queen attorney governor mayor president alzheimer parkinson crohn huntington".split()
)
_SURNAMES = frozenset("von van de der den del della di du bin ibn dos".split())  # particles that begin a surname
# What is called after somebody or after an illness, and hardly ever a town's or a land's.
_OF_NAMESAKES = frozenset("society analytics trust charity foundation association ratings".split())
_NUMBERED = frozenset("no number act article section resolution order bill rule chapter".split())
_COMPOUNDS = ("-based", "-led", "-backed", "-linked", "-owned", "-run", "-born", "-controlled", "-year-old", "-style",
               "-founded", "-funded", "-held", "-appointed", "-trained", "-supported", "-aligned", "-allied", "-occupied")  # fmt: skip
_ADJECTIVES = ("ed", "al", "ive", "ous", "ary", "ial")
# "*Sentencing* Alva Krog, the judge said": what is done to somebody, where it opens a sentence.
_DOING = frozenset(
    "sentencing convicting jailing questioning interviewing addressing defending representing opposing beating facing meeting joining"
    " praising criticising criticizing accusing thanking replacing introducing welcoming quoting citing visiting following asking telling"
    " calling backing endorsing urging acquitting charging arresting".split()
)
_NICKNAMED = {" '": "' ", " ‘": "’ ", ' "': '" ', " “": "” "}  # how a nickname is opened and closed
_NICKNAME = 3  # words of one at most
_SEAT = re.compile(r"(?:D|R|I|DFL)-[A-Z][\w.'’-]*")
_DEGREE = re.compile(
    r"(?:M\.D|Ph\.D|Psy\.D|Ed\.D|J\.D|D\.O|D\.D\.S|R\.N|M\.P\.H|M\.B\.A|M\.Sc|B\.Sc|K\.C|Q\.C|O\.B\.E|C\.B\.E|M\.B\.E)\.?|PhD|MBA|OBE|CBE|MBE|KC|QC"
)
# Two states in the news have one of these each, and it takes the state to tell them apart.
_OF_STATES = frozenset(
    "ministry army navy police agency court parliament council guard service force forces command".split()
)
_OF_WHAT = frozenset(
    "defense defence foreign interior home health finance justice education energy transport agriculture culture environment economy labor labour"
    " trade national supreme high constitutional federal security space intelligence police air coast border armed ground state".split()
)
_OF_GAMES = frozenset(("Olympic", "Paralympic"))  # "*Olympic* swimming pools" name nobody
# "*New* Orleans" opens a sentence as it stands elsewhere.
_NEW = frozenset(
    "York Orleans Delhi Zealand Jersey Mexico Hampshire England Brunswick Caledonia Guinea South Haven Hebron Plymouth Bedford".split()
)
_UNITS = frozenset("GW MW TW GWH MWH TWH KW HZ GB TB MB KM MPH GBP USD EUR BPD".split())  # of what is measured
_MOST_WORDS = 14  # a longer run is a headline in capitals, not a name


def find(words: Sequence[Word], lines: Lines) -> Iterator[tuple[int, int]]:
    """Where the names among *words* begin and end, titles included."""
    place = 0
    while place < len(words):
        if not _starts_name(words, place, lines):
            place += 1
            continue
        end = _end(words, place)
        if end - place <= _MOST_WORDS:
            yield _with_particles(words, place), end
        place = end


def _with_particles(words: Sequence[Word], start: int) -> int:
    """Where a surname begins that is told with its particles: "*von der* Holt said"."""
    while start and words[start].adjoins and not words[start].first and _leads_surname(words[start - 1]):
        start -= 1
    return start


def _leads_surname(word: Word) -> bool:
    """Whether a surname begins with the word, which has a capital where it opens a sentence: "*Von* der Holt left"."""
    return word.text in _SURNAMES or (word.opens and word.lower in _SURNAMES)


def _starts_name(words: Sequence[Word], place: int, lines: Lines) -> bool:
    """Whether the capital on this word is that of a name, and not of a sentence's beginning."""
    word = words[place]
    if not word.capital or word.text == "I" or word.lower in CALENDAR or word.lower.endswith(_COMPOUNDS):
        return False
    no_part = _SEAT.fullmatch(word.text) or (word.gap == ", " and _DEGREE.fullmatch(word.text))
    if no_part or _is_state(words, place):
        return False  # "Gail Grimes, *R-Hereford*,": whose seat it is; "Ann Lind, *M.D.*, chief"; "in Tampa, *Fla.*, where"
    follows = capital_at(words, place + 1) or _is_possessed(words, place)
    if word.text.isupper() and (word.text in _UNITS or _is_ticker(words, place)):
        return False
    if not follows and (word.text in CLOCKS or (word.text in SEASONS and _is_of_noun(words, place))):
        return False
    if follows and words[place + 1].lower.endswith(_COMPOUNDS):
        return False  # "the *New* York-based group"
    if word.text in nations.ADJECTIVE_OF or word.lower in PARTY_WORDS or word.text in _OF_GAMES:
        return follows and words[place + 1].text not in nations.ADJECTIVE_OF
    if not word.opens:
        return word.lower not in OPENERS or (follows and word.lower not in ("the", "a", "an"))
    return _survives_opening(words, place, lines, follows=follows)


def _is_possessed(words: Sequence[Word], place: int) -> bool:
    """Whether people stand there whose body it is: "the *Children's* Dental Program"."""
    behind = words[place + 1 : place + 2]
    owner = bool(behind) and behind[0].text == "s" and behind[0].gap in ("'", "’")
    return owner and words[place].lower in _POSSESSED and capital_at(words, place + 2)


def _is_state(words: Sequence[Word], place: int) -> bool:
    """Whether the short form of a state of America stands behind a town: "Tampa, *Fla.*"."""
    closed = place + 1 >= len(words) or words[place + 1].gap.startswith(".")
    return words[place].gap == ", " and words[place].text in nations.STATE_ABBREVIATIONS and closed


def _is_ticker(words: Sequence[Word], place: int) -> bool:
    """Whether a share's sign stands in brackets: "Tupelo (*TUP* 2.9%)", "Norvik (*NYSE*:NVK)", "(*TSN* - Get Report)"."""
    word, behind = words[place], words[place + 1 : place + 2]
    if word.gap in (":", ": ") and words[place - 1].lower in bodies.EXCHANGES:
        return True
    if not word.gap.endswith("("):
        return False
    return bool(behind) and (behind[0].text[:1].isdigit() or behind[0].gap in (":", ": ", " - ", " – ", " +"))


def _is_of_noun(words: Sequence[Word], place: int) -> bool:
    """Whether a noun in small letters goes on behind a season, of which it tells: "clear *Spring stock*"."""
    behind = words[place + 1 : place + 2]
    return (
        bool(behind)
        and behind[0].adjoins
        and behind[0].lower in ("inventory", "stock", "season", "sales", "collection")
    )


def _survives_opening(words: Sequence[Word], place: int, lines: Lines, *, follows: bool) -> bool:
    """Whether the first word of a sentence would be a capital elsewhere too."""
    word = words[place]
    if follows and _opens_known_name(words, place):
        return True
    acronym = word.text.isupper() and len(word.text) > 1 and word.lower in BODY_HEADS
    if (word.lower in OPENERS and not acronym) or _NUMBER_WORD.fullmatch(word.lower):
        return False
    if follows and word.lower in _DOING and word.lower not in lines.capital:
        return False
    if not follows and _qualifies_noun(words, place, known=word.lower in lines.capital):
        return False
    if word.lower in lines.capital:
        return True
    if word.lower in lines.small:
        either = (word.lower, words[place + 1].lower) if follows else ()
        return any(known in TITLE_WORDS or known in NAME_HEADS for known in either)
    if word.lower in COMMON_NOUNS:
        return follows or _leads_title(words, place)
    return follows or word.lower in NAMES_LIKE_ADVERBS or not word.lower.endswith(("ly", "ing"))


def _opens_known_name(words: Sequence[Word], place: int) -> bool:
    """Whether a word that is seldom a name begins that of a body or town: "*Reporters* Without Borders", "*Police* Scotland", "*New* Orleans"."""
    behind = words[place + 1]
    if words[place].text == "New":
        return behind.text in _NEW
    if words[place].text == "Police":
        return behind.text in nations.STATES or behind.lower in BODY_HEADS
    return " ".join(other.lower for other in words[place : place + 3]) in bodies.CIVIL_NAMES


def _leads_title(words: Sequence[Word], place: int) -> bool:
    """Whether a role stands there with what it is of, before a name: "*Leader* of Opposition Nina Rao", "*Minister* for Housing Tom Berg"."""
    link = words[place + 1].lower if place + 1 < len(words) and words[place + 1].adjoins else ""
    if link == "for":
        return over_of(words, place + 1) > 0
    of = link == "of" and words[place].lower in people.ROLES and capital_at(words, place + 2)
    return of and (capital_at(words, place + 3) or over_of(words, place + 3) > 0)


def _qualifies_noun(words: Sequence[Word], place: int, *, known: bool) -> bool:
    """Whether it is an adjective that opens the sentence: "Initial reports", "Recycled paper"."""
    behind = place + 1
    if behind >= len(words) or not words[behind].adjoins or words[behind].first or words[behind].capital:
        return False
    if any(letter.isupper() for letter in words[place].text[1:]) or words[behind].lower in ("of", *_SURNAMES):
        return False  # "*Secretary* of State", "*Mohammed* bin Salar"
    adjective = words[place].lower.endswith(_ADJECTIVES)
    noun = words[behind].lower in COMMON_NOUNS
    return adjective and noun if known else adjective or noun


def _end(words: Sequence[Word], start: int) -> int:
    end = start + 1
    while end < len(words):
        step = 0 if words[end].first else _step(words, start, end)
        if not step:
            return end
        end += step
    return end


def _step(words: Sequence[Word], start: int, end: int) -> int:
    """How many of the words at *end* go on with the name that began at *start*: 0 where it ends."""
    word, last = words[end], words[end - 1]
    if not word.adjoins:
        return _over_mark(words, start, end)
    if word.lower.endswith(_COMPOUNDS) or (word.gap[0] == "." and not _abbreviates(last)):
        return 0
    if word.capital:
        begins = word.gap[0] == "." and last.lower in ("jr", "sr") and word.lower in OPENERS  # "Holt Jr. The"
        return 0 if word.text == "I" or begins else 1
    if word.lower in PARTICLES:
        return _over_particles(words, end)
    if word.lower in ("of", "for", "to", "on"):
        return over_of(words, end)
    if word.lower == "and":
        return over_and(words, start, end)
    return 1 if word.text.isdigit() and last.lower in _NUMBERED else 0


def _over_particles(words: Sequence[Word], end: int) -> int:
    """Over one particle or two before a name: "Ursula *von der* Holt"."""
    if capital_at(words, end + 1):
        return 2
    two = end + 1 < len(words) and words[end + 1].adjoins and words[end + 1].lower in PARTICLES
    return 3 if two and capital_at(words, end + 2) else 0


def _abbreviates(word: Word) -> bool:
    return len(word.text) == 1 or word.lower in people.ABBREVIATED_TITLES or word.text.endswith(".")


def _over_mark(words: Sequence[Word], start: int, end: int) -> int:
    """Over an apostrophe or a comma inside the name of a body: "Sheriff's Office", "Bishops' Conference"."""
    word, last = words[end], words[end - 1]
    if word.gap == " & ":
        return 1 if word.capital else 0  # partners: "Brook & Hale"
    if word.gap in ("'", "’") and word.text == "s":
        if not capital_at(words, end + 1):
            return 0
        office = words[end + 1].lower == "office" and last.lower in people.ROLES
        of_state = " ".join(word.text for word in words[start:end]) in nations.STATES and _is_of_state(words, end + 1)
        return 2 if office or of_state or last.lower in _POSSESSED or _named_after(words, start, end) else 0
    if word.gap in ("' ", "’ ") and last.lower.endswith("s"):
        return 1 if word.capital and word.lower in BODY_HEADS else 0
    first = end - start == 1 or words[end - 2].lower in TITLE_WORDS
    if word.gap in _NICKNAMED and first and not (last.lower in TITLE_WORDS or last.lower in NAME_HEADS):
        return _over_nickname(words, end)
    return _over_comma(words, start, end) if word.gap == ", " and word.capital else 0


def _is_of_state(words: Sequence[Word], start: int) -> bool:
    """Whether what a state owns is a body that every state has, by nothing but what it is: "Orland's *Defence Ministry*"."""
    last = start
    while capital_at(words, last + 1):
        last += 1
    behind = words[last + 1 : last + 2]
    goes_on = bool(behind) and behind[0].adjoins and behind[0].lower in ("of", "for")
    plain = start < last and all(word.lower in _OF_WHAT for word in words[start:last])
    return plain and words[last].lower in _OF_STATES and not goes_on


def _named_after(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a body is named after whoever stands before the apostrophe: "the Parkinson's *Society*", but not "Orland's Society"."""
    last, head = words[end - 1], words[end + 1]
    known = last.text in nations.STATES or last.text in nations.US_STATES or last.text in nations.SEATS
    alone = end - start == 1 and not last.text.isupper() and not known
    return alone and head.lower in _OF_NAMESAKES and not capital_at(words, end + 2)


def _over_nickname(words: Sequence[Word], end: int) -> int:
    """Over what a person is called between first and last name: "Ben 'The Crane' Holt"."""
    closing = _NICKNAMED[words[end].gap]
    if words[end].lower in GIVEN_NAMES:
        return 0  # "Matthew 'Matt' Holt" goes by it
    for place in range(end + 1, min(end + _NICKNAME + 1, len(words))):
        if words[place].gap == closing and words[place].capital:
            return place - end + 1
        if not words[place].adjoins or words[place].first:
            return 0
    return 0


def _over_comma(words: Sequence[Word], start: int, end: int) -> int:
    """Over a list inside a name: "United Nations Educational, Scientific and Cultural Organization"."""
    ahead = end + 1
    listed = ahead + 1 < len(words) and words[ahead].lower == "and" and capital_at(words, ahead + 1)
    if not listed or words[start].lower in GIVEN_NAMES:
        return 0
    closing = ahead + 1
    while capital_at(words, closing + 1):
        closing += 1
    return closing - end + 1 if closing > ahead + 1 and words[closing].lower in BODY_HEADS else 0
