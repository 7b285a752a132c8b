"""Compiles translations with a Python package: GNU msgfmt is not on every machine."""

from pathlib import Path

import polib

from config.launcher.errors import LauncherError


def compile_all(project: Path) -> int:
    """Compile what is newer than its result; return how many catalogues there are."""
    catalogues = sorted(project.glob("locale/*/LC_MESSAGES/*.po"))
    for source in catalogues:
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            _compile(source, target)
    return len(catalogues)


def _compile(source: Path, target: Path) -> None:
    try:
        polib.pofile(str(source), check_for_duplicates=True).save_as_mofile(str(target))
    except (OSError, ValueError) as error:
        raise LauncherError(f"{source} does not compile: {error}") from error
