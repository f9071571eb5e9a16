"""What somebody promised, was urged or is said to do: "promised to do it", "urged X to do it", "said X to be Y"."""

from dataclasses import replace
from itertools import pairwise

from claims.extraction.lexicon import frames as cues
from claims.extraction.lexicon.participles import PAST_OF_PARTICIPLE
from claims.extraction.standalone.cutting.cuts import Tokens, dates_itself, literal
from claims.extraction.standalone.frames.told import Told, as_subject, is_plural, present
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE

LONGEST_SUBJECT = 14  # words before "to" that may be whom the infinitive is about
SPANS = frozenset("year month week night summer winter spring autumn".split())
# Verbs that the tagger takes for nouns behind a name: "*Telvo plans* to cut jobs, two people told the paper" urges nobody.
MEANS_TO = frozenset("plans hopes aims claims offers threatens vows attempts".split())
ATTEMPTS = frozenset("attempt attempts effort efforts bid bids".split())
NOUN_ENDINGS = ("ance", "ence", "tion", "sion", "ment", "ness", "ity", "ship", "ism")
VERBS_LIKE_NOUNS = frozenset(
    "finance balance distance dance advance enhance glance reference influence silence mention question position function sanction"
    " caution condition station ration auction document comment implement supplement experiment witness vision ship harness cement lament".split()
)
# "Urged firms *to close* plants": behind "to", and before what it is done to, no adjective stands.
VERBS_LIKE_ADJECTIVES = frozenset(
    "close open clear clean free lower slow narrow cool calm empty correct secure own warm welcome".split()
)
OBJECTS = frozenset("NNS DT PRP PRP$".split())
GOALS = frozenset("death prison jail life custody court hospital safety power trial justice".split())
EFFORTS = frozenset(
    "effort efforts attempt attempts step steps measure measures action way ways strategy access aid funds funding money talks corridor"
    " corridors resources assistance legislation inquiry investigation".split()
)
HAPPENING = frozenset("be stop end cease continue resume begin start happen take go".split())
# "Who claimed *to* have found it": verbs that take an infinitive of their own.
TAKING_TO = frozenset(
    "claim claims claimed intend intends intended want wants wanted try tries tried hope hopes hoped plan planned agree agrees agreed refuse"
    " refuses refused fail fails failed decide decides decided seek seeks sought continue continues continued begin begins began start starts"
    " started seem seems seemed appear appears appeared tend tends tended need needs needed manage manages managed".split()
)
SAID_OF = frozenset("said known thought understood reported".split())
ADVICE = frozenset("recommendation advice suggestion proposal demand request order instruction".split())
THINKING = frozenset("believe believes believed think thinks thought consider considers considered".split())
NOUNS = ("NN", "NNS", "NNP", "PRP", "CD", "DT")


def infinitive(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Promised to do it", "urged X to do it", "said X to be Y"."""
    places = (i for i in range(len(tokens) - 1) if is_infinitive(tokens, i) and not _is_attempt(tokens, i, told))
    at = next(places, None)
    if at is None or (at == 0 and not told.by(cues.PROMISING) and _only_leads_in(tokens)):
        return None
    before, after = tokens[:at], tokens[at + 1 :]
    not_to = bool(before) and before[-1].lower == "not"
    before = before[:-1] if not_to else before
    negated = not_to or (told.denied and told.passive and told.by(THINKING, cues.FORETELLING, SAID_OF))
    after = _with_joined(after if after[0].lower == "have" else _without_past(after))
    if _tells_otherwise(before, after, told):
        return None
    if before and before[0].tag == "IN" and told.by(cues.PROMISING) and not told.by(cues.URGING):
        before = []  # "promised *after that crash* to build it"
    if before:
        return _of_another(before, after, told, negated=negated)
    return _of_source(after, told, negated=negated)


def _of_source(after: Tokens, told: Told, *, negated: bool) -> Tokens | None:
    """What the source should do, is or will do."""
    if told.who and told.by(cues.URGING) and told.passive:  # "parents were urged not to hoard it"
        return [*told.who, literal("should not" if negated else "should", "MD"), *after]
    asked = told.by(cues.URGING) or told.demands or told.by(cues.NAMING)  # "demanded to know", "found to be 65 million"
    if told.by(ADVICE) and told.words[-1] in ("is", "was"):
        return None  # "her *recommendation was* to close it": others should
    if not told.who or (asked and not told.by(cues.PROMISING)):
        return None
    if told.by(cues.PROFESSING) and after[0].lower in ("be", "have") and not (negated or told.denied):
        return [*told.who, *_in_its_time(after, plural=is_plural(told.who))]
    if told.by(cues.PROFESSING) and after[0].tag == "VB":
        return [*told.who, _now(after[0], plural=is_plural(told.who), negated=negated or told.denied), *after[1:]]
    return [*told.who, literal("will not" if negated or told.denied else "will", "MD"), *after]


def _is_attempt(tokens: Tokens, at: int, told: Told) -> bool:
    """Whether "to" only says what somebody tries: of "called for records of *attempts by Lind to* open it" nobody should open it."""
    end = at
    while end and tokens[end - 1].tag == "NNP":
        end -= 1
    end -= end < at and tokens[end - 1].lower == "by"
    return told.demands and end > 1 and tokens[end - 1].lower in ATTEMPTS


def _tells_otherwise(before: Tokens, after: Tokens, told: Told) -> bool:
    """Whether "to" belongs to a verb before it, stands in a clause with "that", or is of a thing told elsewhere."""
    if _is_of_other_verb(before) or (told.clause and not told.demands):
        return True
    return not before and _has_lost_thing(after, told)


def _is_of_other_verb(before: Tokens) -> bool:
    """Whether "to" goes on from a verb before it: "Lind, who *claimed to* have found it, lied", "where prices *tend to* be higher"."""
    own = bool(before) and before[-1].lower in TAKING_TO and before[-1].tag in (*FINITE, "VB", "VBN")
    return own and any(t.tag in ("WP", "WDT", "WRB", "IN", "PRP") for t in before)


def _has_lost_thing(after: Tokens, told: Told) -> bool:
    """Whether what is believed to be so stands elsewhere: "a stain *which its analysts believe* | to be blood"."""
    return told.by(THINKING) and not told.passive and after[0].lower in ("be", "have")


def _only_leads_in(tokens: Tokens) -> bool:
    """Whether the infinitive tells to what end, and the clause has its own subject: "*to protect these* we need money"."""
    verb = next((i for i, t in enumerate(tokens) if t.tag in FINITE), 0)
    return (
        verb > len(("to", "help"))
        and tokens[verb - 1].tag == "PRP"
        and tokens[verb - 2].tag in ("NN", "NNS", "NNP", ",")
    )


def _with_joined(after: Tokens) -> Tokens:
    """A second infinitive without its "to": "should support it and *to share* what it knows", "and not *to share* it"."""
    joined = {
        i
        for i in range(2, len(after) - 1)
        if after[i].lower == "to"
        and after[i - 1 - (after[i - 1].lower == "not")].lower in ("and", "or", "but")
        and after[i + 1].tag == "VB"
    }
    return [t for i, t in enumerate(after) if i not in joined]


def with_participle(tokens: Tokens) -> Tokens:
    """With the participle of "to have fled" as one: as a past form it would be the verb of a clause."""
    made = list(tokens)
    for at in range(2, len(tokens)):
        if tokens[at].tag == "VBD" and tokens[at - 1].lower == "have" and tokens[at - 2].lower == "to":
            made[at] = replace(tokens[at], tag="VBN")
    return made


def _without_past(tokens: Tokens) -> Tokens:
    """Without the day on which it was asked for or promised: "urged her to resign *last year*"."""
    said = tokens[: len(tokens) - (bool(tokens) and tokens[-1].tag == ".")]
    latest = next((i for i, t in enumerate(said[:-2]) if t.tag == "," and said[i + 1].lower == "most"), None)
    if latest is not None and said[latest + 2].lower == "recently":
        return said[:latest]  # "asked them twice to leave, *most recently in March*"
    if said and said[-1].lower == "yesterday":
        return said[:-1]
    ago = (
        len(said) > 2
        and said[-2].lower == "last"
        and said[-1].lower in SPANS
        and said[-3].tag not in ("IN", "DT", "TO")
    )
    return said[:-2] if ago else tokens


def is_infinitive(tokens: Tokens, at: int) -> bool:
    after = tokens[at + 1]
    if tokens[at].lower != "to" or after.word[0].isdigit():
        return False  # "waves of up *to 3m*"
    done = after.lower in VERBS_LIKE_ADJECTIVES and tokens[at + 2 : at + 3] != [] and tokens[at + 2].tag in OBJECTS
    return done or (after.tag in ("VB", "RB", "Q", "NN") and not _is_thing(after))


def _is_thing(token: Token) -> bool:
    """Whether a word behind "to" is a noun by its ending, and no verb that was taken for one: "a barrier to *resistance*"."""
    if token.tag == "NN" and token.lower in GOALS:
        return True  # "a man sentenced to *death*"
    return token.tag == "NN" and token.lower.endswith(NOUN_ENDINGS) and token.lower not in VERBS_LIKE_NOUNS


def _of_another(before: Tokens, after: Tokens, told: Told, *, negated: bool) -> Tokens | None:
    """What the words before "to" should do, are, have or will do."""
    # "Warned of a fire *if* the pump were to fail" tells of none.
    if (
        any(t.lower == "if" for t in before)
        or not any(t.tag in NOUNS for t in before)
        or _is_too_long(before)
        or before[-1].tag.startswith("CC")
        or _is_called_so(before, told)
        or _is_effort(before, after, told)
    ):
        return None
    before = _behind_second_for(before, told)
    about = as_subject(before)
    if _means_to(before, after):
        return [*before[:-1], replace(before[-1], tag="VBZ"), literal("to", "TO"), *after]
    to_people = before[-1].tag == "NNS" and len(told.cue.split()) == 1  # "appealed to | *parents not to* drive"
    asked = told.by(cues.APPEALING) and (to_people or bool({"for", "to"} & set(told.words)))
    if told.by(cues.URGING) or asked:
        return [*about, literal("should not" if negated else "should", "MD"), *after]
    if before[0].tag == "PRP$" and before[-1].lower in cues.INTENTIONS and told.who:
        several = is_plural(told.who) or " and " in told.who[0].word
        intends = (
            ("do not intend to" if several else "does not intend to")
            if negated
            else "intend to"
            if several
            else "intends to"
        )
        return [*told.who, literal(intends, "VBZ"), *after]
    if before[0].lower == "from" and len(before) > 1 and told.demands:
        return [*as_subject(before[1:]), literal("should not" if negated else "should", "MD"), *after]
    if (told.by(cues.FORETELLING) and after[0].lower != "have") or _is_announced(after, told):
        apart = any(t.tag in (",", ":") or t.lower == "as" for t in before)
        return None if apart else [*about, literal("will not" if negated else "will", "MD"), *after]
    of_now = after[0].lower in ("have", "be")
    return [*about, *_of_now(after, plural=is_plural(before), negated=negated)] if of_now else None


def _is_announced(after: Tokens, told: Told) -> bool:
    """Whether it is announced what will be done: "announced a plan *to be unveiled* in May"."""
    return told.by(cues.ANNOUNCING) and after[0].lower == "be" and after[1:2] != [] and after[1].tag == "VBN"


def _behind_second_for(before: Tokens, told: Told) -> Tokens:
    """Whom the infinitive is about, where something else was called for before: "an inquiry, and *for those responsible* to be tried"."""
    joints = (i for i, t in enumerate(before[:-2]) if t.tag.startswith("CC") and before[i + 1].lower == "for")
    second = next(joints, None) if told.by(cues.APPEALING) else None
    return before if second is None else before[second + 2 :]


def _is_called_so(before: Tokens, told: Told) -> bool:
    """Whether something is only named: "called him prone *to* lash out", "called it ‘a battle’ *to* save the club"; to call somebody to do it takes "on" or "for"."""
    plain = told.by(cues.CALLING) and not {"on", "for", "upon"}.intersection(told.words)
    return plain and (before[-1].tag == "JJ" or any(t.tag == "Q" for t in before))


def _is_effort(before: Tokens, after: Tokens, told: Told) -> bool:
    """Whether an effort is called for, and "to" says to what end: "called for a truce and *an effort* to bring aid"."""
    asked = told.by(cues.URGING, cues.APPEALING) or told.demands
    last = max((i + 1 for i, t in enumerate(before) if t.tag.startswith("CC")), default=0)
    nouns = [t for t in before[last:] if t.tag not in ("Q", "RB")]
    head = next((nouns[i - 1] for i, t in enumerate(nouns) if i and t.tag == "IN"), nouns[-1] if nouns else before[-1])
    return asked and head.lower in EFFORTS and before[0].lower != "for" and after[0].lower not in HAPPENING


def _means_to(before: Tokens, after: Tokens) -> bool:
    """Whether the word before "to" is the verb of a name: "Telvo *plans* to cut 3,200 jobs"."""
    means = before[-1].lower in MEANS_TO and len(before) > 1 and before[-2].tag == "NNP"
    return means and after[0].lower != "be"


def _is_too_long(before: Tokens) -> bool:
    """Whether so many words hardly are a subject; a list may be one, if no verb is among it."""
    verbless = all(t.tag != "VB" and t.lower != "not" for t in before)
    return len(before) > (2 * LONGEST_SUBJECT if verbless else LONGEST_SUBJECT)


def _of_now(after: Tokens, *, plural: bool, negated: bool) -> Tokens:
    """What somebody is or has done, or is not believed to: "are *not* thought to have been hurt"."""
    if not negated:
        return _in_its_time(after, plural=plural)
    return [literal(f"{_verb(after[0], plural=plural).word} not", "VBZ"), *after[1:]]


def _in_its_time(after: Tokens, *, plural: bool) -> Tokens:
    """What "to be" or "to have done it" tells of somebody; with a day of the past it was done, and "has" takes none."""
    told_on = any(t.tag == "VBD" for t in after[2:])  # "to have called in and *stayed*"
    past = after[0].lower == "have" and len(after) > 1 and (told_on or dates_itself(after) or _is_over(after))
    if not past or (after[1].tag != "VBN" and not after[1].lower.endswith("ed")):
        return [_verb(after[0], plural=plural), *after[1:]]
    if after[1].lower == "been":
        return [literal("were" if plural else "was", "VBD"), *after[2:]]
    done = PAST_OF_PARTICIPLE.get(after[1].lower)
    return [literal(done, "VBD") if done else replace(after[1], tag="VBD"), *after[2:]]


def _is_over(tokens: Tokens) -> bool:
    """Whether words tell of a time that is over: "last year", "two days ago", "when it rained"."""
    low = [t.lower for t in tokens]
    return "ago" in low or "when" in low or any(a == "last" and b in SPANS for a, b in pairwise(low))


def _now(base: Token, *, plural: bool, negated: bool) -> Token:
    """ "Claimed not to know": does not know."""
    if negated:
        return literal(f"{'do' if plural else 'does'} not {base.lower}", "VBZ")
    return literal(present(base.lower, plural=plural), "VBZ")


def _verb(base: Token, *, plural: bool) -> Token:
    forms = {"have": ("has", "have"), "be": ("is", "are")}
    return literal(forms[base.lower][plural], "VBZ")
