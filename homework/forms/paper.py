"""A week on paper: what the client marked, entered by the therapist in one form."""

import uuid
from datetime import timedelta

from django import forms
from django.utils.formats import date_format

from homework.models import PracticeEntry
from homework.practice_day import noon, practice_today

DAY = timedelta(days=1)
LONGEST = 28
STATES = [("", "–"), *PracticeEntry.State.choices]


class PaperForm(forms.Form):
    """One choice per homework and day. Sent again, each day stays one entry of its own."""

    def __init__(self, data=None, *, plan, by):
        self.plan, self.by = plan, by
        self.zone = plan.therapy.zone
        self.homework = list(plan.assignments.all())
        super().__init__(data)
        for homework in self.homework:
            for day in self.days:
                self.add_day(homework, day)

    @property
    def days(self):
        return days_of(self.plan, self.zone)

    def add_day(self, homework, day):
        label = f"{homework.title}, {date_format(day, 'DAY')}"
        field = forms.ChoiceField(choices=STATES, required=False, label=label)
        field.initial = self.entered.get(device_id(homework, day), "")
        self.fields[f"{homework.pk}/{day}"] = field

    @property
    def entered(self):
        """What was entered from paper before, by its id."""
        return {
            entry.device_id: entry.state
            for homework in self.homework
            for entry in homework.entries.all()
            if entry.withdrawn_at is None
        }

    @property
    def weeks(self):
        """Seven days at a time: (days, [(homework, [(day, field, what the client logged)])])."""
        for start in range(0, len(self.days), 7):
            days = self.days[start : start + 7]
            yield days, [(each, [self.cell(each, day) for day in days]) for each in self.homework]

    def cell(self, homework, day):
        """The day's field, and what the client logged themselves that day as others may know it."""
        own = [
            entry
            for entry in homework.entries.all()
            if entry.practice_date == day and entry.device_id != device_id(homework, day)
        ]
        return day, self[f"{homework.pk}/{day}"], own

    def save(self):
        if not self.is_valid():
            return False
        for homework in self.homework:
            for day in self.days:
                if f"{homework.pk}/{day}" in self.changed_data:
                    state = self.cleaned_data[f"{homework.pk}/{day}"]
                    enter(homework, day, state, by=self.by)
        return True


def days_of(plan, zone):
    """From the plan's first day to today, the last four weeks of a long one."""
    today = practice_today(zone)
    first = max(plan.starts_on, today - DAY * (LONGEST - 1))
    return [first + DAY * number for number in range((today - first).days + 1)]


def enter(homework, day, state, *, by, **words):
    """Log, correct or take back what was entered for this day; words left out stay."""
    key, zone = device_id(homework, day), homework.therapy.zone
    entry = homework.therapy.entries.filter(device_id=key).first()
    if entry is None:
        facts = {"device_id": key, "done_at": noon(day, zone), "zone": zone, "by": by}
        PracticeEntry.log(homework, state=state, **facts, **words)
    elif not state:
        entry.withdraw(by=by)
    else:
        entry.restore(by=by)
        if changes := entry.different({"state": state, **words}):
            entry.correct(by=by, **changes)


def device_id(homework, day):
    """Made from the place on the sheet, so that entering it twice makes one row."""
    return uuid.uuid5(homework.pk, f"paper {day.isoformat()}")
