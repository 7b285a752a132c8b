"""A flag outranks all other reasons: the places that are stored are worked out anew."""

from django.db import migrations


def mark(apps, schema_editor):
    model = apps.get_model("homework", "Attention")
    model.objects.using(schema_editor.connection.alias).update(stale=True)


class Migration(migrations.Migration):
    dependencies = [("homework", "0017_measures_and_flags")]
    operations = [migrations.RunPython(mark, migrations.RunPython.noop)]
