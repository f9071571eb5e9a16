"""E-mail about a notification: what happened to which claim and where to look, and never what anybody found or wrote."""

from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.utils.translation import gettext as _

from claims.models import Notification, User, WorkState
from claims.record import leases, permissions, work

AGAIN_AFTER = timedelta(minutes=2)  # a mail server that is being restarted
MOST_AT_ONCE = 50


def mail(pk: int) -> None:
    """Write this letter and those of the same claim that wait beside it, each if it is ours to write."""
    claim = Notification.objects.filter(pk=pk).values_list("claim", flat=True).first()
    waiting = Notification.objects.filter(claim=claim, state=WorkState.QUEUED, next_attempt_at__isnull=True)
    for other in {pk: None} | dict.fromkeys(waiting.order_by("pk").values_list("pk", flat=True)[:MOST_AT_ONCE]):
        _mail(other)


def _mail(pk: int) -> None:
    """One letter, if its reader wants it; a mail server that is away is tried again.

    The letter leaves before its row is marked: a worker killed between the two sends it twice, and none is lost.
    """
    with leases.held(Notification, pk) as job:
        if job is not None:
            _send(job)


def _send(job: Notification) -> None:
    told = Notification.objects.select_related("person", "claim").get(pk=job.pk)
    try:
        if wants(told.person, told.kind):
            send_mail(subject(told), body(told), None, [told.person.email])
        work.finish(job)
    except (SMTPException, OSError) as error:
        work.retry(job, _("The mail server did not take it: %(error)s") % {"error": error}, after=AGAIN_AFTER)


def wants(person: User, kind: str) -> bool:
    """Whether this person is written to about such a thing: has an address and a place at the desk, and did not switch it off."""
    stays = person.is_active and permissions.may(person, "see_desk")
    return bool(person.email) and stays and kind not in person.mail_off


def subject(told: Notification) -> str:
    return str(Notification.Kind(told.kind).label)


def body(told: Notification) -> str:
    """The claim's wording and its address; no note and no remark, which the blind rule may hide."""
    address = f"{settings.PUBLIC_ADDRESS.rstrip('/')}{told.claim.get_absolute_url()}"
    off = _("Which e-mails you get, you choose under your name at the top of the desk.")
    return f"{subject(told)}:\n\n{told.claim.wording}\n\n{address}\n\n{off}\n"


def choose(person: User, *, wanted: set[str]) -> User:
    """Keep which notifications this person wants by e-mail; the list of notifications shows all of them in any case."""
    person.mail_off = sorted(set(Notification.Kind.values) - wanted)
    person.save(update_fields=["mail_off"])
    return person
