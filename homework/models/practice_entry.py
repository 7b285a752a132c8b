import zoneinfo
from datetime import timedelta

from django.core.validators import MaxValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ground import EncryptedJSONField, EncryptedTextField, SameClinic, insert_once
from accounts.models import AuditEvent
from accounts.models.base import ClinicRow, within_clinic
from homework import signals
from homework.models.correctable import Correctable
from homework.models.practice_entry_queryset import PracticeEntryQuerySet
from homework.practice_day import practice_date
from homework.worksheet import answered

CLOCK_SLACK = timedelta(hours=1)


class PracticeEntry(Correctable, ClinicRow):
    """One logged practice: Done, Partly or Not today. Not logged is absence, not a state.

    `done_at` is when it was practised (it may be backdated), `received_at` when the server
    had it; `practice_date` is computed once, in the device's zone, with the day ending at 04:00.
    """

    class State(models.TextChoices):
        DONE = "done", _("Done")
        PARTLY = "partly", _("Partly")
        NOT_TODAY = "not_today", _("Not today")

    class Obstacle(models.TextChoices):
        BUSY = "busy", _("The day was too full")
        FORGOT = "forgot", _("It did not come to mind")
        TIRED = "tired", _("I was too tired")
        MOOD = "mood", _("I felt too low or too tense")
        AVOIDED = "avoided", _("I wanted to avoid it")
        UNCLEAR = "unclear", _("I was not sure how")
        POINT = "point", _("I could not see the point")
        OTHERS = "others", _("Somebody else needed me")
        PLACE = "place", _("It was not the right place")
        OTHER = "other", _("Something else")

    class Helped(models.TextChoices):
        NOT_REALLY = "not_really", _("Not really")
        A_LITTLE = "a_little", _("A little")
        A_LOT = "a_lot", _("A lot")

    therapy = within_clinic("accounts.Therapy", related_name="entries")
    assignment = within_clinic("homework.Assignment", related_name="entries")
    # Made on the device, once a press: sending it ten times makes one row.
    device_id = models.UUIDField()
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State)
    smallest = models.BooleanField(_("the smallest version"), default=False)
    done_at = models.DateTimeField()
    zone = models.CharField(max_length=64)
    received_at = models.DateTimeField(default=timezone.now)
    practice_date = models.DateField()
    private = models.BooleanField(default=False)
    where = EncryptedTextField("homework.entry.where", max_length=100, verbose_name=_("where"))
    with_whom = EncryptedTextField(
        "homework.entry.with_whom", max_length=100, verbose_name=_("with whom")
    )
    difficulty = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(4)]
    )
    before = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(10)]
    )
    after = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(10)]
    )
    # Nobody has to find it useful, nor to say so: empty is no answer.
    helped = models.CharField(max_length=10, choices=Helped, blank=True, default="", db_default="")
    obstacle = models.CharField(max_length=10, choices=Obstacle, blank=True, default="")
    obstacle_words = EncryptedTextField("homework.entry.obstacle_words", max_length=300)
    # {prompt key: answer}
    answers = EncryptedJSONField("homework.entry.answers", default=dict)
    note = EncryptedTextField("homework.entry.note", max_length=4000, verbose_name=_("note"))
    # Whether there is something to read: encrypted columns cannot be asked.
    has_words = models.BooleanField(default=False, editable=False)
    opened_at = models.DateTimeField(null=True, blank=True, editable=False)
    opened_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    # Read by somebody who leads or stands in; a supervisor's look only opens.
    heard_at = models.DateTimeField(null=True, blank=True, editable=False)
    corrected_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = PracticeEntryQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        ordering = ["-practice_date", "-received_at"]
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("therapy"),
            SameClinic("assignment"),
            models.UniqueConstraint(fields=["clinic", "device_id"], name="homework_entry_once"),
            models.CheckConstraint(
                condition=Q(difficulty=None) | Q(difficulty__range=(0, 4)),
                name="homework_entry_difficulty",
            ),
            models.CheckConstraint(
                condition=Q(before=None) | Q(before__range=(0, 10)), name="homework_entry_before"
            ),
            models.CheckConstraint(
                condition=Q(after=None) | Q(after__range=(0, 10)), name="homework_entry_after"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["done", "partly", "not_today"]),
                name="homework_entry_state",
            ),
            models.CheckConstraint(
                condition=Q(helped__in=["", "not_really", "a_little", "a_lot"]),
                name="homework_entry_helped",
            ),
        ]
        indexes = [
            # Read by the weeks of Today, history and the client page.
            models.Index(fields=["assignment", "practice_date"], name="homework_entry_week"),
            models.Index(fields=["therapy", "-practice_date"], name="homework_entry_history"),
            models.Index(
                fields=["therapy"],
                condition=Q(has_words=True, private=False, heard_at=None, withdrawn_at=None),
                name="homework_entry_unread",
            ),
        ]

    def __str__(self):
        return f"Entry {self.pk}"

    @classmethod
    @transaction.atomic(savepoint=False)
    def log(cls, assignment, *, state, device_id, done_at, zone, by, **words):
        """Write one practice down; sent again with the same device id it stays one row.

        Returns (entry, created). After a therapy has ended nobody else reads new entries.
        """
        therapy = assignment.therapy
        entry = cls(
            clinic_id=assignment.clinic_id,
            therapy=therapy,
            assignment=assignment,
            device_id=device_id,
            by=by,
            state=state,
            done_at=done_at,
            zone=str(zone),
            practice_date=practice_date(done_at, zoneinfo.ZoneInfo(str(zone))),
            **words,
        )
        entry.private = entry.private or not therapy.is_open
        entry.has_words = entry.says_something
        if not insert_once(entry):
            return cls.objects.get(clinic_id=assignment.clinic_id, device_id=device_id), False
        AuditEvent.record(by, "practice.logged", entry, state=state)
        signals.practice_logged.send(cls, entry=entry, by=by)
        return entry, True

    # Django's own look through all the choices and translate each: too slow for a year on a page.

    def get_state_display(self):  # type: ignore[no-redef]
        return str(self.State(self.state).label)

    def get_obstacle_display(self):  # type: ignore[no-redef]
        return str(self.Obstacle(self.obstacle).label) if self.obstacle else ""

    def get_helped_display(self):  # type: ignore[no-redef]
        return str(self.Helped(self.helped).label) if self.helped else ""

    @property
    def obstacle_said(self):
        """In own words, else as chosen. Where nothing was written, nothing is decrypted."""
        words = self.obstacle_words.strip() if self.has_words else ""
        return words or self.get_obstacle_display()

    @property
    def is_done(self):
        return self.state == self.State.DONE

    @property
    def answered(self):
        """[(question, answer in words)] of its worksheet."""
        return answered(self.assignment.prompts, self.answers)

    @property
    def says_something(self):
        return bool(self.note.strip() or self.obstacle_words.strip() or any(self.answers.values()))

    @transaction.atomic
    def make_private(self, *, by):
        """Keep the words to oneself from now on; earlier wordings reach nobody else either."""
        if not self.private:
            self.private = True
            self.save(update_fields=["private"])
            AuditEvent.record(by, "practice.made_private", self)
            signals.practice_logged.send(PracticeEntry, entry=self, by=by)

    @transaction.atomic
    def share(self, *, by):
        if self.private and self.therapy.is_open:
            self.private = False
            self.save(update_fields=["private"])
            AuditEvent.record(by, "practice.shared", self)
            signals.practice_logged.send(PracticeEntry, entry=self, by=by)

    @transaction.atomic
    def withdraw(self, *, by):
        """Take it back. Before anybody has opened it, nobody learns that it was there."""
        if self.withdrawn_at is None:
            self.withdrawn_at = timezone.now()
            self.save(update_fields=["withdrawn_at"])
            AuditEvent.record(by, "practice.withdrawn", self)
            signals.practice_withdrawn.send(PracticeEntry, entry=self, by=by)

    @transaction.atomic
    def restore(self, *, by):
        if self.withdrawn_at is not None:
            self.withdrawn_at = None
            self.save(update_fields=["withdrawn_at"])
            AuditEvent.record(by, "practice.restored", self)
            signals.practice_logged.send(PracticeEntry, entry=self, by=by)

    def hear_feedback(self):
        """The client opened the entry: what was said about it has been read."""
        answered = getattr(self, "feedback", None)
        if answered and answered.read_at is None:
            answered.read_at = timezone.now()
            answered.save(update_fields=["read_at"])
