"""Wishes that waited before therapies knew their day: whoever treats them reads of it, too."""

from django.db import migrations


def fill(apps, schema_editor):
    alias = schema_editor.connection.alias
    wishes = apps.get_model("records", "Erasure").objects.using(alias)
    therapies = apps.get_model("accounts", "Therapy").objects.using(alias)
    for wish in wishes.filter(undone_at=None, done_at=None):
        therapies.filter(client=wish.user_id).update(leaves_at=wish.due_at)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0022_therapy_leaves_at"),
        ("records", "0007_clinic_found_by_its_key"),
    ]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
