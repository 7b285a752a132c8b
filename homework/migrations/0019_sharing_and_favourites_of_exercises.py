"""Who shared an exercise with the clinic, and whose favourites it is among."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("homework", "0018_a_flag_comes_first_in_attention"),
    ]
    operations = [
        migrations.AddField(
            "exercise",
            "shared_by",
            models.ForeignKey(
                settings.AUTH_USER_MODEL,
                django.db.models.deletion.PROTECT,
                null=True,
                blank=True,
                editable=False,
                related_name="+",
            ),
        ),
        migrations.AddField(
            "exercise",
            "kept_by",
            models.ManyToManyField(
                settings.AUTH_USER_MODEL, related_name="kept_exercises", blank=True
            ),
        ),
    ]
