"""Exercises for noticing what is good."""

from homework.library.words import EASY, NUMBER, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="three-good-things",
        skill="good",
        title="Three good things",
        why="The mind keeps what was bad. Written down, what was good has a place as well.",
        how=(
            "Sit down in the evening, in the same place if you can. (5 minutes)",
            "Write down three things that were good today. Small ones count.",
            "Write beside them how they came about, or who had a part in it.",
            "If you like, thank somebody tomorrow.",
        ),
        example=(
            "“The bus driver waited. I slept until seven. Aunt Lu rang, because I had written to"
            " her.”"
        ),
        smallest="One good thing to think of before you fall asleep.",
        rests_on=(
            "Gratitude writing (Emmons and McCullough; Seligman and others). The effects found are"
            " small."
        ),
        level=EASY,
        care=(
            "This is not for making hard things look good. If it feels false or like a duty, leave"
            " it for a few days."
        ),
        prompts=(
            Prompt("things", "What was good today?"),
            Prompt("how", "How did one of them come about?"),
        ),
        target=4,
    ),
    BuiltInExercise(
        key="savouring",
        skill="good",
        title="Stay with a good moment",
        why=(
            "Good moments pass quickly when nobody looks. Stay for a little, and there is more of"
            " it."
        ),
        how=(
            "Choose something you like that is coming today: a song, a shower, a bite, a view.",
            "Put everything else away.",
            "Take it in with all your senses, quite slowly. (2 minutes)",
            "Say to yourself what is good about it.",
            "Tell somebody about it later, or think of it once more in the evening.",
        ),
        example=(
            "Nils eats his peach at the window. He notices the fur, the juice and the quiet street."
        ),
        smallest="Stay three breaths longer with something pleasant.",
        rests_on="Savouring from positive psychology (Bryant and Veroff), also used with low mood.",
        level=EASY,
        care="If you feel little or nothing, that is no mistake. Looking is enough.",
        prompts=(
            Prompt("moment", "Which moment was it?"),
            Prompt("good", "What was good about it?"),
            Prompt("pleasant", "How pleasant was it?", NUMBER),
        ),
        target=5,
    ),
)
