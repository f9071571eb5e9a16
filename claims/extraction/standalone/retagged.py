"""Parts of speech that the window of the tagger misreads in the news of rights, war and courts, put right by the words around them."""

from claims.extraction.lexicon import people

VERBS = frozenset(("VBD", "VBZ", "VBP", "MD"))
OPENS_OBJECT = frozenset(("DT", "PRP$", "PRP", "CD", "NNP"))
DESCRIBING = ("-based", "-led", "-backed", "-run", "-held", "-controlled", "-funded", "-appointed", "-linked")
TITLES = people.ROLES | people.TITLES
OUSTED = frozenset("ousted deposed toppled exiled jailed imprisoned detained convicted disgraced slain".split())


def put_right(words: list[str], tags: list[str]) -> list[str]:
    """The tags of a sentence as its words must be read."""
    return _with_described(words, _with_ousted(words, _with_beaten(words, _with_founded(words, tags))))


def _with_founded(words: list[str], tags: list[str]) -> list[str]:
    """The tags with an adjective for "a *YouTube-based* channel": a word with such an end is no verb before a noun."""
    for at in range(len(words) - 1):
        if words[at].endswith(DESCRIBING) and tags[at] in ("VBD", "VBN") and tags[at + 1] in ("NN", "NNS", "NNP", "JJ"):
            tags[at] = "JJ"
    return tags


def _with_beaten(words: list[str], tags: list[str]) -> list[str]:
    """The tags with a verb for "police *beat* detainees", where the clause has no other."""
    for at in range(1, len(words) - 1):
        several = words[at - 1].lower() == "police" or tags[at - 1] == "NNS"
        if words[at] != "beat" or not several or tags[at] == "VBD" or tags[at + 1] not in (*OPENS_OBJECT, "NNS", "VBZ"):
            continue
        begin = max((i for i in range(at) if tags[i] in ("IN", ",", "CCc")), default=0)
        if not VERBS.intersection((*tags[begin:at], *tags[at + 2 : at + 4])):
            tags[at] = "VBD"
            tags[at + 1] = "NNS" if tags[at + 1] == "VBZ" else tags[at + 1]
    return tags


def _with_ousted(words: list[str], tags: list[str]) -> list[str]:
    """The tags with an adjective for "by rebels and *ousted* president Lind": with "by" before, both did it."""
    if OUSTED.isdisjoint(words):
        return tags
    for at in range(3, len(words) - 2):
        titled = words[at + 1].lower() in TITLES and words[at + 2][:1].isupper()
        if words[at] in OUSTED and titled and words[at - 1] == "and" and "by" in words[max(0, at - 5) : at - 1]:
            tags[at] = "JJ"
            tags[at - 1] = "CCo"
    return tags


def _with_described(words: list[str], tags: list[str]) -> list[str]:
    """The tags with a past for "residents *described fleeing*": before what somebody did it tells of nobody else."""
    for at in range(1, len(words) - 1):
        if (
            words[at] in ("described", "recalled", "recounted")
            and tags[at] == "VBN"
            and tags[at + 1] in ("VBG", "PRP$", "WRB")
        ):
            tags[at] = "VBD" if tags[at - 1] in ("NNS", "NN", "NNP") else tags[at]
    return tags
