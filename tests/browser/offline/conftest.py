import pytest

from tests.browser.conftest import PHONE
from tests.browser.offline.outbox import IN_OUTBOX
from tests.browser.offline.phone import Phone


@pytest.fixture
def own(world):
    """Cleo has called the phone her own."""
    world.cleo.say_about_phone(own=True, others_see=False)
    world.assignment.how = "Put your shoes on.\nWalk to the stop. (1 minute)"
    world.assignment.save(update_fields=["how"])
    return world


@pytest.fixture
def phone(open_page, own):
    """Cleo's own phone: the worker is in control and this week is kept."""
    phone = Phone(open_page(own.cleo, PHONE))
    phone.open_today()
    return phone


@pytest.fixture
def outbox(phone):
    """The same phone, whose outbox a test may look into."""
    phone.page.context.add_init_script(IN_OUTBOX)
    phone.page.reload()
    return phone
