"""The report: a ratio a line beside its budget, for the terminal and for docs/benchmarks.md."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"
HEADER = """# Benchmarks

Made by `make bench` on {day}; {machine}. Each line is a ratio against the limit measured in the
same run: a bare Django view without middleware under the same gunicorn (2 sync workers), doing
one SELECT or one INSERT of one row. Medians of {rounds} rounds of {seconds} s, {connections}
connections. {data}.

"""


@dataclass(frozen=True)
class Line:
    what: str
    limit: str
    per_second: float
    median_ms: float
    ratio: float
    budget: float

    @property
    def holds(self):
        return self.ratio >= self.budget

    def cells(self):
        return (
            self.what,
            f"{self.per_second:,.0f}",
            f"{self.median_ms:.1f} ms",
            f"{self.ratio:.3f} of {self.limit}",
            f"{self.budget:.2f}" if self.budget else "–",
            "holds" if self.holds else "missed",
        )


COLUMNS = ("what", "a second", "median", "ratio", "budget", "")


def markdown(lines):
    rows = [
        COLUMNS,
        ("---", "---:", "---:", "---:", "---:", "---"),
        *(one.cells() for one in lines),
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


def terminal(lines):
    rows = [COLUMNS, *(line.cells() for line in lines)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(COLUMNS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def write(lines, **facts):
    """The page anew; what people wrote below the table, from the first "## " on, stays."""
    PAGE.parent.mkdir(exist_ok=True)
    kept = PAGE.read_text("utf-8").partition("\n## ")[1:] if PAGE.exists() else ()
    page = HEADER.format(day=date.today(), **facts) + markdown(lines) + "".join(kept)
    PAGE.write_text(page, encoding="utf-8")
