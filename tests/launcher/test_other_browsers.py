"""Firefox and WebKit: found, installed where that may be, else left to the tests to say."""

import pytest

from config.launcher import other_browsers, packages
from tests.launcher.test_chromium import program


@pytest.fixture
def bare(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(other_browsers, "LIBRARIES", tmp_path)
    monkeypatch.setattr(packages.os, "geteuid", lambda: 1000)
    return tmp_path


def test_what_is_not_there_and_may_not_be_installed_is_empty(bare):
    assert set(other_browsers.find().values()) == {""}


def test_a_firefox_that_does_not_run_is_passed_over(bare):
    program(bare / "firefox-esr", "#!/bin/sh\nexit 1\n")
    program(bare / "firefox")
    assert other_browsers.find()["MIDWEEK_FIREFOX"] == str(bare / "firefox")


def test_as_root_on_debian_apt_installs_them(bare, monkeypatch):
    monkeypatch.setattr(packages.os, "geteuid", lambda: 0)
    made = f"'{bare}/WebKitWebDriver'"
    program(
        bare / "apt-get",
        f"#!/bin/sh\n[ $1 = update ] || {{ echo '#!/bin/sh' >{made}; /bin/chmod +x {made}; }}\n",
    )
    assert other_browsers.find()["MIDWEEK_WEBKIT_DRIVER"] == str(bare / "WebKitWebDriver")
