"""The skills that the built-in exercises practise."""

from homework.library.words import BuiltInSkill

SKILLS = (
    BuiltInSkill(
        "calm", "Calming the body", "Slowing down on purpose when the body is in a hurry."
    ),
    BuiltInSkill(
        "act", "Starting before I feel like it", "Doing comes first, and the mood may follow."
    ),
    BuiltInSkill(
        "good",
        "Noticing what is good",
        "Good things are often small and quick. I can look for them.",
    ),
    BuiltInSkill(
        "thoughts", "Looking twice at a thought", "A thought is a guess. Guesses can be checked."
    ),
    BuiltInSkill(
        "facing",
        "Facing fear in small steps",
        "Staying near what I fear until I learn something new.",
    ),
    BuiltInSkill(
        "sleep", "Giving sleep a chance", "Steady times and quiet evenings, so that sleep can come."
    ),
    BuiltInSkill(
        "people",
        "Speaking up and reaching out",
        "Saying what I need, saying no, and staying in touch.",
    ),
    BuiltInSkill("urges", "Riding out an urge", "An urge rises and falls. I can wait and choose."),
    BuiltInSkill(
        "direction", "Knowing what matters to me", "Choosing what I do by what I care about."
    ),
    BuiltInSkill("kind", "Being on my own side", "Talking to myself as I would talk to a friend."),
    BuiltInSkill(
        "solve",
        "Solving one problem at a time",
        "Turning a worry that can be solved into a next move.",
    ),
    BuiltInSkill(
        "keep", "Keeping what I have learned", "Knowing my first signs, and what I do then."
    ),
)
