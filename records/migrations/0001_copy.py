"""Files of a client's copy of everything: made in the background, kept for a day."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Copy",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("page", "A page to read or print"),
                            ("pdf", "The same as PDF"),
                            ("tables", "Tables for a spreadsheet (CSV)"),
                            ("fhir", "A file for other health programs (FHIR)"),
                            ("data", "A file for other programs (JSON)"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "stage",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "In line"),
                            (1, "Reading your record"),
                            (2, "Writing the file"),
                            (3, "Ready"),
                            (4, "This went wrong here. You can ask once more."),
                        ],
                        default=0,
                    ),
                ),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("begun_at", models.DateTimeField(null=True)),
                ("content", models.BinaryField(null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="copies",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("stage__lt", 3)),
                        fields=["asked_at"],
                        name="records_copy_waiting",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("content__isnull", False), ("stage", 3)),
                            models.Q(models.Q(("stage", 3), _negated=True), ("content", None)),
                            _connector="OR",
                        ),
                        name="records_copy_ready_with_content",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("stage__lt", 3)),
                        fields=("user", "kind"),
                        name="records_copy_one_in_the_making",
                    ),
                ],
            },
        ),
    ]
