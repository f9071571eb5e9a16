"""Contents whose verb is missing or was taken for something else: "ascribed his death to a stroke", "said the mill 'fed the town'"."""

from dataclasses import replace

from claims.extraction.lexicon import bodies, people
from claims.extraction.lexicon import frames as cues
from claims.extraction.standalone.clauses import has_finite
from claims.extraction.standalone.cutting.cuts import Tokens, is_torn, literal
from claims.extraction.standalone.frames.told import Told, did, is_plural
from claims.extraction.standalone.tags import SUBJECT_ENDS

IN_SUBJECT = frozenset((*SUBJECT_ENDS, "DT", "JJ", "PRP$", "CD", "POS", "Q", "IN", "CCo"))
# Where a poll or a tally finds somebody, or how a figure stands.
STANDINGS = frozenset(
    "ahead behind steady unchanged flat level tied up down higher lower stable leading trailing".split()
)
FINDING = frozenset("showed shows showing found finds had has put puts gave suggested suggests indicated".split())
SHOWING = frozenset("show shows showed showing depict depicts depicted capture captures captured".split())
# What people and things do of themselves: "showed smoke *poured* out" was done by nobody.
UNSUFFERED = frozenset(
    "poured rushed walked marched gathered crowded collapsed crashed exploded arrived entered moved turned appeared climbed jumped smiled"
    " shouted screamed looked stared listened prayed danced floated drifted poured leaned stayed waited dropped landed hovered passed".split()
)
BEHIND_VERB = frozenset("IN DT TO RB PRP PRP$ CD".split())
BEHIND_DEED = frozenset("IN DT TO RP RB PRP PRP$".split())
SEEN = {"VBN": "VBD", "VB": "VBP"}


def cause(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Ascribed X to Y": that X was due to Y."""
    at = next((i for i in range(1, len(tokens) - 1) if tokens[i].lower == "to"), None)
    if at is None or told.denied or not told.by(cues.ASCRIBING) or has_finite(tokens) or tokens[at + 1].tag == "VB":
        return None
    if any(t.tag == "NNP" or t.lower in people.GROUPS for t in tokens[at + 1 : at + 4]):
        return None  # "ascribed the raid to rebels": whoever did it is no cause
    if at == 1 and tokens[0].lower in ("part", "partly", "mainly", "largely"):
        return None  # "which he attributed in | *part to* the rain": of what is told before
    due = "were due to" if is_plural(tokens[:at]) else "was due to"
    return [*tokens[:at], literal(due, "VBD"), *tokens[at + 1 :]]


def placed(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Placed the storm 120 miles off Velm": that it was there."""
    at = next(
        (i for i in range(1, len(tokens) - 1) if tokens[i].tag == "CD" and tokens[i - 1].tag in SUBJECT_ENDS), None
    )
    if at is None or told.denied or not told.by(cues.PLACING) or has_finite(tokens):
        return None
    if any(t.tag not in IN_SUBJECT - {"IN"} for t in tokens[:at]):
        return None
    return [*tokens[:at], literal("were" if is_plural(tokens[:at]) else "was", "VBD"), *tokens[at:]]


def standing(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Showed her approval steady at 40%", "had Labour ahead by four points": that it was, that Labour was."""
    at = next((i for i in range(1, len(tokens) - 1) if tokens[i].lower in STANDINGS), None)
    if at is None or told.denied or not told.by(FINDING) or has_finite(tokens):
        return None
    if any(t.tag not in IN_SUBJECT - {"IN"} for t in tokens[:at]) or tokens[at - 1].tag not in SUBJECT_ENDS:
        return None
    if tokens[at + 1].tag not in ("IN", "CD", "RB") or all(t.tag != "CD" for t in tokens[at:]):
        return None
    return [*tokens[:at], literal("were" if is_plural(tokens[:at]) else "was", "VBD"), *tokens[at:]]


def seen_anew(tokens: Tokens, told: Told) -> Tokens | None:
    """What somebody said, of which the verb was taken for a participle or an infinitive: "said Lind "led, at great cost, a gang"."""
    if not (told.clause or told.by(cues.CLAUSAL)) or has_finite(tokens):
        return None
    quoted = _quoted_verb(tokens) if told.clause else None
    if quoted is not None:
        return [*tokens[:quoted], replace(tokens[quoted], tag="VBZ"), *tokens[quoted + 1 :]]
    at = _behind_aside(tokens) if told.clause else None
    if at is not None:
        return [*tokens[:at], replace(tokens[at], tag="VBD"), *tokens[at + 1 :]]
    at = next((i for i in range(1, len(tokens) - 1) if tokens[i].tag in SEEN), None)
    if at is None or any(t.tag not in IN_SUBJECT for t in tokens[:at]):
        return None
    before = [t for t in tokens[:at] if t.tag != "Q"]
    if not before or before[-1].tag not in SUBJECT_ENDS or (tokens[at].tag == "VB" and before[-1].tag != "NNS"):
        return None
    return [*tokens[:at], replace(tokens[at], tag=SEEN[tokens[at].tag]), *tokens[at + 1 :]]


def _quoted_verb(tokens: Tokens) -> int | None:
    """Where a quotation begins with a verb that looks like several things: "that the case “*rests on* gossip”"."""
    places = (i for i in range(2, len(tokens) - 1) if tokens[i].tag == "NNS" and tokens[i - 1].tag == "Q")
    at = next(places, None)
    told = at is not None and tokens[at - 2].tag in ("NN", "NNP", "PRP") and tokens[at + 1].tag in BEHIND_VERB
    return at if told else None


def _behind_aside(tokens: Tokens) -> int | None:
    """Where a verb stands behind the aside of its subject: "that the paint, sold by Orr, *contained* lead"."""
    commas = [i for i, t in enumerate(tokens) if t.tag == ","]
    if len(commas) < len(("opening", "closing")) or commas[0] == 0 or commas[1] + 2 >= len(tokens):
        return None
    opens, at = commas[0] + 1, commas[1] + 1
    aside = tokens[opens].tag in ("VBN", "DT", "IN") and tokens[commas[0] - 1].tag in SUBJECT_ENDS
    bare = all(t.tag in IN_SUBJECT for t in tokens[: commas[0]])
    return at if aside and bare and tokens[at].tag == "VBN" else None


def reported(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Lind, | reportedly | nicknamed the king": that she was."""
    at = next((i for i in range(1, len(tokens) - 1) if is_torn(tokens, i)), None)
    if at is None or told.denied or not told.by(cues.HEARSAY) or has_finite(tokens):
        return None
    if any(t.tag not in IN_SUBJECT - {"IN"} for t in tokens[:at]) or tokens[at].tag not in ("DT", "CD", "VBN", "JJ"):
        return None
    return [*tokens[:at], literal("were" if is_plural(tokens[:at]) else "was", "VBD"), *tokens[at:]]


def shown(tokens: Tokens, told: Told) -> Tokens | None:
    """ "The video showed *two bodies* | *tossed* into a truck": that they were; with an object they did it themselves."""
    pictures = bodies.MEDIA_ITEM_HEADS.intersection((told.source or "").lower().split())
    if told.denied or not told.by(SHOWING) or not pictures:
        return None  # "the letter shows *Lind asked* for it"
    doing = _doing(tokens)
    if doing is not None:
        return [*tokens[:doing], did(tokens[:doing], tokens[doing]), *tokens[doing + 1 :]]
    at = next((i for i in range(1, len(tokens) - 1) if tokens[i].tag in ("VBN", "VBD")), None)
    if (
        at is None
        or any(t.tag not in IN_SUBJECT - {"IN", "Q"} for t in tokens[:at])
        or tokens[at - 1].tag not in SUBJECT_ENDS
    ):
        return None
    done = (
        tokens[at].lower.endswith("ed")
        and tokens[at].lower not in UNSUFFERED
        and tokens[at + 1].tag in ("IN", "TO", "RP")
    )
    if not done or has_finite(tokens[at + 1 :]):
        return None
    return [
        *tokens[:at],
        literal("were" if is_plural(tokens[:at]) else "was", "VBD"),
        replace(tokens[at], tag="VBN"),
        *tokens[at + 1 :],
    ]


def _doing(tokens: Tokens) -> int | None:
    """Where those whom a picture shows do something: "showed *the van speeding* through as people ran", "five of the men *kneeling* around"."""
    at = next((i for i in range(1, len(tokens) - 1) if tokens[i].lower.endswith("ing") and i > 1), None)
    if at is None or tokens[at + 1].tag not in BEHIND_DEED or tokens[at - 1].tag not in SUBJECT_ENDS:
        return None
    deed = tokens[at].tag == "VBG" or (tokens[at].tag == "NN" and tokens[at - 1].tag == "NNS")
    plain = all(t.tag in IN_SUBJECT - {"IN", "Q", "CCo"} or t.lower == "of" for t in tokens[:at])
    opens = tokens[0].tag in ("DT", "CD", "NNS", "NNP", "PRP$")
    return at if deed and plain and opens else None
