"""Counts for Prometheus, at the operator's own address."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from accounts.models import DeliveryProblem, Letter
from reminders import channels, engine
from reminders.models import Delivery, Device, ReminderSlot, VapidKey
from tests.faults.mass import load

pytestmark = pytest.mark.django_db
TOKEN = "a-long-random-token"


@pytest.fixture
def watcher(client, settings):
    """Reads what a scrape is told, as {(name, *labels): value}."""
    settings.METRICS_PATH, settings.METRICS_TOKEN = "metrics", TOKEN

    def ask(token=TOKEN):
        return client.get("/metrics", headers={"Authorization": f"Bearer {token}"})

    return ask


def read(answer):
    families = text_string_to_metric_families(answer.text)
    samples = [sample for family in families for sample in family.samples]
    return {(s.name, *s.labels.values()): s.value for s in samples}


def test_it_counts_what_left_and_what_waits(cast, watcher, planned, due_now):
    due_now(planned(cast.cleo, "practise")[0])
    before = read(watcher())
    assert before["midweek_reminders_due",] == 1
    assert before["midweek_reminders_late_seconds",] >= 60
    engine.tick()
    after = read(watcher())
    assert after["midweek_reminders_due",] == 0
    assert after["midweek_reminder_slots", "sent"] == 1
    assert after["midweek_messages", "email", "sent"] == 1
    # An alarm on the first needs the zero before it.
    for channel in channels.CHANNELS:
        assert after["midweek_messages", channel, "dead"] == 0
    assert after["midweek_beat_age_seconds", "reminders"] < 60


def test_it_names_nobody(cast, watcher):
    facts = {"clinic": cast.harbour, "user": cast.cleo, "channel": "email", "code": "bounced"}
    DeliveryProblem.objects.create(**facts)
    told = watcher().text
    assert 'midweek_out_of_reach{channel="email"} 1.0' in told
    for word in (cast.cleo.email, cast.cleo.name, cast.harbour.name, str(cast.harbour.pk)):
        assert word not in told


def test_without_the_token_nothing_is_there(watcher, client):
    assert watcher().status_code == 200
    assert watcher("guessed").status_code == 404
    assert client.get("/metrics").status_code == 404


@pytest.mark.parametrize("method", ["head", "options", "post", "put", "delete"])
def test_by_no_method_does_it_tell_that_something_is_there(watcher, cast, signed_in, method):
    watcher()
    for somebody in (Client(enforce_csrf_checks=True), signed_in(cast.ada)):
        told, unknown = (getattr(somebody, method)(path) for path in ("/metrics", "/nowhere"))
        assert told.status_code == unknown.status_code == 404
        assert told.headers.keys() == unknown.headers.keys()
        assert len(told.content) == len(unknown.content)


def test_what_ended_long_ago_is_not_looked_at(cast, watcher, planned):
    """A thousand messages of last year cost a scrape no row, nor do as many devices."""
    load(cast, 50, slots=20)
    then = timezone.now() - timedelta(days=365)
    ReminderSlot.objects.update(state="sent", settled_at=then)
    recipient = ReminderSlot.objects.first().recipient
    facts = {"clinic": cast.harbour, "recipient": recipient, "state": "sent"}
    Delivery.objects.bulk_create(Delivery(**facts, finished_at=then) for _number in range(1000))
    mails = (Letter(state="sent", finished_at=then, not_after=then) for _number in range(1000))
    Letter.objects.bulk_create(mails)
    devices(cast.cleo, 1000)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(LARGE)}")
    with CaptureQueriesContext(connection) as asked:
        told = read(watcher())
    assert told["midweek_reminder_slots", "sent"] == told["midweek_messages", "email", "sent"] == 0
    looked_at = [rows_read(each["sql"]) for each in asked if each["sql"].startswith("SELECT")]
    assert looked_at and max(looked_at) < 100


LARGE = (
    "reminders_reminderslot", "reminders_delivery", "reminders_device", "accounts_letter",
)  # fmt: skip


def devices(user, count):
    facts = {"user": user, "subscription": b"", "vapid_key": VapidKey.current()}
    Device.objects.bulk_create(
        Device(**facts, endpoint_digest=number, session_digest=number) for number in range(count)
    )


def rows_read(sql):
    """How many rows the database had in its hand for it, with a table that is not small."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("EXPLAIN (ANALYZE, FORMAT JSON) " + sql)
        [[[told]]] = cursor.fetchall()
    return sum(
        each["Actual Rows"] + each.get("Rows Removed by Filter", 0)
        for each in steps_of(told["Plan"])
        # A bitmap of an index holds what earlier tests have left there, too.
        if not each["Node Type"].startswith("Bitmap Index")
    )


def steps_of(plan):
    yield plan
    for each in plan.get("Plans", ()):
        yield from steps_of(each)


def test_it_is_off_until_an_address_is_chosen(watcher, settings):
    settings.METRICS_PATH = ""
    assert watcher().status_code == 404


def test_no_token_opens_it_when_none_is_set(watcher, settings):
    settings.METRICS_TOKEN = ""
    assert watcher("").status_code == 404
