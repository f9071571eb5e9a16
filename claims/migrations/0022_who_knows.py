"""Who ended a round that they had read is barred from the next for a reason of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0021_more_is_told'),
    ]

    operations = [
        migrations.AlterField(
            model_name='bar',
            name='reason',
            field=models.CharField(choices=[('declined', 'Declined'), ('has_read', 'Has read a review of the open round'), ('knows', 'Has read the round before it, and ended that')], max_length=8, verbose_name='reason'),
        ),
    ]
