"""Articles given with the address of another one are linked as well."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0009_time_and_letters")]

    operations = [
        migrations.AlterField(
            model_name="likeness",
            name="kind",
            field=models.CharField(
                choices=[("same_text", "The same text"), ("near_copy", "A near copy"), ("same_page", "The same address")],
                max_length=9,
                verbose_name="kind",
            ),
        ),
    ]
