import pytest

from accounts.models import Invitation, Therapy

JOINING = {
    "password": "small-steps-7",
    "own_phone": "yes",
    "others_see": "no",
    "consent": "on",
    "zone": "Europe/Berlin",
}


@pytest.fixture
def invitation(cast):
    """Nils is invited by Tess; his address is known."""
    therapy = Therapy.begin(clinic=cast.harbour, lead=cast.tess, client_name="Nils", by=cast.tess)
    return Invitation.send_to_client(therapy, email="nils@example.org", by=cast.tess)


@pytest.fixture
def join(client):
    """Send the joining page of a path with the usual answers and these."""
    return lambda path, **answers: client.post(path, {**JOINING, **answers})
