from django.db import migrations, models

ANSWERS = {"not_really": "Not really", "a_little": "A little", "a_lot": "A lot"}


class Migration(migrations.Migration):
    dependencies = [("homework", "0021_files_that_go_with_an_exercise")]
    operations = [
        migrations.AddField(
            "practiceentry",
            "helped",
            models.CharField(
                max_length=10, choices=list(ANSWERS.items()), blank=True, default="", db_default=""
            ),
        ),
        migrations.AddConstraint(
            "practiceentry",
            models.CheckConstraint(
                condition=models.Q(helped__in=["", *ANSWERS]), name="homework_entry_helped"
            ),
        ),
    ]
