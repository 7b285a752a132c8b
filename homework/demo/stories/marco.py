"""Marco Bianchi, 45: a baker with a temper; paused at his own wish."""

from homework.demo.shape import Goal, Homework, Step, Story, Week

STORY = Story(
    key="marco",
    name="Marco Bianchi",
    email="marco.bianchi@example.org",
    therapist="ana",
    hour=(16, "10:00", 50),
    state="paused",
    paused_days=3,
    reported=False,
    goals=(
        Goal(
            title="Be the father they tell things to",
            why="My own father's car in the drive meant: be quiet.",
            know="Gio tells me about a bad mark before I find the paper.",
            steps=(
                Step("Know my first sign", done=3),
                Step("Leave the room before the shout", done=6),
                Step("Come back and say one sentence with I"),
                Step("Ask them what it is like"),
            ),
            ratings=((1, 3), (4, 4), (6, 6)),
        ),
    ),
    weeks=(
        Week(
            focus="Find the first sign.",
            report="It is the jaw. My wife knew, of course.",
            feedback="The jaw. Wives often hold the map. Now you have a copy.",
            quality="comprehension",
        ),
        Week(
            focus="Jaw, stop, door.",
            insight="I am loud when I am frightened.",
            report=(
                "Three times. Once I said the sentence in Italian, so nobody knew what I was"
                " leaving for."
            ),
            feedback="Say it in whichever language comes out of a tight jaw. They will learn it.",
        ),
        Week(
            focus="Jaw, stop, door, and back.",
            report=(
                "Shouted at the football. It was on the television, it cannot hear me. The children"
                " can."
            ),
            feedback="You saw that the children can. I have nothing to add to that.",
            quality="progress",
        ),
        Week(
            focus="Jaw, stop, door, and back.",
            insight="Coming back is the part they remember.",
            report="Broke a plate on Sunday. Not at anybody. I told Gio it was the fear, not him.",
            feedback="You said it the same day and to his face. Plates can be bought.",
            quality="difficulty",
            fit="A thing for Sundays, everyone is at our table then.",
        ),
        Week(
            focus="Sunday: I carve and I breathe.",
            report="Sunday was peaceful. My brother asked if I was ill.",
            feedback="High praise, from a brother.",
        ),
        Week(
            focus="One question at bedtime.",
            report=(
                "Gio said school is all right, which means it is not. I did not push. He came down"
                " again for water and told me."
            ),
            feedback="He came down for water. That glass of water is your goal, or a corner of it.",
            quality="match",
        ),
        Week(focus="One question at bedtime, no advice."),
    ),
    homework=(
        Homework(
            title="Stop, door, five minutes, back",
            why="I want to be the one who came back.",
            what=(
                "Jaw tight: stop talking.\nSay: five minutes, I come back.\nYard. Long breath out."
                " (5 minutes)\nGo back and say one sentence that begins with I."
            ),
            smallest="Hands open, one step back.",
            target="3",
            when="when my jaw goes tight",
            where="the yard",
            obstacle="They follow me to go on arguing",
            then="I show five fingers and go",
            week=1,
            practice=".P..D.. D..D.P. ..n..D. .DP..D. .D..D.. D..D..D ..D....",
            confidence=(60, 60, 70, 80),
            exercise="pause-plan",
            at="19:30",
            places="yard|car park at the bakery|stairs",
            company="the children|my wife|my brother",
            before=(8, 8),
            after_rating=(5, 3),
            barriers="mood",
            notes=(
                "Jaw. Saw it too late but saw it.",
                "Five fingers. They laughed, I laughed.",
                "In Italian.",
                "The yard is cold, which helps.",
                "Came back. “I was afraid about the money.”",
                "Plate. Then the sentence.",
                "My brother, politics. I went to look at the roast.",
            ),
            private=("Sounded like him. His very words.",),
        ),
        Homework(
            title="Breathe while I carve",
            why="My hands are busy then and everyone waits for me. Nobody sees me breathe.",
            what="Knife down after each slice.\nOne long breath out.\nNext slice.",
            smallest="One breath before the first slice.",
            target="sun",
            when="Sunday at one",
            where="head of the table",
            obstacle="Everybody talks to me",
            then="I hand round the bread first",
            week=5,
            practice="...D... ...D... .......",
            confidence=(80, 90),
            exercise="slow-breathing",
            at="13:10",
            places="head of the table",
            company="the whole family",
            notes=("Nine slices, nine breaths.", "They asked for thinner slices. More breaths."),
        ),
        Homework(
            title="One question at bedtime",
            why="They will not tell me things if I only ask about shoes.",
            what=(
                "Sit on the floor, not on the bed.\nAsk: what was the silliest thing"
                " today?\nListen. No advice, not even good advice."
            ),
            smallest="Sit on the floor for a minute.",
            target="4",
            when="at half past eight",
            after="When teeth are done",
            obstacle="I am at the bakery at that hour",
            then="I ask at breakfast",
            week=6,
            practice=".D..D.D D..D...",
            confidence=(80, 80),
            exercise="values-compass",
            carries=4,
            at="20:35",
            places="children's room",
            company="Gio|Gio and Pia|Pia",
            notes=(
                "Pia: a dog in the playground with a sock.",
                "“All right”, then water, then the truth.",
                "I gave advice. Good advice! They slept at once.",
                "Silliest thing: me, at football.",
            ),
        ),
    ),
)
