"""What is no whole sentence: a subject, a verb or a noun is missing, or more was put together than one."""

import re
from itertools import pairwise

from claims.extraction.lexicon.participles import DESCRIBING
from claims.extraction.standalone.clauses import has_finite, main_verb
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE, RELATIVES

AWAY = 4  # letters between two words from which others stand between them
HEADLESS = frozenset(("VBD", "VBZ", "MD", "WDT"))  # a clause that begins so has lost its subject
TWICE = re.compile(r"\b(\w.{6,}\w) \1\b")  # a phrase that was put together from two ends
# "About a quarter of the staff" is a figure, and no topic.
SHARES = frozenset(
    "half third quarter fifth tenth dozen score hundred thousand million two-thirds three-quarters".split()
)
TOPICS = frozenset(("about", "against", "regarding", "concerning"))
LATER = frozenset(
    "also then later still already again subsequently currently previously formerly recently".split()
)  # may stand before a verb that lost its subject
AUXILIARIES = frozenset("is are was were be been has have had will would".split())
FEWEST_OF_VIEW = 3  # words before it
SUBJECTS = frozenset("he she they we i it".split())
OPENING = frozenset("when while as after before because although though if until since that whether".split())
# Of these "a" has a verb of several: "a majority of the public want".
SEVERAL = frozenset(
    "number majority minority group couple pair third half quarter lot handful team series range few variety host".split()
)
SUGGESTING = frozenset("include includes included suggests suggest implies imply indicates indicate".split())
DESCRIBED = DESCRIBING.keys() | {"expected"}
OPEN_ENDS = SUGGESTING | AUXILIARIES
OPENS_WITH_SUBJECT = OPENING | {"what", "which"}
MEASURES = frozenset("seconds minutes hours days weeks months years moments".split())
SEASONS = frozenset("spring summer autumn fall winter day night week month year morning evening afternoon time".split())
OBJECTS = frozenset(("them", "him", "me", "us"))  # no sentence begins with one
EXPECTED = frozenset(
    "move step decision measure plan policy change shift reform deal cut rise".split()
)  # none expects anything
PROMPTING = frozenset("prompting sparking raising triggering fuelling fueling stoking marking underscoring".split())
ASKING = frozenset(("whether", "how", "why"))
ASKED = frozenset("asked pressed challenged questioned quizzed".split())  # "Pressed on whether they would pay"
TALKING = frozenset("speak speaking talk talking listen listening write writing".split())
MODALS = frozenset("can could should might must did does".split())  # "he said they could": what, is in the question
LONGEST_ANSWER = 3  # words


def is_no_sentence(words: str, tokens: Tokens) -> bool:
    """Whether a subject or a verb is missing, or more was put together than one sentence."""
    first = first_word(tokens)
    lacking = (
        (first.tag in HEADLESS or _is_object(tokens)) and first.start >= 0 and not words.endswith("?")
    ) and not _leads_to_subject(tokens)
    asked = tokens[0].lower in ASKING and not words.endswith("?")  # "how their lives had changed" was talked about
    torn = TWICE.search(words) is not None or asked or _only_tells_of_what(tokens)
    timed = tokens[0].lower in MEASURES and [t.lower for t in tokens[1:2]] in (["after"], ["before"])
    bare = tokens[0].lower == "to" and tokens[0].start >= 0 and all(t.tag != "," for t in tokens)
    if bare or (
        tokens[0].lower == "what" and [t.lower for t in tokens[1:2]] in (["was"], ["is"]) and tokens[-1].word != "?"
    ):
        return True  # "told her *to run or he would shoot*"
    if timed and main_verb(tokens) is None:
        return True  # "hours after the talks had failed"
    at = next((i for i, (a, b) in enumerate(pairwise(tokens)) if a.word == "said" and b.tag == "VBD"), None)
    if at is not None and tokens[0].start >= 0 and not has_finite(tokens[:at]):
        return True  # "which the bank said threatened it"
    compared = (
        tokens[0].lower in ("compared", "versus") and main_verb(tokens) is None
    )  # "compared with 18% who disagreed"
    if compared or (
        tokens[0].lower in ("a", "an")
        and tokens[0].start >= 0
        and main_verb(tokens) is None
        and has_finite(tokens)
        and _opens_below(tokens)
    ):
        return True
    return (
        lacking or torn or any(lacks(tokens) for lacks in (_lacks_clause, _only_describes, _breaks_off, _lost_within))
    )


def _is_object(tokens: Tokens) -> bool:
    """Whether "him" or "us" opens for whom no frame has found a verb: "us to stop"."""
    framed = len(tokens) > 1 and tokens[1].start < 0
    return tokens[0].lower in OBJECTS and not tokens[0].word.isupper() and not framed


def _leads_to_subject(tokens: Tokens) -> bool:
    """Whether a participle only leads in to a subject and its verb: "Currently *ranked* 27th, *Lund reached* the final"."""
    comma = next((i for i, t in enumerate(tokens) if t.tag == ","), None)
    if comma is None or first_word(tokens).tag != "VBD" or first_word(tokens).lower in AUXILIARIES:
        return False
    rest = tokens[comma + 1 :]
    return bool(rest) and rest[0].tag in ("NNP", "PRP", "DT") and main_verb(rest) is not None


def _lost_within(tokens: Tokens) -> bool:
    """Whether a question has no verb, or a verb, its object or its subject stood outside: "wants to speak to in connection with it"."""
    if tokens[-1].word == "?" and not has_finite(tokens):
        return True  # "Three weeks with no water in there?"
    if tokens[0].lower == "this" and [t.tag for t in tokens[1:2]] == ["IN"] and not has_finite(tokens):
        return True  # "said | this at a meeting in Velm"
    verb = main_verb(tokens)
    if verb and tokens[verb].tag == "VBD" and tokens[verb - 1].lower == "but" and _are_nouns(tokens[:verb]):
        return True  # "wrote to | the ministers with its findings but got no reply"
    return any(
        one.lower in TALKING and two.lower == "to" and three.tag == "IN"
        for one, two, three in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def _opens_below(tokens: Tokens) -> bool:
    """Whether the first verb hangs on "as" or "after": "a dip in profits *as the firm put up* wages"."""
    verb = next((i for i, t in enumerate(tokens) if t.tag in FINITE), 0)
    below = (i for i, t in enumerate(tokens[:verb]) if t.lower in ("as", "after", "because", "while"))
    return any(tokens[i + 1].tag in ("DT", "PRP", "PRP$", "NNP", "NNS") for i in below)


def _lacks_clause(tokens: Tokens) -> bool:
    """Whether the only verbs belong to a part of the sentence: "in which it fell", "holding signs which read"."""
    if tokens[0].tag in ("IN", "TO") and [t.tag for t in tokens[1:2]] in (["WDT"], ["WP"]) and tokens[-1].word != "?":
        return True
    owned = any(t.lower == "whose" and i and tokens[i - 1].tag == "," for i, t in enumerate(tokens))
    if owned and main_verb(tokens) is None:
        return True  # "Marta Lind, whose husband is missing"
    if _hangs_in_air(tokens) or (tokens[0].tag == "IN" and _has_only_relatives(tokens)):
        return True
    if tokens[0].lower == "having" and all(t.tag != "," for t in tokens):
        return True  # "Having stood out in two debates"
    if tokens[0].lower in ASKED and [t.lower for t in tokens[1:2]] != [","] and main_verb(tokens[1:]) is None:
        return True  # "Asked who they would vote for"
    if tokens[0].tag != "VBG" or not tokens[0].word.islower():
        return False
    first = next((i for i, t in enumerate(tokens) if t.tag in FINITE), None)
    if first is not None and first > 1 and tokens[first - 1].tag == "PRP" and tokens[first - 2].tag in ("NN", "NNS"):
        return True  # "wiping out the gains it had made"
    relative = next((i for i, t in enumerate(tokens) if t.tag in RELATIVES), len(tokens))
    return not has_finite(tokens[:relative]) and main_verb(tokens) is None


def _are_nouns(tokens: Tokens) -> bool:
    """Whether no word is a verb, nor a participle that may be one: "neighbours *attempted*, but were unable"."""
    return not any(t.tag in FINITE or t.tag in ("VBN", "VB") for t in tokens)


def _has_only_relatives(tokens: Tokens) -> bool:
    """Whether a phrase that leads in has verbs only behind "that", "which" or "who": "in a video that does not name him"."""
    if any(
        t.tag == "," and i + 1 < len(tokens) and tokens[i + 1].tag in ("PRP", "DT", "NNP") for i, t in enumerate(tokens)
    ):
        return False
    finite = [i for i, t in enumerate(tokens) if t.tag in FINITE]
    return bool(finite) and all(i and tokens[i - 1].lower in ("that", "which", "who") for i in finite)


def _hangs_in_air(tokens: Tokens) -> bool:
    """Whether the words only go on with what stood before them: "including dozens who fled", "with children making up half", "prompting fears"."""
    first, alone = tokens[0].lower, all(t.tag != "," for t in tokens)
    commas = [i for i, t in enumerate(tokens) if t.tag == ","]
    if first == "on" and len(commas) == 1 and [t.lower for t in tokens[commas[0] + 1 : commas[0] + 2]] == ["as"]:
        return True  # "on Monday, as a court jailed the mayor"
    return tokens[0].start >= 0 and (first == "including" or (alone and (first == "with" or first in PROMPTING)))


def _only_describes(tokens: Tokens) -> bool:
    """Whether the only verb is a participle that tells more of a noun: "the disease caused by the virus"."""
    finite = [i for i, t in enumerate(tokens[:-1]) if t.tag in FINITE]
    if len(finite) == 1 and _is_noun(tokens, finite[0]):
        return True
    if len(finite) != 1 or tokens[finite[0]].lower not in DESCRIBED or tokens[finite[0]].start < 0:
        return False
    at = finite[0]
    if tokens[0].lower in ("a", "an") and tokens[at].lower == "expected" and tokens[at - 1].lower in EXPECTED:
        return True  # "a move expected to spare 40 farms"
    return tokens[0].tag in ("DT", "NN", "NNS", "JJ") and tokens[at + 1].lower in DESCRIBING.get(tokens[at].lower, ())


def _is_noun(tokens: Tokens, verb: int) -> bool:
    """Whether the only verb is a noun read as one, for "a" has no verb of several: "a view of the boat *yard* after the fire"."""
    return (
        tokens[verb].tag == "VBP"
        and tokens[verb].lower not in AUXILIARIES
        and verb > FEWEST_OF_VIEW
        and tokens[0].lower in ("a", "an")
        and tokens[1].lower not in SEVERAL
        and tokens[verb - 1].tag == "NN"
    )


def _breaks_off(tokens: Tokens) -> bool:
    """Whether the words end with a verb that has nothing to say ("as its name | suggests", "her death | was") or lost a noun within."""
    said = [t for t in tokens if t.word[:1].isalnum() or t.tag in FINITE]
    only = sum(t.tag in FINITE for t in said) <= 1  # "may be as high as the data indicate" is whole
    compared = any(t.lower == "than" for t in said)  # "softer than the rate implies"
    ends = bool(said) and said[-1].start >= 0 and said[-1].lower in OPEN_ENDS and only and not compared
    ends = ends or (0 < len(said) <= LONGEST_ANSWER and said[-1].lower in MODALS)
    open_ = max((i for i, t in enumerate(said) if t.lower == "that" and t.tag in ("WDT", "IN")), default=len(said))
    dated = [t.lower for t in said[open_ + 1 : open_ + 2]]  # "at the base *that spring*"
    short = 0 < open_ < len(said) - 1 and len(said) - open_ < len("five ") and SEASONS.isdisjoint(dated)
    if short and not has_finite(said[open_:]) and only:
        return True  # "in incidents that the opposition"
    if len(said) > 2 and said[-1].lower in SUBJECTS and said[-2].lower in OPENS_WITH_SUBJECT:
        return True  # "was shot when he | reportedly | drew a knife"
    first = tokens[0].tag == "RB" and len(tokens) > 1 and tokens[1].tag == "VBD" and tokens[0].lower.endswith("ly")
    first = first and not _leads_to_subject(tokens)
    owners = (i for i in range(1, len(said) - 1) if said[i].tag == "PRP$")
    return ends or first or any(_owns_nothing(*said[i - 1 : i + 2]) for i in owners)


def _owns_nothing(before: Token, owner: Token, after: Token) -> bool:
    """Whether a possessive has lost its noun: "ended his | on Monday"; "a friend of his" has one."""
    return owner.lower != "her" and after.tag == "IN" and before.lower != "of"


def _only_tells_of_what(tokens: Tokens) -> bool:
    """Whether it goes on, behind the words of the attribution, with what was spoken about: "as it began | he tweeted | about taxes"."""
    if tokens[0].lower == "against" and tokens[0].start >= 0 and not has_finite(tokens):
        return True  # "advised | against gathering in the square"
    if tokens[0].lower == "about" and all(t.tag != "CD" and t.lower not in SHARES for t in tokens[1:3]):
        return True
    return any(
        two.lower in TOPICS and one.tag == "," and two.start - one.end > AWAY and one.start >= 0
        for one, two in pairwise(tokens)
    )


def first_word(tokens: Tokens) -> Token:
    """The first word but for "also" or "then"."""
    return next((t for t in tokens if t.lower not in LATER), tokens[0])
