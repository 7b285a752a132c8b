"""What dies is started again, at a pace that grows."""

import pytest

from config.launcher import supervisor
from config.launcher.errors import LauncherError
from config.launcher.supervisor import Keeper


class Patient:
    """Dies when told; counts how often it was started."""

    name = "patient"

    def __init__(self, cures=True):
        self.alive, self.starts, self.cures = False, 0, cures

    def start(self):
        self.starts += 1
        self.alive = self.cures

    def is_alive(self):
        return self.alive


@pytest.fixture(autouse=True)
def quiet(monkeypatch):
    monkeypatch.setattr(supervisor.terminal, "say", lambda *_, **__: None)


def starts_within(keeper, seconds):
    for tenth in range(int(seconds * 10)):
        keeper.look(tenth / 10)
    return keeper.thing.starts


def test_the_living_are_left_alone():
    patient = Patient()
    patient.alive = True
    assert starts_within(Keeper(patient, started=0), 100) == 0


def test_a_death_is_mended_after_the_first_pause():
    patient = Patient()
    assert starts_within(Keeper(patient, started=0), supervisor.FIRST_PAUSE + 0.3) == 1
    assert patient.alive


def test_what_keeps_dying_is_started_less_and_less_often():
    keeper = Keeper(Patient(cures=False), started=0)
    assert starts_within(keeper, 120) == 7  # after 1, 2, 4, 8, 16 and then every 30 seconds
    assert keeper.pause == supervisor.LONGEST_PAUSE


def test_a_long_life_wipes_the_slate():
    patient = Patient()
    keeper = Keeper(patient, started=0, pause=30)
    keeper.look(supervisor.LONG_LIFE + 1)
    assert keeper.due == supervisor.LONG_LIFE + 1 + supervisor.FIRST_PAUSE


def test_a_start_that_fails_is_tried_again():
    class Reluctant(Patient):
        def start(self):
            super().start()
            if self.starts == 1:
                self.alive = False
                raise LauncherError("no room on the disk")

    assert starts_within(Keeper(Reluctant(), started=0), 60) == 2
