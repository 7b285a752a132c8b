"""Model fields for what people write: plain on the instance, encrypted in the column.

The database can neither search, sort nor compute with such a column, so every use by name
in a query (filter, order_by, values, F) raises EncryptedColumnError, as do update() and
bulk_update(). Write through save() or bulk_create(); never let bulk_create(update_conflicts=True)
name such a column, for it would put one row's ciphertext into another.

A migration that adds such a column to a table with rows goes in three steps: add it with
null=True, fill it by saving each row, make it required.
"""

import json
from uuid import UUID

from django import forms
from django.core import checks, validators
from django.db import models

from accounts.ground.keyring import (
    EncryptedColumnError,
    Sealed,
    decrypt_value,
    encrypt_value,
)
from accounts.ground.lazy_text import LazyText, Unopened
from accounts.ground.writable import writable_json, writable_text

CLINIC = "clinic"
LONGEST_ONE_LINE = 300


class EncryptedField(models.Field):
    """What both kinds share: the column, the lazy text, and refusing to be queried."""

    descriptor_class = LazyText
    package = "accounts.ground"

    def __init__(self, label, *, blank=True, **kwargs):
        self.label = label
        super().__init__(blank=blank, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        path = path.replace(f"{self.package}.encryption", self.package)
        return name, path, args, {**kwargs, "label": self.label, "blank": self.blank}

    def get_internal_type(self):
        return "BinaryField"

    @property
    def clinic(self):
        return self.model._meta.get_field(CLINIC)

    # --- Instance and column ---

    def from_db_value(self, value, expression, connection):
        return None if value is None else Sealed(value)

    def pre_save(self, model_instance, add):
        """The stored form for this row. Unread text goes back as it came, if still at home."""
        value = model_instance.__dict__.get(self.attname)
        row_id, clinic_id = model_instance.pk, getattr(model_instance, self.clinic.attname)
        home = self.home(row_id, clinic_id)
        if isinstance(value, Unopened) and home == self.origin(model_instance, value):
            return value.sealed
        value = getattr(model_instance, self.attname)
        return None if value is None else self.sealed(row_id, clinic_id, value)

    def sealed(self, row_id, clinic_id, value):
        """The stored form of a value for a row in a clinic. Loads that bypass save() use it."""
        if hasattr(value, "resolve_expression"):
            raise self.error("cannot be computed by the database")
        if row_id is None or clinic_id is None:
            raise self.error("can be stored only in a row with an id and a clinic")
        return encrypt_value(self.label, *self.home(row_id, clinic_id), self.written(value))

    def opened(self, instance, unopened):
        """The plain value, read for the row it came from."""
        home = self.origin(instance, unopened)
        return self.read(decrypt_value(self.label, *home, unopened.sealed))

    def origin(self, instance, unopened):
        """Where a value was loaded; the instance fills in what was deferred then."""
        clinic_id = unopened.clinic_id or getattr(instance, self.clinic.attname)
        return self.home(unopened.row_id or instance.pk, clinic_id)

    def home(self, row_id, clinic_id):
        """Id and clinic, as they come from the database whatever form they were set in."""
        if type(row_id) is UUID and type(clinic_id) is UUID:
            return row_id, clinic_id
        return self.model._meta.pk.to_python(row_id), self.clinic.to_python(clinic_id)

    def get_db_prep_save(self, value, connection):
        return self.get_db_prep_value(value, connection)

    def get_db_prep_value(self, value, connection, prepared=False):
        """Only a sealed value reaches SQL: update() and bulk_update() bring plain ones."""
        if isinstance(value, Sealed):
            return connection.Database.Binary(value)
        if value is None or value == b"":  # b"": the schema editor asking for a column default
            return None
        raise self.error("can be written only by save() and bulk_create()")

    def has_default(self):
        """As Django means it, a default the column could have. Each row's ciphertext is its own."""
        return False

    def get_default(self):
        return self.default() if callable(self.default) else self.default

    # --- Refusals ---

    @property
    def path_infos(self):
        """Asked by the ORM whenever a name in a query leads here. TypeError passes hasattr()."""
        raise self.error("cannot be used in a query")

    def value_to_string(self, obj):
        raise self.error("cannot be dumped as a fixture")

    def error(self, reason):
        return EncryptedColumnError(f"{self.label} is encrypted: it {reason}")

    def check(self, **kwargs):
        return [*super().check(**kwargs), *self.check_home()]

    def check_home(self):
        """A row must know its id and its clinic before its text can be bound to them."""
        labels = [getattr(field, "label", None) for field in self.model._meta.concrete_fields]
        if labels.count(self.label) > 1:
            yield self.fault("two columns of one row need two labels", "ground.E004")
        if CLINIC not in {field.name for field in self.model._meta.get_fields()}:
            yield self.fault(f"the row needs a field {CLINIC!r}", "ground.E001")
        if not self.model._meta.pk.has_default():
            yield self.fault("the row needs a key that is made before saving", "ground.E002")

    def fault(self, problem, code):
        return checks.Error(f"{self.label}: {problem}.", obj=self, id=code)


class EncryptedTextField(EncryptedField):
    """A text. "" is stored encrypted too: whether somebody wrote is nobody's to see."""

    def __init__(self, label, *, max_length, blank=True, default="", **kwargs):
        super().__init__(label, max_length=max_length, blank=blank, default=default, **kwargs)
        self.validators.append(validators.MaxLengthValidator(max_length))
        self.validators.append(writable_text)

    def to_python(self, value):
        return value if value is None or isinstance(value, str) else str(value)

    written = to_python

    def read(self, text):
        return text

    def formfield(self, **kwargs):
        widget = forms.Textarea if self.max_length > LONGEST_ONE_LINE else forms.TextInput
        return super().formfield(**{"max_length": self.max_length, "widget": widget, **kwargs})


class EncryptedJSONField(EncryptedField):
    """Anything JSON can say; `max_length` counts the letters of its text."""

    def __init__(self, label, *, max_length=20_000, blank=True, default=dict, **kwargs):
        super().__init__(label, max_length=max_length, blank=blank, default=default, **kwargs)

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        writable_json(value)
        validators.MaxLengthValidator(self.max_length)(self.written(value))

    def written(self, value):
        return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))

    def read(self, text):
        return json.loads(text)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": forms.JSONField, **kwargs})
