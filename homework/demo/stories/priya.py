"""Priya Raman, 29: learning to leave her pulse alone. A note of hers has not been read yet."""

from homework.demo.shape import Goal, Homework, Step, Story, Week

STORY = Story(
    key="priya",
    name="Priya Raman",
    email="priya.raman@example.org",
    therapist="ana",
    hour=(3, "09:00", 50),
    opened=False,
    reported=False,
    goals=(
        Goal(
            title="Climb the hill with my niece without feeling for my pulse",
            why="She is five and she looks at me to see whether the world is safe.",
            know="We get to the top, and I could not say how fast my heart went.",
            steps=(
                Step("Put the pulse watch in the drawer", done=3),
                Step("One day without searching for a symptom", done=6),
                Step("Walk fast enough to be out of breath"),
                Step("Up to the first bench with Asha"),
                Step("The whole hill", agreed=True),
            ),
            ratings=((1, 1), (3, 3), (5, 2), (7, 4), (8, 5)),
        ),
    ),
    weeks=(
        Week(
            focus="Notice how often I check, without stopping it yet.",
            report=(
                "Forty-one on Tuesday. I had guessed ten. I am a bit ashamed and a bit relieved"
                " that it has a number."
            ),
            feedback=(
                "Forty-one is honest counting. You did what I asked and did not make it prettier."
            ),
            quality="comprehension",
        ),
        Week(
            focus="Ten breaths between the wish and the check.",
            insight="Checking calms me for about as long as it takes to put the kettle on.",
            report="The watch is in the drawer since Thursday. My wrist feels naked.",
            feedback="A naked wrist for four days. I wonder what else you had a hand free for.",
        ),
        Week(
            focus="Ten breaths between the wish and the check.",
            report="Twenty-two at most. On the train I waited all the way to Norwich.",
            feedback="To Norwich! Forty minutes of doubt and nobody had to answer it.",
            quality="progress",
        ),
        Week(
            focus="One evening that belongs to me and not to my heart.",
            report=(
                "Bad week. Mum's blood test came back odd and I looked things up until three in the"
                " morning."
            ),
            feedback=(
                "With a worry that real, most people would search. What matters is that you came"
                " and said so. We start from today."
            ),
            fit="Something for nights. In the day I manage.",
        ),
        Week(
            focus="Worry has an appointment at half past five.",
            insight="Searching answers the question that I had, and hands me three new ones.",
            report=(
                "Half of the list had gone by half past five. The one about Mum stayed, and we"
                " wrote the question for her doctor."
            ),
            feedback=(
                "A question for the doctor is a worry with its coat on, ready to go. Well sorted."
            ),
            quality="obstacles",
        ),
        Week(
            focus="Let one odd feeling be odd.",
            report="A whole Saturday without looking anything up. We made samosas.",
            feedback=(
                "The samosas go on record as treatment. What did Saturday evening feel like in your"
                " chest? I mean: did you notice?"
            ),
        ),
        Week(
            focus="Out of breath on purpose.",
            insight="A fast heart is what hearts do on stairs.",
            report=(
                "Stairs twice. The first time I stopped on the second floor and felt my neck. The"
                " second time I only wanted to."
            ),
            feedback=(
                "Only wanting to is a different thing altogether. Let us take it to the river path."
            ),
            quality="mastery",
        ),
        Week(focus="Fast enough that I cannot sing."),
    ),
    homework=(
        Homework(
            title="Count the checks",
            why="I can't change what I can't see.",
            what=(
                "A stroke on the card each time I feel my pulse or look something up.\nAdd up"
                " before bed."
            ),
            smallest="Count from dinner to bed only.",
            target="7",
            when="all day, card in my back pocket",
            obstacle="I leave the card at home",
            then="I use the back of my hand",
            week=1,
            practice="DDDPDDD",
            confidence=(90,),
            begun=True,
            at="22:00",
            notes=(
                "41. I counted twice.",
                "33, half of them before ten in the morning.",
                "Stopped at lunch, card was in the wash.",
            ),
        ),
        Homework(
            title="Wait ten breaths before checking",
            why="The wish gets smaller if I don't feed it at once. I want to see that for myself.",
            what=(
                "Say: this is doubt, I can wait.\nTen breaths, hands on something cold. (2"
                " minutes)\nThen decide again."
            ),
            smallest="Three breaths.",
            target="7",
            when="each time, first one of the day counts",
            after="When my fingers go to my neck",
            obstacle="I notice only once I am already counting",
            then="I stop in the middle, that is waiting too",
            week=2,
            practice="DD.DDPD DDDDDDD .DN..N. D.DD.DD DDD.D2D",
            confidence=(60, 80, 80, 70, 90),
            exercise="wait-before-checking",
            carries=2,
            at="10:20",
            places="desk|train|queue at the bakery|bathroom",
            before=(8, 6),
            after_rating=(6, 3),
            barriers="mood tired",
            notes=(
                "Waited, then checked. 76. Of course.",
                "Held the cold railing.",
                "Waited and forgot to decide again!",
                "Norwich. All the way.",
                "In the queue, nobody saw.",
                "It came back twice and went twice.",
            ),
            not_today=("Mum's results. I could not.", "Slept two hours, checked everything."),
            corrected=(
                "Waited and then checked eight times.",
                "Waited and then checked three times. Eight was over the whole morning.",
            ),
        ),
        Homework(
            title="Worry at half past five",
            why="My nights are full because worry has no other place.",
            what=(
                "In the day: three words on the list, and on with it.\nAt 17:30 read the list and"
                " cross out what has gone. (2 minutes)\nWorry about the rest with a pen. (10"
                " minutes)\nThen cook."
            ),
            smallest="Three words on the list.",
            target="5",
            when="at 17:30",
            where="blue chair by the window",
            obstacle="I am still on the train",
            then="I do it on the train and cook when I am home",
            week=5,
            practice="D.DD.DS DD.D.DD .D.D.D. D.DD.D.",
            answers=(
                {
                    "list": (
                        "Mum, mole, gas bill, Asha's cough, the lift at work, my chest, the train"
                    ),
                    "gone": "Four",
                    "move": "Ring about the gas bill on Monday",
                },
                {
                    "list": "Mum, chest",
                    "gone": "One",
                    "move": "Write the question for Mum's doctor",
                },
                {"list": "Nothing today", "gone": "All of nothing"},
            ),
            remind="17:25",
            confidence=(80, 80, 90),
            exercise="worry-time",
            at="17:35",
            places="blue chair|train",
            before=(7, 6),
            after_rating=(4, 3),
            notes=(
                "Seven on the list, three left.",
                "On the train with a pencil. Fine.",
                "Mum, mole, gas bill. Gas bill is done now.",
                "Nothing on it. Sat there anyway and looked at the gulls.",
                "One new worry: that I have too few.",
            ),
            replies=(
                (
                    "One new worry: that I have too few.",
                    "A worry about having too few made me smile.",
                ),
            ),
        ),
        Homework(
            title="Stairs until I puff",
            why="If I get out of breath on purpose I learn what it is like when nothing is wrong.",
            what=(
                "Take the back stairs at work, at a good pace. (3 minutes)\nAt the top stand still"
                " with my hands in my pockets. (2 minutes)\nLook out of the window until it has"
                " slowed by itself."
            ),
            smallest="One floor.",
            target="mon wed fri",
            when="before lunch",
            where="back stairs at work",
            obstacle="A colleague comes along and talks",
            then="I ask them to come up with me",
            week=7,
            practice=".D..P.. .D.D.p.",
            confidence=(60, 70),
            exercise="graded-exposure",
            carries=7,
            at="12:10",
            places="back stairs|river path",
            company="alone|Jo from accounts",
            before=(8, 6),
            after_rating=(5, 3),
            notes=(
                "Second floor, hand on my neck. Then on.",
                "Top. I only wanted to.",
                "Jo came too and puffed more than I did.",
                (
                    "A stitch, a proper one. I thought: here it is. Then I thought: you ate a whole"
                    " pasty. Can we talk about that?"
                ),
            ),
            private=("Cried at the top, I don't know why. Not a bad cry.",),
        ),
    ),
)
