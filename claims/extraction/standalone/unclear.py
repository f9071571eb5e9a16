"""Why the article's own words say nothing that could be checked alone: they point at other sentences, ask, or only speak in pictures."""

import re
from itertools import dropwhile, pairwise, takewhile

from claims.extraction.lexicon.calendar import WEEKDAYS
from claims.extraction.standalone import figures_of_speech
from claims.extraction.standalone.clauses import SUBORDINATORS, has_finite, is_joined_on, main_verb, subject
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE, IN_NOUN_PHRASE
from claims.extraction.types import Form, Statement

# Words that take their noun from the sentence before, as the whole of a subject: "Two were blank", "Both read it".
COUNTING = frozenset(
    "one two three four five six seven eight nine ten eleven twelve both neither some most several many few none another others half"
    " two-thirds three-quarters".split()
)
# Of people nobody asks "two of what": "Six were killed".
OF_PEOPLE = frozenset(
    "killed injured hurt wounded died dead missing arrested detained hospitalised hospitalized".split()
)
OF_THEM = re.compile(
    r"(?:[A-Z][a-z-]+|\d+)(?: (?:more|others?|least|than|\d+|[a-z]+))? of (?:(?:them|which|whom)(?= [a-z]|,)|(?:these|those) (?:is|are|was|were|has|had|have|will|did|died)\b)"
)
DID = re.compile(r"\b(?:did|does|do)\.?$")  # "For four of the minutes he did."
# "We" of a speaker for whom nobody knows who the others are: such words are not printed otherwise.
OPEN_WE = re.compile(r"\b(?:[Ww]e|us|[Oo]urs?|[Oo]urselves)\b")
MOST_OF_OPEN = 12  # words: longer ones tell of something besides; chosen on newsdesk dev
ABOUT_US = frozenset("we us our ours it they this that".split())
COMPARING = re.compile(r"\b(?:than|as|what|like|that|which|how|who|whatever|to|can|could|and)\b")
# "A fifth drove himself to a clinic", "There are now 22": of what the sentences before tell.
ORDINAL = re.compile(
    r"(?:A|The) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:is|was|has|had|will|[a-z]+ed|drove|died|fell|went|came|lost|won|said)\b"
)
THERE_ARE = re.compile(
    r"There (?:is|are|was|were) (?:now |once |also |still |only |just )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|another|others|more)\.?$"
)
# "This was contested": what was is in the sentence before. "That is why": so is what it is the reason of.
POINTING = re.compile(
    r"(?:So |And |But )?(?:[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose) (?:also |now |too |alone |all |both |just |only |really )?(?:is|are|was|were|has|had|have|did|does|do|will|would|could|may|might|came|left|made|led|meant|means|makes|leaves|brings|brought)\b"
)
ONE = re.compile(
    r"(?:This|That|The [a-z]+) ones?\b|The (?:former|latter) (?:is|are|was|were|has|had|have|did|will|[a-z]+ed|[a-z]+s)\b"
)
LEADING_TO_OTHERS = re.compile(
    r"(?:Here (?:is|are|was|were)|Here['’]s|Not all of (?:it|them)|(?:And )?[Tt]hen there (?:is|are|was|were)|In (?:them|it)\b|Among them\b)"
)
# "Lithuania will be the first to do so", "The rest did not": the deed is told elsewhere.
ECHO = re.compile(
    r"\b(?:do|does|did|done|doing) (?:so|the same|likewise)(?: too| as well| again)?\.?$"
    r"|\b(?:(?:followed|follows?) suit|went further|(?:did|does|do|could|was|were|is|are|has|have|had|would|will|can) not|didn['’]t|cannot|offer another|the other way|the opposite)\.?$"
    r"|\b(?:has|had|have|did) every (?:one|time)\b"
    r"|^(?:[A-Z][\w’'-]* ?){1,4} (?:did|does|do|has|have|had|was|were|will|would)(?:\.$|:)"
)


def unclear(words: str, tokens: Tokens) -> str | None:
    """Why a claim of the article's own voice, worded as *words*, should wait for a person; None where nothing speaks against it."""
    if words.endswith("?"):
        return "It asks and tells nothing."
    if _lacks_main_clause(tokens):
        return "It is no whole sentence."
    if _counts_nothing(words, tokens) or _points_back(words, tokens) or LEADING_TO_OTHERS.match(words):
        return "It is not clear what is meant."
    if figures_of_speech.says_nothing(words, tokens):
        return "It says nothing that could be checked."
    if DID.search(words) and not COMPARING.search(words):
        return "It is not clear what is meant."
    if ECHO.search(words) and not _tells_deed(tokens):
        return "It is not clear what is meant."
    return None


def of_statement(words: str, tokens: Tokens, statement: Statement) -> str | None:
    """What is not clear of the article's own words, or of those that somebody is quoted with."""
    if statement.attributed:
        return quoted(words, tokens) if statement.form is Form.DIRECT else None
    return unclear(words, tokens)


def quoted(words: str, tokens: Tokens) -> str | None:
    """The same of somebody's own words, which others may tell in part: only what says "this" or "we" and names nothing."""
    if _points_back(words, tokens):
        return "It is not clear what is meant."
    few = len(words.split()) <= MOST_OF_OPEN
    open_ = few and OPEN_WE.search(words) and _is_about_us(tokens) and not _tells_something(tokens)
    return "It is not clear who speaks." if open_ else None


def _is_about_us(tokens: Tokens) -> bool:
    """Whether those who speak are the subject, or "it" and "they" are; "When we heat the coating, *the dirt* slides down" is of dirt."""
    verb = main_verb(tokens)
    return verb is None or any(t.lower in ABOUT_US for t in subject(tokens, verb))


def _tells_something(tokens: Tokens) -> bool:
    return any(t.tag in ("NNP", "CD") for t in tokens[1:])


def _lacks_main_clause(tokens: Tokens) -> bool:
    """Whether all verbs belong to what hangs on a noun, or the words break off with "what" or begin with "where"."""
    said = [t for t in tokens if t.word[:1].isalnum()]
    if not said:
        return False
    if (
        _is_rest_of_noun(tokens)
        or _only_times(tokens)
        or _only_goes_on(tokens)
        or said[-1].tag == "WP"
        or tokens[0].lower == "where"
    ):
        return True  # "apologised for what | he called", "where two states have sued"
    first = next((i for i, t in enumerate(tokens) if t.tag in FINITE), None)
    if first is None:
        return False
    clause = tokens[0].lower in SUBORDINATORS and any(t.tag == "," for t in tokens)
    dated = tokens[0].word in WEEKDAYS and tokens[1].tag == ","
    timed = len(tokens) > 3 and tokens[0].tag in ("CD", "DT") and tokens[2].lower in ("after", "before")
    if tokens[0].word in WEEKDAYS and tokens[1].tag == "MD":
        return True  # "rain | forecast for | Thursday would wash away"
    if main_verb(tokens) is None and (timed or tokens[0].tag == "VBG"):
        return True
    if tokens[0].lower == "asked" and tokens[1].lower in ("whether", "if", "about", "why", "how", "what"):
        return True
    partly = any(one.lower == "of" and two.lower in ("whom", "which") for one, two in pairwise(tokens))
    if partly and main_verb(tokens) is None:
        return True  # "the guests, most of whom stood"
    hangs = (tokens[0].tag in ("IN", "RB") or dated) and main_verb(tokens) is None and not clause
    torn = tokens[0].tag == "IN" and first > 1 and tokens[first - 1].tag == "," and tokens[first].tag == "VBD"
    return hangs or (
        torn and not has_finite(tokens[first + 1 :]) and not any(t.tag == "," for t in tokens[: first - 1])
    )


def _only_goes_on(tokens: Tokens) -> bool:
    """Whether the main verb is joined to one that stands outside, behind a clause that hangs on it: "as forces closed in, *and noted*"."""
    main = main_verb(tokens)
    if not main or tokens[0].lower not in SUBORDINATORS or not is_joined_on(tokens, main):
        return False
    comma = next((i for i, t in enumerate(tokens) if i > main and t.tag == ","), len(tokens))
    return (
        main_verb(tokens[comma:]) is None
    )  # "If it is listed there *and has* fines, they must be paid" goes on to its end


def _only_times(tokens: Tokens) -> bool:
    """Whether a noun alone stands before a clause that tells when: "supporters in Velm *as he conceded*"."""
    at = next((i for i, t in enumerate(tokens) if t.lower in ("as", "when", "while") and i), None)
    if at is None or at + 1 >= len(tokens) or tokens[at + 1].tag != "PRP" or main_verb(tokens) is not None:
        return False
    return all(t.tag in IN_NOUN_PHRASE or t.tag == "IN" for t in tokens[:at])


def _points_back(words: str, tokens: Tokens) -> bool:
    """Whether the subject is "this" or "the latter" and nothing else tells what is meant: no name, figure or record."""
    if ONE.match(words):
        return True
    tells = any(t.tag in ("NNP", "CD") or t.lower == "first" for t in tokens[1:])
    return (POINTING.match(words) is not None and not tells) or _is_this_alone(words, tokens)


def _is_this_alone(words: str, tokens: Tokens) -> bool:
    """Whether "this" without a noun is the subject of whatever verb: "This both renders them eligible"."""
    behind = list(dropwhile(lambda t: t.tag == "RB" or t.lower in ("both", "all"), tokens[1:]))
    said = words.split()[1:]
    named = "first" in said or any(word[:1].isupper() or word[:1].isdigit() for word in said)
    return tokens[0].lower in ("this", "these", "those") and bool(behind) and behind[0].tag in FINITE and not named


def _is_rest_of_noun(tokens: Tokens) -> bool:
    """Whether the noun before "of" was read as another's: "Leaders of this nation | of nine atolls have left"."""
    return tokens[0].lower == "of" and not any(t.tag == "," for t in tokens)


def _counts_nothing(words: str, tokens: Tokens) -> bool:
    """Whether the subject is a number or "both" whose noun stands in another sentence: "Two were blank", "Two of them won"."""
    if OF_THEM.match(words):
        return True
    if ORDINAL.match(words) or THERE_ARE.match(words):
        return True
    opens = words.split(maxsplit=1)[0].lower()
    if opens != tokens[0].lower or (opens not in COUNTING and not _is_the_other(tokens)):
        return False
    behind: list[Token] = list(tokens[1 + 2 * _is_the_other(tokens) :])
    adverbs = list(takewhile(lambda t: t.tag == "RB", behind))
    verb = behind[len(adverbs) : len(adverbs) + 1]
    people = any(t.lower in OF_PEOPLE for t in tokens)
    return bool(verb) and verb[0].tag in FINITE and not people


def _is_the_other(tokens: Tokens) -> bool:
    """Whether "the other two" opens the words."""
    return len(tokens) > 3 and tokens[0].lower == "the" and tokens[1].lower == "other" and tokens[2].tag == "CD"


def _tells_deed(tokens: Tokens) -> bool:
    """Whether a clause before tells what was done: "Lima shut its schools *and* Velm did the same"."""
    joint = next((i for i, t in enumerate(tokens) if t.lower in ("and", "but", ";") and i > 2), 0)
    return sum(t.tag in FINITE for t in tokens) > 1 or (joint > 0 and tokens[-1].lower != "not")
