"""Exercises for doing without what only seems to keep us safe."""

from homework.library.words import NUMBER, PRACTISED, PREPARED, YES_NO, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="drop-safety-habit",
        skill="facing",
        title="Eine Sicherheit zu Hause lassen",
        why=(
            "Die kleinen Dinge, mit denen wir uns sicherer fühlen, verstecken etwas vor uns: Es"
            " geht auch ohne sie."
        ),
        how=(
            (
                "Nenne etwas, das du tust, um dich sicher zu fühlen: festhalten, prüfen, Sätze"
                " vorher üben, den Ausgang suchen."
            ),
            "Wähle einen Ort, an dem du es weglässt.",
            "Geh hin und lass es weg. Ertappst du dich dabei, hör wieder auf. Das macht nichts.",
            "Achte auf das, was in den nächsten Minuten geschieht. (5 Minuten)",
        ),
        example="Theo ließ für einen kurzen Einkauf seine Wasserflasche im Auto.",
        smallest="Lass die Gewohnheit in der ersten Minute weg.",
        rests_on=(
            "Sicherheitsverhalten weglassen (Salkovskis; Clark und Wells), Teil der kognitiven"
            " Therapie bei Angst."
        ),
        level=PREPARED,
        care=(
            "Lass nur Gewohnheiten weg, nie das, was dich wirklich schützt: Medikamente, einen"
            " Gurt, eine Gehhilfe. Frag in der Therapie, wenn du unsicher bist."
        ),
        prompts=(
            Prompt("habit", "Welche Gewohnheit hast du weggelassen?"),
            Prompt("happened", "Was ist geschehen?"),
            Prompt("needed", "Hast du sie gebraucht?", YES_NO),
        ),
        rating="Wie unsicher fühle ich mich?",
        target=3,
    ),
    BuiltInExercise(
        key="wait-before-checking",
        skill="facing",
        title="Warten, bevor ich nachsehe",
        why=(
            "Nachsehen hilft für einen Moment, dann kommt der Zweifel wieder. Wer wartet, lässt ihn"
            " von selbst kleiner werden."
        ),
        how=(
            "Bemerke den Wunsch, nachzusehen, noch einmal zu fragen oder zu suchen.",
            "Sag: „Das ist ein Zweifel. Ich kann warten.“",
            "Warte so lange wie abgemacht. Gib deinen Händen etwas zu tun. (5 Minuten)",
            "Wenn die Zeit um ist, entscheide neu. Vielleicht kannst du noch einmal warten.",
        ),
        example="Sam schloss einmal ab, ging bis zur Ecke und wartete dort zwei Minuten.",
        smallest="Warte zehn Atemzüge, bevor du nachsiehst.",
        rests_on=(
            "Konfrontation mit Reaktionsverhinderung in kleinen Schritten (Meyer; Foa), bei"
            " Zweifeln und Zwängen."
        ),
        level=PREPARED,
        care=(
            "Was alle einmal prüfen, darfst du einmal prüfen. Was dir ärztlich aufgetragen ist,"
            " bleibt, wie es ist. Wird der Wunsch zu stark, warte kürzer."
        ),
        prompts=(
            Prompt("wish", "Was wolltest du nachsehen?"),
            Prompt("checked", "Hast du danach nachgesehen?", YES_NO),
        ),
        rating="Wie stark ist der Wunsch, nachzusehen?",
        target=7,
    ),
    BuiltInExercise(
        key="outward-attention",
        skill="facing",
        title="Den Blick nach außen richten",
        why=(
            "Wenn wir scheu sind, beobachten wir uns selbst und sehen kaum, wie die anderen sind."
            " Der Blick nach außen zeigt mehr und macht es leichter."
        ),
        how=(
            (
                "Wähle vor einer Begegnung, worauf du achten willst: drei Farben, oder was jemandem"
                " Freude macht."
            ),
            "Merkst du, dass du dich selbst beobachtest, sag dir: „innen“.",
            (
                "Richte die Aufmerksamkeit wieder auf Stimme und Gesicht der anderen Person. (5"
                " Minuten)"
            ),
            "Stell eine Frage zu dem, was du gehört hast.",
            "Schreib danach auf, was du über sie erfahren hast.",
        ),
        example=(
            "Beim Mittagessen achtete Eva darauf, was alle gern essen. Sie erfuhr, dass Tom backt."
        ),
        smallest="Finde heraus, welche Augenfarbe jemand hat.",
        rests_on=(
            "Aufmerksamkeit nach außen, aus der kognitiven Therapie bei sozialer Angst (Clark und"
            " Wells)."
        ),
        level=PRACTISED,
        care=(
            "Bleib an Orten, an denen du sicher bist. Erinnert dich ein Ort an etwas Schlimmes,"
            " nimm einen anderen und erzähl es in der Therapie."
        ),
        prompts=(
            Prompt("found", "Was hast du herausgefunden?"),
            Prompt("outside", "Wie viel der Zeit warst du außen?", NUMBER),
        ),
        rating="Wie beobachtet fühle ich mich?",
        target=4,
    ),
)
