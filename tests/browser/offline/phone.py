"""A phone with a service worker, and what lies on it."""

import re
import time

from playwright.sync_api import Error

PATIENCE = 20  # seconds
# In the page, by the debugger: a strict content policy stops what polls by itself. One question
# that gets no answer (a store that is being cleared) must not hold up the rest.
ASKED = "Promise.race([{0}, new Promise(done => setTimeout(done, 2000))])"
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
        """What becomes true in the page, sooner or later; a page that loads anew is asked anew.

        Short questions: one that is under way when the page leaves may have no answer.
        """
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if found := self.page.evaluate(ASKED.format(expression)):
                    return found
            except Error as left:
                if "context was destroyed" not in left.message:
                    raise
            self.page.wait_for_timeout(50)
        raise AssertionError(f"never true: {expression}")

    def go_offline(self, offline=True):
        self.context.set_offline(offline)

    def press(self, name):
        self.page.get_by_role("button", name=name, exact=True).click()

    def line(self, words):
        """What the phone says about itself."""
        return self.page.locator("this-phone").get_by_text(re.compile(words))
