"""Exercises for starting again when mood and energy are low."""

from homework.library.words import EASY, NUMBER, PRACTISED, YES_NO, BuiltInExercise, Prompt

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
        rests_on=(
            "Verhaltensaktivierung (Lewinsohn; Martell und andere), ein gut untersuchter Teil der"
            " Therapie bei gedrückter Stimmung."
        ),
        level=EASY,
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
        rests_on=(
            "Aktivitäten und Stimmung beobachten: der erste Schritt der Verhaltensaktivierung."
        ),
        level=EASY,
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
        rests_on="Entgegengesetztes Handeln aus der dialektisch-behavioralen Therapie (Linehan).",
        level=PRACTISED,
        care=(
            "Das ist für Gefühle, die nicht zu den Tatsachen passen. Ist die Gefahr echt, hat die"
            " Angst recht: Geh dahin, wo du sicher bist."
        ),
        prompts=(
            Prompt("feeling", "Welches Gefühl war es, und was wollte es?"),
            Prompt("opposite", "Was hast du stattdessen getan?"),
            Prompt("again", "Würdest du es wieder tun?", YES_NO),
        ),
        rating="Wie stark ist das Gefühl?",
        target=3,
    ),
    BuiltInExercise(
        key="gentle-walk",
        skill="act",
        title="Zehn Minuten Bewegung",
        why=(
            "Ein wenig Bewegung kann die Stimmung heben und Anspannung abbauen. Es braucht kein"
            " Sport zu sein."
        ),
        how=(
            "Wähle etwas, das heute geht: gehen, Treppen steigen, tanzen, dich dehnen, Rad fahren.",
            "Leg dir Schuhe oder Musik vorher bereit.",
            "Fang gemächlich an, so dass du dabei noch reden könntest. (10 Minuten)",
            "Sieh ab und zu auf und entdecke etwas am Weg.",
            "Hör auf, solange es sich noch gut anfühlt.",
        ),
        example="Omar geht bis zur zweiten Haltestelle und steigt erst dort in den Bus.",
        smallest="Zieh die Schuhe an und geh einmal ums Haus.",
        rests_on=(
            "Körperliche Bewegung als Teil der Verhaltensaktivierung, bei gedrückter Stimmung in"
            " vielen Studien untersucht."
        ),
        level=EASY,
        care=(
            "Bei Schmerzen, Krankheit, Schwangerschaft oder nach langer Pause frag ärztlich nach,"
            " was dir guttut. Hör auf, wenn die Brust schmerzt oder dir schwindlig wird."
            " Übertreibst du leicht, macht eine Obergrenze ab."
        ),
        prompts=(
            Prompt("moved", "Was hast du gemacht?"),
            Prompt("after", "Wie ging es dir danach?"),
        ),
        rating="Wie ist meine Stimmung?",
        target=4,
    ),
    BuiltInExercise(
        key="pacing",
        skill="act",
        title="Ausruhen, bevor ich erschöpft bin",
        why=(
            "An guten Tagen alles zu tun und später dafür zu zahlen, macht müde. Gleiche Portionen"
            " lassen mehr für morgen übrig."
        ),
        how=(
            "Wähle etwas, das dich oft zu viel kostet.",
            (
                "Finde heraus, wie lange es an einem gewöhnlichen Tag geht, ohne dass du später"
                " dafür zahlst."
            ),
            "Nimm etwas weniger als das: Das ist deine Portion.",
            (
                "Hör auf, wenn die Portion zu Ende ist, auch an einem guten Tag. Dann ruh dich aus."
                " (10 Minuten)"
            ),
            "Lass die Portion eine Woche lang, wie sie ist. Sprecht erst dann über eine größere.",
        ),
        example="Joan bügelt acht Minuten, ruht zehn und bügelt weiter. Der Abend gehört noch ihr.",
        smallest="Eine Pause, bevor du sie brauchst.",
        rests_on=(
            "Kräfte einteilen („Pacing“), aus der Therapie bei langem Schmerz und Erschöpfung. Es"
            " hilft nicht allen gleich."
        ),
        level=PRACTISED,
        care=(
            "Sprich die Portionen in der Therapie oder ärztlich ab. Macht Anstrengung deine"
            " Krankheit schlimmer, geh nicht über deine Grenze. Lass neuen Schmerz ärztlich"
            " ansehen."
        ),
        prompts=(
            Prompt("portion", "Was war deine Portion, und wovon?"),
            Prompt("kept", "Hast du rechtzeitig aufgehört?", YES_NO),
            Prompt("cost", "Wie erschöpft warst du am Abend?", NUMBER),
        ),
        target=5,
    ),
)
