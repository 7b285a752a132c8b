"""Start on a phone: step by step, without a network too; paused, left, gone on with, logged."""

import pytest
from playwright.sync_api import expect

from accounts.models import Draft
from homework.models import PracticeEntry, Skill
from tests.browser.conftest import PHONE
from tests.homework.presses import address, logged
from tests.look.axe import assert_accessible

STAND_INS = """
window.asked = { awake: 0, said: [] }
Object.defineProperty(navigator, "wakeLock", { value: {
  request: async () => { asked.awake += 1; return { release: () => { asked.awake -= 1 } } },
} })
Object.defineProperty(window, "speechSynthesis", { value: {
  speak: (words) => { asked.said.push([words.text, words.lang]); asked.speaking = words },
  cancel: () => { asked.speaking?.onend(); asked.speaking = null },
} })
"""


@pytest.fixture
def begin(open_page, world):
    """Opens Cleo's walk of two steps, the second with a timer."""
    world.assignment.how = "Put your shoes on.\nWalk to the stop. (1 minute)"
    world.assignment.save(update_fields=["how"])

    def begin(**options):
        page = open_page(world.cleo, PHONE, **options)
        page.add_init_script(STAND_INS)
        page.goto(address("start", world.assignment))
        return page

    return begin


def next_step(page):
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_role("heading", name="Walk to the stop.")).to_be_focused()


def test_it_goes_on_without_a_network_and_finishing_logs_it(begin):
    page = begin()
    page.context.set_offline(True)
    next_step(page)
    expect(page).to_have_title("Step 2 of 2")
    expect(page.get_by_role("heading", name="Put your shoes on.")).to_be_hidden()
    page.context.set_offline(False)
    page.get_by_role("button", name="Done").click()
    page.get_by_role("button", name="Undo").wait_for()
    assert PracticeEntry.objects.get().state == "done"


def test_left_on_the_way_it_is_gone_on_with(begin, world):
    page = begin()
    with page.expect_response("**/drafts/start/**"):
        next_step(page)
    assert Draft.objects.get().answers == {"step": "2"}
    page.goto("/today/")
    page.goto(address("start", world.assignment))
    page.get_by_role("link", name="Go on at step 2").click()
    expect(page.get_by_role("heading", name="Walk to the stop.")).to_be_visible()
    page.get_by_role("button", name="Done").click()
    page.get_by_role("button", name="Undo").wait_for()
    assert not Draft.objects.exists()


def test_today_leads_on_where_it_was_left(begin):
    page = begin()
    with page.expect_response("**/drafts/start/**"):
        next_step(page)
    page.goto("/today/")
    page.get_by_role("link", name="Go on at step 2").click()
    expect(page.get_by_role("heading", name="Walk to the stop.")).to_be_focused()
    expect(page).to_have_title("Step 2 of 2")


@pytest.mark.parametrize(("own", "others_see", "kept"), [(True, False, 1), (True, True, 0)])
def test_the_place_is_on_the_phone_only_where_it_is_somebodys_own(
    begin, world, own, others_see, kept
):
    world.cleo.say_about_phone(own=own, others_see=others_see)
    page = begin()
    next_step(page)
    assert page.evaluate("localStorage.length") == kept
    Draft.objects.all().delete()
    page.goto(address("start", world.assignment))
    assert page.get_by_role("link", name="Go on at step 2").count() == kept
    page.get_by_role("link", name="Next").click()
    page.get_by_role("button", name="Done").click()
    page.get_by_role("button", name="Undo").wait_for()
    assert page.evaluate("localStorage.length") == 0


def test_the_timer_waits_for_its_step_and_can_be_paused(begin):
    page = begin()
    page.clock.install()
    page.clock.run_for(20_000)
    next_step(page)
    timer = page.locator("quiet-timer text")
    page.get_by_role("button", name="Pause").wait_for()
    page.clock.run_for(20_000)
    expect(timer).to_have_text("0:40")
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for(20_000)
    expect(timer).to_have_text("0:40")
    page.get_by_role("button", name="Let it run on").click()
    page.clock.fast_forward(35_000)
    expect(timer).to_have_text("0:05")
    page.clock.run_for(6_000)
    expect(timer).to_have_text("0:00")


def test_the_screen_stays_on_and_is_asked_for_again_on_coming_back(begin):
    page = begin()
    assert page.evaluate("asked.awake") == 1
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.evaluate("asked.awake") == 2


def test_a_step_is_read_aloud_when_asked_and_falls_silent_on_going_on(begin):
    page = begin()
    assert page.evaluate("asked.said") == []
    page.get_by_role("button", name="Read it to me").click()
    assert page.evaluate("asked.said") == [["Put your shoes on.", "en-gb"]]
    expect(page.get_by_role("button", name="Stop reading")).to_be_visible()
    next_step(page)
    assert page.evaluate("asked.speaking") is None


@pytest.fixture
def questions(begin, world):
    """Opens a page of a homework that has a worksheet and a skill."""
    world.assignment.prompts = [
        {"key": "a", "question": "What did you fear?", "kind": "text"},
        {"key": "b", "question": "What came true?", "kind": "text"},
    ]
    world.assignment.skill = Skill.objects.create(key="riding", name="Riding")
    world.assignment.save(update_fields=["prompts", "skill"])
    logged(world.assignment, world.cleo)

    def questions(path):
        page = begin()
        page.goto(path)
        return page

    return questions


def said_on(page):
    page.get_by_role("button", name="Read it to me").click()
    expect(page.get_by_role("button", name="Stop reading")).to_be_visible()
    ((words, language),) = page.evaluate("asked.said")
    assert language == "en-gb"
    return words.splitlines()


def test_a_worksheet_reads_its_question(questions, world):
    page = questions(address("worksheet", world.assignment))
    assert said_on(page) == ["What did you fear? (optional)"]


def test_the_log_page_reads_all_the_questions(questions, world):
    page = questions(address("log", world.assignment))
    page.get_by_text("Its worksheet").click()
    assert said_on(page) == ["What did you fear? (optional)", "What came true? (optional)"]


def test_the_toolbox_reads_how_it_goes(questions):
    page = questions("/toolbox/")
    page.get_by_text("How it goes").click()
    assert said_on(page)[:3] == ["Two buses", "", "Put your shoes on."]


@pytest.mark.parametrize("path", ["log", "worksheet"])
def test_where_the_browser_has_no_voice_nothing_is_offered(questions, world, path):
    page = questions(address(path, world.assignment))
    page.add_init_script("Object.defineProperty(window, 'speechSynthesis', { value: undefined })")
    page.reload()
    assert page.locator("read-aloud:not([hidden])").count() == 0


def test_without_a_script_each_step_has_its_page(begin):
    page = begin(java_script_enabled=False)
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_role("heading", name="Walk to the stop.")).to_be_visible()
    assert page.get_by_role("button", name="Pause").count() == 0
    page.get_by_role("button", name="Done").click()
    page.get_by_role("button", name="Undo").wait_for()


def test_each_step_can_be_used_by_everybody(begin):
    page = begin()
    assert_accessible(page)
    next_step(page)
    assert_accessible(page)
