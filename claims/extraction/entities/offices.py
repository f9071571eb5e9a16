"""Which office a role is: the words before it, and whose second its holder is."""

from collections.abc import Sequence, Set

from claims.extraction.entities.clusters import Cluster
from claims.extraction.entities.mentions import Form, Mention
from claims.extraction.entities.words import Word
from claims.extraction.lexicon import nations, people, pronouns
from claims.extraction.lexicon.clauses import AUXILIARIES
from claims.extraction.lexicon.function_words import CLAUSE_WORDS, PREPOSITIONS

SECONDS = frozenset("vice deputy lieutenant assistant shadow".split())
FORMER = frozenset("former ex then late".split())
RANKED = frozenset("first second third last next only youngest oldest longest-serving".split())
_ENDS = pronouns.DETERMINERS | PREPOSITIONS | CLAUSE_WORDS | AUXILIARIES
REACH = 4  # words of an office before its role: "shadow foreign and Commonwealth secretary"


def qualifying(words: Sequence[Word], place: int) -> list[str]:
    """The words of the phrase before the role at that place: "foreign" of "the *foreign* minister"."""
    found: list[str] = []
    for at in range(place, max(0, place - REACH), -1):
        if words[at].first or words[at].gap not in (" ", ". "):
            break
        before = people.FULL_TITLES.get(words[at - 1].lower, words[at - 1].lower)
        if before in _ENDS:
            break
        found.insert(0, before)
    return found


def seconded(words: Sequence[Word], place: int, role: str) -> str:
    """The role at that place, told apart from that of whose second it is: "the Vice *President*" is no president."""
    second = next((word for word in reversed(qualifying(words, place)) if word in SECONDS), None)
    return role if second is None else f"{second} {role}"


def may_hold(known: Cluster, mention: Mention, said: Set[str]) -> bool:
    """Whether somebody may hold the office that is told by the words *said*: the *French* foreign minister is no *French prime* minister."""
    if is_former(known, mention) or (known.form is not Form.NAME and RANKED.intersection(known.words)):
        return False  # "the first prime minister elected twice" is what somebody is
    theirs, lands = known.qualifiers, nations.ADJECTIVE_OF
    office = {word for word in said if word.title() not in lands}
    other = {word for word in theirs if word.title() not in lands}
    return not said or not theirs or bool(said & theirs and (not office or not other or office & other))


def is_former(known: Cluster, mention: Mention) -> bool:
    """Whether somebody is only told to have held the office, and whoever is meant holds it: "former President Orme" is not "the president"."""
    held = [one for one in known.mentions if mention.roles[0] in one.roles]
    return bool(held) and all(_tells_of_past(one) for one in held) and not _tells_of_past(mention)


def _tells_of_past(mention: Mention) -> bool:
    return bool(mention.qualifiers & FORMER) or any(word.lower().startswith("ex-") for word in mention.words)
