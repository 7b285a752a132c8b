import pytest
from django.db import connection

from tests.ground.models import MODELS, Clinic, Note, Shelf


@pytest.fixture
def tables(db):
    """Temporary tables, gone with the test's transaction: no right to change the schema needed."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL search_path = pg_temp, public")
    with connection.schema_editor() as editor:
        for model in MODELS:
            editor.create_model(model)


@pytest.fixture
def here(tables):
    return Clinic.objects.create(name="Here")


@pytest.fixture
def there(tables):
    return Clinic.objects.create(name="There")


@pytest.fixture
def note(here):
    """As another process would find it: nothing of the words is left in memory."""
    row = Note.objects.create(clinic=here, title="Take the bus", body="Two stops", answers=[0])
    return Note.objects.get(pk=row.pk)


@pytest.fixture
def shelf(here):
    return Shelf.objects.create(clinic=here)


@pytest.fixture
def stored():
    """Read and write the bytes of a column behind the model's back."""
    return Stored()


class Stored:
    def __getitem__(self, place):
        row, column = place
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {column} FROM ground_tests_note WHERE id = %s", [row.pk])
            value = cursor.fetchone()[0]
        return None if value is None else bytes(value)

    def __setitem__(self, place, value):
        row, column = place
        sql = f"UPDATE ground_tests_note SET {column} = %s WHERE id = %s"
        with connection.cursor() as cursor:
            cursor.execute(sql, [value, row.pk])
