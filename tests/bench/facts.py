"""What was found of the reminders, beside its budget; kept in docs/benchmarks.md."""

from dataclasses import dataclass

from tests.bench.table import PAGE

HEADING = "## Reminders\n\n"
COLUMNS = ("what", "found", "budget", "")


@dataclass(frozen=True)
class Fact:
    what: str
    found: str
    budget: str
    holds: bool

    def cells(self):
        return self.what, self.found, self.budget, "holds" if self.holds else "missed"


def write(facts):
    """The table below the heading anew; the words below it are people's."""
    before, heading, after = PAGE.read_text("utf-8").partition(HEADING)
    words = "\n".join(line for line in after.split("\n") if not line.startswith("|"))
    rows = [COLUMNS, ("---", "---", "---", "---"), *(fact.cells() for fact in facts)]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    PAGE.write_text(f"{before}{heading}{table}\n\n{words.lstrip()}", "utf-8")


def terminal(facts):
    return "\n".join(
        ": ".join(fact.cells()[:2]) + f" ({fact.budget}: {fact.cells()[3]})" for fact in facts
    )
