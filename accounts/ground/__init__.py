"""The ground the product stands on. Nothing in this package knows the product's nouns."""

from accounts.ground.encryption import EncryptedJSONField, EncryptedTextField
from accounts.ground.insert_once import insert_once
from accounts.ground.keyring import (
    DecryptionError,
    EncryptedColumnError,
    decrypt_bytes,
    decrypt_value,
    encrypt_bytes,
    encrypt_value,
)
from accounts.ground.row_sql import RowSQL
from accounts.ground.same_clinic import SameClinic
from accounts.ground.sealed_bytes import SealedBytes
from accounts.ground.without_index import WithoutIndex

__all__ = [
    "DecryptionError",
    "EncryptedColumnError",
    "EncryptedJSONField",
    "EncryptedTextField",
    "RowSQL",
    "SameClinic",
    "SealedBytes",
    "WithoutIndex",
    "decrypt_bytes",
    "decrypt_value",
    "encrypt_bytes",
    "encrypt_value",
    "insert_once",
]
