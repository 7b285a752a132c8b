"""The launcher. `make run`, `make test` and `bin/midweek` are doors to it."""

import argparse
import signal
import sys
from pathlib import Path

from config.launcher import commands, refusals, stopping, terminal
from config.launcher.errors import LauncherError
from config.launcher.stopping import Stop

HELP = "Midweek on this machine. To begin: bin/midweek run, which is what make run calls."
COMMANDS = {
    "run": commands.run,
    "test": commands.test,
    "check": commands.check,
    "bench": commands.bench,
    "lighthouse": commands.lighthouse,
    "screenshots": commands.screenshots,
    "lock": commands.lock,
    "servers": commands.run_servers,
    "exec": commands.execute,
    "roles": commands.make_roles,
    "messages": commands.compile_messages,
    "static": commands.collect_static,
}
# All that follows these is theirs, options too: test -x -k steps.
PASS_ON = ("test", "check", "bench", "lighthouse", "screenshots", "lock")
UNTIL_STOPPED = (commands.run, commands.run_servers)
INTERRUPTED = 128 + signal.SIGINT
AT_HOME = ("run", "servers", "exec")


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="bin/midweek", description=HELP)
    subparsers = top.add_subparsers(required=True, metavar="COMMAND")
    for name, function in COMMANDS.items():
        command = subparsers.add_parser(name, help=function.__doc__, description=function.__doc__)
        command.set_defaults(name=name, function=function)
        _add_options(name, command)
    return top


def _add_options(name: str, command: argparse.ArgumentParser) -> None:
    if name in AT_HOME:
        home = commands.PROJECT / ".local"
        command.add_argument("--home", type=_folder, default=home, help="where data lives")
    if name == "exec":
        command.add_argument("--fresh", action="store_true", help="on servers gone afterwards")
        command.add_argument("arguments", nargs=argparse.REMAINDER)
    if name == "messages":
        command.add_argument("--collect", action="store_true", help="find what is marked first")
    if name == "roles":
        command.add_argument("--on", metavar="SUPERUSER_URL", help="run it on this server")
        command.add_argument("--for-tests", action="store_true", help="may make test databases")


def _folder(value: str) -> Path:
    return Path(value).resolve()


def parse(words: list[str]) -> argparse.Namespace:
    passed_on = words[1:] if words and words[0] in PASS_ON else []
    options = parser().parse_args(words[: len(words) - len(passed_on)])
    if options.name in PASS_ON:
        options.arguments = passed_on
    return options


def main() -> int:
    if not sys.argv[1:]:
        parser().print_help()
        return 0
    options = parse(sys.argv[1:])
    stopping.raise_on_signals()
    try:
        return options.function(options)
    except LauncherError as error:
        terminal.fail(str(error))
        return 1
    except OSError as error:
        terminal.fail(refusals.told(error))
        return 1
    except Stop:
        terminal.say()
        terminal.done("Stopped")
        return 0 if options.function in UNTIL_STOPPED else INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
