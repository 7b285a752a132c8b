"""What was found, beside its budget; kept in a section of docs/benchmarks.md."""

from dataclasses import dataclass

from tests.bench.table import PAGE

COLUMNS = ("what", "found", "budget", "")


@dataclass(frozen=True)
class Fact:
    what: str
    found: str
    budget: str
    holds: bool

    def cells(self):
        return self.what, self.found, self.budget, "holds" if self.holds else "missed"


def write(section, facts):
    """The table of this section anew; the words below it are people's."""
    before, heading, after = PAGE.read_text("utf-8").partition(f"## {section}\n\n")
    words, *others = after.partition("\n## ")
    words = "\n".join(line for line in words.split("\n") if not line.startswith("|"))
    rows = [COLUMNS, ("---", "---", "---", "---"), *(fact.cells() for fact in facts)]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    PAGE.write_text(f"{before}{heading}{table}\n\n{words.lstrip()}{''.join(others)}", "utf-8")


def terminal(facts):
    return "\n".join(
        ": ".join(fact.cells()[:2]) + f" ({fact.budget}: {fact.cells()[3]})" for fact in facts
    )
