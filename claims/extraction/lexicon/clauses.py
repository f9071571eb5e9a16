"""Words that tell, without a parser, where the source and the content of a statement begin and end."""

from claims.extraction.lexicon.calendar import MONTHS, PARTS_OF_DAY, SHORT_MONTHS, WEEKDAYS
from claims.extraction.lexicon.function_words import PARTICIPLES
from claims.extraction.lexicon.participles import IRREGULAR_PAST

# When something was said is no part of what was said: "reported *last week* that …". One expression, as a pattern.
_DAY = "|".join(WEEKDAYS)
_MONTH = "|".join((*MONTHS, *(name.replace(".", r"\.") for name in SHORT_MONTHS)))
_PART = "|".join(PARTS_OF_DAY)
_SPAN = "week|month|year|summer|spring|autumn|fall|winter|weekend|day|decade"
WHEN = (
    rf"(?:(?:(?:late|early|earlier|later|again|back) )?(?:on )?(?:(?:last|this|next) )?(?:{_DAY})(?: (?:{_PART}))?"
    rf"|(?:late |early |earlier |later )?(?:last|this|that) (?:{_SPAN}|{_PART})"
    rf"|(?:earlier|later) in the (?:{_SPAN})|yesterday(?: (?:{_PART}))?|today|tonight|at the (?:time|weekend)"
    rf"|(?:late |early )?(?:in|on) (?:{_MONTH})(?: \d{{1,2}}(?!\d))?(?:,? (?:19|20)\d\d)?|on (?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTH})"
    rf"|(?:\w+|\d+) (?:days|weeks|months|years|hours|minutes) (?:ago|earlier|later)|at (?:around |about )?\d\S* ?(?:[ap]\.?m\.?)?)"
)  # fmt: skip
# What a day leaves behind when a content begins in the middle of it: "Monday *night* she would".
PART_OF_DAY = rf"(?:{_PART})"

# Finite verbs that begin a clause without its subject: "The report, he claimed, *was* paid for".
AUXILIARIES = frozenset(
    """is are was were has have had does do did will would can could may might must shall should isn't aren't wasn't weren't
    hasn't haven't hadn't doesn't don't didn't won't wouldn't can't cannot couldn't mustn't shouldn't never""".split()
)
# Irregular past forms: with one of them a few words are a clause.
PASTS = frozenset(form for form in IRREGULAR_PAST.values() if not form.endswith("ed")) - frozenset(
    ("put", "set", "cut", "hit", "left")
)
PLURAL_VERBS = frozenset("are were have do".split())
SINGULAR_VERBS = frozenset("is was has does".split())
# What begins a part of the content that stands before ", she said,"; "in a statement, he said, …" is no part of it.
CONDITIONS = frozenset(
    "without despite if unless once because although though when under as since until by to even".split()
)
# Words in -s and -ed that begin a clause of their own, and are no verbs of another's subject.
NO_VERBS = frozenset(
    """this its his hers theirs ours as yes thus always perhaps unless besides towards afterwards sometimes nowadays less
    hundreds thousands dozens millions billions prices workers others plus whereas across instead indeed need red hundred
    """.split()
)

# Words right before a source that belong to it: "*More than* 30 NGOs", "*two* aides".
BOUNDS = (
    r"(?:(?:more|fewer|less) than|at (?:least|most)|up to|as many as|nearly|almost|about|around|some|over|both|all)"
)
COUNTS = (
    r"(?:(?:more|fewer|less|other) than|at (?:least|most)|up to|as many as|nearly|almost|about|around|some|over|both|all|the|an?|multiple"
    r"|his|her|its|their|our|my|these|those|several|many|most|few|other|another|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|dozens of|hundreds of|thousands of|scores of|a (?:group|number|majority) of|\d+(?:[.,]\d+)*)"
)

# A source is never left with one of these at its end: "Trump, *for his*", "one operative *who*", "the agency *has*".
LOOSE_ENDS = frozenset(
    """always who which that whose whom has have had is are was were be been and or but of for in on at by with from to as also then later again
    the a an his her its their""".split()
)
# A full stop that ends no sentence: "for *Mr.* Doyle's first day", "to *U.S.* officials".
STOP_OF_TITLE = (
    r"(?<=\b(?:Rep|Sen|Gov|Rev|Gen|Col))\.|(?<=\b(?:Dr|Mr|Ms|St))\.|(?<=\bMrs)\.|(?<=\b[A-Z])\.(?=[A-Z]\.| [a-z])"
)
# Words that count somebody, or point at one of several, and stand before their noun: "*one* aide", "*another* senator".
ONES = frozenset("one another two three four five six seven eight nine ten several some many most few other".split())
BE = frozenset("is are was were be been being".split())
# In the passive with "it" they tell what is known, and not who said so: "it has been established that".
FOUND_OUT = frozenset(
    "established confirmed reported alleged claimed suggested noted announced revealed decided agreed".split()
)
# Passives by which something is said of their subject: "a draft law *is said* to be before the cabinet" has no source.
SAID_OF = frozenset(
    "said alleged believed understood thought rumoured rumored reported claimed accused expected supposed".split()
)

# Set phrases between a source and its cue that are no part of either.
ASIDES = frozenset(
    ("for his part", "for her part", "for its part", "for their part", "however", "meanwhile", "in turn")
)

RELATIVES = frozenset("who which whose whom where that".split())
# Participles that end a source: "a poll *released* Wednesday", "officials *familiar* with the matter".
ADJUNCTS = PARTICIPLES | frozenset(
    """familiar briefed close opposed loyal responsible based born made taken given held known drawn written shown sent brought
    recorded accused convicted suspected charged indicted""".split()
)

# How an apposition to a source begins: "Ann Holt, *the* mayor", "Holt, *63*", "Holt, *president* of".
DETERMINERS = frozenset("the a an his her its their one".split())

# Verbs of judging that take a thing or a person and never a clause: "mocked the victims".
OF_THINGS = frozenset(
    """mock mocks mocked mocking attack attacks attacked attacking criticise criticises criticised criticize criticizes criticized
    condemn condemns condemned praise praises praised insult insults insulted denounce denounces denounced ridicule ridicules ridiculed
    attacking slam slams slammed blast blasts blasted hail hails hailed defend defends defended threaten threatened""".split()
)

# Nouns that take up a whole statement, which others then judge: "…, *a claim* the campaign disputes".
TAKEN_UP = frozenset(
    """claim allegation accusation charge assertion suggestion argument contention idea notion theory view conclusion finding
    account version explanation estimate figure number prediction warning move decision step plan proposal practice policy
    judgment judgement assessment verdict demand offer call result report recommendation request appeal criticism comparison selection choice remark admission description
    characterisation characterization""".split()
)

# What is asked for or refused in these words is silence, and silence is no statement.
SILENCE = (
    r"(?:not to be (?:named|identified|quoted)|to (?:remain|stay) (?:anonymous|unnamed)|(?:for |(?:on |under )?(?:the )?condition of )?anonymity|not to give \w+ (?:full )?names?"
    r"|(?:to )?(?:make (?:any|a) )?comment\b|to be (?:named|identified|interviewed|drawn)|(?:to|for) (?:requests?|questions|calls|messages)\b)"
)
SILENT_CUES = frozenset(
    """ask asks asked asking request requests requested requesting decline declines declined declining refuse refuses refused
    refusing respond responds responded responding reply replies replied return returned speaking speak spoke""".split()
)

# What a court, a parliament or an authority rejects or dismisses by an act and not by words.
RULED = frozenset(
    "lawsuit suit case charges appeal motion request bid petition funding entry access visa bail parole bill".split()
)

# Verbs behind a quotation that say nothing of who speaks it: "'Imagine,' reads a sign", "'Hamlet,' is on tonight", "'Yes,' and was gone".
NO_TAGS = frozenset(
    "is was has does goes comes includes means needs based called named titled entitled dubbed released featured starred became came got had".split()
)

# Prepositions by which a noun takes another behind it: "sources close *to* the bank", "a survey *by* the union".
GOVERNING = frozenset("of by with to at from for in on".split())

# Words at which no content ends.
UNFINISHED = frozenset(
    """the a an his her its their our my this these of at in for with to from by into than is are was were be been being has have had
    will would could should must may might can not more less about between how""".split()
)

# Verbs that name to whom something is said before what is said.
TELLING = frozenset("told tell tells telling informed assured reminded notified warned advised convinced".split())
