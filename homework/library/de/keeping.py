"""Exercises for keeping what was learned."""

from homework.library.words import PRACTISED, BuiltInExercise, Prompt

EXERCISES = (
    BuiltInExercise(
        key="harder-days-plan",
        skill="keep",
        title="Mein Plan für schwerere Tage",
        why=(
            "Schwerere Tage kommen bei den meisten wieder. Ein Plan von einem guten Tag weiß dann,"
            " was zu tun ist."
        ),
        how=(
            "Schreib auf, was dir bis jetzt am meisten geholfen hat. (5 Minuten)",
            "Schreib deine ersten Zeichen auf, auch die kleinen: Schlaf, Essen, Handy, Laune.",
            "Schreib auf, wann schwerere Tage wahrscheinlich sind: Daten, Orte, Jahreszeiten.",
            "Schreib auf, welche zwei Dinge du bei den ersten Zeichen tust und wem du es sagst.",
            "Schreib dazu, wen du anrufst, wenn das nicht reicht, mit der Nummer.",
            "Leg ihn dorthin, wo du ihn findest, und zeig ihn jemandem, der dich mag.",
        ),
        example=(
            "Zeichen: drei Tage nicht geduscht. Dann: mit Bo spazieren gehen, es Mama sagen. Reicht"
            " das nicht: in der Praxis anrufen."
        ),
        smallest="Schreib ein erstes Zeichen auf und etwas, das hilft.",
        rests_on=(
            "Rückfallprävention (Marlatt; Beck), üblich in den letzten Sitzungen einer Therapie."
        ),
        level=PRACTISED,
        care=(
            "Ein schwerer Tag heißt nicht, dass du wieder am Anfang stehst. Denkst du daran, dir"
            " das Leben zu nehmen, warte nicht: Ruf eine Nummer unter Hilfe an."
        ),
        prompts=(
            Prompt("helped", "Was hat am meisten geholfen?"),
            Prompt("signs", "Was sind deine ersten Zeichen?"),
            Prompt("do", "Was tust du dann?"),
            Prompt("tell", "Wem sagst du es, wen rufst du an?"),
        ),
        target=1,
    ),
)
