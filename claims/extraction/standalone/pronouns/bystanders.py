"""Pronouns that mean somebody or something nobody named: the victim who tells of it, the people who were arrested, the campaign just told of."""

import re
from collections.abc import Sequence

from claims.extraction.entities import Cast, Entity, Sort
from claims.extraction.lexicon import people
from claims.extraction.lexicon.pronouns import HE_OR_SHE
from claims.extraction.standalone.pronouns.speaker import Speaker
from claims.extraction.standalone.tagging import Token
from claims.extraction.types import Span

TELLING = frozenset("told said says tells testified recalled claimed alleged".split())
SOMEBODY = people.ROLES | frozenset(
    "victim suspect defendant man woman boy girl witness resident teenager driver".split()
)
# One of these as the subject of a claim is who "he" is in it.
ACTORS = (people.ROLES | people.PERSONAL) - frozenset("head chair star lead executive general".split()) | {
    "consultant",
    "surgeon",
    "suspect",
    "boy",
    "girl",
}
# What is done to people, and to no body: "They were *arrested*" is told of no group by its name.
DONE_TO_PEOPLE = frozenset(
    "arrested detained jailed imprisoned sentenced convicted killed injured wounded hurt beaten tortured handcuffed deported"
    " hanged executed married born rescued hospitalised hospitalized questioned interrogated stabbed shot".split()
)
BE = frozenset("was were are is been being have had has also later all both then reportedly".split())
OF_DEEDS = frozenset(
    "aim aims goal goals purpose objective target cause scope title duration outcome result length".split()
)
OFFICES = frozenset("office ministry department government administration party campaign".split())
ONE = frozenset(("a", "an", "one", "another"))
REACH = 120  # letters before the pronoun in which the clause before a semicolon lies
# "Others began a *campaign*; *its* aim was": what was just told of for the first time.
_JUST_TOLD = re.compile(
    r"\b(?<!is )(?<!was )(?<!are )(?<!were )(?<!became )(?<!remains )(?<!as )(?:an?|another) (?:[a-z][\w-]* ){0,3}[a-z][\w-]*; $"
)


def are_meant(
    text: str, tokens: Sequence[Token], at: int, entity: Entity, who: Speaker | None = None, cast: Cast | None = None
) -> bool:
    """Whether the pronoun at *at* means somebody else than the *entity* whom the text named before."""
    word = tokens[at].lower
    if word in HE_OR_SHE:
        return (
            _is_of_teller(tokens, at, entity)
            or _is_of_office(tokens, at, entity, who)
            or _only_owned(text, tokens[at], entity, cast)
            or _somebody_before(tokens, at, entity)
        )
    if word in ("their", "them"):
        first = next((i for i in range(at) if tokens[i].lower == "they"), None)
        return first is not None and entity.sort in (Sort.BODY, None) and _are_people(tokens, first)
    if word == "they" and who is not None and who.name.lower().split()[0] in ONE and at == 0:
        return True  # "*a diplomat said they* were barred": it may be that one
    if word == "they":
        return entity.sort in (Sort.BODY, None) and _are_people(tokens, at)
    before = max(0, tokens[at].start - REACH)
    return (
        word == "its"
        and any(t.lower in OF_DEEDS for t in tokens[at + 1 : at + 3])
        and tokens[at].start >= 0
        and _JUST_TOLD.search(text, before, tokens[at].start) is not None
    )


def _is_of_teller(tokens: Sequence[Token], at: int, entity: Entity) -> bool:
    """Whether an unnamed person tells of it, who is as likely meant: "*The other victim told* police a man tried to stab *him*"."""
    told = next((i for i in range(1, at - 1) if tokens[i].lower in TELLING and tokens[i - 1].lower in SOMEBODY), None)
    if told is None:
        return False
    whole = Span(max(0, tokens[0].start), max(tokens[at].start, 1))
    return not any(mention.overlaps(whole) for mention in entity.mentions)


def _is_of_office(tokens: Sequence[Token], at: int, entity: Entity, who: Speaker | None) -> bool:
    """Whether an office is rather that of who speaks: "the prosecutor wrote that Lind had been held and *his office* had assigned"."""
    office = tokens[at].lower in ("his", "her") and any(t.lower in OFFICES for t in tokens[at + 1 : at + 2])
    return office and who is not None and not who.quoted and not who.plural and who.name != entity.name


def _only_owned(text: str, token: Token, entity: Entity, cast: Cast | None) -> bool:
    """Whether the one named before only owned something, and another person did something since: "*Orr's* arrest comes after Lind left, where *he*"."""
    last = max((mention.end for mention in entity.mentions if mention.end <= token.start), default=0)
    if cast is None or token.start < 0 or text[last : last + 2] not in ("'s", "’s") or "." in text[last : token.start]:
        return False
    owners = [cast.mention(place) for place in cast.mentions_in(Span(last, token.start))]
    return any(m.sort is Sort.PERSON and cast.entities[o] is not entity and cast.entities[o].named for m, o in owners)


def _are_people(tokens: Sequence[Token], at: int) -> bool:
    """Whether something was done to "them" that befalls people alone: "*they* were *arrested*", "*they* were found *guilty*"."""
    words = [t.lower for t in tokens[at + 1 : at + 6]]
    deed = next((word for word in words if word not in BE), "")
    passive = bool({"was", "were", "been", "are", "being"}.intersection(words))
    return passive and (deed in DONE_TO_PEOPLE or words[:3] == ["were", "found", "guilty"])


def _somebody_before(tokens: Sequence[Token], at: int, entity: Entity) -> bool:
    """Whether the claim itself told of another before: "*the consultant* referred patients *he* was seeing"."""
    before = tokens[:at]
    named = {word.lower() for word in entity.name.split()}
    if any(t.lower in named for t in before):
        return False
    return any(
        t.lower in ACTORS
        and (before[i - 1].tag in ("DT", "JJ", "NN") or before[i - 1].lower in ("my", "our"))
        and not _is_governed(before, i)
        for i, t in enumerate(before)
        if i and t.tag == "NN"
    )


def _is_governed(tokens: Sequence[Token], at: int) -> bool:
    """Whether the noun stands behind a preposition or "to": "told it *to the judge*"."""
    start = at
    while start and tokens[start - 1].tag in ("DT", "JJ", "NN", "PRP$"):
        start -= 1
    return start > 0 and tokens[start - 1].tag in ("IN", "TO", "POS")
