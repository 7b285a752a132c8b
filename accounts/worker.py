"""The service worker: one script for everybody, put together from static/sw/*.js.

It begins with what those files cannot know: the names of this version's static files, and a
version that follows from all that is in them, so that a browser sees when something is new.
"""

import hashlib
import json
from functools import lru_cache

from django.conf import settings
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation

from accounts.help import general_numbers
from config.bundles import BUNDLES, joined

# What the offline page needs, and every page of a week with it.
FILES = [*BUNDLES, "django_htmx/htmx-2.min.js", "icons/icon.svg"]


@lru_cache(maxsize=1)
def script():
    """The same for every person and every process of this version."""
    shell = [reverse("offline"), *(static(name) for name in FILES)]
    code = joined("sw/*.js")
    contents = [code, *shell, *offline_pages(), *(joined(*sources) for sources in BUNDLES.values())]
    version = hashlib.sha256("\n".join(contents).encode()).hexdigest()[:12]
    return f"const VERSION = {json.dumps(version)}, SHELL = {json.dumps(shell)}\n{code}"


def offline_pages():
    """As each language has it: the version must not hang on who asked first."""
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            yield offline_page()


def offline_page():
    """Drawn without a request: it says nothing of who was here when it was kept."""
    return render_to_string("accounts/offline.html", {"text": general_numbers()})
