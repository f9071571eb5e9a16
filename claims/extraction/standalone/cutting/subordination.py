"""Cuts between a main clause and what hangs on it: "although …", "… before he was airlifted", "… before moving to Lima"."""

from collections.abc import Iterator

from claims.extraction.lexicon.calendar import MONTHS, WEEKDAYS
from claims.extraction.lexicon.participles import SIGNS
from claims.extraction.standalone.clauses import (
    OFFICES,
    YEAR,
    has_finite,
    is_joined_on,
    lead_end,
    main_verb,
    noun_phrase_before,
    subject,
)
from claims.extraction.standalone.cutting import lent
from claims.extraction.standalone.cutting.cuts import Split, Tokens, all_in_the_past, in_the_past, literal, trimmed
from claims.extraction.standalone.cutting.participles import HANGERS, PREPOSITIONS
from claims.extraction.standalone.frames.told import is_plural
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE, OPENS_NOUN_PHRASE, RELATIVES

OPENERS = frozenset("although though while whereas after before when as because".split())
TIMING = frozenset("after before when as".split())
FEWEST_OF_TIME = 5  # words of a clause that tells when: "the season began" only dates what follows
LONGEST_SUBJECT = 8  # words before the verb of a clause that hangs on another
BEGINNING = frozenset("began begun started happened occurred came ended erupted unfolded arose".split())
ECHOED = frozenset("has have had does do did".split())
STANDING = frozenset("existed exists stood stands".split())
ANY = frozenset("any anybody anyone anything".split())
LISTED = frozenset(("JJ", "NN", "NNS", "NNP"))
RANKS = frozenset("first second third fourth most least best worst only".split())
NO_RANKS = frozenset(
    "interest forest protest request arrest conquest harvest guest quest test rest west nest priest".split()
)
SOON = frozenset("shortly soon just immediately right long even only moments".split())
MEASURES = frozenset("minute minutes hour hours day days week weeks month months year years decade decades".split())


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
            if opener in ("after", "before", "as") and two and subject(right, two) and _is_noun(left, one):
                return  # "After his release, he led …": no clause at all
            says = opener not in TIMING or (
                len(left) >= FEWEST_OF_TIME and one != len(left) - 1
            )  # "as its name suggests"
            if opener in TIMING and opener != "as" and _is_only_supposed(opener, left):
                return  # "When it opens, tolls will rise": neither holds without the other
            if one and two and subject(left, one) and subject(right, two):
                if says:
                    yield Split("lead " + opener, at, left, right)
                return  # "As we have seen, …" is over at its comma


def _is_noun(clause: Tokens, verb: int | None) -> bool:
    """Whether a noun stands there whose verbs are all of its relative clause: "a week *in which* two died and ten left"."""
    first = next((i for i, t in enumerate(clause) if t.tag in FINITE), 0)
    relative = any(t.tag in RELATIVES for t in clause[:first])
    joined = relative and any(t.tag.startswith("CC") for t in clause[first:verb])
    return verb is None or (joined and all(t.tag != "," for t in clause[first:verb]))


def hanging(tokens: Tokens) -> Iterator[Split]:
    """ "… before he was airlifted": the clause behind the joining word alone."""
    for at in range(3, len(tokens) - 2):
        if tokens[at].lower in HANGERS and not _is_measured(tokens, at):
            close = _closing(tokens, at)
            left = [*trimmed(tokens[:at]), *tokens[close + 1 :]]
            right = trimmed(tokens[at + 1 : close])
            verb = main_verb(right)
            before = trimmed(tokens[:at])
            if _is_office(tokens, at) or _goes_on_as_list(right) or _says_too_little(tokens, at, before, right):
                continue
            if verb and lent.goes_back(right, verb):
                continue
            if verb and verb <= LONGEST_SUBJECT and main_verb(left) is not None and _is_clause(right, verb):
                yield Split("below " + tokens[at].lower, at, left, lent.with_body(left, right))


def _says_too_little(tokens: Tokens, at: int, before: Tokens, clause: Tokens) -> bool:
    """Whether one half says nothing without the other, or something that is not so yet."""
    opener = tokens[at].lower
    if opener == "since" and _ranks(before):
        return True
    if opener in ("before", "until") and clause[:1] and clause[0].lower in ANY:
        return True  # "before *anybody* said a word": nobody had
    if opener == "when" and YEAR.fullmatch(before[-1].word) and any(t.lower == "than" for t in before):
        return True  # "fewer than in 1971, *when* it had 11 million fewer people"
    named = YEAR.fullmatch(before[-1].word) and before[-2].lower == "of"
    if before[-1].lower in BEGINNING or (named and opener == "when"):
        return True  # "The row began when …" says nothing without it, nor "a repeat of 2001, *when* …" without its year
    if lent.tells_what_came(clause) or (opener == "when" and lent.is_figure_then(before)):
        return True
    main = main_verb(before) if opener in ("once", "until") else None
    if main is not None and before[main].tag == "MD":
        return True  # "would be safe once all walls were built"
    told = opener == "when" and tokens[at - 1].tag == ","  # "on May 3, when both parties are to vote"
    return not told and _is_only_supposed(opener, clause)


def _ranks(before: Tokens) -> bool:
    """Whether a noun of a rank stands there that holds only as far back: "*the steepest fall* since it opened"."""
    start = noun_phrase_before(before, len(before))
    ranked = (t.lower for t in before[start : start + 3])
    return any(word in RANKS or (word.endswith("est") and word not in NO_RANKS) for word in ranked)


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


def _is_office(tokens: Tokens, at: int) -> bool:
    """Whether "as" tells what somebody is: "before her *term as* chief inspector ended"."""
    return tokens[at].lower == "as" and tokens[at - 1].lower in OFFICES and tokens[at + 1].tag in ("NN", "NNP", "JJ")


def _goes_on_as_list(clause: Tokens) -> bool:
    """Whether nouns follow that stand beside what came before: "due to imports after the fleet *recovered, mild weather and* weak demand"."""
    verb = main_verb(clause)
    if verb is None or verb + 3 >= len(clause) or clause[verb + 1].tag != "," or clause[verb + 2].tag not in LISTED:
        return False
    return not has_finite(clause[verb + 2 :]) and any(t.tag.startswith("CC") for t in clause[verb + 2 :])


def _only_echoes(clause: Tokens, verb: int) -> bool:
    """Whether an auxiliary stands for what the main clause tells: "walked to work, as she *has* on every day"."""
    behind = clause[verb + 1] if verb + 1 < len(clause) else None
    named = next((t.lower for t in clause[verb + 1 :] if t.tag != "RB"), "")
    if clause[0].tag == "PRP" and clause[verb].lower in STANDING:
        return True  # "keeps its shape *as it stood* in 1947"
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
