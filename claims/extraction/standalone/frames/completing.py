"""Contents that are no sentence of their own ("urged people to vote", "called it a farce"), completed into one."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from claims.extraction.lexicon import frames as cues
from claims.extraction.standalone import unsaid
from claims.extraction.standalone.clauses import has_finite, main_verb, subject
from claims.extraction.standalone.cutting.cuts import Tokens, inside_quotes, is_torn, literal
from claims.extraction.standalone.frames import (
    circumstances,
    deeds,
    disputed,
    existence,
    infinitives,
    known,
    names,
    of_source,
    promised,
    reckoned,
    shown,
    subjunctive,
    verbs_seen,
    with_source,
)
from claims.extraction.standalone.frames.noun_phrases import FEWEST_OF_CLAUSE
from claims.extraction.standalone.frames.told import AUXILIARIES, Told, is_gerund, unquoted
from claims.extraction.standalone.tags import FINITE, IN_NOUN_PHRASE, RELATIVES

INTENDED = frozenset(
    "decision plan plans move effort efforts attempt attempts ability right chance failure refusal intention desire offer bid proposal pledge promise need way power permission".split()
)
IN_LEAD = frozenset((*IN_NOUN_PHRASE, "IN", "RB", ","))
NOBODY = {"anybody": "nobody", "anyone": "no one", "anything": "nothing", "any": "no"}
OPENS_OBJECT = frozenset("DT PRP PRP$ NNP WP WRB IN".split())
PEOPLE = frozenset(("NN", "NNS", "PRP", "DT"))  # "anybody who", "drivers who", "those who"
BEHIND_NOUN = frozenset(("VBN", "VBD", "IN", "WP", "WDT", "NN", "NNS"))


def completed(tokens: Tokens, told: Told) -> Tokens:
    """The content as a full clause, by what its cue does; unchanged where it is one or where no frame fits."""
    tokens = tokens[next((i for i, t in enumerate(tokens) if t.tag not in (",", ":")), 0) :]
    tokens = _with_noun_first(tokens, told)
    tokens = disputed.clause(circumstances.without_medium(tokens, told), told)
    tokens = infinitives.with_participle(_behind_saying(_behind_lead(_with_nouns(tokens, told), told), told))
    verb = main_verb(tokens)
    early = next((made for frame in EARLY if (made := frame(tokens, told)) is not None), None)
    if early is not None:
        return early
    if verb is not None and (tokens[0].tag != "TO" or _has_purpose(tokens, verb)):
        named = unsaid.only_names(tokens)
        made = known.told_of(tokens, told) or (existence.existence(tokens, told) if named else None)
        return made or _as_meant(tokens, verb, told)
    core = unquoted(tokens)
    if _opens_with_joint(core, told) and len(tokens) > 2:
        told = replace(told, cue=f"{told.cue} {core[0].lower}")
        tokens = tokens[1:]
    if not unquoted(tokens):
        return tokens
    return next((made for frame in FRAMES if (made := frame(tokens, told)) is not None), tokens)


def _with_noun_first(tokens: Tokens, told: Told) -> Tokens:
    """With a noun for a verb right behind "that", where another verb follows: "found that *bees* exposed to it were ill"."""
    verb = told.clause and len(tokens) > 1 and tokens[0].tag == "VBZ" and tokens[1].tag in BEHIND_NOUN
    return [replace(tokens[0], tag="NNS"), *tokens[1:]] if verb and has_finite(tokens[2:]) else tokens


def _opens_with_joint(core: Tokens, told: Told) -> bool:
    """Whether the first word belongs to the cue: "called | *for* a vote", but not "dismissed | *that claim* as" or "*Of the 28*, 21 were, she | said"."""
    joint = bool(core) and core[0].lower in ("that", "of", "for", "with")
    return joint and core[0].tag != "DT" and not (told.leads and core[0].lower in ("of", "for"))


def _deed_before(tokens: Tokens, told: Told) -> Tokens | None:
    """What somebody did, where the verb belongs to a clause further on: "admitted taking | what he *found*"."""
    verb = main_verb(tokens)
    if verb is None:
        return None
    of = next((i for i in range(1, verb) if tokens[i].lower == "of" and tokens[i + 1].tag == "VBG"), None)
    plain = of is not None and all(t.tag in IN_NOUN_PHRASE or t.tag in ("PRP", "IN") for t in tokens[:of])
    if plain and told.by(cues.ACCUSING):
        return deeds.accusation(tokens, told)
    core = [t for t in unquoted(tokens) if t.lower != "to"][:2]
    if core and is_gerund(core[0]) and core[0] in unquoted(tokens)[:2]:
        denied = told.by(cues.DENYING) and core[1].tag in OPENS_OBJECT  # "denied *knowing the car* was stolen"
        made = deeds.gerund(tokens, told) if told.by(cues.ADMITTING) or denied else None
        if made or denied:
            return made or tokens
    have = next((i for i in range(1, verb) if tokens[i].lower == "have" and tokens[i - 1].lower == "to"), None)
    return infinitives.infinitive(tokens, told) if have and told.passive else None


def _as_meant(tokens: Tokens, verb: int, told: Told) -> Tokens:
    """A clause as its cue means it: denied, demanded, or as it stands."""
    asked = subjunctive.asked_for(tokens, verb, told)
    if asked is not None:
        return asked
    return (
        _negated(tokens, verb) if told.denied and (told.by(cues.DENYING, cues.DISPUTING) or told.plays_down) else tokens
    )


def _named(tokens: Tokens, told: Told) -> Tokens | None:
    """ "As", before the verb or where all verbs stand apart: "saw it *as* a sign that they failed"."""
    verb = main_verb(tokens)
    apart = (verb is None and has_finite(tokens)) or _quotes_name(tokens, told)
    return names.naming(tokens, told) if apart or any(t.lower == "as" for t in tokens[1 : verb or 0]) else None


def _blamed(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Blamed 'those who pay' for the violence": all verbs are quoted."""
    quoted = has_finite(tokens) and not has_finite(_outside_quotes(tokens))
    return deeds.blame(tokens, told) if quoted and told.by(cues.BLAMING) else None


def _earned(tokens: Tokens, told: Told) -> Tokens | None:
    """What was earned, with a clause behind it whose second verb looks like the main one: "reported sales *that fell* short and lowered it"."""
    verb = main_verb(tokens) if told.by(cues.REPORTING) else None
    behind = any(t.tag in RELATIVES for t in tokens[: verb or 0])
    return shown.results(tokens, told) if behind else None


def _urged(tokens: Tokens, told: Told) -> Tokens | None:
    verb = main_verb(tokens)
    return infinitives.infinitive(tokens, told) if verb is not None and _is_urged(tokens, verb, told) else None


def _with_nouns(tokens: Tokens, told: Told) -> Tokens:
    """With "calls" as a noun, where somebody rejects it: "rejected opposition *calls* for a vote"."""
    verb = main_verb(tokens) if told.by(cues.DISPUTING) and tokens[0].lower != "that" else None
    if not verb or tokens[verb].lower not in cues.CALLS or any(t.tag not in IN_NOUN_PHRASE for t in tokens[:verb]):
        return tokens
    return [*tokens[:verb], replace(tokens[verb], tag="NNS"), *tokens[verb + 1 :]]


def _quotes_name(tokens: Tokens, told: Told) -> bool:
    """Whether a thing without a verb stands before what it was called in quotation marks: "the bank "the only foe I have"."""
    mark = next((i for i, t in enumerate(tokens) if t.tag == "Q"), 0)
    opens = (
        mark > 1
        and tokens[mark + 1 : mark + 2] != []
        and tokens[mark + 1].tag in ("DT", "PRP$", "JJ", "WP", "NN", "RB")
    )
    return opens and told.by(cues.NAMING) and main_verb(tokens[:mark]) is None


def _behind_lead(tokens: Tokens, told: Told) -> Tokens:
    """ "Recommended twice since 2010 | that he go", "recommends, among others, | that": what stands behind "that"."""
    at = next((i for i, t in enumerate(tokens) if t.lower == "that"), None)
    if (
        not at
        or at + FEWEST_OF_CLAUSE > len(tokens)
        or tokens[at + 1].tag == ","
        or not told.by(cues.DEMANDING, cues.CLAUSAL)
    ):
        return tokens
    lead = tokens[:at]
    times = lead[0].tag == "CD" and [t.lower for t in lead[1:2]] == ["times"]
    leads = times or lead[0].tag in ("IN", "RB")
    return tokens[at + 1 :] if leads and all(t.tag in IN_LEAD for t in lead) else tokens


def _behind_saying(tokens: Tokens, told: Told) -> Tokens:
    """ "Quoted X as saying Y": what X said."""
    if not told.by(cues.QUOTING):
        return tokens
    at = next((i for i, (_, two) in enumerate(pairwise(tokens)) if two.lower == "saying"), None)
    if at is None or at + FEWEST_OF_CLAUSE > len(tokens):
        return tokens
    return tokens[at + 2 + (tokens[at + 2].lower == "that") :]


def _outside_quotes(tokens: Tokens) -> Tokens:
    return [t for t, inside in zip(tokens, inside_quotes(tokens), strict=True) if not inside]


def _has_purpose(tokens: Tokens, verb: int) -> bool:
    """Whether "to …" leads in a whole clause: "To save lives, he fired"."""
    comma = next((i for i, t in enumerate(tokens[:verb]) if t.tag == ","), None)
    told = subject(tokens, verb) if comma is not None else []
    return bool(told) and told[0] in tokens[comma:verb]


def _is_urged(tokens: Tokens, verb: int, told: Told) -> bool:
    """Whether somebody is urged to do it, and the verb belongs to a clause further on: "the EU to release what it pledged"."""
    at = next((i for i in range(1, verb) if infinitives.is_infinitive(tokens, i)), None)
    if at == 1 and tokens[0].lower == "not":
        return told.by(cues.URGING)
    if at and tokens[at - 1].lower in INTENDED and tokens[verb].lower in ("is", "was", "were", "are", "has", "had"):
        return False  # "the *decision to* go was his alone"
    if at is None or not (told.by(cues.URGING) or _calls_for(told)):
        return False
    named = next((i for i in range(1, at) if tokens[i].tag == "WP" and tokens[i - 1].tag in PEOPLE), at)
    told_apart = named < at and main_verb(tokens[:at]) is None and sum(t.tag in FINITE for t in tokens[named:at]) == 1
    whom = tokens[: named if told_apart else at]  # "asked *anybody* who was in the park *to* call"
    return all(t.tag in IN_NOUN_PHRASE or t.tag == "PRP" or t.lower in ("of", "for") for t in whom)


def _calls_for(told: Told) -> bool:
    """Whether the cue asks "for" somebody to do it: "called for the office to be shut and its heads arrested"."""
    return told.by(cues.APPEALING) and "for" in told.words


def _across_cue(tokens: Tokens, _told: Told) -> Tokens | None:
    """ "Is | recognised | as X", "was | reported | to have done it": what is left of a clause whose verb was the cue."""
    verb = main_verb(tokens)
    if verb is None:
        return None
    at = next((i for i in range(verb + 1, min(verb + 4, len(tokens) - 2)) if is_torn(tokens, i)), None)
    if at is None or tokens[verb].lower not in ("is", "are", "was", "were"):
        return None
    if tokens[at].lower == "as":
        return [*tokens[:at], *tokens[at + 1 :]]
    if tokens[at].lower == "to" and tokens[at + 1].lower == "be":
        return [*tokens[:at], *tokens[at + 2 :]]
    if tokens[at].lower == "to" and tokens[at + 1].lower == "have":
        had = {"is": "has", "are": "have"}.get(tokens[verb].lower, "had")
        return [*tokens[:verb], *tokens[verb + 1 : at], literal(had, "VBD"), *tokens[at + 2 :]]
    return None


def _negated(tokens: Tokens, verb: int) -> Tokens:
    """What "denied that …" claims."""
    if any(t.lower in ("not", "n't", "never", "no") for t in tokens):
        return tokens
    if tokens[0].lower == "any" and [t.lower for t in tokens[1:2]] == ["of"]:
        return [literal("none", "NN"), *tokens[1:]]
    if tokens[0].lower in NOBODY:
        return [literal(NOBODY[tokens[0].lower], "NN"), *tokens[1:]]
    if tokens[verb].lower in AUXILIARIES and not _is_counted(tokens[:verb]):
        return [*tokens[: verb + 1], literal("not", "RB"), *tokens[verb + 1 :]]
    return [literal("it is not true that", "IN"), *tokens]


def _is_counted(before: Tokens) -> bool:
    """Whether so many are told of: who disputes that "at least 300 people *were* held" does not say that 300 were not."""
    bound = len(before) > 1 and before[0].lower in ("at", "more", "up", "over", "nearly", "almost", "as")
    counted = bound and any(t.tag == "CD" for t in before[1:4])
    return counted or (bool(before) and before[0].lower in ("most", "many", "all"))


# Those that may have a verb, which is then no verb of the content: asked before it is taken for a clause.
EARLY: tuple[Callable[[Tokens, Told], Tokens | None], ...] = (
    of_source.in_mind,
    of_source.not_in_mind,
    of_source.turned_down,
    _earned,
    with_source.turned,
    with_source.warned_off,
    with_source.proposed,
    with_source.threatened,
    with_source.supposed,
    with_source.withheld,
    verbs_seen.shown,
    subjunctive.subjunctive,
    deeds.as_doing,
    deeds.nominal,
    reckoned.estimate,
    reckoned.likened,
    _named,
    _across_cue,
    _blamed,
    _urged,
    _deed_before,
)
FRAMES: tuple[Callable[[Tokens, Told], Tokens | None], ...] = (
    deeds.were_done,
    deeds.doer,
    deeds.changed,
    deeds.cause_of,
    verbs_seen.cause,
    verbs_seen.placed,
    verbs_seen.standing,
    verbs_seen.seen_anew,
    verbs_seen.reported,
    deeds.responsibility,
    deeds.event,
    deeds.credit,
    deeds.blame,
    deeds.denied_deed,
    promised.gift,
    deeds.accusation,
    deeds.victory,
    names.membership,
    names.naming,
    reckoned.expected_range,
    infinitives.infinitive,
    reckoned.had_expected,
    reckoned.proposed,
    deeds.gerund,
    of_source.plea,
    of_source.innocence,
    of_source.of_mind,
    of_source.own,
    of_source.opinion,
    shown.not_excluded,
    shown.results,
    shown.presence,
    shown.verbless,
    shown.some_of,
    existence.existence,
    known.told_of,
    reckoned.expected,
)
