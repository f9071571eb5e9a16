"""A claim's events as sentences that a reader of the record understands."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.models import AttributionVerdict, DismissReason, Event, Harm, SourceKind, Status, User, Verdict

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
    "merge": gettext_lazy("merged it with another claim"),
    "split": gettext_lazy("split it"),
    "set_harm": gettext_lazy("flagged its harm"),
    "fix_span": gettext_lazy("corrected its place in the article"),
    "fix_source": gettext_lazy("corrected its source"),
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
    "agree": gettext_lazy("compared the reviews"),
    "summon": gettext_lazy("asked those who may adjudicate to decide"),
    "adjudicate": gettext_lazy("adjudicated between the reviews"),
    "send_back": gettext_lazy("sent it back for new reviews"),
    "replace": gettext_lazy("dismissed it: a newer reading of the article does not find it"),
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


@dataclass(frozen=True, slots=True)
class Turn:
    """One change of a value: its name, what it was, what it became."""

    name: "StrOrPromise"
    before: str
    after: str


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
    told: tuple[str, ...] = ()


def tell(events: Iterable[Event]) -> list[Chapter]:
    """The events in their order, as chapters; whoever they name besides their actor is looked up at once."""
    read = [(event, _body(event)) for event in events]
    named = {
        row[name] for _event, body in read for row in _rows(body) for name in ("holder", "person_id") if row.get(name)
    }
    people = {person.pk: str(person) for person in User.objects.filter(pk__in=named)} if named else {}
    return [_chapter(event, body, people) for event, body in read]


def turns(event: Event) -> tuple[Turn, ...]:
    """What an event changed of a claim or a source."""
    return tuple(_turns(_body(event)))


def wording_before(event: Event) -> str:
    """The wording that an event replaced; empty if it replaced none."""
    before, after = (_body(event).get(part, []) for part in ("before", "after"))
    replaced = any("wording" in row and row.get("row", [""])[0] == "claim" for row in after)
    return next((str(row["wording"]) for row in before if replaced and row.get("wording")), "")


def _body(event: Event) -> dict[str, Any]:
    payload = getattr(event, "payload", None)
    return json.loads(payload.body) if payload else {}


def tells_of_run(event: Event, run: int) -> bool:
    """Whether an event of a reading is the one of this run."""
    return bool(_body(event).get("run") == run)


def _rows(body: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for part in ("before", "after") for row in body.get(part, []) if isinstance(row, dict)]


def _chapter(event: Event, body: dict[str, Any], people: dict[int, str]) -> Chapter:
    return Chapter(
        sequence=event.sequence,
        time=event.time,
        actor=str(event.actor) if event.actor else _("The desk"),
        done=_done(event.verb, body),
        reason=_reason(body.get("reason", "")),
        turns=tuple(_turns(body)),
        erased=getattr(event, "payload", None) is None,
        told=tuple(_told(event.verb, body, people)),
    )


def _done(verb: str, body: dict[str, Any]) -> "StrOrPromise":
    if verb == "publish" and body.get("reason"):
        return _("published it although the gate asked for more")
    return DONE.get(verb, verb)


def _told(verb: str, body: dict[str, Any], people: dict[int, str]) -> Iterable[str]:
    """What the event says besides: whom it concerns, and what a review found."""
    made = body.get("after", [])
    if verb == "assign":
        yield from (
            _("to %(person)s") % {"person": people.get(row["holder"], "—")} for row in made if row.get("holder")
        )
    if verb == "release":
        held = (row["holder"] for row in body.get("before", []) if row.get("holder"))
        yield from (_("held by %(person)s") % {"person": people.get(holder, "—")} for holder in held)
    if verb == "fix_source" and body.get("through"):
        yield _("with claim no. %(n)s, which the same statement makes") % {"n": body["through"]}
    if verb == "summon":
        asked = [people.get(row["person_id"], "—") for row in made if row.get("person_id")]
        yield ", ".join(asked)
    for row in made:
        if row.get("row", [None])[0] == "review" and row.get("verdict"):
            yield _word("verdict", row["verdict"])


def _reason(reason: str) -> str:
    return str(DismissReason(reason).label) if reason in DismissReason.values else reason


def _turns(body: dict[str, Any]) -> Iterable[Turn]:
    """What changed of the claim or the source itself, where before and after name the same row."""
    before = {tuple(row["row"]): row for row in body.get("before", []) if "row" in row}
    for row in body.get("after", []):
        was = before.get(tuple(row.get("row", ())), {})
        if not was or row["row"][0] not in ("claim", "source"):
            continue
        for name in _NAMES:
            if name in row and row[name] != was.get(name):
                yield Turn(_NAMES[name], _word(name, was.get(name)), _word(name, row[name]))


def _word(name: str, value: Any) -> str:
    if value in (None, ""):
        return "—"
    choices = _CHOICES.get(name)
    return str(choices(value).label) if choices and value in choices.values else str(value)
