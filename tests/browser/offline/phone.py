"""A phone with a service worker, and what lies on it."""

import re

from playwright.sync_api import Error

LOADS = 5
# In the page, by the debugger: a strict content policy stops what polls by itself. One question
# that gets no answer (a store that is being cleared) must not hold up the rest.
UNTIL = """async () => {{
  const pause = time => new Promise(done => setTimeout(done, time))
  for (const end = Date.now() + 20_000; Date.now() < end;) {{
    const found = await Promise.race([{0}, pause(2000)])
    if (found) return found
    await pause(50)
  }}
  throw new Error(`never true: {1}`)
}}"""
CONTROLLED = "navigator.serviceWorker.controller !== null"
# The last page of the week: when it is there, all are.
WEEK_KEPT = """(async () => {
  const list = document.querySelector("[data-week]").dataset.week.trim().split(/\\s+/)
  const names = (await caches.keys()).filter(name => name.startsWith("pages-"))
  if (!names.length) return false
  const kept = await (await caches.open(names[0])).keys()
  return kept.length === list.length && kept.length
})()"""


class Phone:
    def __init__(self, page):
        self.page, self.context = page, page.context

    def open_today(self):
        self.page.goto("/today/")
        self.until(CONTROLLED)
        self.until(WEEK_KEPT)

    def until(self, expression):
        """What becomes true in the page, sooner or later; a page that loads anew is asked anew."""
        asked = UNTIL.format(expression, expression.replace("`", "'")[:80])
        for _load in range(LOADS):
            try:
                return self.page.evaluate(asked)
            except Error as left:
                if "context was destroyed" not in left.message:
                    raise
        raise AssertionError(f"The page loads again and again: {expression}")

    def go_offline(self, offline=True):
        self.context.set_offline(offline)

    def press(self, name):
        self.page.get_by_role("button", name=name, exact=True).click()

    def line(self, words):
        """What the phone says about itself."""
        return self.page.locator("this-phone").get_by_text(re.compile(words))
