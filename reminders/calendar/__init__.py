"""One person's times as a calendar: sessions and practice, under words that say nothing."""

from reminders.calendar.feed import feed_of

__all__ = ["feed_of"]
