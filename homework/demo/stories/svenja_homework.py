"""What Svenja Petersen practises; see svenja.py."""

from homework.demo.shape import Homework

HOMEWORK = (
    Homework(
        title="Lange ausatmen, bevor ich losgehe",
        why="Mein Körper hat es eilig, lange bevor der Zug kommt. Ich sage ihm, dass Zeit ist.",
        what=(
            "Stell dich mit beiden Füßen auf den Boden.\nAtme ein und zähle bis vier, atme aus und"
            " zähle bis sechs. (3 Minuten)\nGeh los, auch wenn noch etwas Unruhe da ist."
        ),
        smallest="Dreimal lange ausatmen, die Jacke schon an.",
        target="5",
        when="gegen halb neun",
        where="im Flur",
        after="Wenn ich die Jacke anhabe",
        obstacle="Ich bin spät dran und denke, es lohnt sich nicht",
        then="Ich atme einmal aus und gehe langsam die Treppe hinunter",
        week=1,
        practice="D.DD.D. DD.D.D. D..DD.. D.DDS.. DD.D.D. D.DD.D.",
        rating="Wie angespannt bin ich?",
        remind="08:20",
        confidence=(70, 80, 90),
        exercise="slow-breathing",
        begun=True,
        at="08:30",
        places="im Flur|auf der Treppe|an der Ampel",
        company="allein",
        before=(7, 6),
        after_rating=(5, 3),
        notes=(
            "Die Schultern waren bis an den Ohren.",
            "Auf der Treppe ging es besser als im Flur.",
            "Frau Jensen hat gegrüßt, ich habe weitergezählt.",
            "An der Ampel, mit offenen Augen.",
            "Heute kaum nötig. Trotzdem gemacht.",
            "Sechs war zu lang, fünf war genau richtig.",
        ),
        replies=(("Sechs war zu lang", "Dann ist fünf deine Zahl. Schön, dass du es merkst."),),
    ),
    Homework(
        title="Am Bahnsteig bleiben, bis ein Zug abfährt",
        why="Ich möchte wissen, was passiert, wenn ich nicht weglaufe.",
        what=(
            "Geh auf den Bahnsteig und such dir einen Platz in der Mitte.\nSag dir, wie stark die"
            " Angst wohl wird.\nBleib, bis ein Zug abgefahren ist. (10 Minuten)\nSchreib auf, was"
            " dich überrascht hat."
        ),
        smallest="Bis zur Treppe gehen und wieder nach Hause.",
        target="3",
        when="nach der Arbeit",
        where="Bahnhof, Gleis 3",
        obstacle="Es ist voll, und alle sehen mich an",
        then="Ich stelle mich an die Säule und zähle die Türen",
        week=1,
        practice=".D..D.. .D.PD.. ..D.d..",
        rating="Wie stark ist die Angst?",
        confidence=(60, 70, 80),
        exercise="graded-exposure",
        carries=1,
        decision="step_up",
        at="17:15",
        places="Gleis 3|die Treppe am Bahnhof",
        company="allein|Jule",
        before=(8, 6),
        after_rating=(5, 4),
        barriers="avoided tired",
        notes=(
            "Neun Türen. Eine klemmt.",
            "Ein Kind hat gewinkt, und ich habe zurückgewinkt.",
            "Umgedreht, als die Durchsage kam.",
            "Zwei Züge abgewartet, aus Versehen.",
            "Es war kalt, und das war das Schlimmste daran.",
        ),
        private=("Zu Hause geweint. Nicht aus Angst, eher vor Erleichterung.",),
        replies=(
            ("Zwei Züge", "Aus Versehen mutig. Das darf gern öfter passieren."),
            ("Umgedreht", "Danke, dass du es aufschreibst. Am nächsten Tag warst du wieder da."),
        ),
    ),
    Homework(
        title="Eine Station fahren",
        why="Jede Fahrt sagt meinem Kopf, dass ich wieder aussteigen kann.",
        what=(
            "Kauf die Fahrkarte am Abend vorher.\nSteig ein und such dir einen Platz am"
            " Gang.\nAchte auf das, was du siehst und hörst, bis der Zug hält. (6 Minuten)\nSteig"
            " aus und schreib auf, was anders war als gedacht."
        ),
        smallest="Einsteigen, dreimal ausatmen, wieder aussteigen.",
        target="2",
        when="am stillen Vormittag",
        where="bis Elmschenhagen",
        after="Wenn Jule an der Ecke steht",
        obstacle="Die Türen gehen zu, und ich will hinaus",
        then="Ich setze mich hin und spüre die Füße am Boden",
        week=4,
        practice="..D..P. ..P.N.. ..D.D..",
        rating="Wie stark ist die Angst?",
        remind="10:00",
        confidence=(60, 70),
        exercise="graded-exposure",
        carries=3,
        grew_from="Am Bahnsteig bleiben, bis ein Zug abfährt",
        at="10:20",
        places="im Zug|Gleis 3",
        company="Jule|allein",
        before=(8, 7),
        after_rating=(6, 4),
        barriers="avoided",
        notes=(
            "Jule hat geschwiegen. Ich habe Kühe gezählt.",
            "Bis zur Tür, dann wieder hinaus.",
            "Schon drin gewesen. Ausgestiegen, bevor er fuhr.",
            "Allein. Sechs Minuten. Es ist ein ganz normaler Zug.",
            "Danach ein Franzbrötchen.",
        ),
        not_today=("Der Zug fiel aus, und ich war froh darüber. Das ärgert mich.",),
        answers=(
            {"rung": "Eine Station mit Jule", "peak": 8, "surprise": "Es war laut, sonst nichts."},
            {"rung": "Bis zur Tür", "peak": 7, "surprise": "Niemand hat geschaut."},
        ),
        replies=(("Der Zug fiel aus", "Froh und ärgerlich, beides darf sein. Wir reden darüber."),),
    ),
    Homework(
        title="Die Sorgen haben um halb sechs einen Termin",
        why="Nachts fahren sonst alle Züge auf einmal.",
        what=(
            "Kommt tagsüber eine Sorge, schreib drei Wörter auf.\nSetz dich um halb sechs an den"
            " Küchentisch. (10 Minuten)\nStreich durch, was sich erledigt hat.\nSteh auf und räum"
            " die Tassen weg."
        ),
        smallest="Eine Sorge in drei Wörtern aufschreiben.",
        target="4",
        when="um halb sechs",
        where="am Küchentisch",
        obstacle="Ich vergesse es, sobald ich zu Hause bin",
        then="Das Heft liegt auf dem Wasserkocher",
        week=4,
        practice="D.D.D.. .DD..D. D.D.D..",
        rating="Wie besorgt bin ich?",
        confidence=(80, 90),
        exercise="worry-time",
        at="17:30",
        places="am Küchentisch|auf dem Balkon",
        company="allein",
        before=(6, 6),
        after_rating=(4, 2),
        barriers="forgot",
        notes=(
            "Fünf Sorgen, drei davon schon erledigt.",
            "Nur eine, und die war die Steuer.",
            "Auf dem Balkon, mit Handschuhen.",
            "Um halb sechs fiel mir keine mehr ein.",
        ),
    ),
)
