"""What hangs from a week plan: the steps it chips at, its yes, the client's wishes for a change."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ground import EncryptedTextField, SameClinic
from accounts.models.base import ClinicRow, within_clinic


class PlanStep(ClinicRow):
    """A step that a week chips at."""

    plan = within_clinic("homework.WeekPlan", related_name="plan_steps")
    step = within_clinic("goals.Step", related_name="plan_steps")

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("plan"),
            SameClinic("step"),
            models.UniqueConstraint(fields=["plan", "step"], name="homework_plan_step_once"),
        ]

    def __str__(self):
        return f"Plan {self.plan_id} serves {self.step_id}"


class PlanAgreement(ClinicRow):
    """The yes to a plan: who pressed, when, and whether both sat in the room."""

    plan = models.OneToOneField(
        "homework.WeekPlan", models.CASCADE, db_constraint=False, related_name="agreement"
    )
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    in_the_room = models.BooleanField()
    # How many messages a day about homework the client agreed to; None where nobody asked.
    messages_a_day = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta(ClinicRow.Meta):
        constraints = [*ClinicRow.Meta.constraints, SameClinic("plan")]

    def __str__(self):
        return f"Agreed {self.at:%Y-%m-%d}"


class ChangeRequest(ClinicRow):
    """The client's wish to have a proposed plan changed, in their words."""

    plan = within_clinic("homework.WeekPlan", related_name="change_requests")
    text = EncryptedTextField(
        "homework.change_request.text", max_length=1000, verbose_name=_("your wish"), blank=False
    )
    asked_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta(ClinicRow.Meta):
        ordering = ["at"]
        constraints = [*ClinicRow.Meta.constraints, SameClinic("plan")]

    def __str__(self):
        return f"Asked {self.at:%Y-%m-%d}"
