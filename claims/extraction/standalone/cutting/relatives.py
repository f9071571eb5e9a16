"""Cuts between a noun and the clause that tells more of it: "who …", "which …", "whose …", "where …"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from claims.extraction.lexicon import nations, people
from claims.extraction.lexicon.clauses import BE
from claims.extraction.standalone.clauses import has_finite, main_verb, noun_phrase_before, subject
from claims.extraction.standalone.cutting.cuts import Split, Tokens, inside_quotes, is_date, literal, trimmed
from claims.extraction.standalone.cutting.no_relative import is_denied, tells_no_more
from claims.extraction.standalone.cutting.relative_ends import clause_end, with_hidden_verb
from claims.extraction.standalone.cutting.relative_heads import (
    Heads,
    behind_person,
    hangs_on_noun,
    person_of,
    without_time,
)
from claims.extraction.standalone.cutting.relative_objects import FEWEST_OF_CLAUSE
from claims.extraction.standalone.frames.told import agrees
from claims.extraction.standalone.tags import FINITE, NOUNS
from claims.extraction.standalone.whole_names import whole_name_at

PERSON_JOINS = (
    "of",
    "from",
    "at",
    "for",
    "in",
    "on",
    "aboard",
)  # "Rai Benjamin from the United States, who …" is about Benjamin
SIDES = frozenset("north south east west".split())  # "300 kilometres to the north, where …" is told of a town
WORKERS = frozenset(
    "pilots workers drivers teachers nurses doctors passengers residents voters patients students pupils parents players fans firefighters guards".split()
)
STANDING = frozenset("sat stood lay hung lived came".split())  # verbs that stand before their subject behind a place
AT_PLACES = frozenset(("in", "at", "on", "aboard", "inside", "outside", "near", "behind", "beside"))
ROADS = frozenset("highway road street avenue interstate route motorway expressway boulevard island farm ranch".split())
TITLED = frozenset("mr mrs ms dr sir prof".split())  # "the use of the act against *Mr Lind*, which permits it"
AT_TIMES = frozenset(("at", "by", "after", "during", "in"))
POINTS = frozenset(("point", "time", "stage", "period", "moment"))


def relatives(tokens: Tokens) -> Iterator[Split]:
    """A noun with a clause that tells more of it."""
    inside = inside_quotes(tokens)
    for at in range(2, len(tokens) - 2):
        word = tokens[at].lower
        set_off = tokens[at - 1].tag in (",", ":") and not tells_no_more(tokens, at)
        if not set_off or word not in ("who", "which", "whose", "where", "whom"):
            continue
        behind = behind_person(tokens, at) if word in ("who", "whose") else at - 1
        head_at = noun_phrase_before(tokens, behind, PERSON_JOINS if word == "who" else ("of",))
        head_at = whole_name_at(tokens, head_at, behind)
        head = _name_before(tokens, head_at) or _name_behind_verb(tokens, head_at, behind)
        head = head or without_brackets(_without_others(tokens[head_at:behind]))
        end = clause_end(tokens, at)
        body = tokens[at + 1 : end]
        tokens = with_hidden_verb(tokens, at, end)
        if (
            not head
            or (word == "who" and _is_nobody(head, body))
            or not _is_one_clause(body)
            or (word == "who" and _is_last_of_list(tokens, head_at, head, body))
            or inside[at] != inside[head_at]
            or is_date(head)
        ):
            continue
        head = _told_of(tokens[:at], head_at, behind, head, body, word=word)
        rest = tokens[end:]
        closed = rest and rest[0].tag in (",", ":") and behind == at - 1
        kept = closed and _keeps_comma(tokens, at, head_at, head)
        left = _with_verb(trimmed([*tokens[: at - 1], *(rest[1:] if closed and not kept else rest)]))
        if has_finite(tokens[end:]) and not has_finite(body):
            continue  # the verb of the clause was not seen: "Outside the hall, where his portrait hangs, Lind was feeding birds"
        if word == "where" and (_holds_subject(tokens, at, rest) or (head and head[-1].lower in SIDES)):
            continue
        right = _relative_as_clause(word, head, body, _where(tokens, head_at)) if head else None
        if right and (has_finite(left) or not has_finite(tokens[end:])):
            yield Split("relative " + word, at, left, right)


def _holds_subject(tokens: Tokens, at: int, rest: Tokens) -> bool:
    """Whether the clause behind a leading place took in the subject of the sentence: "In Velm, where Lind stood, *a clerk, Ann Bo,* won"."""
    first = next((t for t in tokens if not t.tag.startswith("CC")), tokens[0])  # "And in Velm, where …"
    leads = first.tag == "IN" and not has_finite(tokens[:at])
    verb = next((t for t in rest[1:] if t.tag != "RB"), None) if rest and rest[0].tag == "," else None
    turned = verb is not None and verb.lower in STANDING | BE  # "In Velm, where he died, stood a mill"
    return leads and verb is not None and verb.tag in FINITE and not turned


def _with_verb(tokens: Tokens) -> Tokens:
    """With a past form for the participle that the clause parted from its subject: "Velm, who are sixth, *borrowed* it"."""
    deed = next((i for i, t in enumerate(tokens) if i and t.tag == "VBN" and tokens[i - 1].tag in NOUNS), None)
    if deed is None or has_finite(tokens) or tokens[0].tag in ("IN", "TO", "VBG"):
        return tokens
    return [*tokens[:deed], replace(tokens[deed], tag="VBD"), *tokens[deed + 1 :]]


def _told_of(before: Tokens, head_at: int, end: int, head: Tokens, body: Tokens, *, word: str) -> Tokens:
    """The noun among the words before it that the clause tells more of; none where that is not clear."""
    if word == "whose" and head and head[-1] is before[end - 1]:
        return Heads(before, end, body).owner(end - len(head))
    if word == "who":
        person = person_of(head, PERSON_JOINS)
        return [] if _is_of_several(before[:end], person, body) else person
    if word != "which":
        return head
    head = without_time(head)
    roles = any(t.lower in people.ROLES or (t.lower.rstrip(".") in TITLED and t.word[0].isupper()) for t in head)
    if roles or is_denied(before) or hangs_on_noun(before, head_at, head, body):
        return []
    found = Heads(before, end, body).fitting(head_at) or [] if head[-1] is before[end - 1] else head
    noun = next((i for i, t in enumerate(found) if i and t.tag in ("IN", "TO", ",")), len(found)) - 1
    return [] if found and found[noun].lower in WORKERS else found  # "a ballot of *pilots*, which": nobody is "which"


def _is_of_several(before: Tokens, person: Tokens, body: Tokens) -> bool:
    """Whether "who" goes back to a list of which the name is the last: "signed by Ann Lind and *Bo Ruiz*, who *serve* as chairs"."""
    verb = next((t for t in body if t.tag in FINITE), None)
    last = len(before) - len(person)
    among = last > 1 and any(a.lower == "among" and b.lower == "them" for a, b in pairwise(before))
    joined = last > 0 and (before[last - 1].lower == "and" or among) and before[-len(person) :] == person
    return joined and verb is not None and not agrees(person, verb)


def _name_before(tokens: Tokens, head_at: int) -> Tokens:
    """Whoever a description stands beside that has the clause behind it: "Ann Lind, leader of the party, whose firm …"."""
    if head_at == len(("Statewide", ",")) and tokens[0].lower.endswith("wide"):
        return []  # "*Nationwide*, the rate – which"
    described = head_at > 1 and tokens[head_at - 1].tag == "," and tokens[head_at].tag in ("DT", "CD", "JJ", "NN")
    if not described or tokens[head_at - 2].tag != "NNP":
        return []
    start = noun_phrase_before(tokens, head_at - 1)
    whole = whole_name_at(tokens, start, head_at - 1)
    if tokens[head_at].tag == "CD" and whole < start:
        return without_brackets(
            tokens[whole : head_at - 1]
        )  # "the Places of Rest (Special Provisions) Act, *1991*, which"
    name = tokens[start : head_at - 1]
    alone = start == 0 or (
        tokens[start - 1].tag not in ("IN", "TO", ",") and not tokens[start - 1].tag.startswith("CC")
    )
    return name if alone and all(t.tag == "NNP" for t in name) else []


def _name_behind_verb(tokens: Tokens, start: int, end: int) -> Tokens:
    """The name alone, where a verb stands before its subject: "In the gallery sat Ann Lind, whose husband died"."""
    name = end
    while name > start and tokens[name - 1].tag == "NNP":
        name -= 1
    verb = name - 1
    stands = start < verb and name < end and tokens[verb].lower in STANDING and tokens[0].tag in ("IN", "RB")
    return tokens[name:end] if stands else []


def _is_one_clause(body: Tokens) -> bool:
    """Whether the words may be one clause: of "the shop, where it happened is far away" nobody knows where it ends."""
    return len(body) > 1 and not any(a.tag == "VBD" and b.tag in ("VBZ", "VBD") for a, b in pairwise(body))


def _where(tokens: Tokens, head_at: int) -> str:
    """The preposition that stands before a place, where it tells where something is: "off Highway 1" does not."""
    before = tokens[head_at - 1].lower if head_at else ""
    if before in AT_PLACES:
        return before
    road = any(t.lower in ROADS for t in tokens[head_at : head_at + 4])
    return "on" if road else "in"


def _relative_as_clause(word: str, head: Tokens, body: Tokens, place: str = "in") -> Tokens | None:
    if word in ("who", "which"):
        first = next((i for i, t in enumerate(body) if t.tag != "RB"), 0)
        return [*head, *body] if body[first].tag in FINITE else None
    if word == "whose" and len(body) > 2 and body[0].tag in NOUNS and body[1].tag == "PRP":
        return None  # "whose party she never joined": the noun is what was done to
    if word == "whose" and has_finite(body):
        if head[-1].tag == "NNS" and head[-1].lower.endswith("s"):
            return [*head[:-1], literal(head[-1].word + "'", "NNS"), *body]
        return [*head, literal("'s", "POS"), *body]
    if word == "where" and has_finite(body):
        if len(head) == 1 and head[0].tag == "NN":
            return None  # "to sea", "at home": no place of which more can be told
        return [*body, literal(place), *head]
    return None


def _is_example(tokens: Tokens, head_at: int) -> bool:
    """Whether a name stands as an example between commas: "some, *like* Lind"."""
    return head_at > 1 and tokens[head_at - 1].lower in ("like", "including") and tokens[head_at - 2].tag == ","


def _without_others(head: Tokens) -> Tokens:
    """The name alone behind "replaced, among *others* Ann Lind, who"."""
    return head[1:] if len(head) > 1 and head[0].lower == "others" else head


def without_brackets(head: Tokens) -> Tokens:
    """A name without what stands in brackets within: "the Quiet Streets *(Night Trade)* Act"."""
    opened = next((i for i, t in enumerate(head) if t.word == "("), len(head))
    closed = next((i for i, t in enumerate(head) if t.word == ")"), 0)
    return [*head[:opened], *head[closed + 1 :]] if 0 < opened < closed < len(head) - 1 else head


def _keeps_comma(tokens: Tokens, at: int, head_at: int, head: Tokens) -> bool:
    """Whether the comma behind the clause closes more: "some, like Lind, who is 40, have", "unlike Lind, who is 40, they have"."""
    rest = tokens[clause_end(tokens, at) :]
    return _is_example(tokens, head_at) or _leads(tokens, at, rest) or _stands_beside(tokens, head_at, head)


def _stands_beside(tokens: Tokens, head_at: int, head: Tokens) -> bool:
    """Whether a name stands between commas behind what the person is: "*the skipper, Bo Lind*, who drowned, was"."""
    if head_at < len(("the", "skipper", ",")) or tokens[head_at - 1].tag != "," or tokens[head_at - 2].tag != "NN":
        return False
    start = noun_phrase_before(tokens, head_at - 1, ())
    alone = start == 0 or tokens[start - 1].tag not in ("IN", "TO", ",")
    return bool(head) and head[0].tag == head[-1].tag == "NNP" and alone


def _leads(tokens: Tokens, at: int, rest: Tokens) -> bool:
    """Whether the noun ends a phrase that leads the sentence in: "Unlike the old bridge, which …, the new one is free"."""
    return tokens[0].tag == "IN" and not has_finite(tokens[:at]) and rest[1:2] != [] and rest[1].tag not in FINITE


def _is_nobody(head: Tokens, body: Tokens) -> bool:
    """Whether "who" cannot go back to the words before it: a land, or one thing where several are told of."""
    if (head[-1].tag == "CD" or head[-1].word[0].isdigit()) and any(t.tag == "NNP" for t in head):
        return True  # "and Peru 1,100, who fly drones": of whom nothing is told but how many they are
    place = " ".join(t.word for t in head)
    if place in nations.LANDS or head[-1].lower in SIDES:
        return True  # "90 people, most of them from Peru, who had waded across"
    verb = next((t for t in body if t.tag in FINITE), None)
    thing = head[-1].tag == "NN" and head[-1].word.islower() and head[0].lower in ("the", "a", "an")
    return thing and verb is not None and not agrees(head, verb)  # "babies too young for the vaccine, who are …"


def _is_last_of_list(tokens: Tokens, head_at: int, head: Tokens, body: Tokens) -> bool:
    """Whether one name stands behind others of whom the clause tells as well: "Orr, Lind and *Berg, who were* shouting"."""
    verb = next((t for t in body if t.tag in FINITE), None)
    at = next((i for i, t in enumerate(tokens) if t is head[0]), head_at)
    return at > 0 and tokens[at - 1].tag.startswith("CC") and verb is not None and not agrees(head, verb)


def bare(tokens: Tokens) -> Iterator[Split]:
    """A clause without a comma at the end of a sentence that tells more of a name: "at odds with Lind who leads it"."""
    inside = inside_quotes(tokens)
    for at in range(3, len(tokens) - FEWEST_OF_CLAUSE):
        word = tokens[at].lower
        if (
            word not in ("who", "which")
            or tokens[at].tag not in ("WP", "WDT")
            or tokens[at - 1].tag in (",", ":")
            or tokens[at - 1].word == ")"
        ):
            continue
        head_at = whole_name_at(tokens, noun_phrase_before(tokens, at), at)
        head, body = tokens[head_at:at], tokens[at + 1 :]
        verb = next((t for t in body if t.tag != "RB"), None)
        if not _is_one_name(tokens, head_at, at) or verb is None or verb.tag not in FINITE or not agrees(head, verb):
            continue
        if inside[at] == inside[head_at] and main_verb(tokens[:at]) is not None and not is_denied(tokens[:at]):
            yield Split("bare " + word, at, trimmed(tokens[:at]), [*head, *body])


def _is_one_name(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a single name stands there, for "who" somebody's: not the place where he is from, nor the last of a list."""
    head = tokens[start:end]
    if not head or any(t.tag not in ("NNP", "CD") for t in head) or tokens[start - 1].tag.startswith("CC"):
        return False
    if tokens[end].lower != "who":
        return tokens[start - 1].tag != "IN"  # "a lawsuit by Peru which failed" is the lawsuit
    return " ".join(t.word for t in head) not in nations.STATES and tokens[start - 1].lower not in ("from", "in")


def times(tokens: Tokens) -> Iterator[Split]:
    """What came then: "was stable until 2015, at which point it fell"."""
    for at in range(3, len(tokens) - 4):
        if tokens[at].lower != "which" or tokens[at - 1].lower not in AT_TIMES or tokens[at + 1].lower not in POINTS:
            continue
        if tokens[at - 2].tag == "," and main_verb(tokens[: at - 2]) is not None and not inside_quotes(tokens)[at]:
            body = trimmed(tokens[at + 2 :])
            verb = main_verb(body)
            if verb and subject(body, verb):
                yield Split("which time", at, trimmed(tokens[: at - 2]), body)
        return
