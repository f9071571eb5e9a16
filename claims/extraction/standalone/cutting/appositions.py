"""Cuts that make a clause of what stands beside a noun: "Hagan, the first woman in the post, …", "Adamowicz, 53, …"."""

from collections.abc import Iterator

from claims.extraction.lexicon import heads, people
from claims.extraction.standalone.clauses import YEAR, has_finite, noun_phrase_before
from claims.extraction.standalone.cutting.cuts import Split, Tokens, literal, trimmed
from claims.extraction.standalone.cutting.described import is_description, is_origin, is_participle, names_the_noun
from claims.extraction.standalone.cutting.no_description import Beside, describes_nothing
from claims.extraction.standalone.tags import FINITE
from claims.extraction.standalone.whole_names import whole_name_at

OPENS = frozenset(("IN", "DT", "NN", "NNP", "JJ", "PRP$", "CD", "RB", "NNS", "VBN"))
RESUMES = FINITE | {"RB", "IN", "WP", "WDT", "CCv", "CCc"}  # how a sentence goes on behind an apposition
STOPS = (",", ":", ".")
PLACES = frozenset(
    "city town village hamlet settlement state country province region district island capital suburb port nation territory county area planet star moon galaxy".split()
)
LASTING = PLACES | {"disease", "virus"}  # of these a description still holds
# Of these it does too, unless their sentence tells how they ended.
STANDING = frozenset(
    "tower building block hospital school bridge church mosque museum hotel theatre theater stadium airport station hall castle mill mine dam"
    " library university college prison road street river mountain lake park valley hamlet settlement website broadcaster".split()
)
ENDING = frozenset(
    "burned burnt collapsed destroyed demolished closed shut razed gutted fell sank dissolved folded bankrupt shuttered ceased sold flattened levelled leveled".split()
)
FIRMS = frozenset(
    "company firm organisation organization agency group charity party newspaper monthly weekly daily magazine journal outlet broadcaster"
    " publisher".split()
)
INSTITUTES = FIRMS | frozenset(
    "laboratory university institute museum college hospital school network channel station bank retailer chain maker manufacturer producer"
    " supplier developer airline union federation alliance operator lender insurer".split()
)
# What such a body has, and is none: "the board of Halden, the bus maker".
PARTS_OF = frozenset(
    "council board head chief director chairman chair chairwoman president leader owner founder management staff members shareholders shares"
    " executive boss spokesman spokeswoman representative branch headquarters".split()
)
# Where somebody or something is at a thing of which more is told.
SIDES_OF = frozenset(
    "roof roofs front back rear side edge edges top bottom floor walls wall door doors gate gates steps corner"
    " outskirts middle heart centre center entrance ruins foot banks bank shore shores grounds site".split()
)
GOES_ON = frozenset(("IN", "RB", "WP", "VBN", "DT", "PRP$", "NN", "NNP", "JJ"))  # behind an age
LASTED = frozenset(("long", "once"))  # "long one of the richest": it has been, or was, and neither "is" nor "was long"


def appositions(tokens: Tokens) -> Iterator[Split]:
    """A noun with another name of it beside it."""
    if tokens and tokens[0].lower == "among" and any(t.lower in ("are", "were") for t in tokens):
        return  # "Among them are the singer Ann Orf, her brother and …": a list
    for at in range(1, len(tokens) - 2):
        if tokens[at].tag not in (",", ":") or tokens[at].word in ";:()/" or tokens[at + 1].tag not in OPENS:
            continue
        close = _close(tokens, at)
        body = tokens[at + 1 : close]
        if _is_age(tokens, at, close):
            yield from _age(tokens, at, close)
        elif not names_the_noun(body):
            continue
        elif (
            (is_description(body) and _is_closed(tokens, close))
            or is_participle(body, tokens[close + 1 :])
            or (is_origin(body) and _is_closed(tokens, close))
        ):
            yield from _description(tokens, at, close)
        elif body and body[0].tag == "DT" and (end := _end_beyond(tokens, at, close)):
            yield from _description(tokens, at, end)


def _end_beyond(tokens: Tokens, at: int, close: int) -> int | None:
    """Where a description ends that goes on behind its first stop: with a clause of its own, or as a list."""
    return _end_of_relative(tokens, at, close) or _close_of_list(tokens, at, close)


def _end_of_relative(tokens: Tokens, at: int, close: int) -> int | None:
    """Where a description ends that has a clause of its own: "the virus that causes the flu"."""
    body = tokens[at + 1 : close]
    clause = next((i for i, t in enumerate(body) if i > 1 and t.tag in ("WDT", "WP")), None)
    if (
        clause is None
        or body[clause - 1].lower == "of"
        or not has_finite(body[clause:])
        or not is_description(body[:clause])
    ):
        return None
    begin = noun_phrase_before(tokens, at)
    listed = body[0].lower in ("a", "an") and tokens[begin].lower in ("a", "an")  # "a strong man, a kind man who …"
    again = any(t.lower == body[clause - 1].lower for t in tokens[:at])  # "the decision to go, the decision that …"
    leads = (
        tokens[at].tag == ","
        and not has_finite(tokens[:at])
        and (tokens[0].tag in ("IN", "TO", "RB") or tokens[at - 1].tag != "NNP")
    )
    item = (
        begin > 0 and tokens[begin - 1].tag == "," and body[0].lower in ("a", "an")
    )  # "salt, oil, a sort of meal that …"
    if listed or again or leads or item or begin >= at:
        return None
    return close if _is_closed(tokens, close) else None


def _close(tokens: Tokens, at: int) -> int:
    """Where the words beside the noun end; a comma inside a place's name is no end."""
    close = _next_stop(tokens, at + 2)
    while (
        close + 1 < len(tokens) and tokens[close].tag == "," and tokens[close + 1].tag == tokens[close - 1].tag == "NNP"
    ):
        close = _next_stop(tokens, close + 1)
    return close


def _close_of_list(tokens: Tokens, at: int, close: int) -> int | None:
    """Where several descriptions end, before the verb: "Lind, a lawyer, banker and, since May, mayor, said"."""
    verb = next((i for i in range(close, len(tokens)) if tokens[i].tag in FINITE), None)
    if verb is None or verb < 2 or tokens[verb - 1].tag != "," or has_finite(tokens[at + 1 : verb]):
        return None
    listed = any(t.tag == "CCo" for t in tokens[at:verb])
    return verb - 1 if listed and not any(t.tag in ("WP", "WDT") for t in tokens[at:verb]) else None


def _next_stop(tokens: Tokens, start: int) -> int:
    return next((i for i in range(start, len(tokens)) if tokens[i].tag in STOPS), len(tokens))


def _is_age(tokens: Tokens, at: int, close: int) -> bool:
    body = tokens[at + 1 : close]
    alone = len(body) == 1 and body[0].tag == "CD" and body[0].word.isdigit() and close + 1 < len(tokens)
    return alone and tokens[at - 1].tag == "NNP" and 1 < int(body[0].word) < 120


def _is_closed(tokens: Tokens, close: int) -> bool:
    """Whether the sentence ends behind the words or takes up its verb."""
    if close >= len(tokens) - 1:
        return True
    return tokens[close + 1].tag in RESUMES and not tokens[close].tag.startswith("CC")


def _told_of(head: Tokens, body: Tokens) -> Tokens:
    """The words that a description is about: in "the governor of Texas, a state", only the place or person behind "of"."""
    link = next((i for i in range(len(head) - 1, 0, -1) if head[i].lower == "of"), None)
    noun = next((i for i, t in enumerate(body) if t.tag in ("IN", "WDT", "WP")), len(body)) - 1
    if not link or noun < 0:
        return head
    if _is_in_name(head, link):
        return head
    if head[link - 1].lower in SIDES_OF and link + 1 < len(head) and body[noun].lower not in SIDES_OF:
        return head[link + 1 :]  # "on the roof of *her house*, a hut of mud"
    place = body[noun].lower in PLACES | FIRMS | LASTING and head[link + 1].tag == "NNP"
    of_body = (
        body[0].lower in ("a", "an", "the") and body[noun].lower in INSTITUTES and head[link - 1].lower in PARTS_OF
    )
    if of_body and head[link + 1].tag == "NNP":
        return head[link + 1 :]  # "the council of CERN, the physics laboratory near Velm"
    person = body[noun].lower in people.ROLES or [t.lower for t in body[noun + 1 : noun + 2]] == ["who"]
    if person and head[link + 1].tag == "NNP" and head[link - 1].lower not in heads.TITLE_WORDS | people.GROUPS:
        return head[link + 1 :]  # "the will of Ann Lind, a millionaire who"
    if person and head[link + 1].tag == "PRP$":
        return head[link + 1 :]  # "the killing of his former wife, a teacher"
    if body[noun].lower not in people.ROLES or head[link + 1].tag != "NNP":
        return head[link + 1 :] if place else head
    thing = head[link - 1].tag == "NN" and head[link - 1].lower not in heads.TITLE_WORDS
    beside = head[0].tag == "NN"  # "…, wife of Lind, a clerk": she stands beside a name herself
    return head[link + 1 :] if place or thing or beside or head[-1].lower in people.ROLES else head


def _is_in_name(head: Tokens, link: int) -> bool:
    """Whether "of" stands inside a name, which is described whole: "the *Gulf of* Orla"; not so in "Mayor of Velm"."""
    before = head[link - 1]
    return before.word[:1].isupper() and before.lower not in heads.TITLE_WORDS and link > 1


def _description(tokens: Tokens, at: int, close: int) -> Iterator[Split]:
    """The cut that makes a clause of the description between two places, where it is one of its noun."""
    begin = whole_name_at(tokens, noun_phrase_before(tokens, at), at)
    head = _told_of(tokens[begin:at], tokens[at + 1 : close])
    if describes_nothing(Beside(tokens, begin, at, close, head, tokens[at + 1 : close])):
        return
    rest = tokens[close + 1 :] if close < len(tokens) and tokens[close].tag != "." else tokens[close:]
    body = tokens[at + 1 : close]
    verb = _verb(tokens, head, body)
    if rest and rest[0].tag == "Q" and sum(t.tag == "Q" for t in body) % 2:
        body, rest = [*body, rest[0]], rest[1:]  # the mark behind the comma closes what the body opened
    last = close >= len(tokens) - 1
    right = [*head, literal(verb, "VBZ"), *(body[1:] if body[0].lower in LASTED else body)]
    yield Split("apposition last" if last else "apposition", at, trimmed([*tokens[:at], *rest]), right)


def _verb(tokens: Tokens, head: Tokens, body: Tokens) -> str:
    """What ties the noun to its description, by their number and by the time that the sentence tells of."""
    one = len(head) == 1 and head[0].word[:1].isupper() and body[0].lower in ("a", "an")  # "Lyons, a clerk"
    plural = (head[-1].tag == "NNS" and not one) or any(t.tag == "CCo" and t.word != "&" for t in head)
    if body[0].lower in LASTED:
        return _lasting(body[0].lower, plural=plural)
    lasting = body[0].lower == "former" or _still_is(tokens, body)
    dated = body[0].tag == "VBN" and any(YEAR.fullmatch(t.word) for t in body[1:])
    past = (any(t.tag == "VBD" for t in tokens) and not lasting) or dated  # "the plan, *approved in 2021*, gives"
    return ("were" if plural else "was") if past else ("are" if plural else "is")


def _still_is(tokens: Tokens, body: Tokens) -> bool:
    """Whether a description still holds of what the sentence tells in the past: "Orla Court, *a 12-storey tower*"."""
    noun = next((i for i, t in enumerate(body) if t.tag in ("IN", "WDT", "WP", "VBN")), len(body)) - 1
    if body[0].tag != "VBN" and any(t.lower in LASTING for t in body[: noun + 1]):
        return True  # but "last winter, the wettest *in its region*" is over
    ended = any(t.lower in ENDING for t in tokens)
    return noun > 0 and body[0].lower in ("a", "an") and body[noun].lower in STANDING | FIRMS and not ended


def _lasting(word: str, *, plural: bool) -> str:
    """The verb of what has long been, or once was."""
    if word == "once":
        return "were once" if plural else "was once"
    return "have long been" if plural else "has long been"


def _age(tokens: Tokens, at: int, close: int) -> Iterator[Split]:
    head = tokens[noun_phrase_before(tokens, at) : at]
    if head and head[0].tag != "DT":  # "the bishop of the Islands, 79" is not about the islands
        right = [*head, literal("was", "VBD"), tokens[at + 1], literal("years old", "JJ")]
        goes_on = tokens[close + 1].tag in GOES_ON and any(t.tag == "," for t in tokens[close + 1 :])
        rest = tokens[
            close if goes_on else close + 1 :
        ]  # "Lind, 28, *formerly of Velm*, threw", "Lind, 28, *her son*, 9, and"
        yield Split("age", at, trimmed([*tokens[:at], *rest]), right)
