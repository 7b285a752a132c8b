"""A therapy in a few lines of plain Python: what the real one is compared with."""

from dataclasses import dataclass, field


@dataclass
class Entry:
    state: str
    private: bool
    opened: bool = False
    withdrawn: bool = False

    @property
    def known_to_staff(self):
        if self.private and self.state == "not_today":
            return False
        return self.opened or not self.withdrawn


@dataclass
class Step:
    said_yes: set
    closed: bool = False

    @property
    def can_be_stood_on(self):
        return len(self.said_yes) == 2 and not self.closed


@dataclass
class Simple:
    """What is known of one therapy; keys are those of the real rows."""

    clinic: str
    client: str
    lead: str
    covers: dict = field(default_factory=dict)
    is_open: bool = True
    running: object = None
    preparing: object = None
    proposed: bool = False
    entries: dict = field(default_factory=dict)
    steps: dict = field(default_factory=dict)
    order: list = field(default_factory=list)
    current: object = None

    def visible_to(self, name, works_in):
        if name == self.client:
            return True
        treats = name == self.lead or name in self.covers.values()
        return treats and works_in.get(name) == self.clinic

    def agree(self):
        if self.preparing:
            self.running, self.preparing, self.proposed = self.preparing, None, False

    def end(self):
        self.is_open, self.running, self.preparing = False, None, None

    def stand_on(self, key):
        if self.steps[key].can_be_stood_on:
            self.current = key

    def close(self, key):
        if self.steps[key].closed:
            return
        self.steps[key].closed = True
        if self.current == key:
            after = self.order[self.order.index(key) + 1 :]
            self.current = next((k for k in after if self.steps[k].can_be_stood_on), None)

    def move(self, key, position):
        self.order.remove(key)
        self.order.insert(max(0, position - 1), key)
