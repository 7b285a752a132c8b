"""Exercises for what matters, and for problems that can be solved."""

from homework.library.words import EASY, NUMBER, PRACTISED, PREPARED, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="values-compass",
        skill="direction",
        title="Etwas Kleines in meine Richtung",
        why=(
            "Gefühle ändern sich von Stunde zu Stunde. Was dir wichtig ist, ändert sich langsam."
            " Darum ist es der bessere Kompass."
        ),
        how=(
            "Wähle einen Teil deines Lebens: Menschen, Arbeit, Gesundheit, Spiel, Glaube, Zuhause.",
            "Frag dich: Was für ein Mensch möchte ich hier sein?",
            "Fass es in wenige Worte, etwa: „ein Vater, der zuhört“.",
            "Wähle etwas von fünf Minuten, das so ein Mensch heute tun würde.",
            "Tu es, und nimm alle Gefühle mit, die dabei kommen. (5 Minuten)",
        ),
        example=(
            "„Ein Freund, auf den man zählen kann.“ Mo rief auf dem Heimweg seinen Freund an,"
            " obwohl er müde war."
        ),
        smallest="Sag deine wenigen Worte morgens einmal laut.",
        rests_on="Arbeit mit Werten aus der Akzeptanz- und Commitment-Therapie (Hayes und andere).",
        level=EASY,
        prompts=(
            Prompt("words", "Welche Worte beschreiben, wer du sein möchtest?"),
            Prompt("did", "Was hast du getan?"),
            Prompt("near", "Wie nah warst du heute an deinen Worten?", NUMBER),
        ),
        target=4,
    ),
    BuiltInExercise(
        key="problem-solving",
        skill="solve",
        title="Ein Problem, ein nächster Schritt",
        why=(
            "Manche Sorgen sind verkleidete Probleme. Auf Papier werden sie so klein wie ein"
            " nächster Schritt."
        ),
        how=(
            "Schreib das Problem in einem Satz auf: mit wer, was und wann.",
            "Frag dich: Kann ich etwas daran tun? Wenn nicht, nimm ein anderes.",
            "Schreib fünf Arten auf, anzufangen, auch alberne. (5 Minuten)",
            "Wähle die, die gut genug und klein genug ist.",
            "Schreib auf, wann du den ersten Schritt machst, und mach ihn.",
            "Sieh danach nach, was er verändert hat.",
        ),
        example=(
            "„Der Brief vom Amt liegt ungeöffnet da.“ Erster Schritt: ihn am Samstag um zehn am"
            " Tisch öffnen, mit einer Tasse Tee."
        ),
        smallest="Schreib das Problem in einem Satz auf.",
        rests_on="Problemlösetherapie (D’Zurilla und Goldfried).",
        level=PRACTISED,
        prompts=(
            Prompt("problem", "Was ist das Problem?"),
            Prompt("ways", "Wie könntest du anfangen?"),
            Prompt("move", "Was ist der erste Schritt, und wann?"),
            Prompt("result", "Was hat er verändert?"),
        ),
        target=2,
    ),
    BuiltInExercise(
        key="regular-meals",
        skill="direction",
        title="Zu festen Zeiten etwas essen",
        why=(
            "Lange Pausen machen den Körper hungrig und die Stimmung wacklig. Feste Zeiten nehmen"
            " dir das Entscheiden ab."
        ),
        how=(
            (
                "Sprich deine Zeiten in der Therapie ab. Für viele passen drei Mahlzeiten und ein"
                " oder zwei kleine."
            ),
            "Stell dir für die schwerste Zeit etwas bereit.",
            "Iss zur abgemachten Zeit, auch wenn es davor mehr oder weniger war als gewünscht.",
            "Setz dich dazu hin. Waage und Zählen bleiben außen vor.",
            "Schreib in wenigen Worten auf, wie es war.",
        ),
        example=(
            "Fay isst um 8 Uhr Toast, um 12:30 Uhr Suppe, um 16 Uhr Obst und um 19 Uhr warm. Das"
            " Obst fällt ihr schwer."
        ),
        smallest="Ein paar Bissen und etwas zu trinken, im Sitzen.",
        rests_on=(
            "Regelmäßiges Essen aus der kognitiven Verhaltenstherapie bei Essstörungen (Fairburn)."
        ),
        level=PREPARED,
        care=(
            "Sprich es in der Therapie ab. Frag auch ärztlich nach, wenn du sehr dünn oder"
            " schwanger bist, Diabetes hast, dich erbrichst oder ohnmächtig wirst."
        ),
        prompts=(Prompt("how", "Wie war es?"), Prompt("hard", "Wie schwer war es?", NUMBER)),
        target=7,
    ),
)
