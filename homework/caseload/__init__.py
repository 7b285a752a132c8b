"""The therapist's home: who needs whom, and why."""

from homework.caseload.page import Caseload

__all__ = ["Caseload"]
