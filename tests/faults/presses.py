"""People press "stop" in their mail programs while the web is killed under them."""

import http.client
import threading
import time
from dataclasses import dataclass, field


@dataclass
class Presses(threading.Thread):
    port: int
    paths: dict
    pause: float
    # {user: when the web had said yes}
    answered: dict = field(default_factory=dict)
    cut_off: int = 0

    def __post_init__(self):
        super().__init__(daemon=True)
        self.over = threading.Event()

    __hash__ = threading.Thread.__hash__

    def run(self):
        for user, path in self.paths.items():
            while not self.over.wait(self.pause) and not self.press(path):
                self.cut_off += 1
            if self.over.is_set():
                return
            self.answered[user] = time.time()

    def press(self, path):
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            body, kind = "List-Unsubscribe=One-Click", "application/x-www-form-urlencoded"
            line.request("POST", path, body, {"Content-Type": kind})
            return line.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            line.close()
