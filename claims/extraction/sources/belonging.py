"""How many a collective source says it is, and to whom a nameless one belongs."""

import re

from claims.extraction.entities import Cast
from claims.extraction.entities.mentions import Form
from claims.extraction.lexicon import nations, people
from claims.extraction.sources.called import Called, Memory
from claims.extraction.sources.phrases import Phrase
from claims.extraction.types import SourceKind

_NUMBER = (
    r"(?:\d[\d,.]*(?: (?:hundred|thousand|million))?%?|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|"
    r"thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens|hundreds|thousands|scores|half|a dozen|two[- ]thirds|"
    r"a (?:hundred|thousand|majority|third|quarter))(?:[- ](?:hundred|thousand|million|one|two|three|four|five|six|seven|"
    r"eight|nine))?)"
)
_SIZE = re.compile(
    r"(?i)\b((?:(?:more|fewer|less|other) than |at least |at most |up to |over |under |about |around |almost |nearly |roughly |"
    r"approximately |some |an estimated )*" + _NUMBER + r")(?= (?:of |other |\S+ ){0,4}\S*s\b)"
)
_SIZED = (SourceKind.GROUP, SourceKind.GOVERNMENT, SourceKind.ORGANISATION, SourceKind.ANONYMOUS, SourceKind.MEDIUM)
_LINKS = frozenset("of from within in at for inside by".split())
_NAMELESS = (SourceKind.ANONYMOUS, SourceKind.GROUP, SourceKind.MEDIA_ITEM, SourceKind.DOCUMENT)
_COLLECTIVE = (SourceKind.GOVERNMENT, SourceKind.ORGANISATION, SourceKind.GROUP)


def stated_size(phrase: Phrase, kind: SourceKind | None) -> str | None:
    """The size that a group states of itself: "more than 40" of "a group of more than 40 French senators"."""
    if kind not in _SIZED or (
        any(mention.form is Form.NAME for mention, _ in phrase.mentions[:1]) and not phrase.qualified
    ):
        return None
    found = _SIZE.search(phrase.core)
    return found.group(1) if found else None


def member_of(phrase: Phrase, called: Called, cast: Cast, memory: Memory) -> str | None:
    """Whose voice a nameless source is: "Russian authorities" for "one official", "Woolworths" for "a Woolworths spokesperson"."""
    if called.kind not in _NAMELESS:
        return None
    return _linked(phrase, cast) or _before_head(phrase, cast) or _spoke_before(phrase, called, memory)


def _linked(phrase: Phrase, cast: Cast) -> str | None:
    """What "of", "from" or "for" binds to the head: by its name if it has one."""
    for place in range(phrase.head + 1, len(phrase.words) - 1):
        if phrase.words[place].lower not in _LINKS:
            continue
        for mention, owner in phrase.mentions:
            if mention.whole.start >= phrase.words[place].end and mention.form is not Form.LIST:
                entity = cast.entities[owner]
                return entity.name if entity.named else mention.whole.of(phrase.text).removeprefix("the ")
        return None
    return None


def _before_head(phrase: Phrase, cast: Cast) -> str | None:
    """The name or body in front of the head: "a police spokesperson", "a Russian diplomat"."""
    head = phrase.words[phrase.head]
    for mention, owner in phrase.mentions:
        if mention.form is Form.NAME and mention.whole.end < head.start:
            return cast.entities[owner].name
    for word in phrase.words[: phrase.head]:
        if word.text in nations.ADJECTIVE_OF:
            return nations.ADJECTIVE_OF[word.text]
        if word.lower in (
            "police",
            "government",
            "army",
            "military",
            "ministry",
            "court",
            "hospital",
            "company",
            "family",
        ):
            return word.lower
    return None


def _spoke_before(phrase: Phrase, called: Called, memory: Memory) -> str | None:
    """One of those who spoke just before: "Russian authorities acknowledged …, with one official saying …"."""
    last = memory.last
    one = phrase.words[0].lower in ("one", "another", "a", "an") and phrase.noun in people.ROLES | people.NAMELESS
    return last.name if one and called.kind is SourceKind.ANONYMOUS and last.kind in _COLLECTIVE else None
