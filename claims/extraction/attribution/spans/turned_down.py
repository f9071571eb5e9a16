"""What somebody turns down is no claim of theirs: offers, bids, and calls for something, which others made."""

import re

from claims.extraction.attribution.drafts import Draft

# "Calls for a cap on rents *have been rejected by* the minister".
_TURNED_DOWN = re.compile(
    r"\b(?:rejected|dismissed|ignored|rebuffed|refused|turned down|brushed aside|opposed|resisted|ruled out|blocked|criticised|criticized|condemned) by $"
)
_TURNING_DOWN = frozenset("rejected rejects rejecting reject accepted accepts accept".split())
_OFFERED = re.compile(
    r"(?:(?:an?|the|its|their|his|her|that|this|any|all|another) )?(?:(?!(?:to|of|and|that|claims?|allegations?)\b)[\w'’.,%$£€-]+ ){0,5}?"
    r"(?:offers?|bids?|contracts?|pay deals?|pay rises?|deal|package|pact|overtures?|invitations?)\b(?! (?:was|were|is|are|had|has|would)\b)"
)


def is_turned_down(text: str, draft: Draft) -> bool:
    """ "The workers *rejected* a pay offer": what is offered is no claim, and is not said to be untrue."""
    return (
        bool(draft.content)
        and draft.content[0].start > draft.cue[-1].end
        and draft.anchor.of(text).lower() in _TURNING_DOWN
        and _OFFERED.match(text, draft.content[0].start) is not None
    )


def is_noun_of_calls(text: str, draft: Draft) -> bool:
    """ "*Renewed calls* for a ban were made": what is called renewed or growing does not call, nor does who turns the calls down."""
    if (
        draft.source
        and draft.cue[0].of(text).lower() in ("calls for", "calls")
        and draft.source[0].start > draft.cue[0].end
    ):
        return _TURNED_DOWN.search(text, draft.cue[0].end, draft.source[0].start) is not None
    first = draft.source[0].of(text).lower() if draft.source else ""
    if first.endswith((" faced", " faces", " met", " drew", " drawn", " received", " prompted", " sparked")):
        return draft.cue[0].of(text).lower() == "calls for"  # "*The board faced* calls for his removal"
    alone = first in ("new", "fresh", "more", "widespread") or (" " not in first and first.endswith(("ed", "ing")))
    return (
        alone
        and draft.cue[0].of(text).lower() in ("calls for", "calls")
        and draft.source[0].end + 1 == draft.cue[0].start
    )
