"""A mail server on loopback that misbehaves: what it does to a message says its address.

refused-…@   550 at RCPT, for good           hang-…@   does not answer DATA, the first time
dropped-…@   has it, cuts the line           busy-…@   451 after DATA, the first time
closing-…@   421 at RCPT, the first time     drip-…@   answers DATA a letter at a time, for ever
cut-…@       cuts the line in the middle     quit-…@   has it, does not answer QUIT
             of DATA, the first time         anything else is taken

`greets` is how it opens a line: "well", "closing" (421) or "drip".
"""

import itertools
import re
import socketserver
import threading
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True)
class Copy:
    """One message that the server has, whatever becomes of its sender."""

    message: str
    address: str
    sender: str
    begun: float
    at: float
    words: bytes


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Session)
        # Message-IDs that it answered for, and those that it has without having said so.
        self.taken: Counter = Counter()
        self.kept: Counter = Counter()
        self.seen: Counter = Counter()
        # Every copy that it has, in their order; whom it tells of one, and of the goodbye after
        # it, before it answers.
        self.copies: list[Copy] = []
        # … and those after which no goodbye came: its sender may not know that it arrived.
        self.no_goodbye: set[Copy] = set()
        self.has_one = self.hears_goodbye = lambda copy: None
        self.greets = "well"
        self.over = threading.Event()

    def handle_error(self, request, client_address):
        """Whoever speaks to it may be killed in the middle of a word."""

    def is_first(self, address):
        self.seen[address] += 1
        return self.seen[address] == 1


class Session(socketserver.StreamRequestHandler):
    server: Server

    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def drip(self, line):
        """Each letter comes well within a socket's own limit, until the other side has enough."""
        for letter in itertools.cycle(line):
            if self.server.over.wait(0.02):
                return
            self.wfile.write(letter.encode())

    def handle(self):
        self.begun, self.sender = time.time(), ""
        self.address, self.manner, self.last = "", "", None
        if self.server.greets == "drip":
            self.drip("220 loopback ")
        elif self.server.greets == "closing":
            self.say("421 closing for today")
        else:
            self.say("220 loopback")
            self.talk()

    def talk(self):
        while line := self.rfile.readline():
            verb = line[:4].upper().strip().decode()
            answer = getattr(self, f"on_{verb.lower()}", lambda line: self.say("250 fine"))
            if answer(line) == "end":
                return

    def on_ehlo(self, line):
        self.sender = line.split()[1].decode()
        self.say("250 fine")

    def on_rcpt(self, line):
        self.address = re.search(rb"<(.+)>", line)[1].decode()
        self.manner = self.address.partition("-")[0]
        if self.manner == "closing" and self.server.is_first(self.address):
            self.say("421 closing for today")
            return "end"
        return self.say("550 nobody here" if self.manner == "refused" else "250 fine")

    def on_data(self, line):
        self.say("354 go on")
        if self.manner == "cut" and self.server.is_first(self.address):
            self.rfile.readline()
            return "end"
        words = b"".join(iter(self.rfile.readline, b".\r\n"))
        message = re.search(rb"(?i)^message-id:\s*(\S+)", words, re.MULTILINE)[1].decode()
        first = self.server.is_first(self.address)
        if self.manner == "hang" and first:
            self.server.over.wait(60)
            return "end"
        if self.manner == "drip" and first:
            self.drip("250 taken ")
            return "end"
        if self.manner == "busy" and first:
            return self.say("451 not now")
        copy = Copy(message, self.address, self.sender, self.begun, time.time(), words)
        self.server.copies.append(copy)
        self.server.no_goodbye.add(copy)
        self.last = copy
        if self.manner == "dropped" and first:
            self.server.kept[message] += 1
            return "end"
        self.server.taken[message] += 1
        self.server.has_one(copy)
        return self.say("250 taken")

    def on_quit(self, line):
        if self.last:
            self.server.no_goodbye.discard(self.last)
            self.server.hears_goodbye(self.last)
        if self.manner == "quit":
            self.server.over.wait(60)
        self.say("221 bye")
        return "end"


@contextmanager
def serving():
    server = Server()
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
