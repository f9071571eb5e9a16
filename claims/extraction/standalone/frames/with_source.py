"""What is told with its source and cue, because the content alone would say more or less than was said: "does not accuse her of theft"."""

from dataclasses import replace

from claims.extraction.lexicon import frames as cues
from claims.extraction.lexicon.clauses import BE
from claims.extraction.standalone.clauses import has_finite, main_verb
from claims.extraction.standalone.cutting.cuts import Tokens, literal
from claims.extraction.standalone.frames import reckoned
from claims.extraction.standalone.frames.noun_phrases import in_small
from claims.extraction.standalone.frames.told import Told, as_subject, base_of, denies_denial, is_gerund, unquoted

# Who does one of these to a thing has done it, and does not say that there was one: "has announced funding".
DOING = frozenset(
    "announce announces announced raise raises raised keep keeps kept weigh weighs weighed reserve reserves"
    " reserved add adds added see sees".split()
)
# Nor does who argues "for" a thing, pleads "for" it or points "to" it; asking for it is told of otherwise.
LEADING_TO = frozenset("for to against".split())
# Verbs that take a thing with "for" alone.
FOR_ONLY = frozenset(
    "argue argues argued plead pleads pleaded lobby lobbies lobbied campaign campaigns campaigned".split()
)
# To whom somebody apologises is no thing that there was.
ADDRESSING = frozenset(
    "apologise apologises apologised apologising apologize apologizes apologized apologizing".split()
)
# What is only taken for granted, feared, doubted or was said of old is not said to be so.
SUPPOSING = frozenset(
    "assume assumes assumed suppose supposes supposed presume presumes presumed fear fears feared doubt doubts doubted".split()
)
OF_OLD = frozenset(("originally", "initially"))
JOINTS = frozenset("that whether if how why who what when where".split())
THREATENING = frozenset("threaten threatens threatened threatening".split())
WHOM = frozenset("me us him her them you".split())
ADVISING = frozenset("advise advises advised advising".split())


def turned(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Does not accuse her of theft", "does not deny having sold it": neither says what was done, and neither that it was not."""
    core = unquoted(tokens)
    if not told.who or not core or main_verb(tokens) is not None:
        return None
    accuses = told.denied and told.by(cues.ACCUSING) and not told.by(cues.DENYING) and not told.passive
    grants = told.by(cues.DENYING) and denies_denial(f"{told.auxiliary} {told.cue}") and is_gerund(core[0])
    return [*told.who, literal(_with_auxiliary(told), "VBZ"), *tokens] if accuses or grants else None


def proposed(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Has proposed fining Norvik 10 million for it": that the source has, where it can't be said what should be done to whom."""
    asked = told.by(cues.PROPOSING) and tokens[0].tag == "VBG" and len(tokens) > len(("closing", "it"))
    several = any(t.lower in ("that", "which", "who", "and", "or") for t in tokens)  # "and fining those that miss it"
    if not asked or several or not told.who or told.denied or reckoned.proposed(tokens, told) is not None:
        return None
    return [*told.who, literal(told.cue, "VBD"), *tokens]


def done(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Has announced funding", "argued for a cut": that the source has, for nobody says that there was any."""
    words = told.words
    led = len(words) > 1 and words[-1] in LEADING_TO and "according" not in words
    lost = bool(words) and words[-1] in FOR_ONLY  # the "for" that was taken into neither the cue nor the content
    if (
        told.by(ADDRESSING)
        or not (led or lost or told.by(DOING))
        or told.denied
        or told.demands
        or not _is_plain(words)
        or not told.who
    ):
        return None
    core = unquoted(tokens)
    if any(t.lower in cues.RISKS for t in core) or (words[-1] == "to" and core[0].lower in ("a", "an")):
        return None  # "see a 20% chance of it", "point to *a poll*": that there is one
    if (words[-1] == "added" and core[0].lower in ("no", "not")) or not WHOM.isdisjoint([*words, core[0].lower]):
        return None  # "there were no plans, she added"; "pointed *me* to the terms"
    cue = f"{told.agreeing} for" if lost else told.agreeing
    return [*told.who, literal(cue, "VBD"), *in_small(tokens)]


def threatened(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Threatened to clear the hall": that the source did, for nobody knows whether it will come to that."""
    if tokens[0].tag != "TO" or not told.by(THREATENING) or not told.who or told.denied or told.passive:
        return None
    said = told.agreeing if _is_plain(told.words) else "threatened"
    return [*told.who, literal(said, "VBD"), *tokens]


def supposed(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Fears that jobs will go", "had originally said it would open in May": with whose thought it is, or was."""
    fits = told.by(SUPPOSING) or (told.by(OF_OLD) and not told.leads)
    words = told.words
    if not fits or not told.who or told.denied or told.leads or not _is_plain(words) or main_verb(tokens) is None:
        return None
    that = [] if tokens[0].lower == "that" else [literal("that", "IN")]
    return [*told.who, literal(told.agreeing, "VBZ"), *that, *in_small(tokens)]


def withheld(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Did not say that he was drunk", "did not deny that it knew": neither that it was so, nor that it was not."""
    refuted = told.by(cues.DENYING, cues.DISPUTING) or told.plays_down
    grants = told.by(cues.DENYING) and denies_denial(f"{told.auxiliary} {told.cue}")
    if told.passive or not told.who or not (grants or (told.denied and not refuted)):
        return None
    if tokens[0].tag == "TO" or main_verb(tokens) is None:
        return None
    that = [] if tokens[0].lower in JOINTS else [literal("that", "IN")]
    return [*told.who, literal(_with_auxiliary(told), "VBD"), *that, *in_small(tokens)]


def _is_plain(cue: list[str]) -> bool:
    """Whether a cue is a verb that its source is the subject of: no participle, no passive, no infinitive."""
    return not BE.intersection(cue[:2]) and cue[0] != "to" and not any(word.endswith("ing") for word in cue)


def warned_off(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Warned parents against buying the toy": that they should not buy it."""
    at = next((i for i in range(1, len(tokens) - 1) if tokens[i].lower == "against"), None)
    if at is None or not told.by(cues.WARNING, ADVISING) or tokens[at + 1].tag != "VBG" or has_finite(tokens[:at]):
        return None
    whom = as_subject(tokens[:at])
    whom = [replace(whom[0], word="she", tag="PRP")] if [t.lower for t in whom] == ["her"] else whom
    deed = literal(f"should not {base_of(tokens[at + 1].lower)}", "MD")
    return None if told.denied else [*whom, deed, *tokens[at + 2 :]]


def _with_auxiliary(told: Told) -> str:
    """The cue with what turns it round: "does not accuse"."""
    words = told.cue.split()
    if told.auxiliary:
        return " ".join([told.auxiliary, *words[words[0].lower() == "not" :]])
    return told.cue
