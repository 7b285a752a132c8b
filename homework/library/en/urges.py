"""Exercises for the minutes in which an urge is strong."""

from homework.library.words import NUMBER, PRACTISED, YES_NO, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="urge-surfing",
        skill="urges",
        title="Ride the wave",
        why=(
            "An urge feels as if it will grow for ever. It does not. Watching it rise and fall"
            " makes room to choose."
        ),
        how=(
            "Notice where in your body the urge is. Give it a number from 0 to 10.",
            "Breathe, and watch it as if it were a wave. You need not push it away.",
            "Name what changes: warmer, tighter, higher, lower. (5 minutes)",
            "Give it a number again. If it is still high, stay for one more wave.",
            "Now choose what you do next.",
        ),
        example=(
            "The wish for a drink sat in Ray’s throat. It was 8, then 9, then 5 when the kettle had"
            " boiled."
        ),
        smallest="Wait for ten breaths and name where you feel it.",
        rests_on="Urge surfing from relapse prevention (Marlatt; Bowen).",
        level=PRACTISED,
        care=(
            "Stopping alcohol or some medicines all at once can be dangerous: ask a doctor first."
            " If the urge is to hurt yourself, do not stay alone with it. Help has numbers."
        ),
        prompts=(
            Prompt("where", "Where did you feel it?"),
            Prompt("peak", "How strong was it at its highest?", NUMBER),
            Prompt("rode", "Did you ride it out?", YES_NO),
        ),
        rating="How strong is the urge?",
        target=4,
    ),
    BuiltInExercise(
        key="pause-plan",
        skill="urges",
        title="Stop, step back, then speak",
        why=(
            "In hot moments the first thing we do is seldom the one we are glad of. A short break"
            " gives you a choice."
        ),
        how=(
            "Learn your first sign: hot face, loud voice, tight jaw.",
            "At the sign, stop. Say: “I need five minutes. I will come back.”",
            "Leave the room if you can. Let your breath slow down. (5 minutes)",
            "Ask yourself what you want to happen in the next hour.",
            "Go back, and say one thing, beginning with “I”.",
        ),
        example="“I got loud. I was worried about the money. Can we look at it after dinner?”",
        smallest="Unclench your hands and take one step back.",
        rests_on="Time-out from therapy for anger (Novaco).",
        level=PRACTISED,
        care=(
            "Tell those you live with about the pause beforehand. If anyone could get hurt, leave"
            " and call for help."
        ),
        prompts=(
            Prompt("sign", "What was the first sign?"),
            Prompt("did", "What did you do?"),
            Prompt("after", "How did it end?"),
        ),
        rating="How hot is the anger?",
        target=3,
    ),
    BuiltInExercise(
        key="trigger-map",
        skill="urges",
        title="What came before, what came after",
        why=(
            "An urge seldom falls from the sky. If you see what leads to it, you find the place to"
            " turn off."
        ),
        how=(
            "Take one moment with an urge, or with a habit that you want to change.",
            "Write down what came before: place, people, time, thought, feeling in the body.",
            "Write down what you did.",
            "Write down what it gave you at once, and what it cost you later.",
            "Mark one place where you could have turned off. (5 minutes)",
        ),
        example=(
            "Before: at home, tired, alone. Then: an hour of buying on the phone. At once: calm."
            " Later: the bill. Turning off: the phone stays in the hall."
        ),
        smallest="Write down only what came right before.",
        rests_on=(
            "Functional analysis (the chain of before and after), a base of behaviour therapy and"
            " relapse prevention."
        ),
        level=PRACTISED,
        care=(
            "This is about understanding, not about blame. If looking back makes the urge stronger,"
            " stop and do something with your hands."
        ),
        prompts=(
            Prompt("before", "What came before?"),
            Prompt("did", "What did you do?"),
            Prompt("gave", "What did it give you, and what did it cost?"),
            Prompt("turn", "Where could you turn off?"),
        ),
        target=3,
    ),
)
