"""Hana Kobayashi, 24: a cellist who marks herself out of ten."""

from homework.demo.shape import Goal, Homework, Proposal, Step, Story, Week

STORY = Story(
    key="hana",
    name="Hana Kobayashi",
    email="hana.k@example.org",
    therapist="ana",
    hour=(6, "13:00", 50),
    reported=False,
    proposes=(
        Proposal(
            "Play one wrong note on purpose",
            "In the slow movement, on Sunday, and go on as if it belonged there.",
        ),
    ),
    goals=(
        Goal(
            title="Play for people again and hear the music, not the mistakes",
            why="I did not start the cello at five to be marked out of ten by myself.",
            know="After a concert I can hum what I liked.",
            steps=(
                Step("Practise an hour and stop", done=2),
                Step("Play one piece through without going back", done=5),
                Step("Play for my flatmate"),
                Step("Play at the Thursday circle"),
                Step("Put my name down for the spring concert"),
            ),
            ratings=((1, 3), (3, 4), (5, 5), (7, 7)),
        ),
    ),
    weeks=(
        Week(
            focus="An hour is an hour.",
            report="Stopped on the minute. The bow was still moving in my head until dinner.",
            feedback=(
                "Heads are slow to put the bow down. It settles by the third day, most people say."
            ),
            quality="quantity",
        ),
        Week(
            focus="An hour, and one thing I liked.",
            insight="I listen for what is wrong because that is how I was taught to love it.",
            report="Things I liked: C string, bar 40, the cat came in.",
            feedback="All three are music. Keep the list going.",
            quality="pleasure",
        ),
        Week(
            focus="Through to the end, whatever happens.",
            report=(
                "Went back twice in the Allemande. The Courante ran straight through because it is"
                " too fast for shame."
            ),
            feedback="Too fast for shame! Could we borrow that speed for the Allemande?",
        ),
        Week(
            focus="Through to the end, whatever happens.",
            report="Through. It had seven slips and I could name only four afterwards.",
            feedback="Three slips have escaped. I wish them a good life.",
            quality="mastery",
        ),
        Week(
            focus="A door left open while I play.",
            insight="A slip is over before I have finished hating it.",
            report=(
                "Door open, the flat was full. Somebody clapped in the kitchen and I pretended it"
                " was for the pasta."
            ),
            feedback="It may have been for both.",
        ),
        Week(
            focus="Play for Noor, one page.",
            report=(
                "One page for Noor with her eyes shut, at my wish. Then with her eyes open, at"
                " hers."
            ),
            feedback="Two audiences in one evening. What did you hum afterwards?",
            quality="progress",
        ),
        Week(
            focus="Two pages, Noor and a friend of hers.",
            insight="People listen to the tune. I am the only one who listens to me.",
        ),
    ),
    homework=(
        Homework(
            title="One hour, then close the case",
            why="More hours have not made me happier with a single bar.",
            what=(
                "Timer on the stand.\nScales, one hard place, one piece. (60 minutes)\nClose the"
                " case and leave the room.\nWrite down one thing I liked."
            ),
            smallest="Ten minutes, open strings.",
            target="5",
            when="at four",
            where="my room",
            after="When I have had tea",
            obstacle="I am in the middle of a hard place",
            then="I mark the bar and leave it for tomorrow",
            week=1,
            practice="D.DDD.D DD.DD.D DDD.D.D D.DDDD. DD.D.DD D.DD.D. D.DD.D.",
            rating="How hard am I on myself?",
            remind="15:50",
            confidence=(70, 80, 90),
            skill="kind",
            begun=True,
            at="16:00",
            places="my room|practice room",
            before=(6, 5),
            after_rating=(5, 3),
            notes=(
                "C string.",
                "Bar 40.",
                "The cat.",
                "The long note before the end, I let it be long.",
                "Scales in thirds, for once like walking downstairs.",
                "Nothing. Then the rosin smell.",
                "A wrong note that was better.",
                "The breath before the first note.",
            ),
        ),
        Homework(
            title="Through to the end",
            why="A listener cannot turn back. I want to know what they hear.",
            what=(
                "Choose one piece.\nPlay it to the last bar. No going back.\nSay one kind sentence"
                " before I think of a second one."
            ),
            smallest="The last line only, played as if for somebody.",
            target="3",
            when="as the last thing in the hour",
            obstacle="My hand stops by itself",
            then="I sing on until the hand is back",
            week=3,
            practice=".P..P.D .D.D..D ..D.D.. ..D....",
            rating="How hard am I on myself?",
            confidence=(60, 70, 80),
            exercise="behavioural-experiment",
            carries=5,
            decision="elsewhere",
            at="16:55",
            places="my room",
            before=(8, 6),
            after_rating=(6, 4),
            notes=(
                "Went back twice.",
                "Sang two bars and the hand came back.",
                "Courante: straight through.",
                "Seven slips, four names.",
                "Door open. Clapping, or pasta.",
                "Allemande at the speed of a walk.",
            ),
        ),
        Homework(
            title="Play for Noor",
            why="One kind pair of ears is the way to two.",
            what=(
                "Ask her in the morning.\nOne page. She says nothing, or thank you.\nHum afterwards"
                " what I liked."
            ),
            smallest="Leave the door open.",
            target="2",
            when="after dinner",
            where="the kitchen",
            obstacle="I want to explain before I play",
            then="I explain afterwards, if still needed",
            week=6,
            practice="..D..D. D.D..D.",
            confidence=(70, 80),
            exercise="graded-exposure",
            carries=7,
            grew_from="Through to the end",
            at="20:30",
            places="the kitchen",
            company="Noor|Noor and a friend",
            before=(8, 7),
            after_rating=(4, 3),
            notes=(
                "Eyes shut. Hers.",
                "Eyes open. Hummed the second theme while washing up.",
                "Two pages and her friend asked what it was called.",
            ),
        ),
    ),
)
