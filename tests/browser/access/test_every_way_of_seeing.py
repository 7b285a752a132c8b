"""Large text, a narrow phone, the system's own colours, no motion: nothing lost, nothing hidden."""

import pytest

from tests.browser.conftest import PHONE
from tests.look.axe import arrive, assert_accessible, axe_findings, sideways, unfold

NARROW = {**PHONE, "viewport": {"width": 320, "height": 568}}
LARGE = "document.documentElement.style.fontSize = '200%'"
# Text that is cut off by its own box: wider or higher than what shows of it. Only the product's
# name goes on purpose where it has no room, for its mark stays.
CLIPPED = """() => [...document.querySelectorAll("main *, .top *, .bar *")].filter(e => {
  const s = getComputedStyle(e), cuts = v => v === "hidden" || v === "clip"
  if (e.closest(".hidden-text, svg, [hidden], .skip, .top__mark")) return false
  if (!e.innerText?.trim()) return false
  return (cuts(s.overflowX) && e.scrollWidth > e.clientWidth + 1)
    || (cuts(s.overflowY) && e.scrollHeight > e.clientHeight + 1)
}).map(e => `clipped: ${e.outerHTML.slice(0, 100)}`)"""
MOVES = """() => [...document.querySelectorAll("*")].flatMap(e => {
  const ms = time => parseFloat(time) * (time.endsWith("ms") ? 1 : 1000)
  const all = s => `${s.transitionDuration},${s.animationDuration}`.split(",").map(ms)
  return ["", "::before", "::after"].filter(part =>
      Math.max(...all(getComputedStyle(e, part || null))) > 1)
    .map(part => `moves: ${e.outerHTML.slice(0, 80)} ${part}`)
})"""
# In the system's colours a chosen chip must differ from its neighbours by more than paint.
LOOKS = """e => { const s = getComputedStyle(e), mark = getComputedStyle(e, "::before")
  return [s.backgroundColor, s.color, mark.content] }"""
STROKES = "all => all.map(e => getComputedStyle(e).stroke)"


def test_a_narrow_phone(open_page, world, places):
    page = open_page(world.cleo, NARROW)
    for path in places.values():
        page.goto(path)
        unfold(page)
        assert_accessible(page)


@pytest.mark.parametrize("device", [PHONE, NARROW], ids=["phone", "narrow"])
def test_text_twice_as_large(open_page, world, places, device):
    page = open_page(world.cleo, device)
    found = {}
    for name, path in places.items():
        page.goto(path)
        page.evaluate(LARGE)
        found[name] = sideways(page) + page.evaluate(CLIPPED)
    assert {name: what for name, what in found.items() if what} == {}


def test_the_colours_of_the_system(open_page, world, places):
    page = open_page(world.cleo, PHONE, forced_colors="active")
    for path in places.values():
        page.goto(path)
        assert axe_findings(page) == []
    page.goto(places["log"])
    chips = page.get_by_role("group", name="How did it go").locator("label.chip")
    chips.filter(has_text="Partly").click()
    arrive(page)
    chosen = chips.filter(has_text="Partly").locator("span").evaluate(LOOKS)
    other = chips.filter(has_text="Done").locator("span").evaluate(LOOKS)
    assert chosen[2] != "none" and other[2] == "none" and chosen[0] != other[0]


def test_the_focus_can_be_seen_in_the_colours_of_the_system(open_page, world, places):
    page = open_page(world.cleo, PHONE, forced_colors="active")
    page.goto(places["Today"])
    for _ in range(8):
        page.keyboard.press("Tab")
        ring = page.evaluate("""() => { const s = getComputedStyle(document.activeElement)
          return [s.outlineStyle, parseFloat(s.outlineWidth)] }""")
        assert ring[0] != "none" and ring[1] >= 2, page.evaluate("document.activeElement.outerHTML")


def test_nothing_moves_for_who_wants_no_motion(open_page, world, places):
    page = open_page(world.cleo, PHONE, reduced_motion="reduce")
    for path in places.values():
        page.goto(path)
        assert page.evaluate(MOVES) == []


def test_charts_and_stairs_are_drawn_in_the_colours_of_the_system(open_page, world, places):
    page = open_page(world.cleo, PHONE, forced_colors="active")
    page.goto(places["Goals"])
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for drawn in (".chart .line", ".stairs .tread", ".stairs .riser", ".stairs .side"):
        strokes = page.locator(drawn).evaluate_all(
            "all => all.map(e => getComputedStyle(e).stroke)"
        )
        assert strokes and paper not in strokes and "none" not in strokes, drawn
    fills = page.locator(".stairs .is-now.tread").evaluate("e => getComputedStyle(e).fill")
    assert fills != paper
