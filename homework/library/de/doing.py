"""Exercises for starting again when mood and energy are low."""

from homework.library.words import NUMBER, YES_NO, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="activity-planning",
        skill="act",
        title="Jeden Tag etwas Gutes planen",
        why=(
            "Wenn es uns schlecht geht, tun wir weniger, und dann geht es uns noch schlechter."
            " Etwas Geplantes am Tag kann das umdrehen."
        ),
        how=(
            (
                "Denk an etwas, das dir früher Freude gemacht hat, oder nach dem du merkst: Ich"
                " habe etwas geschafft."
            ),
            "Mach es so klein, dass es auch an einem schlechten Tag geht.",
            "Schreib auf, wann und wo du es tust, und mit wem, wenn jemand dabei ist.",
            "Tu es zu dieser Zeit, was auch immer deine Stimmung sagt.",
            "Gib danach an, wie angenehm es war und wie viel du geschafft hast.",
        ),
        example=(
            "Dienstag, 17 Uhr: Nina gießt die Pflanzen auf dem Balkon und bleibt für ein Lied"
            " draußen."
        ),
        smallest="Zwei Minuten am offenen Fenster stehen.",
        prompts=(
            Prompt("did", "Was hast du getan?"),
            Prompt("pleasure", "Wie angenehm war es?", NUMBER),
            Prompt("mastery", "Wie viel hast du geschafft, für so einen Tag?", NUMBER),
        ),
        rating="Wie ist meine Stimmung?",
        target=5,
    ),
    BuiltInExercise(
        key="mood-diary",
        skill="act",
        title="Was mir guttut, was mich Kraft kostet",
        why=(
            "Die Stimmung ist nicht den ganzen Tag gleich. Was zu den besseren Stunden gehört,"
            " zeigt dir, wovon du mehr brauchst."
        ),
        how=(
            "Halte dreimal am Tag kurz inne: am Vormittag, am Nachmittag, am Abend.",
            "Schreib auf, was du gerade tust und wer da ist.",
            "Gib deiner Stimmung eine Zahl von 0 bis 10.",
            "Such am Ende der Woche die zwei höchsten und die zwei niedrigsten Zahlen.",
        ),
        example="Imran merkte: Seine beste Stunde war der Heimweg vom Schultor.",
        smallest="Eine Zahl, einmal, vor dem Schlafen.",
        prompts=(
            Prompt("doing", "Was tust du gerade?"),
            Prompt("mood", "Wie ist deine Stimmung?", NUMBER),
        ),
        target=6,
    ),
    BuiltInExercise(
        key="opposite-action",
        skill="act",
        title="Das Gegenteil von dem, was das Gefühl will",
        why=(
            "Ein starkes Gefühl drängt uns zu etwas. Wenn es das schlimmer macht, kann das"
            " Gegenteil den Griff lockern."
        ),
        how=(
            (
                "Nenne das Gefühl und was es von dir will: verstecken, schreien, absagen, im Bett"
                " bleiben."
            ),
            (
                "Frag dich: Passt das Gefühl zu dem, was wirklich geschieht? Hilft es mir nächste"
                " Woche, wenn ich ihm folge?"
            ),
            "Wenn nicht, wähle das Gegenteil: hingehen, leise sprechen, da sein, aufstehen.",
            "Tu es ganz, auch mit Gesicht und Körper. (5 Minuten)",
            "Spür noch einmal nach, wie das Gefühl jetzt ist.",
        ),
        example=(
            "Die Scham sagte zu Kim: „Schau zu Boden.“ Kim sah die Kassiererin an und sagte Guten"
            " Morgen."
        ),
        smallest="Setz dich auf, heb den Kopf und stell die Füße auf den Boden.",
        prompts=(
            Prompt("feeling", "Welches Gefühl war es, und was wollte es?"),
            Prompt("opposite", "Was hast du stattdessen getan?"),
            Prompt("again", "Würdest du es wieder tun?", YES_NO),
        ),
        rating="Wie stark ist das Gefühl?",
        target=3,
    ),
)
