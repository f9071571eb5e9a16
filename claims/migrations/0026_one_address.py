"""An account has one address, which an administrator gave it: no letter goes to one that it had before."""

from django.db import migrations


def forget_others(apps, _editor):
    """allauth kept the addresses that somebody once had, and sent there what sets a password. Compared here, since SQLite folds ASCII only."""
    EmailAddress = apps.get_model("account", "EmailAddress")
    rows = EmailAddress.objects.values_list("pk", "email", "user__email")
    others = [pk for pk, kept, given in rows if kept.casefold() != (given or "").casefold()]
    for start in range(0, len(others), 500):
        EmailAddress.objects.filter(pk__in=others[start : start + 500]).delete()


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0025_found_dates'),
        ('account', '0009_emailaddress_unique_primary_email'),
    ]

    operations = [
        migrations.RunPython(forget_others, migrations.RunPython.noop),
    ]
