"""The public record's verbs: publish, reopen, publish again, withdraw. What went out is kept as it went out."""

import json
from collections.abc import Iterable, Sequence

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from claims.models import (
    Claim,
    Decision,
    Event,
    Notification,
    Policy,
    Publication,
    Rating,
    Review,
    Slot,
    SlotState,
    Source,
    Status,
    User,
)
from claims.publishing import claimreview, frozen, gate, ratings
from claims.record.moves import Change, check, held, move
from claims.record.refusals import IllegalMove, Incomplete, NotPermitted
from claims.review.conflicts import refuse_a_tie
from claims.review.rounds import UNDECIDED, desk, end_slots, open_round

LONGEST_TITLE = 200
FEWEST_WORDS = 3  # of a reason: one word is a way around the gate, not a reason


def publish(claim: Claim, *, rating: Rating, title: str, summary: str, by: User, override: str = "") -> Publication:
    """Put the decided claim on the public record, or its next version; by somebody who did not decide it alone and has no tie to it.

    Raises IllegalMove with what the gate misses, unless *override* says in writing why it goes out nevertheless; a rating that
    contradicts the verdict goes out for no reason.
    """
    check("publish", claim, by=by)
    title, summary = title.strip(), summary.strip()
    if not title or not summary:
        raise Incomplete(_("A publication needs a title and a summary."))
    if len(title) > LONGEST_TITLE:
        raise Incomplete(_("The title is too long: at most %(most)s characters.") % {"most": LONGEST_TITLE})
    with transaction.atomic():
        if held(claim).version != claim.version:
            raise IllegalMove
        refuse_a_tie(claim, by)
        decision = Decision.objects.select_related("round").get(claim=claim, round__number=claim.round_number)
        sole, waived = _four_eyes(decision, by)
        missing = _through_the_gate(claim, decision, rating, override)
        live, number = _live(claim), _next_number(claim)
        publication = Publication(
            claim=claim,
            number=number,
            decision=decision,
            rating=rating,
            slug=_slug(claim, title),
            title=title,
            summary=summary,
            publisher=by,
            sole_reviewer_id=sole,
            waived_by_policy=waived.version if waived else None,
            gate_override=override.strip() if missing else "",
        )
        publication.document, publication.shown = _document(publication), frozen.freeze(decision)
        ended = {"state": Publication.State.SUPERSEDED, "ended_at": desk().now, "looked_at_again": False}
        changes = [Change(claim, {"status": Status.PUBLISHED}), *([Change(live, ended)] if live else [])]
        more = {"rating": rating.label, "missing": missing}
        move(
            "publish",
            claim,
            by=by,
            changes=changes,
            create=[publication, *_told(Notification.Kind.PUBLISHED, decision, by)],
            reason=publication.gate_override,
            more=more | ({"waived": _waived(waived)} if waived else {}),
        )
    return publication


def _told(kind: Notification.Kind, decision: Decision, by: User, also: Iterable[int | None] = ()) -> list[Notification]:
    """Whose work it is: the reviewers of the round and who decided; without the one who acts."""
    standing = Review.objects.filter(round=decision.round_id, state=Review.State.SUBMITTED)
    people = {*standing.values_list("reviewer_id", flat=True), decision.adjudicator_id, *also} - {None, by.pk}
    return [Notification(person_id=pk, kind=kind, claim_id=decision.claim_id) for pk in sorted(filter(None, people))]


def _four_eyes(decision: Decision, by: User) -> tuple[int | None, Policy | None]:
    """Who alone decided, as adjudicator or as only reviewer; and the policy by which they may publish all the same."""
    standing = Review.objects.filter(round=decision.round_id, state=Review.State.SUBMITTED)
    people = (
        {decision.adjudicator_id} if decision.adjudicator_id else set(standing.values_list("reviewer_id", flat=True))
    )
    sole = people.pop() if len(people) == 1 else None
    if sole != by.pk:
        return sole, None
    policy = Policy.objects.get(pk=1)
    if policy.four_eyes:
        if decision.adjudicator_id:
            raise NotPermitted(_("You decided between the reviews of this claim: a second person has to publish it."))
        raise NotPermitted(_("You are the only reviewer of this claim: a second person has to publish it."))
    return sole, policy


def _waived(policy: Policy) -> dict[str, object]:
    """By which policy one person decides and publishes, and who had switched four eyes off, when."""
    changes = Event.objects.filter(
        object_type="policy", verb="edit_policy", payload__body__contains='"four_eyes":false'
    )
    for change in changes.select_related("payload").order_by("-sequence"):
        if any(row.get("four_eyes") is False for row in json.loads(change.payload.body).get("after", [])):
            return {"policy": policy.version, "person_id": change.actor_id, "at": change.time.isoformat()}
    return {"policy": policy.version}


def why_not(claim: Claim, person: User) -> str:
    """Why this person does not publish the claim, or nothing; what the gate asks for is said on its page."""
    decision = Decision.objects.filter(claim=claim, round__number=claim.round_number).first()
    try:
        refuse_a_tie(claim, person)
        if decision is not None:
            _four_eyes(decision, person)
    except NotPermitted as refusal:
        return refusal.message
    return ""


def is_live(claim: Claim, _person: User) -> bool:
    """Whether a version of it is public, so that there is something to withdraw."""
    return _live(claim) is not None


def _through_the_gate(claim: Claim, decision: Decision, rating: Rating, override: str) -> list[str]:
    if said := gate.contradiction(decision, rating):
        raise IllegalMove(said)
    missing = gate.missing(claim, rating=rating)
    if missing and not override.strip():
        raise IllegalMove(
            _("The publish gate asks for more. Add it, or say in writing why it goes out without: %(missing)s")
            % {"missing": " ".join(item.what for item in missing)}
        )
    if missing and len(override.split()) < FEWEST_WORDS:
        raise Incomplete(
            _("Say in a few words why it goes out although the gate asks for more: “%(said)s” is no reason.")
            % {"said": override.strip()}
        )
    return [item.key for item in missing]


def _live(claim: Claim) -> Publication | None:
    return claim.publications.filter(state=Publication.State.LIVE).first()


def _next_number(claim: Claim) -> int:
    return (claim.publications.aggregate(last=Max("number"))["last"] or 0) + 1


def _slug(claim: Claim, title: str) -> str:
    """The address of the first publication is the claim's for ever."""
    first = claim.publications.order_by("number").values_list("slug", flat=True).first()
    return first or slugify(title)[:80].strip("-") or "check"


def address_of(publication: Publication) -> str:
    """The canonical public address of the claim's check."""
    base = settings.PUBLIC_ADDRESS.rstrip("/")
    return f"{base}/checks/{publication.claim.public_id}/{publication.slug}/"


def _document(publication: Publication) -> dict[str, object]:
    claim, address = publication.claim, address_of(publication)
    article = claim.article
    told = claimreview.Reviewed(
        address=address,
        claim=claim.wording,
        degree=ratings.degree(publication.rating),
        publisher=settings.DESK_NAME,
        publisher_address=settings.PUBLIC_ADDRESS,
        published=timezone.localdate(),
        claimants=_claimants(claim),
        appearances=[
            claimreview.Appeared(
                address=article.canonical_address or article.address,
                title=article.title,
                outlet=article.outlet.name if article.outlet else "",
                dated=article.dated,
            )
        ],
        claimed_on=article.dated,
        body=publication.summary,
        language=article.language,
    )
    document = claimreview.document(told)
    faults = claimreview.problems(document, address=address)
    if faults:
        raise IllegalMove(_("The public document is not whole: %(faults)s") % {"faults": "; ".join(faults)})
    return document


def _claimants(claim: Claim) -> Sequence[claimreview.Claimant]:
    sources = Source.objects.filter(statements__appearances__claim=claim).order_by("pk").distinct()
    wikidata = "https://www.wikidata.org/wiki/"
    return [
        claimreview.Claimant(
            source.name, source.kind, wikidata + source.wikidata_id if source.wikidata_id else source.home_page
        )
        for source in sources
    ]


def reopen(claim: Claim, *, note: str, by: User) -> Claim:
    """Look at a published or withdrawn claim again, in a new round; the live version says so, with a public note. By nobody with a tie to it."""
    check("reopen", claim, by=by)
    note = _public(note)
    with transaction.atomic():
        refuse_a_tie(claim, by)
        live = _live(claim)
        said = [Change(live, {"looked_at_again": True, "note": note})] if live else []
        values = UNDECIDED | {"status": Status.IN_REVIEW, "round_number": claim.round_number + 1}
        rows = open_round(claim, Policy.objects.get(pk=1))
        last = claim.publications.select_related("decision").order_by("-number").first()
        told = _told(Notification.Kind.REOPENED, last.decision, by, also=[last.publisher_id]) if last else []
        move("reopen", claim, by=by, changes=[Change(claim, values), *said], create=[*rows, *told], reason=note)
    return claim


def withdraw(claim: Claim, *, note: str, by: User) -> Claim:
    """Take the live version back, with a public note; a tombstone page stays, and work on the claim ends.

    By nobody with a tie to it: whoever could take down what was found about their own would have the last word on it. Where an
    editor is alone, an administrator makes another one.
    """
    check("withdraw", claim, by=by)
    note = _public(note)
    with transaction.atomic():
        if held(claim).version != claim.version:
            raise IllegalMove
        refuse_a_tie(claim, by)
        live = _live(claim)
        if live is None:
            raise IllegalMove(_("There is nothing public to withdraw."))
        ended = {
            "state": Publication.State.WITHDRAWN,
            "ended_at": desk().now,
            "note": note,
            "looked_at_again": False,
        }
        holders = Slot.objects.filter(claim=claim, state=SlotState.HELD).exclude(holder=by)
        at_work = {live.publisher_id, *holders.values_list("holder_id", flat=True)}
        told = _told(Notification.Kind.WITHDRAWN, live.decision, by, also=at_work)
        changes = [Change(claim, {"status": Status.WITHDRAWN}), Change(live, ended), *end_slots(claim)]
        move("withdraw", claim, by=by, changes=changes, create=told, reason=note)
    return claim


def _public(note: str) -> str:
    if not note.strip():
        raise Incomplete(_("Say to the public why."))
    return note.strip()
