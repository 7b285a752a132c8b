"""One row of everything: a clinic in which all that can be written has been, by the verbs.

`say(label)` gives the words for each encrypted column; tests choose what they are.
"""

import uuid
from datetime import date, timedelta
from types import SimpleNamespace

from django.http import QueryDict
from django.utils import timezone

from accounts.models import (
    Away,
    Consent,
    Cover,
    DeliveryProblem,
    Draft,
    FactorReset,
    Invitation,
    ParkedPost,
    Therapy,
)
from goals.models import EndGoal, GoalRating
from homework.models import (
    Assignment,
    EntryFeedback,
    Exercise,
    GivenMeasure,
    HomeworkProposal,
    Review,
    Skill,
    StartingSet,
    TherapySession,
    WeekPlan,
    WeekReport,
)
from records.models import Brought
from reminders.models import Delivery, Recipient, ReminderSlot
from tests.cast import clinic, member, person
from tests.homework.library.filing import a_page
from tests.homework.measures.giving import duty_of, filled_in
from tests.homework.presses import logged

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def label_of(label):
    return label


def fill(name="everything", say=label_of):
    """A clinic with two therapists, a client, and a row in every private table."""
    w = SimpleNamespace(say=say, clinic=clinic(name.title()))
    w.lead, w.deputy, w.client = (person(f"{name}-{who}") for who in ("lead", "deputy", "client"))
    w.memberships = [member(each, w.clinic, is_therapist=True) for each in (w.lead, w.deputy)]
    for chapter in (
        therapies,
        around,
        goals,
        brought,
        sessions,
        library,
        plans,
        practice,
        report,
        measures,
        reminders,
    ):
        chapter(w)
    return w


def begun(w, **facts):
    words = {
        "client_name": w.say("accounts.therapy.client_name"),
        "own_crisis_text": w.say("accounts.therapy.own_crisis_text"),
        "consented_by": w.say("accounts.therapy.consented_by"),
    }
    return Therapy.begin(clinic=w.clinic, lead=w.lead, by=w.lead, **words, **facts)


def therapies(w):
    """One that is over, one whose client is invited, and one that goes on."""
    past, w.invited, w.therapy = begun(w), begun(w), begun(w)
    past.accept(client=w.client, by=w.client)
    past.pause(by=w.lead)
    past.resume(by=w.lead)
    past.hand_over(to=w.deputy, by=w.lead, note=w.say("accounts.term.note"))
    page = ("what_helped", "early_signs", "what_i_will_do", "whom_to_call")
    past.end(by=w.deputy, **{name: w.say(f"accounts.ending.{name}") for name in page})
    w.past = past
    w.therapy.accept(client=w.client, by=w.client)
    w.invitation = Invitation.send_to_client(w.invited, email="new@example.org", by=w.lead)


def around(w):
    now = timezone.now()
    w.cover = Cover.grant(
        therapy=w.therapy,
        therapist=w.deputy,
        kind=Cover.Kind.READ,
        ends_at=now + DAY,
        by=w.lead,
        reason=w.say("accounts.cover.reason"),
    )
    w.away = Away.objects.create(
        clinic=w.clinic, therapist=w.lead, starts_on=now.date(), back_on=(now + 7 * DAY).date()
    )
    w.reset = FactorReset.ask(w.memberships[1], by=w.lead)
    w.client_reset = FactorReset.ask(w.therapy, by=w.lead)
    DeliveryProblem.objects.create(clinic=w.clinic, user=w.client, channel="email", code="refused")
    Draft.objects.keep(
        therapy=w.therapy,
        author=w.client,
        form="report",
        subject=uuid.uuid4(),
        answers={"topics": w.say("accounts.draft.answers")},
    )
    Consent.give(w.client, language="en-gb")
    post = QueryDict(mutable=True)
    post["note"] = w.say("accounts.parked_post.body")
    ParkedPost.park(author_id=w.client.pk, path="/report/", data=post)


def goals(w):
    w.goal = EndGoal.name(
        w.therapy,
        title=w.say("goals.end_goal.title"),
        why=w.say("goals.end_goal.why"),
        how_known=w.say("goals.end_goal.how_known"),
        by=w.lead,
    )
    w.step = w.goal.add_step(w.say("goals.step.title"), by=w.lead, together=True)
    w.step.make_current(by=w.lead)
    GoalRating.objects.rate(w.goal, 3, on=date(2026, 11, 2), by=w.client)


def brought(w):
    """A goal from elsewhere, as its file told it."""
    w.brought = Brought.objects.create(
        clinic=w.clinic,
        therapy=w.therapy,
        kind="goal",
        origin=w.say("records.brought.origin"),
        facts={
            "title": w.say("records.brought.facts"),
            "why": "",
            "how_known": "",
            "closed_as": "",
            "steps": [],
        },
        by=w.client,
    )


def sessions(w):
    now = timezone.now()
    w.held = TherapySession.book(w.therapy, starts_at=now - 2 * DAY, by=w.lead)
    w.session = TherapySession.book(w.therapy, starts_at=now + 5 * DAY, by=w.lead)
    w.session.move(to=now + 6 * DAY, by=w.lead)
    w.insight = w.held.write_insight(w.say("homework.insight.text"), by=w.lead)


def library(w):
    """An exercise of the clinic that a file goes with."""
    skill = Skill.objects.create(clinic=w.clinic, key="waving", name="Waving")
    facts = {"clinic": w.clinic, "skill": skill}
    exercise = Exercise.objects.create(key="wave", title="Wave", **facts)
    w.file = a_page(w.clinic, w.lead)
    w.filed = exercise.enclose(w.file, by=w.lead)
    facts = {"title": "To begin with", "summary": "Easy", "clinic": w.clinic}
    w.set = StartingSet.make([w.filed], by=w.lead, whose="clinic", **facts)


ASSIGNMENT_WORDS = (
    *("title", "why", "how", "example", "smallest", "care", "rating_label", "when"),
    *("where", "after_what", "obstacle", "obstacle_plan"),
)


def plans(w):
    """A week that runs, with one homework, and the next one in preparation."""
    w.plan = WeekPlan.prepare(w.therapy, by=w.lead, session=w.held)
    w.plan.write(by=w.lead, focus=w.say("homework.week_plan.focus"))
    w.plan.chip_at([w.step])
    w.assignment = Assignment.objects.create(
        clinic=w.clinic,
        therapy=w.therapy,
        plan=w.plan,
        step=w.step,
        insight=w.insight,
        target_count=3,
        prompts=[{"key": "a", "question": w.say("homework.assignment.prompts"), "kind": "text"}],
        **{name: w.say(f"homework.assignment.{name}") for name in ASSIGNMENT_WORDS},
    )
    w.plan.propose(by=w.lead)
    w.plan.ask_for_change(w.say("homework.change_request.text"), by=w.client)
    w.plan.agree(by=w.client)
    w.next_plan = WeekPlan.prepare(w.therapy, by=w.lead)
    w.carried = w.assignment.carry_into(w.next_plan)
    w.proposal = HomeworkProposal.propose(
        w.therapy,
        title=w.say("homework.proposal.title"),
        words=w.say("homework.proposal.words"),
        by=w.client,
    )


def practice(w):
    names = ("where", "with_whom", "obstacle_words", "note")
    w.entry = logged(
        w.assignment,
        w.client,
        answers={"a": w.say("homework.entry.answers")},
        **{name: w.say(f"homework.entry.{name}") for name in names},
    )
    earlier = w.entry.note
    w.entry.correct(note=w.say("homework.earlier_wording.words"), by=w.client)
    w.entry.correct(note=earlier, by=w.client)
    answer = {"text": w.say("homework.feedback.text")}
    answer["suggestion"] = w.say("homework.feedback.suggestion")
    w.feedback = EntryFeedback.give(w.entry, **answer, by=w.lead)


def report(w):
    first = w.say("homework.report_version.topics")
    w.report = WeekReport.send(w.plan, topics=first, by=w.client)
    w.report = WeekReport.send(w.plan, topics=w.say("homework.report.topics"), by=w.client)
    w.review = Review.of(w.plan, by=w.lead)
    w.review.write(
        by=w.lead,
        fit=w.say("homework.review.fit"),
        feedback=w.say("homework.review.feedback"),
    )
    w.decision = w.review.decide(w.assignment, "keep")


def measures(w):
    """One that is asked every week, answered, with the flag that the answer raised."""
    third = person(f"{w.client.email.split('@')[0]}-second")
    member(third, w.clinic, is_therapist=True)
    w.duty = duty_of(w.clinic, w.lead, deputy=w.deputy, second=third)
    w.given = GivenMeasure.give(w.therapy, "phq-9", every_weeks=1, by=w.lead)
    w.result = measured(w, {"9": 1, "note": w.say("homework.measure_result.answers")})
    w.flag = w.result.flag
    w.answered_flag = measured(w, {"9": 1}).flag
    w.answered_flag.answer(w.say("homework.flag.what_was_done"), by=w.lead)


def measured(w, answers, by=None):
    return filled_in(w.given, by or w.client, answers)


def reminders(w):
    now = timezone.now()
    w.recipient = Recipient.objects.get(user=w.client, clinic=w.clinic)
    delivery = Delivery.objects.create(clinic=w.clinic, recipient=w.recipient)
    ReminderSlot.objects.create(
        clinic=w.clinic,
        recipient=w.recipient,
        therapy=w.therapy,
        kind="practise",
        about=w.assignment.pk,
        delivery=delivery,
        practice_date=now.date(),
        due_at=now,
        not_after=now + HOUR,
    )
