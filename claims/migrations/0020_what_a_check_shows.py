"""A publication keeps what its page shows; of those that are out already, what is known to have been so when they went out."""

from django.db import migrations, models

EVIDENCE = (
    "address", "description", "quotation", "stance", "primary", "alive", "named", "interest", "file_sha256", "archived_sha256",
)


def keep(apps, schema_editor):
    publications, reviews, requests = (
        apps.get_model("claims", name).objects for name in ("Publication", "Review", "ReplyRequest")
    )
    for publication in publications.select_related("decision").iterator():
        when = publication.published_at
        of_round = reviews.filter(round=publication.decision.round_id, state="submitted").order_by("pk")
        asked = requests.filter(claim=publication.claim_id, asked_at__lte=when)
        publication.shown = {
            "found": [
                {
                    "searched": review.searched,
                    "evidence": [piece(one, when) for one in review.evidence.order_by("ordinal", "pk")],
                }
                for review in of_round
            ],
            "replies": [reply(one, when) for one in asked.order_by("asked_at", "pk")],
        }
        publication.save(update_fields=["shown"])


def piece(row, when):
    kept = {name: getattr(row, name) for name in EVIDENCE}
    if row.file_at:
        kept["file_at"] = row.file_at.isoformat()
    if row.retrieved_at and row.retrieved_at <= when:
        return kept | {"retrieved_at": row.retrieved_at.isoformat()}
    return kept | {"alive": "unknown", "archived_sha256": ""}  # what was fetched later, the page did not tell then


def reply(row, when):
    kept = {"asked": row.asked, "channel": row.channel, "answer": "", "asked_at": row.asked_at.isoformat()}
    if row.answer_by:
        kept["answer_by"] = row.answer_by.isoformat()
    if row.answered_at and row.answered_at <= when:
        kept |= {"answer": row.answer, "answered_at": row.answered_at.isoformat()}
    return kept


class Migration(migrations.Migration):
    dependencies = [("claims", "0019_remarks_by_round")]
    operations = [
        migrations.AddField(
            "publication",
            "shown",
            models.JSONField("what its page shows besides", default=dict, blank=True, editable=False),
        ),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
