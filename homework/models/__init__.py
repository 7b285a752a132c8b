from homework.models.assignment import Assignment
from homework.models.attention import Attention
from homework.models.earlier_wording import EarlierWording
from homework.models.exercise import Exercise, Resource, Skill
from homework.models.feedback import EntryFeedback
from homework.models.flag import Flag
from homework.models.flag_duty import FlagDuty
from homework.models.kept_view import KeptView
from homework.models.measure import GivenMeasure, MeasureResult, MeasuresAreOff
from homework.models.plan_rows import ChangeRequest, PlanAgreement, PlanStep
from homework.models.practice_entry import PracticeEntry
from homework.models.proposal import HomeworkProposal
from homework.models.report import ReportVersion, WeekReport
from homework.models.review import Decision, Review
from homework.models.session import Insight, SessionMove, TherapySession
from homework.models.week_plan import WeekPlan

__all__ = [
    "Assignment",
    "Attention",
    "ChangeRequest",
    "Decision",
    "EarlierWording",
    "EntryFeedback",
    "Exercise",
    "Flag",
    "FlagDuty",
    "GivenMeasure",
    "HomeworkProposal",
    "Insight",
    "KeptView",
    "MeasureResult",
    "MeasuresAreOff",
    "PlanAgreement",
    "PlanStep",
    "PracticeEntry",
    "ReportVersion",
    "Resource",
    "Review",
    "SessionMove",
    "Skill",
    "TherapySession",
    "WeekPlan",
    "WeekReport",
]
