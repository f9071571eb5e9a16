"""Lines in which the house speaks to its readers or about its article, instead of telling news."""

import re

from claims.extraction.lexicon import layout
from claims.extraction.passages.lines import Piece
from claims.extraction.passages.openings import Openings
from claims.extraction.types import PassageKind

_NOTE_WORDS = 70
_APPEAL_WORDS = 120  # appeals for money are long
_TELLING_WORDS = 2
_BIDDING = 10  # words of a line that bids
_CRY = 6  # words of a line with an exclamation mark that sells something
_ABOUT_THIS = 40  # words
QUOTED = re.compile(r"[\"“”«»]|(?<!\w)['‘]")
QUOTATION = re.compile(r"\"[^\"]*\"|“[^“”]*”|«[^«»]*»")
_LEFT = 0.7  # share of a line that must stand outside its quotation marks to be read without them
_OF_HOUSE = re.compile(
    rf"\b(?:our (?:[\w-]+ ){{0,3}}(?:{'|'.join(sorted(layout.HOUSE))})|your (?:[\w-]+ ){{0,2}}(?:{'|'.join(sorted(layout.READERS))}))\b"
)
_THIS = re.compile(rf"\bthis (?:{'|'.join(sorted(layout.THIS_PAGE))})\b")
_WE_WHO_WRITE = re.compile(r"\bwe,? (?:the|at|as) (?:journalists|reporters|editors|staff|team)\b")
_RIGHTS = re.compile(
    r"©|\(c\) ?\d{4}|\bcopyright (?:©|\(c\)|\d{4})|\bregistered in (?:[a-z]+ ?){1,3}[,(:]* ?(?:with |under )?(?:company )?(?:no\.?|number|reg)\b",
    re.IGNORECASE,
)
# What the house says about its own article, in the words with which only such a note begins.
_ABOUT_ARTICLE = re.compile(
    r"[(\[*_ ]*(?:"
    r"the (?:article|story|text|interview) you are (?:reading|about to read)\b|this (?:article|story|piece|post|interview|conversation|transcript|commentary|op-ed|explainer|blog|policy brief|editorial|column|newsletter|podcast|episode|content|site|website|embed|page)\b"
    r"|this (?:report|project|series|video|investigation|coverage|work) (?:was|is|has been) (?:first |originally |also |made |being |part |partly |jointly )*"
    r"(?:published|produced|funded|supported|updated|corrected|amended|possible|of (?:a|an|our|the)|carried out with)\b"
    r"|transcripts? (?:may|is|are|was|were|has)\b|the post .{3,200} appeared first|the (?:author|writer) (?:owns|declares|has|holds|receives|works|is|reports)\b|keep .{2,40} free\b|about (?-i:the )?(?-i:[A-ZÀ-Þ])[^:.]{2,60}: "
    r"|(?:my|our) colleagues? (?-i:[A-ZÀ-Þ]).{3,90}\b(?:more|shortly|here|the latest|soon|the full story|through the (?:evening|night|day|morning|afternoon))\b"
    r"|(?:picture|image|photo|slide) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) of (?:\d+|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"|(?:correction|clarification|updated?|erratum|retraction|disclosure|editor['’]s note|note to readers|a note to readers)\b(?:[^:—–.]|(?-i:\b[A-Z][a-z]{2,3})\.){0,40}[:—–] ?\S)",
    re.IGNORECASE,
)
_ABOUT_ARTICLE_WORDS = 60
# What the article once said was wrong: of all its sentences these must make no claim, though they say "said".
_TAKEN_BACK = re.compile(
    r"[(\[*_ ]*(?:(?:correction|clarification|erratum|retraction)s?\b(?:[^:—–.]|(?-i:\b[A-Z][a-z]{2,3})\.){0,40}[:—–] ?\S|(?:[^.:]{0,30}: ?|in |because of [^.]{3,60}, )?an? (?:earlier|previous) "
    r"(?:version|headline|caption|edition) (?:of|on|to|in|with) th(?:is|e) (?:article|story|report|piece|post|column|page|interview|review|obituary|newsletter|photo|picture|video|chart|map|graphic)\b"
    r"|this (?:article|story|report|post|piece|copy) (?:(?:was|has been) (?:amended|corrected|updated|edited|changed)\b[^.]{0,80}\. .*\b(?:earlier|previous|original) (?:version|headline|caption)"
    r"|(?:originally|previously|initially|incorrectly|mistakenly|wrongly|erroneously) (?:mis\w+|said|stated|gave|reported|named|identified|quoted|described|attributed)\b))",
    re.IGNORECASE,
)
# Whoever "is asked to call 555-0100" is the reader, whoever asks.
_ASKED = re.compile(
    r"(?:Anyone|Anybody|Any witnesses|Witnesses|Those|People|Motorists|Residents|Members of the public)\b[^.]{0,140}\b(?:asked|urged|encouraged|requested|invited|advised) to (?:please )?"
    r"(?:call|contact|ring|phone|e-?mail|report|get in touch|come forward|speak)\b.*\d{3}"
    r"|Anyone (?:with|who) [^.]{3,100} (?:can|may|should) (?:call|contact|ring|phone|e-?mail)\b.*\d{3}"
    r"|If you (?:have (?:any )?information|saw|witnessed|recognise|recognize|know)\b[^.]{0,100} (?:call|contact|ring|phone|e-?mail)\b.*\d{3}"
)
# Whoever "reported from Montreal" for the house says nothing all the same.
_HELPED = re.compile(
    r"\bcontributed (?:(?:to )?(?:this|the) (?:report|story|article|piece)|(?:to )?(?:the )?reporting)\b"
)
_SIGNS = re.compile(
    r"[(*_— ]*(?:with |additional |abridged )?(?:reporting|editing|writing|translated|translation|edited|research|story|text) (?:by|from)\b"
    r"|this (?:article|story|report|piece) (?:has been|was) (?:updated|amended|corrected)\b|contact (?-i:[A-Z])",
    re.IGNORECASE,
)
# An advertiser's last words, and those of a poll.
_LEARN = re.compile(
    r"(?:^|[.!?] )(?:Learn|Find out|See|Discover) (?:how|why|more)(?: here)?[.!]?$|(?:^|[.!?] )(?:See|Find out|Learn|Check) (?:how|what|where|whether|if) (?:your|you)\b[^.!?]{2,60}[.!]?$|\? (?:Vote|Vote now|Have your say|Tell us|Let us know|Take part)(?: [a-z]+){0,4}[.!]?$"
)
_OFFER = 20  # words
_LINES = 4  # of an appeal that no word of its own betrays
_SOLD = 2  # words of selling
_BOTH = 30  # words of a line that says "we" as well as "you"
_TELEPHONE = re.compile(
    r"(?<![\w.,/-])(?:\+\d{1,3}[ .-]?|\(0?\d{2,4}\) ?|\b0)\d[\d .-]{6,14}\d\b|\b\d{3}-\d{3}-\d{4}\b"
)
_E_MAIL = re.compile(r"\S@\w[\w-]*\.\w|\[email protected\]|\[at\]")
_SIGNAL = re.compile(r"\bon Signal (?:at|@|under|username)\b|\bSignal: ?@?\w")
_COUNTED = re.compile(
    r"\bYes\b[^.!?]{0,3}\d[^!?]{0,60}\bNo\b[^.!?]{0,3}\d"
)  # the answers of a poll with how many gave them
_WRITE_TO = re.compile(
    r"\b(?:reach(?:ed)?|contact|follow|e-?mail|write|writes|tips?|mail|press|media|call|send|sent|submit|letters?)\b",
    re.IGNORECASE,
)

_ADDRESS = Openings(layout.ADDRESSES)
_NOTE = Openings(layout.NOTES)


def speaks(piece: Piece, lowered: list[str]) -> bool:
    """Whether the house speaks here, and not somebody in an interview: of itself, its article, its terms, or to the reader."""
    if len(lowered) <= _NOTE_WORDS and _HELPED.search(_outside(piece.text)):
        return True
    if len(lowered) <= _NOTE_WORDS and (_TAKEN_BACK.match(piece.text) or _ASKED.match(piece.text)):
        return True
    if len(lowered) > _APPEAL_WORDS or piece.text.startswith("((") or _reads_as_news(piece, lowered):
        return False
    if len(lowered) <= _ABOUT_ARTICLE_WORDS and _ABOUT_ARTICLE.match(piece.text):
        return True
    unquoted = _outside(piece.text)
    if unquoted and _appeals(unquoted.lower()):
        return True
    if len(lowered) > _NOTE_WORDS:
        return False
    if _NOTE.begin(piece.text):
        return True
    return bool(unquoted) and _is_note(piece, lowered, unquoted)


def signs(piece: Piece) -> bool:
    """Whether a line says who wrote or helped with the article above it, how it came to be, or where its author can be reached."""
    return piece.kind in (PassageKind.NAVIGATION, PassageKind.BYLINE) and _SIGNS.match(piece.text) is not None


def close_ranks(pieces: list[Piece]) -> None:
    """Mark the rest of an appeal: lines that say "we" or "you" between what the house says and another furniture."""
    start = 0
    for number, piece in enumerate(pieces):
        if piece.open and _may_appeal(piece):
            continue
        run = pieces[start:number]
        if run and start and not piece.open and len(run) <= _LINES:
            before = pieces[start - 1]
            sides = (before.kind, piece.kind)
            talk = _talks(before) or (_talks(piece) and len(run) == 1)
            if PassageKind.NAVIGATION in sides and None not in sides and talk:
                for one in run:
                    one.kind = PassageKind.NAVIGATION
        start = number + 1


def _may_appeal(piece: Piece) -> bool:
    lowered = piece.small
    told = not lowered.isdisjoint(layout.SAYING)
    return not lowered.isdisjoint(layout.YOU_OR_WE) and not told and bool(_outside(piece.text))


def _talks(piece: Piece) -> bool:
    lowered = piece.small
    return piece.kind is PassageKind.NAVIGATION and not (
        lowered.isdisjoint(layout.YOU_OR_WE) and lowered.isdisjoint(layout.SELLING)
    )


def _reads_as_news(piece: Piece, lowered: list[str]) -> bool:
    """A closed sentence in which somebody says something is prose, however it begins."""
    return piece.closed and len(lowered) > 8 and not layout.SAYING.isdisjoint(lowered)


def _outside(text: str) -> str:
    """The line without its quotations, or nothing where they are most of it."""
    if not QUOTED.search(text):
        return text
    bare = QUOTATION.sub(" ", text)
    return bare if len(bare) >= _LEFT * len(text) and not QUOTED.search(bare) else ""


def _appeals(lowered: str) -> bool:
    """The house asks for support, or says what it is."""
    return (
        _OF_HOUSE.search(lowered) is not None
        or _WE_WHO_WRITE.search(lowered) is not None
        or any(phrase in lowered for phrase in layout.APPEALING)
    )


def _is_note(piece: Piece, lowered: list[str], unquoted: str) -> bool:
    if _RIGHTS.search(unquoted) or _COUNTED.search(unquoted) or _can_be_reached(unquoted):
        return True
    if len(lowered) >= _TELLING_WORDS and any(phrase in unquoted.lower() for phrase in layout.TELLING):
        return True
    if (piece.text.endswith("!") and len(lowered) <= _CRY) or _bids(lowered) or _LEARN.search(piece.text):
        return True
    to_reader = not layout.YOU_OR_WE.isdisjoint(lowered)
    if _ADDRESS.begin(piece.text):
        return to_reader or not layout.SOLD.isdisjoint(lowered) or not piece.closed
    return to_reader and _sells(piece, lowered, unquoted.lower())


def _bids(lowered: list[str]) -> bool:
    """Whether a short line tells the reader what to do: "Scroll to see the full table."."""
    return (
        1 < len(lowered) <= _BIDDING
        and lowered[0] in layout.BIDDING
        and lowered[1] in layout.BIDDEN
        and layout.FINITE.isdisjoint(lowered[2:4])
        and layout.SAYING.isdisjoint(lowered)
    )


def _sells(piece: Piece, lowered: list[str], unquoted: str) -> bool:
    """Whether a line that says "we" or "you" is about this page, says both, or is full of the words of selling."""
    ours, yours = (not words.isdisjoint(lowered) for words in (layout.WE, layout.YOU))
    told = not layout.SAYING.isdisjoint(lowered)
    if yours and len(lowered) <= _ABOUT_THIS and _THIS.search(unquoted):
        return True
    if ours and yours and not told and len(lowered) <= _BOTH and ":" not in piece.text:
        return True
    if not layout.SOLD_ONLY.isdisjoint(lowered):
        return True
    # Advice to consumers says "you" at length, and now and then a word of selling.
    needed = _SOLD if ours or len(lowered) <= _OFFER else 2 * _SOLD
    return len(layout.SOLD.intersection(lowered)) >= needed and not layout.SELLING.isdisjoint(lowered) and not told


def _can_be_reached(text: str) -> bool:
    """An address or a telephone number, with the words that go with it."""
    return (
        _TELEPHONE.search(text) is not None
        or _SIGNAL.search(text) is not None
        or (_E_MAIL.search(text) is not None and _WRITE_TO.search(text) is not None)
    )
