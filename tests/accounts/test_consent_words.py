"""No sentence that clients agree to changes without a new version of it."""

import hashlib
import re
from pathlib import Path

from django.conf import settings
from django.utils import translation

from accounts import privacy

JOINING = Path(settings.BASE_DIR) / "templates" / "accounts" / "join.html"


def english():
    """The page, and what stands above the box at joining."""
    section = JOINING.read_text().split('id="who-reads"')[1].split("form.consent")[0]
    with translation.override("en-gb"):
        return privacy.in_markdown() + "\n".join(re.findall(r"{% .*?translate.*", section))


def test_the_words_are_those_of_the_last_version():
    words = hashlib.sha256(english().encode()).hexdigest()
    assert privacy.VERSIONS[-1].words == words, (
        "What clients agree to reads differently. Add a Version at the end of "
        f"accounts/privacy.py with what is new for them and words={words!r}."
    )


def test_each_version_says_what_is_new_in_words_of_its_own():
    assert len({version.words for version in privacy.VERSIONS}) == privacy.VERSION
    assert all(version.new for version in privacy.VERSIONS)
    days = [version.since for version in privacy.VERSIONS]
    assert days == sorted(days)


def test_who_has_missed_two_reads_of_both():
    assert privacy.new_since(privacy.VERSION) == []
    everything = [sentence for version in privacy.VERSIONS for sentence in version.new]
    assert privacy.new_since(0) == everything
