"""The pages, the verb and the column said so already; the list of what was erased says it too."""

from django.db import migrations


def say(before, after):
    def run(apps, schema_editor):
        rows = apps.get_model('records', 'Erased').objects.using(schema_editor.connection.alias)
        rows.filter(what=before).update(what=after)

    return run


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0004_erased_unbound_for_a_word'),
    ]

    operations = [
        migrations.RunPython(say('held', 'locked_away'), say('locked_away', 'held')),
    ]
