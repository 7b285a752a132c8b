"""For each constraint of the models what breaks it: name → (queries over a filled clinic, …).

Plain ORM, past the verbs: it is the database that holds the invariant.
"""

import uuid
from datetime import time, timedelta

from django.db.models import F
from django.utils import timezone

from accounts.models import (
    AuditEvent,
    AuditHead,
    AuditSeal,
    Away,
    Clinic,
    Consent,
    Cover,
    DeliveryProblem,
    Draft,
    FactorReset,
    Invitation,
    Letter,
    Membership,
    TherapistTerm,
    TherapyPause,
)
from goals.models import EndGoal, GoalRating, Step, StepAgreement
from homework.models import (
    Assignment,
    Enclosure,
    Exercise,
    Flag,
    FlagDuty,
    GivenMeasure,
    HomeworkProposal,
    KeptView,
    PlanStep,
    PracticeEntry,
    Resource,
    SetMember,
    Skill,
    TherapySession,
    WeekPlan,
)
from records.models import Copy, Erased, Erasure
from reminders.models import Recipient, ReminderSlot

NOW = timezone.now()
LONG_AGO = NOW - timedelta(days=9999)


def sets(model, **values):
    """An UPDATE of every row."""
    return lambda here: model.objects.update(**values)


def alters(name, **values):
    """An UPDATE of one row of the filled clinic."""
    return lambda here: rows_of(getattr(here, name)).update(**values)


def rows_of(row):
    return type(row).objects.filter(pk=row.pk)


def kept_twice(here):
    views = [KeptView(user=here.lead, shows="today.report") for _twice in range(2)]
    KeptView.objects.bulk_create(views)


def again(name, **changes):
    """That row of the filled clinic, written a second time."""
    return lambda here: write_again(getattr(here, name), **changes)


def another(model):
    """Any row of a table, written a second time."""
    return lambda here: write_again(model.objects.filter(clinic=here.clinic).first())


def write_again(row, **changes):
    copy = rows_of(row).get()
    for name, value in {"pk": uuid.uuid4(), **changes}.items():
        setattr(copy, name, value)
    copy.save(force_insert=True)


def alters_approved(here):
    rows_of(here.reset).update(approved_by=here.deputy)


def two_pauses(here):
    for _each in range(2):
        TherapyPause.objects.create(clinic=here.clinic, therapy=here.therapy, by=here.lead)


def two_consents(here):
    for _each in range(2):
        Consent.objects.create(person=here.client, version=1, language="en-gb")


def consents_to_nothing(here):
    Consent.objects.create(person=here.client, version=0, language="en-gb")


def two_seals_in_one_place(here):
    for _each in range(2):
        AuditEvent.record(here.lead, "test.happened", here.therapy)
        event = AuditEvent.objects.latest("pk")
        AuditSeal.objects.create(event=event, clinic=here.clinic, position=10**6, digest="")


def two_ends_of_one_chain(here):
    for _each in range(2):
        AuditHead.objects.create(clinic=here.clinic, position=1, digest="", mark=b"")


def two_skills(here):
    for _each in range(2):
        Skill.objects.create(key="breathing", name="Breathing")


def exercise(**facts):
    skill, _created = Skill.objects.get_or_create(key="breathing", name="Breathing")
    return Exercise.objects.create(skill=skill, key="slow", title="Slow breathing", **facts)


def insecure_link(here):
    Resource.objects.create(exercise=exercise(), title="A page", url="http://example.org/")


def letter(**facts):
    """One with the wrong end: sent, and its text still there; open, and nothing to send."""

    def write(here):
        known = {"text": b"sealed", "next_attempt_at": NOW, "not_after": NOW}
        Letter.objects.create(**known | facts)

    return write


def copy(**facts):
    """One with the wrong content: ready without any, or still in line with some."""

    def write(here):
        Copy.objects.create(user=here.client, kind="data", **facts)

    return write


def two_copies_in_the_making(here):
    for _each in range(2):
        Copy.objects.create(user=here.client, kind="data")


def two_wishes(w):
    for _press in range(2):
        Erasure.objects.create(user=w.client, due_at=NOW)


def two_endings(w):
    Erasure.objects.create(user=w.client, due_at=NOW, undone_at=NOW, done_at=NOW)


def erased(times=1, **facts):
    def breaks(w):
        for _time in range(times):
            Erased.objects.create(row=w.therapy.pk, **facts)

    return breaks


RECORDS = {
    "records_one_erasure_waits": [two_wishes],
    "records_erasure_one_end": [two_endings],
    "records_erased_once": [erased(2, what="therapy")],
    "records_erased_until": [erased(what="locked_away"), erased(what="person", until=NOW)],
    "records_copy_ready_with_content": [copy(stage=3), copy(content=b"sealed")],
    "records_copy_one_in_the_making": [two_copies_in_the_making],
}
ACCOUNTS = {
    "accounts_letter_erased": [letter(state="sent", finished_at=NOW), letter(text=None)],
    "accounts_auditseal_order": [two_seals_in_one_place],
    "accounts_audithead_once": [two_ends_of_one_chain],
    "accounts_away_order": [sets(Away, back_on=F("starts_on"))],
    "accounts_user_email_lower": [alters("lead", email="Loud@example.org")],
    "accounts_one_consent_a_version": [two_consents],
    "accounts_consent_to_something": [consents_to_nothing],
    "accounts_clinic_reminder_hour": [sets(Clinic, reminder_hour=24)],
    "accounts_clinic_retention": [sets(Clinic, retention_years=years) for years in (0, 31)],
    "accounts_cover_order": [sets(Cover, ends_at=F("starts_at"))],
    "accounts_break_glass_only_reads": [sets(Cover, kind="write", break_glass=True)],
    "accounts_one_open_factor_reset": [again("reset")],
    "accounts_one_open_factor_reset_of_a_client": [again("client_reset")],
    "accounts_factor_reset_of_somebody": [
        sets(FactorReset, membership=None, therapy=None),
        alters("reset", therapy=F("clinic")),
    ],
    "accounts_factor_reset_takes_two": [sets(FactorReset, approved_by=F("asked_by"), done_at=NOW)],
    "accounts_factor_reset_approved_is_done": [alters_approved],
    "accounts_one_open_problem": [another(DeliveryProblem)],
    "accounts_one_draft_a_page": [another(Draft)],
    "accounts_one_open_membership": [another(Membership)],
    "accounts_membership_has_a_role": [sets(Membership, is_admin=False, is_therapist=False)],
    "accounts_one_open_pause": [two_pauses],
    "accounts_one_open_therapy": [again("therapy")],
    "accounts_nobody_treats_themselves": [alters("therapy", lead=F("client"))],
    "accounts_ended_therapy_is_kept": [alters("therapy", ended_at=NOW)],
    "accounts_locked_away_has_no_reader": [alters("therapy", locked_away_until=NOW)],
    "accounts_one_open_invitation": [again("invitation", mail_digest="m", link_digest="l")],
    "accounts_invitation_leads_somewhere": [
        sets(Invitation, therapy=None),
        sets(Invitation, as_admin=True),
    ],
    "accounts_invitation_accepted_by_somebody": [sets(Invitation, accepted_at=NOW)],
    "accounts_one_open_term": [
        lambda here: write_again(here.therapy.terms.get(ended_at=None)),
    ],
    "accounts_term_order": [sets(TherapistTerm, ended_at=LONG_AGO)],
}
GOALS = {
    "goals_endgoal_closed_as": [
        sets(EndGoal, closed_as="reached"),
        sets(EndGoal, closed_at=NOW),
    ],
    "goals_one_rating_a_day": [another(GoalRating)],
    "goals_rating_range": [sets(GoalRating, value=11)],
    "goals_step_order": [again("step", is_current=False)],
    "goals_one_current_step": [again("step", position=9)],
    "goals_current_step_is_agreed_and_open": [
        sets(Step, agreed_at=None),
        sets(Step, closed_at=NOW, closed_as="done"),
    ],
    "goals_step_closed_as": [
        sets(Step, closed_as="done"),
        sets(Step, closed_at=NOW, is_current=False),
    ],
    "goals_step_position": [sets(Step, position=0)],
    "goals_one_agreement_a_side": [another(StepAgreement)],
}
HOMEWORK = {
    "homework_view_kept_once": [kept_twice],
    "homework_entry_once": [again("entry")],
    "homework_entry_difficulty": [sets(PracticeEntry, difficulty=5)],
    "homework_entry_before": [sets(PracticeEntry, before=11)],
    "homework_entry_helped": [sets(PracticeEntry, helped="very")],
    "homework_entry_after": [sets(PracticeEntry, after=11)],
    "homework_entry_state": [sets(PracticeEntry, state="skipped")],
    "homework_session_minutes": [sets(TherapySession, minutes=minutes) for minutes in (9, 241)],
    "homework_session_cancelled_or_missed": [sets(TherapySession, cancelled_at=NOW, missed_at=NOW)],
    "homework_assignment_one_target": [
        sets(Assignment, target_count=0),
        sets(Assignment, target_count=None),
        sets(Assignment, target_date=NOW.date()),
        sets(Assignment, target_weekdays=1),
        sets(Assignment, target_kind="weekdays"),
        sets(Assignment, target_kind="weekdays", target_count=None, target_weekdays=128),
        sets(Assignment, target_kind="by_date", target_count=None),
        sets(Assignment, target_kind="often"),
    ],
    "homework_assignment_confidence": [sets(Assignment, confidence=sure) for sure in (95, 110)],
    "homework_assignment_not_from_itself": [sets(Assignment, carried_from=F("id"))],
    "homework_one_running_plan": [again("plan")],
    "homework_one_plan_in_preparation": [again("next_plan")],
    "homework_plan_closed_reason": [
        sets(WeekPlan, closed_reason="reviewed"),
        sets(WeekPlan, closed_at=NOW + timedelta(days=1)),
    ],
    "homework_agreed_plan_starts": [
        sets(WeekPlan, starts_on=None),
        alters("next_plan", starts_on=NOW.date()),
    ],
    "homework_plan_order": [alters("plan", closed_at=LONG_AGO, closed_reason="reviewed")],
    "homework_plan_step_once": [another(PlanStep)],
    "homework_proposal_answered_whole": [
        sets(HomeworkProposal, answer="taken"),
        sets(HomeworkProposal, answered_at=NOW),
    ],
    "homework_proposal_heard_when_answered": [alters("proposal", heard_at=NOW)],
    "homework_proposal_withdrawn_or_answered": [
        lambda here: rows_of(here.proposal).update(
            withdrawn_at=NOW, answered_at=NOW, answered_by=here.lead, answer="not_now"
        )
    ],
    "homework_skill_key": [two_skills],
    "homework_exercise_version": [
        lambda here: (exercise(replaced_at=NOW), exercise(replaced_at=NOW))
    ],
    "homework_exercise_one_newest": [lambda here: (exercise(version=1), exercise(version=2))],
    "homework_exercise_owner_in_clinic": [lambda here: exercise(owner=here.lead)],
    "homework_exercise_usual_count": [
        lambda here: exercise(usual_count=0),
        lambda here: exercise(usual_count=51),
    ],
    "homework_resource_https": [insecure_link],
    "homework_enclosed_once": [another(Enclosure)],
    "homework_in_a_set_once": [another(SetMember)],
}
MEASURES = {
    "homework_flag_answered_whole": [
        alters("flag", answered_at=NOW),
        alters("answered_flag", answered_by=None),
    ],
    "homework_flag_passed_whole": [sets(Flag, passed_at=NOW)],
    "homework_flag_duty_different_people": [
        sets(FlagDuty, second=F("deputy")),
        sets(FlagDuty, answered_by=F("deputy")),
    ],
    "homework_flag_duty_hours": [
        sets(FlagDuty, within_hours=0),
        sets(FlagDuty, within_hours=73),
    ],
    "homework_measure_every": [
        sets(GivenMeasure, every_weeks=0),
        sets(GivenMeasure, every_weeks=27),
    ],
    "homework_measure_given_once": [another(GivenMeasure)],
    "homework_measure_result_sent_once": [again("result")],
    "homework_one_flag_duty": [another(FlagDuty)],
}
REMINDERS = {
    "reminders_recipient_once": [another(Recipient)],
    "reminders_recipient_a_day": [sets(Recipient, a_day=0), sets(Recipient, a_day=6)],
    "reminders_recipient_quiet": [sets(Recipient, quiet_from=time(22))],
    "reminders_slot_once": [another(ReminderSlot)],
    "reminders_slot_order": [sets(ReminderSlot, not_after=F("due_at"))],
    "reminders_slot_settled": [
        sets(ReminderSlot, settled_at=NOW),
        sets(ReminderSlot, state="sent"),
    ],
}
CASES = ACCOUNTS | GOALS | HOMEWORK | MEASURES | REMINDERS | RECORDS
