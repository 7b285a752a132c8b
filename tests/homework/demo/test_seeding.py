"""What the demo holds: every state that a page may have to show, and nothing impossible."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.models import Count, F
from django.test import TestCase
from django.utils import timezone

from accounts.ground import EncryptedTextField
from accounts.models import Away, Clinic, Cover, DeliveryProblem, Invitation, Therapy, User
from accounts.privacy import VERSION
from goals.models import Step
from homework.demo.seeding import seed
from homework.models import (
    Assignment,
    Decision,
    EarlierWording,
    EntryFeedback,
    FlagDuty,
    HomeworkProposal,
    PracticeEntry,
    Review,
    SessionMove,
    TherapySession,
    WeekPlan,
    WeekReport,
)


class Seeded(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.now = timezone.now()
        cls.rows = seed(cls.now)
        cls.jonas = Therapy.objects.get(client__email="client@midweek.test")

    def therapy(self, **facts):
        return Therapy.objects.get(**facts)


class DemoTests(Seeded):
    def test_it_is_written_by_the_applications_own_role(self):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT tableowner <> current_user FROM pg_tables"
                " WHERE tablename = 'homework_practiceentry'"
            )
            self.assertEqual(cursor.fetchone(), (True,))

    def test_every_word_fits_its_column(self):
        for app in ("accounts", "goals", "homework"):
            for model in apps.get_app_config(app).get_models():
                words = [f for f in model._meta.fields if isinstance(f, EncryptedTextField)]
                for row in model.objects.all() if words else ():
                    for field in words:
                        field.clean(getattr(row, field.attname), row)

    def test_two_clinics_with_the_people_of_the_design(self):
        self.assertEqual(Clinic.objects.count(), 2)
        for name in ("admin", "therapist", "therapist2", "client", "client2", "outsider"):
            user = User.objects.get(email=f"{name}@midweek.test")
            self.assertTrue(user.check_password("midweek-demo"))
            self.assertTrue(user.emailaddress_set.get().verified)

    def test_ana_leads_about_two_dozen(self):
        ana = User.objects.get(email="therapist@midweek.test")
        self.assertEqual(Therapy.objects.filter(lead=ana).count(), 24)

    def test_every_state_of_a_therapy_is_there(self):
        states = {therapy.state for therapy in Therapy.objects.all()}
        self.assertEqual(states, {"invited", "active", "paused", "ended"})

    def test_every_client_has_agreed_to_the_words_of_today(self):
        clients = User.objects.filter(therapies__isnull=False).distinct()
        agreed = clients.filter(agreed_to=VERSION, consents__version=VERSION)
        assert clients.count() == agreed.count() > 0

    def test_every_state_of_a_plan_is_there(self):
        states = {plan.state for plan in WeekPlan.objects.all()}
        self.assertEqual(states, {"proposed", "agreed", "closed"})
        reasons = set(WeekPlan.objects.values_list("closed_reason", flat=True))
        self.assertEqual(reasons, {"", *WeekPlan.ClosedReason.values})

    def test_every_state_of_a_step_is_there(self):
        states = {step.state for step in Step.objects.all()}
        self.assertEqual(states, {"proposed", "agreed", "current", "done", "let_go"})

    def test_homework_of_the_clients_own_waits_was_taken_and_put_off(self):
        states = {proposal.state for proposal in HomeworkProposal.objects.all()}
        self.assertEqual(states, {"waiting", "taken", "not_now"})
        taken = HomeworkProposal.objects.get(answer="taken").assignment
        self.assertTrue(taken.proposed_by_client)
        hana = self.therapy(client__email="hana.k@example.org")
        self.assertIn("homework_proposed", [code for code, _facts in hana.attention.reasons])

    def test_every_state_of_a_session_is_there(self):
        states = {session.state for session in TherapySession.objects.all()}
        self.assertEqual(states, {"planned", "held", "cancelled", "missed"})
        self.assertTrue(SessionMove.objects.exists())

    def test_every_kind_of_entry_is_there(self):
        kinds = set(PracticeEntry.objects.values_list("state", "private"))
        self.assertEqual(len(kinds), 6)
        obstacles = set(PracticeEntry.objects.values_list("obstacle", flat=True))
        self.assertGreaterEqual(len(obstacles), 7)
        self.assertTrue(PracticeEntry.objects.filter(smallest=True).exists())

    def test_every_kind_of_target_and_decision_is_there(self):
        kinds = set(Assignment.objects.values_list("target_kind", flat=True))
        self.assertEqual(kinds, set(Assignment.Target.values))
        choices = set(Decision.objects.values_list("choice", flat=True))
        self.assertGreaterEqual(choices, {"keep", "easier", "step_up", "elsewhere", "finished"})

    def test_words_were_corrected_and_answered(self):
        self.assertTrue(EarlierWording.objects.exists())
        self.assertGreaterEqual(EntryFeedback.objects.count(), 5)

    def test_jonas_stands_on_the_third_of_five_steps(self):
        goal = self.jonas.goals.get()
        self.assertEqual(goal.title, "Have people round for dinner again")
        self.assertEqual((goal.current_step.position, goal.steps.count()), (3, 5))

    def test_jonas_has_three_homeworks_today_and_the_newest_first(self):
        plan = WeekPlan.objects.running().get(therapy=self.jonas)
        titles = [assignment.title for assignment in plan.assignments.all()]
        self.assertEqual(titles[0], "Send one message to someone I miss")
        self.assertEqual(len(titles), 3)
        self.assertIsNone(plan.report.read_at)

    def test_jonas_has_answered_two_measures_over_months(self):
        scores = {key: [] for key in ("phq-9", "gad-7")}
        for result in self.jonas.measure_results.in_order():
            scores[result.measure].append(result.score)
        self.assertEqual(scores, {"phq-9": [15, 14, None, 9, 7], "gad-7": [11, 10, 7]})
        self.assertTrue(FlagDuty.objects.in_force().filter(clinic=self.jonas.clinic).exists())

    def test_a_client_in_another_zone(self):
        luca = self.therapy(client__time_zone="America/New_York")
        self.assertEqual(set(luca.entries.values_list("zone", flat=True)), {"America/New_York"})

    def test_one_who_reads_german_in_words_of_her_own_and_of_the_library(self):
        svenja = self.therapy(client__language="de")
        self.assertEqual(svenja.lead.language, "de")
        self.assertTrue(svenja.plans.filter(report__isnull=False).exists())
        self.assertTrue(EntryFeedback.objects.filter(entry__therapy=svenja).exists())
        riding = svenja.assignments.filter(exercise__key="graded-exposure").last()
        self.assertEqual(riding.rating_label, "Wie stark ist die Angst?")
        self.assertIn("Sprosse", riding.prompts[0]["question"])
        self.assertTrue(riding.care.startswith("Nimm nur Sprossen"))

    def test_one_with_two_therapies_and_a_therapist_who_is_a_client(self):
        several = (
            Therapy.objects.exclude(client=None)
            .values("client")
            .annotate(n=Count("pk"))
            .filter(n=2)
        )
        self.assertEqual(several.count(), 1)
        self.assertTrue(Therapy.objects.filter(client__memberships__is_therapist=True).exists())

    def test_one_on_paper_whose_results_the_therapist_entered(self):
        george = self.therapy(on_paper=True)
        self.assertIsNone(george.client)
        self.assertFalse(george.entries.exclude(by=george.lead).exists())

    def test_one_whose_phone_others_see_one_under_18_one_with_own_crisis_text(self):
        self.assertEqual(User.objects.filter(others_see_phone=True).count(), 1)
        self.assertIsNotNone(self.therapy(under_18=True).ask_consent_again_on)
        self.assertTrue(any(t.own_crisis_text for t in Therapy.objects.all()))

    def test_cover_absence_hand_over_and_a_mailbox_that_refuses(self):
        kinds = Cover.objects.open().values_list("kind", flat=True)
        self.assertEqual(set(kinds), {"read", "write"})
        self.assertTrue(Away.objects.upcoming().exists())
        self.assertTrue(Therapy.objects.filter(terms__ended_at__isnull=False).exists())
        self.assertTrue(DeliveryProblem.objects.filter(solved_at=None).exists())

    def test_an_ended_therapy_has_its_page_and_no_hour_ahead(self):
        ended = self.therapy(ended_at__isnull=False)
        self.assertTrue(ended.ending.early_signs)
        self.assertFalse(TherapySession.objects.upcoming().filter(therapy=ended).exists())

    def test_somebody_is_invited_and_the_invitation_is_open(self):
        waiting = Invitation.objects.open().filter(therapy__accepted_at=None)
        self.assertEqual(waiting.filter(therapy__isnull=False).count(), 1)

    def test_the_caseload_has_all_its_groups(self):
        rows = Therapy.objects.filter(lead__email="therapist@midweek.test", ended_at=None)
        groups = dict(rows.values_list("attention__group").annotate(n=Count("pk")))
        self.assertEqual(set(groups), {1, 2, 3})
        self.assertLess(groups[1], 8)
        reasons = {r[0] for t in rows.select_related("attention") for r in t.attention.reasons}
        wanted = {"bounce", "change", "stalled", "report", "consent", "plan_waits"}
        self.assertEqual(wanted - reasons, set())
        self.assertTrue(reasons & {"note", "new_note"})

    def test_reports_read_and_unread_and_answers_not_yet_seen(self):
        self.assertTrue(WeekReport.objects.filter(read_at=None).exists())
        self.assertTrue(Review.objects.filter(client_read_at=None).exists())


class HistoryTests(Seeded):
    """Times that fit together: nothing is received, read or closed before it was there."""

    def test_nothing_lies_ahead_but_sessions(self):
        self.assertFalse(PracticeEntry.objects.filter(received_at__gt=self.now).exists())
        self.assertFalse(WeekReport.objects.filter(sent_at__gt=self.now).exists())
        self.assertFalse(Review.objects.filter(finished_at__gt=self.now).exists())
        self.assertFalse(WeekPlan.objects.filter(agreed_at__gt=self.now).exists())

    def test_entries_are_received_after_they_were_done(self):
        self.assertFalse(PracticeEntry.objects.filter(received_at__lt=F("done_at")).exists())
        self.assertFalse(PracticeEntry.objects.filter(opened_at__lt=F("received_at")).exists())

    def test_entries_lie_within_the_days_of_their_plan(self):
        early = PracticeEntry.objects.filter(done_at__lt=F("assignment__plan__agreed_at"))
        for entry in early:
            self.assertLess(entry.assignment.plan.agreed_at - entry.done_at, timedelta(hours=3))

    def test_nobody_opened_what_is_private(self):
        private = PracticeEntry.objects.filter(private=True)
        self.assertFalse(private.exclude(opened_at=None).exists())

    def test_reports_come_after_the_plan_and_before_its_review(self):
        reports = WeekReport.objects.all()
        self.assertFalse(reports.filter(sent_at__lt=F("plan__agreed_at")).exists())
        self.assertFalse(reports.filter(sent_at__gt=F("plan__review__finished_at")).exists())
        self.assertFalse(reports.filter(read_at__lt=F("sent_at")).exists())

    def test_reviews_are_finished_before_the_plan_closes(self):
        late = Review.objects.filter(finished_at__gt=F("plan__closed_at"))
        self.assertFalse(late.exists())


def digest(now):
    with transaction.atomic():
        rows = seed(now)
        transaction.set_rollback(True)
    return rows.digest


@pytest.mark.django_db
def test_the_same_moment_gives_the_same_demo():
    now = timezone.now()
    assert digest(now) == digest(now)
