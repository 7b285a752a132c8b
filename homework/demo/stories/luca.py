"""Luca Moretti, 30: a worrier in New York for the year."""

from homework.demo.shape import Goal, Homework, Step, Story, Week

STORY = Story(
    key="luca",
    name="Luca Moretti",
    email="luca.moretti@example.org",
    therapist="ana",
    hour=(3, "14:00", 45),
    zone="America/New_York",
    reported=False,
    goals=(
        Goal(
            title="Let a day go by that I haven't thought through beforehand",
            why="I'm in the city I wanted and I spend it on the plans for it.",
            know="I come home in the evening and something happened that I did not have on a list.",
            steps=(
                Step("Worry at one desk, not at all of them", done=3),
                Step("Plan the worry better", let_go=2, by="client"),
                Step("One free afternoon, no list", done=6),
                Step("Say yes to something the same day"),
                Step("A weekend away with only the train booked"),
            ),
            ratings=((1, 3), (3, 4), (5, 4), (7, 6)),
        ),
    ),
    weeks=(
        Week(
            focus="Worry keeps office hours.",
            report=(
                "18:00 to 18:15 at the fire escape. The list was long and then the sun went down"
                " on it."
            ),
            feedback="You found the only desk in Manhattan with a sunset. Keep the lease.",
            quality="pleasure",
        ),
        Week(
            focus="Worry keeps office hours.",
            insight="If I plan for everything, nothing can happen to me. Nothing at all.",
            report="Some days the list is only work. That isn't worry, that's a list.",
            feedback="A fine distinction. What gives a worry away, for you?",
        ),
        Week(
            focus="Office hours, and one afternoon without.",
            report=(
                "Thanks for moving our call. Free afternoon was spent looking for the best way to"
                " spend it."
            ),
            feedback=(
                "A classic first free afternoon. The second one comes without reviews or stars."
            ),
            moved_days=1,
        ),
        Week(
            focus="An afternoon with no stars and no reviews.",
            insight="Good enough is open right now, on this street.",
            report="Walked north until hungry. Ate something I can't name.",
            feedback=(
                "North until hungry is a plan I could follow. Would your stomach write the next one"
                " too?"
            ),
            quality="quality",
        ),
        Week(
            focus="North until hungry.",
            report="Deadline week. The fire escape on Tuesday, that was all.",
            feedback="In a deadline week the fire escape was open. Good.",
            quality="quantity",
        ),
        Week(
            focus="Yes, before I've looked it up.",
            insight="My stomach says yes faster than my head says what if.",
            report="Said yes to Ari's band. It was terrible and I danced.",
            feedback="Terrible, and you danced! No further questions.",
            quality="progress",
        ),
        Week(focus="Yes, before I've looked it up."),
    ),
    homework=(
        Homework(
            title="Worry on the fire escape",
            why="It has had the run of the flat. One place is plenty.",
            what=(
                "In the day: three words into the notes.\nAt six, out on the fire escape.\nRead,"
                " cross out, worry with a pencil. (15 minutes)\nClimb back in and cook."
            ),
            smallest="Three words into the notes.",
            target="5",
            when="at six",
            where="fire escape",
            after="When I've taken off my shoes",
            obstacle="I'm still at work at six",
            then="I use the stairwell on the 9th floor",
            week=1,
            practice="D.DD.DD DD.D.D. D.DD... DD..D.D .D.S... D.D.DD. DDD.DD.",
            remind="17:50",
            confidence=(80, 80, 70, 80, 90),
            exercise="worry-time",
            at="18:05",
            places="fire escape|9th floor stairwell",
            before=(7, 6),
            after_rating=(5, 3),
            notes=(
                "Eleven. Sun went down at number nine.",
                "Rent, visa, Nonna, tooth.",
                "All work. Crossed out as “not you”.",
                "Stairwell. It echoes, so I whispered.",
                "Four, and two were the same one.",
                "Cold. Short list!",
                "One: the lease. First move: ask Ari on Sunday.",
                "Nothing. A pigeon came instead.",
            ),
        ),
        Homework(
            title="An afternoon with no list",
            why="I want to be found by something.",
            what=(
                "Phone on the charger, keys and a twenty in my pocket.\nOut of the door and left or"
                " right by coin. (90 minutes)\nStop where it smells good."
            ),
            smallest="Once round the block by coin.",
            target="1",
            when="Saturday after lunch",
            obstacle="I look things up first",
            then="the phone stays on the charger",
            week=3,
            practice="..P.... ..D.... ....... ..D....",
            answers=(
                {
                    "forecast": "I'll waste it and hate the evening.",
                    "sure": 7,
                    "seen": "I did waste half of it, on reviews.",
                    "true": "yes",
                    "learned": "It was the reviews that I hated.",
                },
                {
                    "forecast": "I'll end up somewhere dull.",
                    "sure": 6,
                    "seen": "Soup with something round in it.",
                    "true": "no",
                    "learned": "Dull has good soup.",
                },
            ),
            rating="How restless am I?",
            confidence=(60, 70, 70),
            exercise="behavioural-experiment",
            carries=2,
            decision="step_up",
            at="14:30",
            places="uptown|along the river",
            before=(6, 5),
            after_rating=(5, 2),
            notes=(
                "Read forty reviews, then went to the nearest.",
                "North. Soup with something round in it.",
                "Coin said left seven times. River.",
            ),
        ),
        Homework(
            title="Say yes the same day",
            why="Most of what I liked here was somebody else's idea.",
            what=(
                "When someone asks, breathe out once.\nSay yes, or: yes, for an hour.\nLook it up"
                " afterwards if at all."
            ),
            smallest="Say: ask me again tonight.",
            target="1",
            when="the first time somebody asks",
            obstacle="I don't know who else will be there",
            then="I ask who, and say yes anyway",
            week=6,
            practice="..D.... .SD....",
            confidence=(70, 70),
            exercise="opposite-action",
            carries=6,
            grew_from="An afternoon with no list",
            at="21:40",
            places="a basement in Queens|office",
            company="Ari and others",
            before=(7, 6),
            after_rating=(3, 4),
            notes=("Ari's band. Terrible. Danced.", "“Ask me again tonight.” They did."),
        ),
    ),
)
