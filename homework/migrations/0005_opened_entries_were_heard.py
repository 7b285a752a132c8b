"""Who had opened an entry was not told apart before: what was opened counts as read."""

from django.db import migrations
from django.db.models import F


def hear(apps, schema_editor):
    model = apps.get_model('homework', 'PracticeEntry')
    entries = model.objects.using(schema_editor.connection.alias)
    entries.filter(heard_at=None).exclude(opened_at=None).update(heard_at=F('opened_at'))


class Migration(migrations.Migration):

    dependencies = [
        ('homework', '0004_entry_heard_at'),
    ]

    operations = [
        migrations.RunPython(hear, migrations.RunPython.noop),
    ]
