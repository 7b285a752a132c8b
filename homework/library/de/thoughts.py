"""Exercises for noticing thoughts, checking them, and answering them kindly."""

from homework.library.words import NUMBER, YES_NO, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="thought-record",
        skill="thoughts",
        title="Einen Gedanken fangen und zweimal ansehen",
        why=(
            "Was uns durch den Kopf geht, verändert, wie wir uns fühlen. Aufgeschrieben lässt sich"
            " ein Gedanke leichter von außen ansehen."
        ),
        how=(
            "Denk an einen Moment heute, in dem deine Stimmung sank.",
            "Schreib auf, wo du warst und was geschah.",
            "Schreib auf, was dir durch den Kopf ging, in seinen eigenen Worten.",
            "Schreib auf, was dafür spricht, wie vor einem fairen Gericht.",
            "Schreib auf, was dagegen spricht oder was der Gedanke auslässt.",
            "Fass beides in einem Satz zusammen, den du glauben kannst.",
        ),
        example=(
            "„Sie antwortet nicht, also ist sie böse.“ Dafür: Es sind zwei Tage. Dagegen: Sie zieht"
            " gerade um. Zusammen: „Ich weiß es noch nicht, und ich kann fragen.“"
        ),
        smallest="Schreib den Gedanken auf und setz davor: „Ich hatte den Gedanken, dass“.",
        prompts=(
            Prompt("situation", "Was ist geschehen?"),
            Prompt("thought", "Was ging dir durch den Kopf?"),
            Prompt("for", "Was spricht dafür?"),
            Prompt("against", "Was spricht dagegen?"),
            Prompt("balanced", "Wie lässt es sich fairer sagen?"),
            Prompt("belief", "Wie sehr glaubst du den ersten Gedanken jetzt?", NUMBER),
        ),
        rating="Wie stark ist das Gefühl?",
        target=3,
    ),
    BuiltInExercise(
        key="behavioural-experiment",
        skill="thoughts",
        title="Ausprobieren und nachsehen",
        why=(
            "Eine Angst ist eine Vorhersage. Ein kleiner Versuch sagt dir mehr als eine Stunde"
            " Nachdenken."
        ),
        how=(
            "Schreib auf, was du erwartest, so klar, dass eine Kamera es filmen könnte.",
            "Sag, wie sicher du bist, von 0 bis 10.",
            "Wähle einen kleinen, ungefährlichen Versuch, der dir das Gegenteil zeigen könnte.",
            "Mach den Versuch. Achte auf das, was draußen geschieht, nicht nur in dir.",
            "Schreib auf, was du gesehen hast und was das über deine Vorhersage sagt.",
        ),
        example=(
            "Vorhersage: „Wenn ich etwas frage, lachen alle.“ Versuch: eine Frage am Montag."
            " Gesehen: Zwei nickten."
        ),
        smallest=(
            "Schreib eine Vorhersage für heute auf. Sieh am Abend nach, ob sie eingetroffen ist."
        ),
        prompts=(
            Prompt("forecast", "Was erwartest du?"),
            Prompt("sure", "Wie sicher bist du?", NUMBER),
            Prompt("seen", "Was hast du gesehen?"),
            Prompt("true", "Ist die Vorhersage eingetroffen?", YES_NO),
            Prompt("learned", "Was sagt dir das?"),
        ),
        target=2,
    ),
    BuiltInExercise(
        key="worry-time",
        skill="thoughts",
        title="Ein Termin für Sorgen",
        why=(
            "Sorgen nehmen den ganzen Tag ein, wenn sie keinen Platz haben. Gib ihnen eine Zeit,"
            " und der übrige Tag wird weiter."
        ),
        how=(
            "Wähle eine Zeit und einen Stuhl. Nicht dein Bett, und nicht kurz vor dem Schlafen.",
            (
                "Kommt eine Sorge zu einer anderen Zeit, schreib sie in drei Worten auf. Sag ihr,"
                " wann sie dran ist."
            ),
            "Lies zur abgemachten Zeit deine Liste. Streich, was sich erledigt hat.",
            "Sorg dich um den Rest mit Absicht, mit einem Stift in der Hand. (15 Minuten)",
            "Wenn du bei einer etwas tun kannst, schreib den ersten Schritt auf.",
            "Wenn die Zeit um ist, steh auf und tu etwas mit den Händen.",
        ),
        example=(
            "Pat sorgt sich um 17:30 Uhr am Küchentisch. An den meisten Tagen ist die halbe Liste"
            " bis dahin verschwunden."
        ),
        smallest="Schreib eine Sorge in drei Worten auf und eine Uhrzeit daneben.",
        prompts=(
            Prompt("list", "Welche Sorgen kamen?"),
            Prompt("gone", "Wie viele waren bis dahin verschwunden?"),
            Prompt("move", "Gibt es für eine davon einen ersten Schritt?"),
        ),
        rating="Wie besorgt bin ich?",
        target=5,
    ),
    BuiltInExercise(
        key="kind-letter",
        skill="kind",
        title="Ein Brief von einem guten Freund",
        why=(
            "Die meisten von uns sind zu sich strenger als zu allen anderen. Die Stimme eines"
            " Freundes kann das weicher machen."
        ),
        how=(
            "Denk an etwas, das du dir vorwirfst. Nimm zuerst etwas Kleines.",
            "Stell dir einen Menschen vor, der alles davon weiß und dich mag.",
            (
                "Schreib, was er dir sagen würde: was schwer war, was er in dir sieht, was er dir"
                " wünscht. (10 Minuten)"
            ),
            "Leg den Brief für einen Tag weg.",
            "Lies ihn langsam, als wäre er mit der Post gekommen.",
        ),
        example=(
            "„Liebe Jo, du warst müde, und es war deine dritte Nacht ohne Schlaf. Du bist"
            " zurückgegangen und hast es gut gemacht.“"
        ),
        smallest="Ein Satz, den du einem Freund an deiner Stelle sagen würdest.",
        prompts=(Prompt("letter", "Was würde ein guter Freund schreiben?"),),
        rating="Wie streng bin ich mit mir?",
        target=1,
    ),
)
