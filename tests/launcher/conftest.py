"""Homes, a stand-in for the project, and nothing left behind."""

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from config.launcher import account, port, servers, sockets
from tests.launcher.launching import eventually, processes_of, servers_at

STUB = {
    "manage.py": "import sys; print('managed', *sys.argv[1:])\n",
    "config/__init__.py": "",
    "config/wsgi.py": """
import os
def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [f"{os.environ['MIDWEEK_ENV']} {os.environ['PUBLIC_URL']}".encode()]
""",
    "config/celery.py": """
import os
os.environ.pop("DJANGO_SETTINGS_MODULE", None)  # This project has none.
from celery import Celery
app = Celery("stub", broker=os.environ["REDIS_URL"])
""",
}


@pytest.fixture
def home():
    """A home with a space in its path that the servers' user can reach."""
    with _home() as path:
        yield path


@pytest.fixture(scope="module")
def running():
    """Servers that the tests of one file share."""
    with _home() as path, servers_at(path) as launcher:
        yield launcher


@contextmanager
def _home():
    folder = Path(tempfile.mkdtemp(prefix="midweek test "))
    folder.chmod(0o711)
    yield folder / "home"
    clear(folder / "home")
    shutil.rmtree(folder)


@pytest.fixture
def stub(tmp_path):
    """A project that starts in no time: a page, a worker, a manage.py that says what it heard."""
    project = tmp_path / "stub project"
    for name, text in STUB.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text)
    return project


@pytest.fixture
def free_port():
    return port._bind(0)


def clear(home: Path) -> None:
    """End strays of this home and remove all that it left on this computer."""
    user = account.for_home(home)
    places = [account.state_folder(home, user), sockets.folder_for(home, user)]
    if (home / "postgres").exists():
        for engine in servers._engines(home, durable=False):
            engine.end_stray()
    mark = f"midweek-{account.digest(home)}"
    assert eventually(lambda: not processes_of(mark))
    for place in (*places, home):
        shutil.rmtree(place, ignore_errors=True)
