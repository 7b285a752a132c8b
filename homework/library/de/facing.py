"""Exercises for going towards what is feared, in small steps."""

from homework.library.words import NUMBER, YES_NO, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="graded-exposure",
        skill="facing",
        title="Eine Sprosse der Leiter",
        why=(
            "Was wir meiden, bleibt zum Fürchten. Wenn wir ihm immer wieder in kleinen Schritten"
            " begegnen, lernen wir: Es ist auszuhalten."
        ),
        how=(
            "Nimm die Sprosse, die ihr in der Therapie abgemacht habt. Heute keine höhere.",
            "Sag, wie stark die Angst wohl wird.",
            "Geh hin und bleib. Versteck dich nicht und schieb die Angst nicht weg. (10 Minuten)",
            "Achte darauf, was du befürchtet hast und was wirklich geschieht.",
            "Geh, wenn du etwas gelernt hast, nicht beim ersten Wunsch wegzulaufen.",
            "Schreib auf, was dich überrascht hat.",
        ),
        example=(
            "Lena stand bei offener Tür vor dem Aufzug. Am nächsten Tag fuhr sie ein Stockwerk."
        ),
        smallest="Sieh dir ein Bild der Sprosse an, oder geh bis zur Tür und zurück.",
        prompts=(
            Prompt("rung", "Welche Sprosse war es?"),
            Prompt("peak", "Wie stark war die Angst, als sie am stärksten war?", NUMBER),
            Prompt("surprise", "Was hat dich überrascht?"),
        ),
        rating="Wie stark ist die Angst?",
        target=4,
    ),
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
        prompts=(
            Prompt("wish", "Was wolltest du nachsehen?"),
            Prompt("checked", "Hast du danach nachgesehen?", YES_NO),
        ),
        rating="Wie stark ist der Wunsch, nachzusehen?",
        target=7,
    ),
)
