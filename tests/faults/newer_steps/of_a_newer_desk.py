from pkgutil import iter_modules

from django.db import migrations, models

from claims import migrations as ours


class Migration(migrations.Migration):
    dependencies = [("claims", max(name for _, name, _ in iter_modules(ours.__path__) if name[0].isdigit()))]
    operations = [migrations.AddField("claim", "of_a_newer_desk", models.CharField(max_length=10, default="newer"))]
