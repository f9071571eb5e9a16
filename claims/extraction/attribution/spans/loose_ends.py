"""Words at the ends of a source that are none of it, and those that it was cut off from."""

import re

from claims.extraction.lexicon.clauses import LOOSE_ENDS
from claims.extraction.types import Span

LAST_WORD = re.compile(r"[\s,]*\b([\w'’-]+)[\s,]*$")
_NO_ADVERBS = frozenset(
    "family assembly ally reply supply bully monopoly daily weekly monthly quarterly anomaly folly jelly rally tally butterfly belly homily panoply lily".split()
)
_WHO_MAY = re.compile(
    r"\b(?:authori[sz]ed|allowed|permitted|cleared) to (?:speak|comment|talk|discuss [^,]*)$|\bto (?:speak|comment|talk) \w+ly$"
)
_ADVERB = re.compile(r" (?:\w+ly)(?=,)")
_DASH = re.compile(r" [–—-] [^–—]*$")  # "his enemies *— and there* are more of them": what is put in between
_SEEMS = re.compile(r",? (?:appears?|appeared|seems?|seemed)(?: to)?$")  # "a video, shown in court, *appears* to show"
# "Bloomberg News *first* reported the request": and not "the first".
_FIRST = re.compile(r"(?<=[\w'’.])(?<!\bthe)(?<!\b[Hh]is)(?<!\b[Hh]er)(?<!\b[Tt]he)(?<!\b[Ii]ts) first$")
_DAY = re.compile(
    r"(?<=[\w.'’)]) (?:today|yesterday|tonight)$"
)  # "The ministry *yesterday* suggested", but "USA Today"
_FURTHER = re.compile(r"(?<=[a-z]) further$")  # "the note *further* highlights"
_IN_PAPER = re.compile(
    r" in (?:an?|its|their|his|her|the) (?:\w+ ){0,2}(?:statement|letter|e-?mail|interview|post|tweet|filing|speech|blog|memo|note|release)(?: (?:on|late|early) \w+(?: \w+)?)?$"
)
_LEAD = re.compile(
    r"it (?:seemed|seems|appeared|appears)(?: that| as if)? (?=\w)|(?:Overall|Nationally|Nationwide|In all|In total), (?=\d)|(?:Earlier|Later) (?:this|last) (?:week|month|year), |(?:Last|This) (?:week|month|year), "
    r"|(?:The|A|An) [^,]{3,40}(?:, [^,]{3,60},)? (?:shows?|showed|finds?|found|suggests?|suggested) that (?=just|only|nearly|about|\d|most|half|a )"
    r"|(?:in|on|via|through) (?=(?:\w+ )?(?:posts?|videos?|messages?|tweets?|reports?)\b)"
)
_TOLD_IT = re.compile(
    r"(?:an?|the|false|viral) (?:\w+ )?(?:claims?|rumou?rs?|reports?|allegations?|suggestions?) (?P<it>it|he|she|they)"
)
_THOSE = re.compile(r" (?:them|those|these|whom|us)\b")


def with_those(text: str, source: Span) -> Span:
    """ "One of" *them*: a pronoun that a source was cut off from."""
    those = _THOSE.match(text, source.end) if source.of(text).lower().endswith(" of") else None
    return Span(source.start, those.end()) if those else source


def without_loose_ends(text: str, source: Span) -> Span | None:
    """The source without verbs, joints and adverbs at its ends, which are none of it; None where nothing is left."""
    ends = (
        pattern.search(text, source.start, source.end) for pattern in (_DASH, _SEEMS, _FIRST, _FURTHER, _DAY, _IN_PAPER)
    )
    end = next((found.start() for found in ends if found), source.end)
    if about := _WHO_MAY.search(text, source.start, end):
        after = _ADVERB.match(text, end)  # "who was not authorised to speak *publicly*"
        return Span(source.start, after.end() if after else max(end, about.end()))
    while (last := LAST_WORD.search(text, source.start, end)) and _is_loose(
        last.group(1), behind=last.start() > source.start
    ):
        end = last.start()
    while end > source.start and not text[end - 1].isalnum() and text[end - 1] not in ")]\"”’'.":
        end -= 1
    start = _behind_lead(text, source, end)
    while start < end and (text[start] in " .,;:–—-" or (text[start] in '"“' and text[start + 1 : end].isalpha())):
        start += 1
    return Span(start, end) if start < end else None


def _behind_lead(text: str, source: Span, end: int) -> int:
    """Where the source begins behind a preposition that it was cut with, and behind what only leads to it: "*in* several posts", "*it seemed* many"."""
    told = _TOLD_IT.fullmatch(text, source.start, end)
    lead = _LEAD.match(text, source.start, end)
    return told.start("it") if told else lead.end() if lead else source.start


def _is_loose(word: str, *, behind: bool) -> bool:
    """Whether no source ends so: "the agency *has*", "two advisers *privately*"."""
    adverb = behind and word.endswith("ly") and word.islower() and word not in _NO_ADVERBS
    return word.lower() in LOOSE_ENDS or adverb
