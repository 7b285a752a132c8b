"""Ruth Feldman, 68: a year after Arthur. Sixteen weeks, the first four with another therapist."""

from homework.demo.shape import Goal, Step, Story, Week
from homework.demo.stories.ruth_homework import HOMEWORK

STORY = Story(
    key="ruth",
    name="Ruth Feldman",
    email="ruth.feldman@example.org",
    therapist="ana",
    hour=(7, "09:00", 50),
    reported=False,
    led_before=(
        "paul",
        5,
        (
            "Ruth writes letters to Arthur. She reads them aloud when she wants to, never on"
            " request. Tuesday is his day."
        ),
    ),
    goals=(
        Goal(
            title="Have a Friday evening that is sad and also good",
            why="We had fifty of them a year. I do not want to lose the day as well as the man.",
            know="There are candles, there is somebody at the table, and I have cooked.",
            steps=(
                Step("Sleep in the bedroom again", done=4),
                Step("Open the study door", done=8),
                Step("One walk a week with Miriam", done=11),
                Step("Light the candles for one"),
                Step("Ask Miriam for a Friday"),
            ),
            ratings=((1, 1), (4, 2), (7, 2), (10, 4), (13, 5), (15, 6)),
        ),
        Goal(
            title="Give his books to people who will read them",
            why="They were never for the shelf.",
            know="The last box is with somebody whose name I know.",
            week=9,
            steps=(
                Step("One shelf, sorted into three piles", done=13),
                Step("Write to his old students"),
                Step("Keep twelve"),
            ),
            ratings=((9, 1), (13, 3)),
        ),
    ),
    weeks=(
        Week(
            focus="A lamp on in the bedroom.",
            report="I slept on the settee again and left the lamp on, like a lighthouse.",
            feedback="A lighthouse is a fair beginning. It says where the rocks are.",
        ),
        Week(
            focus="Half a night in the bedroom.",
            insight="The bed is not empty of him. It is full.",
            report="Two half nights.",
            unreviewed=True,
        ),
        Week(
            focus="Half a night in the bedroom.",
            report="On his side, which I had not planned. It was warmer there.",
            feedback="Nobody else knows which side is warmer. Thank you for telling me.",
            quality="match",
        ),
        Week(
            focus="My own side.",
            report="Five nights out of seven.",
            feedback=(
                "Five. I am handing you to Ana with a light heart and a long letter, which you have"
                " read."
            ),
            quality="progress",
        ),
        Week(
            focus="A letter on Tuesday.",
            insight="I can miss him and eat lunch.",
            report="Wrote to Arthur about the gutter. He would have had views.",
            feedback="I would have liked to hear his views on gutters.",
        ),
        Week(
            focus="A letter on Tuesday, and the study door on Thursday.",
            report="The handle. I held the handle.",
            feedback=(
                "And the handle held you back for a moment, I imagine. That was Thursday's work and"
                " it is done."
            ),
            quality="difficulty",
        ),
        Week(skip="missed"),
        Week(
            focus="The study, five minutes, sitting down.",
            insight="Grief comes in by the study door, and I let it sit down too.",
            report="Five minutes turned into an hour with his bad handwriting.",
            feedback="An hour in good company, then.",
            quality="quality",
        ),
        Week(
            focus="One walk, one letter.",
            report="Miriam talks. I had forgotten that it is restful to be talked at.",
            feedback="Restful to be talked at: this belongs in a book of useful discoveries.",
            quality="pleasure",
        ),
        Week(
            focus="One walk, one letter, half a shelf.",
            report="The week of his birthday. I did none of it and went to bed at seven.",
            feedback=(
                "It was his birthday. Our plan had not read the calendar. That is mine to mend: we"
                " put his dates in now."
            ),
            fit="Nothing on days that belong to him.",
        ),
        Week(
            focus="One walk, half a shelf.",
            insight="Some weeks are for carrying, and carrying is also doing.",
            report=(
                "Half a shelf. Three piles: mine, theirs, I don't know. The third is the tallest."
            ),
            feedback="The third pile is where the love is, I suspect. It may stay tall.",
        ),
        Week(
            focus="Half a shelf, one candle.",
            report="One candle on Friday, and soup. I set one place and it looked like a hotel.",
            feedback="A hotel with one guest and good soup. Which chair did you choose?",
            quality="specificity",
        ),
        Week(
            focus="Two candles, my good plate.",
            report=(
                "Two candles. I said the words. My voice did not know where to stop, it was waiting"
                " for his."
            ),
            feedback="It was waiting for his. I have no better words than yours.",
            quality="mastery",
        ),
        Week(skip="cancelled"),
        Week(
            focus="Friday as it comes.",
            insight="Sad and good can sit at one table.",
            report=(
                "A student of his answered. She has his first book with coffee on it and wants the"
                " second."
            ),
            feedback="Coffee on the first one: he would have approved of her.",
            quality="progress",
        ),
        Week(focus="Ask Miriam before Wednesday, so that I can't change my mind."),
    ),
    homework=HOMEWORK,
)
