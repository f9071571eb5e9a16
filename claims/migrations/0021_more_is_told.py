"""Who reviewed a claim hears that it was decided, and that it is looked at again."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0020_what_a_check_shows'),
    ]

    operations = [
        migrations.AlterField(
            model_name='notification',
            name='kind',
            field=models.CharField(choices=[('mention', 'You were mentioned'), ('assigned', 'A claim was assigned to you'), ('released', 'Your hold on a claim was released'), ('reaffirm', 'The wording changed after your review'), ('sent_back', 'A claim was sent back'), ('disputed', 'Reviewers disagree: you are asked to adjudicate'), ('decided', 'A claim that you reviewed was decided'), ('reopened', 'A claim that you worked on is looked at again'), ('published', 'A claim that you worked on was published'), ('withdrawn', 'A claim that you worked on was withdrawn')], max_length=9, verbose_name='kind'),
        ),
    ]
