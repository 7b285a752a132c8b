"""Which columns of a homework are its agreed wording."""

# What a homework takes from its exercise, in the client's language.
SNAPSHOT = ("title", "why", "how", "example", "smallest", "care", "prompts", "rating_label")
# What a decision carries into the next plan: the wording agreed, not the week's record.
CARRIED = (
    "exercise_id",
    "skill_id",
    "step_id",
    "insight_id",
    *SNAPSHOT,
    "target_kind",
    "target_count",
    "target_weekdays",
    "when",
    "where",
    "after_what",
    "obstacle",
    "obstacle_plan",
    "confidence",
    "remind_at",
)
# What is said back at the agreeing moment: with all of it unchanged, it is "the same again".
AGREED = (
    *("title", "smallest", "target_kind", "target_count", "target_weekdays"),
    *("when", "where", "after_what", "obstacle", "obstacle_plan"),
)
