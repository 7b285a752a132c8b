"""Owen Pritchard, 50: and the small hours."""

from homework.demo.shape import Goal, Homework, Step, Story, Week

STORY = Story(
    key="owen",
    name="Owen Pritchard",
    email="owen.pritchard@example.org",
    therapist="ana",
    hour=(5, "08:30", 40),
    goals=(
        Goal(
            title="Sleep like a man with nothing on at four in the morning",
            why="I teach thirteen-year-olds. They can smell a bad night.",
            know="I wake up and the birds have already started.",
            steps=(
                Step("Up at 6.15 every day, Sunday too", done=3),
                Step("Out of bed when I've lain awake", done=5),
                Step("Bed at half past eleven, not before"),
                Step("Quarter of an hour earlier"),
            ),
            ratings=((1, 2), (3, 2), (5, 4), (6, 5)),
        ),
    ),
    weeks=(
        Week(
            focus="6.15, whatever the night was like.",
            report=(
                "Worst week I've had, as you said it might be. Marked a whole set of books in red"
                " and had to apologise to a child."
            ),
            feedback=(
                "You kept the hour with no reward at all. The nights owe you something and they"
                " tend to pay in the third week."
            ),
            quality="difficulty",
        ),
        Week(
            focus="6.15, and daylight.",
            insight="I go to bed early to catch up, and lie there catching nothing.",
            report="Walking to the corner for the paper at half six. Met a fox.",
            feedback=(
                "A fox keeps worse hours than you. What does the daylight do to the first lesson?"
            ),
        ),
        Week(
            focus="Bed is for sleep. The armchair is for four o'clock.",
            report=(
                "Three nights in the armchair with the atlas of bus routes. It's so dull it's"
                " perfect."
            ),
            feedback="I've never been so glad to hear that a book is dull.",
            quality="specificity",
        ),
        Week(
            focus="Bed is for sleep. The armchair is for four o'clock.",
            insight="Four o'clock thoughts are in a louder font.",
            report=(
                "Parents' evening, no chance. Wrote tomorrow's list at ten at night and still took"
                " it to bed."
            ),
            feedback=(
                "Parents' evening takes a day to leave the body. The list is right; it lives too"
                " near the bed."
            ),
            fit="An earlier stop. I'm still on duty at ten.",
        ),
        Week(
            focus="School shuts at nine.",
            report=(
                "School shut at nine on four evenings. Slept through on two of them. I don't trust"
                " it yet."
            ),
            feedback="No need to trust it. Only to go on keeping its hours.",
            quality="progress",
        ),
        Week(
            focus="School shuts at nine, bed at half past eleven.",
            report="Six hours, five times. My wife says I snored like a man at peace.",
        ),
    ),
    homework=(
        Homework(
            title="Up at 6.15",
            why="The morning is the only end of the night I can hold on to.",
            what="Alarm on the landing.\nCurtains.\nOut for the paper, no sunglasses. (10 minutes)",
            smallest="Feet on the floor, curtains open.",
            target="7",
            when="6.15",
            where="landing",
            obstacle="A two-hour night",
            then="up, and I may sit in the garden with tea",
            week=1,
            practice="DDDSDD. DDDDDDD DDDDDDD DDSDDD. DDDDDDD DDDDDDD",
            answers=(
                {"up": "6.15", "hours": "Two and a bit", "rested": 2},
                {"up": "6.15", "hours": "Four", "rested": 3},
                {"up": "6.20, the cat", "hours": "Five", "rested": 4},
                {"up": "6.15", "hours": "Six", "rested": 6},
                {"up": "6.10, by myself", "hours": "Six and a half", "rested": 7},
            ),
            rating="How rested am I?",
            confidence=(60, 80, 90, 90),
            exercise="sleep-window",
            at="06:20",
            places="landing|corner shop|garden",
            before=(3, 5),
            after_rating=(4, 6),
            notes=(
                "Two hours. Up.",
                "Garden, tea, hatred.",
                "Fox.",
                "Fox again, with chips.",
                "Sunday. Nobody else in the world.",
                "Frost. Very awake.",
                "Birds had started!",
            ),
        ),
        Homework(
            title="Armchair, bus routes",
            why="If I lie there fighting, the bed learns to fight.",
            what=(
                "Awake for what feels like long: get up. No clock.\nArmchair, rug, small lamp.\nBus"
                " routes until my eyes drop. (20 minutes)\nBack to bed."
            ),
            smallest="Sit up on the edge of the bed.",
            target="3",
            when="in the small hours, if it is that sort of night",
            where="armchair",
            obstacle="It's cold",
            then="rug is on the chair",
            week=3,
            practice=".D.DD.. D..P..N D...P.. .D..P..",
            rating="How loud is my head?",
            confidence=(70, 70, 80),
            exercise="sleep-window",
            carries=2,
            at="03:40",
            places="armchair",
            barriers="tired",
            before=(8, 6),
            after_rating=(5, 3),
            notes=(
                "The 47 to Swaffham has nine stops.",
                "Fell asleep in the chair. Does that count?",
                "Rug slipped, otherwise fine.",
                "Edge of the bed, then slept by accident.",
                "Gone before the timetable.",
            ),
            not_today=("Lay there out of stubbornness.",),
            replies=(
                (
                    "Fell asleep in the chair. Does that count?",
                    "Falling asleep in the chair counts as falling asleep.",
                ),
            ),
        ),
        Homework(
            title="School shuts at nine",
            why="I can't go from Year 9 to sleep without a corridor between.",
            what=(
                "Write tomorrow in five lines.\nBag by the front door, shut.\nLamp low, record on,"
                " mend something. (40 minutes)"
            ),
            smallest="Bag by the front door.",
            target="sun mon tue wed thu",
            when="at nine",
            where="front room",
            after="When the kettle has boiled",
            obstacle="Marking isn't done",
            then="it'll be marked in daylight at lunch",
            week=4,
            practice="..P.N.. D.D.DD. .DD.DD.",
            remind="20:55",
            confidence=(60, 70, 80),
            exercise="wind-down",
            carries=4,
            at="21:05",
            places="front room",
            company="my wife",
            barriers="busy",
            notes=(
                "Bag shut at half ten.",
                "Side two of the Elgar.",
                "Mended the toast rack. Nobody uses it.",
                "Side one, and then asleep before side two.",
                "Five lines, one of them rude.",
            ),
            not_today=("Parents' evening.",),
        ),
    ),
)
