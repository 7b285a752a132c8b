"""Two open pages of one form no longer write over each other's half-written words."""

from django.db import migrations, models


def text():
    return models.CharField(max_length=32, blank=True, default="", db_default="")


class Migration(migrations.Migration):
    dependencies = [("accounts", "0009_letter_finished")]
    operations = [
        migrations.RemoveConstraint("draft", "accounts_one_draft_a_form"),
        migrations.AddField("draft", "page", text()),
        migrations.AddField("draft", "version", text()),
        migrations.AddConstraint(
            "draft",
            models.UniqueConstraint(
                fields=["author", "form", "subject", "page"], name="accounts_one_draft_a_page"
            ),
        ),
    ]
