"""Mina Farouk, 32, a nurse who comes home awake: client2, with Ben."""

from homework.demo.shape import Goal, Homework, Step, Story, Week

STORY = Story(
    key="mina",
    name="Mina Farouk",
    email="client2@midweek.test",
    therapist="ben",
    hour=(4, "09:30", 50),
    reported=True,
    goals=(
        Goal(
            title="Leave the ward on the ward",
            why="I'm home and still counting drips.",
            know="I cook something that takes longer than ten minutes and I'm there for it.",
            steps=(
                Step("Hand over and change my shoes", done=3),
                Step("Walk the last stop home", done=6),
                Step("Say no to the third extra shift"),
                Step("One evening a week with people who aren't nurses"),
            ),
            ratings=((1, 2), (3, 3), (6, 5), (8, 5)),
        ),
    ),
    weeks=(
        Week(
            focus="Shoes off, shift off.",
            report="It's silly how well the shoes work.",
            feedback="Silly and well is my favourite pair. Keep the shoes.",
            quality="match",
        ),
        Week(
            focus="Shoes off, shift off.",
            insight="The handover is for the patients. I need one for me.",
            report="Nights. Day and night are mush. Did the shoes at ten in the morning.",
            feedback="Ten in the morning is evening for you this week. Well translated.",
        ),
        Week(
            focus="Write my own handover: three lines.",
            report="Three lines on the bus. Line three is always the same name.",
            feedback="Bring the name along if you like. It may want more than a line.",
            quality="quality",
        ),
        Week(
            focus="Three lines, and then out at Park Street.",
            insight="I'm sad about him. I thought I was tired.",
            report="Walked from Park Street in the rain and was glad of it.",
            feedback="Glad of rain, after a ward with no windows. I see.",
            quality="pleasure",
        ),
        Week(skip="missed"),
        Week(
            focus="Three lines, Park Street, one slow meal.",
            report="Said yes to two extras before I'd breathed in.",
            feedback=(
                "Yes lives very near the surface after twelve hours. We put a pause in front of it."
            ),
            quality="obstacles",
            fit="A sentence I can read off the phone when the ward rings.",
        ),
        Week(
            focus="The ward rings: read the card.",
            insight="They'll find someone. I was never the last nurse in England.",
            report="Read it off the card. She said fine, no worries, and rang off.",
            feedback="Fine, no worries. And the ward is still standing.",
            quality="progress",
        ),
        Week(
            focus="The card, and a slow meal on Sunday.",
            report=(
                "Made the lentils that take an hour. I'd like to talk about asking for fewer"
                " nights, I've never asked."
            ),
        ),
    ),
    homework=(
        Homework(
            title="Shoes, then three lines",
            why="So that the shift has an end with a shape.",
            what=(
                "Change shoes at the locker.\nOn the bus: what was good, what was hard, what stays"
                " here. (3 minutes)\nPut the notebook away at Park Street."
            ),
            smallest="Change shoes, one long breath out.",
            target="4",
            when="",
            where="locker, then the 12",
            after="When I've handed over",
            obstacle="Somebody walks out with me and talks",
            then="I do it at the stop after they get off",
            week=1,
            practice="D.DD.D. .DD.D.D D.D.DD. DD..D.D ...D.S. D.DD... .DD.DD. DDD.DD.",
            rating="How much of the ward is with me?",
            remind="20:15",
            confidence=(80, 80, 90),
            skill="calm",
            begun=True,
            at="20:05",
            places="locker|the 12|bus stop",
            company="alone|Jess",
            before=(7, 6),
            after_rating=(5, 3),
            notes=(
                "Bed 4 ate. Bed 9 didn't. The rest stays.",
                "Shoes at ten in the morning.",
                "Jess talked till Mill Lane, then I wrote.",
                "Good: the new one laughed. Hard: forms.",
                "Line three again.",
                "Two lines. One was a shopping list.",
                "Nothing stays today. Odd feeling.",
            ),
            replies=(("Line three again.", "You may bring line three to our hour."),),
        ),
        Homework(
            title="Out at Park Street",
            why="Ten minutes of sky between there and here.",
            what=(
                "Get off one stop early.\nWalk without headphones. (10 minutes)\nLook for one thing"
                " that's growing."
            ),
            smallest="Stand at the stop until the bus has gone.",
            target="3",
            when="on the way home",
            where="Park Street",
            obstacle="My feet",
            then="the bench, then on",
            week=4,
            practice=".D..D.D ....... D.D.... .D..D.. .D..D..",
            rating="How heavy are my feet?",
            confidence=(80, 70, 80),
            exercise="mindful-minute",
            carries=2,
            at="20:25",
            places="Park Street",
            before=(6, 6),
            after_rating=(4, 3),
            notes=(
                "Moss on the bank's roof.",
                "Rain, glad.",
                "A tomato plant. In November!",
                "Bench first.",
            ),
        ),
        Homework(
            title="Read the card when the ward rings",
            why="My mouth says yes on its own. The card can speak first.",
            what=(
                "Let it ring twice and find the card.\nRead: I can't this time. I hope you find"
                " someone.\nStop. Breathe out. (1 minute)"
            ),
            smallest="Say: I'll ring you back in ten minutes.",
            target="1",
            when="when the ward's number shows",
            obstacle="It's Gloria and she sounds desperate",
            then="desperate is hers, the card is mine",
            week=7,
            practice="...D... .S.D...",
            confidence=(60, 80),
            exercise="saying-no",
            carries=7,
            at="11:30",
            places="kitchen|bed",
            company="on the phone",
            before=(8, 7),
            after_rating=(5, 4),
            notes=("Fine, no worries.", "Ten minutes, then the card."),
        ),
    ),
)
