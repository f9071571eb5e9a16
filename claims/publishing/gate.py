"""The publish gate, after the IFCN's code of principles: what a reader could not follow is named before it goes out."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from claims.models import (
    AttributionVerdict,
    Claim,
    Decision,
    Evidence,
    Rating,
    ReplyRequest,
    Review,
    Source,
    SourceKind,
    Verdict,
)
from claims.publishing import ratings
from claims.review.content import sources_of

# Sources that somebody can write to.
_CAN_ANSWER = (SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.GOVERNMENT, SourceKind.GROUP, SourceKind.MEDIUM)
# Where "searched, none found" is itself the finding.
_WITHOUT_PROOF = (Verdict.NOT_ENOUGH_EVIDENCE, Verdict.NOT_CHECKABLE)


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that the gate asks for."""

    key: str
    what: str


# What each piece of evidence says of itself.
_TOLD_OF_EACH = {
    "named": ngettext_lazy(
        "One piece of evidence does not say who is named.",
        "%(number)s pieces of evidence do not say who is named.",
        "number",
    ),
    "interest": ngettext_lazy(
        "One piece of evidence does not say what interest it has.",
        "%(number)s pieces of evidence do not say what interest they have.",
        "number",
    ),
}


def missing(claim: Claim, *, rating: Rating | None = None) -> list[Missing]:
    """What the gate still asks for; an empty list is a clean gate."""
    decision = Decision.objects.filter(claim=claim, round__number=claim.round_number).first()
    if decision is None:
        return [Missing("decision", _("There is no decision."))]
    return [*_in_evidence(claim, decision), *_in_attribution(claim, decision), *_in_rating(decision, rating)]


def _in_evidence(claim: Claim, decision: Decision) -> Iterator[Missing]:
    standing = Review.objects.filter(round=decision.round_id, state=Review.State.SUBMITTED)
    evidence = list(Evidence.objects.filter(review__in=standing))
    if not any(piece.primary for piece in evidence) and decision.verdict not in _WITHOUT_PROOF:
        yield Missing("primary", _("No piece of evidence is a primary source."))
    for name, said in _TOLD_OF_EACH.items():
        if untold := sum(not getattr(piece, name) for piece in evidence):
            yield Missing(name, said % {"number": untold})


def _in_attribution(claim: Claim, decision: Decision) -> Iterator[Missing]:
    if AttributionVerdict.UNCHECKED in decision.attribution_verdicts.values():
        yield Missing("attribution", _("Nobody has checked whether each source said it."))
    if strangers := [source.name for source in _unasked(claim, decision)]:
        told = {"who": ", ".join(strangers)}
        yield Missing(
            "unasked",
            _("No review was asked about %(who)s, to whom the claim is attributed by now: send it back.") % told,
        )
    sources = Source.objects.filter(statements__appearances__claim=claim, kind__in=_CAN_ANSWER)
    if sources.exists() and not ReplyRequest.objects.filter(claim=claim).exists():
        yield Missing("reply", _("Nobody whom the claim is attributed to was asked for a reply."))
    waits = ReplyRequest.objects.filter(claim=claim, answered_at__isnull=True, answer_by__gt=Now())
    for request in waits:
        told = {"who": request.asked, "when": date_format(timezone.localtime(request.answer_by), "j F Y, H:i")}
        yield Missing("deadline", _("%(who)s was asked to answer by %(when)s, which has not come yet.") % told)


def _unasked(claim: Claim, decision: Decision) -> QuerySet[Source]:
    """Who is said to make the claim and was none of its sources when it was decided, as after a newer text of the article."""
    asked = Source.objects.filter(pk__in=[int(source) for source in decision.attribution_verdicts])
    known = Q(pk__in=asked) | Q(pk__in=asked.filter(merged_into__isnull=False).values("merged_into"))
    return Source.objects.filter(pk__in=sources_of(claim)).exclude(known).order_by("pk")


def _in_rating(decision: Decision, rating: Rating | None) -> Iterator[Missing]:
    if rating is not None and (said := contradiction(decision, rating)):
        yield Missing("rating", said)


def contradiction(decision: Decision, rating: Rating) -> str:
    """What nobody overrides: a word that says the opposite of what the reviews came to; empty if it does not."""
    if not ratings.contradicts(rating, decision.verdict):
        return ""
    told = {"rating": rating.label, "verdict": decision.get_verdict_display()}
    return (
        _(
            "The rating “%(rating)s” contradicts the verification status “%(verdict)s”: choose another, or send the claim back."
        )
        % told
    )
