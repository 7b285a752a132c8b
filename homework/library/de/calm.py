"""Exercises that calm the body."""

from homework.library.words import EASY, PRACTISED, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="slow-breathing",
        skill="calm",
        title="Langsam atmen",
        why=(
            "Wenn wir angespannt sind, atmen wir schnell und flach. Langes, ruhiges Ausatmen sagt"
            " dem Körper, dass er zur Ruhe kommen darf."
        ),
        how=(
            "Sitz oder steh mit beiden Füßen auf dem Boden. Lass die Schultern sinken.",
            "Atme durch die Nase ein und zähle dabei bis vier.",
            "Atme langsam aus und zähle bis sechs, als würdest du eine Suppe kühlen.",
            (
                "Mach in deinem Tempo so weiter. Wenn dir das Zählen schwerfällt, atme einfach"
                " länger aus als ein. (3 Minuten)"
            ),
            "Achte darauf, ob sich etwas anders anfühlt. Vielleicht auch nicht: Beides ist gut.",
        ),
        example=(
            "Mel macht es im Auto, bevor sie ins Büro geht. Sie zählt mit den Fingern auf dem"
            " Lenkrad."
        ),
        smallest="Dreimal langsam ausatmen, wo du gerade bist.",
        rests_on=(
            "Langsames Atmen gehört zu vielen Programmen gegen Angst und Stress. Gedacht ist es für"
            " den Moment."
        ),
        level=EASY,
        care=(
            "Atme lieber sanft als tief. Wird dir schwindlig oder wächst die Angst, atme wie"
            " gewohnt und sieh dich im Raum um. Hast du Panikattacken, besprich in der Therapie,"
            " wann die Übung passt."
        ),
        rating="Wie angespannt bin ich?",
        target=5,
    ),
    BuiltInExercise(
        key="muscle-release",
        skill="calm",
        title="Anspannen und loslassen",
        why=(
            "Einem Muskel zu befehlen, sich zu lockern, ist schwer. Leichter ist es, ihn erst"
            " anzuspannen und dann loszulassen."
        ),
        how=(
            "Setz oder leg dich hin, wo dich zehn Minuten lang niemand braucht.",
            "Balle die Fäuste und halte sie fest, ohne dass es wehtut. Dann lass los. (1 Minute)",
            "Zieh die Schultern zu den Ohren. Halte sie dort. Dann lass sie fallen. (1 Minute)",
            "Drück die Knie zusammen und spann die Beine an. Halte. Dann lass los. (1 Minute)",
            "Lass weg, was wehtut oder was du lieber nicht machen möchtest.",
            "Ruh dich aus und spüre, wo es schwer oder warm ist. (2 Minuten)",
        ),
        example="Rosa macht abends nur Hände und Schultern, bei leisem Radio.",
        smallest="Einmal die Fäuste: fest, dann offen.",
        rests_on=(
            "Progressive Muskelentspannung (Jacobson), bei Anspannung und Angst in vielen Studien"
            " untersucht."
        ),
        level=EASY,
        care=(
            "Manche werden unruhig, wenn der Körper loslässt. Lass dann die Augen offen, nimm nur"
            " einen Teil oder hör auf. Was schmerzt, krampft oder verletzt ist, lass weg."
        ),
        rating="Wie fest ist mein Körper?",
        target=4,
    ),
    BuiltInExercise(
        key="place-of-ease",
        skill="calm",
        title="Ein Ort, an dem mir wohl ist",
        why=(
            "Der Körper antwortet auf Bilder ähnlich wie auf Orte. Ein ruhiges Bild, das du gut"
            " kennst, ist nah, wenn du es brauchst."
        ),
        how=(
            (
                "Denk an einen Ort, an dem dir wohl ist. Er kann echt oder erfunden sein, und du"
                " bist dort für dich."
            ),
            "Sieh dich dort um. Was siehst du in der Nähe, was in der Ferne? (2 Minuten)",
            (
                "Was hörst und riechst du? Wie warm ist es, und was ist unter deinen Füßen? (2"
                " Minuten)"
            ),
            "Finde ein Wort oder eine kleine Geste, die zu diesem Ort gehört.",
            "Komm zurück: Sieh dich im Zimmer um und streck dich.",
        ),
        example=(
            "Sana geht zu dem flachen Felsen am See. Ihre Geste ist eine Hand auf dem warmen Stein."
        ),
        smallest="Sag einmal dein Wort und sieh etwas von diesem Ort vor dir.",
        rests_on=(
            "Sich einen ruhigen oder sicheren Ort vorzustellen, gibt in der Traumatherapie Halt."
        ),
        level=PRACTISED,
        care=(
            "Kommt etwas Erschreckendes ins Bild, öffne die Augen und lass es. Nimm einen anderen"
            " Ort oder deine Sinne. Lebst du mit schweren Erinnerungen, baut den Ort zuerst"
            " gemeinsam in der Sitzung."
        ),
        prompts=(
            Prompt("place", "Welcher Ort war es?"),
            Prompt("word", "Welches Wort oder welche Geste gehört dazu?"),
        ),
        rating="Wie unwohl fühle ich mich?",
        target=4,
    ),
)
