"""What stands behind a noun with a comma and is no other name of it: "…, seven of them children", "barns, a chapel and …"."""

from claims.extraction.lexicon import heads, nations, people
from claims.extraction.standalone.clauses import SUBORDINATORS, has_finite, main_verb
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE, NOUNS, RELATIVES

PARTS_OF = frozenset("them these those which whom".split())
# With no noun of their own these stand for the subject of the sentence, or for what it tells.
RANKS = frozenset(
    "first last second third fourth fifth sixth seventh eighth ninth tenth latest only youngest oldest eldest biggest largest most".split()
)
PARTING = frozenset(("to", "since", "in", "for", "of"))
LISTING = frozenset(("among", "including"))
# They tell of what happened, and of no noun before them: "fell 11% in early trading, their steepest *drop* since March".
CHANGES = frozenset("drop fall rise decline increase gain jump slump loss surge plunge recovery".split())
ERECTED = frozenset("built opened founded designed renovated owned run erected completed".split())
SINGLED_OUT = frozenset("only first last largest biggest oldest smallest worst".split())
PEOPLE = (
    people.ROLES
    | people.GROUPS
    | people.NAMELESS
    | {"police", "authorities", "officials", "residents", "man", "woman", "couple"}
)
OF_DEEDS = frozenset(
    "offence offense crime felony misdemeanour misdemeanor charge practice move step act violation".split()
)
# What happens is called so, and no thing or person.
OF_CLAUSES = frozenset(
    "move step decision issue problem concern setback blow sign signal victory feat milestone trend development concession change"
    " turnaround reversal breakthrough phenomenon tactic mistake verdict ruling sentence outcome charge accusation allegation promise pledge".split()
)
# What is done is a part of one of these.
UNDERTAKINGS = frozenset(
    "package plan plans effort efforts campaign push strategy crackdown wave series drive programme program"
    " overhaul deal agreement attempt bid".split()
)
# Singular nouns for several, so that "the widows, a group of nine" are one: of "barns, a chapel and …" they never are.
SEVERAL = frozenset(
    "group couple pair family team band trio crowd majority minority number mix mixture collection series duo gang list".split()
)
FIGURES = frozenset(
    "number level rate figure total share rise fall increase toll amount proportion count temperature".split()
)
GIVES = frozenset("granted gave given awarded sent offered handed paid promised lent sold showed".split())
# Of these a figure is one: "203,091 votes, a record for the party".
OF_FIGURES = frozenset(
    "record increase rise fall drop decline decrease jump high low majority minority figure total".split()
)


LYING = frozenset("home heir host successor neighbour neighbor gateway adviser".split())  # "Velm, *home to* 300"
DRIVEN = frozenset("driven fuelled fueled caused led prompted triggered blamed sparked".split())
MOVES = frozenset("fall rise drop decline increase surge growth slump jump slowdown downturn recovery".split())
WITHOUT_NOUN = frozenset("with without by through because despite after before in at on for".split())
INCLUDING = frozenset("include includes included including".split())


def tells_of_another(tokens: Tokens, begin: int, body: Tokens, rest: Tokens) -> bool:
    """Whether *body* is no other name of the noun that begins at *begin* and stands before it."""
    if _counts(body) or _ranks_subject(tokens, begin, body) or _goes_on_listing(rest):
        return True
    return _tells_of_clause(tokens, begin, body) or _repeats_noun(tokens, begin, body)


def _repeats_noun(tokens: Tokens, begin: int, body: Tokens) -> bool:
    """Whether both have one noun, and so are two of a list: "the Danish *government*, the Swiss *government*"."""
    own = _noun_of(tokens[begin:])
    return own is not None and own == _noun_of(body) and tokens[begin].lower == body[0].lower == "the"


def _noun_of(phrase: Tokens) -> str | None:
    """The noun that a phrase ends with before its comma or what hangs on it."""
    end = next((i for i, t in enumerate(phrase) if i and t.tag in ("IN", "TO", "WDT", "WP", ",")), len(phrase))
    return phrase[end - 1].lower if end and phrase[end - 1].tag in ("NN", "NNS") else None


def _tells_of_clause(tokens: Tokens, begin: int, body: Tokens) -> bool:
    """Whether what the clause told is called something: "crews are protected in this deal, *a safety issue*"."""
    if len(body) > 2 and body[0].lower == "part" and any(t.lower in UNDERTAKINGS for t in body[2:6]):
        return main_verb(tokens[:begin]) is not None  # "voted to delay the opening of two schools, *part of a package*"
    end = next((i for i, t in enumerate(body) if i and t.tag in ("IN", "TO", "WDT", "WP", ",")), len(body))
    return body[0].lower in ("a", "an") and body[end - 1].lower in OF_CLAUSES and main_verb(tokens[:begin]) is not None


def _counts(body: Tokens) -> bool:
    """Whether some of those are counted who were named before: "twelve deaths in the flood, *seven of them* of children"."""
    return len(body) > 2 and body[0].tag == "CD" and body[1].lower == "of" and body[2].lower in PARTS_OF


def _ranks_subject(tokens: Tokens, begin: int, body: Tokens) -> bool:
    """Whether a rank without a noun stands behind a place: "Two cubs were seen in the wood, *the first to* be born there"."""
    ranked = len(body) > 2 and body[0].lower == "the" and body[1].lower in RANKS and body[2].lower in PARTING
    within = begin > 1 and tokens[begin - 1].tag == "," and tokens[begin - 2].tag == tokens[begin].tag == "NNP"
    return ranked and begin > 0 and (tokens[begin - 1].tag in ("IN", "TO") or within)  # "in Velm, Norland, the first"


def _goes_on_listing(rest: Tokens) -> bool:
    """Whether the description goes on with those whom it named: "a nurse with 40 pupils, *among them* a mayor, died"."""
    return len(rest) > 1 and rest[0].lower in LISTING and rest[1].lower in PARTS_OF


def is_of_noun_before(tokens: Tokens, begin: int, body: Tokens) -> bool:
    """Whether a thing of its kind is told of, and not the place where it is: "the hospital in Velm, *the only one* still open"."""
    placed = begin > 1 and tokens[begin - 1].lower in ("in", "at", "near", "of") and tokens[begin - 2].tag in NOUNS
    one = [t.lower for t in body[2:3]] == ["one"]
    if placed and body[0].lower in ERECTED and tokens[begin - 1].lower != "of":
        return True  # "the school in Velm, *built* in 1974"
    return placed and body[0].lower == "the" and len(body) > 1 and body[1].lower in SINGLED_OUT and one


def is_change(body: Tokens) -> bool:
    """Whether the words name how a figure changed."""
    noun = next((i for i, t in enumerate(body) if t.tag in ("IN", "WDT", "WP", ",")), len(body)) - 1
    return noun > 0 and body[0].tag in ("PRP$", "DT") and body[noun].lower in CHANGES


def is_of_change(tokens: Tokens, begin: int, body: Tokens) -> bool:
    """Whether what drives a change stands behind that of which it is one: "a fall in standards, *driven* by taxes"."""
    driven = body[0].lower in DRIVEN and begin > 1 and tokens[begin - 1].tag in ("IN", "VBG", "JJ")
    return driven and any(t.lower in CHANGES | MOVES for t in tokens[max(0, begin - 4) : begin])


def is_deed(tokens: Tokens, begin: int, at: int) -> bool:
    """Whether what stands beside a noun tells what was done to it: "charged with insulting the army, an offence"."""
    return begin > 0 and tokens[begin - 1].tag == "VBG" and any(t.lower in OF_DEEDS for t in tokens[at + 1 : at + 5])


def is_given(tokens: Tokens, at: int) -> bool:
    """Whether what was given stands behind whoever got it and is described: "granted Lind, once a clerk, *a pardon*"."""
    verb = main_verb(tokens[:at])
    gives = verb is not None and any(t.lower in GIVES for t in tokens[verb : verb + 3])
    return gives and verb is not None and any(t.tag == "," for t in tokens[verb:at])


def counts_in_place(head: Tokens, body: Tokens) -> bool:
    """Whether a figure stands behind a name, as the next of a list: "461 cases in Chile, *37 cases* in Peru"."""
    if head[-1].tag in ("VBN", "VBD"):
        return True  # "we've got hotels *booked*, a host of tours"
    counted = body[0].tag == "CD" and any(t.tag == "NNS" for t in body)
    figure = body[0].lower == "the" and any(
        t.lower in FIGURES for t in body[1:4]
    )  # "5 million in Peru, *the largest number* since 2007"
    return (counted or figure) and head[-1].tag == "NNP"


def is_of_list(tokens: Tokens, begin: int, at: int, body: Tokens) -> bool:
    """Whether one thing stands behind several, and so is the next of a list: "barns, a chapel and part of a school"."""
    noun = next((t.lower for t in body if t.tag in NOUNS), "")
    named = tokens[at - 1].tag == "NNP"
    if not named and any(t.lower in INCLUDING for t in tokens[:at]) and any(t.tag == "CCo" for t in body):
        return True  # "include a cut for owners, a ban on guns and more aid"
    many = tokens[at - 1].tag == "NNS" and tokens[at - 1].word.islower() and begin < at
    return many and body[0].lower in ("a", "an") and noun not in SEVERAL | OF_FIGURES


def repeats_no_noun(head: Tokens, body: Tokens) -> bool:
    """Whether "the largest such deal" stands beside another noun than "deal": it tells of what stands before."""
    such = next((i for i, t in enumerate(body) if t.lower == "such"), None)
    if such is None or such + 1 >= len(body):
        return False
    return body[such + 1].lower not in {t.lower for t in head}


def closes_clause(tokens: Tokens, at: int) -> bool:
    """Whether the comma only ends a clause that leads in: "if you broke a leg in Velm, the man who set it was Lind"."""
    before = tokens[:at]
    opened = any(t.lower in SUBORDINATORS for t in before)
    last = max((i for i, t in enumerate(before) if t.tag == ","), default=0)
    return (
        opened
        and has_finite(before[last:])
        and main_verb(before) is None
        and not any(t.tag in RELATIVES for t in before)
    )


def closes_insertion(tokens: Tokens, begin: int, close: int) -> bool:
    """Whether the comma ends what was put in before the object: "has read, in her spare time, every book"."""
    if begin < 3 or close < len(tokens) - 1 or tokens[begin - 1].tag != "IN" or tokens[begin - 2].tag != ",":
        return False
    return tokens[begin - 3].tag in FINITE | {"VBN", "VB"}


def is_no_noun(head: Tokens, body: Tokens) -> bool:
    """Whether nothing is named before the comma or behind it: "for, among *other things*, his letters", "*possibly with* their support"."""
    things = head[-1].lower == "things" and any(t.lower == "other" for t in head)
    return things or (len(body) > 1 and body[0].tag == "RB" and body[1].tag == "IN" and body[1].lower in WITHOUT_NOUN)


def is_place_before(head: Tokens, after: Token) -> bool:
    """Whether a place stands before a noun, the comma inside it: "the Auckland, New Zealand police force"."""
    return head[0].tag == "DT" and after.tag == "NNP" and all(t.tag == "NNP" for t in head[1:])


def stands_before_people(head: Tokens, body: Tokens) -> bool:
    """Whether a place with its state stands before a noun for people: "by Paulding, *Ohio*, police about noon", "a Tulsa, Oklahoma, man"."""
    state = len(head) and head[-1].word in nations.LANDS
    return bool(state) and body[0].tag in ("NN", "NNS") and body[0].lower in PEOPLE


def is_place_within(head: Tokens, body: Tokens) -> bool:
    """Whether a place stands behind another without more of a description: "Cleveland, Ohio to take part"."""
    return (
        all(t.tag == "NNP" for t in head)
        and body[0].tag == "NNP"
        and len(body) > 1
        and body[1].tag in ("TO", "IN", "VBG")
    )


def is_land_of_person(head: Tokens, body: Tokens) -> bool:
    """Whether a land stands before words for a person, who is somebody else: "two guests from Chile — a man …"."""
    noun = next((t.lower for t in body if t.tag in NOUNS), "")
    return " ".join(t.word for t in head) in nations.STATES and noun in people.ROLES


def are_two_names(head: Tokens, body: Tokens) -> bool:
    """Whether a name stands beside another that is no office: "… with Lind, the Green Party, chose …" names two."""
    names = [t for t in body if t.tag == "NNP"]
    if body[0].tag == "PRP$" and names and head[-1].tag == "NNP" and body[1].tag in NOUNS and body[1].tag != "NNP":
        return True  # "Ann Lind, *her envoy Bo Orr*"
    several = len(names) > 1 and len(names) == len(body) - (body[0].tag == "DT")
    return several and all(t.tag == "NNP" for t in head) and names[-1].lower not in people.ROLES


def is_subject_of_led(tokens: Tokens, at: int) -> bool:
    """Whether what stands behind a participle that leads in is the subject: "Published in The Lamp, *a study*, led by Ann Lind, found"."""
    verb = main_verb(tokens)
    led = tokens[0].tag in ("VBN", "VBG") and verb is not None and verb > at
    return led and verb is not None and tokens[verb - 1].tag == "," and not any(t.tag == "," for t in tokens[:at])


def lists_things(head: Tokens, body: Tokens) -> bool:
    """Whether two things with an article each stand behind a third: "most of the bay, *the hills to the north and the islands*"."""
    joint = next((i for i, t in enumerate(body) if t.tag == "CCo"), None)
    several = (
        joint is not None
        and body[0].lower == "the"
        and body[joint + 1 : joint + 2] != []
        and body[joint + 1].lower == "the"
    )
    plural = head[-1].tag == "NNS" or any(t.tag.startswith("CC") or t.tag == "CD" for t in head)
    return several and not plural and not any(t.lower in heads.TITLE_WORDS for t in body)


def leads_in(tokens: Tokens, at: int, close: int) -> bool:
    """Whether the noun belongs to a phrase that leads in, and what stands beside it is the subject: "At the poll, the party, …"."""
    if tokens[0].tag != "IN" or close >= len(tokens) - 1 or tokens[close + 1].tag not in FINITE:
        return False
    return not has_finite(tokens[:at]) and not any(t.tag == "," for t in tokens[:at])


def closes_participle(tokens: Tokens, begin: int, body: Tokens) -> bool:
    """Whether the comma ends what was done to a noun, and a verb follows: "the spice, *supplied by Orla of Velm*, contained lead"."""
    comma = max((i for i in range(begin) if tokens[i].tag == ","), default=0)
    aside = tokens[comma + 1 : begin]
    opened = comma > 0 and tokens[comma - 1].tag in NOUNS and bool(aside) and aside[0].tag in ("VBN", "VBG")
    return opened and body[0].tag in ("VBN", "VBD") and not has_finite(aside)


def opens_with_deed(body: Tokens) -> bool:
    """Whether a lone noun opens the words that is a verb read as one: "denied them the seat, *return to* Velm"."""
    lone = body[0].tag == "NN" and len(body) > 1 and body[1].tag == "TO"
    return lone and body[0].lower not in people.ROLES | LYING
