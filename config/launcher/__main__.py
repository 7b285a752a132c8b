"""`python -m config.launcher COMMAND`; `make` and `bin/midweek` are doors to it."""

import argparse
import os
import shlex
import signal
import subprocess
import sys
import threading
from pathlib import Path

from config.launcher import servers, terminal
from config.launcher.errors import AlreadyRunning, LauncherError

PROJECT = Path(__file__).resolve().parents[2]
HOME = PROJECT / ".local"


def run_servers(options) -> int:
    """Start both servers, print where they are, stay until asked to stop."""
    stopping = threading.Event()
    for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signum, lambda *_: stopping.set())
    with servers.start(options.home) as running:
        for name, value in running.environment.items():
            terminal.say(f"export {name}={shlex.quote(value)}")
        while not stopping.wait(0.5) and all(engine.is_alive() for engine in running.embedded):
            pass
    return 0


def execute(options) -> int:
    """Run a command with the servers in its environment; join them if they already run."""
    with _servers(options.home) as running:
        environment = os.environ | running.environment
        return subprocess.run(options.command, env=environment, check=False).returncode


def _servers(home: Path) -> servers.Servers:
    try:
        return servers.outside() or servers.start(home)
    except AlreadyRunning:
        return servers.join(home)


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="bin/midweek", description=__doc__)
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    for name, function in {"servers": run_servers, "exec": execute}.items():
        command = commands.add_parser(name, help=function.__doc__)
        command.add_argument("--home", type=Path, default=HOME)
        command.set_defaults(function=function)
        if name == "exec":
            command.add_argument("command", nargs=argparse.REMAINDER)
    return top


def main() -> int:
    options = parser().parse_args()
    if getattr(options, "command", [])[:1] == ["--"]:
        options.command = options.command[1:]
    try:
        return options.function(options)
    except LauncherError as error:
        terminal.fail(str(error))
        return 1


if __name__ == "__main__":
    sys.exit(main())
