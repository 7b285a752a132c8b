"""The record as CSV, a file for each kind of row, in one zip."""

import csv
import zipfile
from collections import defaultdict
from io import BytesIO, StringIO

from accounts.tables import MARK, harmless
from homework.worksheet import in_words

ANSWERS = "answers"
# What `said` tells people, once more for a program that reads the JSON.
PIECE = "piece"


def in_tables(record):
    """`therapies.csv` down to `entries.csv`; `number` and `<parent>_number` join them."""
    tables = Tables()
    tables.add("copies", {key: record[key] for key in record if key != "therapies"})
    for therapy in record["therapies"]:
        tables.add("therapies", therapy)
    return tables.zipped()


class Tables:
    """{table: rows}. What hangs from a row becomes a row of its own table that names it.

    An answer hangs from nothing: its parts are somebody's words, and no columns.
    """

    def __init__(self):
        self.rows = defaultdict(list)

    def add(self, table, row, parent=()):
        number = len(self.rows[table]) + 1
        cells = {"number": number, **dict(parent)}
        # Its place first: what hangs from it is numbered after it.
        self.rows[table].append(cells)
        for key, value in row.items():
            if key == PIECE and table == "brought":
                continue
            if is_rows(value):
                for each in value:
                    self.add(key, each, {f"{table}_number": number})
            elif is_row(value) and table != ANSWERS:
                self.add(key, value, {f"{table}_number": number})
            else:
                cells[free(key, cells)] = cell(value)

    def zipped(self):
        file = BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bundle:
            for name, rows in self.rows.items():
                bundle.writestr(f"{name}.csv", MARK + as_csv(rows))
        return file.getvalue()


def free(key, cells):
    """A question may be called "number": the columns that join tables stay what they are."""
    while key in cells:
        key = f"{key}_"
    return key


def is_choice(value):
    return isinstance(value, dict) and value.keys() == {"code", "words"}


def is_row(value):
    return isinstance(value, dict) and not is_choice(value)


def is_rows(value):
    return isinstance(value, list) and bool(value) and all(is_row(each) for each in value)


def cell(value):
    if is_choice(value):
        return harmless(value["words"])
    if isinstance(value, dict):
        return harmless(in_words(value))
    if isinstance(value, list):
        return harmless("; ".join(map(str, value)))
    if value is None:
        return ""
    return value.isoformat() if hasattr(value, "isoformat") else harmless(value)


def as_csv(rows):
    """Columns in the order in which they first came up."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    text = StringIO()
    writer = csv.DictWriter(text, names, restval="")
    writer.writerow({name: harmless(name) for name in names})
    writer.writerows(rows)
    return text.getvalue()
