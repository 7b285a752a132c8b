"""Exercises that calm the body."""

from homework.library.words import EASY, PRACTISED, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="slow-breathing",
        skill="calm",
        title="Slow breathing",
        why=(
            "When we are tense we breathe fast and high. A slow, long breath out tells the body"
            " that it can settle."
        ),
        how=(
            "Sit or stand with both feet on the floor. Let your shoulders drop.",
            "Breathe in through your nose while you count to four.",
            "Breathe out slowly while you count to six, as if you were cooling soup.",
            (
                "Go on like this at your own speed. If counting is hard, only make the breath out"
                " longer. (3 minutes)"
            ),
            "Notice one thing that feels different, or that nothing does. Both are fine.",
        ),
        example=(
            "Mel does it in the car before she walks into the office. She counts on the steering"
            " wheel."
        ),
        smallest="Three slow breaths out, wherever you are.",
        rests_on=(
            "Slow breathing is part of many programmes for anxiety and stress. It is meant for the"
            " moment."
        ),
        level=EASY,
        care=(
            "Breathe softly rather than deeply. If you feel dizzy or more afraid, breathe as usual"
            " and look around the room. If you have panic attacks, plan with your therapist when to"
            " use this."
        ),
        rating="How tense am I?",
        target=5,
    ),
    BuiltInExercise(
        key="muscle-release",
        skill="calm",
        title="Tighten and let go",
        why=(
            "It is hard to order a muscle to relax. It is easier to tighten it first and then let"
            " go."
        ),
        how=(
            "Sit or lie down where nobody needs you for ten minutes.",
            "Make fists and hold them tight, but not so that it hurts. Then let go. (1 minute)",
            "Pull your shoulders up to your ears. Hold. Then let them fall. (1 minute)",
            "Press your knees together and tighten your legs. Hold. Then let go. (1 minute)",
            "Leave out any part that hurts or that you would rather not do.",
            "Rest, and notice the heavy or warm places. (2 minutes)",
        ),
        example="Rosa does only hands and shoulders, in the evening, with the radio on low.",
        smallest="One pair of fists: tight, then open.",
        rests_on=(
            "Progressive muscle relaxation (Jacobson), studied in many trials for tension and"
            " anxiety."
        ),
        level=EASY,
        care=(
            "Some people feel uneasy when their body lets go. Then keep your eyes open, do one part"
            " only, or stop. Leave out what hurts, cramps or is injured."
        ),
        rating="How tight is my body?",
        target=4,
    ),
    BuiltInExercise(
        key="place-of-ease",
        skill="calm",
        title="A place where I feel at ease",
        why=(
            "The body answers to pictures as it does to places. A calm picture that you know well"
            " is near when you need it."
        ),
        how=(
            (
                "Think of a place where you feel at ease. It may be real or made up, with nobody"
                " else in it."
            ),
            "Look around in it. What do you see, near and far? (2 minutes)",
            "What do you hear and smell? How warm is it, and what is under your feet? (2 minutes)",
            "Find a word or a small gesture that goes with this place.",
            "Come back: look around the room, and stretch.",
        ),
        example="Sana goes to the flat rock by the lake. Her gesture is a hand on the warm stone.",
        smallest="Say your word once and see one thing of the place.",
        rests_on="Imagining a calm or safe place, used in trauma therapy to give people a hold.",
        level=PRACTISED,
        care=(
            "If something frightening comes into the picture, open your eyes and leave it. Take"
            " another place, or use your senses. If you live with hard memories, build the place in"
            " session first."
        ),
        prompts=(
            Prompt("place", "Which place was it?"),
            Prompt("word", "Which word or gesture goes with it?"),
        ),
        rating="How uneasy do I feel?",
        target=4,
    ),
)
