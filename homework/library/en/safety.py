"""Exercises for doing without what only seems to keep us safe."""

from homework.library.words import NUMBER, PRACTISED, PREPARED, YES_NO, BuiltInExercise, Prompt

EXERCISES = (
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
        rests_on=(
            "Dropping safety behaviours (Salkovskis; Clark and Wells), part of cognitive therapy"
            " for anxiety."
        ),
        level=PREPARED,
        care=(
            "Leave out habits only, never what really protects you: medicine, a seat belt, a"
            " walking aid. Ask your therapist when you are not sure."
        ),
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
        rests_on=(
            "Exposure and response prevention in small delays (Meyer; Foa), for doubts and"
            " compulsions."
        ),
        level=PREPARED,
        care=(
            "What anyone would check once, you may check once. What a doctor asked you to check"
            " stays as it is. If the wish grows too strong, wait for a shorter time."
        ),
        prompts=(
            Prompt("wish", "What did you want to check?"),
            Prompt("checked", "Did you check afterwards?", YES_NO),
        ),
        rating="How strong is the wish to check?",
        target=7,
    ),
    BuiltInExercise(
        key="outward-attention",
        skill="facing",
        title="Eyes on the room",
        why=(
            "When we are shy we watch ourselves and hardly see how others are. Looking outward"
            " shows more, and feels lighter."
        ),
        how=(
            (
                "Before you meet people, choose what to look for: three colours, or what somebody"
                " enjoys."
            ),
            "When you notice that you are watching yourself, say to yourself: “inside”.",
            "Turn your attention back to the other person’s voice and face. (5 minutes)",
            "Ask one question about what you heard.",
            "Afterwards, write down what you found out about them.",
        ),
        example=(
            "At lunch Eva looked for what each of them likes to eat. She found out that Tom bakes."
        ),
        smallest="Find out the colour of one person’s eyes.",
        rests_on=(
            "Turning attention outward, from cognitive therapy for social anxiety (Clark and"
            " Wells)."
        ),
        level=PRACTISED,
        care=(
            "Stay in places where you are safe. If a place reminds you of something bad, take"
            " another one, and tell your therapist."
        ),
        prompts=(
            Prompt("found", "What did you find out?"),
            Prompt("outside", "How much of the time were you outside?", NUMBER),
        ),
        rating="How watched do I feel?",
        target=4,
    ),
)
