"""When two forms can name the same: surnames, acronyms, shortened and misspelt names, and generic nouns for bodies."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from claims.extraction.entities.clusters import Cluster
from claims.extraction.entities.mentions import Form, Mention
from claims.extraction.entities.sorts import Sort
from claims.extraction.lexicon import bodies, people
from claims.extraction.lexicon.function_words import PARTICLES

_SMALL_WORDS = frozenset("of the and for in de la & on at".split())  # they give no letter to an acronym
_LANDS = dict.fromkeys(
    "country nation state city county tribe".split(), frozenset[str]()
)  # places, which are no bodies
_SO_CALLED = frozenset(
    "union association federation confederation league council commission committee board society institute institution authority agency"
    " organisation organization fifa uefa fa wada ioc un nato eu chamber alliance trust nations".split()
)
_OF_ANOTHER = frozenset(("manufacturer", "supplier"))  # of things that the body named last may only use
_ONLY = (
    {  # a generic noun that is said only of bodies with one of these words in their name, or so called by the article
        "force": frozenset("police constabulary".split()),
        "military": frozenset("army forces military navy".split()),
        "party": frozenset(
            """party democrats republicans labour conservatives tories liberals greens socialists communists front league movement
        alliance congress union likud fidesz syriza podemos gop""".split()
        ),
        "league": frozenset("league liga bundesliga serie nfl nba nhl mlb".split()),
        "movement": frozenset("movement front party league alliance hamas hezbollah taliban fatah".split()),
        "union": frozenset(
            "union workers teachers federation association guild brotherhood teamsters congress".split()
        ),
        "university": frozenset("university college institute school academy".split()),
        "church": frozenset("church patriarchate see vatican".split()),
        "club": frozenset("club fc afc united city rovers athletic wanderers town county real bayern".split()),
        "bank": frozenset("bank banco banque chase sachs stanley barclays hsbc citigroup santander ubs lloyds".split()),
        "hospital": frozenset("hospital clinic infirmary medical center centre".split()),
        "museum": frozenset("museum gallery".split()),
        "campaign": frozenset(("campaign",)),
        "committee": frozenset(("committee", "subcommittee")),
        "federation": frozenset("federation confederation fifa fiba uefa".split()),
        "alliance": frozenset("alliance nato coalition".split()),
        "foundation": frozenset(("foundation",)),
        "fund": frozenset("fund imf unicef".split()),
        "institute": frozenset(("institute", "institution")),
        "academy": frozenset(("academy",)),
        "association": frozenset(("association", "fa", "nra", "ama", "bma")),
    }
    | _LANDS
)


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """Lower case without accents, so that "Erdoğan" and "Erdogan" are one."""
    if name.isascii():
        return name.lower().rstrip(".,")
    plain = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("ı", "i").replace("ø", "o"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower().rstrip(".,")


def folded(words: Iterable[str]) -> list[str]:
    """All of the words folded."""
    return [fold(word) for word in words]


def acronyms(mention: Mention) -> Iterator[str]:
    """The short forms of a name, given in brackets or made of its initials."""
    letters = [word[0] for word in mention.words if word.lower() not in _SMALL_WORDS]
    if mention.alias:
        yield fold(mention.alias)
    if len(letters) > (2 if mention.sort is Sort.PERSON else 1):
        yield "".join(letters).lower()


def may_shorten(cluster: Cluster, mention: Mention, word: str) -> bool:
    """Whether one word can be short for the cluster's name: a person's surname, or how a body's name begins."""
    if cluster.form is not Form.NAME or cluster.sort is Sort.PLACE:
        return False
    theirs = folded(cluster.words)
    if cluster.person:
        surname = theirs[-1] == word and not mention.text.isupper()  # "Bloomberg" is the man where he was named in full
        if are_spouses(cluster, mention):
            return False
        family = theirs[0] == word and "-" in theirs[-1]  # "Park Won-jae … *Park*"
        possible = mention.sort in (Sort.PERSON, None) or (
            (surname or family) and len(theirs) > 1 and not mention.label
        )
        return possible and (mention.gender in (None, cluster.gender) or not cluster.gender)
    generic = mention.head == cluster.head and word in bodies.GENERIC_BODIES
    first = theirs[0] == word and all(part in bodies.ORGANISATION_HEADS for part in theirs[1:])  # "Ford Motor Company"
    return mention.sort in (Sort.BODY, None) and (generic or first or word in folded(cluster.aliases))


def are_spouses(cluster: Cluster, mention: Mention) -> bool:
    """Whether one of two with the same surname is the other's wife: "President Orme" and "first lady Ann Orme"."""
    lady = ("lady" in cluster.roles) != ("lady" in mention.roles)
    return lady and bool(cluster.roles) and bool(mention.roles)


def same_person(words: Sequence[str], theirs: Sequence[str], *, titled: bool) -> bool:
    """Whether two people's names can be one: "John Bolton" and "John R. Bolton", "J. Bolton", "Bolton"."""
    if words[-1] == theirs[-1]:
        first, other = words[0], theirs[0]
        if first in PARTICLES and len(theirs) > len(words):
            return _ends_with(theirs, words)  # "van Holt" of "Jan van Holt"
        if len(words) > 1 < len(theirs) and (_ends_with(words, theirs) or _ends_with(theirs, words)):
            return True  # "Rivera Lind" of "Thomas Rivera Lind"
        return first == other or len(theirs) == 1 or (min(len(first), len(other)) == 1 and first[0] == other[0])
    return (
        runs_inside(words, theirs)
        or runs_inside(theirs, words)
        or (titled and words[0] == theirs[0] and len(words) == 1)
    )


def _ends_with(whole: Sequence[str], part: Sequence[str]) -> bool:
    return list(whole[-len(part) :]) == list(part)


def runs_inside(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether the words of *part* stand together in *whole*, which is longer."""
    if len(part) >= len(whole):
        return False
    return any(list(whole[at : at + len(part)]) == list(part) for at in range(len(whole) - len(part) + 1))


def one_letter_off(word: str) -> Iterator[str]:
    """The words that one changed vowel, doubled or dropped letter makes of *word*."""
    for place, letter in enumerate(word):
        yield word[:place] + word[place + 1 :]
        for other in "aeiouy":
            if letter != other:
                yield word[:place] + other + word[place + 1 :]
        yield word[:place] + letter + word[place:]


def can_be_called(cluster: Cluster, noun: str) -> bool:
    """Whether a body may be called by the generic *noun*: a newspaper is no company's name, a ministry no firm."""
    medium = cluster.head in bodies.MEDIUM_HEADS or bool(bodies.PUBLICATIONS & set(cluster.label.split()[-1:]))
    state = cluster.head in bodies.GOVERNMENT_HEADS
    if cluster.head in bodies.MARKETS:
        return noun in bodies.MARKETS
    if _is_of_other_sort(cluster, noun, state=state):
        return False
    if noun in bodies.PUBLICATIONS:
        return medium
    if noun in _OF_ANOTHER:
        return noun in cluster.label.split()
    if noun in ("agency", "regulator"):
        wire = medium and (cluster.head in bodies.NEWS_AGENCIES or "agency" in cluster.label.split())
        return wire or (state and cluster.head not in bodies.NO_AGENCIES)
    if noun in _ONLY:
        return noun in cluster.label.split() or bool(_ONLY[noun] & {cluster.head, *folded(cluster.words)})
    if noun in bodies.GOVERNMENT_HEADS:
        letters = cluster.head.replace(".", "") in bodies.GOVERNMENT_LETTERS
        return cluster.head == noun or (letters and noun in ("bureau", "administration", "department", "service"))
    known = cluster.sort is Sort.BODY or noun in bodies.COMMERCIAL or noun in ("group", "organisation", "organization")
    return known and not medium and not state


def has_namesake(clusters: Sequence[Cluster], found: int) -> bool:
    """Whether another body has the noun in its name, and was named no less often: of two universities, "the university"."""
    one = clusters[found]
    others = (c for i, c in enumerate(clusters) if i != found and c.head == one.head and c.form is Form.NAME)
    return any(len(other.mentions) >= len(one.mentions) for other in others)


def _is_of_other_sort(cluster: Cluster, noun: str, *, state: bool) -> bool:
    """Whether the noun is none for such a body: a union is no "company", and a firm is no "body", which patients have."""
    if noun == "body":
        return not state and cluster.head not in _SO_CALLED
    no_firm = cluster.head in bodies.NO_FIRMS | bodies.CIVIC
    no_firm = no_firm or cluster.head in people.PARTY_PEOPLE or cluster.label in bodies.WATCHING
    return noun in bodies.COMMERCIAL and no_firm
