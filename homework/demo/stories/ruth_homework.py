"""What Ruth Feldman practises; see ruth.py."""

from homework.demo.shape import Homework

HOMEWORK = (
    Homework(
        title="Half a night in the bedroom",
        why="The settee is bad for my hip, and I miss our ceiling.",
        what=(
            "Lamp on at nine.\nLie down on top of the covers with the radio. (30 minutes)\nStay"
            " as long as it is bearable, go back when it is not."
        ),
        smallest="Sit on the edge of the bed and say good night.",
        target="4",
        when="after the nine o'clock news",
        obstacle="I hear the house",
        then="radio, quietly",
        week=1,
        practice="S...S.. .P..P.. .D.D.DS D.DDDD.",
        confidence=(50, 60, 70, 80),
        exercise="graded-exposure",
        at="21:30",
        places="bedroom",
        before=(9, 7),
        after_rating=(7, 4),
        notes=(
            "Said good night. To the lamp, I suppose.",
            "Until one.",
            "His side.",
            "I woke and did not know for a second, then I knew, and stayed.",
        ),
    ),
    Homework(
        title="A letter to Arthur",
        why="I have things to tell him and nobody else wants to know about the gutter.",
        what=(
            "Fountain pen, his chair.\nBegin with the weather.\nWrite until the page is full or"
            " I am. (20 minutes)\nPut it in the blue folder."
        ),
        smallest="Dear Arthur, and one sentence.",
        target="tue",
        when="Tuesday after lunch",
        where="his chair",
        obstacle="I start to cry",
        then="crying and writing go together, he can't see the blots",
        week=5,
        practice=(
            "....D.. ....D.. ....d.. ....D.. ....D.. ....... ....D.. ....d.. ....D.. ....D.."
            " ....D.. ....D.."
        ),
        confidence=(90,),
        exercise="kind-letter",
        begun=True,
        at="14:20",
        places="his chair|garden bench",
        before=(6, 5),
        after_rating=(6, 4),
        notes=(
            "The gutter.",
            "Told him about the new doctor's moustache.",
            (
                "Two pages on his study. I have read what I was not meant to read, and it was"
                " only crosswords."
            ),
            "Asked him what to do with the atlas.",
            "Short. It was a good day and there was less to say.",
            "About the candles.",
            "The students.",
        ),
        private=(
            "I was angry with him for the stairs and the not telling. Eight lines, underlined.",
            "I told him that I laughed.",
        ),
    ),
    Homework(
        title="The study, sitting down",
        why="It is a third of my house.",
        what=(
            "Hand on the handle. Open.\nSit in the reading chair. (5 minutes)\nLook at one"
            " thing only."
        ),
        smallest="Open the door and shut it.",
        target="2",
        when="Thursday and Sunday, in daylight",
        obstacle="The smell of him",
        then="I open the window first",
        week=6,
        practice="..S.... ..P..N. ..D..D.",
        confidence=(50, 60, 70),
        exercise="graded-exposure",
        carries=8,
        at="11:00",
        places="the study",
        barriers="mood",
        before=(9, 7),
        after_rating=(7, 4),
        notes=(
            "The handle.",
            "Window, chair, two minutes.",
            "An hour with his handwriting.",
            "Dusted. Then sat.",
        ),
        not_today=("Too grey outside and in.",),
    ),
    Homework(
        title="A walk with Miriam",
        why="She has asked me every week since February.",
        what="Ring her on Monday.\nTo the lock and back. (45 minutes)\nI need say nothing clever.",
        smallest="To her gate and back.",
        target="by thu",
        when="Wednesday at ten",
        where="the towpath",
        obstacle="I have a face like a wet week",
        then="she has seen it before",
        week=9,
        practice=".....D. ....... .....D. ....D.. .....D. .....D. .....P. .....D.",
        confidence=(80, 60, 80),
        exercise="reach-out",
        at="10:10",
        places="the towpath",
        company="Miriam",
        before=(4, 5),
        after_rating=(6, 7),
        notes=(
            "She talked of her knees, lock to gate.",
            "We saw the heron.",
            "I talked. She let me.",
            "Only to the gate, her knees.",
            "Said nothing clever for an hour.",
        ),
    ),
    Homework(
        title="Half a shelf",
        why="The books want to go out and I am the one who holds the door.",
        what=(
            "Half a shelf, left to right. (30 minutes)\nThree piles: mine, theirs, I don't"
            " know.\nStop at the kettle."
        ),
        smallest="One book, in one of three piles.",
        target="1",
        when="Sunday at eleven",
        where="the study",
        obstacle="I begin to read",
        then="reading is allowed, after the timer",
        week=10,
        goal=1,
        practice="....... ...D... ...P... ...D... ...D... ...D...",
        confidence=(70, 60, 80),
        exercise="problem-solving",
        at="11:05",
        places="the study",
        notes=(
            "A to B. Found a tram ticket from 1981.",
            "One book. It was that book.",
            "Poetry. I kept four of my twelve.",
            "The Germans.",
            "Nearly a whole one, without sitting down.",
        ),
    ),
    Homework(
        title="Light the candles",
        why="Friday comes anyway. I would like to open the door to it.",
        what="Good plate out in the morning.\nSoup.\nCandles, and the words, or as many as come.",
        smallest="One candle, no words.",
        target="fri",
        when="Friday at dusk",
        where="kitchen table",
        obstacle="His chair",
        then="I sit in it",
        week=12,
        practice="..S.... ..D.... ..D.... ..D.... .......",
        rating="How is my evening?",
        confidence=(60, 70, 80, 90),
        exercise="values-compass",
        carries=15,
        at="17:30",
        places="kitchen table",
        company="alone",
        before=(4, 5),
        after_rating=(5, 7),
        notes=(
            "One, and soup.",
            "Two. I waited for his voice.",
            "In his chair. It is lower than mine.",
            "Sad and good. Both came, neither stayed late.",
        ),
        replies=(
            (
                "Sad and good. Both came, neither stayed late.",
                "Neither stayed late. I have read this twice.",
            ),
        ),
    ),
)
