"""Exercises for being on one's own side."""

from homework.library.words import EASY, PRACTISED, BuiltInExercise, Prompt

EXERCISES = (
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
        rests_on="Der mitfühlende Brief (Gilbert; Neff), Teil der mitgefühlsfokussierten Therapie.",
        level=PRACTISED,
        care=(
            "Freundliche Worte können Tränen oder einen alten Schmerz bringen. Fang klein an und"
            " hör auf, wenn es zu viel wird. Was am meisten wehtut, hat Zeit bis zur Sitzung."
        ),
        prompts=(Prompt("letter", "Was würde ein guter Freund schreiben?"),),
        rating="Wie streng bin ich mit mir?",
        target=1,
    ),
    BuiltInExercise(
        key="good-record",
        skill="kind",
        title="Was mir heute gelungen ist",
        why=(
            "Ein strenger Blick sieht nur, was schiefging. Eine kurze Liste gibt dem Rest seinen"
            " Platz."
        ),
        how=(
            "Setz dich am Abend mit Papier hin. (5 Minuten)",
            "Schreib zwei Dinge auf, für die du Sorgfalt, Geduld oder Mut gebraucht hast.",
            "Schreib neben jedes in einem Wort, was es über dich sagt.",
            "Kommt ein „Ja, aber“, schreib es an den Rand und lass es dort.",
            "Lies am Sonntag die ganze Liste laut vor.",
        ),
        example=(
            "„Beim Zahnarzt angerufen: mutig. Auf meinen Sohn gewartet, ohne zu seufzen: geduldig.“"
        ),
        smallest="Eine Sache, die du getan hast, und ein Wort dafür.",
        rests_on=(
            "Das Positivtagebuch aus der kognitiven Therapie bei geringem Selbstwert (Fennell)."
        ),
        level=EASY,
        prompts=(
            Prompt("did", "Was hast du getan?"),
            Prompt("word", "Welches Wort beschreibt dich dabei?"),
        ),
        rating="Wie streng bin ich mit mir?",
        target=5,
    ),
)
