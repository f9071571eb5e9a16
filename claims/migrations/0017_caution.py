"""What the machine proposes and thinks more likely misread than not is said to be so, and not queued by policy."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0016_opening_words")]
    operations = [
        migrations.AddField(
            "claim", "caution", models.CharField("to be read with care because", max_length=300, blank=True)
        )
    ]
