"""A mail in good time before a record's years are over: once, neutral, by the database's clock."""

from datetime import UTC, timedelta

import pytest
from django.db.models.functions import Now
from django.utils import timezone

from accounts.models import Letter, Therapy
from records import erasing
from records.farewell import AHEAD, tell_in_time
from records.models import Erasure
from records.tasks import erase_due
from tests import cast as casting
from tests.queries import Queries
from tests.threads import at_once

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def ends_in(therapy, days):
    """Its years are over in so many days of the database's clock."""
    Therapy.objects.get(pk=therapy.pk).end(by=therapy.lead)
    Therapy.objects.filter(pk=therapy.pk).update(kept_until=Now() + days * DAY)


def mails():
    return [letter.mail for letter in Letter.objects.open().order_by("created_at")]


def test_it_is_told_thirty_days_ahead_and_once(cast):
    ends_in(cast.therapy, 31)
    erase_due()
    assert not mails()
    Therapy.objects.update(kept_until=Now() + 29 * DAY)
    for _round in range(3):
        erase_due()
    (mail,) = mails()
    assert mail.to == ["cleo@example.org"] and mail.subject == "Take your copy in time"
    assert "Take everything with me" in mail.body and "Your sign-in ends on that day" in mail.body
    assert Therapy.objects.get(pk=cast.therapy.pk).end_told_at


@pytest.mark.parametrize("minutes", [-1, 1])
def test_thirty_days_are_thirty_days(cast, minutes):
    ends_in(cast.therapy, 40)
    Therapy.objects.filter(pk=cast.therapy.pk).update(
        kept_until=Now() + AHEAD + timedelta(minutes=minutes)
    )
    assert tell_in_time() == (minutes < 0)


def test_it_says_nothing_of_therapy_a_clinic_or_a_name(cast):
    ends_in(cast.therapy, 20)
    tell_in_time()
    (mail,) = mails()
    said = " ".join([mail.subject, mail.body, mail.alternatives[0][0]]).lower()
    for word in ("therap", "clinic", "harbour", "tess", "cleo", "record", "homework"):
        assert word not in said.replace("cleo@example.org", ""), word


def test_it_is_in_the_language_of_its_reader(cast):
    type(cast.cleo).objects.filter(pk=cast.cleo.pk).update(language="de")
    ends_in(cast.therapy, 20)
    tell_in_time()
    (mail,) = mails()
    assert mail.subject == "Nimm rechtzeitig eine Kopie mit" and "Alles mitnehmen" in mail.body


def test_who_keeps_a_sign_in_is_not_told_that_it_ends(cast):
    casting.therapy(cast.meadow, cast.zoe, cast.cleo)
    ends_in(cast.therapy, 20)
    tell_in_time()
    (mail,) = mails()
    assert "sign-in ends" not in mail.body
    assert mail.body.startswith("A part of what is kept for you here is erased on")


@pytest.mark.parametrize("days", [0, 1], ids=["on one day", "a day later"])
def test_of_two_that_end_the_last_takes_the_sign_in(cast, days):
    also = casting.therapy(cast.meadow, cast.zoe, cast.cleo)
    at = timezone.now() + 20 * DAY
    for therapy, later in ((cast.therapy, 0), (also, days)):
        ends_in(therapy, 20)
        Therapy.objects.filter(pk=therapy.pk).update(kept_until=at + later * DAY)
    tell_in_time()
    said = sorted("Your sign-in ends" in mail.body for mail in mails())
    assert said == [days == 0, True]
    parts = sorted(mail.body.startswith("A part") for mail in mails())
    assert parts == [False, days == 1]


def test_the_day_is_the_one_of_its_readers_calendar(cast):
    type(cast.cleo).objects.filter(pk=cast.cleo.pk).update(time_zone="America/New_York")
    ends_in(cast.therapy, 20)
    at = (timezone.now() + 20 * DAY).astimezone(UTC).replace(hour=2)
    Therapy.objects.filter(pk=cast.therapy.pk).update(kept_until=at)
    tell_in_time()
    (mail,) = mails()
    assert f"{at - DAY:%A} {(at - DAY).day} {at - DAY:%B}" in mail.body


def test_nobody_is_told_who_asked_for_the_end_or_cannot_be_reached(cast):
    ends_in(cast.therapy, 20)
    Erasure.ask(by=cast.cleo)
    ends_in(cast.other, 20)
    cast.carl.emailaddress_set.update(verified=False)
    assert tell_in_time() == 0 and not mails()


def test_what_goes_on_or_is_over_is_not_told(cast):
    Therapy.objects.filter(pk=cast.therapy.pk).update(kept_until=Now() + 9 * DAY)
    ends_in(cast.far, -1)
    assert tell_in_time() == 0
    assert erasing.erase_due() == 1


def test_one_that_fails_keeps_nobody_else_waiting(cast, monkeypatch):
    for therapy in (cast.therapy, cast.other):
        ends_in(therapy, 20)
    real = Letter.write.__func__

    def write(cls, mail, **facts):
        if mail.to == ["cleo@example.org"]:
            raise ConnectionError
        return real(cls, mail, **facts)

    with monkeypatch.context() as patched:
        patched.setattr(Letter, "write", classmethod(write))
        assert tell_in_time() == 1
    assert [mail.to for mail in mails()] == [["carl@example.org"]]
    assert tell_in_time() == 1 and len(mails()) == 2


@pytest.mark.django_db(transaction=True)
def test_two_rounds_at_once_tell_it_once():
    here, tess, cleo = casting.clinic("Harbour"), casting.person("tess"), casting.person("cleo")
    ends_in(casting.therapy(here, tess, cleo), 20)
    at_once(lambda _n: tell_in_time())
    assert Letter.objects.count() == 1


def came_to(state):
    """What became of the last mail."""
    letter = Letter.objects.latest("created_at")
    Letter.objects.filter(pk=letter.pk).finish(state)


def days_go_by(days):
    Therapy.objects.exclude(end_told_at=None).update(end_told_at=Now() - days * DAY)


@pytest.mark.parametrize("state", ["failed", "dead", "expired"])
def test_a_mail_that_did_not_leave_is_written_anew(cast, state):
    ends_in(cast.therapy, 20)
    erase_due()
    came_to(state)
    days_go_by(2)
    assert tell_in_time() == 0
    days_go_by(4)
    assert tell_in_time() == 1 and tell_in_time() == 0
    (mail,) = mails()
    assert mail.to == ["cleo@example.org"]


@pytest.mark.parametrize("state", ["sent", "open"])
def test_one_that_left_or_still_waits_is_not(cast, state):
    ends_in(cast.therapy, 20)
    tell_in_time()
    if state == "sent":
        came_to(state)
    days_go_by(9)
    assert tell_in_time() == 0 and Letter.objects.count() == 1


DATA, LABEL = "/clinic/data/", "Records that end soon"


def test_staff_are_shown_whom_no_mail_has_reached(signed_in, cast):
    ends_in(cast.therapy, 20)
    assert LABEL not in signed_in(cast.ada).get(DATA).text
    tell_in_time()
    came_to("failed")
    assert LABEL not in signed_in(cast.zara).get(DATA).text
    ada = signed_in(cast.ada)
    page = ada.get(DATA).text
    assert LABEL in page and "Cleo" in page
    days_go_by(4)
    tell_in_time()
    came_to("sent")
    assert LABEL not in ada.get(DATA).text


def test_and_who_has_never_proved_an_address(signed_in, cast):
    ends_in(cast.other, 20)
    cast.carl.emailaddress_set.update(verified=False)
    assert LABEL in signed_in(cast.ada).get(DATA).text


def test_looking_costs_one_question_however_many_there_are(cast):
    def asked():
        with Queries() as queries:
            tell_in_time()
        return len([sql for sql in queries.asked if sql.lstrip().startswith("SELECT")])

    few = asked()
    for therapy in (cast.therapy, cast.other, cast.far):
        ends_in(therapy, 40)
    assert asked() == few
