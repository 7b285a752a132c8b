"""When things happen in a story: everything is counted back from today."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
SATURDAY = 5
# Times before this hour belong to the night of the day before.
NIGHT_ENDS = time(4)


class Diary:
    """The hours of one story in the clinic's zone, its practice in the client's."""

    def __init__(self, story, office, now):
        self.story, self.now = story, now
        self.office, self.zone = ZoneInfo(office), ZoneInfo(story.zone)
        self.last = len(story.weeks)
        self.coming_on = self._coming()
        self.gap = self._gap()

    def _coming(self):
        """The day of the next session; unless pinned, a weekend makes it the Monday after."""
        day = self.now.astimezone(self.office).date() + DAY * self.story.hour[0]
        over = day.weekday() - SATURDAY
        return day if self.story.pinned or over < 0 else day + DAY * (2 - over)

    def _gap(self):
        """Whole weeks between the last session and the next: the last one is over."""
        today = self.now.astimezone(self.office).date()
        return max((self.coming_on - today).days // 7 + 1, 1)

    def planned(self, week):
        """When the session of a week was meant to be; the week after the last is the next."""
        back = self.last + self.gap - week if week <= self.last else self.last + 1 - week
        at = time.fromisoformat(self.story.hour[1])
        return datetime.combine(self.coming_on - WEEK * back, at, self.office)

    def session(self, week):
        """When it was, after it may have been moved."""
        moved = self.story.weeks[week - 1].moved_days if week <= self.last else 0
        return self.planned(week) + DAY * moved

    def practised(self, week, day, at):
        """The instant of a practice on a day of a week, in the client's zone."""
        hour = time.fromisoformat(at)
        begins = self.session(week)
        on = begins.astimezone(self.zone).date() + DAY * (day + (hour < NIGHT_ENDS))
        return max(datetime.combine(on, hour, self.zone), begins + timedelta(hours=1, minutes=20))

    def today_at(self, at, days=0):
        """An hour of today, or of another day, on the client's clock."""
        on = self.now.astimezone(self.zone).date() + DAY * days
        return datetime.combine(on, time.fromisoformat(at), self.zone)

    def day_of(self, moment) -> date:
        return moment.astimezone(self.zone).date()
