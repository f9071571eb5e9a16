"""Contents that tell what their source is, has or wants: "pleaded *not guilty*", "maintains *his innocence*", "wants *to leave*"."""

from dataclasses import replace

from claims.extraction.lexicon import frames as cues
from claims.extraction.lexicon import minds
from claims.extraction.lexicon.people import SHARE
from claims.extraction.standalone.clauses import has_finite, main_verb
from claims.extraction.standalone.cutting.cuts import Tokens, literal
from claims.extraction.standalone.frames import noun_phrases, reckoned
from claims.extraction.standalone.frames.noun_phrases import FEWEST_OF_CLAUSE
from claims.extraction.standalone.frames.told import Told, is_plural, unquoted

WORDS_OF_CALLS = 4  # words in which the noun of a call stands: "repeated fresh calls for"
QUESTIONS = frozenset("whether who whom what why how where".split())
SPEECH = frozenset("said say says told answered answer responded respond replied".split())
WHOLE = minds.WANTING | minds.MINDED | minds.HAVING_NONE  # no clause ever follows them
OF_MIND = WHOLE | minds.INTENDING | minds.FEELING | minds.PONDERING.keys()


def in_mind(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Wants to repeal it", "does not know whom to trust": what is only meant or asked is told with whose mind it is in."""
    meant = told.by(OF_MIND) and (tokens[0].tag == "TO" or told.by(WHOLE) or main_verb(tokens) is None)
    if told.by(minds.MINDED) and tokens[0].tag != "TO" and not told.passive and not told.by(minds.WANTING):
        return None  # "has *determined* that it holds lead": found, and not minded so
    asked = told.by(minds.KNOWING_WHAT) and tokens[0].lower in QUESTIONS
    noun = minds.MEANT_ONLY.get(told.cue.lower())
    if noun and tokens[0].tag == "TO":
        return [*told.who, literal(noun if told.several else f"{noun}s", "VBZ"), *tokens] if told.who else tokens
    if not (meant or asked):
        return None
    return [*told.who, literal(told.agreeing, "VBZ"), *tokens] if told.who else tokens


def not_in_mind(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Do not believe there is any danger": told with whose mind it is in, for the clause alone says the opposite."""
    if not told.denied or not told.by(cues.BELIEVING) or not told.who or tokens[0].tag == "TO":
        return None
    words = told.words
    turned = (
        [] if words[0].startswith(("do", "did")) else [told.auxiliary or ("do not" if told.several else "does not")]
    )
    return [*told.who, literal(" ".join([*turned, *words[words[0] == "not" :]]), "VBZ"), *tokens]


def turned_down(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Rejected calls for a vote": what is asked for is neither true nor untrue, so it is told that the source grants none of it."""
    if not told.who or not told.by(cues.NOT_GRANTING):
        return None
    told_of = told.words[-1] in cues.PLEAS  # "*rejected calls* | for a vote"
    noun = -1 if told_of else next((i for i, t in enumerate(tokens[:WORDS_OF_CALLS]) if t.lower in cues.PLEAS), None)
    if noun is None or [t.lower for t in tokens[noun + 1 : noun + 2]] not in (["for"], ["to"]):
        return None
    verb = next(word for word in reversed(told.cue.split()) if word.lower() in cues.NOT_GRANTING)
    calls = literal(tokens[0].lower, tokens[0].tag)
    return [*told.who, literal(verb if "been" in told.cue else told.agreeing, "VBD"), calls, *tokens[1:]]


def plea(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Pleaded not guilty": that the source is not guilty."""
    core = unquoted(tokens)
    at = int(core[0].lower == "not")
    if not told.who or len(core) <= at or core[at].lower not in ("guilty", "innocent"):
        return None
    if core[at + 1 : at + 2] and core[at + 1].lower == "to":
        core = [*core[: at + 1], literal("of", "IN"), *core[at + 2 :]]  # "guilty to" goes with pleading alone
    return [*told.who, literal("is", "VBZ"), *core]


def innocence(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Maintains his innocence": that the source is innocent."""
    core = unquoted(tokens)
    own = len(core) > 1 and core[0].tag == "PRP$" and core[1].lower == "innocence"
    if not own or not told.who or told.denied or not told.by(cues.KEEPING, cues.PROTESTING):
        return None
    return [
        *told.who,
        literal("are" if is_plural(told.who) else "is", "VBZ"),
        replace(core[1], word="innocent", tag="JJ"),
        *core[2:],
    ]


def of_mind(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Expressed a desire to leave", "maintains a policy": that the source has one."""
    core = unquoted(tokens)
    end = next((i for i, t in enumerate(core) if t.tag in ("IN", "TO", ",", "WDT")), len(core))
    kept = told.by(cues.KEEPING) or (end and core[end - 1].lower in cues.OF_MIND and told.by(cues.VOICING))
    if (
        not kept
        or not told.who
        or told.demands
        or has_finite(noun_phrases.without_relative(tokens))
        or not noun_phrases.is_new(core)
    ):
        return None
    has = "have" if is_plural(told.who) else "has"
    negated = [literal("no", "DT")] if told.denied else []
    return [*told.who, literal(has, "VBZ"), *negated, *(tokens[1:] if told.denied and core[0].tag == "DT" else tokens)]


def own(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Reported its first loss", "posted their best result": that the source had it."""
    if not told.who or told.denied or not told.by(cues.REPORTING):
        return None
    if reckoned.is_result(tokens):
        return [*told.who, literal("had", "VBD"), *reckoned.without_day(tokens)]
    if tokens[0].lower not in ("its", "their"):
        return None
    if has_finite(tokens) or len(tokens) < FEWEST_OF_CLAUSE:
        return None
    return [*told.who, literal("had", "VBD"), literal(tokens[0].lower, "PRP$"), *tokens[1:]]


def opinion(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Approve of the mayor", "back the plan": that so many of those who were asked do."""
    shared = told.who and not told.denied and SHARE.match(told.source or "") is not None
    shared = shared and bool(told.cue) and told.cue.split()[-1].lower() not in SPEECH
    if not shared or has_finite(noun_phrases.without_relative(tokens)) or tokens[0].tag in ("IN", "TO", "VB", "RB"):
        return None
    return [*told.who, literal(told.cue, "VBP"), *tokens]
