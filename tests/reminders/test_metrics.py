"""Counts for Prometheus, at the operator's own address."""

import pytest
from prometheus_client.parser import text_string_to_metric_families

from accounts.models import DeliveryProblem
from reminders import channels, engine

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


def test_it_is_off_until_an_address_is_chosen(watcher, settings):
    settings.METRICS_PATH = ""
    assert watcher().status_code == 404


def test_no_token_opens_it_when_none_is_set(watcher, settings):
    settings.METRICS_TOKEN = ""
    assert watcher("").status_code == 404
