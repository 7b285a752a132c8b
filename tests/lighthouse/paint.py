"""When the largest thing shows, on slow 3G and a processor six times slower."""

import subprocess
import sys
from contextlib import contextmanager
from http.client import HTTPConnection

from playwright.sync_api import sync_playwright

from tests.browser.conftest import PHONE

ROUNDS = 5
# Each worker compiles a page's template the first time it is asked for; a line is not slow by that.
WARM_UPS = 12
LAST_PAINT = """new Promise(done => new PerformanceObserver(list => {
  done(list.getEntries().at(-1).startTime) }).observe(
  { type: "largest-contentful-paint", buffered: true }))"""


@contextmanager
def slow_line(port):
    command = [sys.executable, "-m", "tests.lighthouse.slow_line", str(port)]
    line = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        yield int(line.stdout.readline())
    finally:
        line.terminate()
        line.wait(10)


def paints(chromium, port, cookie, paths):
    """{path: seconds of some first visits, the quickest first}."""
    for path in [*paths] * WARM_UPS:
        warm = HTTPConnection("localhost", port)
        warm.request("GET", path, headers={"Cookie": cookie})
        warm.getresponse().read()
        warm.close()
    with slow_line(port) as slow, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        seconds = {}
        for path in paths:
            url = f"http://localhost:{slow}{path}"
            seconds[path] = sorted(first_paint(browser, url, cookie) for _ in range(ROUNDS))
        browser.close()
    return seconds


def first_paint(browser, url, cookie):
    context = browser.new_context(**PHONE)
    name, _is, value = cookie.partition("=")
    context.add_cookies([{"name": name, "value": value, "url": url}])
    page = context.new_page()
    page.set_default_timeout(60_000)
    slowed = context.new_cdp_session(page)
    slowed.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    page.goto(url)
    painted = page.evaluate(LAST_PAINT) / 1000
    context.close()
    return painted
