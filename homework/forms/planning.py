"""The review and plan screen: one form over last week and next week, saved as it goes."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from accounts.models import Draft
from config.form_errors import linked_errors
from config.widgets import CheckChips, RadioChips, Words
from homework.forms.review_rows import ReviewRows
from homework.forms.written import written
from homework.models import Decision, Review, TherapySession, WeekPlan

STALE = _("This week was saved in another window since you opened it. Nothing was overwritten.")
PROPOSED = _("This week waits for the client’s yes. Take it back to change it.")
WORDS = ("fit", "feedback", "quality")
VOICE = {"class": "voice"}


class ReviewForm(ReviewRows, forms.Form):
    """`hour` is what is saved now; the form knows whether somebody else saved meanwhile."""

    edition = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    week = forms.CharField(required=False, max_length=36, widget=forms.HiddenInput)
    fit = written(Review, "fit", widget=Words())
    feedback = written(Review, "feedback", widget=Words())
    quality = forms.ChoiceField(
        choices=[("", ""), *Review.Quality.choices],
        required=False,
        label=_("One word on the quality of the week"),
        widget=RadioChips(decide=True),
    )
    focus = written(
        WeekPlan, "focus", label=_("Focus, in their words"), widget=forms.TextInput(VOICE)
    )
    steps = forms.MultipleChoiceField(
        required=False, label=_("The week chips at"), widget=CheckChips()
    )
    insight = Text(required=False, max_length=500, label=_("What was understood, in a sentence"))

    def __init__(self, data=None, *, hour, by):
        self.hour, self.by = hour, by
        super().__init__(data, initial=self.saved)
        self.fields["steps"].choices = [(str(step.pk), step.title) for step in hour.steps]
        for each in hour.practised:
            self.add_decision(each.assignment)
        if hour.last is None:
            for name in WORDS:
                del self.fields[name]
        if hour.is_proposed:
            self.lock()

    def add_decision(self, assignment):
        """Two questions of each homework: what becomes of it, and whether it is the same again."""
        self.fields[f"decision-{assignment.pk}"] = forms.ChoiceField(
            choices=[("", "")] + Decision.Choice.choices,
            required=False,
            label=_("Decision for %(title)s") % {"title": assignment.title},
            widget=RadioChips(decide=True),
        )
        self.fields[f"again-{assignment.pk}"] = forms.ChoiceField(
            choices=[("", "")] + Decision.Again.choices,
            required=False,
            label=_("Same again?"),
            widget=RadioChips(),
        )

    def lock(self):
        """While the client looks at the plan, it stands still; the answer to the week does not."""
        for name, field in self.fields.items():
            field.disabled = name not in ("edition", "week", "insight", *WORDS)

    @cached_property
    def saved(self):
        """Every answer as it is saved now."""
        hour = self.hour
        words = {name: getattr(hour.review, name, "") for name in WORDS}
        plan = {"focus": hour.plan.focus if hour.plan else "", "steps": self.saved_steps}
        edition = {"edition": hour.edition, "week": hour.week}
        return words | plan | edition | self.saved_decisions | {"insight": self.unfinished_insight}

    @property
    def saved_steps(self):
        if self.hour.plan and self.hour.edition:
            return [str(each.step_id) for each in self.hour.plan.plan_steps.all()]
        return [str(step.pk) for step in self.hour.steps if step.is_current]

    @property
    def saved_decisions(self):
        answers = {}
        for assignment_id, decision in self.hour.decisions.items():
            answers[f"decision-{assignment_id}"] = decision.choice
            answers[f"again-{assignment_id}"] = decision.again
        return answers

    @property
    def unfinished_insight(self):
        draft = self.insight_drafts.first()
        return draft.answers.get("text", "") if draft else ""

    @property
    def insight_drafts(self):
        therapy = self.hour.therapy
        return therapy.drafts.filter(author=self.by, form="insight", subject=therapy.pk)

    def clean(self):
        """Refuse what would overwrite another window's words; the same words overwrite nothing."""
        posted = (self.cleaned_data.get("edition"), self.cleaned_data.get("week"))
        other_week = posted[1] != self.hour.week
        if other_week or (posted != (self.hour.edition, self.hour.week) and self.changed_words):
            self.add_error(None, forms.ValidationError(STALE, code="stale"))

    @property
    def changed_words(self):
        return set(self.changed_data) - {"edition", "week", "insight"}

    @property
    def problems(self):
        return linked_errors(self)

    @property
    def is_stale(self):
        return self.is_bound and self.has_error(forms.forms.NON_FIELD_ERRORS, "stale")

    def save(self, *, finished=True):
        """Write what changed. `finished=False`: somebody is still typing. False when refused."""
        if not self.is_valid():
            return False
        if self.changed_words:
            self.save_week(self.changed_words)
        self.save_insight(finished)
        return True

    def save_week(self, changed):
        plan = WeekPlan.prepare(self.hour.therapy, by=self.by, session=self.hour.session)
        if self.hour.is_proposed:
            plan.write(by=self.by)
        else:
            self.save_plan(plan)
        if changed - {"focus", "steps"}:
            self.save_review(plan)

    def save_plan(self, plan):
        steps = [step for step in self.hour.steps if str(step.pk) in self.cleaned_data["steps"]]
        plan.chip_at(steps)
        plan.write(by=self.by, focus=self.cleaned_data["focus"])

    def save_review(self, plan):
        review = Review.of(self.hour.last, by=self.by)
        review.write(by=self.by, **{name: self.cleaned_data[name] for name in WORDS})
        if self.hour.is_proposed:
            return
        for each in self.hour.practised:
            choice = self.cleaned_data[f"decision-{each.assignment.pk}"]
            again = self.cleaned_data[f"again-{each.assignment.pk}"]
            asked = choice == Decision.Choice.KEEP or again == Decision.Again.NOT_NOW
            review.decide(each.assignment, choice, again=again if asked else "", into=plan)

    def save_insight(self, finished):
        """A sentence is kept as a draft while it is typed, and shared when Save is pressed."""
        text, therapy = self.cleaned_data["insight"], self.hour.therapy
        if not finished:
            self.keep_insight(text)
            return
        if text:
            TherapySession.of_now(therapy, by=self.by).write_insight(text, by=self.by)
        self.insight_drafts.delete()

    def keep_insight(self, text):
        if text != self.saved["insight"]:
            therapy, answers = self.hour.therapy, {"text": text}
            place = {"author": self.by, "form": "insight", "subject": therapy.pk}
            Draft.objects.keep(therapy=therapy, answers=answers, **place)

    def is_said_again(self):
        """Every word as it is saved: all that is left to keep is a sentence, once."""
        if not self.is_valid() or self.changed_words:
            return False
        self.save_insight(finished=True)
        return True

    @property
    def changes_homework(self):
        """Whether next week's homework may look different after this save."""
        return any(name.startswith(("decision-", "again-")) for name in self.changed_data)
