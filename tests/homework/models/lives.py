"""The verbs of the documented lives, by the words that docs/model.md has for them.

Each life begins anew from the database, lives by the models' verbs, and tells its state.
"""

from datetime import timedelta

from django.utils import timezone

from accounts.models import Invitation, Therapy
from goals.models import EndGoal
from homework.models import (
    Assignment,
    Flag,
    GivenMeasure,
    HomeworkProposal,
    Review,
    TherapySession,
    WeekPlan,
)
from tests.homework.measures.giving import answered, duty_in
from tests.homework.models.diagrams import OUTSIDE
from tests.homework.models.practice import log

DAY = timedelta(days=1)


class Lived:
    """A row that lives; methods are verbs, with _ for spaces."""

    row = None

    def __init__(self, cast):
        self.cast = cast
        self.therapy = Therapy.objects.get(pk=cast.therapy.pk)

    def say(self, verb):
        getattr(self, verb.replace(" ", "_"))()

    @classmethod
    def verbs(cls):
        """All that it can be told, births included."""
        names = [name for each in cls.__mro__[:-2] for name in vars(each)]
        return {name.replace("_", " ") for name in names if not name.startswith("__")} - {"fresh"}

    @property
    def __state__(self):
        row = self.row and type(self.row).objects.filter(pk=self.row.pk).first()
        return row.state if row else OUTSIDE

    def fresh(self):
        return type(self.row).objects.get(pk=self.row.pk)


class LivedTherapy(Lived):
    def begin(self, **facts):
        facts |= {"clinic": self.cast.harbour, "lead": self.cast.tess, "by": self.cast.tess}
        self.row = Therapy.begin(client_name="Cora", **facts)

    def begin_on_paper(self):
        self.begin(on_paper=True)

    def accept(self):
        self.fresh().accept(client=self.cast.zack, by=self.cast.zack)

    def pause(self):
        self.fresh().pause(by=self.cast.tess)

    def resume(self):
        self.fresh().resume(by=self.cast.tess)

    def end(self):
        self.fresh().end(by=self.cast.tess)

    def hand_over(self):
        self.fresh().hand_over(to=self.cast.otto, by=self.cast.ada)


class LivedInvitation(Lived):
    def send(self):
        facts = {"clinic": self.cast.harbour, "lead": self.cast.tess, "by": self.cast.tess}
        self.therapy = Therapy.begin(client_name="Cora", **facts)
        self.row = Invitation.send_to_client(self.therapy, email="", by=self.cast.tess)

    def accept(self):
        self.fresh().accept(user=self.cast.zack)

    def revoke(self):
        self.fresh().revoke(by=self.cast.tess)

    def resend(self):
        self.fresh().resend(by=self.cast.tess)

    def send_another(self):
        Invitation.send_to_client(self.therapy, email="", by=self.cast.tess)

    def end_the_therapy(self):
        Therapy.objects.get(pk=self.therapy.pk).end(by=self.cast.tess)

    def three_days_pass(self):
        Invitation.objects.update(expires_at=timezone.now() - DAY)


class LivedStep(Lived):
    """The last step of a goal; one before it is current, another one agreed."""

    def __init__(self, cast):
        super().__init__(cast)
        self.goal = EndGoal.name(self.therapy, title="Town", by=cast.tess)
        steps = ("Look", "Wait")
        self.another, self.before = (
            self.goal.add_step(title, by=cast.tess, together=True) for title in steps
        )
        self.before.make_current(by=cast.tess)

    def propose(self):
        self.row = self.goal.add_step("Ride", by=self.cast.cleo)

    def propose_together(self):
        self.row = self.goal.add_step("Ride", by=self.cast.tess, together=True)

    def agree(self):
        self.fresh().agree(by=self.cast.tess)

    def agree_together(self):
        self.fresh().agree(by=self.cast.tess, together=True)

    def make_current(self):
        self.fresh().make_current(by=self.cast.tess)

    def make_another_current(self):
        self.another.make_current(by=self.cast.tess)

    def finish_the_one_before(self):
        self.before.close("done", by=self.cast.tess)

    def finish(self):
        self.fresh().close("done", by=self.cast.tess)

    def let_go(self):
        self.fresh().close("let_go", by=self.cast.tess)

    def take_up_again(self):
        self.fresh().reopen(by=self.cast.tess)


class LivedSession(Lived):
    def book(self):
        starts_at = timezone.now() + DAY
        self.row = TherapySession.book(self.therapy, starts_at=starts_at, by=self.cast.tess)

    def move_it_ahead(self):
        self.fresh().move(to=timezone.now() + 3 * DAY, by=self.cast.tess)

    def cancel(self):
        self.fresh().cancel(by=self.cast.tess)

    def mark_missed(self):
        self.fresh().mark_missed(by=self.cast.tess)

    def its_time_comes(self):
        TherapySession.objects.filter(pk=self.row.pk).update(starts_at=timezone.now() - DAY)


class LivedPlan(Lived):
    def prepare(self):
        self.row = WeekPlan.prepare(self.therapy, by=self.cast.tess)

    def propose(self):
        self.fresh().propose(by=self.cast.tess)

    def take_back(self):
        self.fresh().take_back(by=self.cast.tess)

    def ask_for_a_change(self):
        self.fresh().ask_for_change("Fewer buses", by=self.cast.cleo)

    def agree(self):
        self.fresh().agree(by=self.cast.cleo)

    def agree_on_the_next(self):
        following = WeekPlan.prepare(self.therapy, by=self.cast.tess)
        if following != self.row:
            following.agree(by=self.cast.cleo)

    def end_the_therapy(self):
        Therapy.objects.get(pk=self.therapy.pk).end(by=self.cast.tess)


class LivedAssignment(Lived):
    def plan(self):
        self.plan_lived = LivedPlan(self.cast)
        self.plan_lived.prepare()
        facts = {"clinic": self.cast.harbour, "therapy": self.therapy, "target_count": 1}
        self.row = Assignment.objects.create(plan=self.plan_lived.row, title="Ride", **facts)

    def propose_the_plan(self):
        self.plan_lived.propose()

    def take_the_plan_back(self):
        self.plan_lived.take_back()

    def agree_on_the_plan(self):
        self.plan_lived.agree()

    def agree_on_the_next_plan(self):
        self.plan_lived.agree_on_the_next()

    def end_the_therapy(self):
        self.plan_lived.end_the_therapy()

    def remove(self):
        self.fresh().remove(by=self.cast.tess)

    def withdraw(self):
        self.fresh().withdraw(by=self.cast.tess)

    def practise(self):
        log(self.cast)

    def decide(self):
        Review.of(self.fresh().plan, by=self.cast.tess).decide(self.fresh(), "keep")


class LivedProposal(Lived):
    def propose(self):
        self.row = HomeworkProposal.propose(self.therapy, title="Swim", by=self.cast.cleo)

    def take_back(self):
        self.fresh().withdraw(by=self.cast.cleo)

    def take_into_the_plan(self):
        plan = WeekPlan.prepare(Therapy.objects.get(pk=self.therapy.pk), by=self.cast.tess)
        self.fresh().take(plan, by=self.cast.tess)

    def say_not_now(self):
        self.fresh().not_now(by=self.cast.tess)

    def remove_it_from_the_plan(self):
        if homework := self.fresh().assignment:
            homework.remove(by=self.cast.tess)

    def end_the_therapy(self):
        Therapy.objects.get(pk=self.therapy.pk).end(by=self.cast.tess)


class LivedMeasure(Lived):
    def __init__(self, cast):
        super().__init__(cast)
        duty_in(cast)

    def give(self):
        self.row = GivenMeasure.give(self.therapy, "phq-9", by=self.cast.tess)

    def give_again(self):
        GivenMeasure.give(self.therapy, "phq-9", by=self.cast.tess)

    def answer(self):
        answered(self.fresh(), self.cast.cleo)

    def stop(self):
        self.fresh().stop(by=self.cast.tess)


class LivedFlag(Lived):
    def __init__(self, cast):
        super().__init__(cast)
        duty_in(cast)
        self.given = GivenMeasure.give(self.therapy, "phq-9", every_weeks=1, by=cast.tess)

    def raise_it(self):
        self.row = answered(self.given, self.cast.cleo).flag

    def answer(self):
        self.fresh().answer("I rang her.", by=self.cast.tess)

    def its_time_comes(self):
        Flag.objects.update(answer_by=timezone.now() - DAY)
        Flag.objects.pass_on_overdue()


ALIVE = {
    "therapy": LivedTherapy,
    "invitation": LivedInvitation,
    "step": LivedStep,
    "session": LivedSession,
    "plan": LivedPlan,
    "assignment": LivedAssignment,
    "proposal": LivedProposal,
    "measure": LivedMeasure,
    "flag": LivedFlag,
}
