"""A column of bytes that its model seals itself: a file, a letter, a key, with no clinic's words.

    SEALED = SealedBytes("records.copy.content", "content", clinic="user_id")

One a model, under that name: `renewing` finds it there when the ring has a new key.
"""

from typing import NamedTuple

from accounts.ground.keyring import decrypt_bytes, encrypt_bytes


class SealedBytes(NamedTuple):
    """`row` and `clinic` name the attributes a value is bound to; what is None binds to nothing."""

    label: str
    column: str
    row: str = "pk"
    clinic: str = ""

    def home(self, instance):
        clinic = getattr(instance, self.clinic) if self.clinic else None
        return self.label, getattr(instance, self.row) or "", clinic or ""

    def seal(self, instance, content):
        """The stored form, for this row alone."""
        return encrypt_bytes(*self.home(instance), content)

    def open(self, instance):
        return decrypt_bytes(*self.home(instance), bytes(getattr(instance, self.column)))
