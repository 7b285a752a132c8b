"""The library: exercises that practise a skill. Nothing here is about a client."""

import uuid
from copy import copy

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import AuditEvent
from homework.how_to import steps_in
from homework.models.enclosing import Enclosing
from homework.models.exercise_queryset import ExerciseQuerySet
from homework.models.library_file import LibraryFile
from homework.models.resource import Resource
from homework.models.skill import Skill
from homework.models.worded import Worded


class Exercise(Enclosing, Worded):
    """A library item: built-in (no clinic), the clinic's (no owner) or a therapist's own.

    `care` is said to the client as well, wherever the homework is begun; `rests_on` is for the
    therapist who chooses.

    Versioned: an edit makes a new row. Assignments are snapshots and never change with it.
    `prompts` are the lines of its worksheet: see homework/worksheet.
    """

    class Level(models.IntegerChoices):
        EASY = 1, _("Easy to begin with")
        PRACTISED = 2, _("Takes some practice")
        PREPARED = 3, _("Prepared in session")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    clinic = models.ForeignKey("accounts.Clinic", models.PROTECT, null=True, blank=True)
    owner = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True)
    # Whose it was before it was given to the clinic, and may be again.
    shared_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    kept_by = models.ManyToManyField("accounts.User", related_name="kept_exercises", blank=True)
    skill = models.ForeignKey(Skill, models.PROTECT, related_name="exercises")
    key = models.SlugField(max_length=60)
    version = models.PositiveIntegerField(default=1)
    title = models.CharField(_("title"), max_length=200)
    why = models.TextField(_("why it helps"), max_length=1000, blank=True, default="")
    how = models.TextField(_("how to do it, one step a line"), max_length=4000, blank=True)
    example = models.TextField(_("an example"), max_length=2000, blank=True, default="")
    smallest = models.CharField(_("its smallest version"), max_length=300, blank=True, default="")
    care = models.TextField(_("where care is called for"), max_length=600, blank=True, default="")
    rests_on = models.CharField(_("what it rests on"), max_length=300, blank=True, default="")
    level = models.PositiveSmallIntegerField(_("level"), choices=Level, null=True, blank=True)
    prompts = models.JSONField(default=list, blank=True)
    rating_label = models.CharField(
        _("rated before and after, 0 to 10"), max_length=60, blank=True, default=""
    )
    usual_count = models.PositiveSmallIntegerField(_("usual times in 7 days"), default=3)
    created_at = models.DateTimeField(default=timezone.now)
    replaced_at = models.DateTimeField(null=True, blank=True, editable=False)
    retired_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ExerciseQuerySet.as_manager()

    class Meta:
        ordering = ["title"]
        constraints = [
            # What is uploaded points here by it; built-in ones have no clinic, and no files.
            models.UniqueConstraint(fields=["clinic", "id"], name="homework_exercise_clinic_id"),
            models.UniqueConstraint(
                fields=["clinic", "key", "version"],
                name="homework_exercise_version",
                nulls_distinct=False,
            ),
            models.UniqueConstraint(
                fields=["clinic", "key"],
                condition=Q(replaced_at=None),
                name="homework_exercise_one_newest",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(owner=None) | Q(clinic__isnull=False),
                name="homework_exercise_owner_in_clinic",
            ),
            models.CheckConstraint(
                condition=Q(usual_count__range=(1, 50)), name="homework_exercise_usual_count"
            ),
        ]

    def __str__(self):
        return self.title

    def read_in(self, language):
        """Its skill too: one that came with Midweek may hold what people wrote."""
        read, skill = super().read_in(language), self.skill.read_in(language)
        if skill is not self.skill:
            read = copy(read) if read is self else read
            read.skill = skill
        return read

    @transaction.atomic
    def revise(self, **changes):
        """Put a new version in this one's place; returns it."""
        self.replaced_at = timezone.now()
        self.save(update_fields=["replaced_at"])
        anew = {"id", "version", "created_at", "replaced_at", "retired_at", *changes}
        kept = {
            field.attname: getattr(self, field.attname)
            for field in self._meta.concrete_fields
            if field.name not in anew
        }
        revised = Exercise.objects.create(**kept, **changes, version=self.version + 1)
        for resource in self.resources.all():
            revised.resources.create(title=resource.title, url=resource.url)
        revised.take_files_of(self)
        revised.kept_by.set(self.kept_by.all())
        return revised

    def _newest(self):
        """Under a lock: of two windows the second goes on from what the first did."""
        self._held()
        versions = Exercise.objects.select_for_update().filter(clinic=self.clinic_id, key=self.key)
        return versions.get(replaced_at=None)

    @transaction.atomic
    def share(self, *, by):
        """One's own becomes the clinic's: every therapist of it may give and change it."""
        if self._held().owner_id == by.pk:
            self._give(None, shared_by=by)
            AuditEvent.record(by, "exercise.shared", self)

    @transaction.atomic
    def take_back(self, *, by):
        """Only who shared it. Homework that others gave from it stays."""
        if self._held().shared_by_id == by.pk:
            self._give(by, shared_by=None)
            AuditEvent.record(by, "exercise.taken_back", self)

    def _held(self):
        return Exercise.objects.select_for_update().get(pk=self.pk)

    def _give(self, owner, *, shared_by):
        self.owner, self.shared_by = owner, shared_by
        self.save(update_fields=["owner", "shared_by"])

    @transaction.atomic
    def retire(self, *, by):
        """Offer it no longer. Homework that came from it stays as it is."""
        if self.retired_at is None:
            self.retired_at = timezone.now()
            self.save(update_fields=["retired_at"])
            LibraryFile.objects.of_all_versions(self).let_go()
            AuditEvent.record(by, "exercise.retired", self)

    @transaction.atomic
    def offer_again(self, *, by):
        """With the files that somebody was given: the others were erased when it left."""
        if self._held().retired_at:
            self.retired_at = None
            self.save(update_fields=["retired_at"])
            AuditEvent.record(by, "exercise.offered_again", self)

    @property
    def code(self):
        """The same for all its versions: what a sheet sends, and a set is looked up by."""
        return f"{self.clinic_id or ''}/{self.key}"

    @property
    def how_steps(self):
        return steps_in(self.how)

    @property
    def whose(self):
        """own, clinic or built_in."""
        if self.clinic_id is None:
            return "built_in"
        return "own" if self.owner_id else "clinic"

    def link_to(self, links):
        """Put these (title, address) in the place of its resources."""
        self.resources.all().delete()
        self.resources.bulk_create(
            Resource(exercise=self, title=title, url=url) for title, url in links
        )
