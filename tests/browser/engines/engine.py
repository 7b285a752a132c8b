"""What a person does, the same in every browser: look for a thing by its name, press, write."""

import json
import time

PATIENCE = 20  # seconds until a thing must be there
# A chip's label is what is seen and pressed, not the radio in it.
ROLES = {"button": "button", "link": "a[href]", "textbox": "input, textarea", "chip": "label.chip"}
NAMED = """(kind, name) => [...document.querySelectorAll(kind)].find(e =>
  (e.labels?.[0] || e).innerText.trim().startsWith(name) && e.checkVisibility())"""


class Engine:
    """A browser brings open, find, click, type, ask and close."""

    def press(self, name):
        self.click(self.wait("button", name))

    def follow(self, name):
        self.click(self.wait("link", name))

    def choose(self, words):
        self.click(self.wait("chip", words))

    def write(self, label, words):
        self.type(self.wait("textbox", label), words)

    def sees(self, words):
        self.until(lambda: self.reads(words), f"“{words}”")

    def reads(self, words):
        try:
            return self.ask(f"document.body.innerText.includes({json.dumps(words)})")
        except Exception:  # noqa: BLE001 each driver names it otherwise: the page is just changing
            return False

    def wait(self, role, name):
        return self.until(lambda: self.find(role, name), f"{role} “{name}”")

    def until(self, look, what):
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if found := look():
                return found
            time.sleep(0.05)
        raise AssertionError(f"{what} did not come")
