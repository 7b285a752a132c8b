"""The therapist's home: who needs whom, and why."""

from homework.caseload.filters import View
from homework.caseload.page import Caseload

__all__ = ["Caseload", "View"]
