"""Print what the reader has built: each takes the record and gives a file's bytes."""

from dataclasses import dataclass
from typing import Any

from records.writers.data import in_json
from records.writers.fhir import in_fhir
from records.writers.page import in_one_page, in_pdf
from records.writers.tables import in_tables


@dataclass(frozen=True)
class Writer:
    write: Any
    ending: str
    media_type: str


WRITERS = {
    "page": Writer(in_one_page, "html", "text/html; charset=utf-8"),
    "pdf": Writer(in_pdf, "pdf", "application/pdf"),
    "tables": Writer(in_tables, "zip", "application/zip"),
    "fhir": Writer(in_fhir, "fhir.json", "application/fhir+json"),
    "data": Writer(in_json, "json", "application/json"),
}
