"""The skills that the built-in exercises practise."""

from homework.library.words import BuiltInSkill

SKILLS = (
    BuiltInSkill(
        "calm",
        "Den Körper beruhigen",
        "Mit Absicht langsamer werden, wenn der Körper es eilig hat.",
    ),
    BuiltInSkill(
        "act",
        "Anfangen, bevor ich Lust habe",
        "Erst kommt das Tun, und die Stimmung folgt vielleicht.",
    ),
    BuiltInSkill(
        "good",
        "Bemerken, was gut ist",
        "Gutes ist oft klein und schnell vorbei. Ich kann danach schauen.",
    ),
    BuiltInSkill(
        "thoughts",
        "Einen Gedanken zweimal ansehen",
        "Ein Gedanke ist eine Vermutung. Vermutungen lassen sich prüfen.",
    ),
    BuiltInSkill(
        "facing",
        "Der Angst in kleinen Schritten begegnen",
        "Bei dem bleiben, was mir Angst macht, bis ich etwas Neues lerne.",
    ),
    BuiltInSkill(
        "sleep",
        "Dem Schlaf eine Chance geben",
        "Feste Zeiten und ruhige Abende, damit der Schlaf kommen kann.",
    ),
    BuiltInSkill(
        "people",
        "Für mich sprechen und Kontakt halten",
        "Sagen, was ich brauche, Nein sagen und in Verbindung bleiben.",
    ),
    BuiltInSkill(
        "urges", "Einen Drang abwarten", "Ein Drang steigt und fällt. Ich kann warten und wählen."
    ),
    BuiltInSkill(
        "direction",
        "Wissen, was mir wichtig ist",
        "Mein Tun danach wählen, was mir am Herzen liegt.",
    ),
    BuiltInSkill(
        "kind",
        "Auf meiner eigenen Seite stehen",
        "Mit mir reden wie mit einem Menschen, den ich mag.",
    ),
    BuiltInSkill(
        "solve",
        "Ein Problem nach dem anderen lösen",
        "Aus einer lösbaren Sorge einen nächsten Schritt machen.",
    ),
    BuiltInSkill(
        "keep",
        "Behalten, was ich gelernt habe",
        "Meine ersten Zeichen kennen und wissen, was ich dann tue.",
    ),
)
