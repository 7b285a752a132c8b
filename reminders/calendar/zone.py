"""The rules of a time zone as calendars want them: when it changes, from which offset to which.

icalendar's own search takes steps of two months and misses Morocco's weeks of Ramadan.
"""

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


def rules_of(zone: ZoneInfo, first: datetime, last: datetime) -> Timezone:
    """All changes in the years around these two moments. Each is named: a rule for every year
    could not say what Ramadan, or a parliament, does to the clocks."""
    begin = datetime(first.year - 1, 1, 1, tzinfo=UTC).astimezone(zone)
    end = datetime(last.year + 2, 1, 1, tzinfo=UTC)
    onsets = defaultdict(list)
    onsets[begin.utcoffset(), begin.utcoffset(), begin.tzname(), bool(begin.dst())].append(begin)
    for before, after in changes(zone, begin.astimezone(UTC), end):
        kind = before.utcoffset(), after.utcoffset(), after.tzname(), bool(after.dst())
        onsets[kind].append(after)
    rules = Timezone()
    rules.add("tzid", zone.key)
    for kind, moments in onsets.items():
        rules.add_component(observance(*kind, moments))
    return rules


def observance(offset_from, offset_to, name, daylight, moments):
    """Onsets are told by the clock that was right until then."""
    walls = [(moment.astimezone(UTC) + offset_from).replace(tzinfo=None) for moment in moments]
    made = TimezoneDaylight() if daylight else TimezoneStandard()
    made.add("dtstart", walls[0])
    made.add("tzoffsetfrom", offset_from)
    made.add("tzoffsetto", offset_to)
    made.add("tzname", name)
    if walls[1:]:
        made.add("rdate", walls[1:])
    return made


def changes(zone, begin, end):
    """(the last minute before, the first after) of each change of the clocks, in the zone."""
    moment = begin
    while moment < end:
        if offset(zone, moment) != offset(zone, moment + DAY):
            early, late = moment, moment + DAY
            while late - early > MINUTE:
                middle = early + (late - early) // 2
                middle = middle.replace(second=0, microsecond=0)
                if offset(zone, middle) == offset(zone, early):
                    early = middle
                else:
                    late = middle
            yield early.astimezone(zone), late.astimezone(zone)
        moment += DAY


def offset(zone, moment):
    return moment.astimezone(zone).utcoffset()
