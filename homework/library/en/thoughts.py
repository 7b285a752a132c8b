"""Exercises for noticing thoughts, checking them, and answering them kindly."""

from homework.library.words import NUMBER, YES_NO, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="thought-record",
        skill="thoughts",
        title="Catch a thought and look twice",
        why=(
            "What goes through our mind changes how we feel. Written down, a thought is easier to"
            " look at from outside."
        ),
        how=(
            "Think of one moment today when your mood dropped.",
            "Write down where you were and what happened.",
            "Write down what went through your mind, in the words it used.",
            "Write down what speaks for it, as if to a fair judge.",
            "Write down what speaks against it, or what it leaves out.",
            "Put both together in one sentence that you can believe.",
        ),
        example=(
            "“She did not reply, so she is angry.” For: it is two days. Against: she is moving"
            " house. Together: “I do not know yet, and I can ask.”"
        ),
        smallest="Write down the thought, and put “I had the thought that” in front of it.",
        prompts=(
            Prompt("situation", "What happened?"),
            Prompt("thought", "What went through your mind?"),
            Prompt("for", "What speaks for it?"),
            Prompt("against", "What speaks against it?"),
            Prompt("balanced", "What is a fairer way to put it?"),
            Prompt("belief", "How much do you believe the first thought now?", NUMBER),
        ),
        rating="How strong is the feeling?",
        target=3,
    ),
    BuiltInExercise(
        key="behavioural-experiment",
        skill="thoughts",
        title="Try it and see",
        why="A fear is a forecast. A small test tells you more than an hour of thinking.",
        how=(
            "Write down what you expect to happen, so clearly that a camera could film it.",
            "Say how sure you are, from 0 to 10.",
            "Choose a small, safe test that could show you wrong.",
            "Do the test. Watch what happens outside, not only inside you.",
            "Write down what you saw, and what it tells you about your forecast.",
        ),
        example=(
            "Forecast: “If I ask a question, people will laugh.” Test: one question on Monday."
            " Seen: two nodded."
        ),
        smallest="Write down one forecast for today. Tonight, look whether it came true.",
        prompts=(
            Prompt("forecast", "What do you expect to happen?"),
            Prompt("sure", "How sure are you?", NUMBER),
            Prompt("seen", "What did you see?"),
            Prompt("true", "Did the forecast come true?", YES_NO),
            Prompt("learned", "What does that tell you?"),
        ),
        target=2,
    ),
    BuiltInExercise(
        key="worry-time",
        skill="thoughts",
        title="An appointment for worry",
        why=(
            "Worry takes the whole day if it has no place. Give it a time, and the rest of the day"
            " has more room."
        ),
        how=(
            "Choose a time and a chair. Not your bed, and not right before sleep.",
            (
                "When a worry comes at another time, note it in three words and tell it when its"
                " time is."
            ),
            "At the time, read your notes. Cross out those that have gone.",
            "Worry about the rest on purpose, with a pen. (15 minutes)",
            "If you can do something about one of them, write down the first move.",
            "When the time is up, stand up and do something with your hands.",
        ),
        example=(
            "Pat worries at 17:30 at the kitchen table. On most days half of the list has gone by"
            " then."
        ),
        smallest="Note one worry in three words, and write a time beside it.",
        prompts=(
            Prompt("list", "Which worries came?"),
            Prompt("gone", "How many had gone by the time?"),
            Prompt("move", "Is there a first move for one of them?"),
        ),
        rating="How worried am I?",
        target=5,
    ),
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
        prompts=(Prompt("letter", "What would a kind friend write?"),),
        rating="How hard am I on myself?",
        target=1,
    ),
)
