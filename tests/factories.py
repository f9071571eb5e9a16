"""One factory per model; a claim has a trait per status, with the rows that belong to it.

``ClaimFactory(queued=True, required=2)`` has a round of two open slots; ``ClaimFactory(decided=True)`` a review and a decision.
"""

import hashlib
from datetime import timedelta
from typing import Any, TypeVar

import factory
from django.contrib.auth.models import Group
from django.db.models import Model
from django.utils import timezone
from factory.django import DjangoModelFactory

from claims import models
from claims.models import Role, SlotState, Status, Verdict

ARTICLE = (
    "Mayor Ada Quill said on Monday that the bridge cost 12 million euros. "
    "Inspectors found four cracks in it, according to the River Board."
)


T = TypeVar("T", bound=Model)


class _Rows(DjangoModelFactory[T]):
    class Meta:
        abstract = True
        skip_postgeneration_save = True


class PersonFactory(_Rows[models.User]):
    """``PersonFactory(roles=[Role.EDITOR])``; a reviewer unless told otherwise."""

    class Meta:
        model = models.User

    username = factory.Sequence(lambda n: f"person{n}")
    email = factory.LazyAttribute(lambda person: f"{person.username}@desk.example")

    @factory.post_generation
    def roles(self: Any, create: bool, extracted: Any, **_: Any) -> None:
        names = [Role.REVIEWER] if extracted is None else extracted
        self.groups.set([Group.objects.get_or_create(name=Role(name).value)[0] for name in names])


class OutletFactory(_Rows[models.Outlet]):
    class Meta:
        model = models.Outlet

    name = factory.Sequence(lambda n: f"The Daily {n}")
    host = factory.Sequence(lambda n: f"daily{n}.example")


class ArticleFactory(_Rows[models.Article]):
    class Meta:
        model = models.Article

    title = factory.Sequence(lambda n: f"The bridge, part {n}")
    outlet = factory.SubFactory(OutletFactory)


class TextVersionFactory(_Rows[models.TextVersion]):
    class Meta:
        model = models.TextVersion

    article = factory.SubFactory(ArticleFactory)
    text = ARTICLE
    text_sha256 = factory.LazyAttribute(lambda row: hashlib.sha256(row.text.encode()).hexdigest())


class PassageFactory(_Rows[models.Passage]):
    class Meta:
        model = models.Passage

    text_version = factory.SubFactory(TextVersionFactory)
    start = 0
    end = len(ARTICLE)
    kind = "body"


class ExtractionRunFactory(_Rows[models.ExtractionRun]):
    class Meta:
        model = models.ExtractionRun

    text_version = factory.SubFactory(TextVersionFactory)
    pipeline_version = factory.Sequence(lambda n: f"test-{n}")


class AcceptFactory(_Rows[models.Accept]):
    class Meta:
        model = models.Accept

    run = factory.SubFactory(ExtractionRunFactory)


class SourceFactory(_Rows[models.Source]):
    class Meta:
        model = models.Source

    name = factory.Sequence(lambda n: f"River Board {n}")
    kind = models.SourceKind.ORGANISATION
    alias = factory.RelatedFactory("tests.factories.AliasFactory", factory_related_name="source")


class AliasFactory(_Rows[models.Alias]):
    class Meta:
        model = models.Alias

    source = factory.SubFactory(SourceFactory, alias=None)
    name = factory.LazyAttribute(lambda alias: alias.source.name)
    key = factory.LazyAttribute(lambda alias: alias.name.casefold())


class StatementFactory(_Rows[models.Statement]):
    class Meta:
        model = models.Statement

    text_version = factory.SubFactory(TextVersionFactory)
    form = models.Form.INDIRECT
    source = factory.SubFactory(SourceFactory)
    proposed_source = factory.SelfAttribute("source")


class StatementSpanFactory(_Rows[models.StatementSpan]):
    class Meta:
        model = models.StatementSpan

    statement = factory.SubFactory(StatementFactory)
    part = models.StatementSpan.Part.CONTENT
    start = 0
    end = 20


class ClaimVersionFactory(_Rows[models.ClaimVersion]):
    class Meta:
        model = models.ClaimVersion

    claim = factory.SubFactory("tests.factories.ClaimFactory")
    number = factory.LazyAttribute(lambda row: row.claim.wordings.count() + 1)
    text = factory.LazyAttribute(lambda row: row.claim.wording)


class AppearanceFactory(_Rows[models.Appearance]):
    class Meta:
        model = models.Appearance

    claim = factory.SubFactory("tests.factories.ClaimFactory")
    text_version = factory.LazyAttribute(
        lambda row: row.claim.article.texts.first() or TextVersionFactory(article=row.claim.article)
    )
    statement = factory.SubFactory(StatementFactory, text_version=factory.SelfAttribute("..text_version"))
    span = factory.RelatedFactory("tests.factories.AppearanceSpanFactory", factory_related_name="appearance")


class AppearanceSpanFactory(_Rows[models.AppearanceSpan]):
    class Meta:
        model = models.AppearanceSpan

    appearance = factory.SubFactory(AppearanceFactory, span=None)
    start = 0
    end = 69


class RoundFactory(_Rows[models.Round]):
    """A round with its slots: all open unless ``slots=False``."""

    class Meta:
        model = models.Round

    claim = factory.SubFactory("tests.factories.ClaimFactory", round_number=1)
    number = factory.LazyAttribute(lambda row: row.claim.round_number)
    required = 1

    @factory.post_generation
    def slots(self: Any, create: bool, extracted: Any, **_: Any) -> None:
        if extracted is False:
            return
        models.Slot.objects.bulk_create(
            models.Slot(round=self, claim=self.claim, number=n) for n in range(1, self.required + 1)
        )


class SlotFactory(_Rows[models.Slot]):
    """A slot of a round of its own; ``held=True`` for one under a lease, ``held=True, expired=True`` for a lease that ran out."""

    class Meta:
        model = models.Slot

    class Params:
        expired = False
        held = factory.Trait(
            state=SlotState.HELD,
            holder=factory.SubFactory(PersonFactory),
            token=factory.Sequence(lambda n: f"{n:032x}"),
            lease_until=factory.LazyAttribute(
                lambda slot: timezone.now() + timedelta(minutes=-1 if slot.expired else 30)
            ),
            taken_at=factory.LazyFunction(timezone.now),
        )

    claim = factory.SubFactory("tests.factories.ClaimFactory", status=Status.IN_REVIEW, round_number=1, rows=False)
    round = factory.LazyAttribute(
        lambda slot: slot.claim.rounds.order_by("-number").first() or RoundFactory(claim=slot.claim, slots=False)
    )

    @classmethod
    def _create(cls, model_class: type[models.Slot], *args: Any, **values: Any) -> models.Slot:
        # the round came with open slots: this one takes the place of the first
        slots = values["round"].slots
        first = slots.filter(state=SlotState.OPEN).first()
        if first:
            first.delete()
        values["number"] = min(set(range(1, 99)) - set(slots.values_list("number", flat=True)))
        return super()._create(model_class, *args, **values)


class ReviewFactory(_Rows[models.Review]):
    """A submitted review in a filled slot, with one piece of evidence."""

    class Meta:
        model = models.Review

    reviewer = factory.SubFactory(PersonFactory)
    slot = factory.SubFactory(SlotFactory, state=SlotState.FILLED, holder=factory.SelfAttribute("..reviewer"))
    round = factory.SelfAttribute("slot.round")
    claim = factory.SelfAttribute("slot.claim")
    claim_version = factory.LazyAttribute(lambda row: row.claim.wordings.get(number=row.claim.wording_number))
    verdict = Verdict.SUPPORTED
    rationale = "The ledger shows it."
    piece = factory.RelatedFactory("tests.factories.EvidenceFactory", factory_related_name="review")


class AttributionFindingFactory(_Rows[models.AttributionFinding]):
    class Meta:
        model = models.AttributionFinding

    review = factory.SubFactory(ReviewFactory)
    source = factory.SubFactory(SourceFactory)
    verdict = models.AttributionVerdict.CONFIRMED


class EvidenceFactory(_Rows[models.Evidence]):
    class Meta:
        model = models.Evidence

    review = factory.SubFactory(ReviewFactory, piece=None)
    claim = factory.SelfAttribute("review.claim")
    address = "https://ledger.example/2024"
    description = "The town's ledger"
    stance = models.Evidence.Stance.SUPPORTS
    primary = True
    named = "Town treasurer"
    interest = "None known"
    retrieved_at = factory.LazyFunction(timezone.now)


class DecisionFactory(_Rows[models.Decision]):
    class Meta:
        model = models.Decision

    claim = factory.SelfAttribute("round.claim")
    round = factory.SubFactory(RoundFactory)
    claim_version = factory.LazyAttribute(lambda row: row.claim.wordings.get(number=row.claim.wording_number))
    verdict = Verdict.SUPPORTED


class RatingScaleFactory(_Rows[models.RatingScale]):
    class Meta:
        model = models.RatingScale

    name = factory.Sequence(lambda n: f"Scale {n}")


class RatingFactory(_Rows[models.Rating]):
    class Meta:
        model = models.Rating

    scale = factory.SubFactory(RatingScaleFactory)
    key = factory.Sequence(lambda n: f"true-{n}")
    label = "True"
    ordinal = 5
    definition = "Accurate."


class PublicationFactory(_Rows[models.Publication]):
    class Meta:
        model = models.Publication

    claim = factory.SelfAttribute("decision.claim")
    decision = factory.SubFactory(DecisionFactory)
    number = factory.LazyAttribute(lambda row: row.claim.publications.count() + 1)
    rating = factory.SubFactory(RatingFactory)
    slug = "the-bridge"
    title = "The bridge cost 12 million euros"
    summary = "The ledger shows it."
    document = factory.Dict({"@type": "ClaimReview"})
    publisher = factory.SubFactory(PersonFactory, roles=[Role.EDITOR])


class ClaimFactory(_Rows[models.Claim]):
    """A candidate; or, by a trait, a claim in another status with the rows that belong to it (``rows=False`` leaves them out)."""

    class Meta:
        model = models.Claim

    class Params:
        queued = factory.Trait(status=Status.QUEUED, round_number=1)
        in_review = factory.Trait(status=Status.IN_REVIEW, round_number=1)
        on_hold = factory.Trait(status=Status.ON_HOLD, round_number=1, hold_reason="Waiting for the ledger")
        adjudication = factory.Trait(status=Status.ADJUDICATION, round_number=1)
        decided = factory.Trait(status=Status.DECIDED, round_number=1, verdict=Verdict.SUPPORTED)
        published = factory.Trait(status=Status.PUBLISHED, round_number=1, verdict=Verdict.SUPPORTED)
        withdrawn = factory.Trait(status=Status.WITHDRAWN, round_number=1, verdict=Verdict.SUPPORTED)
        dismissed = factory.Trait(status=Status.DISMISSED, dismiss_reason=models.DismissReason.OPINION)
        merged = factory.Trait(
            status=Status.MERGED,
            merged_into=factory.SubFactory(
                "tests.factories.ClaimFactory", article=factory.SelfAttribute("..article"), merged=False
            ),
        )

    article = factory.SubFactory(ArticleFactory)
    wording = factory.Sequence(lambda n: f"Bridge {n} cost 12 million euros.")
    check_worthiness = 0.8

    @factory.post_generation
    def version_one(self: Any, create: bool, extracted: Any, **_: Any) -> None:
        ClaimVersionFactory(claim=self, number=self.wording_number, text=self.wording)

    @factory.post_generation
    def appearance(self: Any, create: bool, extracted: Any, **_: Any) -> None:
        if extracted is not False:
            AppearanceFactory(claim=self)

    @factory.post_generation
    def rows(self: Any, create: bool, extracted: Any, required: int = 0, reviewer: Any = None, **_: Any) -> None:
        """``rows__required=2`` for two slots; ``rows__reviewer=person`` for whose slot or review the first one is."""
        if extracted is False or not self.round_number or self.status == Status.CANDIDATE:
            return
        required = required or (2 if self.status == Status.ADJUDICATION else 1)
        round_ = RoundFactory(claim=self, required=required)
        _ROWS.get(self.status, _nothing)(self, round_, reviewer or (PersonFactory() if _needs_reviewer(self) else None))


def _needs_reviewer(claim: models.Claim) -> bool:
    return claim.status not in (Status.QUEUED, Status.ON_HOLD)


def _nothing(claim: models.Claim, round_: models.Round, reviewer: Any) -> None:
    """An open round is all there is."""


def _held(claim: models.Claim, round_: models.Round, reviewer: Any) -> None:
    round_.slots.filter(number=1).update(
        state=SlotState.HELD,
        holder=reviewer,
        token=f"{claim.pk:032x}",
        lease_until=timezone.now() + timedelta(minutes=30),
        taken_at=timezone.now(),
    )


def _reviewed(claim: models.Claim, round_: models.Round, reviewer: Any) -> None:
    """Every slot filled: by one mind, or in adjudication by two."""
    source = models.Source.objects.filter(statements__appearances__claim=claim).first()
    disagree = claim.status == Status.ADJUDICATION
    for slot in round_.slots.all():
        slot.holder = reviewer if slot.number == 1 else PersonFactory()
        slot.state = SlotState.FILLED
        slot.save()
        verdict = Verdict.REFUTED if disagree and slot.number == 2 else Verdict.SUPPORTED
        review = ReviewFactory(slot=slot, reviewer=slot.holder, verdict=verdict)
        if source:
            AttributionFindingFactory(review=review, source=source)
    round_.complete_at = timezone.now()
    round_.save()


def _decided(claim: models.Claim, round_: models.Round, reviewer: Any) -> None:
    _reviewed(claim, round_, reviewer)
    found = models.AttributionFinding.objects.filter(review__round=round_).values_list("source_id", "verdict")
    DecisionFactory(round=round_, attribution_verdicts={str(source): verdict for source, verdict in found})
    models.Claim.objects.filter(pk=claim.pk).update(decided_at=timezone.now())
    claim.refresh_from_db()


def _published(claim: models.Claim, round_: models.Round, reviewer: Any) -> None:
    _decided(claim, round_, reviewer)
    withdrawn = claim.status == Status.WITHDRAWN
    states = models.Publication.State
    PublicationFactory(
        decision=round_.decision,
        state=states.WITHDRAWN if withdrawn else states.LIVE,
        ended_at=timezone.now() if withdrawn else None,
    )


_ROWS = {
    Status.IN_REVIEW: _held,
    Status.ADJUDICATION: _reviewed,
    Status.DECIDED: _decided,
    Status.PUBLISHED: _published,
    Status.WITHDRAWN: _published,
}


class CommentFactory(_Rows[models.Comment]):
    class Meta:
        model = models.Comment

    claim = factory.SubFactory(ClaimFactory)
    author = factory.SubFactory(PersonFactory)
    text = "Is the ledger public?"


class NotificationFactory(_Rows[models.Notification]):
    class Meta:
        model = models.Notification

    person = factory.SubFactory(PersonFactory)
    kind = models.Notification.Kind.MENTION
    claim = factory.SubFactory(ClaimFactory)


class ConflictOfInterestFactory(_Rows[models.ConflictOfInterest]):
    class Meta:
        model = models.ConflictOfInterest

    person = factory.SubFactory(PersonFactory)
    source = factory.SubFactory(SourceFactory)
    reason = "Worked there until last year"


def fill_queue(count: int, *, required: int = 1, **values: Any) -> None:
    """Put many claims into the review queue at once, in one article, with scores that spread over the bands."""
    article = ArticleFactory()
    claims = models.Claim.objects.bulk_create(
        [
            models.Claim(
                **{
                    "article": article,
                    "wording": f"Claim {n}.",
                    "status": Status.QUEUED,
                    "round_number": 1,
                    "check_worthiness": (score := n % 100 / 100),
                    "band": models.band_of(score),
                    **values,
                }
            )
            for n in range(count)
        ],
        batch_size=500,
    )
    models.ClaimVersion.objects.bulk_create(
        [models.ClaimVersion(claim=claim, number=1, text=claim.wording) for claim in claims], batch_size=500
    )
    rounds = models.Round.objects.bulk_create(
        [models.Round(claim=claim, number=1, required=required) for claim in claims], batch_size=500
    )
    models.Slot.objects.bulk_create(
        [models.Slot(round=round_, claim=round_.claim, number=n) for round_ in rounds for n in range(1, required + 1)],
        batch_size=500,
    )
