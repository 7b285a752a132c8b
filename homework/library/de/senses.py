"""Exercises that bring attention back through the senses."""

from homework.library.words import EASY, NUMBER, BuiltInExercise, Prompt

EXERCISES = (
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
        rests_on=(
            "Sich den Sinnen zuzuwenden, gehört zu den ersten Schritten in Traumatherapie und"
            " Fertigkeitentraining (Linehan)."
        ),
        level=EASY,
        care=(
            "Die Übung holt dich zurück, sie geht nicht in Erinnerungen hinein. Fühlst du dich noch"
            " weiter weg, öffne ein Fenster, steh auf oder ruf jemanden an. Erzähl es in der"
            " Therapie."
        ),
        rating="Wie weit weg fühle ich mich?",
        target=3,
    ),
    BuiltInExercise(
        key="mindful-minute",
        skill="calm",
        title="Eine Sache mit ganzer Aufmerksamkeit",
        why=(
            "Gedanken wandern. Sie freundlich zurückzuholen, ist schon die Übung. Mit der Zeit wird"
            " es leichter."
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
        rests_on=(
            "Eine kurze Form der Achtsamkeit, wie in der achtsamkeitsbasierten kognitiven Therapie."
        ),
        level=EASY,
        care=(
            "Die Augen dürfen offen bleiben. Kommen schwere Erinnerungen oder starke Unruhe, sieh"
            " dich um, beweg dich und lass es für heute. Sprich beim nächsten Mal darüber."
        ),
        prompts=(
            Prompt("noticed", "Was ist dir aufgefallen?"),
            Prompt("back", "Wie leicht war das Zurückkommen?", NUMBER),
        ),
        target=5,
    ),
    BuiltInExercise(
        key="comfort-box",
        skill="calm",
        title="Eine Kiste für schwere Stunden",
        why=(
            "In einer schweren Stunde fällt einem kaum ein, was guttut. Die Kiste hat vorher daran"
            " gedacht."
        ),
        how=(
            "Nimm eine Kiste, eine Tasche oder eine Schublade, die gut zu erreichen ist.",
            "Leg für jeden Sinn etwas hinein: zum Sehen, Hören, Riechen, Schmecken und Fühlen.",
            "Leg zwei Sätze dazu, die dir gutgetan haben, von dir oder von jemandem, der dich mag.",
            "Schreib drei Menschen auf, die du anrufen kannst, und leg die Liste obenauf.",
            "Öffne die Kiste in einer schweren Stunde und nimm eins nach dem anderen. (10 Minuten)",
        ),
        example=(
            "In Kits Kiste liegen ein glatter Stein, Minzbonbons, eine Liste mit Liedern und ein"
            " Schal, der nach zu Hause riecht."
        ),
        smallest="Steck etwas in die Tasche, das gut in der Hand liegt.",
        rests_on=(
            "Sich mit den Sinnen beruhigen, aus dem Fertigkeitentraining der"
            " dialektisch-behavioralen Therapie (Linehan)."
        ),
        level=EASY,
        care=(
            "Leg nichts hinein, womit du dich verletzen könntest. Für den Notfall ist die Kiste"
            " nicht: Denkst du daran, dir das Leben zu nehmen, ruf eine Nummer unter Hilfe an."
        ),
        prompts=(
            Prompt("used", "Was hast du benutzt?"),
            Prompt("helped", "Wie sehr hat es geholfen?", NUMBER),
        ),
        rating="Wie schwer ist diese Stunde?",
        target=2,
    ),
)
