"""Which "it" takes no name: one that is no subject, one of a name that opens no sentence, one that a body says of itself."""

import re
from collections.abc import Sequence
from itertools import takewhile

from claims.extraction.entities import Cast, Entity, Name, Sort
from claims.extraction.entities.names import gender_of_person
from claims.extraction.lexicon import bodies, heads, nations
from claims.extraction.lexicon.heads import COMMON_NOUNS, NAME_HEADS
from claims.extraction.lexicon.pronouns import HE_OR_SHE
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.clauses import main_verb, subject
from claims.extraction.standalone.frames.told import SEVERAL
from claims.extraction.standalone.pronouns.plurals import PLURAL_PRONOUNS
from claims.extraction.standalone.pronouns.speaker import Speaker
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE

INITIAL = 2  # letters of "P."
OPENS = re.compile(r"(?:^|[.!?:;][\"”’']?\s+|\n|[\"“‘'])$")  # before the first word of a sentence or a quotation
BEHIND = 4  # letters in which such a mark stands
# "The study was paid for by the Tea Council, *which said* it had no say": the council had none.
_WHICH_SAID = re.compile(
    r", which (?:also |later |has |\w+ly )?(?:said|says|insisted|insists|stressed|added|denied) (?:that )?$"
)
_HAD_NO = re.compile(r" (?:had|has|played) no ")
BEFORE_IT = 40  # letters in which that stands
OF_THINGS = frozenset(
    "water power energy rail gas hydro trains prize african asian european american health safety protection welfare education housing".split()
)
BODIES = bodies.GENERIC_BODIES | heads.CORPORATE_HEADS
PLEADERS = frozenset("defence defense prosecution".split())  # several people who argue about something, and never "it"
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth")
# What bodies and lands may be, in whatever row.
PARTAKERS = frozenset(
    "member partner owner employer producer exporter importer buyer seller state player victim target supporter signatory one place".split()
)
RANKS = frozenset("first second third fourth fifth biggest sharpest most".split())
RANKED = frozenset(
    "day week month quarter year decade season spring summer autumn winter january february march april may june july august september"
    " october november december level reading rate figure total rise increase fall drop decline gain time toll".split()
)
GROWING = frozenset(
    "grow grew grows grown expand expanded expands contract contracted contracts shrink shrank shrunk shrinks".split()
)
FORECASTERS = frozenset(
    "bank fed reserve ecb imf fund oecd treasury government ministry commission office obr department bundesbank council boe".split()
)
PUT_OFF = frozenset(
    "introduced enacted imposed implemented shelved amended delayed postponed published released printed signed adopted ratified repealed drafted broadcast aired screened unveiled".split()
)
OF_TREATMENTS = frozenset(
    "cost-effective effective ineffective safe unsafe toxic contagious addictive affordable curable infectious harmless lethal".split()
)
# What somebody says that something is, which no body is.
NO_BODIES = frozenset(
    "test mistake error hoax joke lie prank coincidence scam glitch bug misunderstanding precaution tragedy"
    " disgrace matter question sign accident fluke stunt ploy gimmick crime sin duty pity shame surprise".split()
)
GOING = frozenset("heads head headed goes go went moves move moved returns return returned".split())
CHAMBERS = frozenset("chamber floor house senate parliament president governor committee desk vote council".split())
OFTEN = 4  # mentions of a name that a text is about, whatever opens its sentences
NEUTER = frozenset(("it", "its"))


def takes_no_name(tokens: Sequence[Token], at: int, name: Name, who: Speaker | None, cast: Cast) -> bool:
    """Whether the name that was found for a pronoun is a guess, and the pronoun better stays: a firm is no "he", somebody no "it"."""
    word, entity = tokens[at].lower, cast.entities[name.entity]
    if word in HE_OR_SHE:
        own = who is not None and who.entity == name.entity
        return (
            not own and entity.sort is None and not _may_be_person(entity) and _is_thing(entity, tokens[at].start, cast)
        )
    if word not in NEUTER | PLURAL_PRONOUNS or entity.sort is Sort.PEOPLE:
        return False
    if (
        (word == "it" and _is_of_told(tokens, at, who))
        or _may_be_person(entity)
        or (word in PLURAL_PRONOUNS and entity.name.lower().endswith(" court"))
    ):
        return True  # a court that heard it is no "they"
    if who is not None and who.entity == name.entity:
        return word == "it" and _is_economy(tokens, at, entity)
    if word in PLURAL_PRONOUNS:
        town = entity.sort is None and " " not in entity.name  # "were moved from Velm. *They* are well"
        return (town or word == "them") and not _leads(
            entity, tokens[at].start, cast
        )  # "instructed *them* not to speak"
    if word == "it" and (
        _ranks_time(tokens, at)
        or is_ranked(tokens, at)
        or _is_economy(tokens, at, entity)
        or is_put_off(tokens, at)
        or _comes_when(tokens, at)
        or is_treatment(tokens, at)
        or is_plain_thing(tokens, at)
        or (_follows_thing(tokens, at) and not _leads(entity, tokens[at].start, cast))
    ):
        return True  # "*It was the warmest January* on record": no body is a month
    if word == "it" and not _is_subject(tokens, at):
        return True  # "nobody has admitted to *it*", "most of *it*": what happened, was said or was paid far oftener than who
    often = who is None and entity.sort is None and len(entity.mentions) >= OFTEN
    led = word == "its" or often or entity.sort is Sort.BODY or _leads(entity, tokens[at].start, cast)
    return not led or _is_of_speaker(entity, tokens, at, who) or _is_told_far_off(tokens, at, entity, who, cast)


def _ranks_time(tokens: Sequence[Token], at: int) -> bool:
    """Whether "it" is said to be a stretch of time, or what one came to, of a rank: "was the second-hottest year", "was the lowest level"."""
    words = [t.lower for t in tokens[at + 1 : at + 8]]
    if words[:1] not in (["was"], ["is"], ["marks"], ["marked"]) or words[1:2] not in (["the"], ["also"]):
        return False
    ranked = any(word.endswith("est") or word in RANKS for word in words[2:5])
    return ranked and any(word in RANKED for word in words[2:])


def is_ranked(tokens: Sequence[Token], at: int) -> bool:
    """Whether "it" is said to be one of a row of events, as no body is: "it was *the 14th case* this year"."""
    words = [t for t in tokens[at + 1 : at + 9] if t.tag != "RB"]
    if (
        len(words) < len(("was", "the", "14th", "case"))
        or words[0].lower not in ("is", "was")
        or words[1].lower != "the"
    ):
        return False
    if not (words[2].lower in RANKS or ORDINAL.fullmatch(words[2].lower)):
        return False
    nouns = list(takewhile(lambda t: t.tag in ("NN", "JJ"), words[3:]))
    return bool(nouns) and nouns[-1].tag == "NN" and nouns[-1].lower not in BODIES | PARTAKERS


def _is_of_told(tokens: Sequence[Token], at: int, who: Speaker | None) -> bool:
    """Whether "it" is a jury that is told what it should do, or the thing that the claim is about."""
    return (who is not None and who.told == "it") or _is_state_of_subject(tokens, at)


def _is_state_of_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether "it" is the thing that its claim is about: "the rate stays at 4 per cent, *where it has been* since May"."""
    if at < len(("rate", "stays", "where")) or tokens[at - 1].lower not in ("where", "as"):
        return False
    verb = main_verb(tokens)
    told = subject(tokens, verb) if verb is not None and verb < at else []
    state = [t.lower for t in tokens[at + 1 : at + 3]]
    being = state[:1] in (["is"], ["was"], ["existed"], ["stood"], ["stands"]) or state in (
        ["has", "been"],
        ["had", "been"],
    )
    return being and bool(told) and told[-1].tag == "NN" and told[-1].lower not in BODIES


def _is_economy(tokens: Sequence[Token], at: int, entity: Entity) -> bool:
    """Whether "it" grows by a figure, as an economy does and no central bank: "the Fed said *it will grow* by 3 percent"."""
    words = [t for t in tokens[at + 1 : at + 6] if t.tag not in ("MD", "RB") and t.lower not in ("to", "have", "has")]
    grows = bool(words) and words[0].lower in GROWING and any(t.tag == "CD" for t in tokens[at : at + 8])
    return grows and not FORECASTERS.isdisjoint(entity.name.lower().split())


def is_treatment(tokens: Sequence[Token], at: int) -> bool:
    """Whether "it" is a drug or a plan and no body: "data suggested *it would be cost-effective*"."""
    words = [t for t in tokens[at + 1 : at + 6] if t.tag not in ("MD", "RB")]
    being = bool(words) and words[0].lower in ("be", "is", "was", "been")
    return being and any(t.lower in OF_TREATMENTS for t in words[1:3])


def is_plain_thing(tokens: Sequence[Token], at: int) -> bool:
    """Whether "it" is what no body is, or goes where bills go: "the firm says *it is not a test*"."""
    words = [t.lower for t in tokens[at + 1 : at + 7] if t.tag != "RB" and t.lower not in ("n't", "n’t", "not")]
    if len(words) > 1 and words[0] in GOING and words[1] == "to":
        return any(word in CHAMBERS for word in words[2:])
    being = bool(words) and (words[0] in ("is", "was", "'s", "’s") or words[:2] == ["will", "be"])
    return being and not NO_BODIES.isdisjoint(words[1:5]) and any(word in ("a", "an", "no") for word in words[1:3])


def _follows_thing(tokens: Sequence[Token], at: int) -> bool:
    """Whether a thing stands right before the clause of "it": "to disregard *the news as it* was false"."""
    joined = at > 2 and tokens[at - 1].lower in ("as", "because", "since", "although", "though", "if", "unless")
    return joined and tokens[at - 2].tag == "NN" and tokens[at - 3].tag in ("DT", "PRP$", "JJ", "NN")


def _comes_when(tokens: Sequence[Token], at: int) -> bool:
    """Whether "it" is what happened: "*it comes amid* fears of a slump"."""
    words = [t.lower for t in tokens[at + 1 : at + 3]]
    return words[:1] in (["comes"], ["came"], ["follows"], ["followed"]) and (
        words[0].startswith("follow") or words[1:] in (["amid"], ["as"], ["after"], ["just"])
    )


def is_put_off(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is done to "it" is done to papers and plans, and to no body: "hoped to publish the report, but *it had been delayed*"."""
    words = [t for t in tokens[at + 1 : at + 5] if t.tag != "RB"]
    being = len(words) > 1 and any(t.lower in ("been", "was", "is", "be") for t in words[:-1])
    return being and any(t.lower in PUT_OFF for t in words[1:])


def _counts_people(before: Sequence[Token]) -> bool:
    """Whether several are counted before the pronoun, sooner "they" than any body: "killed 67 of these *civilians* though *they* were unarmed"."""
    figures = {at for at, t in enumerate(before) if t.tag == "CD" or t.lower in ("these", "those")}
    return any(t.tag == "NNS" and not figures.isdisjoint(range(at - 3, at)) for at, t in enumerate(before))


def _may_be_person(entity: Entity) -> bool:
    """Whether a name that nothing explains has a given name or an initial: "Alfie", "P. J. Rudge", "Recorder Jane Melville"."""
    if entity.sort is not None:
        return entity.sort is Sort.PERSON
    words = entity.name.split()
    given = any(gender_of_person(word) is not None for word in (words[:-1] or words))
    return given or (len(words[0]) == INITIAL and words[0].endswith("."))


def _is_thing(entity: Entity, start: int, cast: Cast) -> bool:
    """Whether a name without a given name ends like a thing's, or opened no sentence and comes seldom: "Velm *Water*", "West *African*"."""
    last = entity.name.split()[-1]
    if last.lower() in COMMON_NOUNS | NAME_HEADS | OF_THINGS or last in nations.ADJECTIVE_OF:
        return True
    return len(entity.mentions) < OFTEN and not _leads(entity, start, cast)


def _is_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb of the text follows, maybe behind an adverb; one that was put in shows that the pronoun was an object."""
    verb = next((t for t in tokens[at + 1 :] if t.tag != "RB"), None)
    return verb is not None and verb.start >= 0 and (verb.tag in FINITE or verb.word[:1] in "'’")


def _leads(entity: Entity, start: int, cast: Cast) -> bool:
    """Whether a name opened its sentence when it was told last: only what a sentence was about is "it" in the next."""
    before = [mention for mention in entity.mentions if mention.end <= start]
    place = cast.mention_at(before[-1]) if before else None
    if place is None or not cast.mention(place)[0].leads or cast.owns(place):
        return False
    return not cast.stands_before_noun(place)  # "*Osk* resident Ann Lind": the sentence is about her


def _is_told_far_off(tokens: Sequence[Token], at: int, entity: Entity, who: Speaker | None, cast: Cast) -> bool:
    """Whether somebody says it, and the body was only named in passing: "costs the *Fund* £3. Lind said *it* …"."""
    if who is None or who.quoted or who.side == who.name or tokens[at].lower != "it":
        return False
    return not _leads(entity, tokens[at].start, cast) and len(entity.mentions) < OFTEN


def _is_of_speaker(entity: Entity, tokens: Sequence[Token], at: int, who: Speaker | None) -> bool:
    """Whether a body is reported to say it, which "it" means sooner than what was named before it spoke: "the airline said *it* …"."""
    if who is None or who.quoted or who.side != who.name:
        return False
    first = next((t.start for t in tokens if t.start >= 0), 0)
    last = max((m.end for m in entity.mentions if m.end <= tokens[at].start), default=0)
    return last <= first


def tells_of_another(text: str, change: Change, who: Speaker | None) -> bool:
    """Whether a subject told of before the source stands in for "it" or "they" of those who are reported: "bosses said *they* …"."""
    if who is None or who.quoted or OPENS.search(text, max(0, change.start - BEHIND), change.start):
        return False
    plural = text[change.start : change.end].lower() in ("they", "their")
    if plural and who.name.lower().split()[0] in ("a", "an", "one", "another"):
        return True  # "police guarded it. *A diplomat said they* were barred": it may be that one
    if _HAD_NO.match(text, change.end) and _WHICH_SAID.search(text, max(0, change.start - BEFORE_IT), change.start):
        return change.words.lower() != who.name.lower()
    if not plural and change.words.lower().split()[-1] in PLEADERS:
        return True
    if not plural and (who.side != who.name or change.words.split()[-1] not in BODIES):
        return False  # "it" is what a person or several people tell of, and a thing is what anybody does
    if plural and not (who.plural or who.name.split()[-1].endswith("s") or who.name.split()[-1].lower() in SEVERAL):
        return False  # "they" are others than one person or a body, but for those who work there
    said, name = change.words.lower(), who.name.lower()
    if said.removeprefix("the ") in name or name in said:
        return False
    before = text[: change.start].lower()
    return before.rfind(said.split()[-1].rstrip("'’")) < before.rfind(name.split()[-1])
