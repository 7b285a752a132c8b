"""Exercises for keeping what was learned."""

from homework.library.words import PRACTISED, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="harder-days-plan",
        skill="keep",
        title="My plan for harder days",
        why=(
            "Harder days come back to most people. A plan made on a good day knows what to do then."
        ),
        how=(
            "Write down what has helped you most so far. (5 minutes)",
            "Write down your first signs, the small ones too: sleep, food, phone, temper.",
            "Write down when harder days are likely: dates, places, seasons.",
            "Write down two things you will do at the first signs, and one person you will tell.",
            "Add whom you call when that is not enough, with the number.",
            "Put it where you will find it, and show it to somebody who likes you.",
        ),
        example=(
            "Sign: three days without a shower. Then: walk with Bo, tell Mum. Not enough: ring the"
            " clinic."
        ),
        smallest="Write down one first sign, and one thing that helps.",
        rests_on="Relapse prevention (Marlatt; Beck), usual in the last sessions of a therapy.",
        level=PRACTISED,
        care=(
            "A hard day does not mean that you are back at the start. If you think of ending your"
            " life, do not wait: call a number under Help."
        ),
        prompts=(
            Prompt("helped", "What has helped most?"),
            Prompt("signs", "What are your first signs?"),
            Prompt("do", "What will you do then?"),
            Prompt("tell", "Whom will you tell, whom will you call?"),
        ),
        target=1,
    ),
)
