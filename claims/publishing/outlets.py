"""What outlets were asked to put right once a check is public, and what came of it."""

from datetime import date
from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Article, Claim, CorrectionRequest, Publication, User
from claims.record import permissions
from claims.record.moves import Change, held, move
from claims.record.refusals import IllegalMove, Incomplete


def ask_for_correction(
    claim: Claim, *, article: Article, asked: str, channel: str, asked_on: date | None = None, by: User
) -> CorrectionRequest:
    """Note whom the desk asked to correct an article that makes this claim, when, and through which channel.

    Only where a check is public: what nobody outside may read yet is told to no outlet.
    """
    permissions.require(by, "ask_for_correction")
    asked, channel, day = asked.strip(), channel.strip(), asked_on or timezone.localdate()
    if not asked or not channel:
        raise Incomplete(_("Say who was asked, and through which channel."))
    if day > timezone.localdate():
        raise Incomplete(_("That day has not come yet."))
    if not claim.appearances.filter(text_version__article=article).exists():
        raise Incomplete(_("That article does not make this claim."))
    with transaction.atomic():
        public = Publication.objects.filter(claim=held(claim)).live().first()
        if public is None:
            raise IllegalMove(_("Not now: there is no public check that an outlet could be shown."))
        request = CorrectionRequest(
            claim=claim,
            article=article,
            publication=public,
            asked=asked[:200],
            asked_on=day,
            channel=channel[:100],
            by=by,
        )
        move("ask_for_correction", request, by=by, claim=claim, create=[request])
    return request


def log_correction(
    request: CorrectionRequest, *, outcome: str, on: date | None = None, link: str = "", words: str = "", by: User
) -> CorrectionRequest:
    """Note what an outlet did: it acknowledged the request, corrected the article or refused to; after the last two nothing follows.

    What it had done before stays in the record.
    """
    permissions.require(by, "ask_for_correction")
    day = on or timezone.localdate()
    if outcome not in CorrectionRequest.Outcome.values:
        raise Incomplete(_("Say what the outlet did."))
    if not request.asked_on <= day <= timezone.localdate():
        raise Incomplete(_("It was done after it was asked for, and no later than today."))
    if link and urlsplit(link).scheme not in ("http", "https"):
        raise Incomplete(_("Give the address of a page that anybody can open."))
    if request.is_over or request.outcome == outcome:
        raise IllegalMove(_("What came of this request is noted already. Note another request for what comes later."))
    values = {"outcome": outcome, "outcome_on": day, "link": link[:2000], "words": words.strip()}
    change = Change(request, values, {"outcome": request.outcome})
    move("log_correction", request, by=by, claim=request.claim, changes=[change])
    return request
