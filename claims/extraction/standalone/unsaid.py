"""Words with a verb that yet say nothing: a thing with what is told of it, a question, half an answer, a wish."""

from claims.extraction.lexicon import frames as cues
from claims.extraction.standalone.clauses import has_finite, main_verb
from claims.extraction.standalone.cutting.cuts import Tokens, inside_quotes
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE, IN_NOUN_PHRASE, RELATIVES

ONLY = frozenset("just only nearly almost".split())  # "just a 20% chance that it will rain"
OPENS = frozenset(("DT", "PRP$", "NN", "NNS", "NNP", "CD", "JJ", "PRP"))
IN_HEAD = frozenset((*IN_NOUN_PHRASE, "IN", "CCo", "Q", "RB", "TO", "VB", "PRP"))
JOINTS = frozenset((",", ":", "Q", "IN", "CCc", "CCv", "CCo"))
# An answer ends with one of these where its verb was in the question: "They were not", "At least three will".
LEFT_ALONE = frozenset(
    "am is are was were has have had do does did can could will would shall should may might must 'm 're 's".split()
)
AT_END = frozenset("not n't n’t too either so neither".split())
# Behind one of these a lone auxiliary is whole: "as high as it was", "that is who they are", "if they could", "until it does".
COMPARING = frozenset("as than like if so until".split())
CONDITIONS = frozenset(("if", "unless"))
IN_SUBJECT = frozenset("DT JJ NN NNS NNP PRP PRP$ RB POS CD".split())
BEFORE_VERB = frozenset(("NN", "NNS", "NNP", "PRP", "RB", "CD", "VBN", "VBD"))
INVERTED = LEFT_ALONE - {"'m", "'re", "'s"}
SPANS = frozenset("day night morning evening week month year moment time".split())


def says_nothing(words: str, tokens: Tokens) -> bool:
    """Whether the words have a verb, and what it says is not said of anything by anybody."""
    if any(t.start < 0 for t in tokens):
        return False  # a frame has given them the verb that was meant
    if len(tokens) > 1 and tokens[0].lower in ("this", "that") and tokens[1].tag == ",":
        return True  # "denied *this*, saying that …"
    return (
        _has_lost_subject(tokens)
        or only_names(tokens)
        or _asks(words, tokens)
        or _leaves_out(tokens)
        or _is_condition(tokens)
    )


def _told(tokens: Tokens) -> list[int]:
    """Where the verbs of clauses stand that another verb tells: "said they *liked* it"."""
    verbs = [i for i in range(2, len(tokens)) if tokens[i].tag in FINITE]
    return [i for i in verbs if tokens[i - 1].tag == "PRP" and tokens[i - 2].tag in FINITE]


def _has_lost_subject(tokens: Tokens) -> bool:
    """Whether the first verb is joined to one that stands outside: "for duty at four *and may be called*"."""
    verb = next((i for i, t in enumerate(tokens) if t.tag in FINITE), 0)
    while verb and tokens[verb - 1].tag == "RB":
        verb -= 1
    joined = verb > 1 and tokens[verb - 1].tag in ("CCv", "CCo") and tokens[verb - 1].lower == "and"
    if joined and tokens[verb].lower.endswith("ed") and tokens[verb + 1 : verb + 2] and has_finite(tokens[verb + 1 :]):
        joined = tokens[verb + 1].tag not in ("JJ", "NNS")  # "soldiers *and allied* fighters executed 26"
    hidden = any(
        t.tag in ("VBN", "VB") or (tokens[i - 1].tag == "NNS" and i < verb - 1)
        for i, t in enumerate(tokens[:verb])
        if i
    )
    return joined and not hidden and main_verb(tokens) is not None and tokens[0].tag not in ("PRP", "NNP")


def only_names(tokens: Tokens) -> bool:
    """Whether all verbs tell more of one thing: "the nurse who had sat with her", "the day the dam broke"."""
    at = next((i for i, t in enumerate(tokens) if _opens_clause(t)), None)
    if not at or not has_finite(tokens[at:]):
        return _is_of_contact(tokens)
    head = tokens[: at - (at > 1 and tokens[at - 1].tag == "IN")]  # "a poll, *in* which"
    head = head[: len(head) - (head[-1].tag == ",")]
    head = head[len(head) > 1 and head[0].lower in ONLY :]
    if not head or head[0].tag not in OPENS or any(t.tag not in IN_HEAD for t in head):
        return False
    befell = any(t.lower in cues.BEFALLING for t in head)  # "the effect *disappeared* in those who took it"
    return not befell and _is_subordinate(tokens) and not _may_go_on(tokens)


def _is_subordinate(tokens: Tokens) -> bool:
    """Whether each verb belongs to a clause that a word opens: "what the point was", "who said that it rained"."""
    clauses = sum(_opens_clause(t) for t in tokens)
    joined = any(t.tag in FINITE and tokens[i - 1].tag.startswith("CC") for i, t in enumerate(tokens) if i)
    return (joined or _told(tokens) or main_verb(tokens) is None) and _verbs(tokens) <= clauses


def _opens_clause(token: Token) -> bool:
    return token.tag in RELATIVES or token.lower in ("that", "if")


def _verbs(tokens: Tokens) -> int:
    """How many finite verbs have a clause of their own; not those joined to one before, nor "said they *liked* it"."""
    own = (i for i, t in enumerate(tokens) if t.tag in FINITE and i not in _told(tokens))
    return sum(not i or not tokens[i - 1].tag.startswith("CC") for i in own)


def _may_go_on(tokens: Tokens) -> bool:
    """Whether a word behind the last verb may be the verb of the whole, taken for another form: "the pair it gave *differed* by one"."""
    last = max(i for i, t in enumerate(tokens) if t.tag in FINITE)
    start = last + 1
    while start < len(tokens) and (tokens[start].tag == "RB" or tokens[start].lower == "been"):
        start += 1
    start += tokens[last].lower in LEFT_ALONE  # "had *sat* with her"
    behind = [(t, tokens[i - 1]) for i, t in enumerate(tokens) if i >= start and i]
    closed = any(
        t.tag == "VB" and before.tag == "," for t, before in behind
    )  # "doctors, who walked out, *remain* at odds"
    return closed or any(t.tag in ("VB", "VBN") and before.tag in BEFORE_VERB for t, before in behind)


def _is_of_contact(tokens: Tokens) -> bool:
    """Whether a clause without "that" tells more of the noun before it: "the day the dam broke", "the car he had bought"."""
    if len(tokens) < len(("the", "day", "it", "broke")) or tokens[0].lower not in ("the", "a", "an"):
        return False
    noun = next((i for i, t in enumerate(tokens) if t.tag in ("NN", "NNS") and tokens[i + 1 : i + 2] != []), None)
    if not noun or any(t.tag not in ("DT", "JJ") for t in tokens[:noun]):
        return False
    opens = tokens[noun + 1].tag == "PRP" or tokens[noun + 1].lower in ("the", "his", "her", "their")
    timed = tokens[noun].lower in SPANS and noun > 1  # "the next day the dam broke"
    verb = next((i for i, t in enumerate(tokens) if t.tag in FINITE), noun)
    bare = all(
        t.tag in IN_SUBJECT for t in tokens[noun + 1 : verb]
    )  # in "the man the police *arrested* is" two verbs stand
    return opens and bare and not timed and _verbs(tokens) == 1 and not _may_go_on(tokens)


def _asks(words: str, tokens: Tokens) -> bool:
    """Whether it is a question, or the clause that names one: "what the point was", "not what chess is about"."""
    if words.rstrip("\"”’'").endswith("?"):
        quoted = inside_quotes(tokens)
        return (quoted[0] or not any(quoted)) and _inverts(tokens)  # "answered with 'What is a tram?'" states something
    said = tokens[tokens[0].lower in ("not", "just", "exactly") :]
    if said and said[0].tag == "TO" and len(said) > 1 and said[1].tag == "VB":
        said = said[2:]  # "to know who had signed it"
    return bool(said) and said[0].tag in RELATIVES and _is_subordinate(said)


def _inverts(tokens: Tokens) -> bool:
    """Whether a clause asks by its order of words: "so why did they go?", and not "They can't get off?"."""
    opens = [t for i, t in enumerate(tokens) if not i or tokens[i - 1].tag in JOINTS or tokens[i - 1].lower == "so"]
    return any(t.tag in RELATIVES or t.lower in INVERTED for t in opens)


def _leaves_out(tokens: Tokens) -> bool:
    """Whether the verb is left to a question before: "They were not", "At least three say they will"."""
    said = [t for t in tokens if t.word[:1].isalnum() or t.lower in AT_END or t.lower in LEFT_ALONE]
    while said and said[-1].lower in AT_END:
        said.pop()
    if len(said) < len(("They", "did")) or said[-1].lower not in LEFT_ALONE:
        return False
    before = said[:-1]
    joined = any(
        t.tag in ("CCc", "CCv") or t.lower == "but" for t in before
    )  # "He asked her to go, but she didn't" is whole
    compared = any(t.tag in RELATIVES or t.lower in COMPARING for t in before)
    return not joined and (not has_finite(before) or (before[-1].tag == "PRP" and not compared))


def _is_condition(tokens: Tokens) -> bool:
    """Whether "if" opens and nothing is said to follow from it: "If only they had listened"."""
    return tokens[0].lower in CONDITIONS and main_verb(tokens) is None
