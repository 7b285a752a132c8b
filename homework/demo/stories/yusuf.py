"""Yusuf Rahman, 42: on the train again; his therapy has ended well."""

from homework.demo.shape import Ending, Goal, Homework, Step, Story, Week

STORY = Story(
    key="yusuf",
    name="Yusuf Rahman",
    email="yusuf.rahman@example.org",
    therapist="ana",
    hour=(-19, "17:00", 50),
    state="ended",
    reported=False,
    ending=Ending(
        helped=(
            "Standing still on the platform until it went. Doing it when nobody clapped. Telling"
            " Amina instead of inventing a dentist."
        ),
        signs=(
            "Leaving an hour early 'for the traffic'. Sitting by the door again. Water bottle back"
            " in the bag."
        ),
        will_do=(
            "One stop further than I need to, three days running. The ladder is in the blue"
            " notebook. Tell Amina on day one."
        ),
        call=(
            "Amina first. Then Riverside Rooms to ask for two sessions, no new form needed. The"
            " surgery if I don't sleep for a week."
        ),
    ),
    goals=(
        Goal(
            title="Take the train to work like anyone else",
            why="Four hours a day in the car is a part of my life I'd like back.",
            know="I fall asleep on it and overshoot my stop.",
            steps=(
                Step("The platform, no train", done=2),
                Step("One stop with Amina", done=4),
                Step("One stop alone", done=6),
                Step("To work on a Friday", done=8),
                Step("To work on a Monday", done=9),
            ),
            ratings=((1, 1), (3, 3), (5, 5), (7, 7), (9, 9)),
        ),
    ),
    weeks=(
        Week(
            focus="The platform at ten in the morning.",
            report="Stood there, two trains went without me. Wanted to run at the second.",
            feedback="Wanted to, and stood. The second train is the one I'd keep.",
            quality="comprehension",
        ),
        Week(
            focus="The platform, at the edge of the crowd.",
            insight="It goes up, it stays up for a bit, it comes down. Every time.",
            report="Down from 9 to 4 in eleven minutes.",
            feedback="You timed the thing that had you by the collar.",
        ),
        Week(
            focus="One stop with Amina.",
            report="She read out the adverts in a silly voice. I got off at the right place.",
            feedback="Adverts in a silly voice: evidence-based as of today.",
            quality="pleasure",
        ),
        Week(
            focus="One stop, no bottle, away from the door.",
            insight="The bottle never did anything.",
            report="Forgot the bottle on purpose. My hands did not know what to do.",
            feedback="Unemployed hands are a good sign.",
        ),
        Week(
            focus="One stop alone.",
            report="Tuesday no, Thursday yes. On Tuesday I said the dentist and drove.",
            feedback=(
                "Thursday was yes after Tuesday was no. Is there anyone who could hear about a"
                " Tuesday?"
            ),
            quality="obstacles",
        ),
        Week(
            focus="One stop alone, and tell Amina how it was.",
            report="Told her. She had known about the dentist.",
            feedback="They mostly know. Now you have company in it.",
            quality="collaboration",
        ),
        Week(
            focus="Three stops.",
            insight="I can be frightened and on time.",
            report="Three stops, seat in the middle, crossword.",
            feedback="Which clue?",
            quality="progress",
        ),
        Week(
            focus="All the way, Friday.",
            report="All the way. Had a doughnut on the platform like a retired champion.",
            feedback="May every champion retire on a doughnut.",
        ),
        Week(
            focus="All the way, Monday, and our last page.",
            insight="I know the way back to this if I need it.",
            report="Monday. I overslept my stop.",
            feedback=(
                "You overslept your stop. You wrote that sentence in our first hour, under 'how"
                " will I know'."
            ),
        ),
    ),
    homework=(
        Homework(
            title="Stand on the platform",
            why="Before the train comes the place where trains come.",
            what=(
                "Ten o'clock, platform two.\nStand where I can feel the wind of it. (10"
                " minutes)\nStay until it has come down by half."
            ),
            smallest="The ticket hall.",
            target="3",
            when="at ten",
            where="platform two",
            obstacle="It's packed",
            then="I stand at the far end",
            week=1,
            practice=".D.P.D. D.D..D.",
            confidence=(60, 80),
            exercise="graded-exposure",
            begun=True,
            decision="step_up",
            at="10:00",
            places="platform two",
            before=(9, 8),
            after_rating=(6, 4),
            notes=(
                "Two trains.",
                "Ticket hall, then the stairs.",
                "9 to 4, eleven minutes.",
                "Wind of it. Not so bad.",
            ),
        ),
        Homework(
            title="Ride, one rung at a time",
            why="I would like to find out what happens after the doors shut.",
            what=(
                "In. Away from the door, hands empty.\nLook at people, not at the map. (10"
                " minutes)\nOff where we agreed, not sooner.\nSit on a bench and write down what"
                " surprised me."
            ),
            smallest="In and out again before it leaves.",
            target="3",
            when="after the rush",
            where="the Riverside line",
            obstacle="I want to drive",
            then="Amina has the car keys till ten",
            week=3,
            practice=".D..D.. .S.D.D. ..N.D.. D..D.D. .D.D.D. ....D.. .D..D..",
            answers=(
                {
                    "rung": "One stop with Amina",
                    "peak": 8,
                    "surprise": "The adverts were in English.",
                },
                {"rung": "In and out", "peak": 9, "surprise": "Nobody looked."},
                {"rung": "One stop, no bottle", "peak": 7, "surprise": "Mouth was not dry."},
                {"rung": "One stop alone", "peak": 7, "surprise": "It went before the tunnel did."},
                {"rung": "Three stops", "peak": 5, "surprise": "A hen."},
                {"rung": "All the way", "peak": 4, "surprise": "That I was bored."},
            ),
            confidence=(50, 60, 60, 70, 80, 90),
            exercise="graded-exposure",
            carries=2,
            grew_from="Stand on the platform",
            at="10:30",
            places="the Riverside line",
            company="Amina|alone",
            barriers="avoided",
            before=(9, 5),
            after_rating=(5, 2),
            notes=(
                "Adverts.",
                "In, out. The whistle got me.",
                "Hands had nothing to do.",
                "Thursday. Yes.",
                "Old man with a hen in a basket.",
                "Seven across: “composure”.",
                "Bench, doughnut.",
                "Slept past my stop!",
            ),
            not_today=("Said the dentist.",),
        ),
    ),
)
