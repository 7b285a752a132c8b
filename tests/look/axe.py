"""What every page has to hold, in the light and in the dark: axe without findings, targets large
enough, no sideways scroll."""

from contextlib import contextmanager

from axe_playwright_python.base import AXE_SCRIPT

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
# In the dark the words are the same ones; only their colours are others.
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"], "resultTypes": ["violations"]}
CHECK = "options => axe.run(options).then(found => found.violations)"
UNFOLD = "for (const each of document.querySelectorAll('main details')) each.open = true"
# A colour on its way to another is neither. What is folded away would be on its way for ever.
ARRIVE = """() => {
  const moving = document.getAnimations().filter(each => each instanceof CSSTransition)
  moving.forEach(each => each.finish())
  return moving.length }"""
CLIENT, STAFF = 48, 44

# A link inside a sentence may be as tall as its line; what is in a chip is measured as the chip,
# and a link stretched over its row as the row.
SMALL_TARGETS = """least => {
  const inText = e => e.matches('a') && e.parentElement.matches('p, li, dd, span, label, small')
    && e.parentElement.innerText.trim() !== e.innerText.trim()
  const stretched = e => getComputedStyle(e, '::after').position === 'absolute' && e.offsetParent
  const target = e => e.closest('label.check, .chip') || stretched(e) || e
  const shown = e => { const s = getComputedStyle(e), r = e.getBoundingClientRect()
    const away = e.matches('.skip') || e.closest('details:not([open]) > :not(summary)')
    return s.visibility !== 'hidden' && r.width > 1 && r.height > 1 && !away }
  const all = 'a[href], button, input:not([type=hidden]), select, textarea, summary'
  const words = e => (e.innerText || e.name || '').slice(0, 30)
  return [...document.querySelectorAll(all)]
    .filter(e => shown(e) && !inText(e))
    .map(e => [e, target(e).getBoundingClientRect()])
    .filter(([e, r]) => r.width < least - .5 || r.height < least - .5)
    .map(([e, r]) => `${e.tagName} “${words(e)}” ${Math.round(r.width)}×${Math.round(r.height)}`)
}"""


def assert_accessible(page):
    """Fail with every finding of this page."""
    findings = complaints(page)
    assert not findings, f"{page.url}\n" + "\n".join(findings)


def complaints(page):
    page.wait_for_load_state()
    with whole(page):
        findings = run(page, OPTIONS)
        with dark(page):
            findings += run(page, COLOURS)
    return findings + small_targets(page) + sideways(page)


def axe_findings(page):
    with whole(page):
        return run(page, OPTIONS)


def unfold(page):
    """What is folded away is part of the page, too."""
    page.evaluate(UNFOLD)


@contextmanager
def whole(page):
    """At its full height, so that no bar covers anything and all of it is painted."""
    before = page.viewport_size
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": before["width"], "height": max(height, before["height"])})
    yield
    page.set_viewport_size(before)


@contextmanager
def dark(page):
    page.emulate_media(color_scheme="dark")
    yield
    page.emulate_media(color_scheme="light")


def arrive(page):
    """What was pressed or coloured anew has the look that it will keep."""
    # One that has arrived may send those within it on their way, in the next frame.
    still = 0
    for _turn in range(100):
        still = 0 if page.evaluate(ARRIVE) else still + 1
        if still == 5:
            break


def axe_covered(page):
    """Presses that something else lies over, at the height the page is seen at."""
    return run(page, {"runOnly": ["target-size"], "rules": {"target-size": {"enabled": True}}})


def run(page, options):
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    arrive(page)
    return [
        f"axe {found['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for found in page.evaluate(CHECK, options)
        for node in found["nodes"]
    ]


def small_targets(page):
    staff = page.locator("body.staff").count()
    return [f"small {one}" for one in page.evaluate(SMALL_TARGETS, STAFF if staff else CLIENT)]


def sideways(page):
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return ["scrolls sideways"] if wide else []
