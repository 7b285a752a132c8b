"""Charts as geometry for SVG attributes: no style, no script, and a gap stays a gap.

Each takes plain data and offers what its template draws. Numbers become text here, with
a decimal point, because templates would write them in the language of the page.
"""

from dataclasses import dataclass
from math import ceil

WIDTH = 340


def text(number):
    return f"{round(number, 1):g}"


@dataclass(frozen=True)
class Week:
    """One week of practice: what was done, what was planned, or a note such as "away"."""

    label: str
    done: int = 0
    partly: int = 0
    planned: int = 0
    note: str = ""


class WeekBars:
    """Practices by week. Solid is Done, light is Partly, a short line is what was planned."""

    GROUND, TALLEST = 116, 96
    # Half of the longest label: the first and the last stay within the picture.
    LABEL = 26

    def __init__(self, weeks):
        self.weeks = list(weeks)
        self.slot = WIDTH / max(len(self.weeks), 1)
        self.bar = min(24, self.slot * 0.6)
        top = max((max(w.done + w.partly, w.planned) for w in self.weeks), default=0)
        self.unit = self.TALLEST / max(top, 5)
        self.bars = [self._bar(place, week) for place, week in enumerate(self.weeks)]

    def _bar(self, place, week):
        left = place * self.slot + (self.slot - self.bar) / 2
        done, partly = week.done * self.unit, week.partly * self.unit
        aim = self.GROUND - week.planned * self.unit
        middle = left + self.bar / 2
        return {
            "week": week,
            "x": text(left),
            "width": text(self.bar),
            "middle": text(middle),
            "label_at": text(min(max(middle, self.LABEL), WIDTH - self.LABEL)),
            "done_y": text(self.GROUND - done),
            "done": text(done),
            "partly_y": text(self.GROUND - done - partly),
            "partly": text(max(partly - 1, 0)),
            "aim": week.planned and f"M{text(left - 3)} {text(aim)}h{text(self.bar + 6)}",
            "labelled": place % ceil(len(self.weeks) / 7) == 0,
        }


class Line:
    """Values from 0 to `top` over days. A day without a value breaks the line.

    So do more than `gap` days between two values: nobody knows how it was in between.
    """

    LEFT, RIGHT, GROUND, TALLEST = 28, 324, 120, 100

    def __init__(self, points, top=10, gap=None):
        self.points, self.top, self.gap = list(points), top, gap
        days = [day for day, _value in self.points]
        self.start, self.end = (days[0], days[-1]) if days else (None, None)
        self.dots = [self._dot(day, value) for day, value in self.points if value is not None]
        self.grid = [(value, text(self._y(value))) for value in (0, top // 2, top)]
        self.grid = [(f"{value:g}", y) for value, y in self.grid]

    def _x(self, day):
        span = (self.end - self.start).days or 1
        return self.LEFT + (self.RIGHT - self.LEFT) * (day - self.start).days / span

    def _y(self, value):
        return self.GROUND - self.TALLEST * value / self.top

    def _dot(self, day, value):
        y = self._y(value)
        return {"x": text(self._x(day)), "y": text(y), "above": text(y - 12), "value": value}

    @property
    def path(self):
        """One path, lifted from the paper at every gap."""
        drawn, before = [], None
        for day, value in self.points:
            if value is not None:
                pen = "M" if self._is_far(before, day) else "L"
                drawn.append(f"{pen}{text(self._x(day))} {text(self._y(value))}")
            before = None if value is None else day
        return "".join(drawn)

    def _is_far(self, before, day):
        return before is None or self.gap is not None and (day - before).days > self.gap

    @property
    def last(self):
        return self.dots[-1] if self.dots else None


class Dumbbells:
    """Before and after, a row each: a ring, a dot, and what lies between."""

    def __init__(self, rows, top=10):
        self.top = top
        self.rows = [self._row(*row) for row in rows]

    def _x(self, value):
        return 6 + 188 * value / self.top

    def _row(self, label, before, after):
        both = before is not None and after is not None
        span = both and before != after and f"M{text(self._x(before))} 10H{text(self._x(after))}"
        return {
            "label": label,
            "before": before,
            "after": after,
            "ring": None if before is None else text(self._x(before)),
            "dot": None if after is None else text(self._x(after)),
            "span": span or "",
        }


def tally(rows):
    """Counts by label with the length of each bar in percent of the longest."""
    rows = list(rows)
    most = max((count for _label, count in rows), default=0) or 1
    return [{"label": label, "count": n, "length": text(100 * n / most)} for label, n in rows]
