"""Celery 5.7 gives up when its broker restarts under a message that it holds: it is restarted."""

import os
import signal
from contextlib import closing

import pytest
from celery import Celery

from config.launcher import servers
from tests.launcher.launching import eventually
from tests.launcher.test_run import is_new, pid_of, run_at

pytestmark = pytest.mark.faults
APP = """
import os
import time
from pathlib import Path
os.environ.pop("DJANGO_SETTINGS_MODULE", None)  # This project has none.
from celery import Celery
app = Celery("stub", broker=os.environ["REDIS_URL"])
app.conf.update(broker_connection_retry_on_startup=True, result_backend=None)

@app.task(acks_late=True)
def hold(place):
    # Not acknowledged before it is over.
    Path(place, "held").touch()
    while not Path(place, "go").exists():
        time.sleep(0.1)

@app.task
def touch(file):
    Path(file).touch()
"""


@pytest.fixture
def at_work(stub):
    (stub / "config" / "celery.py").write_text(APP)
    return stub


def ask(home, name, *arguments):
    _postgres, valkey = servers._engines(home, durable=True)
    with closing(Celery(broker=valkey.url)) as app:
        app.send_task(f"config.celery.{name}", [str(each) for each in arguments])


def test_a_worker_that_gives_up_on_a_restarted_broker_works_again(home, at_work, free_port):
    with run_at(home, at_work, free_port) as running:
        ask(home, "hold", home)
        assert eventually((home / "held").exists)
        before = pid_of(home, "worker")
        os.kill(pid_of(home, "valkey"), signal.SIGKILL)
        log = home / "worker.log"
        assert eventually(lambda: "has no attribute 'hostname'" in log.read_text())
        # It waits for what it is at, and then it ends.
        (home / "go").touch()
        assert eventually(lambda: "worker runs again" in running.words)
        assert is_new(home, "worker", before)
        ask(home, "touch", home / "done")
        assert eventually((home / "done").exists)
