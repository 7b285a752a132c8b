"""Exercises that calm the body and bring attention back."""

from homework.library.words import NUMBER, BuiltInExercise, Prompt

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
        rating="Wie angespannt bin ich?",
        target=5,
    ),
    BuiltInExercise(
        key="grounding-54321",
        skill="calm",
        title="Fünf Dinge, die ich sehe",
        why=(
            "Wenn Angst oder eine Erinnerung dich fortzieht, holen dich deine Sinne zurück: in"
            " diesen Raum und an diesen Tag."
        ),
        how=(
            "Schau dich um und nenne fünf Dinge, die du siehst. Laut, wenn es geht.",
            "Nenne vier Dinge, die du spürst, zum Beispiel deine Füße in den Schuhen.",
            "Nenne drei Dinge, die du hörst, nah oder fern.",
            "Nenne zwei Dinge, die du riechst, oder zwei Gerüche, die du magst.",
            "Nenne etwas, das du schmeckst. Trink einen Schluck Wasser, wenn welches da ist.",
            "Sag, wo du bist und welcher Tag heute ist.",
        ),
        example=(
            "Im Bus nennt Ali eine rote Tasche, ein nasses Fenster, einen Hut, eine Klingel und"
            " einen Hund. Da ist das Schlimmste schon vorbei."
        ),
        smallest="Nenne drei Dinge, die du siehst, und stell beide Füße auf den Boden.",
        rating="Wie weit weg fühle ich mich?",
        target=3,
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
        rating="Wie fest ist mein Körper?",
        target=4,
    ),
    BuiltInExercise(
        key="mindful-minute",
        skill="calm",
        title="Eine Sache mit ganzer Aufmerksamkeit",
        why=(
            "Gedanken wandern. Sie freundlich zurückzuholen, ist schon die Übung. Mit der Zeit"
            " wird es leichter."
        ),
        how=(
            "Such dir etwas aus, das du sowieso tust: Tee trinken, Hände waschen, zur Tür gehen.",
            (
                "Mach es etwas langsamer als sonst. Achte darauf, wie es aussieht, klingt, riecht"
                " und sich anfühlt. (2 Minuten)"
            ),
            "Wenn deine Gedanken abschweifen, sag dir „Denken“ und komm zurück.",
            "Hör auf und mach mit deinem Tag weiter.",
        ),
        example=(
            "Ben nimmt seinen ersten Kaffee. Nach drei Sekunden ist er in Gedanken woanders, und"
            " neunmal kommt er zurück."
        ),
        smallest="Ein Schluck oder ein Schritt mit ganzer Aufmerksamkeit.",
        prompts=(
            Prompt("noticed", "Was ist dir aufgefallen?"),
            Prompt("back", "Wie leicht war das Zurückkommen?", NUMBER),
        ),
        target=5,
    ),
)
