"""EMAIL_URL: a mail server, or a provider with what it needs."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import get_connection
from django.test import override_settings

from config.env import mail_server


def test_a_mail_server_stays_one():
    said = mail_server("smtps://who:knows%21@mail.example.org")
    assert (said["EMAIL_HOST"], said["EMAIL_PORT"]) == ("mail.example.org", 465)
    assert said["EMAIL_HOST_PASSWORD"] == "knows!"


@pytest.mark.parametrize(
    ("url", "heard"),
    [
        ("postmark:?server_token=t&webhook_secret=who:knows", "postmark"),
        ("mailgun:?api_key=k&webhook_signing_key=s", "mailgun"),
        ("unisender-go:?api_key=k&api_url=https://example.org", ""),
        ("resend:?api_key=k", ""),
    ],
)
def test_a_provider_has_its_settings_and_is_heard_only_when_it_signs(url, heard):
    said = mail_server(url)
    assert said["MAIL_EVENTS_FROM"] == heard
    with override_settings(ANYMAIL=said["ANYMAIL"]):
        assert get_connection(said["EMAIL_BACKEND"])


@pytest.mark.parametrize("url", ["postmrak:?server_token=t", "mail.example.org", ""])
def test_anything_else_stops_at_once(url):
    with pytest.raises(ImproperlyConfigured):
        mail_server(url)
