"""Svenja Petersen, 33, who is to ride a train again: klientin, with Hanna. Both speak German."""

from homework.demo.shape import Goal, Proposal, Step, Story, Week
from homework.demo.stories.svenja_homework import HOMEWORK

GOAL = Goal(
    title="Wieder mit dem Zug zu meiner Schwester fahren",
    why="Sie wohnt eine Stunde weg. Für mich ist es im Moment ein anderes Land.",
    know="Ich steige in Lübeck aus und habe unterwegs zwei Kapitel gelesen.",
    steps=(
        Step("Auf dem Bahnsteig stehen, bis ein Zug abfährt", done=2),
        Step("Mit Jule eine Station fahren", done=4),
        Step("Eine Station allein fahren"),
        Step("Allein bis Plön und zurück"),
        Step("Zu meiner Schwester nach Lübeck"),
    ),
    ratings=((1, 1), (2, 2), (4, 4), (6, 5)),
)

WEEKS = (
    Week(
        focus="Erst ankommen: stehen und atmen.",
        insight="Mein Herz rast, weil es mich schützen will, nicht weil es krank ist.",
        report="Ich stand da wie bestellt. Beim zweiten Mal habe ich die Türen gezählt.",
        feedback="Türen zählen heißt: Du hast hingesehen. Genau darum geht es.",
        quality="comprehension",
    ),
    Week(
        focus="Stehen, atmen und den Zug abfahren lassen.",
        report="Am Donnerstag bin ich umgedreht. Am Freitag war ich trotzdem wieder da.",
        feedback="Der Freitag zählt für mich doppelt, gerade wegen des Donnerstags.",
        quality="progress",
    ),
    Week(
        focus="Mit Jule einsteigen und an der nächsten Station hinaus.",
        insight="Die Angst steigt schnell, und sie steigt auch wieder ab.",
        report="Jule hat geredet wie ein Wasserfall. Ich habe fast vergessen, Angst zu haben.",
        feedback="Und wenn Jule beim nächsten Mal schweigt? Dann siehst du, was du selbst kannst.",
    ),
    Week(
        focus="Eine Station, und die Sorgen haben ihren Termin.",
        report="Ohne Reden war es schwerer. Nach vier Minuten war es nur noch laut.",
        feedback="Nur noch laut: Das nehme ich gern als Überschrift für diese Woche.",
        quality="mastery",
        fit="Ein Zettel für die Hosentasche statt der langen Liste.",
    ),
    Week(
        focus="Allein am Bahnsteig, allein bis zur Tür.",
        insight="Ich warte nicht, bis ich mich traue. Ich traue mich beim Tun.",
        report="Einmal stand ich schon im Zug und bin wieder raus. Darüber möchte ich reden.",
        feedback="Drin gewesen ist drin gewesen. Wir haben den Schritt halbiert.",
        quality="difficulty",
    ),
    Week(
        focus="Eine Station allein, an einem stillen Vormittag.",
        report="Heute Morgen eine Station allein. Ich habe danach Franzbrötchen gekauft.",
    ),
)

STORY = Story(
    key="svenja",
    name="Svenja Petersen",
    email="klientin@midweek.test",
    therapist="hanna",
    clinic="harbour",
    language="de",
    zone="Europe/Berlin",
    hour=(3, "16:00", 50),
    goals=(GOAL,),
    weeks=WEEKS,
    homework=HOMEWORK,
    proposes=(
        Proposal("Im Zug ein Kapitel vorlesen, ganz leise", "Am Samstag, wenn Jule mitkommt."),
    ),
    crisis_text=(
        "Wenn du oder jemand anderes jetzt in Gefahr ist: Ruf 112 an, Tag und Nacht.\nJemand zum"
        " Reden, Tag und Nacht: 040 66969 111.\nHanna Vogt ist montags bis freitags von 9 bis 17"
        " Uhr da: 040 66969 145. Außerhalb dieser Zeiten liest hier niemand mit."
    ),
)
