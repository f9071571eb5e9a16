"""What the desk has agreed on, as a row that an editor or an administrator edits."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

_SHARE = [MinValueValidator(0), MaxValueValidator(1)]


class Policy(models.Model):
    """The desk policy: one row; every change of it is an event.

    The default suits a desk of three: candidates above the score are queued by themselves, one review decides,
    a second person publishes.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    auto_accept = models.BooleanField(_("queue candidates by score"), default=True)
    auto_accept_score = models.FloatField(_("least check-worthiness for that"), default=0.5, validators=_SHARE)
    reviews = models.PositiveSmallIntegerField(
        _("reviews a claim needs"), default=1, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    reviews_high_harm = models.PositiveSmallIntegerField(
        _("reviews that high harm needs"), default=2, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    double_review_share = models.FloatField(_("share of the rest reviewed twice"), default=0.0, validators=_SHARE)
    four_eyes = models.BooleanField(
        _("four eyes"), default=True, help_text=_("The publisher of a claim is not its only reviewer.")
    )
    lease_minutes = models.PositiveSmallIntegerField(
        _("minutes that a claim is held"), default=30, validators=[MinValueValidator(5), MaxValueValidator(480)]
    )
    max_leases = models.PositiveSmallIntegerField(
        _("claims that one person may hold"), default=5, validators=[MinValueValidator(1), MaxValueValidator(50)]
    )
    mfa_required = models.BooleanField(_("second factor for reviewers and above"), default=False)

    class Meta:
        verbose_name = _("desk policy")
        verbose_name_plural = _("desk policy")
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="the_desk_has_one_policy")]

    def __str__(self) -> str:
        return str(_("Desk policy"))

    def clean(self) -> None:
        """Refuse fewer eyes for what may do high harm than for everything else."""
        super().clean()
        if self.reviews_high_harm < self.reviews:
            told = _("High harm needs at least as many reviews as every other claim.")
            raise ValidationError({"reviews_high_harm": told})
