"""Freya Lindqvist, 35: two therapies at once, with Ana for courage and with Ben for headaches."""

from homework.demo.shape import Goal, Homework, Step, Story, Week

WITH_ANA = Story(
    key="freya",
    name="Freya Lindqvist",
    email="freya.lindqvist@example.org",
    therapist="ana",
    hour=(2, "13:00", 50),
    goals=(
        Goal(
            title="Show my pictures to somebody who might not like them",
            why="Eleven years of prints in a wardrobe.",
            know="One hangs on a wall I don't own.",
            steps=(
                Step("Take one print out and leave it out", done=2),
                Step("Show one to Sanna", done=4),
                Step("Ask at the framer's"),
                Step("Open studio day, one table"),
            ),
            ratings=((1, 2), (3, 4), (5, 6)),
        ),
    ),
    weeks=(
        Week(
            focus="One print on the mantelpiece.",
            report="It has been there since Friday, face to the room.",
            feedback="Since Friday! Good evening to it.",
            quality="quantity",
        ),
        Week(
            focus="Say one kind thing to it.",
            insight="I judge the picture so that nobody else has to.",
            report="“You have good greys.” It felt like talking to a horse.",
            feedback="Horses do well with it too.",
        ),
        Week(
            focus="Show one to Sanna, say nothing.",
            report=(
                "She looked for a long time and said: is that the pier? It was. I said nothing else"
                " for once."
            ),
            feedback="It was the pier and you let it be the pier.",
            quality="mastery",
        ),
        Week(skip="cancelled"),
        Week(
            focus="Walk past the framer's, ask one thing.",
            insight="Not liking a picture is also looking at it.",
            report=(
                "Asked about glass. He asked about the picture. I want to talk about prices, they"
                " frighten me more than critics."
            ),
        ),
    ),
    homework=(
        Homework(
            title="A kind word for a print",
            why="I know every fault by name. I'd like to know some of the rest.",
            what=(
                "Choose a print, look for a whole minute. (1 minute)\nFind one thing that works."
                " Say it aloud.\nNo “but”."
            ),
            smallest="Look at it on my way past.",
            target="4",
            when="after dinner",
            where="mantelpiece",
            obstacle="I only see the dust",
            then="then I praise the paper",
            week=1,
            practice="..DD.D. D.DD.S. .D.D.D. ....... D..D...",
            remind="18:45",
            confidence=(70, 80),
            exercise="kind-letter",
            begun=True,
            at="19:15",
            places="mantelpiece|dark room",
            before=(6, 5),
            after_rating=(5, 4),
            notes=(
                "Good greys.",
                "The left third.",
                "On my way past, nodded.",
                "The gull is exactly where it ought to be.",
                "The paper is lovely.",
            ),
        ),
        Homework(
            title="Ask the framer one question",
            why="He sees more bad pictures in a week than I've made in my life.",
            what=(
                "Tuesday, when he's alone.\nPrint in the big envelope.\nOne question. Listen. Thank"
                " you, goodbye."
            ),
            smallest="Look in at the window.",
            target="by sat",
            when="Tuesday at five",
            where="the framer's in Bridge Street",
            obstacle="Somebody's in there",
            then="window, and again on Thursday",
            week=5,
            practice="..S.D..",
            rating="How afraid am I?",
            confidence=(60,),
            exercise="behavioural-experiment",
            carries=5,
            at="17:05",
            places="Bridge Street",
            company="the framer",
            before=(8, 7),
            after_rating=(6, 3),
            notes=("Window. He waved.", "Glass or no glass. He said: show me. I showed him."),
        ),
    ),
)

WITH_BEN = Story(
    key="freya-ben",
    name="Freya Lindqvist",
    email="freya.lindqvist@example.org",
    therapist="ben",
    hour=(6, "16:00", 45),
    reported=False,
    goals=(
        Goal(
            title="Plan a weekend without asking my head first",
            why="I say “if I'm well” so often that friends have stopped asking.",
            know="I've bought two tickets in advance.",
            steps=(
                Step("Find out what a day before a headache looks like", done=3),
                Step("A break every hour, also on good days"),
                Step("One evening arranged in advance"),
            ),
            ratings=((1, 3), (4, 4)),
        ),
    ),
    weeks=(
        Week(
            focus="Watch, change nothing.",
            report="They come on the second day of rest, not in the thick of it.",
            feedback="So it is the brake, not the speed. Useful.",
        ),
        Week(
            focus="Watch, and note what came before.",
            insight="My head hurts when I stop, so I've learned not to stop.",
            report="Shoulders at my ears from three o'clock on, each day the same.",
            feedback="Three o'clock, then. We put the break at five to.",
            quality="specificity",
        ),
        Week(
            focus="A break at five to three.",
            report="Four breaks. One headache, on Sunday, smaller.",
            feedback="Smaller, on the day it usually wins. Carry on.",
            quality="progress",
        ),
        Week(focus="A break at five to, each hour I sit."),
    ),
    homework=(
        Homework(
            title="Head diary",
            why="I guess. I'd rather look.",
            what=(
                "Before bed: number for the head, 0 to 10.\nWhat the last three hours were like, in"
                " five words."
            ),
            smallest="The number.",
            target="7",
            when="when I brush my teeth",
            where="bathroom shelf",
            obstacle="A bad head, no wish to write",
            then="the number alone",
            week=1,
            practice="DDSDDD. DDDD.DD",
            confidence=(90,),
            exercise="mood-diary",
            at="22:40",
            places="bathroom shelf",
            notes=(
                "2. Printing, tea, printing, printing, bed.",
                "1. Deadline, quick and clear.",
                "7.",
                "6. Day off, did nothing. Hm.",
                "3. Sanna, soup, no screen, walk.",
                "2. Worked late. Of course no headache.",
            ),
        ),
        Homework(
            title="Shoulders down at five to three",
            why="To brake a little and often, not all at once on Sunday.",
            what=(
                "Stand up.\nShoulders to the ears, hold, drop. Three times. (1 minute)\nLook out at"
                " something far away. (2 minutes)"
            ),
            smallest="Drop them once, sitting.",
            target="mon tue wed thu fri",
            when="at five to three",
            where="by the light table",
            obstacle="A print is in the bath",
            then="I drop them while it soaks",
            week=2,
            practice="..D.DD. DD.SD.. DD.SD..",
            remind="14:50",
            confidence=(80, 90),
            exercise="muscle-release",
            at="14:55",
            places="light table|dark room",
            before=(6, 6),
            after_rating=(4, 3),
            notes=(
                "Crane on the cathedral, far enough.",
                "While it soaked.",
                "Crane has gone. Looked at where it was.",
            ),
        ),
    ),
)
