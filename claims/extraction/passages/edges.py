"""Where furniture is glued to prose: lines cut behind a dateline or a label, and before a credit or a pointer."""

import re
from collections.abc import Iterator

from claims.extraction.lexicon import layout
from claims.extraction.passages import datelines
from claims.extraction.passages.lines import Piece
from claims.extraction.passages.openings import POINTER
from claims.extraction.types import PassageKind

_TAIL = 260  # characters at the end of a line that a credit or a pointer may take
_FOREIGN = 1000  # and the wording of a quotation in its own language
_SHORTEST = 8  # characters of a line that could hold prose and a tail
_SHOWN = sorted((label for label in layout.PICTURE_LABELS if label[-1] in ":,"), key=len, reverse=True)
_LABEL = re.compile(
    rf"(?:{'|'.join(map(re.escape, _SHOWN))}|(?:image|photo|figure) caption[,:]?|file photo[:.]|(?-i:FILE) ?[-–—]|\[file: [^\]]{{2,60}}\]) ?",
    re.IGNORECASE,
)
# What newsletters and summaries put before a paragraph: "Why it matters: The dam is the largest of its kind".
_SECTION = re.compile(
    rf"(?:{'|'.join(map(re.escape, layout.SECTIONS))}): (?=[\"“‘'(]?[A-Z\d$£€])|\d{{1,2}}[.:]\d\d ?[ap]\.?m\.? (?:UPDATE|Update): (?=\S)"
)
_FILE = re.compile(
    r"[\w%-]{3,60}\.(?:jpe?g|png|gif|webp) ?(?=[A-Z\"“])"
)  # a picture's file glued to the paragraph beside it
# The hour of a live page's entry: "9.42pm: The river has …", "14:05 - …".
_ENTRY = re.compile(r"\d{1,2}[.:]\d\d ?(?:[ap]\.?m\.?|[AP]M)?(?: [A-Z]{2,4})?(?::| [-–—]) (?=[\"“‘]?[A-Z])")
_COUNTER = re.compile(
    r"(?:(?:(?:[Ii]tem|[Ii]mage|[Pp]hoto|[Ss]lide) )?\[?\d{1,3} ?(?:/|of) ?\d{1,3}\]?(?![/\d.]) ?[|:]? ?|[•·*▪►▶»>] )(?=\S)"
)
_HEADS = (  # each with the signs without one of which it need not be tried
    (_COUNTER, PassageKind.NAVIGATION, re.compile(r"\d|[•·*▪►▶»>]")),
    (_SECTION, PassageKind.NAVIGATION, re.compile(":")),
    (_FILE, PassageKind.NAVIGATION, re.compile(r"\.(?:jp|png|gif|webp)")),
    (_ENTRY, PassageKind.DATELINE, re.compile(r"\d[.:]\d\d")),
    (datelines.LEADING, PassageKind.DATELINE, re.compile(r"\d{4}")),
    (datelines.FILED, PassageKind.DATELINE, re.compile(r"[(–—/•·|]|-[- ]|\d: ")),
    (_LABEL, PassageKind.CREDIT, re.compile(r"[:,.\]]|caption", re.IGNORECASE)),
)

_NO_PLACE = re.compile(r"FILE\b|.*\bNOTE\b")  # capitals before a dash that are no dateline
_WORD = re.compile(r"[^\W_][\w.'’&-]*")
_NAME = r"[\w.'’&/,()©! -]"
_CREDIT = re.compile(
    rf"""[ \xa0]*(?:
      (?:Images?|IMAGE|Photographs?|PHOTOS?|Photos?|Pictures?|Credits?|CREDIT|Illustration|(?:Photo|Image)\ [Cc]redit)(?:\ by)?:
      \ ?[^\W_]{_NAME}{{1,80}}
    | (?:REUTERS|AFP|EPA|AP)/[A-Z]{_NAME}{{1,60}}
    | {_NAME}{{0,40}}(?:/|via\ )Getty\ [Ii]mages(?:/{_NAME}{{2,40}})?
    | (?:(?:©|\([cC]\))\ ?(?:\d{4})?|Photograph\ by|Photo\ by|Picture\ by)\ [A-Z]{_NAME}{{1,60}}
    )\.?$""",
    re.VERBOSE,
)
_BRACKETS = re.compile(r"[ \xa0]*[\[(](?P<inner>[^()\[\]]{2,90})[\])](?P<stop>\.?)$")
_SAYS_PICTURE = re.compile(
    r"(?:images?|photos?|photograph|pictures?|credits?|file|source)(?: credit)?:|(?:photo|image|picture)s? by [A-Z]|courtesy\b|copyright\b|file (?:photo|image)|[\w.]+ (?:photo|image|picture)s?/",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"(?:(?<=[.!?…)\]])|(?<=[.!?…,][\"”’']))[ \xa0]*(?:"
    r"\[?(?:read|see|learn|click here|continue|find out|show|view) (?:more|also|for more|reading|full)\b[^.!?]{0,120}[.…»>]*\]?"
    r"|(?:share this|follow us|sign up|subscribe|advertisement)\b[^.!?]{0,120}[.!…]*|opens new tab)$",
    re.IGNORECASE,
)
# A quotation's wording in its own language, behind the translation and up to the end of the line.
_ORIGINAL = re.compile(
    r"(?<=[.!?\"”’\]])\s*\(\((?!en)[a-z]{2,3}\)\)\w+ language: (?!.*\b(?:the|was|and|said|of|in|for)\b).+$"
)
# Who made the picture, behind the caption's full stop and without a mark of its own: "… on Sunday. ANA PRADO / AFP".
_MAKER = re.compile(
    r"(?<=[a-z\d)]{2}[.!?])[ \xa0]+(?:[-–—] (?=[^/]+/))?(?!(?:The|A|An|In|On|At|He|She|It|They|We|But|And|For|If|This|That|Mr|Mrs|Ms)\b)"
    r"[A-Z][\w'’&-]*(?:(?: ?/ ?|\.? )(?:(?:of|the|for|and|via|de|von|van) )?[A-Z][\w'’&-]*){1,5}$"
)
_DESCRIBED = 6  # words of a caption before its maker
_TOGGLED = re.compile(
    r"[ \xa0]*(?:(?:[A-Z][\w.'’-]+ ){1,3}?[A-Z][\w.'’-]*/[A-Z][^.!?/]{2,40} )?(?:hide|toggle|show|view|enlarge) (?:this )?(?:caption|image)$"
)
# Whose post stands before it, and the address of its picture: "… Shameful. pic.twitter.com/x — Jon Terne (@jonterne) May 3, 2026".
_SIGNATURE = re.compile(
    r"(?<=[\w.!?…,;:)\"”’])[ \xa0]*(?:[—–]|--|&mdash;) ?[^\W\d_a-z][^—–()\n@]{1,50} \(@\w{1,20}\)(?: [^\n.!?]{0,40})?$"
    r"|(?<=[.!?…][\"”])[ \xa0]*[—–] ?(?:[^\W\d_a-z][\w.'’-]+ ){1,3}[^\W\d_a-z][\w'’-]+, [^.!?\"“”\n]{3,80}$"
    r"|(?<=[.!?…])[ \xa0]+[—–] ?(?:[^\W\d_a-z][\w.'’-]+ ){1,3}[^\W\d_a-z][\w'’-]+, [^.!?\"“”\n]{3,80}$"
)
# Whose report it is, behind its last sentence: "… until April 12. – Rapplor.com", "… on Monday. — with reports from AFP".
_REPORTED = re.compile(
    r"(?:(?<=[.!?…])|(?<=[.!?…][\"”’]))[ \xa0]*(?:[—–]|--?) ?(?:[Ww]ith (?:(?:a )?(?:reports?|inputs?|files?) )?(?:from |by )?)?"
    r"(?:[A-Z][\w&-]*\.(?:com|org|net|news|co)(?:\.[a-z]{2})?"
    r"|(?:AFP|AP|Reuters|REUTERS|PTI|ANI|IANS|Bloomberg|PA|dpa|DPA|EFE|Xinhua|PNA|NAN|Agence France-Presse|(?:The )?Associated Press)"
    r"(?:(?: ?[/,&]| and) ?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,2}){0,3})\.?$"
)
_POSTED = re.compile(r"(?:[ \xa0]*(?:pic\.(?:twitter|x)\.com/\w+|https?://t\.co/\w+))+$")
_CLIPPED = re.compile(r"[ \xa0]*\[?\+?\d+ (?:more )?char(?:acter)?s\]?$")
_TAILS = (  # each with the signs without one of which it need not be tried
    (_SIGNATURE, PassageKind.NAVIGATION, ("—", "–", "--")),
    (_REPORTED, PassageKind.NAVIGATION, ("—", "–", "-")),
    (_POSTED, PassageKind.NAVIGATION, ("pic.", "t.co/")),
    (_CLIPPED, PassageKind.NAVIGATION, ("char",)),
    (_TOGGLED, PassageKind.CREDIT, (" caption", " image")),
    (_ORIGINAL, PassageKind.NAVIGATION, ("language: ",)),
    (_POINTER, PassageKind.NAVIGATION, (" more", "more:", "also", "reading", " full", "share", "follow", "sign up", "subscribe", "advert", "opens")),
    (_BRACKETS, PassageKind.CREDIT, (")", "]")),
    (_MAKER, PassageKind.CREDIT, (". ", "! ", "? ", ".\xa0")),
    (_CREDIT, PassageKind.CREDIT, ("image", "photo", "picture", "credit", "reuters/", "afp/", "epa/", "ap/", "illustration", "©", "(c)")),
)  # fmt: skip


def cut(text: str, line: tuple[int, int]) -> Iterator[Piece]:
    """The pieces of one line, in order; most lines are one piece."""
    start, end = line
    tails = list(_tails(text, start, end)) if end - start >= _SHORTEST else []
    if tails:
        end = tails[-1].start
        while end > start and text[end - 1].isspace():
            end -= 1
    described = any(tail.kind is PassageKind.CREDIT for tail in tails)
    for head in _heads(text, start, end):
        described = described or head.kind is PassageKind.CREDIT
        yield head
        start = head.end
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield Piece(start, end, text[start:end], caption=described)
    yield from reversed(tails)


def _heads(text: str, start: int, end: int) -> Iterator[Piece]:
    for pattern, kind, signs in _HEADS:
        stop = min(end, start + datelines.HEAD)
        match = pattern.match(text, start, stop) if signs.search(text, start, stop) else None
        if match and pattern is datelines.FILED and _NO_PLACE.match(match.group()):
            continue
        if match and pattern is datelines.LEADING and datelines.is_dateline(text[start:end]):
            return  # "19 May 2024, 10:32 GMT": the zone is no headline
        if not match or match.end() >= end or match.end() == start or POINTER.begin(match.group()):
            continue
        cut_at = start + len(match.group().rstrip())
        yield Piece(start, cut_at, text[start:cut_at], kind)
        start = match.end()


def _tails(text: str, start: int, end: int) -> Iterator[Piece]:
    for pattern, kind, signs in _TAILS:
        low = max(start, end - (_FOREIGN if pattern is _ORIGINAL else _TAIL))
        tail = text[low:end].lower()
        match = pattern.search(text, low, end) if any(sign in tail for sign in signs) else None
        if not match or (match.start() <= start and kind is not PassageKind.CREDIT):
            continue
        if pattern is _BRACKETS and not _credits(text, match):
            continue
        if pattern is _MAKER and len(_WORD.findall(text, start, match.start())) < _DESCRIBED:
            continue
        cut_at = match.end() - len(match.group().lstrip())
        yield Piece(cut_at, end, text[cut_at:end], kind)
        end = match.start()
        while end > start and text[end - 1].isspace():
            end -= 1


def _credits(text: str, brackets: re.Match[str]) -> bool:
    """Whether the brackets at the end of a line name the maker of a picture, and do not just explain a word."""
    inner = brackets["inner"]
    if _SAYS_PICTURE.match(inner):
        return True
    words = _WORD.findall(inner)
    if "/" in inner and text[brackets.start() - 1] in ".!?" and all(word[0].isupper() for word in _WORD.findall(inner)):
        return True
    named = all(word[0].isupper() or word.lower() in layout.CREDIT_WORDS for word in words)
    apart = "/" in inner or not brackets["stop"] or text[max(0, brackets.start() - 1)] in ".!?"
    return named and apart and not layout.AGENCIES.isdisjoint(word.lower() for word in words)
