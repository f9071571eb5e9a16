"""Noun phrases of which something is told without a verb: a profit that was reported, what is possible, whom a picture shows doing something."""

from dataclasses import replace

from claims.extraction.lexicon import frames as cues
from claims.extraction.standalone.clauses import has_finite, main_verb
from claims.extraction.standalone.cutting.cuts import Tokens, literal
from claims.extraction.standalone.frames.noun_phrases import FEWEST_OF_CLAUSE, in_small
from claims.extraction.standalone.frames.told import SUBJECT_FORMS, Told, did, is_plural, unquoted
from claims.extraction.standalone.tags import IN_NOUN_PHRASE, RELATIVES

DEEDS = ("VBN", "VBG")


def results(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Norvik reported a profit of 4 million": that it did, for whose profit there is must be told."""
    core = unquoted(tokens)
    end = next((i for i, t in enumerate(core) if t.tag in (*RELATIVES, ",")), len(core))
    nouns = {t.lower for t in core[:end]}
    lost = not {"loss", "losses"}.isdisjoint(nouns) and not any(t.word in "$£€" for t in core[:end])  # of men
    voted = "results" in nouns and not any("quarter" in noun or noun in ("annual", "fiscal") for noun in nouns)
    earned = not cues.EARNED.isdisjoint(nouns) and not lost and not voted
    if not earned or not told.who or told.denied or not told.by(cues.REPORTING) or has_finite(core[:end]):
        return None
    return [*told.who, literal(told.cue, "VBD"), *in_small(tokens)]


def presence(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Reported the presence of X", "the possibility of X": that there is X, that X is possible."""
    core = unquoted(tokens)
    start = int(core[0].lower in ("the", "a"))
    if told.denied or len(core) < start + 3 or core[start + 1].lower != "of" or core[start + 2].tag == "VBG":
        return None
    if core[start].lower in ("presence", "existence"):
        return [literal("there is", "VBZ"), *core[start + 2 :]]
    if core[start].lower == "possibility":
        return [*core[start + 2 :], literal("is possible", "VBZ")]
    return None


def not_excluded(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Did not rule out X": that X is possible."""
    core = unquoted(tokens)
    if not told.denied or not told.by(cues.EXCLUDING) or has_finite(tokens):
        return None
    if len(core) > FEWEST_OF_CLAUSE and core[0].lower in ("the", "a", "any") and core[1].lower == "possibility":
        core = core[2 + (core[2].lower == "of") :]
    return [*core, literal("are possible" if is_plural(core) else "is possible", "VBZ")]


def verbless(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Estimated the victims aged 20", "showed Lind standing by": that they were, that she stood by."""
    core = unquoted(tokens)
    if main_verb(tokens) is not None or told.denied or told.by(cues.DENYING) or core[0].tag not in ("NNP", "DT", "PRP"):
        return None
    him = core[0].tag == "PRP"
    core = [replace(core[0], word=SUBJECT_FORMS.get(core[0].lower, core[0].word)), *core[1:]] if him else core
    at = next((i for i, t in enumerate(core[him:], him) if t.tag not in IN_NOUN_PHRASE or (i and t.tag in DEEDS)), None)
    if not at or at + 1 >= len(core) or core[at - 1].tag not in ("NN", "NNS", "NNP", "PRP"):
        return None
    if core[at].tag == "VBG" and core[at - 1].tag == core[at + 1].tag == "NN":
        return None  # "a money laundering probe"
    if core[at].tag == "VBG":
        return _seen_later(core, at, told) or [*core[:at], did(core[:at], core[at]), *core[at + 1 :]]
    if core[at].lower in cues.BEFALLING and core[at + 1].tag in ("IN", "RB"):
        return (
            tokens  # "the effect *disappeared* in people who added sugar": nobody did it, and it is a verb as it stands
        )
    if core[at].tag == "VBN" and core[at + 1].tag in ("IN", "TO", "RB", "CD"):
        return [*core[:at], literal("were" if is_plural(core[:at]) else "was", "VBD"), *core[at:]]
    return None


def _seen_later(core: Tokens, at: int, told: Told) -> Tokens | None:
    """With the verb behind a participle, which was read as another: "a train carrying 230 men *derailed* at"."""
    behind = (i for i in range(at + 2, len(core) - 1) if core[i].tag == "VBN" and core[i - 1].tag in ("NN", "NNS"))
    seen = next((i for i in behind if core[i + 1].tag in ("IN", "RB") and core[i + 1].lower != "by"), None)
    if seen is None or not told.by(cues.CLAUSAL):
        return None
    return [*core[:seen], replace(core[seen], tag="VBD"), *core[seen + 1 :]]


def some_of(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Has verified 180 of the cases": that the source has, for that there are so many was known before."""
    core = unquoted(tokens)
    part = len(core) > 2 and core[0].tag == "CD" and core[1].lower == "of" and core[2].tag in ("DT", "PRP$", "PRP")
    if not part or told.denied or not told.who or not told.by(cues.VERIFYING) or has_finite(tokens):
        return None
    return [*told.who, literal(told.cue, "VBZ"), *tokens]
