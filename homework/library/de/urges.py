"""Exercises for the minutes in which an urge is strong."""

from homework.library.words import NUMBER, PRACTISED, YES_NO, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="urge-surfing",
        skill="urges",
        title="Auf der Welle bleiben",
        why=(
            "Ein Drang fühlt sich an, als würde er immer weiter wachsen. Das tut er nicht. Wer"
            " zusieht, wie er steigt und fällt, kann wieder wählen."
        ),
        how=(
            "Spür, wo im Körper der Drang sitzt. Gib ihm eine Zahl von 0 bis 10.",
            "Atme und sieh ihm zu, als wäre er eine Welle. Du brauchst ihn nicht wegzuschieben.",
            "Nenne, was sich ändert: wärmer, enger, höher, tiefer. (5 Minuten)",
            "Gib ihm noch einmal eine Zahl. Ist sie noch hoch, bleib für eine weitere Welle.",
            "Entscheide jetzt, was du als Nächstes tust.",
        ),
        example=(
            "Die Lust auf einen Schluck saß Ray im Hals. Sie war bei 8, dann bei 9, und bei 5, als"
            " das Teewasser kochte."
        ),
        smallest="Warte zehn Atemzüge und sag, wo du ihn spürst.",
        rests_on="„Urge Surfing“ aus der Rückfallprävention (Marlatt; Bowen).",
        level=PRACTISED,
        care=(
            "Alkohol oder manche Medikamente plötzlich wegzulassen, kann gefährlich sein: Frag"
            " vorher ärztlich nach. Drängt es dich, dich zu verletzen, bleib damit nicht allein."
            " Unter Hilfe stehen Nummern."
        ),
        prompts=(
            Prompt("where", "Wo hast du ihn gespürt?"),
            Prompt("peak", "Wie stark war er, als er am stärksten war?", NUMBER),
            Prompt("rode", "Hast du ihn abgewartet?", YES_NO),
        ),
        rating="Wie stark ist der Drang?",
        target=4,
    ),
    BuiltInExercise(
        key="pause-plan",
        skill="urges",
        title="Anhalten, zurücktreten, dann reden",
        why=(
            "In hitzigen Momenten ist das Erste, was wir tun, selten das, worüber wir später froh"
            " sind. Eine kurze Pause gibt dir die Wahl."
        ),
        how=(
            "Lern dein erstes Zeichen kennen: heißes Gesicht, laute Stimme, fester Kiefer.",
            "Halt bei diesem Zeichen an. Sag: „Ich brauche fünf Minuten. Ich komme wieder.“",
            "Verlass den Raum, wenn du kannst. Lass den Atem langsamer werden. (5 Minuten)",
            "Frag dich, was in der nächsten Stunde geschehen darf.",
            "Geh zurück und sag eine Sache, die mit „Ich“ beginnt.",
        ),
        example=(
            "„Ich bin laut geworden. Ich hatte Sorge wegen des Geldes. Können wir es nach dem Essen"
            " ansehen?“"
        ),
        smallest="Öffne die Fäuste und tritt einen Schritt zurück.",
        rests_on="Die Auszeit aus der Therapie bei Ärger (Novaco).",
        level=PRACTISED,
        care=(
            "Erzähl denen, mit denen du lebst, vorher von der Pause. Könnte jemand verletzt werden,"
            " geh weg und hol Hilfe."
        ),
        prompts=(
            Prompt("sign", "Was war das erste Zeichen?"),
            Prompt("did", "Was hast du getan?"),
            Prompt("after", "Wie ging es aus?"),
        ),
        rating="Wie groß ist der Ärger?",
        target=3,
    ),
    BuiltInExercise(
        key="trigger-map",
        skill="urges",
        title="Was davor war und was danach",
        why=(
            "Ein Drang fällt selten vom Himmel. Wer sieht, was zu ihm führt, findet die Stelle zum"
            " Abbiegen."
        ),
        how=(
            "Nimm einen Moment mit einem Drang oder mit einer Gewohnheit, die du ändern möchtest.",
            "Schreib auf, was davor war: Ort, Menschen, Uhrzeit, Gedanke, Gefühl im Körper.",
            "Schreib auf, was du getan hast.",
            "Schreib auf, was es dir sofort gab und was es dich später kostete.",
            "Markiere eine Stelle, an der du hättest abbiegen können. (5 Minuten)",
        ),
        example=(
            "Davor: zu Hause, müde, allein. Dann: eine Stunde lang am Handy eingekauft. Sofort:"
            " Ruhe. Später: die Rechnung. Abbiegen: Das Handy bleibt im Flur."
        ),
        smallest="Schreib nur auf, was kurz davor war.",
        rests_on=(
            "Verhaltensanalyse (die Kette von Davor und Danach), eine Grundlage von"
            " Verhaltenstherapie und Rückfallprävention."
        ),
        level=PRACTISED,
        care=(
            "Es geht ums Verstehen, nicht um Schuld. Wird der Drang beim Zurückschauen stärker, hör"
            " auf und tu etwas mit den Händen."
        ),
        prompts=(
            Prompt("before", "Was war davor?"),
            Prompt("did", "Was hast du getan?"),
            Prompt("gave", "Was gab es dir, und was kostete es?"),
            Prompt("turn", "Wo könntest du abbiegen?"),
        ),
        target=3,
    ),
)
