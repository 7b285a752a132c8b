"""Daniel Osei, 41: worn out by the office, with two daughters and a badger."""

from homework.demo.shape import Goal, Homework, Step, Story, Week

STORY = Story(
    key="daniel",
    name="Daniel Osei",
    email="daniel.osei@example.org",
    therapist="ana",
    hour=(5, "11:00", 50),
    reported=False,
    goals=(
        Goal(
            title="Come home with something left for the evening",
            why="My girls get what the office has not used up. That is not much.",
            know="I read them a chapter and do the voices.",
            steps=(
                Step("Leave at six twice a week", done=4),
                Step("One evening without the work phone"),
                Step("Tell Martin I can't take the Leeds account"),
                Step("Swim on Saturdays"),
            ),
            ratings=((1, 3), (3, 4), (5, 3)),
        ),
    ),
    weeks=(
        Week(
            focus="Two evenings in daylight.",
            report="Left at six on Tuesday. Nobody died.",
            feedback=(
                "Nobody died, and somebody ate dinner with his daughters. I like your dry reports."
            ),
            quality="quantity",
        ),
        Week(
            focus="Two evenings in daylight.",
            insight="The work is not finished when I stay. It is only later.",
            report="Tuesday and Thursday. Thursday I sat in the car outside for ten minutes first.",
            feedback="Those ten minutes may be part of the plan. A man needs an airlock.",
        ),
        Week(
            focus="Ten minutes in the car, then all the way in.",
            report="Did the voices on Sunday. They want the badger again.",
            feedback="The badger is your homework inspector from now on.",
            quality="pleasure",
        ),
        Week(
            focus="The phone sleeps in the hall.",
            insight="I answer at night because I am afraid of the morning.",
            report="Phone in the hall once. It rang and I went.",
            feedback=(
                "Once is a start, and you were honest about the rest. Was half sure too much? We"
                " can make it half as big."
            ),
            quality="difficulty",
            fit="Fewer things. I nod and then the week eats it.",
        ),
        Week(focus="The phone sleeps in the hall."),
        Week(skip="cancelled"),
    ),
    homework=(
        Homework(
            title="Leave at six",
            why="The evening starts when I shut the door, not when I am done.",
            what=(
                "Write tomorrow's first thing on a card at half past five.\nCoat on at ten to.\nGo."
            ),
            smallest="Coat on at six, even if I stay.",
            target="tue thu",
            when="at ten to six",
            where="office",
            obstacle="Martin comes round at quarter to",
            then="I stand up while he talks",
            week=1,
            practice="....D.. .D..... ....D.D ..D....",
            rating="How tense am I?",
            confidence=(60, 70, 80, 60),
            skill="people",
            decision="easier",
            at="18:00",
            places="office",
            company="colleagues",
            before=(6, 5),
            after_rating=(4, 3),
            notes=(
                "Walked past Martin's glass box with my coat on.",
                "Card helped.",
                "Late train so I won nothing, still.",
            ),
        ),
        Homework(
            title="Airlock in the car",
            why="I bring the whole day in on my shoes if I go straight in.",
            what=(
                "Engine off, radio off.\nBreathe out long, hands in my lap. (5 minutes)\nThink of"
                " one question for the girls."
            ),
            smallest="One long breath with my hand on the door.",
            target="4",
            when="in front of the house",
            after="When I have switched off the engine",
            obstacle="They see me from the window",
            then="I wave and take the one breath",
            week=3,
            practice=".D..DD. .P..... ....... .......",
            confidence=(80, 70, 70),
            exercise="slow-breathing",
            at="18:50",
            places="car",
            before=(7, 7),
            after_rating=(4, 5),
            notes=(
                "Question: what did you trade today? A rubber for a feather.",
                "They waved. One breath.",
            ),
        ),
        Homework(
            title="Phone in the hall after eight",
            why="It can't be both my alarm and my boss.",
            what=(
                "Old clock on the bedside table.\nAt eight the phone goes into the bowl in the"
                " hall.\nIf it rings it rings in the hall."
            ),
            smallest="Face down for dinner.",
            target="3",
            when="at eight",
            where="bowl in the hall",
            after="When the girls have brushed their teeth",
            obstacle="Martin writes “urgent”",
            then="I write back at seven in the morning",
            week=4,
            practice="..P..N. ....... .......",
            confidence=(60, 50),
            exercise="pause-plan",
            at="20:10",
            places="hall",
            barriers="mood",
            notes=("Bowl until nine. Rang. Went.",),
            not_today=("Quarter end.",),
            decision="easier",
        ),
    ),
)
