"""The rough shape of a sentence told from parts of speech: its main verb, its subject, what leads it in."""

import re
from collections.abc import Sequence

from claims.extraction.lexicon import nations
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE, IN_NOUN_PHRASE, NOMINAL, OPENS_NOUN_PHRASE, RELATIVES

OF_CLAUSES = FINITE | RELATIVES | {"IN", ","}  # what may open, close or rule a clause
# Words tagged as prepositions that may open a clause with a verb of its own.
SUBORDINATORS = frozenset(
    "because although though while whereas after before if since as until unless that whether once".split()
)
TIMES = frozenset(
    "this last early late yesterday today tonight morning afternoon evening night week month year recently now currently"
    " monday tuesday wednesday thursday friday saturday sunday".split()
)
STRETCHES = frozenset("start beginning end middle day week month year night morning turn time".split())
ABOUT = frozenset("over nearly about around almost under up at more fewer less".split())  # before a figure
OPENS_SUBJECT = frozenset(("DT", "PRP", "PRP$", "NN", "NNS", "NNP", "CD", "EX", "JJ"))
YEARLY = frozenset("in since by until".split())
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
OFFICES = frozenset(
    "role job post position work career reputation status tenure term time place name life".split()
)  # "his role as the head"
NEAR_VERB = 7  # words behind "as" in which its verb stands
# Pronouns that the tagger reads as nouns: behind a phrase that no comma closes a subject begins with one.
SOMEBODY = frozenset(
    "nobody nothing everybody everyone everything somebody someone something anybody anyone anything neither none".split()
)
DEGREES = frozenset("more most less least very highly".split())  # before an adjective
NAMED_AS = frozenset("known described identified regarded labelled labeled referred seen".split())
PREPOSITIONS_IN_ING = frozenset("following including involving regarding concerning".split())


def opens_noun_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun phrase may begin at *at*: also with "over" or "at least" before a figure."""
    about = tokens[at].lower in ABOUT and any(t.tag == "CD" for t in tokens[at + 1 : at + 3])
    return about or tokens[at].tag in OPENS_NOUN_PHRASE


def has_finite(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb is among the tokens."""
    return any(token.tag in FINITE for token in tokens)


def _subordinates(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word of SUBORDINATORS may open a clause there: not in "as a result" or "after the crash in"."""
    token = tokens[at]
    after = tokens[at + 1 : at + 3]
    if token.lower == "as" and any(t.lower in NAMED_AS for t in tokens[max(0, at - 4) : at]):
        return False  # "gunmen *known* in Velm *as* bandits killed 52"
    if token.lower in ("if", "unless", "once") and after and after[0].tag == "VBN" and after[-1].tag not in NOMINAL:
        return False  # "even if forgiven": without a verb of its own
    if after and (after[0].lower == "then" or (after[0].lower == "that" and after[-1].tag in ("PRP", "DT"))):
        return False  # "since then it has", "after that it fell"
    if token.lower in ("since", "until") and after and _is_time(after):
        return False  # "since 2007", "until the end of": a time without a verb of its own
    if token.lower == "as" and [t.lower for t in after[:1]] == ["the"]:
        return _hangs_below(tokens, at)
    return not (token.lower == "as" and [t.lower for t in after[:1]] in (["a"], ["an"], ["of"], ["well"]))


def _is_time(words: Sequence[Token]) -> bool:
    """Whether a year or "the week" stands at the front of these two words."""
    return YEAR.fullmatch(words[0].word) is not None or (words[0].lower == "the" and words[-1].lower in STRETCHES)


def _hangs_below(tokens: Sequence[Token], at: int) -> bool:
    """Whether "as the" opens a clause with a verb of its own: "was hit by lower sales *as the sector shrank*", but not "known as the Crow was"."""
    before = tokens[at - 1] if at else None
    if before is None or before.tag not in ("NN", "NNS", ",") or before.lower in OFFICES:
        return False
    behind = list(tokens[at + 2 : at + NEAR_VERB])
    verb = next((i for i, t in enumerate(behind) if t.tag in FINITE), None)
    return verb is not None and all(t.tag in IN_NOUN_PHRASE for t in behind[:verb])


def main_verb(tokens: Sequence[Token], start: int = 0) -> int | None:
    """Where the first finite verb stands that no subordinate clause has taken for itself."""
    waiting: list[int] = []
    for at in range(start, len(tokens)):
        tag = tokens[at].tag
        if tag not in OF_CLAUSES:
            continue  # as most words: sentences are asked for their verb again and again
        if tag in RELATIVES or (tag == "IN" and tokens[at].lower in SUBORDINATORS and _subordinates(tokens, at)):
            waiting.append(at)
        elif tag == "," and waiting and not has_finite(tokens[waiting[-1] : at]):
            waiting.pop()  # "After the crash, …": a preposition after all
        elif tag in FINITE:
            if not waiting:
                return at
            behind = next((t for t in tokens[at + 1 : at + 4] if t.tag != "RB"), None)
            if behind is not None and behind.tag == "VBD":
                continue  # "who had already *cancelled* it": both are of one clause
            waiting.pop()
    return None


def lead_end(tokens: Sequence[Token], verb: int) -> int:
    """Where the subject begins: behind a leading adverbial and its comma ("On Friday, ")."""
    later = _after_time(tokens, verb)
    return later + _lead_end(tokens[later:], verb - later)


def _lead_end(tokens: Sequence[Token], verb: int) -> int:
    start = len(("In", "1982")) if _opens_with_year(tokens, verb) else 0
    while start < min(verb, 4) and tokens[start].lower in TIMES and tokens[start + 1].tag != "POS":
        start += 1  # but "*Today's vote* is a win"
    if start and tokens[start - 1].lower not in ("this", "last") and start < verb:
        return start + (tokens[start].tag == ",")
    opens = next((t for t in tokens if t.tag != "Q"), None)
    if opens is None or opens.tag in OPENS_SUBJECT:
        return 0
    for at in range(min(verb, len(tokens)) - 1, 0, -1):
        if tokens[at].tag == "," and at + 1 < verb and opens_noun_phrase(tokens, at + 1):
            before = tokens[:at]
            if not any(t.tag == "," for t in before) or tokens[0].tag in ("IN", "RB", "VBG", "VBN", "TO", "WRB"):
                first = _behind_places(tokens, _first_comma(tokens, at), at)
                return first + 1 if opens_noun_phrase(tokens, first + 1) else at + 1
    return next((i for i in range(verb - 1) if not _leads_in(tokens, i)), max(0, verb - 1))


def _leads_in(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word before the subject is no part of it: an adverb or a joining word, but not the "about" of "About 200 fans"."""
    figure = tokens[at].lower in ABOUT and tokens[at + 1].tag == "CD"
    figure = figure or (tokens[at].lower == "at" and tokens[at + 1].lower in ("least", "most"))
    return tokens[at].tag in ("RB", "CCc", "CCv", "CCo", ",") and not figure


def _after_time(tokens: Sequence[Token], verb: int) -> int:
    """Where a sentence goes on behind "A decade later," or "Two days earlier"; 0 where it opens otherwise."""
    if not tokens or tokens[0].tag not in ("DT", "CD", "JJ", "NNS"):
        return 0  # "Hours later" has no figure
    first = 1 if tokens[0].tag == "NNS" else 2
    at = next(
        (
            i
            for i in range(first, min(verb, first + 3 if first > 1 else 2))
            if tokens[i].lower in ("later", "earlier", "ago", "afterwards")
        ),
        0,
    )
    return at + 1 + (tokens[at + 1].tag == ",") if at and at + 1 < verb else 0


def _first_comma(tokens: Sequence[Token], last: int) -> int:
    """The first comma up to *last* that stands in no brackets: "On Saturday (2024 GMT, Friday), …"."""
    open_ = 0
    for at in range(last):
        open_ += (tokens[at].word == "(") - (tokens[at].word == ")")
        if tokens[at].tag == "," and open_ == 0:
            return at
    return last


def _opens_with_year(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a year stands before the subject without a comma: "In 1982 Lind ran"."""
    year = verb > 2 and tokens[0].lower in YEARLY and YEAR.fullmatch(tokens[1].word) is not None
    return year and opens_noun_phrase(tokens, 2)


def _behind_places(tokens: Sequence[Token], comma: int, last: int) -> int:
    """The comma behind a place within a place: "In Reading, Berkshire, UK, a man …"."""
    while comma < last:
        end = comma + 1
        if tokens[comma - 1].tag == tokens[end].tag == "CD":
            end += 1  # "December 11, 1935, …"
        while end < last and tokens[end].tag == "NNP":
            end += 1
        if end == comma + 1 or tokens[end].tag not in (",", "RB", "IN"):
            return comma
        behind = next((i for i in range(end, last + 1) if tokens[i].tag == ","), None)
        if behind is None:
            return comma
        comma = behind
    return comma


def subject(tokens: Sequence[Token], verb: int) -> list[Token]:
    """The bare subject of the clause whose main verb stands at *verb*, without apposition, relative clause or adverb."""
    found: list[Token] = []
    quoted = False
    before = tokens[lead_end(tokens, verb) : verb]
    listed = _names_joined(before)
    if listed:
        return listed
    for token in before:
        quoted ^= token.tag == "Q" or token.word in '"“”'
        if found and not quoted and (token.tag in (",", ":") or token.tag in ("WDT", "WP") or token.word == "("):
            break
        found.append(token)
    while found and found[-1].tag in ("RB", ",", "IN") and not _does_so(found):
        found.pop()
    if found and found[0].lower in ("a", "an") and len(found) < verb - 2:
        found = _name_before(tokens, verb) or found
    if found and found[-1].tag == "POS":
        return []  # "the country's (UK) party": whose it is was read, and not what
    return found if any(t.tag in NOMINAL or t.tag in ("DT", "VBG") for t in found) else []


def _does_so(found: Sequence[Token]) -> bool:
    """Whether "so" stands for what is done: "a bill *to do so* has failed"."""
    return len(found) > 2 and found[-1].lower == "so" and found[-2].lower in ("do", "doing", "did", "done")


def _names_joined(before: Sequence[Token]) -> list[Token]:
    """A list of nothing but names before its verb: "Ann Lind, Tom Berg and Eva Holt were"."""
    if not any(t.tag == "," for t in before):
        return []
    end = next((i for i in range(len(before), 0, -1) if before[i - 1].tag != "RB"), 0)
    names = list(before[:end])
    joints = [i for i, t in enumerate(names) if t.tag.startswith("CC")]
    if len(joints) != 1 or not 0 < joints[0] < len(names) - 1 or any(t.tag not in ("NNP", ",", "CCo") for t in names):
        return []
    commas = [i for i, t in enumerate(names) if t.tag == ","]
    return names if commas and max(commas) <= joints[0] and names[0].tag == "NNP" else []


def _name_before(tokens: Sequence[Token], verb: int) -> list[Token]:
    """The name right before the verb that a description leads in: "A native of Velm, Peru, Ann Lind went …"."""
    start = verb
    while start and tokens[start - 1].tag == "NNP":
        start -= 1
    name = list(tokens[start:verb])
    place = " ".join(t.word for t in name) in nations.LANDS
    closed = len(name) > 1 or _closes_place(tokens, start)
    return name if name and closed and tokens[start - 1].tag == "," and not place else []


def _closes_place(tokens: Sequence[Token], start: int) -> bool:
    """Whether the commas before *start* only close a place within a place: "a native of Velm, Peru, | Lind went"."""
    commas = [i for i in range(start) if tokens[i].tag == ","]
    return len(commas) == len(("Velm,", "Peru,")) and all(t.tag == "NNP" for t in tokens[commas[0] + 1 : commas[1]])


def is_joined_on(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a joining word stands right before the verb, which then is another's: "Tennessee, and also is to …"."""
    at = verb - 1
    while at > 0 and tokens[at].tag == "RB":
        at -= 1
    phrase_start = next((i for i in range(at, max(-1, at - 3), -1) if tokens[i].tag == "IN"), None)
    if phrase_start and tokens[phrase_start - 1].tag.startswith("CC"):
        return True  # "interest, and in total was"
    return at >= 0 and tokens[at].tag.startswith("CC")


def noun_phrase_before(tokens: Sequence[Token], end: int, joins: Sequence[str] = ("of",)) -> int:
    """Where the noun phrase begins that ends at *end*; the *joins* and what stands before them belong to the phrase."""
    at = end
    while at > 0:
        token = tokens[at - 1]
        inside = token.tag in IN_NOUN_PHRASE or (token.word in '"“”' and at < end)
        inside = inside or (token.tag == ":" and at < end and token.end == tokens[at].start)  # "Saffir–Simpson"
        inside = inside or (token.word == "&" and at < end)  # "Lind & Sons"
        inside = inside or (
            token.lower in DEGREES and at < end and tokens[at].tag == "JJ"
        )  # "their *more* optimistic sums"
        linked = token.lower in joins and at < end and at > 1 and tokens[at - 2].tag in IN_NOUN_PHRASE
        leads = token.lower in PREPOSITIONS_IN_ING and at < end and at > 1 and tokens[at - 2].tag in IN_NOUN_PHRASE
        if not (inside or linked) or (leads and tokens[at - 2].tag in ("NN", "NNS", "NNP")):
            break  # "taken into custody *following* the attack, which …"
        at -= 1
    while at < end and tokens[at].tag in ("VBN", "VBG", "POS", ","):
        at += 1
    return at
