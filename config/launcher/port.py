"""The port of the web pages: a number, and free."""

import http.client
import os
import socket

from config.launcher.errors import LauncherError

HOST = "127.0.0.1"
DEFAULT = "8000"


def from_environment() -> int:
    value = os.environ.get("PORT") or DEFAULT
    if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= 65535:
        raise LauncherError(f"PORT is {value!r}; use a number from 1 to 65535.")
    return int(value)


def require_free(port: int) -> None:
    """Say so before anything is started."""
    try:
        _bind(port)
    except PermissionError:
        raise LauncherError(
            f"Port {port} is for administrators only. Choose another: PORT=8000 make run"
        ) from None
    except OSError:
        raise LauncherError(
            f"Port {port} is taken by another program, so Midweek was not started.\n"
            f"    Stop that program, or choose another port: PORT={_free_one()} make run"
        ) from None


def answers(port: int, *, patience: float = 2) -> bool:
    """Whether somebody answers there by HTTP; being let in is not yet an answer."""
    connection = http.client.HTTPConnection(HOST, port, timeout=patience)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _free_one() -> int:
    return _bind(0)


def _bind(port: int) -> int:
    with socket.socket() as probe:
        # As gunicorn does: a connection that has just closed does not make it taken.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((HOST, port))
        return probe.getsockname()[1]
