"""A push service on this machine, and the phone that it delivers to."""

import os
import threading
from base64 import urlsafe_b64encode
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def text(raw):
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def mac(key, *parts):
    made = hmac.HMAC(key, hashes.SHA256())
    made.update(b"".join(parts))
    return made.finalize()


class Phone:
    """Has keys, and reads what was encrypted for them, by the letter of RFC 8188 and 8291."""

    def __init__(self):
        self.key, self.auth = ec.generate_private_key(ec.SECP256R1()), os.urandom(16)
        self.point = self.key.public_key().public_bytes(
            Encoding.X962, PublicFormat.UncompressedPoint
        )
        self.keys = {"p256dh": text(self.point), "auth": text(self.auth)}

    def read(self, body):
        salt, sender = body[:16], body[21 : 21 + body[20]]
        whose = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender)
        shared = mac(self.auth, self.key.exchange(ec.ECDH(), whose))
        secret = mac(shared, b"WebPush: info\0", self.point, sender, b"\1")
        key = mac(salt, secret)
        key, nonce = (
            mac(key, b"Content-Encoding: %s\0\1" % name)[:size]
            for name, size in ((b"aes128gcm", 16), (b"nonce", 12))
        )
        padded = AESGCM(key).decrypt(nonce, body[21 + body[20] :], None)
        return padded.rstrip(b"\0").removesuffix(b"\2")


class Answer(BaseHTTPRequestHandler):
    """The last part of the address is how it answers: /201, /410, /429, /hang, /away."""

    def do_POST(self):
        server = self.server
        length = int(self.headers["Content-Length"])
        server.got.append((self.path, dict(self.headers), self.rfile.read(length)))
        server.has_one(*server.got[-1])
        how = self.path.rsplit("/", 1)[-1]
        if how == "hang":
            server.done.wait(30)
            return
        self.send_response(302 if how == "away" else int(how))
        if how == "away":
            self.send_header("Location", f"{server.origin}/201")
        if how == "429":
            self.send_header("Retry-After", "90")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *words):
        pass


@contextmanager
def push_service():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    server.daemon_threads = True
    server.got, server.done, server.has_one = [], threading.Event(), lambda *facts: None
    server.origin = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.done.set()
        server.shutdown()
        server.server_close()
