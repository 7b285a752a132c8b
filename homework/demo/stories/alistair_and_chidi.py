"""Alistair Boyd, 66, newly retired; Chidi Nwosu, 28, who walks round dogs. Both with Ben."""

from homework.demo.shape import Goal, Homework, Step, Story, Week

ALISTAIR = Story(
    key="alistair",
    name="Alistair Boyd",
    email="alistair.boyd@example.org",
    therapist="ben",
    hour=(3, "11:30", 50),
    reported=False,
    goals=(
        Goal(
            title="Know what my Mondays are for",
            why="For forty years somebody else knew.",
            know="I tell my daughter about my Monday and she asks a second question.",
            steps=(
                Step("Out of the house by eleven", done=2),
                Step("Try three things, badly", done=5),
                Step("Choose one and go back"),
                Step("Bring somebody along"),
            ),
            ratings=((1, 2), (3, 3), (5, 5)),
        ),
    ),
    weeks=(
        Week(
            focus="Out by eleven, destination optional.",
            report="The destination was the tip, twice. They know me by name.",
            feedback="To be known by name at the tip is not nothing. Where next?",
            quality="quantity",
        ),
        Week(
            focus="One thing I have never done.",
            insight="I was busy. I'm not sure I was interested.",
            report="Bell ringing. I was lifted off the floor.",
            feedback="Lifted off the floor at sixty-six. Put it in the Monday folder.",
            quality="pleasure",
        ),
        Week(
            focus="A second thing, badly.",
            report="Life drawing. I drew the stove.",
            feedback="Somebody had to.",
        ),
        Week(
            focus="A third thing, or nothing.",
            insight="Badly is how everyone starts. I'd forgotten, I was senior for so long.",
            report="Nothing. It rained on me inwardly.",
            feedback="Inward rain is allowed on the plan. It did say: or nothing.",
            quality="difficulty",
        ),
        Week(focus="Back to the bells."),
    ),
    homework=(
        Homework(
            title="Out by eleven",
            why="Indoors I wait for the post. Nobody writes.",
            what=(
                "Shaved, shoes, coat.\nOut by eleven and not back before twelve. (60"
                " minutes)\nBring home one thing to tell."
            ),
            smallest="To the end of the road and back with shoes on.",
            target="mon wed fri",
            when="before eleven",
            after="When I've read the front page",
            obstacle="No reason to go",
            then="the reason is the plan",
            week=1,
            practice=".D.DD.. D.D.D.. .D..DD. .N..D.. D...D..",
            confidence=(90,),
            exercise="activity-planning",
            at="10:50",
            places="the tip|library|market",
            company="alone|a man called Ted",
            before=(3, 4),
            after_rating=(5, 6),
            barriers="point",
            notes=(
                "The tip. Ted kept a lamp back for me.",
                "Tip again. Took the lamp.",
                "Library. You can borrow a ukulele!",
                "Did not borrow it.",
                "Market, three sorts of pear.",
                "Borrowed it.",
            ),
            not_today=("What for, I thought. So there.",),
        ),
        Homework(
            title="One thing I've never done",
            why="I'd like to be a beginner while I still have the knees.",
            what=(
                "Choose from Jean's list, the first that makes me laugh.\nGo once. Do it"
                " badly.\nNumber for pleasure, number for nerve."
            ),
            smallest="Read the notice all the way through.",
            target="by sat",
            when="Thursday evening",
            obstacle="They'll all know each other",
            then="so did we, at work, and new people were a relief",
            week=2,
            practice="..D.... ..P.... .......",
            rating="How nervous am I?",
            confidence=(60, 70, 60),
            exercise="behavioural-experiment",
            carries=4,
            at="19:00",
            places="St Peter's tower|the arts hall",
            company="seven ringers|strangers",
            before=(7, 6),
            after_rating=(4, 4),
            notes=("Bells. The rope takes you up.", "The stove, in charcoal."),
        ),
    ),
)

CHIDI = Story(
    key="chidi",
    name="Chidi Nwosu",
    email="chidi.nwosu@example.org",
    therapist="ben",
    hour=(1, "17:30", 45),
    goals=(
        Goal(
            title="Run through the park instead of round it",
            why="Round it is two miles longer and past a main road. I miss the trees.",
            know="A dog comes towards me and my route stays the same.",
            steps=(
                Step("Look at dogs on purpose", done=2),
                Step("Twenty metres, on a lead", done=4),
                Step("Five metres, with Ade's old Labrador"),
                Step("Stroke Biscuit"),
                Step("The middle path at eight in the morning"),
            ),
            ratings=((1, 1), (3, 4), (4, 4)),
        ),
    ),
    weeks=(
        Week(
            focus="Films and photos, small ones first.",
            report="Started with a sausage dog in a jumper. Hard to fear that.",
            feedback="We climb from the jumper up, then.",
            quality="pleasure",
        ),
        Week(
            focus="The bench opposite the gate.",
            insight="I look at the teeth. There's a whole dog behind them.",
            report="Bench three times. The fear sits down after about seven minutes, same as me.",
            feedback="Same as you: good, then you have something to wait for together.",
            quality="mastery",
        ),
        Week(
            focus="Twenty metres.",
            report="One ran at me, off the lead. I stood still. It wanted the ball behind me.",
            feedback="You stood still and learned what it wanted. Nobody could have planned that.",
            quality="progress",
        ),
        Week(
            focus="Biscuit, at five metres.",
            insight="It isn't all about me. Mostly it's about a ball.",
            report=(
                "Biscuit slept through the whole thing. I want to talk about whether that counts."
            ),
        ),
    ),
    homework=(
        Homework(
            title="Dogs on a screen",
            why="Small and behind glass is a place to begin.",
            what=(
                "Photos first, then films without sound, then with. (10 minutes)\nLook at the whole"
                " dog, nose to tail.\nGo on until it bores me."
            ),
            smallest="One photo.",
            target="4",
            when="after breakfast",
            where="kitchen table",
            obstacle="One that shows its teeth",
            then="I look at its tail first, then back up",
            week=1,
            practice="D.DD.S. DD..D..",
            confidence=(90,),
            exercise="graded-exposure",
            begun=True,
            at="08:40",
            places="kitchen table",
            before=(6, 5),
            after_rating=(3, 2),
            notes=(
                "Sausage dog, jumper.",
                "With sound. The bark is worse than the picture.",
                "A very sad spaniel.",
                "One photo, of Biscuit as it happens.",
                "Bored. Success?",
            ),
        ),
        Homework(
            title="The bench opposite the gate",
            why="Fear needs seven minutes to sit down. I've never stayed for six.",
            what=(
                "Sit. Hands open.\nLook at each dog as if to draw it. (10 minutes)\nStay until the"
                " number has halved."
            ),
            smallest="Walk by the gate slowly.",
            target="3",
            when="after the run",
            where="bench at the south gate",
            obstacle="A big one off the lead",
            then="I stand still, look at its tail",
            week=2,
            practice=".D.D.D. D..DD.. .......",
            confidence=(60, 80, 80),
            exercise="graded-exposure",
            carries=2,
            at="08:10",
            places="south gate",
            before=(8, 6),
            after_rating=(4, 3),
            notes=(
                "Seven minutes.",
                "Whippet, looks like a bicycle.",
                "Six minutes!",
                "It wanted the ball.",
                "Counted eleven dogs and one cat on a lead.",
            ),
        ),
        Homework(
            title="Biscuit, five metres",
            why="He's fourteen and has nothing against anyone.",
            what=(
                "Ade's garden, Biscuit on his rug.\nFive metres, then four if four is dull. (15"
                " minutes)\nHands by my side. Ade says nothing."
            ),
            smallest="Wave from the gate.",
            target="2",
            when="Saturday and Tuesday",
            where="Ade's garden",
            obstacle="He barks",
            then="I let him finish his sentence",
            week=4,
            practice="..D..D.",
            confidence=(70,),
            exercise="graded-exposure",
            carries=4,
            at="16:00",
            places="Ade's garden",
            company="Ade and Biscuit",
            before=(7, 5),
            after_rating=(3, 2),
            notes=(
                "Five, four, three and a half. He snored.",
                "Three. He opened one eye and shut it again.",
            ),
        ),
    ),
)
