"""The stops of the Tab key on a page: each control once, in the order of the page, to be seen."""

# What has to be a stop, in the order of the page. Of one question's radios only one is.
MARK = """() => {
  const all = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"
  const shown = e => e.checkVisibility({ visibilityProperty: true }) && !e.closest("[inert]")
  const turn = e => {
    if (e.type !== "radio") return true
    const group = [...document.getElementsByName(e.name)].filter(o => o.form === e.form)
    return e === (group.find(o => o.checked) || group[0])
  }
  const stops = [...document.querySelectorAll(all)]
    .filter(e => e.tabIndex >= 0 && !e.matches(":disabled") && shown(e) && turn(e))
  window.stopsOfTab = stops
  document.body.tabIndex = -1
  document.body.focus()
  document.body.removeAttribute("tabindex")
  scrollTo(0, 0)
  return stops.length
}"""
# Which stop the focus is on, and whether somebody sees it there: a ring, in sight, not covered.
HERE = """() => {
  const e = document.activeElement, place = window.stopsOfTab.indexOf(e)
  const box = e.closest("label.chip, label.check") || e
  // A chip shows the ring on its words; a link stretched over its row, around the row.
  const drawn = [e, e.nextElementSibling].filter(Boolean).map(o => getComputedStyle(o))
  drawn.push(getComputedStyle(e, "::after"))
  const ring = drawn.some(s => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2)
  const r = box.getBoundingClientRect(), inset = 2
  const points = [[.5, .5], [0, 0], [1, 0], [0, 1], [1, 1]].map(([x, y]) =>
    [r.left + inset + x * (r.width - 2 * inset), r.top + inset + y * (r.height - 2 * inset)])
  const free = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y)
    return top && (box.contains(top) || top.contains(box))
  })
  return { place, seen: ring && free, html: e.outerHTML.slice(0, 120) }
}"""
PAINTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
WORDS = "place => window.stopsOfTab[place].outerHTML.slice(0, 120)"
# A field of date and time holds up to seven parts, and each is a press.
PARTS = 8


def wrong_stops(page):
    """Tab from the top to the end of the page; returns what somebody with keys alone would miss."""
    count = page.evaluate(MARK)
    next_, held, wrong = 0, 0, []
    while next_ < count and held < PARTS:
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here["place"] == next_:
            next_, held = next_ + 1, 0
            if not here["seen"] and not seen_once_painted(page):
                wrong.append(f"not seen: {here['html']}")
        else:
            held += 1
    if next_ < count:
        wrong.append(f"out of reach after {here['html']}: {page.evaluate(WORDS, next_)}")
    return wrong


def seen_once_painted(page):
    page.evaluate(PAINTED)
    return page.evaluate(HERE)["seen"]
