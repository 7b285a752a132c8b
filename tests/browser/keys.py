"""Somebody who has keys alone: no mouse, no finger."""

FAR = 80  # presses of Tab after which a thing counts as out of reach
SEEN = """() => { const e = document.activeElement, r = e.getBoundingClientRect()
  // Within a date the part that is on shows it, and not the field.
  if (e.matches("[type=date], [type=time]")) return true
  const s = getComputedStyle(e.matches(".chip input") ? e.nextElementSibling : e)
  const ring = s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2
  return ring && r.bottom > 0 && r.top < innerHeight }"""


class Keys:
    def __init__(self, page):
        self.page = page

    def reach(self, thing):
        """Tab to it, once the page has it; every stop on the way can be seen."""
        thing.wait_for(state="attached")
        self.page.wait_for_load_state()
        for _ in range(FAR):
            self.page.keyboard.press("Tab")
            assert self.page.evaluate(SEEN), self.page.evaluate("document.activeElement.outerHTML")
            if thing.evaluate("e => e === document.activeElement"):
                return
        raise AssertionError("It cannot be reached by Tab.")

    def press(self, role, name):
        self.reach(self.page.get_by_role(role, name=name).first)
        self.page.keyboard.press("Enter")

    def open(self, words):
        self.reach(self.page.locator("summary", has_text=words))
        self.page.keyboard.press("Enter")

    def write(self, label, words):
        self.reach(self.page.get_by_label(label).first)
        self.page.keyboard.insert_text(words)

    def tick(self, name):
        self.reach(self.page.get_by_role("checkbox", name=name))
        self.page.keyboard.press("Space")

    def choose(self, question, answer):
        """Tab to the first of the answers, arrows to the one that is meant."""
        answers = self.page.get_by_role("group", name=question).get_by_role("radio")
        meant = self.page.get_by_role("group", name=question).get_by_label(answer)
        self.reach(answers.first)
        self.page.keyboard.press("Space")
        for _ in range(answers.count()):
            if meant.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{answer} cannot be chosen by arrows.")

    def pick(self, label, option):
        """In a closed list, by the first letters."""
        self.reach(self.page.get_by_label(label).first)
        self.page.keyboard.type(option)

    def bring(self, label, file):
        """A file, reached by Tab; the machine's own window is not ours."""
        meant = self.page.get_by_label(label).first
        self.reach(meant)
        meant.set_input_files(file)
