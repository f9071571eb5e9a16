"""Remarks that were made once a claim had been reviewed may tell what was found: each is bound to the last round reviewed by then."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def bind(apps, schema_editor):
    comments, reviews = (apps.get_model("claims", name).objects for name in ("Comment", "Review"))
    before = reviews.filter(claim=OuterRef("claim"), submitted_at__lte=OuterRef("created_at"))
    last = before.order_by("-round__number").values("round")[:1]
    comments.filter(round__isnull=True).update(round=Subquery(last))


class Migration(migrations.Migration):
    dependencies = [("claims", "0018_a_file_and_a_page")]
    operations = [migrations.RunPython(bind, migrations.RunPython.noop)]
