"""How long a practised person needs at a screen, from what their hands did (Card, Moran and Newell,
"The keystroke-level model for user performance time with interactive systems", 1980).

The page itself counts the hands' work; the model gives each part its time. Reading what somebody
wrote is not in the model, nor is how long a machine takes to answer.
"""

import json

KEY, POINT, BUTTON, HOMING, THINK = 0.28, 1.1, 0.1, 0.4, 1.35  # seconds

RECORD = """(() => {
  const kept = () => JSON.parse(sessionStorage.getItem("hands") || "[]")
  const add = what => sessionStorage.setItem("hands", JSON.stringify([...kept(), what]))
  addEventListener("pointerdown", e => e.isTrusted && add("press"), true)
  addEventListener("keydown", e => e.isTrusted && add("key"), true)
})()"""


class Hands:
    """What was pressed and typed on one page and those it led to."""

    def __init__(self, page):
        self.page = page
        page.add_init_script(RECORD)

    @property
    def did(self):
        return json.loads(self.page.evaluate("sessionStorage.getItem('hands') || '[]'"))

    @property
    def presses(self):
        return self.did.count("press")

    @property
    def seconds(self):
        return seconds_of(self.did)


def seconds_of(did):
    """Before each press and before the first key of some words stands a thought; a hand that goes
    from mouse to keyboard or back takes its time too. Both begin at the mouse."""
    total, hand = 0.0, "press"
    for what in did:
        moved, hand = what != hand, what
        total += HOMING if moved else 0
        if what == "press":
            total += THINK + POINT + 2 * BUTTON
        else:
            total += KEY + (THINK if moved else 0)
    return total
