"""Exercises for noticing thoughts, checking them, and answering them."""

from homework.library.words import EASY, NUMBER, PRACTISED, YES_NO, BuiltInExercise, Prompt

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
        rests_on="The thought record of cognitive therapy (Beck).",
        level=PRACTISED,
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
        rests_on="Behavioural experiments of cognitive therapy (Beck; Bennett-Levy and others).",
        level=PRACTISED,
        care=(
            "Keep the test small and safe, for you and for others. Plan the first ones with your"
            " therapist."
        ),
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
        rests_on="Stimulus control for worry (Borkovec), part of therapy for generalised anxiety.",
        level=EASY,
        care=(
            "Leave it if worrying on purpose makes the day heavier, and say so in therapy. If you"
            " think of not wanting to live, do not wait for the hour: Help has numbers."
        ),
        prompts=(
            Prompt("list", "Which worries came?"),
            Prompt("gone", "How many had gone by the time?"),
            Prompt("move", "Is there a first move for one of them?"),
        ),
        rating="How worried am I?",
        target=5,
    ),
    BuiltInExercise(
        key="thought-distance",
        skill="thoughts",
        title="I notice the thought",
        why=(
            "A thought can sound like a fact. With a little distance you can hear it and still"
            " choose."
        ),
        how=(
            "Catch a thought that you get stuck on, in one sentence.",
            "Say it slowly, with “I notice the thought that” in front.",
            "Thank your mind for it, as you might thank a radio for the news.",
            "Say the sentence in a silly voice or sing it, if it is not too sore.",
            "Turn back to what you were doing. The thought may come along.",
        ),
        example=(
            "“I notice the thought that I will spoil this.” Then Priti went on stirring the soup."
        ),
        smallest="Put “I notice the thought that” in front of one thought.",
        rests_on=(
            "Distance from thoughts (defusion), from acceptance and commitment therapy (Hayes and"
            " others)."
        ),
        level=EASY,
        care=(
            "Leave out the silly voice where it is about loss, violence or shame. Thoughts of not"
            " wanting to live are not to be carried alone: tell somebody, or open Help."
        ),
        prompts=(
            Prompt("thought", "Which thought was it?"),
            Prompt("then", "What did you go on with?"),
            Prompt("grip", "How tightly did it hold you afterwards?", NUMBER),
        ),
        target=5,
    ),
    BuiltInExercise(
        key="from-why-to-how",
        skill="thoughts",
        title="From why to how",
        why=(
            "Brooding asks “why?” and goes in circles. A question with “how?” leads to the next"
            " small step."
        ),
        how=(
            "Notice that you are brooding, and for how long.",
            "Write down the question that goes round.",
            "Take one real moment of it: where were you, what did you see and hear?",
            "Ask yourself: how did it happen, one thing after the other? (5 minutes)",
            "Ask yourself: how could I help myself a little in the next hour? Do that.",
        ),
        example=(
            "“Why am I always like this?” became “How did this morning go?” To begin with, the"
            " phone stays off until breakfast."
        ),
        smallest="Notice one “why”, and turn it into a “how”.",
        rests_on=(
            "Concrete thinking in the place of brooding, from therapy for rumination (Watkins)."
        ),
        level=PRACTISED,
        care=(
            "Do not take a memory of violence or shock for this. Such memories are for the session."
        ),
        prompts=(
            Prompt("question", "Which question went round?"),
            Prompt("moment", "Which moment was it about?"),
            Prompt("next", "What could help in the next hour?"),
        ),
        rating="How much am I brooding?",
        target=3,
    ),
)
