"""docs/sign-in.md says what the code does."""

import re

import pytest
from allauth.account import app_settings as account
from allauth.mfa import app_settings as mfa
from django.conf import settings

from accounts.middleware import signed_in

PAGE = (settings.BASE_DIR / "docs" / "sign-in.md").read_text(encoding="utf-8")
UNITS = {"minutes": 60, "hours": 3600, "days": 86400}
LENGTHS = {
    "staff": (signed_in.IDLE_STAFF, signed_in.LONGEST_STAFF),
    "client": (signed_in.IDLE_CLIENT, signed_in.LONGEST_CLIENT),
    "whose phone others may see": (signed_in.IDLE_SEEN_PHONE, signed_in.LONGEST_STAFF),
}


def test_limits():
    said = dict(re.findall(r"^\| `(\w+)` \| (\S+) \|$", PAGE, re.M))
    limits = account.RATE_LIMITS | mfa.RATE_LIMITS
    assert len(said) == 12 and said == {name: limits[name] for name in said}


@pytest.mark.parametrize("who", LENGTHS)
def test_lengths(who):
    said = re.search(rf"^\| {who}[^|]*\| (\d+) (\w+) \| (\d+) (\w+) \|$", PAGE, re.M)
    idle, idle_unit, longest, unit = said.groups()
    seconds = int(idle) * UNITS[idle_unit], int(longest) * UNITS[unit]
    assert seconds == tuple(limit.total_seconds() for limit in LENGTHS[who])
