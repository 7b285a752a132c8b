"""Harbour Lane's clients: Sean Doyle, Petra Lang, and Ben Hartley, who is a therapist elsewhere."""

from homework.demo.shape import Goal, Homework, Step, Story, Week

SEAN = Story(
    key="sean",
    name="Sean Doyle",
    email="sean.doyle@example.org",
    therapist="nuala",
    clinic="harbour",
    hour=(2, "10:00", 60),
    goals=(
        Goal(
            title="Go out on the boat again",
            why="I'm a fisherman who fishes from the wall.",
            know="I come in wet and somebody else has made the tea.",
            steps=(
                Step("Sit on her in the harbour", done=3),
                Step("To the light and back with Con"),
                Step("A night trip"),
            ),
            ratings=((1, 1), (3, 3), (5, 4)),
        ),
    ),
    weeks=(
        Week(
            focus="Down the ladder.",
            report="Down the ladder and up the ladder. Con held the rope and his tongue.",
            feedback="Two ladders. That's a working day.",
            quality="difficulty",
        ),
        Week(
            focus="Down the ladder, and sit.",
            insight="The sea isn't the day it happened. It's every other day as well.",
            report="Sat and coiled the line. My hands remember it all.",
            feedback="Hands are good with memory. They keep the useful parts too.",
        ),
        Week(
            focus="Engine on.",
            report="Engine on, tied up. I could feel her pull and I let her.",
            feedback="You let her pull. I'd like to hear that sentence again on Thursday.",
            quality="mastery",
        ),
        Week(
            focus="As far as the wall.",
            insight="I can turn round any time, so I need not turn round now.",
            report="Fog Monday, swell Tuesday. Wednesday as far as the wall.",
            feedback="Fog isn't fear, it's fog. You waited for Wednesday as any skipper would.",
            quality="obstacles",
        ),
        Week(
            focus="To the light with Con.",
            report="Flat calm and we went. I'll tell you the rest myself.",
        ),
    ),
    homework=(
        Homework(
            title="Aboard",
            why="She's been looking at me for a year.",
            what=(
                "Down the ladder.\nFive things I see, four I feel under my hands. (2 minutes)\nA"
                " job that wants doing. (20 minutes)\nUp when the job is done, not before."
            ),
            smallest="Stand at the top of the ladder.",
            target="3",
            when="slack water, in the morning",
            where="the old quay",
            obstacle="It's blowing",
            then="top of the ladder, then mend net in the shed",
            week=1,
            practice=".P..D.. D.D.D.. .D.D.D. ..N.D.. D.D.D..",
            remind="07:00",
            confidence=(50, 70, 80),
            exercise="grounding-54321",
            begun=False,
            carries=2,
            at="08:30",
            places="the old quay|aboard",
            company="Con|alone",
            barriers="place",
            before=(9, 6),
            after_rating=(6, 3),
            notes=(
                "Ladder both ways.",
                "Coiled the line.",
                "Pumped her out. Forgot to be afraid for a bit.",
                "Engine.",
                "As far as the wall.",
                "New plugs in.",
                "To the light. Gannets.",
            ),
            not_today=("Fog you could lean on.",),
        ),
    ),
)

PETRA = Story(
    key="petra",
    name="Petra Lang",
    email="petra.lang@example.org",
    therapist="nuala",
    clinic="harbour",
    hour=(4, "15:00", 60),
    reported=False,
    goals=(
        Goal(
            title="Have a row and still be there afterwards",
            why="I go quiet and then I go.",
            know="We have argued about the boiler and eaten together the same night.",
            steps=(
                Step("Notice when I go quiet", done=2),
                Step("Say: I've gone quiet"),
                Step("Stay in the room for one more minute"),
            ),
            ratings=((1, 3), (3, 4)),
        ),
    ),
    weeks=(
        Week(
            focus="Catch the quiet.",
            report="It starts in my ears, as if under water.",
            feedback="Under water: then we look for the surface.",
            quality="comprehension",
        ),
        Week(
            focus="Catch the quiet, come up.",
            insight="Quiet kept me safe when I was eight. I'm forty-three.",
            report="Said it to my sister on the phone. She said: I know, love.",
            feedback="She knew. How long, do you think?",
        ),
        Week(focus="Say it to Tom."),
    ),
    homework=(
        Homework(
            title="Say “I've gone quiet”",
            why="If I say it, it's already half undone.",
            what=(
                "Ears under water: hand flat on the table.\nSay: I've gone quiet. I'm still"
                " here.\nOne more minute in the room. (1 minute)"
            ),
            smallest="Hand flat on the table.",
            target="2",
            when="when it goes under water",
            where="kitchen",
            obstacle="He thinks I'm sulking",
            then="the card on the fridge explains it",
            week=1,
            practice="..S..P. .D...D. .P...D.",
            confidence=(60, 70, 60),
            exercise="opposite-action",
            carries=2,
            at="19:30",
            places="kitchen|phone",
            company="Tom|my sister",
            before=(8, 7),
            after_rating=(5, 4),
            notes=(
                "Hand. No words.",
                "Words, to the fridge.",
                "My sister: I know, love.",
                "Tom said: how long's a minute?",
                "Boiler. Stayed for half of it.",
            ),
        ),
    ),
)

BEN = Story(
    key="ben-at-harbour",
    name="Ben Hartley",
    email="therapist2@midweek.test",
    therapist="nuala",
    clinic="harbour",
    hour=(5, "18:00", 60),
    reported=False,
    goals=(
        Goal(
            title="Close the door of the room behind me at six",
            why="I listen for a living and at home I have no ears left.",
            know="My daughter tells me a long story and I could tell it again.",
            steps=(
                Step("Notes done by half past five", done=2),
                Step("Run home, slowly"),
                Step("No e-mail after dinner"),
            ),
            ratings=((1, 4), (3, 5)),
        ),
    ),
    weeks=(
        Week(
            focus="Last note at half past five.",
            report="Three days of four. I write long when I'm tired.",
            feedback="Long when tired: worth a line of its own, and a short one.",
            quality="quantity",
        ),
        Week(
            focus="Last note at half past five, short.",
            insight="I give the same advice. It's harder from this chair.",
            report="Short. And then I ran, and my head was empty by the bridge.",
            feedback="Empty by the bridge. Which bridge, and may I borrow it?",
        ),
        Week(focus="Run home on Tuesday and Thursday."),
    ),
    homework=(
        Homework(
            title="Last note at half past five",
            why="What I have not written down I carry home.",
            what=(
                "Clock on the desk turned towards me.\nThree lines a person. (5 minutes)\nPen down"
                " at half past, even in mid-sentence."
            ),
            smallest="One line, initials only.",
            target="mon tue wed thu",
            when="after the last hour",
            where="my desk",
            obstacle="A hard hour that wants a page",
            then="three lines now, a page in supervision",
            week=1,
            practice=".D.DPD. .DDD.D.",
            rating="How much is left in my head?",
            confidence=(70, 80),
            exercise="wind-down",
            at="17:30",
            places="my desk",
            before=(6, 5),
            after_rating=(4, 3),
            barriers="busy",
            notes=(
                "Long, because tired.",
                "Three lines. Felt rude.",
                "Half past, mid-sentence.",
                "Short enough to read.",
            ),
        ),
        Homework(
            title="Run home, slowly",
            why="Twenty-five minutes in which nobody needs an answer.",
            what=(
                "Bag in the office, key in my pocket.\nSo slowly that I could talk. (25"
                " minutes)\nWalk the last street."
            ),
            smallest="Walk to the bridge and take the bus.",
            target="tue thu",
            when="at six",
            where="along the river",
            after="When the light in the room is off",
            obstacle="Rain and a late client",
            then="walk to the bridge",
            week=2,
            practice="...D.D. .D.D.D.",
            confidence=(80, 90),
            exercise="activity-planning",
            at="18:10",
            places="along the river",
            before=(4, 5),
            after_rating=(7, 7),
            notes=(
                "Empty by the bridge.",
                "Slower than a pram.",
                "Heard the whole story of the hamster. Could tell it again.",
            ),
        ),
    ),
)
