"""Whether words beside a noun tell no more of it, by any of the rules that know a case; each rule's own words say which."""

from collections.abc import Callable
from dataclasses import dataclass

from claims.extraction.standalone.cutting import no_apposition as no
from claims.extraction.standalone.cutting.cuts import Tokens, is_date
from claims.extraction.standalone.cutting.described import is_origin
from claims.extraction.standalone.tags import NOUNS

SPANS = frozenset(
    "day week weekend month year decade night morning hours minutes seconds days weeks months years decades".split()
)  # of which nothing more is told
PARTS = frozenset(("cent", "percent", "%"))  # "31 per cent, four points below it": the figure is
SELDOM_SEEN = frozenset("beneath underneath amid amidst alongside atop astride".split())  # prepositions read as nouns


@dataclass(frozen=True, slots=True)
class Beside:
    """A noun phrase and the words behind its comma: the sentence, where each begins and ends, and their words."""

    tokens: Tokens
    begin: int
    at: int  # the comma
    close: int  # behind the words beside it
    head: Tokens
    body: Tokens


def _names_nothing(b: Beside) -> bool:
    """Whether the head is a day, a span or a part, or a bare noun within its sentence: "await *trial*, one of …"."""
    if not any(t.tag in NOUNS for t in b.head) or is_date(b.head):
        return True
    noun = b.head[-1]
    bare = b.begin > 0 and len(b.head) == 1 and noun.tag == "NN" and noun.word.islower()
    return bare or noun.lower in SPANS or noun.lower in PARTS


def _says_where(b: Beside) -> bool:
    """Whether the words only say where or how it is: "in the west, *beneath a poster*"."""
    opens = b.tokens[b.at + 1]
    return (opens.tag == "IN" or opens.lower in SELDOM_SEEN) and not is_origin(b.body)


RULES: tuple[Callable[[Beside], bool], ...] = (
    _names_nothing,
    _says_where,
    lambda b: no.closes_participle(b.tokens, b.begin, b.body),
    lambda b: no.opens_with_deed(b.body),
    lambda b: no.is_no_noun(b.head, b.body),
    lambda b: no.is_place_before(b.head, b.tokens[b.at + 1]),
    lambda b: no.is_of_noun_before(b.tokens, b.begin, b.body),
    lambda b: no.is_change(b.body),
    lambda b: no.stands_before_people(b.head, b.body),
    lambda b: no.is_place_within(b.head, b.body),
    lambda b: no.leads_in(b.tokens, b.at, b.close),
    lambda b: no.is_subject_of_led(b.tokens, b.at),
    lambda b: no.lists_things(b.head, b.body),
    lambda b: no.closes_clause(b.tokens, b.at),
    lambda b: no.closes_insertion(b.tokens, b.begin, b.close),
    lambda b: no.are_two_names(b.head, b.body),
    lambda b: no.is_land_of_person(b.head, b.body),
    lambda b: no.is_deed(b.tokens, b.begin, b.at),
    lambda b: no.is_of_change(b.tokens, b.begin, b.body),
    lambda b: no.is_of_list(b.tokens, b.begin, b.at, b.body),
    lambda b: no.repeats_no_noun(b.head, b.body),
    lambda b: no.counts_in_place(b.head, b.body),
    lambda b: no.is_given(b.tokens, b.at),
    lambda b: no.tells_of_another(b.tokens, b.begin, b.body, b.tokens[b.close + 1 :]),
)


def describes_nothing(beside: Beside) -> bool:
    """Whether a rule knows that the words tell no more of the noun."""
    return any(rule(beside) for rule in RULES)
