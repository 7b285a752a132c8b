"""The line between a phone and the server, as a real one fails: it stalls, and it breaks."""

import socket
import threading
from contextlib import suppress


class Line:
    """A port of its own that passes on, byte by byte, to the server's."""

    def __init__(self, port):
        self.server = ("localhost", port)
        self.clear = threading.Event()
        self.clear.set()
        self.loses_answers = False
        self.lost = 0
        # One for every answer to something sent.
        self.answered = threading.Semaphore(0)
        self.door = socket.create_server(("localhost", 0))
        self.url = f"http://localhost:{self.door.getsockname()[1]}"
        threading.Thread(target=self.open, daemon=True).start()

    def open(self):
        with suppress(OSError):
            while True:
                phone, _address = self.door.accept()
                server = socket.create_connection(self.server)
                call = Call(self, phone, server)
                for way in (call.to_server, call.to_phone):
                    threading.Thread(target=way, daemon=True).start()

    def close(self):
        self.clear.set()
        self.door.close()


class Call:
    """One connection. What was sent to a frozen server reaches it once it thaws."""

    def __init__(self, line, phone, server):
        self.line, self.phone, self.server = line, phone, server
        self.writes = False

    def to_server(self):
        with suppress(OSError):
            while piece := self.phone.recv(65536):
                # What was sent may come in several pieces, its head first.
                if piece.startswith((b"GET ", b"POST ")):
                    self.writes = piece.startswith(b"POST ")
                self.line.clear.wait()
                self.server.sendall(piece)
        self.end()

    def to_phone(self):
        with suppress(OSError):
            while piece := self.server.recv(65536):
                if self.writes and self.line.loses_answers:
                    self.line.lost += 1
                    break
                self.line.clear.wait()
                self.phone.sendall(piece)
                if self.writes:
                    self.line.answered.release()
        self.end()

    def end(self):
        for side in (self.phone, self.server):
            with suppress(OSError):
                side.shutdown(socket.SHUT_RDWR)
            side.close()
