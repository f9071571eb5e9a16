"""A wish that a claim be checked moves with its claim into another, and back."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0026_one_address'),
    ]

    operations = [
        migrations.AddField(
            model_name='checkrequest',
            name='moved_from',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='claims.claim'),
        ),
    ]
