from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import trans_real


class InterfaceConfig(AppConfig):
    name = "config"

    def ready(self):
        skip_empty(trans_real.translation(settings.LANGUAGE_CODE))


def skip_empty(words):
    """Each English word of ours asked five libraries' English catalogues, which hold nothing."""
    below = words._fallback
    while below is not None and len(below._catalog) <= 1:
        below = below._fallback
    words._fallback = below
