"""Harriet Cole, 44: and the lift; a supervisor reads along."""

from homework.demo.shape import Cover, Goal, Homework, Step, Story, Week

STORY = Story(
    key="harriet",
    name="Harriet Cole",
    email="harriet.cole@example.org",
    therapist="ana",
    hour=(6, "10:00", 50),
    reported=False,
    covers=(
        Cover("ben", "read", "Supervision, as agreed with Harriet in the third session", -35, 55),
    ),
    goals=(
        Goal(
            title="Take the lift to the ninth floor and present on time",
            why="I come in grey from the stairs and everyone thinks I'm ill.",
            know="I step out of the lift dry and with my notes in order.",
            steps=(
                Step("Learn what a wave of it does if I let it", done=3),
                Step("One floor, doors open, with Bea"),
                Step("Three floors alone"),
                Step("Nine floors, outside rush hour"),
                Step("Nine floors at five to nine"),
            ),
            ratings=((1, 1), (3, 3), (5, 3)),
        ),
    ),
    weeks=(
        Week(
            focus="Make it a little breathless, at home.",
            report="Spun on the office chair. Felt sick, and then only dizzy, and then silly.",
            feedback=(
                "Sick, dizzy, silly: in that order and in one minute. Your body is telling you the"
                " whole story there."
            ),
            quality="comprehension",
        ),
        Week(
            focus="Spin, then do nothing to stop it.",
            insight="Dizzy is not falling.",
            report="Did it in front of my son. He wanted a turn.",
            feedback="A second expert in the family.",
        ),
        Week(
            focus="Stand in the lobby and watch the doors.",
            report=(
                "Watched the lift for ten minutes. A courier went up and down four times and lived."
            ),
            feedback="Four couriers' worth of evidence. Next: you, and Bea, and an open door.",
            quality="pleasure",
        ),
        Week(
            focus="One floor with Bea.",
            insight="I have always got off before it could get better.",
            report=(
                "Stood in it with the doors open. When they began to close I put my foot in. Twice."
            ),
            feedback=(
                "The foot in the door is allowed this week. It shows us the height of the rung, and"
                " it is a bit high."
            ),
            quality="difficulty",
            fit="Half a floor does not exist. Maybe go down first, not up?",
        ),
        Week(focus="One floor down, with Bea, foot inside."),
    ),
    homework=(
        Homework(
            title="Spin and let it settle",
            why="If I can make the feeling myself, it's a feeling and not a warning.",
            what=(
                "Office chair, ten turns. (1 minute)\nHands in my lap. No water, no window.\nWatch"
                " it settle. (3 minutes)"
            ),
            smallest="Three turns.",
            target="4",
            when="before lunch",
            where="spare room",
            obstacle="I don't want to feel sick before lunch",
            then="three turns",
            week=1,
            practice="D.SD.D. DD.D.D. .D.D... D.D.... .DD....",
            confidence=(60, 80, 90),
            exercise="graded-exposure",
            begun=True,
            at="12:15",
            places="spare room",
            company="alone|my son",
            before=(6, 5),
            after_rating=(6, 3),
            notes=(
                "Sick, dizzy, silly.",
                "Three turns.",
                "He wanted a turn.",
                "Twelve, because ten was dull.",
                "Timed it: 50 seconds to nothing.",
            ),
        ),
        Homework(
            title="The lift, with Bea",
            why="It's a cupboard that moves. I want to learn that with my feet.",
            what=(
                "Meet Bea at quarter past ten.\nIn, look at the number, hands open.\nOne floor."
                " Stay in if I can, one more time. (5 minutes)\nCoffee, and write down what"
                " surprised me."
            ),
            smallest="Stand in it with the doors open.",
            target="tue thu",
            when="quarter past ten",
            where="north lobby",
            obstacle="Other people get in",
            then="then it is them, Bea and me",
            week=3,
            practice="..S.... ..P.P.. .......",
            confidence=(70, 60, 60),
            exercise="graded-exposure",
            carries=4,
            decision="easier",
            at="10:15",
            places="north lobby",
            company="Bea",
            before=(9, 9),
            after_rating=(6, 6),
            notes=(
                "From the bench. Courier, four times.",
                "Doors open. Foot.",
                "Doors half shut. Foot. Bea said nothing and bought the coffee.",
            ),
        ),
    ),
)
