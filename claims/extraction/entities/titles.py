"""Titles and roles: how much of a capitalised run is a title, and which roles stand beside a name."""

from collections.abc import Sequence

from claims.extraction.entities.joints import behind_portfolio
from claims.extraction.entities.offices import qualifying, seconded
from claims.extraction.entities.words import Word
from claims.extraction.lexicon import nations, people
from claims.extraction.lexicon.clauses import AUXILIARIES
from claims.extraction.lexicon.cues import VERB_OF
from claims.extraction.lexicon.heads import (
    ADDRESSES,
    GIVEN_NAMES,
    LESSER,
    NAME_HEADS,
    PARTY_WORDS,
    PORTFOLIOS,
    TITLE_WORDS,
)

_PREFIXES = ("ex-", "then-", "vice-", "co-", "acting-", "sub-")
_LANDS = nations.LANDS | nations.SEATS | nations.OF_SEVERAL_WORDS
_LOOSE = frozenset("student member consumer resident child".split())  # they qualify things too: "the student Olympiad"
_CLOSING = frozenset(
    "watch international borders relations affairs operations communications marketing resources policy".split()
)  # "Human Rights *Watch* Kenneth Roper"
_IN_BODIES = frozenset("director head chief chair chairman chairwoman president leader founder".split())
_OFFICES_OF_TWO_WORDS = frozenset(
    (
        ("chief", "executive"),
        ("executive", "director"),
        ("managing", "director"),
        ("secretary", "general"),
        ("director", "general"),
        ("vice", "president"),
    )
)
_BODY_ENDS = frozenset("international watch foundation institute association federation network".split())
_VERBS = (
    (frozenset(VERB_OF) - {"head", "chair", "report", "record"})
    | AUXILIARIES
    | {"that", "and", "but", "met", "won", "gave"}
)
_ADVERBS = frozenset("also then later again now still already".split())
_NO_APPOSITION = _VERBS | {"whose"}
_DOES = _VERBS | frozenset("died fell left lost".split())  # behind these a name is no apposition
_PARENTS = {"mum": "mother", "mom": "mother", "mother": "mother", "gran": "grandmother", "grandmother": "grandmother",
            "dad": "father", "father": "father", "grandad": "grandfather", "grandfather": "grandfather"}  # fmt: skip
# How names of trades end, and hardly any name of people.
_TRADES = (
    "ologist", "icist", "emist", "nomist", "ographer", "rician", "tician", "keeper", "minder", "monger", "maker", "grower", "breeder", "dresser",
    "solicitor", "therapist", "hygienist", "botanist", "columnist", "novelist", "cyclist", "motorist", "activist", "surveyor", "welder", "glazier",
)  # fmt: skip
_BEHIND, _BEFORE = 7, 8  # an apposition names the role within so many words


def end_of_title(words: Sequence[Word], start: int, end: int) -> int:
    """Where titles stop and the name begins; *end* for a role without a name, *start* for a name without a title."""
    if _is_role_of_body(words, start, end):
        return end
    split = start
    for place in range(start, end):
        behind = _behind_title(words, place, end)
        if behind and not _names_body(words, start, place, behind, end):
            split = behind
    split += split == start and _is_trade(words, start, end)
    if split < end or end - start == 1:
        return split
    if words[start].lower in GIVEN_NAMES:
        return start  # "Ned Prince", "Stephen King"
    if words[end - 1].lower in NAME_HEADS and bare(words[end - 1].lower) not in people.ROLES:
        return start
    if bare(words[start].lower) in people.TITLES - people.ROLES:
        return start + 1  # "Mr Speaker", "Dr Judge": the second word is the name
    return split


def _is_trade(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether what somebody does for a living opens a run of three that no table knows: "*Hydrologist* Nadia Karimova"."""
    trade = words[start].lower
    return end - start == len(("trade", "first", "last")) and trade.endswith(_TRADES) and trade not in GIVEN_NAMES


def _is_role_of_body(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a role stands there with the body that it is in, and no name: "Director of Watchdog International"."""
    second = start + 1 < end and (words[start].lower, words[start + 1].lower) in _OFFICES_OF_TWO_WORDS
    of = start + 1 + second
    role = (second or words[start].lower in _IN_BODIES) and end - of > 1 and words[of].lower == "of"
    return role and words[end - 1].lower in _BODY_ENDS


def _behind_title(words: Sequence[Word], place: int, end: int) -> int:
    """The place behind the title at *place* with what it is "of"; 0 where no title stands there."""
    title, behind = words[place].lower, place + 1
    if title in PARTY_WORDS:
        return behind if _like_person(words, behind, end) else 0
    if bare(title) not in TITLE_WORDS:
        return 0
    if behind < end and words[behind].lower == "of":
        behind = _behind_portfolio(words, behind + 1, end)
    if behind < end and words[behind].lower == "for":
        return behind_portfolio(words, behind + 1, end) or behind
    return behind


def _names_body(words: Sequence[Word], start: int, place: int, behind: int, end: int) -> bool:
    """Whether the title is only part of a body's name: "Justice Department", "Directorate General of Civil Aviation"."""
    if behind >= end:
        return False
    title, rest = words[place].lower, [word.lower for word in words[behind:end]]
    if rest[0] in ("'", "s", "of", "for", "and") or (title == "general" and rest == ["staff"]):
        return True
    if rest[-1] in NAME_HEADS and title not in people.ROLES:
        return True
    if place > start and title == "general" and words[place - 1].lower in NAME_HEADS:
        return True
    if len(rest) > 1 and rest[0] in GIVEN_NAMES and rest[-1] not in NAME_HEADS:
        return False  # "House Speaker Bill Corrigan": a given name that is a thing as well
    if len(rest) == 1:
        return rest[0] in NAME_HEADS and title not in ADDRESSES
    return any(word in NAME_HEADS for word in rest)


def _like_person(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether what follows a party's name can be a person: "Democrat Chuck Schumer", but not "Republican Iowa"."""
    if start >= end:
        return False
    titled = words[start].lower in TITLE_WORDS or words[start].lower in GIVEN_NAMES
    return titled or (words[end - 1].lower not in NAME_HEADS and words[start - 1].lower == "democrat")


def _behind_portfolio(words: Sequence[Word], place: int, end: int) -> int:
    """Behind what a role is "of": "State", "the House", "the United States", "Homeland Security"."""
    if place < end and words[place].lower == "the":
        place += 1
    if place + 2 < end and words[place].lower == "duchy" and words[place + 1].lower == "of":
        return place + 3  # "Chancellor of the Duchy of Lancaster"
    for behind in (place + 3, place + 2):
        if behind <= end and " ".join(word.text for word in words[place:behind]) in nations.OF_SEVERAL_WORDS:
            return behind
    if place < end and words[place].lower in ("united", "great", "new", "saudi", "south", "north"):
        return min(place + 2, end)
    first = place
    while place < end and (words[place].lower in PORTFOLIOS or place == first):
        place += 1
    return place


def person_inside(words: Sequence[Word], start: int, end: int) -> int:
    """Where a person's name begins behind another ("to the United Nations Nikki Haley"); 0 for nowhere."""
    if _is_of_place(words, start, end):
        return start + 1  # "assistant coroner for Velmshire *Ann Lind*"
    for place in range(start + 1, end - 1):
        before = words[place - 1]
        place_before = " ".join(word.text for word in words[start:place])
        land = before.text in nations.STATES or place_before in _LANDS
        closed = before.lower in NAME_HEADS or before.lower in _CLOSING or land or before.lower in TITLE_WORDS
        if (
            closed
            and words[place].lower in GIVEN_NAMES
            and not any(word.lower in NAME_HEADS for word in words[place:end])
        ):
            return place
    return 0


def _is_of_place(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a role in small letters "for" one word of three stands before a name: the word is where it is held."""
    if start < 2 or end - start != 3 or words[start - 1].lower not in ("for", "of") or not words[start].adjoins:
        return False
    given = words[start + 1].lower in GIVEN_NAMES and words[start].lower not in GIVEN_NAMES
    return given and words[start - 2].lower in people.ROLES and words[end - 1].lower not in NAME_HEADS


def bare(word: str) -> str:
    """The title without what qualifies it: "then-secretary" is a secretary, a "mum-of-two" a mother."""
    if "-of-" in word and (parent := _PARENTS.get(word.partition("-of-")[0])) is not None:
        return parent
    for prefix in _PREFIXES:
        if word.startswith(prefix) and word[len(prefix) :] in TITLE_WORDS:
            return word[len(prefix) :]
    return word.removesuffix("-elect").removesuffix("-general").removesuffix("-designate")


def roles(words: Sequence[Word], start: int, end: int) -> tuple[str, ...]:
    """The head nouns of a title, the weightiest first, and those that stand in lower case before it."""
    titles = [(place, bare(words[place].lower)) for place in range(start, end)]
    found = [seconded(words, at, people.FULL_TITLES.get(title, title)) for at, title in titles if title in TITLE_WORDS]
    weighty = [role for role in reversed(found) if role not in LESSER] or found
    return tuple(dict.fromkeys([*weighty, *roles_before(words, start)]))


def roles_before(words: Sequence[Word], start: int) -> tuple[str, ...]:
    """The role in lower case right before a name ("study co-author"), or in apposition before it ("the mayor of Paris, …")."""
    place = _role_before(words, start)
    return () if place is None else (seconded(words, place, words[place].lower),)


def _role_before(words: Sequence[Word], start: int) -> int | None:
    if not start or words[start].first:
        return None
    before = words[start - 1].lower
    if words[start].adjoins and (before in people.ROLES or before == "lady") and not _qualifies_thing(words, start):
        return start - 1  # "former first *lady* Ann Orme"
    if words[start].gap != ", ":
        return None
    for place in range(start - 1, max(0, start - _BEFORE) - 1, -1):
        if words[place].lower in people.ROLES:
            return place
        if words[place].gap not in (" ", "'", "’") or words[place].lower in _DOES:
            break  # "her mother *died* of the virus, Velm Times reported"
    return None


def _qualifies_thing(words: Sequence[Word], start: int) -> bool:
    return words[start - 1].lower in _LOOSE and any(
        word.lower == "the" for word in words[max(0, start - 5) : start - 1]
    )


def roles_around(words: Sequence[Word], start: int, end: int) -> tuple[str, ...]:
    """The roles before a name and in an apposition behind it: "Howard Rubel, a Toronto lawyer"."""
    behind = None if _lies_at(words, start) else _role_behind(words, end)
    before = roles_before(words, start)
    return before if behind is None else (*before, seconded(words, behind, words[behind].lower))


def _lies_at(words: Sequence[Word], start: int) -> bool:
    """Whether something happens there: "*In Ulden*, the mayor, Ann Rudd, spoke"."""
    return start > 0 and words[start].adjoins and words[start - 1].lower in ("in", "at", "near", "outside")


def _role_behind(words: Sequence[Word], end: int) -> int | None:
    if end >= len(words) or words[end].gap != ", " or words[end].first:
        return None
    for place in range(end, min(end + _BEHIND, len(words))):
        word = words[place]
        if (place > end and word.gap not in (" ", "'", "’", "' ")) or word.lower in _NO_APPOSITION:
            return None  # "Jordan Bard, *wrote* that the president was tired"; "Lund, *whose* brother" is no brother
        if word.lower in people.ROLES:
            return None if _speaks(words, place + 1) else place
    return None


def _speaks(words: Sequence[Word], place: int) -> bool:
    """Whether a verb stands there without a comma before it, whose subject the role is: "Speaking in the Hofburg, the finance minister *said*"."""
    behind = [w for w in words[place : place + 2] if not w.lower.endswith("ly") and w.lower not in _ADVERBS]
    return bool(behind) and behind[0].gap == " " and not behind[0].first and behind[0].lower in _VERBS


def offices_around(words: Sequence[Word], start: int, end: int) -> frozenset[str]:
    """What tells apart the roles beside a name: "the *foreign* minister, Lena Holt", "Lena Holt, the *foreign* minister"."""
    places = (_role_before(words, start), _role_behind(words, end))
    return frozenset(word for place in places if place is not None for word in qualifying(words, place))
