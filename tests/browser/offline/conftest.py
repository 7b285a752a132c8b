import pytest

from tests.browser.conftest import PHONE
from tests.browser.offline.outbox import IN_OUTBOX, NOTE, pill_says, write_in_full
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


@pytest.fixture
def looked_at(outbox, own):
    """What waits is refused as it stands: the phone's zone is none."""
    outbox.go_offline()
    outbox.page.add_init_script(NO_ZONE)
    write_in_full(outbox, own, NOTE)
    pill_says(outbox, "Waiting to be sent: 1")
    outbox.go_offline(False)
    pill_says(outbox, "Not taken yet, look again: 1")
    return outbox


# A phone whose settings name no zone that anybody knows; once they are set right, it does.
NO_ZONE = """(() => {
  const real = Intl.DateTimeFormat.prototype.resolvedOptions
  Intl.DateTimeFormat.prototype.resolvedOptions = function () {
    const zone = sessionStorage.getItem("right") || "Atlantis/Harbour"
    return { ...real.call(this), timeZone: zone }
  }
})()"""
