"""Sealing and opening one value with the key ring of the environment.

Stored form: version (1 byte), length of the key's id (1 byte), the key's id,
nonce (12 bytes), AES-256-GCM ciphertext and tag.
"""

import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

VERSION = 1
KEY_BYTES = 32
NONCE_BYTES = 12


class EncryptedColumnError(TypeError):
    """An encrypted column was used in a way that only plain columns allow."""


class DecryptionError(Exception):
    """The value was not written for this column, row and clinic, or its key is gone."""

    def __init__(self, label, row_id):
        super().__init__(label, row_id)

    def __str__(self):
        return "{} of row {} cannot be decrypted".format(*self.args)


class Sealed(bytes):
    """A value in its stored form; everything else on its way to the column is refused."""


def encrypt_value(label, row_id, clinic_id, value):
    """Seal a text for one column of one row, as the model field does; `value` is a str.

    Loads that bypass the models (COPY) use it. Ids are UUIDs, not strings of them.
    """
    return encrypt_bytes(label, row_id, clinic_id, value.encode())


def encrypt_bytes(label, row_id, clinic_id, content):
    """The same for a file."""
    key_id, key = next(iter(settings.FIELD_KEYS.items()))
    nonce = os.urandom(NONCE_BYTES)
    body = cipher(key).encrypt(nonce, content, associated_data(label, row_id, clinic_id))
    return Sealed(header(key_id) + nonce + body)


def decrypt_value(label, row_id, clinic_id, sealed):
    """Open what `encrypt_value` sealed for the same label, row and clinic."""
    return decrypt_bytes(label, row_id, clinic_id, sealed).decode()


def decrypt_bytes(label, row_id, clinic_id, sealed):
    """The same of `encrypt_bytes`."""
    try:
        key_id, nonce, body = taken_apart(sealed)
        key = settings.FIELD_KEYS[key_id]
        return cipher(key).decrypt(nonce, body, associated_data(label, row_id, clinic_id))
    except (InvalidTag, KeyError, IndexError, ValueError):
        # Cut off from its cause: an error report shows neither bytes nor keys.
        raise DecryptionError(label, row_id) from None


def sealed_anew(label, row_id, clinic_id, sealed):
    """The same content under the first key."""
    return encrypt_bytes(label, row_id, clinic_id, decrypt_bytes(label, row_id, clinic_id, sealed))


def associated_data(label, row_id, clinic_id):
    """What binds a ciphertext to its place. Nothing in it holds a NUL, so it has one reading."""
    return f"{label}\0{row_id}\0{clinic_id}".encode()


def first_header():
    """How everything begins that the first key has sealed."""
    return header(next(iter(settings.FIELD_KEYS)))


@lru_cache(maxsize=64)
def header(key_id):
    name = key_id.encode("ascii")
    return bytes([VERSION, len(name)]) + name


def taken_apart(sealed):
    if sealed[0] != VERSION:
        raise ValueError("unknown version")
    start = 2 + sealed[1]
    end = start + NONCE_BYTES
    return sealed[2:start].decode("ascii"), sealed[start:end], sealed[end:]


@lru_cache(maxsize=64)
def cipher(key):
    """Kept per key: making one costs more than sealing a sentence with it."""
    if len(key) != KEY_BYTES:
        raise ImproperlyConfigured(f"FIELD_KEYS: {len(key)} bytes; a key has {KEY_BYTES}.")
    return AESGCM(key)
