"""Exercises for calmer evenings and steadier nights."""

from homework.library.words import NUMBER, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="wind-down",
        skill="sleep",
        title="Eine ruhige letzte Stunde",
        why="Schlaf kommt leichter, wenn der Abend jeden Tag auf dieselbe Weise langsamer wird.",
        how=(
            "Wähle eine Zeit, etwa eine Stunde vor dem Schlafen.",
            "Leg Arbeit und Nachrichten weg. Schreib kurz auf, was für morgen bleibt.",
            "Dimm das Licht. Leg das Telefon so weit weg, dass du es vom Bett aus nicht erreichst.",
            "Tu etwas Ruhiges, das du magst: dich waschen, lesen, hören, falten. (20 Minuten)",
            "Geh ins Bett, wenn du schläfrig bist.",
        ),
        example=(
            "Um 21:45 Uhr schreibt Carla die Liste für morgen. Dann flickt oder liest sie, bis ihr"
            " die Augen schwer werden."
        ),
        smallest="Eine Lampe dimmen und das Telefon in ein anderes Zimmer legen.",
        prompts=(
            Prompt("did", "Was hast du getan?"),
            Prompt("night", "Wie ausgeruht warst du am Morgen?", NUMBER),
        ),
        target=6,
    ),
    BuiltInExercise(
        key="sleep-window",
        skill="sleep",
        title="Jeden Tag zur selben Zeit aufstehen",
        why=(
            "Eine feste Zeit zum Aufstehen stellt die innere Uhr. Langes Wachliegen im Bett bewirkt"
            " das Gegenteil."
        ),
        how=(
            (
                "Sprich die Zeiten in der Therapie ab. Eine kürzere Nacht passt nicht für alle:"
                " Frag vorher."
            ),
            "Steh zu deiner Zeit auf, auch nach einer schlechten Nacht und am Wochenende.",
            "Zieh bald danach die Vorhänge auf oder geh hinaus.",
            (
                "Wenn du lange wach liegst, steh auf. Tu bei wenig Licht etwas Langweiliges, bis du"
                " schläfrig bist."
            ),
            "Halte Nickerchen kurz und früh, oder lass sie weg.",
            "Fahr nicht Auto und bediene keine Maschinen, wenn du sehr schläfrig bist.",
        ),
        example=(
            "Win steht um 6:45 Uhr auf. Auch am Sonntag, dann mit einem Gang zu frischen Brötchen."
        ),
        smallest="Zur festen Zeit die Füße auf den Boden. Du darfst dort eine Weile sitzen.",
        prompts=(
            Prompt("up", "Wann bist du aufgestanden?"),
            Prompt("hours", "Wie viele Stunden hast du etwa geschlafen?"),
            Prompt("rested", "Wie ausgeruht bist du?", NUMBER),
        ),
        target=7,
    ),
)
