"""A push service on this machine, and the phone that it delivers to."""

import os
import struct
import threading
from base64 import urlsafe_b64encode
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import SO_LINGER, SOL_SOCKET

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
    """The last part of the address is how it answers: /201, /410, /429; /hang, /away (somewhere
    else), /cut (in the middle of our words), /half (in the middle of its own), /drip."""

    def do_POST(self):
        server = self.server
        length = int(self.headers["Content-Length"])
        how = self.path.rsplit("/", 1)[-1]
        if how == "cut":
            self.rfile.read(length // 2)
            self.connection.setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            return
        body = self.rfile.read(length)
        if len(body) < length:
            # Its sender was killed in the middle of it: no service passes on a half.
            return
        server.got.append((self.path, dict(self.headers), body))
        server.has_one(*server.got[-1])
        match how:
            case "half":
                self.wfile.write(b"HTTP/1.1 2")
            case "drip":
                self.drip()
            case "hang":
                server.done.wait(30)
            case _:
                self.answer(how)

    def answer(self, how):
        self.send_response(302 if how == "away" else int(how))
        if how == "away":
            self.send_header("Location", f"{self.server.origin}/201")
        if how == "429":
            self.send_header("Retry-After", "90")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def drip(self):
        """A header that has no end."""
        self.wfile.write(b"HTTP/1.1 201 Created\r\nLocation: ")
        while not self.server.done.wait(0.02):
            self.wfile.write(b"x")

    def log_message(self, *words):
        pass


class Service(ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """Whoever speaks to it may hang up, or be killed, in the middle of a word."""


@contextmanager
def push_service():
    server = Service(("127.0.0.1", 0), Answer)
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
