"""Pages as production sends them: files hashed and compressed by WhiteNoise, pages gzipped."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import override_settings
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from tests.browser.budgets.visit import Visit
from tests.browser.conftest import PHONE

COMPRESSED = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}


@pytest.fixture(scope="session")
def as_served(tmp_path_factory):
    """The settings of production's files, gathered once."""
    gathered = {
        "STATIC_ROOT": tmp_path_factory.mktemp("static"),
        "STORAGES": {"staticfiles": COMPRESSED},
        "WHITENOISE_USE_FINDERS": False,
        "WHITENOISE_AUTOREFRESH": False,
    }
    with override_settings(**gathered):
        call_command("collectstatic", interactive=False, verbosity=0)
    return gathered


@pytest.fixture
def live_server(as_served):
    server = LiveServer("localhost", start=False)
    # Without Django's own handler for files WhiteNoise answers for them, as it does in production.
    server.thread.static_handler = lambda application: application
    with override_settings(**as_served):
        server.start()
        yield server
        server.stop()


@pytest.fixture
def jonas(transactional_db):
    """The demo's client: months of believable weeks, so that pages are as heavy as in life."""
    call_command("seed_demo", stdout=StringIO())
    return User.objects.get(email="client@midweek.test")


@pytest.fixture
def visit(open_page, jonas):
    # Behind a service worker the browser counts no bytes: first visits are what is weighed.
    return Visit(open_page(jonas, PHONE, service_workers="block"))
