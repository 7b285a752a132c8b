"""Port, words on the terminal, translations, commands in the foreground."""

import errno
import os
import signal
import socket
import subprocess
import sys

import pytest

from config.launcher import foreground, messages, port, refusals, terminal
from config.launcher.errors import LauncherError
from tests.launcher.launching import PATIENCE, PROJECT, environment, eventually

PO = (
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Done"\nmsgstr "Fini"\n'
)


def test_the_port_has_a_default(monkeypatch):
    monkeypatch.setenv("PORT", "")
    assert port.from_environment() == 8000


@pytest.mark.parametrize("value", ["eighty", "0", "65536", "-1", "٨٠٠٠", "8000 "])
def test_a_port_that_is_none_is_refused(monkeypatch, value):
    monkeypatch.setenv("PORT", value)
    with pytest.raises(LauncherError, match="use a number from 1 to 65535"):
        port.from_environment()


def test_a_port_for_administrators_is_told_as_such(monkeypatch):
    def refuse(number):
        raise PermissionError

    monkeypatch.setattr(port, "_bind", refuse)
    with pytest.raises(LauncherError, match="Port 80 is for administrators only"):
        port.require_free(80)


def test_being_let_in_is_not_yet_an_answer():
    """gunicorn listens before its workers can answer."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert not port.answers(silent.getsockname()[1], patience=0.1)


def test_a_dead_terminal_stops_nothing(monkeypatch):
    with open(os.devnull) as closed:  # noqa: PTH123
        pass
    monkeypatch.setattr(sys, "stdout", closed)
    terminal.done("said to nobody")
    with terminal.task("done for nobody"):
        pass


def test_no_colours_where_nobody_looks(capsys):
    with terminal.task("A step"):
        terminal.warn("A word")
    assert capsys.readouterr().out == "  ! A word\n  ✓ A step\n"


def test_translations_compile_once(tmp_path):
    source = tmp_path / "locale" / "fr" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(PO)
    assert messages.compile_all(tmp_path) == 1
    made = source.with_suffix(".mo").stat().st_mtime_ns
    assert b"Fini" in source.with_suffix(".mo").read_bytes()
    messages.compile_all(tmp_path)
    assert source.with_suffix(".mo").stat().st_mtime_ns == made


def test_a_broken_translation_is_named(tmp_path):
    source = tmp_path / "locale" / "fr" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(PO + PO.rpartition("\n\n")[2])
    with pytest.raises(LauncherError, match="django.po does not compile"):
        messages.compile_all(tmp_path)


@pytest.mark.parametrize(("script", "code"), [("exit 3", 3), ("kill -9 $$", 137)])
def test_a_command_in_the_foreground_gives_its_exit_code(script, code):
    assert foreground.run(["sh", "-c", script], {}) == code


def test_a_command_that_is_not_there_is_named():
    with pytest.raises(LauncherError, match="no command called nowhere"):
        foreground.run(["nowhere"], {})


def test_a_file_that_is_no_program_is_named(tmp_path):
    (tmp_path / "notes").write_text("words")
    with pytest.raises(LauncherError, match="notes is there, and is no program"):
        foreground.run([str(tmp_path / "notes")], {})


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "is not this user's to write to (Permission denied)"),
        (errno.EROFS, "sudo chown -R"),
        (errno.ENOSPC, "The disk is full: /home/somebody/.local could not be written"),
        (errno.ENOTDIR, "/home/somebody/.local: Not a directory"),
    ],
)
def test_what_the_system_refuses_is_said_in_words(number, said):
    error = OSError(number, os.strerror(number), "/home/somebody/.local")
    assert said in refusals.told(error)


def test_a_fault_of_ours_is_not_dressed_up_as_a_refusal():
    with pytest.raises(OSError, match="Bad file descriptor"):
        refusals.told(OSError(errno.EBADF, "Bad file descriptor"))


def test_a_home_that_cannot_be_is_told_without_lines_of_code(tmp_path):
    (tmp_path / "file").write_text("")
    run = ["-m", "config.launcher", "run", "--home", str(tmp_path / "file" / "home")]
    told = subprocess.run(
        [sys.executable, *run], cwd=PROJECT, env=environment(), capture_output=True, text=True
    )
    assert told.returncode == 1 and "Traceback" not in told.stderr
    assert "Not a directory" in told.stderr


def test_a_command_sees_the_added_environment(capfd):
    foreground.run(["sh", "-c", 'echo "$ADDED"'], {"ADDED": "yes"})
    assert capfd.readouterr().out == "yes\n"


@pytest.mark.faults
def test_a_command_in_the_foreground_is_told_to_end(tmp_path):
    ready, ended = tmp_path / "ready", tmp_path / "ended"
    wait = f"trap 'touch {ended}; exit 5' TERM; touch {ready}; while :; do sleep 0.05; done"
    code = (
        "import sys; from config.launcher import foreground;"
        "sys.exit(foreground.run(['sh', '-c', sys.argv[1]], {}))"
    )
    command = [sys.executable, "-c", code, wait]
    with subprocess.Popen(command, cwd=PROJECT, env=environment()) as process:
        assert eventually(ready.exists)
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 5
    assert ended.exists()
