"""Skills and exercises that Midweek brings along, and the way they get into the database."""

from homework.library.loading import load

__all__ = ["load"]
