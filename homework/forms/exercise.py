"""Writing an exercise: a new one, a copy to make one's own, or the next version."""

import uuid
from hashlib import sha256

from django import forms
from django.db import transaction
from django.forms.utils import ErrorDict
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from accounts.ground import insert_once
from accounts.models import AuditEvent, Clinic
from homework.forms.exercise_words import ExerciseWords
from homework.forms.prompt_lines import rearranged
from homework.forms.prompts import builder
from homework.forms.sheet_preview import preview_of
from homework.models import Exercise, Skill
from homework.models.worded import says

COPIED = (
    *("title", "why", "how", "example", "smallest", "care", "level", "rests_on"),
    *("rating_label", "usual_count"),
)
CHANGED = _("Somebody has changed this exercise since you opened it. Yours is kept below.")
TAKEN = _("This sheet belongs to another exercise. Open a new one from the library.")


def wording_of(exercise):
    """What stands in an exercise, as the form's beginning."""
    link = exercise.resources.first()
    return {
        **{name: getattr(exercise, name) for name in COPIED},
        "skill": exercise.skill_id,
        "whose": exercise.whose,
        "prompts": exercise.prompts,
        "link": link.url if link else "",
        "link_title": link.title if link else "",
    }


def copy_of(exercise):
    return {**wording_of(exercise), "whose": None} if exercise else {}


def new_key(words):
    return f"{slugify(words)[:50]}-{uuid.uuid4().hex[:8]}".strip("-")


def skill_key(name):
    """Of a name in any script, capitals aside."""
    name = " ".join(name.casefold().split())
    return f"{slugify(name)[:50]}-{sha256(name.encode()).hexdigest()[:8]}".strip("-")


def without_keys(prompts):
    """A question that is new gets another key with each press: its place stands for its key."""
    places = {prompt["key"]: place for place, prompt in enumerate(prompts)}
    return [
        {**prompt, "key": "", "if": condition and (places.get(condition["key"]), condition["is"])}
        for prompt in prompts
        for condition in [prompt.get("if")]
    ]


class ExerciseForm(ExerciseWords):
    """The whole operation. The worksheet's questions are a form set of their own."""

    def __init__(self, data=None, *, by, exercise=None, initial=None):
        self.by, self.exercise, initial = by, exercise, initial or {}
        # A line was added, moved or taken out, or the preview asked for: nothing is saved.
        self.is_asking = data is not None and "do" in data
        self.moved_to = None
        if self.is_asking:
            data, self.moved_to = rearranged(data, data["do"])
        version = exercise and exercise.version
        beginning = {"sheet": uuid.uuid4(), "version": version, "usual_count": 3, **initial}
        super().__init__(data, initial=beginning)
        self.questions = builder(data, initial.get("prompts", []))
        self.offer(list(Clinic.objects.of_therapist(by)))

    def offer(self, clinics):
        """The choices; what is settled is not asked: a single clinic, sharing what is shared."""
        skills = Skill.objects.filter(clinic=None) | Skill.objects.filter(clinic__in=clinics)
        self.fields["skill"].queryset = skills
        self.fields["clinic"].queryset = Clinic.objects.of_therapist(self.by)
        self.only_clinic = clinics[0] if len(clinics) == 1 else None
        if self.exercise:
            self.only_clinic = self.exercise.clinic
        if self.only_clinic:
            del self.fields["clinic"]
        if self.exercise and self.exercise.owner_id is None:
            del self.fields["whose"]

    @property
    def chosen_clinic(self):
        return self.only_clinic or self.cleaned_data["clinic"]

    def is_valid(self):
        return super().is_valid() & self.questions.is_valid()

    @property
    def errors(self):
        """Asking is no mistake, whatever stands in the lines."""
        return ErrorDict() if self.is_asking else super().errors

    @property
    def wants_saving(self):
        return self.is_bound and not self.is_asking and self.is_valid()

    @property
    def is_wrong(self):
        wrong = bool(self.errors) or (self.is_bound and not self.questions.is_valid())
        return wrong and not self.is_asking

    @property
    def preview(self):
        """The exercise as it stands, right or not, as the phone would show it."""
        return preview_of(self)

    def clean(self):
        said = super().clean()
        if self.exercise and said.get("version") != self.exercise.version and not self.same():
            raise forms.ValidationError(CHANGED)
        return said

    def same(self):
        """Whether exactly this has been saved already, by an earlier press of the button."""
        said = self.cleaned_data
        self.questions.is_valid()
        return (
            all(said.get(name) == getattr(self.exercise, name) for name in COPIED)
            and said.get("skill") in (None, self.exercise.skill)
            and without_keys(self.questions.prompts()) == without_keys(self.exercise.prompts)
        )

    # --- saving ---

    @transaction.atomic
    def save(self):
        """The exercise, its next version, or what the same press has saved before; or None."""
        said = self.cleaned_data
        if self.exercise and not self.is_newest():
            return self.earlier()
        words = {name: said[name] for name in COPIED}
        words |= {"skill": self.skill(), "prompts": self.questions.prompts(), **self.owner()}
        if self.exercise:
            return self.finish(self.exercise.revise(**words))
        return self.create(words)

    def is_newest(self):
        """Under a lock: of two windows that save at once, the second sees what the first did."""
        held = Exercise.objects.select_for_update().get(pk=self.exercise.pk)
        return held.replaced_at is None and self.cleaned_data["version"] == held.version

    def earlier(self):
        """What the same press has saved before; None, and said so, if it was somebody else."""
        self.exercise = Exercise.objects.newest_of(self.exercise.pk).get(replaced_at=None)
        if self.same():
            return self.exercise
        self.add_error(None, CHANGED)
        return None

    def finish(self, exercise):
        said = self.cleaned_data
        link = [(said["link_title"] or said["link"][:120], said["link"])]
        exercise.link_to(link if said["link"] else [])
        AuditEvent.record(self.by, "exercise.written", exercise)
        return exercise

    def create(self, words):
        """A row with the sheet's id; there already, it was made by an earlier press."""
        sheet = self.cleaned_data["sheet"] or uuid.uuid4()
        key = new_key(words["title"])
        exercise = Exercise(pk=sheet, clinic=self.chosen_clinic, key=key, **words)
        if insert_once(exercise):
            return self.finish(exercise)
        earlier = Exercise.objects.editable_by(self.by).newest_of(sheet).first()
        if earlier is None:
            self.add_error(None, TAKEN)
        return earlier

    def owner(self):
        """Given to the clinic here, its author may have it back."""
        if "whose" not in self.fields:
            return {}
        own = self.cleaned_data["whose"] == "own"
        return {"owner": self.by if own else None, "shared_by": None if own else self.by}

    def skill(self):
        """The chosen skill, or a new one; a name that is there already is not made twice."""
        said = self.cleaned_data
        if said["skill"]:
            return said["skill"]
        same = says("name", said["new_skill"], "iexact")
        if named := self.fields["skill"].queryset.filter(same).first():
            return named
        # The key says the name, so that two windows at once make one.
        place = {"clinic": self.chosen_clinic, "key": skill_key(said["new_skill"])}
        insert_once(Skill(**place, name=said["new_skill"]))
        return Skill.objects.get(**place)
