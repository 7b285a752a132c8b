from homework.models.assignment import Assignment
from homework.models.attention import Attention
from homework.models.earlier_wording import EarlierWording
from homework.models.exercise import Exercise
from homework.models.feedback import EntryFeedback
from homework.models.flag import Flag
from homework.models.flag_duty import FlagDuty
from homework.models.given_measure import GivenMeasure, MeasuresAreOff
from homework.models.kept_view import KeptView
from homework.models.library_file import Enclosure, LibraryFile
from homework.models.measure_result import MeasureResult
from homework.models.plan_rows import ChangeRequest, PlanAgreement, PlanStep
from homework.models.practice_entry import PracticeEntry
from homework.models.proposal import HomeworkProposal
from homework.models.report import ReportVersion, WeekReport
from homework.models.resource import Resource
from homework.models.review import Decision, Review
from homework.models.session import Insight, SessionMove, TherapySession
from homework.models.skill import Skill
from homework.models.starting_set import SetMember, StartingSet
from homework.models.week_plan import WeekPlan

__all__ = [
    "Assignment",
    "Attention",
    "ChangeRequest",
    "Decision",
    "EarlierWording",
    "Enclosure",
    "EntryFeedback",
    "Exercise",
    "Flag",
    "FlagDuty",
    "GivenMeasure",
    "HomeworkProposal",
    "Insight",
    "KeptView",
    "LibraryFile",
    "MeasureResult",
    "MeasuresAreOff",
    "PlanAgreement",
    "PlanStep",
    "PracticeEntry",
    "ReportVersion",
    "Resource",
    "Review",
    "SessionMove",
    "SetMember",
    "Skill",
    "StartingSet",
    "TherapySession",
    "WeekPlan",
    "WeekReport",
]
