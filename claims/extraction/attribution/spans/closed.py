"""Contents that end where the clause about their speaker does: "Lind, a chemist who proved that it leaked, | has died"."""

import re
from dataclasses import replace

from claims.extraction.attribution.drafts import FINITE, Draft, trimmed
from claims.extraction.attribution.subjects import can_speak
from claims.extraction.lexicon.clauses import AUXILIARIES
from claims.extraction.lexicon.cues import DENIALS, VERB_OF
from claims.extraction.types import Span

# Who is told of, up to the verb by which they say something in a clause of their own.
_DESCRIBED = re.compile(r"[^,;:\"“”]{3,80}, (?:(?:an?|the|one of the) )[^,;:\"“”]{3,80} (?:who|which)\b[^,;:\"“”]*")
_MAIN = re.compile(
    r", (?=(?:has|have|had|was|were|is|are|will|would|did|does|can|could|may|might|must|should|died|resigned|left)\b)"
)
# "Temperatures were forecast | to fall": by whom is not said.
_FORETOLD = re.compile(
    r"(?:was|were|is|are) (?:now |still |also |widely |currently |not )?(?:forecast|predicted|projected|tipped)"
)
_FROM_START = re.compile(r"[^,;:.\"“”]+(?= $| (?:also|now|still) $)")
# Whose words are looked at or left alone is not who says them: "declined to comment on | *reports* that".
_LOOKED_AT = re.compile(
    r" into$|\b(?:comment|commented|commenting|asked|questioned) (?:on|about)$|\bre(?:spond|act)(?:ed|ing)? to$"
)
# "found him guilty | *and sentenced him* to two years": what the court did is nothing that it found.
_SENTENCED = re.compile(
    r",? and (?:sentenced|ordered|fined|jailed|gave|imposed|awarded) (?=him|her|them|it|the|an?|[A-Z£$€\d])"
)
# "warned that it leaked | *and put the cost* at £2,000": who warns puts the cost.
_PUT = re.compile(
    r",? and puts? (?:the|its|their) (?:[a-z]+ ){0,5}?(?:cost|number|figure|toll|total|bill|price|losses|value|damage) "
)
# "Promised parents 200 filters | *and delivered 12*": what came of a promise is nothing that was promised.
_KEPT = re.compile(
    r",? (?:and|but) (?:then |later |only |never |has |have |had )?(?:[a-z]+ed|gave|built|paid|sent|brought|spent) "
)
_PROMISED = re.compile(r"(?:had |has |have )?(?:promised|pledged|offered|guaranteed)")
# "*In* the mainland, *which* claims the island, | it is no crime": the clause about who speaks ends at its comma.
_TOLD_BESIDE = re.compile(
    r"(?:In|At|On|For|With|Under|From|To) [^,;:\"“”]{2,60}, (?:which|who) (?:[a-z]+ly |also |still )?"
)
_COLON = re.compile(r": [\"“]")
# "Half of those asked believe it works | *and 39% trust her*": each share of a poll thinks its own.
_SHARE = re.compile(r"\d ?%|\bper ?cent\b|\b(?:half|third|quarter|majority|thirds|quarters)\b")
_OTHERS = re.compile(
    r",? (?:and|but|while|compared with|with) (?:only |just |another |about )?\d[\d.]*(?:%| per ?cent) "
)
_BUT = re.compile(r"(?P<said>[\"“][^\"“”]{12,400}[,.!?][\"”]),? (?:but|although|though|even though|whereas) [^\"“”]+$")
_ROLE = re.compile(r", (?P<who>(?:the|its|his|her|their|an?) [^,;:\"“”]{3,60})$")
_ANEW = re.compile(r", (?:who|which|where|whose|when|and|but)\b")
# "are bracing for a fight, *and several senators are urging* it": what somebody fears ends where another clause begins.
_BESIDES = re.compile(r", (?:and|but|while) (?:[a-z]+ ){1,4}(?:are|is|were|was|have|has|had|will)\b")
PARTED = 2  # pieces of a content that its speaker interrupts


def of_clause_beside(text: str, draft: Draft, sentence: Span) -> Draft:
    """The draft without the main clause behind a clause about who speaks: "In Velm, *which claims the island*, | it is no crime"."""
    if not draft.cue or len(draft.content) != 1 or draft.bare or draft.content[0].start < draft.cue[-1].end:
        return draft
    content = draft.content[0]
    beside = _TOLD_BESIDE.fullmatch(text, sentence.start, draft.cue[0].start)
    comma = text.find(", ", content.start, content.end) if beside else -1
    return replace(draft, content=[Span(content.start, comma)]) if comma > 0 else draft


def closed(text: str, draft: Draft, sentence: Span) -> Draft:
    """The draft without the main clause that goes on behind what its speaker, told of in a relative clause, said."""
    if not draft.cue or len(draft.source) != 1 or len(draft.content) != 1 or draft.bare:
        return draft
    source, content = draft.source[0], draft.content[0]
    if (
        source.end < draft.cue[0].start
        and _FORETOLD.fullmatch(draft.cue[0].of(text))
        and text.startswith("to ", content.start)
    ):
        return replace(draft, source=[], content=[_from_start(text, source, draft, sentence), content], kind=None)
    if source.end < draft.cue[0].start and _LOOKED_AT.search(source.of(text)):
        return replace(draft, source=[], kind=None)  # "while prosecutors look into *claims* that": by whom is not said
    if (done := _SENTENCED.search(text, content.start, content.end)) and draft.cue[-1].of(text).endswith(
        ("found", "finds")
    ):
        return replace(draft, content=[Span(content.start, done.start())])
    if (ends := _its_end(text, draft, content)) and (said := trimmed(text, Span(content.start, ends))):
        return replace(draft, content=[said])
    if content.start < draft.cue[-1].end or source.start != sentence.start:
        return draft
    described = _DESCRIBED.fullmatch(text, source.start, draft.cue[0].start)
    main = _MAIN.search(text, content.start, content.end) if described else None
    if described is None or main is None or _ANEW.search(text, content.start, main.start()):
        return draft
    said = trimmed(text, Span(content.start, main.start()))
    return replace(draft, content=[said]) if said else draft


def _its_end(text: str, draft: Draft, content: Span) -> int | None:
    """Where a content ends before what is said otherwise: "denied there was a rift*: “We talk.”*", "said: “It passed,” *but it had not*"."""
    if content.start < draft.cue[-1].end:
        return None
    if VERB_OF.get(draft.anchor.of(text).lower()) in DENIALS:
        return quoted.start() if (quoted := _COLON.search(text, content.start, content.end)) else None
    if draft.source and _SHARE.search(text, draft.source[0].start, draft.source[0].end):
        return others.start() if (others := _OTHERS.search(text, content.start, content.end)) else None
    if draft.cue[-1].of(text).endswith((" for", " about")) and (
        besides := _BESIDES.search(text, content.start, content.end)
    ):
        return besides.start()
    if turned := _BUT.match(text, content.start, content.end):
        return turned.end("said")
    own = _own_deed(text, draft, content)
    return own.start() if own else None


def _from_start(text: str, source: Span, draft: Draft, sentence: Span) -> Span:
    """ "*Sales | for 2027* are forecast to fall": the whole subject of which only a part was taken."""
    subject = _FROM_START.match(text, sentence.start, draft.cue[0].start)
    plain = subject is not None and (FINITE | AUXILIARIES).isdisjoint(subject.group().lower().split())
    return Span(*subject.span()) if subject and plain and subject.end() >= source.end else source


def _own_deed(text: str, draft: Draft, content: Span) -> re.Match[str] | None:
    """Where in a content the source does something besides: "| and put the cost at £2,000", "| and delivered 12"."""
    promised = _PROMISED.fullmatch(draft.cue[-1].of(text)) and not text.startswith(("to ", "that "), content.start)
    return (_KEPT if promised else _PUT).search(text, content.start, content.end)


def with_role(text: str, draft: Draft) -> Draft:
    """ "Without it, | *the club's treasurer, Jan Lind*, warned, | no race could be held": what stands beside the name is the speaker's."""
    if not draft.cue or len(draft.source) != 1 or len(draft.content) != PARTED or draft.bare:
        return draft
    first, source = draft.content[0], draft.source[0]
    role = _ROLE.search(text, first.start, first.end)
    if role is None or text[first.end : source.start] != ", " or not can_speak(role["who"].split()):
        return draft
    said = trimmed(text, Span(first.start, role.start()))
    source = Span(role.start("who"), source.end)
    return replace(draft, source=[source], content=[said, draft.content[1]]) if said else draft
