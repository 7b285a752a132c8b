"""Nadia Petrova, 36: and the front door."""

from homework.demo.shape import Goal, Homework, Step, Story, Week

STORY = Story(
    key="nadia",
    name="Nadia Petrova",
    email="nadia.petrova@example.org",
    therapist="ana",
    hour=(1, "10:00", 50),
    goals=(
        Goal(
            title="Lock the door once and go to the pictures",
            why="I have seen the first ten minutes of nothing this year.",
            know=(
                "I'm in my seat when the lights go down and my coat is on my knees, not in my hand."
            ),
            steps=(
                Step("Gas: look once, hands behind my back", done=3),
                Step("Door: three pulls instead of twelve", done=5),
                Step("Door: one pull, walk to the corner"),
                Step("One pull, walk to the tram"),
                Step("The pictures, with Dima"),
                Step("The pictures, last one out of the house"),
            ),
            ratings=((1, 1), (3, 2), (5, 4), (7, 4), (8, 5)),
        ),
    ),
    weeks=(
        Week(
            focus="Hands behind my back at the stove.",
            report="I looked for a long time instead of touching. Is looking cheating?",
            feedback=(
                "Good eye. A long look is a touch with the eyes. This week: the time it takes to"
                " say “off, off, off, off”."
            ),
            quality="comprehension",
        ),
        Week(
            focus="Four offs, and out of the kitchen.",
            insight="The more I check, the less I trust my eyes.",
            report="Four offs. I asked Dima once whether he had heard me say them.",
            feedback=(
                "Asking Dima is the stove in another coat, as you knew when you wrote it down. He"
                " has a line now: “I love you and I'm not answering.”"
            ),
        ),
        Week(
            focus="Dima says his line.",
            report="He said it eleven times. I threw a sponge at him.",
            feedback="Eleven times love and one sponge. Fair.",
            quality="collaboration",
        ),
        Week(
            focus="Three pulls at the door.",
            insight="It has to feel unfinished. That is what finishing feels like, for now.",
            report=(
                "Three pulls and I was on the bus. At work I was sure the flat was burning until"
                " about eleven. Then I was sure of nothing, which was better."
            ),
            feedback=(
                "Until about eleven. Last month it would have been until you rang Mrs Quill. You"
                " let it go by itself."
            ),
            quality="progress",
        ),
        Week(
            focus="Three pulls, and no photo of the lock.",
            report="A photo on Monday. Deleted it on the bus, unseen.",
            feedback="Deleted unseen, on a bus. I would give that a small medal if we gave medals.",
        ),
        Week(
            focus="One pull.",
            insight="Sure is a feeling. It comes late, or not at all, and I can leave anyway.",
            report=(
                "One pull twice. The other days three, and I went back once, all the way from the"
                " tram."
            ),
            feedback=(
                "One pull twice is two more than ever. Going back from the tram is information"
                " about mornings with no breakfast, I think."
            ),
            quality="difficulty",
            fit="Not the first thing in the morning. I'm not awake enough to be brave.",
        ),
        Week(
            focus="One pull, on the way out in the evening first.",
            report="Evenings yes. Mornings half.",
            feedback="So we have found the easier half. That is all a ladder is.",
        ),
        Week(
            focus="One pull, also in the morning.",
            insight="A door is locked or it isn't. My head is not the lock.",
            report=(
                "Four mornings of five with one pull. I want to talk about the pictures. There is a"
                " film on Saturday."
            ),
        ),
    ),
    homework=(
        Homework(
            title="Stove: four offs",
            why="I want my eyes back. They are good eyes.",
            what=(
                "Hands behind my back.\nLook at each knob and say off.\nTurn round and leave the"
                " kitchen. Light out."
            ),
            smallest="One knob only, hands behind my back.",
            target="7",
            when="each time I leave the kitchen for the day",
            obstacle="I lose count",
            then="losing count is finished too",
            week=1,
            practice="PPDDDD. DDDPDDD DDDDDDD",
            confidence=(60, 70, 80),
            exercise="wait-before-checking",
            begun=True,
            at="07:30",
            places="kitchen",
            before=(8, 7),
            after_rating=(6, 4),
            notes=(
                "Looked for as long as a song.",
                "Touched one. The left.",
                "Said them aloud. Felt like a flight attendant.",
                "Lost count. Left.",
                "Asked Dima.",
                "Sponge.",
            ),
        ),
        Homework(
            title="Door: fewer pulls, then go",
            why="Each pull makes me want one more. I'd like to be hungry for other things.",
            what=(
                "Key once, pull as agreed: three, later one.\nSay: it's allowed to feel"
                " unfinished.\nWalk to the corner. Wait there. (2 minutes)\nGo where I was going."
            ),
            smallest="One pull less than yesterday.",
            target="5",
            when="",
            where="front door",
            after="When I have my bag on my shoulder",
            obstacle="A neighbour watches and I start again",
            then="I say good morning to them and go",
            week=4,
            practice="DD.PD.D .D.DDPD .DP.DN. .DDPD.D DD.D.D.",
            remind="07:30",
            confidence=(60, 70, 50, 70, 80),
            exercise="wait-before-checking",
            carries=6,
            at="07:50",
            places="front door",
            company="alone|Mrs Quill on the stairs",
            before=(9, 7),
            after_rating=(7, 4),
            barriers="avoided",
            notes=(
                "Three. Burning until eleven.",
                "Three, corner, rain.",
                "Took a photo, deleted it unseen.",
                (
                    "Said good morning to Mrs Quill. She told me about her nephew and I forgot the"
                    " door for a whole minute."
                ),
                "One! In the evening.",
                "Three, then back from the tram.",
                "One pull, porridge first.",
                "Two. I count it as partly.",
                "One, and Dima had his line ready and did not need it.",
            ),
            not_today=("Went back from the tram and then again.",),
            replies=(
                ("Said good morning to Mrs Quill.", "A whole minute, courtesy of the nephew."),
            ),
        ),
        Homework(
            title="No news from Dima",
            why="When he answers, my doubt learns to ask.",
            what=(
                "When I want to ask, I say: I want to ask.\nHe says his line.\nTea, or dishes, or"
                " the sponge. (5 minutes)"
            ),
            smallest="Say “I want to ask” and ask one question fewer.",
            target="4",
            when="evenings",
            where="home",
            obstacle="He is tired and says it's locked",
            then="I say: your line!",
            week=3,
            practice="DDD.D2. D.D.D.. .D.D... D..D..D ..D.D.. .DD.D..",
            confidence=(70, 80),
            skill="facing",
            at="20:40",
            places="home",
            company="Dima",
            notes=(
                "Eleven.",
                "He forgot his line and made one up.",
                "Wanted to ask about the iron. We don't own an iron.",
                "Dishes.",
                "Quiet. I noticed the quiet.",
                "He said it before I opened my mouth.",
            ),
        ),
    ),
)
