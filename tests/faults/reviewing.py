"""What the clerk does at the reviewers' bench and to the record: many people at once, lapsed leases, forgers."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta

from django.contrib.auth.models import Group
from django.db import DatabaseError, connection, connections, transaction
from django.db.models import Count, F, Q
from django.utils import timezone

from claims.migrations import _triggers
from claims.models import (
    ChainHead,
    Claim,
    Draft,
    Event,
    EventPayload,
    ExtractionRun,
    Notification,
    Policy,
    Review,
    Role,
    Slot,
    TextVersion,
    User,
)  # fmt: skip
from claims.record import events, work
from claims.record.policy import edit_policy
from claims.record.refusals import IllegalMove, NotPermitted
from claims.review import drafts, reviews, rewording, slots
from claims.review.reviews import EvidenceGiven

LEDGER = EvidenceGiven(address="https://ledger.example/", stance="supports")


def policy(**changes):
    """Change the desk policy; what it was before."""
    now = Policy.objects.get(pk=1)
    before = {name: getattr(now, name) for name in changes}
    edit_policy(now, changes=changes, by=User.objects.get(username="editor"))
    return before


def _people(count):
    first = User.objects.count()
    people = [User.objects.create_user(f"reviewer{first + n}") for n in range(count)]
    for person in people:
        person.groups.add(Group.objects.get(name=Role.REVIEWER.value))
    return [User.objects.get(pk=person.pk) for person in people]


def hire(count, password):
    """So many reviewers who can sign in: their names."""
    people = _people(count)
    for person in people:
        person.set_password(password)
        person.save()
    return [person.username for person in people]


def unkept(slots):
    """Which of these slots do not hold exactly one standing review of who holds them."""
    standing = Q(reviews__state="submitted", reviews__reviewer=F("holder"))
    kept = Slot.objects.filter(pk__in=slots, state="filled").annotate(n=Count("reviews", filter=standing)).filter(n=1)
    return sorted(set(slots) - set(kept.values_list("pk", flat=True)))


def reviewed_twice():
    """Slots with two reviews, and reviewers with two slots of one round."""
    slots_ = Slot.objects.annotate(n=Count("reviews")).filter(n__gt=1).values_list("pk", flat=True)
    parts = Slot.objects.filter(holder__isnull=False).values("round", "holder").annotate(n=Count("pk")).filter(n__gt=1)
    return [*slots_, *parts]


def undecided(numbers):
    """Claims of these articles that were not decided, with the status in which they are."""
    rest = Claim.objects.filter(article__in=numbers).exclude(status="decided")
    return list(rest.values_list("pk", "status"))


def _at_once(act, people):
    def run(person):
        try:
            return act(person)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(people)) as pool:
        return list(pool.map(run, people))


def _give(slot, person, wording_number=None, token=None):
    sources = {
        a.statement.source_id
        for a in slot.claim.appearances.select_related("statement")
        if a.statement and a.statement.source_id
    }
    return reviews.submit(
        slot, token=token or slot.token, wording_number=wording_number or slot.claim.wording_number, verdict="supported",
        rationale="The ledger shows it.", evidence=[LEDGER], findings=dict.fromkeys(sources, "confirmed"), by=person,
    )  # fmt: skip


def _refused(act, kind):
    try:
        act()
    except kind:
        return True
    return False


def queued(number):
    return list(Claim.objects.filter(article=number, status="queued").order_by("pk").values_list("pk", flat=True))


def crowd(people, takes):
    """So many reviewers take so often from one queue: (slot, round, holder) of all that was taken."""

    def act(person):
        taken = []
        for _ in range(takes):
            try:
                slot = slots.take_next(by=person)
            except slots.Outrun:
                continue
            if slot is not None:
                taken.append((slot.pk, slot.round_id, slot.holder_id))
        return taken

    return [one for taken in _at_once(act, _people(people)) for one in taken]


def lapse(claim, taken):
    """A lease runs out while its holder writes; *taken*: another takes the slot before the review comes."""
    holder, other = _people(2)
    slot = slots.take(Claim.objects.get(pk=claim), by=holder)
    drafts.save_draft(slot, token=slot.token, data={"rationale": "half written"}, by=holder)
    Slot.objects.filter(pk=slot.pk).update(lease_until=timezone.now() - timedelta(minutes=1))
    slots.expire()
    if taken:
        slots.take(Claim.objects.get(pk=claim), by=other)
    kept = Draft.objects.filter(round=slot.round_id, person=holder).exists()
    refused = _refused(lambda: _give(slot, holder), IllegalMove)
    return {"draft": kept, "refused": refused, "reviews": Review.objects.filter(claim=claim).count()}


def send_at_once(claim, times):
    """The same review so many times at the same moment: how many there are."""
    (holder,) = _people(1)
    slot = slots.take(Claim.objects.get(pk=claim), by=holder)
    _at_once(lambda _: _give(Slot.objects.get(pk=slot.pk), holder, token=slot.token), range(times))
    return Review.objects.filter(claim=claim).count()


def lose(claim, what):
    """A reviewer loses the role, or the account, in the middle of a review."""
    (holder,) = _people(1)
    slot = slots.take(Claim.objects.get(pk=claim), by=holder)
    if what == "role":
        holder.groups.clear()
    else:
        User.objects.filter(pk=holder.pk).update(is_active=False)
    gone = User.objects.get(pk=holder.pk)
    refused = _refused(lambda: _give(slot, gone), NotPermitted)
    slots.expire()
    return {
        "refused": refused,
        "state": Slot.objects.get(pk=slot.pk).state,
        "reviews": Review.objects.filter(claim=claim).count(),
    }


def reword_under(claim):
    """A claim gets another wording while a slot is held: is its holder told, and is the review of the old one refused?"""
    (holder,) = _people(1)
    slot = slots.take(Claim.objects.get(pk=claim), by=holder)
    editor = User.objects.get(username="editor")
    rewording.reword(Claim.objects.get(pk=claim), wording="Another wording of it.", reason="clearer", by=editor)
    refused = _refused(lambda: _give(slot, holder, wording_number=1), IllegalMove)
    told = Notification.objects.filter(person=holder).exists()
    return {"refused": refused, "told": told, "reviews": Review.objects.filter(claim=claim).count()}


def read_again(number):
    """Have an article's text read by another pipeline while its claims are in review."""
    version = TextVersion.objects.get(article=number)
    run = ExtractionRun.objects.create(text_version=version, pipeline_version="another")
    work.wake(run)
    return run.pk


def take_first(number):
    (holder,) = _people(1)
    slot = slots.take(Claim.objects.get(pk=queued(number)[0]), by=holder)
    return {"claim": slot.claim_id, "slot": slot.pk}


def standing(claim, slot, run):
    return {
        "run": ExtractionRun.objects.get(pk=run).state,
        "status": Claim.objects.get(pk=claim).status,
        "state": Slot.objects.get(pk=slot).state,
        "appears": Claim.objects.get(pk=claim).appearances.count(),
    }


# --- forgers -------------------------------------------------------------------------------------------------------


def _run(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


FORGERIES = (
    "UPDATE claims_event SET verb = 'forged'",
    "UPDATE claims_eventpayload SET body = 'forged'",
    "DELETE FROM claims_event",
)


def forbidden():
    """Whether the database itself refuses each forgery, in SQL and through the models."""
    tried = [lambda sql=sql: _run(sql) for sql in FORGERIES]
    tried += [lambda: Event.objects.update(verb="forged"), lambda: Event.objects.all()[:1].get().delete()]
    return [_refused_by_the_database(act) for act in tried]


def _refused_by_the_database(act):
    try:
        with transaction.atomic():
            act()
    except DatabaseError:
        return True
    return False


class _Undo(Exception):
    pass


@contextmanager
def _past_the_triggers():
    """A forger who can do everything; undone afterwards, triggers and all."""
    try:
        with transaction.atomic():
            ChainHead.objects.select_for_update().get()
            _triggers.remove(connection)
            yield
            raise _Undo
    except _Undo:
        pass


def _last():
    return Event.objects.order_by("-sequence").first()


def _recompute():
    previous = events.GENESIS
    for event in Event.objects.order_by("sequence"):
        if event.sequence == 1:
            event.verb = "forged"
        event.previous = previous
        event.digest = previous = events.link(previous, events.header_of(event), event.payload_digest)
        Event.objects.filter(pk=event.pk).update(verb=event.verb, previous=event.previous, digest=event.digest)
    ChainHead.objects.update(digest=previous)


def _cut(count):
    last = _last()
    doomed = Event.objects.filter(sequence__gt=last.sequence - count)
    EventPayload.objects.filter(event__in=doomed).delete()
    doomed.delete()
    kept = _last()
    ChainHead.objects.update(digest=kept.digest, sequence=kept.sequence)


FORGERS = {
    "header": lambda: Event.objects.filter(sequence=2).update(verb="forged"),
    "payload": lambda: EventPayload.objects.filter(event__sequence=2).update(body="{}"),
    "row gone": lambda: (
        EventPayload.objects.filter(event__sequence=2).delete(),
        Event.objects.filter(sequence=2).delete(),
    ),
    "payload gone": lambda: EventPayload.objects.filter(event__sequence=2).delete(),
    "tail cut": lambda: _cut(2),
    "recomputed": _recompute,
}


def forge(way):
    """What verify finds of a forgery, by itself and against a head that was kept elsewhere."""
    last = _last()
    head = (last.sequence, last.digest)
    with _past_the_triggers():
        FORGERS[way]()
        alone, against = events.verify().flaw, events.verify(head=head).flaw
    return {"alone": str(alone or ""), "against": str(against or ""), "clean": events.verify(head=head).holds}
