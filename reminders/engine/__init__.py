"""The reminder engine: plan, claim, deliver. Truth is in PostgreSQL; Celery only wakes it."""

from reminders.engine.tick import tick

__all__ = ["tick"]
