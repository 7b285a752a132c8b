"""A slot says by an id what it is about, so that not only homework can be reminded of."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reminders", "0003_one_a_day")]
    operations = [
        # Not needed on the way here, but on the way back: then the next one fills it first.
        migrations.AlterField(
            "reminderslot",
            "assignment",
            models.ForeignKey(
                "homework.assignment",
                null=True,
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
            ),
        ),
        migrations.AddField("reminderslot", "about", models.UUIDField(null=True)),
        migrations.AddField(
            "reminderslot", "channel", models.CharField(default="email", max_length=10)
        ),
        migrations.AlterField("reminderslot", "kind", models.CharField(max_length=10)),
        migrations.AlterField(
            "reminderslot",
            "therapy",
            models.ForeignKey(
                "accounts.therapy",
                null=True,
                blank=True,
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
            ),
        ),
    ]
