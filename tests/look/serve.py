"""The gallery on a port of its own, behind the product's own policy, without a database."""

import threading
from contextlib import contextmanager
from pathlib import Path
from socketserver import ThreadingMixIn
from types import SimpleNamespace
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.test import override_settings

HERE = Path(__file__).parent
HATS = [
    {"key": "therapist", "url": "/caseload/", "label": "Therapist", "current": True},
    {"key": "client", "url": "/today/", "label": "Client", "current": False},
]


def person(request):
    """Somebody is signed in; ?phone shows the Leave button, ?theme=dark the other theme."""
    user = SimpleNamespace(
        is_authenticated=True,
        theme=request.GET.get("theme", "auto"),
        others_see_phone="phone" in request.GET,
        get_short_name="Jonas",
    )
    request.user = user
    worn = SimpleNamespace(therapist=True, admin="hats" in request.GET)
    return {"user": user, "worn": worn, "hats": HATS if "hats" in request.GET else []}


GALLERY = {
    "ROOT_URLCONF": "tests.look.gallery",
    "MIDDLEWARE": [
        "whitenoise.middleware.WhiteNoiseMiddleware",
        "csp.middleware.CSPMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
    ],
    "TEMPLATES": [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "DIRS": [settings.BASE_DIR / "templates", HERE / "templates"],
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.request",
                    "tests.look.serve.person",
                ]
            },
        }
    ],
    "ALLOWED_HOSTS": ["localhost"],
    "STATICFILES_FINDERS": [
        "config.bundles.BundleFinder",
        "django.contrib.staticfiles.finders.FileSystemFinder",
        "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    ],
    "WHITENOISE_AUTOREFRESH": True,
    "WHITENOISE_USE_FINDERS": True,
}


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


@contextmanager
def gallery():
    """The address of a running gallery."""
    with override_settings(**GALLERY):
        server = make_server("localhost", 0, WSGIHandler(), Server, Quiet)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://localhost:{server.server_port}"
        finally:
            server.shutdown()
            server.server_close()
