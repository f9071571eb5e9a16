from django.db import migrations

from claims.migrations import _triggers


def install(apps, schema_editor):
    _triggers.install(schema_editor.connection)


def remove(apps, schema_editor):
    _triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("claims", "0001_initial")]
    operations = [migrations.RunPython(install, remove)]
