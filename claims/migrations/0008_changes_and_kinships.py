"""What a newer text changed under claims that people touched, and suggestions of who is who among sources."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def _to(model, name, **more):
    return models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=model, verbose_name=name, **more)


def _kept(model, **more):
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=model, **more)


class Migration(migrations.Migration):
    dependencies = [("claims", "0007_archives")]

    operations = [
        migrations.CreateModel(
            name="ChangedPlace",
            fields=[
                ("id", KEY),
                ("was_start", models.PositiveIntegerField(verbose_name="start in the older text")),
                ("was_end", models.PositiveIntegerField(verbose_name="end in the older text")),
                ("start", models.PositiveIntegerField(blank=True, null=True, verbose_name="start")),
                ("end", models.PositiveIntegerField(blank=True, null=True, verbose_name="end")),
                ("wording_number", models.PositiveSmallIntegerField(verbose_name="wording version when it was found")),
                ("claim", _to("claims.claim", "claim", related_name="changed_places")),
                ("was_in", _kept("claims.textversion", related_name="+", verbose_name="older text")),
                ("text_version", _kept("claims.textversion", related_name="changed_places", verbose_name="newer text")),
                ("kept_by", _kept(settings.AUTH_USER_MODEL, blank=True, null=True, related_name="+")),
            ],
            options={
                "verbose_name": "changed place",
                "verbose_name_plural": "changed places",
                "ordering": ["text_version_id", "was_start", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=["claim", "text_version"], name="a_claim_changes_once_per_text"),
                    models.CheckConstraint(condition=Q(was_start__lt=F("was_end")), name="changed_place_was_somewhere"),
                    models.CheckConstraint(
                        condition=Q(start__isnull=True, end__isnull=True) | Q(start__lt=F("end")),
                        name="changed_place_is_somewhere_or_nowhere",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Kinship",
            fields=[
                ("id", KEY),
                ("tie", models.CharField(choices=[("same", "one and the same"), ("member", "belongs to")], max_length=6, verbose_name="tie")),
                ("reason", models.CharField(
                    choices=[
                        ("spelling", "the same name, spelt otherwise"),
                        ("described", "the same name with a description"),
                        ("title", "the same name with a title"),
                        ("short", "a shorter form of the name"),
                        ("several", "a shorter form of several names"),
                        ("initials", "the same name with initials"),
                        ("abbreviation", "its initial letters"),
                        ("body", "its members, by their title"),
                    ],
                    max_length=12,
                    verbose_name="reason",
                )),
                ("score", models.FloatField(verbose_name="score")),
                ("state", models.CharField(
                    choices=[("proposed", "Proposed"), ("accepted", "Accepted"), ("refused", "Refused")],
                    default="proposed",
                    max_length=8,
                    verbose_name="state",
                )),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="made at")),
                ("source", _to("claims.source", "source", related_name="kinships")),
                ("other", _to("claims.source", "other source", related_name="+")),
                ("by", _kept(settings.AUTH_USER_MODEL, null=True, related_name="+")),
            ],
            options={
                "verbose_name": "kinship of sources",
                "verbose_name_plural": "kinships of sources",
                "ordering": ["-score", "pk"],
                "indexes": [models.Index(fields=["state", "-score", "id"], name="kinship_waiting")],
                "constraints": [
                    models.UniqueConstraint(fields=["source", "other", "tie"], name="a_kinship_is_suggested_once"),
                    models.CheckConstraint(condition=~Q(source=F("other")), name="a_source_is_not_its_own_kin"),
                ],
            },
        ),
    ]
