from goals.views.client import goal_rating, goals, step_agreement, step_proposal

__all__ = ["goal_rating", "goals", "step_agreement", "step_proposal"]
