import uuid

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from accounts.ground import DecryptionError, encrypt_value
from accounts.ground.keyring import decrypt_value

ROW, CLINIC = uuid.uuid4(), uuid.uuid4()
OLD, NEW = b"o" * 32, b"n" * 32
PLACE = ("ground.note.title", ROW, CLINIC)


@given(st.text())
def test_any_text_comes_back(text):
    assert decrypt_value(*PLACE, encrypt_value(*PLACE, text)) == text


@given(st.text(max_size=20), st.data())
def test_a_changed_byte_anywhere_is_noticed(text, data):
    sealed = bytearray(encrypt_value(*PLACE, text))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(DecryptionError):
        decrypt_value(*PLACE, bytes(sealed))


@given(st.data())
def test_a_value_cut_short_is_noticed(data):
    sealed = encrypt_value(*PLACE, "Take the bus")
    with pytest.raises(DecryptionError):
        decrypt_value(*PLACE, sealed[: data.draw(st.integers(0, len(sealed) - 1))])


@pytest.mark.parametrize(
    "elsewhere",
    [
        ("ground.note.body", ROW, CLINIC),
        ("ground.note.title", uuid.uuid4(), CLINIC),
        ("ground.note.title", ROW, uuid.uuid4()),
    ],
    ids=["column", "row", "clinic"],
)
def test_a_value_opens_only_where_it_was_written(elsewhere):
    with pytest.raises(DecryptionError):
        decrypt_value(*elsewhere, encrypt_value(*PLACE, "Take the bus"))


def test_the_same_text_never_looks_the_same_twice():
    assert encrypt_value(*PLACE, "") != encrypt_value(*PLACE, "")


def test_the_first_key_writes_and_every_key_reads(settings):
    settings.FIELD_KEYS = {"old": OLD}
    before = encrypt_value(*PLACE, "before")
    settings.FIELD_KEYS = {"new": NEW, "old": OLD}
    after = encrypt_value(*PLACE, "after")
    assert decrypt_value(*PLACE, before) == "before"
    settings.FIELD_KEYS = {"new": NEW}
    assert decrypt_value(*PLACE, after) == "after"


@pytest.mark.parametrize("ring", [{"new": NEW}, {"old": NEW}], ids=["unknown", "wrong"])
def test_without_its_key_a_value_stays_shut_and_says_where(settings, ring):
    settings.FIELD_KEYS = {"old": OLD}
    sealed = encrypt_value(*PLACE, "Take the bus")
    settings.FIELD_KEYS = ring
    with pytest.raises(DecryptionError) as caught:
        decrypt_value(*PLACE, sealed)
    assert str(caught.value) == f"ground.note.title of row {ROW} cannot be decrypted"


def test_a_short_key_is_refused(settings):
    settings.FIELD_KEYS = {"short": b"k" * 16}
    with pytest.raises(ImproperlyConfigured):
        encrypt_value(*PLACE, "Take the bus")
