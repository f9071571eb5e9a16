"""Whom a text is about at the moment: "he" in the next sentence is mostly its subject, however often others are named.

After the centring theory of Grosz, Joshi and Weinstein (1995). The learnt weights know what is named how often; without this a man whose
pardon is told in a president's article was sentenced, convicted and found guilty under the president's name.
"""

import re
from collections.abc import Sequence

from claims.extraction.entities.antecedents import Candidate
from claims.extraction.entities.sorts import Sort
from claims.extraction.lexicon.cues import VERB_OF
from claims.extraction.lexicon.function_words import PREPOSITIONS

_LED = re.compile(r"(?:^|[.!?][\"”’']?\s+|\n\s*)[\"“]?(He|She)\b[^.!?\n]*$")
_TOLD_OF = re.compile(r"(?:^|[.!?][\"”’']?\s+|\n\s*)[^.!?\n]*\b(?:he|she|him|his|her)\b[^.!?\n]*$", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:he|she|him|his|her|hers)\b", re.IGNORECASE)
_DIED = re.compile(r"\b(?:has died|have died|who died|died (?:on|at|last|in)|dies|dead at)\b")
_OPENS_PARAGRAPH = re.compile(
    r"\n\s*(?:[A-Z][^.!?\nA-Z]{0,60}\s)?$"
)  # "*He* was …", "Last year *he* left": nobody is named before
_NEXT = re.compile(r"\s+(?:(?:also|later|then|has|had)\s+)*(?P<verb>[a-z]+)")
_SURVIVED = re.compile(r"\s+(?:is|was) survived by\b", re.IGNORECASE)
LEAD = 500  # letters at the front in which it is told that somebody has died
# Behind such a word a name is no subject, and a person's name has no article.
_NO_SUBJECT = re.compile(rf"\b(?:{'|'.join(sorted(PREPOSITIONS | {'the', 'as', 'than', 'like', 'fellow'}))})\s+$", re.I)
_OF_ANOTHER = re.compile(
    r"(?:^|[.!?][\"”]?\s+|\n)(?:[A-ZÀ-Þ][\w.-]* ){0,3}[A-ZÀ-Þ][\w-]*['’]s? (?:[a-z-]+ ){0,3}[a-z-]+, $"
)
# Somebody new opens a sentence: "A man who …", "Lind's husband, a boxer, …", "The officer who fired, …".
_NEW = re.compile(
    r"(?:[.!?][\"”]?\s+|\n)(?:(?:An?|One|Another|(?:[A-ZÀ-Þ][\w.-]* ){0,2}[A-ZÀ-Þ][\w-]+['’]s?) [a-z-]+|The [a-z-]+ who\b)"
)
# Nouns for somebody of whom nothing else is known, and who is told of; those who speak for others have a role. "The suspect"
# and "the defendant" are mostly whoever has been named.
_SOMEBODY = re.compile(
    r"(?!the (?:suspect|defendant)\b)(?:(?:an?|the|one|another) (?:[a-z][\w-]* ){0,2})?(?:man|woman|boy|girl|teenager|suspect|defendant|caller"
    r"|gunman|attacker|driver|captain|pilot|victim|patient|passenger|motorist|cyclist|\d{1,2}-year-old)\b",
    re.IGNORECASE,
)
_AND = r"(?:(?:And|But|So|Yet|Then|Also|Now),? )?"
# A sentence that opens with the pronoun, right before one that does.
_RUN = {
    pronoun: re.compile(
        rf"(?:(?:^|[.!?][\"”’']? +|\n\s*){_AND})(?P<he>{pronoun}|{pronoun.title()}) [^.!?\n\"“”]+[.!?] {_AND}$"
    )
    for pronoun in ("he", "she")
}
# In it somebody else does something besides: "He lost, *but Orme* won".
_ANOTHER_SUBJECT = re.compile(
    r"(?:\b(?:but|while|whereas|and|because|as|after|before|when|although|though)|;) [A-ZÀ-Þ]|[:\"“”]"
)
# A clause that tells when or why, up to the name that is its subject.
_BELOW = re.compile(r"\b(?:after|before|when|while|because|until|although|though|once) (?:[A-Z][\w.-]* ){0,3}$")
# "*Orr has acknowledged* he spoke with Berg. But *he* …": the next sentence opens with who acknowledged it, or with nobody sure.
_MIND = re.compile(
    r" (?:has |have |had )?(?:acknowledged|admitted|said|conceded|denied|confirmed|insisted|argued|claimed|met|spoke|called|urged|told|asked|praised|criticised|criticized)\b"
)
_OPENS = re.compile(r"(?:^|[.!?][\"”’']? +|\n\s*)(?:(?:And|But|So|Yet|Then|Also),? )?$")
_FOR = re.compile(
    r"(?:^|[.!?][\"”’']? |\n)(?:An?|The|One|Another) (?:[\w-]+ ){0,2}(?:spokes(?:wo)?man|spokesperson|aide|lawyer|attorney|adviser|advisor|ally|official) (?:for|to|of) (?:[A-Za-z][\w.-]* ){0,4}$"
)
# "*Orlan's mother* died. *She* …": the sentence before is about somebody of a named one's family.
_WHOSE = r"(?:[A-ZÀ-Þ][\w.-]* ?){1,5}['’]s? (?:[a-z-]+ ){0,2}"
_KIN = {
    "He": re.compile(
        _WHOSE + r"(?:father|husband|son|brother|grandfather|uncle|nephew|widower|boyfriend|stepfather)\b"
    ),
    "She": re.compile(_WHOSE + r"(?:mother|wife|daughter|sister|grandmother|aunt|niece|widow|girlfriend|stepmother)\b"),
}
OPENING = 30  # letters before a pronoun in which its sentence begins
LONGEST_RUN = 4  # sentences of such a run
FAR = 3  # sentences back in which a name is rather no longer talked about
NOUN = 24  # letters of a description
OWNER = 80  # letters of whose mother or lawyer somebody is
WORD = 40  # letters in which a preposition stands before a name
REACH = 400  # letters at most that are looked at for how a sentence begins


def goes_on(text: str, start: int) -> bool:
    """Whether the sentence of the name at *start* begins with "he" or "she": it goes on about somebody."""
    return _LED.search(text, max(0, start - REACH), start) is not None


def chained(text: str, start: int, pronoun: str) -> int:
    """Where the run of sentences begins that open with "he", of which the one at *start* goes on: "*He* won in May. And *he* …"; else *start*."""
    for _ in range(LONGEST_RUN):
        before = _RUN[pronoun].search(text, max(0, start - REACH), start) if pronoun in _RUN else None
        if before is None or _ANOTHER_SUBJECT.search(text, before.end("he"), start):
            break
        start = before.start("he")
    return start


def is_subject(text: str, one: Candidate) -> bool:
    """Whether a person may be whom the sentence is about; a name of unknown sort may where it opens one."""
    person = one.named and (one.sort is Sort.PERSON or one.sort is None)
    return person and one.leads and not _is_governed(text, one)


def _is_governed(text: str, one: Candidate) -> bool:
    """Whether a preposition or an article stands before a name: "Lind of *Velm*"."""
    return _NO_SUBJECT.search(text, max(0, one.start - WORD), one.start) is not None


def before_colon(text: str, options: Sequence[Candidate], here: int, start: int) -> int | None:
    """ "Holt was blunter: the plan was dead, *he* said": the subject before the colon, where nobody is named behind it."""
    found = [one for one in options if one.sentence == here and one.start < start and is_subject(text, one)]
    if len(found) != 1:
        return None
    between = text[found[0].start : start]
    return found[0].cluster if ": " in between and len(between) <= REACH else None


def apposed(text: str, options: Sequence[Candidate], here: int) -> int | None:
    """ "Ms. Bell's mother, *Geneva Reed*, wept. “…,” *she* said": the subject is who is named behind what she is to another."""
    named = [one for one in options if one.sentence < here and one.named]
    last = max((one.sentence for one in named), default=0)
    found = [
        one
        for one in named
        if one.sentence == last and _OF_ANOTHER.search(text, max(0, one.start - OWNER), one.start) is not None
    ]
    return found[0].cluster if len(found) == 1 else None


def goes_on_unnamed(text: str, options: Sequence[Candidate], here: int, chosen: int) -> bool:
    """ "A man who … was fined. *He* will appeal": the sentence before is about somebody without a name, and nobody since was named."""
    last = next((one.sentence for one in options if one.cluster == chosen), here)
    subjects = [one for one in options if one.sentence == here - 1 and one.sort is Sort.PERSON and one.leads]
    if last >= here - 1 or not subjects or any(one.named for one in subjects):
        return False
    return any(_NEW.search(text, max(0, one.start - OWNER), one.start + NOUN) for one in subjects)


def stands_since(text: str, options: Sequence[Candidate], here: int, chosen: int) -> bool:
    """ "Lind said so. Police sought *the man*. *He* fled": somebody without a name was told of since."""
    last = next((one for one in options if one.cluster == chosen), None)
    if last is None or last.sentence >= here - 1:
        return False
    since = (one for one in options if one.sentence >= here - 1 and one.cluster != chosen)
    return any(not one.named and _SOMEBODY.match(text, one.start) is not None for one in since)


def is_of_kin(text: str, options: Sequence[Candidate], here: int, chosen: int, start: int) -> bool:
    """Whether whoever was chosen only owned the subject of the sentence before, who is as likely meant: "*Orlan's mother* died. *She* was 80"."""
    told = next((one for one in options if one.cluster == chosen and one.sentence == here - 1 and one.named), None)
    if told is None or not _OPENS.search(text, max(0, start - OPENING), start):
        return False
    return any(text.startswith(who, start) and kin.match(text, told.start) for who, kin in _KIN.items())


def is_of_the_dead(text: str, start: int, end: int) -> bool:
    """Whether an obituary goes on with "he": each paragraph is about whoever has died, unless "he" says something."""
    if _DIED.search(text, 0, LEAD) is None:
        return False
    behind = _NEXT.match(text, end)
    says = behind is not None and behind["verb"] in VERB_OF
    opens = _OPENS_PARAGRAPH.search(text, max(0, start - 70), start) is not None
    return (opens and not says) or _SURVIVED.match(text, end) is not None


def is_of_protagonist(text: str, last: Candidate | None) -> bool:
    """Whether "he" goes back to the one whom the title names: whoever was named since was only told of beside him.

    "He was elected in 1990, beating *Falk*. *His* great achievement was the vote."
    """
    return last is not None and _TOLD_OF.search(text, max(0, last.start - REACH), last.start) is not None


def opens_paragraph(text: str, options: Sequence[Candidate], chosen: int, start: int) -> Candidate | None:
    """The one person named in the pronoun's paragraph so far, its subject, where whoever was chosen was named above it.

    "One is *Denis Lind*, a student. *He* said …": no other pronoun has said yet whom the paragraph goes on about.
    """
    begun = text.rfind("\n", 0, start) + 1
    if any(one.cluster == chosen and one.start >= begun for one in options) or _PRONOUN.search(text, begun, start):
        return None
    named = [one for one in options if begun <= one.start < start and one.named and not _is_governed(text, one)]
    return named[0] if len(named) == 1 and named[0].sort is Sort.PERSON and is_subject(text, named[0]) else None


def named_since(options: Sequence[Candidate], here: int, chosen: int, text: str) -> Candidate | None:
    """The one other person named in the sentence before, where whoever was chosen was named long before: "Tarn, whose son *Denis* died. “… *he* fell”"."""
    last = max((one.sentence for one in options if one.cluster == chosen), default=here)
    if here - last < FAR:
        return None
    found = [one for one in options if one.sentence >= here - 1 and one.named and one.sort is Sort.PERSON]
    return found[0] if len(found) == 1 and not goes_on(text, found[0].start) else None


def owner_of(text: str, options: Sequence[Candidate], chosen: int) -> int | None:
    """ "*Samir*, 34, whose *brother* drowned, waits. *He*": the sentence is about him whose brother it was."""
    told = next((one for one in options if one.cluster == chosen), None)
    if told is None or told.named or not text.endswith("whose ", 0, told.start):
        return None
    found = [one for one in options if one.sentence == told.sentence and one.start < told.start and one.named]
    return found[0].cluster if found and is_subject(text, found[0]) else None


def alone_before(text: str, options: Sequence[Candidate], here: int, chosen: int, start: int) -> int | None:
    """ "Lind told Osk it would be cheap. *Ms. Osk* nodded. *She* said": the one person in the sentence before, its subject, where the chosen one is not."""
    if any(one.sentence >= here - 1 for one in options if one.cluster == chosen) or any(
        one.sentence == here for one in options if one.sort is Sort.PERSON
    ):
        return None
    people = [one for one in options if one.sentence == here - 1 and one.sort in (Sort.PERSON, None)]
    begins = _OPENS.search(text, max(0, start - OPENING), start) is not None
    return people[0].cluster if begins and len(people) == 1 and is_subject(text, people[0]) else None


def gone_on_to(text: str, options: Sequence[Candidate], here: int, chosen: int, start: int) -> int | None:
    """Whom the text has gone on to since whoever was chosen was named, where one of the signs above tells it."""
    if (opener := opens_paragraph(text, options, chosen, start)) is not None:
        return opener.cluster
    if (owner := owner_of(text, options, chosen)) is not None:
        return owner
    if (alone := alone_before(text, options, here, chosen, start)) is not None:
        return alone
    since = named_since(options, here, chosen, text)
    return None if since is None else since.cluster


def is_below(text: str, options: Sequence[Candidate], here: int, chosen: int, start: int) -> bool:
    """Whether whoever was chosen was only told of in a clause of the sentence before, whose subject is another: "Orr won after *Berg* resigned. *He* lost"."""
    before = [one for one in options if one.sentence == here - 1 and one.named]
    told = next((one for one in before if one.cluster == chosen), None)
    if told is None or any(one.sentence == here and one.named and one.sort is Sort.PERSON for one in options):
        return False
    others = [one for one in before if one.cluster != chosen and one.start < told.start and is_subject(text, one)]
    if _FOR.search(text, max(0, told.start - OWNER), told.start):
        return True  # "A spokeswoman *for Rita Lind* said so. *She* …"
    if not others:
        return False
    if _BELOW.search(text, others[0].start, told.start) is not None:
        return True
    return (
        _OPENS.search(text, max(0, start - OPENING), start) is not None
        and _MIND.search(text, others[0].start, told.start) is not None
    )


def centre(text: str, options: Sequence[Candidate], here: int, heard: int | None) -> list[Candidate]:
    """Who was named last: in this sentence, in the one before it that begins anew with somebody, or since; and who has just spoken.

    *here* is the pronoun's sentence, *heard* the candidate who has spoken.
    """
    subjects = [one for one in options if one.sentence < here and is_subject(text, one)]
    since = max((one.sentence for one in subjects if not goes_on(text, one.start)), default=None)
    if since is None:
        return list(options)
    return [one for one in options if one.sentence >= since or one.cluster == heard]
