"""Which words are a noun phrase that tells of what there is: something new, and no clause whose verb was not seen."""

from itertools import pairwise

from claims.extraction.lexicon import frames as cues
from claims.extraction.standalone.clauses import has_finite
from claims.extraction.standalone.cutting.cuts import Tokens, is_torn, literal
from claims.extraction.standalone.tags import FINITE, RELATIVES

SAID_BEFORE = frozenset("the this that these those his her its their".split())
SOME = frozenset("many some few most several others".split())
ABOUT = frozenset("at up about over between around under".split())
# "No *evidence that* it helps", "a 20% *chance that* it rains": what it is a chance of is told to nobody.
OF_CLAUSE = frozenset("evidence proof sign signs indication indications likelihood chance possibility risk".split())
HOW_OFTEN = frozenset("often always usually never seldom rarely sometimes still generally frequently routinely".split())
FEWEST_OF_CLAUSE = 3  # words that may be a clause


def has_base_verb(tokens: Tokens) -> bool:
    """Whether a verb was taken for its base form, as it is where several do it: "‘dual users’ *often underestimate* it"."""
    words = [t for t in tokens if t.tag != "Q"]
    return any(
        one.tag == "NNS" and two.lower in HOW_OFTEN and three.tag in ("VB", "VBP")
        for one, two, three in zip(words, words[1:], words[2:], strict=False)
    )


def unseen_verb(tokens: Tokens) -> int | None:
    """Where the verb stands that looks like a noun for several behind one thing: "a single dose *protects* for months"."""
    if not tokens or tokens[0].lower not in ("a", "an", "every", "each", "another") or has_finite(tokens):
        return None
    end = next((i for i, t in enumerate(tokens) if i and t.tag not in ("JJ", "NN", "NNS")), len(tokens))
    goes_on = end < len(tokens) and tokens[end].tag in ("IN", "DT", "RB", "PRP", "CD", "TO")
    return end - 1 if goes_on and end > 2 and tokens[end - 1].tag == "NNS" and tokens[end - 2].tag == "NN" else None


def tells_somebody(tokens: Tokens) -> bool:
    """Whether "that" opens a clause with a subject of its own, which somebody may have been told: "a friend that rain would come"."""
    return any(
        one.lower == "that" and two.tag not in (*FINITE, "RB") and tokens[i - 1].lower not in OF_CLAUSE
        for i, (one, two) in enumerate(pairwise(tokens))
    )


def names_something(core: Tokens) -> bool:
    """Whether a noun phrase tells of what there is; "this argument" and "tens of thousands" do not, and a verb makes it a clause."""
    if any(is_torn(core, at) and core[at].tag in ("IN", "TO") for at in range(1, len(core))):
        return False  # "another attack | ascribed | to the group"
    if any(
        one.tag == "VBN" and two.tag in ("CD", "DT", "PRP", "PRP$") for one, two in pairwise(without_relative(core)[1:])
    ):
        return False  # "most of the crew used one of the boats"
    if any(a.tag in ("NN", "NNS") and b.tag == "DT" and b.lower != "this" for a, b in pairwise(core)):
        return False  # "pensioners a fourteenth payment"; "40 deaths *this* year" are told
    if core[0].lower in SOME and core[1:2] and core[1].tag.startswith("VB"):
        return False  # "many lose faith"
    if core[0].tag == "CD" and len(core) > 1 and core[1].tag == "IN" and core[1].lower != "of":
        return False  # "recorded 4,120 in May": of what is not said
    if core[0].lower in ("no", "yes") and core[1:2] and core[1].tag in ("TO", "IN"):
        return False  # a banner reads "No to war": there was none
    if core[0].lower == "not" or any(t.lower == "times" and u.lower == "those" for t, u in pairwise(core)):
        return False  # "Not this year", "levels of up to 40 times those considered safe"
    nouns = [t.lower for t in core if t.tag in ("NN", "NNS", "NNP", "CD")]
    said_before = core[0].lower in ("the", "this", "that", "these", "those", "such", "all", "any")
    return not cues.COUNTS.issuperset(nouns) and not (said_before and core[-1].lower in cues.OF_SAYING)


def is_new(core: Tokens) -> bool:
    """Whether a noun phrase tells of something not mentioned before."""
    first = core[0]
    if first.lower == "both" and core[1:2] and core[1].lower in SAID_BEFORE:
        return False  # "cited both the fire and the flood"
    if first.tag == "JJ" and core[1:2] and core[1].tag in ("IN", "TO"):
        return False  # "supportive of the party" is said of somebody
    if first.lower in ("any", "here"):
        return (
            False  # "does not list any": what stands before the cue turns it round; "Here *the plans meet*" has a verb
        )
    if first.lower in ("the", "this", "that", "these", "those", "its", "his", "her", "their"):
        return False
    whose = core[2:3] and (core[2].tag == "PRP" or core[2].lower in ("those", "these"))
    if first.tag == "CD" and [t.lower for t in core[1:2]] == ["of"] and whose:
        return False  # "showed 20 of them being led away"
    if first.tag == "IN":
        return first.lower in ABOUT and any(t.tag == "CD" for t in core[:4])  # "at least three"
    if first.tag == "RB":
        first = next((t for t in core if t.tag != "RB"), first)  # "currently ranked second" names nothing
    return first.tag in ("CD", "DT", "JJ", "NN", "NNS", "RB")


def without_relative(tokens: Tokens) -> Tokens:
    """The words up to a clause that tells more of a noun among them: "36 cases on a ship | that called there"."""
    at = next((i for i, t in enumerate(tokens) if i and (t.tag in RELATIVES or t.lower == "if")), len(tokens))
    timed = at < len(tokens) and tokens[at].lower in ("when", "where", "if")  # tells only when or where, comma or not
    tail = [t for t in tokens[at:] if t.tag != "RB"]
    verbs = [t for i, t in enumerate(tail) if t.tag in FINITE and tail[i - 1].lower not in ("had", "has", "have")]
    one = len(verbs) == 1 and (tokens[at - 1].tag != "," or timed)
    return tokens[:at] if one else tokens


def in_small(tokens: Tokens) -> Tokens:
    """Without the capital of a first word that is no name."""
    if tokens[0].word[0].isupper() and tokens[0].tag in ("DT", "CD", "NN", "NNS", "RB") and tokens[0].start >= 0:
        return [literal(tokens[0].lower, tokens[0].tag), *tokens[1:]]
    return tokens
