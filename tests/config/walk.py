"""The product's models, walked by tests that hold for each of them."""

from django.apps import apps

from accounts.ground.encryption import EncryptedField
from accounts.models.base import ClinicRow

ROOMS = ("accounts", "goals", "homework", "reminders", "records")


def models():
    return [model for model in apps.get_models() if model._meta.app_label in ROOMS]


def private_models():
    """Those that hang from a clinic and hold what is about a person."""
    return [model for model in models() if issubclass(model, ClinicRow)]


def encrypted_fields():
    return [
        field
        for model in private_models()
        for field in model._meta.concrete_fields
        if isinstance(field, EncryptedField)
    ]


def each(found, name):
    """Arguments for parametrize, with readable ids."""
    found = list(found)
    return {"argvalues": found, "ids": [name(one) for one in found]}


def label(model):
    return model._meta.label
