"""`make screenshots`: seeds the demo, walks it in Chromium, writes small PNGs to docs/screenshots.

Expects DATABASE_URL, DATABASE_OWNER_URL and REDIS_URL of servers that may be filled.
"""

import os
from io import BytesIO
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("MIDWEEK_ENV", "local")
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
django.setup()

from django.core.management import call_command  # noqa: E402
from PIL import Image  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from accounts.models import Therapy, User  # noqa: E402
from tests import door  # noqa: E402
from tests.bench.serving import serving  # noqa: E402
from tests.browser.conftest import PHONE, SCREEN, session_cookie  # noqa: E402

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
COLOURS = 128


def main():
    door.stand_open()
    call_command("prepare", verbosity=0)
    call_command("seed_demo", if_empty=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with serving("config.wsgi") as port, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("MIDWEEK_CHROMIUM"))
        for name, (email, device, path) in pages().items():
            take(browser, f"http://127.0.0.1:{port}", name, email, device, path)
        browser.close()


def pages():
    """{file name: (whose, device, address)}."""
    jonas = Therapy.objects.get(
        client__email="client@midweek.test", lead__email="therapist@midweek.test"
    )
    return {
        "front": (None, SCREEN, "/"),
        "today": ("client@midweek.test", PHONE, "/today/"),
        "goals": ("client@midweek.test", PHONE, "/goals/"),
        "report": ("client@midweek.test", PHONE, f"/report/{jonas.pk}/"),
        "caseload": ("therapist@midweek.test", SCREEN, "/caseload/"),
        "client": ("therapist@midweek.test", SCREEN, f"/caseload/{jonas.pk}/"),
        "review": ("therapist@midweek.test", SCREEN, f"/caseload/{jonas.pk}/review/"),
    }


def take(browser, base, name, email, device, path):
    context = browser.new_context(
        base_url=base,
        locale="en-GB",
        timezone_id="Europe/London",
        reduced_motion="reduce",
        **device,
    )
    if email:
        context.add_cookies([session_cookie(User.objects.get(email=email), base)])
    page = context.new_page()
    page.goto(path)
    picture = Image.open(BytesIO(page.screenshot()))
    picture.convert("P", palette=Image.Palette.ADAPTIVE, colors=COLOURS).save(
        FOLDER / f"{name}.png", optimize=True
    )
    print(f"docs/screenshots/{name}.png")
    context.close()


if __name__ == "__main__":
    main()
