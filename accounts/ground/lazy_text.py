"""The attribute of an encrypted column: what came from the database waits until it is read."""

from typing import NamedTuple

from django.utils.functional import cached_property

from accounts.ground.keyring import Sealed


class Unopened(NamedTuple):
    """What came from the column, with the row and clinic it was loaded for.

    They are kept because the instance may be turned into another row (pk = None)
    before anybody has read the text.
    """

    sealed: Sealed
    row_id: object
    clinic_id: object


class LazyText:
    """Decrypts on first reading; a page that prints titles never pays for the notes."""

    def __init__(self, field):
        self.field = field

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        values, name = instance.__dict__, self.name
        if name not in values:
            self.load(instance)
        if isinstance(values[name], Unopened):
            values[name] = self.field.opened(instance, values[name])
        return values[name]

    def __set__(self, instance, value):
        values = instance.__dict__
        if type(value) is Sealed:
            row_id, clinic_id = self.keys
            value = Unopened(value, values.get(row_id), values.get(clinic_id))
        values[self.name] = value

    @cached_property
    def name(self):
        return self.field.attname

    @cached_property
    def keys(self):
        """Names of the row's own key and its clinic's, looked up once: a page sets hundreds."""
        return self.field.model._meta.pk.attname, self.field.clinic.attname

    def load(self, instance):
        """Fetch a deferred column together with the clinic it is bound to."""
        name, clinic = self.field.attname, self.field.clinic.attname
        rows = type(instance)._base_manager.db_manager(instance._state.db)
        row = rows.only(name, clinic).get(pk=instance.pk)
        instance.__dict__.setdefault(clinic, row.__dict__[clinic])
        unopened = row.__dict__[name]
        if unopened is not None:
            unopened = unopened._replace(clinic_id=row.__dict__[clinic])
        instance.__dict__[name] = unopened
