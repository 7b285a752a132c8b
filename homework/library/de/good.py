"""Exercises for noticing what is good."""

from homework.library.words import EASY, NUMBER, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="three-good-things",
        skill="good",
        title="Drei gute Dinge",
        why="Der Kopf merkt sich, was schlecht war. Aufgeschrieben hat auch das Gute seinen Platz.",
        how=(
            "Setz dich am Abend hin, wenn es geht, immer am gleichen Ort. (5 Minuten)",
            "Schreib drei Dinge auf, die heute gut waren. Auch kleine zählen.",
            "Schreib daneben, wie es dazu kam oder wer daran Anteil hatte.",
            "Wenn du magst, bedank dich morgen bei jemandem.",
        ),
        example=(
            "„Der Busfahrer hat gewartet. Ich habe bis sieben geschlafen. Tante Lu rief an, weil"
            " ich ihr geschrieben hatte.“"
        ),
        smallest="Eine gute Sache, an die du vor dem Einschlafen denkst.",
        rests_on=(
            "Aufschreiben, wofür man dankbar ist (Emmons und McCullough; Seligman und andere). Die"
            " gefundene Wirkung ist klein."
        ),
        level=EASY,
        care=(
            "Es geht nicht darum, Schweres schönzureden. Fühlt es sich falsch oder wie eine Pflicht"
            " an, lass es ein paar Tage."
        ),
        prompts=(
            Prompt("things", "Was war heute gut?"),
            Prompt("how", "Wie kam eines davon zustande?"),
        ),
        target=4,
    ),
    BuiltInExercise(
        key="savouring",
        skill="good",
        title="Bei einem guten Moment bleiben",
        why=(
            "Gute Momente gehen schnell vorbei, wenn niemand hinsieht. Bleibst du ein wenig, wird"
            " mehr daraus."
        ),
        how=(
            (
                "Such dir etwas aus, das du magst und das heute kommt: ein Lied, eine Dusche, ein"
                " Bissen, ein Ausblick."
            ),
            "Leg alles andere weg.",
            "Nimm es mit allen Sinnen auf, ganz langsam. (2 Minuten)",
            "Sag dir, was daran gut ist.",
            "Erzähl später jemandem davon oder denk am Abend noch einmal daran.",
        ),
        example=(
            "Nils isst seinen Pfirsich am Fenster. Er bemerkt den Flaum, den Saft und die stille"
            " Straße."
        ),
        smallest="Drei Atemzüge länger bei etwas Schönem bleiben.",
        rests_on=(
            "Genießen lernen aus der positiven Psychologie (Bryant und Veroff), auch bei gedrückter"
            " Stimmung eingesetzt."
        ),
        level=EASY,
        care="Spürst du wenig oder nichts, ist das kein Fehler. Hinschauen genügt.",
        prompts=(
            Prompt("moment", "Welcher Moment war es?"),
            Prompt("good", "Was war gut daran?"),
            Prompt("pleasant", "Wie angenehm war es?", NUMBER),
        ),
        target=5,
    ),
)
