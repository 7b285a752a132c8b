"""Reads the data files, once a process. One that is not sound stops everything and says where."""

import json
from functools import cache
from pathlib import Path

from homework.measures.check import problems
from homework.measures.measure import Measure

FOLDER = Path(__file__).parent / "files"


class NotSound(Exception):
    """A measure's file is wrong somewhere."""


def read(path):
    told = json.loads(path.read_text(encoding="utf-8"))
    if found := [f"{path.name}: {problem}" for problem in problems(told)]:
        raise NotSound("\n".join(found))
    return Measure(told)


@cache
def versions():
    """Each measure by key and version: what was answered before stays readable as it was asked."""
    read_ones = [read(path) for path in sorted(FOLDER.glob("*.json"))]
    return {(each.key, each.version): each for each in read_ones}


@cache
def measures():
    """The latest version of each, by key."""
    return {key: versions()[key, version] for key, version in sorted(versions())}


def measure(key, version=None):
    return versions()[key, version] if version else measures()[key]
