"""Where and when somebody said it, which is no part of what was said: "called it “a farce” *in a post on social media*"."""

from claims.extraction.lexicon import frames as cues
from claims.extraction.standalone.cutting.cuts import Tokens, is_date
from claims.extraction.standalone.frames.told import Told

# What people write and speak in.
MEDIA = frozenset(
    "post posts letter letters statement statements interview interviews email emails message messages tweet tweets speech address report"
    " article column essay memo note paper video podcast blog filing filings brief briefing hearing thread editorial conference release".split()
)
FIGURED = cues.PUTTING | cues.RECKONING  # "put the share at 11% *in a paper*"
NOUN_PHRASE = frozenset("DT PRP$ JJ NN NNS NNP VBG VBN POS CD RB".split())
SHORTEST = 3  # words of what was said


def without_medium(tokens: Tokens, told: Told) -> Tokens:
    """Without "in a letter posted on a site" behind a quoted name or a figure: the words were, and not what they tell of."""
    if not told.by(cues.NAMING, cues.ACCUSING, FIGURED):
        return tokens
    at = next((i for i in range(len(tokens) - 3, SHORTEST, -1) if _opens_medium(tokens, i)), None)
    if at is None or any(t.tag == "," or t.tag.startswith("CC") for t in tokens[at:]):
        return tokens
    return tokens[:at] if tokens[at - 1].tag == "Q" or told.by(FIGURED) else tokens


def _opens_medium(tokens: Tokens, at: int) -> bool:
    """Whether "in a letter" stands there, of which "letter" is the noun."""
    if tokens[at].lower not in ("in", "on", "during", "at") or tokens[at + 1].tag not in ("DT", "PRP$"):
        return False
    end = next((i for i in range(at + 1, len(tokens)) if tokens[i].tag not in NOUN_PHRASE), len(tokens))
    return any(t.lower in MEDIA for t in tokens[at + 2 : end])


def without_day(thing: Tokens) -> Tokens:
    """Without the day at the end: "dismissed the suit *on 19 April* as premature"."""
    at = next((i for i in range(len(thing) - 1, 1, -1) if thing[i].lower == "on"), None)
    return thing[:at] if at is not None and thing[at + 1 :] and is_date(thing[at + 1 :]) else thing
