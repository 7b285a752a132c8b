"""`make run` on the real project: demo data loaded, pages served, the greeting true."""

import pytest

from config.launcher.greeting import DEMO_ACCOUNTS
from tests.launcher.launching import ask, environment, launched, page, servers_at

pytestmark = pytest.mark.faults


def test_the_real_thing_comes_up_with_the_accounts_it_names(home, free_port):
    env = environment(PORT=str(free_port))
    log = home.with_name("run.log")
    with launched(log, "run", "--home", home, env=env) as running:
        running.wait_until_it_says("Ctrl-C stops everything")
        assert page(free_port, "readyz") == '{"ready": true, "redis": true}'
        assert "<h1" in page(free_port, "accounts/login/")
        assert running.end() == 0
    with servers_at(home) as again:
        emails = ask(again.exports["DATABASE_URL"], "SELECT array_agg(email) FROM accounts_user")[0]
        assert set(DEMO_ACCOUNTS) <= set(emails)
