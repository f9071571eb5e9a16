import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0013_common_names'),
    ]

    operations = [
        migrations.CreateModel(
            name='CorrectionRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked', models.CharField(max_length=200, verbose_name='who was asked')),
                ('asked_on', models.DateField(verbose_name='asked on')),
                ('channel', models.CharField(max_length=100, verbose_name='channel')),
                ('outcome', models.CharField(blank=True, choices=[('acknowledged', 'Acknowledged'), ('corrected', 'Corrected'), ('refused', 'Refused')], max_length=12, verbose_name='outcome')),
                ('outcome_on', models.DateField(blank=True, null=True, verbose_name='on')),
                ('link', models.URLField(blank=True, max_length=2000, verbose_name='where it says so')),
                ('words', models.TextField(blank=True, verbose_name='what came')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='correction_requests', to='claims.article', verbose_name='article')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='correction_requests', to='claims.claim', verbose_name='claim')),
                ('publication', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='correction_requests', to='claims.publication', verbose_name='what was shown')),
            ],
            options={
                'verbose_name': 'request for a correction',
                'verbose_name_plural': 'requests for a correction',
                'ordering': ['claim_id', 'asked_on', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('outcome', ''), ('outcome_on__isnull', True)), models.Q(models.Q(('outcome', ''), _negated=True), ('outcome_on__isnull', False)), _connector='OR'), name='an_outcome_has_its_day')],
            },
        ),
    ]
