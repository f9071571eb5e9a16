"""What an event tells besides who did what: which other claim, from whom to whom, what was published. Rows that it names are looked up at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Model
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from claims.models import (
    Appearance,
    AppearanceSpan,
    Claim,
    CorrectionRequest,
    Event,
    Form,
    Rating,
    ReplyRequest,
    Round,
    Source,
    User,
    Verdict,
)

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Body = dict[str, Any]
LONGEST_NAMED = 200


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that an event tells: words of the desk's, then perhaps somebody's, with where they lead."""

    said: "StrOrPromise"
    words: str = ""
    link: str = ""


def rows(body: Body, kind: str, *parts: str) -> list[Body]:
    """The rows of a kind that an event tells of, as they were and as they became, or only one of these."""
    found = [row for part in parts or ("before", "after") for row in body.get(part, []) if isinstance(row, dict)]
    return [row for row in found if row.get("row", [None])[0] == kind]


def number(row: Body) -> Any:
    return row["row"][1]


def day(value: Any) -> str:
    """A day or a moment of the record as the pages write it."""
    if not isinstance(value, str) or not value:
        return "—"
    try:
        moment = datetime.fromisoformat(value) if "T" in value else None
        return date_format(timezone.localtime(moment) if moment else date.fromisoformat(value), "j M Y")
    except ValueError:
        return value


@dataclass(frozen=True, slots=True)
class Named:
    """The rows that some events name, by their numbers; what is gone since is missing."""

    people: Mapping[int, User]
    claims: Mapping[int, Claim]
    sources: Mapping[int, Source]
    ratings: Mapping[int, Rating]
    replies: Mapping[int, ReplyRequest]
    corrections: Mapping[int, CorrectionRequest]
    rounds: Mapping[int, Round]
    spans: Mapping[int, AppearanceSpan]
    places: Mapping[int, Appearance]

    def person(self, number: Any) -> str:
        return str(self.people.get(number, "—"))

    def claim(self, number: Any, said: "StrOrPromise" = "") -> Told:
        """Another claim, with its wording and where it stands."""
        claim = self.claims.get(number)
        named = _("no. %(n)s") % {"n": number}
        named = f"{said} {named}" if said else named
        return Told(named, claim.wording[:LONGEST_NAMED], claim.get_absolute_url()) if claim else Told(named)

    def source(self, number: Any, said: "StrOrPromise") -> Told:
        if number is None:
            return Told(f"{said} {_('the article itself')}")
        source = self.sources.get(number)
        return Told(said, source.name, source.get_absolute_url()) if source else Told(said, "—")


def look_up(read: Sequence[tuple[Event, Body]]) -> Named:
    """Whatever these events name, each kind of row with one statement, and with none where it is not named."""
    bodies = [body for _event, body in read]
    every = [row for body in bodies for part in ("before", "after") for row in body.get(part, []) if "row" in row]
    corrected = [body for event, body in read if event.verb == "fix_span"]
    spans = _by_number(AppearanceSpan, {number(row) for body in corrected for row in rows(body, "appearancespan")})
    places = {
        row["appearance_id"] for body in corrected for row in rows(body, "appearancespan") if "appearance_id" in row
    }
    claims = {row["merged_into"] for row in every if row.get("merged_into")} | _numbers(every, "claim")
    claims |= {event.claim_id for event, _body in read} | {body["through"] for body in bodies if "through" in body}
    claims |= {number for body in bodies for number in body.get("also", ())}
    sources = {row["source"] for row in every if row["row"][0] == "statement" and "source" in row}
    sources |= {body["source_was"] for body in bodies if "source_was" in body}
    people = {row[name] for row in every for name in ("holder", "person_id") if row.get(name)}
    people |= {body["waived"]["person_id"] for body in bodies if "person_id" in body.get("waived", {})}
    return Named(
        people=_by_number(User, people),
        claims=_by_number(Claim, claims),
        sources=_by_number(Source, sources | {body["source"] for body in bodies if "source" in body}),
        ratings=_by_number(Rating, {row["rating_id"] for row in every if row.get("rating_id")}),
        replies=_by_number(ReplyRequest, _numbers(every, "replyrequest")),
        corrections=_by_number(CorrectionRequest, _numbers(every, "correctionrequest")),
        rounds=_by_number(Round, _numbers(every, "round")),
        spans=spans,
        places=_by_number(Appearance, places | {span.appearance_id for span in spans.values()}, "text_version"),
    )


def _numbers(every: Iterable[Body], kind: str) -> set[Any]:
    return {number(row) for row in every if row["row"][0] == kind}


M = TypeVar("M", bound=Model)


def _by_number(kind: type[M], numbers: Iterable[Any], *beside: str) -> dict[int, M]:
    wanted = {one for one in numbers if isinstance(one, int)}
    return kind._default_manager.select_related(*beside).in_bulk(wanted) if wanted else {}


def told(event: Event, body: Body, named: Named, of: int | None) -> Iterator[Told]:
    """What the event says besides, to somebody who reads the story of the claim *of*."""
    if event.claim_id != of and event.claim_id is not None and of is not None:
        yield named.claim(event.claim_id)
        return
    if teller := _TELLERS.get(event.verb):
        yield from teller(event, body, named)
    for row in rows(body, "review", "after"):
        if row.get("verdict"):
            yield Told(Verdict(row["verdict"]).label)
    if body.get("note"):
        yield Told(_("note:"), str(body["note"]))


def _of_assign(_event: Event, body: Body, named: Named) -> Iterator[Told]:
    holders = (row["holder"] for row in body.get("after", []) if row.get("holder"))
    yield from (Told(_("to %(person)s") % {"person": named.person(holder)}) for holder in holders)


def _of_release(_event: Event, body: Body, named: Named) -> Iterator[Told]:
    holders = (row["holder"] for row in body.get("before", []) if row.get("holder"))
    yield from (Told(_("held by %(person)s") % {"person": named.person(holder)}) for holder in holders)


def _of_summon(_event: Event, body: Body, named: Named) -> Iterator[Told]:
    yield Told(", ".join(named.person(row["person_id"]) for row in body.get("after", []) if row.get("person_id")))


def _of_merge(_event: Event, body: Body, named: Named) -> Iterator[Told]:
    yield from (named.claim(row["merged_into"]) for row in rows(body, "claim", "after") if row.get("merged_into"))


def _of_split(event: Event, body: Body, named: Named) -> Iterator[Told]:
    yield from (named.claim(number(row)) for row in rows(body, "claim", "after") if number(row) != event.claim_id)


def _of_restore(event: Event, body: Body, named: Named) -> Iterator[Told]:
    merged = (row["merged_into"] for row in rows(body, "claim", "before") if row.get("merged_into"))
    yield from (named.claim(into, _("its places came back from")) for into in merged)
    parts = (number(row) for row in parts_taken_back(event, body))
    yield from (named.claim(part, _("dismissed what the split had made,")) for part in parts)


def parts_taken_back(event: Event, body: Body) -> list[Body]:
    """The parts of a split that restoring the whole dismissed; a claim that gave places back is told of, too, and is none."""
    others = (row for row in rows(body, "claim", "after") if number(row) != event.claim_id)
    return [row for row in others if row.get("dismiss_reason")]


def _of_ask_anew(_event: Event, body: Body, named: Named) -> Iterator[Told]:
    if body.get("through"):
        yield named.claim(body["through"], _("with the places of"))


def _of_fix_source(_event: Event, body: Body, named: Named) -> Iterator[Told]:
    was = {number(row): row for row in rows(body, "statement", "before") if "source" in row}
    for row in rows(body, "statement", "after"):
        if "source" in row and number(row) in was:
            before = was[number(row)]
            yield _source_before(before["source"], before.get("form", Form.NARRATED), named)
            yield named.source(row["source"], _("to"))
    if "source_was" in body:
        yield _source_before(body["source_was"], body.get("form_was", Form.NARRATED), named)
    if "source" in body:
        yield named.source(body["source"], _("to"))
    if "apart_from" in body:
        yield Told(_("for this claim alone"))
    for also in body.get("also", ()):
        yield named.claim(also, _("and of"))
    if body.get("through"):
        yield named.claim(body["through"], _("the same statement makes"))


def _source_before(number: Any, form: str, named: Named) -> Told:
    if number is None and form != Form.NARRATED:
        return Told(_("from a source that was not resolved"))
    return named.source(number, _("from"))


def _of_fix_span(_event: Event, body: Body, named: Named) -> Iterator[Told]:
    removed = [row for row in rows(body, "appearancespan", "before") if "start" in row]
    kept = [named.spans[number(row)] for row in rows(body, "appearancespan", "before") if number(row) in named.spans]
    was = [(row["appearance_id"], row["start"], row["end"]) for row in removed]
    was += [(span.appearance_id, span.start, span.end) for span in kept]
    now = [row for row in rows(body, "appearancespan", "after") if "start" in row]
    is_now = [(row["appearance_id"], row["start"], row["end"]) for row in now]
    for said, spans in ((_("from"), was), (_("to"), is_now)):
        if words := " … ".join(_words(named, *span) for span in sorted(spans)):
            yield Told(said, words[:LONGEST_NAMED])


def _words(named: Named, place: int, start: int, end: int) -> str:
    return named.places[place].text_version.text[start:end] if place in named.places else ""


def _of_agree(_event: Event, body: Body, named: Named) -> Iterator[Told]:
    rounds = [named.rounds[number(row)] for row in rows(body, "round", "after") if number(row) in named.rounds]
    yield from (Told(_("the round asked for one")) for round_ in rounds if round_.required == 1)


def _of_hold(_event: Event, body: Body, _named: Named) -> Iterator[Told]:
    for row in rows(body, "claim", "after"):
        if row.get("held_until"):
            yield Told(_("until %(day)s") % {"day": day(row["held_until"])})


def _of_publish(event: Event, body: Body, named: Named) -> Iterator[Told]:
    for row in rows(body, "publication", "after"):
        if "title" not in row:
            continue  # the version before, which this one follows
        claim = named.claims.get(event.claim_id or 0)
        version = {"slug": row["slug"], "number": row["number"]}
        link = reverse("check_version", kwargs=version | {"public_id": claim.public_id}) if claim else ""
        word = body.get("rating") or named.ratings.get(row.get("rating_id", 0)) or "—"
        yield Told(_("version %(n)s, rated “%(word)s”:") % {"n": row["number"], "word": word}, row["title"], link)
    if body.get("waived"):
        yield Told(_waived(body["waived"], named))


def _waived(told: Body, named: Named) -> str:
    """That one person did what two should, by which policy, and who had made it so."""
    alone = _("one person decided and published it, as version %(n)s of the desk's policy allowed") % {
        "n": told["policy"]
    }
    if "at" not in told:
        return alone
    return _("%(alone)s: %(person)s had switched four eyes off on %(when)s") % {
        "alone": alone,
        "person": named.person(told["person_id"]),
        "when": date_format(timezone.localtime(datetime.fromisoformat(told["at"])), "j M Y, H:i:s"),
    }


def _of_reply(_event: Event, body: Body, named: Named) -> Iterator[Told]:
    for row in rows(body, "replyrequest", "after"):
        request = named.replies.get(number(row))
        if "asked" in row:
            yield Told(_("of"), str(row["asked"]))
            yield Told(_("through"), str(row.get("channel", "")))
            if row.get("answer_by"):
                yield Told(_("answer by %(day)s") % {"day": day(row["answer_by"])})
        elif request:
            yield Told(_("from"), request.asked)


def _of_correction(_event: Event, body: Body, named: Named) -> Iterator[Told]:
    for row in rows(body, "correctionrequest", "after"):
        request = named.corrections.get(number(row))
        if request:
            yield Told(_("of"), request.asked)
        if row.get("outcome") in CorrectionRequest.Outcome.values:
            yield Told(CorrectionRequest.Outcome(row["outcome"]).label)


_TELLERS: dict[str, Callable[[Event, Body, Named], Iterator[Told]]] = {
    "assign": _of_assign,
    "release": _of_release,
    "summon": _of_summon,
    "announce": _of_summon,
    "merge": _of_merge,
    "split": _of_split,
    "restore": _of_restore,
    "ask_anew": _of_ask_anew,
    "fix_source": _of_fix_source,
    "fix_span": _of_fix_span,
    "agree": _of_agree,
    "hold": _of_hold,
    "publish": _of_publish,
    "ask_for_reply": _of_reply,
    "log_reply": _of_reply,
    "ask_for_correction": _of_correction,
    "log_correction": _of_correction,
}


def somebodys_words(event: Event, body: Body) -> str:
    """What a person wrote that the event is about: a remark, an answer, why a check was asked for."""
    texts = {"comment": ("comment", "text"), "log_reply": ("replyrequest", "answer"), "ask": ("checkrequest", "why")}
    texts["log_correction"] = ("correctionrequest", "words")
    kind, name = texts.get(event.verb, ("", ""))
    return next((str(row[name]) for row in rows(body, kind, "after") if row.get(name)), "")
