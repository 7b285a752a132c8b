"""Every verb of the models, said once: "Model.verb" → what says it in a filled clinic.

`ready` prepares what some of them need; the verbs read their rows anew, so that they can be
said again after they were rolled back.
"""

from datetime import timedelta

from django.utils import timezone

from accounts.models import Clinic, Cover, FactorReset, Invitation, Therapy
from goals.models import EndGoal, GoalRating
from homework.models import (
    EntryFeedback,
    Exercise,
    Flag,
    GivenMeasure,
    HomeworkProposal,
    Review,
    Skill,
    StartingSet,
    TherapySession,
    WeekPlan,
    WeekReport,
)
from records.models import Erasure
from reminders.models import Recipient
from tests.accounts.test_leaving import window_of
from tests.cast import member, person
from tests.everything import fill, measured
from tests.homework.library.filing import a_page
from tests.homework.measures.giving import duty_of
from tests.homework.presses import logged

DAY = timedelta(days=1)


def ready():
    """A filled clinic with something in each state that a verb asks for."""
    w = fill()
    w.guest = person("guest")
    w.paused = another_therapy(w)
    w.paused.pause(by=w.lead)
    w.waiting = another_therapy(w)
    w.proposed_plan = WeekPlan.prepare(w.waiting, by=w.lead)
    w.proposed_plan.propose(by=w.lead)
    w.closed_goal = EndGoal.name(w.therapy, title="Swim", by=w.lead)
    w.closed_goal.close("let_go", by=w.lead)
    w.proposed_step = w.goal.add_step("Ride", by=w.client)
    w.next_step = w.goal.add_step("Change", by=w.lead, together=True)
    w.done_step = w.goal.add_step("Look", by=w.lead, together=True)
    w.done_step.close("done", by=w.lead)
    w.private_entry = logged(w.assignment, w.client, private=True)
    w.withdrawn_entry = logged(w.assignment, w.client)
    w.withdrawn_entry.withdraw(by=w.client)
    w.membership_offer = Invitation.send_to_member(
        w.clinic, email="m@example.org", as_admin=True, as_therapist=False, by=w.lead
    )
    w.taken = HomeworkProposal.propose(w.therapy, title="Swim", by=w.client)
    w.taken.take(fresh(w.next_plan), by=w.lead)
    w.unflagged = measured(w, {"1": 2})
    w.from_paper = measured(w, {"1": 2}, by=w.lead)
    window_of(w.client)
    w.boss, w.second = person("boss"), person("second")
    for admin in (w.boss, w.second):
        member(admin, w.clinic, is_admin=True)
    w.stopped = Recipient.objects.get(user=w.deputy)
    w.stopped.stop(by=w.deputy)
    skill = Skill.objects.create(key="riding", name="Riding")
    w.exercise = Exercise.objects.create(skill=skill, key="bus", title="Bus", clinic=w.clinic)
    facts = {"skill": skill, "clinic": w.clinic}
    w.retired_exercise = Exercise.objects.create(key="past", title="Past", **facts)
    w.retired_exercise.retire(by=w.lead)
    w.retired_set = StartingSet.make([], title="Before", whose="clinic", clinic=w.clinic, by=w.lead)
    w.retired_set.retire(by=w.lead)
    w.own_exercise = Exercise.objects.create(key="own", title="Own", owner=w.lead, **facts)
    w.shared_exercise = Exercise.objects.create(key="ours", title="Our", shared_by=w.lead, **facts)
    return w


def another_therapy(w):
    """With a client who has no address and signs in nowhere else."""
    facts = {"clinic": w.clinic, "lead": w.lead, "by": w.lead}
    return Therapy.begin(client_name="Somebody", on_paper=True, **facts)


def tomorrow():
    return timezone.now() + DAY


def verb(row, name, by, *args, **facts):
    """row.name(…, by=…), the row as it is in the database."""

    def say(w):
        subject = getattr(w, row)
        subject = type(subject).objects.get(pk=subject.pk)
        return getattr(subject, name)(*args, **facts, by=getattr(w, by))

    return say


ACCOUNTS = {
    "Away.cancel": verb("away", "cancel", "lead"),
    "Clinic.found": lambda w: Clinic.found("New", by=w.guest),
    "Cover.break_glass_for": lambda w: Cover.break_glass_for(
        therapy=w.therapy, by=w.deputy, reason="She rang"
    ),
    "Cover.end": verb("cover", "end", "lead"),
    "Cover.grant": lambda w: Cover.grant(
        therapy=w.therapy, therapist=w.deputy, kind="read", ends_at=tomorrow(), by=w.lead
    ),
    "FactorReset.approve": verb("reset", "approve", "second"),
    "FactorReset.ask": lambda w: FactorReset.ask(fresh(w.memberships[0]), by=w.boss),
    "FactorReset.take_back": verb("reset", "take_back", "boss"),
    "Invitation.accept": lambda w: Invitation.objects.get(pk=w.invitation.pk).accept(user=w.guest),
    "Invitation.resend": verb("invitation", "resend", "lead"),
    "Invitation.revoke": verb("invitation", "revoke", "lead"),
    "Invitation.send_to_client": lambda w: Invitation.send_to_client(
        w.invited, email="", by=w.lead
    ),
    "Invitation.send_to_member": lambda w: Invitation.send_to_member(
        w.clinic, email="", as_admin=True, as_therapist=False, by=w.lead
    ),
    "Membership.change_roles": lambda w: w.memberships[1].change_roles(
        is_admin=True, is_therapist=True, by=w.lead
    ),
    "Membership.end": lambda w: fresh(w.memberships[1]).end(by=w.lead),
    "Membership.end_sessions": lambda w: fresh(w.memberships[1]).end_sessions(by=w.boss),
    "Therapy.accept": lambda w: fresh(w.invited).accept(client=w.guest, by=w.guest),
    "Therapy.begin": another_therapy,
    "Therapy.end": verb("therapy", "end", "lead", what_helped="Riding"),
    "Therapy.hand_over": lambda w: fresh(w.invited).hand_over(to=w.deputy, by=w.lead),
    "Therapy.pause": verb("therapy", "pause", "lead"),
    "Therapy.sign_client_out": verb("therapy", "sign_client_out", "lead"),
    "Therapy.record_consent": verb("therapy", "record_consent", "lead", under_18=False),
    "Therapy.resume": verb("paused", "resume", "lead"),
    "Therapy.set_crisis_text": verb("therapy", "set_crisis_text", "lead", text="020 7946 0111"),
}
GOALS = {
    "EndGoal.add_step": verb("goal", "add_step", "client", "Ride on"),
    "EndGoal.close": verb("goal", "close", "lead", "reached"),
    "EndGoal.name": lambda w: EndGoal.name(w.therapy, title="Sleep", by=w.lead),
    "EndGoal.reopen": verb("closed_goal", "reopen", "lead"),
    "EndGoal.reword": verb("goal", "reword", "lead", title="T", why="W", how_known="H"),
    "GoalRating.rate": lambda w: GoalRating.objects.rate(
        w.goal, 5, on=timezone.now().date(), by=w.client
    ),
    "GoalRating.undo": lambda w: GoalRating.objects.undo(
        w.goal, 3, on=w.goal.ratings.get().rated_on, by=w.client
    ),
    "Step.agree": verb("proposed_step", "agree", "lead"),
    "Step.close": verb("step", "close", "lead", "done"),
    "Step.make_current": verb("next_step", "make_current", "lead"),
    "Step.move_to": verb("step", "move_to", "lead", 2),
    "Step.reopen": verb("done_step", "reopen", "lead"),
}
PRACTICE = {
    "EntryFeedback.give": lambda w: EntryFeedback.give(w.entry, "Well done", by=w.lead),
    "PracticeEntry.add": verb("withdrawn_entry", "add", "client", note="One more thing"),
    "PracticeEntry.correct": verb("entry", "correct", "client", note="Three"),
    "PracticeEntry.log": lambda w: logged(w.assignment, w.client),
    "PracticeEntry.make_private": verb("entry", "make_private", "client"),
    "PracticeEntry.restore": verb("withdrawn_entry", "restore", "client"),
    "PracticeEntry.share": verb("private_entry", "share", "client"),
    "PracticeEntry.withdraw": verb("entry", "withdraw", "client"),
    "WeekReport.read": verb("report", "read", "lead"),
    "WeekReport.send": lambda w: WeekReport.send(fresh(w.plan), topics="Monday", by=w.client),
}
MEASURES = {
    "Flag.read": verb("flag", "read", "lead"),
    "Flag.answer": verb("flag", "answer", "lead", "We spoke"),
    "Flag.raise_for": lambda w: Flag.raise_for(w.unflagged, by=w.client),
    "FlagDuty.end": verb("duty", "end", "lead"),
    "FlagDuty.name_people": lambda w: duty_of(
        w.clinic, w.lead, deputy=w.deputy, second=w.duty.second, within_hours=4
    ),
    "GivenMeasure.give": lambda w: GivenMeasure.give(fresh(w.therapy), "gad-7", by=w.lead),
    "GivenMeasure.stop": verb("given", "stop", "lead"),
    "MeasureResult.read": verb("result", "read", "lead"),
    "MeasureResult.send": lambda w: measured(w, {"1": 1}),
    "MeasureResult.withdraw": verb("from_paper", "withdraw", "lead"),
}
PLANNING = {
    "Assignment.move": verb("carried", "move", "lead", "up"),
    "Assignment.remove": verb("carried", "remove", "lead"),
    "Assignment.withdraw": verb("assignment", "withdraw", "lead"),
    "Exercise.enclose": lambda w: fresh(w.filed).enclose(
        a_page(w.clinic, w.lead, "Another page"), by=w.lead
    ),
    "Exercise.offer_again": verb("retired_exercise", "offer_again", "lead"),
    "Exercise.retire": verb("exercise", "retire", "lead"),
    "Exercise.share": verb("own_exercise", "share", "lead"),
    "Exercise.take_back": verb("shared_exercise", "take_back", "lead"),
    "Exercise.take_from_everybody": lambda w: fresh(w.filed).take_from_everybody(w.file, by=w.lead),
    "Exercise.take_out": lambda w: fresh(w.filed).take_out(w.file, by=w.lead),
    "StartingSet.change": verb(
        "set", "change", "lead", [], whose="clinic", title="Anew", summary="Why"
    ),
    "StartingSet.make": lambda w: StartingSet.make(
        [w.exercise], title="New", whose="own", clinic=w.clinic, by=w.lead
    ),
    "StartingSet.offer_again": verb("retired_set", "offer_again", "lead"),
    "StartingSet.retire": verb("set", "retire", "lead"),
    "HomeworkProposal.ask_again": verb("taken", "ask_again", "lead"),
    "HomeworkProposal.hear": verb("taken", "hear", "client"),
    "HomeworkProposal.not_now": verb("proposal", "not_now", "lead"),
    "HomeworkProposal.propose": lambda w: HomeworkProposal.propose(
        w.therapy, title="Wave", by=w.client
    ),
    "HomeworkProposal.take": lambda w: fresh(w.proposal).take(fresh(w.next_plan), by=w.lead),
    "HomeworkProposal.withdraw": verb("proposal", "withdraw", "client"),
    "Recipient.choose": verb("recipient", "choose", "client", paused_until=None),
    "Recipient.leave_out": verb("recipient", "leave_out", "client", ["practise"]),
    "Recipient.keep": verb("recipient", "keep", "client"),
    "Recipient.remind_later": lambda w: w.recipient.remind_later(
        w.assignment, "tonight", by=w.client
    ),
    "Recipient.start": verb("stopped", "start", "deputy"),
    "Recipient.stop": verb("recipient", "stop", "client"),
    "Recipient.take_fewer": verb("recipient", "take_fewer", "client"),
    "Review.finish": verb("review", "finish", "lead"),
    "Review.hear": verb("review", "hear", "client"),
    "Review.of": lambda w: Review.of(w.next_plan, by=w.lead),
    "Review.write": verb("review", "write", "lead", feedback="You kept going"),
    "TherapySession.book": lambda w: TherapySession.book(
        w.therapy, starts_at=tomorrow(), by=w.lead
    ),
    "TherapySession.cancel": verb("session", "cancel", "lead"),
    "TherapySession.mark_missed": verb("held", "mark_missed", "lead"),
    "TherapySession.move": lambda w: fresh(w.session).move(to=tomorrow(), by=w.lead),
    "TherapySession.of_now": lambda w: TherapySession.of_now(w.therapy, by=w.lead),
    "TherapySession.write_insight": verb("held", "write_insight", "lead", "Alone is not lonely"),
    "WeekPlan.agree": verb("next_plan", "agree", "client"),
    "WeekPlan.ask_for_change": verb("next_plan", "ask_for_change", "client", "Fewer"),
    "WeekPlan.close": verb("plan", "close", "lead", "superseded"),
    "WeekPlan.prepare": lambda w: WeekPlan.prepare(w.paused, by=w.lead),
    "WeekPlan.propose": verb("next_plan", "propose", "lead"),
    "WeekPlan.send_review": lambda w: w.review.plan.send_review(by=w.lead),
    "WeekPlan.take_back": verb("proposed_plan", "take_back", "lead"),
    "WeekPlan.write": verb("next_plan", "write", "lead", focus="One thing"),
}
RECORDS = {
    "Erasure.ask": lambda w: Erasure.ask(by=w.client),
    "Erasure.undo": lambda w: Erasure.ask(by=w.client)[0].undo(by=w.client),
}
VERBS = RECORDS | ACCOUNTS | GOALS | PRACTICE | MEASURES | PLANNING


def fresh(row):
    return type(row).objects.get(pk=row.pk)
