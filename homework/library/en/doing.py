"""Exercises for starting again when mood and energy are low."""

from homework.library.words import NUMBER, YES_NO, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="activity-planning",
        skill="act",
        title="Plan one good thing a day",
        why=(
            "When we feel low we do less, and then we feel lower. One planned thing a day can turn"
            " that round."
        ),
        how=(
            (
                "Think of something that used to make you glad, or that leaves you with a feeling"
                " of having done something."
            ),
            "Make it small enough for a bad day.",
            "Write down when and where you will do it, and with whom, if anyone.",
            "Do it at that time, whatever your mood says.",
            "Afterwards, rate how pleasant it was and how much you feel you achieved.",
        ),
        example=(
            "Tuesday, 17:00: Nina waters the plants on the balcony and stays outside for one song."
        ),
        smallest="Stand at the open window for two minutes.",
        prompts=(
            Prompt("did", "What did you do?"),
            Prompt("pleasure", "How pleasant was it?", NUMBER),
            Prompt("mastery", "How much did you achieve, for a day like this?", NUMBER),
        ),
        rating="How is my mood?",
        target=5,
    ),
    BuiltInExercise(
        key="mood-diary",
        skill="act",
        title="What lifts me, what drains me",
        why=(
            "Moods are not the same all day. Seeing what goes with the better hours shows what to"
            " do more of."
        ),
        how=(
            "Three times a day, stop for a moment: late morning, late afternoon, evening.",
            "Note what you are doing, and who is there.",
            "Give your mood a number from 0 to 10.",
            "At the end of the week, look for the two highest and the two lowest.",
        ),
        example="Imran found that his best hour was walking back from the school gate.",
        smallest="One number, once, before bed.",
        prompts=(
            Prompt("doing", "What are you doing?"),
            Prompt("mood", "How is your mood?", NUMBER),
        ),
        target=6,
    ),
    BuiltInExercise(
        key="opposite-action",
        skill="act",
        title="The opposite of what the mood wants",
        why=(
            "A strong feeling pushes us to do something. If that makes things worse, doing the"
            " opposite can loosen it."
        ),
        how=(
            "Name the feeling, and what it wants you to do: hide, shout, cancel, stay in bed.",
            (
                "Ask: does the feeling fit what is really happening? Would doing what it wants help"
                " me next week?"
            ),
            "If not, choose the opposite: go, speak softly, turn up, stand up.",
            "Do it all the way, with your face and your body too. (5 minutes)",
            "Notice the feeling again.",
        ),
        example=(
            "Shame told Kim to look at the floor. She looked at the cashier and said good morning."
        ),
        smallest="Sit up, lift your head, and put your feet on the floor.",
        prompts=(
            Prompt("feeling", "What was the feeling, and what did it want?"),
            Prompt("opposite", "What did you do instead?"),
            Prompt("again", "Would you do it again?", YES_NO),
        ),
        rating="How strong is the feeling?",
        target=3,
    ),
)
