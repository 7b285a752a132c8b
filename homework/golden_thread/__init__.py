"""One client on one page: goal, step, insight, week plan, practice, report, review.

Only what others may know reaches this package's objects: templates cannot show more.
"""

from homework.golden_thread.older import OlderWeeks
from homework.golden_thread.reading import entries_told
from homework.golden_thread.thread import GoldenThread
from homework.golden_thread.told import Told

__all__ = ["GoldenThread", "OlderWeeks", "Told", "entries_told"]
