"""Names given to things: "called X a farce", "described X as Y", "named X among Y"."""

from itertools import pairwise

from claims.extraction.lexicon import frames as cues
from claims.extraction.standalone.clauses import NAMED_AS, has_finite
from claims.extraction.standalone.cutting.cuts import Tokens, inside_quotes, literal
from claims.extraction.standalone.frames.circumstances import without_day
from claims.extraction.standalone.frames.told import ONESELF, Told, as_subject, is_plural
from claims.extraction.standalone.tags import FINITE, RELATIVES

NOUNS = ("NN", "NNS", "NNP", "PRP", "CD", "DT")
THINGS = ("NN", "NNS", "NNP", "PRP", "CD")  # what can be given a name
ABOUT = frozenset("regarding concerning including following".split())  # no deeds, though they look like some
DESCRIBING = frozenset("describe describes described describing".split())
RATES = frozenset("second minute hour day night week month quarter year person head household".split())
FINDING = frozenset("find finds found finding".split())
DONE = ("VB", "VBN", "VBD", "VBP", "VBZ")
POSSIBLE = frozenset(
    "possible potential likely probable plausible".split()
)  # "acknowledged faults *as possible* causes"
DESCRIBES = ("JJ", "VBN", "CCo", "RB", "Q", "NN", ",")


def naming(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Called X a Y", "described X as Y": that X is Y."""
    at = _second_phrase(tokens) if _names(tokens, told) else None
    if at is None:
        return _happened(tokens) if told.by(DESCRIBING) else None
    first, second = tokens[:at], tokens[at:]
    aside = any(t.tag in RELATIVES and first[i - 1].tag == "," for i, t in enumerate(first) if i)
    out = next((i for i, t in enumerate(first) if i and t.lower == "out"), len(first))
    first = first[:out] if told.by(cues.CALLED) else first  # "called *Lind out* at the meeting as a liar"
    while first and first[-1].tag == "," and not aside:
        first = first[:-1]  # but "the bank, whose head he chose*,* an enemy"
    first = _without_be(without_day(first) if told.by(cues.DISPUTING) else first)
    while second and second[0].lower in ("as", "being"):
        second = second[1:]
    if first and (first[0].tag == "WP" or first[-1].tag == "DT" or first[-1].lower == "to"):
        return None  # "what he termed two profiles in courage" does not tell what
    if not second or not any(t.tag in THINGS for t in first) or first[0].tag == "TO" or first[-1].tag.startswith("CC"):
        return None
    done = told.by(FINDING) or second[0].lower in cues.HARMED  # "condemned the number of people *killed* in the raid"
    found = done and second[0].tag == "VBN" and any(t.tag == "IN" for t in first)
    if found or first[0].tag == "IN" or _tells_how(second) or any(_is_doing(first, i) for i in range(len(first))):
        return None  # "cited this in awarding him the prize"
    if first[-1].tag == "RB" and next((t.tag for t in reversed(first) if t.tag != "RB"), "") == "VBN":
        return None  # "a man identified only as P"
    of_self = len(first) == 1 and first[0].lower in ONESELF and told.who  # "described *themselves* as sad"
    return [*(of_self or as_subject(first)), literal("are" if is_plural(first) else "is", "VBZ"), *second]


def _happened(tokens: Tokens) -> Tokens | None:
    """ "Described a scene of panic *as the lights went out*": what happened, for without a verb the scene is no claim."""
    at = next((i for i, t in enumerate(tokens) if i and t.lower == "as"), None)
    if at is None or has_finite(tokens[:at]) or tokens[0].tag == "VBG" or not _is_clause(tokens[at + 1 :]):
        return None  # "described *scrambling* over rubble as they fled"
    return tokens[at + 1 :]


def _without_be(first: Tokens) -> Tokens:
    """Without "to be" behind the thing: "declared ownership *to be* “the best predictor”"."""
    return first[:-2] if [t.lower for t in first[-2:]] == ["to", "be"] else first


def _names(tokens: Tokens, told: Told) -> bool:
    """Whether the cue says what something is: "called", or any with "as" before a quotation, but not "ruled out"."""
    cue = told.words
    if "out" in cue or "for" in cue or told.calls_on:
        return False
    if told.by(cues.OFF) and not any(t.lower == "as" for t in tokens):
        return False  # "wrote that the case ‘collapses’"
    outside = [t for t, inside in zip(tokens, inside_quotes(tokens), strict=True) if not inside]
    marked = any(
        t.lower == "as" and (after.tag in ("Q", "DT", "PRP$") or after.lower in POSSIBLE)
        for t, after in pairwise(tokens[1:])
    )
    return told.by(cues.NAMING) or (marked and not has_finite(outside) and not told.by(cues.URGING))


def _tells_how(second: Tokens) -> bool:
    """Whether the second phrase begins with a preposition: "condemned the killings ‘*in the strongest terms*’"."""
    full = [t.lower for t in second[:2]] == ["full", "of"]  # "found a bag *full of* shells"
    return full or next((t.tag for t in second if t.tag != "Q"), "") in ("IN", "TO")


def _is_doing(first: Tokens, at: int) -> bool:
    """Whether a participle is a deed and stands before no noun that it describes: "the *resulting* crisis"."""
    describes = 0 < at < len(first) - 1 and first[at - 1].tag == "DT" and first[at + 1].tag in ("NN", "NNS", "JJ")
    return first[at].tag == "VBG" and not describes and first[at].lower not in ABOUT


def _second_phrase(tokens: Tokens) -> int | None:
    """Where the name begins that is given to what stands before it."""
    inner = range(1, len(tokens))
    if tokens[0].lower == "it" and len(tokens) > 1 and tokens[1].tag == "JJ":
        return 1  # "called it *unlikely* that they would pay, as they had said"
    words = (i for i in inner if tokens[i].lower == "as" and not _counts(tokens, i))
    by_word = next((i for i in words if tokens[i - 1].lower not in NAMED_AS), None)  # "a gang *known as* the Crows"
    if by_word is not None:
        return None if _is_clause(tokens[by_word + 1 :]) else by_word
    mark = next((i for i in inner if tokens[i].tag == "Q" and not _is_quoted(tokens[:i])), None)
    if mark is not None and tokens[mark - 1].tag in DONE and tokens[mark - 1].lower != "be":
        return None  # "declared an emergency due to fires that have *accompanied* “extreme weather”"
    close = next((i for i in inner if mark and i > mark and tokens[i].tag == "Q"), None)
    within = mark is not None and tokens[mark - 1].tag in ("JJ", "IN", "PRP$")
    if within and close and [t.tag for t in tokens[close + 1 : close + 2]] == ["DT"]:
        return close + 1  # "called jail for such “crimes” *a form* of torture"
    if mark is not None:
        return mark - (tokens[mark - 1].lower in ("a", "an", "the")) or None
    return _first_of_adjectives(tokens) or next((i for i in inner if _renames(tokens, i)), None)


def _is_clause(behind: Tokens) -> bool:
    """Whether "as" opens a clause that tells when: "declared an emergency *as fires spread* across the county"."""
    verb = next((i for i, t in enumerate(behind) if t.tag in FINITE), None)
    opened = bool(verb) and behind[0].tag in ("NNS", "DT", "PRP") and behind[0].lower not in ("a", "an")
    return opened and all(t.tag in ("NNS", "RB", "DT", "PRP", "NN") for t in behind[:verb])


def _counts(tokens: Tokens, at: int) -> bool:
    """Whether "as" only counts: "a hall holding *as many as* 100"."""
    low = [t.lower for t in tokens[max(0, at - 2) : at + 3]]
    return any(low[i] == low[i + 2] == "as" and low[i + 1] in ("many", "much", "few") for i in range(len(low) - 2))


def _first_of_adjectives(tokens: Tokens) -> int | None:
    """Where the first of several adjectives stands that was taken for a noun: "the order *swift*, forceful and decisive"."""
    comma = next((i for i, t in enumerate(tokens[:-1]) if t.tag == "," and tokens[i + 1].tag == "JJ"), None)
    if comma is None or comma < len(("the", "order", "swift")) - 1:
        return None
    listed = all(t.tag in ("JJ", ",", "CCo", "RB") for t in tokens[comma:])
    return comma - 1 if listed and tokens[comma - 1].tag == tokens[comma - 2].tag == "NN" else None


def _is_quoted(before: Tokens) -> bool:
    """Whether a quotation mark behind these words closes one among them."""
    return sum(t.tag == "Q" for t in before) % 2 == 1


def _renames(tokens: Tokens, at: int) -> bool:
    before, here = tokens[at - 1].tag, tokens[at].tag
    if here == "DT":
        if before == "NNS" and tokens[at + 1 : at + 2] and tokens[at + 1].lower in RATES:
            return False  # "sees demand growing by 2 million barrels *a day*"
        return before in ("NN", "NNS", "NNP", "PRP")
    core = tokens[at : next((i for i in range(at, len(tokens)) if tokens[i].tag == "IN"), len(tokens))]
    if tokens[at].lower in ("more", "less", "fewer") and [t.lower for t in tokens[at + 1 : at + 2]] == ["than"]:
        return False  # "found more of it in women who ate fish *more than* twice a week"
    return here in ("JJ", "VBN") and before in NOUNS and before != "CD" and all(t.tag in DESCRIBES for t in core)


def membership(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Named X among Y": that X is among Y."""
    at = next((i for i, t in enumerate(tokens) if i and t.lower == "among" and tokens[i - 1].tag != ","), None)
    if at is None or told.denied or not told.by(cues.NAMING) or has_finite(tokens):
        return None
    first = tokens[:at]
    if (first[0].tag == "PRP" and len(first) > 1) or (told.by(cues.CALLED) and first[0].lower in ("a", "an")):
        return None  # "called it the worst loss among them", "the pact, which he called | *a deal* among thieves"
    named = any(t.tag in THINGS for t in first) and all(t.tag not in ("IN", "TO") or t.lower == "of" for t in first)
    return [*as_subject(first), literal("are" if is_plural(first) else "is", "VBZ"), *tokens[at:]] if named else None
