"""Numbers in a crisis text become calls; hours and years do not."""

import pytest

from accounts.crisis import lines


@pytest.mark.parametrize(
    ("text", "words", "number", "href"),
    [
        ("112 If your life is in danger", "If your life is in danger", "112", "tel:112"),
        ("Night line: 020 7946 0111", "Night line", "020 7946 0111", "tel:02079460111"),
        (
            "Talk: +44 (0)20 7946-0111, free",
            "Talk: +44 (0)20 7946-0111, free",
            "+44 (0)20 7946-0111",
            "",
        ),
        ("Samaritans 116 123, 24/7", "Samaritans 116 123, 24/7", "116 123", "tel:116123"),
        ("Clinic, Monday 9-17, 08:30", "Clinic, Monday 9-17, 08:30", "", ""),
        ("Checked in 2026", "Checked in 2026", "", ""),
    ],
)
def test_a_line(text, words, number, href):
    line = lines(text)[0]
    assert (line.words, line.number) == (words, number)
    assert not href or line.href == href


def test_empty_lines_are_none():
    assert lines("\n \n112 now\n") and len(lines("\n \n112 now\n")) == 1


def test_a_long_row_of_digits_is_read_quickly():
    assert len(lines("1 " * 50_000)) == 1
