from functools import lru_cache
from threading import local
from uuid import UUID

from celery.signals import setup_logging
from django.apps import AppConfig
from django.conf import settings
from django.core import checks
from django.utils import timezone
from django.utils.translation import trans_real
from psycopg2.extensions import new_type, register_type

from config.checks import other_machines_are_reached_by_tls

UUID_TYPE = (2950,)


class InterfaceConfig(AppConfig):
    name = "config"

    def ready(self):
        checks.register(other_machines_are_reached_by_tls, checks.Tags.security)
        if settings.PRODUCTION:
            # Whoever listens keeps Celery from a format of its own: LOGGING holds for it too.
            setup_logging.connect(lambda **_: None, weak=False)
        register_type(new_type(UUID_TYPE, "UUID", known_uuid))
        speak_by_thread()
        skip_empty(trans_real.translation(settings.LANGUAGE_CODE))
        for code, _name in settings.LANGUAGES:
            remember_words(trans_real.translation(code))


def known_uuid(text, _cursor):
    return text and uuid_of(text)


@lru_cache(maxsize=4096)
def uuid_of(text):
    """The rows of a page name the same clinic, therapy and plan over and over."""
    return UUID(text)


def speak_by_thread():
    """A page asks hundreds of times which language and zone are on. Each is one thread's, and
    none a coroutine's, whose variables take seven calls to read."""
    trans_real._active, timezone._active = local(), local()


def remember_words(words):
    """A sentence is looked for once in the catalogues of its language; all are in our code."""
    words.gettext = lru_cache(maxsize=8192)(words.gettext)


def skip_empty(words):
    """Each English word of ours asked five libraries' English catalogues, which hold nothing."""
    below = words._fallback
    while below is not None and len(below._catalog) <= 1:
        below = below._fallback
    words._fallback = below
