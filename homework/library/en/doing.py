"""Exercises for starting again when mood and energy are low."""

from homework.library.words import EASY, NUMBER, PRACTISED, YES_NO, BuiltInExercise, Prompt

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
        rests_on=(
            "Behavioural activation (Lewinsohn; Martell and others), a well-studied part of therapy"
            " for low mood."
        ),
        level=EASY,
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
        rests_on="Monitoring activity and mood, the first step of behavioural activation.",
        level=EASY,
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
        rests_on="Opposite action from dialectical behaviour therapy (Linehan).",
        level=PRACTISED,
        care=(
            "This is for feelings that do not fit the facts. If the danger is real, fear is right:"
            " go where you are safe."
        ),
        prompts=(
            Prompt("feeling", "What was the feeling, and what did it want?"),
            Prompt("opposite", "What did you do instead?"),
            Prompt("again", "Would you do it again?", YES_NO),
        ),
        rating="How strong is the feeling?",
        target=3,
    ),
    BuiltInExercise(
        key="gentle-walk",
        skill="act",
        title="Ten minutes of moving",
        why="Moving a little can lift the mood and use up tension. It does not have to be sport.",
        how=(
            "Choose something that you can do today: walk, climb stairs, dance, stretch, cycle.",
            "Put your shoes or your music ready beforehand.",
            "Begin at an easy pace, so that you could still talk. (10 minutes)",
            "Look up now and then, and find one thing on the way.",
            "Stop while it still feels all right.",
        ),
        example="Omar walks to the second bus stop and gets on there.",
        smallest="Put on your shoes and go once around the house.",
        rests_on=(
            "Physical activity as part of behavioural activation, studied in many trials for low"
            " mood."
        ),
        level=EASY,
        care=(
            "With pain, an illness, a pregnancy or after a long rest, ask a doctor what is good for"
            " you. Stop if your chest hurts or you feel faint. If you tend to overdo it, agree on"
            " an upper limit."
        ),
        prompts=(
            Prompt("moved", "What did you do?"),
            Prompt("after", "How did you feel afterwards?"),
        ),
        rating="How is my mood?",
        target=4,
    ),
    BuiltInExercise(
        key="pacing",
        skill="act",
        title="Rest before I am worn out",
        why=(
            "To do everything on a good day and pay for it later is tiring. Even portions leave"
            " more for tomorrow."
        ),
        how=(
            "Choose one thing that often costs you too much.",
            "Find out how long you can do it on an ordinary day without paying for it later.",
            "Take a little less than that as your portion.",
            "Stop when the portion is done, on a good day too. Then rest. (10 minutes)",
            "Keep the portion as it is for a week. Only then talk about a bigger one.",
        ),
        example=(
            "Joan irons for eight minutes, rests for ten, and irons on. The evening is still hers."
        ),
        smallest="One rest, taken before you need it.",
        rests_on=(
            "Activity pacing, from therapy for long-lasting pain and tiredness. It does not help"
            " everybody alike."
        ),
        level=PRACTISED,
        care=(
            "Agree on the portions with your therapist or doctor. If effort makes your illness"
            " worse, do not push past your limit. Show new pain to a doctor."
        ),
        prompts=(
            Prompt("portion", "What was your portion, and of what?"),
            Prompt("kept", "Did you stop in time?", YES_NO),
            Prompt("cost", "How worn out were you in the evening?", NUMBER),
        ),
        target=5,
    ),
)
