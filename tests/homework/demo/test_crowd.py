"""The large form: stamped rows are as good as rows that a model saved."""

from itertools import islice

from django.db.models import Count
from django.test import TestCase
from django.utils import timezone

from accounts.models import Therapy, User
from homework.demo import crowd
from homework.demo.crowding import seed_crowd
from homework.models import Assignment, Attention, PracticeEntry, WeekPlan

CLIENTS, WEEKS = 61, 5


class CrowdTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.heard = []
        cls.rows = seed_crowd(timezone.now(), CLIENTS, WEEKS, cls.heard.append)

    def test_it_says_how_far_it_is(self):
        self.assertEqual(self.heard, [50, 61])

    def test_each_client_has_a_therapy_a_therapist_and_a_line_in_the_caseload(self):
        self.assertEqual(Therapy.objects.count(), CLIENTS)
        self.assertEqual(Attention.objects.filter(stale=False).count(), CLIENTS)
        loads = Therapy.objects.values("lead").annotate(n=Count("pk")).values_list("n", flat=True)
        self.assertEqual(sorted(loads), [21, 40])

    def test_each_has_two_assignments_a_week_and_about_six_entries(self):
        self.assertEqual(WeekPlan.objects.count(), CLIENTS * WEEKS)
        self.assertEqual(Assignment.objects.count(), CLIENTS * WEEKS * 2)
        weeks = CLIENTS * (WEEKS - 0.5)
        self.assertAlmostEqual(PracticeEntry.objects.count() / weeks, 6, delta=0.7)

    def test_words_open_in_their_own_rows(self):
        for therapy in Therapy.objects.select_related("client"):
            self.assertEqual(therapy.client_name, therapy.client.name)
        for entry in islice(PracticeEntry.objects.filter(has_words=True), 50):
            self.assertIn(entry.note, crowd.NOTES)
        for assignment in islice(Assignment.objects.all(), 50):
            self.assertTrue(assignment.title and assignment.smallest)

    def test_nobody_has_anothers_rows(self):
        for entry in PracticeEntry.objects.select_related("assignment", "therapy")[:200]:
            self.assertEqual(entry.assignment.therapy_id, entry.therapy_id)
            self.assertEqual(entry.by_id, entry.therapy.client_id)

    def test_a_client_can_sign_in(self):
        user = User.objects.get(email="client-00007@crowd.midweek.test")
        self.assertTrue(user.check_password("midweek-demo"))
        self.assertEqual(user.emailaddress_set.get().email, user.email)
