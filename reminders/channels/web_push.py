"""Encrypting (RFC 8291) and signing (RFC 8292) what a push service carries without reading it."""

import json
import os
import time
from base64 import urlsafe_b64decode

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from reminders.models.vapid_key import public_bytes, text_of

RECORD = 4096
# Apple refuses tokens of more than a day; the drafts advise half of one.
TOKEN_LIVES = 12 * 3600


def bytes_of(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def point(p256dh: str) -> ec.EllipticCurvePublicKey:
    """Raises ValueError for what is no point of the curve."""
    return ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), bytes_of(p256dh))


def encrypt(text: bytes, p256dh: str, auth: str, own=None, salt=None) -> bytes:
    """For one device alone, with a key and salt for this message alone."""
    own, salt = own or ec.generate_private_key(ec.SECP256R1()), salt or os.urandom(16)
    sender = public_bytes(own)
    shared = own.exchange(ec.ECDH(), point(p256dh))
    info = b"WebPush: info\0" + bytes_of(p256dh) + sender
    secret = derived(shared, bytes_of(auth), info, 32)
    key = derived(secret, salt, b"Content-Encoding: aes128gcm\0", 16)
    nonce = derived(secret, salt, b"Content-Encoding: nonce\0", 12)
    # The byte 2 ends the last record: ours is the only one.
    body = AESGCM(key).encrypt(nonce, text + b"\2", None)
    return salt + RECORD.to_bytes(4, "big") + bytes([len(sender)]) + sender + body


def derived(secret, salt, info, length):
    return HKDF(hashes.SHA256(), length, salt, info).derive(secret)


def authorization(vapid_key, audience: str, contact: str) -> str:
    """Says who we are to the service at this origin, for half a day."""
    claims = {"aud": audience, "exp": int(time.time()) + TOKEN_LIVES, "sub": contact}
    parts = [
        text_of(json.dumps(each).encode()) for each in ({"typ": "JWT", "alg": "ES256"}, claims)
    ]
    signed = ".".join(parts)
    raw = vapid_key.opened.sign(signed.encode(), ec.ECDSA(hashes.SHA256()))
    numbers = b"".join(number.to_bytes(32, "big") for number in decode_dss_signature(raw))
    return f"vapid t={signed}.{text_of(numbers)}, k={vapid_key.public}"
