from datetime import time

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models.functions import Least, Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import AuditEvent, Membership
from accounts.models.base import ClinicRow
from homework.practice_day import practice_today
from reminders.models.fewer import offered_fewer
from reminders.models.later import remind_later

OFF = "off"
EVERY_DAY = 0b1111111
FEWER = 0b0010101
# A person's own word, the same in every clinic.
OWN_RULES = (
    "is_on", "channels", "paused_until", "at", "weekdays", "quiet_from", "quiet_until", "a_day",
    "wording",
)  # fmt: skip


class RecipientQuerySet(models.QuerySet):
    def to_plan(self, until):
        """Whose slots are not yet laid out until then: the few that the tick looks at."""
        return self.filter(planned_until__lt=until).order_by("planned_until")

    def replan(self, **whom):
        """Something changed: lay out these people's slots anew at the next tick."""
        return self.filter(**whom).update(planned_until=Least("planned_until", Now()))

    def place(self, *, clinic, user):
        """Somebody new in a clinic: what they chose in another holds here, too.

        That is out of sight here, so a SECURITY DEFINER function is asked.
        """
        if not self.filter(clinic=clinic, user=user).exists():
            rows = self.raw("SELECT NULL AS id, * FROM reminders_rules_of(%s)", [user])
            chosen = {name: getattr(row, name) for row in rows for name in OWN_RULES}
            self.get_or_create(clinic_id=clinic, user_id=user, defaults=chosen)

    def complete(self):
        """Therapists who came in no way that anybody told us of have their digest, too."""
        here = self.filter(clinic=models.OuterRef("clinic"), user=models.OuterRef("user"))
        missing = Membership.objects.therapists().exclude(models.Exists(here))
        for clinic, user in missing.values_list("clinic", "user"):
            self.place(clinic=clinic, user=user)


class Recipient(ClinicRow):
    """How one person is reminded in one clinic, and until when that is planned.

    The row, and the person's own, are the lock under which due slots are gathered into
    messages.
    """

    class Wording(models.TextChoices):
        NEUTRAL = "neutral", _("Neutral words")
        TELLING = "telling", _("My own plan")

    user = models.ForeignKey("accounts.User", models.CASCADE, related_name="recipients")
    is_on = models.BooleanField(_("Remind me"), default=True)
    # {kind: "email", "push" or "off"}; a kind that is not in it goes its usual way.
    channels = models.JSONField(default=dict, blank=True)
    paused_until = models.DateField(_("Pause until"), null=True, blank=True)
    # A time of one's own for all homework, instead of those agreed.
    at = models.TimeField(_("At"), null=True, blank=True)
    # Bit n set: weekday n, Monday is 0.
    weekdays = models.PositiveSmallIntegerField(
        default=EVERY_DAY, validators=[MaxValueValidator(EVERY_DAY)]
    )
    quiet_from = models.TimeField(_("Quiet from"), null=True, blank=True)
    quiet_until = models.TimeField(_("Quiet until"), null=True, blank=True)
    a_day = models.PositiveSmallIntegerField(
        _("At most, a day"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(5)],
    )
    wording = models.CharField(max_length=10, choices=Wording, default=Wording.NEUTRAL)
    # When fewer were offered and answered last.
    asked_fewer_on = models.DateField(null=True, blank=True, editable=False)
    planned_until = models.DateTimeField(default=timezone.now, editable=False)

    objects = RecipientQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            models.UniqueConstraint(fields=["clinic", "user"], name="reminders_recipient_once"),
            models.CheckConstraint(
                condition=models.Q(a_day__range=(1, 5)), name="reminders_recipient_a_day"
            ),
            models.CheckConstraint(
                condition=models.Q(quiet_from=None, quiet_until=None)
                | models.Q(quiet_from__isnull=False, quiet_until__isnull=False),
                name="reminders_recipient_quiet",
            ),
        ]
        indexes = [
            # Read by every tick: what needs planning, never the rest.
            models.Index(fields=["planned_until"], name="reminders_recipient_to_plan")
        ]

    def __str__(self):
        return f"Recipient {self.pk}"

    def channel_of(self, kind):
        """The way this kind goes to the person, or OFF."""
        return self.channels.get(kind.follows or kind.name, kind.usual) if self.is_on else OFF

    def wants(self, kind):
        """Whether this kind goes to the person at all."""
        return self.channel_of(kind) != OFF

    def wants_on(self, day):
        """Whether homework may be reminded of on this date."""
        return bool(self.weekdays >> day.weekday() & 1) and not self.rests_on(day)

    def rests_on(self, day):
        return self.paused_until is not None and day < self.paused_until

    @property
    def pause(self):
        """Until when it lasts, or None once it is over."""
        return self.paused_until if self.rests_on(practice_today(self.user.zone)) else None

    @property
    def quiet(self):
        """The hours (from, until) that the person chose to be left alone in, or None."""
        return (self.quiet_from, self.quiet_until) if self.quiet_from else None

    @property
    def usual_time(self):
        return self.at or time(self.clinic.reminder_hour)

    def time_of(self, homework):
        """One's own, else the agreed, else the clinic's usual."""
        return self.at or homework.remind_at or self.usual_time

    @transaction.atomic
    def choose(self, *, by, **rules):
        """The person's own word on reminders; slots that no longer fit go at the next tick."""
        for name, value in rules.items():
            setattr(self, name, value)
        self.save(update_fields=list(rules))
        Recipient.objects.replan(pk=self.pk)
        AuditEvent.record(by, "reminders.chosen", self, fields=sorted(rules))

    def stop(self, *, by):
        """No reminder any more, by any way."""
        if self.is_on:
            self.choose(by=by, is_on=False)

    @transaction.atomic
    def leave_out(self, kinds, *, by):
        """These kinds no more, by any way; the others stay. The link in a mail says this, and a
        mail program may press that of two mails at once."""
        self.refresh_from_db(from_queryset=Recipient.objects.select_for_update(of=("self",)))
        channels = {**self.channels, **dict.fromkeys(kinds, OFF)}
        if channels != self.channels:
            self.choose(by=by, channels=channels)

    def start(self, *, by):
        if not self.is_on:
            self.choose(by=by, is_on=True)

    def remind_later(self, assignment, when, *, by):
        """In an hour, tonight or tomorrow (Later), by the client's own press; when it comes."""
        return remind_later(self, assignment, when, by=by)

    @property
    def is_offered_fewer(self):
        """Whether the last three days with a reminder went by without a word."""
        return bool(offered_fewer([self]))

    @property
    def has_every_day(self):
        return self.weekdays == EVERY_DAY

    @property
    def has_own_days(self):
        """Chosen by the person: no answer to an offer touches them."""
        return self.weekdays not in (EVERY_DAY, FEWER)

    def take_fewer(self, *, by):
        """On Monday, Wednesday and Friday, until the person says otherwise."""
        self._answer_fewer(FEWER, by=by)

    def keep(self, *, by):
        """All as it is, or as it was before: every day."""
        self._answer_fewer(EVERY_DAY, by=by)

    def _answer_fewer(self, weekdays, *, by):
        """The offer is over for some weeks; a page opened before other days were chosen is old."""
        if not self.has_own_days:
            self.choose(by=by, weekdays=weekdays, asked_fewer_on=timezone.localdate())

    @property
    def is_as_agreed(self):
        """No rule of one's own: homework by e-mail, once a day, at the agreed time."""
        own = (self.at, self.quiet_from, self.channels.get("practise", "email") != "email")
        return not any(own) and self.has_every_day and self.a_day == 1
