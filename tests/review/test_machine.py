"""Every verb in any order, with lost and repeated messages, killed workers and clock jumps: what must hold, holds after each.

``DESK_MACHINE=runs,steps`` sets the size: 40,30 by default, 200,50 under ``CI=true``, 2000,50 in ``make soak``.
"""

import contextlib
import os
from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import transaction
from django.db.models import Count, F, Q
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from claims.models import (
    Accept,
    Claim,
    Decision,
    Draft,
    Event,
    Policy,
    Publication,
    Rating,
    Review,
    Role,
    Round,
    Slot,
    SlotState,
    Status,
    User,
)
from claims.models.states import SYSTEM_VERBS, VERBS
from claims.publishing.publish import publish, reopen, withdraw
from claims.record import events, rows, visibility, work
from claims.record.refusals import Refusal
from claims.review import decisions, reviews, slots, summoning, triage
from tests.factories import AcceptFactory, ClaimFactory, PersonFactory
from tests.review.test_main_job import LEDGER

DEFAULT = "200,50" if os.environ.get("CI") == "true" else "40,30"
RUNS, STEPS = (int(n) for n in os.environ.get("DESK_MACHINE", DEFAULT).split(","))
PARTS = 4  # of the runs, so that they need not wait for one another in one process
MOST_LEASES, MOST_CLAIMS, LEASE = 2, 5, 30

some = st.integers(min_value=0, max_value=10**6)
verdicts = st.sampled_from(["supported", "refuted"])


class Desk(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.changed = False
        self.transaction = transaction.atomic()
        self.transaction.__enter__()

    def teardown(self):
        compared = rows.compare()
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)
        super().teardown()
        assert compared.flaw is None

    @initialize(double=st.booleans(), four_eyes=st.booleans())
    def open_the_desk(self, double, four_eyes):
        Policy.objects.update(max_leases=MOST_LEASES, reviews=2 if double else 1, four_eyes=four_eyes)
        self.reviewers = [PersonFactory() for _ in range(3)]
        self.editors = [PersonFactory(roles=[Role.EDITOR, Role.REVIEWER]) for _ in range(2)]
        self.people = self.reviewers + self.editors
        self.accept = AcceptFactory()
        self.article = self.accept.run.text_version.article
        for number in range(2):
            ClaimFactory(article=self.article, run=self.accept.run, ordinal=number)
        self.changed = True
        self.said, self.given, self.typed, self.forms = Counter(), set(), {}, []

    # --- saying a verb, and what must be true whether it is refused or not -----------------------------------------

    def say(self, verb, call):
        before = Event.objects.count()
        try:
            with transaction.atomic():
                result = call()
        except Refusal:
            assert Event.objects.count() == before
            self.changed = False
            return None
        self.changed = True
        told = Counter(Event.objects.order_by("sequence").values_list("verb", flat=True)[before:])
        assert told[verb] <= 1
        assert set(told) <= {verb, *SYSTEM_VERBS}
        self.said[verb] += told[verb]
        return result

    def claim(self, number, verb):
        """Any claim; three times out of four one whose status lets the verb be said, if there is one."""
        claims = list(Claim.objects.order_by("pk"))
        fitting = [claim for claim in claims if claim.status in VERBS[verb].since] if number % 4 else []
        return (fitting or claims)[number % len(fitting or claims)]

    def person(self, number):
        return User.objects.get(pk=self.people[number % len(self.people)].pk)

    def editor(self, number):
        return User.objects.get(pk=self.editors[number % 2].pk)

    def form(self, number):
        """A form that somebody has open, which may be long out of date."""
        return self.forms[number % len(self.forms)] if self.forms else None

    def opened(self, slot):
        if slot is not None:
            self.forms.append((slot.pk, slot.token, slot.claim.wording_number, slot.holder))

    # --- triage ------------------------------------------------------------------------------------------------------

    @rule(c=some, p=some)
    def accept_one(self, c, p):
        self.say("accept", lambda: triage.accept(self.claim(c, "accept"), by=self.editor(p)))

    @rule(c=some, p=some)
    def dismiss(self, c, p):
        self.say("dismiss", lambda: triage.dismiss(self.claim(c, "dismiss"), reason="opinion", by=self.editor(p)))

    @rule(c=some, p=some)
    def put_back(self, c, p):
        self.say("put_back", lambda: triage.put_back(self.claim(c, "put_back"), by=self.editor(p)))

    @rule(c=some, p=some)
    def restore(self, c, p):
        self.say("restore", lambda: triage.restore(self.claim(c, "restore"), by=self.editor(p)))

    @rule(c=some, d=some, p=some)
    def merge(self, c, d, p):
        self.say("merge", lambda: triage.merge(self.claim(c, "merge"), into=self.claim(d, "accept"), by=self.editor(p)))

    @rule(c=some, p=some)
    def split(self, c, p):
        if Claim.objects.count() < MOST_CLAIMS:
            self.say(
                "split", lambda: triage.split(self.claim(c, "split"), wordings=["One.", "Two."], by=self.editor(p))
            )

    @rule(c=some, p=some, harm=st.sampled_from(["none", "high"]))
    def set_harm(self, c, p, harm):
        self.say("set_harm", lambda: triage.set_harm(self.claim(c, "set_harm"), harm=harm, by=self.editor(p)))

    @rule(c=some, p=some, day=st.dates(max_value=date(2022, 9, 26)))
    def set_as_of(self, c, p, day):
        self.say("set_as_of", lambda: triage.set_as_of(self.claim(c, "set_as_of"), as_of=day, by=self.editor(p)))

    # --- messages and workers ------------------------------------------------------------------------------------------

    @rule()
    def message_comes(self):
        """Once, or again."""
        self.changed = True
        triage.auto_accept(self.accept.pk)

    @rule()
    def worker_is_killed(self):
        """It had taken the work, and nobody hears of it until the lease is over."""
        self.changed = True
        work.take(Accept, self.accept.pk)
        Accept.objects.filter(state="running").update(lease_until=timezone.now() - timedelta(seconds=1))

    @rule(c=some)
    def clock_jumps(self, c):
        """Past the end of a lease, before anybody sweeps."""
        self.changed = True
        held = Slot.objects.filter(state=SlotState.HELD).order_by("pk")
        if held:
            chosen = held[c % len(held)].pk
            Slot.objects.filter(pk=chosen).update(lease_until=timezone.now() - timedelta(minutes=1))

    @rule()
    def sweep(self):
        self.changed = True
        slots.expire()
        summoning.summon()

    @rule(p=some, active=st.booleans())
    def account_is_closed_or_opened(self, p, active):
        self.changed = True
        User.objects.filter(pk=self.reviewers[p % 3].pk).update(is_active=active)

    # --- review ------------------------------------------------------------------------------------------------------

    @rule(p=some)
    def take_next(self, p):
        self.opened(self.say("take", lambda: slots.take_next(by=self.person(p))))

    @rule(c=some, p=some)
    def take(self, c, p):
        self.opened(self.say("take", lambda: slots.take(self.claim(c, "take"), by=self.person(p))))

    @rule(c=some, p=some, e=some)
    def assign(self, c, p, e):
        self.opened(
            self.say("assign", lambda: slots.assign(self.claim(c, "assign"), to=self.person(p), by=self.editor(e)))
        )

    def slot_of(self, form):
        pk, token, number, holder = form
        return Slot.objects.select_related("claim").get(pk=pk), token, number, User.objects.get(pk=holder.pk)

    @rule(f=some)
    def renew(self, f):
        if self.forms:
            slot, token, _, by = self.slot_of(self.form(f))
            self.say("renew", lambda: slots.renew(slot, token=token, by=by))

    @rule(f=some)
    def type_a_draft(self, f):
        self.changed = True
        if self.forms:
            slot, token, _, by = self.slot_of(self.form(f))
            if by.roles:
                with contextlib.suppress(Refusal):
                    slots.save_draft(slot, token=token, data={"typed": f}, by=by)
                self.typed[(slot.round_id, by.pk)] = f

    @rule(f=some)
    def decline(self, f):
        if self.forms:
            slot, token, _, by = self.slot_of(self.form(f))
            self.say("decline", lambda: slots.decline(slot, token=token, by=by))

    @rule(f=some, e=some)
    def release(self, f, e):
        if self.forms:
            slot = self.slot_of(self.form(f))[0]
            self.say("release", lambda: slots.release(slot, reason="away", by=self.editor(e)))

    @rule(f=some, verdict=verdicts, looks_again=st.booleans())
    def submit(self, f, verdict, looks_again):
        """In time, late, twice, or with a wording that is gone."""
        if not self.forms:
            return
        slot, token, number, by = self.slot_of(self.form(f))
        review = self.say(
            "submit",
            lambda: reviews.submit(
                slot,
                token=token,
                wording_number=slot.claim.wording_number if looks_again else number,
                verdict=verdict,
                rationale="r",
                evidence=[LEDGER],
                by=by,
            ),
        )
        if (
            review is not None and review.pk not in self.given
        ):  # said again it changes nothing, nor what was typed since
            self.given.add(review.pk)
            self.typed.pop((review.round_id, by.pk), None)

    @rule(r=some, how=st.sampled_from(["reaffirm", "change", "take_back"]), verdict=verdicts)
    def answer(self, r, how, verdict):
        waiting = Review.objects.filter(state="to_reaffirm").order_by("pk")
        if not waiting:
            return
        review = waiting[r % len(waiting)]
        by = User.objects.get(pk=review.reviewer_id)
        more = {"wording_number": review.claim.wording_number, "verdict": verdict, "rationale": "r"}
        given = more | {"evidence": [LEDGER]} if how == "change" else {}
        answered = self.say(how, lambda: getattr(reviews, how)(review, by=by, **given))
        if answered is not None:
            self.given.add(answered.pk)
            if how != "take_back":
                self.typed.pop((review.round_id, by.pk), None)  # the answer is what the draft was for

    # --- decision and the public record ------------------------------------------------------------------------------

    @rule(c=some, p=some)
    def hold(self, c, p):
        until = timezone.localdate()
        self.say("hold", lambda: decisions.hold(self.claim(c, "hold"), reason="r", until=until, by=self.editor(p)))

    @rule(c=some, p=some)
    def resume(self, c, p):
        self.say("resume", lambda: decisions.resume(self.claim(c, "resume"), by=self.editor(p)))

    @rule(c=some, p=some, n=some)
    def reword(self, c, p, n):
        self.say(
            "reword",
            lambda: decisions.reword(self.claim(c, "reword"), wording=f"Wording {n}.", reason="r", by=self.editor(p)),
        )

    @rule(c=some, p=some, verdict=verdicts)
    def adjudicate(self, c, p, verdict):
        self.say(
            "adjudicate",
            lambda: decisions.adjudicate(
                self.claim(c, "adjudicate"),
                verdict=verdict,
                rationale="r",
                findings=dict.fromkeys(reviews.sources_of(self.claim(c, "adjudicate")), "confirmed"),
                by=self.editor(p),
            ),
        )

    @rule(c=some, p=some)
    def send_back(self, c, p):
        self.say(
            "send_back", lambda: decisions.send_back(self.claim(c, "send_back"), comment="again", by=self.editor(p))
        )

    @rule(c=some, p=some)
    def publish(self, c, p):
        rating = Rating.objects.get(key="unproven")
        self.say(
            "publish",
            lambda: publish(
                self.claim(c, "publish"),
                rating=rating,
                title="T",
                summary="S",
                override="for the machine",
                by=self.editor(p),
            ),
        )

    @rule(c=some, p=some)
    def reopen(self, c, p):
        self.say("reopen", lambda: reopen(self.claim(c, "reopen"), note="n", by=self.editor(p)))

    @rule(c=some, p=some)
    def withdraw(self, c, p):
        self.say("withdraw", lambda: withdraw(self.claim(c, "withdraw"), note="n", by=self.editor(p)))

    # --- what must hold ------------------------------------------------------------------------------------------------

    @invariant()
    def whatever_changed_the_desk_is_whole(self):
        if self.changed:
            self.one_person_per_slot_and_one_slot_per_person_and_round()
            self.nobody_holds_more_or_longer_than_the_policy_allows()
            self.the_record_is_whole_and_tells_each_verb_once()
            self.nothing_is_lost()
            self.statuses_tell_the_truth()
            self.no_round_waits_for_nobody()
            self.reviews_of_an_open_round_are_their_authors_alone()
            self.nobody_publishes_what_they_alone_reviewed_unless_the_policy_says_so()
        self.changed = False

    def one_person_per_slot_and_one_slot_per_person_and_round(self):
        held = Slot.objects.filter(state=SlotState.HELD)
        assert not held.filter(Q(holder=None) | Q(lease_until=None) | Q(token="")).exists()
        twice = Slot.objects.filter(holder__isnull=False).values("round", "holder").annotate(n=Count("pk"))
        assert not twice.filter(n__gt=1).exists()

    def nobody_holds_more_or_longer_than_the_policy_allows(self):
        held = Slot.objects.filter(state=SlotState.HELD)
        assert not held.order_by().values("holder").annotate(n=Count("pk")).filter(n__gt=MOST_LEASES).exists()
        assert not held.filter(lease_until__gt=timezone.now() + timedelta(minutes=LEASE, seconds=5)).exists()

    def the_record_is_whole_and_tells_each_verb_once(self):
        assert events.verify().holds
        told = Counter(Event.objects.exclude(verb__in=SYSTEM_VERBS).values_list("verb", flat=True))
        assert told == +self.said

    def nothing_is_lost(self):
        assert Review.objects.filter(pk__in=self.given).count() == len(self.given)
        kept = {(d.round_id, d.person_id): d.data["typed"] for d in Draft.objects.all()}
        assert kept == self.typed

    def statuses_tell_the_truth(self):
        now = F("claim__round_number")
        decided = Decision.objects.filter(round__number=now).values("claim")
        live = Publication.objects.filter(state="live").values("claim")
        assert not Claim.objects.filter(status=Status.DECIDED).exclude(pk__in=decided).exists()
        assert not Claim.objects.filter(status=Status.PUBLISHED).exclude(pk__in=live).exists()
        at_work = Slot.objects.filter(state__in=("open", "held"))
        over = (Status.CANDIDATE, Status.DISMISSED, Status.MERGED, Status.DECIDED, Status.PUBLISHED, Status.WITHDRAWN)
        assert not at_work.filter(claim__status__in=over).exists()
        assert not at_work.exclude(round__number=now).exists()
        assert not Slot.objects.filter(state="held").exclude(claim__status=Status.IN_REVIEW).exists()

    def no_round_waits_for_nobody(self):
        waiting = Q(slots__state__in=("open", "held")) | Q(reviews__state="to_reaffirm")
        under = Round.objects.filter(number=F("claim__round_number"), claim__status=Status.IN_REVIEW)
        assert not under.exclude(pk__in=under.filter(waiting).values("pk")).exists()

    def reviews_of_an_open_round_are_their_authors_alone(self):
        is_open = Review.objects.filter(round__in=Round.objects.filter(visibility.is_open()))
        for person in self.people if is_open.exists() else ():
            assert not visibility.visible_to(is_open, person).exclude(reviewer=person).exists()

    def nobody_publishes_what_they_alone_reviewed_unless_the_policy_says_so(self):
        assert not Publication.objects.filter(publisher=F("sole_reviewer"), waived_by_policy=None).exists()


@pytest.mark.django_db
@pytest.mark.timeout(0)
@pytest.mark.no_cover  # each verb has tests of its own; to trace thousands of steps through them all takes minutes
@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_is_said_in_whatever_order_the_desk_stays_whole(part):
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=-(-RUNS // PARTS),
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        ),
    )
