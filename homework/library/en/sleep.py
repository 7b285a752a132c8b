"""Exercises for calmer evenings and steadier nights."""

from homework.library.words import EASY, NUMBER, PRACTISED, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="wind-down",
        skill="sleep",
        title="A quiet last hour",
        why="Sleep comes more easily when the evening slows down in the same way each night.",
        how=(
            "Choose a time, about an hour before bed.",
            "Put work and news away. Note what is left for tomorrow in a few words.",
            "Dim the light. Put the phone where you cannot reach it from the bed.",
            "Do something quiet that you like: wash, read, listen, fold. (20 minutes)",
            "Go to bed when you feel sleepy.",
        ),
        example=(
            "At 21:45 Carla writes tomorrow’s list, then mends or reads until her eyes grow heavy."
        ),
        smallest="Dim one lamp and put the phone in another room.",
        rests_on=(
            "Sleep habits, one part of cognitive behavioural therapy for insomnia. Alone they often"
            " do little."
        ),
        level=EASY,
        care=(
            "Sleep cannot be forced. If the quiet hour turns into one more duty, take something out"
            " of it."
        ),
        prompts=(
            Prompt("did", "What did you do?"),
            Prompt("night", "How rested were you in the morning?", NUMBER),
        ),
        target=6,
    ),
    BuiltInExercise(
        key="sleep-window",
        skill="sleep",
        title="Up at the same time",
        why=(
            "Getting up at one steady time sets the body’s clock. Long hours awake in bed do the"
            " opposite."
        ),
        how=(
            "Agree with your therapist on a time to get up that fits your life.",
            "Get up at your time, also after a poor night and at the weekend.",
            "Open the curtains or go outside soon after.",
            (
                "If you lie awake for long, get up and do something dull in low light until you are"
                " sleepy."
            ),
            "Keep naps short and early, or leave them out.",
        ),
        example="Win gets up at 6:45. On Sunday too, with the promise of a walk for fresh bread.",
        smallest="Feet on the floor at the time. You may sit there for a while.",
        rests_on=(
            "A steady time to rise and stimulus control (Bootzin), from cognitive behavioural"
            " therapy for insomnia. Not sleep restriction."
        ),
        level=PRACTISED,
        care=(
            "This is not about less time in bed. With epilepsy, bipolar moods, shift work or great"
            " sleepiness by day, talk with your doctor or therapist first. Do not drive or use"
            " machines when you are very sleepy."
        ),
        prompts=(
            Prompt("up", "When did you get up?"),
            Prompt("hours", "About how many hours did you sleep?"),
            Prompt("rested", "How rested are you?", NUMBER),
        ),
        target=7,
        version=2,
    ),
    BuiltInExercise(
        key="sleep-diary",
        skill="sleep",
        title="Four lines about the night",
        why=(
            "A night feels longer or shorter than it was. A week on paper shows a pattern to work"
            " with."
        ),
        how=(
            "Fill it in soon after you get up.",
            "Write when you put out the light, and about when you fell asleep.",
            "Write how often you woke, and how long you lay awake in all.",
            "Write when you got up, and how rested you feel.",
            "A guess is good enough. Do not look at the clock in the night.",
        ),
        example="“Light out 23:00, asleep about 23:40, awake twice, up at 6:50. Rested: 5.”",
        smallest="Only when you got up, and how rested you are.",
        rests_on=(
            "The sleep diary, mostly the first step of cognitive behavioural therapy for insomnia."
        ),
        level=EASY,
        care=(
            "If writing makes the nights even more important, leave it for a week and say so. With"
            " loud snoring, pauses in breathing or falling asleep by day, ask a doctor."
        ),
        prompts=(
            Prompt("light", "When did you put out the light?"),
            Prompt("asleep", "About when did you fall asleep?"),
            Prompt("awake", "How long did you lie awake in the night?"),
            Prompt("up", "When did you get up?"),
            Prompt("rested", "How rested are you?", NUMBER),
        ),
        target=7,
    ),
)
