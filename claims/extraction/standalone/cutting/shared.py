"""What a second verb phrase borrows from the first: nothing, "will", "was convicted of"."""

from dataclasses import replace

from claims.extraction.standalone.clauses import opens_noun_phrase
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.cutting.joined_on import AUXILIARIES
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE

# What is done to somebody, and by nobody without an object: "was struck and *killed*".
DONE_TO = frozenset(
    "ordered killed convicted sentenced jailed imprisoned fined banned barred charged arrested detained acquitted injured wounded destroyed damaged"
    " robbed evacuated hospitalised hospitalized deported expelled fired sacked dismissed suspended indicted beaten tortured executed buried"
    " demolished rebuilt repaired burned looted raided seized confiscated published awarded named elected appointed examined questioned interrogated treated vaccinated photographed quarantined"
    " weighed fingerprinted searched screened tested rescued freed released handed dropped closed abandoned shelved postponed halted"
    " sold sent held placed kept brought blamed accused praised hailed replaced removed listed nominated assigned deployed exported"
    " imported stored enforced repealed overturned scrapped dismantled".split()
)
# Of these some also happen without anybody doing them: "rose at first *and closed* at 40".
ALSO_OF_ITSELF = frozenset(
    "closed dropped halted published tested treated held kept handed searched screened questioned burned fired".split()
)
ONE_FORM = frozenset(
    "cut put set hit shut quit let cost spread split hurt burst cast bid broadcast shed".split()
)  # of base and past


VERDICTS = frozenset("guilty liable innocent responsible dead alive".split())  # "was held and *found* guilty"
WITHIN = frozenset("in at on near outside inside".split())


def is_place(owner: Tokens) -> bool:
    """Whether only a place that leads in was found for a subject: "*In Velm*, where two were born, won"."""
    named = len(owner) > 1 and owner[1].tag in ("NNP", "DT")
    return named and owner[0].tag == "IN" and owner[0].lower in WITHIN


def of_second(tokens: Tokens, verb: int, at: int, second: Token) -> Tokens | None:
    """What the second verb phrase borrows from the first: nothing, "will", "was convicted of"; None where it is no verb phrase."""
    gerund = next((i for i in range(verb + 1, at) if tokens[i].tag == "VBG"), None)
    if second.tag == "VBG" and gerund is not None and tokens[gerund - 1].tag in ("IN", "TO"):
        return tokens[verb:gerund]
    shared = _shared_auxiliaries(tokens, verb, second)
    perfect = bool(shared) and shared is not None and shared[-1].lower in ("had", "has", "have")
    return (
        None if perfect and second.tag == "VBG" else shared
    )  # "had held him for stealing it, and | conspiring to flee"


def lacks_object(tokens: Tokens, second: Token) -> bool:
    """Whether a deed has neither an object nor somebody it was done to: "cut the tax brought in in May *and abandoned* in June"."""
    where = next((i for i in range(len(tokens) - 1) if tokens[i] is second), None)
    if where is None or opens_noun_phrase(tokens, where + 1) or tokens[where + 1].tag == "RB":
        return False  # "and killed at least 62"
    return _has_no_object(tokens[where + 1]) and second.tag == "VBD" and second.lower in DONE_TO - ALSO_OF_ITSELF


def in_passive(tokens: Tokens, verb: int, at: int, second: Token) -> Token:
    """A past form as a participle, where the first verb is passive and "with" follows: "were brought here and *fitted* with collars"."""
    passive = tokens[verb].lower in ("was", "were") and any(t.tag == "VBN" for t in tokens[verb + 1 : verb + 3])
    where = next((i for i in range(at, len(tokens) - 1) if tokens[i] is second), None)
    behind = tokens[where + 1] if where is not None else None
    money = where is not None and [t.tag for t in tokens[where + 1 : where + 3]] == ["NNP", "CD"]  # "fined EGP 100,000"
    if second.lower == "found" and is_passive(tokens, verb) and behind is not None and behind.lower in VERDICTS:
        return replace(second, tag="VBN")
    bare = money or _has_no_object(behind)
    now = tokens[verb].lower in ("is", "are") and at - verb < 4 and tokens[at - 1].tag in ("JJ", "VBN")
    if now and bare and second.tag == "VBD" and second.lower.endswith("ed"):
        return replace(second, tag="VBN")  # "are well-documented and *reported*": with "are" it is no past
    if second.tag == "VBD" and second.lower in DONE_TO and is_passive(tokens, verb) and bare:
        return replace(second, tag="VBN")
    done_to = passive and behind is not None and behind.lower in ("with", "from") and second.lower.endswith("ed")
    return replace(second, tag="VBN") if done_to and second.tag == "VBD" else second


def is_passive(tokens: Tokens, verb: int) -> bool:
    """Whether something was done to the subject: "was struck", "has been arrested"."""
    words = tokens[verb : verb + 4]
    been = words[0].lower in ("was", "were", "is", "are") or any(t.lower in ("been", "be") for t in words[1:3])
    return been and any(t.tag in ("VBN", "VBD") and t.lower != "been" for t in words[1:])


def _has_no_object(behind: Token | None) -> bool:
    """Whether no noun follows that the deed could be done to: "and killed while", "and fined twice", "and sentenced to"."""
    return behind is None or behind.tag in ("IN", "TO", "CD", "RB", ",", ".", "CCv", "CCo", "CCc")


def _shared_auxiliaries(tokens: Tokens, verb: int, second: Token) -> Tokens | None:
    if second.tag == "VBD" and tokens[verb].tag == "MD" and tokens[verb + 1].lower == "have":
        return tokens[verb : verb + 2]  # "would have stopped trains and *affected* thousands"
    same = second.lower in ONE_FORM and tokens[verb].tag == "MD"  # "will close one plant and *cut* 90 jobs"
    if second.tag in FINITE and not same:
        return []
    if second.tag == "VB" or same:
        if tokens[verb].tag != "MD" and tokens[verb].lower not in ("do", "does", "did"):
            return None
        end = verb + 1
        while end < len(tokens) and (tokens[end].lower in ("not", "n't") or tokens[end].tag == "RB"):
            end += 1
        return tokens[verb:end]
    if second.tag in ("VBN", "VBG"):
        end = verb
        while end < len(tokens) and tokens[end].lower in AUXILIARIES:
            end += 1
        return tokens[verb:end] if end > verb else None
    return None
