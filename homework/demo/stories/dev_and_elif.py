"""Dev Sharma, 21, with his first plan; Elif Kaya, 39, whose new plan waits for her yes."""

from homework.demo.shape import Goal, Homework, Step, Story, Week

DEV = Story(
    key="dev",
    name="Dev Sharma",
    email="dev.sharma@example.org",
    therapist="ana",
    hour=(4, "15:00", 50),
    reported=False,
    goals=(
        Goal(
            title="Finish my degree without hiding from my supervisor",
            why="She's kind and I cross the road when I see her.",
            know="I knock at her door with something half done in my hand.",
            steps=(
                Step("Open the folder"),
                Step("Twenty minutes a day, bad sentences welcome"),
                Step("Write one honest mail to Dr Whelan"),
                Step("Knock"),
            ),
            ratings=((1, 2),),
        ),
    ),
    weeks=(
        Week(
            focus="Open the folder. Nothing else counts against me.",
            insight="I'm not lazy. I'm scared, and it looks the same from outside.",
        ),
    ),
    homework=(
        Homework(
            title="Open the folder",
            why="I've built a wall round it that's higher than what's in it.",
            what=(
                "Laptop on the big table in the union.\nOpen the folder and read one page. (10"
                " minutes)\nWrite one bad sentence at the end.\nClose it on purpose."
            ),
            smallest="Open it, look at the names of the files, close it.",
            target="3",
            when="at eleven",
            where="big table in the union",
            after="When I've got my coffee",
            obstacle="I see somebody from my course",
            then="they can sit down too",
            week=1,
            practice="S.P....",
            confidence=(60,),
            exercise="opposite-action",
            begun=True,
            carries=1,
            at="11:10",
            places="union|bus",
            before=(8, 7),
            after_rating=(6, 4),
            notes=(
                "Names of the files. One is called final_final_help.",
                "A page. It was not as bad as I'd made it.",
            ),
        ),
        Homework(
            title="One good thing a day",
            why="If the only thing in the day is the folder, of course I stay in bed.",
            what=(
                "Pick it the night before.\nDo it before two in the afternoon. (20 minutes)\nNumber"
                " for how nice it was."
            ),
            smallest="Open the window and drink something hot.",
            target="4",
            when="before two",
            obstacle="I wake up at one",
            then="something hot at the window",
            week=1,
            practice=".D.S...",
            confidence=(80,),
            exercise="activity-planning",
            at="13:20",
            places="park|my room",
            company="alone|Sim",
            before=(3, 3),
            after_rating=(6, 6),
            notes=("Frisbee with Sim. Forgot it was homework.",),
        ),
    ),
)

ELIF = Story(
    key="elif",
    name="Elif Kaya",
    email="elif.kaya@example.org",
    therapist="ana",
    hour=(5, "12:00", 50),
    last_plan="proposed",
    reported=False,
    goals=(
        Goal(
            title="Be asked less, because they know I can say no",
            why="I am everybody's spare key.",
            know="A weekend with nothing in it that somebody else put there.",
            steps=(
                Step("Buy time: “I'll tell you tomorrow”", done=3),
                Step("No to a colleague", done=5),
                Step("No to my sister"),
                Step("Let Mum be cross for a day"),
            ),
            ratings=((1, 2), (3, 3), (5, 5), (6, 5)),
        ),
    ),
    weeks=(
        Week(
            focus="Nobody gets an answer on the same day.",
            report="Said “tomorrow” three times and was treated like a minister.",
            feedback="Minister Kaya. How was it, to have an evening with the question still open?",
            quality="pleasure",
        ),
        Week(
            focus="Nobody gets an answer on the same day.",
            insight="A quick yes is how I make the tension go away. Mine, not theirs.",
            report="Two yeses I meant, and one “tomorrow” that turned into no by itself.",
            feedback="Some noes ripen if they are left on the sill.",
        ),
        Week(
            focus="One small no at work.",
            report=(
                "I said no to the rota swap and then explained for ten minutes until it was a yes."
            ),
            feedback=(
                "You said it! The explaining is the part we can put down. No, thank you, full stop,"
                " count to five."
            ),
            quality="specificity",
        ),
        Week(
            focus="One no with a full stop.",
            insight="Reasons are handles. People pull at them.",
            report="No, full stop. Counted to five. He said “sure” at three.",
            feedback="At three! You have two seconds in hand.",
            quality="mastery",
        ),
        Week(
            focus="My sister's Saturday.",
            report=(
                "She rang and I was out of breath and said yes to the whole weekend with all three"
                " of them."
            ),
            feedback=(
                "Out of breath is not a fair moment for anyone. She will ring again; the sentence"
                " by the phone is still good."
            ),
            quality="obstacles",
            fit="Write it down for me, big, by the phone.",
        ),
        Week(focus="Tomorrow first, then no."),
    ),
    homework=(
        Homework(
            title="“I'll tell you tomorrow”",
            why="Between the question and the yes there is a gap. I want to live in it.",
            what=(
                "Say: let me look at it, I'll tell you tomorrow.\nBreathe out.\nTonight: what would"
                " I say if nobody minded?\nTell them tomorrow, as promised."
            ),
            smallest="Say: hm.",
            target="2",
            when="whenever someone asks for something",
            obstacle="They need to know now",
            then="then it's no for now",
            week=1,
            practice="D..D.D. .D.D.D. ..D..D. D....D. .D....n .D.....",
            confidence=(70, 80, 90, 90, 80),
            exercise="saying-no",
            begun=True,
            at="13:30",
            places="staff room|phone|school gate",
            company="colleagues|my sister|another mother",
            before=(7, 6),
            after_rating=(5, 3),
            barriers="mood",
            notes=(
                "Minister Kaya.",
                "The bake sale. Told them on Thursday: one cake, bought.",
                "Meant the yes.",
                "It turned into no overnight.",
                "Lift to the airport. I like airports, so yes.",
                "“Hm” works.",
            ),
            private=("I resent the children for a minute and then I resent the minute.",),
            replies=(
                (
                    "The bake sale. Told them on Thursday: one cake, bought.",
                    "Bought cake is a boundary with icing.",
                ),
            ),
        ),
        Homework(
            title="One no with a full stop",
            why="I can be kind without a lecture.",
            what=(
                "Choose someone who can take it.\nSay: no, not this time.\nFull stop. Count to"
                " five. (1 minute)\nWrite down what they did."
            ),
            smallest="Practise it on the cat.",
            target="1",
            when="before Friday",
            where="staff room",
            obstacle="The silence",
            then="I count",
            week=3,
            practice="...P... ..D.... .....N. S......",
            answers=(
                {
                    "asked": "Swap the Friday rota",
                    "said": "No, because of choir, and the bus, and",
                    "reaction": "Waited until I ran out of reasons",
                },
                {"asked": "Cover break duty", "said": "No, not this time.", "reaction": "“Sure.”"},
            ),
            confidence=(50, 60, 60, 70),
            exercise="saying-no",
            carries=4,
            at="10:40",
            places="staff room|kitchen",
            company="the head of year|the cat",
            before=(8, 7),
            after_rating=(6, 3),
            barriers="others",
            notes=(
                "No, and then ten minutes of reasons.",
                "“Sure,” at three.",
                "The cat took it badly.",
            ),
            not_today=("All three children, all weekend.",),
        ),
    ),
)
