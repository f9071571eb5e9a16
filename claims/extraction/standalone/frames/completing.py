"""Contents that are no sentence of their own ("urged people to vote", "called it a farce"), completed into one."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from claims.extraction.lexicon import frames as cues
from claims.extraction.standalone.clauses import IN_NOUN_PHRASE, has_finite, main_verb, subject
from claims.extraction.standalone.cutting.cuts import Tokens, inside_quotes, is_torn, literal
from claims.extraction.standalone.frames import deeds, existence, infinitives, names, verbs_seen
from claims.extraction.standalone.frames.told import Told, is_plural, unquoted

FEWEST_OF_CLAUSE = 3  # words that may be a clause
NOBODY = {"anybody": "nobody", "anyone": "no one", "anything": "nothing", "any": "no"}
AUXILIARIES = frozenset("is are was were has have had will would can could should may might must does do did".split())


def completed(tokens: Tokens, told: Told) -> Tokens:
    """The content as a full clause, by what its cue does; unchanged where it is one or where no frame fits."""
    tokens = _behind_saying(tokens, told)
    verb = main_verb(tokens)
    named = names.naming(tokens, told) if verb and any(t.lower == "as" for t in tokens[1:verb]) else None
    if named is not None:
        return named
    gapped = _across_cue(tokens, verb) if verb is not None else None
    if gapped is not None:
        return gapped
    quoted = has_finite(tokens) and not has_finite(_outside_quotes(tokens))
    if quoted and told.by(cues.BLAMING) and (blamed := deeds.blame(tokens, told)) is not None:
        return blamed  # "blamed 'paid provocateurs' for the violence"
    urged = infinitives.infinitive(tokens, told) if verb is not None and _is_urged(tokens, verb, told) else None
    if urged is not None:
        return urged
    if verb is not None and (tokens[0].tag != "TO" or _has_purpose(tokens, verb)):
        return _as_meant(tokens, verb, told)
    core = unquoted(tokens)
    if core and core[0].lower in ("that", "of", "for", "with") and len(tokens) > 2:
        told = replace(told, cue=f"{told.cue} {core[0].lower}")
        tokens = tokens[1:]
    if not unquoted(tokens):
        return tokens
    return next((made for frame in FRAMES if (made := frame(tokens, told)) is not None), tokens)


def _as_meant(tokens: Tokens, verb: int, told: Told) -> Tokens:
    """A clause as its cue means it: denied, demanded, or as it stands."""
    if told.demands and tokens[verb].tag == "VBP" and _is_bare(tokens, verb):
        return [*tokens[:verb], literal("should", "MD"), *tokens[verb:]]
    return _negated(tokens, verb) if told.denied and told.by(cues.DENYING) else tokens


def _is_bare(tokens: Tokens, verb: int) -> bool:
    """Whether a verb has its base form behind one person or thing: "demanded that she *publish* it"."""
    told = subject(tokens, verb)
    several = is_plural(told) or any(t.lower in ("they", "we", "you", "i") for t in told)
    return bool(told) and not several and tokens[verb].lower not in AUXILIARIES


def _behind_saying(tokens: Tokens, told: Told) -> Tokens:
    """ "Quoted X as saying Y": what X said."""
    if not told.by(cues.QUOTING):
        return tokens
    at = next((i for i, (one, two) in enumerate(pairwise(tokens)) if one.lower == "as" and two.lower == "saying"), None)
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
    return (
        at is not None and told.by(cues.URGING) and all(t.tag in IN_NOUN_PHRASE or t.tag == "PRP" for t in tokens[:at])
    )


def _across_cue(tokens: Tokens, verb: int) -> Tokens | None:
    """ "Is | recognised | as X", "was | reported | to have done it": what is left of a clause whose verb was the cue."""
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
    if tokens[verb].lower in AUXILIARIES:
        return [*tokens[: verb + 1], literal("not", "RB"), *tokens[verb + 1 :]]
    return [literal("it is not true that", "IN"), *tokens]


def _plea(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Pleaded not guilty": that the source is not guilty."""
    core = unquoted(tokens)
    at = int(core[0].lower == "not")
    if not told.who or len(core) <= at or core[at].lower not in ("guilty", "innocent"):
        return None
    if core[at + 1 : at + 2] and core[at + 1].lower == "to":
        core = [*core[: at + 1], literal("of", "IN"), *core[at + 2 :]]  # "guilty to" goes with pleading alone
    return [*told.who, literal("is", "VBZ"), *core]


def _estimate(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Put the number at 4,000": that it was."""
    at = next((i for i, t in enumerate(tokens[:-1]) if i and t.lower == "at"), None)
    if at is None or told.denied or not told.by(cues.PUTTING) or not any(t.tag == "CD" for t in tokens[at + 1 :]):
        return None
    return [*tokens[:at], literal("were" if is_plural(tokens[:at]) else "was", "VBD"), *tokens[at + 1 :]]


def _of_mind(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Expressed a desire to leave", "maintains a policy": that the source has one."""
    core = unquoted(tokens)
    end = next((i for i, t in enumerate(core) if t.tag in ("IN", "TO", ",", "WDT")), len(core))
    kept = told.by(cues.KEEPING) or (end and core[end - 1].lower in cues.OF_MIND and told.by(cues.VOICING))
    if (
        not kept
        or not told.who
        or told.demands
        or has_finite(existence.without_relative(tokens))
        or not existence.is_new(core)
    ):
        return None
    has = "have" if is_plural(told.who) else "has"
    negated = [literal("no", "DT")] if told.denied else []
    return [*told.who, literal(has, "VBZ"), *negated, *(tokens[1:] if told.denied and core[0].tag == "DT" else tokens)]


def _own(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Reported its first loss", "posted their best result": that the source had it."""
    if tokens[0].lower not in ("its", "their") or not told.who or told.denied or not told.by(cues.REPORTING):
        return None
    if has_finite(tokens) or len(tokens) < FEWEST_OF_CLAUSE:
        return None
    return [*told.who, literal("had", "VBD"), literal(tokens[0].lower, "PRP$"), *tokens[1:]]


FRAMES: tuple[Callable[[Tokens, Told], Tokens | None], ...] = (
    verbs_seen.cause,
    verbs_seen.placed,
    verbs_seen.seen_anew,
    verbs_seen.reported,
    deeds.responsibility,
    deeds.event,
    deeds.credit,
    deeds.blame,
    deeds.denied_deed,
    deeds.accusation,
    deeds.victory,
    names.membership,
    names.naming,
    infinitives.infinitive,
    deeds.gerund,
    _plea,
    _estimate,
    _of_mind,
    _own,
    existence.not_excluded,
    existence.presence,
    existence.verbless,
    existence.existence,
)
