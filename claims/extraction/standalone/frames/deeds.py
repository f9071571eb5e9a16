"""Contents that tell what somebody did without a verb for it: "the death of X", "X for Y", "doing it"."""

from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.lexicon import frames as cues
from claims.extraction.lexicon import happenings
from claims.extraction.standalone.clauses import has_finite
from claims.extraction.standalone.cutting.cuts import Tokens, all_in_the_past, inside_quotes, literal
from claims.extraction.standalone.frames.told import (
    ONESELF,
    Told,
    as_subject,
    base_of,
    did,
    is_gerund,
    is_plural,
    unquoted,
)
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import IN_NOUN_PHRASE, RELATIVES

OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it"}
IN_BLAMED = frozenset((*IN_NOUN_PHRASE, "Q", "IN", "CCo", ","))
TAKING_FOR = frozenset(
    "demand need appetite market hunger desire competition support prices costs tax taxes spending reliance".split()
)  # "for" or "on"


def responsibility(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Claimed responsibility": that the source was responsible."""
    core = unquoted(tokens)
    if not told.who or core[0].lower != "responsibility" or not told.by(cues.CLAIMING):
        return None
    was = "were" if is_plural(told.who) or names_several(told) else "was"
    return [*told.who, literal(f"{was} not responsible" if told.denied else f"{was} responsible", "VBD"), *core[1:]]


def names_several(told: Told) -> bool:
    """Whether the source is a bare plural or counted: "rebels", "Two groups"; a name may end in s too."""
    words = (told.source or "").split()
    return len(words) > 0 and words[-1].islower() and words[-1].endswith("s") and not words[-1].endswith("ss")


def event(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Announced the death of X", "announced X's death": that X has died."""
    core = unquoted(tokens)
    if owned := _owned_event(tokens, told):
        return owned
    if len(core) < 4 or core[0].lower != "the" or core[1].lower not in cues.EVENTS or core[2].lower != "of":
        return None
    end = 3
    while end < len(core) and (core[end].tag in IN_NOUN_PHRASE or core[end].lower in ("of", "and")):
        end += 1
    happened = cues.EVENTS[core[1].lower]
    if is_plural(core[3:end]):
        happened = happened.replace("was ", "were ").replace("has ", "have ")
    return None if told.denied or told.demands else [*core[3:end], literal(happened, "VBZ"), *core[end:]]


def _owned_event(tokens: Tokens, told: Told) -> Tokens | None:
    """What has happened to somebody, by who tells it as a fact: "confirmed *Ann Lind's death*", "*his* arrest"."""
    if not told.by(cues.ANNOUNCING, cues.STATING) or told.denied or told.demands:
        return None
    own = tokens[0].lower in OWNERS
    at = 0 if own else next((i for i, t in enumerate(tokens[:-1]) if t.tag == "POS"), 0)
    named = at > 0 and tokens[at - 1].tag == "NNP" and all(t.tag in IN_NOUN_PHRASE for t in tokens[:at])
    rest = tokens[at + 2 :]
    if not (own or named) or at + 1 >= len(tokens) or tokens[at + 1].lower not in cues.EVENTS:
        return None
    if rest and (rest[0].tag in ("NN", "NNS") or rest[0].lower in ("of", "or", "and")):
        return None  # "his death *sentence*", "her appointment *of* a clerk"
    felt = bool(rest) and (rest[0].tag == "Q" or rest[0].lower == "with")  # "announced it *with great sorrow*"
    happened = cues.EVENTS[tokens[at + 1].lower]
    if tokens[0].lower == "their":
        happened = happened.replace("was ", "were ").replace("has ", "have ")
    who = [replace(tokens[0], word=OWNERS[tokens[0].lower], tag="PRP")] if own else tokens[:at]
    return [*who, literal(happened, "VBZ"), *([] if felt else rest)]


def doer(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Attributed the bombing to rebels": that they were responsible for it."""
    at = _first(tokens, ("to",))
    if at is None or told.denied or not told.by(cues.ASCRIBING) or has_finite(tokens):
        return None
    done, by = tokens[:at], tokens[at + 1 :]
    noun = next((i for i, t in enumerate(done) if t.tag == "IN"), len(done)) - 1
    if noun < 0 or not any(done[noun].lower.removesuffix("s") in kind for kind in happenings.KINDS):
        return None
    if any(t.tag not in IN_BLAMED for t in by) or by[-1].tag not in ("NN", "NNS", "NNP"):
        return None
    return [*by, literal("were" if is_plural(by) else "was", "VBD"), literal("responsible for", "IN"), *done]


def nominal(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Cited their refusal to leave": that they refused to."""
    at = next((i for i, t in enumerate(tokens[:-2]) if t.lower in cues.DEEDS_TO), None)
    if not at or told.denied or told.demands or not told.by(cues.STATING, cues.ANNOUNCING, cues.ADMITTING):
        return None  # who criticises it says no more than that
    on = tokens[at].lower == "agreement" and tokens[at + 1].lower in ("on", "over") and tokens[at + 2].tag == "VBG"
    if not on and (tokens[at + 1].lower != "to" or tokens[at + 2].tag != "VB"):
        return None
    owner = tokens[:at]
    if len(owner) == 1 and owner[0].lower in OWNERS and told.who and told.by(cues.ANNOUNCING, cues.ADMITTING):
        return [*told.who, *_did_to(tokens, at)]  # what somebody announces as theirs is
    if len(owner) == 1 and owner[0].lower in OWNERS:
        return [replace(owner[0], word=OWNERS[owner[0].lower], tag="PRP"), *_did_to(tokens, at)]
    if owner[-1].tag != "POS" or any(t.tag not in (*IN_NOUN_PHRASE, "POS") for t in owner):
        return None
    return [*owner[:-1], *_did_to(tokens, at)]


def _did_to(tokens: Tokens, at: int) -> Tokens:
    joint = literal("on", "IN") if tokens[at + 1].lower == "over" else tokens[at + 1]
    return [literal(cues.DEEDS_TO[tokens[at].lower], "VBD"), joint, *tokens[at + 2 :]]


def changed(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Raised the death toll to six": that it was raised to six."""
    at = _first(tokens, ("to",))
    cue = told.words[-1:]
    if at is None or told.denied or has_finite(tokens) or not cue or cue[0] not in cues.CHANGING:
        return None
    if any(t.tag not in (*IN_BLAMED, "PRP") for t in tokens[:at]) or tokens[at - 1].tag not in ("NN", "NNS", "NNP"):
        return None
    if not any(t.tag == "CD" for t in tokens[at + 1 : at + 5]):
        return None
    return [
        *as_subject(tokens[:at]),
        literal("were" if is_plural(tokens[:at]) else "was", "VBD"),
        literal(cue[0], "VBN"),
        *tokens[at:],
    ]


def cause_of(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Gave the cause of death as a stroke": that it was one."""
    at = _first(tokens, ("as",))
    if at is None or told.denied or has_finite(tokens) or not told.by(cues.REPORTING, cues.GIVING):
        return None
    first = tokens[:at]
    given = any(t.lower in cues.GIVEN for t in first) and first[-1].tag in ("NN", "NNS")
    if not given or any(t.tag not in IN_BLAMED for t in first) or tokens[at + 1].tag == "VBG":
        return None
    return [*first, literal("was", "VBD"), *tokens[at + 1 :]]


def as_doing(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Reported the plane as belonging to the army": that it belonged to it."""
    at = _first(tokens, ("as",))
    if at is None or at + 2 >= len(tokens) or told.denied or not told.by(cues.NAMING, cues.REPORTING):
        return None
    first, deed = tokens[:at], tokens[at + 1]
    if deed.tag != "VBG" or deed.lower == "being" or tokens[at + 2].tag in ("NN", "NNS", "NNP", "."):
        return None
    if (
        first[-1].lower in ONESELF
        or first[-1].tag not in ("NN", "NNS", "NNP", "PRP")
        or any(t.tag not in (*IN_BLAMED, "PRP") for t in first)
    ):
        return None
    return [*as_subject(first), did(first, deed), *tokens[at + 2 :]]


def credit(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Credited X with making it possible": that X made it possible."""
    at = _first(tokens, ("with", "for"))
    if at is None or not told.by(cues.CREDITING) or tokens[at + 1].tag != "VBG":
        return None
    return [*tokens[:at], did(tokens[:at], tokens[at + 1]), *tokens[at + 2 :]]


def blame(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Blamed X for Y": that X is to blame for Y."""
    if not told.by(cues.BLAMING):
        return None
    quoted = inside_quotes(tokens)
    at = next((i for i in range(1, len(tokens) - 1) if _leads_to_blame(tokens, i) and not quoted[i]), None)
    if at is None:
        tokens = _without_apposition(tokens)
        quoted = inside_quotes(tokens)
        end = next((i for i, t in enumerate(tokens) if i and t.tag in RELATIVES and not quoted[i]), len(tokens))
        plain = all(quoted[i] or t.tag in IN_BLAMED for i, t in enumerate(tokens[:end]))
        names = plain and not told.denied
        outside = [t for t, inside in zip(tokens[:end], quoted, strict=False) if not inside]
        several = any(t.tag == "CCo" for t in outside)
        verb = "are" if several else _is(unquoted(tokens[:end]))
        said = [t for t in tokens if t.tag != "."]  # a full stop may stand before the closing mark
        return [*said, literal(verb + " to blame", "VBZ")] if names else None
    if tokens[at].lower == "for" and at == 1 and tokens[0].lower in ONESELF and told.who:
        return [*told.who, literal(_is(told.who) + " to blame", "VBZ"), *tokens[at:]]  # "blamed *himself* for it"
    if tokens[at].lower == "for":
        return [*tokens[:at], literal(_is(tokens[:at]) + " to blame", "VBZ"), *tokens[at:]]
    return [*tokens[at + 1 :], literal(_is(tokens[at + 1 :]) + " to blame for", "VBZ"), *tokens[:at]]


def _leads_to_blame(tokens: Tokens, at: int) -> bool:
    """Whether "for" or "on" leads to what somebody is blamed for; that of "falling *demand for* steel" does not."""
    return tokens[at].lower in ("for", "on") and tokens[at - 1].lower not in TAKING_FOR


def _without_apposition(tokens: Tokens) -> Tokens:
    """A name without what stands beside it to the end: "the Northern Front | , a rebel alliance which holds the hills"."""
    comma = next((i for i, t in enumerate(tokens) if t.tag == ","), None)
    beside = comma and tokens[comma - 1].tag == "NNP" and [t.lower for t in tokens[comma + 1 : comma + 2]]
    return tokens[:comma] if beside in (["a"], ["an"], ["the"]) else tokens


def _is(owner: Tokens) -> str:
    return "are" if is_plural(owner) else "is"


def victory(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Called the race for X": that X won it."""
    at = _first(tokens, ("for",))
    if at is None or not told.by(cues.CALLING) or tokens[at - 1].lower not in cues.CONTESTS:
        return None
    return [*tokens[at + 1 :], literal("won", "VBD"), *tokens[:at]]


def denied_deed(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Accused the militia of poisoning wells, which it denies": that it did not."""
    if not (told.denied and told.by(cues.DENYING)):
        return None
    of = next((i for i in range(1, len(tokens) - 1) if tokens[i].lower == "of" and tokens[i + 1].tag == "VBG"), None)
    if of is None or any(t.tag not in IN_NOUN_PHRASE for t in tokens[:of]):
        return None
    return [*tokens[:of], literal("did not " + base_of(tokens[of + 1].lower), "VBD"), *tokens[of + 2 :]]


def _wrong(owner: Tokens, deed: Token) -> Token:
    """What somebody is accused of, as what was done; nobody is accused of having lain."""
    return literal("lied", "VBD") if deed.lower == "lying" else did(owner, deed)


def _wrongly(owner: Tokens, adverb: Tokens, deed: Token) -> Tokens:
    """What somebody is accused of with its adverb; "of *not having* a plan" is that there was none."""
    if [t.lower for t in adverb] != ["not"]:
        return [*adverb, _wrong(owner, deed)]
    was = "were not" if is_plural(owner) else "was not"
    return [literal(was if deed.lower == "being" else "did not " + base_of(deed.lower), "VBD")]


def accusation(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Accused X of doing it": that X did it."""
    if not told.by(cues.ACCUSING) or (told.denied and not told.by(cues.DENYING)):
        return None  # who does not accuse her has not said that she did it
    if tokens[0].lower in ("him", "them"):
        tokens = as_subject(tokens)
    deeds = [i for i in range(1, len(tokens) - 1) if tokens[i].tag == "VBG"]
    deed = next((i for i in deeds if tokens[i - 1].lower in ("of", "with")), next(iter(deeds), None))
    at = _first(tokens[: deed or len(tokens)], ("of", "with"))
    quoted = (i for i in range(1, len(tokens) - 2) if tokens[i].lower == "of" and tokens[i + 1].tag == "Q")
    at = next(
        (i for i in quoted if tokens[i + 2].lower.endswith("ing")), at
    )  # "the Department of Health of "making up" figures"
    if deed is not None and tokens[deed - 1].lower in ("of", "with"):
        at = deed - 1
    elif deed is not None and at is None and tokens[deed - 1].tag in ("NN", "NNS", "NNP", "PRP"):
        return [*tokens[:deed], did(tokens[:deed], tokens[deed]), *_further(tokens[deed + 1 :], tokens[:deed])]
    if at is None:
        return None
    quote = at + 2 + (tokens[at + 2 : at + 3] != [] and tokens[at + 2].tag == "RB")  # "of “*seriously* undermining it”"
    if tokens[at + 1].tag == "Q" and tokens[quote : quote + 1] and tokens[quote].lower.endswith("ing"):
        return [*tokens[:at], literal("were" if is_plural(tokens[:at]) else "was", "VBD"), *tokens[at + 1 :]]
    adverb = tokens[at + 1 : at + 2] if tokens[at + 1].tag == "RB" else []  # "of *deliberately* hitting it"
    done = at + 1 + len(adverb)
    if done < len(tokens) and tokens[done].lower.endswith("ing"):
        further = all_in_the_past(_further(tokens[done + 1 :], tokens[:at]), tokens[:at])
        return [*tokens[:at], *_wrongly(tokens[:at], adverb, tokens[done]), *further]
    return [*tokens[:at], literal("committed", "VBD"), *tokens[at + 1 :]]


def _further(tokens: Tokens, owner: Tokens) -> Tokens:
    """ "…, and of keeping it": what else was done, as a second verb."""
    at = next((i for i in range(len(tokens) - 2) if _joins_deed(tokens, i)), None)
    if at is None:
        return tokens
    joint = literal(tokens[at].word, "CCv")
    return [*tokens[:at], joint, did(owner, tokens[at + 2]), *_further(tokens[at + 3 :], owner)]


def _joins_deed(tokens: Tokens, at: int) -> bool:
    return tokens[at].tag.startswith("CC") and tokens[at + 1].lower in ("of", "for") and tokens[at + 2].tag == "VBG"


def _first(tokens: Tokens, words: Sequence[str]) -> int | None:
    """Where one of the words stands inside the tokens, neither first nor last."""
    return next((i for i in range(1, len(tokens) - 1) if tokens[i].lower in words), None)


def were_done(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Reported 150 soldiers and 95 civilians *killed*": that so many were."""
    core = unquoted(tokens)
    figure = core[0].tag == "CD" or core[0].lower in ("dozens", "hundreds", "thousands", "scores")
    last = tokens[-1]
    if len(tokens) > 1 and tokens[-2].tag == "CD":
        return None  # "33 dead and more than 200 injured": there were so many
    if not figure or last.lower not in cues.HARMED or told.denied or has_finite(tokens[:-1]) or len(tokens) < 3:
        return None
    return [*tokens[:-1], literal("were", "VBD"), replace(last, tag="VBN")]


def gerund(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Confessed to acting alone", "denied inciting it": that the source did, or did not."""
    core = unquoted(tokens)
    if core[0].lower == "to" and len(core) > 1:
        core = core[1:]
    if not told.who or not is_gerund(core[0]) or core[0].lower in cues.OWN_FAULTS:
        return None  # "denied wrongdoing in the affair" is told of what there was
    if told.denied or told.by(cues.DENYING):
        if core[0].lower in ("having", "being"):
            return [*told.who, literal("denied", "VBD"), *tokens]
        return [*told.who, literal("did not " + base_of(core[0].lower), "VBD"), *core[1:]]
    if told.by(cues.PROMISING) and not told.by(cues.ADMITTING):
        return [*told.who, literal("will " + base_of(core[0].lower), "MD"), *core[1:]]
    if told.by(cues.ANNOUNCING):
        return [*told.who, literal("are" if is_plural(told.who) else "is", "VBZ"), *core]
    spoke = told.by(cues.SPEAKING_OF) and core[0].lower in ("being", "having")  # "talked of leaving" may be a plan
    admitted = spoke or told.by(cues.ADMITTING) or (told.by(cues.RECALLING) and core[0].lower != "missing")
    return [*told.who, did(told.who, core[0]), *core[1:]] if admitted else None
