"""The bytes of each measured request, as a signed-in browser would send them."""

import re
import uuid
from urllib.parse import urlencode

from django.test import Client

HOST = "127.0.0.1"


def bare(path):
    return f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n".encode()


class Visitor:
    """Somebody signed in, with the cookies and the form token of a real visit."""

    def __init__(self, user, page):
        self.client = Client(headers={"host": HOST})
        self.client.force_login(user)
        html = self.client.get(page).content.decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', html)
        self.token = token.group(1) if token else ""
        self.cookie = "; ".join(f"{m.key}={m.value}" for m in self.client.cookies.values())

    def head(self, line):
        return f"{line} HTTP/1.1\r\nHost: {HOST}\r\nCookie: {self.cookie}\r\nConnection: close\r\n"

    def get(self, path):
        return f"{self.head(f'GET {path}')}\r\n".encode()

    def post(self, path, fields):
        body = urlencode({**fields, "csrfmiddlewaretoken": self.token})
        head = self.head(f"POST {path}")
        head += "Content-Type: application/x-www-form-urlencoded\r\n"
        return f"{head}Content-Length: {len(body)}\r\n\r\n{body}".encode()

    def practice(self, path):
        """A new press of Done each time."""
        return self.post(path, {"state": "done", "device_id": uuid.uuid4()})
