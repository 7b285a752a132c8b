"""Exercises for noticing thoughts, checking them, and answering them."""

from homework.library.words import EASY, NUMBER, PRACTISED, YES_NO, BuiltInExercise, Prompt

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
        rests_on="Das Gedankenprotokoll der kognitiven Therapie (Beck).",
        level=PRACTISED,
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
        rests_on="Verhaltensexperimente der kognitiven Therapie (Beck; Bennett-Levy und andere).",
        level=PRACTISED,
        care=(
            "Halte den Versuch klein und sicher, für dich und für andere. Plane die ersten"
            " gemeinsam in der Therapie."
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
        rests_on=(
            "Reizkontrolle bei Sorgen (Borkovec), Teil der Therapie bei generalisierter Angst."
        ),
        level=EASY,
        care=(
            "Lass es, wenn das geplante Sorgen den Tag schwerer macht, und sag es in der Therapie."
            " Denkst du, dass du nicht mehr leben willst, warte nicht: Unter Hilfe stehen Nummern."
        ),
        prompts=(
            Prompt("list", "Welche Sorgen kamen?"),
            Prompt("gone", "Wie viele waren bis dahin verschwunden?"),
            Prompt("move", "Gibt es für eine davon einen ersten Schritt?"),
        ),
        rating="Wie besorgt bin ich?",
        target=5,
    ),
    BuiltInExercise(
        key="thought-distance",
        skill="thoughts",
        title="Ich bemerke den Gedanken",
        why=(
            "Ein Gedanke kann klingen wie eine Tatsache. Mit etwas Abstand kannst du ihn hören und"
            " trotzdem wählen."
        ),
        how=(
            "Fang einen Gedanken ein, an dem du hängen bleibst, in einem Satz.",
            "Sag ihn langsam, mit „Ich bemerke den Gedanken, dass“ davor.",
            "Danke deinem Kopf dafür, so wie man einem Radio für die Nachrichten danken könnte.",
            "Sag den Satz mit alberner Stimme oder sing ihn, wenn er nicht zu wund ist.",
            "Wende dich wieder dem zu, was du gerade tust. Der Gedanke darf mitkommen.",
        ),
        example=(
            "„Ich bemerke den Gedanken, dass ich es verderbe.“ Dann rührte Priti weiter in der"
            " Suppe."
        ),
        smallest="Setz „Ich bemerke den Gedanken, dass“ vor einen Gedanken.",
        rests_on=(
            "Abstand von Gedanken (Defusion), aus der Akzeptanz- und Commitment-Therapie (Hayes und"
            " andere)."
        ),
        level=EASY,
        care=(
            "Lass die alberne Stimme weg, wenn es um Verlust, Gewalt oder Scham geht. Gedanken,"
            " nicht mehr leben zu wollen, trag nicht allein: Sag es jemandem oder öffne die Hilfe."
        ),
        prompts=(
            Prompt("thought", "Welcher Gedanke war es?"),
            Prompt("then", "Womit hast du weitergemacht?"),
            Prompt("grip", "Wie fest hielt er dich danach noch?", NUMBER),
        ),
        target=5,
    ),
    BuiltInExercise(
        key="from-why-to-how",
        skill="thoughts",
        title="Vom Warum zum Wie",
        why=(
            "Grübeln fragt „Warum?“ und dreht sich im Kreis. Eine Frage mit „Wie?“ führt zum"
            " nächsten kleinen Schritt."
        ),
        how=(
            "Bemerke, dass du grübelst, und wie lange schon.",
            "Schreib die Frage auf, die sich dreht.",
            "Nimm einen wirklichen Moment davon: Wo warst du, was hast du gesehen und gehört?",
            "Frag dich: Wie ist es gekommen, eins nach dem anderen? (5 Minuten)",
            "Frag dich: Wie könnte ich mir in der nächsten Stunde ein wenig helfen? Tu das.",
        ),
        example=(
            "Aus „Warum bin ich immer so?“ wurde „Wie lief dieser Morgen ab?“. Für den Anfang"
            " bleibt das Handy bis zum Frühstück aus."
        ),
        smallest="Bemerke ein „Warum“ und mach ein „Wie“ daraus.",
        rests_on="Konkretes Denken statt Grübeln, aus der Therapie des Grübelns (Watkins).",
        level=PRACTISED,
        care=(
            "Nimm dafür keine Erinnerung an Gewalt oder Schock. Solche Erinnerungen gehören in die"
            " Sitzung."
        ),
        prompts=(
            Prompt("question", "Welche Frage hat sich gedreht?"),
            Prompt("moment", "Um welchen Moment ging es?"),
            Prompt("next", "Was könnte in der nächsten Stunde helfen?"),
        ),
        rating="Wie sehr grüble ich?",
        target=3,
    ),
)
