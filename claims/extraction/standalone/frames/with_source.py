"""What is told with its source and cue, because the content alone would say more or less than was said: "does not accuse her of theft"."""

from dataclasses import replace

from claims.extraction.lexicon import frames as cues
from claims.extraction.standalone.clauses import has_finite, main_verb
from claims.extraction.standalone.cutting.cuts import Tokens, literal
from claims.extraction.standalone.frames import reckoned
from claims.extraction.standalone.frames.told import Told, as_subject, base_of, denies_denial, is_gerund, unquoted

ADVISING = frozenset("advise advises advised advising".split())


def turned(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Does not accuse her of theft", "does not deny having sold it": neither says what was done, and neither that it was not."""
    core = unquoted(tokens)
    if not told.who or not core or main_verb(tokens) is not None:
        return None
    accuses = told.denied and told.by(cues.ACCUSING) and not told.by(cues.DENYING) and not told.passive
    grants = told.by(cues.DENYING) and denies_denial(told.cue) and is_gerund(core[0])
    return [*told.who, literal(_with_auxiliary(told), "VBZ"), *tokens] if accuses or grants else None


def proposed(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Has proposed fining Norvik 10 million for it": that the source has, where it can't be said what should be done to whom."""
    asked = told.by(cues.PROPOSING) and tokens[0].tag == "VBG" and len(tokens) > len(("closing", "it"))
    several = any(t.lower in ("that", "which", "who", "and", "or") for t in tokens)  # "and fining those that miss it"
    if not asked or several or not told.who or told.denied or reckoned.proposed(tokens, told) is not None:
        return None
    return [*told.who, literal(told.cue, "VBD"), *tokens]


def warned_off(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Warned parents against buying the toy": that they should not buy it."""
    at = next((i for i in range(1, len(tokens) - 1) if tokens[i].lower == "against"), None)
    if at is None or not told.by(cues.WARNING | ADVISING) or tokens[at + 1].tag != "VBG" or has_finite(tokens[:at]):
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
