"""Noun phrases that are reported, demanded or denied: that there is, should be or was no such thing."""

from dataclasses import replace
from itertools import pairwise

from claims.extraction.lexicon import frames as cues
from claims.extraction.standalone import unsaid
from claims.extraction.standalone.clauses import has_finite
from claims.extraction.standalone.cutting.cuts import Tokens, literal
from claims.extraction.standalone.frames import with_source
from claims.extraction.standalone.frames.demanded import deed_of_agency, demanded
from claims.extraction.standalone.frames.noun_phrases import (
    FEWEST_OF_CLAUSE,
    SAID_BEFORE,
    has_base_verb,
    in_small,
    is_new,
    names_something,
    tells_somebody,
    unseen_verb,
    without_relative,
)
from claims.extraction.standalone.frames.told import Told, is_plural, unquoted
from claims.extraction.standalone.tags import IN_NOUN_PHRASE

QUESTIONS = frozenset("if whether how why".split())
SUPPOSED = frozenset("scenario scenarios hypothesis hypotheses hypothetical".split())
COUNTS = frozenset("count counts charge charges offence offences offense offenses".split())
CONFESSING = frozenset("admit admits admitted admitting confess confesses confessed confessing".split())
# "First proposed *the idea*": it is there, and was thought of then.
IDEAS = frozenset("idea theory hypothesis notion concept name term method explanation".split())
AGAIN = frozenset(
    "repeat repeats repeated repeating echo echoes echoed made make makes".split()
)  # "made a similar claim"
UTTERING = frozenset("say says said saying replied replying shouted shouting wrote writing answered".split())


def existence(tokens: Tokens, told: Told) -> Tokens | None:
    """A noun phrase that is reported, demanded or denied: that there is, should be or was no such thing."""
    if not told.demands and has_base_verb(tokens):
        return tokens
    if told.demands and (deed := deed_of_agency(tokens)):
        return [*tokens[:deed], literal("should", "MD"), *tokens[deed:]]
    if (unseen := unseen_verb(tokens)) is not None:
        return [*tokens[:unseen], replace(tokens[unseen], tag="VBZ"), *tokens[unseen + 1 :]]
    core = unquoted(tokens)
    told_apart = unsaid.only_names(tokens) and not tells_somebody(
        tokens
    )  # "a woman who fell and was left with a broken hip"
    if (
        (has_finite(without_relative(tokens)) and not told_apart)
        or not names_something(core)
        or _speaks_of_no_such(core, told)
    ):
        return None
    if told.demands and core[0].tag not in ("VB", "IN", "TO"):
        return demanded(in_small(tokens), clause=told.clause)
    if told.denied or told.by(cues.DENYING):
        return _absence(tokens, told)
    return _own_crime(tokens, told) or with_source.done(tokens, told) or _presence(tokens, told)


def _presence(tokens: Tokens, told: Told) -> Tokens | None:
    """That there is, may be or will be such a thing."""
    core = unquoted(tokens)
    there = None if not told.cue or _is_hidden(tokens, told) or not is_new(core) else _there(core, told)
    return [literal(there, "VBD"), *in_small(tokens)] if there else None


def _there(core: Tokens, told: Told) -> str | None:
    """ "There will be", "may be" or "was", by the cue; none where it is told that it did not come."""
    if told.by(cues.FORETELLING) or told.by(cues.PROMISING):
        disproved = "had" in told.words  # "had expected a fine of 100 million"
        return None if disproved else "there will be"
    if told.by(cues.WARNING, cues.HINTING):
        return "there is" if told.by(cues.WARNING) and any(t.lower in cues.RISKS for t in core) else "there may be"
    return "there were" if is_plural(core) else "there was"


def _is_hidden(tokens: Tokens, told: Told) -> bool:
    """Whether a clause hides whose verb was not seen, or a thing of which something was done and nothing told."""
    core = unquoted(tokens)
    named = told.by(cues.NAMING) and any(t.lower == "as" and behind.tag in ("DT", "JJ") for t, behind in pairwise(core))
    if named or told.by(cues.OPPOSING):
        return True  # "characterises events where four are shot *as a* mass shooting", "opposes recognition"
    if told.by(UTTERING) and len(core) < FEWEST_OF_CLAUSE:
        return True  # "saying "All right""
    clausal = (
        told.by(cues.CLAUSAL) and len(core) > FEWEST_OF_CLAUSE and tokens[0].tag != "Q" and not _is_claimed(core, told)
    )
    done = core[0].lower == "victory" or (told.by(cues.ADDING) and any(t.lower == "to" for t in core))
    doing = core[0].lower.endswith("ing") and core[1:2] != [] and core[1].tag in ("DT", "WDT", "PRP", "PRP$", "TO")
    return (
        clausal or done or doing or told.by(cues.CALLED, cues.NOT_REPORTING, AGAIN, with_source.ADDRESSING)
    )  # "results that others *called* a farce"


def _speaks_of_no_such(core: Tokens, told: Told) -> bool:
    """Whether nobody says that there is or should be such a thing: "ruled out a return", "recommended closing schools"."""
    out = told.by(cues.EXCLUDING) and "out" in told.words
    closing = core[0].tag == "VBG" and core[1:2] != [] and core[1].tag in ("NNS", "NNP", "JJ", "DT", "PRP$", "CD")
    supposed = any(
        t.lower in SUPPOSED for t in core[:4]
    )  # "suggested a hypothetical *scenario*, in which the logs had been altered"
    offered = told.by(cues.OFFERING)  # "countered with a rise of 2%": it was only offered
    thought = told.by(cues.PROPOSING) and core[0].lower == "the" and core[1:2] and core[1].lower in IDEAS
    return out or supposed or offered or bool(thought) or (closing and told.by(cues.PROPOSING)) or _asks_for(core, told)


def _asks_for(core: Tokens, told: Told) -> bool:
    """Whether somebody is asked for something, or to let it be: of "asked the state for guards" there should be no state."""
    asked = told.by(cues.ASKING) and any(t.lower == "for" for t in core[1:]) and all(t.tag != "VB" for t in core)
    wondered = told.by(cues.ASKING) and any(t.lower in QUESTIONS for t in core)
    return asked or wondered or any(t.lower == "let" for t in core)


def _own_crime(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Admitted two counts of theft": that the source is guilty of them, and not that there were two counts."""
    core = unquoted(tokens)
    end = next((i for i, t in enumerate(core) if t.tag == "IN"), len(core))
    crime = core[0].lower in cues.CRIMES or core[end - 1].lower in COUNTS
    if not crime or not told.who or not told.by(CONFESSING):
        return None
    guilty = "are guilty of" if is_plural(told.who) else "is guilty of"
    return [*told.who, literal(guilty, "VBZ"), *in_small(tokens)]


def _is_claimed(core: Tokens, told: Told) -> bool:
    """Whether a noun phrase and no clause was claimed: "claimed widespread fraud"."""
    noun = core[0].lower not in ("victory", "credit")  # "claimed victory" is a deed of whoever claims it
    return noun and told.by(cues.PROFESSING) and all(t.tag in IN_NOUN_PHRASE or t.tag == "IN" for t in core)


def _absence(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Denied any wrongdoing": that there was none. What is disputed exists, as do accusations, and "four counts" are no event."""
    core = unquoted(tokens)
    if [t.tag for t in core[:2]] == ["NNP", "NNS"] and core[2:3] and core[2].tag in ("NNS", "DT", "PRP$"):
        return [literal("it is not true that", "IN"), *tokens]  # "*Orbex hides* losses, which it denies"
    exists = told.by(cues.DISPUTING) or any(t.lower in cues.OF_SAYING for t in core)
    blamed = any(t.lower == "for" for t in core)  # "blame corruption for it, a charge the government denies"
    if exists or blamed or core[0].lower in SAID_BEFORE or core[0].tag == "CD":
        return None
    if core[0].lower == "any" and core[1:2] and core[1].lower in cues.OF_ONESELF and not told.who:
        return None  # nobody knows whose
    if told.who and core[0].lower in cues.CRIMES:
        several = (
            is_plural(told.who)
            or (told.source or "").lower().startswith(("both ", "the two "))
            or " and " in (told.source or "")
        )
        return [*told.who, literal("are not guilty of" if several else "is not guilty of", "VBZ"), *core]
    shared = any(t.lower == "between" for t in core[1:3])  # "any link between the two" is nobody's own
    fault = core[core[0].lower == "any" :]
    if fault and fault[0].lower in cues.OWN_FAULTS and told.who and all(t.lower != "by" for t in fault):
        return [*told.who, literal("committed no", "VBD"), *fault]  # "denied wrongdoing": nobody is asked about others'
    if core[0].lower == "any" and core[1:2] and core[1].lower in cues.OF_ONESELF and told.who and not shared:
        return [*told.who, literal("had no", "VBD"), *core[1:]]  # "denied any knowledge of it"
    none = "there were no" if is_plural(core) else "there was no"
    return [literal(none, "VBD"), *core[core[0].lower in ("any", "a", "an", "all") :]]
