from goals.views.client import goal_rating, goal_rating_undo, goals, step_agreement, step_proposal

__all__ = ["goal_rating", "goal_rating_undo", "goals", "step_agreement", "step_proposal"]
