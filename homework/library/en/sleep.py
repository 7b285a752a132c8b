"""Exercises for calmer evenings and steadier nights."""

from homework.library.words import NUMBER, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="wind-down",
        skill="sleep",
        title="A quiet last hour",
        why="Sleep comes more easily when the evening slows down in the same way each night.",
        how=(
            "Choose a time, about an hour before bed.",
            "Put work and news away. Note what is left for tomorrow in a few words.",
            "Dim the light. Put the phone where you cannot reach it from the bed.",
            "Do something quiet that you like: wash, read, listen, fold. (20 minutes)",
            "Go to bed when you feel sleepy.",
        ),
        example=(
            "At 21:45 Carla writes tomorrow’s list, then mends or reads until her eyes grow heavy."
        ),
        smallest="Dim one lamp and put the phone in another room.",
        prompts=(
            Prompt("did", "What did you do?"),
            Prompt("night", "How rested were you in the morning?", NUMBER),
        ),
        target=6,
    ),
    BuiltInExercise(
        key="sleep-window",
        skill="sleep",
        title="Up at the same time",
        why=(
            "Getting up at one steady time sets the body’s clock. Long hours awake in bed do the"
            " opposite."
        ),
        how=(
            (
                "Agree with your therapist on the times. Not everybody fits a shorter night, so ask"
                " first."
            ),
            "Get up at your time, also after a poor night and at the weekend.",
            "Open the curtains or go outside soon after.",
            (
                "If you lie awake for long, get up and do something dull in low light until you are"
                " sleepy."
            ),
            "Keep naps short and early, or leave them out.",
            "Do not drive or use machines if you are very sleepy.",
        ),
        example="Win gets up at 6:45. On Sunday too, with the promise of a walk for fresh bread.",
        smallest="Feet on the floor at the time. You may sit there for a while.",
        prompts=(
            Prompt("up", "When did you get up?"),
            Prompt("hours", "About how many hours did you sleep?"),
            Prompt("rested", "How rested are you?", NUMBER),
        ),
        target=7,
    ),
)
