from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ground import EncryptedTextField, SameClinic
from accounts.models import AuditEvent
from accounts.models.base import ClinicRow, within_clinic
from homework.signals import report_sent, therapy_touched


class ReportIsReviewed(Exception):
    """The plan has been reviewed; its report stands as it is."""


class WeekReportQuerySet(models.QuerySet):
    def of_client(self, user):
        return self.filter(therapy__client=user, therapy__accepted_at__isnull=False)

    def unread(self):
        return self.filter(read_at=None)


class WeekReport(ClinicRow):
    """The client's word before the session: shared entries sum themselves up; one question.

    At most one a plan; it can be amended until the plan is reviewed.
    """

    therapy = within_clinic("accounts.Therapy", related_name="reports")
    plan = models.OneToOneField(
        "homework.WeekPlan", models.CASCADE, db_constraint=False, related_name="report"
    )
    topics = EncryptedTextField(
        "homework.report.topics",
        max_length=4000,
        verbose_name=_("What do you want to talk about?"),
    )
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(default=timezone.now)
    amended_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")

    objects = WeekReportQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("therapy"),
            SameClinic("plan"),
        ]
        indexes = [
            models.Index(
                fields=["therapy"], condition=models.Q(read_at=None), name="homework_report_unread"
            )
        ]

    def __str__(self):
        return f"Report {self.sent_at:%Y-%m-%d}"

    @classmethod
    @transaction.atomic
    def send(cls, plan, *, topics, by):
        """Send the week's report, or amend it; refused once the plan has been reviewed."""
        if hasattr(plan, "review") and plan.review.finished_at:
            raise ReportIsReviewed
        report, created = cls.objects.select_for_update().get_or_create(
            plan=plan,
            defaults={
                "clinic_id": plan.clinic_id,
                "therapy_id": plan.therapy_id,
                "topics": topics,
                "by": by,
            },
        )
        if not created and report.topics != topics:
            report.amend(topics)
        AuditEvent.record(by, "report.sent" if created else "report.amended", report)
        report_sent.send(cls, report=report, by=by)
        return report

    @transaction.atomic
    def read(self, *, by):
        """Note who read it first since it was last changed."""
        if self.read_at is None:
            self.read_at, self.read_by = timezone.now(), by
            self.save(update_fields=["read_at", "read_by"])
            AuditEvent.record(by, "report.read", self)
            therapy_touched.send(WeekReport, therapy=self.therapy)

    def amend(self, topics):
        ReportVersion.objects.create(clinic_id=self.clinic_id, report=self, topics=self.topics)
        self.topics, self.amended_at, self.read_at = topics, timezone.now(), None
        self.save(update_fields=["topics", "amended_at", "read_at"])


class ReportVersion(ClinicRow):
    """What a report said before it was amended."""

    report = within_clinic("homework.WeekReport", related_name="versions")
    topics = EncryptedTextField("homework.report_version.topics", max_length=4000)
    replaced_at = models.DateTimeField(default=timezone.now)

    class Meta(ClinicRow.Meta):
        ordering = ["replaced_at"]
        constraints = [*ClinicRow.Meta.constraints, SameClinic("report")]

    def __str__(self):
        return f"Until {self.replaced_at:%Y-%m-%d %H:%M}"
