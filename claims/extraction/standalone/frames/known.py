"""What is told of a thing by the way, where nothing else is said: "thanked the nurse *who had sat with her*"."""

from claims.extraction.lexicon import frames as cues
from claims.extraction.standalone import unsaid
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.frames.told import Told, agrees
from claims.extraction.standalone.tags import FINITE, IN_NOUN_PHRASE

# Of what is only wished, feared or denied, nothing is known.
UNREAL = (
    cues.DEMANDING | cues.URGING | cues.PROMISING | cues.FORETELLING | cues.WARNING | cues.EXCLUDING | cues.DENYING | cues.ASKING
    | cues.SEEKING
)  # fmt: skip


def told_of(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Apologised for the delay that had stranded 300 people": that the delay had."""
    at = next((i for i, t in enumerate(tokens) if t.lower in ("who", "which", "that")), 0)
    verb = next((i for i in range(at + 1, len(tokens)) if tokens[i].tag != "RB"), at)
    if not at or verb == at or told.denied or told.clause or told.by(UNREAL) or tokens[verb].tag not in FINITE:
        return None
    head = tokens[:at]
    plain = all(t.tag in IN_NOUN_PHRASE for t in head) and head[-1].tag in ("NN", "NNS", "NNP")
    if not plain or not unsaid.only_names(tokens) or not agrees(head, tokens[verb]):
        return None
    return [*head, *tokens[at + 1 :]]
