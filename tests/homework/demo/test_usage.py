"""The library of the demo says how many clients an exercise helped."""

from django.test import TestCase
from django.utils import timezone

from accounts.models import User
from homework import library
from homework.demo.seeding import seed
from homework.usage import usage_of


class UsageTests(TestCase):
    def test_some_exercise_helped_enough_clients_to_be_told(self):
        library.load()
        seed(timezone.now())
        therapists = User.objects.filter(memberships__is_therapist=True).distinct()
        told = [used for each in therapists for used in usage_of(each).values() if used.answered]
        assert told and all(0 < used.helped <= used.answered for used in told)
