"""Words that the window reads as verbs, and that are none: "*virus-related* challenges", "37 *confirmed* cases", "*net* revenue"."""

from collections.abc import Sequence

from claims.extraction.lexicon import heads, people
from claims.extraction.lexicon.clauses import SINGULAR_VERBS
from claims.extraction.standalone.retagging.verbs import LEADING_TO

# A word with such an end is no verb before a noun.
COMPOUNDS = (
    "-related", "-based", "-led", "-backed", "-run", "-held", "-controlled", "-funded", "-appointed", "-linked", "-driven", "-style",
)  # fmt: skip
NOUNS = ("NN", "NNS", "NNP", "JJ")
SEVERAL_DO = frozenset(("VBD", "VBP", "MD"))
TITLES = heads.TITLE_WORDS
OUSTED = frozenset("ousted deposed toppled exiled jailed imprisoned detained convicted disgraced slain".split())
_MADE_KNOWN = frozenset("declared announced reported confirmed detected recorded".split())
_DECLARED = frozenset(
    "outbreak epidemic emergency cases strike truce ceasefire curfew holiday results dividend".split()
)
_RISING = frozenset(
    "rose fell grew slid jumped climbed dropped slumped soared declined increased decreased doubled".split()
)
COUNTED = frozenset("confirmed suspected reported recorded registered known pledged declared".split())
OF_NET = frozenset(
    "income revenue revenues profit profits loss losses sales earnings debt interest assets cash new".split()
)
OF_COUNTED = frozenset(
    "case cases death deaths infection infections fatality fatalities patient patients delegate delegates".split()
)


def with_ousted(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with an adjective for "by rebels and *ousted* president Lind": with "by" before, both did it."""
    if OUSTED.isdisjoint(words):
        return tags
    for at in range(3, len(words) - 2):
        titled = words[at + 1].lower() in TITLES and words[at + 2][:1].isupper()
        if words[at] in OUSTED and titled and words[at - 1] == "and" and "by" in words[max(0, at - 5) : at - 1]:
            tags[at] = "JJ"
            tags[at - 1] = "CCo"
    return tags


def with_fronted(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with a noun before the noun of several that it describes, and their verb: "said *plainclothes* agents had fired"."""
    for at in range(1, len(words) - 2):
        described = tags[at] == "VBZ" and tags[at + 1] == "NNS" and tags[at + 2] in SEVERAL_DO
        if described and tags[at - 1] in ("VBD", "IN", ",", "Q") and words[at] not in SINGULAR_VERBS:
            tags[at] = "NN"
    return tags


def with_opening(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with a noun for what opens a sentence before its verb: "*Milestones* already exist", "*Dozens* more are held"."""
    if tags[:1] == ["VBZ"] and words[0][:1].isupper():
        at = next((i for i, tag in enumerate(tags) if i and tag not in ("RB", "JJ")), 0)
        if at > 1 and tags[at] in ("VB", "VBP", "MD"):
            tags[0] = "NNS"
    return tags


def with_roles(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with a noun for an office that was read as an adverb: "the vice *premier* left"."""
    for at, tag in enumerate(tags):
        if tag == "RB" and words[at] in people.ROLES:
            tags[at] = "NN"
    return tags


def with_none(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with what a word is that was read as a verb, or as a pronoun that does not own what follows."""
    for at in range(1, len(words) - 1):
        tags[at] = _as_no_verb(words, tags, at) or tags[at]
    return tags


def _as_no_verb(words: Sequence[str], tags: Sequence[str], at: int) -> str | None:
    """What a word is that was read as a verb, or as a pronoun that does not own what follows."""
    if words[at].endswith(COMPOUNDS) and not words[at].startswith("co-"):
        described = tags[at] in ("VBD", "VBZ") or (tags[at] == "VBN" and tags[at + 1] in NOUNS)
        return "JJ" if described else None  # "*virus-related* challenges", "a *YouTube-based* channel"
    if tags[at] == "VBD" and words[at] in _MADE_KNOWN and _is_of_object(words, tags, at):
        return "VBN"  # "in the outbreak *declared* on Friday"
    if words[at] == "her" and tags[at] == "PRP" and _owns_described(tags, at):
        return "PRP$"  # "*her* supposedly cancelled flight"
    if words[at] == "calls" and tags[at] == "VBZ" and words[at - 1] in LEADING_TO:
        return "NNS"
    there = words[at] == "there" and tags[at] == "EX" and words[at + 1] in _RISING
    return "RB" if there and tags[at - 1] in ("NNS", "NN", "NNP") else None  # "Orders *there* rose 12%"


def _is_of_object(words: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether a noun behind a preposition stands before it, with a day or a place behind: "in the outbreak *declared* in May"."""
    noun = (
        words[at - 1] in _DECLARED and at > 2 and tags[at - 2] in ("DT", "JJ", "NN")
    )  # "officials in the city *declared*" did
    first = next((i for i in range(at - 2, max(-1, at - 5), -1) if tags[i] not in ("DT", "JJ", "NN")), 0)
    return noun and tags[first] == "IN" and words[at + 1] in ("on", "in", "at", "by", "last", "this")


def _owns_described(tags: Sequence[str], at: int) -> bool:
    return list(tags[at + 1 : at + 4]) in (
        ["RB", "VBN", "NN"],
        ["RB", "JJ", "NN"],
        ["RB", "VBD", "NN"],
        ["RB", "VBN", "NNS"],
    )


def with_counted(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with a participle in "37 *confirmed* cases": a figure confirms no cases."""
    for at in range(1, len(words) - 1):
        if tags[at - 1] == "CD" and tags[at] == "VBD" and words[at] in COUNTED and words[at + 1] in OF_COUNTED:
            tags[at] = "VBN"
    return tags


def with_net(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags without a verb "net" before what is earned or owed: "forecast *net revenue* of 4 million"."""
    for at in range(len(words) - 1):
        if words[at] == "net" and words[at + 1] in OF_NET:
            tags[at] = "JJ"
    return tags
