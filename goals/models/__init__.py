from goals.models.end_goal import EndGoal
from goals.models.rating import GoalRating
from goals.models.step import Step, StepAgreement

__all__ = ["EndGoal", "GoalRating", "Step", "StepAgreement"]
