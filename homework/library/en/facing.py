"""Exercises for going towards what is feared, in small steps."""

from homework.library.words import NUMBER, PREPARED, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="exposure-ladder",
        skill="facing",
        title="Build my ladder",
        why=(
            "A fear looks like one high wall. On paper it turns into rungs, and one of them is low"
            " enough."
        ),
        how=(
            "Write at the very top what you would like to do again.",
            "Write down eight to ten moments on the way there, from easy to hard.",
            "Give each of them a number from 0 to 10 for the fear you expect.",
            "Put them in order. If a gap is too big, add a rung: nearer, longer, alone.",
            "Mark the first rung, at about 3 or 4. Bring the ladder to the session.",
        ),
        example=(
            "Top: by bus to my sister. Rungs: look at the timetable, stand at the stop, ride one"
            " stop with Jo, ride alone."
        ),
        smallest="Write down the top, and the lowest rung.",
        rests_on="The fear hierarchy of exposure therapy (Wolpe; Foa; Craske).",
        level=PREPARED,
        care=(
            "Writing it down is enough for now; talk about the rungs before you try one. Put"
            " nothing on it that is dangerous for anybody. Memories of violence or shock have ways"
            " of their own in therapy."
        ),
        prompts=(
            Prompt("top", "What stands at the very top?"),
            Prompt("rungs", "Which rungs lead there, with their numbers?"),
            Prompt("first", "Which rung is the first?"),
        ),
        target=1,
    ),
    BuiltInExercise(
        key="graded-exposure",
        skill="facing",
        title="One rung of the ladder",
        why=(
            "What we keep away from stays frightening. Meeting it in small steps, again and again,"
            " lets us learn it can be borne."
        ),
        how=(
            "Choose the rung you agreed on with your therapist. Not higher today.",
            "Say how strong you expect the fear to be.",
            "Go there, and stay. Do nothing to hide or to push the fear away. (10 minutes)",
            "Notice what you feared would happen, and what does happen.",
            "Leave when you have learned something, not at the first wish to run.",
            "Write down what surprised you.",
        ),
        example="Lena stood at the lift door with the door open. The next day she rode one floor.",
        smallest="Look at a picture of the rung, or go to the door and back.",
        rests_on=(
            "Graded exposure with the aim to learn (Foa; Craske and others), well studied for"
            " fears."
        ),
        level=PREPARED,
        care=(
            "Do only rungs that you have planned in session, and nothing that is dangerous in"
            " itself. Memories of violence or shock are not for the ladder alone at home. After a"
            " very hard rung, take a lower one and tell your therapist."
        ),
        prompts=(
            Prompt("rung", "Which rung was it?"),
            Prompt("peak", "How strong was the fear at its highest?", NUMBER),
            Prompt("surprise", "What surprised you?"),
        ),
        rating="How strong is the fear?",
        target=4,
    ),
    BuiltInExercise(
        key="body-alarm",
        skill="facing",
        title="Meet a racing heart on purpose",
        why=(
            "In panic the body’s alarm feels like danger. Call it up on purpose, and you see that"
            " it comes and goes."
        ),
        how=(
            (
                "Do only the exercise that you tried in session: climbing steps, turning, or fast"
                " breathing."
            ),
            "Write down what you fear will happen.",
            "Do it for as long as you agreed. (1 minute)",
            "Stop, and let the feelings be there. Do nothing to calm them. (2 minutes)",
            "Write down what happened, and what did not.",
            "Do it again if you like. The second time is often easier.",
        ),
        example=(
            "Dana ran on the spot for a minute. Her heart raced and her legs shook. Three minutes"
            " later she made tea."
        ),
        smallest="Ten seconds of it, and one minute of watching.",
        rests_on=(
            "Interoceptive exposure from cognitive behavioural therapy for panic (Barlow and"
            " Craske)."
        ),
        level=PREPARED,
        care=(
            "Only after you have tried it in session. With heart or lung illness, asthma, epilepsy,"
            " pregnancy, fainting or injuries, only with a doctor’s yes. Stop if your chest hurts"
            " or you feel faint."
        ),
        prompts=(
            Prompt("did", "What did you do?"),
            Prompt("feared", "What did you fear would happen?"),
            Prompt("happened", "What happened?"),
            Prompt("peak", "How strong was the fear at its highest?", NUMBER),
        ),
        rating="How strong is the fear?",
        target=4,
    ),
)
