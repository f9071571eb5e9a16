"""Cuts between a main clause and what hangs on it: "although …", "who …", "before moving …", ", leaving two dead"."""

from collections.abc import Iterator
from itertools import pairwise

from claims.extraction.lexicon import people
from claims.extraction.standalone.clauses import (
    FINITE,
    OPENS_NOUN_PHRASE,
    has_finite,
    is_joined_on,
    lead_end,
    main_verb,
    noun_phrase_before,
    subject,
    whole_name_at,
)
from claims.extraction.standalone.cuts import (
    Split,
    Tokens,
    in_the_past,
    inside_quotes,
    is_date,
    literal,
    tells_of_another,
    trimmed,
)
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.told import agrees, did, is_plural

OPENERS = frozenset("although though while whereas after before when as because".split())
TIMING = frozenset("after before when as".split())
FEWEST_OF_TIME = 5  # words of a clause that tells when: "the season began" only dates what follows
HANGERS = frozenset("before after when because until if as since once".split())
PERSON_JOINS = (
    "of",
    "from",
    "at",
    "for",
    "in",
    "on",
    "aboard",
)  # "Rai Benjamin from the United States, who …" is about Benjamin
PREPOSITIONS = frozenset(  # that end as participles do
    "including regarding concerning following according depending considering excluding barring pending".split()
)
OBJECTS = frozenset("him her them it".split())
IN_NOUN_PHRASE_ONLY = frozenset(("NN", "NNS", "NNP", "PRP$", "DT", "JJ", "CD", "POS"))
HEADS = ("NN", "NNS", "NNP", "CD")
NEARBY = 7  # words before "which"
LONGEST_SUBJECT = 8  # words before the verb of a clause that hangs on another
MEASURES = frozenset("minute minutes hour hours day days week weeks month months year years decade decades".split())


def leading(tokens: Tokens) -> Iterator[Split]:
    """ "Although …, …": both clauses without the word that orders them."""
    opener = tokens[0].lower if tokens else ""
    if opener not in OPENERS or (opener == "as" and tokens[1].lower in ("a", "an", "of", "well")):
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
            if one and two and says and subject(left, one) and subject(right, two):
                yield Split("lead " + opener, at, left, right)
                return


def hanging(tokens: Tokens) -> Iterator[Split]:
    """ "… before he was airlifted": the clause behind the joining word alone."""
    for at in range(3, len(tokens) - 2):
        if tokens[at].lower in HANGERS and not _is_measured(tokens, at):
            left, right = trimmed(tokens[:at]), trimmed(tokens[at + 1 :])
            verb = main_verb(right)
            if verb and verb <= LONGEST_SUBJECT and main_verb(left) is not None and _is_clause(right, verb):
                yield Split("below " + tokens[at].lower, at, left, right)


def _is_measured(tokens: Tokens, at: int) -> bool:
    """Whether a stretch of time stands before "after" and means nothing without it: "came two days after"."""
    return tokens[at].lower in ("after", "before") and tokens[at - 1].lower in MEASURES


def _is_clause(tokens: Tokens, verb: int) -> bool:
    """Whether a subject stands at the front, and not a year or a list."""
    first = tokens[0]
    broken = any(t.tag == "," for t in tokens[:verb]) or is_joined_on(tokens, verb)
    return first.tag in OPENS_NOUN_PHRASE and first.tag != "CD" and not broken and bool(subject(tokens, verb))


def relatives(tokens: Tokens) -> Iterator[Split]:
    """A noun with a clause that tells more of it."""
    inside = inside_quotes(tokens)
    for at in range(2, len(tokens) - 2):
        word = tokens[at].lower
        set_off = tokens[at - 1].tag in (",", ":")
        if not set_off or word not in ("who", "which", "whose", "where", "whom"):
            continue
        head_at = noun_phrase_before(tokens, at - 1, PERSON_JOINS if word == "who" else ("of",))
        head_at = whole_name_at(tokens, head_at, at - 1)
        head = tokens[head_at : at - 1]
        if word == "who":
            head = _person_of(head)
        end = _clause_end(tokens, at)
        body = tokens[at + 1 : end]
        if not head or len(body) < 2 or inside[at] != inside[head_at] or is_date(head):
            continue
        if word == "which" and (
            any(t.lower in people.ROLES for t in head)
            or _is_denied(tokens[:at])
            or _hangs_on_noun(tokens, head_at, head, body)
        ):
            continue
        rest = tokens[end:]
        left = trimmed([*tokens[: at - 1], *(rest[1:] if rest and rest[0].tag in (",", ":") else rest)])
        right = _relative_as_clause(word, head, body)
        if right:
            yield Split("relative " + word, at, left, right)


def _is_denied(before: Tokens) -> bool:
    """Whether something is said not to be so: "which" then goes back to all of it, "has no plan, which worries us"."""
    verb = main_verb(before)
    main = [] if verb is None else before[verb : verb + 3]
    below = before[-NEARBY:]  # "it assumes that they do not have a zone, which …"
    return any(t.lower in ("not", "n't", "never", "no") for t in main) or any(t.lower in ("not", "n't") for t in below)


def _hangs_on_noun(tokens: Tokens, head_at: int, head: Tokens, body: Tokens) -> bool:
    """Whether "which" may go back to a noun before a name: "a treaty with Iran, which had been agreed", "lodges in Kenya, which breed"."""
    if head_at < 2 or tokens[head_at - 1].tag != "IN" or not all(t.tag in ("NNP", "DT") for t in head):
        return False
    verb = next((t for t in body if t.tag in FINITE), None)
    joined = tokens[head_at - 1].lower in ("with", "between", "against") and tokens[head_at - 2].tag in ("NN", "NNS")
    return joined or (verb is not None and not agrees(head, verb))


def _person_of(head: Tokens) -> Tokens:
    """Whom "who" is about: in "the campaign of Viktar Babaryka" the person, in "the leader of the party" the leader."""
    link = next((i for i in range(len(head) - 1, 0, -1) if head[i].lower == "of"), None)
    if link is None or link + 1 >= len(head) or head[link + 1].tag != "NNP":
        return head
    noun = head[link - 1]
    known = noun.lower in people.ROLES or noun.tag in ("NNS", "NNP", "CD") or noun.lower in people.TITLES
    return head if known else head[link + 1 :]


def _relative_as_clause(word: str, head: Tokens, body: Tokens) -> Tokens | None:
    if word in ("who", "which"):
        first = next((i for i, t in enumerate(body) if t.tag != "RB"), 0)
        return [*head, *body] if body[first].tag in FINITE else None
    if word == "whose" and has_finite(body):
        return [*head, literal("'s", "POS"), *body]
    if word == "where" and has_finite(body):
        return [*body, literal("in"), *head]
    return None


def _clause_end(tokens: Tokens, at: int) -> int:
    """Where the clause that opens at *at* ends: at a comma or dash behind which the sentence takes up its own verb."""
    opener = tokens[at - 1].word
    for end in range(at + 2, len(tokens)):
        token = tokens[end]
        if token.tag == "," and opener != ",":
            continue
        if token.tag not in (",", ":") or not has_finite(tokens[at:end]):
            continue
        if opener in "—–" and token.word in "—–":
            return end
        if not has_finite(tokens[:at]) and has_finite(tokens[end:]):
            return _before_verb(tokens, end) or end
        after = tokens[end + 1 : end + 4]
        follows = next((t for t in after if t.tag != "RB"), None)
        if follows is None or follows.tag in FINITE or follows.tag in ("CCc", "CCv", "VBG", "IN", "TO"):
            return end
    return len(tokens) - (tokens[-1].tag == ".")


def _before_verb(tokens: Tokens, start: int) -> int | None:
    """The comma right before the sentence's own verb, behind those of a list: "which joins Greece, Cyprus and Israel, | is open"."""
    for at in range(start, len(tokens) - 1):
        if tokens[at].tag == "," and next((t for t in tokens[at + 1 :] if t.tag != "RB"), tokens[at]).tag in FINITE:
            return at
    return None


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
            right = [*owner, in_the_past(tokens[at + 1], owner), *_all_in_the_past(tokens[at + 2 :], owner)]
            yield Split("gerund " + tokens[at].lower, at, trimmed(tokens[:at]), right)
    begin = int(tokens[0].lower in ("after", "before", "while", "despite", "upon", "since"))
    lead = lead_end(tokens, verb)
    comma = lead - 1 if lead > begin + 1 and tokens[lead - 1].tag == "," else None
    if comma is not None and tokens[begin].tag == "VBG" and tokens[begin].lower not in PREPOSITIONS:
        left = [*owner, in_the_past(tokens[begin], owner), *_all_in_the_past(tokens[begin + 1 : comma], owner)]
        yield Split("gerund lead", comma, left, trimmed(tokens[comma + 1 :]))
    if comma is not None and comma > 2 and tokens[0].tag == "VBN":
        left = [*owner, _was(owner), literal(tokens[0].lower, "VBN"), *tokens[1:comma]]
        yield Split("participle lead", comma, left, trimmed(tokens[comma + 1 :]))


def _was(owner: Tokens) -> Token:
    return literal("were" if is_plural(owner) else "was", "VBD")


def accompanied(tokens: Tokens) -> Iterator[Split]:
    """What goes with a clause: ", with the harbour closed", ", with 48% of the vote"."""
    verb = main_verb(tokens)
    owner = subject(tokens, verb) if verb is not None else []
    if verb is None or not owner or owner[0].tag == "EX":
        return
    for at in range(verb + 2, len(tokens) - 3):
        if tokens[at].lower != "with" or tokens[at - 1].tag != "," or inside_quotes(tokens)[at]:
            continue
        left, body = trimmed(tokens[:at]), trimmed(tokens[at + 1 :])
        deed = next((i for i, t in enumerate(body) if i and t.tag in ("VBN", "VBG") and body[i - 1].tag in HEADS), None)
        if deed is not None and not has_finite(body[:deed]):
            began = did(body[:deed], body[deed]) if body[deed].tag == "VBG" else _was(body[:deed])
            after = _told_of_others(body[deed + (body[deed].tag == "VBG") :])
            after = _all_in_the_past(after, body[:deed]) if body[deed].tag == "VBG" else after
            yield Split("with deed", at, left, [*body[:deed], began, *after])
        elif not has_finite(body) and not tells_of_another(body):
            yield Split("with", at, left, [*owner, literal("had", "VBD"), *body])


def _told_of_others(tokens: Tokens) -> Tokens:
    """ "…, and 194 Republicans opposing it": what others did meanwhile, as a clause."""
    joint = next((i for i in range(len(tokens) - 3) if tokens[i].tag.startswith("CC")), None)
    if joint is None:
        return tokens
    deed = next((i for i in range(joint + 2, len(tokens) - 1) if tokens[i].tag not in IN_NOUN_PHRASE_ONLY), len(tokens))
    if deed == len(tokens) or tokens[deed].tag != "VBG" or tokens[deed - 1].tag not in HEADS:
        return tokens
    owner = tokens[joint + 1 : deed]
    joined = literal(tokens[joint].word, "CCc")
    return [*tokens[:joint], joined, *owner, did(owner, tokens[deed]), *tokens[deed + 1 :]]


def participles(tokens: Tokens) -> Iterator[Split]:
    """A clause with a participle that tells what came of it: ", leaving two dead"."""
    verb = main_verb(tokens)
    if verb is None or tokens[verb].tag != "VBD":
        return
    owner = subject(tokens, verb)
    if owner and owner[0].tag == "EX":
        return  # "there were 170 deaths, resulting from drugs": not "there" resulted
    for at in range(verb + 2, len(tokens) - 2):
        if tokens[at].tag == "," and tokens[at + 1].tag == "VBG" and owner and tokens[at + 1].lower not in PREPOSITIONS:
            if tokens[at + 2].lower in OBJECTS:
                continue  # ", giving him 54": the deed did so, not the one who is meant by "him"
            if any(t.lower == "including" for t in tokens[verb:at]):
                continue  # "five raids, including one in Bergen, killing three": the one did
            if _is_another_deed(tokens, verb, at):
                continue
            right = [*owner, in_the_past(tokens[at + 1], owner), *_all_in_the_past(tokens[at + 2 :], owner)]
            yield Split("participle", at, trimmed(tokens[:at]), right)


def _is_another_deed(tokens: Tokens, verb: int, at: int) -> bool:
    """Whether the participle may tell of another than the subject of the main verb: of who is told about, or of who was with it."""
    between = tokens[verb + 1 : at]
    told = any(b.tag in FINITE and a.tag in ("NNP", "PRP") for a, b in pairwise(between))
    told = told or any(a.tag == "PRP" and b.tag == "NNP" for a, b in pairwise(between))  # "told them Lind prepared"
    return told or any(a.tag == "," and b.lower == "with" for a, b in pairwise(between))


def _all_in_the_past(tokens: Tokens, owner: Tokens) -> Tokens:
    """With the participles that are joined to the first: "hurting 25 and | damaging houses"."""
    made = list(tokens)
    for at in range(1, len(tokens)):
        if tokens[at].tag == "VBG" and tokens[at - 1].tag in ("CCv", "CCo") and tokens[at - 1].lower == "and":
            made[at] = in_the_past(tokens[at], owner) if _is_verb(tokens, at) else tokens[at]
    return made


def _is_verb(tokens: Tokens, at: int) -> bool:
    """Whether a participle has an object or a phrase of its own behind it, and describes no noun: "growing fears"."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return behind is not None and behind.tag in ("DT", "NNP", "PRP", "PRP$", "IN", "CD", "TO", "NN", "NNS")
