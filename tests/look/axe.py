"""What every page has to hold: axe without findings, targets large enough, no sideways scroll."""

from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
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
    """Fail with every finding of this page, at its full height so that no bar covers anything."""
    findings = axe_findings(page) + small_targets(page) + sideways(page)
    assert not findings, f"{page.url}\n" + "\n".join(findings)


def axe_findings(page):
    before = page.viewport_size
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": before["width"], "height": max(height, before["height"])})
    findings = run(page, OPTIONS)
    page.set_viewport_size(before)
    return findings


def axe_covered(page):
    """Presses that something else lies over, at the height the page is seen at."""
    return run(page, {"runOnly": ["target-size"], "rules": {"target-size": {"enabled": True}}})


def run(page, options):
    violations = Axe().run(page, options=options).response["violations"]
    return [
        f"axe {found['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for found in violations
        for node in found["nodes"]
    ]


def small_targets(page):
    staff = page.locator("body.staff").count()
    return [f"small {one}" for one in page.evaluate(SMALL_TARGETS, STAFF if staff else CLIENT)]


def sideways(page):
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return ["scrolls sideways"] if wide else []
