from django.db import migrations
from django.db.models import F


def fill_first_done_at(apps, schema_editor):
    steps = apps.get_model("goals", "Step").objects.using(schema_editor.connection.alias)
    done = steps.filter(closed_as="done", first_done_at=None)
    done.update(first_done_at=F("closed_at"))


class Migration(migrations.Migration):
    dependencies = [("goals", "0003_step_first_done_at")]

    operations = [migrations.RunPython(fill_first_done_at, migrations.RunPython.noop)]
