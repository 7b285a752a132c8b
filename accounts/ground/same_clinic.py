"""A foreign key that the database keeps inside one clinic."""

from django.core import checks
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import DEFAULT_DB_ALIAS
from django.db.backends.ddl_references import Columns, Statement, Table
from django.db.models import BaseConstraint
from django.utils.translation import gettext_lazy as _

LONGEST_NAME = 63  # PostgreSQL cuts off the rest in silence.


class Nothing(str):
    """False, so add_constraint() runs nothing; yet harmless where the schema editor runs it."""

    def __bool__(self):
        return False


LEFT_TO_THE_END = Nothing("SELECT 1")


class SameClinic(BaseConstraint):
    """FOREIGN KEY (clinic, field) REFERENCES target (clinic, id), checked at commit.

    The field itself says db_constraint=False; its target has a UNIQUE (clinic, id).
    """

    default_violation_error_message = _("This could not be found in this clinic.")

    def __init__(self, field, *, name=None, local_clinic="clinic", **kwargs):
        self.field = field
        self.local_clinic = local_clinic
        super().__init__(name=name or f"%(app_label)s_%(class)s_{field}_same_clinic", **kwargs)

    def deconstruct(self):
        path, args, kwargs = super().deconstruct()
        if self.local_clinic != "clinic":
            kwargs["local_clinic"] = self.local_clinic
        return "accounts.ground.SameClinic", (self.field,), kwargs

    def __eq__(self, other):
        if isinstance(other, SameClinic):
            return self.deconstruct() == other.deconstruct()
        return super().__eq__(other)

    def __repr__(self):
        return f"<SameClinic: field={self.field!r} name={self.name!r}>"

    def constraint_sql(self, model, schema_editor):
        """Nothing within CREATE TABLE."""
        self.create_sql(model, schema_editor)

    def create_sql(self, model, schema_editor):
        """Left to the end of the migration: the target, or its unique key, may come later in it."""
        schema_editor.deferred_sql.append(self.statement(model, schema_editor))
        return LEFT_TO_THE_END

    def statement(self, model, schema_editor):
        if len(self.name) > LONGEST_NAME:
            raise ValueError(f"{self.name} is longer than {LONGEST_NAME} letters; give it a name")
        table, target = model._meta.db_table, self.target(model)._meta.db_table
        quote = schema_editor.quote_name
        return Statement(
            schema_editor.sql_create_fk,
            table=Table(table, quote),
            name=quote(self.name),
            column=Columns(table, self.columns(model), quote),
            to_table=Table(target, quote),
            to_column=Columns(target, self.target_columns(model), quote),
            deferrable=schema_editor.connection.ops.deferrable_sql(),
        )

    def remove_sql(self, model, schema_editor):
        return Statement(
            schema_editor.sql_delete_fk,
            table=Table(model._meta.db_table, schema_editor.quote_name),
            name=schema_editor.quote_name(self.name),
        )

    def columns(self, model):
        return [model._meta.get_field(name).column for name in (self.local_clinic, self.field)]

    def target(self, model):
        return model._meta.get_field(self.field).remote_field.model

    def target_columns(self, model):
        clinic = self.target(model)._meta.get_field("clinic")
        return [clinic.column, model._meta.get_field(self.field).target_field.column]

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS):
        """Say it on the form; the database would say it too late, at commit."""
        if {self.field, self.local_clinic} & set(exclude or ()):
            return
        key = model._meta.get_field(self.field)
        clinic_id = getattr(instance, model._meta.get_field(self.local_clinic).attname)
        target_id = getattr(instance, key.attname)
        if clinic_id is None or target_id is None:
            return
        wanted = {key.target_field.attname: target_id, "clinic": clinic_id}
        if not self.target(model)._base_manager.using(using).filter(**wanted).exists():
            message = self.get_violation_error_message()
            raise ValidationError({self.field: ValidationError(message, code="same_clinic")})

    def _check(self, model, connection):
        return [
            checks.Error(f"{self.name}: {problem}", obj=model, id="ground.E003")
            for problem in self.problems(model)
        ]

    def problems(self, model):
        if len(self.name) > LONGEST_NAME:
            yield f"the name is longer than {LONGEST_NAME} letters; give it one"
        try:
            self.columns(model), self.target_columns(model)
        except FieldDoesNotExist as missing:
            yield str(missing)
            return
        if model._meta.get_field(self.field).db_constraint:
            yield f"{self.field} needs db_constraint=False; this constraint does its work"
