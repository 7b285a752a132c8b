from functools import lru_cache
from uuid import UUID

from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import trans_real
from psycopg2.extensions import new_type, register_type

UUID_TYPE = (2950,)


class InterfaceConfig(AppConfig):
    name = "config"

    def ready(self):
        register_type(new_type(UUID_TYPE, "UUID", known_uuid))
        skip_empty(trans_real.translation(settings.LANGUAGE_CODE))


def known_uuid(text, _cursor):
    return text and uuid_of(text)


@lru_cache(maxsize=4096)
def uuid_of(text):
    """The rows of a page name the same clinic, therapy and plan over and over."""
    return UUID(text)


def skip_empty(words):
    """Each English word of ours asked five libraries' English catalogues, which hold nothing."""
    below = words._fallback
    while below is not None and len(below._catalog) <= 1:
        below = below._fallback
    words._fallback = below
