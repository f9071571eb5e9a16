"""Who speaks, where they are told to speak of what they want: "the company said it planned to close", "its chief said they want to stay"."""

import re
from collections.abc import Sequence

from claims.extraction.lexicon import bodies, heads
from claims.extraction.lexicon.people import COLLECTIVES, GROUPS, SHARE
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.clauses import main_verb
from claims.extraction.standalone.frames.told import PREPOSITION, UNNAMED, with_article
from claims.extraction.standalone.pronouns.speaker import VERBS, Speaker, agreement, possessive
from claims.extraction.standalone.tagging import Token

# Of these "it" and "they" say what the speaker wants, which nobody else can tell so well; what they have done or are may be told of others.
WANTING = frozenset(
    "want wants wanted plan plans planned intend intends intended aim aims aimed hope hopes hoped seek seeks sought would will need needs".split()
)
PEOPLE = GROUPS - COLLECTIVES - {"staff"}
NAMELESS = frozenset("one a an another".split())  # "one neighbour", "a witness"
_KIN = {"he": frozenset(("his", "him", "himself")), "she": frozenset(("her", "hers", "herself"))}
BE = frozenset("be been being have".split())
OBJECTS = ("DT", "NN", "NNS", "NNP", "CD", "JJ", "PRP$", "Q")  # what an object begins with
# What things do to people: "it would cost millions" is not said of the company that says so.
OF_THINGS = frozenset(
    "add cost take mean make cause help lead happen seem appear include contain concern affect depend become show involve require"
    " lower harm damage boost leave grow contract shrink slow rain snow allow give bring hit pass end start begin last go come stay remain die lose receive".split()
)
CLIENTS = frozenset(("client", "clients"))
FEELINGS = frozenset(
    "disappointed appalled saddened concerned aware confident committed sorry pleased delighted determined surprised shocked worried"
    " proud grateful cooperating co-operating investigating reviewing considering monitoring studying ready willing unaware".split()
)
SPOKEN_FOR = re.compile(
    r"^(?:(?:[Aa]n?|[Tt]he) )?(?P<body>[\w-]+(?: [\w-]+){0,3}?)?(?:['’]s)? ?spokes(?:man|woman|person)$"
)
SPEAKING = frozenset("comment confirm say verify speculate discuss".split())
# What storms, diseases, laws and sums have done to something; whatever else something has been done to, bodies did.
OF_EVENTS = frozenset(
    "killed injured wounded hit damaged caused spread infected affected reached forced left triggered moved passed crossed lost made"
    " brought cost taken displaced claimed flooded cut prompted led disrupted delayed exceeded topped seen shown helped given allowed"
    " become changed created improved reduced increased doubled tripled lasted included contained followed met put set turned kept"
    " violated breached broken undermined exposed threatened prevented burned burnt covered filled drawn won proved meant required hurt"
    " strengthened weakened boosted lowered saved wiped devastated ravaged swept shaken sparked begun ended started been had got"
    " gone come done".split()
)
# What somebody holds or expects, and no thing does.
HOLDING = frozenset(
    "expect expects expected believe believes believed support supports supported oppose opposes opposed regret regrets regretted"
    " welcome welcomes welcomed respect respects respected value values accept accepts accepted reject rejects rejected stand stands"
    " disagree disagrees disagreed agree agrees agreed condemn condemns condemned recognise recognises recognize recognizes".split()
)
# What things are doing, in "-ing"; whatever else is being done to something, somebody is doing.
GOING_ON = frozenset(
    "causing costing spreading affecting hurting growing rising falling killing hitting threatening making taking leading happening"
    " getting becoming going coming running moving approaching leaking burning working failing losing helping bringing".split()
)
# Where bodies stand: "was *in contact* with the league", "was not *in a position* to pay".
STANDING = re.compile(
    r"(?:in (?:\w+ )?(?:contact|touch|talks|discussions|dialogue|negotiations|a position)|on (?:high )?alert)\b"
)
# What only whoever speaks can have none of.
OF_ONESELF = frozenset(
    "role part say record records knowledge plans intention comment involvement reason choice".split()
)
# These speak of what others want: their clients, the accused, those they work for.
FOR_OTHERS = frozenset(
    "lawyer lawyers attorney attorneys counsel solicitor solicitors barrister prosecutor prosecutors police adviser advisers advisor aide aides".split()
)


def changes(tokens: Sequence[Token], who: Speaker | None, said: str, taken: Sequence[int] = ()) -> list[Change]:
    """The speaker's name for "it" or "they" as the subject of what is told in other words than theirs.

    *said* are the letters that the claim has already, *taken* the places that other changes stand at.
    """
    if who is not None and UNNAMED.search(who.name):
        return []  # "it is forecast to reach Velm": no forecaster will
    if (self_told := next((t for i, t in enumerate(tokens) if is_of_self(tokens, i, who)), None)) and who is not None:
        called = who.name if who.unsorted else who.name[0].lower() + who.name[1:]
        plain = who.unsorted or called.split()[0] in NAMELESS
        return [Change(self_told.start, self_told.end, called if plain else f"the {called}")]
    verb = main_verb(tokens)
    name = None if who is None or who.quoted else who.name if who.plural else _body_of(who) or who.side
    if who is None or name is None or verb is None or "".join(filter(str.isalnum, name.lower())) in said:
        return []
    at = next((i for i in range(verb) if tokens[i].lower in ("it", "they")), None)
    if (
        at is None
        or tokens[at].start < 0
        or tokens[at].start in taken
        or any(t.tag != "RB" for t in tokens[at + 1 : verb])
    ):
        return []
    if (
        any(t.tag in ("NN", "NNS", "NNP") for t in tokens[:at])
        or not _fits(tokens[at].lower, who)
        or not (_answers(who) or is_own(tokens, verb))
    ):
        return []
    if who.plural and " " not in name:
        return []  # "several" and "some" name nobody
    singular = tokens[at].lower == "they" and name.split()[-1][:1].isupper() and not who.plural
    words = f"the {name}" if name in who.led else with_article(name)
    return [Change(tokens[at].start, tokens[at].end, words), *(agreement(tokens, at, VERBS) if singular else [])]


def of_client(tokens: Sequence[Token], who: Speaker | None) -> list[Change]:
    """Whose client somebody is: of the lawyer who says it, "Krall's lawyer, Paul Vane, said that *his client* would appeal"."""
    if who is None or who.plural or not who.name[:1].isupper() or who.entity is None:
        return []
    at = next(
        (i for i, t in enumerate(tokens[:-1]) if t.lower in ("his", "her") and tokens[i + 1].lower in CLIENTS), None
    )
    plain = at is not None and tokens[at].start >= 0
    return [Change(tokens[at].start, tokens[at].end, possessive(who.name))] if at is not None and plain else []


def of_kin(tokens: Sequence[Token], who: Speaker | None) -> list[Change]:
    """Somebody known by whose wife or father they are, for the "she" or "he" that opens what they say."""
    plain = tokens[0].start >= 0 and tokens[0].end - tokens[0].start == len(tokens[0].word)
    if who is None or not plain or not is_of_kin(tokens, 0, who) or tokens[0].lower not in _KIN:
        return []
    return [Change(tokens[0].start, tokens[0].end, who.name)]


def is_of_kin(tokens: Sequence[Token], at: int, who: Speaker | None) -> bool:
    """Whether a pronoun goes with the wife or father who speaks: "Bo Lind's wife said *she* had fled"."""
    if who is None or who.quoted or not who.kin or who.pronoun not in _KIN:
        return False
    word = tokens[at].lower
    return word == who.pronoun or word in _KIN[who.pronoun]


def is_of_self(tokens: Sequence[Token], at: int, who: Speaker | None) -> bool:
    """Whether "he" or "she" opens what one person without a name is reported to say: "one neighbour said *she* heard a cry"."""
    if who is None or who.quoted or who.plural or tokens[at].start < 0 or tokens[at].lower not in ("he", "she"):
        return False
    if tokens[at].lower == who.told:
        return False
    words = who.name.lower().split()
    if PREPOSITION.split(who.name.lower())[0].split()[-1] in heads.CORPORATE_HEADS:
        return False  # "a court ordered that *he* be held"
    written = who.pronoun == "it" and who.side is None  # a video, a report
    if (
        written
        or not bodies.DOCUMENT_HEADS.isdisjoint(words)
        or tokens[at].end - tokens[at].start > len(tokens[at].word)
    ):
        return False  # "a lawsuit says *he* opened fire", "accused *him* of it"
    if who.unsorted and words[-1].endswith("s"):
        return False  # "Pals say he has not slept"
    described = who.name[0].islower() and who.pronoun != "it"  # "prime minister"
    nameless = (words[0] in NAMELESS or described or who.unsorted) and not FOR_OTHERS.intersection(words)
    return nameless and all(t.tag in ("RB", "IN", "CCc", ",") for t in tokens[:at])


def goes_with_self(tokens: Sequence[Token], at: int, who: Speaker | None) -> bool:
    """Whether "his" or "him" goes with such a "he": "one boy said *he* was stopped on *his* way home"."""
    kin = next((subject for subject, forms in _KIN.items() if tokens[at].lower in forms), None)
    before = [i for i in range(at) if tokens[i].lower == kin]
    named = any(t.tag == "NNP" for t in tokens[before[0] : at]) if before else True
    return bool(before) and not named and is_of_self(tokens, before[0], who)


def is_of_another(tokens: Sequence[Token], at: int, entity: int, who: Speaker | None) -> bool:
    """Whether "him" or "them" opens what is reported of somebody, and so is not the one who says it: "accused *him* of lying"."""
    token, own = tokens[at], who is not None and not who.quoted and entity == who.entity
    if own and who is not None and token.lower == who.told:
        return True  # "her sister informed *her* that she had won"
    turned = token.lower in ("he", "they") and token.end - token.start > len(token.word)  # "him", made a subject
    return own and at == 0 and (turned or token.lower in ("him", "them"))


def _fits(pronoun: str, who: Speaker) -> bool:
    """Whether the pronoun may go back to the speaker: "it" only to a body that speaks itself."""
    if FOR_OTHERS.intersection(who.name.lower().split()):
        return False
    if pronoun == "it" and (SHARE.match(who.name) or not PEOPLE.isdisjoint(who.name.lower().split()[:2])):
        return False  # "17 percent think *it* is lost", "people close to the deal say *it* is in talks"
    if pronoun == "it" and SPOKEN_FOR.search(who.name):
        return _body_of(who) is not None  # nobody calls a spokeswoman "it"
    return pronoun == "they" or (not who.plural and who.side == who.name)


def is_own_pronoun(tokens: Sequence[Token], at: int, who: Speaker | None) -> bool:
    """Whether a pronoun goes with those who speak, whoever the article named last."""
    if is_of_kin(tokens, at, who) or is_of_client(tokens, at, who):
        return True
    return goes_with_self(tokens, at, who) or _is_of_share(tokens[at], who)


def is_of_client(tokens: Sequence[Token], at: int, who: Speaker | None) -> bool:
    """Whether a pronoun goes back to the client that a lawyer speaks of: "said *his client* had lost *her* job"."""
    if who is None or tokens[at].lower not in ("he", "she", "his", "her", "him"):
        return False
    client = next((i for i in range(1, at) if tokens[i].lower in CLIENTS), None)
    return client is not None and tokens[client - 1].tag == "PRP$" and all(t.tag != "NNP" for t in tokens[:client])


def _is_of_share(token: Token, who: Speaker | None) -> bool:
    """Whether "they" are the part of those who were asked that says so, and not all of them: "44% of Democrats said *they* were keen"."""
    return (
        token.lower in ("they", "their", "them") and who is not None and not who.quoted and who.plural and _answers(who)
    )


def is_own(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb tells what somebody wants, feels or has done, and no thing does."""
    return (
        _wants(tokens, verb)
        or _feels(tokens, verb)
        or _has_done(tokens, verb)
        or _is_doing(tokens, verb)
        or tokens[verb].lower in HOLDING
    )


def _answers(who: Speaker) -> bool:
    """Whether part of those who were asked speak, which they do of themselves: "a third of teachers said *they* were tired"."""
    return (who.plural and SHARE.match(who.name) is not None) or who.name.lower() == "police"


def _body_of(who: Speaker) -> str | None:
    """The body that a spokeswoman without a name speaks for: "*a council* spokesman said it was sorry"."""
    match = SPOKEN_FOR.search(who.name)
    body = match["body"] if match else None
    if not body or (not body.islower() and " " in body):
        return None  # "a White House spokesman", "a Scotland Yard spokesman": only one of them has an article
    return f"the {body}" if body.islower() else body


def _feels(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb tells how somebody feels: "it was ‘disappointed’"."""
    words = [t for t in tokens[verb + 1 :] if t.tag not in ("RB", "Q")]
    being = tokens[verb].lower in ("is", "are", "was", "were", "remains", "remained")
    return being and bool(words) and words[0].lower in FEELINGS


def _has_done(tokens: Sequence[Token], verb: int) -> bool:
    """Whether somebody has done something to a thing: "it had struck a barracks"; what befalls things is not meant."""
    words = [t for t in tokens[verb + 1 :] if t.tag != "RB"]
    if tokens[verb].lower in ("had", "has") and words and words[0].lower == "no" and len(words) > 1:
        return words[1].lower in OF_ONESELF  # "it had no role in the analysis"
    if tokens[verb].lower not in ("had", "has", "have") or len(words) < 2 or words[0].tag not in ("VBN", "VBD", "JJ"):
        return False
    return words[0].lower not in OF_EVENTS and words[1].tag in OBJECTS


def _is_doing(tokens: Sequence[Token], verb: int) -> bool:
    """Whether somebody is doing something to a thing, or stands somewhere: "it is holding no prisoners", "it was in contact with the club"."""
    words = [t for t in tokens[verb + 1 :] if t.tag != "RB"]
    if tokens[verb].lower not in ("is", "are", "was", "were") or len(words) < 2:
        return False
    if STANDING.match(" ".join(t.lower for t in words[:4])):
        return True
    return words[0].tag == "VBG" and words[0].lower not in GOING_ON and words[1].tag in OBJECTS


def _wants(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb tells what somebody wants or will do."""
    words = [t for t in tokens[verb:] if t.tag != "RB"]
    if words[0].lower in ("stood", "stands", "stand") and [t.lower for t in words[1:2]] == ["ready"]:
        return True  # "it stood ready to help"
    if words[0].lower in ("could", "can") and len(words) > 1:
        # "could not comment", "could send its cargoes elsewhere"; things could do and be much else
        owned = [t.tag for t in words[2:3]] == ["PRP$"]
        return words[1].lower in SPEAKING or (owned and words[1].lower not in BE | OF_THINGS)
    if words[0].lower not in WANTING:
        return False
    return words[0].tag != "MD" or (len(words) > 1 and words[1].lower not in BE | OF_THINGS)
