"""How much of a homework is meant: times in 7 days, certain weekdays, or once by a day."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

WEEKDAYS = [
    (0, _("Monday")),
    (1, _("Tuesday")),
    (2, _("Wednesday")),
    (3, _("Thursday")),
    (4, _("Friday")),
    (5, _("Saturday")),
    (6, _("Sunday")),
]


class Targeted(models.Model):
    class Target(models.TextChoices):
        COUNT = "count", _("A number of times in 7 days")
        WEEKDAYS = "weekdays", _("On certain weekdays")
        BY_DATE = "by_date", _("Once, by a date")

    target_kind = models.CharField(max_length=10, choices=Target, default=Target.COUNT)
    target_count = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(50)]
    )
    # Bit n set: weekday n, Monday is 0.
    target_weekdays = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(127)]
    )
    target_date = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                # Not null in so many words: to a check, an unknown count is as good as a right one.
                condition=Q(
                    target_kind="count",
                    target_count__isnull=False,
                    target_count__range=(1, 50),
                    target_weekdays=None,
                    target_date=None,
                )
                | Q(
                    target_kind="weekdays",
                    target_weekdays__isnull=False,
                    target_weekdays__range=(1, 127),
                    target_count=None,
                    target_date=None,
                )
                | Q(
                    target_kind="by_date",
                    target_date__isnull=False,
                    target_count=None,
                    target_weekdays=None,
                ),
                name="homework_assignment_one_target",
            ),
        ]

    @property
    def weekdays(self):
        """The weekdays of the target as numbers, Monday 0."""
        return [day for day in range(7) if (self.target_weekdays or 0) >> day & 1]

    @property
    def planned_a_week(self):
        """How many practices seven days are meant to hold."""
        if self.target_kind == self.Target.COUNT:
            return self.target_count
        return len(self.weekdays) if self.target_kind == self.Target.WEEKDAYS else 1

    @property
    def how_much(self):
        """The target in words: 4 times in 7 days, on Monday and Friday, once by a date."""
        if not (self.target_count or self.target_weekdays or self.target_date):
            return ""
        if self.target_kind == self.Target.BY_DATE:
            return gettext("Once, by %(day)s") % {"day": date_format(self.target_date, "DAY")}
        if self.target_kind == self.Target.WEEKDAYS:
            days = [str(WEEKDAYS[day][1]) for day in self.weekdays]
            return gettext("On %(days)s") % {"days": get_text_list(days, gettext("and"))}
        times = ngettext("%(count)d time in 7 days", "%(count)d times in 7 days", self.target_count)
        return times % {"count": self.target_count}
