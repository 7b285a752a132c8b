"""The agreeing moment of one homework: the seven questions, and how sure the client is."""

from hashlib import sha256

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.models import AuditEvent
from config.form_errors import linked_errors
from config.scales import ScaleField
from config.widgets import CheckChips, Day, RadioChips, Time, Words
from homework.forms.written import written
from homework.models import Assignment
from homework.models.targeted import WEEKDAYS
from homework.practice_day import practice_today

TEXTS = (
    "why",
    "title",
    "how",
    "after_what",
    "when",
    "where",
    "obstacle",
    "obstacle_plan",
    "smallest",
)
TARGETS = {"count": "target_count", "weekdays": "target_weekdays", "by_date": "target_date"}
STALE = _("This homework was saved in another window since you opened it. Nothing was overwritten.")


class AssignmentForm(forms.Form):
    """`homework` is a draft of the plan in preparation; `hour` knows its steps and insights."""

    wording = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)
    step = forms.ChoiceField(required=False, label=_("Which step does it serve?"))
    why = written(
        Assignment, "why", label=_("Why does it help with that?"), widget=Words({"rows": 2})
    )
    title = written(
        Assignment,
        "title",
        label=_("What exactly?"),
        error_messages={"required": _("Say what exactly the homework is.")},
    )
    how = written(
        Assignment,
        "how",
        label=_("How, one step a line"),
        widget=Words({"rows": 3}),
    )
    target_kind = forms.ChoiceField(
        choices=Assignment.Target.choices,
        label=_("How much is enough?"),
        widget=RadioChips(),
        error_messages={"required": _("Choose how much is enough.")},
    )
    target_count = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=50,
        label=_("Times in 7 days"),
        widget=forms.NumberInput({"class": "input--short", "inputmode": "numeric"}),
    )
    target_weekdays = forms.TypedMultipleChoiceField(
        choices=WEEKDAYS, coerce=int, required=False, label=_("On which days"), widget=CheckChips()
    )
    target_date = forms.DateField(required=False, label=_("By which day"), widget=Day())
    after_what = written(
        Assignment,
        "after_what",
        label=_("After what?"),
        help_text=_("After I have finished lunch"),
    )
    when = written(Assignment, "when", label=_("When?"), help_text=_("on workdays"))
    where = written(Assignment, "where", label=_("Where?"), help_text=_("at my desk"))
    obstacle = written(Assignment, "obstacle", label=_("What might get in the way? If …"))
    obstacle_plan = written(Assignment, "obstacle_plan", label=_("And then what? Then I …"))
    smallest = written(
        Assignment,
        "smallest",
        label=_("Its smallest version"),
        help_text=_("Two minutes, for the worst day. It counts as done."),
    )
    begun_in_session = forms.BooleanField(
        required=False, label=_("We began it here, in the session")
    )
    confidence = ScaleField(
        top=100,
        step=10,
        required=False,
        label=_("How sure are you that you will do it?"),
        low=_("0 %: not at all"),
        high=_("100 %: certain"),
    )
    insight = forms.ChoiceField(required=False, label=_("Which insight does it carry?"))
    remind_at = forms.TimeField(required=False, label=_("Remind at"), widget=Time())

    def __init__(self, data=None, *, homework, hour, by):
        self.homework, self.hour, self.by = homework, hour, by
        super().__init__(data, initial=self.saved)
        for name in TEXTS[1:]:
            self.fields[name].widget.attrs["class"] = "voice"
        self.fields["step"].choices = self.choose(hour.steps, homework.step, "title")
        self.fields["insight"].choices = self.choose(hour.insights, homework.insight, "text")

    @staticmethod
    def choose(rows, chosen, words):
        """What can be chosen; what was chosen earlier stays, though it is no longer offered."""
        rows = rows if chosen is None or chosen in rows else [chosen, *rows]
        return [("", _("None"))] + [(str(row.pk), getattr(row, words)) for row in rows]

    @cached_property
    def saved(self):
        answers = wording(self.homework)
        return answers | {"wording": fingerprint(answers)}

    def clean_target_date(self):
        day = self.cleaned_data["target_date"]
        today = practice_today(self.hour.therapy.zone)
        if day and not 0 <= (day - today).days <= 366:
            raise forms.ValidationError(_("Choose a day from today on, within a year."))
        return day

    def clean(self):
        old = self.cleaned_data.get("wording") != self.saved["wording"]
        if old and set(self.changed_data) - {"wording"}:
            self.add_error(None, forms.ValidationError(STALE, code="stale"))
        wanted = TARGETS.get(self.cleaned_data.get("target_kind"))
        for name in set(TARGETS.values()) - {wanted}:
            self.cleaned_data[name] = None
            self.errors.pop(name, None)
        if wanted and not self.cleaned_data.get(wanted) and wanted not in self.errors:
            self.add_error(wanted, _("Say how much is enough."))

    @property
    def current(self):
        """The fingerprint of what is saved now, for the hidden field."""
        return fingerprint(wording(self.homework))

    @property
    def problems(self):
        return linked_errors(self)

    def save(self):
        """Keep the wording. False when it was refused."""
        if not self.is_valid():
            return False
        if changed := set(self.changed_data) - {"wording"}:
            self.homework.reword(**self.words)
            AuditEvent.record(self.by, "assignment.written", self.homework, fields=sorted(changed))
        return True

    @property
    def words(self):
        """The cleaned answers as the columns of an assignment."""
        left = ("wording", "step", "insight")
        words = {name: value for name, value in self.cleaned_data.items() if name not in left}
        days = self.cleaned_data["target_weekdays"]
        keys = {f"{name}_id": self.cleaned_data[name] or None for name in ("step", "insight")}
        return words | keys | {"target_weekdays": sum(1 << day for day in days) if days else None}

    @property
    def said(self):
        """The homework as it would be said back now, saved or not."""
        if not self.is_bound:
            return self.homework
        if self.is_valid():
            return Assignment(**self.words)
        return Assignment(**{name: self.data.get(name, "").strip() for name in TEXTS})

    @property
    def asks_again(self):
        """Whether the client has newly said to be less than sure: then it is worth a moment."""
        return "confidence" in self.changed_data and self.homework.is_less_sure


def wording(homework):
    """Every answer as it is saved."""
    names = (*TEXTS, "target_kind", "target_count", "target_date")
    names += ("begun_in_session", "confidence", "remind_at")
    keys = {"step": str(homework.step_id or ""), "insight": str(homework.insight_id or "")}
    answers = {name: getattr(homework, name) for name in names}
    return answers | keys | {"target_weekdays": homework.weekdays}


def fingerprint(answers):
    said = "\n".join(f"{name}={answers[name]}" for name in sorted(answers))
    return sha256(said.encode()).hexdigest()[:16]
