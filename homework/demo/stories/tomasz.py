"""Tomasz Zieliński, 47: after the job; his mailbox refuses mail."""

from homework.demo.shape import Goal, Homework, Step, Story, Week

STORY = Story(
    key="tomasz",
    name="Tomasz Zieliński",
    email="tomasz@example.org",
    therapist="ana",
    hour=(4, "10:00", 50),
    bounced_days=6,
    goals=(
        Goal(
            title="Be somebody who gets up for something",
            why="My son watches what I do all day. At present that is the sofa.",
            know="I leave the house before ten and I do not have to invent a reason.",
            steps=(
                Step("Up and dressed by nine", done=3),
                Step("One job a day with my hands", done=5),
                Step("Help at the bike workshop once"),
                Step("Two mornings a week there"),
                Step("Answer one advertisement"),
            ),
            ratings=((1, 1), (3, 2), (5, 4), (6, 4)),
        ),
    ),
    weeks=(
        Week(
            focus="Up, washed, dressed. The rest of the day is free.",
            report="I was up. I would not call it more.",
            feedback=(
                "Up was the whole plan, and you did it on five days in the dark half of the year."
            ),
            quality="quantity",
        ),
        Week(
            focus="Up, washed, dressed, and once round the block.",
            insight="I do not lie down because I am tired. I am tired because I lie down.",
            report="Round the block. Talked with the man with the two dogs.",
            feedback=(
                "Which of the dogs is the boss? I ask because you noticed them, and noticing had"
                " gone missing."
            ),
        ),
        Week(
            focus="One thing mended a day.",
            report="Hinge, lamp, hinge again, my son's pedal. He held the light.",
            feedback="He held the light. I will remember that sentence.",
            quality="pleasure",
        ),
        Week(
            focus="One thing mended a day.",
            report=(
                "The letter from the office came and I went back to bed for two days. Then the tap"
                " dripped so I got up."
            ),
            feedback=(
                "The tap got you up where I could not have. Good tap. We plan something for the"
                " days on which letters come."
            ),
            fit="A thing to do at once when post comes, so that I do not think.",
        ),
        Week(
            focus="Walk past the workshop, then walk in.",
            insight="When my hands are busy my head is quiet.",
            report=(
                "Walked past on Monday. On Wednesday the door was open so I was half in already."
            ),
            feedback="Half in already is how most things begin. What did it smell of?",
            quality="progress",
        ),
        Week(
            focus="Walk in and stay an hour.",
            report="They gave me a wheel. It is true now. They asked if I come again.",
        ),
    ),
    homework=(
        Homework(
            title="Up and dressed by nine",
            why="If I wait until I feel like it I wait until four.",
            what=(
                "Alarm across the room.\nFeet on the floor, curtains open.\nWash, dress, shoes on"
                " too."
            ),
            smallest="Feet on the floor and curtains open.",
            target="mon tue wed thu fri",
            when="at half past eight",
            obstacle="A bad night",
            then="I get up all the same and lie down after lunch",
            week=1,
            practice="DDS.DD. DDD.DDD DDDDDD.",
            confidence=(70, 80, 90),
            exercise="opposite-action",
            at="08:50",
            notes=(
                "Shoes on too. Felt foolish, then went out because they were on.",
                "Curtains only.",
                "Before the alarm.",
            ),
            barriers="tired",
        ),
        Homework(
            title="Once round the block",
            why="Air, and something else to look at than the wall.",
            what=(
                "Left out of the door.\nRound by the church. (10 minutes)\nNotice one thing to tell"
                " at dinner."
            ),
            smallest="To the letter box and back.",
            target="4",
            when="",
            after="When the cup is in the sink",
            obstacle="Rain",
            then="the yellow jacket is for rain",
            week=2,
            practice=".DD.D.D .D.N.DD",
            confidence=(80,),
            exercise="activity-planning",
            at="09:40",
            places="round the block",
            company="alone|the man with two dogs",
            before=(3, 4),
            after_rating=(4, 5),
            barriers="place",
            notes=(
                "Church clock is wrong by six minutes.",
                "Two dogs, one collar missing.",
                "Told it at dinner. My son asked questions.",
            ),
            not_today=("Yellow jacket was in the car and the car was away.",),
        ),
        Homework(
            title="Mend one thing",
            why="My hands know how to be somebody also when I do not.",
            what=(
                "Take one thing from the basket by the door.\nMend it, or find out what it needs."
                " (20 minutes)\nPut it where it belongs."
            ),
            smallest="Put the tools on the table.",
            target="5",
            when="after lunch",
            where="kitchen table",
            obstacle="I think it is worth nothing because nobody pays for it",
            then="I ask my son what he would like to have mended",
            week=3,
            practice="D.DDD.D .N..NSD D.DD.D.",
            answers=(
                {"did": "Kitchen hinge", "pleasure": 4, "mastery": 7},
                {"did": "My son's pedal", "pleasure": 7, "mastery": 7},
                {"did": "The tap", "pleasure": 3, "mastery": 8},
            ),
            remind="13:45",
            confidence=(80, 70, 80),
            exercise="activity-planning",
            carries=2,
            at="14:00",
            places="kitchen table|cellar",
            company="alone|my son",
            barriers="mood mood",
            before=(3, 4),
            after_rating=(6, 6),
            notes=(
                "Hinge. Two screws, done.",
                "Lamp. It was only the bulb, but still.",
                "Pedal. He held the light.",
                "Tap. It dripped, so it was not my decision.",
                "Chair leg, glued. Nobody sits on it until Sunday.",
            ),
            not_today=("Letter from the office.", "Lay down. Nothing else to say."),
        ),
        Homework(
            title="An hour at the bike workshop",
            why="There are people there and nobody has to talk.",
            what=(
                "Go in before I reach the corner.\nSay: I can true wheels.\nStay an hour, or until"
                " the tea. (60 minutes)"
            ),
            smallest="Walk past slowly and look in.",
            target="by fri",
            when="Wednesday at ten",
            where="workshop under the arches",
            obstacle="They are younger than I",
            then="I look at the wheels and not at the faces",
            week=5,
            practice=".S.P... ..DP...",
            confidence=(50, 80),
            exercise="graded-exposure",
            carries=5,
            at="10:15",
            places="workshop",
            company="Finn and two others",
            before=(7, 6),
            after_rating=(4, 2),
            notes=(
                "Walked past. Door shut.",
                "Half an hour, mostly in the door.",
                "One wheel, true to a hair. They have real tea.",
            ),
        ),
    ),
)
