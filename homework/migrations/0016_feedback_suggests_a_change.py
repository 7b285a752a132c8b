import accounts.ground
from django.db import migrations


def suggestion(**more):
    return accounts.ground.EncryptedTextField(
        blank=True, default="", label="homework.feedback.suggestion", max_length=300, **more
    )


def fill(apps, schema_editor):
    """Each row's empty words are sealed for that row, so they are saved one by one."""
    EntryFeedback = apps.get_model("homework", "EntryFeedback")
    rows = EntryFeedback.objects.using(schema_editor.connection.alias).only("id", "clinic_id")
    for feedback in rows.iterator():
        feedback.suggestion = ""
        feedback.save(update_fields=["suggestion"])


class Migration(migrations.Migration):
    dependencies = [("homework", "0015_kept_views_of_the_caseload")]
    operations = [
        migrations.AddField("entryfeedback", "suggestion", suggestion(null=True)),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField("entryfeedback", "suggestion", suggestion()),
    ]
