"""Documents as PDF, of whatever people write."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from config import pdf

ACCESSIBLE = b"pdfuaid"


def paragraph(words):
    block = {"kind": "p", "text": words, "quiet": False, "strong": False}
    return pdf.made("record", {"blocks": [block]})


@pytest.mark.parametrize(
    "words",
    [
        "\u0627\u0644\u0633\u0644\u0627\u0645 \u0639\u0644\u064a\u0643\u0645 \ufdfa",
        "\u05e9\u05dc\u05d5\u05dd \u202eabc\u202c",
        "\u0939\u093f\u0928\u094d\u0926\u0940 \u0e44\u0e17\u0e22",
        "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f1e9\U0001f1ea",
        "a\ufeffb",
        "a\ufffeb",
        "a\ue000b",
        "a\u2028b\u2029c\x0bd\x0ce\x85f",
        "a\x01\x1b\x7fb",
        "a\u0301\u0301\u0301" * 50,
        "x" * 20_000,
    ],
)
def test_whatever_was_written_has_its_pdf(words):
    assert PdfReader(BytesIO(paragraph(words))).pages


def test_lines_as_browsers_send_them_stay_accessible():
    assert ACCESSIBLE in paragraph("One\r\nTwo\nThree")
