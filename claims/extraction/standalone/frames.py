"""Contents that are no sentence of their own ("urged people to vote", "called it a farce"), completed into one."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from claims.extraction.lexicon import frames as cues
from claims.extraction.standalone import deeds
from claims.extraction.standalone.clauses import FINITE, IN_NOUN_PHRASE, RELATIVES, has_finite, main_verb, subject
from claims.extraction.standalone.cuts import Tokens, literal
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.told import Told, as_subject, did, is_plural, unquoted

FEWEST_OF_CLAUSE = 3  # words that may be a clause
GAP = 3  # letters between two words from which others stand between them
LONGEST_SUBJECT = 14  # words before "to" that may be whom the infinitive is about
NOUNS = ("NN", "NNS", "NNP", "PRP", "CD", "DT")
SAID_BEFORE = frozenset("the this that these those his her its their".split())
SOME = frozenset("many some few most several others".split())
NOBODY = {"anybody": "nobody", "anyone": "no one", "anything": "nothing", "any": "no"}
THINGS = ("NN", "NNS", "NNP", "PRP", "CD")  # what can be given a name
ABOUT = frozenset("at up about over between around under".split())
DEEDS = ("VBN", "VBG")
DESCRIBES = ("JJ", "VBN", "CCo", "RB", "Q", "NN")
AUXILIARIES = frozenset("is are was were has have had will would can could should may might must does do did".split())


def completed(tokens: Tokens, told: Told) -> Tokens:
    """The content as a full clause, by what its cue does; unchanged where it is one or where no frame fits."""
    tokens = _behind_saying(tokens, told)
    verb = main_verb(tokens)
    named = _naming(tokens, told) if verb and any(t.lower == "as" for t in tokens[1:verb]) else None
    if named is not None:
        return named
    gapped = _across_cue(tokens, verb) if verb is not None else None
    if gapped is not None:
        return gapped
    urged = _infinitive(tokens, told) if verb is not None and _is_urged(tokens, verb, told) else None
    if urged is not None:
        return urged
    if verb is not None and (tokens[0].tag != "TO" or _has_purpose(tokens, verb)):
        return _negated(tokens, verb) if told.denied and told.by(cues.DENYING) else tokens
    core = unquoted(tokens)
    if core and core[0].lower in ("that", "of", "for", "with") and len(tokens) > 2:
        told = replace(told, cue=f"{told.cue} {core[0].lower}")
        tokens = tokens[1:]
    if not unquoted(tokens):
        return tokens
    return next((made for frame in FRAMES if (made := frame(tokens, told)) is not None), tokens)


def _behind_saying(tokens: Tokens, told: Told) -> Tokens:
    """ "Quoted X as saying Y": what X said."""
    if not told.by(cues.QUOTING):
        return tokens
    at = next((i for i, (one, two) in enumerate(pairwise(tokens)) if one.lower == "as" and two.lower == "saying"), None)
    if at is None or at + FEWEST_OF_CLAUSE > len(tokens):
        return tokens
    return tokens[at + 2 + (tokens[at + 2].lower == "that") :]


def _has_purpose(tokens: Tokens, verb: int) -> bool:
    """Whether "to …" leads in a whole clause: "To save lives, he fired"."""
    comma = next((i for i, t in enumerate(tokens[:verb]) if t.tag == ","), None)
    told = subject(tokens, verb) if comma is not None else []
    return bool(told) and told[0] in tokens[comma:verb]


def _is_urged(tokens: Tokens, verb: int, told: Told) -> bool:
    """Whether somebody is urged to do it, and the verb belongs to a clause further on: "the EU to release what it pledged"."""
    at = next((i for i in range(1, verb) if _is_infinitive(tokens, i)), None)
    return (
        at is not None and told.by(cues.URGING) and all(t.tag in IN_NOUN_PHRASE or t.tag == "PRP" for t in tokens[:at])
    )


def _across_cue(tokens: Tokens, verb: int) -> Tokens | None:
    """ "Is | recognised | as X", "was | reported | to have done it": what is left of a clause whose verb was the cue."""
    at = next((i for i in range(verb + 1, min(verb + 4, len(tokens) - 2)) if _is_torn(tokens, i)), None)
    if at is None or tokens[verb].lower not in ("is", "are", "was", "were"):
        return None
    if tokens[at].lower == "as":
        return [*tokens[:at], *tokens[at + 1 :]]
    if tokens[at].lower == "to" and tokens[at + 1].lower == "be":
        return [*tokens[:at], *tokens[at + 2 :]]
    if tokens[at].lower == "to" and tokens[at + 1].lower == "have":
        had = {"is": "has", "are": "have"}.get(tokens[verb].lower, "had")
        return [*tokens[:verb], *tokens[verb + 1 : at], literal(had, "VBD"), *tokens[at + 2 :]]
    return None


def _is_torn(tokens: Tokens, at: int) -> bool:
    """Whether words of the article stand between this word and the one before."""
    return tokens[at].start - tokens[at - 1].end > GAP and tokens[at - 1].start >= 0


def _negated(tokens: Tokens, verb: int) -> Tokens:
    """What "denied that …" claims."""
    if any(t.lower in ("not", "n't", "never", "no") for t in tokens):
        return tokens
    if tokens[0].lower in NOBODY:
        return [literal(NOBODY[tokens[0].lower], "NN"), *tokens[1:]]
    if tokens[verb].lower in AUXILIARIES:
        return [*tokens[: verb + 1], literal("not", "RB"), *tokens[verb + 1 :]]
    return [literal("it is not true that", "IN"), *tokens]


def _naming(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Called X a Y", "described X as Y": that X is Y."""
    quoted = any(
        t.lower == "as" and after.tag in ("Q", "DT", "PRP$") for t, after in pairwise(tokens[1:])
    ) and not has_finite(tokens)
    if told.by(cues.OFF) and not any(t.lower == "as" for t in tokens):
        return None  # "wrote that the case ‘collapses’"
    naming = (told.by(cues.NAMING) or (quoted and not told.by(cues.URGING))) and "for" not in told.cue.lower().split()
    at = _second_phrase(tokens) if naming else None
    if at is None:
        return None
    first, second = tokens[:at], tokens[at:]
    while first and first[-1].tag == ",":
        first = first[:-1]
    while second and second[0].lower in ("as", "being"):
        second = second[1:]
    if not second or not any(t.tag in THINGS for t in first) or first[0].tag == "TO" or first[-1].tag.startswith("CC"):
        return None
    if first[0].tag == "IN" or any(t.tag == "VBG" for t in first):
        return None  # "cited this in awarding him the prize"
    if first[-1].tag == "RB" and next((t.tag for t in reversed(first) if t.tag != "RB"), "") == "VBN":
        return None  # "a man identified only as P"
    return [*as_subject(first), literal("are" if is_plural(first) else "is", "VBZ"), *second]


def _second_phrase(tokens: Tokens) -> int | None:
    """Where the name begins that is given to what stands before it."""
    inner = range(1, len(tokens))
    by_word = next((i for i in inner if tokens[i].lower == "as"), None)
    if by_word is not None:
        return by_word
    mark = next((i for i in inner if tokens[i].tag == "Q" and not _is_quoted(tokens[:i])), None)
    if mark is not None:
        return mark - (tokens[mark - 1].lower in ("a", "an", "the")) or None
    return next((i for i in inner if _renames(tokens, i)), None)


def _is_quoted(before: Tokens) -> bool:
    """Whether a quotation mark behind these words closes one among them."""
    return sum(t.tag == "Q" for t in before) % 2 == 1


def _renames(tokens: Tokens, at: int) -> bool:
    before, here = tokens[at - 1].tag, tokens[at].tag
    if here == "DT":
        return before in ("NN", "NNS", "NNP", "PRP")
    core = tokens[at : next((i for i in range(at, len(tokens)) if tokens[i].tag == "IN"), len(tokens))]
    return here in ("JJ", "VBN") and before in NOUNS and all(t.tag in DESCRIBES for t in core)


def _infinitive(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Promised to do it", "urged X to do it", "said X to be Y"."""
    at = next((i for i in range(len(tokens) - 1) if _is_infinitive(tokens, i)), None)
    if at is None:
        return None
    before, after = tokens[:at], tokens[at + 1 :]
    negated = bool(before) and before[-1].lower == "not"
    before = before[:-1] if negated else before
    if before:
        return _of_another(before, after, told, negated=negated)
    if not told.who or (told.by(cues.URGING) and not told.by(cues.PROMISING)):
        return None
    if told.by(cues.PROFESSING) and after[0].lower in ("be", "have") and not (negated or told.denied):
        return [*told.who, _verb(after[0], plural=is_plural(told.who)), *after[1:]]
    return [*told.who, literal("will not" if negated or told.denied else "will", "MD"), *after]


def _is_infinitive(tokens: Tokens, at: int) -> bool:
    return tokens[at].lower == "to" and tokens[at + 1].tag in ("VB", "RB", "Q", "NN")


def _of_another(before: Tokens, after: Tokens, told: Told, *, negated: bool) -> Tokens | None:
    """What the words before "to" should do, are, have or will do."""
    if not any(t.tag in NOUNS for t in before) or len(before) > LONGEST_SUBJECT or before[-1].tag.startswith("CC"):
        return None
    about = as_subject(before)
    if told.by(cues.URGING):
        return [*about, literal("should not" if negated else "should", "MD"), *after]
    if before[0].tag == "PRP$" and before[-1].lower in cues.INTENTIONS and told.who:
        return [*told.who, literal("intends to", "VBZ"), *after]
    if before[0].lower == "from" and len(before) > 1 and told.demands:
        return [*as_subject(before[1:]), literal("should not" if negated else "should", "MD"), *after]
    if after[0].lower in ("have", "be"):
        return [*about, _verb(after[0], plural=is_plural(before)), *after[1:]]
    if any(t.tag in (",", ":") or t.lower == "as" for t in before):
        return None  # "rising costs, as suppliers try to meet demand"
    return [*about, literal("will", "MD"), *after] if told.by(cues.FORETELLING) else None


def _verb(base: Token, *, plural: bool) -> Token:
    forms = {"have": ("has", "have"), "be": ("is", "are")}
    return literal(forms[base.lower][plural], "VBZ")


def _plea(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Pleaded not guilty": that the source is not guilty."""
    core = unquoted(tokens)
    at = int(core[0].lower == "not")
    if not told.who or len(core) <= at or core[at].lower not in ("guilty", "innocent"):
        return None
    if core[at + 1 : at + 2] and core[at + 1].lower == "to":
        core = [*core[: at + 1], literal("of", "IN"), *core[at + 2 :]]  # "guilty to" goes with pleading alone
    return [*told.who, literal("is", "VBZ"), *core]


def _of_mind(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Expressed a desire to leave", "maintains a policy": that the source has one."""
    core = unquoted(tokens)
    end = next((i for i, t in enumerate(core) if t.tag in ("IN", "TO", ",", "WDT")), len(core))
    kept = told.by(cues.KEEPING) or (end and core[end - 1].lower in cues.OF_MIND and told.by(cues.VOICING))
    if not kept or not told.who or told.demands or has_finite(_without_relative(tokens)) or not _is_new(core):
        return None
    has = "have" if is_plural(told.who) else "has"
    negated = [literal("no", "DT")] if told.denied else []
    return [*told.who, literal(has, "VBZ"), *negated, *(tokens[1:] if told.denied and core[0].tag == "DT" else tokens)]


def _presence(tokens: Tokens, told: Told) -> Tokens | None:
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


def _not_excluded(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Did not rule out X": that X is possible."""
    core = unquoted(tokens)
    if not told.denied or not told.by(cues.EXCLUDING) or has_finite(tokens):
        return None
    if len(core) > FEWEST_OF_CLAUSE and core[0].lower in ("the", "a", "any") and core[1].lower == "possibility":
        core = core[2 + (core[2].lower == "of") :]
    return [*core, literal("are possible" if is_plural(core) else "is possible", "VBZ")]


def _verbless(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Estimated the victims aged 20", "showed Lind standing by": that they were, that she stood by."""
    core = unquoted(tokens)
    if main_verb(tokens) is not None or told.denied or told.by(cues.DENYING) or core[0].tag not in ("NNP", "DT", "PRP"):
        return None
    at = next((i for i, t in enumerate(core) if t.tag not in IN_NOUN_PHRASE or (i and t.tag in DEEDS)), None)
    if at is None or at + 1 >= len(core) or core[at - 1].tag not in ("NN", "NNS", "NNP", "PRP"):
        return None
    if core[at].tag == "VBG" and core[at - 1].tag == core[at + 1].tag == "NN":
        return None  # "a money laundering probe"
    if core[at].tag == "VBG":
        return [*core[:at], did(core[:at], core[at]), *core[at + 1 :]]
    if core[at].tag == "VBN" and core[at + 1].tag in ("IN", "TO", "RB", "CD"):
        return [*core[:at], literal("were" if is_plural(core[:at]) else "was", "VBD"), *core[at:]]
    return None


def _membership(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Named X among Y": that X is among Y."""
    at = next((i for i, t in enumerate(tokens) if i and t.lower == "among"), None)
    if at is None or told.denied or not told.by(cues.NAMING) or has_finite(tokens):
        return None
    first = tokens[:at]
    named = any(t.tag in THINGS for t in first) and all(t.tag not in ("IN", "TO") or t.lower == "of" for t in first)
    return [*as_subject(first), literal("are" if is_plural(first) else "is", "VBZ"), *tokens[at:]] if named else None


def _existence(tokens: Tokens, told: Told) -> Tokens | None:
    """A noun phrase that is reported, demanded or denied: that there is, should be or was no such thing."""
    core = unquoted(tokens)
    if has_finite(_without_relative(tokens)) or not _names_something(core) or any(t.lower == "let" for t in core):
        return None
    if told.demands and core[0].tag not in ("VB", "IN", "TO"):
        deed = next((i for i, t in enumerate(tokens) if i and t.tag == "VB" and tokens[i - 1].tag != "TO"), None)
        if deed is not None:  # "that it be waived"
            deed -= tokens[deed - 1].lower == "not"
            return [*tokens[:deed], literal("should", "MD"), *tokens[deed:]]
        return [literal("there should be", "MD"), *tokens]
    if told.denied or told.by(cues.DENYING):
        return _absence(core, told)
    clausal = told.by(cues.CLAUSAL) and len(core) > FEWEST_OF_CLAUSE and tokens[0].tag != "Q"
    hidden = clausal or told.by(cues.CALLED)  # "results that others *called* a farce"
    doing = core[0].lower.endswith("ing") and core[1:2] and core[1].tag in ("DT", "WDT", "PRP", "PRP$", "TO")
    if hidden or doing or not _is_new(core):
        return None
    if tokens[0].word[0].isupper() and tokens[0].tag in ("DT", "CD", "NN", "NNS", "RB") and tokens[0].start >= 0:
        tokens = [literal(tokens[0].lower, tokens[0].tag), *tokens[1:]]
    if told.by(cues.FORETELLING) or told.by(cues.PROMISING):
        return [literal("there will be", "MD"), *tokens]
    return [literal("there were" if is_plural(core) else "there was", "VBD"), *tokens]


def _absence(core: Tokens, told: Told) -> Tokens | None:
    """ "Denied any wrongdoing": that there was none. What is disputed exists, as do accusations, and "four counts" are no event."""
    exists = told.by(cues.DISPUTING) or any(t.lower in cues.OF_SAYING for t in core)
    blamed = any(t.lower == "for" for t in core)  # "blame corruption for it, a charge the government denies"
    if exists or blamed or core[0].lower in SAID_BEFORE or core[0].tag == "CD":
        return None
    none = "there were no" if is_plural(core) else "there was no"
    return [literal(none, "VBD"), *core[core[0].lower in ("any", "a", "an", "all") :]]


def _names_something(core: Tokens) -> bool:
    """Whether a noun phrase tells of what there is; "this argument" and "tens of thousands" do not, and a verb makes it a clause."""
    if any(_is_torn(core, at) and core[at].tag in ("IN", "TO") for at in range(1, len(core))):
        return False  # "another attack | ascribed | to the group"
    if any(one.tag == "VBN" and two.tag in ("CD", "DT", "PRP", "PRP$") for one, two in pairwise(core[1:])):
        return False  # "most of the crew used one of the boats"
    if any(one.tag in ("NN", "NNS") and two.tag == "DT" for one, two in pairwise(core)):
        return False  # "pensioners a fourteenth payment"
    if core[0].lower in SOME and core[1:2] and core[1].tag.startswith("VB"):
        return False  # "many lose faith"
    nouns = [t.lower for t in core if t.tag in ("NN", "NNS", "NNP", "CD")]
    said_before = core[0].lower in ("the", "this", "that", "these", "those", "such", "all", "any")
    return not cues.COUNTS.issuperset(nouns) and not (said_before and core[-1].lower in cues.OF_SAYING)


def _without_relative(tokens: Tokens) -> Tokens:
    """The words up to a clause that tells more of a noun among them: "36 cases on a ship | that called there"."""
    at = next((i for i, t in enumerate(tokens) if i and t.tag in RELATIVES), len(tokens))
    one = sum(t.tag in FINITE for t in tokens[at:]) == 1 and tokens[at - 1].tag != ","
    return tokens[:at] if one else tokens


def _is_new(core: Tokens) -> bool:
    """Whether a noun phrase tells of something not mentioned before."""
    first = core[0]
    if first.tag == "JJ" and core[1:2] and core[1].tag in ("IN", "TO"):
        return False  # "supportive of the party" is said of somebody
    if first.lower == "any":
        return False  # "does not list any": what stands before the cue turns it round
    if first.lower in ("the", "this", "that", "these", "those", "its", "his", "her", "their"):
        return False
    if first.tag == "IN":
        return first.lower in ABOUT and any(t.tag == "CD" for t in core[:4])  # "at least three"
    if first.tag == "RB":
        first = next((t for t in core if t.tag != "RB"), first)  # "currently ranked second" names nothing
    return first.tag in ("CD", "DT", "JJ", "NN", "NNS", "RB")


FRAMES: tuple[Callable[[Tokens, Told], Tokens | None], ...] = (
    deeds.responsibility,
    deeds.event,
    deeds.credit,
    deeds.blame,
    deeds.denied_deed,
    deeds.accusation,
    deeds.victory,
    _membership,
    _naming,
    _infinitive,
    deeds.gerund,
    _plea,
    _of_mind,
    _not_excluded,
    _presence,
    _verbless,
    _existence,
)
