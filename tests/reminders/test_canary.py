"""No word of any encrypted field gets out: not by mail, push, feed, broker, log or error page."""

import logging
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.utils import timezone
from redis import Redis

from config.broker import as_redis_says
from config.celery import app
from homework.models import Attention
from reminders import engine
from reminders.kinds import KINDS
from reminders.models import CalendarAddress, Delivery, Device, Recipient, ReminderSlot, VapidKey
from tests.config.test_encrypted_words import CANARY, canary
from tests.config.walk import encrypted_fields
from tests.everything import fill
from tests.reminders.push.conftest import phone, service  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db
HOURS = timedelta(hours=3)


@pytest.fixture
def w():
    """Everything that can be written holds the word."""
    filled = fill("kanari", say=canary)
    silent = [
        str(field)
        for field in encrypted_fields()
        if not any(CANARY in str(getattr(row, field.name)) for row in field.model.objects.all())
    ]
    assert silent == []
    Delivery.objects.all().delete()
    Attention.refresh([filled.therapy])
    return filled


def each_kind_is_due(w, channel):
    """A slot of each kind for the client and the lead, about what they would be about."""
    ReminderSlot.objects.all().delete()
    now = timezone.now()
    about = {"report": w.session.pk, "session": w.session.pk, "agree": w.plan.pk}
    for kind in KINDS.values():
        user = w.client if kind.reader == "client" else w.lead
        ReminderSlot.objects.create(
            clinic=w.clinic,
            recipient=Recipient.objects.get(user=user, clinic=w.clinic),
            therapy=w.therapy if kind.reader == "client" else None,
            kind=kind.name,
            about=about.get(kind.name, w.assignment.pk),
            channel=channel,
            practice_date=now.date(),
            due_at=now - HOURS,
            not_after=now + HOURS,
        )


def sent_by(w, channel):
    each_kind_is_due(w, channel)
    with (
        patch("reminders.engine.fence.reasons", return_value={}),
        patch("reminders.engine.fence.let_sleep", return_value=False),
    ):
        return engine.tick()


def test_not_in_a_mail_nor_in_a_log(w, caplog):
    caplog.set_level(logging.DEBUG)
    assert sent_by(w, "email")["sent"] >= 2
    told = "".join(message.message().as_string() for message in mail.outbox)
    assert CANARY not in told.lower() and CANARY not in caplog.text.lower()


def test_not_in_the_log_of_what_goes_wrong_either(w, caplog):
    caplog.set_level(logging.DEBUG)
    with patch("reminders.channels.mail.hand_over", side_effect=OSError(canary("an answer"))):
        assert sent_by(w, "email")["waiting"] >= 2
    assert CANARY not in caplog.text
    assert not Delivery.objects.filter(error__icontains=CANARY).exists()


def test_not_in_a_push(w, service, phone):  # noqa: F811
    for user in (w.client, w.lead):
        Device.subscribe(
            user,
            endpoint=f"{service.origin}/{user.pk}/201",
            **phone.keys,
            vapid_key=VapidKey.current(),
            session_key=str(user.pk),
        )
    assert sent_by(w, "push")["sent"] >= 2 and len(service.got) == 2
    for path, headers, body in service.got:
        assert CANARY not in f"{path} {headers} {phone.read(body).decode()}".lower()


def test_not_in_a_calendar(w, client):
    for user in (w.client, w.lead):
        answer = client.get(f"/calendar/{CalendarAddress.renew(user).token}.ics")
        assert answer.status_code == 200
        assert CANARY not in answer.text.lower()


def test_not_in_the_broker(w):
    """All that lies there, after each task was asked for."""
    for name in app.conf.beat_schedule.values():
        app.send_task(name["task"])
    with Redis.from_url(as_redis_says(settings.REDIS_URL)) as redis:
        dumped = {key: redis.dump(key) for key in redis.scan_iter()}
    assert dumped
    assert not any(CANARY.encode() in key + (held or b"") for key, held in dumped.items())


def test_not_on_an_error_page_nor_in_its_log(w, caplog):
    caplog.set_level(logging.DEBUG)
    program = Client(raise_request_exception=False)
    program.force_login(w.client)
    with patch("homework.models.WeekReport.send", side_effect=RuntimeError("broken")):
        answer = program.post(f"/report/{w.therapy.pk}/", {"topics": canary("as written")})
    assert answer.status_code == 500
    assert CANARY not in answer.text.lower() and CANARY not in caplog.text.lower()
