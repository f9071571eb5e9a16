"""The date that a reading found in a text, kept apart from what somebody gave; and the day that each reading counted from."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0022_who_knows")]
    operations = [
        migrations.AddField(
            model_name="article",
            name="dated_read",
            field=models.DateField(
                blank=True, editable=False, null=True, verbose_name="date as it was found in the text"
            ),
        ),
        migrations.AddField(
            model_name="extractionrun",
            name="dateline",
            field=models.DateField(blank=True, null=True, verbose_name="dateline that it counted from"),
        ),
    ]
