"""Exercises brought in from a file and taken along again, at the screen."""

from playwright.sync_api import expect

from homework.exchange.reading import contents_of
from homework.models import Exercise, Skill
from tests.browser.conftest import PHONE
from tests.cast import agreed_plan
from tests.homework.library.test_exchange import RIDE, file_of
from tests.homework.library.test_uploads import photo
from tests.look.axe import assert_accessible

WRONG = RIDE | {"title": "Down", "level": "hard"}


def choose(page, content):
    page.goto("/library/bring-in/")
    file = {"name": "x.json", "mimeType": "application/json", "buffer": content}
    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="Look into it").click()
    page.get_by_text("Nothing is kept yet.").wait_for()


def test_what_came_in_by_the_page_goes_out_the_same(open_page, world):
    page = open_page(world.tess)
    choose(page, file_of(RIDE, WRONG))
    expect(page.get_by_text("Exercise 2, level: Write “easy”")).to_be_visible()
    page.get_by_label("Only me").check()
    page.get_by_role("button", name="Keep what is ticked").click()
    page.get_by_text("1 exercise came in.").wait_for()
    page.goto(f"/library/{Exercise.objects.get(title='A ride').pk}/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Take it along").click()
    (said,), _sets = contents_of(download.value.path().read_bytes())
    said["questions"][1].pop("key")
    assert said == RIDE | {"questions": [*RIDE["questions"]], "usual_times": 3}


def test_both_ways_can_be_used_by_everybody(open_page, world):
    page = open_page(world.tess)
    for address in ("/library/file/", "/library/bring-in/"):
        page.goto(address)
        assert_accessible(page)
    choose(page, file_of(RIDE, WRONG))
    page.get_by_text("Look at it").click()
    assert_accessible(page)


def test_a_picture_goes_from_the_desk_to_the_phone(open_page, world):
    skill = Skill.objects.create(key="calm", name="Calming the body")
    facts = {"how": "Go.\nLook.", "skill": skill, "clinic": world.harbour, "owner": world.tess}
    own = Exercise.objects.create(key="walk", title="A walk", **facts)
    desk = open_page(world.tess)
    desk.goto(f"/library/{own.pk}/")
    desk.get_by_text("Add a file").click()
    assert_accessible(desk)
    # Its name is nobody's: it is never looked at.
    file = {"name": "../x.html", "mimeType": "text/html", "buffer": photo()}
    desk.get_by_label("File").set_input_files(file)
    desk.get_by_label("What it is").fill("The map of the harbour")
    desk.get_by_role("button", name="Add it").click()
    desk.get_by_role("link", name="The map of the harbour").wait_for()
    assert_accessible(desk)
    newest = Exercise.objects.current().get(key="walk")
    given = agreed_plan(world.therapy, world.tess, exercise=newest, how=newest.how)
    homework = given.assignments.get()
    phone = open_page(world.cleo, PHONE)
    for address in ("log", "start"):
        phone.goto(f"/today/{homework.pk}/{address}/")
        assert_accessible(phone)
    with phone.expect_download() as download:
        phone.get_by_role("link", name="The map of the harbour").click()
    assert download.value.suggested_filename.endswith(".jpg")
    assert b"Harbour Street" not in download.value.path().read_bytes()
