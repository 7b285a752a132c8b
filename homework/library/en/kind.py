"""Exercises for being on one's own side."""

from homework.library.words import EASY, PRACTISED, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="kind-letter",
        skill="kind",
        title="A letter from a kind friend",
        why=(
            "Most of us are harder on ourselves than on anyone else. Borrowing a friend’s voice can"
            " soften that."
        ),
        how=(
            "Think of something you blame yourself for. Choose a small thing first.",
            "Imagine a friend who knows all of it and likes you.",
            (
                "Write what this friend would say: what was hard, what they see in you, what they"
                " wish you. (10 minutes)"
            ),
            "Put the letter away for a day.",
            "Read it slowly, as if it had come by post.",
        ),
        example=(
            "“Dear Jo, you were tired and it was your third night up. You did come back and make it"
            " good.”"
        ),
        smallest="One sentence that you would say to a friend in your place.",
        rests_on=(
            "Compassionate letter writing (Gilbert; Neff), part of compassion-focused therapy."
        ),
        level=PRACTISED,
        care=(
            "Kind words can bring tears or an old ache. Begin with something small, and stop when"
            " it is too much. What hurts most can wait for the session."
        ),
        prompts=(Prompt("letter", "What would a kind friend write?"),),
        rating="How hard am I on myself?",
        target=1,
    ),
    BuiltInExercise(
        key="good-record",
        skill="kind",
        title="What I did well today",
        why="A strict eye sees only what went wrong. A short list gives the rest its place.",
        how=(
            "Sit down with paper in the evening. (5 minutes)",
            "Write down two things you did that took care, patience or courage.",
            "Write beside each one what it says about you, in one word.",
            "If a “yes, but” comes, write it in the margin and leave it there.",
            "On Sunday, read the whole list aloud.",
        ),
        example="“Rang the dentist: brave. Waited for my son without a sigh: patient.”",
        smallest="One thing you did, and one word for it.",
        rests_on="The positive log from cognitive therapy for low self-esteem (Fennell).",
        level=EASY,
        prompts=(
            Prompt("did", "What did you do?"),
            Prompt("word", "Which word describes you in it?"),
        ),
        rating="How hard am I on myself?",
        target=5,
    ),
)
