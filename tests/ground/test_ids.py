"""Ids from outside."""

from uuid import UUID

import pytest

from accounts.ground.ids import id_of

# Written down, for each test process collects the same names.
AN_ID = UUID("6d4b0c7c-a991-4f80-913a-430f7212b7a6")


@pytest.mark.parametrize("text", ["", "somebody", "1", "\0", str(AN_ID)[:-1]])
def test_a_text_that_is_no_id_names_nothing(text):
    assert id_of(text) is None


@pytest.mark.parametrize("text", [str(AN_ID), AN_ID.hex, str(AN_ID).upper()])
def test_an_id_is_read_however_it_is_written(text):
    assert id_of(text) == UUID(str(AN_ID))
