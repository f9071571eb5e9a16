"""Cuts of what a participle or an infinitive tells of a subject: ", leaving two dead", "men carrying knives were held", "to become mayor"."""

from collections.abc import Iterator

from claims.extraction.standalone.clauses import main_verb, subject
from claims.extraction.standalone.cutting import doers, lent
from claims.extraction.standalone.cutting.cuts import (
    Split,
    Tokens,
    all_in_the_past,
    dates_itself,
    has_own_words,
    in_the_past,
    literal,
    trimmed,
)
from claims.extraction.standalone.frames.told import does, is_plural
from claims.extraction.standalone.tags import NOUNS_AND_FIGURES, OPENS_NOUN_PHRASE

HANGERS = frozenset("before after when because until if as since once".split())
PREPOSITIONS = frozenset(  # that end as participles do
    "including regarding concerning following according depending considering excluding barring pending corresponding ranging".split()
)
# Of who wanted or was asked to become something nobody knows whether it came to that.
UNDONE = frozenset(
    "had wanted tried planned asked urged hoped promised decided agreed sought needed was were told did".split()
)
# Behind these a clause may stand, whose verb the sentence's own would be taken for.
TELLING = frozenset(
    "suggesting claiming saying alleging stating showing arguing reporting indicating warning insisting".split()
)
# Of these nobody says that something "was involving" it.
LASTING = frozenset(
    "involving containing belonging consisting including owning wanting knowing needing having costing weighing".split()
)
# Nor that one of these "was allowing" it.
PAPERS = frozenset(
    "law bill rule act treaty deal agreement policy letter report plan order measure amendment petition motion ruling".split()
)
# They tell more of the noun before the comma: "a region, comprising four states".
OF_NOUN = frozenset("comprising containing consisting encompassing spanning totalling totaling".split())
# What somebody is held, tried or blamed for may be several deeds in a row, each in -ing.
CHARGED = frozenset(
    "guilty convicted accused suspected charged arrested detained held jailed sentenced fined tried prosecuted blamed criticised"
    " criticized condemned praised acquitted cleared imprisoned punished indicted".split()
)
AWAITED = frozenset(
    "expected likely due set poised scheduled supposed slated ready about certain sure unlikely".split()
)


def participles(tokens: Tokens) -> Iterator[Split]:
    """A clause with a participle that tells what came of it: ", leaving two dead"."""
    verb = main_verb(tokens)
    owner = subject(tokens, verb) if verb is not None else []
    if verb is None or not owner or owner[0].tag == "EX":
        return  # "there were 170 deaths, resulting from drugs": not "there" resulted
    for at in range(verb + 2, len(tokens) - 2):
        if tokens[at].tag != "," or tokens[at + 1].tag != "VBG" or tokens[at + 1].lower in PREPOSITIONS:
            continue
        if (
            tokens[at + 1].lower in OF_NOUN
            or lent.is_of_deed(tokens, verb, at + 1)
            or doers.is_another_deed(tokens, verb, at)
        ):
            continue  # ", giving him 54": the deed did so, not the one who is meant by "him"
        if any(t.lower == "including" for t in tokens[verb:at]) or _goes_on_listing(tokens, verb, at):
            continue  # "five raids, including one in Bergen, killing three": the one did
        nearest, near = _nearest(tokens, verb, at)
        if near and tokens[near - 1].lower == "after":
            continue  # "attacked them after the eldest refused, hitting the boy": either did so
        who = subject(tokens[near:at], nearest - near) if near else owner
        told = as_told(tokens, nearest, at + 1, who) if who else []
        if told and not doers.is_of_happening(tokens, nearest, at):
            place = [] if near else place_before(tokens, owner)
            yield Split("participle", at, trimmed(tokens[:at]), [*place, *who, *told])


def place_before(tokens: Tokens, owner: Tokens) -> Tokens:
    """The place that leads a sentence in, where what came of it came too: "*In Velm,* the rate fell to 9, staying below 10"."""
    comma = next((i for i, t in enumerate(tokens) if t is owner[0]), 0) - 1
    place = tokens[:comma]
    named = len(place) > 1 and place[0].lower in ("in", "at", "near") and all(t.tag == "NNP" for t in place[1:])
    return tokens[: comma + 1] if named and tokens[comma].tag == "," and not dates_itself(place) else []


def _goes_on_listing(tokens: Tokens, verb: int, at: int) -> bool:
    """Whether the participle is one of several under "of" or "for": "guilty *of* rioting, belonging to a gang and …", "held *for* pickets, …"."""
    if any(t.word == ":" for t in tokens[verb:at]):
        return True  # "under three laws: insulting the army, *spreading* lies"
    end = next((i for i in range(at + 1, len(tokens)) if tokens[i].tag == "," or tokens[i].tag.startswith("CC")), None)
    ends = end is not None and any(t.tag == "VBG" for t in tokens[end + 1 : end + 4])
    opened = next((i for i in range(at - 1, verb, -1) if tokens[i].lower in ("of", "for")), None)
    if opened is None or not any(t.lower in CHARGED for t in tokens[verb:opened]):
        return False
    return tokens[opened + 1].tag == "VBG" or (ends and tokens[opened + 1].tag in ("NNS", "NN"))


def _nearest(tokens: Tokens, verb: int, at: int) -> tuple[int, int]:
    """The verb of the clause right before *at*, and where that begins: "was warned before *the ferry sank*, killing 27"; with a pronoun it is the main one."""
    for start in range(at - 2, verb, -1):
        if tokens[start - 1].lower in HANGERS and tokens[start - 1].tag != "RB":
            below = main_verb(tokens[start:at])
            if below and tokens[start].tag in OPENS_NOUN_PHRASE and tokens[start].tag != "PRP":
                return start + below, start
    return verb, 0


def all_in_the_present(tokens: Tokens, *, several: bool) -> Tokens:
    """With the participles that are joined to the first: "deepening distrust and | raising questions"."""
    made = list(tokens)
    for at in range(1, len(tokens) - 1):
        joined = tokens[at].tag == "VBG" and tokens[at - 1].lower == "and" and has_own_words(tokens, at)
        if joined:
            made[at] = literal(does(tokens[at].lower, plural=several), "VBZ")
    return made


def as_told(tokens: Tokens, verb: int, at: int, owner: Tokens, deed: Tokens | None = None) -> Tokens:
    """The participle at *at*, or in *deed*, as the verb of a clause in the tense of the main verb, with what stands behind it."""
    deed = tokens[at:] if deed is None else deed
    if deed[0].lower == "having" and deed[1].tag in ("VBN", "VBD"):
        return [literal("had", "VBD"), *deed[1:]]
    if tokens[verb].tag == "VBD":
        return [in_the_past(deed[0], owner), *all_in_the_past(deed[1:], owner)]
    awaited = any(t.lower in AWAITED for t in tokens[verb + 1 : verb + 6])
    if (
        tokens[verb].lower not in ("is", "are")
        or awaited
        or any(t.tag in ("TO", "VBG") for t in tokens[verb + 1 : verb + 3])
    ):
        return []  # of what is to be, nobody knows whether the participle is of then or now
    several = tokens[verb].lower == "are"
    return [literal(does(deed[0].lower, plural=several), "VBZ"), *all_in_the_present(deed[1:], several=several)]


def of_subject(tokens: Tokens) -> Iterator[Split]:
    """What a new subject did meanwhile: "Two men *carrying knives* were held"; of others it tells which are meant."""
    verb = main_verb(tokens)
    if verb is None or tokens[verb].tag != "VBD" or tokens[0].tag not in ("DT", "CD"):
        return
    if tokens[0].tag == "DT" and tokens[0].lower not in ("a", "an"):
        return
    at = next((i for i in range(1, verb) if tokens[i].tag == "VBG" and tokens[i - 1].tag in NOUNS_AND_FIGURES), None)
    if at is None or at + 1 >= verb or tokens[at].lower in PREPOSITIONS | TELLING or not has_own_words(tokens, at):
        return
    owner, between = tokens[:at], tokens[at + 1 : verb]
    if any(t.tag in (",", ":", "IN", "TO", "Q") for t in owner) or any(t.tag in (",", ":", "Q") for t in between):
        return
    deed = literal(("were " if is_plural(owner) else "was ") + tokens[at].lower, "VBD")
    if tokens[at].lower in LASTING or tokens[at - 1].lower in PAPERS:
        deed = in_the_past(tokens[at], owner)
    yield Split("of subject", at, [*owner, *tokens[verb:]], [*owner, deed, *between])


def becoming(tokens: Tokens) -> Iterator[Split]:
    """What somebody became by a deed: "beat Lind to become the first woman in the post"."""
    verb = main_verb(tokens)
    owner = subject(tokens, verb) if verb is not None else []
    if verb is None or not owner or tokens[verb].tag != "VBD" or tokens[verb].lower in UNDONE:
        return
    for at in range(verb + 2, len(tokens) - 3):
        if (
            tokens[at].lower == "to"
            and tokens[at + 1].lower == "become"
            and tokens[at - 1].tag in (*NOUNS_AND_FIGURES, ",")
        ):
            yield Split("become", at, trimmed(tokens[:at]), [*owner, literal("became", "VBD"), *tokens[at + 2 :]])
            return
