"""Noun phrases that are reported, demanded, denied or not ruled out: that there is, should be, was no or may be such a thing."""

from dataclasses import replace
from itertools import pairwise

from claims.extraction.lexicon import frames as cues
from claims.extraction.standalone import unsaid
from claims.extraction.standalone.clauses import FINITE, IN_NOUN_PHRASE, RELATIVES, has_finite, main_verb
from claims.extraction.standalone.cutting.cuts import Tokens, is_torn, literal
from claims.extraction.standalone.frames.told import SUBJECT_FORMS, Told, did, is_plural, unquoted
from claims.extraction.standalone.tagging import Token

FEWEST_OF_CLAUSE = 3  # words that may be a clause
SAID_BEFORE = frozenset("the this that these those his her its their".split())
SOME = frozenset("many some few most several others".split())
ABOUT = frozenset("at up about over between around under".split())
QUESTIONS = frozenset("if whether how why".split())
SUPPOSED = frozenset("scenario scenarios hypothesis hypotheses hypothetical".split())
HOW_OFTEN = frozenset("often always usually never seldom rarely sometimes still generally frequently routinely".split())
DEMANDED_DEEDS = frozenset("probe inquire intervene apologise apologize resign investigate reconsider".split())
AGAIN = frozenset(
    "repeat repeats repeated repeating echo echoes echoed made make makes".split()
)  # "made a similar claim"
UTTERING = frozenset("say says said saying replied replying shouted shouting wrote writing answered".split())
DEEDS = ("VBN", "VBG")


def existence(tokens: Tokens, told: Told) -> Tokens | None:
    """A noun phrase that is reported, demanded or denied: that there is, should be or was no such thing."""
    if not told.demands and _has_base_verb(tokens):
        return tokens
    if told.demands and (deed := _deed_of_agency(tokens)):
        return [*tokens[:deed], literal("should", "MD"), *tokens[deed:]]
    if (unseen := _unseen_verb(tokens)) is not None:
        return [*tokens[:unseen], replace(tokens[unseen], tag="VBZ"), *tokens[unseen + 1 :]]
    core = unquoted(tokens)
    told_apart = unsaid.only_names(tokens) and not _tells_somebody(
        tokens
    )  # "a woman who fell and was left with a broken hip"
    if (
        (has_finite(without_relative(tokens)) and not told_apart)
        or not _names_something(core)
        or _speaks_of_no_such(core, told)
    ):
        return None
    if told.demands and core[0].tag not in ("VB", "IN", "TO"):
        return _demanded(_in_small(tokens))
    if told.denied or told.by(cues.DENYING):
        return _absence(core, told)
    if _is_hidden(tokens, told) or not is_new(core):
        return None
    tokens = _in_small(tokens)
    there = _there(core, told)
    return [literal(there, "VBD"), *tokens] if there else None


def _in_small(tokens: Tokens) -> Tokens:
    """Without the capital of a first word that is no name."""
    if tokens[0].word[0].isupper() and tokens[0].tag in ("DT", "CD", "NN", "NNS", "RB") and tokens[0].start >= 0:
        return [literal(tokens[0].lower, tokens[0].tag), *tokens[1:]]
    return tokens


def _has_base_verb(tokens: Tokens) -> bool:
    """Whether a verb was taken for its base form, as it is where several do it: "‘dual users’ *often underestimate* it"."""
    words = [t for t in tokens if t.tag != "Q"]
    return any(
        one.tag == "NNS" and two.lower in HOW_OFTEN and three.tag in ("VB", "VBP")
        for one, two, three in zip(words, words[1:], words[2:], strict=False)
    )


def _unseen_verb(tokens: Tokens) -> int | None:
    """Where the verb stands that looks like a noun for several behind one thing: "a single dose *protects* for months"."""
    if not tokens or tokens[0].lower not in ("a", "an", "every", "each", "another") or has_finite(tokens):
        return None
    end = next((i for i, t in enumerate(tokens) if i and t.tag not in ("JJ", "NN", "NNS")), len(tokens))
    goes_on = end < len(tokens) and tokens[end].tag in ("IN", "DT", "RB", "PRP", "CD", "TO")
    return end - 1 if goes_on and end > 2 and tokens[end - 1].tag == "NNS" and tokens[end - 2].tag == "NN" else None


def _tells_somebody(tokens: Tokens) -> bool:
    """Whether "that" opens a clause with a subject of its own, which somebody may have been told: "a friend that rain would come"."""
    return any(one.lower == "that" and two.tag not in (*FINITE, "RB") for one, two in pairwise(tokens))


def _there(core: Tokens, told: Told) -> str | None:
    """ "There will be", "may be" or "was", by the cue; none where it is told that it did not come."""
    if told.by(cues.FORETELLING) or told.by(cues.PROMISING):
        disproved = "had" in told.cue.lower().split()  # "had expected a fine of 100 million"
        return None if disproved else "there will be"
    if told.by(cues.WARNING):
        return "there is" if any(t.lower in cues.RISKS for t in core) else "there may be"
    return "there were" if is_plural(core) else "there was"


def _demanded(tokens: Tokens) -> Tokens:
    """What there should be, or what should be done: "demanded a vote", "that it be waived"."""
    bare = (
        i
        for i, t in enumerate(tokens)
        if i and tokens[i - 1].tag not in ("VB", "Q") and _is_demanded_deed(tokens[i - 1], t)
    )
    deed = next(bare, None)
    if deed is None and tokens[0].tag == "PRP$":
        return tokens  # "called for *their* safe passage": whose it is tells too little
    if deed is None:
        return [literal("there should be", "MD"), *tokens]
    if tokens[deed - 1].tag.startswith("CC") and any(
        a.tag == "TO" and b.tag == "VB" for a, b in pairwise(tokens[:deed])
    ):
        return [literal("there should be", "MD"), *tokens]  # "efforts to prevent it and *ensure* justice"
    if tokens[deed - 1].tag.startswith("CC"):
        deed = _first_of_two(tokens, deed)
    deed -= tokens[deed - 1].lower == "not"
    return [*tokens[:deed], literal("should", "MD"), *tokens[deed:]]


def _deed_of_agency(tokens: Tokens) -> int | None:
    """Where a verb stands behind a second name of its subject, which the window took for a noun: "that the agency, the CBI, *probe* a cover-up"."""
    found = (i for i, t in enumerate(tokens) if i > 1 and tokens[i - 1].tag == "," and t.lower in DEMANDED_DEEDS)
    at = next(found, None)
    return (
        at if at is not None and tokens[at + 1 : at + 2] != [] and tokens[at + 1].tag in ("DT", "PRP$", "IN") else None
    )


def _is_demanded_deed(before: Token, token: Token) -> bool:
    """Whether a verb stands there as it does behind "demanded that": "that a judge *inquire* into it"."""
    if token.tag == "VB":
        return before.tag not in ("TO", "MD")
    return token.lower in DEMANDED_DEEDS and before.tag in ("NN", ",") and token.tag in ("NN", "VBP")


def _first_of_two(tokens: Tokens, second: int) -> int:
    """Where the deed stands that was taken for a noun before another: "asked that the town *pay* for it and tell them"."""
    nouns = (
        i
        for i in range(2, second - 1)
        if tokens[i].tag == "NN"
        and tokens[i - 1].tag in ("NN", "NNS", "NNP")
        and tokens[i + 1].tag in ("IN", "DT", "TO", "PRP$")
    )
    return next(nouns, second)


def _is_hidden(tokens: Tokens, told: Told) -> bool:
    """Whether a clause hides whose verb was not seen, or a thing of which something was done and nothing told."""
    core = unquoted(tokens)
    named = told.by(cues.NAMING) and any(t.lower == "as" and behind.tag in ("DT", "JJ") for t, behind in pairwise(core))
    if named or told.by(cues.OPPOSING):
        return True  # "characterises events where four are shot *as a* mass shooting", "opposes recognition"
    if told.by(UTTERING) and len(core) < FEWEST_OF_CLAUSE:
        return True  # "saying "All right""
    clausal = (
        told.by(cues.CLAUSAL) and len(core) > FEWEST_OF_CLAUSE and tokens[0].tag != "Q" and not _is_claimed(core, told)
    )
    done = core[0].lower == "victory" or (told.by(cues.ADDING) and any(t.lower == "to" for t in core))
    doing = core[0].lower.endswith("ing") and core[1:2] != [] and core[1].tag in ("DT", "WDT", "PRP", "PRP$", "TO")
    return (
        clausal or done or doing or told.by(cues.CALLED | cues.NOT_REPORTING | AGAIN)
    )  # "results that others *called* a farce"


def _speaks_of_no_such(core: Tokens, told: Told) -> bool:
    """Whether nobody says that there is or should be such a thing: "ruled out a return", "recommended closing schools"."""
    out = told.by(cues.EXCLUDING) and "out" in told.cue.lower().split()
    closing = core[0].tag == "VBG" and core[1:2] != [] and core[1].tag in ("NNS", "NNP", "JJ", "DT", "PRP$", "CD")
    supposed = any(
        t.lower in SUPPOSED for t in core[:4]
    )  # "suggested a hypothetical *scenario*, in which the logs had been altered"
    offered = told.by(cues.OFFERING)  # "countered with a rise of 2%": it was only offered
    return out or supposed or offered or (closing and told.by(cues.PROPOSING)) or _asks_for(core, told)


def _asks_for(core: Tokens, told: Told) -> bool:
    """Whether somebody is asked for something, or to let it be: of "asked the state for guards" there should be no state."""
    asked = told.by(cues.ASKING) and any(t.lower == "for" for t in core[1:]) and all(t.tag != "VB" for t in core)
    wondered = told.by(cues.ASKING) and any(t.lower in QUESTIONS for t in core)
    return asked or wondered or any(t.lower == "let" for t in core)


def _is_claimed(core: Tokens, told: Told) -> bool:
    """Whether a noun phrase and no clause was claimed: "claimed widespread fraud"."""
    noun = core[0].lower not in ("victory", "credit")  # "claimed victory" is a deed of whoever claims it
    return noun and told.by(cues.PROFESSING) and all(t.tag in IN_NOUN_PHRASE or t.tag == "IN" for t in core)


def _absence(core: Tokens, told: Told) -> Tokens | None:
    """ "Denied any wrongdoing": that there was none. What is disputed exists, as do accusations, and "four counts" are no event."""
    exists = told.by(cues.DISPUTING) or any(t.lower in cues.OF_SAYING for t in core)
    blamed = any(t.lower == "for" for t in core)  # "blame corruption for it, a charge the government denies"
    if exists or blamed or core[0].lower in SAID_BEFORE or core[0].tag == "CD":
        return None
    if core[0].lower == "any" and core[1:2] and core[1].lower in cues.OF_ONESELF and not told.who:
        return None  # nobody knows whose
    if told.who and core[0].lower in cues.CRIMES:
        several = (
            is_plural(told.who)
            or (told.source or "").lower().startswith(("both ", "the two "))
            or " and " in (told.source or "")
        )
        return [*told.who, literal("are not guilty of" if several else "is not guilty of", "VBZ"), *core]
    shared = any(t.lower == "between" for t in core[1:3])  # "any link between the two" is nobody's own
    fault = core[core[0].lower == "any" :]
    if fault and fault[0].lower in cues.OWN_FAULTS and told.who and all(t.lower != "by" for t in fault):
        return [*told.who, literal("committed no", "VBD"), *fault]  # "denied wrongdoing": nobody is asked about others'
    if core[0].lower == "any" and core[1:2] and core[1].lower in cues.OF_ONESELF and told.who and not shared:
        return [*told.who, literal("had no", "VBD"), *core[1:]]  # "denied any knowledge of it"
    none = "there were no" if is_plural(core) else "there was no"
    return [literal(none, "VBD"), *core[core[0].lower in ("any", "a", "an", "all") :]]


def _names_something(core: Tokens) -> bool:
    """Whether a noun phrase tells of what there is; "this argument" and "tens of thousands" do not, and a verb makes it a clause."""
    if any(is_torn(core, at) and core[at].tag in ("IN", "TO") for at in range(1, len(core))):
        return False  # "another attack | ascribed | to the group"
    if any(
        one.tag == "VBN" and two.tag in ("CD", "DT", "PRP", "PRP$") for one, two in pairwise(without_relative(core)[1:])
    ):
        return False  # "most of the crew used one of the boats"
    if any(a.tag in ("NN", "NNS") and b.tag == "DT" and b.lower != "this" for a, b in pairwise(core)):
        return False  # "pensioners a fourteenth payment"; "40 deaths *this* year" are told
    if core[0].lower in SOME and core[1:2] and core[1].tag.startswith("VB"):
        return False  # "many lose faith"
    if core[0].tag == "CD" and len(core) > 1 and core[1].tag == "IN" and core[1].lower != "of":
        return False  # "recorded 4,120 in May": of what is not said
    if core[0].lower in ("no", "yes") and core[1:2] and core[1].tag in ("TO", "IN"):
        return False  # a banner reads "No to war": there was none
    if core[0].lower == "not" or any(t.lower == "times" and u.lower == "those" for t, u in pairwise(core)):
        return False  # "Not this year", "levels of up to 40 times those considered safe"
    nouns = [t.lower for t in core if t.tag in ("NN", "NNS", "NNP", "CD")]
    said_before = core[0].lower in ("the", "this", "that", "these", "those", "such", "all", "any")
    return not cues.COUNTS.issuperset(nouns) and not (said_before and core[-1].lower in cues.OF_SAYING)


def results(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Norvik reported a profit of 4 million": that it did, for whose profit there is must be told."""
    core = unquoted(tokens)
    end = next((i for i, t in enumerate(core) if t.tag in (*RELATIVES, ",")), len(core))
    nouns = {t.lower for t in core[:end]}
    lost = not {"loss", "losses"}.isdisjoint(nouns) and not any(t.word in "$£€" for t in core[:end])  # of men
    voted = "results" in nouns and not any("quarter" in noun or noun in ("annual", "fiscal") for noun in nouns)
    earned = not cues.EARNED.isdisjoint(nouns) and not lost and not voted
    if not earned or not told.who or told.denied or not told.by(cues.REPORTING) or has_finite(core[:end]):
        return None
    return [*told.who, literal(told.cue, "VBD"), *_in_small(tokens)]


def presence(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Reported the presence of X", "the possibility of X": that there is X, that X is possible."""
    core = unquoted(tokens)
    start = int(core[0].lower in ("the", "a"))
    if told.denied or len(core) < start + 3 or core[start + 1].lower != "of" or core[start + 2].tag == "VBG":
        return None
    if core[start].lower in ("presence", "existence"):
        return [literal("there is", "VBZ"), *core[start + 2 :]]
    if core[start].lower == "possibility":
        return [*core[start + 2 :], literal("is possible", "VBZ")]
    return None


def not_excluded(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Did not rule out X": that X is possible."""
    core = unquoted(tokens)
    if not told.denied or not told.by(cues.EXCLUDING) or has_finite(tokens):
        return None
    if len(core) > FEWEST_OF_CLAUSE and core[0].lower in ("the", "a", "any") and core[1].lower == "possibility":
        core = core[2 + (core[2].lower == "of") :]
    return [*core, literal("are possible" if is_plural(core) else "is possible", "VBZ")]


def verbless(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Estimated the victims aged 20", "showed Lind standing by": that they were, that she stood by."""
    core = unquoted(tokens)
    if main_verb(tokens) is not None or told.denied or told.by(cues.DENYING) or core[0].tag not in ("NNP", "DT", "PRP"):
        return None
    him = core[0].tag == "PRP"
    core = [replace(core[0], word=SUBJECT_FORMS.get(core[0].lower, core[0].word)), *core[1:]] if him else core
    at = next((i for i, t in enumerate(core[him:], him) if t.tag not in IN_NOUN_PHRASE or (i and t.tag in DEEDS)), None)
    if not at or at + 1 >= len(core) or core[at - 1].tag not in ("NN", "NNS", "NNP", "PRP"):
        return None
    if core[at].tag == "VBG" and core[at - 1].tag == core[at + 1].tag == "NN":
        return None  # "a money laundering probe"
    if core[at].tag == "VBG":
        return _seen_later(core, at, told) or [*core[:at], did(core[:at], core[at]), *core[at + 1 :]]
    if core[at].lower in cues.BEFALLING and core[at + 1].tag in ("IN", "RB"):
        return (
            tokens  # "the effect *disappeared* in people who added sugar": nobody did it, and it is a verb as it stands
        )
    if core[at].tag == "VBN" and core[at + 1].tag in ("IN", "TO", "RB", "CD"):
        return [*core[:at], literal("were" if is_plural(core[:at]) else "was", "VBD"), *core[at:]]
    return None


def _seen_later(core: Tokens, at: int, told: Told) -> Tokens | None:
    """With the verb behind a participle, which was read as another: "a train carrying 230 men *derailed* at"."""
    behind = (i for i in range(at + 2, len(core) - 1) if core[i].tag == "VBN" and core[i - 1].tag in ("NN", "NNS"))
    seen = next((i for i in behind if core[i + 1].tag in ("IN", "RB") and core[i + 1].lower != "by"), None)
    if seen is None or not told.by(cues.CLAUSAL):
        return None
    return [*core[:seen], replace(core[seen], tag="VBD"), *core[seen + 1 :]]


def some_of(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Has verified 180 of the cases": that the source has, for that there are so many was known before."""
    core = unquoted(tokens)
    part = len(core) > 2 and core[0].tag == "CD" and core[1].lower == "of" and core[2].tag in ("DT", "PRP$", "PRP")
    if not part or told.denied or not told.who or not told.by(cues.VERIFYING) or has_finite(tokens):
        return None
    return [*told.who, literal(told.cue, "VBZ"), *tokens]


def is_new(core: Tokens) -> bool:
    """Whether a noun phrase tells of something not mentioned before."""
    first = core[0]
    if first.lower == "both" and core[1:2] and core[1].lower in SAID_BEFORE:
        return False  # "cited both the fire and the flood"
    if first.tag == "JJ" and core[1:2] and core[1].tag in ("IN", "TO"):
        return False  # "supportive of the party" is said of somebody
    if first.lower in ("any", "here"):
        return (
            False  # "does not list any": what stands before the cue turns it round; "Here *the plans meet*" has a verb
        )
    if first.lower in ("the", "this", "that", "these", "those", "its", "his", "her", "their"):
        return False
    whose = core[2:3] and (core[2].tag == "PRP" or core[2].lower in ("those", "these"))
    if first.tag == "CD" and [t.lower for t in core[1:2]] == ["of"] and whose:
        return False  # "showed 20 of them being led away"
    if first.tag == "IN":
        return first.lower in ABOUT and any(t.tag == "CD" for t in core[:4])  # "at least three"
    if first.tag == "RB":
        first = next((t for t in core if t.tag != "RB"), first)  # "currently ranked second" names nothing
    return first.tag in ("CD", "DT", "JJ", "NN", "NNS", "RB")


def without_relative(tokens: Tokens) -> Tokens:
    """The words up to a clause that tells more of a noun among them: "36 cases on a ship | that called there"."""
    at = next((i for i, t in enumerate(tokens) if i and (t.tag in RELATIVES or t.lower == "if")), len(tokens))
    timed = at < len(tokens) and tokens[at].lower in ("when", "where", "if")  # tells only when or where, comma or not
    tail = [t for t in tokens[at:] if t.tag != "RB"]
    verbs = [t for i, t in enumerate(tail) if t.tag in FINITE and tail[i - 1].lower not in ("had", "has", "have")]
    one = len(verbs) == 1 and (tokens[at - 1].tag != "," or timed)
    return tokens[:at] if one else tokens
