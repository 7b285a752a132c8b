"""Exercises for calmer evenings and steadier nights."""

from homework.library.words import EASY, NUMBER, PRACTISED, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="wind-down",
        skill="sleep",
        title="Eine ruhige letzte Stunde",
        why="Schlaf kommt leichter, wenn der Abend jeden Tag auf dieselbe Weise langsamer wird.",
        how=(
            "Wähle eine Zeit, etwa eine Stunde vor dem Schlafen.",
            "Leg Arbeit und Nachrichten weg. Schreib kurz auf, was für morgen bleibt.",
            "Dimm das Licht. Leg das Handy so weit weg, dass du es vom Bett aus nicht erreichst.",
            "Tu etwas Ruhiges, das du magst: dich waschen, lesen, hören, falten. (20 Minuten)",
            "Geh ins Bett, wenn du schläfrig bist.",
        ),
        example=(
            "Um 21:45 Uhr schreibt Carla die Liste für morgen. Dann flickt oder liest sie, bis ihr"
            " die Augen schwer werden."
        ),
        smallest="Eine Lampe dimmen und das Handy in ein anderes Zimmer legen.",
        rests_on=(
            "Schlafgewohnheiten, ein Teil der kognitiven Verhaltenstherapie bei Schlafstörungen."
            " Allein bewirken sie oft wenig."
        ),
        level=EASY,
        care=(
            "Schlaf lässt sich nicht erzwingen. Wird die ruhige Stunde zur Pflicht, nimm etwas"
            " davon weg."
        ),
        prompts=(
            Prompt("did", "Was hast du getan?"),
            Prompt("night", "Wie ausgeruht warst du am Morgen?", NUMBER),
        ),
        target=6,
    ),
    BuiltInExercise(
        key="sleep-window",
        skill="sleep",
        title="Jeden Tag zur selben Zeit aufstehen",
        why=(
            "Eine feste Zeit zum Aufstehen stellt die innere Uhr. Langes Wachliegen im Bett bewirkt"
            " das Gegenteil."
        ),
        how=(
            "Macht in der Therapie eine Aufstehzeit ab, die zu deinem Leben passt.",
            "Steh zu deiner Zeit auf, auch nach einer schlechten Nacht und am Wochenende.",
            "Zieh bald danach die Vorhänge auf oder geh hinaus.",
            (
                "Wenn du lange wach liegst, steh auf. Tu bei wenig Licht etwas Langweiliges, bis du"
                " schläfrig bist."
            ),
            "Halte Nickerchen kurz und früh, oder lass sie weg.",
        ),
        example=(
            "Win steht um 6:45 Uhr auf. Auch am Sonntag, dann mit einem Gang zu frischen Brötchen."
        ),
        smallest="Zur festen Zeit die Füße auf den Boden. Du darfst dort eine Weile sitzen.",
        rests_on=(
            "Feste Aufstehzeit und Reizkontrolle (Bootzin), aus der kognitiven Verhaltenstherapie"
            " bei Schlafstörungen. Keine Schlafrestriktion."
        ),
        level=PRACTISED,
        care=(
            "Es geht nicht um weniger Zeit im Bett. Bei Epilepsie, bipolaren Stimmungen,"
            " Schichtarbeit oder großer Müdigkeit am Tag sprich vorher ärztlich oder in der"
            " Therapie darüber. Bist du sehr müde, fahr nicht und bedien keine Maschinen."
        ),
        prompts=(
            Prompt("up", "Wann bist du aufgestanden?"),
            Prompt("hours", "Wie viele Stunden hast du etwa geschlafen?"),
            Prompt("rested", "Wie ausgeruht bist du?", NUMBER),
        ),
        target=7,
        version=2,
    ),
    BuiltInExercise(
        key="sleep-diary",
        skill="sleep",
        title="Vier Zeilen über die Nacht",
        why=(
            "Eine Nacht fühlt sich länger oder kürzer an, als sie war. Eine Woche auf Papier zeigt"
            " ein Muster, mit dem sich arbeiten lässt."
        ),
        how=(
            "Füll es bald nach dem Aufstehen aus.",
            "Schreib, wann du das Licht ausgemacht hast und wann du ungefähr eingeschlafen bist.",
            "Schreib, wie oft du wach wurdest und wie lange du insgesamt wach lagst.",
            "Schreib, wann du aufgestanden bist und wie ausgeruht du dich fühlst.",
            "Geschätzt ist gut genug. Sieh in der Nacht nicht auf die Uhr.",
        ),
        example=(
            "„Licht aus um 23 Uhr, eingeschlafen etwa 23:40, zweimal wach, auf um 6:50. Ausgeruht:"
            " 5.“"
        ),
        smallest="Nur, wann du aufgestanden bist und wie ausgeruht du bist.",
        rests_on=(
            "Das Schlaftagebuch, meist der erste Schritt der kognitiven Verhaltenstherapie bei"
            " Schlafstörungen."
        ),
        level=EASY,
        care=(
            "Werden die Nächte durch das Aufschreiben noch wichtiger, lass es eine Woche und sag"
            " es. Bei lautem Schnarchen, Atempausen oder Einschlafen am Tag frag ärztlich nach."
        ),
        prompts=(
            Prompt("light", "Wann hast du das Licht ausgemacht?"),
            Prompt("asleep", "Wann bist du ungefähr eingeschlafen?"),
            Prompt("awake", "Wie lange lagst du in der Nacht wach?"),
            Prompt("up", "Wann bist du aufgestanden?"),
            Prompt("rested", "Wie ausgeruht bist du?", NUMBER),
        ),
        target=7,
    ),
)
