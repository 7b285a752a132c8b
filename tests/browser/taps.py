"""Presses counted by the page itself: what a person's finger and keys did, over several pages.

Typed letters are not counted; a key that types nothing is.
"""

import json
from contextlib import contextmanager

COUNT = """(() => {
  const kept = () => JSON.parse(sessionStorage.getItem("presses") || "[]")
  const add = what => sessionStorage.setItem("presses", JSON.stringify([...kept(), what]))
  const thing = e => e.target.closest("a, button, label, summary") || e.target
  const name = e => thing(e).innerText?.trim().slice(0, 40)
  addEventListener("pointerdown", e => e.isTrusted && add(name(e)), true)
  addEventListener("keydown", e => e.isTrusted && e.key.length > 1 && add(e.key), true)
})()"""


class Taps:
    """One finger on one page. `with taps.at_most(2):` holds a task to its budget."""

    def __init__(self, page):
        self.page = page
        page.add_init_script(COUNT)

    def press(self, name):
        self.page.get_by_role("button", name=name, exact=True).first.tap()

    def follow(self, name):
        self.page.get_by_role("link", name=name).first.tap()

    def choose(self, words):
        self.page.locator("label.chip", has_text=words).first.tap()

    def open(self, words):
        self.page.locator("summary", has_text=words).first.tap()

    def write(self, label, words):
        """The tap into the field belongs to the typing."""
        self.page.get_by_label(label).fill(words)

    def sees(self, words):
        self.page.get_by_text(words).first.wait_for()

    @contextmanager
    def at_most(self, presses):
        """What is done inside takes no more presses than that."""
        self.page.evaluate("sessionStorage.removeItem('presses')")
        yield
        made = json.loads(self.page.evaluate("sessionStorage.getItem('presses') || '[]'"))
        assert 0 < len(made) <= presses, made
