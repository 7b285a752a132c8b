"""Exercises that calm the body and bring attention back."""

from homework.library.words import NUMBER, BuiltInExercise, Prompt

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
        rating="How tense am I?",
        target=5,
    ),
    BuiltInExercise(
        key="grounding-54321",
        skill="calm",
        title="Five things I can see",
        why=(
            "When fear or a memory pulls you away, your senses can bring you back to this room and"
            " this day."
        ),
        how=(
            "Look around and name five things you can see. Say them aloud if you can.",
            "Name four things you can feel, like your feet in your shoes.",
            "Name three things you can hear, near or far.",
            "Name two things you can smell, or two smells you like.",
            "Name one thing you can taste. Take a sip of water if there is some.",
            "Say where you are and what day it is.",
        ),
        example=(
            "On the bus Ali names a red bag, a wet window, a hat, a bell and a dog. By then the"
            " worst has passed."
        ),
        smallest="Name three things you can see, and put both feet on the floor.",
        rating="How far away do I feel?",
        target=3,
    ),
    BuiltInExercise(
        key="muscle-release",
        skill="calm",
        title="Tighten and let go",
        why=(
            "It is hard to order a muscle to relax. It is easier to tighten it first and then"
            " let go."
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
        rating="How tight is my body?",
        target=4,
    ),
    BuiltInExercise(
        key="mindful-minute",
        skill="calm",
        title="One thing with full attention",
        why=(
            "Minds wander. Bringing yours back, kindly, is the exercise. It gets easier with"
            " practice."
        ),
        how=(
            "Choose something you do anyway: drinking tea, washing hands, walking to the door.",
            (
                "Do it a little slower than usual. Notice how it looks, sounds, smells and feels."
                " (2 minutes)"
            ),
            "When your mind goes elsewhere, say to yourself “thinking” and come back.",
            "Stop and go on with your day.",
        ),
        example=(
            "Ben picks his first cup of coffee. His mind is off after three seconds, and he comes"
            " back nine times."
        ),
        smallest="One sip, or one step, with full attention.",
        prompts=(
            Prompt("noticed", "What did you notice?"),
            Prompt("back", "How easy was coming back?", NUMBER),
        ),
        target=5,
    ),
)
