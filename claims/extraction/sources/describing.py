"""A source without a name in its own words, with the names in them spelt out, and the kind that they tell."""

import re

from claims.extraction.entities import Cast, Name, Sort
from claims.extraction.entities.mentions import Form
from claims.extraction.entities.names import is_display
from claims.extraction.lexicon import people, pronouns
from claims.extraction.lexicon.heads import PARTY_WORDS
from claims.extraction.sources import kinds
from claims.extraction.sources.called import Called, Memory
from claims.extraction.sources.phrases import Phrase, tidy
from claims.extraction.types import SourceKind, Span

LEAST = 0.35  # a source's pronoun goes back to somebody who speaks, so a smaller lead is enough; chosen on the dev set
_KNOWING = re.compile(r"\b(?:familiar|close|briefed|knowledge|anonym|unnamed|unidentified)")
_FEW = frozenset("two three four five another".split())
_INSIDERS = frozenset("officials diplomats sources people persons aides lawmakers insiders".split())
_RULES = frozenset(
    "president minister premier chancellor governor mayor secretary king queen prosecutor attorney".split()
)
_ONE_OF_BODY = frozenset("guard prosecutor sheriff coroner".split())  # with an article for one a person, and no body
_SINGLE = frozenset("a an one another".split())
_COUNTED = frozenset("some several many others most all both few".split())
_PRIVATE = frozenset("campaign company club union league team school university hospital union party".split())
_NEWSY = frozenset("sources agency agencies outlet outlets site website organisation organization service".split())
# Who has just spoken and owns what comes next: "The union welcomed it. According to *its* estimate".
_BODIES = (SourceKind.ORGANISATION, SourceKind.GOVERNMENT, SourceKind.MEDIUM)
_SINGLE_FIRST = re.compile(r"^(?:an?|the) (?=[a-z])")
_OF_PAPER = frozenset(
    "authors author findings conclusions recommendations writers appendix".split()
)  # a paper has them
_ONE_NAMED = re.compile(
    r"(?:One|Another|one|another)(?: of (?:them|those|these))?, (?P<name>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w.'’-]+)+)(?=,|$)"
)
# "*Six senators* including their leader, Ann Lind": one of them is not all of them.
_INCLUDING = re.compile(r"(?P<who>(?:[^\W\d_]+ ){0,4}[a-z-]{3,}s),? (?:including|among them|such as) [^.;]+$")
# They have no ministry and no spokesman.
_WATERS = frozenset("sea ocean river lake strait gulf bay shoal reef channel mountain mountains desert canal".split())
_KIN = frozenset(
    "daughter daughters son sons mother mothers father fathers child children parents family wife husband".split()
)
_NEWS = frozenset("news media press".split())


def named_one(text: str, span: Span) -> Span:
    """The name alone of one of several: "One, *Karin Moe*, 71"; and several without the one who is named among them."""
    if several := _INCLUDING.match(text, span.start, span.end):
        return Span(span.start, several.end("who"))
    found = _ONE_NAMED.match(text, span.start, span.end)
    return Span(*found.span("name")) if found else span


def own_words(phrase: Phrase, cast: Cast, memory: Memory, cue: str) -> Called:
    """The source in its own words, a possessor put to its full name: "his office" becomes "Elijah Cummings's office"."""
    first = phrase.words[0]
    name = _with_full_names(phrase, cast)
    if first.lower in pronouns.POSSESSIVE and len(phrase.words) > 1:
        owner = _owner(phrase, cast, memory)
        name = name if owner is None else f"{owner}'s {name[len(first.text) :].strip()}"
    return Called(name, _kind(phrase, cast, cue), None, phrase.noun)


def _owner(phrase: Phrase, cast: Cast, memory: Memory) -> str | None:
    """Whose somebody is who speaks as "his lawyer" or "its authors", by the full name; None where that is not told."""
    first, here = phrase.words[0].lower, Span(phrase.words[0].start, phrase.words[0].end)
    paper = memory.teller.kind is SourceKind.DOCUMENT
    bodies_own = memory.teller.kind in _BODIES or (paper and phrase.noun in _OF_PAPER)
    behind = memory.follows or (memory.follows_below and paper)  # "The memo said so.\n*Its authors* warn"
    going_on = first == "its" and behind and bodies_own
    subject = None if going_on and paper else cast.subject_before(here)
    holder = subject or (None if going_on else cast.resolve(here, memory.heard, LEAST))
    if holder is not None and first == "its" and _has_nobody(holder, phrase.noun, cast):
        holder = cast.resolve(here, memory.heard, LEAST, avoid=(holder.entity,))
    if holder is not None and first == "their" and not _may_be_several(cast.entities[holder.entity].sort, phrase.noun):
        holder = None
    if holder is not None:
        return holder.text
    return _SINGLE_FIRST.sub("", memory.teller.name or "") if going_on else None


def _may_be_several(sort: Sort | None, noun: str) -> bool:
    """Whether "their" fits: "their families" are seldom those of one lawmaker, and no department has a daughter."""
    return sort is Sort.PEOPLE if noun in _KIN else sort is not Sort.PERSON


def _has_nobody(holder: Name, noun: str, cast: Cast) -> bool:
    """Whether waters or a paper cannot own those who speak: "in a *filing*, its lawyers said"."""
    paper = cast.entities[holder.entity].sort is Sort.THING and noun in people.GROUPS and noun not in _OF_PAPER
    return paper or holder.text.split()[-1].lower() in _WATERS


def _with_full_names(phrase: Phrase, cast: Cast) -> str:
    """The core of the phrase with people's names in full: "Johnson's critics" are "Boris Johnson's critics"."""
    text, end = phrase.raw, phrase.core_start + len(phrase.raw)
    for mention, owner in reversed(phrase.mentions):
        entity = cast.entities[owner]
        short = mention.form is Form.NAME and len(mention.words) < len(entity.name.split())
        inside = phrase.core_start <= mention.span.start and mention.span.end <= end
        if short and inside and entity.sort is Sort.PERSON:
            at = mention.span.start - phrase.core_start
            text = text[:at] + entity.name + text[at + mention.span.end - mention.span.start :]
    kept = tidy(text)
    sign = phrase.text.startswith("%", end) and kept == text and text[-1:].isdigit()
    return f"{kept}%" if sign else kept  # "56%", whose sign is no word


def _kind(phrase: Phrase, cast: Cast, cue: str) -> SourceKind:
    kind = kinds.of_noun(phrase.noun)
    first = phrase.words[0].lower
    if phrase.noun in _NEWSY and any(word.lower in _NEWS for word in phrase.words):
        return SourceKind.MEDIUM
    if phrase.noun == "officials" and any(word.lower in _PRIVATE for word in phrase.words):
        return SourceKind.GROUP
    if _is_nameless(phrase, kind):
        return SourceKind.ANONYMOUS
    if phrase.noun == "office" and any(_RULES & set(cast.entities[owner].roles) for _, owner in phrase.mentions):
        return SourceKind.GOVERNMENT
    if is_display(phrase.core):
        return SourceKind.DOCUMENT
    share = people.SHARE.match(phrase.core) or phrase.text.startswith("%", phrase.words[-1].end)
    if kind is None and (first in _COUNTED or share):
        return SourceKind.GROUP
    return kind or _of_unknown(phrase, cue)


def _is_nameless(phrase: Phrase, kind: SourceKind | None) -> bool:
    """Whether one person, or a few with inside knowledge, are kept nameless."""
    first = phrase.words[0].lower
    if first in _SINGLE and (phrase.noun in PARTY_WORDS or (first == "one" and phrase.noun in ("them", "us"))):
        return True  # "another Republican", "one of them"
    if _KNOWING.search(phrase.core) or (first in _FEW and phrase.noun in _INSIDERS):
        return True
    person = kind is SourceKind.PERSON or phrase.noun in _ONE_OF_BODY
    return first in _SINGLE and (person or (kind is SourceKind.GROUP and first == "one"))


def _of_unknown(phrase: Phrase, cue: str) -> SourceKind:
    """A capitalised word that nothing explains is a name: of a medium where it "reports"."""
    if not phrase.words[phrase.head].capital:
        return SourceKind.OTHER
    return SourceKind.MEDIUM if cue.startswith("report") else SourceKind.ORGANISATION
