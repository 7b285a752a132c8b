"""Finding, installing, or saying what to install."""

import pytest

from config.launcher import chromium, packages
from config.launcher.errors import LauncherError


@pytest.fixture
def bare(monkeypatch, tmp_path):
    """A machine without a browser. What is put into the folder is found."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "PLACES", ())
    monkeypatch.setattr(chromium, "_playwrights_own", lambda: None)
    return tmp_path


def program(path, text="#!/bin/sh\nexit 0\n"):
    path.write_text(text)
    path.chmod(0o755)
    return str(path)


def test_the_named_one_comes_first(bare, monkeypatch):
    program(bare / "chromium")
    monkeypatch.setenv("CHROMIUM", program(bare / "mine"))
    assert chromium.find() == str(bare / "mine")


def test_a_named_one_that_does_not_run_is_told(bare, monkeypatch):
    monkeypatch.setenv("CHROMIUM", str(bare / "nowhere"))
    with pytest.raises(LauncherError, match="nowhere, and that does not run"):
        chromium.find()


def test_one_that_does_not_run_is_passed_over(bare):
    """Ubuntu's chromium-browser only says that it wants a snap."""
    program(bare / "chromium", "#!/bin/sh\nexit 1\n")
    program(bare / "google-chrome")
    assert chromium.find() == str(bare / "google-chrome")


def test_as_root_on_debian_apt_installs_it(bare, monkeypatch):
    monkeypatch.setattr(packages.os, "geteuid", lambda: 0)
    made = f"'{bare}/chromium'"
    program(
        bare / "apt-get",
        f"#!/bin/sh\n[ $1 = update ] || {{ echo '#!/bin/sh' >{made}; /bin/chmod +x {made}; }}\n",
    )
    assert chromium.find() == str(bare / "chromium")


def test_where_nothing_helps_it_says_what_to_install(bare, monkeypatch):
    monkeypatch.setattr(chromium, "_by_playwright", lambda: None)
    with pytest.raises(LauncherError, match="sudo apt-get install chromium"):
        chromium.find()
