"""Cuts between a main clause and what hangs on it: "although …", "who …", "before moving …", ", leaving two dead"."""

from collections.abc import Iterator

from claims.extraction.lexicon.calendar import MONTHS, WEEKDAYS
from claims.extraction.lexicon.participles import SIGNS
from claims.extraction.standalone.clauses import (
    FINITE,
    OPENS_NOUN_PHRASE,
    YEAR,
    is_joined_on,
    lead_end,
    main_verb,
    subject,
)
from claims.extraction.standalone.cutting import doers, lent
from claims.extraction.standalone.cutting.cuts import (
    Split,
    Tokens,
    all_in_the_past,
    has_own_words,
    in_the_past,
    literal,
    trimmed,
)
from claims.extraction.standalone.frames.told import does, is_plural
from claims.extraction.standalone.tagging import Token

OPENERS = frozenset("although though while whereas after before when as because".split())
TIMING = frozenset("after before when as".split())
FEWEST_OF_TIME = 5  # words of a clause that tells when: "the season began" only dates what follows
HANGERS = frozenset("before after when because until if as since once".split())
PREPOSITIONS = frozenset(  # that end as participles do
    "including regarding concerning following according depending considering excluding barring pending corresponding ranging".split()
)
# Of who wanted or was asked to become something nobody knows whether it came to that.
UNDONE = frozenset(
    "had wanted tried planned asked urged hoped promised decided agreed sought needed was were told did".split()
)
IN_NOUN_PHRASE_ONLY = frozenset(("NN", "NNS", "NNP", "PRP$", "DT", "JJ", "CD", "POS"))
HEADS = ("NN", "NNS", "NNP", "CD")
LONGEST_SUBJECT = 8  # words before the verb of a clause that hangs on another
BEGINNING = frozenset("began begun started happened occurred came ended erupted unfolded arose".split())
ECHOED = frozenset("has have had does do did".split())
# Behind these a clause may stand, whose verb the sentence's own would be taken for.
TELLING = frozenset(
    "suggesting claiming saying alleging stating showing arguing reporting indicating warning insisting".split()
)
# Of these nobody says that something "was involving" it.
LASTING = frozenset(
    "involving containing belonging consisting including owning wanting knowing needing having costing weighing".split()
)
# They tell more of the noun before the comma: "a region, comprising four states".
OF_NOUN = frozenset("comprising containing consisting encompassing spanning totalling totaling".split())
# What somebody is held, tried or blamed for may be several deeds in a row, each in -ing.
CHARGED = frozenset(
    "guilty convicted accused suspected charged arrested detained held jailed sentenced fined tried prosecuted blamed criticised"
    " criticized condemned praised acquitted cleared imprisoned punished indicted".split()
)
SOON = frozenset("shortly soon just immediately right long even only moments".split())
MEASURES = frozenset("minute minutes hour hours day days week weeks month months year years decade decades".split())
AWAITED = frozenset(
    "expected likely due set poised scheduled supposed slated ready about certain sure unlikely".split()
)


def leading(tokens: Tokens) -> Iterator[Split]:
    """ "Although …, …": both clauses without the word that orders them."""
    opener = tokens[0].lower if tokens else ""
    if opener not in OPENERS or (
        opener == "as" and tokens[1].lower in ("a", "an", "of", "well", "long", "soon", "far", "many", "much")
    ):
        return
    for at in range(2, len(tokens) - 2):
        if tokens[at].tag == ",":
            left, right = trimmed(tokens[1:at]), trimmed(tokens[at + 1 :])
            one, two = main_verb(left), main_verb(right)
            if opener in ("after", "before", "as") and one is None and two and subject(right, two):
                return  # "After his release, he led …": no clause at all
            says = opener not in TIMING or (
                len(left) >= FEWEST_OF_TIME and one != len(left) - 1
            )  # "as its name suggests"
            if opener in TIMING and opener != "as" and _is_only_supposed(opener, left):
                return  # "When it opens, tolls will rise": neither holds without the other
            if one and two and says and subject(left, one) and subject(right, two):
                yield Split("lead " + opener, at, left, right)
                return


def hanging(tokens: Tokens) -> Iterator[Split]:
    """ "… before he was airlifted": the clause behind the joining word alone."""
    for at in range(3, len(tokens) - 2):
        if tokens[at].lower in HANGERS and not _is_measured(tokens, at):
            close = _closing(tokens, at)
            left = [*trimmed(tokens[:at]), *tokens[close + 1 :]]
            right = trimmed(tokens[at + 1 : close])
            verb = main_verb(right)
            before = trimmed(tokens[:at])
            named = YEAR.fullmatch(before[-1].word) and before[-2].lower == "of"
            if before[-1].lower in BEGINNING or (named and tokens[at].lower == "when"):
                continue  # "The row began when …" says nothing without it, nor "a repeat of 2001, *when* …" without its year
            if lent.tells_what_came(right) or (tokens[at].lower == "when" and lent.is_figure_then(before)):
                continue
            told = tokens[at].lower == "when" and tokens[at - 1].tag == ","  # "on May 3, when both parties are to vote"
            if not told and _is_only_supposed(tokens[at].lower, right):
                continue
            if verb and lent.goes_back(right, verb):
                continue
            if verb and verb <= LONGEST_SUBJECT and main_verb(left) is not None and _is_clause(right, verb):
                yield Split("below " + tokens[at].lower, at, left, lent.with_body(left, right))


def _is_only_supposed(opener: str, clause: Tokens) -> bool:
    """Whether the clause names what had not happened, or has to happen first: "until inspectors approve it", "before she could testify"."""
    verb = main_verb(clause)
    if opener == "if" or verb is None:
        return True
    if clause[0].word in MONTHS or clause[0].word in WEEKDAYS:
        return True  # "until January was the mayor": the month belongs to the joining word
    if opener == "as" and _only_echoes(clause, verb):
        return True
    unreal = clause[verb].tag == "MD" or clause[verb].lower in ("is", "are")
    if opener == "before":
        return unreal or clause[verb].tag in ("VBZ", "VBP")
    return (
        opener in ("until", "once", "when", "after")
        and clause[verb].tag in ("MD", "VBZ", "VBP")
        and clause[verb].lower not in ("has", "have")
    )


def _only_echoes(clause: Tokens, verb: int) -> bool:
    """Whether an auxiliary stands for what the main clause tells: "walked to work, as she *has* on every day"."""
    behind = clause[verb + 1] if verb + 1 < len(clause) else None
    named = next((t.lower for t in clause[verb + 1 :] if t.tag != "RB"), "")
    if clause[verb].lower in ("is", "was", "were", "are") and named in ("called", "known", "named"):
        return True  # "or Facepage, as the firm was then known"
    every = behind is not None and behind.lower in ("every", "each", "all")  # "rejected it, as it has every offer"
    return clause[verb].lower in ECHOED and (behind is None or every or behind.tag in ("IN", ",", ".", "TO"))


def _closing(tokens: Tokens, at: int) -> int:
    """The comma that ends a clause set off by two, where the sentence goes on with another verb: ", when it burned, | and was pulled down"."""
    listed = (i for i in range(at + 2, len(tokens) - 1) if tokens[i].tag == "," and tokens[i + 1].lower == "including")
    if (includes := next(listed, None)) is not None and tokens[includes - 1].tag not in ("NNS", "NNP"):
        return includes  # "have left since she became head*, including* 40 doctors"
    if tokens[at - 1].tag != ",":
        return len(tokens)
    for end in range(at + 2, len(tokens) - 3):
        if tokens[end].tag == "," and tokens[end + 1].tag in ("CCv", "CCc") and tokens[end + 2].tag in FINITE:
            inside = any(
                t.tag == "," for t in tokens[at:end]
            )  # "the maker, Ann Lind, and received": an apposition closes
            return len(tokens) if inside else end
    return len(tokens)


def _is_measured(tokens: Tokens, at: int) -> bool:
    """Whether a stretch of time stands before "after" and means nothing without it: "came two days after"."""
    return tokens[at].lower in ("after", "before", "since") and tokens[at - 1].lower in MEASURES | SOON


def _is_clause(tokens: Tokens, verb: int) -> bool:
    """Whether a subject stands at the front, and not a year or a list."""
    first = tokens[0]
    broken = any(t.tag == "," for t in tokens[:verb]) or is_joined_on(tokens, verb)
    return (
        first.tag in OPENS_NOUN_PHRASE and first.tag not in ("CD", "VBG") and not broken and bool(subject(tokens, verb))
    )


def gerunds(tokens: Tokens) -> Iterator[Split]:
    """ "… before moving to California", "Earning a doctorate, she …": the same subject did both."""
    verb = main_verb(tokens)
    owner = subject(tokens, verb) if verb is not None else []
    if verb is None or not owner or tokens[verb].tag != "VBD":
        return
    for at in range(verb + 1, len(tokens) - 2):
        if tokens[at].lower in ("before", "after", "while") and tokens[at + 1].tag == "VBG":
            if main_verb(tokens[at + 2 :]) is not None or _is_measured(tokens, at):
                continue  # a clause that goes on behind the gerund
            right = [*owner, in_the_past(tokens[at + 1], owner), *all_in_the_past(tokens[at + 2 :], owner)]
            yield Split("gerund " + tokens[at].lower, at, trimmed(tokens[:at]), right)
    begin = int(tokens[0].lower in ("after", "before", "while", "despite", "upon", "since"))
    lead = lead_end(tokens, verb)
    comma = lead - 1 if lead > begin + 1 and tokens[lead - 1].tag == "," else None
    if comma is not None and tokens[begin].tag == "VBG" and tokens[begin].lower not in PREPOSITIONS | SIGNS:
        left = [*owner, in_the_past(tokens[begin], owner), *all_in_the_past(tokens[begin + 1 : comma], owner)]
        yield Split("gerund lead", comma, left, trimmed(tokens[comma + 1 :]))
    if comma is not None and comma > 2 and tokens[0].tag == "VBN":
        left = [*owner, _was(owner), literal(tokens[0].lower, "VBN"), *tokens[1:comma]]
        yield Split("participle lead", comma, left, trimmed(tokens[comma + 1 :]))


def _was(owner: Tokens) -> Token:
    return literal("were" if is_plural(owner) else "was", "VBD")


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
        who = subject(tokens[near:at], nearest - near) if near else owner
        told = as_told(tokens, nearest, at + 1, who) if who else []
        if told and not doers.is_of_happening(tokens, nearest, at):
            yield Split("participle", at, trimmed(tokens[:at]), [*who, *told])


def _goes_on_listing(tokens: Tokens, verb: int, at: int) -> bool:
    """Whether the participle is one of several under "of" or "for": "guilty *of* rioting, belonging to a gang and …", "held *for* pickets, …"."""
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
    at = next((i for i in range(1, verb) if tokens[i].tag == "VBG" and tokens[i - 1].tag in HEADS), None)
    if at is None or at + 1 >= verb or tokens[at].lower in PREPOSITIONS | TELLING or not has_own_words(tokens, at):
        return
    owner, between = tokens[:at], tokens[at + 1 : verb]
    if any(t.tag in (",", ":", "IN", "TO", "Q") for t in owner) or any(t.tag in (",", ":", "Q") for t in between):
        return
    deed = literal(("were " if is_plural(owner) else "was ") + tokens[at].lower, "VBD")
    if tokens[at].lower in LASTING:
        deed = in_the_past(tokens[at], owner)
    yield Split("of subject", at, [*owner, *tokens[verb:]], [*owner, deed, *between])


def becoming(tokens: Tokens) -> Iterator[Split]:
    """What somebody became by a deed: "beat Lind to become the first woman in the post"."""
    verb = main_verb(tokens)
    owner = subject(tokens, verb) if verb is not None else []
    if verb is None or not owner or tokens[verb].tag != "VBD" or tokens[verb].lower in UNDONE:
        return
    for at in range(verb + 2, len(tokens) - 3):
        if tokens[at].lower == "to" and tokens[at + 1].lower == "become" and tokens[at - 1].tag in (*HEADS, ","):
            yield Split("become", at, trimmed(tokens[:at]), [*owner, literal("became", "VBD"), *tokens[at + 2 :]])
            return
