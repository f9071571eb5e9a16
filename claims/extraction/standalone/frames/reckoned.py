"""What somebody reckons or proposes without a clause: "put its cost at 3 million", "recommended closing the bridge"."""

from itertools import pairwise

from claims.extraction.lexicon import frames as cues
from claims.extraction.lexicon.calendar import WEEKDAYS
from claims.extraction.lexicon.participles import PARTICIPLES
from claims.extraction.standalone.clauses import has_finite
from claims.extraction.standalone.cutting.cuts import Tokens, is_torn, literal, past_of
from claims.extraction.standalone.frames.told import OPENS_OBJECT, Told, as_subject, is_plural
from claims.extraction.standalone.tags import IN_NOUN_PHRASE

IN_THING = frozenset((*IN_NOUN_PHRASE, "IN", "PRP", "Q", "CCo"))
FIGURE = 6  # words behind "at" among which the figure is
# These are what they are, whenever it was reckoned; a crowd or a toll was what it was.
LASTING = frozenset("cost costs price prices value worth population debt debts rate bill age".split())
SHARES = frozenset("% percent per points".split())
SUMS = frozenset("million billion trillion %".split())
RESULTS = frozenset("profit profits loss losses revenue revenues sales earnings turnover income".split())
APART = frozenset("ahead behind clear".split())
OF_NOUN = frozenset("of over under in on for between near with about against across".split())
IN_OBJECT = frozenset((*IN_NOUN_PHRASE, "CCo"))


def estimate(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Put the number at 4,000", "put its chances, had it rained, at one in ten": that they were."""
    if told.denied or not told.by(cues.PUTTING, cues.RECKONING):
        return None
    if told.by(cues.PUTTING) and (lead := _lead(tokens)):
        return [*as_subject(tokens[:lead]), literal(_is(tokens[:lead], told), "VBD"), *tokens[lead:]]
    places = [i for i, t in enumerate(tokens[:-1]) if i and _leads_to_figure(tokens, i)]
    if not places:
        return None
    at = next(
        (i for i in places if is_torn(tokens, i)), places[0]
    )  # "its cost, put at 9 million then, *is estimated at* 14"
    thing = tokens[: next((i for i in range(at) if tokens[i].tag == ","), at)]
    aside = tokens[len(thing) : at]
    if not thing or any(t.tag not in IN_THING for t in thing) or thing[0].tag == "IN":
        return None
    if aside and is_torn(tokens, at) and aside[-1].tag != ",":
        aside = [*aside, literal(",", ",")]
    if aside and aside[-1].tag != ",":
        return None
    verb = literal(_is(thing, told), "VBD")
    kept = [tokens[at]] if tokens[at].lower == "on" else []  # "was *on* 41%"
    return [*as_subject(thing), *aside, verb, *kept, *_likewise(tokens[at + 1 :], told)]


def _leads_to_figure(tokens: Tokens, at: int) -> bool:
    """Whether "at" stands before a figure, or "on" before a share of a poll: "put the party *on* 41%"."""
    share = tokens[at].lower == "on" and tokens[at + 1].tag == "CD"
    share = share and any(t.lower in SHARES for t in tokens[at + 2 : at + 4])
    return share or (tokens[at].lower == "at" and _opens_figure(tokens[at + 1 :]))


def _lead(tokens: Tokens) -> int | None:
    """Where the points begin by which a poll puts somebody ahead: "put Pell | *three points ahead*"."""
    words = [t.lower for t in tokens]
    end = next((i for i in range(2, len(words)) if words[i] in APART and words[i - 1] in ("points", "point")), 0)
    at = next((i for i in range(end - 1, 0, -1) if tokens[i].tag == "CD"), 0)
    while (at > 1 and tokens[at - 1].tag in ("RB", "JJR")) or (at > 1 and tokens[at - 1].lower in ("just", "than")):
        at -= 1
    return at if at and all(t.tag in IN_NOUN_PHRASE for t in tokens[:at]) else None


def is_result(tokens: Tokens) -> bool:
    """Whether a firm's own result is told with its sum: "reported *a loss of $212 million*"."""
    end = next((i for i, t in enumerate(tokens) if i and t.tag in ("IN", ",")), len(tokens))
    plain = tokens[0].tag in ("DT", "NN", "JJ", "CD", "VBG") and tokens[0].lower not in ("the", "that", "this")
    sums = any(t.lower in SUMS or t.word[:1] in "$€£¥" for t in tokens)
    return plain and not has_finite(tokens) and tokens[end - 1].lower in RESULTS and sums


def without_day(tokens: Tokens) -> Tokens:
    """Without the day on which a result was told: "a profit of 1.9 billion euros | *on Monday* | , up 14%"."""
    at = next((i for i, t in enumerate(tokens[:-1]) if t.lower == "on" and tokens[i + 1].word in WEEKDAYS), None)
    return tokens if at is None else [*tokens[:at], *tokens[at + 2 :]]


def had_expected(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Analysts had expected a profit of 120 million": what was only expected is told with whose mind it was in."""
    disproved = told.by(cues.FORETELLING) and "had" in told.words and not told.denied
    if not told.who or not disproved or tokens[0].tag not in ("DT", "CD", "NN", "NNS", "JJ", "RB"):
        return None
    figured = any(t.tag == "CD" for t in tokens) and not any(t.tag == "TO" for t in tokens)
    return [*told.who, literal(told.cue, "VBD"), *tokens] if figured else None


def _opens_figure(tokens: Tokens) -> bool:
    """Whether a figure stands among the next words, before any verb."""
    figure = next((i for i, t in enumerate(tokens[:FIGURE]) if t.tag == "CD"), None)
    return figure is not None and not has_finite(tokens[:figure])


def _likewise(tokens: Tokens, told: Told) -> Tokens:
    """With a verb for what is joined on: "4 per cent and growth *at* 1"."""
    joint = next((i for i, t in enumerate(tokens) if t.tag.startswith("CC")), None)
    made = estimate(tokens[joint + 1 :], told) if joint is not None and joint + 2 < len(tokens) else None
    return tokens if made is None or joint is None else [*tokens[:joint], literal(tokens[joint].word, "CCc"), *made]


def _is(thing: Tokens, told: Told) -> str:
    several = is_plural(thing)
    head = next((i for i, t in enumerate(thing) if t.tag == "IN"), len(thing))
    lasting = thing[head - 1].lower in LASTING and told.by(cues.RECKONING)
    return ("are" if several else "is") if lasting else ("were" if several else "was")


def _in_object(tokens: Tokens, at: int) -> bool:
    """Whether a word belongs to what is to be closed, as "over the river" does and "at once" does not."""
    return tokens[at].tag in IN_OBJECT or tokens[at].tag == "PRP" or tokens[at].lower in OF_NOUN


def likened(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Likened the tax to theft": that it is like theft."""
    at = next((i for i in range(1, len(tokens) - 1) if tokens[i].lower == "to"), None)
    if at is None or told.denied or not told.by(cues.LIKENING) or any(t.tag not in IN_THING for t in tokens[:at]):
        return None
    return [
        *as_subject(tokens[:at]),
        literal("are like" if is_plural(tokens[:at]) else "is like", "VBZ"),
        *tokens[at + 1 :],
    ]


def proposed(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Recommended closing the bridge at once": that the bridge should be closed at once."""
    if told.denied or not told.by(cues.PROPOSING) or len(tokens) < len(("closing", "the", "bridge")):
        return None
    deed, behind = tokens[0], tokens[1]
    second = any(t.tag == "VBG" and tokens[i - 1].tag.startswith("CC") for i, t in enumerate(tokens) if i)
    if deed.tag != "VBG" or behind.tag not in OPENS_OBJECT or has_finite(tokens) or second:
        return None
    end = next((i for i in range(1, len(tokens)) if not _in_object(tokens, i)), len(tokens))
    if tokens[end - 1].tag not in ("NN", "NNS", "NNP", "PRP", "JJ"):
        return None
    done = PARTICIPLES.get(past_of(deed.lower), past_of(deed.lower))
    return [*as_subject(tokens[1:end]), literal(f"should be {done}", "MD"), *tokens[end:]]


def expected(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Now expects operating profit of 310 million": that the source does, where nothing says what there will be."""
    figure = any(t.tag == "CD" for t in tokens)
    if not figure or not told.who or told.denied or told.passive or not told.by(cues.FORETELLING) or has_finite(tokens):
        return None
    return [*told.who, literal(told.cue, "VBZ"), *tokens]


def expected_range(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Forecast revenue of $4.6 billion to $4.9 billion": the source does, and no infinitive stands behind "to"."""
    behind = [b.tag for a, b in pairwise(tokens) if a.lower == "to"]
    return expected(tokens, told) if behind and set(behind) == {"CD"} else None
