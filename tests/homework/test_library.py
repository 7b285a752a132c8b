"""The library: three shelves, copies, versions, and who may change what."""

import uuid

import pytest

from homework.forms import exercise as exercise_form
from homework.models import Assignment, Exercise, Skill, WeekPlan
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelves(cast):
    """One built-in exercise, one of the clinic, one of Tess, one of Otto, one from elsewhere."""
    skill = Skill.objects.create(key="calm", name="Calming the body")

    def exercise(title, clinic=None, owner=None, **words):
        return Exercise.objects.create(
            key=title.lower(), title=title, skill=skill, clinic=clinic, owner=owner, **words
        )

    return {
        "built_in": exercise("Breathing", how="Sit.\nBreathe. (3 minutes)", smallest="One breath"),
        "clinic": exercise("Harbourwalk", cast.harbour),
        "own": exercise("Tessown", cast.harbour, cast.tess),
        "otto": exercise("Ottoown", cast.harbour, cast.otto),
        "far": exercise("Meadowwalk", cast.meadow),
        "skill": skill,
    }


def sheet(skill, /, **changes):
    return {
        "sheet": uuid.uuid4(),
        "title": "Two stops",
        "skill": skill.pk,
        "how": "Get on.\nGet off.",
        "usual_count": 3,
        "whose": "own",
        "questions-TOTAL_FORMS": 2,
        "questions-INITIAL_FORMS": 0,
        "questions-0-question": "What did you see?",
        "questions-0-kind": "text",
        "questions-1-question": "",
        "questions-1-kind": "number",
        **changes,
    }


def test_it_holds_ones_own_the_clinics_and_the_built_in(cast, signed_in, shelves):
    text = signed_in(cast.tess).get("/library/").text
    places = [text.index(title) for title in ("Tessown", "Harbourwalk", "Breathing")]
    assert places == sorted(places)
    assert "Ottoown" not in text and "Meadowwalk" not in text


def test_typing_finds_titles_and_skills(cast, signed_in, shelves):
    client = signed_in(cast.tess)
    assert "Tessown" not in client.get("/library/", {"q": "breath"}).text
    assert "Tessown" in client.get("/library/", {"q": "calming"}).text
    assert "is called “zebra”" in client.get("/library/", {"q": "zebra"}).text
    assert client.get("/library/", {"q": "nul\0"}).status_code == 422


def test_skill_and_level_narrow_it_down(cast, signed_in, shelves):
    client = signed_in(cast.tess)
    shelves["own"].skill = Skill.objects.create(key="seen", name="Being seen", clinic=cast.harbour)
    shelves["own"].level = Exercise.Level.PREPARED
    shelves["own"].save()
    for asked in ({"skill": shelves["own"].skill.pk}, {"level": 3}):
        text = client.get("/library/", asked).text
        assert "Tessown" in text and "Breathing" not in text
    both = {"skill": shelves["skill"].pk, "level": 3}
    assert "Nothing in the library is like that." in client.get("/library/", both).text
    assert client.get("/library/", {"level": "9"}).status_code == 422


def test_its_queries_do_not_grow(cast, signed_in, shelves):
    few = queries_of(signed_in(cast.tess), "/library/")
    for number in range(5):
        Exercise.objects.create(
            key=f"e{number}", title=f"E{number}", skill=shelves["skill"], clinic=cast.harbour
        )
    assert len(queries_of(signed_in(cast.tess), "/library/")) == len(few) <= 6


def test_an_exercise_is_shown_as_on_the_phone(cast, signed_in, shelves):
    text = signed_in(cast.tess).get(f"/library/{shelves['built_in'].pk}/").text
    assert "Breathe. (3 minutes)" in text and "One breath" in text
    assert "Make a copy of my own" in text and "Take it out of the library" not in text


@pytest.mark.parametrize("which", ["otto", "far"])
def test_what_is_not_offered_does_not_exist(cast, signed_in, shelves, which):
    for address in ("", "edit/", "copy/"):
        page = signed_in(cast.tess).get(f"/library/{shelves[which].pk}/{address}")
        assert page.status_code == 404
    assert signed_in(cast.tess).post(f"/library/{shelves[which].pk}/retirement/").status_code == 404


def test_a_built_in_one_cannot_be_changed(cast, signed_in, shelves):
    for address in ("edit/", "retirement/"):
        page = signed_in(cast.tess).post(f"/library/{shelves['built_in'].pk}/{address}", {})
        assert page.status_code == 404


def test_writing_one_and_pressing_twice_makes_one(cast, signed_in, shelves):
    words = sheet(shelves["skill"])
    for _press in range(2):
        answer = signed_in(cast.tess).post("/library/new/", words)
        assert answer.status_code == 302
    made = Exercise.objects.get(title="Two stops")
    assert made.owner == cast.tess and made.clinic == cast.harbour
    assert [prompt["question"] for prompt in made.prompts] == ["What did you see?"]


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Three stops"},
        {"skill": "", "new_skill": "Being seen"},
        {"link": "https://example.org/a"},
        {"whose": "clinic"},
    ],
)
def test_the_same_sheet_with_other_words_is_told_and_loses_nothing(
    cast, signed_in, shelves, change
):
    tess, first = signed_in(cast.tess), sheet(shelves["skill"])
    tess.post("/library/new/", first)
    page = tess.post("/library/new/", first | change)
    assert page.status_code == 422 and "saved before, with other words." in page.text
    assert 'name="version" value="1"' in page.text
    for _press in range(2):
        assert tess.post("/library/new/", first | change | {"version": 1}).status_code == 302
    made = Exercise.objects.filter(key__contains="stops").order_by("version")
    assert [each.version for each in made] == [1, 2]


def test_a_new_skill_is_made_once(cast, signed_in, shelves):
    for title in ("One", "Two"):
        words = sheet(shelves["skill"], title=title, skill="", new_skill="Being seen")
        signed_in(cast.tess).post("/library/new/", words)
    assert Skill.objects.filter(name="Being seen").count() == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": ""}, "Write a title."),
        ({"title": "x" * 201}, "Use 200 letters or fewer"),
        ({"title": "nul\0"}, "There is a character in this text"),
        ({"skill": ""}, "Choose a skill, or name a new one."),
        ({"usual_count": "51"}, "Write a number from 1 to 50."),
        ({"link": "http://example.org"}, "Write an address that begins with https://"),
        ({"link": "javascript:alert(1)"}, "Write an address that begins with https://"),
        ({"level": "9"}, "Choose a level from the list."),
        ({"whose": ""}, "Choose who uses it."),
        ({"questions-0-question": "x" * 301}, "Use 300 letters or fewer"),
    ],
)
def test_what_cannot_be_kept_is_said_in_clear_words(cast, signed_in, shelves, change, words):
    page = signed_in(cast.tess).post("/library/new/", sheet(shelves["skill"], **change))
    assert page.status_code == 422 and words in page.text and "<title>Error:" in page.text
    assert "Get off." in page.text
    assert not Exercise.objects.filter(how__contains="Get off.").exists()


def test_another_clinics_skill_or_sheet_is_refused(cast, signed_in, shelves):
    theirs = Skill.objects.create(key="far", name="Far", clinic=cast.meadow)
    page = signed_in(cast.tess).post("/library/new/", sheet(theirs))
    assert page.status_code == 422
    taken = sheet(shelves["skill"], sheet=shelves["far"].pk)
    page = signed_in(cast.tess).post("/library/new/", taken)
    assert page.status_code == 422 and Exercise.objects.get(pk=shelves["far"].pk).version == 1


def test_more_lines_for_questions_keep_what_was_written(cast, signed_in, shelves):
    words = sheet(shelves["skill"], title="", do="add")
    page = signed_in(cast.tess).post("/library/new/", words)
    assert page.status_code == 200 and "There is a problem" not in page.text
    assert "questions-2-question" in page.text and "What did you see?" in page.text


def test_a_change_makes_the_next_version_and_leaves_homework_alone(cast, signed_in, shelves):
    own = shelves["own"]
    plan = WeekPlan.prepare(cast.therapy, by=cast.tess)
    homework = Assignment.from_exercise(own, plan=plan)
    words = sheet(shelves["skill"], version=1, title="Tess anew", link="HTTPS://example.org/a")
    answer = signed_in(cast.tess).post(f"/library/{own.pk}/edit/", words)
    newest = Exercise.objects.current().get(key=own.key)
    assert answer.status_code == 302 and (newest.version, newest.title) == (2, "Tess anew")
    assert newest.resources.get().url == "https://example.org/a"
    homework.refresh_from_db()
    assert homework.title == "Tessown"
    assert "Tess anew" in signed_in(cast.tess).get(f"/library/{own.pk}/").text


def test_the_later_of_two_tabs_is_told(cast, signed_in, shelves):
    address = f"/library/{shelves['own'].pk}/edit/"
    first = sheet(shelves["skill"], version=1, title="From one tab")
    signed_in(cast.tess).post(address, first)
    assert signed_in(cast.tess).post(address, first).status_code == 302
    page = signed_in(cast.tess).post(address, {**first, "title": "From the other"})
    assert page.status_code == 422 and "Somebody has changed this exercise" in page.text
    assert Exercise.objects.filter(key=shelves["own"].key).count() == 2


def test_saving_again_is_a_decision(cast, signed_in, shelves):
    tess, address = signed_in(cast.tess), f"/library/{shelves['own'].pk}/edit/"
    shelves["own"].revise(why="From another tab")
    mine = sheet(shelves["skill"], version=1, title="Mine")
    page = tess.post(address, mine)
    assert page.status_code == 422 and 'name="version" value="2"' in page.text
    assert tess.post(address, mine | {"version": 2}).status_code == 302
    assert Exercise.objects.current().get(key=shelves["own"].key).title == "Mine"


def test_a_skill_and_whose_it_is_can_be_changed(cast, signed_in, shelves):
    own, seen = shelves["own"], Skill.objects.create(key="seen", name="Being seen")
    words = sheet(seen, version=1, whose="clinic")
    for _press in range(2):
        answer = signed_in(cast.tess).post(f"/library/{own.pk}/edit/", words)
        assert answer.status_code == 302
    newest = Exercise.objects.current().get(key=own.key)
    assert (newest.skill, newest.whose, newest.shared_by) == (seen, "clinic", cast.tess)


def test_taken_out_in_another_window_it_stays_out(cast, signed_in, shelves, monkeypatch):
    own, built = shelves["own"], exercise_form.builder

    def slow(*said):
        Exercise.objects.get(pk=own.pk).retire(by=cast.tess)
        return built(*said)

    monkeypatch.setattr(exercise_form, "builder", slow)
    page = signed_in(cast.tess).post(f"/library/{own.pk}/edit/", sheet(own.skill, version=1))
    assert page.status_code == 422 and "no longer offered. Offer it again" in page.text
    assert not Exercise.objects.current().filter(key=own.key).exists()


def test_a_copy_of_a_built_in_one_is_ones_own(cast, signed_in, shelves):
    address = f"/library/{shelves['built_in'].pk}/copy/"
    Exercise.objects.filter(key="breathing").update(care="Stop if you feel dizzy.", level=2)
    text = signed_in(cast.tess).get(address).text
    assert "Breathing" in text and "Stop if you feel dizzy." in text
    signed_in(cast.tess).post(address, sheet(shelves["skill"], title="My breathing"))
    assert Exercise.objects.get(title="My breathing").owner == cast.tess
    assert Exercise.objects.get(pk=shelves["built_in"].pk).title == "Breathing"


def test_taken_out_of_the_library_it_is_no_longer_offered(cast, signed_in, shelves):
    for _press in range(2):
        signed_in(cast.tess).post(f"/library/{shelves['own'].pk}/retirement/")
    assert "Tessown" not in signed_in(cast.tess).get("/library/").text.split('id="shelves"')[1]


def test_clients_and_admins_have_no_library(cast, signed_in, shelves):
    for who in (cast.cleo, cast.ada, cast.emil):
        assert signed_in(who).get("/library/").status_code == 403
    assert signed_in(cast.tess).get(f"/library/{shelves['own'].pk}/retirement/").status_code == 405
