"""George Whitlock, 74, who never signs in and works on paper; Wes Carter, invited, not here yet."""

from homework.demo.shape import Goal, Homework, Step, Story, Week

GEORGE = Story(
    key="george",
    name="George Whitlock",
    email="",
    therapist="ana",
    hour=(3, "11:15", 45),
    reported=False,
    goals=(
        Goal(
            title="Dig the allotment over without paying for it all week",
            why="My back hurts if I dig and it hurts if I don't. I'd sooner have potatoes.",
            know="The bed is turned and I'm at the bowls on Thursday.",
            steps=(
                Step("Find out how long is too long", done=2),
                Step("Stop before it hurts, three times a week", done=5),
                Step("Half a row a day"),
                Step("Ask young Peter to carry"),
                Step("Potatoes in", by="client"),
            ),
            ratings=((1, 3), (3, 3), (5, 5), (6, 5)),
        ),
    ),
    weeks=(
        Week(
            focus="Time it with the kitchen clock.",
            report="Twelve minutes is good, twenty is bad. I'd have said an hour.",
            feedback="Twelve good minutes. You found it in a week, with a kitchen clock.",
            quality="specificity",
        ),
        Week(
            focus="Stop at ten.",
            insight="The pain that comes tomorrow is the one I have to listen to.",
            report="Hard to stop when it's going well. Daft, stopping when it's going well.",
            feedback="Daft is the word the whole of pacing is built on. Keep at it.",
            quality="rationale",
        ),
        Week(
            focus="Stop at ten, flask, ten more.",
            report="Flask is the making of it. Doris came over with cake.",
            feedback="A pause with cake in it. I see no reason to change a thing.",
        ),
        Week(
            focus="Stop at ten, flask, ten more.",
            report=(
                "Overdid it Saturday with the shed. Flat on my back Sunday and Monday and cross as"
                " a cat."
            ),
            feedback=(
                "A shed day. What would the kitchen clock have said? We plan the next shed day in"
                " slices."
            ),
            quality="obstacles",
            fit="Bigger print on the sheet. Could not read the Thursday.",
        ),
        Week(
            focus="Slices.",
            insight="Half a row today is a whole row by Wednesday.",
            report="Half rows. It looks like nothing and it's nearly done.",
            feedback="It looks like nothing and it is nearly done: may I use that?",
            quality="progress",
        ),
        Week(focus="Half a row, and ask Peter."),
    ),
    homework=(
        Homework(
            title="Ten minutes, then the flask",
            why="Little and often gets the bed dug. All at once gets me a week on my back.",
            what=(
                "Set the kitchen clock.\nDig. (10 minutes)\nSit down with the flask before it"
                " hurts. (10 minutes)\nTen more if the back agrees."
            ),
            smallest="Walk down, lean on the fork, walk home.",
            target="mon wed sat",
            when="after elevenses",
            where="the allotment",
            obstacle="It's going well and I don't want to stop",
            then="the clock is the foreman",
            week=1,
            practice=".D..D.. .D.PD.. .DD..D. .DNN.D. .D..DD. .D..DD.",
            rating="How bad is my back?",
            confidence=(80, 70, 80, 70, 90),
            skill="act",
            begun=False,
            at="11:20",
            places="the allotment",
            company="alone|Doris",
            before=(5, 4),
            after_rating=(5, 4),
            barriers="mood",
            notes=(
                "12 min.",
                "20, too long, my own fault.",
                "Flask.",
                "Cake.",
                "10 + 10, no trouble.",
                "Half a row.",
                "Half a row. Robin watching.",
            ),
            not_today=("Back. The shed.", "Still the shed."),
        ),
        Homework(
            title="Let go from the shoulders down",
            why="I hold myself like a plank by evening. A plank can't rest.",
            what=(
                "In the big chair, cushion in the small of the back.\nShoulders up, hold, drop. (1"
                " minute)\nFists tight, hold, open. (1 minute)\nLeave the legs if they grumble."
            ),
            smallest="Shoulders up and drop, once.",
            target="4",
            when="before the six o'clock news",
            where="big chair",
            obstacle="I nod off",
            then="nodding off counts",
            week=3,
            practice="D.DD.D. DDDD.DD D.D.DD. DDD.DD.",
            confidence=(90,),
            exercise="muscle-release",
            at="17:45",
            places="big chair",
            before=(6, 6),
            after_rating=(4, 4),
            notes=(
                "Nodded off.",
                "Bit of good.",
                "Did it flat on my back Sunday.",
                "Cat joined in.",
            ),
        ),
    ),
)

WES = Story(
    key="wes",
    name="Wes Carter",
    email="wes.carter@example.org",
    therapist="ana",
    hour=(0, "", 50),
    state="invited",
    invited_days=2,
)
