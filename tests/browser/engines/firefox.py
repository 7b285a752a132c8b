"""Firefox by WebDriver BiDi, which it speaks itself: no driver program between."""

import json
import os
import subprocess
from itertools import count

import websocket

from tests.browser.engines.engine import NAMED, ROLES, Engine

# Nothing of its own goes out: no experiments, no settings, no look for a way to the network.
PREFERENCES = {
    "app.normandy.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
}
CENTRE = "e => e.scrollIntoView({ block: 'center', behavior: 'instant' })"


class Firefox(Engine):
    def __init__(self, program, folder):
        lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in PREFERENCES.items())
        (folder / "user.js").write_text("\n".join(lines))
        command = [program, "--headless", "--no-remote", "--profile", str(folder)]
        self.process = subprocess.Popen(
            [*command, "--remote-debugging-port", "0"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": str(folder)},
        )
        self.numbers = count(1)
        self.line = websocket.create_connection(
            self.address(folder), timeout=30, suppress_origin=True
        )
        self.send("session.new", capabilities={})
        self.tab = self.send("browsingContext.getTree")["contexts"][0]["context"]
        phone = {"width": 390, "height": 844}
        self.send("browsingContext.setViewport", context=self.tab, viewport=phone)

    def address(self, folder):
        """Written into the profile once Firefox listens."""
        file = folder / "WebDriverBiDiServer.json"
        self.until(lambda: file.exists() and file.read_text().endswith("}"), "Firefox")
        said = json.loads(file.read_text())
        return f"ws://{said['ws_host']}:{said['ws_port']}/session"

    def send(self, method, **params):
        number = next(self.numbers)
        self.line.send(json.dumps({"id": number, "method": method, "params": params}))
        while (answer := json.loads(self.line.recv())).get("id") != number:
            pass
        if answer["type"] == "error":
            raise LookupError(f"{method}: {answer['message']}")
        return answer["result"]

    def open(self, url):
        self.send("browsingContext.navigate", context=self.tab, url=url, wait="complete")

    def find(self, role, name):
        texts = [{"type": "string", "value": text} for text in (ROLES[role], name)]
        found = self.call(NAMED, *texts)
        return found if found["type"] == "node" else None

    def call(self, function, *arguments):
        answer = self.send(
            "script.callFunction",
            functionDeclaration=function,
            arguments=arguments,
            target={"context": self.tab},
            awaitPromise=True,
        )
        return answer["result"]

    def click(self, node):
        self.call(CENTRE, node)
        origin = {"type": "element", "element": {"sharedId": node["sharedId"]}}
        move = {"type": "pointerMove", "x": 0, "y": 0, "origin": origin}
        press = [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        self.act(type="pointer", actions=[move, *press])

    def type(self, node, words):
        self.click(node)
        keys = [{"type": kind, "value": key} for key in words for kind in ("keyDown", "keyUp")]
        self.act(type="key", actions=keys)

    def act(self, **source):
        self.send(
            "input.performActions", context=self.tab, actions=[{"id": source["type"], **source}]
        )

    def ask(self, expression):
        return json.loads(self.call(f"async () => JSON.stringify(await ({expression}))")["value"])

    def close(self):
        self.line.close()
        self.process.terminate()
        self.process.wait(15)
