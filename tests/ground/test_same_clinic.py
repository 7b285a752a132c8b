import copy

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from accounts.ground import SameClinic
from tests.ground.models import Note, Shelf


def checked_now():
    """What the commit would do."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_row_points_within_its_clinic(here, shelf):
    Note.objects.create(clinic=here, shelf=shelf)
    checked_now()


def test_the_database_refuses_a_row_of_another_clinic(there, shelf):
    Note.objects.create(clinic=there, shelf=shelf)
    with pytest.raises(IntegrityError, match="ground_tests_note_shelf_same_clinic"):
        checked_now()


def test_nor_can_a_row_be_moved_to_another_clinic_alone(here, there, shelf):
    Note.objects.create(clinic=here, shelf=shelf)
    Shelf.objects.update(clinic=there)
    with pytest.raises(IntegrityError):
        checked_now()


def test_order_within_a_transaction_is_free(here):
    shelf = Shelf(clinic=here)
    with transaction.atomic():
        Note.objects.bulk_create([Note(clinic=here, shelf_id=shelf.pk)])
        shelf.save()
    checked_now()


def test_pointing_nowhere_is_allowed(here):
    Note.objects.create(clinic=here)
    checked_now()


def test_a_form_hears_of_it_before_the_database(there, shelf):
    with pytest.raises(ValidationError) as caught:
        Note(clinic=there, shelf=shelf).full_clean()
    assert caught.value.message_dict == {"shelf": ["This could not be found in this clinic."]}
    assert caught.value.error_dict["shelf"][0].code == "same_clinic"


@pytest.mark.parametrize("exclude", [["shelf"], ["clinic"]])
def test_what_a_form_leaves_out_is_left_to_the_database(there, shelf, exclude):
    Note(clinic=there, shelf=shelf).full_clean(exclude=exclude)


def test_a_right_row_or_none_passes(here, shelf):
    Note(clinic=here, shelf=shelf).full_clean()
    Note(clinic=here).full_clean()


def test_equal_when_it_says_the_same():
    one = SameClinic("shelf", name="one")
    assert one == copy.deepcopy(one) == one.clone()
    assert one != SameClinic("shelf", name="two")
    assert one != SameClinic("shelf", name="one", local_clinic="owner")
    assert one != "one"


def test_it_survives_a_migration_file():
    path, args, kwargs = SameClinic("shelf", local_clinic="owner").deconstruct()
    assert path == "accounts.ground.SameClinic"
    assert SameClinic(*args, **kwargs) == SameClinic("shelf", local_clinic="owner")
