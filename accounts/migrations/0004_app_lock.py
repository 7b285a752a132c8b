"""A PIN in front of the app, and after how many minutes it locks."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_own_crisis_text_checked_on")]
    operations = [
        migrations.AddField("user", "lock_minutes", models.PositiveSmallIntegerField(null=True)),
        migrations.CreateModel(
            "AppLock",
            [
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="app_lock",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("pin", models.CharField(max_length=128)),
                ("wrong_tries", models.PositiveSmallIntegerField(default=0)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
        ),
    ]
