import copy
import pickle
import uuid

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.ground import DecryptionError, encrypt_value
from tests.ground.models import Note, registry

on_one_table = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
words = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
samples = st.sampled_from(["", "0", "🚌👩🏽‍🦽", "לקחת את האוטובוס", "خذ الحافلة", "e\u0301\u202e"])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@on_one_table
@given(words | samples)
def test_any_text_round_trips(here, text):
    row = Note.objects.create(clinic=here, title=text, body=text)
    row = Note.objects.get(pk=row.pk)
    assert (row.title, row.body) == (text, text)


@on_one_table
@given(json_values.filter(lambda value: value is not None))
def test_any_json_round_trips(here, value):
    row = Note.objects.create(clinic=here, answers=value)
    assert Note.objects.get(pk=row.pk).answers == value


@pytest.mark.parametrize("value", ["", 0, False, [], {}])
def test_empty_and_zero_are_kept_as_they_are(here, stored, value):
    row = Note.objects.create(clinic=here, answers=value)
    assert Note.objects.get(pk=row.pk).answers == value
    assert stored[row, "answers"] is not None


def test_an_empty_text_is_stored_encrypted_and_nothing_is_null(here, stored):
    row = Note.objects.create(clinic=here)
    assert len(stored[row, "title"]) > 28
    assert stored[row, "body"] is None
    assert Note.objects.get(pk=row.pk).body is None


def test_the_column_shows_no_words(note, stored):
    assert b"bus" not in stored[note, "title"]


@pytest.mark.parametrize("column", ["title", "body", "answers"])
def test_a_flipped_bit_raises_and_tells_no_words(note, stored, column):
    value = bytearray(stored[note, column])
    value[-1] ^= 1
    stored[note, column] = bytes(value)
    with pytest.raises(DecryptionError, match=f"ground.note.{column} of row {note.pk}"):
        getattr(Note.objects.get(pk=note.pk), column)


def test_a_value_copied_to_another_column_row_or_clinic_raises(note, here, there, stored):
    neighbour = Note.objects.create(clinic=here)
    stored[neighbour, "title"] = stored[note, "title"]
    stored[note, "body"] = stored[note, "title"]
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ground_tests_note SET clinic_id = %s WHERE stars = 0", [there.pk])
    rows = {row.pk: row for row in Note.objects.all()}
    for read in [
        lambda: rows[neighbour.pk].title,
        lambda: rows[note.pk].body,
        lambda: rows[note.pk].title,
    ]:
        with pytest.raises(DecryptionError):
            read()


def test_nothing_is_decrypted_before_it_is_read(note, stored):
    stored[note, "title"] = b"not even a version"
    assert Note.objects.get(pk=note.pk).body == "Two stops"


def test_a_row_saved_unread_keeps_its_ciphertext(note, stored):
    before = stored[note, "title"]
    note.stars = 3
    note.save()
    assert stored[note, "title"] == before
    assert Note.objects.get(pk=note.pk).title == "Take the bus"


def test_a_change_within_json_is_saved(note):
    note.answers.append({"when": "Tuesday"})
    note.save(update_fields=["answers"])
    assert Note.objects.get(pk=note.pk).answers == [0, {"when": "Tuesday"}]


@pytest.mark.parametrize("read_first", [True, False])
def test_a_row_made_into_another_takes_its_words_along(note, there, read_first):
    if read_first:
        assert note.title
    note.pk, note.clinic, note._state.adding = uuid.uuid4(), there, True
    note.save()
    again = Note.objects.get(pk=note.pk)
    assert (again.title, again.clinic, Note.objects.count()) == ("Take the bus", there, 2)


def test_ids_given_as_text_bind_like_ids_from_the_database(here):
    key = uuid.uuid4()
    Note.objects.create(pk=key.hex.upper(), clinic_id=str(here.pk), title="Take the bus")
    assert Note.objects.get(pk=key).title == "Take the bus"


def test_bulk_create_encrypts_every_row(here):
    Note.objects.bulk_create(Note(clinic=here, title=f"Stop {n}") for n in range(3))
    assert {row.title for row in Note.objects.all()} == {"Stop 0", "Stop 1", "Stop 2"}


def test_a_load_past_the_models_is_read_by_them(note, here, stored):
    stored[note, "title"] = encrypt_value("ground.note.title", note.pk, here.pk, "Loaded")
    answers = Note._meta.get_field("answers").sealed(str(note.pk), here.pk, [1])
    stored[note, "answers"] = answers
    again = Note.objects.get(pk=note.pk)
    assert (again.title, again.answers) == ("Loaded", [1])


@pytest.mark.parametrize(
    "rows",
    [
        lambda: Note.objects.only("stars"),
        lambda: Note.objects.only("title"),
        lambda: Note.objects.defer("title"),
        lambda: Note.objects.defer("title", "clinic"),
    ],
    ids=["only another", "only itself", "deferred", "deferred with its clinic"],
)
def test_a_deferred_text_costs_one_query_and_brings_its_clinic(note, rows):
    row = rows().get(pk=note.pk)
    with CaptureQueriesContext(connection) as queries:
        assert row.title == "Take the bus"
        assert row.clinic_id == note.clinic_id
    assert len(queries) == 1


def test_a_deferred_null_is_read_as_none(here):
    row = Note.objects.create(clinic=here)
    assert Note.objects.only("stars").get(pk=row.pk).body is None


def test_a_deferred_text_is_not_written_back(note, stored):
    before = stored[note, "title"]
    Note.objects.only("stars").get(pk=note.pk).save()
    assert stored[note, "title"] == before


def test_refreshing_reads_what_another_wrote(note, stored):
    assert note.title == "Take the bus"
    other = Note.objects.get(pk=note.pk)
    other.title = "Wait at the stop"
    other.save()
    note.refresh_from_db(fields=["title"])
    assert note.title == "Wait at the stop"
    note.refresh_from_db()
    assert note.title == "Wait at the stop"


@pytest.mark.parametrize(
    "copied",
    [copy.copy, copy.deepcopy, lambda row: pickle.loads(pickle.dumps(row))],  # noqa: S301
)
def test_a_copy_still_reads_and_saves(note, monkeypatch, copied):
    monkeypatch.setattr(
        apps, "get_model", lambda label, name: registry.all_models[label][name.lower()]
    )
    twin = copied(note)
    assert twin.title == "Take the bus"
    twin.title = "Another"
    assert note.title == "Take the bus"


def test_the_class_gives_the_descriptor():
    assert Note.title.field is Note._meta.get_field("title")


def test_verbs_of_the_manager_that_save_rows_work(note, here):
    row, made = Note.objects.update_or_create(pk=note.pk, defaults={"title": "Walk"})
    assert not made
    assert Note.objects.get(pk=row.pk).title == "Walk"


def test_a_row_of_a_raw_query_reads_too(note):
    [row] = Note.objects.raw("SELECT title, id FROM ground_tests_note")
    assert row.title == "Take the bus"
