"""Ingrid Nyström, 52: and the ring road."""

from homework.demo.shape import Goal, Homework, Step, Story, Week

STORY = Story(
    key="ingrid",
    name="Ingrid Nyström",
    email="ingrid@example.org",
    therapist="ana",
    hour=(2, "17:00", 50),
    proposes_step="Drive to work alone",
    goals=(
        Goal(
            title="Drive to my mother's on my own",
            why="She is eighty-three and the train goes twice a day.",
            know="I sit in her kitchen and the car is in front of the door.",
            steps=(
                Step("Sit in the car with the engine on", done=2),
                Step("Round the estate with Lars beside me", done=4),
                Step("Round the estate alone", done=6),
                Step("The ring road, one exit"),
                Step("Two exits, and the roundabout"),
                Step("To Mum's"),
            ),
            ratings=((1, 0), (3, 2), (5, 3), (6, 5), (8, 6)),
        ),
    ),
    weeks=(
        Week(
            focus="The engine may run and I may sit.",
            report="Sat in it five times. The neighbours think I have gone mad.",
            feedback=(
                "Or that you are listening to the football. Five times is a lot of sitting with a"
                " loud heart."
            ),
            quality="quantity",
        ),
        Week(
            focus="First gear.",
            insight="The fear comes in a wave. It has come down every time.",
            report="With Lars twice round. He did not say a word, bless him.",
            feedback="Silence is a skill too. Tell him it was noticed.",
        ),
        Week(
            focus="Lars beside me, eyes on his paper.",
            report=(
                "At the bus stop it got very bad and I stopped. Then it went, and I drove on. Three"
                " minutes, I looked."
            ),
            feedback=(
                "It got very bad, you stayed, and it went. Nobody can teach that. It has to be met"
                " on the road."
            ),
            quality="mastery",
        ),
        Week(
            focus="Alone, to the letter box.",
            insight="I do not need to feel calm to drive well.",
            report="Letter box, four times. I sang.",
            feedback="What does one sing on the way to a letter box?",
            quality="pleasure",
        ),
        Week(
            focus="Alone, round the estate.",
            report="Rain and a lorry. I turned back on Tuesday. On Thursday I went again.",
            feedback=(
                "Turning back on Tuesday belongs to Thursday. Without the one you would not know"
                " what the other is worth."
            ),
        ),
        Week(
            focus="Look at the ring road.",
            report=(
                "Watched it from the bridge with a sandwich. So many people, all of them driving as"
                " if it were nothing."
            ),
            feedback="With a sandwich is the best way to watch anything that used to be a monster.",
            quality="collaboration",
            moved_days=1,
        ),
        Week(
            focus="One exit, Sunday morning.",
            insight="If I have to stop I can stop. There is always a place to stop.",
            report=(
                "One exit! Nine in the morning, nobody there. My knees shook afterwards, not"
                " during."
            ),
            feedback="Knees afterwards means you had your hands free during. One exit it is.",
            quality="progress",
        ),
        Week(
            focus="One exit, and not only on Sunday.",
            report=(
                "Wednesday at five, with everyone. I want to tell you about the lorry, it is a good"
                " story."
            ),
        ),
    ),
    homework=(
        Homework(
            title="Sit in the car, engine on",
            why="I want my body to meet the car again before the road.",
            what=(
                "Seat, belt, mirror.\nEngine on, hands on the wheel. (10 minutes)\nStay until it"
                " has come down by half."
            ),
            smallest="Sit in it with the door open.",
            target="5",
            when="after work",
            where="in front of the house",
            obstacle="Neighbours look",
            then="I nod at them",
            week=1,
            practice="DD.DPD.",
            confidence=(70,),
            exercise="graded-exposure",
            begun=False,
            at="17:20",
            places="in front of the house",
            before=(8, 7),
            after_rating=(6, 3),
            notes=("Nine to begin with.", "Listened to the weather.", "Door open. It counts."),
        ),
        Homework(
            title="Round the estate with Lars",
            why="With him beside me I can find out what my hands still know.",
            what=(
                "Same round, same time.\nLars says nothing unless I ask.\nIf it gets bad:"
                " indicator, stop, wait, go on."
            ),
            smallest="To the corner and back.",
            target="3",
            when="half past four",
            after="When Lars is home",
            obstacle="He is late",
            then="to the corner and back, on my own",
            week=2,
            practice="..D..D. .D.DP.. .D...D.",
            confidence=(60, 70, 80),
            exercise="graded-exposure",
            carries=2,
            decision="step_up",
            at="16:40",
            places="the estate",
            company="Lars",
            before=(8, 6),
            after_rating=(5, 3),
            notes=(
                "He read his paper. Upside down once.",
                "Bus stop. Three minutes, then it went.",
                "Third gear by accident.",
            ),
        ),
        Homework(
            title="Alone: letter box, then the estate",
            why="I would like the seat beside me to be for shopping.",
            what=(
                "Belt, mirror, one breath out.\nTo the letter box. When that is dull, the whole"
                " round.\nNo music, so that I can hear that nothing happens."
            ),
            smallest="Out of the parking space and back in.",
            target="4",
            when="at half past four",
            obstacle="Rain",
            then="I drive slower than the rain",
            week=4,
            practice="D.DD.D. .ND.D.. .DD.D.D",
            confidence=(60, 70, 80),
            exercise="graded-exposure",
            carries=4,
            grew_from="Round the estate with Lars",
            decision="step_up",
            at="16:35",
            places="the estate",
            before=(8, 6),
            after_rating=(4, 2),
            barriers="avoided",
            notes=(
                "Letter box. No letter with me, went all the same.",
                "Sang “Dancing Queen”.",
                "Round. The whole thing.",
                "Past the school at school time.",
            ),
            not_today=("Lorry at the corner and I turned round.",),
        ),
        Homework(
            title="Ring road, one exit",
            why="It is the same road as anywhere, only with a name.",
            what=(
                "Join at the garden centre.\nStay in the left lane at my own speed.\nLeave at the"
                " next exit and stop in the lay-by. (5 minutes)\nWrite down what surprised me."
            ),
            smallest="Drive to the slip road and look.",
            target="2",
            when="Sunday at nine, and one weekday at five",
            obstacle="It is full",
            then="full is slow, and slow is easier",
            week=6,
            practice="..S.S.. .D..P.. .D.DP..",
            answers=(
                {
                    "rung": "The bridge, looking",
                    "peak": 5,
                    "surprise": "How slow they are from above.",
                },
                {"rung": "The slip road", "peak": 8, "surprise": "I could stop there."},
                {
                    "rung": "One exit, Sunday",
                    "peak": 8,
                    "surprise": "My knees waited until afterwards.",
                },
                {"rung": "One exit, with Lars behind", "peak": 6, "surprise": "I forgot him."},
            ),
            remind="16:30",
            confidence=(50, 60, 70),
            exercise="graded-exposure",
            carries=7,
            grew_from="Alone: letter box, then the estate",
            at="09:10",
            places="ring road|bridge",
            company="alone|Lars behind in his car",
            before=(9, 7),
            after_rating=(5, 3),
            notes=(
                "From the bridge with a sandwich.",
                "Slip road, looked, home.",
                "One exit. Knees afterwards.",
                "Lars behind me in his car. I forgot about the lay-by.",
                "At five with everyone. Lorry story!",
            ),
        ),
    ),
)
