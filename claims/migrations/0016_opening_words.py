"""An article without a headline is listed by how it begins; those read before keep their number until they are read again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0015_swept_often")]
    operations = [
        migrations.AddField(
            "article", "opening", models.CharField("opening words", max_length=80, blank=True, editable=False)
        )
    ]
