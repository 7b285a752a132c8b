"""Samuel Adeyemi, 16: before his exams."""

from homework.demo.shape import Cover, Goal, Homework, Step, Story, Week

STORY = Story(
    key="samuel",
    name="Samuel Adeyemi",
    email="samuel.adeyemi@example.org",
    therapist="ana",
    hour=(6, "15:30", 45),
    under_18=True,
    consent_by=(
        "His mother, Folake Adeyemi, in the room on the day of the first session; Samuel agreed"
        " too."
    ),
    consent_again_days=8,
    reported=False,
    covers=(Cover("ben", "read", "Supervision of work with young people", -30, 60),),
    goals=(
        Goal(
            title="Sit my mocks without my head going white",
            why="I know the stuff. I want it to be there when I turn the page over.",
            know="I finish a paper and I can say what the questions were.",
            steps=(
                Step("Work in twenties, not in whole evenings", done=3),
                Step("One past paper with a clock"),
                Step("Ask Mr Cole the thing I don't get"),
                Step("A mock in the real hall", by="therapist"),
            ),
            ratings=((1, 2), (3, 4), (5, 5)),
        ),
    ),
    weeks=(
        Week(
            focus="Twenty minutes and stop.",
            report="twenty is short. did it 4 times. mum was suspicious when i stopped",
            feedback=(
                "I have written a line for your mum on what the stopping is for. Show it to her if"
                " you like."
            ),
            quality="rationale",
        ),
        Week(
            focus="Twenty minutes and stop, even if it's going well.",
            insight="A blank is not gone. It is late.",
            report="stopped in the middle of an integral which felt illegal",
            feedback="Illegal and finished on time. How was getting back to it?",
        ),
        Week(
            focus="Feet on the floor when the page goes white.",
            report="it worked in chemistry. not in maths but i didnt walk out",
            feedback="Not walking out is the one that will carry you into the hall.",
            quality="mastery",
        ),
        Week(
            focus="One paper, one clock.",
            insight="My hands go cold before my head does. That is my early sign.",
            report="half a paper with the clock. then i turned the clock round",
            feedback=(
                "Half with, half without. This week turn it round ten minutes later. That is all."
            ),
            quality="difficulty",
            fit="not on sundays, its church and then everyone is at ours",
        ),
        Week(focus="One paper, one clock, facing me."),
    ),
    homework=(
        Homework(
            title="Twenty minutes and stop",
            why="Long evenings are mostly me being scared near a book.",
            what=(
                "One topic on a sticky note.\nTimer on. (20 minutes)\nTimer rings, pen down,"
                " stand up."
            ),
            smallest="Five minutes, one question.",
            target="5",
            when="after school",
            where="library, third floor",
            after="When I've had something to eat",
            obstacle="group chat",
            then="phone in the locker",
            week=1,
            practice="D.DD.D. DD.DPD. D.D.DD. .DD.D.. DDD.D..",
            remind="16:15",
            confidence=(80, 80, 90),
            skill="act",
            begun=True,
            at="16:30",
            places="library|my room|bus",
            notes=(
                "waves",
                "stopped mid integral",
                "bus counts",
                "twice would be easy but i stopped",
                "french. boring but done",
                "phone in locker, felt like a spy",
            ),
        ),
        Homework(
            title="Feet, hands, five things",
            why="Gets me back into the room when the page goes white.",
            what=(
                "Both feet down.\nFive things I can see, four I can feel.\nRead the question again,"
                " slowly, with a finger."
            ),
            smallest="Feet down and read the question with a finger.",
            target="3",
            when="when my hands go cold",
            where="in class",
            obstacle="people see",
            then="nobody looks under the table",
            week=2,
            practice="..P.D.. .D..DN. D..D... .D.D...",
            confidence=(60, 70, 80),
            exercise="grounding-54321",
            carries=4,
            at="11:15",
            places="chemistry|maths|assembly",
            company="class",
            before=(7, 6),
            after_rating=(5, 3),
            barriers="mood",
            notes=(
                "forgot the five, did feet",
                "chemistry. clock, tap, kemi's bag, board, fly",
                "maths quiz, 6 out of 10, i'll take it",
                "before i put my hand up",
            ),
            not_today=("maths. went white and stayed white",),
        ),
        Homework(
            title="Half a past paper with a clock",
            why="I want to meet the clock at home first.",
            what=(
                "Paper from 2019, first half.\nClock facing me. (40 minutes)\nMark it the next day,"
                " not tonight."
            ),
            smallest="One page with the clock in the room.",
            target="2",
            when="Saturday ten o'clock and one evening",
            where="kitchen",
            obstacle="the twins",
            then="headphones, and they get the telly",
            week=4,
            practice="..P..P. .......",
            confidence=(60, 70),
            exercise="graded-exposure",
            at="10:00",
            places="kitchen",
            before=(8, 7),
            after_rating=(6, 5),
            notes=("turned the clock round after twenty", "got to question 5. twins got cartoons"),
        ),
    ),
)
