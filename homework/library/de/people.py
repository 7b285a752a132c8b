"""Exercises for the space between me and others."""

from homework.library.words import EASY, NUMBER, PRACTISED, YES_NO, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="saying-no",
        skill="people",
        title="Einmal freundlich Nein sagen",
        why=(
            "Jedes Ja, das du nicht so meinst, kostet dich etwas. Ein freundliches Nein lässt Platz"
            " für ein ehrliches Ja."
        ),
        how=(
            "Wähle jemanden, bei dem ein Nein gut aufgehoben ist.",
            "Denk an eine kleine Bitte, die kommen könnte.",
            "Üb den Satz laut: „Danke, dass du fragst. Diesmal kann ich nicht.“ (2 Minuten)",
            "Wenn die Bitte kommt, sag ihn und sei dann still. Ein Grund ist nicht nötig.",
            "Achte darauf, was du befürchtet hast und was der andere Mensch tat.",
        ),
        example=(
            "„Ich kann diese Woche die Spätschicht nicht nehmen.“ Ihre Chefin sagte: „Gut, dann"
            " frage ich Jim.“"
        ),
        smallest="Sag: „Ich denke darüber nach. Morgen sage ich dir Bescheid.“",
        rests_on="Selbstsicherheitstraining, ein Klassiker der Verhaltenstherapie.",
        level=PRACTISED,
        care=(
            "Fang dort an, wo ein Nein sicher ist. Wo dir jemand droht oder wehtut, übe nicht:"
            " Deine Sicherheit geht vor. Sprich in der Therapie darüber."
        ),
        prompts=(
            Prompt("asked", "Worum wurdest du gebeten?"),
            Prompt("said", "Was hast du gesagt?"),
            Prompt("reaction", "Was tat der andere Mensch?"),
        ),
        rating="Wie unwohl ist mir?",
        target=2,
    ),
    BuiltInExercise(
        key="reach-out",
        skill="people",
        title="Eine Nachricht an jemanden",
        why=(
            "Wenn es uns schlecht geht, werden wir still, und dann fühlen wir uns allein. Eine"
            " kleine Nachricht hält eine Tür offen."
        ),
        how=(
            "Denk an jemanden, der dir fehlt oder der dir guttut.",
            "Schreib eine Zeile. Eine Frage, ein Bild oder ein Danke genügt.",
            "Schick sie ab, bevor sie perfekt ist.",
            "Leg das Handy weg. Eine Antwort darf dauern, und das sagt wenig über dich.",
        ),
        example="„Ich war bei unserem alten Café und habe an dich gedacht. Wie geht es dir?“",
        smallest="Ein Daumen hoch oder ein Herz an einen Menschen.",
        rests_on=(
            "Verhaltensaktivierung mit Blick auf Kontakte: Rückzug und gedrückte Stimmung"
            " verstärken einander."
        ),
        level=EASY,
        prompts=(Prompt("who", "Wer war es?"), Prompt("came", "Kam etwas zurück?", YES_NO)),
        rating="Wie allein fühle ich mich?",
        target=3,
    ),
    BuiltInExercise(
        key="ask-for-help",
        skill="people",
        title="Um eine Sache bitten",
        why=(
            "Viele Menschen helfen gern, wenn sie wissen, womit. Auf eine klare Bitte lässt sich"
            " leichter antworten als auf einen Seufzer."
        ),
        how=(
            "Wähle etwas, das jemand in weniger als einer Stunde für dich tun könnte.",
            "Sag, was los ist, wie es dir damit geht und was du dir wünschst.",
            "Sag es in einem Atemzug: „Ich bin erschöpft. Könntest du heute den Müll rausbringen?“",
            "Lass den anderen Menschen antworten. Ein Nein erzählt von seinem Tag.",
            "Wenn es ein Ja ist, sag Danke und belass es dabei.",
        ),
        example=(
            "„Mir fallen die Formulare schwer. Würdest du dich am Samstag eine halbe Stunde zu mir"
            " setzen?“"
        ),
        smallest="Schreib die Bitte auf, ohne sie abzuschicken.",
        rests_on=(
            "Fertigkeiten im Umgang mit anderen aus Selbstsicherheits- und Fertigkeitentraining"
            " (Linehan)."
        ),
        level=PRACTISED,
        prompts=(
            Prompt("asked", "Worum hast du gebeten?"),
            Prompt("answer", "Was war die Antwort?"),
        ),
        rating="Wie schwer fällt mir das Bitten?",
        target=2,
    ),
    BuiltInExercise(
        key="clear-words",
        skill="people",
        title="In vier kurzen Teilen sagen, was ist",
        why=(
            "Wer Vorwürfe hört, verteidigt sich. Was ich gesehen habe, fühle und mir wünsche, ist"
            " leichter zu hören."
        ),
        how=(
            "Wähle etwas Kleines, das dich stört, bei jemandem, dem du vertraust.",
            (
                "Sag, was du gesehen oder gehört hast, wie eine Kamera: „Das Geschirr stand heute"
                " früh noch da.“"
            ),
            "Sag, wie das für dich war, und fang mit „Ich“ an.",
            "Sag, was du dir wünschst: eine Sache, klein und klar.",
            "Frag, wie die andere Person es sieht, und hör bis zum Ende zu. (3 Minuten)",
        ),
        example=(
            "„Du kamst um acht. Ich habe mir Sorgen gemacht. Nächstes Mal wünsche ich mir eine"
            " Nachricht. Wie war es für dich?“"
        ),
        smallest="Schreib die vier Teile auf und lies sie dir laut vor.",
        rests_on=(
            "Selbstsichere Gesprächsführung aus Verhaltens- und Paartherapie (Ich-Botschaften)."
        ),
        level=PRACTISED,
        care=(
            "Wähle eine ruhige Stunde und jemanden, der dir keine Angst macht. Wo es Gewalt gibt,"
            " übe nicht allein: Sprich zuerst über deine Sicherheit."
        ),
        prompts=(
            Prompt("said", "Was hast du gesagt?"),
            Prompt("answer", "Was kam zurück?"),
            Prompt("clear", "Wie klar warst du?", NUMBER),
        ),
        rating="Wie schwer ist es, das zu sagen?",
        target=2,
    ),
)
