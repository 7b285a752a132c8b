"""Exercises for going towards what is feared, in small steps."""

from homework.library.words import NUMBER, PREPARED, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="exposure-ladder",
        skill="facing",
        title="Meine Leiter bauen",
        why=(
            "Eine Angst sieht aus wie eine hohe Wand. Auf Papier werden Sprossen daraus, und eine"
            " ist niedrig genug."
        ),
        how=(
            "Schreib ganz oben hin, was du gern wieder tun möchtest.",
            "Schreib acht bis zehn Momente auf dem Weg dorthin auf, von leicht bis schwer.",
            "Gib jedem eine Zahl von 0 bis 10 für die Angst, die du erwartest.",
            (
                "Bring sie in eine Reihe. Ist eine Lücke zu groß, füg eine Sprosse ein: näher,"
                " länger, allein."
            ),
            "Markiere die erste Sprosse, etwa bei 3 oder 4. Bring die Leiter in die Sitzung mit.",
        ),
        example=(
            "Oben: mit dem Bus zu meiner Schwester. Sprossen: den Fahrplan ansehen, an der"
            " Haltestelle stehen, eine Station mit Jo, allein fahren."
        ),
        smallest="Schreib auf, was oben steht, und die unterste Sprosse.",
        rests_on="Die Angsthierarchie der Konfrontationstherapie (Wolpe; Foa; Craske).",
        level=PREPARED,
        care=(
            "Für jetzt genügt das Aufschreiben; besprecht die Sprossen, bevor du eine probierst."
            " Setz nichts darauf, was für jemanden gefährlich ist. Für Erinnerungen an Gewalt oder"
            " Schock gibt es in der Therapie eigene Wege."
        ),
        prompts=(
            Prompt("top", "Was steht ganz oben?"),
            Prompt("rungs", "Welche Sprossen führen dorthin, mit ihren Zahlen?"),
            Prompt("first", "Welche Sprosse ist die erste?"),
        ),
        target=1,
    ),
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
        rests_on=(
            "Gestufte Konfrontation mit dem Ziel, Neues zu lernen (Foa; Craske und andere), bei"
            " Ängsten gut untersucht."
        ),
        level=PREPARED,
        care=(
            "Nimm nur Sprossen, die ihr geplant habt, und nichts, was an sich gefährlich ist."
            " Erinnerungen an Gewalt oder Schock gehören nicht allein zu Hause auf die Leiter. War"
            " eine Sprosse sehr schwer, nimm eine tiefere und erzähl es."
        ),
        prompts=(
            Prompt("rung", "Welche Sprosse war es?"),
            Prompt("peak", "Wie stark war die Angst, als sie am stärksten war?", NUMBER),
            Prompt("surprise", "Was hat dich überrascht?"),
        ),
        rating="Wie stark ist die Angst?",
        target=4,
    ),
    BuiltInExercise(
        key="body-alarm",
        skill="facing",
        title="Dem Herzklopfen mit Absicht begegnen",
        why=(
            "Bei Panik fühlt sich der Alarm des Körpers wie Gefahr an. Rufst du ihn mit Absicht,"
            " siehst du: Er kommt und geht."
        ),
        how=(
            (
                "Mach nur die Übung, die ihr in der Sitzung ausprobiert habt: Stufen steigen, dich"
                " drehen oder schnell atmen."
            ),
            "Schreib auf, was du befürchtest.",
            "Mach sie so lange, wie ihr abgemacht habt. (1 Minute)",
            "Hör auf und lass die Gefühle da sein. Tu nichts, um sie zu beruhigen. (2 Minuten)",
            "Schreib auf, was geschehen ist und was nicht.",
            "Mach es noch einmal, wenn du magst. Oft ist das zweite Mal leichter.",
        ),
        example=(
            "Dana lief eine Minute auf der Stelle. Ihr Herz raste, ihre Beine zitterten. Drei"
            " Minuten später machte sie Tee."
        ),
        smallest="Zehn Sekunden davon und eine Minute zusehen.",
        rests_on=(
            "Interozeptive Konfrontation aus der kognitiven Verhaltenstherapie bei Panik (Barlow"
            " und Craske)."
        ),
        level=PREPARED,
        care=(
            "Erst, wenn ihr es in der Sitzung ausprobiert habt. Bei Herz- oder Lungenkrankheit,"
            " Asthma, Epilepsie, Schwangerschaft, Ohnmachten oder Verletzungen nur mit ärztlichem"
            " Ja. Hör auf, wenn die Brust schmerzt oder dir schwarz vor Augen wird."
        ),
        prompts=(
            Prompt("did", "Was hast du gemacht?"),
            Prompt("feared", "Was hast du befürchtet?"),
            Prompt("happened", "Was ist geschehen?"),
            Prompt("peak", "Wie stark war die Angst, als sie am stärksten war?", NUMBER),
        ),
        rating="Wie stark ist die Angst?",
        target=4,
    ),
)
