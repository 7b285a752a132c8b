"""The library: offered to whom, one newest version, never changing past homework."""

import pytest

from homework.models import Exercise, Resource, Skill
from tests.cast import member

pytestmark = pytest.mark.django_db


def exercise(key, **facts):
    skill, _created = Skill.objects.get_or_create(key="slow", name="Slow breathing")
    return Exercise.objects.create(skill=skill, key=key, title=key.title(), **facts)


@pytest.fixture
def shelf(cast):
    return {
        "built-in": exercise("built-in"),
        "clinic": exercise("clinic", clinic=cast.harbour),
        "own": exercise("own", clinic=cast.harbour, owner=cast.tess),
        "far": exercise("far", clinic=cast.meadow),
    }


def keys(exercises):
    return {each.key for each in exercises}


@pytest.mark.parametrize(
    ("name", "offered", "editable"),
    [
        ("tess", {"built-in", "clinic", "own"}, {"clinic", "own"}),
        ("otto", {"built-in", "clinic"}, {"clinic"}),
        ("zoe", {"built-in", "far"}, {"far"}),
        ("emil", {"built-in"}, set()),
        ("cleo", {"built-in"}, set()),
    ],
)
def test_offered_are_the_built_in_the_clinics_and_ones_own(cast, shelf, name, offered, editable):
    user = getattr(cast, name)
    assert keys(Exercise.objects.offered_to(user)) == offered
    assert keys(Exercise.objects.editable_by(user)) == editable


def test_ones_own_in_one_clinic_is_not_offered_by_another(cast, shelf):
    member(cast.tess, cast.meadow, is_therapist=True)
    assert "own" in keys(Exercise.objects.offered_to(cast.tess))
    assert "own" not in keys(Exercise.objects.offered_to(cast.zoe))


def test_a_revised_one_takes_the_place_of_the_one_before(cast, shelf):
    before = shelf["clinic"]
    before.resources.create(title="A page", url="https://example.org/")
    revised = before.revise(title="Slower", how="Out.\nIn.")
    assert (revised.version, revised.key, revised.how_steps) == (2, "clinic", ["Out.", "In."])
    assert [str(each) for each in revised.resources.all()] == ["A page"]
    assert list(Exercise.objects.current().filter(key="clinic")) == [revised]
    assert revised in Exercise.objects.newest_of(before.pk)


def test_a_retired_one_is_offered_no_longer(cast, shelf):
    for _twice in range(2):
        shelf["clinic"].retire(by=cast.tess)
    assert "clinic" not in keys(Exercise.objects.offered_to(cast.tess))


def test_it_is_found_by_its_title_or_its_skill(cast, shelf):
    assert keys(Exercise.objects.matching("FAR")) == {"far"}
    assert len(keys(Exercise.objects.matching("breath"))) == 4


def test_it_knows_whose_it_is(cast, shelf):
    whose = {key: each.whose for key, each in shelf.items()}
    assert whose == {"built-in": "built_in", "clinic": "clinic", "own": "own", "far": "clinic"}
    assert [str(shelf["own"]), str(shelf["own"].skill)] == ["Own", "Slow breathing"]


def test_its_links_are_put_in_place_of_the_earlier_ones(cast, shelf):
    shelf["own"].resources.create(title="Old", url="https://example.org/old")
    shelf["own"].link_to([("New", "https://example.org/new")])
    assert Resource.objects.get().title == "New"
