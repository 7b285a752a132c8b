"""Tables as people have them: files of any program, and lines pasted from one."""

import codecs
import csv
import re

# So many bytes hold two hundred people; nobody's spreadsheet is read whole into memory.
MOST_BYTES = 200_000
# As Excel writes them where a comma is in numbers, as others do, and as it is pasted.
DELIMITERS = ";\t,"
# By which spreadsheets know UTF-8.
MARK = "\ufeff"
# A cell that begins so is a formula to a spreadsheet; in some languages also in wide letters.
RUNS = (*"=+-@", *"＝＋－＠", "\t", "\r", "\n")


class NoTable(Exception):
    """It cannot be read as text, or not as a table."""


def text_of(raw):
    """The text of an uploaded file, however its program encoded it."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if raw.startswith(mark):
            return decoded(raw, encoding)
    try:
        return decoded(raw, "utf-8")
    except NoTable:
        return decoded(raw, "cp1252")


def decoded(raw, encoding):
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        raise NoTable from None
    if "\0" in text:
        raise NoTable  # A workbook or a picture, not a text.
    return text


def rows_of(text):
    """[(number of its line, [cell, …]), …] without empty lines."""
    lines = re.sub(r"\r\n?", "\n", text.removeprefix("\ufeff"))
    first = next((line for line in lines.split("\n") if line.strip()), "")
    reader = csv.reader(lines.split("\n"), delimiter=max(DELIMITERS, key=first.count))
    found, number = [], 1
    try:
        for cells in reader:
            cells = [cell.strip() for cell in cells]
            if any(cells):
                found.append((number, cells))
            number = reader.line_num + 1
    except csv.Error:
        raise NoTable from None
    return found


def harmless(value):
    """Words that a spreadsheet would run are words for it, too."""
    return f"'{value}" if isinstance(value, str) and value.startswith(RUNS) else value
