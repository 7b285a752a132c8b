"""Seeds the demo, serves it as production would, asks Lighthouse, writes docs/lighthouse.md.

Expects DATABASE_URL, DATABASE_OWNER_URL and REDIS_URL of servers that may be filled, and Node.
"""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.lighthouse.served"
os.environ.setdefault("MIDWEEK_ENV", "local")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

from accounts.models import User  # noqa: E402
from tests import door  # noqa: E402
from tests.bench.serving import serving  # noqa: E402
from tests.lighthouse.paint import ROUNDS, paints  # noqa: E402

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = PROJECT / ".local" / "lighthouse"
VERSION = "12.8.2"  # The last that runs on Node 20.
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
SCREEN = {"mobile": "true", "width": 412, "height": 823, "deviceScaleFactor": 1.75}
LEAST, LATEST = 98, 2.5
TRIES = 3
HEADER = """# Lighthouse

Made by `make lighthouse` on {day} with Lighthouse {version} on the demo's client, signed in, as
production serves it, at the size of a phone. At least {least} is asked for in each category.

The last two columns are the largest contentful paint of a first visit on slow 3G (400 ms, 400
kbit/s) with a processor six times slower: the quickest of {rounds} visits, and their median.
{latest} s at most is asked of the median.

| page | performance | accessibility | best practices | search engines | slow 3G | median |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
"""


def main():
    program = installed()
    door.stand_open()
    call_command("prepare", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("seed_demo")
    jonas = User.objects.get(email="client@midweek.test")
    report = f"/report/{jonas.therapies.get().pk}/"
    pages = {"Today": "/today/", "Goals": "/goals/", "Report": report}
    chromium, cookie = os.environ["MIDWEEK_CHROMIUM"], signed_in(jonas)
    with serving("config.wsgi", threads=4) as port:
        told = {}
        for name, path in pages.items():
            print(f"{name} …", flush=True)
            told[name] = scores(program, chromium, f"http://localhost:{port}{path}", cookie)
        seconds = paints(chromium, port, cookie, pages.values())
    rows = [row(name, told[name], seconds[path]) for name, path in pages.items()]
    told_to = PROJECT / "docs" / "lighthouse.md"
    facts = {"day": date.today(), "version": VERSION, "rounds": ROUNDS}
    facts |= {"least": LEAST, "latest": LATEST}
    told_to.write_text(HEADER.format(**facts) + "".join(rows), encoding="utf-8")
    print("".join(rows) + "\nWritten to docs/lighthouse.md.")
    low = any(score < LEAST for one in told.values() for score in one)
    return 1 if low or max(median(visits) for visits in seconds.values()) > LATEST else 0


def installed():
    """Lighthouse from npm, in .local/; without Node there is nothing to run it."""
    program = FOLDER / "node_modules" / ".bin" / "lighthouse"
    if not shutil.which("npm"):
        raise SystemExit("Lighthouse needs Node 20 or later: sudo apt-get install nodejs npm")
    if not program.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        wanted = f"lighthouse@{VERSION}"
        command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(FOLDER), wanted]
        subprocess.run(command, check=True)
    return program


def signed_in(user):
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    return f"{name}={client.cookies[name].value}"


def scores(program, chromium, url, cookie):
    """Hundredths, in the order of CATEGORIES; says what took points away."""
    headers, answer = (
        FOLDER / "headers.json",
        FOLDER / f"answer{urlsplit(url).path.replace('/', '-')}.json",
    )
    headers.write_text(json.dumps({"Cookie": cookie}), encoding="utf-8")
    command = [program, url, "--quiet", "--output=json", f"--output-path={answer}"]
    command += ["--chrome-flags=--headless=new --no-sandbox", f"--extra-headers={headers}"]
    command += [f"--screenEmulation.{what}={value}" for what, value in SCREEN.items()]
    environment = {**os.environ, "CHROME_PATH": chromium}
    # On a busy machine a trace may come out empty; the next one does not.
    if not any(subprocess.run(command, env=environment).returncode == 0 for _ in range(TRIES)):
        raise SystemExit(f"Lighthouse could not load {url}.")
    told = json.loads(answer.read_text(encoding="utf-8"))
    for audit in told["audits"].values():
        if audit.get("score") is not None and audit["score"] < 0.9:
            print(f"    {audit['id']}: {audit.get('displayValue', audit['title'])}")
    return [round(told["categories"][name]["score"] * 100) for name in CATEGORIES]


def row(name, told, visits):
    paint = f"{visits[0]:.1f} s | {median(visits):.1f} s"
    return f"| {name} | {' | '.join(map(str, told))} | {paint} |\n"


if __name__ == "__main__":
    sys.exit(main())
