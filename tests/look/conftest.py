import shutil

import pytest

from tests.look import serve


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    found = shutil.which("chromium") or shutil.which("google-chrome")
    return {**browser_type_launch_args, **({"executable_path": found} if found else {})}


@pytest.fixture(scope="module")
def gallery():
    """Not longer than a module: its settings hold for the whole process."""
    with serve.gallery() as address:
        yield address
