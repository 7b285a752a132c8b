"""The signature picture as geometry: from here, step by step, up to an open door.

Step i starts at x = 40 + 50(i - 1) and stands 25i above the ground; depth is (-36, -20).
A tread is its front edge moved by the depth, a riser the same along its height, the side
ends in a line parallel to the slope. Everything is drawn from the top down.
"""

from dataclasses import dataclass

GROUND = 236
RUN, RISE = 50, 25
DEPTH = (-36, -20)
LANDING = 66
NARROWEST = 310
MOST, SHOWN = 7, 5


def shape(*points):
    """A closed path. Always with a decimal point, whatever the language of the page."""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "Z"


def deep(x, y):
    return x + DEPTH[0], y + DEPTH[1]


def underside(x):
    return GROUND - (x - 85) / 2


def window(states):
    """All steps, or the five around the present one with the index of the first."""
    if len(states) <= MOST:
        return 0, states
    now = present(states)
    first = min(max((now or 0) - SHOWN // 2, 0), len(states) - SHOWN)
    return first, states[first : first + SHOWN]


def present(states):
    """Where the figure stands: on the step of now, else on the last one done."""
    if "now" in states:
        return states.index("now")
    done = [place for place, state in enumerate(states) if state == "done"]
    return done[-1] if done else None


@dataclass(frozen=True)
class Stair:
    """One step, or the landing, as three faces."""

    place: int
    state: str
    number: str = ""
    light: int = 0
    run: int = RUN

    @property
    def x(self):
        return 40 + RUN * self.place

    @property
    def y(self):
        return GROUND - RISE * (self.place + 1)

    @property
    def origin(self):
        return f"translate({self.x} {self.y})"

    @property
    def tread(self):
        near, far = (self.x, self.y), (self.x + self.run, self.y)
        return shape(near, far, deep(*far), deep(*near))

    @property
    def riser(self):
        top, foot = (self.x, self.y), (self.x, self.y + RISE)
        return shape(top, foot, deep(*foot), deep(*top))

    @property
    def side(self):
        x, y, end = self.x, self.y, self.x + self.run
        foot = [(85, GROUND), (x, GROUND)] if x < 85 else [(x, underside(x))]
        return shape((x, y), (end, y), (end, underside(end)), *foot)


class Staircase:
    """The picture for a list of states: "done", "now" or "next", from the first step up."""

    def __init__(self, states):
        self.states = list(states)
        self.first, shown = window(self.states)
        self.count = len(shown)
        self.above = len(self.states) - self.first - self.count
        self.landing = Stair(self.count, "next", f"+{self.above}" if self.above else "", 1, LANDING)
        steps = [
            Stair(place, state, str(self.first + place + 1), self._light(place, state))
            for place, state in enumerate(shown)
        ]
        self.stairs = [self.landing, *reversed(steps)]

    def _light(self, place, state):
        """It falls from the door on the two steps below, never on or under the figure."""
        from_top = self.count - place + 1
        return from_top if from_top <= 3 and state == "next" else 0

    @property
    def stand(self):
        """The stair the figure stands on; with every step done, that is the landing."""
        if self.states and all(state == "done" for state in self.states):
            return self.landing
        place = present(self.states)
        return None if place is None else self.stairs[self.count - (place - self.first)]

    @property
    def floor(self):
        near, far = (40, GROUND), (self.landing.x + 40, GROUND)
        return shape(near, far, deep(*far), deep(*near))

    @property
    def view_box(self):
        width = self.landing.x + LANDING + 4
        top = self.landing.y - 70
        left = min(0, (width - NARROWEST) / 2)
        return f"{left:g} {top:g} {max(width, NARROWEST):g} {GROUND + 6 - top:g}"


class Mini:
    """The same beside a homework: solid blocks that still read at the size of a thumb."""

    WIDTH, BASE, TOP = 50, 38, 12

    def __init__(self, number, total):
        states = ["done"] * (number - 1) + ["now"] + ["next"] * (total - number)
        _, shown = window(states)
        self.run = self.WIDTH / len(shown)
        self.rise = (self.BASE - self.TOP) / (len(shown) + 1)
        self.blocks = [
            {"state": state, "path": self._block(place)} for place, state in enumerate(shown)
        ]
        now = shown.index("now")
        self.pawn = f"translate({(now + 0.5) * self.run:g} {self._top(now):g})"
        top = self._top(len(shown))
        corners = (self.WIDTH, top), (60, top), (60, self.BASE), (self.WIDTH, self.BASE)
        self.landing, self.door = shape(*corners), f"translate(55 {top:g})"

    def _top(self, place):
        return round(self.BASE - self.rise * (place + 1), 1)

    def _block(self, place):
        left, right = round(place * self.run, 1), round((place + 1) * self.run, 1)
        top = self._top(place)
        return shape((left, top), (right, top), (right, self.BASE), (left, self.BASE))
