"""Exercises for going towards what is feared, in small steps."""

from homework.library.words import NUMBER, YES_NO, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="graded-exposure",
        skill="facing",
        title="One rung of the ladder",
        why=(
            "What we keep away from stays frightening. Meeting it in small steps, again and again,"
            " lets us learn it can be borne."
        ),
        how=(
            "Choose the rung you agreed on with your therapist. Not higher today.",
            "Say how strong you expect the fear to be.",
            "Go there, and stay. Do nothing to hide or to push the fear away. (10 minutes)",
            "Notice what you feared would happen, and what does happen.",
            "Leave when you have learned something, not at the first wish to run.",
            "Write down what surprised you.",
        ),
        example="Lena stood at the lift door with the door open. The next day she rode one floor.",
        smallest="Look at a picture of the rung, or go to the door and back.",
        prompts=(
            Prompt("rung", "Which rung was it?"),
            Prompt("peak", "How strong was the fear at its highest?", NUMBER),
            Prompt("surprise", "What surprised you?"),
        ),
        rating="How strong is the fear?",
        target=4,
    ),
    BuiltInExercise(
        key="drop-safety-habit",
        skill="facing",
        title="Leave one safety habit at home",
        why=(
            "The small things we do to feel safe can keep us from finding out that we are safe"
            " without them."
        ),
        how=(
            (
                "Name one thing you do to feel safe: gripping, checking, rehearsing, looking for"
                " the exit."
            ),
            "Choose one place where you will leave it out.",
            "Go there and leave it out. If you catch yourself doing it, stop again. No harm done.",
            "Notice what happens in the next minutes. (5 minutes)",
        ),
        example="Theo left his water bottle in the car for one short shop.",
        smallest="Leave the habit out for the first minute.",
        prompts=(
            Prompt("habit", "Which habit did you leave out?"),
            Prompt("happened", "What happened?"),
            Prompt("needed", "Did you need it?", YES_NO),
        ),
        rating="How unsafe do I feel?",
        target=3,
    ),
    BuiltInExercise(
        key="wait-before-checking",
        skill="facing",
        title="Wait before I check",
        why=(
            "Checking helps for a moment and then doubt comes back. Waiting lets the doubt grow"
            " smaller by itself."
        ),
        how=(
            "Notice the wish to check, to ask again or to search.",
            "Say: “This is doubt. I can wait.”",
            "Wait for the time you agreed on. Do something with your hands meanwhile. (5 minutes)",
            "When the time is up, decide again. Perhaps you can wait once more.",
        ),
        example="Sam locked the door once, walked to the corner, and waited there for two minutes.",
        smallest="Wait for ten breaths before you check.",
        prompts=(
            Prompt("wish", "What did you want to check?"),
            Prompt("checked", "Did you check afterwards?", YES_NO),
        ),
        rating="How strong is the wish to check?",
        target=7,
    ),
)
