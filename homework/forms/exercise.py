"""Writing an exercise: a new one, a copy to make one's own, or the next version."""

import uuid

from django.db import transaction
from django.forms.utils import ErrorDict
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from accounts.ground import insert_once
from accounts.models import AuditEvent, Clinic
from homework.forms.exercise_words import ExerciseSheet
from homework.forms.prompt_lines import rearranged
from homework.forms.prompts import builder
from homework.forms.sheet_preview import preview_of
from homework.models import Exercise, Skill

COPIED = (
    *("title", "why", "how", "example", "smallest", "care", "level", "rests_on"),
    *("rating_label", "usual_count"),
)
CHANGED = _(
    "Somebody has changed this exercise since you opened it. "
    "Yours is below. Save it again to let it count."
)
TAKEN = _("This sheet belongs to another exercise. Open a new one from the library.")
RETIRED = _("This exercise is no longer offered. Offer it again in the library, then save.")
SAVED = _(
    "This sheet was saved before, with other words. Yours is below. Save it again to let it count."
)


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


def without_keys(prompts):
    """A question that is new gets another key with each press: its place stands for its key."""
    places = {prompt["key"]: place for place, prompt in enumerate(prompts)}
    return [
        {**prompt, "key": "", "if": condition and (places.get(condition["key"]), condition["is"])}
        for prompt in prompts
        for condition in [prompt.get("if")]
    ]


class ExerciseForm(ExerciseSheet):
    """The whole operation. The worksheet's questions are a form set of their own."""

    def __init__(self, data=None, *, by, exercise=None, original=None):
        self.by, self.exercise, self.original = by, exercise, original
        initial = wording_of(exercise) if exercise else copy_of(original)
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
        self.fields["skill"].queryset = Skill.objects.known_in(clinics)
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
            self.say_changed()
        return said

    def say_changed(self, told=CHANGED):
        """The sheet goes on from what is there now: saving it again is a decision."""
        self.add_error(None, told)
        self.data = self.data.copy()
        self.data["version"] = self.exercise.version

    def same(self):
        """Whether exactly this has been saved already, by an earlier press of the button."""
        said = self.cleaned_data
        self.questions.is_valid()
        return (
            all(said.get(name) == getattr(self.exercise, name) for name in COPIED)
            and said.get("whose") in (None, self.exercise.whose)
            and self.same_skill()
            and self.same_links()
            and without_keys(self.questions.prompts()) == without_keys(self.exercise.prompts)
        )

    def same_skill(self):
        said, skill = self.cleaned_data, self.exercise.skill
        if said.get("skill"):
            return said["skill"] == skill
        named = Skill.objects.filter(pk=skill.pk).called(said.get("new_skill", ""))
        return named.exists()

    def same_links(self):
        """Whether they are what this press makes of those that stood in the version before."""
        of = {"clinic": self.exercise.clinic_id, "key": self.exercise.key}
        before = Exercise.objects.filter(**of, version=self.cleaned_data.get("version")).first()
        kept = self.exercise.resources.order_by("pk").values_list("title", "url")
        return list(kept) == self.links(before or self.original)

    def links(self, before):
        """[(title, address)]: the sheet's is the first; others, brought in from a file, stay."""
        title, url = (self.cleaned_data.get(name, "") for name in ("link_title", "link"))
        rows = before.resources.order_by("pk")[1:] if before else []
        others = [(each.title, each.url) for each in rows]
        return ([(title or url[:120], url)] if url else []) + others

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
        is_offered = held.replaced_at is None and held.retired_at is None
        return is_offered and self.cleaned_data["version"] == held.version

    def earlier(self, told=CHANGED):
        """What the same press has saved before; None, and said so, if it was somebody else."""
        self.exercise = Exercise.objects.newest_of(self.exercise.pk).get(replaced_at=None)
        if self.exercise.retired_at:
            self.add_error(None, RETIRED)
            return None
        if self.same():
            return self.exercise
        self.say_changed(told)
        return None

    def finish(self, exercise):
        exercise.link_to(self.links(self.exercise or self.original))
        AuditEvent.record(self.by, "exercise.written", exercise)
        return exercise

    def create(self, words):
        """A row with the sheet's id; there already, it was made by an earlier press."""
        sheet, clinic = self.cleaned_data["sheet"] or uuid.uuid4(), self.chosen_clinic
        exercise = Exercise(pk=sheet, clinic=clinic, key=new_key(words["title"]), **words)
        if insert_once(exercise):
            if self.original:
                exercise.take_files_of(self.original)
            return self.finish(exercise)
        mine = Exercise.objects.made_by(self.by).filter(clinic=clinic)
        self.exercise = mine.newest_of(sheet).first()
        if self.exercise is None:
            self.add_error(None, TAKEN)
            return None
        if self.is_newest():
            return self.finish(self.exercise.revise(**words))
        return self.earlier(SAVED)

    def owner(self):
        """Given to the clinic here, its author may have it back."""
        if "whose" not in self.fields:
            return {}
        own = self.cleaned_data["whose"] == "own"
        return {"owner": self.by if own else None, "shared_by": None if own else self.by}

    def skill(self):
        """The chosen skill, or one of that name."""
        said = self.cleaned_data
        return said["skill"] or Skill.objects.named(said["new_skill"], clinic=self.chosen_clinic)
