"""A claim's events as sentences that a reader of the record understands."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.models import AttributionVerdict, Claim, DismissReason, Event, Harm, SourceKind, Status, Verdict
from claims.views.retelling import Named, Told, day, look_up, number, parts_taken_back, somebodys_words, told

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# What was done, as the end of a sentence that begins with who did it.
DONE: dict[str, "StrOrPromise"] = {
    "extract": gettext_lazy("read it out of the article"),
    "accept": gettext_lazy("accepted it for review"),
    "auto_accept": gettext_lazy("queued it by the desk's policy"),
    "dismiss": gettext_lazy("dismissed it"),
    "put_back": gettext_lazy("put it back among the candidates"),
    "restore": gettext_lazy("restored it"),
    "merge": gettext_lazy("merged it into another claim"),
    "split": gettext_lazy("split it into other claims"),
    "set_harm": gettext_lazy("flagged its harm"),
    "fix_span": gettext_lazy("corrected its place in the article"),
    "fix_source": gettext_lazy("corrected its source"),
    "ask_anew": gettext_lazy("asked its reviewers again: it is said by others now"),
    "set_as_of": gettext_lazy("set the day as of which it is checked"),
    "add": gettext_lazy("added it by hand"),
    "suggest": gettext_lazy("suggested it"),
    "ask": gettext_lazy("asked for it to be checked"),
    "take": gettext_lazy("took it for review"),
    "assign": gettext_lazy("assigned it"),
    "renew": gettext_lazy("went on with the review"),
    "decline": gettext_lazy("declined it"),
    "release": gettext_lazy("released a hold on it"),
    "expire": gettext_lazy("let a hold on it run out"),
    "submit": gettext_lazy("submitted a review"),
    "reaffirm": gettext_lazy("re-affirmed the review"),
    "change": gettext_lazy("changed the review"),
    "take_back": gettext_lazy("took the review back"),
    "agree": gettext_lazy("looked at what the reviews found"),
    "summon": gettext_lazy("asked those who may adjudicate to decide"),
    "announce": gettext_lazy("told its reviewers that it is decided"),
    "adjudicate": gettext_lazy("adjudicated between the reviews"),
    "send_back": gettext_lazy("sent it back for new reviews"),
    "replace": gettext_lazy("dismissed it: a newer reading of the article does not find it"),
    "fetch_again": gettext_lazy("asked for its page once more"),
    "paste_text": gettext_lazy("pasted its text, because its page could not be had"),
    "find_again": gettext_lazy("brought it back: a newer reading of the article finds it again"),
    "newer_text": gettext_lazy("said that it is a newer text of an article"),
    "keep_apart": gettext_lazy("said that it is another article"),
    "hold": gettext_lazy("put it on hold"),
    "resume": gettext_lazy("resumed it"),
    "reword": gettext_lazy("reworded it"),
    "keep_claim": gettext_lazy("kept it as it is, though the article changed"),
    "confirm_same": gettext_lazy("said that it is the same as one known already"),
    "refuse_same": gettext_lazy("said that it is not the same as one known already"),
    "look_into": gettext_lazy("read the reviews of the open round, and so takes no part in it"),
    "comment": gettext_lazy("left a remark"),
    "resolve_comment": gettext_lazy("dealt with a remark"),
    "ask_for_reply": gettext_lazy("asked for a reply"),
    "log_reply": gettext_lazy("noted what came as a reply"),
    "ask_for_correction": gettext_lazy("asked an outlet to correct its article"),
    "log_correction": gettext_lazy("noted what the outlet did"),
    "archive": gettext_lazy("looked for the page of a piece of evidence, to keep a copy"),
    "publish": gettext_lazy("published it"),
    "reopen": gettext_lazy("reopened it"),
    "withdraw": gettext_lazy("withdrew it"),
    "add_source": gettext_lazy("brought in the source"),
    "edit_source": gettext_lazy("put right what is known of the source"),
    "merge_source": gettext_lazy("merged the source into another"),
    "unmerge_source": gettext_lazy("took back the merge of the source"),
    "add_name": gettext_lazy("added a name"),
    "remove_name": gettext_lazy("removed a name"),
    "redact": gettext_lazy("erased what an event told"),
}
_CHOICES: dict[str, Any] = {
    "status": Status,
    "verdict": Verdict,
    "attribution_verdict": AttributionVerdict,
    "harm": Harm,
    "dismiss_reason": DismissReason,
    "kind": SourceKind,
}
_NAMES: dict[str, "StrOrPromise"] = {
    "status": gettext_lazy("status"),
    "verdict": gettext_lazy("verification status"),
    "attribution_verdict": gettext_lazy("attribution verdict"),
    "harm": gettext_lazy("harm"),
    "dismiss_reason": gettext_lazy("reason"),
    "wording": gettext_lazy("wording"),
    "as_of": gettext_lazy("as of"),
    "look_again_by": gettext_lazy("look again by"),
    "name": gettext_lazy("name"),
    "kind": gettext_lazy("kind"),
    "country": gettext_lazy("country"),
}
_DAYS = frozenset({"as_of", "look_again_by"})


# What was done to another claim, as the story of this one tells it.
_OF_ANOTHER: dict[str, "StrOrPromise"] = {
    "merge": gettext_lazy("merged another claim into it"),
    "split": gettext_lazy("split it out of another claim"),
    "restore": gettext_lazy("took back the merge of another claim into it"),
}


@dataclass(frozen=True, slots=True)
class Turn:
    """One change of a value: its name, what it was, what it became; of wordings, what changed is marked word by word."""

    name: "StrOrPromise"
    before: str
    after: str
    words: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """One event of the story."""

    sequence: int
    time: datetime
    actor: str
    done: "StrOrPromise"
    reason: str
    turns: tuple[Turn, ...]
    erased: bool
    told: tuple[Told, ...] = ()
    pk: int = 0  # of its event
    is_erasure: bool = False


def tell(events: Iterable[Event], *, of: int | None = None) -> list[Chapter]:
    """The events in their order, as chapters of the story of the claim *of*; whatever they name is looked up at once."""
    read = [(event, _body(event)) for event in events]
    named = look_up(read)
    return [_chapter(event, body, named, of) for event, body in read]


def elsewhere(claim: Claim) -> Q:
    """Events of other claims that belong to this one's story: what was merged into it, and the split that it came from."""
    # as the record writes it: canonical JSON has one text for one value
    into = Q(verb__in=("merge", "restore"), payload__body__contains=f'"merged_into":{claim.pk},') & ~Q(claim=claim)
    if claim.split_from_id is None:
        return into
    out_of = Q(claim=claim.split_from_id, verb__in=("split", "restore"))
    return into | (out_of & Q(payload__body__contains=f'"row":["claim",{claim.pk}]'))


def turns(event: Event) -> tuple[Turn, ...]:
    """What an event changed of its claim or of a source."""
    return tuple(_turns(_body(event), event.claim_id))


def wording_before(event: Event) -> str:
    """The wording that an event replaced; empty if it replaced none."""
    before, after = (_body(event).get(part, []) for part in ("before", "after"))
    replaced = any("wording" in row and row.get("row", [""])[0] == "claim" for row in after)
    return next((str(row["wording"]) for row in before if replaced and row.get("wording")), "")


def _body(event: Event) -> dict[str, Any]:
    payload = getattr(event, "payload", None)
    return json.loads(payload.body) if payload else {}


def brought(event: Event, claim: int) -> bool:
    """Whether the reading that an event tells of brought this claim."""
    return claim in _body(event).get("claims", ())


def _chapter(event: Event, body: dict[str, Any], named: Named, of: int | None) -> Chapter:
    return Chapter(
        sequence=event.sequence,
        time=event.time,
        actor=str(event.actor) if event.actor else _("The desk"),
        done=_done(event, body, of),
        reason=_reason(body.get("reason", "")) or somebodys_words(event, body),
        turns=tuple(_turns(body, of or event.claim_id)),
        erased=getattr(event, "payload", None) is None,
        told=tuple(told(event, body, named, of)),
        pk=event.pk,
        is_erasure=event.verb == "redact",
    )


def _done(event: Event, body: dict[str, Any], of: int | None) -> "StrOrPromise":
    if event.claim_id and of and event.claim_id != of:
        split = event.verb == "restore" and any(number(row) == of for row in parts_taken_back(event, body))
        return _("took back the split that it came from") if split else _OF_ANOTHER.get(event.verb, event.verb)
    if event.verb == "publish" and body.get("reason"):
        return _("published it although the gate asked for more")
    return DONE.get(event.verb, event.verb)


def _reason(reason: str) -> str:
    return str(DismissReason(reason).label) if reason in DismissReason.values else reason


def _turns(body: dict[str, Any], of: int | None) -> Iterable[Turn]:
    """What changed of the claim or of a source itself, where before and after name the same row."""
    before = {tuple(row["row"]): row for row in body.get("before", []) if "row" in row}
    for row in body.get("after", []):
        was = before.get(tuple(row.get("row", ())), {})
        kind, pk = row.get("row", ("", None))
        if not was or kind not in ("claim", "source") or (kind == "claim" and of is not None and pk != of):
            continue
        for name in _NAMES:
            if name in row and row[name] != was.get(name):
                before_, after = _word(name, was.get(name)), _word(name, row[name])
                yield Turn(_NAMES[name], before_, after, words=name == "wording")


def _word(name: str, value: Any) -> str:
    if value in (None, ""):
        return "—"
    if name in _DAYS:
        return day(value)
    choices = _CHOICES.get(name)
    return str(choices(value).label) if choices and value in choices.values else str(value)
