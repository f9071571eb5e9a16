"""Tags that the window of the tagger gets wrong, set right by the words around: verbs of opinion, of effects, "there" behind a noun."""

from collections.abc import Sequence

# What shares of the people asked do: no nouns, so any noun for several before them is their subject.
_OPINIONS = frozenset("approve disapprove agree disagree believe oppose distrust prefer".split())
# These are nouns too, and verbs only right behind a share and before what it is about.
_OR_NOUNS = frozenset("support trust back favor favour want think view see like say intend identify".split())
_SHARES = frozenset(("%", "percent", "majority", "minority", "plurality", "half", "third", "quarter", "most"))
_REACH = 6  # words between a share and the verb: "54% of registered voters in Velm"
_IN_SUBJECT = frozenset(("NNS", "NNP", "NN", "PRP", "CD", "JJ", "DT", "RB", "VBN", "IN"))
_PEOPLE = frozenset(("NNS", "NNP", "PRP", "NN", "CD"))
_OBJECTS = frozenset(("DT", "PRP", "PRP$", "NNP", "IN", "TO"))
# Verbs that tell what something led to, where they end in -ing; the window takes some of them for nouns.
_LEADING_TO = frozenset(
    "prompting sparking drawing fuelling fueling triggering raising forcing causing leaving racking garnering".split()
)
_COMPOUNDS = ("-related", "-based", "-led", "-backed", "-funded", "-linked", "-driven", "-style")
_SUFFERED_BY_NOBODY = frozenset(
    "appeared seemed happened occurred disappeared died emerged existed tended declined climbed slumped plunged soared surged tumbled".split()
)
_MADE_KNOWN = frozenset("declared announced reported confirmed detected recorded".split())
_DECLARED = frozenset(
    "outbreak epidemic emergency cases strike truce ceasefire curfew holiday results dividend".split()
)
_STAYING = frozenset("remain stay seem appear become".split())
_RISING = frozenset(
    "rose fell grew slid jumped climbed dropped slumped soared declined increased decreased doubled".split()
)


def mended(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with what the window misread put right."""
    for at in range(1, len(words) - 1):
        tags[at] = _no_verb(words, tags, at) or _verb(words, tags, at) or tags[at]
    return tags


def _no_verb(words: Sequence[str], tags: Sequence[str], at: int) -> str | None:
    """What a word is that was read as a verb, or as a pronoun that does not own what follows."""
    if tags[at] in ("VBD", "VBZ") and words[at].endswith(_COMPOUNDS) and not words[at].startswith("co-"):
        return "JJ"  # "*virus-related* challenges"
    if tags[at] == "VBD" and words[at] in _MADE_KNOWN and _is_of_object(words, tags, at):
        return "VBN"  # "in the outbreak *declared* on Friday"
    if words[at] == "her" and tags[at] == "PRP" and _owns_described(tags, at):
        return "PRP$"  # "*her* supposedly cancelled flight"
    if words[at] == "calls" and tags[at] == "VBZ" and words[at - 1] in _LEADING_TO:
        return "NNS"
    there = words[at] == "there" and tags[at] == "EX" and words[at + 1] in _RISING
    return "RB" if there and tags[at - 1] in ("NNS", "NN", "NNP") else None  # "Orders *there* rose 12%"


def _verb(words: Sequence[str], tags: Sequence[str], at: int) -> str | None:
    """What verb a word is that was read as none, or as another form."""
    if tags[at] == "VBN" and words[at] in _SUFFERED_BY_NOBODY and tags[at - 1] in ("NN", "NNS", "NNP", "PRP"):
        return "VBD"  # "coffee drinking *appeared* to double it"
    if tags[at] in ("NN", "VB", "JJ", "NNS", "VBD", "RB") and _is_opinion(words, tags, at):
        return "VBP"
    stays = words[at] in _STAYING and tags[at] in ("NN", "VB", "NNS") and _is_plural(words, tags, at - 1)
    if stays and tags[at + 1] in ("JJ", "VBN", "IN", "RB", "DT"):
        return "VBP"  # "Talks *remain* stalled"
    return "VBG" if words[at] in _LEADING_TO and tags[at] in ("NN", "VBG") and _goes_on(tags, at) else None


def _is_opinion(words: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether people who were asked do it: "54% of voters *disapprove* of it", "39% *trust* her"."""
    plain = words[at] in _OPINIONS
    if not (plain or words[at] in _OR_NOUNS) or tags[at - 1] not in _PEOPLE or tags[at + 1] not in _OBJECTS:
        return False
    start = at
    while start and tags[start - 1] in _IN_SUBJECT and at - start < _REACH:
        start -= 1
    shared = any(word.lower() in _SHARES for word in words[start:at])
    shared = shared and (
        words[at - 1].lower() in _SHARES or tags[at - 1] in ("NNS", "NNP", "PRP")
    )  # "a 95% *support rate*"
    return shared or (plain and tags[at - 1] in ("NNS", "PRP"))


def _is_plural(words: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether several stand there, at the front of a sentence with a capital: "*Talks* remain stalled"."""
    return tags[at] == "NNS" or (at == 0 and tags[at] == "NNP" and words[at].endswith("s") and words[at][1:].islower())


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


def _goes_on(tags: Sequence[str], at: int) -> bool:
    """Whether it stands beside another participle, before what it led to: ", drawing anger *and prompting* calls"."""
    joined = tags[at - 1].startswith("CC") and "VBG" in tags[max(0, at - 10) : at - 1]
    return (joined or tags[at - 1] == ",") and tags[at + 1] in ("NNS", "NN", "DT", "JJ", "CD", "NNP")
