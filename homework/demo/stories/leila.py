"""Leila Haddad, 33: after the baby; she asks for a change."""

from homework.demo.shape import Goal, Homework, Step, Story, Week

STORY = Story(
    key="leila",
    name="Leila Haddad",
    email="leila.haddad@example.org",
    therapist="ana",
    hour=(0, "16:30", 45),
    pinned=True,
    last_plan="asks",
    asks="Mornings are too loud, can we move it? After her second nap would work.",
    reported=False,
    goals=(
        Goal(
            title="Feel like Leila and not only like somebody's mother",
            why="I love her and I have gone missing.",
            know="I hear myself hum while I do something that is not for the baby.",
            steps=(
                Step("Ten minutes a day that are mine", done=3),
                Step("Tell Karim what I need before I shout it"),
                Step("Go to choir once"),
                Step("Leave her with Mum for an afternoon", by="therapist"),
            ),
            ratings=((1, 2), (3, 3), (5, 3)),
        ),
    ),
    weeks=(
        Week(
            focus="Ten minutes, door shut.",
            report=(
                "I sat on the edge of the bath for ten minutes and listened to nothing. It was"
                " wonderful and then I felt guilty."
            ),
            feedback="Wonderful first. Guilt came second and it may wait its turn.",
            quality="rationale",
        ),
        Week(
            focus="Ten minutes, door shut, without paying for them.",
            insight="Rest is not something I owe anybody an account of.",
            report="Four times. Once I sang. She stopped crying, Karim said, to listen.",
            feedback="So the humming has begun, in the bathroom of all places.",
            quality="pleasure",
        ),
        Week(
            focus="Say it while it is still small.",
            report="She had a cold. Nobody slept. I shouted and then we all cried, Karim too.",
            feedback=(
                "Three people at the end of their strength. The cold is nobody's fault. We plan for"
                " such nights now, not against them."
            ),
            fit="Something I can do with one hand and no plan.",
        ),
        Week(skip="cancelled"),
        Week(
            focus="Say it while it is still small.",
            insight="I ask when I am already empty. Half full would be kinder to us both.",
            report="Asked him for Tuesday night. He said yes as if it were nothing.",
            feedback=(
                "As if it were nothing! What would you ask for next, if asking costs that little?"
            ),
            quality="collaboration",
        ),
        Week(focus="Choir is on Thursdays. I am looking at Thursday."),
    ),
    homework=(
        Homework(
            title="Ten minutes that are mine",
            why="I can only give from something.",
            what=(
                "Hand her over, or wait for the nap.\nShut a door. (10 minutes)\nNothing useful."
                " Nothing for anyone."
            ),
            smallest="One cup of tea while it is hot.",
            target="4",
            when="in the first nap",
            obstacle="Washing calls from the basket",
            then="I turn the basket to the wall",
            week=1,
            practice=".D..DP. D.DD.D. ..n..S. ....... D.D..D. .D.S...",
            confidence=(70, 80, 80),
            exercise="activity-planning",
            at="10:30",
            places="bathroom|balcony|bed",
            before=(3, 4),
            after_rating=(6, 6),
            barriers="others",
            notes=(
                "Edge of the bath.",
                "Six minutes, then she woke. Six is six.",
                "Balcony, in his coat.",
                "Sang the alto of the Fauré.",
                "Hot tea. All of it.",
                "Read a page with nobody in it under one year old.",
            ),
            private=("I don't like her today. I will like her tomorrow.",),
        ),
        Homework(
            title="Ask Karim for one thing",
            why="He can't hear what I only think.",
            what=(
                "Choose something that takes under an hour.\nSay what is, how it is for me, and"
                " what I'd like.\nLet him do it his way."
            ),
            smallest="Write it on the fridge.",
            target="2",
            when="after dinner, before we both fall over",
            where="kitchen",
            obstacle="I think he ought to see it himself",
            then="I tell myself: he sees tired, not what I need",
            week=3,
            practice="..N.... ....... .D..P.. ...D...",
            confidence=(60, 60, 70),
            exercise="ask-for-help",
            carries=5,
            at="20:15",
            places="kitchen",
            company="Karim",
            before=(7, 6),
            after_rating=(5, 3),
            barriers="mood",
            notes=(
                "Tuesday night is his. Yes, like nothing.",
                "Fridge note about the bins. He drew a bin with a smile.",
            ),
            not_today=("We shouted instead.",),
        ),
        Homework(
            title="Listen to the Fauré once through",
            why="My voice knows the way to choir better than I do.",
            what="Put it on while I feed her.\nHum the alto where I remember it. (5 minutes)",
            smallest="The first page.",
            target="3",
            when="first feed in the morning",
            where="kitchen",
            obstacle="She doesn't like the loud bit",
            then="I skip the loud bit",
            week=6,
            practice=".......",
            confidence=(60,),
            exercise="values-compass",
            at="07:30",
        ),
    ),
)
