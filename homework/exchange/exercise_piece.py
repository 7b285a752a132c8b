"""One exercise of a file: what is wrong with it, by place, and what it would become."""

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from homework.exchange.lines import (
    LONGEST_TITLE,
    as_line,
    misshapen_link,
    misshapen_question,
    place_of,
)
from homework.exchange.piece import LINES, LIST, Piece, Wrong, form_errors, is_lines
from homework.forms.exercise_words import ExerciseWords, checked_link
from homework.forms.prompt_lines import MOST as MOST_QUESTIONS
from homework.forms.prompt_lines import PREFIX
from homework.forms.prompts import builder
from homework.models import Exercise

LEVELS = {level.name.lower(): level.value for level in Exercise.Level}
MOST_LINKS = 5
# Names in the file → fields of the form, where they differ.
FIELDS = {"skill": "new_skill", "rating": "rating_label", "usual_times": "usual_count"}


class ExercisePiece(Piece):
    texts = ("title", "skill", "why", "example", "smallest", "care", "rests_on", "rating")
    known = frozenset({*texts, "how", "level", "usual_times", "questions", "links"})
    longest_title = 200

    # --- shape ---

    def misshapen(self):
        said = self.said
        if not is_lines(said.get("how", [])):
            yield Wrong("how", str(LINES))
        if said.get("level") not in (None, *LEVELS):
            yield Wrong("level", _("Write “easy”, “practised” or “prepared”."))
        if type(said.get("usual_times", 3)) is not int:
            yield Wrong("usual_times", _("Write a number from 1 to 50."))
        yield from self.each("questions", MOST_QUESTIONS, misshapen_question)
        yield from self.each("links", MOST_LINKS, misshapen_link)

    def each(self, name, most, looked_at):
        rows = self.said.get(name, [])
        if not isinstance(rows, list):
            yield Wrong(name, str(LIST))
        elif len(rows) > most:
            yield Wrong(name, _("Write %(most)d or fewer.") % {"most": most})
        else:
            for number, row in enumerate(rows, 1):
                place = place_of(name, number)
                yield from (Wrong(place, str(words)) for words in looked_at(row))
        if name == "questions" and isinstance(rows, list):
            yield from self.keys_twice(rows)

    def keys_twice(self, questions):
        keys = set()
        for number, question in enumerate(questions, 1):
            key = question.get("key") if isinstance(question, dict) else None
            if not isinstance(key, str):
                continue
            if key and key in keys:
                words = _("An earlier question has this key already.")
                yield Wrong(place_of("questions", number), words)
            keys.add(key)

    # --- words ---

    @cached_property
    def data(self):
        """The same as a browser would send it."""
        said, data = self.said, {}
        for name in self.texts:
            data[FIELDS.get(name, name)] = said.get(name, "")
        data["how"] = "\n".join(said.get("how", []))
        data["level"] = str(LEVELS.get(said.get("level"), ""))
        data["usual_count"] = str(said.get("usual_times", 3))
        questions = said.get("questions", [])
        data |= {f"{PREFIX}-TOTAL_FORMS": len(questions), f"{PREFIX}-INITIAL_FORMS": 0}
        for place, question in enumerate(questions):
            data |= {f"{PREFIX}-{place}-{n}": v for n, v in as_line(question).items()}
        return data

    @cached_property
    def words(self):
        return ExerciseWords(self.data)

    @cached_property
    def questions(self):
        return builder(self.data, [])

    def misworded(self):
        yield from form_errors(self.words, [(field, name) for name, field in FIELDS.items()])
        for number, errors in enumerate(self.questions.errors, 1):
            for messages in errors.values():
                yield from (Wrong(place_of("questions", number), words) for words in messages)
        yield from self.mislinked()

    def mislinked(self):
        for number, link in enumerate(self.said.get("links", []), 1):
            try:
                checked_link(link["url"].strip())
            except ValidationError as error:
                yield Wrong(place_of("links", number), error.messages[0])

    # --- what it would become ---

    @property
    def columns(self):
        """Of an exercise that is right; its skill is still a name."""
        said = {n: v for n, v in self.words.cleaned_data.items() if n != "new_skill"}
        return said | {"prompts": self.questions.prompts()}

    @property
    def skill(self):
        return self.words.cleaned_data["new_skill"]

    @property
    def links(self):
        """[(title, address)]"""
        told = [(link.get("title", "").strip(), link["url"].strip()) for link in self.rows("links")]
        return [(title or url[:LONGEST_TITLE], checked_link(url)) for title, url in told]

    def rows(self, name):
        return self.said.get(name, [])

    @property
    def exercise(self):
        """To be looked at, not to be saved."""
        return Exercise(**self.columns)
