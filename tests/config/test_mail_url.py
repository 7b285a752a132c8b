"""EMAIL_URL: a mail server, or a provider with what it needs."""

from pkgutil import iter_modules

import pytest
from anymail import backends
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import get_connection
from django.test import override_settings
from django.utils.module_loading import import_string

from config.mail_url import NO_PROVIDERS, mail_server

FOUND = {module.name for module in iter_modules(backends.__path__)} - {"amazon_ses"}
PROVIDERS = sorted(name.replace("_", "-") for name in FOUND.difference(NO_PROVIDERS))


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


@pytest.mark.parametrize(
    "url", ["postmrak:?server_token=t", "test:", "console:", "mail.example.org", ""]
)
def test_anything_else_stops_at_once(url):
    with pytest.raises(ImproperlyConfigured):
        mail_server(url)


def test_amazon_ses_is_told_its_way_at_start():
    with pytest.raises(ImproperlyConfigured, match="smtps://user:password@email-smtp"):
        mail_server("amazon-ses:?client_params=x")


@pytest.mark.parametrize("name", PROVIDERS)
def test_every_provider_that_is_let_in_can_be_spoken_to(name):
    """Its package is here, and whatever else it asks for is a setting."""
    said = mail_server(f"{name}:?api_key=k&api_token=t&api_url=https://example.org&secret_key=k")
    assert import_string(said["EMAIL_BACKEND"])
