"""What Me says about reminders is what the engine does."""

import pytest

pytestmark = pytest.mark.django_db

COMES = "By e-mail, at most one a day"
WAITS = "They begin once you have proved your address"


def test_an_address_that_is_not_proved_gets_none_and_is_told(signed_in, cast):
    client = signed_in(cast.cleo)
    assert COMES in client.get("/me/").text
    cast.cleo.emailaddress_set.update(verified=False)
    page = client.get("/me/").text
    assert WAITS in page and COMES not in page
