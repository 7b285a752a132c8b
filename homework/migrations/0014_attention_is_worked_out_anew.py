"""Rows from before say nothing of the step of now: whoever reads next works them out anew."""

from django.db import migrations


def mark(apps, schema_editor):
    model = apps.get_model("homework", "Attention")
    model.objects.using(schema_editor.connection.alias).update(stale=True)


class Migration(migrations.Migration):
    dependencies = [("homework", "0013_step_of_now_in_attention")]
    operations = [migrations.RunPython(mark, migrations.RunPython.noop)]
