"""Exercises that bring attention back through the senses."""

from homework.library.words import EASY, NUMBER, BuiltInExercise, Prompt

EXERCISES = (
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
        rests_on=(
            "Turning to the senses is a first step in trauma therapy and in skills training"
            " (Linehan)."
        ),
        level=EASY,
        care=(
            "This brings you back; it does not go into memories. If you feel even further away,"
            " open a window, stand up or call someone. Tell your therapist about it."
        ),
        rating="How far away do I feel?",
        target=3,
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
        rests_on="A short form of mindfulness practice, as in mindfulness-based cognitive therapy.",
        level=EASY,
        care=(
            "Your eyes can stay open. If hard memories or strong unease come up, look around, move,"
            " and leave it for today. Talk about it next time."
        ),
        prompts=(
            Prompt("noticed", "What did you notice?"),
            Prompt("back", "How easy was coming back?", NUMBER),
        ),
        target=5,
    ),
    BuiltInExercise(
        key="comfort-box",
        skill="calm",
        title="A box for hard hours",
        why=(
            "In a hard hour it is difficult to think of what does you good. The box has thought of"
            " it before."
        ),
        how=(
            "Take a box, a bag or a drawer that is easy to reach.",
            "Put in something for each sense: to see, to hear, to smell, to taste, to touch.",
            "Add two lines that did you good, by you or by somebody who likes you.",
            "Write down three people you can call, and put the list on top.",
            "In a hard hour, open it and use one thing after the other. (10 minutes)",
        ),
        example=(
            "Kit’s box holds a smooth stone, mint sweets, a scarf that smells of home and a list of"
            " songs."
        ),
        smallest="Put one thing into your pocket that is good to hold.",
        rests_on=(
            "Soothing through the senses, from the skills of dialectical behaviour therapy"
            " (Linehan)."
        ),
        level=EASY,
        care=(
            "Put nothing in that you could hurt yourself with. The box is not for emergencies: if"
            " you think of ending your life, call a number under Help."
        ),
        prompts=(
            Prompt("used", "What did you use?"),
            Prompt("helped", "How much did it help?", NUMBER),
        ),
        rating="How hard is this hour?",
        target=2,
    ),
)
