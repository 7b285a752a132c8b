"""Sofia Marques, 27: at home again; someone may see her phone."""

from homework.demo.shape import Goal, Homework, Step, Story, Week

STORY = Story(
    key="sofia",
    name="Sofia Marques",
    email="sofia.m@example.org",
    therapist="ana",
    hour=(1, "13:15", 50),
    phone_shared=True,
    reported=True,
    crisis_text=(
        "In danger now: 999. If you cannot speak, call 999 and press 55. The Elm Street house line,"
        " day and night: 01632 960 177."
    ),
    goals=(
        Goal(
            title="Feel at home in my own skin, and in my own flat",
            why="I have a key now. I want to feel that it is mine.",
            know="I sit with my back to the door and only notice later.",
            steps=(
                Step("Know where I am when it goes foggy", done=4),
                Step("Choose one corner and make it mine"),
                Step("Tea with the curtains open"),
                Step("Ask Marta to stay for dinner"),
                Step("Sleep without the hall light", agreed=False),
            ),
            ratings=((1, 2), (4, 3), (6, 4)),
        ),
    ),
    weeks=(
        Week(
            focus="Come back to the room.",
            report="The lemon worked better than the counting.",
            feedback="Then lemon it is. You are the one who knows.",
            quality="match",
        ),
        Week(
            focus="Lemon, feet, window.",
            insight="The fog is old. The room is new.",
            report="Twice at work. Nobody noticed, which I minded a little.",
            feedback="That you minded is worth a place next time, if you want it to have one.",
        ),
        Week(
            focus="Lemon, feet, window.",
            report="I'd rather not say about this week.",
            feedback="That is a whole report. It is enough.",
            fit="I want to be able to stop in the middle.",
        ),
        Week(
            focus="Two minutes is plenty.",
            insight="I can stop. Stopping is mine.",
            report="Stopped in the middle once and nothing happened.",
            feedback="You stopped and nothing happened. That may be the practice itself.",
            quality="mastery",
        ),
        Week(
            focus="The corner by the window.",
            report="Bought a lamp. It is ugly and nobody else chose it.",
            feedback="Long live the ugly lamp.",
            quality="pleasure",
        ),
        Week(
            focus="The corner by the window, with the lamp on.",
            report=(
                "I slept in the chair there on Saturday. I want to talk about what else belongs in"
                " the corner."
            ),
        ),
    ),
    homework=(
        Homework(
            title="Lemon, feet, window",
            why="So that I know it is today.",
            what=(
                "Smell the lemon.\nFeet on the floor, press.\nLook out and name five things. (2"
                " minutes)\nSay the day and my street."
            ),
            smallest="Smell the lemon.",
            target="4",
            when="when it goes foggy",
            where="anywhere, lemon is in the bag",
            obstacle="I'm too far away to remember",
            then="the green thread on my wrist reminds me",
            week=1,
            practice=".D.S.D. D..D.D. ...p... .D.S..D D..D... .D..D..",
            confidence=(60, 70, 70, 80),
            exercise="grounding-54321",
            begun=True,
            carries=2,
            at="15:30",
            places="work|kitchen|tram stop",
            before=(8, 7),
            after_rating=(5, 3),
            notes=(
                "Lemon first, the rest after.",
                "Saw the thread before I knew what it was for.",
                "Gull, crane, red van, boy, cloud.",
                "Stopped after two. Fine.",
                "At the tram stop, a woman asked for a bit of lemon for her tea.",
            ),
            private=("He had the same coat.",),
        ),
        Homework(
            title="Ten minutes in my corner",
            why="A place gets mine by being sat in.",
            what=(
                "Lamp on.\nSit as I like. Door in sight if I want it. (10 minutes)\nMove one thing"
                " to where I'd like it."
            ),
            smallest="Switch on the lamp.",
            target="3",
            when="before dinner",
            where="corner by the window",
            obstacle="I hear the stairs",
            then="I say: that is Mr Abara, he has a stick",
            week=5,
            practice="..D..D. D.DS.D.",
            rating="How watchful am I?",
            confidence=(80, 90),
            exercise="values-compass",
            carries=4,
            at="18:20",
            places="corner by the window",
            before=(5, 4),
            after_rating=(4, 2),
            notes=(
                "Mr Abara, with stick.",
                "Moved the plant. Moved it back.",
                "Sat. Forgot the time.",
                "Lamp.",
            ),
        ),
    ),
)
