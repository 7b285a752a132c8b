"""Margaret Ellis, 55: eating at set times; with holiday cover."""

from homework.demo.shape import Cover, Goal, Homework, Step, Story, Week

STORY = Story(
    key="margaret",
    name="Margaret Ellis",
    email="margaret.ellis@example.org",
    therapist="ana",
    hour=(8, "11:00", 50),
    reported=False,
    covers=(
        Cover(
            "ben",
            "write",
            "Ana is on a course on two of Margaret's days; Ben stands in",
            -1,
            12,
        ),
    ),
    goals=(
        Goal(
            title="Eat with my team in the canteen",
            why="I've been their manager for six years and none of them has seen me swallow.",
            know="I know what they talk about at lunch.",
            steps=(
                Step("Breakfast, sitting down", done=2),
                Step("Lunch at half past twelve, in my office", done=5),
                Step("Something at four o'clock"),
                Step("Canteen with Priti"),
                Step("Canteen with all of them"),
            ),
            ratings=((1, 2), (3, 3), (5, 4), (6, 5)),
        ),
    ),
    weeks=(
        Week(
            focus="Sit down for breakfast.",
            report="Toast, chair, window. Left half on Thursday.",
            feedback="Chair and window were the homework. The half slice is nobody's business.",
            quality="specificity",
        ),
        Week(
            focus="Breakfast and lunch, at the hour, whatever came before.",
            insight="When I skip one I pay with the whole evening.",
            report="Lunch on five days. Wednesday's was in the car with the engine running.",
            feedback="Engine off next time, and you have dined.",
        ),
        Week(
            focus="At the hour, engine off.",
            report="It is quieter in my head at four o'clock if there was a half past twelve.",
            feedback="That is worth more than any sheet I could give you.",
            quality="rationale",
        ),
        Week(
            focus="At the hour.",
            insight="The clock decides, not how good I have been.",
            report=(
                "Budget week. Gaps everywhere, and the evening you'd expect. Started again on"
                " Friday with toast."
            ),
            feedback="You started again at the next meal. That is all that 'again' ever means.",
            quality="obstacles",
            fit="Something for meetings that run over.",
        ),
        Week(
            focus="At the hour, tin in the drawer.",
            report="The tin was used twice. Once by Priti, who asked.",
            feedback="Priti asked and you shared it. I would call that the first canteen.",
            quality="progress",
        ),
        Week(focus="Four o'clock counts as a meal."),
    ),
    homework=(
        Homework(
            title="Breakfast by the window",
            why="The day starts to wobble where it starts empty.",
            what=(
                "Plate, chair, window.\nToast, or whatever is toast that day. (15 minutes)\nRadio"
                " on, paper shut."
            ),
            smallest="A few bites and tea, sitting down.",
            target="6",
            when="at half past seven",
            where="kitchen window",
            obstacle="I've slept badly and feel full of it",
            then="a few bites and tea",
            week=1,
            practice="DDSPDD. DDDDPDD",
            confidence=(70, 80),
            exercise="regular-meals",
            begun=False,
            at="07:35",
            places="kitchen window",
            notes=(
                "Blackbird.",
                "Bites and tea.",
                "Half.",
                "Whole slice, no debate.",
                "Marmalade. I'd forgotten marmalade.",
            ),
        ),
        Homework(
            title="Half past twelve",
            why="If I leave it to how I feel at twelve, I feel like working.",
            what=(
                "Door shut, screen off.\nWhat I brought. Sitting. (20 minutes)\nScales, apps and"
                " sums stay out of it."
            ),
            smallest="The tin in the drawer: two oatcakes and a drink.",
            target="mon tue wed thu fri",
            when="at half past twelve",
            where="my office",
            after="When the noon bells have gone",
            obstacle="A meeting runs over",
            then="the tin comes with me",
            week=2,
            practice=".D.PDD. DD.DDD. .N..SD. DD.SDD. .DD.D..",
            rating="How hard is it?",
            remind="12:20",
            confidence=(70, 80, 60, 80),
            exercise="regular-meals",
            carries=4,
            at="12:35",
            places="my office|the car|meeting room",
            barriers="busy",
            before=(6, 5),
            after_rating=(5, 3),
            notes=(
                "Soup from the flask.",
                "Car, engine on.",
                "Finished and looked out. There's a roof garden over there.",
                "Tin, in a meeting, under the agenda.",
                "Priti: are those the ones with seeds?",
                "Door open by accident. It was all right.",
            ),
            not_today=("Budget.",),
        ),
        Homework(
            title="Something at four",
            why="Four is where the evening is decided.",
            what=(
                "Fruit, or a scone, or yesterday's crumble.\nSitting down. (10 minutes)\nNote a"
                " word on how it went."
            ),
            smallest="A few bites.",
            target="5",
            when="at four",
            where="bench by the bike shed",
            obstacle="I tell myself lunch was big",
            then="the clock decides",
            week=6,
            practice="..P.D..",
            remind="15:50",
            confidence=(70,),
            exercise="regular-meals",
            carries=4,
            at="16:00",
        ),
    ),
)
