"""Four tables that exist only inside a test, outside the product's registry of models."""

import uuid

from django.apps.registry import Apps
from django.db import models

from accounts.ground import EncryptedJSONField, EncryptedTextField, SameClinic

registry = Apps()


class Clinic(models.Model):
    name = models.CharField(max_length=40)

    class Meta:
        apps = registry
        app_label = "ground_tests"

    def __str__(self):
        return self.name


class Row(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+")

    class Meta:
        apps = registry
        app_label = "ground_tests"
        abstract = True
        constraints = [models.UniqueConstraint(fields=["clinic", "id"], name="%(class)s_clinic_id")]


class Shelf(Row):
    def __str__(self):
        return str(self.pk)


class Note(Row):
    shelf = models.ForeignKey(Shelf, models.CASCADE, null=True, blank=True, db_constraint=False)
    answer_to = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, db_constraint=False
    )
    title = EncryptedTextField("ground.note.title", max_length=80)
    body = EncryptedTextField("ground.note.body", max_length=4000, null=True, default=None)
    answers = EncryptedJSONField("ground.note.answers")
    stars = models.IntegerField(default=0)

    class Meta(Row.Meta):
        constraints = [*Row.Meta.constraints, SameClinic("shelf"), SameClinic("answer_to")]

    def __str__(self):
        return str(self.pk)


MODELS = [Clinic, Shelf, Note]
