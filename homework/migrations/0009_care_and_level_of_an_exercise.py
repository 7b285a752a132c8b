import accounts.ground
from django.db import migrations, models


def no_care():
    return accounts.ground.EncryptedTextField(
        blank=True, default="", label="homework.assignment.care", max_length=600, null=True
    )


def fill_care(apps, schema_editor):
    """Each row's empty words are sealed for that row, so they are saved one by one."""
    Assignment = apps.get_model("homework", "Assignment")
    rows = Assignment.objects.using(schema_editor.connection.alias).only("id", "clinic_id")
    for assignment in rows.iterator():
        assignment.care = ""
        assignment.save(update_fields=["care"])


class Migration(migrations.Migration):

    dependencies = [
        ("homework", "0008_library_in_other_languages"),
    ]

    operations = [
        migrations.AddField("assignment", "care", no_care()),
        migrations.RunPython(fill_care, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="assignment",
            name="care",
            field=accounts.ground.EncryptedTextField(
                blank=True, default="", label="homework.assignment.care", max_length=600
            ),
        ),
        migrations.AddField(
            model_name="exercise",
            name="care",
            field=models.TextField(
                blank=True, default="", max_length=600, verbose_name="where care is called for"
            ),
        ),
        migrations.AddField(
            model_name="exercise",
            name="level",
            field=models.PositiveSmallIntegerField(
                blank=True,
                choices=[
                    (1, "Easy to begin with"),
                    (2, "Takes some practice"),
                    (3, "Prepared in session"),
                ],
                null=True,
                verbose_name="level",
            ),
        ),
        migrations.AddField(
            model_name="exercise",
            name="rests_on",
            field=models.CharField(
                blank=True, default="", max_length=300, verbose_name="what it rests on"
            ),
        ),
    ]
