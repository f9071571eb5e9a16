"""Names: each capitalised run split into titles and the name proper, with what sort of thing it names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.extraction.entities import charged, own_things, runs, surroundings, titles
from claims.extraction.entities.likeness import fold
from claims.extraction.entities.mentions import Form, Lines, Mention
from claims.extraction.entities.sorts import Gender, Sort
from claims.extraction.entities.words import Word, joined
from claims.extraction.lexicon import bodies, nations, people
from claims.extraction.lexicon.given_names import (
    FEMININE_NAMES,
    MASCULINE_NAMES,
    WORLD_FEMININE,
    WORLD_MASCULINE,
)
from claims.extraction.lexicon.heads import BODY_HEADS, NAME_HEADS, PARTY_WORDS
from claims.extraction.types import Span

_PLACES = nations.STATES | frozenset(nations.ALIKE) | nations.US_STATES | nations.SEATS | nations.TOWNS_LIKE_PEOPLE
_KNOWN_BODIES = frozenset(bodies.MEDIUM_NAMES) | bodies.GOVERNMENT_NAMES | bodies.FIRM_NAMES | bodies.CIVIL_NAMES
_WATERS = frozenset("River Lake Loch Lough Mount Cape".split())  # before their names
_DIRECTIONS = frozenset("new north south east west northern southern eastern western central great upper lower".split())
_THINGS = bodies.DOCUMENT_HEADS | frozenset(
    "hurricane storm regulation regulations directive code accord protocol index average composite".split()
)
_SAINTS = frozenset(("st", "ste"))
# "Norvik Plus": what a firm sells under its name, and neither the firm nor somebody called Norvik.
_EDITIONS = frozenset("plus pro premium lite ultra".split())
_OF_BOTH = frozenset(("jean",))  # a man's name in French and a woman's in English, and one of a person in both
_ADDRESSED = frozenset("mr madam mister madame".split())
_CHAIRS = frozenset("speaker president chairman chairwoman chair chairperson".split())
# Offices by their letters, which no name begins with: the role, and what tells it apart.
_OFFICES = {"PM": ("minister", "prime"), "CM": ("minister", "chief")}
_PRODUCTS = frozenset(
    "drug vaccine medicine pill antibody antidepressant painkiller chemotherapy chemical pesticide herbicide app software smartphone".split()
)
_OF_FIRMS = frozenset("developer owner designer producer organiser organizer host investor landlord partner".split())
_JOINED = re.compile(r"[a-z][A-Z][a-z]")
_MAC = re.compile(r"(?:Ma?c|D[eiu]|L[ae]|Fitz|Van|O)[A-Z]")  # people's: "McDonald", "DeSantis"
_SEVERAL = re.compile(r"[A-Z]{2,4}s")


def find(words: Sequence[Word], lines: Lines) -> Iterator[Mention]:
    """The names among *words*, in order."""
    for start, end in runs.find(words, lines):
        yield from _read_run(words, lines, start, end)


def _read_run(words: Sequence[Word], lines: Lines, start: int, end: int) -> Iterator[Mention]:
    """The mention that a run of capitals makes: a person behind titles, a role alone, or another name."""
    if end - start == 2 and words[start].lower in _ADDRESSED and words[start + 1].lower in _CHAIRS:
        return  # "Mr Speaker" is spoken to
    if (apart := _office(words, lines, start, end) or _saint(words, lines, start, end)) is not None:
        yield apart
        return
    known = (
        " ".join(word.text for word in words[start:end]).lower() in bodies.CIVIL_NAMES
    )  # "*Reporters* Without Borders"
    split = start if known else titles.end_of_title(words, start, end)
    roles = titles.roles(words, start, split)
    if split == end and end - start == 1 and words[start].lower in bodies.MEDIA_BY_ROLE:
        yield _mention(words, lines, start, end, start, Form.NAME, Sort.BODY, ())
    elif split == end:
        yield _mention(words, lines, start, end, start, Form.ROLE, Sort.PERSON, roles)
    elif split > start:
        letter = end - split == 1 and len(words[split].text) == 1  # "Miss A" is known by no more
        kept = split - 1 if letter or words[split - 1].lower in people.KEPT_TITLES else split
        yield _mention(words, lines, kept, end, start, Form.NAME, Sort.PERSON, roles or (words[split - 1].lower,))
    elif end - start > 1 and words[start].lower in bodies.MAKERS and words[start].opens:
        yield _mention(words, lines, start + 1, end, start, Form.NAME, Sort.BODY, ())
    else:
        person = titles.person_inside(words, start, end)
        if person:
            yield from _read_run(words, lines, start, person)
            start = person
        sort = _sort(words, start, end)
        roles = titles.roles_around(words, start, end) if sort is Sort.PERSON else ()
        roles = (*roles, charged.ROLE) if sort is Sort.PERSON and charged.is_charged(words, end) else roles
        yield _mention(words, lines, start, end, start, Form.NAME, sort, roles)


def _office(words: Sequence[Word], lines: Lines, start: int, end: int) -> Mention | None:
    """ "The PM" as a role, and "PM Nina Rao" as somebody who holds it."""
    if words[start].text not in _OFFICES:
        return None
    role, apart = _OFFICES[words[start].text]
    if end - start > 1:
        made = _mention(words, lines, start + 1, end, start, Form.NAME, Sort.PERSON, (role,))
    elif start and words[start - 1].lower == "the" and words[start].adjoins:
        made = _mention(words, lines, start, end, start, Form.ROLE, Sort.PERSON, (role,))
    else:
        return None
    return replace(made, qualifiers=frozenset((apart,)))


def _saint(words: Sequence[Word], lines: Lines, start: int, end: int) -> Mention | None:
    """ "St. Petersburg" as the town, which it is far oftener in the news than a saint."""
    town = words[start].lower in _SAINTS and end - start == len(("St.", "Petersburg"))
    return _mention(words, lines, start, end, start, Form.NAME, Sort.PLACE, ()) if town else None


def _sort(words: Sequence[Word], start: int, end: int) -> Sort | None:
    """What a name without a title names, by its own words, then by those around it; None where nothing tells."""
    if any(word.gap == " & " for word in words[start + 1 : end]):
        return Sort.BODY  # partners of a firm
    texts = [word.text for word in words[start:end]]
    by_words = _sort_by_words(texts)
    if by_words is Sort.PLACE or (len(texts) > 1 and " ".join(texts).lower() in _KNOWN_BODIES):
        return by_words  # "the director at *Human Rights Watch*"
    if told := _sort_by_noun_before(words, start, by_words):
        return told
    if by_words is not None:
        return by_words
    if surroundings.is_told_of_as_place(words, start, end):
        return Sort.PLACE
    if (
        titles.roles_around(words, start, end)
        or surroundings.of_person(words, end)
        or surroundings.identified_before(words, start)
    ):
        called = surroundings.label(words, start, end)  # "Velmed, a firm owned by his driver"
        several = texts[-1].lower() in people.PARTY_PEOPLE  # "*Democrats*, who have the votes"
        return Sort.PEOPLE if several else Sort.BODY if called else Sort.PERSON
    if surroundings.lies_in(words, start, end):
        return Sort.PLACE
    acronym = len(texts) == 1 and texts[0].isupper() and len(texts[0]) > 1
    thing = len(texts) > 1 and surroundings.is_thing(words, end)
    return Sort.BODY if acronym or thing or surroundings.named_with_article(words, start, end) else None


def _sort_by_noun_before(words: Sequence[Word], start: int, by_words: Sort | None) -> Sort | None:
    """What the noun right before a name says that it names: a product, or whose role it is."""
    if start and words[start].adjoins and words[start - 1].lower in _PRODUCTS and by_words is not Sort.BODY:
        return Sort.THING  # "the drug Gattex"
    if before := titles.roles_before(words, start):
        firm = by_words is Sort.BODY and _OF_FIRMS.issuperset(before)  # "the developer, Velm Holdings"
        return Sort.BODY if firm else Sort.PERSON
    return None


def _sort_by_words(texts: Sequence[str]) -> Sort | None:
    name, head = " ".join(texts), head_of(texts)
    given = len(texts) > 1 and gender_of_person(texts[0]) is not None
    if name in _PLACES or _SEVERAL.fullmatch(texts[-1]):
        return Sort.PLACE if name in _PLACES else Sort.PEOPLE  # "Opposition MPs"
    firm = len(texts) > 1 and head in bodies.FIRM_ENDINGS and texts[-1][:1].isupper()  # "Tyson Foods"
    firm = firm or (len(texts) > 1 and texts[-1] in bodies.LEGAL_FORMS and not texts[-2].isupper())
    if firm or head in BODY_HEADS or name.lower() in _KNOWN_BODIES:
        return Sort.PERSON if given and head == "bloomberg" else Sort.BODY
    paper = head in bodies.MEDIUM_HEADS and not given  # "the virus, *Velm Times* reported"
    if len(texts) > 1 and (paper or _is_body_by_parts(texts, given=given)):
        return Sort.BODY
    if (head in bodies.PLACE_HEADS or (len(texts) > 1 and texts[0] in _WATERS)) and not given:
        return Sort.PLACE
    if len(texts) == 1 and name.endswith("s") and name[:-1] in nations.ADJECTIVE_OF:
        return Sort.PEOPLE  # "the Mexicans"
    if texts[-1] in nations.ADJECTIVE_OF or texts[-1].lower() in PARTY_WORDS:
        return Sort.THING  # "Roman Catholic", "Central European": no name of anybody
    numbered = texts[-1].isdigit() and _THINGS & {text.lower() for text in texts}
    edition = len(texts) == len(("Norvik", "Plus")) and texts[-1].lower() in _EDITIONS
    if head in _THINGS or numbered or edition or is_display(name):
        return Sort.THING
    written_as_one = len(texts) == 1 and _JOINED.search(name) and not _MAC.match(name)  # "FreshWay"
    return Sort.PERSON if given else Sort.BODY if written_as_one else None


def _is_body_by_parts(texts: Sequence[str], *, given: bool) -> bool:
    """Whether the first or the last of several words makes a body: "Greenpeace UK", "Democratic Rally", "Statistics Velm"; or a word what it is for."""
    of_place = texts[-1] in _PLACES and not given and texts[0].lower() not in _DIRECTIONS
    purpose = not given and any(text.lower() in bodies.PURPOSES for text in texts)
    of_party = texts[0].lower() in PARTY_WORDS and texts[0] != "Former"
    return of_place or of_party or purpose or texts[0] in ("Statistics", "Stats")


def is_display(name: str) -> bool:
    """Whether a name is that of a chart or a table in a document: "Chart B", "Figure 3"."""
    what, _, number = name.partition(" ")
    return what.lower() in bodies.DISPLAYS and (number.isdigit() or (len(number) == 1 and number.isupper()))


def head_of(texts: Sequence[str]) -> str:
    """The head noun of a body's name, in lower case: the last word, or the one before "of", "for" or "in"."""
    for place, text in enumerate(texts):
        if place and text in ("of", "for", "in", "on", "de", "to") and texts[place - 1].lower() in NAME_HEADS:
            return texts[place - 1].lower()
    return texts[-1].lower().rstrip(".")


def _gender_by_name(texts: Sequence[str], sort: Sort | None) -> Gender | None:
    if len(texts) < 2 or texts[0].lower() in _OF_BOTH:
        return None
    return gender_of_person(texts[0]) if sort is Sort.PERSON else gender_of_name(texts[0]) if sort is None else None


def gender_of_name(first: str) -> Gender | None:
    """What a first name tells; hyphenated ones by their first part."""
    for name in (first.lower().split("-")[0], first.lower()):
        if name in MASCULINE_NAMES:
            return Gender.MASCULINE
        if name in FEMININE_NAMES:
            return Gender.FEMININE
    return None


def gender_of_person(first: str) -> Gender | None:
    """What a first name tells of whoever is known to be a person: many more names tell it than can tell people from things."""
    known, name = gender_of_name(first), fold(first.split("-")[0])
    if known is not None:
        return known
    return Gender.MASCULINE if name in WORLD_MASCULINE else Gender.FEMININE if name in WORLD_FEMININE else None


def gender_of_nouns(nouns: Sequence[str]) -> Gender | None:
    """What a title or role tells: "Mr", "spokeswoman", "his mother"."""
    for noun in nouns:
        if noun in people.MASCULINE_NOUNS or noun in people.MASCULINE_TITLES:
            return Gender.MASCULINE
        if noun in people.FEMININE_NOUNS or noun in people.FEMININE_TITLES:
            return Gender.FEMININE
    return None


def _only_opens(words: Sequence[Word], lines: Lines) -> bool:
    word = words[0]
    acronym = word.text.isupper() and len(word.text) > 1
    return len(words) == 1 and word.opens and not acronym and word.lower not in lines.capital


def _mention(
    words: Sequence[Word],
    lines: Lines,
    start: int,
    end: int,
    whole: int,
    form: Form,
    sort: Sort | None,
    roles: tuple[str, ...],
) -> Mention:
    texts = joined(words[start:end])
    named = form is Form.NAME
    label = surroundings.label(words, whole, end) if named and sort is not Sort.PERSON else ""
    if label and (sort is None or (sort is Sort.PLACE and " ".join(texts) not in _PLACES)):
        sort = Sort.BODY
    by_name = _gender_by_name(texts, sort)
    return Mention(
        form=form,
        span=Span(words[start].start, words[end - 1].end),
        whole=Span(words[whole].start, words[end - 1].end),
        words=texts,
        head=texts[-1].lower() if sort is Sort.PERSON else head_of(texts),
        sentence=words[start].sentence,
        leads=surroundings.leads(words, whole),
        sort=sort,
        gender=by_name
        or gender_of_nouns([*(word.lower for word in words[whole:start]), *roles])
        or (own_things.gender(words, whole, end) if named and sort in (Sort.PERSON, None) else None),
        roles=roles,
        definite=named or not surroundings.indefinite_before(words, whole),
        alias=surroundings.alias(words, end, len(texts)) if named else None,
        label=label,
        doubtful=(
            not (label or roles or surroundings.of_person(words, end))  # "*Samir*, 34, waits"
            and _only_opens(words[start:end], lines)
        )
        or (named and surroundings.of_analysts(words, whole)),
        qualifiers=(frozenset(word.lower for word in words[whole : start if named else end]) - set(roles[:1]))
        | (titles.offices_around(words, whole, end) if named and roles else frozenset()),
    )
