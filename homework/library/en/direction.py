"""Exercises for what matters, and for problems that can be solved."""

from homework.library.words import EASY, NUMBER, PRACTISED, PREPARED, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="values-compass",
        skill="direction",
        title="A small thing in my direction",
        why=(
            "Feelings change by the hour. What you care about changes slowly, so it makes a better"
            " compass."
        ),
        how=(
            "Choose one part of life: people, work, health, play, belief, home.",
            "Ask: what kind of person do I want to be here?",
            "Put it in a few words, like “a father who listens”.",
            "Choose one thing of five minutes that such a person would do today.",
            "Do it, and bring along whatever feelings come. (5 minutes)",
        ),
        example=(
            "“A friend who turns up.” Mo rang his friend on the way home, although he was tired."
        ),
        smallest="Say your few words aloud once in the morning.",
        rests_on="Work with values from acceptance and commitment therapy (Hayes and others).",
        level=EASY,
        prompts=(
            Prompt("words", "Which words describe who you want to be?"),
            Prompt("did", "What did you do?"),
            Prompt("near", "How near to your words was today?", NUMBER),
        ),
        target=4,
    ),
    BuiltInExercise(
        key="problem-solving",
        skill="solve",
        title="One problem, one next move",
        why="Some worries are problems in disguise. On paper they shrink to a next move.",
        how=(
            "Write the problem in one sentence, with who, what and when.",
            "Ask: can I do something about it? If not, choose another one.",
            "Write down five ways to begin, silly ones too. (5 minutes)",
            "Choose the one that is good enough and small enough.",
            "Write down when you will do the first move, and do it.",
            "Look afterwards at what it changed.",
        ),
        example=(
            "“The letter from the council is unopened.” First move: open it at the table with tea,"
            " on Saturday at ten."
        ),
        smallest="Write the problem in one sentence.",
        rests_on="Problem-solving therapy (D’Zurilla and Goldfried).",
        level=PRACTISED,
        prompts=(
            Prompt("problem", "What is the problem?"),
            Prompt("ways", "Which ways to begin are there?"),
            Prompt("move", "What is the first move, and when?"),
            Prompt("result", "What did it change?"),
        ),
        target=2,
    ),
    BuiltInExercise(
        key="regular-meals",
        skill="direction",
        title="Something to eat at set times",
        why="Long gaps make the body hungry and the mood shaky. Set times take the deciding away.",
        how=(
            (
                "Agree on your times with your therapist. Three meals and one or two small ones"
                " suit many people."
            ),
            "Put something ready for the hardest time.",
            "Eat at the time, also when you ate more or less than you wished before.",
            "Sit down for it. Leave the scales and the counting out of it.",
            "Note how it went in a few words.",
        ),
        example=(
            "Fay has toast at 8, soup at 12:30, fruit at 16 and dinner at 19. Fruit is the hard"
            " one."
        ),
        smallest="A few bites and a drink, sitting down.",
        rests_on=(
            "Regular eating from cognitive behavioural therapy for eating disorders (Fairburn)."
        ),
        level=PREPARED,
        care=(
            "Agree on it with your therapist. Ask a doctor too if you are very thin or pregnant,"
            " have diabetes, vomit or faint."
        ),
        prompts=(Prompt("how", "How did it go?"), Prompt("hard", "How hard was it?", NUMBER)),
        target=7,
    ),
)
