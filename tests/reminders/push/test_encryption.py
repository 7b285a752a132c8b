"""Against the example of RFC 8291 and a phone that reads by the letter of it."""

import json
from base64 import urlsafe_b64decode

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from reminders.channels.web_push import authorization, bytes_of, encrypt, point
from reminders.models import VapidKey

# RFC 8291, section 5.
TEXT = b"When I grow up, I want to be a watermelon"
P256DH = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
AUTH = "BTBZMqHH6r4Tts7J_aSIgg"
OWN = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"
SALT = "DGv6ra1nlYgDCS1FRnbzlw"
BODY = (
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6T"
    "lzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4"
    "a-fN"
)


def test_the_example_of_the_standard():
    own = ec.derive_private_key(int.from_bytes(bytes_of(OWN), "big"), ec.SECP256R1())
    assert encrypt(TEXT, P256DH, AUTH, own=own, salt=bytes_of(SALT)) == bytes_of(BODY)


def test_a_phone_reads_what_was_meant_for_it(phone):
    assert phone.read(encrypt(TEXT, **phone.keys)) == TEXT


@pytest.mark.django_db
def test_the_service_knows_us_by_our_signature():
    key = VapidKey.current()
    told = authorization(key, "https://push.test", "mailto:us@example.org")
    token, public = told.removeprefix("vapid t=").split(", k=")
    head, claims, signature = token.split(".")
    raw = bytes_of(signature)
    numbers = (int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    whole = encode_dss_signature(*numbers)
    point(public).verify(whole, f"{head}.{claims}".encode(), ec.ECDSA(hashes.SHA256()))
    said = json.loads(urlsafe_b64decode(claims + "=="))
    assert (said["aud"], said["sub"]) == ("https://push.test", "mailto:us@example.org")


@pytest.mark.django_db
def test_the_key_is_made_once_and_sealed():
    key = VapidKey.current()
    assert VapidKey.current().pk == key.pk
    assert b"PRIVATE KEY" not in bytes(key.private)
    assert VapidKey.make().pk == VapidKey.current().pk != key.pk
