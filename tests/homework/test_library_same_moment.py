"""The library in two windows at the same moment, on real transactions."""

import uuid

import pytest
from django.test import Client

from homework.models import Exercise, Skill
from tests.cast import gather
from tests.homework.test_library import sheet
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast(settings):
    settings.STAFF_SECOND_FACTOR = False
    return gather()


@pytest.fixture
def calm(cast):
    return Skill.objects.create(key="calm", name="Calming the body")


def statuses(user, url, *sheets):
    windows = [Client() for _sheet in sheets]
    for window in windows:
        window.force_login(user)
    return sorted(at_once(lambda n: windows[n].post(url, sheets[n]).status_code, len(sheets)))


def test_of_two_versions_one_is_made_and_the_other_window_is_told(cast, calm):
    own = Exercise.objects.create(key="own", title="Own", skill=calm, clinic=cast.harbour)
    sheets = [sheet(calm, version=1, title=title) for title in "ABC"]
    assert statuses(cast.tess, f"/library/{own.pk}/edit/", *sheets) == [302, 422, 422]
    assert Exercise.objects.filter(key="own").count() == 2


def test_the_same_press_twice_at_once_makes_one_version(cast, calm):
    own = Exercise.objects.create(key="own", title="Own", skill=calm, clinic=cast.harbour)
    once = sheet(calm, version=1, title="Anew")
    assert statuses(cast.tess, f"/library/{own.pk}/edit/", once, once) == [302, 302]
    assert Exercise.objects.filter(key="own").count() == 2


def test_a_new_skill_is_made_once(cast, calm):
    names = ("Being seen", "being  Seen", "BEING SEEN")
    sheets = [sheet(calm, skill="", new_skill=name, sheet=uuid.uuid4()) for name in names]
    assert statuses(cast.tess, "/library/new/", *sheets) == [302] * 3
    assert Skill.objects.filter(clinic=cast.harbour).count() == 1
