"""The time that a claim speaks of, as it was read; a notification is the Work of its e-mail; what a person does not want mailed."""

from django.db import migrations, models
from django.db.models import Q


def mailed_already(apps, schema_editor):
    """Whoever was told before this version is not written to about it now."""
    apps.get_model("claims", "Notification").objects.update(state="done")


WORK_STATES = [("queued", "Waiting"), ("running", "Running"), ("done", "Done"), ("failed", "Failed")]


class Migration(migrations.Migration):
    dependencies = [("claims", "0008_changes_and_kinships")]

    operations = [
        migrations.AddField(
            "claim",
            "as_of_read",
            models.DateField(blank=True, editable=False, null=True, verbose_name="as of, as it was read"),
        ),
        migrations.AddField(
            "claim",
            "dates_read",
            models.JSONField(blank=True, default=dict, editable=False, verbose_name="dates as they were read"),
        ),
        migrations.AddIndex(
            "claim",
            models.Index(
                condition=Q(("look_again_by__isnull", False)), fields=["look_again_by", "id"], name="claim_look_again"
            ),
        ),
        migrations.AddField(
            "user",
            "mail_off",
            models.JSONField(blank=True, default=list, verbose_name="notifications that are not e-mailed"),
        ),
        migrations.AddField(
            "notification",
            "state",
            models.CharField(choices=WORK_STATES, default="queued", max_length=8, verbose_name="state"),
        ),
        migrations.AddField(
            "notification",
            "token",
            models.CharField(blank=True, default="", max_length=32, verbose_name="token"),
            preserve_default=False,
        ),
        migrations.AddField(
            "notification", "lease_until", models.DateTimeField(blank=True, null=True, verbose_name="lease until")
        ),
        migrations.AddField(
            "notification", "attempts", models.PositiveSmallIntegerField(default=0, verbose_name="attempts")
        ),
        migrations.AddField(
            "notification",
            "next_attempt_at",
            models.DateTimeField(blank=True, null=True, verbose_name="next attempt at"),
        ),
        migrations.AddField(
            "notification",
            "stage",
            models.CharField(blank=True, default="", max_length=60, verbose_name="stage"),
            preserve_default=False,
        ),
        migrations.AddField(
            "notification", "progress", models.PositiveIntegerField(default=0, verbose_name="progress")
        ),
        migrations.AddField("notification", "total", models.PositiveIntegerField(default=0, verbose_name="total")),
        migrations.AddField(
            "notification",
            "reason",
            models.TextField(blank=True, default="", verbose_name="reason"),
            preserve_default=False,
        ),
        migrations.AddField(
            "notification", "started_at", models.DateTimeField(blank=True, null=True, verbose_name="started at")
        ),
        migrations.AddField(
            "notification", "finished_at", models.DateTimeField(blank=True, null=True, verbose_name="finished at")
        ),
        migrations.AlterField(
            "notification",
            "kind",
            models.CharField(
                choices=[
                    ("mention", "You were mentioned"),
                    ("assigned", "A claim was assigned to you"),
                    ("released", "Your hold on a claim was released"),
                    ("reaffirm", "The wording changed after your review"),
                    ("sent_back", "A claim was sent back"),
                    ("disputed", "Reviewers disagree: you are asked to adjudicate"),
                    ("published", "A claim that you worked on was published"),
                    ("withdrawn", "A claim that you worked on was withdrawn"),
                ],
                max_length=9,
                verbose_name="kind",
            ),
        ),
        migrations.AddIndex(
            "notification", models.Index(fields=["state", "lease_until"], name="notification_state_lease")
        ),
        migrations.RunPython(mailed_already, migrations.RunPython.noop, elidable=True),
    ]
