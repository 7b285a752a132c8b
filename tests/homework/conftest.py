import pytest

from tests.homework.planning import Desk


@pytest.fixture
def desk(cast, signed_in):
    return Desk(cast, signed_in(cast.tess))
