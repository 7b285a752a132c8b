"""Callum Reid, 31: and Friday's drinks."""

from homework.demo.shape import Goal, Homework, Step, Story, Week

STORY = Story(
    key="callum",
    name="Callum Reid",
    email="callum.reid@example.org",
    therapist="ana",
    hour=(4, "18:00", 50),
    reported=False,
    goals=(
        Goal(
            title="Remember my Saturdays",
            why="I've a season ticket and could not tell you the scores.",
            know="I'm up for parkrun and I know what I said to people.",
            steps=(
                Step("Count, without changing anything", done=2),
                Step("Three dry days a week", done=6),
                Step("Friday: eat first, home by ten"),
                Step("One Friday on lime and soda"),
                Step("Tell Fraser why"),
            ),
            ratings=((1, 2), (3, 4), (5, 3), (7, 5)),
        ),
    ),
    weeks=(
        Week(
            focus="Count them. That's all.",
            report="More than I tell the doctor, less than I feared.",
            feedback="An honest number between two guesses. That is a good place to stand.",
            quality="comprehension",
        ),
        Week(
            focus="Mon, Tue, Wed dry.",
            insight="The first one is the decision. After that the drink decides.",
            report="Mon and Tue. Wed was the quiz.",
            feedback=(
                "Two of three. What would the quiz be like with a ginger beer and the same bad"
                " team?"
            ),
        ),
        Week(
            focus="Dry days, and ride the wave on the others.",
            report="Wave was about eleven minutes. I'd always given it two.",
            feedback="Eleven minutes! You have measured something most people never wait to see.",
            quality="mastery",
        ),
        Week(
            focus="Dry days, and ride the wave on the others.",
            insight="It's not thirst. It's quarter past five.",
            report="Had a shocker on Friday after the derby. Not going to dress it up.",
            feedback=(
                "Thank you for the plain telling. One Friday does not undo three weeks of waves. We"
                " look at quarter past five."
            ),
            quality="obstacles",
            fit="Fridays need their own plan. The rest is holding.",
        ),
        Week(focus="Something else at quarter past five.", unreviewed=True),
        Week(
            focus="Something else at quarter past five.",
            report=(
                "Swam Monday and Thursday. Dry on four. Ate before the pub on Friday and left at"
                " eleven, which isn't ten but isn't two."
            ),
            feedback="Eleven isn't ten and isn't two. Write that on the fridge.",
            quality="progress",
        ),
        Week(focus="Eat first, home by ten."),
    ),
    homework=(
        Homework(
            title="Count them",
            why="I've never known the number. I'd like to, before I argue with it.",
            what=(
                "A mark on the beer mat for each one.\nMat in the wallet.\nAdd up in the morning,"
                " with coffee."
            ),
            smallest="Write down the first one and the last one.",
            target="7",
            when="from the first one on",
            obstacle="I lose the mat",
            then="I count backwards in the morning and write “about”",
            week=1,
            practice="DD.DPDD",
            confidence=(80,),
            skill="urges",
            at="22:45",
            places="home|The Anchor",
            company="alone|Fraser",
            notes=(
                "None.",
                "Three.",
                "Two, and I noticed the second.",
                "About nine.",
                "Four, watching the match at home.",
            ),
        ),
        Homework(
            title="Three dry days",
            why="I'd like to know what I'm like on a Tuesday.",
            what=(
                "Bottles out of the fridge on Sunday night.\nGinger beer in.\nA tick on the"
                " calendar before bed."
            ),
            smallest="First drink an hour later than usual.",
            target="mon tue wed",
            when="Monday to Wednesday",
            where="home",
            obstacle="Quiz on Wednesday",
            then="I drive, so I can't",
            week=2,
            practice="...DD.. ..PDD.. ...D.N. ..DDD.. ..DDDD. ..DDDD.",
            confidence=(60, 70, 70, 80),
            exercise="pause-plan",
            at="22:30",
            places="home|the quiz",
            company="alone|quiz team",
            barriers="avoided",
            notes=(
                "Tick.",
                "Tick. Slept like a log.",
                "One at the quiz, so half a tick.",
                "Came second with a clear head. Fraser furious.",
                "Tick, tick, tick.",
                "Four in a row, had to look twice.",
            ),
            not_today=("No.",),
        ),
        Homework(
            title="Ride the wave",
            why="If I can wait it out once I know it ends.",
            what=(
                "Where is it? Throat, hands, head.\nNumber from 0 to 10.\nBreathe and watch it. (10"
                " minutes)\nNumber again. Then choose."
            ),
            smallest="Ten breaths, feet on the floor.",
            target="3",
            when="",
            where="kitchen, or the works van",
            after="When I have parked",
            obstacle="I'm with the lads",
            then="I go and look at the dartboard for ten minutes",
            week=3,
            practice=".D..DP. D..n... .D.D... D..D.D. .D.D.D.",
            confidence=(60, 70, 60, 80),
            exercise="urge-surfing",
            carries=4,
            begun=True,
            at="17:20",
            places="works van|kitchen|by the dartboard",
            before=(8, 7),
            after_rating=(5, 3),
            notes=(
                "Throat. 8, 9, 9, 6, 4.",
                "Eleven minutes by the van clock.",
                "Rode it, then had one anyway. But one.",
                "Dartboard. Someone asked if I was playing.",
                "Came and went before I'd parked.",
                "6 to 3, in the queue at the chippy.",
            ),
            private=("Derby. Lost count at nine. Woke on Fraser's stairs.",),
        ),
        Homework(
            title="Quarter past five: pool",
            why="That hour needs something in it that isn't the van and the shop.",
            what=(
                "Bag in the van in the morning.\nStraight from the yard.\nTwenty lengths, or sit in"
                " the warm bit. (30 minutes)"
            ),
            smallest="Drive past the pool instead of the shop.",
            target="mon thu",
            when="straight after work",
            where="leisure centre",
            obstacle="Can't be bothered",
            then="warm bit only",
            week=5,
            practice=".D..... D...D.. .D..D..",
            remind="16:45",
            confidence=(70, 80),
            exercise="activity-planning",
            carries=4,
            at="17:30",
            places="leisure centre",
            before=(4, 5),
            after_rating=(7, 7),
            notes=(
                "Fourteen lengths and a cough.",
                "Warm bit. Met my old PE teacher.",
                "Twenty.",
                "Twenty, in worse trunks.",
            ),
        ),
    ),
)
